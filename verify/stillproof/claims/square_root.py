"""`square-root`: a quadratic threshold in radicals."""

from typing import Any

from ..algebraic import square_root
from ..errors import Declined
from ..protocol import Protocol

CONVENTION = "(center + s sqrt(D)) / scale, with the positive square root"
QUESTION: tuple[str, ...] = ("of",)


def answer(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """The four integers of the formula."""
    threshold = protocol.threshold(protocol.output_of(question["of"]))
    found = square_root(threshold.polynomial, threshold.low)
    if found is None:
        raise Declined("the threshold is not the root of an irreducible quadratic")
    return {key: str(value) for key, value in found.items()}


def witness(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Nothing."""
    return {}
