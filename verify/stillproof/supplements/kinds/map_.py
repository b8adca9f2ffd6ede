"""`map`: how it is told, what a paper quotes from it, and its self-tests."""

from __future__ import annotations

from ...statements.stated import Stated
from ..expressions import Infix, Known, Test, Tests, call, function, minus, poly, success_tests, times
from ..prose import Prose
from ..quoted import success
from ..shown import Claim
from ..subject import Subject, Told, rational_functions

WORDS = {
    "map": "All {count:count} inputs are in the same state of the family; every stabilizer is measured, and only the"
    " outcome +1 of every one is accepted. Then the output is decoded.",
    "map.frame": "The output is taken after the Clifford with F = {f:matrix} and shift {shift:matrix}.",
    "map.twirl": "The output is twirled over the group of {names:names}.",
    "map.state": "The output then has the form of the family: it is a state of the family where the parameters below"
    " are not negative and add up to at most 1. The probability of acceptance, and the parameters of the output, are",
    "map.overlap": "The output is not claimed to be a state of the family: only its overlap with the state {state:name}"
    " is known. Where the parameter below is from 0 to 1, the state of the family there has that overlap. The"
    " probability of acceptance, and the parameter, are",
}
PROSE = Prose(WORDS)


def told(claim: Claim, subject: Subject) -> Told:
    """Output and success probability."""
    said, own = [PROSE.say("map", count=subject.code["n"])], claim["id"]
    if subject.moved(own):
        f = claim["output-clifford"]
        said.append(PROSE.say("map.frame", f=str(f["symplectic"]), shift=str(f["shift"])))
    if claim["output-twirl"]:
        said.append(PROSE.say("map.twirl", names=", ".join(claim["output-twirl"])))
    if claim["output-match"] == "state":
        said.append(PROSE.say("map.state"))
    else:
        said.append(PROSE.say("map.overlap", state=subject.first))
    named = [("success", claim["success"]), *((label, claim["output"][label]) for label in claim["parameters"])]
    return Told(said, rational_functions([(subject.output(own, label), value) for label, value in named], subject))


values = success


def self_tests(claim: Claim, stated: Stated) -> Tests:
    """The success probability is one where it must be; and the map once more, from the enumerators."""
    yield from success_tests(claim, stated)
    chi = uniform(stated)
    if chi is not None:
        yield from of_uniform(claim, stated.by_id, chi)


def uniform(stated: Stated) -> list[str] | None:
    """The one rational value c0 + c1 x of a family's chi off 0; None where there is none, or phases matter."""
    if not stated.protocol.channel.uniform or len(stated.state.parameters) > 1:
        return None
    value = next(iter(stated.state.classes))
    return None if any(c.poly.degree() > 0 for c in value) else [str(c.rational()) for c in value]


def of_uniform(claim: Claim, known: Known, chi: list[str]) -> Tests:
    """The map once more, from the enumerators: p_succ = p^(k-n) A(z), chi of the output (B - A)/((p^2 - 1) A) at z.

    The second formula is the average of chi over all points, which is chi where neither the frame of the output nor
    the twirl has a shift: a shift multiplies chi by roots of unity, and the average is another one.
    """
    counted = next((other for other in known.values() if other["kind"] == "enumerator"), None)
    code = next(other for other in known.values() if other["kind"] == "code")
    if counted is None or code["k"] != 1:
        return
    p, n = code["p"], code["n"]
    z = poly(chi)
    a, b = (call("compose", poly(counted[letter]), z) for letter in ("A", "B"))
    num, den = function(claim, "success")
    yield Test("p_succ from the enumerator", minus(times(f"{p}^{n - 1}", num), times(den, a)), "zero", "0")
    moves = [claim["output-clifford"], *(known[name] for name in claim["output-twirl"])]
    averaged = claim["output-match"] == "state" and not any(any(move["shift"]) for move in moves)
    for label in claim["parameters"] if averaged else ():
        num, den = function(claim, label)
        out = Infix(times(f"({chi[0]})", den), "+", times(f"({chi[1]})", num))
        yield Test("the output from the enumerators", minus(times(f"{p**2 - 1}", out, a), times(den, minus(b, a))),
                   "zero", "0")  # fmt: skip
