"""`quotient`: of two numbers that are stated in one unit, such as a threshold and the end of negativity."""

from dataclasses import dataclass
from typing import Any

from ...entry.loader import Reader, interval, name, no_witness, text
from ...entry.verdict import require, supported, wellformed
from ...subject.established import Established, Measured, Number
from ...subject.statement import Facts

CONVENTION = (
    "value[0] < of / over < value[1]; of, over: the claims' thresholds, or bound of the `wigner` claim; unit: the unit "
    "of both, the family's parameter for a `threshold` or `wigner` claim"
)
LEMMAS = ("interval-quotient",)


@dataclass(frozen=True)
class Quotient(Established):
    """A quotient of two numbers in one unit."""

    value: Number


def fields(facts: Facts) -> dict[str, Reader]:
    """The ids of the two claims, their unit, and an interval that holds the quotient."""
    return {"of": name, "over": name, "unit": text, "value": interval}


witness = no_witness  # rationals are compared


def check(claim: dict[str, Any], line: dict[str, Any], facts: Facts) -> Established:
    """Establishes the interval."""
    of, over = (facts.of(claim[key], Measured).number for key in ("of", "over"))
    supported(of.unit == over.unit, "quotient.units", f"two numbers in one unit: {of.unit}", over.unit)
    wellformed(claim["unit"] == of.unit, "quotient.unit", of.unit, claim["unit"])
    left, right = claim["value"]
    require(left * over.low < of.high, "quotient.low", f"below {of.high / over.low}", left)
    require(of.low < right * over.high, "quotient.high", f"above {of.low / over.high}", right)
    decided = left * over.high < of.low and of.high < right * over.low
    expected = f"an interval around {of.low / over.high} to {of.high / over.low}"
    supported(decided, "quotient.decided", expected, (left, right))
    return Quotient(Number(left, right, "1"))
