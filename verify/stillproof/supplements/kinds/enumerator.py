"""`enumerator`: how it is told, and its self-tests."""

from __future__ import annotations

from ...statements.stated import Stated
from ..expressions import Test, Tests, call, minus, poly, times
from ..prose import Prose
from ..quoted import no_values
from ..shown import Claim
from ..subject import Subject, Told
from ..tree import Power, flow, joined, polynomial

WORDS = {
    "enumerator": "The coefficient of {power:math} counts the operators of weight {w:math}, phases left out, in the"
    " stabilizer group ({a:math}) and in its normalizer ({b:math}).",
}
PROSE = Prose(WORDS)


def told(claim: Claim, subject: Subject) -> Told:
    """Weight enumerators of the stabilizer group and of its normalizer."""
    z, w = subject.letter("z", "y", "s"), subject.letter("w", "l", "m")
    a, b = subject.letter("A", "C", "E"), subject.letter("B", "D", "G")
    shown = [
        joined(flow(letter, "(", z, ")", "equals"), polynomial(claim[key], [z])) for letter, key in ((a, "A"), (b, "B"))
    ]
    words = PROSE.say("enumerator", power=flow(Power(z, w)), w=flow(w), a=flow(a), b=flow(b))
    return Told([words], shown)


values = no_values


def self_tests(claim: Claim, stated: Stated) -> Tests:
    """The group has p^(n-k) elements, and B is the transform of A."""
    code = next(other for other in stated.by_id.values() if other["kind"] == "code")
    p, n, k = code["p"], code["n"], code["k"]
    a, b = poly(claim["A"]), poly(claim["B"])
    yield Test("the stabilizer group is as large as it must be", call("at", a, 1), "==", f"{p}^{n - k}")
    transformed = call("macwilliams", a, n, p)
    yield Test("B is the MacWilliams transform of A", minus(times(f"{p}^{n - k}", b), transformed), "zero", "0")
    yield Test("the first weight at which B exceeds A is the distance", call("low", minus(b, a)), "==",
               str(code["distance"]))  # fmt: skip
