"""`basin`: the area of the cells that reach each region, and of those of which nothing is known."""

from typing import Any

from flint import fmpq

from ..basins.cover import UNKNOWN
from ..protocols.protocol import Protocol

CONVENTION = (
    "areas[i] = the part of the area of the triangle e_1, e_2 >= 0, e_1 + e_2 <= 1 in the cells that are shown to "
    "reach regions[i], all points after at most `steps` steps; undecided = the part in the other cells, none of them "
    "of a level below `level`"
)
QUESTION: tuple[str, ...] = ("level", "of", "regions")


def answer(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Areas and steps."""
    cells = list(protocol.basins.cover(question["id"]).leaves())
    areas = dict.fromkeys([UNKNOWN, *range(len(question["regions"]))], 0)
    finest = max(cell.level for cell in cells)
    for cell in cells:
        areas[cell.region] += 1 << 2 * (finest - cell.level)
    shown = {region: str(fmpq(area, 1 << 2 * finest)) for region, area in areas.items()}
    return {
        "areas": [shown[i] for i in range(len(question["regions"]))],
        "steps": max(cell.steps for cell in cells),
        "undecided": shown[UNKNOWN],
    }


def witness(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """The cells."""
    return {"cover": protocol.basins.cover(question["id"]).spelled()}
