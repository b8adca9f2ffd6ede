"""Signs and roots on the unit interval of polynomials over the rationals, as lists, low degree first.

Signs are read off Bernstein coefficients (docs/lemmas: `bernstein-sign`, `descartes-count`), with integers only.
A list may carry zeros at the end.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import accumulate
from math import lcm

from ..entry.verdict import within
from ..entry.work import Work

Coefficients = Sequence[int | Fraction]
MAX_BISECTIONS = 64


class Ring:
    """What is asked of such polynomials, all of it counted."""

    def __init__(self, work: Work):
        self.work = work

    def evaluate(self, a: Coefficients, x: int | Fraction) -> Fraction:
        """a(x), by Horner's rule on the numerator."""
        value, below = 0, 1  # the numerator so far, and the power of x's denominator
        coefficients, common = integers(a)
        for c in reversed(coefficients):
            self.work.products(3, bits([value, c, below]), bits([x]))
            value = value * x.numerator + c * below
            below *= x.denominator
        self.work.products(1, bits([value]), bits([below]))
        return Fraction(value * x.denominator, below * common)

    def moved(self, a: Coefficients, low: int | Fraction, high: int | Fraction) -> list[int]:
        """A positive multiple of a(low + (high - low) x), with integer coefficients."""
        size = lcm(low.denominator, high.denominator)
        start, step = int(low * size), int((high - low) * size)
        result, below = list[int](), 1
        for c in reversed(integers(a)[0]):
            self.work.products(2 * len(result) + 1, bits([*result, c, below]), bits([start, step, size]))
            result = [x + y for x, y in zip([*(start * x for x in result), 0], [0, *(step * x for x in result)])]
            result[0] += c * below
            below *= size
        return result

    def shifted(self, a: Sequence[int]) -> list[int]:
        """a(x + 1)."""
        self.work.products(len(a) * len(a), bits(a) + len(a), 1)
        result = list(reversed(a))
        for size in range(len(a), 1, -1):
            result[:size] = accumulate(result[:size])
        return result[::-1]

    def bernstein(self, a: Sequence[int]) -> list[int]:
        """The Bernstein coefficients of a on [0, 1] times comb(d, j), in degree d = len(a) - 1."""
        return self.shifted(a[::-1])[::-1]

    def roots_in_unit(self, a: Coefficients, depth: int = MAX_BISECTIONS) -> int:
        """How many distinct real roots a has in the open interval (0, 1), by bisection until Descartes decides."""
        todo, count = [(integers(a)[0], depth)], 0
        while todo:
            part, left_over = todo.pop()
            found = variations(self.bernstein(part))
            if found <= 1:
                count += found
                continue
            within(left_over > 0, "polynomial.bisections", f"at most {MAX_BISECTIONS}", "more (a multiple root?)")
            left = [c << i for i, c in enumerate(reversed(part))][::-1]  # 2^d a(x/2)
            right = self.shifted(left)
            count += right[0] == 0  # the middle
            todo += [(left, left_over - 1), (right, left_over - 1)]
        return count

    def positive_on_closed_unit(self, a: Coefficients) -> bool:
        """Whether a > 0 on the whole closed interval [0, 1]."""
        return self.evaluate(a, 0) > 0 and self.evaluate(a, 1) > 0 and self.positive_on_unit(a)

    def positive_on_unit(self, a: Coefficients) -> bool:
        """Whether a > 0 on the whole open interval (0, 1)."""
        return self.evaluate(a, Fraction(1, 2)) > 0 and self.roots_in_unit(a) == 0


def bits(numbers: Iterable[int | Fraction]) -> int:
    """The greatest number of bits of some numbers, numerator and denominator."""
    return max((x.numerator.bit_length() + x.denominator.bit_length() for x in numbers), default=0)


def integers(a: Coefficients) -> tuple[list[int], int]:
    """The coefficients times their least common denominator, and this denominator."""
    common = lcm(*(c.denominator for c in a))
    return [c.numerator * (common // c.denominator) for c in a], common


def variations(values: Sequence[int]) -> int:
    """The number of sign changes, zeros left out."""
    signs = [value > 0 for value in values if value]
    return sum(x != y for x, y in zip(signs, signs[1:]))
