"""Exact numbers as they are known from certified claims, and on which side of a rational they lie."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import gcd

from flint import arb, ctx, fmpq, fmpq_poly, fmpz, fmpz_poly

from ..errors import Declined
from ..exact.algebraic import decimal_interval
from ..exact.decimals import CUT, shared, terminating, to_places, without_zeros
from ..exact.enclosed import ends
from .sentences import say

DIGITS = 25  # of a decimal that is shown
MAX_POWER = 1 << 22  # bits of integer powers that are compared
MAX_BITS = 1 << 14  # of enclosures of logarithms


@dataclass(frozen=True)
class Rational:
    """A rational number."""

    value: fmpq

    def side(self, q: fmpq) -> int:
        """The sign of the number minus q."""
        return (self.value > q) - (self.value < q)

    def bracket(self, digits: int) -> tuple[fmpq, fmpq]:
        """Rationals around it, about so many digits apart."""
        return self.value, self.value

    def witness(self) -> dict[str, str]:
        """How it can be checked by hand."""
        return {"exact": str(self.value)}


@dataclass(frozen=True)
class Algebraic:
    """shift + scale x, for x the one root of a polynomial between two rationals; scale is not 0."""

    polynomial: fmpz_poly
    low: fmpq
    high: fmpq
    scale: fmpq
    shift: fmpq = fmpq(0)  # noqa: RUF009 - a rational does not change

    def side(self, q: fmpq) -> int:
        """The sign of the number minus q."""
        x = (q - self.shift) / self.scale
        upwards = 1 if self.scale > 0 else -1
        if x <= self.low or x >= self.high:
            return upwards if x <= self.low else -upwards
        value, start = (fmpq_poly(self.polynomial)(y) for y in (x, self.low))
        return 0 if value == 0 else upwards if (value > 0) == (start > 0) else -upwards

    def bracket(self, digits: int) -> tuple[fmpq, fmpq]:
        """Rationals around it, about so many digits apart."""
        low, high = decimal_interval(self.polynomial, self.low, self.high, digits + 1)
        return ordered(max(low, self.low), min(high, self.high), self.scale, self.shift)

    def witness(self) -> dict[str, object]:
        """How it can be checked by hand."""
        found: dict[str, object] = {
            "interval": [str(self.low), str(self.high)],
            "polynomial": [str(c) for c in self.polynomial.coeffs()],
        }
        found |= {} if self.scale == 1 else {"times": str(self.scale)}
        return found if self.shift == 0 else {**found, "plus": str(self.shift)}


@dataclass(frozen=True)
class Between:
    """A number of which no more is certified than that it lies between two rationals."""

    low: fmpq
    high: fmpq

    def side(self, q: fmpq) -> int:
        """The sign of the number minus q.  Raises Declined where that is not certified."""
        if self.low < q < self.high:
            raise Declined(say("only-between", low=self.low, high=self.high))
        return 1 if q <= self.low else -1

    def bracket(self, digits: int) -> tuple[fmpq, fmpq]:
        """What is certified."""
        return self.low, self.high

    def witness(self) -> dict[str, object]:
        """What is certified."""
        return {"interval": [str(self.low), str(self.high)]}


@dataclass(frozen=True)
class LogRatio:
    """log(argument)/log(base), both above 1."""

    argument: fmpq
    base: fmpq

    @cached_property
    def rational(self) -> fmpq | None:
        """The number, if it is rational: both are powers of one number then."""
        argument, base = lowest(self.argument, self.base)
        if argument.q != 1 or base.q != 1:
            return None
        found = [int(x.p).bit_length() - 1 for x in (argument, base)]
        return fmpq(*found) if (argument, base) == (fmpq(2) ** found[0], fmpq(2) ** found[1]) else None

    def side(self, q: fmpq) -> int:
        """The sign of the number minus q.  Raises Declined where enclosures do not decide."""
        if self.rational is not None:
            return Rational(self.rational).side(q)
        if q <= 0:
            return 1
        size = max(x.p.bit_length() for x in (self.argument, self.base))
        if max(q.p, q.q) * size <= MAX_POWER:
            left, right = self.argument ** int(q.q), self.base ** int(q.p)
            return (left > right) - (left < right)
        bits = 128
        while bits <= MAX_BITS:
            low, high = self.enclosed(bits)
            if not low <= q <= high:
                return 1 if low > q else -1
            bits *= 2
        raise Declined(say("logarithm-undecided", argument=self.argument, base=self.base, bits=MAX_BITS))

    def enclosed(self, bits: int) -> tuple[fmpq, fmpq]:
        """Rationals around it, from an enclosure with so many bits."""
        with ctx.workprec(bits):
            return ends(arb(self.argument).log() / arb(self.base).log())

    def bracket(self, digits: int) -> tuple[fmpq, fmpq]:
        """Rationals around it, about so many digits apart."""
        return (self.rational, self.rational) if self.rational is not None else self.enclosed(4 * digits + 64)

    def witness(self) -> dict[str, object]:
        """How it can be checked by hand."""
        return {"exact": f"log({self.argument})/log({self.base})"}

    def equals(self, argument: fmpq, base: fmpq) -> bool:
        """Whether log(argument)/log(base) is the same number.  Raises Declined where that is not decided."""
        other = LogRatio(argument, base)
        if self.rational is not None or other.rational is not None:
            return self.rational == other.rational
        if lowest(self.argument, self.base) == lowest(argument, base):
            return True
        low, high = self.enclosed(1024)
        other_low, other_high = other.enclosed(1024)
        if high < other_low or other_high < low:
            return False
        raise Declined(say("logarithms-apart"))


Exact = Rational | Algebraic | Between | LogRatio


def lowest(argument: fmpq, base: fmpq) -> tuple[fmpq, fmpq]:
    """One spelling of a ratio of logarithms: no common power, and (2^a, 2^b) where it is a/b."""
    exponents = [power(x) for x in (argument, base)]
    if root(argument, exponents[0]) == root(base, exponents[1]):
        common = gcd(*exponents)
        return fmpq(2) ** (exponents[0] // common), fmpq(2) ** (exponents[1] // common)
    exponent = gcd(*exponents)
    return root(argument, exponent), root(base, exponent)


def power(x: fmpq) -> int:
    """The greatest k with x a k-th power of a rational, x above 1.  No number is factored: that could take for ever."""
    parts = [int(part) for part in (x.p, x.q) if part != 1]
    found, k = 1, 2
    while k <= min(part.bit_length() for part in parts):
        roots = [integer_root(part, k) for part in parts]
        if all(found_root**k == part for found_root, part in zip(roots, parts, strict=True)):
            found, parts = found * k, roots
        else:
            k += 1 if k == 2 else 2  # 2 and the odd numbers; a composite one finds nothing new
    return found


def root(x: fmpq, k: int) -> fmpq:
    """The k-th root of a k-th power."""
    return fmpq(*(integer_root(int(part), k) for part in (x.p, x.q)))


def integer_root(x: int, k: int) -> int:
    """The k-th root of a positive integer, rounded down."""
    return int(fmpz(x).root(k))


def ordered(low: fmpq, high: fmpq, scale: fmpq, shift: fmpq) -> tuple[fmpq, fmpq]:
    """shift + scale x at two points, the smaller one first."""
    found = sorted((shift + scale * low, shift + scale * high))
    return found[0], found[1]


def decimal(value: Exact, digits: int = DIGITS) -> str:
    """The number, with three dots where its decimals go on; fewer decimals where less is certified.

    A ratio of logarithms that is rational is shown as a fraction, a tiny number with an exponent.
    """
    if isinstance(value, LogRatio) and value.rational is not None:
        return str(value.rational)
    low, high = narrow(value, digits)
    size = min(abs(low), abs(high)) if low * high > 0 else fmpq(0)
    exponent = int(size.q).bit_length() * 3 // 10 - int(size.p).bit_length() * 3 // 10 if size else 0
    while size and size * fmpq(10) ** exponent < 1:
        exponent += 1
    while exponent > 0 and size * fmpq(10) ** (exponent - 1) >= 1:
        exponent -= 1
    if exponent <= digits // 2:
        return between(low, high, digits)
    low, high = narrow(value, digits + exponent)
    return f"{between(low * fmpq(10) ** exponent, high * fmpq(10) ** exponent, digits)}e-{exponent}"


def narrow(value: Exact, digits: int) -> tuple[fmpq, fmpq]:
    """Rationals around a number, on one side of 0; twice the number itself where it is found to be rational."""
    low, high = value.bracket(digits)
    if low == high or isinstance(value, Between):
        return low, high
    if low <= 0 <= high:
        if value.side(fmpq(0)) == 0:
            return fmpq(0), fmpq(0)
        while low <= 0 <= high:
            digits *= 2
            low, high = value.bracket(digits)
    if low > 0:
        middle = simplest(low, high)
        if value.side(middle) == 0:
            return middle, middle
    return low, high


def between(low: fmpq, high: fmpq, digits: int) -> str:
    """The decimals that two rationals of one sign have in common, at most so many."""
    found = terminating(low, digits) if low == high else None
    if found is not None:
        return found
    common = shared(low, high, digits)
    if common is not None:
        return f"{without_zeros(common)}..."
    return " to ".join(f"{without_zeros(to_places(x, 3, CUT))}..." for x in (low, high))


def simplest(low: fmpq, high: fmpq) -> fmpq:
    """The rational with the least denominator strictly between two numbers >= 0."""
    whole = low.floor()
    if whole + 1 < high:
        return fmpq(whole + 1)
    if low == whole and whole + 1 >= high:
        # between whole and high <= whole + 1: whole + 1/n with 1/n < high - whole
        return whole + fmpq(1, int((1 / (high - whole)).floor()) + 1)
    low, high = low - whole, high - whole
    return whole + 1 / simplest(1 / high if high else fmpq(0), 1 / low)
