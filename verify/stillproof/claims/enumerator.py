"""`enumerator`: A by the cheapest algorithm, B by MacWilliams."""

from typing import Any

from ..protocols.protocol import Protocol

CONVENTION = "A[w], B[w] count elements of weight w, phases left out"
QUESTION: tuple[str, ...] = ()


def answer(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """A and B."""
    inside, normalizer = protocol.enumerator
    return {"A": [str(x) for x in inside], "B": [str(x) for x in normalizer]}


def witness(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Nothing."""
    return {}
