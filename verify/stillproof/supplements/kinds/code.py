"""`code`: how it is told, and what a paper quotes from it."""

from __future__ import annotations

from ..expressions import no_tests
from ..prose import Prose
from ..quoted import Found, plain
from ..shown import Claim, projector
from ..subject import Subject, Told
from ..tree import Code, Flow, Index, Row, Sign, flow, number

WORDS = {
    "code": "The stabilizers and logical operators of {file:file} are those of a code {parameters:math}: the"
    " stabilizers commute and are independent, the logical operators commute with them and are conjugate to each other,"
    " and the least weight of a logical operator that is not trivial is {distance:math}.",
    "code.projector": "Below, {projector:math} is the projector onto the code.",
    "value.sites": "sites of the code",
    "value.encoded": "encoded qudits",
    "value.distance": "distance of the code",
}
PROSE = Prose(WORDS)


def told(claim: Claim, subject: Subject) -> Told:
    """[[n,k,d]]_p."""
    shown = parameters(claim["n"], claim["k"], claim["distance"], claim["p"])
    file = Code(f"fixtures.codes.{subject.code['name']}.json")
    words = PROSE.say("code", file=file, parameters=shown, distance=flow(claim["distance"]))
    return Told([words, PROSE.say("code.projector", projector=flow(projector(subject)))], [])


def parameters(n: int, k: int, d: int, p: int) -> Flow:
    """[[n,k,d]]_p."""
    inside = Row((Sign("[["), number(n), Sign("comma"), number(k), Sign("comma"), number(d), Sign("]]")))
    return flow(Index(inside, number(p)))


def values(claim: Claim, subject: Subject) -> Found:
    """Sites, encoded qudits, distance."""
    for key, said in (("n", "value.sites"), ("k", "value.encoded"), ("distance", "value.distance")):
        yield plain(key, PROSE.words(said), str(claim[key]))


self_tests = no_tests
