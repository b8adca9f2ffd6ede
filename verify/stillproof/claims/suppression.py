"""`suppression`: order and coefficient of the leading term."""

from typing import Any

from ..protocol import Protocol

CONVENTION = "output = coefficient delta^order + O(delta^(order+1)), delta to 0"
QUESTION: tuple[str, ...] = ("of",)


def answer(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """The order and the coefficient."""
    order, coefficient = protocol.suppression
    return {"coefficient": str(coefficient), "order": order}


def witness(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Nothing."""
    return {}
