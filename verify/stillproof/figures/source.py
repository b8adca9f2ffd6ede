"""What a figure is drawn from: numbers of one statement that only figures show."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

from flint import fmpq, fmpq_poly, fmpz_poly

from ..errors import Declined, InputError
from ..exact.algebraic import refined, roots_in_unit
from ..exact.rational_function import RationalFunction, on_line
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


def crossing(curve: Curve, key: str = "interval") -> tuple[fmpq, fmpq]:
    """Where curve and diagonal cross, to 20 digits, however wide the claimed interval is; or that as an infidelity."""
    claim = curve.threshold or {}
    low, high = ends(claim)
    found = refined(fmpz_poly([int(c) for c in claim["polynomial"]]), low, high)
    scale = ends(claim, key)[0] / low
    return found[0] * scale, found[1] * scale


def meeting(source: Stated) -> tuple[fmpq, fmpq] | None:
    """The infidelity of the inputs at which that of `infidelities` is the same, between rationals; None without one.

    For one parameter it is the certified threshold, of several outputs the least one: below it all outputs are better
    than the input, and above it one of them is not.  For two parameters it is the first root on the line of
    depolarizing noise of the certified map, of one round.
    """
    if len(source.state.parameters) > 1:
        return meeting_on_line(source)
    curves = curves_of(source)
    compared = [each for each in curves if each.label != "any"] or curves
    if not source.state.starts_pure or not all(each.threshold for each in compared):
        return None
    return min((crossing(each, "infidelity") for each in compared), default=None)


def meeting_on_line(source: Stated) -> tuple[fmpq, fmpq] | None:
    """`meeting` for two parameters: the first u in (0, 1) with output = input at u times the maximally mixed state."""
    state, outputs = source.state, source.outputs
    try:
        line, (constant, *slopes) = state.maximally_mixed, state.infidelity
    except Declined:
        return None
    if constant or len(line) != len(state.parameters) or outputs.keys() != set(state.parameters):
        return None
    full = sum((c * x for c, x in zip(slopes, line, strict=True)), fmpq(0))
    x, y = (fmpq_poly([0, each]) for each in line)
    parts = [RationalFunction.stated(outputs[label]) for label in state.parameters]
    (a, b), (c, d) = ((on_line(each.num, x, y), on_line(each.den, x, y)) for each in parts)
    same = b == d
    total = a * slopes[0] + c * slopes[1] if same else a * d * slopes[0] + c * b * slopes[1]
    below = b if same else b * d
    poly = total - fmpq_poly([0, full]) * below
    if not poly or full <= 0:
        return None
    whole = poly.numer()
    factor = whole // whole.gcd(whole.derivative()) if whole.degree() > 0 else whole
    for end in (fmpz_poly([0, 1]), fmpz_poly([-1, 1])):  # no root at the ends, so that signs there say where one is
        factor = factor // end if not factor % end else factor
    roots = [refined(factor, *pair) if pair[0] < pair[1] else pair for pair in roots_in_unit(factor)]
    return (roots[0][0] * full, roots[0][1] * full) if roots else None


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
