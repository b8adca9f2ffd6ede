"""`yield`: inputs per output at the pure target state, and the yield exponent between two rationals."""

from fractions import Fraction
from typing import Any

from ...entry.loader import Reader, interval, name, no_witness, rational, small
from ...entry.verdict import require, supported, wellformed, within
from ...numbers.polynomial import bits
from ...subject.established import Accepted, Established, Number, Outputs, Quantity, Suppression, Yield
from ...subject.statement import Facts

CONVENTION = (
    "inputs = sites / (outputs p_succ) at the pure target, success probability included; outputs = how many have the "
    "target and the order of the `suppression` claim, of all together 1 unless their target is a product of states of "
    "single qudits; sites = those on which a stabilizer or a logical operator of these outputs acts; exponent = "
    "log(order) / log(inputs)"
)
LEMMAS = ("yield-exponent", "integer-powers")
MAX_DENOMINATOR = 1000


def fields(facts: Facts) -> dict[str, Reader]:
    """The ids of the `suppression` claim and of the claim with the success probability; the three numbers."""
    count = small(1, facts.code.n)
    return {"exponent": interval, "inputs": rational, "of": name, "outputs": count, "success-of": name}


witness = no_witness  # integer powers are compared


def check(claim: dict[str, Any], line: dict[str, Any], facts: Facts) -> Established:
    """Establishes the inputs and the interval of the exponent."""
    found = facts.of(claim["of"], Suppression)
    order, source = found.order, found.function.source
    success = facts.of(claim["success-of"], Accepted).success
    supported(success.source == source, "yield.source", f"the success probability of {source}", success.source)
    outputs = alike(found, facts.of(source, Outputs))
    count = max(1, len(outputs))
    require(claim["outputs"] == count, "yield.outputs", f"{count} of this target and order", claim["outputs"])
    sites = facts.code.used(outputs or range(facts.code.k))
    inputs = Fraction(sites * success.den[0], count * success.num[0])  # num[0] != 0 by the `suppression` claim
    require(claim["inputs"] == inputs, "yield.inputs", inputs, claim["inputs"])
    low, high = claim["exponent"]
    supported(order > 1, "yield.order", "an order above 1", order)
    within(max(low.denominator, high.denominator) <= MAX_DENOMINATOR, "yield.denominator", MAX_DENOMINATOR, "more")
    wellformed(0 < low and high < 1, "yield.exponent.range", "0 < low < high < 1", (low, high))
    size = bits([inputs]) * max(low.numerator, high.numerator)
    facts.work.products(2, size, size)
    # low < log(order)/log(inputs) < high, that is inputs^p < order^q for low = p/q, and the other way for high
    below = inputs**low.numerator < order**low.denominator
    require(below, "yield.exponent.low", f"{inputs}^{low.numerator} < {order}^{low.denominator}", "not so")
    above = inputs**high.numerator > order**high.denominator
    require(above, "yield.exponent.high", f"{inputs}^{high.numerator} > {order}^{high.denominator}", "not so")
    return Yield(inputs, Number(low, high, "1"))


def alike(found: Suppression, source: Outputs) -> list[int]:
    """The outputs that have the target and the order of a suppression, counted from 0; none of a joint target."""
    single = [one for one in source.functions.values() if one.quantity is not Quantity.JOINT]
    joint = found.function.quantity is Quantity.JOINT and single
    target = single[0].target if joint else found.function.target
    same = [j for j, one in enumerate(single) if (one.target, one.order) == (target, found.order)]
    common = not joint or len(same) == len(single)
    supported(common, "yield.common", "outputs of one target and one order", [one.order for one in single])
    return same
