"""`bound`: how it is told, and its self-tests."""

from __future__ import annotations

from ...exact.reading import rational
from ...statements.stated import Stated
from ..expressions import Infix, Test, Tests, call, function, minus, poly, times
from ..prose import Prose
from ..quoted import no_values
from ..shown import Claim, frame
from ..subject import Subject, Told, rational_function
from ..tree import flow, number

WORDS = {
    "bound": "On the range below {what:what} is bounded by {f:math}:",
    "bound.equal": "On the range below {what:what} is equal to {f:math}:",
    "bound.no-gain.map": "On the whole range the infidelity of the output of the claim {of:name} to the pure state"
    " {state:name} is greater than that of an input.",
    "bound.no-gain.outputs": "On the whole range this infidelity, of the claim {of:name}, is greater than that of one"
    " input to the pure state {state:name}.",
    "bound.no-change.map": "On the whole range the infidelity of the output of the claim {of:name} to the pure state"
    " {state:name} is that of an input.",
    "bound.no-change.outputs": "On the whole range this infidelity, of the claim {of:name}, is that of one input to the"
    " pure state {state:name}.",
}
PROSE = Prose(WORDS)
SIGNS = {"above": "more", "at least": "least", "at most": "most", "below": "less", "equal to": "equals"}


def told(claim: Claim, subject: Subject) -> Told:
    """A function is bounded on a range; where the value is the input, what that says of distillation."""
    low, high = claim["range"]
    x, of, f, relation = subject.x, claim["of"], subject.letter("f", "g", "h"), claim["relation"]
    name = subject.output(of, claim["function"])
    said = [
        PROSE.say(
            "bound.equal" if relation == "equal to" else "bound", what=subject.what(of, claim["function"]), f=flow(f)
        )
    ]
    if subject.noise and claim["function"] != "success" and claim["value"] == subject.input(of):
        ids = {"above": "bound.no-gain", "equal to": "bound.no-change"}
        if relation in ids:
            said.append(PROSE.say(f"{ids[relation]}.{subject.known[of]['kind']}", state=subject.first, of=of))
            said += frame(of, subject)
    shown = [
        flow(name, SIGNS[relation], f),
        flow(number(low), "less", x, "less", number(high)),
        *rational_function(f, claim["value"], subject),
    ]
    return Told(said, shown)


values = no_values


def self_tests(claim: Claim, stated: Stated) -> Tests:
    """The difference is zero, or has the right sign in the middle of the range, and no root inside."""
    num, den = function(stated.by_id[claim["of"]], claim["function"])
    above, below = poly(claim["value"]["num"]), poly(claim["value"]["den"])
    low, high = claim["range"]
    whole = minus(times(above, den), times(num, below))
    if claim["relation"] == "equal to":
        yield Test("the two sides are equal", whole, "zero", "0")
        return
    size = str(rational(high) - rational(low))
    shifted = call("compose", whole, f"(({low})+({size})*x)")
    middle = str((rational(low) + rational(high)) / 2)
    scale = times(call("at", den, middle), call("at", below, middle))
    words = "the difference of the two sides changes its sign nowhere in the range"
    yield Test(words, call("inside", shifted, 1), "==", "0")
    sign = {"at most": ">=", "below": ">", "at least": "<=", "above": "<"}[claim["relation"]]
    yield Test("in its middle the bound is on its side", Infix(call("at", whole, middle), "/", scale), sign, "0")
