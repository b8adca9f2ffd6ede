"""The one reader of statements: `Stated` is a statement by its claims, and says which claim is about what.

A statement can have several `map` or `outputs` claims.  Leading term, threshold, bound, correction and yield each name
the claim that they rest on, so that a threshold of one source is never put beside the curve of another.

Reading a statement looks at its form only.  Whether its claims hold is for the checker (`checking`); what it said of
them is kept with `passing`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec
from flint import fmpq

from ..claims import KINDS, Fields
from ..claims import clifford as clifford_claim
from ..claims import map_ as map_claim
from ..codes.code import read_code
from ..errors import Declined, InputError
from ..exact.rational_function import RationalFunction
from ..exact.reading import rational
from ..files.named import PROTOCOLS, require_known
from ..files.places import certificates_of, code_path, state_path, statement_names, statement_path
from ..files.text import convert, parsed, read_bytes, sha256, statement_text
from ..protocols.protocol import Protocol
from ..protocols.several_outputs import Several
from ..protocols.state import StateFamily, read_state
from ..words.progress import Progress, unheard

IDENTITY = {"shift": [0, 0], "symplectic": [[1, 0], [0, 1]]}  # an `output-clifford` that does nothing
NO_BETTER = ("above", "at least", "equal to")  # relations of an output to the input


class Subject(msgspec.Struct, forbid_unknown_fields=True):
    """A file named by its content."""

    name: str
    sha256: str


class StatementFile(msgspec.Struct, forbid_unknown_fields=True, tag_field="format", tag="stillproof-statement/1"):
    """The format `stillproof-statement/1` (docs/formats/statement.md)."""

    name: str
    code: Subject
    state: Subject
    claims: list[dict[str, Any]]
    source: str


@dataclass(frozen=True)
class Stated:
    """A statement: its claims in order, the protocol that they are about, and the texts of its two files.

    `origin` says where the statement is from, in the words of its author.  `certificate` is empty where there is none.
    `lemmas` are, for every claim that the checker has certified, those that its verdict rests on.
    """

    name: str
    claims: Sequence[Fields]
    protocol: Protocol
    origin: str = ""
    text: str = ""
    certificate: str = ""
    lemmas: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @property
    def sha256(self) -> str:
        """The SHA-256 of the statement."""
        return sha256(self.text)

    @property
    def state(self) -> StateFamily:
        """The family of states."""
        return self.protocol.state

    @property
    def certified(self) -> bool:
        """Whether the checker has certified every claim."""
        return bool(self.claims) and self.lemmas.keys() >= self.by_id.keys()

    @cached_property
    def by_id(self) -> dict[str, Fields]:
        """The claims by their ids."""
        return {claim["id"]: claim for claim in self.claims}

    def of_kind(self, *kinds: str) -> list[Fields]:
        """The claims of some kinds."""
        return [claim for claim in self.claims if claim["kind"] in kinds]

    @property
    def code(self) -> Fields | None:
        """The first `code` claim; all of them say the same.  None without one."""
        return next(iter(self.of_kind("code")), None)

    @cached_property
    def source(self) -> Fields | None:
        """The `map` or `outputs` claim: the first on which a threshold rests, else the first; None without one."""
        found = [*self.of_kind("map"), *self.of_kind("outputs")]
        known = {claim["of"] for claim in self.of_kind("threshold")}
        return next((claim for claim in found if claim["id"] in known), next(iter(found), None))

    def resting(self, kind: str, on: Fields, **fields: Any) -> list[Fields]:
        """The claims of a kind that rest on a claim and have these fields."""
        return [
            claim
            for claim in self.of_kind(kind)
            if claim["of"] == on["id"] and all(claim[key] == x for key, x in fields.items())
        ]

    def about(self, kind: str, **fields: Any) -> list[Fields]:
        """The claims of a kind that rest on the source and have these fields; none without a source."""
        return [] if self.source is None else self.resting(kind, self.source, **fields)

    @property
    def correction(self) -> Fields | None:
        """The first `correction` claim about the source; None without one."""
        return next(iter(self.about("correction")), None)

    def accepted(self, counted: Fields | None) -> Fields:
        """The claim whose success probability counts: the one that a `yield` claim names, else correction or source.

        Raises KeyError without any of them.
        """
        found = self.correction or self.source if counted is None else self.by_id[counted["success-of"]]
        if found is None:
            raise KeyError("source")
        return found

    @property
    def measured(self) -> str:
        """What the outputs of the source measure: `infidelity`, `parameter` or `overlap`."""
        return "infidelity" if self.source is None else quantity(self.source)

    @property
    def outputs(self) -> dict[str, Fields]:
        """The functions of the source by their labels: the parameters, or `any` and the numbers of single outputs."""
        return {} if self.source is None else outputs(self.source)

    @cached_property
    def noise(self) -> fmpq | None:
        """The c > 0 of a family of one parameter x that has the infidelity c x to its target; else None."""
        try:
            return self.protocol.noise
        except Declined:
            return None

    @property
    def unit(self) -> fmpq | None:
        """The input divided by x, in what the outputs measure: 1 for parameters, c for infidelities; else None."""
        return fmpq(1) if self.source is not None and self.source["kind"] == "map" else self.noise

    @property
    def input(self) -> dict[str, list[str]] | None:
        """The input as a function of x, spelled as in claims, in what the outputs measure; None without a `unit`."""
        return None if self.unit is None else RationalFunction.multiple(self.unit).json()

    @cached_property
    def several(self) -> Several:
        """The outputs of the source, where that is an `outputs` claim, with the target that it states."""
        assert self.source is not None  # noqa: S101 - the caller has seen of which kind it is
        return Several.stated(self.protocol.channel, self.source["target"])

    def magic(self, output: str | None) -> bool | None:
        """Whether the target of an output of the source is no stabilizer state.

        None where the family at 0 is not its first member: then it has no target.  None as an output is that of a map,
        or all outputs together.
        """
        if not self.state.starts_pure:
            return None
        if self.source is None or self.source["kind"] == "map":
            return self.state.magic
        return self.several.magic(output or "any")

    def no_better(self, output: str, relations: Sequence[str] = NO_BETTER) -> Fields | None:
        """The `bound` claim that an output is no better than the input from 0 on; None without one."""
        if self.unit is None:
            return None
        for claim in self.about("bound", function=output, value=self.input):
            if claim["range"][0] == "0" and claim["relation"] in relations:
                return claim
        return None

    def passing(self, rows: Sequence[Mapping[str, Any]]) -> Stated:
        """The same statement, with what these rows of the checker say about it."""
        passed = [row for row in rows if row["statement"] == self.name and row["verdict"] == "certified"]
        return replace(self, lemmas={row["claim"]: row["lemmas"] for row in passed})

    def verdict(self, identifier: str) -> str:
        """Whether the checker has certified a claim, in words."""
        return "certified" if identifier in self.lemmas else "not certified"

    def witness(self, identifier: str) -> Fields:
        """What the certificate has for a claim.  Raises KeyError where it has nothing."""
        lines = (json.loads(line) for line in self.certificate.splitlines())
        found: dict[str, Fields] = {line["claim"]: line["witness"] for line in lines if "claim" in line}
        return found[identifier]


def quantity(source: Fields) -> str:
    """What the outputs of a `map` or `outputs` claim measure."""
    if source["kind"] == "outputs":
        return "infidelity"
    return "parameter" if source["output-match"] == "state" else "overlap"


def outputs(source: Fields) -> dict[str, Fields]:
    """The functions of a `map` or `outputs` claim by their labels."""
    if source["kind"] == "map":
        return {label: source["output"][label] for label in source["parameters"]}
    return {"any": source["any"], **{str(number): each for number, each in enumerate(source["each"], 1)}}


def at_zero(function: Mapping[str, Any]) -> fmpq:
    """The value of a function that a claim states where every parameter is 0."""
    num, den = (function[key][0] for key in ("num", "den"))
    num, den = ((part[0] if part else "0") if isinstance(part, list) else part for part in (num, den))
    return rational(num) / rational(den)


def read_stated(fixtures: Path, name: str, certificates: Path | None = None, hear: Progress = unheard) -> Stated:
    """A statement of a folder, with its certificate if there is one.  Raises InputError."""
    answer = (certificates or certificates_of(fixtures)) / f"{name}.jsonl"
    certificate = answer.read_bytes() if answer.is_file() else b""
    return parse_stated(fixtures, name, read_bytes(statement_path(fixtures, name)), certificate, hear)


def read_named(fixtures: Path, name: str, certificates: Path | None = None) -> Stated:
    """As `read_stated`, for an id that somebody gave.

    Raises Declined with the nearest ids for another one, InputError for what is no name.
    """
    known = statement_names(fixtures)
    if not known:
        raise InputError("--fixtures", "a folder with statements/", fixtures)
    require_known("PROTOCOL", name, "protocol", known, PROTOCOLS)
    return read_stated(fixtures, name, certificates)


@contextmanager
def well_formed(fixtures: Path, name: str) -> Iterator[None]:
    """Inside, what fails on the fields of claims raises InputError: reading looks at the fields that ask only."""
    try:
        yield
    except (KeyError, IndexError, TypeError, ValueError, ZeroDivisionError, AttributeError) as error:
        where = statement_path(fixtures, name)
        raise InputError(str(where), "a statement (docs/formats/statement.md)", repr(error)) from None


def parse_stated(fixtures: Path, name: str, data: bytes, certificate: bytes, hear: Progress = unheard) -> Stated:
    """A statement of a folder, from the bytes of its two files; code and state are read.  Raises InputError."""
    path = statement_path(fixtures, name)
    value = parsed(path, data)
    found = convert(path, value, StatementFile)
    text = statement_text(value)
    if data != text.encode():
        raise InputError(str(path), "the one spelling of docs/formats/statement.md", "another spelling")
    code = read_code(code_path(fixtures, found.code.name))
    state = read_state(state_path(fixtures, found.state.name))
    for line, entry in enumerate(found.claims, 2):
        kind, where = entry.get("kind"), f"{path}:{line}"
        if kind not in KINDS:
            raise InputError(f"{where}: kind", f"one of {sorted(KINDS)}", kind)
        missing = [key for key in ("id", *KINDS[kind].QUESTION) if key not in entry]
        if missing:
            raise InputError(where, f"a field {missing[0]!r}", f"fields {sorted(entry)}")
    bare, cliffords, frame = Protocol(code, state), {}, None
    for entry in found.claims:
        if entry["kind"] == "clifford":
            cliffords[entry["id"]] = clifford_claim.asked(entry, bare)
        if entry["kind"] == "map":
            frame = map_claim.asked(entry, code.p)
    known = {entry["id"]: entry for entry in found.claims}
    protocol = Protocol(code, state, cliffords, frame, known, hear=hear)
    return Stated(name, found.claims, protocol, found.source, text, certificate.decode("ascii", "replace"))
