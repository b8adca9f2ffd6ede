"""The sentences of a supplement, by id: `say` fills the fields of one, and nothing else writes prose.

Here are the sentences that belong to no kind of claims; those of a kind are in its file in `kinds`.

The fields are those of `words/sentences.py`; two kinds more hold what is not letters: `math` a formula, and `file` a
name in the letters of a file; and three are sentences of the catalogue inside others.  A sentence that says target,
pure, noise or threshold is printed only where the checker has certified a claim that establishes what the words mean:
the family is a pure state at parameter 0, and its infidelity to that state is c x with c > 0.  Others speak of states
and functions by their names.
"""

from __future__ import annotations

import re

from ..words.sentences import FIELD, Sentences
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
    "errata.none": "No published values about these protocols are among the claims beside the statements.",
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

    def say(self, identifier: str, **fields: str | int | Flow | Code) -> Text:
        """A sentence with its fields.  Raises KeyError for an id, and ValueError for a field, that is not in it."""
        inline = []
        for name, kind in FIELD.findall(self.templates[identifier]):
            value = fields.get(name)
            if kind in MARKS:
                inline.append(name)
                if not isinstance(value, Code if kind == "file" else Flow):
                    raise ValueError(f"{identifier}: the field {name} is a {kind}, not {value!r}")
            if kind in INSIDE and not (isinstance(value, Phrase) and value.identifier.startswith(INSIDE[kind])):
                raise ValueError(f"{identifier}: the field {name} is no sentence {INSIDE[kind]}*: {value!r}")
        line = self.lines.say(identifier, **{name: value for name, value in fields.items() if name not in inline})
        rest = iter(inline)
        found: list[Inline] = []
        for part in re.split(f"([{FORMULA}{LETTERS}])", line):
            value = fields[next(rest)] if part in (FORMULA, LETTERS) else part
            if value:
                found.append(value if isinstance(value, Flow | Code) else str(value))
        return tuple(found)

    def words(self, identifier: str, **fields: str | int) -> Phrase:
        """A sentence of letters only."""
        return Phrase("".join(map(str, self.say(identifier, **fields))), identifier)


SHARED = Prose({**PAGE, **QUANTITY, **COMMON, **VALUES, **WRITTEN})
say, words = SHARED.say, SHARED.words


def quotable(text: str) -> str:
    """Free text of a file on one line, to stand between quotation marks: without them, and without hidden marks."""
    line = " ".join(text.split()).replace('"', "'")
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in line) or "-"


def flat(text: Text) -> str:
    """A text as one line, with marks for formulas and names."""
    return "".join(FORMULA if isinstance(x, Flow) else LETTERS if isinstance(x, Code) else str(x) for x in text)
