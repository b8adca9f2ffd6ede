"""Numbers of Qualtran's factories, asked of its classes and judged by the gate: copy this into your own tests."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

from qualtran.surface_code import CCZ2TFactory, FifteenToOne


class OnlyInputs:
    """An error model in which the input states are noisy and nothing else is."""

    def __init__(self, physical_error: Any):
        self.physical_error = physical_error

    def __call__(self, code_distance: int) -> int:
        return 0


def monomial(function: Callable[[Any], Any]) -> tuple[int, int]:
    """(c, k) for a function c x^k that is written as plain arithmetic."""
    coefficient = function(OnlyInputs(1))
    order = int(function(OnlyInputs(2)) / coefficient).bit_length() - 1
    for x in (Fraction(1, 3), Fraction(5), Fraction(7, 1000)):
        assert function(OnlyInputs(x)) == coefficient * x**order
    return coefficient, order


def test_fifteen_t_states_give_one(stillproof: Any) -> None:
    coefficient, order = monomial(CCZ2TFactory().l1_distillation_error)
    value = {"num": [*["0"] * order, coefficient], "den": ["1"]}
    stillproof.assert_certified("reed-muller15-t", "error-map", value, as_="leading-order", parameter="eps")


def test_eight_t_states_give_a_ccz_state(stillproof: Any) -> None:
    inputs, per_input = monomial(CCZ2TFactory().l1_error)
    outputs, order = monomial(CCZ2TFactory().l2_error)
    assert order % per_input == 0
    value = {"coefficient": str(Fraction(outputs, inputs ** (order // per_input))), "order": order // per_input}
    stillproof.assert_certified("ccz8", "leading-term", value, parameter="eps", output="any")


def test_fifteen_to_one_at_a_point(stillproof: Any) -> None:
    """A rotation is off by 90, 180 and 270 degrees with p/3 each: that is a phase flip with 2p/3."""
    p = Fraction(1, 100)
    factory, model = FifteenToOne(d_X=7, d_Z=3, d_m=3), OnlyInputs(float(p))
    for quantity, value in (("error-map", factory.p_out(model)), ("failure-probability", factory.p_fail(model))):
        said = Decimal(repr(value))  # a float: so about, with a tolerance
        stillproof.assert_certified(
            "reed-muller15-t", quantity, said, as_="about", at={"eps": 2 * p / 3}, tolerance="1e-12"
        )
