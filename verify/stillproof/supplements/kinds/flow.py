"""`flow`: how it is told."""

from __future__ import annotations

from ..expressions import no_tests
from ..prose import Prose
from ..quoted import no_values
from ..shown import Claim, point
from ..subject import Subject, Told
from ..tree import flow, joined

WORDS = {
    "flow": "The first point flows to the second one when the map is applied again and again.",
}
PROSE = Prose(WORDS)


def told(claim: Claim, subject: Subject) -> Told:
    """Where one point flows."""
    region = subject.known[claim["region"]]
    shown = joined(point(claim["point"]), flow("to"), point(region["point"]))
    return Told([PROSE.say("flow")], [shown])


values = no_values
self_tests = no_tests
