"""Rational functions of a claim in their one spelling: integer coefficients without a common factor, lowest terms."""

from collections.abc import Mapping, Sequence
from math import gcd
from typing import Any

from ..entry.loader import polynomial_or_zero, record
from ..entry.verdict import require, wellformed, within
from ..entry.work import Work
from .multivariate import Poly, in_one, terms

MAX_LINE = 1000  # of a coefficient of the line


def coefficients(a: Sequence[Any]) -> list[int]:
    """The coefficients of a polynomial of a claim, which is a list, or a list of rows."""
    return [c for row in a for c in (row if isinstance(row, list) else [row])]


def content(num: Sequence[Any], den: Sequence[Any]) -> int:
    """The greatest common divisor of all coefficients."""
    return gcd(*coefficients(num), *coefficients(den))


def check_normal(label: str, function: tuple[Any, Any]) -> None:
    """Content 1, and a definite sign."""
    num, den = function
    first = next((c for c in coefficients(den) if c), 0)
    normal = content(num, den) == 1 and first > 0
    wellformed(normal, "function.normalised", "content 1, the first non-zero coefficient of den positive", label)


def cofactors(value: Any) -> dict[str, Any]:
    """Polynomials u and v, as `num` and `den`."""
    return record(value, {"den": polynomial_or_zero, "num": polynomial_or_zero})


def check_lowest(functions: Mapping[str, tuple[Any, Any]], line: Mapping[str, Any], work: Work) -> None:
    """No common factor: on a line on which den keeps its degree, u num + v den is a constant (`bezout-line`)."""
    labels = sorted(line["bezout"])
    require(labels == sorted(functions), "function.witness.bezout.names", sorted(functions), labels)
    largest = max((abs(c) for pair in line["line"] for c in pair), default=0)
    within(largest <= MAX_LINE, "function.line", f"at most {MAX_LINE}", "more")
    for label, (num, den) in functions.items():
        u, v = line["bezout"][label]["num"], line["bezout"][label]["den"]
        above, below = (on_line(part, line["line"], work) for part in (num, den))
        if line["line"]:
            degree = Poly(terms(den, 2), work).degree
            full = below.degree == degree
            require(full, "function.witness.line", f"a line on which den has degree {degree}", below.degree)
        value = in_one(work, u) * above + in_one(work, v) * below
        require(value.degree == 0, "function.witness.bezout", "u num + v den = a constant that is not 0", value.listed)
        short = len(u) <= below.degree and len(v) <= above.degree
        if min(above.degree, below.degree) == 0:  # beside a constant there is one spelling, not one for every factor
            short = (u, v) == (([], [1]) if below.degree == 0 else ([1], []))
        require(short, "function.witness.bezout.degree", "cofactors of lower degree", (len(u), len(v)))


def on_line(a: Sequence[Any], line: Sequence[Sequence[int]], work: Work) -> Poly:
    """A polynomial of a claim at x = line[0][0] + line[0][1] t (and so on), as a polynomial in t."""
    if len(line) == 0:
        return in_one(work, a)
    (x, y), result = (in_one(work, pair) for pair in line), Poly({}, work)
    for row in reversed(a):  # Horner's rule, in both variables
        inner = Poly({}, work)
        for c in reversed(row):
            inner = inner * y + in_one(work, [c])
        result = result * x + inner
    return result
