"""`suppression`: the leading term of an output at the pure target state."""

from fractions import Fraction
from typing import Any

from ...entry.loader import Reader, name, no_witness, rational, small
from ...entry.verdict import require, supported
from ...subject.established import Established, Suppression
from ...subject.statement import Facts

CONVENTION = "output = coefficient x^order + O(x^(order+1)), x to 0, x the parameter of the family"
LEMMAS = ("leading-term",)


def fields(facts: Facts) -> dict[str, Reader]:
    """The id of the `map` or `outputs` claim and its output, the order, and the coefficient."""
    return {"coefficient": rational, "of": name, "order": small(1, 512), "output": name}


witness = no_witness  # the coefficients are read off the map


def check(claim: dict[str, Any], line: dict[str, Any], facts: Facts) -> Established:
    """Establishes the leading term."""
    found, success = facts.function(claim["of"], claim["output"])
    num, den = found.num, found.den
    facts.noise()  # declines a family that is not the pure target at 0
    supported(den[0] != 0 and success.num[0] != 0, "suppression.success", "success at the pure target", "none")
    order = next(i for i, c in enumerate(num) if c)
    require(claim["order"] == order, "suppression.order", order, claim["order"])
    exact = Fraction(num[order], den[0])
    require(claim["coefficient"] == exact, "suppression.coefficient", exact, claim["coefficient"])
    return Suppression(found, order, exact)
