"""Distillation units, judged: a row for every formula and every way to mean it, and one for what is not judged.

The file does not say whether a formula is a leading order, a bound or exact.  So each of these is a row of its own,
unless `--say as=WORD` says it.  A formula that is right in one way and wrong in another leaves the gate shut with the
exit code of a missing answer: nobody claimed the wrong one.  Errors of Cliffords and of readout are set to 0, and their
terms are declined by name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from flint import fmpq

from ...errors import Declined, InputError, OverBudget, StillproofError
from ...exact.rational_function import RationalFunction
from ...files.places import statement_names
from ...statements.stated import read_stated
from ..claim import IN_UNITS, read_claim
from ..judge import Row, broken, judge, unanswered
from ..known import Library
from ..lines import Malformed
from ..readings import UNDONE
from ..sentences import say
from .file import FAILURE, OUTPUT, Unit, read_units
from .formula import Formula, read_formula
from .said import READINGS, Said, about

BOUNDS = ("upper-bound", "lower-bound")
QUANTITIES = {FAILURE: ("failure", "failure-probability"), OUTPUT: ("output", "error-map")}
WIDTHS = ("1", "1/2", "1/5", "1/10", "1/20", "1/50", "1/100", "1/1000")  # ranges from 0 that are tried for a bound
MAX_NAME = 40  # characters of a unit in an id


def unit_rows(path: Path, library: Library, said: Said) -> Iterator[Row]:
    """The rows of a file.  Raises WrongFile, OverBudget for the file as a whole."""
    names: dict[str, int] = {}
    for number, unit in enumerate(read_units(path), 1):
        if not isinstance(unit, Unit):
            line, error = unit
            yield Row(line, f"unit-{number}", "malformed", error.reason, where=error.field)
            continue
        name = re.sub("[^A-Za-z0-9._-]+", "-", unit.name).strip("-._")[:MAX_NAME] or f"unit-{number}"
        names[name] = names.get(name, 0) + 1
        name = name if names[name] == 1 else f"{name}-{names[name]}"
        yield from rows_of(unit, name, library, about(said, unit.name))


def rows_of(unit: Unit, name: str, library: Library, answers: Mapping[str, Any]) -> Iterator[Row]:
    """The rows of one unit: its counts, then its formulas."""
    if unit.ignored:
        reason = say("formula-ignored", unit=unit.name, keys=", ".join(unit.ignored))
        yield Row(unit.line, f"{name}/ignored", "declined", reason, where=unit.path)
    protocol = answers.get("protocol", unit.protocol)
    if protocol is None:
        near = ", ".join(sized(library.fixtures, unit.inputs, unit.outputs)) or "none"
        fields = {"unit": unit.name, "inputs": unit.inputs, "outputs": unit.outputs, "near": near}
        yield Row(unit.line, f"{name}/protocol", "ambiguous", say("formula-protocol", **fields), where=unit.path)
        return
    counted = counts(unit, name, library, protocol, answers)
    if counted.verdict == "certified":
        answers = {**answers, "protocol": protocol}
        found = [row for field in (FAILURE, OUTPUT) for row in formula_rows(unit, name, field, library, answers)]
        if any(row.verdict in ("certified", "refuted", "ambiguous") for row in found):  # the counts alone open no gate
            yield counted
        yield from found
    else:
        yield counted
        for field in (FAILURE, OUTPUT):
            reason, where = say("formula-other", unit=unit.name), f"{unit.path}.{field}"
            identifier = f"{name}/{QUANTITIES[field][0]}"
            yield Row(unit.lines[field], identifier, "declined", reason, protocol=counted.protocol, where=where)


def sized(fixtures: Path, inputs: int, outputs: int) -> list[str]:
    """The protocols of the fixtures for qubits with so many sites and encoded qubits."""
    codes = {name: read_stated(fixtures, name).protocol.code for name in statement_names(fixtures)}
    return [name for name, code in codes.items() if (code.p, code.n, code.k) == (2, inputs, outputs)]


def counts(unit: Unit, name: str, library: Library, protocol: Any, answers: Mapping[str, Any]) -> Row:
    """Whether the numbers of inputs and outputs are those of the protocol."""
    shown = protocol if isinstance(protocol, str) else f"{protocol['code']} with {protocol['state']}"
    row = Row(unit.line, f"{name}/counts", "declined", say("formula-other", unit=unit.name), protocol=shown)
    try:
        key = protocol if isinstance(protocol, str) else (protocol["code"], protocol["state"])
        known = library.known(key, "error-map")
        code = known.one("code")
    except InputError as error:
        return replace(row, verdict="malformed", reason=say("not-read", reason=error), where="--say protocol")
    except StillproofError as error:
        outcome = unanswered(error)
        return replace(row, verdict=outcome.verdict, reason=outcome.reason)
    fields = {"unit": unit.name, "inputs": unit.inputs, "outputs": unit.outputs, "protocol": shown}
    if (code["n"], code["k"]) != (unit.inputs, unit.outputs):
        reason = say("formula-counts-wrong", **fields, n=code["n"], k=code["k"])
        return replace(row, verdict="refuted", reason=reason, witness={"k": code["k"], "n": code["n"]}, where=unit.path)
    backing = {**known.digests, "claims": [code["id"]]}
    if "protocol" in answers:
        return replace(row, verdict="certified", reason=say("formula-counts", **fields), backing=backing)
    return replace(row, verdict="certified", reason=say("formula-counts-named", **fields), backing=backing)


def formula_rows(unit: Unit, name: str, field: str, library: Library, answers: Mapping[str, Any]) -> Iterator[Row]:
    """The rows of one formula: one for every way to mean it, and one for the errors that are not judged."""
    short, quantity = QUANTITIES[field]
    where = f"{unit.path}.{field}"
    blank = Row(unit.lines[field], f"{name}/{short}", "declined", say("formula-other", unit=unit.name), where=where)
    try:
        formula = read_formula(where, unit.formulas[field])
        value = formula.of_inputs()
    except Malformed as error:
        yield replace(blank, verdict="malformed", reason=error.reason)
        return
    except (Declined, OverBudget) as error:
        outcome = unanswered(error)
        yield replace(blank, verdict=outcome.verdict, reason=outcome.reason)
        return
    except Exception as error:
        yield replace(blank, verdict="broken", reason=broken(error))
        return
    keys = [key for key in ("protocol", "parameter", "output", "unit", "noise", "syndromes", "range") if key in answers]
    keys = [key for key in keys if quantity in IN_UNITS or key not in ("output", "unit")]
    claim = {**{key: answers[key] for key in keys}, "quantity": quantity, "value": value}
    try:
        claim |= undone(blank.line, claim, library)
    except Malformed as error:
        yield replace(blank, verdict="malformed", reason=error.reason, where=f"--say {error.field}")
        return
    modes = [answers["as"]] if "as" in answers else list(READINGS)
    found = [one_row(blank, claim, mode, formula, field, library) for mode in modes]
    right = [mode for mode, row in zip(modes, found, strict=True) if row.verdict in ("certified", "ambiguous")]
    for row in found:
        if row.verdict == "refuted" and right:
            reason = say("formula-open", judged=row.reason, right=" or ".join(right))
            yield replace(row, reason=reason, open=True)
        elif row.verdict == "ambiguous" and "parameter" not in answers:
            yield replace(row, reason=say("formula-parameter", judged=row.reason))
        else:
            yield row
    if formula.others:
        reason = say("formula-clifford", part=formula.rest, name=field, rates=" and ".join(formula.others))
        yield replace(blank, id=f"{name}/{short}/clifford", reason=reason)


def one_row(blank: Row, claim: Mapping[str, Any], mode: str, formula: Formula, field: str, library: Library) -> Row:
    """The row of a formula, meant in one way."""
    row = replace(blank, id=f"{blank.id}/{mode}")
    asked = {**claim, "as": mode, "id": row.id}
    if mode not in BOUNDS:
        asked.pop("range", None)
    if mode == "leading-order" and not any(part != "0" for part in claim["value"]["num"]):
        return replace(row, verdict="refuted", reason=say("formula-zero", name=field, formula=formula.text))
    try:
        found = over_ranges(row.line, asked, library) if mode in BOUNDS else judged(row.line, asked, library)
    except Malformed as error:
        return replace(row, verdict="malformed", reason=error.reason, where=f"--say {error.field}")
    fields = {"name": field, "formula": formula.text, "mode": mode.replace("-", " "), "judged": found.reason}
    reason = say("formula-judged", **fields)
    if formula.others:
        reason = say("formula-judged-without", **fields, rates=" and ".join(formula.others))
    if formula.flipped:
        reason = say("formula-sign", judged=reason)
    return replace(found, id=row.id, reason=reason, where=row.where)


def judged(line: int, claim: Mapping[str, Any], library: Library) -> Row:
    """The row of a claim.  Raises Malformed."""
    return judge(read_claim(line, dict(claim)), library)


def over_ranges(line: int, claim: Mapping[str, Any], library: Library) -> Row:
    """A bound over the range that is said, or over the widest that is found from 0.  Raises Malformed.

    A bound that holds on a part of the states of the family is ambiguous, as nothing says where it is meant to hold.
    """
    if "range" in claim:
        return judged(line, claim, library)
    first: tuple[str, Row] | None = None
    for width in WIDTHS:
        found = judged(line, {**claim, "range": ["0", width]}, library)
        if found.verdict == "declined" and first is None and width != WIDTHS[-1]:
            continue  # the family may end before
        if found.verdict == "refuted":
            first = first or (width, found)
        elif found.verdict != "certified" or first is None:
            return found
        else:
            wide, wrong = first
            reason = say("formula-range", right=found.reason, width=width, wide=wide, judged=wrong.reason)
            return replace(found, verdict="ambiguous", reason=reason, witness=wrong.witness)
    return found


def undone(line: int, claim: Mapping[str, Any], library: Library) -> dict[str, str]:
    """The syndromes of a failure probability that nobody has named, where its value without errors says them.

    If some outcomes can be undone by a Clifford, perfect inputs fail in one way and not in the other.
    """
    value = RationalFunction.stated(claim["value"])
    if claim["quantity"] != "failure-probability" or "syndromes" in claim or not value.polynomials[1][0]:
        return {}
    asked = {"id": "zero", "as": "exact", "at": {"eps": "0"}, "value": str(value.at(fmpq(0))), "syndromes": UNDONE}
    kept = {key: part for key, part in claim.items() if key in ("protocol", "quantity", "noise")}
    return {"syndromes": UNDONE} if judged(line, {**kept, **asked}, library).verdict == "certified" else {}
