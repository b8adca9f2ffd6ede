"""`term-weights`: how it is told, and its self-tests."""

from __future__ import annotations

from ...statements.stated import Stated
from ..expressions import Test, Tests
from ..prose import Prose
from ..quoted import no_values
from ..shown import Claim, projector
from ..subject import Subject, Told
from ..tree import Index, Text, flow, number, spelled

WORDS = {
    "term-weights": "The inputs are a mixture of product states {x:math}. The sum of {weight:math} over those with"
    " {k:math} sites in another state than {state:name}, for every encoded state {e:math} of the family:",
}
PROSE = Prose(WORDS)


def told(claim: Claim, subject: Subject) -> Told:
    """What the terms with k sites in other states contribute."""
    names = sorted(claim["weights"])
    count = len(claim["weights"][names[0]])
    rows: list[tuple[Text, ...]] = [
        ((flow(k),), *((flow(number(claim["weights"][name][k])),) for name in names)) for k in range(count)
    ]
    x, e, k = subject.letter("x", "y", "s"), subject.letter("e", "c", "g"), subject.letter("k", "j", "m")
    weight = flow("<", x, "|", Index(projector(subject), e), "|", x, ">")
    said = PROSE.say("term-weights", x=flow(x), weight=weight, k=flow(k), state=subject.first, e=flow(e))
    return Told([said], [], ((spelled(k), *names), rows))


values = no_values


def self_tests(claim: Claim, stated: Stated) -> Tests:
    """The weights add up to the rank of the projector."""
    code = next(other for other in stated.by_id.values() if other["kind"] == "code")
    total = "+".join(f"({x})" for values in claim["weights"].values() for x in values)
    yield Test("the weights add up to the rank of the projector", total, "==", f"{code['p']}^{code['k']}")
