"""`class-enumerator`: how it is told."""

from __future__ import annotations

from ..expressions import no_tests
from ..prose import Prose
from ..quoted import no_values
from ..shown import Claim
from ..subject import Subject, Told
from ..tree import Text, listing, number

WORDS = {
    "class-enumerator": "For each of {cosets:count} cosets of the stabilizer group: how many of its operators have"
    " given numbers of sites in the {classes:count} classes of displacement operators, by phase; {terms:count} terms.",
    "class-enumerator.left-out": "Displacement operators at which chi of the family vanishes are in no class, and"
    " operators with such a site are not counted.",
    "class-enumerator.long": "They are in the line of the statement that is named below.",
}
PROSE = Prose(WORDS)
MANY = 48  # terms that are printed


def told(claim: Claim, subject: Subject) -> Told:
    """Operators by the classes of their sites, and by phase."""
    count = sum(len(coset["terms"]) for coset in claim["cosets"])
    words = PROSE.say("class-enumerator", cosets=len(claim["cosets"]), classes=len(claim["classes"]), terms=count)
    said = [words]
    if sum(map(len, claim["classes"])) < subject.stated.protocol.code.p**2:
        said.append(PROSE.say("class-enumerator.left-out"))
    if count > MANY:
        return Told([*said, PROSE.say("class-enumerator.long")], [])
    rows: list[tuple[Text, ...]] = []
    for coset in claim["cosets"]:
        a, b = coset["logical"]
        for sites, counts in coset["terms"]:
            logical = listing([number(x) for x in (*a, *b)])
            rows.append(((logical,), (listing([number(x) for x in sites]),), (listing([number(x) for x in counts]),)))
    return Told(said, [], (("coset", "sites in each class", "operators by phase"), rows))


values = no_values
self_tests = no_tests
