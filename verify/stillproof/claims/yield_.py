"""`yield`: inputs per output at the pure target, and the yield exponent between two fractions."""

from typing import Any

from ..protocols.protocol import Protocol

CONVENTION = (
    "inputs = sites / (outputs p_succ) at the pure target, success probability included; outputs = how many have the "
    "target and the order of the `suppression` claim, of all together 1 unless their target is a product of states of "
    "single qudits; sites = those on which a stabilizer or a logical operator of these outputs acts; exponent = "
    "log(order) / log(inputs)"
)
QUESTION: tuple[str, ...] = ("of", "success-of")


def answer(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Inputs and exponent."""
    corrected = len(protocol.claims[question["success-of"]].get("stabilizers", []))
    output = protocol.output_of(question["of"])
    low, high = protocol.yield_exponent(output, corrected)
    return {
        "exponent": [str(low), str(high)],
        "inputs": str(protocol.inputs(output, corrected)),
        "outputs": max(1, len(protocol.alike(output))),
    }


def witness(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Nothing."""
    return {}
