"""What a figure is drawn from: the claims of one statement, and the cover in its certificate."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from flint import fmpq

from ..errors import Declined, InputError
from ..exact.rational_function import RationalFunction
from ..exact.reading import rational
from ..places import certificates_of, fixtures_folder, statement_names, statement_path
from ..protocols.state import StateFamily
from ..statements import resting
from ..statements.statement import read_statement

Fields = dict[str, Any]


class Curve(NamedTuple):
    """An output of a protocol with one parameter: its label, its function, its threshold or what is known instead."""

    label: str
    function: RationalFunction
    threshold: Fields | None
    gain: Fields | None  # a claim `bound` that the output is above the input, or equal to it


class Source:
    """A statement by its claims, its state family and its certificate; whether it is one of ours, byte for byte."""

    def __init__(self, name: str, claims: list[Fields], state: StateFamily, certificate: Path, ours: bool = False):
        self.name, self.claims, self.state, self.certificate, self.ours = name, claims, state, certificate, ours
        self.by_id = {claim["id"]: claim for claim in claims}

    def of_kind(self, kind: str) -> list[Fields]:
        """The claims of a kind."""
        return [claim for claim in self.claims if claim["kind"] == kind]

    @cached_property
    def code(self) -> str:
        """The code's parameters, as [[n,k,d]]_p; empty where no claim states them."""
        c = resting.code(self.claims)
        return f"[[{c['n']},{c['k']},{c['distance']}]]$_{c['p']}$" if c else ""

    @property
    def map(self) -> Fields | None:
        """The claim that has output and success probability; all that is drawn with its curves rests on it."""
        found: Fields | None = resting.source(self.claims)
        return found

    def about(self, kind: str, **fields: str) -> list[Fields]:
        """The claims of a kind that rest on that claim."""
        return [] if self.map is None else resting.resting(self.claims, kind, self.map, **fields)

    @property
    def basins(self) -> list[Fields]:
        """The `basin` claims that rest on that claim."""
        return self.about("basin")

    @property
    def basin(self) -> Fields:
        """The one that is drawn."""
        return self.basins[0]

    @property
    def segments(self) -> list[Fields]:
        """Its thresholds."""
        return resting.resting(self.claims, "basin-threshold", self.basin)

    def curves(self) -> list[Curve]:
        """The outputs, each function once, if the family has one parameter."""
        found = self.map
        if found is None or len(self.state.parameters) > 1:
            return []
        outputs = found.get("output", {}) or {"any": found["any"]}
        for number, each in enumerate(found.get("each", []), 1):
            outputs = {**outputs, str(number): each}
        by_function: dict[str, list[str]] = {}
        for label, value in outputs.items():
            by_function.setdefault(json.dumps(value, sort_keys=True), []).append(label)
        return [
            Curve(
                ", ".join(labels),
                RationalFunction.stated(outputs[labels[0]]),
                next((claim for x in labels for claim in self.about("threshold", output=x)), None),
                next((claim for x in labels if (claim := self.no_gain(x))), None),
            )
            for labels in by_function.values()
        ]

    def no_gain(self, output: str) -> Fields | None:
        """The claim that an output is above the input, or equal to it, from 0 on; both measured alike."""
        if self.unit is None:
            return None
        value = RationalFunction.multiple(self.unit).json()
        for claim in self.about("bound"):
            relation = claim["relation"] in ("above", "equal to")
            if relation and claim["range"][0] == "0" and claim["function"] == output and claim["value"] == value:
                return claim
        return None

    @cached_property
    def noise(self) -> fmpq | None:
        """c > 0 for a family of one parameter x that is the pure target at 0, of infidelity c x to it; else None."""
        if len(self.state.parameters) > 1 or not self.state.starts_pure:
            return None
        try:
            slope = self.state.infidelity[1]
        except ValueError:  # an irrational multiple
            return None
        return slope if slope > 0 else None

    @property
    def unit(self) -> fmpq | None:
        """The input over x, measured as the outputs are: 1 for parameters, for infidelities c, or None without one."""
        return fmpq(1) if self.map is not None and "output" in self.map else self.noise

    def alike(self, other: Source) -> bool:
        """Whether the outputs of two protocols can be in one figure: of one family, measured alike."""
        return self.state.name == other.state.name and [bool(x.map and "output" in x.map) for x in (self, other)] in (
            [True, True],
            [False, False],
        )

    def depolarizing(self, claim: Fields) -> bool:
        """Whether the segment of a `basin-threshold` claim goes from a pure state to the maximally mixed one."""
        return self.state.depolarizes_along(claim["start"], claim["end"])

    @property
    def compared(self) -> bool:
        """Whether it is among those that are compared: it has a threshold, and is no code of a classification."""
        crossing = self.about("threshold") or (self.basins and self.segments)
        return bool(crossing) and not self.name.startswith("self-orthogonal")

    @cached_property
    def success(self) -> RationalFunction:
        """The success probability that a yield counts; without a yield that of the correction, or of the map."""
        assert self.map is not None  # noqa: S101 - the callers have asked
        return RationalFunction.stated(
            resting.accepted(self.claims, self.map, next(iter(self.yields), None))["success"]
        )

    @property
    def yields(self) -> list[Fields]:
        """The `yield` claims about outputs of the map."""
        return [x for leading in self.about("suppression") for x in resting.resting(self.claims, "yield", leading)]

    @cached_property
    def cost(self) -> fmpq | None:
        """Inputs per output, rejected ones included, for pure inputs; None where several outputs are not alike."""
        code = resting.code(self.claims)
        assert self.map is not None  # noqa: S101
        pure = self.success.at(*[fmpq(0)] * len(self.state.parameters))
        outputs = len(self.map.get("each", [])) or 1
        if code is None or (outputs > 1 and not any(claim["outputs"] == outputs for claim in self.yields)):
            return None
        return fmpq(code["n"]) / (outputs * pure)

    @cached_property
    def line(self) -> list[fmpq]:
        """The parameters of the maximally mixed state: the other end of the line of depolarizing noise."""
        return self.state.maximally_mixed

    def infidelities(self, infidelity: fmpq) -> fmpq | None:
        """The infidelity of an output, of several the worst, if that of the inputs is this.

        For two parameters on the line of depolarizing noise; None where the family has no such state.
        """
        assert self.map is not None  # noqa: S101
        one = len(self.state.parameters) == 1
        if not self.state.starts_pure or (one and self.noise is None):
            return None
        constant, *slopes = self.state.infidelity
        try:
            line = self.line
        except Declined:
            if not one:
                return None
            line = [fmpq(1)]
        full = constant + sum((c * x for c, x in zip(slopes, line, strict=True)), fmpq(0))
        if constant or not 0 < infidelity <= full:
            return None
        point = [x * infidelity / full for x in line]
        if "output" not in self.map:
            several = self.map["each"] or [self.map["any"]]
            return max(RationalFunction.stated(each).at(*point) for each in several)
        outputs = [RationalFunction.stated(self.map["output"][label]).at(*point) for label in self.state.parameters]
        return constant + sum((c * x for c, x in zip(slopes, outputs, strict=True)), fmpq(0))

    def witnesses(self) -> Iterator[tuple[str, Fields]]:
        """The lines of the certificate: a claim's id and its witness."""
        for line in map(json.loads, self.certificate.read_text(encoding="ascii").splitlines()):
            if "claim" in line:
                yield line["claim"], line["witness"]


def real(value: fmpq) -> float:
    """The nearest float: the last step before drawing."""
    return int(value.p) / int(value.q)


def ends(claim: Fields, key: str = "interval") -> tuple[fmpq, fmpq]:
    """The interval of a threshold, or that of its infidelity."""
    low, high = map(rational, claim[key])
    return low, high


def read_source(name: str, fixtures: Path | None = None, certificates: Path | None = None) -> Source:
    """A statement of a folder with its certificate, by default a stored one.  Raises InputError."""
    fixtures = fixtures or fixtures_folder()
    certificates = certificates or certificates_of(fixtures)
    known = statement_names(fixtures)
    if name not in known:
        raise InputError("PROTOCOL", f"one of {', '.join(known) or 'no statements at all'}", name)
    path = certificates / f"{name}.jsonl"
    if not path.is_file():
        raise InputError(str(path), "a certificate", "nothing to read")
    claims, _, protocol = read_statement(fixtures, name)
    own = statement_path(fixtures_folder(), name)
    ours = own.is_file() and own.read_bytes() == statement_path(fixtures, name).read_bytes()
    return Source(name, claims, protocol.state, path, ours)
