"""A two-parameter map as a map of a triangle to itself: forms F_0, F_1, F_2 in barycentric coordinates.

A point is (x_0 : x_1 : x_2) with x_0 = 1 - e_1 - e_2, the weight of the target, and x_1 = e_1, x_2 = e_2; it goes to
(F_0 : F_1 : F_2).  The forms have non-negative coefficients, so the map sends the triangle to itself, and they and
their derivatives are bounded on x <= y by their values at x and y.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property
from math import comb

from ..entry.verdict import supported
from ..entry.work import Work
from ..numbers.multivariate import Poly, terms
from ..subject.established import Map

Point = tuple[int, ...]
UNITS = ((1, 0, 0), (0, 1, 0), (0, 0, 1))
# pairs of edges e_i - e_j and e_k - e_l of a triangle, up to signs
EDGES = ((0, 1), (0, 2), (1, 2))
PAIRS = tuple((a, b) for k, a in enumerate(EDGES) for b in EDGES[k:])


class TriangleMap:
    """The forms, with F_0 + F_1 + F_2 as a fourth one, all of one degree; what is done with them is counted."""

    def __init__(self, forms: Sequence[Mapping[Point, int]], degree: int, work: Work):
        given = [Poly(form, work) for form in forms]
        self.forms, self.degree, self.work = [*given, sum(given, Poly({}, work))], degree, work

    @cached_property
    def second(self) -> list[dict[tuple[int, int], Poly]]:
        """The second derivatives of each form."""
        return [{(i, j): derivative(derivative(form, i), j) for i in range(3) for j in range(3)} for form in self.forms]

    def at(self, point: Point) -> list[int]:
        """The values of the four forms."""
        powers = powers_of(point, self.degree, self.work)
        return [value(form, powers, self.work) for form in self.forms]

    def bends(self, low: Point, high: Point) -> list[int]:
        """For each form a bound of |D^2(u, v)| over low <= x <= high, u and v among the edges e_i - e_j."""
        below, above = (powers_of(end, self.degree, self.work) for end in (low, high))
        found = []
        for second in self.second:
            least = {key: value(form, below, self.work) for key, form in second.items()}
            most = {key: value(form, above, self.work) for key, form in second.items()}
            sizes = [0]
            for (i, j), (k, m) in PAIRS:
                sizes.append(most[i, k] + most[j, m] - least[i, m] - least[j, k])
                sizes.append(most[i, m] + most[j, k] - least[i, k] - least[j, m])
            found.append(max(sizes))
        return found


def triangle_map(found: Map, parameters: Sequence[str], work: Work) -> TriangleMap:
    """The outputs of a `map` claim in two parameters as forms; declined where a coefficient is negative."""
    supported(len(parameters) == 2, "triangle.parameters", "a family with two parameters", parameters)
    (a, a_den), (b, b_den) = ((f.num, f.den) for f in (found.functions[label] for label in parameters))
    first, second, whole, other = (Poly(terms(part, 2), work) for part in (a, b, a_den, b_den))
    if a_den != b_den:
        first, second, whole = first * other, second * whole, whole * other
    degree = max(part.degree for part in (first, second, whole))
    first, second, whole = (homogeneous(part, degree, work) for part in (first, second, whole))
    forms = [form.terms for form in (whole - first - second, first, second)]
    signs = all(c >= 0 for form in forms for c in form.values())
    supported(signs, "triangle.signs", "forms with non-negative coefficients", "a negative one")
    success = terms(found.success.num, 2)
    accepted = [sum(c * x**i * y**j for (i, j), c in success.items()) for x, y in ((0, 0), (1, 0), (0, 1))]
    supported(min(accepted) > 0, "triangle.accepted", "a positive success probability at the corners", accepted)
    return TriangleMap(forms, degree, work)


def homogeneous(a: Poly, degree: int, work: Work) -> Poly:
    """A polynomial in e_1, e_2 times powers of x_0 + x_1 + x_2."""
    found: dict[Point, int] = {}
    for (i, j), c in a.terms.items():
        rest = degree - i - j
        work.products((rest + 1) * (rest + 2), c.bit_length() + rest, rest)
        for k in range(rest + 1):
            for m in range(rest + 1 - k):
                key = (rest - k - m, i + k, j + m)
                found[key] = found.get(key, 0) + c * comb(rest, k) * comb(rest - k, m)
    return Poly(found, work)


def derivative(form: Poly, i: int) -> Poly:
    """By x_i."""
    lower = {tuple(e - (k == i) for k, e in enumerate(key)): c * key[i] for key, c in form.terms.items() if key[i]}
    return Poly(lower, form.work)


def powers_of(point: Point, degree: int, work: Work) -> list[list[int]]:
    """The powers of each coordinate."""
    found = []
    size = max(x.bit_length() for x in point)
    work.products(len(point) * degree, degree * size, size)
    for x in point:
        row = [1]
        for _ in range(degree):
            row.append(row[-1] * x)
        found.append(row)
    return found


def value(form: Poly, powers: Sequence[Sequence[int]], work: Work) -> int:
    """A form with non-negative coefficients at the point with these powers."""
    first, second, third = powers
    found = sum(c * first[i] * second[j] * third[k] for (i, j, k), c in form.terms.items())
    work.products(1 + len(form.terms) // 4, found.bit_length(), found.bit_length())
    return int(found)


def substituted(form: Poly, corners: Sequence[Point], work: Work) -> Poly:
    """The form in the barycentric coordinates of the triangle with these corners, by Horner's rule in x_0 and x_1."""
    lines = [Poly({unit: corner[i] for unit, corner in zip(UNITS, corners)}, work) for i in range(3)]
    last = [Poly({(0, 0, 0): 1}, work)]
    for _ in range(form.degree):
        last.append(last[-1] * lines[2])
    outer = Poly({}, work)
    for i in range(form.degree, -1, -1):
        inner = Poly({}, work)
        for j in range(form.degree - i, -1, -1):
            k = form.degree - i - j
            inner = inner * lines[1] + last[k] * form.terms.get((i, j, k), 0)
        outer = outer * lines[0] + inner
    return outer
