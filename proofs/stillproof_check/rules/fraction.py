"""`fraction`: how much of the way to a non-negative Wigner function a threshold goes."""

from typing import Any

from ..loader import Reader, interval, name
from ..statement import Facts
from ..verdict import require, supported

CONVENTION = "threshold / bound, the bound of the `wigner` claim"
LEMMAS = ("wigner-function",)


def fields(facts: Facts) -> dict[str, Reader]:
    """The ids of the `threshold` and `wigner` claims, and an interval that holds the quotient."""
    return {"bound-of": name, "of": name, "value": interval}


def witness(facts: Facts) -> dict[str, Reader]:
    """Nothing: two divisions."""
    return {}


def check(claim: dict[str, Any], line: dict[str, Any], facts: Facts) -> dict[str, Any]:
    """Establishes nothing further."""
    low, high = facts.of(claim["of"], "threshold")["value"]
    bound = facts.of(claim["bound-of"], "wigner")["bound"]
    left, right = claim["value"]
    require(left * bound < high, "fraction.low", f"below {high / bound}", left)
    require(low < right * bound, "fraction.high", f"above {low / bound}", right)
    decided = left * bound <= low and high <= right * bound
    supported(decided, "fraction.decided", f"an interval around {low / bound} to {high / bound}", (left, right))
    return {}
