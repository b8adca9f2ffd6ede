"""`suppression`: how it is told, what a paper quotes from it, and its self-tests."""

from __future__ import annotations

from typing import Any

from ...statements.stated import Stated
from ..expressions import Infix, Test, Tests, call, function
from ..prose import Prose
from ..quoted import Found, plain
from ..shown import Claim, frame
from ..subject import Subject, Told
from ..tree import flow, joined, number, power, variable

WORDS = {
    "suppression": "Near the pure state {state:name}, that is for small noise {x:name}, {what:what} is",
    "suppression.input": "One input has the infidelity {input:math} to that state.",
    "value.order": "order in {x:name} of {what:what}",
    "value.coefficient": "coefficient of {x:name}^{order:count} in {what:what}",
}
PROSE = Prose(WORDS)


def told(claim: Claim, subject: Subject) -> Told:
    """The leading term."""
    order, x, of = claim["order"], subject.x, claim["of"]
    size = [] if claim["coefficient"] == "1" else [number(claim["coefficient"])]
    shown = flow(subject.output(of, claim["output"]), "equals", *size, power(x, order))
    rest = flow("plus", variable("O"), "(", power(x, order + 1), ")")
    what = subject.what(of, claim["output"])
    said = [PROSE.say("suppression", state=subject.first, x=subject.parameters[0], what=what)]
    if subject.slope is not None:
        said.append(PROSE.say("suppression.input", input=subject.polynomial(["0", subject.slope])))
    return Told([*said, *frame(of, subject)], [joined(shown, rest)])


def values(claim: Claim, subject: Subject) -> Found:
    """Order and coefficient of the leading term."""
    about: dict[str, Any] = {"x": subject.parameters[0], "what": subject.what(claim["of"], claim["output"])}
    yield plain("order", PROSE.words("value.order", **about), str(claim["order"]))
    named = PROSE.words("value.coefficient", order=claim["order"], **about)
    yield plain("coefficient", named, claim["coefficient"])


def self_tests(claim: Claim, stated: Stated) -> Tests:
    """The first coefficient of num that is not 0, divided by den at 0."""
    num, den = function(stated.by_id[claim["of"]], claim["output"])
    yield Test("the order of the leading term", call("low", num), "==", str(claim["order"]))
    yield Test("its coefficient", Infix(call("coefficient", num, claim["order"]), "/", call("at", den, 0)), "==",
               claim["coefficient"])  # fmt: skip
