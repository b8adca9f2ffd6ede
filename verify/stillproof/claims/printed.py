"""`printed`: a decimal in print; nothing is found here, the checker compares."""

from typing import Any

from ..protocols.protocol import Protocol

CONVENTION = (
    "within half a unit of the last printed digit; threshold, coefficient: in the parameter of the family, or the "
    "place on the segment; infidelity: of the input at the threshold; success-at-zero: where the parameter is 0"
)
QUESTION: tuple[str, ...] = ("of", "quantity", "value")


def answer(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Nothing."""
    return {}


def witness(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Nothing."""
    return {}
