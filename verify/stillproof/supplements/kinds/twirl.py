"""`twirl`: how it is told, and what a paper quotes from it."""

from __future__ import annotations

from ..expressions import no_tests
from ..prose import Prose
from ..quoted import Found, plain
from ..shown import Claim
from ..subject import Subject, Told
from ..tree import Row, Sign, Word, flow, joined, number

WORDS = {
    "twirl": "The average over the group that {names:names} generate, of order {order:count} up to phases, takes every"
    " matrix to a combination of the projector of the target {state:name} and the identity. So a state of any form"
    " becomes the state of the family with the same infidelity, if there is one, which is so up to {most:math}. The"
    " infidelity to the target is",
    "value.group": "order of the group that is twirled over, up to phases",
    "value.infidelity": "infidelity of the family to its target, divided by {x:name}",
}
PROSE = Prose(WORDS)


def told(claim: Claim, subject: Subject) -> Told:
    """Averaging over a group makes all noise depolarizing."""
    target, rho = Word(subject.first), Row((subject.letter("rho", "R", "S"), Sign("("), subject.x, Sign(")")))
    overlap = flow(1, "minus", "<", target, "|", rho, "|", target, ">", "equals")
    words = PROSE.say(
        "twirl",
        names=", ".join(claim["cliffords"]),
        order=claim["order"],
        state=subject.first,
        most=flow(number(claim["infidelity"][1])),
    )
    return Told([words], [joined(overlap, subject.polynomial(claim["infidelity"]))])


def values(claim: Claim, subject: Subject) -> Found:
    """The order of the group, and what the parameter is."""
    yield plain("order", PROSE.words("value.group"), str(claim["order"]))
    yield plain("infidelity", PROSE.words("value.infidelity", x=subject.parameters[0]), claim["infidelity"][1])


self_tests = no_tests
