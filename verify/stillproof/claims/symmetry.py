"""`symmetry`: the matrix that re-expresses the stabilizers after a Clifford unitary on every site."""

from typing import Any

from ..codes.symmetries import reexpressed
from ..protocols.protocol import Protocol

CONVENTION = "V^(x)n Pi = Pi V^(x)n"
QUESTION: tuple[str, ...] = ("clifford",)


def answer(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Nothing: the claim is that it holds.  Raises Declined if it does not."""
    reexpressed(protocol.code, protocol.clifford(question["clifford"]))
    return {}


def witness(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """The matrix M with F g_i = sum_j M_ij g_j."""
    return {"matrix": reexpressed(protocol.code, protocol.clifford(question["clifford"]))}
