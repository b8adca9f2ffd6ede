"""Every sentence that a supplement prints, by id: `say` fills its fields, and nothing else writes prose.

The fields are those of `stillproof.sentences`; two kinds more hold what is not letters: `math` a formula, and `file` a
name in the letters of a file; and three are sentences of the catalogue inside others.  A sentence that says target,
pure, noise or threshold is printed only where the checker has certified a claim that establishes what the words mean:
the family is a pure state at parameter 0, and its infidelity to that state is c x with c > 0.  Others speak of states
and functions by their names.
"""

from __future__ import annotations

import re

from ..sentences import FIELD, KINDS, Sentences
from .tree import Code, Flow, Inline, Text

FORMULA, LETTERS = "\ue000", "\ue001"  # where a formula and a name in the letters of a file stand in a plain line
MARKS = {"file": LETTERS, "math": FORMULA}
INSIDE = {"placement": "placement.", "value": "value.", "what": "quantity."}  # kinds of sentences inside others

PAGE = {
    "page.title": "Supplement: exact claims and their certificates",
    "page.count": "{total:count} claims about {names:names}, every one certified by the checker that is in this folder,"
    " when this was written. To check them again, offline, with Python 3.10 or later and nothing else, run",
    "page.last-line": "It must end with exit code 0 and the line",
    "page.shows": "This only shows what the statements say. What is checked is the statements themselves: the files"
    " {files:file}, with one claim on every line, about the codes and states that they name by SHA-256.",
    "page.formal": "{count:count} of the claims are also checked by Coq's kernel, through a second checker that is"
    " proved to be sound; they name their theorems.",
    "page.contents": "{name:name}: {count:count} claims",
    "section.state": 'The author of the states writes: "{source:quote}"',
    "section.source": 'The author of the statement writes: "{source:quote}"',
    "section.statement": "SHA-256 of the statement: {digest:file}",
    "section.certificate": "SHA-256 of the certificate: {digest:file}",
    "claim.place": '{kind:name}; place, as its author writes: "{place:quote}"',
    "claim.printed": "In print: {words:value} {value:math}",
    "claim.printed.exact": "In print: {words:value} {value:math}, exactly {exact:math}",
    "claim.convention": "Convention: {convention:text}.",
    "claim.lemmas": "Line {line:count} of the statement and of the certificate. Lemmas, {lemmas:text}.",
    "claim.theorem": "Also checked by Coq's kernel: {theorem:file}.",
    "errata.intro": "Published values about these protocols that are wrong, or right under one convention and wrong"
    " under another. The claims were judged against the certified ones, each with a witness that can be checked by"
    " hand.",
    "erratum.where": 'place, as its author writes: "{where:quote}"; about {protocol:text}',
    "erratum.said": "It says: {said:text}.",
    "erratum.why": "But: {why:text}.",
    "erratum.witness": "Witness: {witness:file}",
    "errata.none": "No published values about these protocols are on record.",
    "errata.counts": "Published values about these protocols that are on record: {judged:count}. Right as they stand:"
    " {right:count}; wrong or ambiguous: {wrong:count}; outside what is certified: {declined:count}.",
    "notes.intro": "Where a published value or sentence is wrong, ambiguous, or weaker than what is certified; written"
    " by people, with the claims that show it. A name of a protocol or a claim is one of stillproof, and need not be in"
    " this supplement.",
    "lemma.formal": "{name:name}, formal: {theorem:file}",
    "lemma.paper": "{name:name}, not yet formal",
}

QUANTITY = {  # what a function measures, inside other sentences; none of them says more than the claim it is from
    "quantity.parameter": "the parameter {x:name} of the output of the claim {of:name}",
    "quantity.output": "the infidelity of the output of the claim {of:name} to the state {state:name}",
    "quantity.overlap": "the parameter {x:name}, by overlap with the state {state:name}, of the output of the claim"
    " {of:name}",
    "quantity.one": "the infidelity of output {output:count} to its part of the state of the claim {of:name}",
    "quantity.product": "the infidelity of all {count:count} outputs together to the product state of the claim"
    " {of:name}",
    "quantity.joint": "the infidelity of all {count:count} outputs together to the joint state of the claim {of:name}",
    "quantity.success": "the success probability of the claim {of:name} with all outcomes +1",
    "quantity.corrected": "the success probability of the claim {of:name}, with the outcomes of the stabilizers"
    " {numbers:numbers} corrected",
}

CODES = {
    "code": "The stabilizers and logical operators of {file:file} are those of a code {parameters:math}: the"
    " stabilizers commute and are independent, the logical operators commute with them and are conjugate to each other,"
    " and the least weight of a logical operator that is not trivial is {distance:math}.",
    "code.projector": "Below, {projector:math} is the projector onto the code.",
    "clifford": "The matrix {v:math} is a Clifford unitary, determined up to a phase by what it does to the"
    " displacement operators at b = (1,0) and (0,1), with {phases:text}.",
    "clifford.sends": "Of the states of the family it sends {pairs:text}.",
    "symmetry": "The unitary {v:math} on every site commutes with the projector of the code.",
    "logical-action": "The unitary {v:math} on every site acts on the encoded qudit as {u:math}, phases included;"
    " {w:math} is the encoding isometry.",
    "twirl": "The average over the group generated by {names:names}, of order {order:count} up to phases, takes every"
    " matrix to a combination of the projector of the target {state:name} and the identity. So a state of any form"
    " becomes the state of the family with the same infidelity, if there is one, which is so up to {most:math}. The"
    " infidelity to the target is",
    "enumerator": "The coefficient of {power:math} counts the operators of weight {w:math}, phases left out, in the"
    " stabilizer group ({a:math}) and in its normalizer ({b:math}).",
    "class-enumerator": "For each of {cosets:count} cosets of the stabilizer group: how many of its operators have"
    " given numbers of sites in the {classes:count} classes of displacement operators, by phase; {terms:count} terms.",
    "class-enumerator.long": "They are in the line of the statement that is named below.",
    "classification": "Up to signed permutations of the coordinates there are exactly {classes:count} maximal"
    " self-orthogonal ternary codes of length {length:count}; all have dimension {dimension:count}. The rows of a"
    " generator matrix are words over 0, 1, 2.",
    "graph-form": "Unitaries on the sites, one for each, and row operations take the encoded state 0 to the graph state"
    " below: {vertices:count} vertices and {edges:count} edges with weights. The matrix F of a site is the one by which"
    " its unitary acts on displacement operators, row after row; digit j of the edges of vertex i is the weight of the"
    " edge from i to j, both counted from 0. Logical X becomes the product of the powers of Z in the last columns.",
}

MAPS = {
    "map": "All {count:count} inputs are in the same state of the family; every stabilizer is measured, and only the"
    " outcome +1 of every one is accepted. Then the output is decoded.",
    "map.frame": "The output is taken after the Clifford with F = {f:matrix} and shift {shift:matrix}.",
    "map.twirl": "The output is twirled over the group of {names:names}.",
    "map.state": "The output then has the form of the family: it is a state of the family where the parameters below"
    " are not negative and add up to at most 1. The probability of acceptance, and the parameters of the output, are",
    "map.overlap": "The output is not claimed to be a state of the family: only its overlap with the state {state:name}"
    " is known. Where the parameter below is from 0 to 1, the state of the family there has that overlap. The"
    " probability of acceptance, and the parameter, are",
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
    "outputs.whole": "That state is no product, so there are no infidelities of single outputs.",
    "expansion": "Every term through total degree {degree:count} of {what:what}:",
    "correction": "If the stabilizers number {numbers:numbers} of the code file are measured first, powers of the"
    " Clifford {clifford:name} on every site turn any outcome into +1, and the output is as before. Then the"
    " probability of acceptance is",
    "term-weights": "The inputs are a mixture of product states {x:math}. The sum of {weight:math} over those with"
    " {k:math} sites in another state than {state:name}, for every encoded state {e:math} of the family:",
    "projection": "The product state {x:math} has {states:placement}.",
    "projection.all": "The product state {x:math} has {states:placement}. For the {total:count} placements:",
    "projection.counts": "The product state {x:math} has {states:placement}. For {counts:numbers} of the {total:count}"
    " placements, in this order:",
    "placement.others": "{others:text} on {count:count} of the sites, and {state:name} on the others",
    "placement.all": "{state:name} on every site",
    "suppression": "Near the pure state {state:name}, that is for small noise {x:name}, {what:what} is",
    "suppression.input": "One input has the infidelity {input:math} to that state.",
    "frame": "The output is taken after the Clifford of the claim {of:name}.",
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

NUMBERS = {
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
    "radicals": "The threshold of the claim {of:name}, in the parameter {x:name}, in radicals:",
    "radicals.cubic": "The threshold of the claim {of:name}, in the parameter {x:name}, in radicals, where cube roots"
    " are real:",
    "quotient": "The number of the claim {of:name} divided by that of the claim {over:name}, both in {unit:text}:",
    "quotient.smaller": "So the first number is smaller.",
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
    "yield.once": "The joint target is not the state of the inputs, so outputs are no inputs of a next level: the"
    " exponent only relates the order to the inputs of one level.",
    "yield.other-target": "The target of the outputs that are counted is not that of the family, up to a Clifford gate,"
    " so no recursion follows: the exponent only relates the order to the inputs of one level.",
    "yield.no-twirl": "No certified Clifford gates twirl the outputs to states of the family, so no recursion follows:"
    " the exponent only relates the order to the inputs of one level.",
    "wigner": "The discrete Wigner function of the family, row {u:math}, column {v:math}, counted from 0, has a"
    " negative value for {below:math} and none for {above:math}. Stabilizer operations make no state with a negative"
    " value from states without one.",
    "printed": "The printed value {value:math} is the correct rounding of the exact one, from the claim {of:name}: the"
    " {words:value}.",
}

PLANES = {
    "trapping": "Every point of the triangle shrunk by the factor {ratio:math} towards the point below flows to it when"
    " the map is applied again and again: each step brings it nearer by the factor {contraction:math} or more, in the"
    " gauge of the convention. So the point is an attractor.",
    "basin": "The triangle of states is cut into cells. In each cell all points, not only samples, reach the trapping"
    " region named here after at most {steps:count} steps; the area is a part of that of the triangle, exactly, and as"
    " a decimal that is cut off. Of the points in undecided cells nothing is said.",
    "basin-threshold": "On the segment below, every point with {x:math} at most the smaller number flows to the point"
    " of {region:name} when the map is applied again and again, and no point with {x:math} at least the larger number"
    " does.",
    "basin-threshold.depolarizing": "The segment goes from the state {state:name} to the maximally mixed one: {x:math}"
    " is the rate of depolarizing noise.",
    "fixed-points": "These are all fixed points of the map in the triangle; the eigenvalues are those of its"
    " derivative. Decimals are within half a unit of their last digit, everything else is exact.",
    "flow": "The first point flows to the second one when the map is applied again and again.",
    "fields": "The fields of the claim, with the convention below.",
}

VALUES = {
    "value.sites": "sites of the code",
    "value.encoded": "encoded qudits",
    "value.distance": "distance of the code",
    "value.success": "success probability where {x:names} = 0, all outcomes +1",
    "value.success.corrected": "success probability where {x:names} = 0, with the corrections of the claim {of:name}",
    "value.order": "order in {x:name} of {what:what}",
    "value.coefficient": "coefficient of {x:name}^{order:count} in {what:what}",
    "value.threshold": "threshold of {what:what}, in the parameter {x:name}",
    "value.threshold.infidelity": "threshold of {what:what}, as the infidelity of one input",
    "value.edge": "edge of the basin of {region:name}, as a place on the segment from ({start:numbers}) to"
    " ({end:numbers})",
    "value.quotient": "number of the claim {of:name} divided by that of the claim {over:name}, both in {unit:text}",
    "value.inputs": "inputs per output of the claim {source:name}, for pure inputs, with the success probability of the"
    " claim {success:name}",
    "value.inputs.several": "inputs per output of the claim {source:name}, for pure inputs, with the success"
    " probability of the claim {success:name}, {count:count} outputs of a block counted",
    "value.inputs.joint": "inputs of all {count:count} outputs of the claim {source:name} together, for pure inputs,"
    " with the success probability of the claim {success:name}",
    "value.exponent": "yield exponent: log of the order of the claim {of:name} over log of the inputs per output",
    "value.exponent.joint": "yield exponent: log of the order of the claim {of:name} over log of the inputs of all"
    " {count:count} outputs together",
    "value.wigner": "{x:name} from which on the Wigner function has no negative value",
    "value.group": "order of the group that is twirled over, up to phases",
    "value.infidelity": "infidelity of the family to its target, divided by {x:name}",
    "macro.exact": "{words:value}, claim {claim:name}, exactly",
    "macro.polynomial": "{words:value}, claim {claim:name}: it is a root of this",
    "macro.above": "{words:value}, claim {claim:name}: it is above this",
    "macro.below": "{words:value}, claim {claim:name}: it is below this",
    "macro.digit": "{words:value}, claim {claim:name}, to 1 digit",
    "macro.digits": "{words:value}, claim {claim:name}, to {digits:count} digits",
}

WRITTEN = {  # what the command says when it is done
    "written.folder": "{folder:text}: {files:count} files, {size:count} bytes, protocols: {names:names}",
    "written.not": "not written: {file:name}: {reason:text}",
    "written.manifest": "MANIFEST.sha256 has the SHA-256 {digest:name}",
    "written.certified": "CERTIFIED: {count:count} of {total:count} claims, by the checker in that folder",
}

CATALOGUE = {**PAGE, **QUANTITY, **CODES, **MAPS, **NUMBERS, **PLANES, **VALUES, **WRITTEN}


def plain(template: str) -> str:
    """A template for `Sentences`: marks for fields that are not letters, text for sentences inside sentences."""
    return FIELD.sub(
        lambda field: MARKS.get(field[2], f"{{{field[1]}:text}}" if field[2] in INSIDE else field[0]), template
    )


def pattern(template: str) -> str:
    """The regular expression of the lines that a template gives."""
    found = ""
    for part in re.split(r"(\{\w+:\w+\})", template):
        field = FIELD.fullmatch(part)
        if field is None:
            found += re.escape(part)
        elif field[2] in INSIDE:
            found += f"(?:{'|'.join(pattern(CATALOGUE[identifier]) for identifier in inner(field[2]))})"
        else:
            found += MARKS.get(field[2]) or f"(?:{KINDS[field[2]]})"
    return found


def inner(kind: str) -> list[str]:
    """The ids of the sentences that may stand inside others as a field of this kind."""
    return [identifier for identifier in CATALOGUE if identifier.startswith(INSIDE[kind])]


SENTENCES = Sentences({identifier: plain(template) for identifier, template in CATALOGUE.items()})
PATTERNS = {identifier: re.compile(pattern(template)) for identifier, template in CATALOGUE.items()}


def say(identifier: str, **fields: str | int | Flow | Code) -> Text:
    """A sentence with its fields.  Raises KeyError for an id, and ValueError for a field, that is not in it."""
    inline = []
    for name, kind in FIELD.findall(CATALOGUE[identifier]):
        value = fields.get(name)
        if kind in MARKS:
            inline.append(name)
            if not isinstance(value, Code if kind == "file" else Flow):
                raise ValueError(f"{identifier}: the field {name} is a {kind}, not {value!r}")
        if kind in INSIDE and not any(PATTERNS[other].fullmatch(str(value)) for other in inner(kind)):
            raise ValueError(f"{identifier}: the field {name} is no sentence {INSIDE[kind]}*: {value!r}")
    line = SENTENCES.say(identifier, **{name: value for name, value in fields.items() if name not in inline})
    rest = iter(inline)
    found: list[Inline] = []
    for part in re.split(f"([{FORMULA}{LETTERS}])", line):
        value = fields[next(rest)] if part in (FORMULA, LETTERS) else part
        if value:
            found.append(value if isinstance(value, Flow | Code) else str(value))
    return tuple(found)


def words(identifier: str, **fields: str | int) -> str:
    """A sentence of letters only."""
    return "".join(map(str, say(identifier, **fields)))


def quotable(text: str) -> str:
    """Free text of a file on one line, to stand between quotation marks: without them, and without hidden marks."""
    line = " ".join(text.split()).replace('"', "'")
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in line) or "-"


def flat(text: Text) -> str:
    """A text as one line, with marks for formulas and names."""
    return "".join(FORMULA if isinstance(x, Flow) else LETTERS if isinstance(x, Code) else str(x) for x in text)


def which(line: str) -> list[str]:
    """The ids of the sentences that a printed line may be, the one with the most words of its own first."""
    found = [identifier for identifier, compiled in PATTERNS.items() if compiled.fullmatch(line)]
    return sorted(found, key=lambda identifier: -len(FIELD.sub("", CATALOGUE[identifier])))
