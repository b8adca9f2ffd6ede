"""`threshold`: how it is told, what a paper quotes from it, and its self-tests."""

from __future__ import annotations

from typing import Any

from flint import fmpq, fmpz_poly

from ...exact.decimals import outwards
from ...exact.reading import rational
from ...gating.exact import Algebraic, Exact, Rational
from ...statements.stated import Stated
from ..expressions import Infix, Test, Tests, call, function, minus, poly, times
from ..prose import Prose
from ..quoted import Found
from ..shown import Claim, between, frame, star
from ..subject import Subject, Told
from ..tree import Row, Text, Tree, Word, flow, joined, number, polynomial, variable
from .radicals import radicals

WORDS = {
    "threshold.map": "There is a definite threshold in the parameter {x:name}: below it the infidelity of the output"
    " of the claim {of:name} to the pure state {state:name} is smaller than the infidelity of an input to that state;"
    " above it, up to {bound:math}, greater. On that range the denominators are positive.",
    "threshold.one": "There is a definite threshold in the parameter {x:name}: below it the infidelity of output"
    " {output:count} to its target, its part of the state of the claim {of:name}, is smaller than the"
    " infidelity of one input to its own, the pure state {state:name}; above it, up to {bound:math}, greater. On that"
    " range the denominators are positive.",
    "threshold.product": "There is a definite threshold in the parameter {x:name}: below it the infidelity of all"
    " {count:count} outputs of the claim {of:name} together, to the product of their targets, is smaller than the"
    " infidelity of one input to the pure state {state:name}; above it, up to {bound:math}, greater. On that range the"
    " denominators are positive.",
    "threshold.joint": "There is a definite threshold in the parameter {x:name}: below it the infidelity of all"
    " {count:count} outputs together, to their joint target, the state of the claim {of:name}, is smaller than"
    " the infidelity of one input to its own, the pure state {state:name}; above it, up to {bound:math}, greater. On"
    " that range the denominators are positive.",
    "threshold.root": "In the parameter {x:name} it is the one root of a polynomial in an interval. The last formula is"
    " the infidelity of one input there.",
    "value.threshold": "threshold of {what:what}, in the parameter {x:name}",
    "value.threshold.infidelity": "threshold of {what:what}, as the infidelity of one input",
}
PROSE = Prose(WORDS)
PLACES = 20  # of the ends of the infidelity at a threshold


def told(claim: Claim, subject: Subject) -> Told:
    """The one root."""
    x, of = star(subject), claim["of"]
    out = subject.output(of, claim["output"])
    slope, bound = rational(claim["infidelity"][0]) / rational(claim["interval"][0]), claim["bound"]
    several = subject.known[of]["kind"] == "outputs"
    factor = str(slope) if several else "1"
    size = [] if factor == "1" else [number(factor)]
    said = [
        compared(claim, subject),
        *frame(of, subject),
        PROSE.say("threshold.root", x=subject.parameters[0]),
    ]
    shown = [
        joined(
            flow(0, "less", out, "less", *size, subject.x),
            flow("space", Word("for"), "space", "(", number(0), "comma", x, ")"),
        ),
        joined(
            flow(out, "more", *size, subject.x),
            flow("space", Word("for"), "space", "(", x, "comma", number(bound), ")"),
        ),
        joined(polynomial(claim["polynomial"], [x]), flow("equals", 0)),
        between(x, claim["interval"]),
        between(scaled(str(slope), x), outward(claim["infidelity"])),
    ]
    return Told(said, shown)


def outward(interval: list[str]) -> list[str]:
    """An interval with ends of PLACES decimals around one."""
    low, high = map(rational, interval)
    return [str(end) for end in outwards(low, high, PLACES)]


def scaled(factor: str, x: Tree) -> Tree:
    """A multiple of x."""
    return x if factor == "1" else Row((number(factor), x))


def compared(claim: Claim, subject: Subject) -> Text:
    """What is smaller below a threshold: of which output, to which target, compared with which input."""
    source, output = subject.known[claim["of"]], claim["output"]
    at: dict[str, Any] = {
        "x": subject.parameters[0],
        "state": subject.first,
        "bound": flow(subject.x, "equals", number(claim["bound"])),
    }
    if source["kind"] == "map":
        return PROSE.say("threshold.map", of=claim["of"], **at)
    if output != "any":
        return PROSE.say("threshold.one", output=output, of=claim["of"], **at)
    if source["each"]:
        return PROSE.say("threshold.product", count=subject.encoded, of=claim["of"], **at)
    return PROSE.say("threshold.joint", count=subject.encoded, of=claim["of"], **at)


def values(claim: Claim, subject: Subject) -> Found:
    """The root of a polynomial, in radicals where a claim has them; and the infidelity of an input there."""
    x, what = subject.parameters[0], subject.infidelity(claim["of"], claim["output"])
    poly = polynomial(claim["polynomial"], [variable(x)])
    low, high = map(rational, claim["interval"])
    slope = rational(claim["infidelity"][0]) / low
    root: Exact = Algebraic(fmpz_poly([int(c) for c in claim["polynomial"]]), low, high, fmpq(1))
    same: Exact = Algebraic(fmpz_poly([int(c) for c in claim["polynomial"]]), low, high, slope)
    shown = multiple = None
    if len(claim["polynomial"]) == 2:
        exact = -rational(claim["polynomial"][0]) / rational(claim["polynomial"][1])
        root, same = Rational(exact), Rational(slope * exact)
        shown, multiple = (flow(number(str(value))) for value in (exact, slope * exact))
    for other in subject.known.values():
        if other["kind"] == "radicals" and other["of"] == claim["id"]:
            shown = radicals(other)
    yield "", PROSE.words("value.threshold", x=x, what=what), root, shown, joined(poly, flow("equals", 0))
    yield "infidelity", PROSE.words("value.threshold.infidelity", what=what), same, multiple, None


def self_tests(claim: Claim, stated: Stated) -> Tests:
    """The polynomial divides input den - num, has one root in the range, and the other factor has none."""
    known = stated.by_id
    source = known[claim["of"]]
    num, den = function(source, claim["output"])
    own, (low, high), bound = poly(claim["polynomial"]), claim["interval"], claim["bound"]
    slope = str(rational(claim["infidelity"][0]) / rational(low))  # of the infidelity of an input
    whole = minus(times(poly(["0", slope] if source["kind"] == "outputs" else ["0", "1"]), den), num)
    for other in known.values():
        if other["kind"] == "twirl":
            yield Test("the infidelity of an input is that of the twirl", slope, "==", other["infidelity"][1])
    yield Test("the interval of the infidelity ends with that of the parameter", f"({slope})*({high})", "==",
               claim["infidelity"][1])  # fmt: skip
    yield Test("its polynomial divides input den - num", call("rest", whole, own), "zero", "0")
    yield Test("the polynomial has one root in the interval", call("roots", own, low, high), "==", "1")
    yield Test("it has no other one in the range", call("inside", own, bound), "==", "1")
    yield Test("input den - num has no other one either", call("inside", whole, bound), "==", "1")
    below, above = (Infix(call("at", whole, end), "/", call("at", den, end)) for end in (low, high))
    yield Test("the output is smaller below", below, ">", "0")
    yield Test("and larger above", above, "<", "0")
