"""`map`: output parameters and success probability, reduced, with cofactors that show it."""

from typing import Any

from ..codes.clifford import Clifford
from ..exact.rational_function import cofactors
from ..protocols.matching import Frame
from ..protocols.protocol import Protocol

CONVENTION = (
    "conditioned on the outcome +1 of every stabilizer; every input in the same state of the family; the output is "
    "decoded, conjugated by output-clifford, and twirled over the group of output-twirl; output-match: the output is "
    "the family at these parameters (state), or has its overlap with the target (fidelity)"
)
QUESTION: tuple[str, ...] = ("output-clifford", "output-match", "output-twirl", "parameters")


def asked(question: dict[str, Any], p: int) -> Frame:
    """The frame that the question names."""
    frame = question["output-clifford"]
    (a, b), (c, d) = frame["symplectic"]
    return Frame(
        Clifford(p, ((a, b), (c, d)), tuple(frame["shift"])), tuple(question["output-twirl"]), question["output-match"]
    )


def question(protocol: Protocol) -> dict[str, Any]:
    """The question about the best frame.  Raises Declined where there is none."""
    clifford, twirl = protocol.frame.clifford, protocol.frame.twirl
    return {
        "output-clifford": {"shift": list(clifford.shift), "symplectic": [list(row) for row in clifford.symplectic]},
        "output-match": protocol.frame.match,
        "output-twirl": list(twirl),
        "parameters": protocol.state.parameters,
    }


def answer(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """The rational functions."""
    return {
        "output": {name: function.json() for name, function in protocol.outputs.items()},
        "success": protocol.success.json(),
    }


def witness(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """For each output integer polynomials u and v with u num + v den = a constant, on a line for two parameters."""
    found, line = cofactors(list(protocol.outputs.values()))
    return {"bezout": dict(zip(protocol.outputs, found, strict=True)), "line": line}
