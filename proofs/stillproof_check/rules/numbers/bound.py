"""`bound`: an output, or the success probability, is on one side of a rational function on a whole range.

With the input as the rational function a bound says why there is no threshold.
"""

from fractions import Fraction
from typing import Any

from ...entry.loader import Reader, fraction_of_polynomials, interval, name, no_witness, one_of
from ...entry.verdict import require, supported, wellformed, within
from ...numbers.lowest import content
from ...numbers.multivariate import in_one
from ...subject.established import Accepted, Established, Outputs
from ...subject.statement import Facts

CONVENTION = (
    "for every x with range[0] < x < range[1], x the parameter of the family: value.den > 0, and the function stands "
    "in the relation to value.num / value.den; at least, at most and equal to hold at the ends too, by continuity, "
    "where both sides are defined"
)
LEMMAS = ("bernstein-sign", "descartes-count", "interior-success")
RELATIONS = ("above", "at least", "at most", "below", "equal to")
MAX_DENOMINATOR = 1000  # of an end of the range
NEAR = [Fraction(1, 1 << n) for n in range(6, 33)]
PROBES = [Fraction(k, 1 << n) for n in range(1, 6) for k in range(1, 1 << n, 2)] + NEAR + [1 - y for y in NEAR]


def fields(facts: Facts) -> dict[str, Reader]:
    """The id of the claim and `success` or the name of an output; the relation, the rational function, the range."""
    value = fraction_of_polynomials
    return {"function": name, "of": name, "range": interval, "relation": one_of(RELATIONS), "value": value}


witness = no_witness  # signs are read off Bernstein coefficients


def check(claim: dict[str, Any], line: dict[str, Any], facts: Facts) -> Established:
    """Establishes nothing further."""
    ring = facts.ring
    found, relation = facts.of(claim["of"], Accepted), claim["relation"]
    one = len(facts.state.parameters) == 1
    supported(one, "bound.parameters", "a family with one parameter", facts.state.parameters)
    functions = {"success": found.success, **(found.functions if isinstance(found, Outputs) else {})}
    wellformed(claim["function"] in functions, "bound.function", sorted(functions), claim["function"])
    function, (top, bottom) = functions[claim["function"]], claim["value"]
    num, den = function.num, function.den  # den > 0 on (0, 1) by `interior-success`
    low, high = claim["range"]
    wellformed(0 <= low and high <= 1, "bound.range", "0 <= low < high <= 1", (low, high))
    size = max(low.denominator, high.denominator)
    within(size <= MAX_DENOMINATOR, "bound.range.denominator", f"at most {MAX_DENOMINATOR}", size)
    common = content(top, bottom)
    wellformed(common == 1, "bound.normalised", "content 1", common)
    positive = ring.positive_on_unit(ring.moved(bottom, low, high))
    supported(positive, "bound.denominator", f"den positive on ({low}, {high})", bottom)
    products = in_one(facts.work, num, bottom), in_one(facts.work, top, den)
    more, less = products[::-1] if relation in ("at most", "below") else products
    slack = ring.moved((more - less).listed, low, high)
    wrong = next((y for y in PROBES if not holds(relation, ring.evaluate(slack, y))), None)
    x = low + (high - low) * (wrong or PROBES[0])
    exact, claimed = (ring.evaluate(a, x) / ring.evaluate(b, x) for a, b in ((num, den), (top, bottom)))
    require(wrong is None, "bound.holds", f"{claim['function']} {relation} {claimed} at x = {x}", exact)
    decided = more == less or (relation != "equal to" and ring.positive_on_unit(slack))  # strict by `holds`
    supported(decided, "bound.decided", f"a difference without a root in ({low}, {high})", "a root, or several")
    return Established()


def holds(relation: str, slack: Fraction) -> bool:
    """Whether a difference, turned so that the function should be the greater one, fits the relation."""
    if relation == "equal to":
        return slack == 0
    return slack > 0 if relation in ("above", "below") else slack >= 0
