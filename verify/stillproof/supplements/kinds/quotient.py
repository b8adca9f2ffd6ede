"""`quotient`: how it is told, what a paper quotes from it, and its self-tests."""

from __future__ import annotations

from flint import fmpz_poly

from ...exact.reading import rational
from ...gating.exact import Algebraic, Between, Exact
from ...statements.stated import Stated
from ..expressions import Test, Tests
from ..prose import Prose
from ..quoted import Found
from ..shown import Claim, between
from ..subject import Subject, Told
from ..tree import Word

WORDS = {
    "quotient": "The number of the claim {of:name} divided by that of the claim {over:name}, both in {unit:text}:",
    "quotient.smaller": "So the first number is smaller.",
    "value.quotient": "number of the claim {of:name} divided by that of the claim {over:name}, both in {unit:text}",
}
PROSE = Prose(WORDS)


def told(claim: Claim, subject: Subject) -> Told:
    """One number divided by another one in its unit."""
    said = [PROSE.say("quotient", of=claim["of"], over=claim["over"], unit=claim["unit"])]
    if rational(claim["value"][1]) <= 1:
        said.append(PROSE.say("quotient.smaller"))
    return Told(said, [between(Word("quotient"), claim["value"])])


def values(claim: Claim, subject: Subject) -> Found:
    """One number divided by another; a multiple of a threshold where the other one is rational."""
    source, other = subject.known[claim["of"]], subject.known[claim["over"]]
    exact: Exact = Between(*map(rational, claim["value"]))
    if source["kind"] == "threshold" and other["kind"] == "wigner":
        poly = fmpz_poly([int(c) for c in source["polynomial"]])
        start, end = map(rational, source["interval"])
        exact = Algebraic(poly, start, end, 1 / rational(other["bound"]))
    named = PROSE.words("value.quotient", of=claim["of"], over=claim["over"], unit=claim["unit"])
    yield "", named, exact, None, None


def self_tests(claim: Claim, stated: Stated) -> Tests:
    """The quotient of two intervals, or numbers, is between the two ends."""
    known = stated.by_id
    source, other = known[claim["of"]], known[claim["over"]]
    low, high = claim["value"]
    above, below = (number.get("interval", [number.get("bound")] * 2) for number in (source, other))
    yield Test("the quotient is above the first end", f"({low})*({below[1]})", "<", above[0])
    yield Test("the quotient is below the second end", above[1], "<", f"({high})*({below[0]})")
