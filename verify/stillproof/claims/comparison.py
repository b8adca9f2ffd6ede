"""`comparison`: of two thresholds; nothing is found here, the checker compares."""

from typing import Any

from ..protocol import Protocol

CONVENTION = "the exact value of `left` is smaller than that of `right`; both intervals are of this statement"
QUESTION: tuple[str, ...] = ("left", "right")


def answer(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Nothing."""
    return {}


def witness(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Nothing."""
    return {}
