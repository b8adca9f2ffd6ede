"""`correction`: how it is told, and what a paper quotes from it."""

from __future__ import annotations

from ...statements.stated import at_zero
from ..expressions import no_tests
from ..prose import Prose
from ..quoted import Found, plain
from ..shown import Claim
from ..subject import Subject, Told, rational_function

WORDS = {
    "correction": "If the stabilizers number {numbers:numbers} of the code file are measured first, powers of the"
    " Clifford {clifford:name} on every site turn any outcome into +1, and the output is as before. Then the"
    " probability of acceptance is",
    "value.success.corrected": "success probability where {x:names} = 0, with the corrections of the claim {of:name}",
}
PROSE = Prose(WORDS)


def told(claim: Claim, subject: Subject) -> Told:
    """Stabilizers that are corrected, not post-selected."""
    numbers = ", ".join(map(str, claim["stabilizers"]))
    said = PROSE.say("correction", numbers=numbers, clifford=claim["clifford"])
    return Told([said], rational_function(subject.output(claim["id"], "success"), claim["success"], subject))


def values(claim: Claim, subject: Subject) -> Found:
    """The success probability where every parameter is 0."""
    named = PROSE.words("value.success.corrected", x=", ".join(subject.parameters), of=claim["id"])
    yield plain("success-at-zero", named, str(at_zero(claim["success"])))


self_tests = no_tests
