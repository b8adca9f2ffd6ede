"""`yield`: how it is told, what a paper quotes from it, and its self-tests."""

from __future__ import annotations

from typing import Any

from flint import fmpq

from ...exact.reading import rational
from ...gating.exact import Exact, LogRatio, Rational, lowest
from ...operation.family import twirl
from ...statements.stated import Stated
from ..expressions import Infix, Known, Test, Tests, call, function, times
from ..prose import Prose
from ..quoted import Found, plain
from ..shown import Claim
from ..subject import Subject, Told
from ..tree import Over, Row, Sign, Text, Word, flow, joined, number

WORDS = {
    "yield.inputs": "For pure inputs, and with the success probability of the claim {success:name}, one output of the"
    " claim {source:name} takes {inputs:math} inputs.",
    "yield.inputs.several": "For pure inputs, and with the success probability of the claim {success:name}, one output"
    " of the claim {source:name} takes {inputs:math} inputs: {count:count} outputs of a block are counted, those with"
    " the target and the order of the claim {of:name}.",
    "yield.inputs.single": "For pure inputs, and with the success probability of the claim {success:name}, one output"
    " of the claim {source:name} takes {inputs:math} inputs: of a block only output {output:count} is counted, since"
    " no other has its target and its order.",
    "yield.inputs.joint": "For pure inputs, and with the success probability of the claim {success:name}, all"
    " {count:count} outputs of the claim {source:name} together, in their joint target, take {inputs:math} inputs.",
    "yield.exponent": "The exponent of the yield, from the order {order:count} of {what:what}, is",
    "yield.apart": "Outputs of one block are correlated. The exponent is that of a recursion in which outputs are used"
    " as inputs again, after a Clifford gate and the twirl, and no two inputs of a block come, at any level, from the"
    " same block.",
    "yield.once": "No claim says that a Clifford gate takes the joint target to a product of states of the inputs, so"
    " no recursion is claimed: the exponent only relates the order to the inputs of one level.",
    "yield.other-target": "The target of the outputs that are counted is not that of the family, up to a Clifford gate,"
    " so no recursion follows: the exponent only relates the order to the inputs of one level.",
    "yield.no-twirl": "No certified Clifford gates twirl the outputs to states of the family, so no recursion follows:"
    " the exponent only relates the order to the inputs of one level.",
    "value.inputs": "inputs per output of the claim {source:name}, for pure inputs, with the success probability of the"
    " claim {success:name}",
    "value.inputs.several": "inputs per output of the claim {source:name}, for pure inputs, with the success"
    " probability of the claim {success:name}, {count:count} outputs of a block counted",
    "value.inputs.joint": "inputs of all {count:count} outputs of the claim {source:name} together, for pure inputs,"
    " with the success probability of the claim {success:name}",
    "value.exponent": "yield exponent: log of the order of the claim {of:name} over log of the inputs per output",
    "value.exponent.joint": "yield exponent: log of the order of the claim {of:name} over log of the inputs of all"
    " {count:count} outputs together",
}
PROSE = Prose(WORDS)


def told(claim: Claim, subject: Subject) -> Told:
    """Inputs per output, and the exponent."""
    leading, inputs = subject.known[claim["of"]], flow(number(claim["inputs"]))
    order, source = leading["order"], subject.known[leading["of"]]
    log = Over(*(Row((Word("log"), Sign("("), number(x), Sign(")"))) for x in (order, claim["inputs"])))
    low, high = map(number, claim["exponent"])
    taken: dict[str, Any] = {"inputs": inputs, "success": claim["success-of"], "source": leading["of"]}
    if source["kind"] == "map":
        said = [PROSE.say("yield.inputs", **taken)]
    elif subject.joint(leading["of"]):
        said = [PROSE.say("yield.inputs.joint", count=subject.encoded, **taken)]
    elif claim["outputs"] == 1:
        said = [PROSE.say("yield.inputs.single", output=leading["output"], **taken)]
    else:
        said = [PROSE.say("yield.inputs.several", count=claim["outputs"], of=claim["of"], **taken)]
    said.append(PROSE.say("yield.exponent", order=order, what=subject.what(leading["of"], leading["output"])))
    said += recursion(claim, subject)
    return Told(said, [joined(flow(low, "less", log), flow("less", high))])


def recursion(claim: Claim, subject: Subject) -> list[Text]:
    """Whether the exponent is that of a recursion in which outputs are inputs again, and what that takes."""
    leading = subject.known[claim["of"]]
    source = subject.known[leading["of"]]
    if source["kind"] == "map":
        alone = source["output-match"] == "fidelity" and twirl(subject.stated.protocol) is None
        return [PROSE.say("yield.no-twirl")] if alone else []
    if subject.joint(leading["of"]):
        return [PROSE.say("yield.once")]
    reason = subject.recurs(leading["of"], leading["output"])
    if reason:
        return [PROSE.say(f"yield.{reason}")]
    return [PROSE.say("yield.apart")] if claim["outputs"] > 1 else []


def values(claim: Claim, subject: Subject) -> Found:
    """Inputs per output and yield exponent."""
    order = subject.known[claim["of"]]["order"]
    taken = {"success": claim["success-of"], "source": subject.known[claim["of"]]["of"]}
    named = PROSE.words("value.inputs", **taken)
    exponent = PROSE.words("value.exponent", of=claim["of"])
    if subject.joint(taken["source"]):
        named = PROSE.words("value.inputs.joint", count=subject.encoded, **taken)
        exponent = PROSE.words("value.exponent.joint", of=claim["of"], count=subject.encoded)
    elif claim["outputs"] > 1:
        named = PROSE.words("value.inputs.several", count=claim["outputs"], **taken)
    yield plain("inputs", named, claim["inputs"])
    inputs = rational(claim["inputs"])
    logs = Over(*(Row((Word("log"), Sign("("), number(str(x)), Sign(")"))) for x in (order, inputs)))
    exact = ratio(*lowest(fmpq(order), inputs)) or LogRatio(fmpq(order), inputs)
    yield "exponent", exponent, exact, flow(logs), None


def ratio(argument: fmpq, base: fmpq) -> Exact | None:
    """The ratio of two logarithms where it is rational: then `lowest` spells both numbers as powers of two."""
    exponents = [int(x.p).bit_length() - 1 for x in (argument, base)]
    if any(x.q != 1 or x.p != 1 << e for x, e in zip((argument, base), exponents, strict=True)):
        return None
    return Rational(fmpq(*exponents))


def self_tests(claim: Claim, stated: Stated) -> Tests:
    """The exponent, and the inputs that it is of."""
    yield from of_exponent(claim, stated.by_id)
    yield from of_sites(claim, stated.by_id, stated.protocol.sites(stated.protocol.output_of(claim["of"])))


def of_exponent(claim: Claim, known: Known) -> Tests:
    """Integer powers: p/q < log k/log N if and only if N^p < k^q."""
    order, inputs = known[claim["of"]]["order"], claim["inputs"]
    for end, relation in zip(claim["exponent"], ("<", ">"), strict=True):
        p, q = end.split("/")
        yield Test(f"the exponent is {'above' if relation == '<' else 'below'} {end}", f"({inputs})^{p}", relation,
                   f"{order}^{q}")  # fmt: skip


def of_sites(claim: Claim, known: Known, sites: int) -> Tests:
    """The inputs are the sites that stabilizers and the logical operators of the outputs act on, for each output."""
    num, den = function(known[claim["success-of"]], "success")
    accepted = Infix(call("at", num, 0), "/", call("at", den, 0))
    yield Test("inputs times outputs times p_succ(0) are the sites that are used",
               times(f"({claim['inputs']})", str(claim["outputs"]), accepted), "==", str(sites))  # fmt: skip
