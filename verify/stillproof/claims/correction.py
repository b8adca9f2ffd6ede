"""`correction`: some syndromes are corrected instead of post-selected (Bravyi and Kitaev 2005, section IV)."""

from typing import Any

from ..errors import Declined
from ..exact.rational_function import RationalFunction
from ..protocols.protocol import Protocol

CONVENTION = (
    "the stabilizers of these numbers, counted from 1, are measured first; for any outcome powers of K restore +1; "
    "success = p^(their number) times that of all outcomes +1"
)
QUESTION: tuple[str, ...] = ("clifford", "of", "stabilizers")


def question(protocol: Protocol) -> dict[str, Any]:
    """With the first Clifford of the state that will do, all stabilizers of Z type."""
    protocol.state.require_one_parameter()
    numbers = [i for i, g in enumerate(protocol.code.stabilizers, 1) if not any(g.u)]
    for name in correcting(protocol) if numbers else ():
        return {"clifford": name, "stabilizers": numbers}
    raise Declined(
        "no Clifford of the state file fixes every state and shifts Z, or no generator in the file is of Z type "
        "(products of generators are not tried)"
    )


def correcting(protocol: Protocol) -> list[str]:
    """The Cliffords that fix every state and shift Z: their powers restore the outcome +1 of Z-type stabilizers."""
    found = []
    for name, clifford in protocol.cliffords.items():
        sends = clifford.sends(clifford.field(protocol.state.field.m), protocol.state.projectors)
        column = [row[1] for row in clifford.symplectic]
        if column == [0, 1] and clifford.shift[0] and all(sends.get(j) == j for j in protocol.state.projectors):
            found.append(name)
    return found


def answer(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """The success probability."""
    factor = protocol.code.p ** len(question["stabilizers"])
    success = protocol.success
    return {"success": RationalFunction.of(success.num * factor, success.den, success.count).json()}


def witness(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Nothing."""
    return {}
