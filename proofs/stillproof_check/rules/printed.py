"""`printed`: a decimal in print is the correct rounding of an exact value."""

from fractions import Fraction
from typing import Any

from ..loader import Reader, decimal, name
from ..statement import Facts
from ..verdict import require, supported, wellformed

CONVENTION = "within half a unit of the last printed digit"
LEMMAS = ("rounding",)
QUANTITIES = {
    "coefficient": ("suppression",),
    "inputs-per-output": ("yield",),
    "success-at-zero": ("map", "outputs", "correction"),
    "threshold": ("basin-threshold", "threshold"),
    "yield-exponent": ("yield",),
}


def fields(facts: Facts) -> dict[str, Reader]:
    """The id of the claim with the exact value, which of its values, and the printed text."""
    return {"of": name, "quantity": name, "value": decimal}


def witness(facts: Facts) -> dict[str, Reader]:
    """Nothing: two comparisons."""
    return {}


def check(claim: dict[str, Any], line: dict[str, Any], facts: Facts) -> dict[str, Any]:
    """Establishes nothing further."""
    quantity = claim["quantity"]
    wellformed(quantity in QUANTITIES, "printed.quantity", sorted(QUANTITIES), quantity)
    low, high = bracket(facts.of(claim["of"], *QUANTITIES[quantity]), quantity, len(facts.state.parameters))
    value, half = claim["value"]
    require(value - half <= high, "printed.rounding.low", f"at most {float_free(high)}", value)
    require(low <= value + half, "printed.rounding.high", f"at least {float_free(low)}", value)
    decided = value - half < low and high < value + half
    supported(decided, "printed.decided", "an exact value on one side of every tie", (low, high))
    return {}


def bracket(found: dict[str, Any], quantity: str, parameters: int) -> tuple[Fraction, Fraction]:
    """The exact value as an interval, which may be a point."""
    if quantity in ("threshold", "yield-exponent"):
        low, high = found["value"]
        return low, high
    if quantity == "success-at-zero":
        supported(parameters == 1, "printed.parameters", "a family with one parameter", parameters)
        num, den = found["success"]
        return Fraction(num[0], den[0]), Fraction(num[0], den[0])
    value = found["inputs" if quantity == "inputs-per-output" else "coefficient"]
    return value, value


def float_free(value: Fraction) -> str:
    """A rational with ten decimals, rounded towards zero."""
    digits = str(abs(value.numerator) * 10**10 // value.denominator).zfill(11)
    return ("-" if value < 0 else "") + digits[:-10] + "." + digits[-10:]
