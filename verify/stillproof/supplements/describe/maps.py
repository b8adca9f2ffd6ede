"""Claims about the map of a protocol, and about parts of it."""

from __future__ import annotations

from typing import Any

from ..prose import say, words
from ..subject import Subject, Told, rational_function, rational_functions
from ..tree import (
    Index,
    Text,
    Word,
    cyclotomic,
    flow,
    joined,
    listing,
    number,
    power,
    spelled,
    variable,
)
from .codes import projector

Claim = dict[str, Any]
SIGNS = {"above": "more", "at least": "least", "at most": "most", "below": "less", "equal to": "equals"}


def map_(claim: Claim, subject: Subject) -> Told:
    """Output and success probability."""
    told, own = [say("map", count=subject.code["n"])], claim["id"]
    if subject.moved(own):
        f = claim["output-clifford"]
        told.append(say("map.frame", f=str(f["symplectic"]), shift=str(f["shift"])))
    if claim["output-twirl"]:
        told.append(say("map.twirl", names=", ".join(claim["output-twirl"])))
    if claim["output-match"] == "state":
        told.append(say("map.state"))
    else:
        told.append(say("map.overlap", state=subject.first))
    named = [("success", claim["success"]), *((label, claim["output"][label]) for label in claim["parameters"])]
    return Told(told, rational_functions([(subject.output(own, label), value) for label, value in named], subject))


def outputs(claim: Claim, subject: Subject) -> Told:
    """Infidelities of several outputs."""
    amplitudes = [cyclotomic(value).pieces for value in claim["target"]]
    long = any(len(piece) > 1 for piece in amplitudes)
    each, own = claim["each"], claim["id"]
    same = all(function == each[0] for function in each)
    told = [say("outputs.long" if long else "outputs", count=subject.encoded)]
    if not each:
        told.append(say("outputs.whole"))
    else:
        told.append(say("outputs.same", count=len(each)) if same else say("outputs.each"))
        told.append(say("outputs.correlated"))
    shown = [] if long else [listing([piece[0] for piece in amplitudes])]
    single = [("each", each[0])] if same and each else [(str(i), function) for i, function in enumerate(each, 1)]
    named = [("success", claim["success"]), ("any", claim["any"]), *single]
    shown += rational_functions([(subject.output(own, label), value) for label, value in named], subject)
    return Told(told, shown)


def expansion(claim: Claim, subject: Subject) -> Told:
    """The first terms of a series."""
    degree = claim["degree"] + 1
    name = subject.output(claim["of"], claim["function"])
    x = subject.x if len(subject.parameters) == 1 else Word("degree")
    rest = flow("plus", variable("O"), "(", power(x, degree), ")")
    if len(subject.parameters) > 1:
        rest = flow("plus", "dots")
    told = say("expansion", degree=claim["degree"], what=subject.what(claim["of"], claim["function"]))
    return Told([told], [joined(flow(name, "equals"), subject.polynomial(claim["coefficients"]), rest)])


def correction(claim: Claim, subject: Subject) -> Told:
    """Stabilizers that are corrected, not post-selected."""
    numbers = ", ".join(map(str, claim["stabilizers"]))
    told = say("correction", numbers=numbers, clifford=claim["clifford"])
    return Told([told], rational_function(subject.output(claim["id"], "success"), claim["success"], subject))


def term_weights(claim: Claim, subject: Subject) -> Told:
    """What the terms with k sites in other states contribute."""
    names = sorted(claim["weights"])
    count = len(claim["weights"][names[0]])
    rows: list[tuple[Text, ...]] = [
        ((flow(k),), *((flow(number(claim["weights"][name][k])),) for name in names)) for k in range(count)
    ]
    x, e, k = subject.letter("x", "y", "s"), subject.letter("e", "c", "g"), subject.letter("k", "j", "m")
    weight = flow("<", x, "|", Index(projector(subject), e), "|", x, ">")
    told = say("term-weights", x=flow(x), weight=weight, k=flow(k), state=subject.first, e=flow(e))
    return Told([told], [], ((spelled(k), *names), rows))


def projection(claim: Claim, subject: Subject) -> Told:
    """<x|Pi|x> for product states x."""
    total = sum(value["count"] for value in claim["values"])
    others = " and ".join(claim["others"])
    states = words("placement.all", state=subject.first)
    if others:
        states = words("placement.others", others=others, count=len(claim["others"]), state=subject.first)
    x = subject.letter("x", "y", "s")
    rows = [
        joined(flow("<", x, "|", projector(subject), "|", x, ">", "equals"), cyclotomic(value["value"]))
        for value in claim["values"]
    ]
    how = ", ".join(str(value["count"]) for value in claim["values"])
    if total == 1:
        return Told([say("projection", x=flow(x), states=states)], rows)
    if len(rows) == 1:
        return Told([say("projection.all", x=flow(x), states=states, total=total)], rows)
    return Told([say("projection.counts", x=flow(x), states=states, counts=how, total=total)], rows)


def suppression(claim: Claim, subject: Subject) -> Told:
    """The leading term."""
    order, x, of = claim["order"], subject.x, claim["of"]
    size = [] if claim["coefficient"] == "1" else [number(claim["coefficient"])]
    shown = flow(subject.output(of, claim["output"]), "equals", *size, power(x, order))
    rest = flow("plus", variable("O"), "(", power(x, order + 1), ")")
    what = subject.what(of, claim["output"])
    told = [say("suppression", state=subject.first, x=subject.parameters[0], what=what)]
    if subject.slope is not None:
        told.append(say("suppression.input", input=subject.polynomial(["0", subject.slope])))
    return Told([*told, *frame(of, subject)], [joined(shown, rest)])


def frame(of: str, subject: Subject) -> list[Text]:
    """A remark where the output is taken after a Clifford."""
    return [say("frame", of=of)] if subject.moved(of) else []


def bound(claim: Claim, subject: Subject) -> Told:
    """A function is bounded on a range; where the value is the input, what that says of distillation."""
    low, high = claim["range"]
    x, of, f, relation = subject.x, claim["of"], subject.letter("f", "g", "h"), claim["relation"]
    name = subject.output(of, claim["function"])
    told = [
        say("bound.equal" if relation == "equal to" else "bound", what=subject.what(of, claim["function"]), f=flow(f))
    ]
    if subject.noise and claim["function"] != "success" and claim["value"] == subject.input(of):
        ids = {"above": "bound.no-gain", "equal to": "bound.no-change"}
        if relation in ids:
            told.append(say(f"{ids[relation]}.{subject.known[of]['kind']}", state=subject.first, of=of))
            told += frame(of, subject)
    shown = [
        flow(name, SIGNS[relation], f),
        flow(number(low), "less", x, "less", number(high)),
        *rational_function(f, claim["value"], subject),
    ]
    return Told(told, shown)
