"""Decimals of exact numbers, against Python's decimal and fractions; and the examples of the docstrings, executed."""

import doctest
import importlib
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

import pytest
from flint import arb, ctx, fmpq
from hypothesis import assume, given
from hypothesis import strategies as st

from stillproof.exact.decimals import (
    CUT,
    DOWN,
    EVEN,
    NEAREST,
    UP,
    Rounding,
    bounded,
    on_grid,
    outwards,
    rounded_decimal,
    shared,
    significant,
    terminating,
    to_digits,
    to_places,
    whole,
    without_zeros,
)
from stillproof.exact.enclosed import ends

NAMES = ("decimals", "enclosed")
THEIRS = {CUT: ROUND_DOWN, DOWN: ROUND_FLOOR, EVEN: ROUND_HALF_EVEN, NEAREST: ROUND_HALF_UP, UP: ROUND_CEILING}
ROUNDINGS = st.sampled_from(list(Rounding))
RATIONALS = st.one_of(
    st.fractions(max_denominator=10**6),
    st.builds(Fraction, st.integers(-(10**12), 10**12), st.sampled_from([2**20, 10**9, 5**12])),  # with ties
    st.builds(lambda m, e: m * Fraction(10) ** e, st.integers(-9999, 9999), st.integers(-40, 20)),
)


def flint(x: Fraction) -> fmpq:
    return fmpq(x.numerator, x.denominator)


def exactly(x: Fraction) -> Decimal:
    """A rational as a decimal, exactly where it terminates; else so long that no rounding is undecided."""
    return Context(prec=400).divide(Decimal(x.numerator), Decimal(x.denominator))


@pytest.mark.parametrize("name", NAMES)
def test_the_examples_of_the_docstrings_are_executed(name: str) -> None:
    found = doctest.testmod(importlib.import_module(f"stillproof.exact.{name}"))
    assert found.attempted
    assert not found.failed


@given(RATIONALS, st.integers(0, 30), ROUNDINGS)
def test_decimals_after_the_point_are_those_of_python(x: Fraction, places: int, rounding: Rounding) -> None:
    theirs = exactly(x).quantize(Decimal(1).scaleb(-places), THEIRS[rounding], Context(prec=400))
    ours = to_places(flint(x), places, rounding)
    assert Decimal(ours) == theirs
    assert len(ours.partition(".")[2]) == places
    assert ours.startswith("-") == (x < 0 and (theirs != 0 or rounding is CUT))


@given(RATIONALS, st.integers(1, 30), ROUNDINGS)
def test_significant_digits_are_those_of_python(x: Fraction, digits: int, rounding: Rounding) -> None:
    theirs = Context(prec=digits, rounding=THEIRS[rounding]).divide(Decimal(x.numerator), Decimal(x.denominator))
    ours = to_digits(flint(x), digits, rounding)
    assert Decimal(ours) == theirs
    mantissa, _, exponent = ours.partition("e")
    assert not x or len(mantissa.replace(".", "").lstrip("-0")) == digits
    assert not exponent or not -3 <= int(exponent) < digits


@given(RATIONALS)
def test_integers_are_rounded_as_python_rounds_them(x: Fraction) -> None:
    assert whole(flint(x), EVEN) == round(x)
    assert whole(flint(x), CUT) == int(x)
    assert whole(flint(x), DOWN) == x.__floor__()
    assert whole(flint(x), UP) == x.__ceil__()


@given(RATIONALS, RATIONALS, st.integers(0, 25))
def test_an_interval_is_rounded_outwards(x: Fraction, y: Fraction, places: int) -> None:
    low, high = flint(min(x, y)), flint(max(x, y))
    below, above = outwards(low, high, places)
    step = fmpq(1, 10**places)
    assert below <= low < below + step
    assert above - step < high <= above
    assert below == on_grid(low, places, DOWN)
    assert to_places(below, places) == to_places(low, places, DOWN)


@given(RATIONALS, st.integers(0, 60))
def test_all_decimals_are_the_number(x: Fraction, most: int) -> None:
    found = terminating(flint(x), most)
    if found is None:
        assert 10**most % x.denominator
    else:
        assert Fraction(found) == x
        assert not found.endswith("0") or "." not in found


@given(RATIONALS, RATIONALS, st.integers(1, 20))
def test_shared_decimals_are_those_of_every_number_between(x: Fraction, y: Fraction, places: int) -> None:
    low, high = min(x, y), max(x, y)
    found = shared(flint(low), flint(high), places)
    for z in (low, high, (low + high) / 2, low + (high - low) / 7):
        if found is not None:
            assert to_places(flint(z), len(found.partition(".")[2]), CUT) == found
    if found is None:
        assert to_places(flint(low), 1, CUT) != to_places(flint(high), 1, CUT)


@given(st.fractions(min_value=0, max_value=1), st.integers(1, 30), st.integers(1, 25))
def test_a_rounded_decimal_is_right_for_every_number_of_the_interval(x: Fraction, width: int, places: int) -> None:
    high = x + Fraction(1, 10**width)
    found = rounded_decimal(flint(x), flint(high), places)
    below, to, above = found.partition(" to ")
    if to:
        assert Fraction(below) <= x < high <= Fraction(above)
    else:
        unit = Fraction(1, 10 ** len(found.partition(".")[2]))
        assert Fraction(found) - unit / 2 <= x < high <= Fraction(found) + unit / 2


@given(st.fractions(min_value=0, max_value=2, max_denominator=10**9), st.integers(2, 12))
def test_a_bound_is_on_its_side(x: Fraction, digits: int) -> None:
    assume(x)
    high, low = bounded(flint(x), True, digits), bounded(flint(x), False, digits)
    assert Fraction(high) >= x
    assert (1 - Fraction(low[4:]) if low.startswith("1 - ") else Fraction(low)) <= x


@given(st.fractions(min_value=0, max_value=10, max_denominator=10**9), st.integers(8, 200))
def test_an_enclosure_has_the_digits_that_the_number_has(x: Fraction, bits: int) -> None:
    with ctx.workprec(bits):
        value = arb(flint(x))
    low, high = ends(value)
    assert low <= flint(x) <= high
    found, exact = significant(value), significant(flint(x))
    if " to " not in found and "1 - " not in found + exact:
        digits = len(found.partition("e")[0].replace(".", "").lstrip("0"))
        assert found == (to_digits(flint(x), digits) if x else "0")


def test_zeros_at_the_end_go() -> None:
    assert [without_zeros(x) for x in ("0.500", "5.0", "50", "-0.00")] == ["0.5", "5", "50", "-0"]
