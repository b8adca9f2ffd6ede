"""What a paper quotes: every certified number of a statement, exactly, with its decimals and the name of its macro.

A decimal is rounded to nearest from what is certified. Where that does not decide a digit, there is no such decimal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..errors import Declined
from ..exact.decimals import agreed, to_digits
from ..exact.reading import Spelling, read_number
from ..gating.exact import Between, Exact, Rational
from .kinds import KINDS
from .kinds.printed import QUANTITIES
from .prose import words
from .quoted import Claim, Value
from .subject import Subject
from .tree import Flow, flow, number

DIGITS = range(1, 13)  # of the macros
PRINTED = Spelling(digits=1000, signed=True)
MOST = 1000  # digits at which a rounding is given up
CARDINALS = [
    "Zero",
    "One",
    "Two",
    "Three",
    "Four",
    "Five",
    "Six",
    "Seven",
    "Eight",
    "Nine",
    "Ten",
    "Eleven",
    "Twelve",
    "Thirteen",
    "Fourteen",
    "Fifteen",
    "Sixteen",
    "Seventeen",
    "Eighteen",
    "Nineteen",
]
TENS = ["Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"]
PREFIX = "still"


def values(subject: Subject) -> list[Value]:
    """The numbers of a statement, in the order of its claims."""
    return [value for claim in subject.known.values() for value in of_claim(claim, subject)]


def of_claim(claim: Claim, subject: Subject) -> Iterator[Value]:
    """The numbers of one claim."""
    own = claim["id"]
    for label, said, exact, formula, poly in KINDS[claim["kind"]].values(claim, subject):
        yield Value(own, label, said, exact, formula, poly, printed(own, label, subject))


def printed(own: str, label: str, subject: Subject) -> list[str]:
    """The printed decimals of a value."""
    return [
        claim["value"]
        for claim in subject.known.values()
        if claim["kind"] == "printed" and claim["of"] == own and QUANTITIES.get(claim["quantity"]) == label
    ]


def rounding(exact: Exact, digits: int) -> str | None:
    """The number to so many significant digits, or None where what is certified does not decide them."""
    asked = digits + 4
    while asked <= MOST:
        low, high = exact.bracket(asked)
        if low.p < 0 < high.p:
            return None
        for shown in agreed(low, high, [digits], to_digits):
            return shown
        if isinstance(exact, Between):
            return None
        asked *= 2
    return None


def roundings(exact: Exact) -> dict[int, str]:
    """The decimals of a number by their digits; not those of an integer, nor more digits than a decimal has."""
    if isinstance(exact, Rational) and exact.value.q == 1:
        return {}
    found = {}
    for digits in DIGITS:
        shown = rounding(exact, digits)
        if shown is not None:
            found[digits] = shown
        if isinstance(exact, Rational) and shown is not None and read_number(shown, PRINTED).value == exact.value:
            break
    return found


def product_form(shown: str) -> Flow:
    """A decimal for a formula."""
    return flow(number(shown))


def macro(protocol: str, *parts: str) -> str:
    r"""The name of a macro, in letters only: \stillGolayElevenStrangeThresholdToFive."""
    return PREFIX + "".join(camel(part) for part in (protocol, *parts) if part)


def camel(name: str) -> str:
    """Words with a capital each, and numbers in words."""
    found = []
    for word in re.findall(r"[A-Za-z]+|\d+|\.", name):
        found.append("Dot" if word == "." else cardinal(word) if word.isdigit() else word[0].upper() + word[1:])
    return "".join(found)


def cardinal(digits: str) -> str:
    """A number in words; from a hundred on, or with a zero in front, digit by digit."""
    value = int(digits)
    if digits != str(value) or value > 99:
        return "".join(CARDINALS[int(c)] for c in digits)
    return CARDINALS[value] if value < 20 else TENS[value // 10 - 2] + (CARDINALS[value % 10] if value % 10 else "")


class Macro(NamedTuple):
    """A macro: its name, its formula, and what it is in words."""

    name: str
    formula: Flow
    words: str


def macros(protocol: str, found: list[Value]) -> list[Macro]:
    """The macros of a protocol."""
    rows: list[Macro] = []
    for value in found:
        stem = (protocol, value.claim, value.label)
        about = {"words": value.words, "claim": value.claim}
        if value.formula is not None:
            rows.append(Macro(macro(*stem, "exact"), value.formula, words("macro.exact", **about)))
        if value.polynomial is not None:
            rows.append(Macro(macro(*stem, "polynomial"), value.polynomial, words("macro.polynomial", **about)))
        if isinstance(value.exact, Between):
            for end, x in (("above", value.exact.low), ("below", value.exact.high)):
                rows.append(Macro(macro(*stem, end), flow(number(str(x))), words(f"macro.{end}", **about)))
        for digits, shown in roundings(value.exact).items():
            said = words("macro.digits", digits=digits, **about) if digits > 1 else words("macro.digit", **about)
            rows.append(Macro(macro(*stem, "to", CARDINALS[digits]), product_form(shown), said))
    return rows


def distinct(tables: dict[str, list[Macro]]) -> None:
    """Raises Declined where two values would have one macro: of one protocol, or of two."""
    owners: dict[str, str] = {}
    for protocol, rows in tables.items():
        for row in rows:
            if row.name in owners:
                where = " and ".join(dict.fromkeys([owners[row.name], protocol]))
                raise Declined(f"{where}: two values would have the macro \\{row.name}: rename a statement or a claim")
            owners[row.name] = protocol
