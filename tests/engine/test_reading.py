"""Numbers as text: what is read is what Python's fractions and decimal read, and nothing else is read."""

import doctest
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from stillproof.exact import reading
from stillproof.exact.decimals import NEAREST, to_digits, to_places
from stillproof.exact.reading import Spelling, Written, rational, read_number

SIGNED = Spelling(digits=60, signed=True)
ALPHABET = "0123456789/.eE^+-_ \n٣"


def test_the_examples_of_the_docstrings_are_executed() -> None:
    assert doctest.testmod(reading).attempted
    assert not doctest.testmod(reading).failed


def parsed(text: str) -> Written | str:
    """The number, or why there is none."""
    try:
        return read_number(text, SIGNED)
    except ValueError as error:
        return str(error)


@given(st.text(ALPHABET, max_size=12))
@example("1_000")
@example("1/0")
@example("٣")
def test_what_is_read_is_what_python_reads(text: str) -> None:
    found = parsed(text)
    if isinstance(found, str):
        assert found == f"expected a number such as 1/100, 0.01, 1e-6, each part of at most 60 digits, found {text!r}"
        return
    value, unit = found
    assert text.isascii()
    assert not set(text) & {"_", " ", "\n", "^"}
    assert Fraction(text) == Fraction(int(value.p), int(value.q))
    if unit is not None:
        assert Fraction(int(unit.p), int(unit.q)) == Fraction(10) ** int(Decimal(text).as_tuple().exponent)


@given(st.fractions(), st.integers(1, 30), st.integers(1, 30))
def test_what_is_printed_is_read_again(x: Fraction, places: int, digits: int) -> None:
    value = rational(str(x))
    assert (int(value.p), int(value.q)) == (x.numerator, x.denominator)
    for text in (to_places(value, places, NEAREST), to_digits(value, digits), str(value)):
        found = read_number(text, SIGNED).value
        assert Fraction(int(found.p), int(found.q)) == Fraction(text)


@pytest.mark.parametrize("text", ["", "1/", "/2", "+1", "1_0", " 1", "1\n", "0.5", "1e3", "--1", "1/-2", "٣", "1/2/3"])
def test_files_have_one_spelling_of_a_rational(text: str) -> None:
    with pytest.raises(ValueError, match="expected a rational such as 1/3, found"):
        rational(text)


@pytest.mark.parametrize(
    ("text", "spelling", "value"),
    [
        ("1e12", Spelling(30, whole=True, powers="e^"), 10**12),
        ("3^4", Spelling(30, whole=True, powers="e^"), 81),
        ("1E2", Spelling(30, whole=True, powers="e^"), None),
        ("1e-2", Spelling(30, whole=True, powers="e^"), None),
        ("1/2", Spelling(30, whole=True, powers="e^"), None),
        ("0.5", Spelling(30, whole=True, powers="e^"), None),
        ("1" * 31, Spelling(30), None),
        ("1e1000", Spelling(30), None),
        ("-1", Spelling(30), None),
        ("1e2", Spelling(30, powers=""), None),
    ],
)
def test_a_spelling_has_bounds(text: str, spelling: Spelling, value: int | None) -> None:
    if value is None:
        with pytest.raises(ValueError, match=r"at most 30 digits, found"):
            read_number(text, spelling)
    else:
        assert read_number(text, spelling).value == value
