"""`no-gain`: why a protocol has no threshold: near the target its output is no better than its input."""

from typing import Any

from ..loader import Reader, name, one_of, rational
from ..polynomial import is_zero, minus, positive_on_unit, stretched
from ..statement import Facts
from ..verdict import require

CONVENTION = "the relation holds for every x in (0, bound), x the parameter of the family"
LEMMAS = ("bernstein-sign", "descartes-count", "interior-success")
RELATIONS = ("output > x", "output = x")


def fields(facts: Facts) -> dict[str, Reader]:
    """The id of the `map` or `outputs` claim and its output; the relation, and up to where it holds."""
    return {
        "bound": rational,
        "of": name,
        "output": name,
        "relation": one_of(RELATIONS),
    }


def witness(facts: Facts) -> dict[str, Reader]:
    """Nothing: signs are read off Bernstein coefficients."""
    return {}


def check(claim: dict[str, Any], line: dict[str, Any], facts: Facts) -> dict[str, Any]:
    """Establishes nothing further."""
    found, bound = facts.function(claim["of"], claim["output"]), claim["bound"]
    require(0 < bound <= 1, "no-gain.bound", "0 < bound <= 1", bound)
    num, den = found["num"], found["den"]  # den > 0 on (0, 1) by `interior-success`
    loss = minus(num, [0, *den])
    equal = is_zero(loss)
    expected = RELATIONS[equal]
    require(claim["relation"] == expected, "no-gain.relation", expected, claim["relation"])
    require(equal or positive_on_unit(stretched(loss, bound)), "no-gain.loss", f"output > x on (0, {bound})", "not so")
    return {}
