"""`comparison`: one threshold is smaller than another one."""

from typing import Any

from ..loader import Reader, name
from ..statement import Facts
from ..verdict import require

CONVENTION = "the exact value of `left` is smaller than that of `right`; both intervals are of this statement"
LEMMAS = ("disjoint-intervals",)
KINDS = ("basin-threshold", "fraction", "threshold")


def fields(facts: Facts) -> dict[str, Reader]:
    """The ids of the two claims."""
    return {"left": name, "right": name}


def witness(facts: Facts) -> dict[str, Reader]:
    """Nothing: two rationals are compared."""
    return {}


def check(claim: dict[str, Any], line: dict[str, Any], facts: Facts) -> dict[str, Any]:
    """Establishes nothing further."""
    (_, high), (low, _) = facts.of(claim["left"], *KINDS)["value"], facts.of(claim["right"], *KINDS)["value"]
    require(high < low, "comparison.apart", f"{claim['left']} below {low}", f"up to {high}")
    return {}
