"""A function as a bound of another over a range: a point where it is none, or a sign certificate of the checker."""

from __future__ import annotations

from flint import fmpq, fmpq_poly, fmpz_poly

from ..algebraic import decimal_interval, roots_in_unit
from ..errors import Declined
from .claim import Claim, Ratio
from .compare import Outcome
from .exact import Rational, decimal, simplest
from .known import Known
from .readings import Reading, evaluated, polynomials, scale, stated_function


def over_range(
    claim: Claim, reading: Reading, known: Known, label: str, said: Ratio, value: Ratio, extra: dict[str, str]
) -> Outcome:
    """A function as a bound of another over a range: a point where it is none, or a certificate of the checker."""
    if said.parameters != 1 or value.parameters != 1 or claim.range is None:
        raise Declined("bounds over a range are judged for one parameter")
    by = scale(reading, known)
    low, high = claim.range
    if high / by > 1:
        raise Declined(f"states of the family have {known.parameters[0]} at most 1")
    if has_pole(said, low, high):
        raise Declined("the claimed function is not certified to have a positive denominator on the range")
    bounds = []
    if claim.mode == "approximate":
        if claim.relative:
            raise Declined("a relative tolerance is judged for numbers, not for functions")
        tolerance = claim.tolerance or fmpq(0)
        bounds = [(shifted(said, tolerance), True), (shifted(said, -tolerance), False)]
    else:
        bounds = [(said, claim.mode == "upper-bound")]
    for bound, above in bounds:
        x = violation(bound, value, low, high, above)
        if x is not None:
            values = [evaluated(r.num, (x,)) / evaluated(r.den, (x,)) for r in (bound, value)]
            name = reading.parameter or known.parameters[0]
            order = "below" if above else "above"
            reason = (
                f"at {name} = {x} the bound {decimal(Rational(values[0]), 15)} is {order} "
                f"the exact value {decimal(Rational(values[1]), 15)}"
            )
            witness = {"at": {name: str(x)}, "bound": str(values[0]), "exact": str(values[1])}
            return Outcome("refuted", reason, witness, "no bound")
    _, identifier, factor = stated_function(claim, reading, known, label)
    for bound, above in bounds:
        name = "success" if claim.quantity != "error-map" else label
        relation = "at most" if above else "at least"
        asked = integral(in_family(bound, by, factor), low / by, high / by)
        ends = [str(low / by), str(high / by)]
        extra["bound"] = known.bounded(identifier, name, relation, asked, ends)
    return Outcome("certified", f"on ({low}, {high}), by a sign certificate", {}, "a bound")


def has_pole(said: Ratio, low: fmpq, high: fmpq) -> bool:
    """Whether the denominator vanishes inside the range."""
    moved = polynomials(said)[1](fmpq_poly([low, high - low]))
    return bool(roots_in_unit((moved * moved.denom()).numer()))


def shifted(said: Ratio, by: fmpq) -> Ratio:
    """A function and a constant."""
    return Ratio(
        {e: said.num.get(e, fmpq(0)) + by * said.den.get(e, fmpq(0)) for e in said.num.keys() | said.den.keys()},
        said.den,
        said.parameters,
    )


def in_family(said: Ratio, by: fmpq, factor: fmpq) -> Ratio:
    """f(by x)/factor, as a function of the family's parameter x."""
    num, den = ({e: c * by ** sum(e) for e, c in part.items()} for part in (said.num, said.den))
    return Ratio({e: c / factor for e, c in num.items()}, den, said.parameters)


def integral(said: Ratio, low: fmpq, high: fmpq) -> dict[str, list[str]]:
    """The function with integer coefficients of content 1, its denominator positive on the range."""
    num, den = polynomials(said)
    common = num.denom().lcm(den.denom())
    above, below = (fmpz_poly([int((c * common).p) for c in part.coeffs()]) for part in (num, den))
    content = above.content().gcd(below.content())
    sign = 1 if fmpq_poly(below)((low + high) / 2) > 0 else -1
    return {key: [str(sign * c // content) for c in part.coeffs()] for key, part in (("den", below), ("num", above))}


def violation(said: Ratio, exact: Ratio, low: fmpq, high: fmpq, above: bool) -> fmpq | None:
    """A rational strictly between two others where the claimed function is on the wrong side of the exact one.

    `above` asks for claimed >= exact.  The denominators are positive there.  None where there is no such point.
    """
    num, den = polynomials(said)
    exact_num, exact_den = polynomials(exact)
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
