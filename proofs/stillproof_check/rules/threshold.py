"""`threshold`: the one root x* in (0, bound) below which distillation improves the state, above which not."""

from math import gcd
from typing import Any

from ..loader import Reader, interval, name, polynomial, rational
from ..polynomial import evaluate, minus, multiply, positive_on_closed_unit, positive_on_unit, roots_in_unit, stretched
from ..statement import Facts
from ..verdict import require, supported, wellformed, within

CONVENTION = (
    "0 < output < x on (0, x*), output > x on (x*, bound), denominators positive on [0, bound], x the parameter of the "
    "family"
)
MAX_DENOMINATOR = 1000  # of the bound
LEMMAS = ("bernstein-sign", "descartes-count", "threshold-root")


def fields(facts: Facts) -> dict[str, Reader]:
    """The id of the `map` or `outputs` claim and its output; a primitive polynomial and an interval for x*."""
    return {"bound": rational, "interval": interval, "of": name, "output": name, "polynomial": polynomial}


def witness(facts: Facts) -> dict[str, Reader]:
    """The cofactor Q with x den - num = P Q."""
    return {"cofactor": polynomial}


def check(claim: dict[str, Any], line: dict[str, Any], facts: Facts) -> dict[str, Any]:
    """Establishes the polynomial and the interval, as `polynomial` and `value`."""
    found = facts.function(claim["of"], claim["output"])
    num, den, bound = found["num"], found["den"], claim["bound"]
    p, (low, high), q = claim["polynomial"], claim["interval"], line["cofactor"]
    require(0 < bound <= 1, "threshold.bound", "0 < bound <= 1", bound)
    size = bound.denominator
    within(size <= MAX_DENOMINATOR, "threshold.bound.denominator", f"at most {MAX_DENOMINATOR}", "more")
    require(0 < low and high < bound, "threshold.interval.inside", f"0 < low < high < {bound}", (low, high))
    ends = evaluate(p, low), evaluate(p, high)
    changes = min(ends) < 0 < max(ends)
    require(changes, "threshold.polynomial.sign", f"a sign change between {low} and {high}", ends)
    primitive = gcd(*p) == 1 and p[-1] > 0
    wellformed(primitive, "threshold.polynomial.primitive", "content 1, last coefficient positive", p)
    gain = minus([0, *den], num)
    product = minus(multiply(p, q), gain)
    require(not any(product), "threshold.witness.cofactor", f"P Q = {gain}", multiply(p, q))
    for label, poly in (("output denominator", den), ("success probability", found["p_num"])):
        positive = positive_on_closed_unit(stretched(poly, bound))
        require(positive, "threshold.denominator.positive", f"{label} positive on [0, {bound}]", poly)
    require(positive_on_unit(stretched(num, bound)), "threshold.numerator.positive", f"positive on (0, {bound})", num)
    count = roots_in_unit(stretched(q, bound))
    supported(count == 0, "threshold.cofactor.rootless", f"no root in (0, {bound})", f"{count} roots")
    count = roots_in_unit(stretched(p, bound))
    require(count == 1, "threshold.root.unique", f"one root in (0, {bound})", f"{count} roots")
    below = evaluate(gain, low)
    require(below > 0, "threshold.direction", f"output < x at x = {low}", "output > x")
    return {"polynomial": p, "value": (low, high)}
