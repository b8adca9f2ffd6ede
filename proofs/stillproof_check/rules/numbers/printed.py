"""`printed`: a decimal in print is the correct rounding of an exact value."""

from fractions import Fraction
from typing import Any

from ...entry.loader import Reader, decimal, name, no_witness, one_of
from ...entry.verdict import require, supported
from ...subject.established import Accepted, Crossing, Established, Suppression, Threshold, Yield
from ...subject.statement import Facts

CONVENTION = (
    "within half a unit of the last printed digit; threshold, coefficient: in the parameter of the family, or the "
    "place on the segment; infidelity: of the input at the threshold; success-at-zero: where the parameter is 0"
)
LEMMAS = ("rounding",)
QUANTITIES = ("coefficient", "infidelity", "inputs-per-output", "success-at-zero", "threshold", "yield-exponent")


def fields(facts: Facts) -> dict[str, Reader]:
    """The id of the claim with the exact value, which of its values, and the printed text."""
    return {"of": name, "quantity": one_of(QUANTITIES), "value": decimal}


witness = no_witness  # two comparisons


def check(claim: dict[str, Any], line: dict[str, Any], facts: Facts) -> Established:
    """Establishes nothing further."""
    low, high = bracket(claim["of"], claim["quantity"], facts)
    value, half = claim["value"]
    require(value - half <= high, "printed.rounding.low", f"at most {float_free(high)}", value)
    require(low <= value + half, "printed.rounding.high", f"at least {float_free(low)}", value)
    decided = value - half < low and high < value + half
    supported(decided, "printed.decided", "an exact value on one side of every tie", (low, high))
    return Established()


def bracket(claim: str, quantity: str, facts: Facts) -> tuple[Fraction, Fraction]:
    """The exact value as an interval, which may be a point."""
    if quantity == "threshold":
        number = facts.of(claim, Crossing).number
    elif quantity == "infidelity":
        number = facts.of(claim, Threshold).infidelity
    elif quantity == "yield-exponent":
        number = facts.of(claim, Yield).exponent
    else:
        value = point(claim, quantity, facts)
        return value, value
    return number.low, number.high


def point(claim: str, quantity: str, facts: Facts) -> Fraction:
    """An exact value that is a rational number."""
    if quantity == "coefficient":
        return facts.of(claim, Suppression).coefficient
    if quantity == "inputs-per-output":
        return facts.of(claim, Yield).inputs
    success, count = facts.of(claim, Accepted).success, len(facts.state.parameters)
    supported(count == 1, "printed.parameters", "a family with one parameter", count)
    return Fraction(success.num[0], success.den[0])


def float_free(value: Fraction) -> str:
    """A rational with ten decimals, rounded towards zero."""
    digits = str(abs(value.numerator) * 10**10 // value.denominator).zfill(11)
    return ("-" if value < 0 else "") + digits[:-10] + "." + digits[-10:]
