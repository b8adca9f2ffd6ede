"""`yield`: inputs per output at the pure target, and the yield exponent between two fractions."""

from typing import Any

from ..protocol import Protocol

CONVENTION = (
    "inputs = n / (c p_succ) at the pure target, success probability included, c the number of outputs in a product "
    "state, else 1; exponent = log(order) / log(inputs)"
)
QUESTION: tuple[str, ...] = ("of", "success-of")


def answer(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Inputs and exponent."""
    corrected = len(protocol.claims[question["success-of"]].get("stabilizers", []))
    low, high = protocol.yield_exponent(protocol.output_of(question["of"]), corrected)
    return {"exponent": [str(low), str(high)], "inputs": str(protocol.inputs(corrected))}


def witness(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Nothing."""
    return {}
