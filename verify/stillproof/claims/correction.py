"""`correction`: some syndromes are corrected instead of post-selected (Bravyi and Kitaev 2005, section IV)."""

from typing import Any

from ..errors import Declined
from ..exact.rational_function import RationalFunction
from ..protocols.matching import fixes_family
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
    if not numbers:
        raise Declined("no generator in the file is of Z type (products of generators are not tried)")
    reason = "no Clifford of the state file both shifts Z and fixes every member of its ensemble"
    for name in shifting(protocol):
        if fixes_family(protocol.state, protocol.cliffords[name]):
            raise Declined(f"{reason}; {name} shifts Z and fixes every state of the family, but not every member")
    raise Declined(reason)


def correcting(protocol: Protocol) -> list[str]:
    """The Cliffords that fix every member and shift Z: their powers restore the outcome +1 of Z-type stabilizers."""
    found = []
    for name in shifting(protocol):
        clifford = protocol.cliffords[name]
        sends = clifford.sends(clifford.field(protocol.state.field.m), protocol.state.projectors)
        if all(sends.get(j) == j for j in protocol.state.projectors):
            found.append(name)
    return found


def shifting(protocol: Protocol) -> list[str]:
    """The Cliffords of the state file that map Z to w^c Z, c != 0."""
    known = protocol.cliffords.items()
    return [name for name, x in known if [row[1] for row in x.symplectic] == [0, 1] and x.shift[0]]


def answer(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """The success probability."""
    factor = protocol.code.p ** len(question["stabilizers"])
    success = protocol.success
    return {"success": RationalFunction.of(success.num * factor, success.den, success.count).json()}


def witness(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Nothing."""
    return {}
