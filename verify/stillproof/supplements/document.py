"""What the documents say, before it is TeX or HTML: protocols, their claims with verdict and lemmas, and values."""

from __future__ import annotations

from typing import Any, NamedTuple

from ..files.places import root
from ..statements.stated import Stated
from .believe import Believed, believed
from .conventions import typeset
from .evidence import Evidence, Lemma
from .kinds import KINDS
from .proofs import Proofs, proofs
from .prose import quotable, say
from .quoted import Value, cut_off
from .subject import Subject, Told
from .tree import Flow, Text, flow, number
from .values import values


class Shown(NamedTuple):
    """A claim: what it says, how it was decided, and on which lemmas that rests."""

    id: str
    kind: str
    place: str
    convention: Text
    verdict: str
    told: Told
    printed: list[Text]
    lemmas: list[tuple[str, str | None]]
    theorems: list[str]
    line: int


class Quoted(NamedTuple):
    """A value: what it is, the claim, as printed, exactly, and as a decimal."""

    words: str
    claim: str
    printed: str
    exact: Flow | None
    decimal: Flow | None
    verdict: str


class Section(NamedTuple):
    """A protocol."""

    name: str
    title: str
    source: str
    state_source: str
    statement: str
    certificate: str
    claims: list[Shown]
    quoted: list[Quoted]


class Document(NamedTuple):
    """Everything that the two renderings show; `lemmas` are those of the verdicts, and those that their proofs cite."""

    sections: list[Section]
    lemmas: dict[str, Lemma]
    proofs: Proofs
    believed: list[Believed]
    last_line: str

    @property
    def formal(self) -> int:
        """The claims that Coq's kernel checks."""
        return sum(bool(claim.theorems) for section in self.sections for claim in section.claims)

    @property
    def total(self) -> int:
        """All claims."""
        return sum(len(section.claims) for section in self.sections)


def describe(claim: dict[str, Any], subject: Subject) -> Told:
    """What a claim says."""
    return KINDS[claim["kind"]].told(claim, subject)


def document(found: Evidence, stated: dict[str, Stated], last_line: str) -> Document:
    """The document on the evidence, with what the checker has certified of its statements."""
    sections = [section(Subject(stated[name]), found) for name in found.names]
    used = {lemma for one in stated.values() for rests in one.lemmas.values() for lemma in rests}
    proved = proofs(root(), used)
    lemmas = {name: lemma for name, lemma in found.lemmas.items() if name in proved.lemmas}
    total = sum(len(part.claims) for part in sections)
    formal = sum(bool(claim.theorems) for part in sections for claim in part.claims)
    return Document(sections, lemmas, proved, believed(found, lemmas, total, formal), last_line)


def section(about: Subject, found: Evidence) -> Section:
    """One protocol."""
    name, quoted = about.name, values(about)
    return Section(
        name,
        f"{about.code['name']} and {about.state['name']}",
        quotable(about.stated.origin),
        quotable(about.state.get("source", "")),
        found.statements[name],
        found.certificates[name],
        [claim_shown(claim, line, about, found, quoted) for line, claim in enumerate(about.stated.claims, 2)],
        [quote(value, about.stated.verdict(value.claim)) for value in quoted],
    )


def claim_shown(claim: dict[str, Any], line: int, about: Subject, found: Evidence, quoted: list[Value]) -> Shown:
    """One claim."""
    printed: list[Text] = []
    for value in quoted:
        if value.claim == claim["id"]:
            for text in value.printed:
                printed.append(in_print(value, text))
    return Shown(
        claim["id"],
        claim["kind"],
        quotable(claim["place"]),
        typeset(claim["kind"], claim["convention"]),
        about.stated.verdict(claim["id"]),
        describe(claim, about),
        printed,
        [(name, found.lemmas[name].theorem) for name in about.stated.lemmas[claim["id"]]],
        found.theorems.get(about.name, {}).get(claim["id"], []),
        line,
    )


def in_print(value: Value, text: str) -> Text:
    """A printed decimal, and what it is exactly."""
    shown, decimal = flow(number(text)), as_decimal(value)
    if decimal is None:
        return say("claim.printed", words=value.words, value=shown)
    return say("claim.printed.exact", words=value.words, value=shown, exact=decimal)


def quote(value: Value, verdict: str) -> Quoted:
    """A value for the table at the beginning."""
    exact = value.formula or value.polynomial
    decimal = as_decimal(value)
    same = exact is not None and decimal is not None and exact == decimal
    return Quoted(value.words, value.claim, ", ".join(value.printed), exact, None if same else decimal, verdict)


def as_decimal(value: Value) -> Flow | None:
    """Its decimals, cut off; None where less than a digit is certified."""
    cut = cut_off(value.exact, 15)
    return None if cut is None else flow(number(cut[0]), *(["dots"] if cut[1] else []))
