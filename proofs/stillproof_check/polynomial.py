"""Polynomials over the rationals as lists, low degree first; signs and roots on the unit interval.

Signs are read off Bernstein coefficients (docs/lemmas.md: `bernstein-sign`, `descartes-count`).  Two
polynomials are compared with `minus`, never by their lists, which may carry zeros at the end.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import comb

from .verdict import within

Poly = Sequence[int | Fraction]
MAX_BISECTIONS = 64


def add(a: Poly, b: Poly) -> list[int | Fraction]:
    """a + b."""
    size = max(len(a), len(b))
    pad = [*a, *[0] * (size - len(a))], [*b, *[0] * (size - len(b))]
    return [x + y for x, y in zip(*pad)]


def scale(c: int | Fraction, a: Poly) -> list[int | Fraction]:
    """c a."""
    return [c * x for x in a]


def minus(a: Poly, b: Poly) -> list[int | Fraction]:
    """a - b."""
    return add(a, scale(-1, b))


def multiply(a: Poly, b: Poly) -> list[int | Fraction]:
    """a b."""
    product: list[int | Fraction] = [0] * (len(a) + len(b) - 1) if a and b else []
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            product[i + j] += x * y
    return product


def power(a: Poly, k: int) -> list[int | Fraction]:
    """a^k."""
    product: list[int | Fraction] = [1]
    for _ in range(k):
        product = multiply(product, a)
    return product


def evaluate(a: Poly, x: int | Fraction) -> Fraction:
    """a(x), by Horner's rule."""
    value = Fraction(0)
    for coefficient in reversed(a):
        value = value * x + coefficient
    return value


def trimmed(a: Poly) -> list[int | Fraction]:
    """a without zeros at the end."""
    result = list(a)
    while result and not result[-1]:
        result.pop()
    return result


def is_zero(a: Poly) -> bool:
    """Whether a is the zero polynomial."""
    return not any(a)


def homogeneous(counts: Sequence[int], first: Poly, second: Poly) -> list[int | Fraction]:
    """sum_w counts[w] first^(n-w) second^w, for n = len(counts) - 1."""
    total: list[int | Fraction] = [0]
    n = len(counts) - 1
    for w, count in enumerate(counts):
        if count:
            total = add(total, scale(count, multiply(power(first, n - w), power(second, w))))
    return total


def stretched(a: Poly, by: int | Fraction) -> list[int | Fraction]:
    """a(by x)."""
    return [c * by**i for i, c in enumerate(a)]


def moved(a: Poly, low: int | Fraction, high: int | Fraction) -> list[int | Fraction]:
    """a(low + (high - low) x)."""
    result: list[int | Fraction] = []
    for coefficient in reversed(a):
        result = add(multiply(result, [low, high - low]), [coefficient])
    return result


def bernstein(a: Poly) -> list[Fraction]:
    """The Bernstein coefficients of a on [0, 1], in degree len(a) - 1."""
    d = len(a) - 1
    return [sum((Fraction(comb(j, i), comb(d, i)) * a[i] for i in range(j + 1)), Fraction(0)) for j in range(d + 1)]


def variations(values: Sequence[Fraction]) -> int:
    """The number of sign changes, zeros left out."""
    signs = [value > 0 for value in values if value]
    return sum(x != y for x, y in zip(signs, signs[1:]))


def roots_in_unit(a: Poly, depth: int = MAX_BISECTIONS) -> int:
    """How many distinct real roots a has in the open interval (0, 1), by bisection until Descartes decides."""
    count = variations(bernstein(a))
    if count <= 1:
        return count
    within(depth > 0, "polynomial.bisections", f"at most {MAX_BISECTIONS}", "more (a multiple root?)")
    half = Fraction(1, 2)
    left, right = moved(a, 0, half), moved(a, half, 1)
    middle = evaluate(a, half) == 0
    return roots_in_unit(left, depth - 1) + middle + roots_in_unit(right, depth - 1)


def positive_on_closed_unit(a: Poly) -> bool:
    """Whether a > 0 on the whole closed interval [0, 1]."""
    return evaluate(a, 0) > 0 and evaluate(a, 1) > 0 and positive_on_unit(a)


def positive_on_unit(a: Poly) -> bool:
    """Whether a > 0 on the whole open interval (0, 1)."""
    return evaluate(a, Fraction(1, 2)) > 0 and roots_in_unit(a) == 0
