"""`basin`: how it is told, and its self-tests."""

from __future__ import annotations

from ...exact.decimals import DOWN, to_places
from ...exact.reading import rational
from ...statements.stated import Stated
from ..expressions import Test, Tests
from ..prose import Prose
from ..quoted import no_values
from ..shown import Claim
from ..subject import Subject, Told
from ..tree import Text, flow, number

WORDS = {
    "basin": "The triangle of states is cut into cells. In each cell all points, not only samples, reach the trapping"
    " region named here after at most {steps:count} steps; the area is a part of that of the triangle, exactly, and as"
    " a decimal that is cut off. Of the points in undecided cells nothing is said.",
}
PROSE = Prose(WORDS)
SHOWN = 6  # decimals of an area


UNDECIDED = "undecided cells"  # with a space: no id of a region


def told(claim: Claim, subject: Subject) -> Told:
    """How much of the triangle flows where."""
    rows: list[tuple[Text, ...]] = [
        ((region,), (flow(number(to_places(rational(area), SHOWN, DOWN)), "dots"),), (flow(number(area)),))
        for region, area in zip([*claim["regions"], UNDECIDED], [*claim["areas"], claim["undecided"]], strict=True)
    ]
    return Told([PROSE.say("basin", steps=claim["steps"])], [], (("region", "area", "exactly"), rows))


values = no_values


def self_tests(claim: Claim, stated: Stated) -> Tests:
    """The parts of the triangle add up to 1."""
    yield Test("the areas add up to 1", "+".join(f"({x})" for x in (*claim["areas"], claim["undecided"])), "==", "1")
