"""`threshold`: the irreducible polynomial of delta*, its cell in a decimal grid, and the other factors."""

from typing import Any

from ..protocol import Protocol

CONVENTION = "0 < output < delta on (0, delta*), output > delta on (delta*, 1), denominators positive on [0, 1]"
QUESTION: tuple[str, ...] = ("of",)


def answer(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Polynomial and interval."""
    found = protocol.threshold
    return {
        "interval": [str(found.low), str(found.high)],
        "polynomial": [str(c) for c in found.polynomial.coeffs()],
    }


def witness(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """The cofactor."""
    return {"cofactor": [str(c) for c in protocol.threshold.cofactor.coeffs()]}
