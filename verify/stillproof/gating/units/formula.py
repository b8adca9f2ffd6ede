"""Formulas of the resource estimator, read exactly: quotients of polynomials in the rates of errors.

    sum     = product { ("+" | "-") product }
    product = power { ("*" | "/") power }
    power   = signed [ "^" power ]                  the exponent is an integer
    signed  = { "+" | "-" } atom                    the sign comes first: -z^2 is (-z)^2
    atom    = number | variable | "(" sum ")" | "[" sum "]"

This is the part of the estimator's language (the Rust library fasteval) that has exact values.  A number may end with
one letter for a power of ten: 3m is 0.003.  What else the language has is declined by name: `%`,
comparisons, functions.  Nothing is evaluated as code, and no number is rounded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import comb
from typing import NamedTuple

from flint import Ordering, fmpq, fmpq_mpoly, fmpq_mpoly_ctx

from ...errors import Declined, OverBudget
from ...exact.decimals import terminating
from ...exact.reading import Spelling, read_number
from ..lines import Malformed
from ..sentences import say

INPUT, CLIFFORD, READOUT = "inputErrorRate", "cliffordErrorRate", "readoutErrorRate"
VARIABLES = {INPUT: 0, "z": 0, CLIFFORD: 1, "c": 1, READOUT: 2, "r": 2}
RATES = (INPUT, CLIFFORD, READOUT)
SUFFIXES = {"p": -12, "n": -9, "u": -6, "\u00b5": -6, "m": -3, "k": 3, "K": 3, "M": 6, "G": 9, "T": 12}
FUNCTIONS = {"print", "log", "min", "max", "abs", "int", "ceil", "floor", "round", "sign"}
CIRCLES = {f"{a}{name}{h}" for a in ("", "a") for name in ("sin", "cos", "tan") for h in ("", "h")}
NO_VALUES = {*FUNCTIONS, *CIRCLES, "e", "pi", "and", "or", "NaN", "inf"}  # what the language has beside arithmetic
MAX_TEXT = 4000  # characters
MAX_DEPTH = 60  # of brackets within brackets
MAX_DEGREE = 500
MAX_TERMS = 20_000
MAX_BITS = 1 << 20  # of all coefficients
NUMBER = Spelling(digits=200)
RING = fmpq_mpoly_ctx.get(("z", "c", "r"), Ordering.lex)
TOKEN = re.compile(
    r"\s*(?:(?P<number>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?)(?P<suffix>[pnumkKMGT\u00b5](?![A-Za-z0-9_]))?"
    r"|(?P<name>[A-Za-z_][A-Za-z0-9_]*)|(?P<operator><=|>=|==|!=|&&|\|\||[-+*/^()\[\]%<>!,]))"
)
BRACKETS = {"(": ")", "[": "]"}


class Token(NamedTuple):
    """A number, a name, an operator, or the end, with its place in the text from 0."""

    kind: str
    text: str
    place: int
    value: fmpq = fmpq(0)


@dataclass(frozen=True)
class Formula:
    """A quotient of polynomials in the three rates; `flipped` says that a sign came before a power."""

    text: str
    num: fmpq_mpoly
    den: fmpq_mpoly
    flipped: bool = False

    def of_inputs(self) -> dict[str, list[str]]:
        """The formula where Cliffords and readout have no errors, as claims spell functions.  Raises Declined."""
        parts = [{e[0]: c for e, c in entries(part) if e[1:] == (0, 0)} for part in (self.num, self.den)]
        if not parts[1]:
            raise Declined(say("formula-pole", formula=self.text, rates=" and ".join(self.others)))
        num, den = ([str(part.get(i, 0)) for i in range(1 + max(part, default=0))] for part in parts)
        return {"num": num, "den": den}

    @property
    def others(self) -> list[str]:
        """The rates beside that of the inputs that are in the formula."""
        found = {i for part in (self.num, self.den) for e, _ in entries(part) for i in (1, 2) if e[i]}
        return [RATES[i] for i in sorted(found)]

    @property
    def rest(self) -> str:
        """The terms with errors of Cliffords or readout, as a text; of a quotient the names of these rates."""
        (constant,) = [c for e, c in entries(self.den) if e == (0, 0, 0)] or [fmpq(0)]
        if not constant or len(entries(self.den)) > 1:
            return " and ".join(self.others)
        found = []
        for e, c in entries(self.num):
            if e[1:] != (0, 0):
                powers = [RATES[i] + (f"^{k}" if k > 1 else "") for i, k in enumerate(e) if k]
                size = abs(c / constant)
                number = terminating(size, 12) or str(size)
                sign = "-" if c / constant < 0 else "+"
                found.append(f"{sign} {' * '.join([number, *powers])}")
        return " ".join(found).removeprefix("+ ")


def entries(poly: fmpq_mpoly) -> list[tuple[tuple[int, ...], fmpq]]:
    """Exponents and coefficients, the same order each time."""
    return sorted((tuple(map(int, e)), c) for e, c in poly.to_dict().items())


def read_formula(field: str, text: object) -> Formula:
    """A formula of a text.  Raises Malformed where it is none, Declined for what has no exact value, OverBudget.

    >>> read_formula("f", "15.0 * inputErrorRate + 356.0 * cliffordErrorRate").of_inputs()
    {'num': ['0', '15'], 'den': ['1']}
    >>> read_formula("f", "35z").of_inputs()
    Traceback (most recent call last):
    ...
    stillproof.gating.lines.Malformed: f: expected an operator at character 3, found 'z'
    """
    if not isinstance(text, str) or not text.strip():
        raise Malformed(field, "a formula", text)
    if len(text) > MAX_TEXT:
        raise OverBudget(say("formula-long", limit=MAX_TEXT))
    return Reader(field, text).whole()


class Reader:
    """Reads one formula from left to right."""

    def __init__(self, field: str, text: str):
        self.field, self.text = field, text
        self.tokens = list(self.split())
        self.next, self.depth, self.flipped = 0, 0, False

    def split(self) -> list[Token]:
        """The tokens of the text.  Raises Malformed."""
        found, place, text = [], 0, self.text.rstrip()
        while place < len(text):
            match = TOKEN.match(text, place)
            if match is None:
                start = place + len(text[place:]) - len(text[place:].lstrip())
                raise Malformed(self.field, f"a number, a rate or an operator at character {start + 1}", text[start])
            kind = str(match.lastgroup if match.lastgroup != "suffix" else "number")
            value = self.number(match["number"], match["suffix"]) if kind == "number" else fmpq(0)
            found.append(Token(kind, match[kind], match.start(kind), value))
            place = match.end()
        return [*found, Token("end", "", len(text))]

    def number(self, text: str, suffix: str | None) -> fmpq:
        """The value of a number.  Raises Malformed."""
        spelled = re.sub(r"\.(?![0-9])", "", text)
        spelled = f"0{spelled}" if spelled.startswith(".") else spelled
        try:
            value = read_number(spelled, NUMBER).value
        except ValueError:
            raise Malformed(self.field, f"a number of at most {NUMBER.digits} digits", text) from None
        return value * fmpq(10) ** SUFFIXES[suffix] if suffix else value

    @property
    def token(self) -> Token:
        """The next token."""
        return self.tokens[self.next]

    def take(self, *texts: str) -> str | None:
        """The operator that comes next, if it is one of these."""
        if self.token.kind == "operator" and self.token.text in texts:
            self.next += 1
            return self.tokens[self.next - 1].text
        return None

    def expected(self, what: str) -> Malformed:
        """An error at the next token."""
        return Malformed(self.field, f"{what} at character {self.token.place + 1}", self.token.text or "the end")

    def whole(self) -> Formula:
        """The formula, and nothing after it."""
        num, den = self.sum()
        if self.token.kind != "end":
            if self.token.kind == "operator" and self.token.text not in "()[],":
                raise Declined(say("formula-word", formula=self.text, word=self.token.text))
            raise self.expected("an operator")
        return Formula(self.text, num, den, self.flipped)

    def sum(self) -> tuple[fmpq_mpoly, fmpq_mpoly]:
        """A sum of products."""
        num, den = self.product()
        while sign := self.take("+", "-"):
            more, below = self.product()
            more = more if sign == "+" else -more
            if below == den:
                num = num + more
            else:
                num, den = num * below + more * den, den * below
            bounded(num, den)
        return num, den

    def product(self) -> tuple[fmpq_mpoly, fmpq_mpoly]:
        """A product of powers."""
        num, den = self.power()
        while sign := self.take("*", "/"):
            place = self.token.place
            more, below = self.power()
            if sign == "/":
                more, below = below, more
                if not below:
                    raise Malformed(self.field, f"a divisor that is not 0 at character {place + 1}", "0")
            fits(num, more)
            fits(den, below)
            num, den = simple(num * more, den * below)
            bounded(num, den)
        return num, den

    def power(self) -> tuple[fmpq_mpoly, fmpq_mpoly]:
        """An atom with its sign, to an integer power."""
        start = self.token
        num, den = self.signed()
        if not self.take("^"):
            return num, den
        place = self.token.place
        self.enter()
        above, below = self.power()
        self.depth -= 1
        exponent = constant(above, below)
        if exponent is None or exponent.q != 1:
            raise Declined(say("formula-exponent", formula=self.text, place=place + 1))
        k = int(exponent.p)
        self.flipped |= start.kind == "operator" and start.text == "-" and k % 2 == 0
        if abs(k) > MAX_DEGREE:
            raise OverBudget(say("formula-size", limit=MAX_DEGREE, terms=MAX_TERMS))
        if k < 0:
            num, den, k = den, num, -k
            if not den:
                raise Malformed(self.field, f"a divisor that is not 0 at character {start.place + 1}", "0")
        for part in (num, den):
            powered(part, k)
        return simple(num**k, den**k)

    def signed(self) -> tuple[fmpq_mpoly, fmpq_mpoly]:
        """An atom with its signs."""
        minus = False
        while sign := self.take("+", "-"):
            minus ^= sign == "-"
        num, den = self.atom()
        return (-num if minus else num), den

    def atom(self) -> tuple[fmpq_mpoly, fmpq_mpoly]:
        """A number, a rate, or a sum in brackets."""
        token = self.token
        if opened := self.take(*BRACKETS):
            self.enter()
            found = self.sum()
            if not self.take(BRACKETS[opened]):
                if self.token.kind == "operator" and self.token.text not in "()[],":
                    raise Declined(say("formula-word", formula=self.text, word=self.token.text))
                raise self.expected(f"an operator or {BRACKETS[opened]}")
            self.depth -= 1
            return found
        self.next += 1
        if token.kind == "number":
            return RING.constant(token.value), RING.constant(1)
        if token.kind == "name" and token.text in VARIABLES:
            return RING.gens()[VARIABLES[token.text]], RING.constant(1)
        if (token.kind == "name" and token.text in NO_VALUES) or token.text == "!":
            raise Declined(say("formula-word", formula=self.text, word=token.text))
        self.next -= 1
        if token.kind == "name":
            raise self.expected(f"one of {', '.join(VARIABLES)}")
        raise self.expected("a number, a rate or a bracket")

    def enter(self) -> None:
        """One level deeper.  Raises OverBudget."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise OverBudget(say("formula-deep", limit=MAX_DEPTH))


def constant(num: fmpq_mpoly, den: fmpq_mpoly) -> fmpq | None:
    """The value of a quotient of constants; None for any other one."""
    found = [dict(entries(part)) for part in (num, den)]
    if any(set(part) - {(0, 0, 0)} for part in found):
        return None
    above, below = (part.get((0, 0, 0), fmpq(0)) for part in found)
    return above / below


def simple(num: fmpq_mpoly, den: fmpq_mpoly) -> tuple[fmpq_mpoly, fmpq_mpoly]:
    """The same quotient, over 1 where den is constant."""
    found = dict(entries(den))
    if set(found) == {(0, 0, 0)}:
        return num / found[0, 0, 0], RING.constant(1)
    return num, den


def bounded(*parts: fmpq_mpoly) -> None:
    """Raises OverBudget for polynomials that are too large."""
    for part in parts:
        found = entries(part)
        bits = sum(int(c.p).bit_length() + int(c.q).bit_length() for _, c in found)
        if len(found) > MAX_TERMS or bits > MAX_BITS or max((sum(e) for e, _ in found), default=0) > MAX_DEGREE:
            raise OverBudget(say("formula-size", limit=MAX_DEGREE, terms=MAX_TERMS))


def fits(left: fmpq_mpoly, right: fmpq_mpoly) -> None:
    """Raises OverBudget before a product that could be too large."""
    if len(entries(left)) * len(entries(right)) > MAX_TERMS * 50:
        raise OverBudget(say("formula-size", limit=MAX_DEGREE, terms=MAX_TERMS))


def powered(part: fmpq_mpoly, k: int) -> None:
    """Raises OverBudget before a power that is too large, by its degree, its terms and its bits."""
    found = entries(part)
    degree = max((sum(e) for e, _ in found), default=0) * k
    variables = len({i for e, _ in found for i in range(3) if e[i]})
    count = 1 if len(found) < 2 else comb(degree + variables, variables)
    bits = k * max((int(c.p).bit_length() + int(c.q).bit_length() for _, c in found), default=1) * count
    if degree > MAX_DEGREE or count > MAX_TERMS or bits > MAX_BITS * 8:
        raise OverBudget(say("formula-size", limit=MAX_DEGREE, terms=MAX_TERMS))
