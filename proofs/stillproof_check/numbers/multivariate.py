"""Polynomials in the parameters of a state family, with coefficients in Q(zeta_m): exponents -> coefficient.

Two of them are equal when their difference has only zero coefficients.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from .cyclotomic import Element, Field
from .polynomial import Ring

Poly = dict[tuple[int, ...], Element]


def total(field: Field, parts: Any) -> Poly:
    """The sum of some polynomials."""
    found: Poly = {}
    for part in parts:
        for exponents, c in part.items():
            found[exponents] = field.add(found[exponents], c) if exponents in found else c
    return found


def scaled(field: Field, c: Element, a: Mapping[tuple[int, ...], Element]) -> Poly:
    """c a."""
    return {exponents: field.multiply(c, x) for exponents, x in a.items()}


def product(field: Field, a: Poly, b: Poly) -> Poly:
    """a b."""
    found: Poly = {}
    for left, x in a.items():
        for right, y in b.items():
            exponents = tuple(map(int.__add__, left, right))
            term = field.multiply(x, y)
            found[exponents] = field.add(found[exponents], term) if exponents in found else term
    return found


def difference(field: Field, a: Poly, b: Poly) -> tuple[int, ...] | None:
    """The first exponents at which a and b differ; None where they are equal."""
    differ = [e for e in a.keys() | b.keys() if a.get(e, field.zero) != b.get(e, field.zero)]
    return min(differ, default=None)


def value(field: Field, a: Poly, point: Sequence[Fraction]) -> Element:
    """a at a rational point."""
    terms = []
    for exponents, c in a.items():
        factor = Fraction(1)
        for x, e in zip(point, exponents):
            factor *= x**e
        terms.append(field.scale(factor, c))
    return field.sum(terms)


def affine(values: Sequence[Element]) -> Poly:
    """values[0] + values[1] x_1 + values[2] x_2 ..."""
    count = len(values) - 1
    return {tuple(int(i == k) for k in range(1, count + 1)): c for i, c in enumerate(values) if any(c)}


def terms(a: Sequence[Any], count: int) -> dict[tuple[int, ...], Any]:
    """A polynomial of a claim, a list of coefficients or for two parameters a list of such lists, by exponents."""
    if count == 1:
        return {(i,): c for i, c in enumerate(a) if c}
    return {(i, j): c for i, row in enumerate(a) for j, c in enumerate(row) if c}


def lifted(field: Field, a: Sequence[Any], count: int) -> Poly:
    """The same over Q(zeta_m)."""
    return {exponents: field.rational(c) for exponents, c in terms(a, count).items()}


def on_line(a: Sequence[Any], line: Sequence[Sequence[int]], ring: Ring) -> Sequence[int | Fraction]:
    """A polynomial of a claim at x = line[0][0] + line[0][1] t (and so on), as a polynomial in t."""
    if len(line) == 0:
        return a
    result: list[int | Fraction] = []
    for row in reversed(a):  # Horner's rule, in both variables
        inner: list[int | Fraction] = []
        for c in reversed(row):
            inner = ring.add(ring.multiply(inner, line[1]), [c])
        result = ring.add(ring.multiply(result, line[0]), inner)
    return result


def top_degree(a: Sequence[Any]) -> int:
    """The total degree of a polynomial of a claim in two parameters."""
    return max(i + j for i, row in enumerate(a) for j, c in enumerate(row) if c)
