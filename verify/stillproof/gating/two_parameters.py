"""The one output of a family of two parameters: in what it can be counted, and whether it is better than an input.

The output is a state of the family, by both of its parameters.  A claim that says one number of it can mean either of
them, the infidelity, or the rate of depolarizing noise.
"""

from __future__ import annotations

from flint import fmpq

from ..errors import Declined
from ..exact.rational_function import RationalFunction
from .claim import Claim
from .known import FIDELITY, Known
from .sentences import say


def of_two(known: Known) -> bool:
    """Whether the family has two parameters."""
    return len(known.parameters) > 1


def named(known: Known) -> str:
    """Both parameters in words."""
    return " and ".join(known.parameters)


def slopes(known: Known) -> tuple[fmpq, ...] | None:
    """(c1, c2) for a family that is the pure target at (0, 0), of infidelity c1 x1 + c2 x2 to it; else None."""
    state = known.protocol.state
    if not of_two(known):
        return None
    try:
        found = state.infidelity[1:]
    except Declined:
        return None
    return tuple(found) if state.starts_pure and all(c > 0 for c in found) else None


def infidelity(known: Known) -> RationalFunction | None:
    """The infidelity of the output as a function of the two parameters; None where the family has no pure target."""
    found = slopes(known)
    if found is None:
        return None
    first, second = (RationalFunction.stated(known.stated.outputs[name]) for name in known.parameters)
    left, right = found[0] * first.num * second.den, found[1] * second.num * first.den
    return RationalFunction.of(left + right, first.den * second.den, 2)


def rate(claim: Claim, known: Known) -> fmpq | None:
    """The rate of depolarizing noise of the output at the point of a claim; None where the output has other noise."""
    state = known.protocol.state
    if claim.at is None or not state.starts_pure:
        return None
    try:
        mixed = state.maximally_mixed
        point = known.inside(claim.at)
        values = [RationalFunction.stated(known.stated.outputs[name]).at(*point) for name in known.parameters]
    except (Declined, ZeroDivisionError):
        return None
    found = next(value / part for value, part in zip(values, mixed, strict=True) if part)
    return found if values == [found * part for part in mixed] else None


def counted(claim: Claim, known: Known) -> list[str]:
    """In what the output can be counted: its two parameters, its infidelity, and at a point its rate of noise."""
    found = list(known.parameters)
    found += ["eps"] if slopes(known) is not None else []
    found += ["delta"] if rate(claim, known) is not None else []
    return found


def counts(claim: Claim, known: Known) -> list[str]:
    """What the claim can say of the output.  Raises Declined for what the output is not counted in."""
    asked = claim.unit or claim.output
    if claim.parameter not in (None, *known.parameters, *(claim.at or {})):
        raise Declined(say("parameter-other", protocol=known.name, known=named(known), claimed=claim.parameter))
    if claim.output not in (None, *known.parameters):
        raise Declined(say("output-parameters", protocol=known.name, known=named(known)))
    if claim.output is not None and asked != claim.output:
        raise Declined(say("output-unit", output=claim.output, claimed=asked))
    found = counted(claim, known)
    if asked is None:
        return found
    if asked == FIDELITY and "eps" in found and claim.at is not None:
        return [FIDELITY]
    if asked not in found:
        raise Declined(say("output-counted", known=", ".join(found), claimed=asked))
    return [asked]


def function(known: Known, label: str) -> RationalFunction:
    """The output, counted in one of its parameters, by its infidelity or by its fidelity.  Raises Declined."""
    if label in known.parameters:
        return RationalFunction.stated(known.stated.outputs[label])
    found = infidelity(known)
    if found is None:
        raise Declined(say("output-counted", known=named(known), claimed=label))
    return found.times(fmpq(-1)).plus(fmpq(1)) if label == FIDELITY else found


def improves(known: Known) -> bool:
    """Whether every input close enough to the target gives an output of less infidelity.

    The infidelity of the output is 0 at the target, and its two slopes there are below those of the input.
    """
    found, out = slopes(known), infidelity(known)
    if found is None or out is None:
        return False
    num, den = out.terms
    zero = den.get((0, 0), fmpq(0))
    if not zero or num.get((0, 0)):
        return False
    return all(num.get(place, fmpq(0)) / zero < c for place, c in zip(((1, 0), (0, 1)), found, strict=True))
