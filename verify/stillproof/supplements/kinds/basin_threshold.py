"""`basin-threshold`: how it is told, and what a paper quotes from it."""

from __future__ import annotations

from ...exact.reading import rational
from ...gating.exact import Between
from ..expressions import no_tests
from ..prose import Prose
from ..quoted import Found
from ..shown import Claim, between, point
from ..subject import Subject, Told
from ..tree import flow, joined, listing, number

WORDS = {
    "basin-threshold": "On the segment below, every point with {x:math} at most the smaller number flows to the point"
    " of {region:name} when the map is applied again and again, and no point with {x:math} at least the larger number"
    " does.",
    "basin-threshold.depolarizing": "The segment goes from the state {state:name} to the maximally mixed one: {x:math}"
    " is the rate of depolarizing noise.",
    "value.edge": "edge of the basin of {region:name}, as a place on the segment from ({start:numbers}) to"
    " ({end:numbers})",
}
PROSE = Prose(WORDS)


def told(claim: Claim, subject: Subject) -> Told:
    """The edge of a basin on a segment."""
    x = subject.letter("x", "t", "s")
    said = [PROSE.say("basin-threshold", region=claim["region"], x=flow(x))]
    if subject.depolarizing(claim):
        said.append(PROSE.say("basin-threshold.depolarizing", state=subject.at(claim["start"]), x=flow(x)))
    start, end = (point(claim[key]) for key in ("start", "end"))
    line = joined(
        listing(subject.variables), flow("equals"), flow("(", number(1), "minus", x, ")"), start,
        flow("plus", x), end,
    )  # fmt: skip
    return Told(said, [line, between(x, claim["interval"])])


def values(claim: Claim, subject: Subject) -> Found:
    """The edge of a basin on a segment."""
    start, end = (", ".join(claim[key]) for key in ("start", "end"))
    named = PROSE.words("value.edge", region=claim["region"], start=start, end=end)
    yield "", named, Between(*map(rational, claim["interval"])), None, None


self_tests = no_tests
