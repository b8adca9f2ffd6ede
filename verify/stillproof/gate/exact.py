"""Exact numbers as they are known from certified claims, and on which side of a rational they lie."""

from __future__ import annotations

from dataclasses import dataclass
from math import gcd

from flint import arb, ctx, fmpq, fmpq_poly, fmpz, fmpz_poly

from ..algebraic import decimal_interval
from ..errors import Declined
from ..operation.certified import ends

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
    """scale times the one root of a polynomial between two rationals."""

    polynomial: fmpz_poly
    low: fmpq
    high: fmpq
    scale: fmpq

    def side(self, q: fmpq) -> int:
        """The sign of the number minus q."""
        x = q / self.scale
        if x <= self.low or x >= self.high:
            return 1 if x <= self.low else -1
        value, start = (fmpq_poly(self.polynomial)(y) for y in (x, self.low))
        return 0 if value == 0 else 1 if (value > 0) == (start > 0) else -1

    def bracket(self, digits: int) -> tuple[fmpq, fmpq]:
        """Rationals around it, about so many digits apart."""
        low, high = decimal_interval(self.polynomial, self.low, self.high, digits + 1)
        return max(low, self.low) * self.scale, min(high, self.high) * self.scale

    def witness(self) -> dict[str, object]:
        """How it can be checked by hand."""
        found: dict[str, object] = {
            "interval": [str(self.low), str(self.high)],
            "polynomial": [str(c) for c in self.polynomial.coeffs()],
        }
        return found if self.scale == 1 else {**found, "times": str(self.scale)}


@dataclass(frozen=True)
class Between:
    """A number of which no more is certified than that it lies between two rationals."""

    low: fmpq
    high: fmpq

    def side(self, q: fmpq) -> int:
        """The sign of the number minus q.  Raises Declined where that is not certified."""
        if self.low < q < self.high:
            raise Declined(f"certified is only that the number is between {self.low} and {self.high}")
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

    def side(self, q: fmpq) -> int:
        """The sign of the number minus q.  Raises Declined where enclosures do not decide."""
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
        raise Declined(f"{MAX_BITS} bits do not decide log({self.argument})/log({self.base}) against a number")

    def enclosed(self, bits: int) -> tuple[fmpq, fmpq]:
        """Rationals around it, from an enclosure with so many bits."""
        with ctx.workprec(bits):
            return ends(arb(self.argument).log() / arb(self.base).log())

    def bracket(self, digits: int) -> tuple[fmpq, fmpq]:
        """Rationals around it, about so many digits apart."""
        return self.enclosed(4 * digits + 64)

    def witness(self) -> dict[str, object]:
        """How it can be checked by hand."""
        return {"exact": f"log({self.argument})/log({self.base})"}

    def equals(self, argument: fmpq, base: fmpq) -> bool:
        """Whether log(argument)/log(base) is the same number.  Raises Declined where that is not decided."""
        mine, theirs = lowest(self.argument, self.base), lowest(argument, base)
        if mine == theirs:
            return True
        low, high = self.enclosed(1024)
        other_low, other_high = LogRatio(argument, base).enclosed(1024)
        if high < other_low or other_high < low:
            return False
        raise Declined("1024 bits do not tell the two logarithms apart")


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
    """The greatest k with x a k-th power of a rational, x above 1."""
    exponents = [int(e) for part in (x.p, x.q) if part != 1 for _, e in fmpz(part).factor()]
    return gcd(*exponents)


def root(x: fmpq, k: int) -> fmpq:
    """The k-th root of a k-th power."""
    return fmpq(*(integer_root(int(part), k) for part in (x.p, x.q)))


def integer_root(x: int, k: int) -> int:
    """The k-th root of a k-th power of a positive integer."""
    found = 1
    for factor, exponent in fmpz(x).factor():
        found *= int(factor) ** (int(exponent) // k)
    return found


def decimal(value: Exact, digits: int = DIGITS) -> str:
    """The number, with three dots where its decimals go on; fewer decimals where less is certified."""
    low, high = value.bracket(digits)
    if low == high and 10**digits % int(low.q) == 0:
        return plain(low, digits)
    for places in range(digits, -1, -1):
        shown = {plain(x, places) for x in (low, high)}
        if len(shown) == 1 and (low >= 0 or high <= 0):
            return f"{shown.pop()}..."
    return f"{plain(low, 3)}... to {plain(high, 3)}..."


def plain(value: fmpq, places: int) -> str:
    """A rational to this many decimals, cut off, without zeros at the end."""
    text = nearest(fmpq(int((abs(value) * fmpq(10) ** places).floor())) / fmpq(10) ** places, places)
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "-" + text if value < 0 else text


def nearest(value: fmpq, places: int) -> str:
    """A rational to this many decimals, rounded to nearest, half away from zero."""
    size = int(((abs(value) * fmpq(10) ** places) + fmpq(1, 2)).floor())
    text = str(size).zfill(places + 1)
    sign = "-" if value < 0 and size else ""
    return sign + (f"{text[:-places]}.{text[-places:]}" if places else text)


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
