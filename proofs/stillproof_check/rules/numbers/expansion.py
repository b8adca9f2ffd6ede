"""`expansion`: the Taylor polynomial of an output or of the success probability where the parameters are 0."""

from fractions import Fraction
from typing import Any

from ...entry.loader import Reader, listed, name, no_witness, rational, small
from ...entry.verdict import require, supported, wellformed
from ...numbers.multivariate import terms
from ...numbers.polynomial import bits
from ...subject.established import Established, Outputs
from ...subject.statement import Facts

CONVENTION = "every coefficient through total degree `degree`; two parameters: rows by power of the first one"
LEMMAS = ("taylor",)
MAX_DEGREE = 12  # of an expansion


def fields(facts: Facts) -> dict[str, Reader]:
    """The id of the `map` claim, `success` or the name of an output, the degree, and the coefficients."""
    count = len(facts.state.parameters)
    return {
        "coefficients": listed(rational if count == 1 else listed(rational)),
        "degree": small(0, MAX_DEGREE),
        "function": name,
        "of": name,
    }


witness = no_witness  # the product with the denominator is compared with the numerator


def check(claim: dict[str, Any], line: dict[str, Any], facts: Facts) -> Established:
    """Establishes nothing further."""
    found = facts.of(claim["of"], Outputs)
    functions = {**found.functions, "success": found.success}
    wellformed(claim["function"] in functions, "expansion.function", sorted(functions), claim["function"])
    degree, count = claim["degree"], len(facts.state.parameters)
    shape = [degree + 1 - i for i in range(degree + 1)] if count > 1 else degree + 1
    got = [len(row) for row in claim["coefficients"]] if count > 1 else len(claim["coefficients"])
    wellformed(got == shape, "expansion.shape", shape, got)
    function = functions[claim["function"]]
    num, den = (terms(part, count) for part in (function.num, function.den))
    series = terms(claim["coefficients"], count)
    supported(
        (0,) * count in den, "expansion.denominator", "a denominator that is not 0 where the parameters are 0", "0"
    )
    # num = den series through `degree`: the coefficients are determined one after the other
    exact: dict[tuple[int, ...], Fraction] = {}
    places: list[tuple[int, ...]] = [(d,) for d in range(degree + 1)]
    if count > 1:
        places = [(i, d - i) for d in range(degree + 1) for i in range(d + 1)]
    for at in places:
        below = [(tuple(x - y for x, y in zip(at, e)), c) for e, c in den.items() if any(e)]
        size = bits(den.values()) + bits(exact.values())
        facts.work.products(2 * len(below), size, size)
        known = sum((c * exact.get(place, Fraction(0)) for place, c in below), Fraction(0))
        exact[at] = (num.get(at, 0) - known) / den[(0,) * count]
        value = series.get(at, Fraction(0))
        require(value == exact[at], "expansion.coefficients", f"{exact[at]} at exponents {at}", value)
    return Established()
