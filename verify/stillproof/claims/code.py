"""`code`: the code's parameters, with destabilizers and a logical operator of least weight as witnesses."""

from typing import Any

from ..protocols.protocol import Protocol

CONVENTION = (
    "[a,b] = v_a.u_b - u_a.v_b; Pi projects onto the joint +1 eigenspace of the w^sign T(g); "
    "[logical_z,logical_x] = 1, or 1 and 0 for several"
)
QUESTION: tuple[str, ...] = ()


def answer(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """p, n, k and the distance."""
    code = protocol.code
    return {"distance": protocol.distance, "k": code.k, "n": code.n, "p": code.p}


def witness(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Destabilizers, and a logical operator of least weight."""
    return {
        "destabilizers": [d.json() for d in protocol.code.destabilizers],
        "logical": protocol.least_logical.json(),
    }
