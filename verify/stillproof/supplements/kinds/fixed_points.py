"""`fixed-points`: how it is told."""

from __future__ import annotations

from ..expressions import no_tests
from ..prose import Prose
from ..quoted import no_values
from ..shown import Claim, point
from ..subject import Subject, Told
from ..tree import Flow, Text, flow, joined, number

WORDS = {
    "fixed-points": "These are all fixed points of the map in the triangle; the eigenvalues are those of its"
    " derivative. Decimals are within half a unit of their last digit, everything else is exact.",
}
PROSE = Prose(WORDS)


def told(claim: Claim, subject: Subject) -> Told:
    """All fixed points."""
    rows: list[tuple[Text, ...]] = [
        ((point(found["at"]),), (found["type"],), (joined(*commas(found["eigenvalues"])),)) for found in claim["points"]
    ]
    return Told([PROSE.say("fixed-points")], [], (("point", "type", "eigenvalues"), rows))


def commas(values: list[str]) -> list[Flow]:
    """Numbers with commas between them."""
    return [flow(number(x), *(["comma"] if i + 1 < len(values) else [])) for i, x in enumerate(values)]


values = no_values
self_tests = no_tests
