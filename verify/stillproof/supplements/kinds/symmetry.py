"""`symmetry`: how it is told."""

from __future__ import annotations

from ..expressions import no_tests
from ..prose import Prose
from ..quoted import no_values
from ..shown import Claim, projector, tensored, unitary
from ..subject import Subject, Told
from ..tree import flow

WORDS = {
    "symmetry": "The unitary {v:math} on every site commutes with the projector of the code.",
}
PROSE = Prose(WORDS)


def told(claim: Claim, subject: Subject) -> Told:
    """A unitary on every site commutes with the code."""
    v = tensored(unitary(claim["clifford"], subject), subject.code["n"])
    return Told(
        [PROSE.say("symmetry", v=flow(unitary(claim["clifford"], subject)))],
        [flow(v, projector(subject), "equals", projector(subject), v)],
    )


values = no_values
self_tests = no_tests
