"""`no-gain`: why a protocol has no threshold: near the target its output is no better than its input."""

from typing import Any

from ..protocol import Protocol

CONVENTION = "the relation holds for every x in (0, bound), x the parameter of the family"
QUESTION: tuple[str, ...] = ("of", "output")


def answer(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """The relation, and the bound: 1, or the first fixed point of the map, rounded down where it is irrational."""
    relation, bound = protocol.no_gain(question["output"])
    return {"bound": str(bound), "relation": relation}


def witness(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Nothing."""
    return {}
