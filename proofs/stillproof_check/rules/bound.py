"""`bound`: an output, or the success probability, is on one side of a rational function on a whole range."""

from fractions import Fraction
from typing import Any

from ..loader import Reader, fraction_of_polynomials, interval, name, one_of
from ..lowest import content
from ..polynomial import evaluate, is_zero, minus, moved, multiply, positive_on_unit, scale
from ..statement import Facts
from ..verdict import require, supported, wellformed, within

CONVENTION = (
    "for every x with range[0] < x < range[1], x the parameter of the family: value.den > 0, and the function is at "
    "most, or at least, value.num / value.den; by continuity also at the ends where both sides are defined"
)
LEMMAS = ("bernstein-sign", "descartes-count", "interior-success")
RELATIONS = ("at least", "at most")
MAX_DENOMINATOR = 1000  # of an end of the range
NEAR = [Fraction(1, 1 << n) for n in range(6, 33)]
PROBES = [Fraction(k, 1 << n) for n in range(1, 6) for k in range(1, 1 << n, 2)] + NEAR + [1 - y for y in NEAR]


def fields(facts: Facts) -> dict[str, Reader]:
    """The id of the claim and `success` or the name of an output; the relation, the rational function, the range."""
    value = fraction_of_polynomials
    return {"function": name, "of": name, "range": interval, "relation": one_of(RELATIONS), "value": value}


def witness(facts: Facts) -> dict[str, Reader]:
    """Nothing: signs are read off Bernstein coefficients."""
    return {}


def check(claim: dict[str, Any], line: dict[str, Any], facts: Facts) -> dict[str, Any]:
    """Establishes nothing further."""
    found = facts.of(claim["of"], "map", "outputs", "correction")
    one = len(facts.state.parameters) == 1
    supported(one, "bound.parameters", "a family with one parameter", facts.state.parameters)
    functions = {**found.get("functions", {}), "success": found["success"]}
    wellformed(claim["function"] in functions, "bound.function", sorted(functions), claim["function"])
    (num, den), (top, bottom) = functions[claim["function"]], claim["value"]  # den > 0 on (0, 1) by `interior-success`
    low, high = claim["range"]
    wellformed(0 <= low and high <= 1, "bound.range", "0 <= low < high <= 1", (low, high))
    size = max(low.denominator, high.denominator)
    within(size <= MAX_DENOMINATOR, "bound.range.denominator", f"at most {MAX_DENOMINATOR}", size)
    common = content(top, bottom)
    wellformed(common == 1, "bound.normalised", "content 1", common)
    positive = positive_on_unit(moved(bottom, low, high))
    require(positive, "bound.denominator", f"den positive on ({low}, {high})", bottom)
    above = minus(multiply(top, den), multiply(num, bottom))
    slack = moved(above if claim["relation"] == "at most" else scale(-1, above), low, high)
    wrong = next((y for y in PROBES if evaluate(slack, y) < 0), None)
    x = low + (high - low) * (wrong or PROBES[0])
    exact, claimed = (evaluate(a, x) / evaluate(b, x) for a, b in ((num, den), (top, bottom)))
    require(wrong is None, "bound.holds", f"{claim['function']} {claim['relation']} {claimed} at x = {x}", exact)
    decided = is_zero(slack) or positive_on_unit(slack)
    supported(decided, "bound.decided", f"a difference without a root in ({low}, {high})", "a root, or several")
    return {}
