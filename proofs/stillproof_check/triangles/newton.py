"""A two-parameter map near its fixed points: the zeros of G_i = F_i - x_i F_3, i = 1, 2, and the slopes of the map.

A box is a pair (low, high) of barycentric coordinates, the points of the triangle with low <= x <= high.  Along the
triangle d/de_j is D_j = d/dx_j - d/dx_0.  At a fixed point the Jacobian of the map is K/F_3 with
K_ij = D_j F_i - x_i D_j F_3, and that of G is K - F_3.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import lcm

from .triangle import TriangleMap, derivative, powers_of, value

Box = tuple[Sequence[Fraction], Sequence[Fraction]]
Interval = tuple[int, int]


class Slopes:
    """K and F_3 over a box, each entry between two integers; all times one positive number."""

    def __init__(self, function: TriangleMap, box: Box):
        size = 2 * lcm(*(x.denominator for end in box for x in end))
        self.function, self.size = function, size
        self.low, self.high = (tuple(int(size * x) for x in end) for end in box)
        work = function.work
        below, above = (powers_of(end, function.degree, work) for end in (self.low, self.high))

        def along(i: int, j: int) -> Interval:
            first, other = (derivative(function.forms[i], k) for k in (j, 0))
            return minus(*((value(form, below, work), value(form, above, work)) for form in (first, other)))

        self.whole = value(function.forms[3], below, work), value(function.forms[3], above, work)
        whole = [along(3, j) for j in (1, 2)]
        self.rows = [
            [minus(times((size, size), along(i, j)), times((self.low[i], self.high[i]), whole[j - 1])) for j in (1, 2)]
            for i in (1, 2)
        ]

    def less(self, x: Fraction) -> list[list[Interval]]:
        """K - x F_3, times the denominator of x."""
        part, unit = times((x.numerator, x.numerator), self.whole), (x.denominator, x.denominator)
        return [
            [minus(times(unit, entry), part if i == j else (0, 0)) for j, entry in enumerate(row)]
            for i, row in enumerate(self.rows)
        ]

    def characteristic(self, x: Fraction) -> Interval:
        """det(K - x F_3): at a fixed point, the characteristic polynomial of the Jacobian times a positive number."""
        (a, b), (c, d) = self.less(x)
        return minus(times(a, d), times(b, c))

    def at_most_one(self) -> bool:
        """Whether it is seen that the box has at most one fixed point (`newton-box`)."""
        return sign(self.characteristic(Fraction(1))) != 0

    def at_least_one(self) -> bool:
        """Whether it is seen that the box, symmetric in e_1, e_2 and all in the triangle, has one (`newton-box`)."""
        middle = tuple((a + b) // 2 for a, b in zip(self.low, self.high))
        forms = self.function.at(middle)
        first, second = ((self.size * forms[i] - middle[i] * forms[3],) * 2 for i in (1, 2))
        if first == second == (0, 0):
            return True
        (a, b), (c, d) = self.less(Fraction(1))
        steps = minus(times(d, first), times(b, second)), minus(times(a, second), times(c, first))
        least = min(map(abs, self.characteristic(Fraction(1))))
        radii = ((self.high[i] - self.low[i]) // 2 for i in (1, 2))
        short = all(max(map(abs, step)) <= radius * least for step, radius in zip(steps, radii))
        return self.at_most_one() and short


def minus(a: Interval, b: Interval) -> Interval:
    """The differences."""
    return a[0] - b[1], a[1] - b[0]


def times(a: Interval, b: Interval) -> Interval:
    """The products."""
    ends = [x * y for x in a for y in b]
    return min(ends), max(ends)


def sign(a: Interval) -> int:
    """The one sign of all members, or 0."""
    return (a[0] > 0) - (a[1] < 0)
