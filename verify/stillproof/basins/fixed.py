"""All fixed points of a map on the triangle, and the eigenvalues of the map's Jacobian at each.

They are the points of the regions, and those in unknown cells: Newton's method starts in every unknown cell that its
image meets, and the checker shows that no point is missing.  The zeros are those of G_i = F_i - x_i F, i = 1, 2.  At a
fixed point the Jacobian is K/F with K_ij = D_j F_i - x_i D_j F and D_j = d/dx_j - d/dx_0, and that of G is K - F.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import isqrt, lcm
from typing import Any

from flint import fmpq

from ..errors import Declined
from ..exact.decimals import EVEN, to_places
from ..exact.reading import Spelling, read_number
from .cover import GRID, Cell, Cover
from .forms import Forms, Point, evaluate, powers, terms
from .regions import fixed

PLACES, EIGENVALUES = 12, 6  # decimals
BITS = 128  # points are approximated on the grid of width 2^-BITS
NEAR = 16  # steps of the grid that are rounding
ROUNDS = 100
KEPT = 96  # bits that are kept of a point, so that it is found once
MAX_DENOMINATOR = 1000  # of the rational points that are looked for, and of eigenvalues that are stated exactly

STATED = Spelling(digits=1000, signed=True, powers="")

Matrix = list[list[Fraction]]


class Slopes:
    """G/F and K/F at points with integer coordinates, taken over their sum."""

    def __init__(self, forms: Forms):
        self.forms = forms
        self.first = [[terms(poly.derivative(k)) for k in range(3)] for poly in forms.polynomials]

    def at(self, point: Point) -> tuple[list[Fraction], Matrix]:
        """G_1/F and G_2/F; and the rows of K/F."""
        size, at = sum(point), powers(point, self.forms.degree)
        *values, whole = evaluate(self.forms.terms, at)
        along = [[x - first for x in rest] for first, *rest in (evaluate(row, at) for row in self.first)]
        off = [Fraction(values[i], whole) - Fraction(point[i], size) for i in (1, 2)]
        rows = [
            [Fraction(size * x - point[i] * y, whole) for x, y in zip(along[i], along[3], strict=True)] for i in (1, 2)
        ]
        return off, rows

    def newton(self, point: Point) -> Point | None:
        """The zero of G, on the grid, to which Newton's method goes; None where it leaves the triangle or goes on."""
        for _ in range(ROUNDS):
            (v, w), ((a, b), (c, d)) = self.at(point)
            det = (a - 1) * (d - 1) - b * c
            if not det:
                return None
            first = point[1] - round(((d - 1) * v - b * w) / det * 2**BITS)
            second = point[2] - round(((a - 1) * w - c * v) / det * 2**BITS)
            before, point = point, (2**BITS - first - second, first, second)
            if min(point) < -(2**BITS):
                return None
            if all(abs(x - y) < NEAR for x, y in zip(before, point, strict=True)):
                return tuple(0 if abs(x) < NEAR else x for x in point)
        return None


def fixed_points(cover: Cover, attractors: Sequence[tuple[fmpq, fmpq]]) -> list[dict[str, Any]]:
    """Coordinates, eigenvalues and type of every fixed point, as in a claim.

    Raises Declined where an eigenvalue is not real, or of absolute value 1.
    """
    slopes = Slopes(cover.forms)
    found = {tuple(Fraction(int(x.p), int(x.q)) for x in point): True for point in attractors}
    for cell in cover.unknown():
        if stays(cover, cell) and (end := slopes.newton(centre(cell))) is not None and min(end) >= 0:
            point = Fraction(end[1], sum(end)), Fraction(end[2], sum(end))
            near = tuple(x.limit_denominator(MAX_DENOMINATOR) for x in point)
            exact = is_fixed(cover.forms, near)
            found[near if exact else tuple(Fraction(round(x * 2**KEPT), 2**KEPT) for x in point)] = exact
    points = [described(slopes, point, exact) for point, exact in found.items()]
    return sorted(points, key=lambda point: [least(x) for x in point["at"]])


def is_fixed(forms: Forms, point: Sequence[Fraction]) -> bool:
    """Whether a rational point is a fixed point in the triangle."""
    first, second = (fmpq(x.numerator, x.denominator) for x in point)
    return first + second <= 1 and fixed(forms, (first, second))


def stays(cover: Cover, cell: Cell) -> bool:
    """Whether the bounds of its image meet the cell."""
    bounds = cover.image(cell)
    if bounds is None:
        return True
    shift = GRID - cell.level
    ends = zip(cell.corner, *bounds, strict=True)
    return all(x << shift <= high and (x + 1) << shift >= low for x, low, high in ends)


def centre(cell: Cell) -> Point:
    """The middle of a cell on the grid."""
    middle = [sum(xs) * 2 ** (BITS - cell.level) // 3 for xs in zip(*cell.corners, strict=True)]
    return 2**BITS - middle[1] - middle[2], middle[1], middle[2]


def described(slopes: Slopes, point: Sequence[Fraction], exact: bool) -> dict[str, Any]:
    """A fixed point as in a claim."""
    first, second = point
    size = lcm(first.denominator, second.denominator)
    _, ((a, b), (c, d)) = slopes.at((int(size * (1 - first - second)), int(size * first), int(size * second)))
    edge = [0, 0] in ([a, b], [c, d])  # then 0 is an eigenvalue, exactly
    values = [(x, (is_short and exact) or (edge and not x)) for x, is_short in roots(a + d, a * d - b * c)]
    small = sum(abs(x) < 1 for x, _ in values)
    if any(abs(abs(x) - 1) < Fraction(1, 10**EIGENVALUES) for x, _ in values):
        raise Declined(f"an eigenvalue of absolute value 1, or near it, at ({point[0]}, {point[1]})")
    return {
        "at": [str(x) if exact or not x else decimal(x, PLACES) for x in point],
        "eigenvalues": [str(x) if is_exact else decimal(x, EIGENVALUES) for x, is_exact in values],
        "type": ("repeller", "saddle", "attractor")[small],
    }


def least(text: str) -> fmpq:
    """The lower end of what a number in a claim stands for."""
    value, unit = read_number(text, STATED)
    return value - unit / 2 if unit is not None and unit < 1 else value


def roots(trace: Fraction, det: Fraction) -> list[tuple[Fraction, bool]]:
    """The roots of x^2 - trace x + det, the smaller one first, and whether they are exact and short.

    Up to rounding else; then what is near 0 is 0.
    """
    square = trace * trace / 4 - det
    if square < 0:
        raise Declined("eigenvalues that are not real")
    below = square.denominator
    root = Fraction(isqrt(square.numerator * below << 2 * BITS), below << BITS)
    found = []
    for x in (trace / 2 - root, trace / 2 + root):
        tiny = abs(x) < Fraction(1, 2 ** (KEPT // 2))
        found.append((Fraction(0) if tiny else x, root * root == square and x.denominator <= MAX_DENOMINATOR))
    return found


def decimal(x: Fraction, places: int) -> str:
    """A number to so many decimals."""
    return to_places(fmpq(x.numerator, x.denominator), places, EVEN)
