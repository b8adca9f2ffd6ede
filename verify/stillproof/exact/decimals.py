"""Exact numbers as decimals: how they are rounded, and what of an interval both of its ends agree on.

`to_places` counts decimals after the point, `to_digits` significant digits; how both round is an argument.  Of a number
that is known between two rationals, digits are printed only where every number between them has these digits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import Enum

from flint import fmpq

from .enclosed import Number, ends

HALF = fmpq(1, 2)
LEAST = 3  # significant digits of a rounded number; with fewer its interval is said


class Rounding(Enum):
    """Which of two neighbouring decimals stands for a number between them."""

    DOWN = "the lower one"
    UP = "the upper one"
    CUT = "the one nearer to 0"
    NEAREST = "the nearest one; of two the one farther from 0"
    EVEN = "the nearest one; of two the one with an even last digit"


DOWN, UP, CUT, NEAREST, EVEN = Rounding


def whole(value: fmpq, rounding: Rounding = NEAREST) -> int:
    """A rational as an integer.

    >>> [whole(fmpq(-5, 2), how) for how in Rounding]
    [-3, -2, -2, -3, -2]
    """
    if rounding in (DOWN, UP):
        return int(value.floor() if rounding is DOWN else value.ceil())
    size, sign = abs(value), -1 if value < 0 else 1
    if rounding is CUT:
        return sign * int(size.floor())
    found = int((size + HALF).floor())
    return sign * (found - (rounding is EVEN and found % 2 == 1 and found - size == HALF))


def on_grid(value: fmpq, places: int, rounding: Rounding = NEAREST) -> fmpq:
    """A multiple of 10^-places near a rational.

    >>> on_grid(fmpq(2, 3), 2, DOWN)
    33/50
    """
    return fmpq(whole(value * 10**places, rounding), 10**places)


def outwards(low: fmpq, high: fmpq, places: int) -> tuple[fmpq, fmpq]:
    """The least interval between multiples of 10^-places around an interval.

    >>> outwards(fmpq(1, 3), fmpq(2, 3), 1)
    (3/10, 7/10)
    """
    return on_grid(low, places, DOWN), on_grid(high, places, UP)


def to_places(value: fmpq, places: int, rounding: Rounding = NEAREST) -> str:
    """A rational with this many decimals.  A number below 0 that is cut off keeps its sign, for the digits left out.

    >>> to_places(fmpq(2, 3), 4), to_places(fmpq(-1, 8), 2), to_places(fmpq(-1, 8), 0), to_places(fmpq(-1, 8), 0, CUT)
    ('0.6667', '-0.13', '0', '-0')
    """
    size = whole(value * 10**places, rounding)
    text = str(abs(size)).zfill(places + 1)
    sign = "-" if value < 0 and (size or rounding is CUT) else ""
    return sign + (f"{text[:-places]}.{text[-places:]}" if places else text)


def to_digits(value: fmpq, digits: int, rounding: Rounding = NEAREST) -> str:
    """A rational with this many significant digits; with an exponent where it is below 1/1000, or a digit is no unit.

    >>> to_digits(fmpq(2, 3), 4), to_digits(fmpq(1, 70000), 3), to_digits(fmpq(99999), 3, UP), to_digits(fmpq(0), 3)
    ('0.6667', '1.43e-5', '1.00e5', '0')
    """
    if value == 0:
        return "0"
    if value < 0:
        return "-" + to_digits(-value, digits, {DOWN: UP, UP: DOWN}.get(rounding, rounding))
    exponent = len(str(value.p)) - len(str(value.q))
    exponent -= value < fmpq(10) ** exponent if exponent >= 0 else value * fmpq(10) ** -exponent < 1
    shift = digits - 1 - exponent
    scaled = value * fmpq(10) ** shift if shift >= 0 else value / fmpq(10) ** -shift
    text = str(whole(scaled, rounding))
    if len(text) > digits:  # 9.99.. became 10.0
        text, exponent = text[:-1], exponent + 1
    if -3 <= exponent < digits:
        padded = text.zfill(digits - exponent if exponent < 0 else digits)
        places = digits - 1 - exponent
        return f"{padded[:-places]}.{padded[-places:]}" if places else padded
    return f"{text[0]}.{text[1:]}e{exponent}" if digits > 1 else f"{text}e{exponent}"


def without_zeros(text: str) -> str:
    """A decimal without zeros at its end.

    >>> without_zeros("0.250"), without_zeros("10.0"), without_zeros("10")
    ('0.25', '10', '10')
    """
    return text.rstrip("0").rstrip(".") if "." in text else text


def terminating(value: fmpq, most: int) -> str | None:
    """All decimals of a rational; None where there are more than so many.

    >>> terminating(fmpq(-3, 8), 5), terminating(fmpq(3, 8), 2), terminating(fmpq(1, 3), 1000), terminating(fmpq(7), 0)
    ('-0.375', None, None, '7')
    """
    places = next((places for places in range(most + 1) if 10**places % int(value.q) == 0), None)
    return None if places is None else to_places(value, places)


def agreed(low: fmpq, high: fmpq, digits: Iterable[int], spelled: Callable[[fmpq, int], str]) -> Iterator[str]:
    """What both ends of an interval are spelled as, for each number of digits for which that is one text.

    >>> list(agreed(fmpq(33, 100), fmpq(34, 100), [3, 2, 1], to_places))
    ['0.3']
    """
    for count in digits:
        text = spelled(low, count)
        if text == spelled(high, count):
            yield text


def shared(low: fmpq, high: fmpq, places: int) -> str | None:
    """The decimals that all numbers of an interval begin with, at most so many; None where they do not share one.

    >>> shared(fmpq(387, 1000), fmpq(389, 1000), 10), shared(fmpq(1, 10), fmpq(1, 5), 10), shared(fmpq(-1), fmpq(1), 10)
    ('0.38', None, None)
    """
    return next(agreed(low, high, range(places, 0, -1), lambda x, count: to_places(x, count, CUT)), None)


def rounded_decimal(low: fmpq, high: fmpq, places: int) -> str:
    """A number between low and high with this many decimals, to the nearest; with fewer where the ends differ.

    Where fewer than LEAST significant digits are certain, the interval, rounded outwards.

    >>> rounded_decimal(fmpq(1, 3), fmpq(1, 3), 5), rounded_decimal(fmpq(1, 10), fmpq(9, 10), 25)
    ('0.33333', '0.10 to 0.90')
    """
    for text in agreed(low, high, range(places, 0, -1), to_places):
        if low == high or len(text.replace(".", "").lstrip("0")) >= LEAST:
            return text
    count = 2
    while (high - low) * 10**count < 10:
        count += 1
    return f"{to_places(low, count, DOWN)} to {to_places(high, count, UP)}"


def significant(value: Number, digits: int = 6) -> str:
    """A number with this many significant digits, to the nearest; just below 1 as its distance from 1.

    Fewer digits where an enclosure decides no more.

    >>> significant(fmpq(1, 343739)), significant(1 - fmpq(21, 10**10))
    ('2.90918e-6', '1 - 2.1e-9')
    """
    low, high = ends(value)
    low = fmpq(0) if low < 0 < high else low  # such an enclosure is of a number >= 0
    text = next(agreed(low, high, range(digits, 0, -1), to_digits), None)
    if text is None:
        return f"{to_digits(low, digits)} to {to_digits(high, digits)}"
    return f"1 - {significant(1 - value, 2)}" if high < 1 and is_one(text) else text


def bounded(value: Number, up: bool, digits: int = 6) -> str:
    """A number >= 0 with this many significant digits, rounded up for what is at most so much, down for at least.

    >>> bounded(fmpq(1, 3), True, 2), bounded(fmpq(1, 3), False, 2), bounded(1 - fmpq(21, 10**10), False)
    ('0.34', '0.33', '1 - 2.1e-9')
    """
    low, high = ends(value)
    if high < 1 and is_one(to_digits(low, digits)) and not up:
        return f"1 - {bounded(1 - value, True, 2)}"
    return to_digits(high if up else low, digits, UP if up else DOWN)


def is_one(text: str) -> bool:
    """Whether a decimal is 1 with decimals after the point, all 0."""
    return text.strip("0") == "1."
