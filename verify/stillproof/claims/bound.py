"""`bound`: on an output or on the success probability; nothing is found here, the checker compares."""

from typing import Any

from ..protocol import Protocol

CONVENTION = (
    "for every x with range[0] < x < range[1], x the parameter of the family: value.den > 0, and the function is at "
    "most, or at least, value.num / value.den; by continuity also at the ends where both sides are defined"
)
QUESTION: tuple[str, ...] = ("function", "of", "range", "relation", "value")


def answer(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Nothing."""
    return {}


def witness(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Nothing."""
    return {}
