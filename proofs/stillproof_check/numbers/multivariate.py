"""Polynomials in one variable or several, with integers, rationals or elements of one Q(zeta_m) as coefficients."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import prod
from typing import Any

from ..entry.work import Work
from .cyclotomic import Element, Field
from .polynomial import bits

Exponents = tuple[int, ...]


class Poly:  # noqa: PLW1641 - not to be a key
    """Exponents -> coefficient, none of them 0; what is done with it is counted."""

    __slots__ = ("terms", "work")

    def __init__(self, terms: Mapping[Exponents, Any], work: Work):
        self.terms, self.work = {exponents: c for exponents, c in terms.items() if c}, work

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Poly) and self.terms == other.terms

    def __bool__(self) -> bool:
        return bool(self.terms)

    def __add__(self, other: "Poly") -> "Poly":
        self.work.more(len(other.terms))
        found = dict(self.terms)
        for exponents, c in other.terms.items():
            found[exponents] = found[exponents] + c if exponents in found else c
        return Poly(found, self.work)

    def __sub__(self, other: "Poly") -> "Poly":
        return self + other * -1

    def __mul__(self, other: Any) -> "Poly":
        if not isinstance(other, Poly):
            other = Poly({(0,) * len(exponents): other for exponents in self.terms}, self.work)
        self.work.products(2 * len(self.terms) * len(other.terms), self.longest, other.longest)
        found: dict[Exponents, Any] = {}
        for left, x in self.terms.items():
            for right, y in other.terms.items():
                exponents = tuple(map(int.__add__, left, right))
                found[exponents] = found[exponents] + x * y if exponents in found else x * y
        return Poly(found, self.work)

    @property
    def longest(self) -> int:
        """The greatest number of bits of a coefficient; elements of a field count what is done with them."""
        return bits(c for c in self.terms.values() if not isinstance(c, Element))

    @property
    def degree(self) -> int:
        """The total degree; -1 for the zero polynomial."""
        return max(map(sum, self.terms), default=-1)

    @property
    def listed(self) -> list[int | Fraction]:
        """The coefficients of a polynomial in one variable, low degree first, the last one not 0."""
        return [self.terms.get((i,), 0) for i in range(self.degree + 1)]

    def value(self, point: Sequence[Fraction], field: Field) -> Element:
        """The value at a rational point, of a polynomial over a field."""
        return field.sum(c * prod(map(pow, point, exponents)) for exponents, c in self.terms.items())


def affine(values: Sequence[Element]) -> Poly:
    """values[0] + values[1] x_1 + values[2] x_2 ..."""
    exponents = [tuple(int(i == k) for k in range(1, len(values))) for i in range(len(values))]
    return Poly(dict(zip(exponents, values)), values[0].field.work)


def terms(a: Sequence[Any], count: int) -> dict[Exponents, Any]:
    """A polynomial of a claim, a list of coefficients or for two parameters a list of such lists, by exponents."""
    if count == 1:
        return {(i,): c for i, c in enumerate(a) if c}
    return {(i, j): c for i, row in enumerate(a) for j, c in enumerate(row) if c}


def lifted(field: Field, a: Sequence[Any], count: int) -> Poly:
    """The same over Q(zeta_m)."""
    return Poly({exponents: field.rational(c) for exponents, c in terms(a, count).items()}, field.work)


def in_one(work: Work, *factors: Sequence[Any]) -> Poly:
    """The product of polynomials of a claim in one variable."""
    return prod((Poly(terms(a, 1), work) for a in factors), start=Poly({(0,): 1}, work))


def homogeneous(counts: Sequence[Any], first: Poly, second: Poly, one: Poly) -> Poly:
    """sum_w counts[w] first^(n-w) second^w, for n = len(counts) - 1."""
    total, power = Poly({}, one.work), one
    for count in counts:
        total = total * first + power * count
        power = power * second
    return total
