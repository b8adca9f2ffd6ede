"""`trapping`: the greatest region k/32 around a fixed point that the map contracts by 15/16."""

from typing import Any

from ..basins.regions import CONTRACTION
from ..protocols.protocol import Protocol

CONVENTION = (
    "x_0 = 1 - e_1 - e_2, x_1 = e_1, x_2 = e_2; the region = the points with gauge at most `ratio`, gauge = the "
    "greatest 1 - x_i/P_i over P_i > 0, P the point; there gauge(output) <= contraction gauge(input)"
)
QUESTION: tuple[str, ...] = ("of", "point")


def answer(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Size and contraction."""
    return {"contraction": str(CONTRACTION), "ratio": str(protocol.basins.ratio(question["point"]))}


def witness(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Nothing."""
    return {}
