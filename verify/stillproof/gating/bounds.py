"""A function as a bound of another over a range: a point where it is none, or a sign certificate of the checker."""

from __future__ import annotations

from flint import fmpq, fmpq_poly, fmpz_poly

from ..errors import Declined
from ..exact.algebraic import decimal_interval, roots_in_unit
from ..exact.rational_function import RationalFunction
from .claim import Claim
from .compare import Outcome
from .exact import Rational, decimal, simplest
from .known import Known
from .readings import Reading
from .sentences import say
from .values import line, stated_function, substituted

NOTHING = RationalFunction.stated({"num": ["0"], "den": ["1"]})
OPPOSITE = {"at most": "at least", "at least": "at most"}


def over_range(
    claim: Claim,
    reading: Reading,
    known: Known,
    label: str,
    said: RationalFunction,
    value: RationalFunction,
    extra: dict[str, str],
) -> Outcome:
    """A function as a bound of another over a range: a point where it is none, or a certificate of the checker."""
    if said.count != 1 or value.count != 1 or claim.range is None:
        raise Declined(say("range-parameters"))
    slope, shift = line(reading, known)
    low, high = claim.range
    ends = sorted(((low - shift) / slope, (high - shift) / slope))
    if ends[0] < 0 or ends[1] > 1:
        raise Declined(say("range-outside", parameter=known.parameters[0]))
    said, value = positive(said, low, high, "range-claimed-pole"), positive(value, low, high, "range-exact-pole")
    stated = stated_function(claim, reading, known, label)
    bounds = bands(claim, said, low, high)
    for bound, above in bounds:
        x = violation(bound, value, low, high, above)
        if x is not None:
            values = [function.at(x) for function in (bound, value)]
            name = reading.parameter or known.parameters[0]
            claimed, exact = (decimal(Rational(y), 15) for y in values)
            order = "below" if above else "above"
            reason = say("range-wrong", parameter=name, point=x, claimed=claimed, order=order, value=exact)
            witness = {"at": {name: str(x)}, "bound": str(values[0]), "exact": str(values[1])}
            return Outcome("refuted", reason, witness, "no bound")
    if not stated.name:
        raise Declined(say("range-product"))
    for bound, above in bounds:
        relation = "at most" if above else "at least"
        asked, factor = bound, stated.factor
        if stated.cost is not None:  # cost/f is at most a bound above 0 where f is at least cost/bound
            if len(bounds) > 1 and not above and violation(NOTHING, bound, low, high, above=True) is None:
                continue  # a number of inputs is above what is at most 0; the other bound has its certificate
            if bound.polynomials[0]((low + high) / 2) <= 0:
                raise Declined(say("range-cost-sign"))
            flipped = bound.inverse().times(stated.cost)
            asked, relation = positive(flipped, low, high, "range-cost-sign"), OPPOSITE[relation]
        asked = asked.plus(-stated.shift).times(1 / factor)
        if factor < 0:
            relation = OPPOSITE[relation]
        if not asked.num:
            raise Declined(say("range-zero"))
        function = integral(substituted(asked, slope, shift), *ends)
        extra["bound"] = known.bounded(stated.source, stated.name, relation, function, [str(x) for x in ends])
    return Outcome("certified", say("range-right", low=low, high=high), {}, "a bound")


def bands(claim: Claim, said: RationalFunction, low: fmpq, high: fmpq) -> list[tuple[RationalFunction, bool]]:
    """The bounds that a claim says, each with whether it is an upper one; two around a function with a tolerance.

    A relative tolerance is one of the size of the claimed function.  Raises Declined where that changes its sign.
    """
    if claim.mode != "approximate":
        return [(said, claim.mode == "upper-bound")]
    width = claim.tolerance or fmpq(0)
    if not claim.relative:
        return [(said.plus(width), True), (said.plus(-width), False)]
    if violation(said, NOTHING, low, high, above=True) is None:
        return [(said.times(1 + width), True), (said.times(1 - width), False)]
    if violation(NOTHING, said, low, high, above=True) is None:
        return [(said.times(1 - width), True), (said.times(1 + width), False)]
    raise Declined(say("range-relative"))


def positive(said: RationalFunction, low: fmpq, high: fmpq, otherwise: str) -> RationalFunction:
    """The same function with a denominator that is above 0 inside the range.  Raises Declined where it has a root."""
    den = said.polynomials[1]
    moved = den(fmpq_poly([low, high - low]))
    if moved.degree() < 0 or roots_in_unit((moved * moved.denom()).numer()):
        raise Declined(say(otherwise))
    if den((low + high) / 2) > 0:
        return said
    return RationalFunction(-said.num, -said.den, said.count)


def integral(said: RationalFunction, low: fmpq, high: fmpq) -> dict[str, list[str]]:
    """The function with integer coefficients of content 1, its denominator positive on the range."""
    num, den = said.polynomials
    common = num.denom().lcm(den.denom())
    above, below = (fmpz_poly([int((c * common).p) for c in part.coeffs()]) for part in (num, den))
    content = above.content().gcd(below.content())
    sign = 1 if fmpq_poly(below)((low + high) / 2) > 0 else -1
    return {key: [str(sign * c // content) for c in part.coeffs()] for key, part in (("den", below), ("num", above))}


def violation(said: RationalFunction, exact: RationalFunction, low: fmpq, high: fmpq, above: bool) -> fmpq | None:
    """A rational strictly between two others where the claimed function is on the wrong side of the exact one.

    `above` asks for claimed >= exact.  The denominators are positive there.  None where there is no such point.
    """
    num, den = said.polynomials
    exact_num, exact_den = exact.polynomials
    gap = num * exact_den - exact_num * den
    gap = gap if above else -gap
    moved = gap(fmpq_poly([low, high - low]))
    if moved.degree() < 0:
        return None
    poly = (moved * moved.denom()).numer()
    roots = []
    squarefree = poly // poly.gcd(poly.derivative()) if poly.degree() > 0 else poly
    for a, b in roots_in_unit(poly):
        roots.append((a, b) if a == b else decimal_interval(squarefree, a, b, 20))
    edges = [(fmpq(0), fmpq(0)), *roots, (fmpq(1), fmpq(1))]
    for (_, start), (end, _) in zip(edges, edges[1:], strict=False):
        if start < end:
            x = simplest(low + (high - low) * start, low + (high - low) * end)
            if gap(x) < 0:
                return x
    return None
