"""Rational functions: values, slopes and lowest terms against Python's fractions, and enclosures around the values."""

import doctest
from fractions import Fraction
from typing import Any

import pytest
from flint import arb, ctx, fmpq
from hypothesis import assume, given
from hypothesis import strategies as st

from stillproof.exact import enclosed, rational_function
from stillproof.exact.rational_function import RationalFunction, coefficients, ring

INTEGERS = st.integers(-50, 50).map(str)
RATIONALS = st.fractions(min_value=-5, max_value=5, max_denominator=60)
ONE = st.lists(INTEGERS, max_size=6)
TWO = st.lists(st.lists(INTEGERS, min_size=1, max_size=4), min_size=1, max_size=4)
POINT = st.tuples(RATIONALS, RATIONALS)


def flint(x: Fraction) -> fmpq:
    return fmpq(x.numerator, x.denominator)


def python(x: fmpq) -> Fraction:
    return Fraction(int(x.p), int(x.q))


def value(rows: list[Any], x: Fraction, y: Fraction) -> Fraction:
    """A polynomial, added up."""
    entries = [(i, row if isinstance(row, list) else [row]) for i, row in enumerate(rows)]
    return sum((Fraction(c) * x**i * y**j for i, row in entries for j, c in enumerate(row)), Fraction(0))


def test_the_examples_of_the_docstrings_are_executed() -> None:
    for module in (enclosed, rational_function):
        assert doctest.testmod(module).attempted
        assert not doctest.testmod(module).failed


@given(st.one_of(st.tuples(ONE, ONE), st.tuples(TWO, TWO)), POINT, st.integers(20, 200))
def test_a_value_is_that_of_python_and_lies_in_its_enclosure(
    parts: tuple[list[Any], list[Any]], point: tuple[Fraction, Fraction], bits: int
) -> None:
    num, den = parts
    found = RationalFunction.stated({"num": num, "den": den})
    at = list(map(flint, point[: found.count]))
    below = value(den, *point)
    if not below:
        with pytest.raises(ZeroDivisionError):
            found.at(*at)
        return
    expected = value(num, *point) / below
    assert python(found.at(*at)) == expected
    with ctx.workprec(bits):
        enclosure = found.at(*map(arb, at))
    if isinstance(enclosure, fmpq) or enclosure.is_finite():  # not where den is not told from 0
        low, high = enclosed.ends(enclosure)
        assert low <= flint(expected) <= high
    shifted = found.times(fmpq(2, 3)).plus(fmpq(-1, 7))
    assert python(shifted.at(*at)) == expected * Fraction(2, 3) - Fraction(1, 7)
    assert python(found.scaled(fmpq(3, 2)).at(*(x * fmpq(2, 3) for x in at))) == expected
    if expected:
        assert python(found.inverse().at(*at)) == 1 / expected


@given(ONE, ONE, RATIONALS)
def test_a_slope_has_the_sign_of_the_derivative(num: list[str], den: list[str], x: Fraction) -> None:
    assume(value(den, x, x))
    found = RationalFunction.stated({"num": num, "den": den})
    slopes = [
        sum((i * Fraction(c) * x ** (i - 1) for i, c in enumerate(part) if i), Fraction(0)) for part in (num, den)
    ]
    expected = slopes[0] * value(den, x, x) - value(num, x, x) * slopes[1]
    assert sum((int(c) * x**i for i, c in enumerate(found.slope.coeffs())), Fraction(0)) == expected


@given(st.one_of(st.tuples(ONE, ONE, ONE), st.tuples(TWO, TWO, TWO)), st.fractions(max_denominator=60))
def test_lowest_terms_are_one_spelling(parts: tuple[list[Any], list[Any], list[Any]], factor: Fraction) -> None:
    count = 2 if any(isinstance(row, list) for part in parts for row in part) else 1
    num, den, common = (ring(count).from_dict(coefficients(part)) for part in parts)
    assume(den and common and factor)
    found = RationalFunction.of(num, den, count)
    assert RationalFunction.of(num * common * flint(factor), den * common * flint(factor), count) == found
    assert RationalFunction.of(found.num, found.den, count) == found
    assert num * found.den == found.num * den
    assert all(c.q == 1 for part in found.terms for c in part.values())
    assert next(iter(found.terms[1].values())) > 0
    if count == 1 or num:
        assert RationalFunction.stated(found.json()) == found


@given(st.fractions().filter(bool))
def test_a_multiple_of_the_parameter_is_spelled_as_claims_spell_it(x: Fraction) -> None:
    num, den = str(x.numerator), str(x.denominator)
    assert RationalFunction.multiple(flint(x)).json() == {"den": [den], "num": ["0", num]}
