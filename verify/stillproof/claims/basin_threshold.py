"""`basin-threshold`: where a segment leaves a basin, between two multiples of a tenth of the width."""

from typing import Any

from ..protocols.protocol import Protocol

CONVENTION = (
    "the points start + x (end - start): for 0 <= x <= interval[0] all flow to the point of the region, for "
    "interval[1] <= x <= 1 none does; x is the depolarizing rate delta where start is pure and end maximally mixed"
)
QUESTION: tuple[str, ...] = ("end", "of", "region", "start", "width")


def answer(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """The interval."""
    return {"interval": [str(end) for end in protocol.basins.bracket(question)]}


def witness(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Nothing."""
    return {}
