"""Rational functions of one or two parameters over Q, in the one spelling that claims use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flint import fmpq, fmpq_mpoly, fmpq_poly, fmpz, fmpz_poly

LINES = [[(0, 1), (0, k)] for k in range(1, 40)] + [[(1, 1), (i, k)] for i in range(1, 9) for k in range(1, 9)]


@dataclass(frozen=True)
class RationalFunction:
    """num/den in lowest terms, integer coefficients of content 1, first non-zero coefficient of den positive."""

    num: fmpq_mpoly
    den: fmpq_mpoly
    count: int  # of parameters

    @staticmethod
    def of(num: fmpq_mpoly, den: fmpq_mpoly, count: int) -> RationalFunction:
        """num/den reduced."""
        common = num.gcd(den)
        num, den = num / common, den / common
        scale, content = fmpz(1), fmpz(0)
        for c in (*num.coeffs(), *den.coeffs()):
            scale = scale.lcm(c.q)
        for c in (*num.coeffs(), *den.coeffs()):
            content = content.gcd((c * scale).p)
        lowest = min(den.to_dict().items())[1]
        factor = fmpq(scale, content if lowest > 0 else -content)
        return RationalFunction(num * factor, den * factor, count)

    def json(self) -> dict[str, list[Any]]:
        """Coefficients as decimal strings, low degree first; rows by power of the first of two parameters."""
        return {"den": spelled(self.den, self.count), "num": spelled(self.num, self.count)}

    @property
    def univariate(self) -> tuple[fmpz_poly, fmpz_poly]:
        """num and den as polynomials in the one parameter."""
        return as_list(self.num), as_list(self.den)

    def at(self, *point: fmpq) -> fmpq:
        """The value at a rational point.  Raises ZeroDivisionError at a pole."""
        return self.num(*point) / self.den(*point)


def as_list(poly: fmpq_mpoly) -> fmpz_poly:
    """A polynomial in one variable with integer coefficients."""
    coefficients = poly.to_dict()
    top = max((exponents[0] for exponents in coefficients), default=-1)
    return fmpz_poly([coefficients[(i,)].p if (i,) in coefficients else 0 for i in range(top + 1)])


def spelled(poly: fmpq_mpoly, count: int) -> list[Any]:
    """The JSON of a polynomial with integer coefficients."""
    coefficients = {tuple(map(int, e)): str(c) for e, c in poly.to_dict().items()}
    if count == 1:
        return [coefficients.get((i,), "0") for i in range(1 + max((e[0] for e in coefficients), default=-1))]
    rows = []
    for i in range(1 + max((e[0] for e in coefficients), default=-1)):
        width = 1 + max((e[1] for e in coefficients if e[0] == i), default=-1)
        rows.append([coefficients.get((i, j), "0") for j in range(width)])
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
