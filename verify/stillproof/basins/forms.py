"""The outputs of a two-parameter protocol as forms on the triangle of its parameters.

A point has barycentric coordinates x_0 = 1 - e_1 - e_2, x_1 = e_1, x_2 = e_2 and goes to (F_0 : F_1 : F_2).  The forms
have one degree and non-negative integer coefficients.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import combinations_with_replacement

from flint import fmpq, fmpq_mpoly, fmpz_mpoly, fmpz_mpoly_ctx

from ..errors import Declined
from ..exact.rational_function import RationalFunction

Point = tuple[int, ...]
EDGES = ((0, 1), (0, 2), (1, 2))


class Forms:
    """F_0, F_1, F_2 and their sum, as terms (coefficient, exponents)."""

    def __init__(self, polynomials: Sequence[fmpz_mpoly], degree: int):
        self.polynomials = [*polynomials, sum(polynomials[1:], polynomials[0])]
        self.degree = degree
        self.terms = [terms(poly) for poly in self.polynomials]

    def at(self, point: Point) -> list[int]:
        """The four forms at an integer point."""
        return evaluate(self.terms, powers(point, self.degree))

    @cached_property
    def second(self) -> list[list[list[tuple[int, Point]]]]:
        """For each form its six second derivatives: by 00, 01, 02, 11, 12, 22."""
        return [
            [terms(poly.derivative(i).derivative(j)) for i, j in combinations_with_replacement(range(3), 2)]
            for poly in self.polynomials
        ]

    def bends(self, low: Point, high: Point) -> list[int]:
        """For each form a bound of its second derivative along two edges e_i - e_j, e_k - e_l, on low <= x <= high."""
        below, above = powers(low, self.degree), powers(high, self.degree)
        found = []
        for second in self.second:
            least, most = square(evaluate(second, below)), square(evaluate(second, above))
            sizes = [0]
            for (i, j), (k, m) in combinations_with_replacement(EDGES, 2):
                for upper, lower in (((i, k, j, m), (i, m, j, k)), ((i, m, j, k), (i, k, j, m))):
                    a, b, c, d = upper
                    e, f, g, h = lower
                    sizes.append(most[a][b] + most[c][d] - least[e][f] - least[g][h])
            found.append(max(sizes))
        return found


def forms_of(outputs: Sequence[RationalFunction], success: RationalFunction) -> Forms:
    """Forms of the outputs of two parameters.

    Raises Declined where there are not two, where a form has a negative coefficient, or a corner is never accepted.
    """
    if len(outputs) != 2 or outputs[0].count != 2:
        raise Declined("a basin is about a map of two parameters")
    first, second = outputs
    den = first.den if first.den == second.den else first.den * second.den
    nums = [f.num if first.den == second.den else f.num * other.den for f, other in ((first, second), (second, first))]
    degree = max(int(poly.total_degree()) for poly in (den, *nums))
    ring = fmpz_mpoly_ctx.get([f"x{i}" for i in range(3)], "lex")
    x, y, z = ring.gens()
    total = x + y + z

    def homogeneous(poly: fmpq_mpoly) -> fmpz_mpoly:
        found = ring.constant(0)
        for (i, j), c in poly.to_dict().items():
            found += int(c.p) * y ** int(i) * z ** int(j) * total ** (degree - int(i) - int(j))
        return found

    whole, parts = homogeneous(den), [homogeneous(num) for num in nums]
    polynomials = [whole - parts[0] - parts[1], *parts]
    if any(c < 0 for poly in polynomials for c in poly.coeffs()):
        raise Declined("the map's forms have negative coefficients")
    if not all(success.at(fmpq(a), fmpq(b)) > 0 for a, b in ((0, 0), (1, 0), (0, 1))):
        raise Declined("some corner of the triangle is never accepted")
    return Forms(polynomials, degree)


def terms(poly: fmpz_mpoly) -> list[tuple[int, Point]]:
    """Coefficients and exponents, as Python integers."""
    return [(int(c), tuple(map(int, exponents))) for exponents, c in poly.to_dict().items()]


def powers(point: Point, degree: int) -> list[list[int]]:
    """The powers of the coordinates."""
    return [[x**e for e in range(degree + 1)] for x in point]


def evaluate(forms: Sequence[Sequence[tuple[int, Point]]], at: Sequence[Sequence[int]]) -> list[int]:
    """Forms at the point with these powers."""
    x, y, z = at
    return [sum(c * x[i] * y[j] * z[k] for c, (i, j, k) in form) for form in forms]


def square(entries: Sequence[int]) -> list[list[int]]:
    """The symmetric matrix with these entries 00, 01, 02, 11, 12, 22."""
    a, b, c, d, e, f = entries
    return [[a, b, c], [b, d, e], [c, e, f]]
