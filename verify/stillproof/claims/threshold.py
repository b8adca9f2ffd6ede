"""`threshold`: the irreducible polynomial of x*, its cell in a decimal grid, and the other factors."""

from typing import Any

from ..protocols.protocol import Protocol

CONVENTION = (
    "0 < output < input on (0, x*), output > input on (x*, bound), success and the denominator of the "
    "output positive on [0, bound]; x the parameter of the family, interval: of x*; c x the infidelity of one input to "
    "its target, infidelity: of c x*; input = c x where the output is an infidelity, else x"
)
QUESTION: tuple[str, ...] = ("of", "output")


def answer(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Polynomial and intervals."""
    found = protocol.threshold(question["output"])
    return {
        "bound": str(found.bound),
        "infidelity": [str(found.noise * found.low), str(found.noise * found.high)],
        "interval": [str(found.low), str(found.high)],
        "polynomial": [str(c) for c in found.polynomial.coeffs()],
    }


def witness(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """The cofactor."""
    return {"cofactor": [str(c) for c in protocol.threshold(question["output"]).cofactor.coeffs()]}
