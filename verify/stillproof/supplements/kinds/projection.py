"""`projection`: how it is told."""

from __future__ import annotations

from ..expressions import no_tests
from ..prose import Prose
from ..quoted import no_values
from ..shown import Claim, projector
from ..subject import Subject, Told
from ..tree import cyclotomic, flow, joined

WORDS = {
    "projection": "The product state {x:math} has {states:placement}.",
    "projection.all": "The product state {x:math} has {states:placement}. For the {total:count} placements:",
    "projection.counts": "The product state {x:math} has {states:placement}. For {counts:numbers} of the {total:count}"
    " placements, in this order:",
    "placement.others": "{others:text} on {count:count} of the sites, and {state:name} on the others",
    "placement.all": "{state:name} on every site",
}
PROSE = Prose(WORDS)


def told(claim: Claim, subject: Subject) -> Told:
    """<x|Pi|x> for product states x."""
    total = sum(value["count"] for value in claim["values"])
    others = " and ".join(claim["others"])
    states = PROSE.words("placement.all", state=subject.first)
    if others:
        states = PROSE.words("placement.others", others=others, count=len(claim["others"]), state=subject.first)
    x = subject.letter("x", "y", "s")
    rows = [
        joined(flow("<", x, "|", projector(subject), "|", x, ">", "equals"), cyclotomic(value["value"]))
        for value in claim["values"]
    ]
    how = ", ".join(str(value["count"]) for value in claim["values"])
    if total == 1:
        return Told([PROSE.say("projection", x=flow(x), states=states)], rows)
    if len(rows) == 1:
        return Told([PROSE.say("projection.all", x=flow(x), states=states, total=total)], rows)
    return Told([PROSE.say("projection.counts", x=flow(x), states=states, counts=how, total=total)], rows)


values = no_values
self_tests = no_tests
