"""Sage's input as Python, and stand-ins for QQ, AA and PolynomialRing: enough for the scripts of a supplement.

Sage itself reads `^` as a power and integers as exact ones before Python sees a line; so does `preparsed`.
"""

import io
import tokenize
from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any

from sympy import Poly, Rational, Symbol, intervals

T = Symbol("t")


def preparsed(source: str) -> str:
    """A script of Sage as Python: `^` outside of strings is `**`, and integers are `Integer(1)`."""
    found = []
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        text = token.string
        if token.type == tokenize.OP and text == "^":
            text = "**"
        if token.type == tokenize.NUMBER:
            text = f"Integer({text})"
        found.append((token.type, text))
    return tokenize.untokenize(found)


class Exact(Fraction):
    """An integer or a rational: quotients of integers are exact, and an integer is an index."""

    def __index__(self) -> int:
        if self.denominator != 1:
            raise TypeError(f"{self} is no integer")
        return self.numerator


def kept(name: str) -> Callable[[Exact, Any], Any]:
    """An operation of fractions whose result is exact again."""

    def operation(self: Exact, other: Any) -> Any:
        if not isinstance(other, int | Fraction):
            return NotImplemented
        return Exact(getattr(Fraction, name)(Fraction(self), Fraction(other)))

    return operation


for operator in ("add", "radd", "sub", "rsub", "mul", "rmul", "truediv", "rtruediv", "pow"):
    setattr(Exact, f"__{operator}__", kept(f"__{operator}__"))


class Element:
    """A polynomial over the rationals, by its coefficients, low degree first."""

    def __init__(self, coefficients: Iterable[Any]):
        self.c = [Fraction(a) for a in coefficients]
        while self.c and self.c[-1] == 0:
            self.c.pop()

    def __bool__(self) -> bool:
        return bool(self.c)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Element) and self.c == other.c

    __hash__ = None  # type: ignore[assignment]

    def poly(self) -> Poly:
        return Poly([Rational(a.numerator, a.denominator) for a in reversed(self.c)] or [0], T)

    @staticmethod
    def of(found: Poly) -> "Element":
        return Element(Fraction(int(a.p), int(a.q)) for a in reversed(found.all_coeffs()))

    def __add__(self, other: Any) -> "Element":
        return Element.of(self.poly() + ring(other).poly())

    def __mul__(self, other: Any) -> "Element":
        return Element.of(self.poly() * ring(other).poly())

    def __neg__(self) -> "Element":
        return Element(-a for a in self.c)

    def __sub__(self, other: Any) -> "Element":
        return self + -ring(other)

    def __rsub__(self, other: Any) -> "Element":
        return ring(other) + -self

    __radd__ = __add__
    __rmul__ = __mul__

    def __truediv__(self, other: Any) -> "Element":
        return Element(a / Fraction(other) for a in self.c)

    def __pow__(self, exponent: Any) -> "Element":
        return Element.of(self.poly() ** int(exponent))

    def __mod__(self, other: "Element") -> "Element":
        return Element.of(self.poly().rem(other.poly()))

    def __getitem__(self, k: Any) -> Fraction:
        return Exact(self.c[int(k)]) if int(k) < len(self.c) else Exact(0)

    def __call__(self, v: Any) -> Any:
        value: Any = Exact(0)
        for a in reversed(self.c):
            value = value * v + Exact(a)
        return value

    def valuation(self) -> int:
        return next(i for i, a in enumerate(self.c) if a)

    def roots(self, field: object, multiplicities: bool) -> list["Root"]:
        """The real roots, each once."""
        if field is not AA or multiplicities:
            raise ValueError("real roots without multiplicities only")
        return [Root(self, low, high) for (low, high), _ in intervals(self.poly())] if len(self.c) > 1 else []


class Root:
    """A real root, between two rationals; compared with rationals."""

    def __init__(self, of: Element, low: Any, high: Any):
        self.of, self.low, self.high = of, Fraction(int(low.p), int(low.q)), Fraction(int(high.p), int(high.q))

    def side(self, a: Any) -> int:
        """-1, 0 or 1: the root is below, at, or above a rational."""
        a = Fraction(a)
        while self.low <= a <= self.high:
            if self.low == self.high:
                return 0
            if self.of(a) == 0:  # an interval is open: another root may be its end
                return 1 if a == self.low else -1 if a == self.high else 0
            ((self.low, self.high),) = [
                (Fraction(int(u.p), int(u.q)), Fraction(int(v.p), int(v.q)))
                for u, v in [self.of.poly().refine_root(self.low, self.high, steps=1)]
            ]
        return 1 if self.low > a else -1

    def __lt__(self, a: Any) -> bool:
        return self.side(a) < 0

    def __le__(self, a: Any) -> bool:
        return self.side(a) <= 0

    def __gt__(self, a: Any) -> bool:
        return self.side(a) > 0

    def __ge__(self, a: Any) -> bool:
        return self.side(a) >= 0


def ring(value: Any) -> Element:
    """A polynomial of the ring."""
    return value if isinstance(value, Element) else Element([value])


class Ring:
    """The ring of polynomials: called, it makes an element."""

    def __call__(self, value: Any) -> Element:
        return ring(value)

    def gen(self) -> Element:
        return Element([0, 1])


AA = object()


def run(source: str) -> tuple[str, int]:
    """What a script of Sage prints, and its exit code."""
    printed: list[str] = []
    names: dict[str, Any] = {
        "AA": AA,
        "Integer": Exact,
        "PolynomialRing": lambda field, name: Ring(),
        "QQ": Exact,
        "print": lambda *words: printed.append(" ".join(map(str, words))),
    }
    try:
        exec(compile(preparsed(source), "values.sage", "exec"), names)  # noqa: S102 - it is what is tested
    except SystemExit as leaving:
        return "\n".join(printed), int(leaving.code or 0)
    return "\n".join(printed), 0
