"""Every sentence that the gate can print: one catalogue, from an id to a template with named fields.

`say` is the only way to a `Sentence`, and what the gate prints is made of Sentences: mypy refuses any other text, and
tests/gate/test_gate_sentences.py compares every printed line with the templates.  Fields hold numbers, names, other
sentences, and what others wrote; texts of the producer and of the checker stand in the field `reason`.
"""

# ruff: noqa: E501 - a sentence stands on one line
from __future__ import annotations

import re
from string import Formatter

MAX_FIELD = 400  # characters of a field that are printed


class Sentence(str):
    """A text that `say` made of a template."""

    __slots__ = ()


SENTENCES: dict[str, str] = {
    # one line of the claims, malformed
    "malformed": "{field}: expected {expected}, found {found}",
    "missing": "{field}: the key is missing; expected {expected}, found nothing",
    # numbers
    "exact-right": "{claimed} is the exact value",
    "exact-wrong": "{claimed} is {order} than the exact value {value}",
    "printed-right": "{claimed} is {value}, correctly {mode}",
    "printed-wrong": "{claimed} is not {value} {mode}; that is {printed}",
    "bound-above": "{claimed} is at least the exact value {value}",
    "bound-below": "{claimed} is at most the exact value {value}",
    "bound-wrong": "{claimed} is no {mode}: the exact value {value} is {order}",
    "approximate-right": "{claimed} is within {width} of the exact value {value}",
    "approximate-wrong": "{claimed} differs from the exact value {value} by more than {width}",
    # roots, logarithms, leading terms, lists
    "root-right": "the claimed root is the exact value {value}",
    "root-wrong": "the root is {claimed}, the exact value {value}",
    "root-ends": "the polynomial is 0 at {low} and at {high} and nowhere between, so it says no number",
    "root-count": "the polynomial has {count} roots between {low} and {high}, so it says no number",
    "root-outside": "{value} is not between {low} and {high}",
    "root-unknown": "the exact value is not known as a root of a polynomial",
    "logarithm-right": "log({argument})/log({base}) is the exact value {value}",
    "logarithm-wrong": "log({argument})/log({base}) is {claimed}, the exact value {value}",
    "logarithm-none": "the exact value is no ratio of logarithms",
    "logarithm-undecided": "{bits} bits do not decide log({argument})/log({base}) against a number",
    "logarithms-apart": "1024 bits do not tell the two logarithms apart",
    "order-wrong": "the order is {order}, not {claimed}",
    "term-judged": "order {order}; coefficient: {judged}",
    "entries-right": "all {count} entries agree",
    "entries-count": "{claimed} entries, not {count}",
    "entries-wrong": "at weight {weight} the number is {value}, not {claimed}",
    # functions
    "functions-right": "equal, by cross multiplication",
    "functions-parameters": "a function of {claimed} parameters, not of {parameters}",
    "functions-at": "at {point} the function is {value}, not {claimed}",
    "functions-exponent": "the cross products differ at exponent {exponents}",
    "series-right": "every coefficient through order {order}",
    "series-wrong": "the coefficient of order {order} is {value}, not {claimed}",
    "series-parameters": "the leading order is judged for one parameter",
    "series-pole": "the function has no value at 0",
    "function-size": "the function has {size} bits over one common denominator, and at most {limit} are read",
    "range-right": "on ({low}, {high}), by a sign certificate",
    "range-wrong": "at {parameter} = {point} the bound {claimed} is {order} the exact value {value}",
    "range-parameters": "bounds over a range are judged for one parameter",
    "range-outside": "states of the family have {parameter} from 0 to 1",
    "range-zero": "no point of the range contradicts the claim, but it bounds a certified function by the function 0, and the checker certifies no such bound; claim a sharper one",
    "range-relative": "a relative tolerance is one of the size of the claimed function, which changes its sign on the range",
    "range-product": "accepted and correct is a product of two certified functions, and bounds are certified of one: claim it at a point, exactly, or as leading order",
    "range-claimed-pole": "the claimed function is not certified to have a denominator without roots on the range",
    "range-exact-pole": "nothing is accepted at some point of the range, so that there is no output",
    "range-cost-sign": "the claimed number of inputs is not certified to be above 0 on the range",
    "range-unchecked": "the checker does not certify the bound: {reason}",
    # thresholds, samples
    "threshold-none": "there is no threshold, below which every input is improved: {output}_out is {relation} the input {input} for all {parameter} in (0, {bound}); at {parameter} = {point} it is {value}, and the input {given}",
    "threshold-none-infidelity": "there is no threshold, below which every input is improved: the infidelity of {output} is {relation} {input}, the infidelity of an input, for all {parameter} in (0, {bound}); at {parameter} = {point} it is {value}, and that of an input {given}",
    "threshold-words": "{judged}. Whether the claim is right then is a matter of words",
    "threshold-zero": "there is no threshold, and a bound that allows no noise says nothing",
    "threshold-unknown": "{protocol}: nothing is certified about a threshold",
    "threshold-not-derived": "no threshold is derived: {reason}",
    "only-between": "certified is only that the number is between {low} and {high}",
    "sample-right": "{accepted} of {runs}, where {value} is certified: between {low} and {high}, at significance {significance}",
    "sample-wrong": "{accepted} of {runs}, where {value} is certified: not between {low} and {high}, at significance {significance}",
    "sample-runs": "a count of {runs} runs: counts are judged up to {limit} runs",
    # the distance
    "logical": "{judged}: the operator {operator} of weight {weight} commutes with all stabilizers and is none of their products",
    "distance-right": "{claimed} is the distance: the operator {operator} of weight {weight} is logical, and none of the {count} lighter ones, all listed up to factors, is",
    "distance-bound-right": "{claimed} is {order} the distance: the operator {operator} of weight {weight} is logical",
    "distance-bound-listed": "{claimed} is {order} the distance: none of the {count} operators of weight below {weight}, all listed up to factors, is logical",
    "distance-wrong": "{claimed} is more than the distance: the operator {operator} of weight {weight} is logical",
    "distance-wrong-listed": "{claimed} is less than the distance: none of the {count} operators of weight below {weight}, all listed up to factors, is logical",
    "distance-undecided": "the distance is at least {low} (all {count} lighter operators were listed, up to factors) and at most {weight}: the operator {operator} is logical. More is not certified: {reason}",
    "distance-below": "the distance is at least {low} (all {count} lighter operators were listed, up to factors). More is not certified: {reason}",
    # readings
    "each-more": "{first}; next, {rest}",
    "each-output": "output {output}: {judged}",
    "one-reading": "{reading}: {judged}",
    "every-reading": "{reading}: {judged} (and so under every reading)",
    "two-readings": "right under {right}: {why_right}; wrong under {wrong}: {why_wrong}",
    "iterated": "{judged}; that is the threshold of iterated distillation, below which inputs flow to the target. For two parameters nothing is certified about one round, which the claim may mean",
    "round": "{judged}; that is the threshold of one round, by overlap with the target. The output is not shown to be a state of the family, and nothing is certified about iterated distillation, which the claim may mean",
    "round-right": "{judged}, as the threshold of one round, by overlap with the target: the output is not shown to be a state of the family",
    "by-overlap": "{judged}; the output is counted by its overlap with the target, and is not shown to be a state of the family",
    "iterated-right": "{judged}, as the threshold of iterated distillation, below which inputs flow to the target",
    "target-measured": "{judged}; measured to the target {target}{after}, which pure inputs do not give",
    "target-other": "{judged}. That is measured to the target {target}{after}, which pure inputs do not give. The claim may mean another target",
    "frame-other": "{judged}, after the Clifford with the matrix {matrix} and the shift {shift}{after}. After the one with the matrix {other} and the shift {moved}{after} the output is in the family as well, with other parameters. The claim may mean that one",
    "corrected-or-decoded": "the word corrected has two meanings. For outcomes undone by a Clifford the claim is wrong: {judged}; about decoding of errors nothing is certified",
    "group-decoded": "other claims {group} of this file say that errors are corrected and nothing is thrown away. For the certified protocol the claim is wrong: {judged}; about decoding of errors nothing is certified",
    "no-such-output": "there is no such output",
    # conventions about which nothing is known
    "noise-other": "the noise of the family {family} is {known}, not {claimed}",
    "noise-word": "nothing is known about noise that is called {claimed}; that of the family {family} is {known}",
    "noise-point": "{point} is not on the line of {noise} noise from the pure target to the maximally mixed state",
    "decoding": "the certified protocol decodes no errors, and nothing is certified about one that does",
    "correction-partial": "only generators in the file are corrected in what is certified about {protocol}, and {count} more stabilizers of Z type, which are independent of these, are no generators",
    "correction-possible": "nothing is certified about a protocol that corrects outcomes of {protocol}; a Clifford of the state file could correct {count} stabilizers of Z type",
    "correction-unsaid": "{judged}; counted is what has all stabilizers +1, nothing corrected. Times {p}^{count} it is not wrong: so much is accepted where the outcomes of {count} stabilizers are undone by Clifford gates that leave the inputs as they are. The claim may mean that protocol, about which nothing is certified",
    "filed-without": "{judged}. A Clifford correction seems to be missing in the file, on the sites {sites}: stillproof certify offers a code with it",
    "counted-selected": "{judged}; counted is what has all stabilizers +1, nothing corrected",
    "counted-corrected": "{judged}; counted are all outcomes of the stabilizers that a certified Clifford corrects",
    "no-correction": "{protocol}: nothing is certified about a protocol that corrects outcomes",
    "parameter-other": "{protocol} is about {known}, not about {claimed}",
    "parameter-threshold": "{protocol} has a threshold along depolarizing noise, in delta, eps or fidelity",
    "parameter-noise": 'an infidelity does not say along which noise: add "noise":"depolarizing"',
    "parameter-fidelity": "a first term is judged in delta or eps: at fidelity 0 a state is far from the target",
    "point-other": "{protocol} is about states by {known}, not by {claimed}",
    "point-parameter": "the parameter is {parameter}, and the point is in {point}: the claim speaks of the noise in two ways",
    "function-parameter": "a function of two parameters is one of {known}, not of {parameter}",
    "point-outside": "{point} is no state of the family",
    "point-pole": "nothing is accepted at this point, so that there is no output",
    "output-parameters": "{protocol} has one output, with {known}",
    "output-target": "the family {family} is not a pure target at 0 with an infidelity that grows from there, so that no output is certified to be better than an input",
    "output-unit": "the output {output} is a number without another unit, not in {claimed}",
    "output-counted": "the output is counted in {known}, not in {claimed}",
    "leading-parameters": "{protocol} has {known}, and leading terms and orders are judged for one parameter; claims of kind expansion have the first terms in both",
    "output-other": "{protocol} has the outputs {known}",
    "output-unchanged": "the infidelity of {output} is that of an input, for every input, so that it does not count as an output",
    "output-no-better": "the infidelity of {output} is not certified to be below that of an input close to the target, so that it does not count as an output",
    "outputs-apart": "the outputs have several orders, so that they cannot be counted together: orders {orders}; say which output",
    "outputs-targets": "the outputs have several targets, so that they cannot be counted together; say which output",
    "unit-family": "{protocol}: the family has no infidelity c x with c > 0, so that an output that is known by its infidelity is not counted in {unit}",
    "unit-together": 'all outputs together are certified by their infidelity and have no {unit}: add "unit":"eps"',
    "unit-target": 'output {output} is certified by its infidelity to another target than that of the family {family}, and has no {unit}: add "unit":"eps"',
    "cost-zero": "nothing is accepted at this point",
    "cost-function": "a number of inputs without the success probability is no function of the noise",
    "exponent-linear": "the leading term of the output is linear, so that there is no yield exponent above 0",
    "exponent-inputs": "{inputs} inputs for one output: no exponent",
    # protocols
    "no-code": "this is no stabilizer code: {reason}",
    "not-read": "not read: {reason}",
    "no-protocol": "no protocol is called {name}; the nearest names are {near}",
    "no-kind": "{protocol}: nothing is certified about its {kind}",
    "no-kind-because": "{protocol}: nothing is certified about its {kind}: {reason}",
    "no-suppression": "{protocol}: nothing is certified about a leading term of its output",
    "no-suppression-because": "nothing is certified about a leading term of the output: {reason}",
    "not-derived": "not derived: {reason}",
    "not-certified": "not certified: {reason}",
    "over-limit": "over a limit: {reason}",
    "dimension": "codes over F_p are judged up to p = {limit}, this one has p = {p}; only its distance is looked for",
    "no-state-known": "no state of the fixtures has p = {p}, and the claim names none",
    "broken": "stillproof broke on this claim, which is a fault of its own: {error} in {place}",
    # distillation units: JSON of the resource estimator
    "formula-judged": "{name} = {formula}, if it is meant as {mode}: {judged}",
    "formula-judged-without": "{name} = {formula}, where {rates} is 0, if it is meant as {mode}: {judged}",
    "formula-open": "{judged}. Meant as {right} it is not wrong: --say as=WORD says how the file means it",
    "formula-parameter": "{judged}. --say parameter=NAME says in which parameter the file has its input error rate",
    "formula-range": "{right}, and not on (0, {wide}): {judged}. --say range=0,{width} says where it is meant to hold",
    "formula-sign": "{judged} (in this language a sign comes before a power: -z^2 is the square of -z)",
    "formula-clifford": "{part} in {name}: no state family here has errors of Clifford gates or of readout, so nothing is certified about {rates}",
    "formula-zero": "{name} = {formula} is 0, which has no leading order",
    "formula-pole": "{formula} has no value where {rates} is 0",
    "formula-word": "{formula}: {word} is not judged; what is read exactly are numbers, rates, + - * / and ^ with an integer, and brackets",
    "formula-exponent": "{formula}: the exponent at character {place} is no integer, and only such powers are read exactly",
    "formula-long": "a formula of more than {limit} characters",
    "formula-deep": "a formula with more than {limit} brackets within brackets",
    "formula-size": "a formula whose polynomials are larger than degree {limit} or {terms} terms, or have very long coefficients",
    "formula-counts": "the unit {unit} is {inputs}-to-{outputs}, as {protocol} is",
    "formula-counts-named": "the unit {unit} is {inputs}-to-{outputs}, as {protocol} is, for which its name is taken",
    "formula-counts-wrong": "the unit {unit} is {inputs}-to-{outputs}, and {protocol} is {n}-to-{k}",
    "formula-other": "not judged: the unit {unit} is not shown to be this protocol",
    "formula-protocol": "the file does not say which protocol the unit {unit} is: --say protocol=ID. Protocols that are {inputs}-to-{outputs} here, for qubits: {near}",
    "formula-ignored": "the unit {unit} has a name, and the estimator ignores everything else in it: {keys}",
    "file-many-units": "{source}: more than {limit} distillation units",
    # programs that are asked
    "program-declines": "the program declines: {reason}",
    "program-broken": "the program {fault}",
    "program-broken-saying": "the program {fault}. Its standard error ends with: {text}",
    "program-not-asked": "not asked, after {count} questions without an answer",
    "program-question": "took no question for {seconds} s",
    "program-long": "answered with a line of more than {limit} bytes",
    "program-late": "gave no answer in {seconds} s",
    "program-closed": "closed its input or output",
    "program-code": "ended with exit code {code}",
    "program-signal": "was ended by signal {signal}",
    "program-stays": "still runs, or something holds its output open, {seconds} s after the last question",
    "program-more": "says more than it was asked: {text}",
    # a file as a whole
    "file-empty": "{source}: expected at least one claim, found none",
    "file-wrong": "{where}: expected {expected}, found {found}",
    "file-long-line": "{where}: a line of more than {limit} bytes",
    "file-many-lines": "{where}: more than {limit} lines",
    "deviation": "{claim}: {verdict}, expected {expected}",
    "deviation-missing": "{claim}: no such claim, expected {expected}",
    "shortfall": "nothing is certified: {coverage}",
    "shortfall-all": "not every claim is certified, as --require-all asks: {coverage}",
    "no-line-id": "line {line}",
    # lines of the reports
    "line": "{source}:{line}: {verdict}  {claim}: {reason}",
    "line-witness": "    witness {witness}",
    "line-malformed": "malformed  {reason}",
    "line-unexpected": "unexpected  {reason}",
    "line-summary": "{word}: {coverage} (exit code {code})",
    "coverage": "{certified} of {total} claims certified{rest}",
    "annotation-summary": "stillproof gate: {coverage}",
    "annotation": "{verdict} {claim}: {reason}",
    "case": "line {line}: {verdict}: {reason}",
    "case-from": "{file}:{place}: line {line}: {verdict}: {reason}",
    "result": "{claim}: {reason}",
}


def say(identifier: str, /, **fields: object) -> Sentence:
    """The sentence with this id.  Raises KeyError for an id or a field that is not in the catalogue."""
    return Sentence(SENTENCES[identifier].format_map({key: shown(value) for key, value in fields.items()}))


def again(text: str) -> Sentence:
    """A sentence that comes back from the disk, where rows are kept as JSON."""
    return Sentence(text)


def shown(value: object) -> str:
    """A field as it is printed: a long text is cut, a sentence within a sentence is not."""
    text = str(value)
    return text if isinstance(value, Sentence) or len(text) <= MAX_FIELD else text[: MAX_FIELD - 10] + " ..."


def fields(identifier: str) -> set[str]:
    """The names of the fields of a template."""
    return {name for _, name, _, _ in Formatter().parse(SENTENCES[identifier]) if name}


def pattern(identifier: str) -> re.Pattern[str]:
    """What a printed sentence with this id looks like; its fields are named groups, and equal where they come again."""
    found, seen = "", set()
    for text, name, _, _ in Formatter().parse(SENTENCES[identifier]):
        found += re.escape(text)
        if name:
            found += f"(?P={name})" if name in seen else f"(?P<{name}>.*?)"
            seen.add(name)
    return re.compile(found, re.DOTALL)
