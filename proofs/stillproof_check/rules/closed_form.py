"""`closed-form`: a threshold in radicals, by Cardano's formula for a cubic with one real root."""

from typing import Any

from ..loader import Reader, integer, name
from ..polynomial import homogeneous, is_zero, minus, scale
from ..statement import Facts
from ..verdict import require, supported, wellformed

CONVENTION = "(center + cbrt(r + s sqrt(D)) + cbrt(r - s sqrt(D))) / scale, with real cube roots"
LEMMAS = ("cardano",)


def fields(facts: Facts) -> dict[str, Reader]:
    """The id of the `threshold` claim, and the five integers of the formula."""
    return {"D": integer, "center": integer, "of": name, "r": integer, "s": integer, "scale": integer}


def witness(facts: Facts) -> dict[str, Reader]:
    """The integer c with c^3 = r^2 - s^2 D."""
    return {"cube-root": integer}


def check(claim: dict[str, Any], line: dict[str, Any], facts: Facts) -> dict[str, Any]:
    """Establishes nothing further: y = scale delta* - center is the one real root of y^3 - 3 c y - 2 r."""
    p = facts.of(claim["of"], "threshold")["polynomial"]
    r, s, d, c, m = claim["r"], claim["s"], claim["D"], line["cube-root"], claim["scale"]
    wellformed(m > 0 and s > 0 and d > 0, "closed-form.signs", "scale > 0, s > 0 and D > 0", (m, s, d))
    require(c**3 == r * r - s * s * d, "closed-form.witness.cube-root", r * r - s * s * d, c**3)
    supported(c < 0, "closed-form.one-real-root", "r^2 < s^2 D", c)
    supported(len(p) == 4, "closed-form.cubic", "a cubic", p)
    # m^3 P((y + center) / m) must be P's leading coefficient times y^3 - 3 c y - 2 r.
    moved = homogeneous([p[3], p[2], p[1], p[0]], [claim["center"], 1], [m])
    cubic = scale(p[3], [-2 * r, -3 * c, 0, 1])
    require(is_zero(minus(moved, cubic)), "closed-form.polynomial", cubic, moved)
    return {}
