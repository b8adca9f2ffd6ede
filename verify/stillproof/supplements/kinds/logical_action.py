"""`logical-action`: how it is told."""

from __future__ import annotations

from ..expressions import no_tests
from ..prose import Prose
from ..quoted import no_values
from ..shown import Claim, tensored, unitary
from ..subject import Subject, Told
from ..tree import Flow, Row, Sign, Word, bracketed, cyclotomic, flow, joined

WORDS = {
    "logical-action": "The unitary {v:math} on every site acts on the encoded qudit as {u:math}, phases included;"
    " {w:math} is the encoding isometry.",
}
PROSE = Prose(WORDS)


def told(claim: Claim, subject: Subject) -> Told:
    """What a unitary on every site does to the encoded qudit."""
    v, w = tensored(unitary(claim["clifford"], subject), subject.code["n"]), subject.letter("W", "E", "L")
    u, target = unitary(claim["acts-as"], subject), Row((Sign("|"), Word(subject.first), Sign(">")))
    shown = [flow(v, w, "equals", w, u)]
    for letter, key in ((unitary(claim["clifford"], subject), "eigenvalue"), (u, "logical-eigenvalue")):
        factor = cyclotomic(claim[key])
        shown.append(joined(flow(letter, target, "equals"), factor if one(factor) else bracketed(factor), flow(target)))
    return Told([PROSE.say("logical-action", v=flow(unitary(claim["clifford"], subject)), u=flow(u), w=flow(w))], shown)


def one(formula: Flow) -> bool:
    """Whether a formula is a single term."""
    return len(formula.pieces) == 1


values = no_values
self_tests = no_tests
