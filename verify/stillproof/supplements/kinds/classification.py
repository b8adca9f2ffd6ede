"""`classification`: how it is told."""

from __future__ import annotations

from ..expressions import no_tests
from ..prose import Prose
from ..quoted import no_values
from ..shown import Claim
from ..subject import Subject, Told
from ..tree import Code, Text, flow, number

WORDS = {
    "classification": "Up to signed permutations of the coordinates there are exactly {classes:count} maximal"
    " self-orthogonal ternary codes of length {length:count}; all have dimension {dimension:count}. The rows of a"
    " generator matrix are words over 0, 1, 2.",
}
PROSE = Prose(WORDS)


def told(claim: Claim, subject: Subject) -> Told:
    """All maximal self-orthogonal ternary codes of one length."""
    classes, length, dimension = len(claim["codes"]), claim["length"], claim["dimension"]
    words = PROSE.say("classification", classes=classes, length=length, dimension=dimension)
    rows: list[tuple[Text, ...]] = []
    for place, found in enumerate(claim["codes"], 1):
        words_of = ["".join(map(str, line)) for line in found["generator"]]
        matrix_rows = tuple(part for word in words_of for part in (Code(word), " "))[:-1]
        rows.append(((flow(number(place)),), (flow(number(found["automorphisms"])),), matrix_rows))
    return Told([words], [], (("code", "automorphisms", "generator matrix"), rows))


values = no_values
self_tests = no_tests
