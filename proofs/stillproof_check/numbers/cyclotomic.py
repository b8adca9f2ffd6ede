"""Exact elements of Q(zeta_m), zeta = exp(2 pi i / m), in the basis 1, zeta, ..., zeta^(phi(m)-1).

Two elements are equal when their coordinates are.  Matrices are lists of rows of elements.
"""

from fractions import Fraction
from math import gcd
from typing import Any

from ..entry.loader import integer, listed, record, small, unread_list
from ..entry.verdict import wellformed, within
from ..entry.work import Work
from ..operators.symplectic import phase_order
from .polynomial import bits

Element = tuple[Fraction, ...]
Matrix = list[list[Element]]
MAX_M = 120  # of Q(zeta_m)
MAX_DEGREE = 24  # of Q(zeta_m) over Q
MAX_ENTRY = 10**40  # of a coordinate or denominator of a matrix


class Field:
    """Q(zeta_m): its modulus and its operations, all of them counted."""

    def __init__(self, m: int, work: Work):
        self.m, self.work = m, work
        modulus = cyclotomic_polynomial(m)
        self.degree = len(modulus) - 1
        self.powers: list[Element] = []
        power = [Fraction(1)] + [Fraction(0)] * (self.degree - 1)
        for _ in range(m):
            self.powers.append(tuple(power))
            top = power[-1]
            power = [x - top * c for x, c in zip([Fraction(0), *power[:-1]], modulus)]
        self.zero: Element = (Fraction(0),) * self.degree
        self.one = self.powers[0]

    def zeta(self, k: int) -> Element:
        """zeta^k."""
        return self.powers[k % self.m]

    def rational(self, q: int | Fraction) -> Element:
        """The rational number q."""
        return self.scale(q, self.one)

    def add(self, a: Element, b: Element) -> Element:
        """a + b."""
        self.work.more(self.degree)
        return tuple(x + y for x, y in zip(a, b))

    def scale(self, q: int | Fraction, a: Element) -> Element:
        """q a for a rational q."""
        self.work.more(self.degree)
        return tuple(q * x for x in a)

    def multiply(self, a: Element, b: Element) -> Element:
        """a b."""
        left, right = ([(i, x) for i, x in enumerate(c) if x] for c in (a, b))
        size = bits(a) + bits(b)
        self.work.products(8 + self.degree + 2 * len(left) * len(right), size, size)
        product = [Fraction(0)] * (2 * self.degree - 1)
        for i, x in left:
            for j, y in right:
                product[i + j] += x * y
        for k, c in enumerate(product[self.degree :], self.degree):
            if c:
                for i, z in enumerate(self.zeta(k)):
                    if z:
                        product[i] += c * z
        return tuple(product[: self.degree])

    def power(self, a: Element, k: int) -> Element:
        """a^k."""
        product = self.one
        for _ in range(k):
            product = self.multiply(product, a)
        return product

    def conjugate(self, a: Element) -> Element:
        """The complex conjugate: zeta becomes 1/zeta."""
        return self.sum(self.scale(x, self.zeta(-i)) for i, x in enumerate(a))

    def sum(self, elements: Any) -> Element:
        """The sum of elements."""
        total = self.zero
        for element in elements:
            total = self.add(total, element)
        return total

    def product(self, a: Matrix, b: Matrix) -> Matrix:
        """The matrix product a b."""
        columns = list(zip(*b))
        return [[self.sum(map(self.multiply, row, column)) for column in columns] for row in a]

    def adjoint(self, a: Matrix) -> Matrix:
        """The conjugate transpose."""
        return [[self.conjugate(x) for x in column] for column in zip(*a)]

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

    def inverse(self, a: Element) -> Element:
        """1/a for a != 0: the product of the other conjugates of a, over the norm."""
        others = self.one
        for k in range(2, self.m):
            if gcd(k, self.m) == 1:
                others = self.multiply(others, self.sum(self.scale(x, self.zeta(k * i)) for i, x in enumerate(a)))
        return self.scale(1 / self.multiply(a, others)[0], others)

    def show(self, a: Element) -> str:
        """An element as text."""
        terms = [f"{x}" if i == 0 else f"{x} z^{i}" for i, x in enumerate(a) if x]
        return (" + ".join(terms) or "0") + (f" (z = zeta_{self.m})" if any(a[1:]) else "")


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
    entries = [[tuple(Fraction(x, got["den"]) for x in entry) for entry in row] for row in got["entries"]]
    return field, entries


def read_element(value: Any, field: Field) -> Element:
    """An element of the given field."""
    kinds = {"den": integer, "m": small(field.m, field.m), "num": listed(integer, field.degree)}
    got = record(value, kinds)
    good = got["den"] > 0 and gcd(got["den"], *got["num"]) == 1
    wellformed(good, "element.lowest", "lowest terms, den > 0", value)
    return tuple(Fraction(x, got["den"]) for x in got["num"])
