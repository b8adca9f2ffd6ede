"""`clifford`: the unitary of a symplectic matrix and a shift, and how it permutes the state's ensemble."""

from typing import Any

from ..codes.clifford import Clifford
from ..exact.cyclotomic import matrix_json
from ..protocols.protocol import Protocol

CONVENTION = "V T(b) V* = w^[shift,b] T(symplectic b) at b = (1,0) and (0,1), that is V = V_F T(shift) up to a phase"
QUESTION: tuple[str, ...] = ("shift", "symplectic")


def asked(question: dict[str, Any], protocol: Protocol) -> Clifford:
    """The Clifford unitary that the question names."""
    (a, b), (c, d) = question["symplectic"]
    return Clifford(protocol.code.p, ((a, b), (c, d)), tuple(question["shift"]))


def answer(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """The matrix and `sends`."""
    clifford, state = asked(question, protocol), protocol.state
    field = clifford.field(state.field.m)
    return {"matrix": matrix_json(clifford.matrix(field)), "sends": clifford.sends(field, state.projectors)}


def witness(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Nothing."""
    return {}
