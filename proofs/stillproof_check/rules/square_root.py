"""`square-root`: the threshold written with a square root."""

from typing import Any

from ..loader import Reader, integer, name
from ..polynomial import evaluate, is_zero, minus, scale
from ..statement import Facts
from ..verdict import require, supported, wellformed

CONVENTION = "(center + s sqrt(D)) / scale, with the positive square root"
LEMMAS = ("square-root",)


def fields(facts: Facts) -> dict[str, Reader]:
    """The id of the `threshold` claim, and the four integers of the formula."""
    return {"D": integer, "center": integer, "of": name, "s": integer, "scale": integer}


def witness(facts: Facts) -> dict[str, Reader]:
    """Nothing: the formula is squared."""
    return {}


def check(claim: dict[str, Any], line: dict[str, Any], facts: Facts) -> dict[str, Any]:
    """Establishes nothing further."""
    found = facts.of(claim["of"], "threshold")
    p, (low, high) = found["polynomial"], found["value"]
    supported(len(p) == 3, "square-root.degree", "a threshold of degree 2", f"degree {len(p) - 1}")
    d, center, s, size = (claim[key] for key in ("D", "center", "s", "scale"))
    wellformed(size > 0 and d > 0, "square-root.signs", "scale > 0 and D > 0", (size, d))
    # with y = scale x - center the threshold is a zero of y^2 - s^2 D, as it is of its own polynomial
    squared = [center**2 - s**2 * d, -2 * size * center, size**2]
    gap = minus(scale(p[2], squared), scale(squared[2], p))
    require(is_zero(gap), "square-root.polynomial", f"a multiple of {p}", squared)
    # p[2] > 0: the polynomial rises through its larger zero, and falls through the other one
    side = (evaluate(p, low) < 0) == (s > 0)
    require(side, "square-root.branch", f"the root between {low} and {high}", f"s = {s}")
    return {}
