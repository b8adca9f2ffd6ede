"""`radicals`: a threshold in square or cube roots, by the formula for a quadratic or Cardano's for a cubic."""

from fractions import Fraction
from typing import Any

from ...entry.loader import Reader, integer, listed, name, small
from ...entry.verdict import require, supported, wellformed
from ...numbers.multivariate import Poly, homogeneous, in_one
from ...subject.established import Established, Threshold
from ...subject.statement import Facts

CONVENTION = (
    "the threshold in the parameter of the family; degree 2: (center + s sqrt(D)) / scale, r = 0; degree 3: (center + "
    "cbrt(r + s sqrt(D)) + cbrt(r - s sqrt(D))) / scale; real roots, sqrt(D) > 0"
)
LEMMAS = ("cardano", "square-root")


def fields(facts: Facts) -> dict[str, Reader]:
    """The id of the `threshold` claim, the degree of its polynomial, and the five integers of the formula."""
    numbers = dict.fromkeys(("D", "center", "r", "s", "scale"), integer)
    return {"degree": small(2, 3), "of": name, **numbers}


def witness(facts: Facts) -> dict[str, Reader]:
    """For degree 3 the integer c with c^3 = r^2 - s^2 D, in a list; for degree 2 an empty list."""
    return {"cube-root": listed(integer)}


def check(claim: dict[str, Any], line: dict[str, Any], facts: Facts) -> Established:
    """Establishes nothing further."""
    ring = facts.ring
    found = facts.of(claim["of"], Threshold)
    p, degree = found.polynomial, claim["degree"]
    d, center, r, s, size = (claim[key] for key in ("D", "center", "r", "s", "scale"))
    supported(len(p) == degree + 1, "radicals.degree", f"a threshold of degree {degree}", f"degree {len(p) - 1}")
    roots = line["cube-root"]
    wellformed(len(roots) == degree - 2, "radicals.witness.cube-root.count", degree - 2, len(roots))
    wellformed(size > 0 and d > 0, "radicals.signs", "scale > 0 and D > 0", (size, d))
    # y = scale x - center is a zero of y^2 - s^2 D, or the one real root of y^3 - 3 c y - 2 r
    if degree == 2:
        wellformed(r == 0, "radicals.quadratic", "r = 0", r)
        monic = [-s * s * d, 0, 1]
    else:
        wellformed(s > 0, "radicals.cubic", "s > 0", s)
        (c,) = roots
        require(c**3 == r * r - s * s * d, "radicals.witness.cube-root", r * r - s * s * d, c**3)
        supported(c < 0, "radicals.one-real-root", "r^2 < s^2 D", c)
        monic = [-2 * r, -3 * c, 0, 1]
    # scale^degree P((y + center) / scale) must be P's leading coefficient times that
    moved = homogeneous(p[::-1], *(in_one(facts.work, x) for x in ([center, 1], [size], [1])))
    wanted = in_one(facts.work, monic, [p[-1]])
    factor = moved == wanted or coprime(moved, wanted)
    supported(factor, "radicals.polynomial.factor", f"{wanted.listed}, or no zero of it", moved.listed)
    require(moved == wanted, "radicals.polynomial", wanted.listed, moved.listed)
    # P's last coefficient is positive: a quadratic rises through its larger zero, and falls through the other one
    side = degree == 3 or (ring.evaluate(p, found.number.low) < 0) == (s > 0)
    require(side, "radicals.branch", f"the root between {found.number.low} and {found.number.high}", f"s = {s}")
    return Established()


def coprime(a: Poly, b: Poly) -> bool:
    """Whether two polynomials have no zero in common, by Euclid's algorithm: then neither has the other's zeros."""
    while b:
        while a.degree >= b.degree:
            ratio = Fraction(a.listed[-1]) / b.listed[-1]
            a = a - b * Poly({(a.degree - b.degree,): ratio}, a.work)
        a, b = b, a
    return a.degree == 0
