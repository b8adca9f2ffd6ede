"""`logical-action`: what a Clifford unitary on every site does to the encoded qudit."""

from typing import Any

from ..codes.symmetries import logical_clifford
from ..errors import Declined
from ..exact.cyclotomic import Cyclotomic, element_json, matrix_product
from ..protocols.protocol import Protocol

CONVENTION = "V^(x)n W = W U for the encoding isometry W with W X = T(logical_x) W and W Z = T(logical_z) W"
QUESTION: tuple[str, ...] = ("acts-as", "clifford", "of")


def answer(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Both eigenvalues on the target.  Raises Declined where the action or its phase is another one."""
    v, u = protocol.clifford(question["clifford"]), protocol.clifford(question["acts-as"])
    logical, _, _ = logical_clifford(protocol.code, v)
    if logical != u:
        raise Declined(f"the logical action is {logical}, not {u}")
    first, second = (eigenvalue(protocol, name) for name in (question["clifford"], question["acts-as"]))
    if first**protocol.code.n != second:
        raise Declined(f"the phases differ: {first}^{protocol.code.n} and {second}")
    return {"eigenvalue": element_json(first), "logical-eigenvalue": element_json(second)}


def eigenvalue(protocol: Protocol, name: str) -> Cyclotomic:
    """The eigenvalue of a Clifford unitary on the target: V P = eigenvalue P."""
    state = protocol.state
    projector = state.projectors[state.target]
    moved = matrix_product(protocol.clifford(name).matrix(state.field), projector)
    i, j = next((i, j) for i, row in enumerate(projector) for j, x in enumerate(row) if x)
    value = moved[i][j] * projector[i][j].inverse()
    if [[value * x for x in row] for row in projector] != moved:
        raise Declined(f"the target is not an eigenstate of {name}")
    return value


def witness(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """The stabilizers' coefficients in F logical_x and F logical_z."""
    _, x, z = logical_clifford(protocol.code, protocol.clifford(question["clifford"]))
    return {"x": x, "z": z}
