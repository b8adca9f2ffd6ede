"""Polynomials as text, from the coefficients that claims have: one walk through the terms, one table for each target.

The walk gives the sign, the size and the powers of every term.  What stands between them is a `Target`: plain text, or
what PARI/GP, Mathematica and Sage read.  The supplement makes trees of the same terms, for TeX and MathML.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple


class Term(NamedTuple):
    """A term of a polynomial; the size is empty where it is 1 and there are powers."""

    minus: bool
    size: str
    powers: list[tuple[str, int]]


class Target(NamedTuple):
    """What stands between the factors of a term, between a name and its exponent, and between the terms."""

    times: str
    power: str
    plus: str
    minus: str


PLAIN = Target(" ", "^", " + ", " - ")
ALGEBRA = Target("*", "^", "+", "-")  # what PARI/GP, Mathematica and Sage all read


def terms(coefficients: Sequence[Any], names: Sequence[str], graded: bool = True) -> Iterator[Term]:
    """The terms that are not 0, low degree first; with two variables rows by power of the first.

    `graded` is about two variables: by total degree, or by power of the first one.

    >>> list(terms(["0", "-1/2", "1"], ["x"]))
    [Term(minus=True, size='1/2', powers=[('x', 1)]), Term(minus=False, size='', powers=[('x', 2)])]
    """
    found: list[tuple[tuple[int, ...], str]] = []
    for i, row in enumerate(coefficients):
        found += [((i, j), c) for j, c in enumerate(row)] if isinstance(row, list) else [((i,), row)]
    if graded:
        found.sort(key=lambda term: (sum(term[0]), term[0]))
    for exponents, c in found:
        if c != "0":
            yield term(c, [(name, e) for name, e in zip(names, exponents, strict=True) if e])


def term(coefficient: str, powers: list[tuple[str, int]]) -> Term:
    """A term; a coefficient that is a sum itself is bracketed."""
    if " " in coefficient:
        return Term(False, f"({coefficient})", powers)
    size = coefficient.removeprefix("-")
    return Term(size != coefficient, "" if size == "1" and powers else size, powers)


def written(found: Iterable[Term], target: Target = PLAIN) -> str:
    """A sum of terms as text; 0 if there is none.

    >>> written(terms(["0", "-1/2", "1"], ["x"])), written(terms(["0", "-1/2", "1"], ["x"]), ALGEBRA), written([])
    ('-1/2 x + x^2', '-1/2*x+x^2', '0')
    """
    text = ""
    for minus, size, powers in found:
        factors = [*([size] if size else []), *(f"{x}{target.power}{e}" if e > 1 else x for x, e in powers)]
        sign = (target.minus if minus else target.plus) if text else "-" if minus else ""
        text += sign + target.times.join(factors)
    return text or "0"


def polynomial(coefficients: Sequence[Any], names: Sequence[str]) -> str:
    """A polynomial as plain text.

    >>> polynomial([["1", "-1"], ["2", "0", "3"]], ["x", "y"])
    '1 - y + 2 x + 3 x y^2'
    """
    return written(terms(coefficients, names))


def affine(coefficients: Sequence[str], names: Sequence[str]) -> str:
    """c_0 + c_1 x + .. as plain text; a coefficient may be a sum itself.

    >>> affine(["0", "1", "1 + zeta_3"], ["x", "y"])
    'x + (1 + zeta_3) y'
    """
    powers = [[], *([(name, 1)] for name in names)]
    return written(term(c, x) for c, x in zip(coefficients, powers, strict=True) if c != "0")


def function(value: Mapping[str, Sequence[Any]], names: Sequence[str]) -> str:
    """A rational function as plain text.

    >>> function({"num": ["0", "1"], "den": ["1"]}, ["x"]), function({"num": ["2"], "den": ["1", "1"]}, ["x"])
    ('(x)', '(2) / (1 + x)')
    """
    num, den = (polynomial(value[key], names) for key in ("num", "den"))
    return f"({num})" if den == "1" else f"({num}) / ({den})"
