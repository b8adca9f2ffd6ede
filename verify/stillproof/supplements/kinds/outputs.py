"""`outputs`: how it is told, what a paper quotes from it, and its self-tests."""

from __future__ import annotations

from ..expressions import success_tests
from ..prose import Prose
from ..quoted import success
from ..shown import Claim
from ..subject import Subject, Told, rational_functions
from ..tree import cyclotomic, listing

WORDS = {
    "outputs": "All inputs are in the same state of the family; only the outcome +1 of every stabilizer is accepted."
    " The {count:count} outputs are compared with the state whose amplitudes, not normalised, are given first. The"
    " probability of acceptance, and the infidelity of all outputs together to that state, are",
    "outputs.long": "All inputs are in the same state of the family; only the outcome +1 of every stabilizer is"
    " accepted. The {count:count} outputs are compared with the state whose amplitudes are in the line of the statement"
    " that is named below. The probability of acceptance, and the infidelity of all outputs together to that state,"
    " are",
    "outputs.each": "The last formulas are the infidelities of the outputs by themselves, each to its part of that"
    " state.",
    "outputs.same": "The last formula is the infidelity of each of the {count:count} outputs by itself, to its part of"
    " that state.",
    "outputs.correlated": "Outputs of one block are correlated in general: the infidelity of all together is at most"
    " the sum of the single ones.",
    "outputs.whole": "That state is no product of one state for each qudit, so no infidelities of single outputs are"
    " stated.",
}
PROSE = Prose(WORDS)


def told(claim: Claim, subject: Subject) -> Told:
    """Infidelities of several outputs."""
    amplitudes = [cyclotomic(value).pieces for value in claim["target"]]
    long = any(len(piece) > 1 for piece in amplitudes)
    each, own = claim["each"], claim["id"]
    same = all(function == each[0] for function in each)
    said = [PROSE.say("outputs.long" if long else "outputs", count=subject.encoded)]
    if not each:
        said.append(PROSE.say("outputs.whole"))
    else:
        said.append(PROSE.say("outputs.same", count=len(each)) if same else PROSE.say("outputs.each"))
        said.append(PROSE.say("outputs.correlated"))
    shown = [] if long else [listing([piece[0] for piece in amplitudes])]
    single = [("each", each[0])] if same and each else [(str(i), function) for i, function in enumerate(each, 1)]
    named = [("success", claim["success"]), ("any", claim["any"]), *single]
    shown += rational_functions([(subject.output(own, label), value) for label, value in named], subject)
    return Told(said, shown)


values = success
self_tests = success_tests
