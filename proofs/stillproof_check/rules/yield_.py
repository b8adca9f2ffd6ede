"""`yield`: inputs per output at the pure target state, and the yield exponent between two rationals."""

from fractions import Fraction
from typing import Any

from ..loader import Reader, interval, name, rational
from ..statement import Facts
from ..verdict import require, supported, within

CONVENTION = (
    "inputs = n / (c p_succ) at the pure target, success probability included, c the number of outputs in a product "
    "state, else 1; exponent = log(order) / log(inputs)"
)
LEMMAS = ("yield-exponent", "integer-powers")
MAX_DENOMINATOR = 1000


def fields(facts: Facts) -> dict[str, Reader]:
    """The ids of the `suppression` claim and of the claim with the success probability; inputs and exponent."""
    return {"exponent": interval, "inputs": rational, "of": name, "success-of": name}


def witness(facts: Facts) -> dict[str, Reader]:
    """Nothing: integer powers are compared."""
    return {}


def check(claim: dict[str, Any], line: dict[str, Any], facts: Facts) -> dict[str, Any]:
    """Establishes `inputs`, and the interval of the exponent as `value`."""
    order = facts.of(claim["of"], "suppression")["order"]
    accepted = facts.of(claim["success-of"], "map", "outputs", "correction")
    num, den = accepted["success"]
    inputs = Fraction(facts.code.n * den[0], accepted["count"] * num[0])  # num[0] != 0 by the `suppression` claim
    require(claim["inputs"] == inputs, "yield.inputs", inputs, claim["inputs"])
    low, high = claim["exponent"]
    supported(order > 1, "yield.order", "an order above 1", order)
    within(max(low.denominator, high.denominator) <= MAX_DENOMINATOR, "yield.denominator", MAX_DENOMINATOR, "more")
    require(0 < low and high < 1, "yield.exponent.range", "0 < low < high < 1", (low, high))
    # low < log(order)/log(inputs) < high, that is inputs^p < order^q for low = p/q, and the other way for high
    below = inputs**low.numerator < order**low.denominator
    require(below, "yield.exponent.low", f"{inputs}^{low.numerator} < {order}^{low.denominator}", "not so")
    above = inputs**high.numerator > order**high.denominator
    require(above, "yield.exponent.high", f"{inputs}^{high.numerator} > {order}^{high.denominator}", "not so")
    return {"inputs": inputs, "value": claim["exponent"]}
