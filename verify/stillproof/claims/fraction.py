"""`fraction`: how much of the way to a non-negative Wigner function a threshold goes."""

from typing import Any

from flint import fmpq

from ..algebraic import rational
from ..protocol import Protocol
from . import wigner

CONVENTION = "threshold / bound, the bound of the `wigner` claim"
QUESTION: tuple[str, ...] = ("bound-of", "of")
DIGITS = 20


def answer(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """An interval with ends on a decimal grid."""
    bound = rational(wigner.answer({}, protocol)["bound"])
    found, scale = protocol.threshold(protocol.output_of(question["of"])), 10**DIGITS
    low, high = (found.low / bound * scale).floor(), (found.high / bound * scale).ceil()
    return {"value": [str(fmpq(low, scale)), str(fmpq(high, scale))]}


def witness(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Nothing."""
    return {}
