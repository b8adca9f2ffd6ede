"""Exact elements of Q(zeta_m), zeta = exp(2 pi i / m), in the basis 1, zeta, ..., zeta^(phi(m)-1).

Matrices are lists of rows of elements.
"""

from collections.abc import Iterable
from fractions import Fraction
from math import gcd
from typing import Any

from ..entry.loader import integer, listed, record, small, unread_list
from ..entry.verdict import wellformed, within
from ..entry.work import Work
from ..operators.symplectic import phase_order
from .polynomial import bits

MAX_M = 120  # of Q(zeta_m)
MAX_DEGREE = 24  # of Q(zeta_m) over Q
MAX_ENTRY = 10**40  # of a coordinate or denominator of a matrix


class Element:
    """An element of a field, by its coordinates; what is done with it is counted."""

    __slots__ = ("coordinates", "field")

    def __init__(self, field: "Field", coordinates: Iterable[Fraction]):
        self.field, self.coordinates = field, tuple(coordinates)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Element):
            return False
        return (self.field.m, self.coordinates) == (other.field.m, other.coordinates)

    def __hash__(self) -> int:
        return hash(self.coordinates)

    def __bool__(self) -> bool:
        return any(self.coordinates)

    def __add__(self, other: "Element") -> "Element":
        self.field.work.more(self.field.degree)
        return Element(self.field, (x + y for x, y in zip(self.coordinates, other.coordinates)))

    def __sub__(self, other: "Element") -> "Element":
        return self + other * -1

    def __mul__(self, other: "Element | int | Fraction") -> "Element":
        degree, work = self.field.degree, self.field.work
        if not isinstance(other, Element):
            work.more(degree)
            return Element(self.field, (other * x for x in self.coordinates))
        left, right = ([(i, x) for i, x in enumerate(c.coordinates) if x] for c in (self, other))
        size = bits(self.coordinates) + bits(other.coordinates)
        work.products(8 + degree + 2 * len(left) * len(right), size, size)
        product = [Fraction(0)] * (2 * degree - 1)
        for i, x in left:
            for j, y in right:
                product[i + j] += x * y
        for k, c in enumerate(product[degree:], degree):
            if c:
                for i, z in enumerate(self.field.zeta(k).coordinates):
                    if z:
                        product[i] += c * z
        return Element(self.field, product[:degree])

    def image(self, k: int) -> "Element":
        """What it becomes where zeta becomes zeta^k."""
        return self.field.sum(self.field.zeta(k * i) * x for i, x in enumerate(self.coordinates))

    def conjugate(self) -> "Element":
        """The complex conjugate: zeta becomes 1/zeta."""
        return self.image(-1)

    def inverse(self) -> "Element":
        """1/a for a != 0: the product of the other conjugates of a, over the norm."""
        others = self.field.one
        for k in range(2, self.field.m):
            if gcd(k, self.field.m) == 1:
                others = others * self.image(k)
        return others * (1 / (self * others).coordinates[0])

    def __str__(self) -> str:
        terms = [f"{x}" if i == 0 else f"{x} z^{i}" for i, x in enumerate(self.coordinates) if x]
        return (" + ".join(terms) or "0") + (f" (z = zeta_{self.field.m})" if any(self.coordinates[1:]) else "")


Matrix = list[list[Element]]


class Field:
    """Q(zeta_m): its elements, and matrices over it."""

    def __init__(self, m: int, work: Work):
        self.m, self.work = m, work
        modulus = cyclotomic_polynomial(m)
        self.degree = len(modulus) - 1
        self.powers: list[Element] = []
        power = [Fraction(1)] + [Fraction(0)] * (self.degree - 1)
        for _ in range(m):
            self.powers.append(Element(self, power))
            top = power[-1]
            power = [x - top * c for x, c in zip([Fraction(0), *power[:-1]], modulus)]
        self.zero, self.one = Element(self, [Fraction(0)] * self.degree), self.powers[0]

    def zeta(self, k: int) -> Element:
        """zeta^k."""
        return self.powers[k % self.m]

    def rational(self, q: int | Fraction) -> Element:
        """The rational number q."""
        return self.one * q

    def sum(self, elements: Iterable[Element]) -> Element:
        """The sum of elements."""
        return sum(elements, self.zero)

    def product(self, a: Matrix, b: Matrix) -> Matrix:
        """The matrix product a b."""
        columns = list(zip(*b))
        return [[self.sum(map(Element.__mul__, row, column)) for column in columns] for row in a]

    def adjoint(self, a: Matrix) -> Matrix:
        """The conjugate transpose."""
        return [[x.conjugate() for x in column] for column in zip(*a)]

    def trace(self, a: Matrix) -> Element:
        """The trace."""
        return self.sum(a[i][i] for i in range(len(a)))

    def identity(self, p: int) -> Matrix:
        """The identity matrix of size p."""
        return [[self.one if i == j else self.zero for j in range(p)] for i in range(p)]

    def displacement(self, p: int, u: int, v: int) -> Matrix:
        """T(u|v) on one site; for odd p see Prakash 2020, eq. (2.2)."""
        w = self.m // p
        outer = self.m // 4 * u * v if p == 2 else w * u * v * (p + 1) // 2
        matrix = [[self.zero] * p for _ in range(p)]
        for k in range(p):
            matrix[(k + u) % p][k] = self.zeta(outer + w * v * k)
        return matrix


def cyclotomic_polynomial(m: int) -> list[int]:
    """Phi_m, low degree first: x^m - 1 divided by Phi_d for every d < m that divides m."""
    quotient = [-1] + [0] * (m - 1) + [1]
    for d in range(1, m):
        if m % d == 0:
            divisor = cyclotomic_polynomial(d)
            rest, quotient = quotient, []
            while len(rest) >= len(divisor):
                top = rest[-1]
                quotient.insert(0, top)
                shift = len(rest) - len(divisor)
                rest = [x - top * divisor[i - shift] if i >= shift else x for i, x in enumerate(rest)][:-1]
    return quotient


class Fields:
    """The fields of one statement, which share its counter."""

    def __init__(self, work: Work):
        self.work, self.known = work, dict[int, Field]()

    def of(self, m: int) -> Field:
        """Q(zeta_m)."""
        if m not in self.known:
            self.known[m] = Field(m, self.work)
        return self.known[m]


def read_matrix(value: Any, p: int, fields: Fields) -> tuple[Field, Matrix]:
    """A p x p matrix over Q(zeta_m): integer coordinates over one common denominator."""
    m = record(value, {"den": integer, "entries": unread_list, "m": small(phase_order(p), MAX_M)})["m"]
    order = phase_order(p)
    wellformed(m % order == 0, "matrix.field", f"m a multiple of {order}", m)
    field = fields.of(m)
    within(field.degree <= MAX_DEGREE, "matrix.field.degree", f"at most {MAX_DEGREE}", field.degree)
    coordinates = listed(integer, field.degree)
    got = record(value, {"den": integer, "entries": listed(listed(coordinates, p), p), "m": small(m, m)})
    content = gcd(got["den"], *(x for row in got["entries"] for entry in row for x in entry))
    wellformed(got["den"] > 0 and content == 1, "matrix.lowest", "lowest terms, den > 0", got["den"])
    largest = max(abs(x) for row in got["entries"] for entry in row for x in entry)
    within(max(largest, got["den"]) <= MAX_ENTRY, "matrix.entries", f"at most {MAX_ENTRY}", "a larger integer")
    entries = [[Element(field, (Fraction(x, got["den"]) for x in entry)) for entry in row] for row in got["entries"]]
    return field, entries


def read_element(value: Any, field: Field) -> Element:
    """An element of the given field."""
    kinds = {"den": integer, "m": small(field.m, field.m), "num": listed(integer, field.degree)}
    got = record(value, kinds)
    wellformed(got["den"] > 0 and gcd(got["den"], *got["num"]) == 1, "element.lowest", "lowest terms, den > 0", value)
    return Element(field, (Fraction(x, got["den"]) for x in got["num"]))
