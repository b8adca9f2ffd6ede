"""`fixed-points`: all fixed points of a two-parameter map, and the eigenvalues of its Jacobian at each."""

from typing import Any

from ..protocols.protocol import Protocol

CONVENTION = (
    "points = all fixed points of the map in the triangle, sorted by the lower ends of e_1, then e_2; at = e_1 and "
    "e_2; eigenvalues = those of the Jacobian of the outputs by (e_1, e_2), sorted; a decimal is within half a unit of "
    "its last digit; type = attractor, saddle, repeller: two, one, none of the eigenvalues of absolute value below 1"
)
QUESTION: tuple[str, ...] = ("of",)


def answer(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """The points."""
    return {"points": protocol.basins.fixed_points(question["of"])}


def witness(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Nothing."""
    return {}
