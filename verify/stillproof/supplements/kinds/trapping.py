"""`trapping`: how it is told."""

from __future__ import annotations

from ..expressions import no_tests
from ..prose import Prose
from ..quoted import no_values
from ..shown import Claim, point
from ..subject import Subject, Told
from ..tree import flow, joined, listing, number

WORDS = {
    "trapping": "Every point of the triangle shrunk by the factor {ratio:math} towards the point below flows to it when"
    " the map is applied again and again: each step brings it nearer by the factor {contraction:math} or more, in the"
    " gauge of the convention. So the point is an attractor.",
}
PROSE = Prose(WORDS)


def told(claim: Claim, subject: Subject) -> Told:
    """A region all of whose points flow to a fixed point."""
    ratio, contraction = (flow(number(claim[key])) for key in ("ratio", "contraction"))
    said = PROSE.say("trapping", ratio=ratio, contraction=contraction)
    return Told([said], [joined(listing(subject.variables), flow("equals"), point(claim["point"]))])


values = no_values
self_tests = no_tests
