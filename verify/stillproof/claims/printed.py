"""`printed`: a decimal in print; nothing is found here, the checker compares."""

from typing import Any

from ..protocol import Protocol

CONVENTION = "within half a unit of the last printed digit"
QUESTION: tuple[str, ...] = ("of", "quantity", "value")


def answer(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Nothing."""
    return {}


def witness(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Nothing."""
    return {}
