"""Exact complex numbers as people write them: `1/sqrt(2)`, `exp(2 pi i/12)`, `cos(pi/8)`, `(1 + i)/2`.

Integers and decimals; `i`; `+ - * / ^` with integer exponents; parentheses; a blank may stand for a product, but not
after a division.  `sqrt` takes a rational, `exp` a rational multiple of `pi i`, `cos` and `sin` one of `pi`, so that
all values are in cyclotomic fields.
"""

from __future__ import annotations

import re
from math import lcm
from typing import NamedTuple

from flint import fmpq

from .cyclotomic import Cyclotomic, CyclotomicField, cyclotomic_field

MAX_ORDER = 840  # of a root of unity on the way
MAX_POWER = 64
MAX_TEXT = 400
DIGITS = 12  # of a number
DEPTH = 20  # of parentheses and signs
TOKEN = re.compile(r"(?P<number>[0-9]+(?:\.[0-9]+)?)|(?P<name>[A-Za-z]+)|(?P<sign>\*\*|[-+*/^()])")
FUNCTIONS = ("cos", "exp", "sin", "sqrt")


def read_complex(text: str) -> Cyclotomic:
    """The number that a text stands for, in a field that has it.

    Raises ValueError with what was expected, what was found, and where.

    >>> read_complex("1/2 + i").coordinates()
    [1/2, 1]
    >>> read_complex("sqrt(2)^2 - exp(2 pi i/3)^3").rational()
    1
    >>> read_complex("2 + x")
    Traceback (most recent call last):
    ...
    ValueError: expected a number, i, pi, cos, exp, sin or sqrt, found x at character 5
    >>> read_complex("1/2 sqrt(2)")
    Traceback (most recent call last):
    ...
    ValueError: expected * or parentheses, since a product follows a division, found sqrt at character 5
    """
    if len(text) > MAX_TEXT:
        raise ValueError(f"expected at most {MAX_TEXT} characters, found {len(text)}")
    reader = Reader(text)
    value = reader.total()
    if reader.word:
        raise reader.wrong("the end")
    return reader.without_pi(value)


def in_one_field(values: list[Cyclotomic], order: int = 1) -> list[Cyclotomic]:
    """The same numbers in one field that has the roots of unity of this order.  Raises ValueError if it is large."""
    field = allowed(lcm(order, *(value.field.m for value in values)))
    return [value.into(field) for value in values]


def square_root(value: fmpq) -> Cyclotomic:
    """The square root of a rational: not negative, or i times a positive number.

    >>> square_root(fmpq(9, 4)).rational()
    3/2
    """
    factors = [(int(prime), power) for prime, power in (abs(value.p) * value.q).factor()] if value else []
    free = [prime for prime, power in factors if power % 2]  # sqrt(p/q) = sqrt(p q)/q
    field = allowed(lcm(4 if value < 0 else 1, *(8 if prime == 2 else 4 * prime for prime in free)))
    found = field(fmpq(1 if value else 0, value.q))
    for prime, power in factors:
        found *= prime ** (power // 2)
    for prime in free:
        found *= field.sqrt_of_two() if prime == 2 else field.sqrt_of_prime(prime)
    return found * field.root_of_unity(4, 1) if value < 0 else found


def allowed(order: int) -> CyclotomicField:
    """The field of the roots of unity of this order.  Raises ValueError for a large one."""
    if order > MAX_ORDER:
        raise ValueError(f"expected roots of unity of an order up to {MAX_ORDER}, found {order}")
    return cyclotomic_field(order)


class Linear(NamedTuple):
    """a + b pi."""

    a: Cyclotomic
    b: Cyclotomic


class Reader:
    """Recursive descent; `word` is the next token, empty at the end, and `at` where it begins."""

    def __init__(self, text: str) -> None:
        self.text, self.at, self.word, self.depth = text, 0, "", 0
        self.step()

    def step(self) -> None:
        """Go to the next token."""
        self.at += len(self.word)
        self.at += len(self.text[self.at :]) - len(self.text[self.at :].lstrip(" "))
        found = TOKEN.match(self.text, self.at)
        self.word = found[0] if found else self.text[self.at : self.at + 1]
        if self.word and not found:
            raise self.wrong("a number, a name or one of + - * / ^ ( )")

    def wrong(self, expected: str) -> ValueError:
        """What to raise at the next token."""
        found = f"{self.word} at character {self.at + 1}" if self.word else "the end"
        return ValueError(f"expected {expected}, found {found}")

    def take(self, *words: str) -> str:
        """The next token if it is one of these, and go on; else nothing."""
        word = self.word if self.word in words else ""
        if word:
            self.step()
        return word

    def without_pi(self, value: Linear) -> Cyclotomic:
        """The number, if it is no multiple of pi."""
        if value.b:
            raise self.wrong("pi within exp, cos or sin only, and not more than once in a product")
        return value.a

    def total(self) -> Linear:
        """term { (+|-) term }."""
        value = self.term()
        while sign := self.take("+", "-"):
            value = added(value, self.term(), 1 if sign == "+" else -1)
        return value

    def term(self) -> Linear:
        """[+|-] power { [*|/] power }."""
        self.depth += 1
        if self.depth > DEPTH:
            raise self.wrong(f"at most {DEPTH} signs and parentheses around each other")
        sign = self.take("+", "-")
        value = self.term() if self.word in ("+", "-") else self.power()
        divided = False
        while True:
            if self.take("*"):
                value = self.product(value, self.power())
            elif self.take("/"):
                value, divided = self.quotient(value, self.without_pi(self.power())), True
            elif self.word == "(" or self.word[:1].isalnum():
                if divided:
                    raise self.wrong("* or parentheses, since a product follows a division")
                value = self.product(value, self.power())
            else:
                break
        self.depth -= 1
        return added(Linear(*(part * 0 for part in value)), value, -1) if sign == "-" else value

    def power(self) -> Linear:
        """factor [ ^ integer ]."""
        value = self.factor()
        if self.take("^", "**"):
            sign = self.take("-")
            if not (self.word.isdigit() and int(self.word[:DIGITS]) <= MAX_POWER):
                raise self.wrong(f"an integer exponent up to {MAX_POWER}")
            base, exponent = self.without_pi(value), int(self.word)
            self.step()
            raised = base**exponent
            value = number(self.quotient(number(base**0), raised).a if sign else raised)
        return value

    def factor(self) -> Linear:
        """A number, a constant, a function, or parentheses."""
        word = self.word
        if word[:1].isdigit():
            if len(word) > DIGITS:
                raise self.wrong(f"numbers of at most {DIGITS} digits")
            self.step()
            whole, _, decimals = word.partition(".")
            return number(cyclotomic_field(1)(fmpq(int(whole + decimals), 10 ** len(decimals))))
        if self.take("i"):
            return number(cyclotomic_field(4).zeta())
        if self.take("pi"):
            one = cyclotomic_field(1)
            return Linear(one(0), one(1))
        if self.take("("):
            return self.closed()
        if word in FUNCTIONS:
            self.step()
            if not self.take("("):
                raise self.wrong(f"( after {word}")
            return number(self.applied(word, self.closed()))
        raise self.wrong("a number, i, pi, cos, exp, sin or sqrt")

    def closed(self) -> Linear:
        """A sum and the parenthesis after it."""
        value = self.total()
        if not self.take(")"):
            raise self.wrong(")")
        return value

    def applied(self, name: str, value: Linear) -> Cyclotomic:
        """The value of a function."""
        if name == "sqrt":
            if value.b or not is_rational(value.a):
                raise self.wrong("a rational number in sqrt before this")
            return square_root(value.a.rational())
        four = allowed(lcm(4, value.b.field.m))
        turn = value.b.into(four) * four.root_of_unity(4, 3) if name == "exp" else value.b  # b = i r, or r
        if value.a or not is_rational(turn):
            raise self.wrong(f"a rational multiple of {'pi i' if name == 'exp' else 'pi'} in {name} before this")
        half = turn.rational() / 2
        field = allowed(lcm(4, int(half.q)))
        root = field.root_of_unity(int(half.q), int(half.p) % int(half.q))
        if name == "exp":
            return root
        if name == "cos":
            return (root + root.conjugate()) * fmpq(1, 2)
        return (root - root.conjugate()) * fmpq(1, 2) * field.root_of_unity(4, 3)

    def product(self, x: Linear, y: Linear) -> Linear:
        """x y."""
        if x.b and y.b:
            raise self.wrong("pi at most once in a product before this")
        a, b, c, d = in_one_field([*x, *y])
        return Linear(a * c, a * d + b * c)

    def quotient(self, x: Linear, y: Cyclotomic) -> Linear:
        """x / y."""
        if not y:
            raise self.wrong("no division by 0 before this")
        return self.product(x, number(y.inverse()))


def number(value: Cyclotomic) -> Linear:
    """A number without pi."""
    return Linear(value, value.field(0))


def is_rational(value: Cyclotomic) -> bool:
    """Whether an element is in Q."""
    return not any(value.coordinates()[1:])


def added(x: Linear, y: Linear, sign: int) -> Linear:
    """x + y, or x - y."""
    a, b, c, d = in_one_field([*x, *y])
    return Linear(a + c * sign, b + d * sign)
