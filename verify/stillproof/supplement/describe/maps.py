"""Claims about the map of a protocol, and about parts of it."""

from __future__ import annotations

from typing import Any

from ..tree import (
    Index,
    Name,
    Power,
    Sign,
    Text,
    Word,
    cyclotomic,
    flow,
    joined,
    listing,
    number,
    power,
    variable,
)
from .subject import Subject, Told, rational_function

Claim = dict[str, Any]
IDENTITY = {"shift": [0, 0], "symplectic": [[1, 0], [0, 1]]}


def map_(claim: Claim, subject: Subject) -> Told:
    """Output and success probability."""
    count = subject.code["n"]
    words: list[Text] = [
        (f"All {count} inputs are in the same state of the family; every stabilizer is measured, and only the outcome "
         "+1 of every one is accepted. The probability of that, and the parameters of the decoded output, are",),
    ]  # fmt: skip
    if claim["output-clifford"] != IDENTITY:
        f = claim["output-clifford"]
        words.append((f"The output is in the family after the Clifford with F = {f['symplectic']} and shift "
                      f"{f['shift']}.",))  # fmt: skip
    if claim["output-twirl"]:
        words.append((f"The output is twirled over the group of {' and '.join(claim['output-twirl'])}.",))
    if claim["output-match"] == "fidelity":
        words.append(("The output is not a state of the family: only its overlap with the target is that of the "
                      "family at this parameter.",))  # fmt: skip
    shown = rational_function(subject.output("success"), claim["success"], subject)
    before = None
    for label in claim["parameters"]:
        value = claim["output"][label]
        shown += rational_function(subject.output(label), value, subject, same=value["den"] == before)
        before = value["den"]
    return Told(words, shown)


def outputs(claim: Claim, subject: Subject) -> Told:
    """Infidelities of several outputs."""
    amplitudes = [cyclotomic(value).pieces for value in claim["target"]]
    words: list[Text] = [
        ("All inputs are in the same state of the family; only the outcome +1 of every stabilizer is accepted. The "
         "outputs are compared with the state whose amplitudes, not normalised, are given first. The probability of "
         "acceptance, and the probability that not all outputs are in their target state, are",),
    ]  # fmt: skip
    shown = [listing([piece[0] if len(piece) == 1 else Word("...") for piece in amplitudes])]
    if any(len(piece) > 1 for piece in amplitudes):
        shown = []
    shown += rational_function(subject.output("success"), claim["success"], subject)
    shown += rational_function(subject.output("any"), claim["any"], subject)
    each = claim["each"]
    same = all(function == each[0] for function in each)
    if each and same:
        words.append((f"The last formula is the infidelity of each of the {len(each)} outputs by itself.",))
    for i, function in enumerate(each[:1] if same else each, 1):
        known = function["den"] == claim["any"]["den"]
        shown += rational_function(subject.output("each" if same else str(i)), function, subject, same=known)
    return Told(words, shown)


def expansion(claim: Claim, subject: Subject) -> Told:
    """The first terms of a series."""
    degree = claim["degree"] + 1
    name = subject.output(claim["function"])
    x = subject.x if len(subject.parameters) == 1 else Word("degree")
    rest = flow("plus", variable("O"), "(", power(x, degree), ")")
    if len(subject.parameters) > 1:
        rest = flow("plus", "dots")
    words: Text = (f"Every term through total degree {claim['degree']}:",)
    return Told([words], [joined(flow(name, "equals"), subject.polynomial(claim["coefficients"]), rest)])


def correction(claim: Claim, subject: Subject) -> Told:
    """Stabilizers that are corrected, not post-selected."""
    numbers = ", ".join(map(str, claim["stabilizers"]))
    words: Text = (
        f"If the stabilizers number {numbers} of the code file are measured first, powers of the Clifford "
        f"{claim['clifford']} on every site turn any outcome into +1, and the output is as before. Then the "
        "probability of acceptance is",
    )
    return Told([words], rational_function(subject.output("success"), claim["success"], subject))


def term_weights(claim: Claim, subject: Subject) -> Told:
    """What the terms with k faulty inputs contribute."""
    names = sorted(claim["weights"])
    count = len(claim["weights"][names[0]])
    rows: list[tuple[Text, ...]] = [
        ((flow(k),), *((flow(number(claim["weights"][name][k])),) for name in names)) for k in range(count)
    ]
    x, e = variable("x"), variable("e")
    words: Text = (
        "The inputs are a mixture of product states ", flow(x), ". The sum of ",
        flow("<", x, "|", Index(Name("Pi"), e), "|", x, ">"), " over those with ", flow(variable("k")),
        " sites outside the target, for every encoded state ", flow(e), " of the family:",
    )  # fmt: skip
    return Told([words], [], (("k", *names), rows))


def projection(claim: Claim, subject: Subject) -> Told:
    """<x|Pi|x> for product states x."""
    total = sum(value["count"] for value in claim["values"])
    others = " and ".join(claim["others"])
    states = f"{others} on {len(claim['others'])} of the sites, and {subject.target} on the others" if others else (
        f"{subject.target} on every site")  # fmt: skip
    x = variable("x")
    rows = [
        joined(flow("<", x, "|", Name("Pi"), "|", x, ">", "equals"), cyclotomic(value["value"]))
        for value in claim["values"]
    ]
    how = ", ".join(str(value["count"]) for value in claim["values"])
    words: Text = (f"The product state x has {states}. For the {total} placements:",)
    if len(rows) > 1:
        words = (f"The product state x has {states}. For {how} of the {total} placements, in this order:",)
    if total == 1:
        words = (f"The product state x has {states}.",)
    return Told([words], rows)


def suppression(claim: Claim, subject: Subject) -> Told:
    """The leading term."""
    order, x = claim["order"], subject.x
    size = [] if claim["coefficient"] == "1" else [number(claim["coefficient"])]
    shown = flow(subject.output(claim["output"]), "equals", *size, power(x, order))
    rest = flow("plus", variable("O"), "(", Power(x, number(order + 1)), ")")
    return Told([("For small noise the output is",)], [joined(shown, rest)])


def bound(claim: Claim, subject: Subject) -> Told:
    """A function is bounded on a range."""
    low, high = claim["range"]
    relation = "most" if claim["relation"] == "at most" else "least"
    x, name = subject.x, subject.output(claim["function"])
    f = variable("f")
    words: Text = ("On the range below the function is bounded by ", flow(f), ":")
    shown = [
        flow(name, Sign(relation), f),
        flow(number(low), "less", x, "less", number(high)),
        *rational_function(f, claim["value"], subject),
    ]
    return Told([words], shown)


def no_gain(claim: Claim, subject: Subject) -> Told:
    """No noise is reduced on a range."""
    relation = {"output > x": "more", "output = x": "equals"}.get(claim["relation"], "least")
    shown = [
        flow(subject.output(claim["output"]), relation, subject.x),
        flow(0, "less", subject.x, "less", number(claim["bound"])),
    ]
    return Told([("On the whole of this range the output is not better than the input:",)], shown)
