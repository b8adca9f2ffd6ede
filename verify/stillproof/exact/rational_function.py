"""Rational functions of one or two parameters over Q: what protocols compute, and what claims state.

`of` gives the one spelling that claims use, `stated` takes what a claim states as it is: the checker refuses a claim
that is not in lowest terms.  Values are exact at rational points, and enclosures at enclosures.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import prod
from typing import Any, overload

from flint import Ordering, fmpq, fmpq_mpoly, fmpq_mpoly_ctx, fmpq_poly, fmpz, fmpz_poly

from .enclosed import Number
from .reading import rational

Exponents = tuple[int, ...]
LINES = [[(0, 1), (0, k)] for k in range(1, 40)] + [[(1, 1), (i, k)] for i in range(1, 9) for k in range(1, 9)]


@dataclass(frozen=True)
class RationalFunction:
    """num/den; `count` parameters."""

    num: fmpq_mpoly
    den: fmpq_mpoly
    count: int

    @staticmethod
    def of(num: fmpq_mpoly, den: fmpq_mpoly, count: int) -> RationalFunction:
        """num/den in lowest terms, integer coefficients of content 1, the first coefficient of den positive.

        >>> x, y = ring(2).gens()
        >>> found = RationalFunction.of((x + y) * (x - 2 * y) / 3, (x + y) * (-1 - y), 2)
        >>> found.num, found.den
        (-x + 2*y, 3*y + 3)
        """
        common = num.gcd(den)
        num, den = num / common, den / common
        scale, content = fmpz(1), fmpz(0)
        for c in (*num.coeffs(), *den.coeffs()):
            scale = scale.lcm(c.q)
        for c in (*num.coeffs(), *den.coeffs()):
            content = content.gcd((c * scale).p)
        lowest = next(iter(terms(den).values()))
        factor = fmpq(scale, content if lowest > 0 else -content)
        return RationalFunction(num * factor, den * factor, count)

    @staticmethod
    def stated(value: Mapping[str, Any]) -> RationalFunction:
        """num/den as a claim has them.  Raises ValueError or ZeroDivisionError where a coefficient is no rational.

        >>> RationalFunction.stated({"num": ["0", "1/2"], "den": ["1", "-1"]}).at(fmpq(1, 3))
        1/4
        """
        count = 2 if any(isinstance(row, list) for key in ("num", "den") for row in value[key]) else 1
        parts = [ring(count).from_dict(coefficients(value[key])) for key in ("num", "den")]
        return RationalFunction(parts[0], parts[1], count)

    @staticmethod
    def multiple(slope: fmpq) -> RationalFunction:
        """slope x, of one parameter.

        >>> RationalFunction.multiple(fmpq(2, 3)).json()
        {'den': ['3'], 'num': ['0', '2']}
        """
        (x,) = ring(1).gens()
        return RationalFunction.of(slope * x, ring(1).constant(1), 1)

    def json(self) -> dict[str, list[Any]]:
        """Coefficients as decimal strings, low degree first; rows by power of the first of two parameters."""
        return {"den": spelled(self.den, self.count), "num": spelled(self.num, self.count)}

    @cached_property
    def terms(self) -> tuple[dict[Exponents, fmpq], dict[Exponents, fmpq]]:
        """The coefficients of num and den."""
        return terms(self.num), terms(self.den)

    @property
    def degree(self) -> int:
        """The greatest total degree of num and den."""
        return max((sum(exponents) for part in self.terms for exponents in part), default=0)

    @property
    def univariate(self) -> tuple[fmpz_poly, fmpz_poly]:
        """num and den as polynomials in the one parameter; their coefficients are integers."""
        return as_list(self.num), as_list(self.den)

    @cached_property
    def polynomials(self) -> tuple[fmpq_poly, fmpq_poly]:
        """num and den as polynomials in the one parameter.

        >>> RationalFunction.stated({"num": ["0", "1/2"], "den": ["1"]}).polynomials
        (1/2*x, 1)
        """
        num, den = (
            fmpq_poly([part.get((i,), fmpq(0)) for i in range(1 + max((e[0] for e in part), default=-1))])
            for part in self.terms
        )
        return num, den

    @property
    def slope(self) -> fmpz_poly:
        """num' den - num den', which has the sign of the derivative; of one parameter, with integer coefficients.

        >>> RationalFunction.stated({"num": ["0", "0", "1"], "den": ["1", "1"]}).slope
        x^2 + 2*x
        """
        num, den = self.univariate
        return num.derivative() * den - num * den.derivative()

    @overload
    def at(self, *point: fmpq) -> fmpq: ...

    @overload
    def at(self, *point: Number) -> Number: ...

    def at(self, *point: Number) -> Number:
        """The value at a point; an enclosure at an enclosure.  Raises ZeroDivisionError at a rational pole."""
        if self.count == 1 and isinstance(point[0], fmpq):
            num, den = self.polynomials
            return num(point[0]) / den(point[0])
        powers: list[list[Number]] = [[fmpq(1)] for _ in point]
        for row, x in zip(powers, point, strict=True):
            for _ in range(self.degree):
                row.append(row[-1] * x)
        above, below = (
            sum((c * prod((row[e] for row, e in zip(powers, exponents, strict=True)), start=fmpq(1))
                 for exponents, c in part.items()), fmpq(0))
            for part in self.terms
        )  # fmt: skip
        return above / below

    def scaled(self, by: fmpq) -> RationalFunction:
        """The function of other parameters: each of these is `by` times one of those.

        >>> RationalFunction.stated({"num": ["1", "4"], "den": ["2"]}).scaled(fmpq(1, 2)).polynomials
        (2*x + 1, 2)
        """
        context = self.num.context()
        num, den = (context.from_dict({e: c * by ** sum(e) for e, c in part.items()}) for part in self.terms)
        return RationalFunction(num, den, self.count)

    def inverse(self) -> RationalFunction:
        """den/num."""
        return RationalFunction(self.den, self.num, self.count)

    def times(self, factor: fmpq) -> RationalFunction:
        """A multiple of the function; den stays."""
        return RationalFunction(self.num * factor, self.den, self.count)

    def plus(self, constant: fmpq) -> RationalFunction:
        """The function and a constant; den stays."""
        return RationalFunction(self.num + constant * self.den, self.den, self.count)


def ring(count: int) -> fmpq_mpoly_ctx:
    """The polynomials in so many parameters, one or two."""
    return fmpq_mpoly_ctx.get(("x", "y")[:count], Ordering.lex)


def terms(poly: fmpq_mpoly) -> dict[Exponents, fmpq]:
    """The coefficients that are not 0, by exponents, in their order.

    >>> x, y = ring(2).gens()
    >>> terms(x + 3 * y**2 - 1)
    {(0, 0): -1, (0, 2): 3, (1, 0): 1}
    """
    return dict(sorted((tuple(map(int, exponents)), c) for exponents, c in poly.to_dict().items()))


def coefficients(rows: Sequence[Any]) -> dict[Exponents, fmpq]:
    """Coefficients as claims have them, by exponents; rows by power of the first of two parameters."""
    found: dict[Exponents, fmpq] = {}
    for i, row in enumerate(rows):
        entries = [((i, j), c) for j, c in enumerate(row)] if isinstance(row, list) else [((i,), row)]
        found.update((exponents, rational(c)) for exponents, c in entries if c != "0")
    return found


def as_list(poly: fmpq_mpoly) -> fmpz_poly:
    """A polynomial in one variable with integer coefficients."""
    found = terms(poly)
    top = max((exponents[0] for exponents in found), default=-1)
    return fmpz_poly([found[i,].p if (i,) in found else 0 for i in range(top + 1)])


def spelled(poly: fmpq_mpoly, count: int) -> list[Any]:
    """The JSON of a polynomial with integer coefficients."""
    found = {exponents: str(c) for exponents, c in terms(poly).items()}
    if count == 1:
        return [found.get((i,), "0") for i in range(1 + max((e[0] for e in found), default=-1))]
    rows = []
    for i in range(1 + max((e[0] for e in found), default=-1)):
        width = 1 + max((e[1] for e in found if e[0] == i), default=-1)
        rows.append([found.get((i, j), "0") for j in range(width)])
    return rows


def cofactors(functions: Sequence[RationalFunction]) -> tuple[list[dict[str, list[str]]], list[list[str]]]:
    """For each function u and v with u num + v den = a constant, for two parameters on one line for all of them.

    The line is the first of a list on which every den keeps its degree and no common factor appears.
    """
    if functions[0].count == 1:
        return [bezout(*map(fmpq_poly, f.univariate)) for f in functions], []
    for line in LINES:
        x, y = (fmpq_poly(list(pair)) for pair in line)
        restricted = [(on_line(f.num, x, y), on_line(f.den, x, y)) for f in functions]
        full = all(den.degree() == f.den.total_degree() for f, (_, den) in zip(functions, restricted, strict=True))
        if full and all(num.gcd(den).degree() == 0 for num, den in restricted):
            return [bezout(*pair) for pair in restricted], [[str(c) for c in pair] for pair in line]
    raise AssertionError("lines on which a common factor appears are few")


def on_line(poly: fmpq_mpoly, x: fmpq_poly, y: fmpq_poly) -> fmpq_poly:
    """A polynomial in two variables at x(t), y(t)."""
    return sum((x ** int(i) * y ** int(j) * c for (i, j), c in poly.to_dict().items()), fmpq_poly([0]))


def bezout(num: fmpq_poly, den: fmpq_poly) -> dict[str, list[str]]:
    """Integer polynomials u and v with u num + v den = a constant."""
    if den.degree() == 0:
        return {"den": ["1"], "num": []}
    if num.degree() == 0:
        return {"den": [], "num": ["1"]}
    _, u, v = num.xgcd(den)
    scale = u.denom().lcm(v.denom())
    return {key: [str(c) for c in (x * scale).coeffs()] for key, x in (("den", v), ("num", u))}
