"""`suppression`: the leading term of the output parameter at the pure target state."""

from fractions import Fraction
from typing import Any

from ..loader import Reader, name, rational, small
from ..statement import Facts
from ..verdict import require, supported

CONVENTION = "output = coefficient delta^order + O(delta^(order+1)), delta to 0"
LEMMAS = ("leading-term",)


def fields(facts: Facts) -> dict[str, Reader]:
    """The id of the `map` claim, the order, and the coefficient."""
    return {"coefficient": rational, "of": name, "order": small(1, 512)}


def witness(facts: Facts) -> dict[str, Reader]:
    """Nothing: the coefficients are read off the map."""
    return {}


def check(claim: dict[str, Any], line: dict[str, Any], facts: Facts) -> dict[str, Any]:
    """Establishes `order`, and `inputs`: n / success probability at delta = 0."""
    found = facts.of(claim["of"], "map")
    num, den = found["num"], found["den"]
    starts = facts.state.starts_pure()
    supported(starts, "suppression.pure", "a family that starts at the pure target", facts.state.name)
    supported(den[0] != 0 and found["p_num"][0] != 0, "suppression.success", "success at delta = 0", "none")
    order = next(i for i, c in enumerate(num) if c)
    require(claim["order"] == order, "suppression.order", order, claim["order"])
    exact = Fraction(num[order], den[0])
    require(claim["coefficient"] == exact, "suppression.coefficient", exact, claim["coefficient"])
    inputs = facts.code.n * Fraction(found["p_den"][0], found["p_num"][0])
    return {"order": order, "inputs": inputs}
