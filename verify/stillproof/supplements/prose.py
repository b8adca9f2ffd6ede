"""The sentences of a supplement, by id: `say` fills the fields of one, and nothing else writes prose.

Here are the sentences that belong to no kind of claims; those of a kind are in its file in `kinds`.

The fields are those of `words/sentences.py`; three kinds more hold what is not letters: `math` a formula, `file` a
name in the letters of a file, and `typeset` a text with both; and three are sentences of the catalogue inside others.
A sentence that says target, pure, noise or threshold is printed only where the checker has certified a claim that
establishes what the words mean: the family is a pure state at parameter 0, and its infidelity to that state is c x with
c > 0.  Others speak of states and functions by their names.
"""

from __future__ import annotations

import re

from ..words.sentences import FIELD, Sentences
from .tree import Code, Flow, Inline, Link, Tex, Text

FORMULA, LETTERS, MIXED = "\ue000", "\ue001", "\ue002"  # where a formula, a name of a file, and both stand in a line
MARKS = {"file": LETTERS, "math": FORMULA, "typeset": MIXED}
TYPES = {"file": Code, "math": Flow, "typeset": tuple}
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
    "claim.convention": "Convention: {convention:typeset}.",
    "claim.lemmas": "Line {line:count} of the statement and of the certificate. Lemmas, {lemmas:text}.",
    "claim.theorem": "Also checked by Coq's kernel: {theorem:file}.",
    "errata.intro": "Published values about these protocols that are wrong, or right under one convention and wrong"
    " under another. The claims were judged against the certified ones, each with a witness that can be checked by"
    " hand.",
    "erratum.where": 'place, as its author writes: "{where:quote}"; about {protocol:text}',
    "erratum.said": "It says: {said:text}.",
    "erratum.why": "But: {why:text}.",
    "erratum.witness": "Witness: {witness:file}",
    "errata.none": "No published values about these protocols are among the claims beside the statements.",
    "errata.counts": "Published values about these protocols that are on record: {judged:count}. Right as they stand:"
    " {right:count}; wrong or ambiguous: {wrong:count}; outside what is certified: {declined:count}.",
    "notes.intro": "Where a published value or sentence is wrong, ambiguous, or weaker than what is certified; written"
    " by people, with the claims that show it. A name of a protocol or a claim is one of stillproof, and need not be in"
    " this supplement.",
    "lemma.intro": "The lemmas on which the verdicts rest, and those that their proofs cite: {count:count} in all. They"
    " are those of stillproof's documentation, word for word. A proof is for people to read: no program has checked it,"
    " except where a theorem in Coq is named.",
    "lemma.formal": "{name:name}, formal: {theorem:file}",
    "lemma.paper": "{name:name}, not yet formal",
}

BELIEVE = {  # on one page: what a verdict rests on
    "believe.intro": "The word certified means that a program found no fault in {total:count} claims. Here is what that"
    " rests on, in the order in which a doubt should be raised.",
    "believe.words": "The checker reads the statements {statements:file}, and the codes {codes:file} and states"
    " {states:file} that they name by SHA-256. It does not read this document. The sentences and formulas"
    " here are written by stillproof from the fields of the claims; where a sentence and a field differ, the field was"
    " checked. The convention under each claim is fixed text that the checker compares, so that no claim can carry"
    " another convention than the one that is checked. Words between quotation marks are copied from the files, and"
    " nothing checks them.",
    "believe.ideal": "Where a claim is about the output of a protocol, the inputs are independent copies of one state,"
    " and the stabilizers are measured and the output is decoded without error. Nothing is said of faulty gates or"
    " measurements.",
    "believe.checker": "The checker is in this folder: {script:file} starts {files:count} files {names:file} of Python"
    " with {lines:count} lines in all, comments included. It computes with exact integers and fractions, and needs no"
    " package. Its code, a Python interpreter with its standard library, and the machine that runs them have to be"
    " believed, and so has SHA-256. The certificates {certificates:file} need not be believed: a wrong one is refused."
    " Nor do the programs that found them, and no other file of this folder is read for a verdict.",
    "believe.lemmas": "The checker tests the hypotheses of a lemma by exact arithmetic, and the lemma draws the"
    " conclusion. {total:count} lemmas stand at the end of this document with their proofs. A theorem in Coq proves"
    " {formal:count} of them, some of them only in the case that is named there. The other {paper:count} are proved for"
    " people only. If a proof is wrong, every claim that names its lemma is in doubt.",
    "believe.kernel": "{formal:count} of the {total:count} claims are also checked on a second road, which shares"
    " nothing with the checker in Python and uses no lemma that is proved for people only. Coq's kernel"
    " runs a checking function on the claim, and a theorem says that this function accepts only claims that hold, as"
    " statements about complex matrices. This road rests on Coq's kernel, on the definitions that say what a code, a"
    " state and an output are, and on the program that writes a claim of the statement as a proposition of Coq. No"
    " axiom is used. The theory is not in this folder: it is the folder {theory:file} of stillproof.",
    "believe.kernel.none": "None of the {total:count} claims is checked by Coq's kernel: they rest on the checker and"
    " on its lemmas alone.",
    "believe.others": "The files {values:file} and {python:file} compute certified values again, in five other systems."
    " Each says at its beginning whether stillproof's tests execute it. No verdict rests on them.",
    "believe.try": "To see a refusal: change a digit in a file {certificates:file}, write the manifest again with"
    " {command:file}, and run the checker.",
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

VALUES = {  # words of numbers, and of their macros
    "value.success": "success probability where {x:names} = 0, all outcomes +1",
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

COMMON = {  # what the words of several kinds have in common
    "frame": "The output is taken after the Clifford of the claim {of:name}.",
    "fields": "The fields of the claim, with the convention below.",
}


class Phrase(str):
    """A sentence that was said, and its id: it may stand inside another one."""

    identifier: str

    def __new__(cls, text: str, identifier: str) -> Phrase:
        """Letters, as `Prose.words` joins them."""
        found = super().__new__(cls, text)
        found.identifier = identifier
        return found


def plain(template: str) -> str:
    """A template for `Sentences`: marks for fields that are not letters, text for sentences inside sentences."""
    return FIELD.sub(
        lambda field: MARKS.get(field[2], f"{{{field[1]}:text}}" if field[2] in INSIDE else field[0]), template
    )


class Prose:
    """A table of sentences by id."""

    def __init__(self, templates: dict[str, str]):
        self.templates = templates
        self.lines = Sentences({identifier: plain(template) for identifier, template in templates.items()})

    def say(self, identifier: str, **fields: str | int | Flow | Code | Text) -> Text:
        """A sentence with its fields.  Raises KeyError for an id, and ValueError for a field, that is not in it."""
        inline = []
        for name, kind in FIELD.findall(self.templates[identifier]):
            value = fields.get(name)
            if kind in MARKS:
                inline.append(name)
                if not isinstance(value, TYPES[kind]):
                    raise ValueError(f"{identifier}: the field {name} is a {kind}, not {value!r}")
            if kind in INSIDE and not (isinstance(value, Phrase) and value.identifier.startswith(INSIDE[kind])):
                raise ValueError(f"{identifier}: the field {name} is no sentence {INSIDE[kind]}*: {value!r}")
        line = self.lines.say(identifier, **{name: value for name, value in fields.items() if name not in inline})
        rest = iter(inline)
        found: list[Inline] = []
        for part in re.split(f"([{FORMULA}{LETTERS}{MIXED}])", line):
            value = fields[next(rest)] if part in MARKS.values() else part
            if isinstance(value, tuple) and not isinstance(value, Flow | Code):
                found += value
            elif value:
                found.append(value if isinstance(value, Flow | Code) else str(value))
        return tuple(found)

    def words(self, identifier: str, **fields: str | int) -> Phrase:
        """A sentence of letters only."""
        return Phrase("".join(map(str, self.say(identifier, **fields))), identifier)


SHARED = Prose({**PAGE, **BELIEVE, **QUANTITY, **COMMON, **VALUES, **WRITTEN})
say, words = SHARED.say, SHARED.words


def quotable(text: str) -> str:
    """Free text of a file on one line, to stand between quotation marks: without them, and without hidden marks."""
    line = " ".join(text.split()).replace('"', "'")
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in line) or "-"


def flat(text: Text) -> str:
    """A text as one line, with marks for formulas and names."""
    return "".join(
        FORMULA if isinstance(x, Flow | Tex) else LETTERS if isinstance(x, Code | Link) else str(x) for x in text
    )
