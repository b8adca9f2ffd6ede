"""`bound`: on an output or on the success probability; nothing is found here, the checker compares."""

from typing import Any

from ..exact.rational_function import RationalFunction
from ..protocols.protocol import Protocol

CONVENTION = (
    "for every x with range[0] < x < range[1], x the parameter of the family: value.den > 0, and the function stands "
    "in the relation to value.num / value.den; at least, at most and equal to hold at the ends too, by continuity, "
    "where both sides are defined"
)
QUESTION: tuple[str, ...] = ("function", "of", "range", "relation", "value")


def question(protocol: Protocol, source: str, output: str) -> dict[str, Any]:
    """That the output is no better than the input near the target.  Raises Declined where it is better."""
    relation, bound = protocol.no_gain(output)
    slope = protocol.slope
    value = RationalFunction.multiple(slope).json()
    return {"function": output, "of": source, "range": ["0", str(bound)], "relation": relation, "value": value}


def answer(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Nothing."""
    return {}


def witness(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Nothing."""
    return {}
