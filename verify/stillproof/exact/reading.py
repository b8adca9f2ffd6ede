"""Numbers as people and files write them, read exactly: integers, fractions, decimals and powers, each with a bound.

What a place accepts is a `Spelling`.  Anything else raises ValueError, with what was expected; the place says where.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from flint import fmpq

RATIONAL = re.compile("-?[0-9]+(?:/[0-9]+)?")


class Spelling(NamedTuple):
    """Which texts are numbers: every part has at most so many digits, an exponent at most three.

    `powers` are the letters that an exponent may follow: e and E for times ten to the power, ^ for to the power.
    """

    digits: int
    signed: bool = False  # whether there may be a minus in front
    whole: bool = False  # whether only integers are numbers: no fraction, no point, no exponent with a sign
    powers: str = "eE"


class Written(NamedTuple):
    """A number, and the unit of its last digit; a fraction has none."""

    value: fmpq
    unit: fmpq | None


def rational(text: str) -> fmpq:
    """A rational as files spell it, p/q or p.  Raises ValueError or ZeroDivisionError.

    >>> rational("-2/6"), rational("7")
    (-1/3, 7)
    """
    if not RATIONAL.fullmatch(text):
        raise ValueError(f"expected a rational such as 1/3, found {text!r}")
    above, _, below = text.partition("/")
    return fmpq(int(above), int(below or 1))


def read_number(text: str, spelling: Spelling) -> Written:
    """A number as it is written.  Raises ValueError.

    >>> read_number("1/3", Spelling(40)), read_number("2.50e-1", Spelling(40))
    (Written(value=1/3, unit=None), Written(value=1/4, unit=1/1000))
    >>> read_number("2^10", Spelling(30, whole=True, powers="e^")).value
    1024
    >>> read_number("1/0", Spelling(40))
    Traceback (most recent call last):
    ...
    ValueError: expected a number such as 1/100, 0.01, 1e-6, each part of at most 40 digits, found '1/0'
    """
    found = pattern(spelling).fullmatch(text)
    below = int(found["below"] or 1) if found else 0
    if not found or not below:
        examples = ["100", "1e6"] if spelling.whole else ["1/100", "0.01", "1e-6"]
        examples = examples if "e" in spelling.powers else examples[:-1]
        examples += ["2^20"] * ("^" in spelling.powers)
        within = f"each part of at most {spelling.digits} digits"
        raise ValueError(f"expected a number such as {', '.join(examples)}, {within}, found {text!r}")
    if found["below"]:
        return Written(fmpq(int(found["sign"] + found["above"]), below), None)
    decimals, exponent = found["decimals"] or "", int(found["exponent"] or 0)
    digits = fmpq(int(found["sign"] + found["above"] + decimals))
    if found["power"] == "^":
        return Written(digits**exponent, fmpq(1))
    exponent -= len(decimals)
    unit = fmpq(10) ** exponent if exponent >= 0 else 1 / fmpq(10) ** -exponent
    return Written(digits * unit, unit)


@cache
def pattern(spelling: Spelling) -> re.Pattern[str]:
    """What a number looks like, with names for its parts."""
    digits = f"[0-9]{{1,{spelling.digits}}}"
    sign, inner = "-?" if spelling.signed else "", "" if spelling.whole else "[+-]?"
    below, decimals = ("(?!)", "(?!)") if spelling.whole else (digits, digits)
    powers = "|".join(map(re.escape, spelling.powers)) or "(?!)"
    return re.compile(
        rf"(?P<sign>{sign})(?P<above>{digits})"
        rf"(?:/(?P<below>{below})|(?:\.(?P<decimals>{decimals}))?(?:(?P<power>{powers})(?P<exponent>{inner}[0-9]{{1,3}}))?)"
    )
