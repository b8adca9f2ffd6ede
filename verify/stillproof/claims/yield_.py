"""`yield`: inputs per output at the pure target, and the yield exponent between two fractions."""

from typing import Any

from ..protocol import Protocol

CONVENTION = "inputs = n / p_succ(0), success probability included; exponent = log(order) / log(inputs)"
QUESTION: tuple[str, ...] = ("of",)


def answer(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Inputs and exponent."""
    low, high = protocol.yield_exponent
    return {"exponent": [str(low), str(high)], "inputs": str(protocol.inputs)}


def witness(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Nothing."""
    return {}
