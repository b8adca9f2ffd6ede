"""`suppression`: order and coefficient of the leading term."""

from typing import Any

from ..protocols.protocol import Protocol

CONVENTION = "output = coefficient x^order + O(x^(order+1)), x to 0, x the parameter of the family"
QUESTION: tuple[str, ...] = ("of", "output")


def answer(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """The order and the coefficient."""
    order, coefficient = protocol.suppression(question["output"])
    return {"coefficient": str(coefficient), "order": order}


def witness(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Nothing."""
    return {}
