"""`trapping`: a region around a fixed point of a two-parameter map whose points all flow to it."""

from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import Any

from ...entry.loader import Reader, listed, name, no_witness, rational
from ...entry.verdict import supported, wellformed, within
from ...entry.work import Work
from ...numbers.multivariate import Poly
from ...subject.established import Established, Map
from ...subject.statement import Facts
from ...triangles.triangle import UNITS, Point, substituted, triangle_map

CONVENTION = (
    "x_0 = 1 - e_1 - e_2, x_1 = e_1, x_2 = e_2; the region = the points with gauge at most `ratio`, gauge = the "
    "greatest 1 - x_i/P_i over P_i > 0, P the point; there gauge(output) <= contraction gauge(input)"
)
LEMMAS = ("positive-forms", "trapping-region")
MAX_DENOMINATOR = 1 << 16


@dataclass(frozen=True)
class Trapping(Established):
    """A region around a fixed point of the map of this claim."""

    least: list[Fraction]
    point: list[Fraction]
    source: str


def fields(facts: Facts) -> dict[str, Reader]:
    """The id of the `map` claim, the fixed point by parameter, the size of the region and the contraction."""
    return {"contraction": rational, "of": name, "point": listed(rational, 2), "ratio": rational}


witness = no_witness  # signs of coefficients are read off


def check(claim: dict[str, Any], line: dict[str, Any], facts: Facts) -> Established:
    """Establishes the least coordinates of the region, its point and the map."""
    function = triangle_map(facts.of(claim["of"], Map), facts.state.parameters, facts.work)
    first, second = claim["point"]
    point = (1 - first - second, first, second)
    wellformed(min(point) >= 0, "trapping.point", "a point of the triangle", claim["point"])
    ratio, contraction = claim["ratio"], claim["contraction"]
    wellformed(0 < ratio <= 1, "trapping.ratio", "0 < ratio <= 1", ratio)
    wellformed(0 <= contraction < 1, "trapping.contraction", "0 <= contraction < 1", contraction)
    size = max(x.denominator for x in (*point, ratio, contraction))
    within(size <= MAX_DENOMINATOR, "trapping.denominator", f"at most {MAX_DENOMINATOR}", size)
    kept = [i for i in range(3) if point[i]]
    for j in kept:
        corners = piece(point, ratio, j)
        forms = [substituted(form, corners, facts.work) for form in function.forms]
        for i in kept:
            good = min(excess(forms, corners, point, contraction, i, j, facts.work).terms.values(), default=0) >= 0
            supported(
                good, "trapping.contracts", f"x_{i} of the output, where x_{j} is least", "a negative coefficient"
            )
    return Trapping([(1 - ratio) * x for x in point], claim["point"], claim["of"])


def piece(point: tuple[Fraction, ...], ratio: Fraction, j: int) -> list[Point]:
    """The corners of the part of the region whose gauge is 1 - x_j/P_j, times one integer: P, and two of the region."""
    ends = [[(1 - ratio) * x + ratio * (i == k) for i, x in enumerate(point)] for k in range(3) if k != j]
    size = lcm(*(x.denominator for row in (point, *ends) for x in row))
    return [tuple(int(size * x) for x in row) for row in (point, *ends)]


def excess(
    forms: list[Poly], corners: list[Point], point: Any, contraction: Fraction, i: int, j: int, work: Work
) -> Poly:
    """x F_i - P_i (x - contraction (x - x_j/P_j)) F in the piece's coordinates, x = the sum, times an integer."""
    least = [point[i] * ((1 - contraction) * sum(corner) + contraction * corner[j] / point[j]) for corner in corners]
    size = lcm(*(x.denominator for x in least))
    left: dict[Point, int] = {unit: size * sum(corner) for unit, corner in zip(UNITS, corners)}
    right: dict[Point, int] = {unit: -int(size * x) for unit, x in zip(UNITS, least)}
    return Poly(left, work) * forms[i] + Poly(right, work) * forms[3]
