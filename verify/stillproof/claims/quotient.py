"""`quotient`: of two numbers in one unit, such as a threshold and the end of negativity, between two decimals."""

from typing import Any

from flint import fmpq

from ..errors import Declined
from ..exact.decimals import outwards
from ..exact.reading import rational
from ..protocols.protocol import Protocol
from . import wigner

CONVENTION = (
    "value[0] < of / over < value[1]; of, over: the claims' thresholds, or bound of the `wigner` claim; unit: the unit "
    "of both, the family's parameter for a `threshold` or `wigner` claim"
)
QUESTION: tuple[str, ...] = ("of", "over")
DIGITS = 20


def _stated(identifier: str, protocol: Protocol) -> tuple[fmpq, fmpq, str]:
    """The number that a claim is about, between two rationals, and its unit."""
    claim = protocol.claims.get(identifier, {"kind": "none"})
    state = protocol.state
    if claim["kind"] == "threshold":
        found = protocol.threshold(protocol.output_of(identifier))
        return found.low, found.high, state.parameter
    if claim["kind"] == "wigner":
        bound = rational(wigner.answer({}, protocol)["bound"])
        return bound, bound, state.parameter
    if claim["kind"] == "basin-threshold":
        low, high = protocol.basins.bracket(claim)
        start, end = claim["start"], claim["end"]
        if state.depolarizes_along(start, end):
            return low, high, "delta"
        ends = " to ".join(f"({x}, {y})" for x, y in (start, end))
        return low, high, f"the segment {ends}"
    raise Declined(f"{identifier} is no claim of a threshold or of the end of negativity")


def answer(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """The unit, and an interval with ends on a decimal grid."""
    (low, high, unit), (below, above, other) = (_stated(question[key], protocol) for key in ("of", "over"))
    if unit != other:
        raise Declined(f"{question['of']} is in units of {unit}, {question['over']} of {other}")
    return {"unit": unit, "value": [str(end) for end in outwards(low / above, high / below, DIGITS)]}


def witness(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Nothing."""
    return {}
