"""`flow`: where one point goes; nothing is found here, the checker looks it up in the cells."""

from typing import Any

from ..protocols.protocol import Protocol

CONVENTION = "iterating the map from `point` converges to the point of the region"
QUESTION: tuple[str, ...] = ("of", "point", "region")


def answer(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Nothing."""
    return {}


def witness(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Nothing."""
    return {}
