"""`flow`: the fixed point to which one point of the triangle of a two-parameter map flows."""

from math import ceil, floor
from typing import Any

from ...entry.loader import Reader, listed, name, no_witness, rational
from ...entry.verdict import require, supported, wellformed
from ...subject.established import Established
from ...subject.statement import Facts
from ...triangles.cover import GRID, MIXED, meeting
from .basin import Basin

CONVENTION = "iterating the map from `point` converges to the point of the region"
LEMMAS = ("basin-cover",)


def fields(facts: Facts) -> dict[str, Reader]:
    """The id of the `basin` claim, the point by parameter, and the id of the `trapping` claim."""
    return {"of": name, "point": listed(rational, 2), "region": name}


witness = no_witness  # the cells at the point are looked up


def check(claim: dict[str, Any], line: dict[str, Any], facts: Facts) -> Established:
    """Establishes nothing further."""
    found = facts.of(claim["of"], Basin)
    first, second = claim["point"]
    point = (1 - first - second, first, second)
    wellformed(min(point) >= 0, "flow.point", "a point of the triangle", claim["point"])
    box = [floor(x * 2**GRID) for x in point], [ceil(x * 2**GRID) for x in point]
    shown = {cell.region for cell in meeting(found.cover, box, facts.work)}
    names = [found.regions[i] if i != MIXED else "undecided" for i in sorted(shown)]
    supported(len(shown) == 1 and MIXED not in shown, "flow.decided", "decided cells of one region", names)
    require(names == [claim["region"]], "flow.region", claim["region"], names)
    return Established()
