"""Polynomials as text: every spelling is computed back with Python's fractions, and the trees have the same terms."""

import doctest
import re
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from stillproof.exact import as_text
from stillproof.exact.as_text import ALGEBRA, affine, function, polynomial, terms, written
from stillproof.supplements import tex, tree

COEFFICIENT = st.one_of(st.sampled_from(["0", "1", "-1"]), st.fractions().map(str))
ONE = st.lists(COEFFICIENT, max_size=6)
TWO = st.lists(st.lists(COEFFICIENT, max_size=4), min_size=1, max_size=4)
POINT = st.tuples(st.fractions(), st.fractions())


def computed(text: str, x: Fraction, y: Fraction) -> Fraction:
    """The value of an expression in x and y, with every number a fraction."""
    products = re.sub(r"(?<=[0-9xy)]) (?=[0-9xy(])", "*", text)
    numbers = re.sub(r"(?<!\^)\b[0-9]+", r"Fraction(\g<0>)", products).replace("^", "**")
    return eval(numbers, {"Fraction": Fraction, "x": x, "y": y}) + Fraction(0)  # noqa: S307


def value(coefficients: list[Any], x: Fraction, y: Fraction) -> Fraction:
    """The polynomial, added up."""
    rows = [row if isinstance(row, list) else [row] for row in coefficients]
    return sum((Fraction(c) * x**i * y**j for i, row in enumerate(rows) for j, c in enumerate(row)), Fraction(0))


def test_the_examples_of_the_docstrings_are_executed() -> None:
    found = doctest.testmod(as_text)
    assert found.attempted
    assert not found.failed


@given(st.one_of(ONE, TWO), st.booleans(), POINT)
def test_text_has_the_value_of_the_polynomial(
    coefficients: list[Any], graded: bool, point: tuple[Fraction, Fraction]
) -> None:
    names = ["x", "y"] if any(isinstance(row, list) for row in coefficients) else ["x"]
    found = list(terms(coefficients, names, graded))
    assert computed(written(found), *point) == value(coefficients, *point)
    assert computed(written(found, ALGEBRA), *point) == value(coefficients, *point)
    assert " " not in written(found, ALGEBRA)
    degrees = [sum(e for _, e in powers) for _, _, powers in found]
    assert not graded or degrees == sorted(degrees)


@given(ONE)
def test_tex_is_the_same_text(coefficients: list[str]) -> None:
    plain, shown = polynomial(coefficients, ["x"]), tree.polynomial(coefficients, [tree.Name("x")])
    pieces = "".join(tex.tree(piece) for piece in shown.pieces)
    bare = re.sub(r"\\t?frac\{(\d+)\}\{(\d+)\}", r"\1/\2", pieces)
    assert bare.replace("{", "").replace("}", "") == plain.replace(" ", "")


@given(st.lists(st.fractions().map(str), min_size=3, max_size=3), POINT)
def test_an_affine_function_has_its_value(coefficients: list[str], point: tuple[Fraction, Fraction]) -> None:
    expected = sum((Fraction(c) * x for c, x in zip(coefficients, (1, *point), strict=True)), Fraction(0))
    assert computed(affine(coefficients, ["x", "y"]), *point) == expected


@given(ONE, ONE, st.fractions())
def test_a_function_is_num_over_den(num: list[str], den: list[str], x: Fraction) -> None:
    below = value(den, x, x)
    if below:
        assert computed(function({"num": num, "den": den}, ["x"]), x, x) == value(num, x, x) / below
