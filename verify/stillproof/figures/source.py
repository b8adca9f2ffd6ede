"""What a figure is drawn from: numbers of one statement that only figures show."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

from flint import fmpq

from ..errors import Declined, InputError
from ..exact.rational_function import RationalFunction
from ..exact.reading import rational
from ..files.places import certificates_of, fixtures_folder, statement_path
from ..statements.stated import Stated, at_zero, read_named

Fields = dict[str, Any]


class Curve(NamedTuple):
    """An output of a protocol with one parameter: its label, its function, its threshold or what is known instead."""

    label: str
    function: RationalFunction
    threshold: Fields | None
    gain: Fields | None  # a claim `bound` that the output is above the input, or equal to it


def code_label(source: Stated) -> str:
    """The code's parameters, as [[n,k,d]]_p; empty where no claim states them."""
    c = source.code
    return f"[[{c['n']},{c['k']},{c['distance']}]]$_{c['p']}$" if c else ""


def basin_of(source: Stated) -> Fields | None:
    """The `basin` claim about the source that is drawn; None without one."""
    return next(iter(source.about("basin")), None)


def segments_of(source: Stated) -> list[Fields]:
    """The thresholds of the basin that is drawn."""
    basin = basin_of(source)
    return source.resting("basin-threshold", basin) if basin else []


def curves_of(source: Stated) -> list[Curve]:
    """The outputs, each function once, if the family has one parameter."""
    if len(source.state.parameters) > 1:
        return []
    outputs, by_function = source.outputs, dict[str, list[str]]()
    for label, value in outputs.items():
        by_function.setdefault(json.dumps(value, sort_keys=True), []).append(label)
    return [
        Curve(
            ", ".join(labels),
            RationalFunction.stated(outputs[labels[0]]),
            next((claim for x in labels for claim in source.about("threshold", output=x)), None),
            next((claim for x in labels if (claim := source.no_better(x, ("above", "equal to")))), None),
        )
        for labels in by_function.values()
    ]


def alike(one: Stated, other: Stated) -> bool:
    """Whether the outputs of two protocols can be in one figure: of one family, measured alike."""
    same = (one.measured == "infidelity") == (other.measured == "infidelity")
    return one.state.name == other.state.name and same


def is_compared(source: Stated) -> bool:
    """Whether it is among those that are compared: it has a threshold, and is no code of a classification."""
    return bool(source.about("threshold") or segments_of(source)) and not source.name.startswith("self-orthogonal")


def yields(source: Stated) -> list[Fields]:
    """The `yield` claims about outputs of the source."""
    return [x for leading in source.about("suppression") for x in source.resting("yield", leading)]


def cost_of(source: Stated) -> fmpq | None:
    """Inputs per output, rejected ones included, for pure inputs; None where several outputs are not alike.

    The success probability is the one that a yield counts; without a yield that of the correction, or of the source.
    """
    code, counted, several = source.code, yields(source), len(source.outputs) - 1
    outputs = several if source.measured == "infidelity" and several else 1
    if code is None or (outputs > 1 and not any(claim["outputs"] == outputs for claim in counted)):
        return None
    return fmpq(code["n"]) / (outputs * at_zero(source.accepted(next(iter(counted), None))["success"]))


def infidelities(source: Stated, infidelity: fmpq) -> fmpq | None:
    """The infidelity of an output, of several the worst, if that of the inputs is this.

    For two parameters on the line of depolarizing noise; None where the family has no such state.
    """
    state, outputs = source.state, source.outputs
    one = len(state.parameters) == 1
    if not state.starts_pure or (one and source.noise is None):
        return None
    constant, *slopes = state.infidelity
    try:
        line = state.maximally_mixed
    except Declined:
        if not one:
            return None
        line = [fmpq(1)]
    full = constant + sum((c * x for c, x in zip(slopes, line, strict=True)), fmpq(0))
    if constant or not 0 < infidelity <= full:
        return None
    point = [x * infidelity / full for x in line]
    if min(point) < 0 or sum(point, fmpq(0)) > 1:  # the maximally mixed state need not be in the family
        return None
    if source.measured == "infidelity":
        several = {label: x for label, x in outputs.items() if label != "any"} or outputs
        return max(RationalFunction.stated(each).at(*point) for each in several.values())
    found = [RationalFunction.stated(outputs[label]).at(*point) for label in state.parameters]
    return constant + sum((c * x for c, x in zip(slopes, found, strict=True)), fmpq(0))


def real(value: fmpq) -> float:
    """The nearest float: the last step before drawing."""
    return int(value.p) / int(value.q)


def ends(claim: Fields, key: str = "interval") -> tuple[fmpq, fmpq]:
    """The interval of a threshold, or that of its infidelity."""
    low, high = map(rational, claim[key])
    return low, high


def is_ours(source: Stated) -> bool:
    """Whether a statement is one of ours, byte for byte."""
    own = statement_path(fixtures_folder(), source.name)
    return own.is_file() and own.read_bytes() == source.text.encode()


def read_source(name: str, fixtures: Path | None = None, certificates: Path | None = None) -> Stated:
    """A statement of a folder with its certificate, by default a stored one.  Raises InputError."""
    fixtures = fixtures or fixtures_folder()
    certificates = certificates or certificates_of(fixtures)
    found = read_named(fixtures, name, certificates)
    if not found.certificate:
        raise InputError(str(certificates / f"{name}.jsonl"), "a certificate", "nothing to read")
    return found
