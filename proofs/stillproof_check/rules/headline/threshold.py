"""`threshold`: the one x* in (0, bound) below which the output is smaller than the input, above which greater.

Both are measured alike: where the output is an infidelity, the input is the infidelity of one state of the family.
"""

from math import gcd
from typing import Any

from ...entry.loader import Reader, interval, name, polynomial, rational
from ...entry.verdict import require, supported, wellformed, within
from ...numbers.multivariate import in_one
from ...subject.established import Established, Number, Threshold
from ...subject.statement import Facts

CONVENTION = (
    "0 < output < input on (0, x*), output > input on (x*, bound), success and the denominator of the "
    "output positive on [0, bound]; x the parameter of the family, interval: of x*; c x the infidelity of one input to "
    "its target, infidelity: of c x*; input = c x where the output is an infidelity, else x"
)
MAX_DENOMINATOR = 1000  # of the bound
LEMMAS = ("bernstein-sign", "descartes-count", "positive-output", "threshold-root")


def fields(facts: Facts) -> dict[str, Reader]:
    """The id of the `map` or `outputs` claim and its output; a primitive polynomial and intervals for x* and c x*."""
    return {
        "bound": rational,
        "infidelity": interval,
        "interval": interval,
        "of": name,
        "output": name,
        "polynomial": polynomial,
    }


def witness(facts: Facts) -> dict[str, Reader]:
    """The cofactor Q with input den - num = P Q, times the denominator of c."""
    return {"cofactor": polynomial}


def check(claim: dict[str, Any], line: dict[str, Any], facts: Facts) -> Established:
    """Establishes x* in the family's parameter and as an infidelity."""
    ring = facts.ring
    found, success = facts.function(claim["of"], claim["output"])
    num, den, bound = found.num, found.den, claim["bound"]
    noise, slope = facts.noise(), facts.input(found)
    p, (low, high), q = claim["polynomial"], claim["interval"], line["cofactor"]
    wellformed(0 < bound <= 1, "threshold.bound", "0 < bound <= 1", bound)
    within(bound.denominator <= MAX_DENOMINATOR, "threshold.bound.denominator", f"at most {MAX_DENOMINATOR}", "more")
    wellformed(0 < low and high < bound, "threshold.interval.inside", f"0 < low < high < {bound}", (low, high))
    change = ring.evaluate(p, low) * ring.evaluate(p, high) < 0
    rooted = change or ring.roots_in_unit(ring.moved(p, low, high)) > 0
    require(rooted, "threshold.polynomial.sign", f"a sign change between {low} and {high}", p)
    supported(change, "threshold.polynomial.multiple", "a sign change", "roots without one")
    wellformed(gcd(*p) == 1 and p[-1] > 0, "threshold.polynomial.primitive", "content 1, last coefficient positive", p)
    gain = in_one(facts.work, [slope.numerator], [0, *den]) - in_one(facts.work, [slope.denominator], num)
    product = in_one(facts.work, p, q)
    require(product == gain, "threshold.witness.cofactor", f"P Q = {gain.listed}", product.listed)
    for label, poly in (("output denominator", den), ("success probability", success.num)):
        positive = ring.positive_on_closed_unit(ring.moved(poly, 0, bound))
        require(positive, "threshold.denominator.positive", f"{label} positive on [0, {bound}]", poly)
    count = ring.roots_in_unit(ring.moved(q, 0, bound))
    supported(count == 0, "threshold.cofactor.rootless", f"no root in (0, {bound})", f"{count} roots")
    count = ring.roots_in_unit(ring.moved(p, 0, bound))
    require(count == 1, "threshold.root.unique", f"one root in (0, {bound})", f"{count} roots")
    better = ring.evaluate(gain.listed, low) > 0
    require(better, "threshold.direction", f"output < input at x = {low}", "output > input")
    ends = noise * low, noise * high
    require(claim["infidelity"] == ends, "threshold.infidelity", ends, claim["infidelity"])
    return Threshold(facts.number(low, high), found, p, Number(*ends, "infidelity"))
