"""The resource estimator's JSON: its distillation units, with the lines of their formulas.

A job has a list `distillationUnitSpecifications`; there may be a list of jobs, and a result has the job in `jobParams`.
A unit with a `name` is one of the estimator's own, and the estimator ignores everything else in it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...errors import OverBudget
from ...files.text import MAX_BYTES, read_bytes
from ..lines import Malformed, WrongFile, parsed, shortened
from ..sentences import say

UNITS = "distillationUnitSpecifications"
MAX_UNITS = 1000
FAILURE, OUTPUT = "failureProbabilityFormula", "outputErrorRateFormula"
FORMULAS = {FAILURE: "15.0 * inputErrorRate + 356.0 * cliffordErrorRate",
            OUTPUT: "35.0 * inputErrorRate ^ 3 + 7.1 * cliffordErrorRate"}  # fmt: skip
NAMES = {
    **dict.fromkeys(("15-1 RM", "15-1 RM prep", "15-to-1 RM", "15-to-1 RM prep"), "15-to-1 RM prep"),
    **dict.fromkeys(
        ("15-1 space-efficient", "15-1 space efficient", "15-to-1 space-efficient", "15-to-1 space efficient"),
        "15-to-1 space efficient",
    ),
}
PREDEFINED = "reed-muller15-t"  # the protocol of both
COUNTS = ("numInputTs", "numOutputTs")


@dataclass(frozen=True)
class Unit:
    """A distillation unit: its formulas as texts, the line of each, and the keys that the estimator ignores."""

    name: str
    path: str
    line: int
    inputs: int
    outputs: int
    formulas: dict[str, Any]
    lines: dict[str, int]
    protocol: str | None = None
    ignored: tuple[str, ...] = ()


def is_units(path: Path) -> bool:
    """Whether a file is no file of claims and has distillation units, by its content."""
    try:
        with path.open("rb") as stream:
            start = stream.read(MAX_BYTES)
    except OSError:
        return False
    return f'"{UNITS}"'.encode() in start and b'"stillproof-claims/' not in start.split(b"\n", 1)[0]


def read_units(path: Path) -> Iterator[Unit | tuple[int, Malformed]]:
    """The units of a file; in place of one that is malformed its line, and why.  Raises WrongFile, OverBudget."""
    content = read_bytes(path)
    try:
        document = parsed(b'{"document":' + content + b"}")["document"]
    except Malformed as error:
        raise WrongFile(str(path), "a job of the resource estimator", error) from None
    places = Places(content.decode())
    for count, (where, unit) in enumerate(units_of(document, "", places), 1):
        if count > MAX_UNITS:
            raise OverBudget(say("file-many-units", source=str(path), limit=MAX_UNITS))
        line = places.line
        try:
            yield read_unit(where, unit, places)
        except Malformed as error:
            yield line, error


class Places:
    """The lines on which keys stand, found in the order in which a walk over the document meets them."""

    def __init__(self, text: str):
        self.lines: dict[str, list[int]] = {}
        for match in re.finditer(r'"((?:[^"\\]|\\.)*)"(\s*:)?', text):
            if match[2]:
                self.lines.setdefault(match[1], []).append(text.count("\n", 0, match.start()) + 1)
        self.met: Counter[str] = Counter()
        self.line = 1

    def meet(self, key: str) -> int:
        """The line of a key that is met now; the last line known, where it is spelled with escapes."""
        found = self.lines.get(key, [])
        if self.met[key] < len(found):
            self.line = found[self.met[key]]
        self.met[key] += 1
        return self.line


def units_of(value: Any, where: str, places: Places) -> Iterator[tuple[str, Any]]:
    """Every unit with its path, in the order of the file."""
    if isinstance(value, list):
        for i, part in enumerate(value):
            yield from units_of(part, f"{where}[{i}]", places)
    elif isinstance(value, dict):
        for key, part in value.items():
            places.meet(key)
            name = f"{where}.{key}" if where else key
            if key == UNITS and isinstance(part, list):
                for i, unit in enumerate(part):
                    yield f"{name}[{i}]", unit
            else:
                yield from units_of(part, name, places)


def read_unit(where: str, unit: Any, places: Places) -> Unit:
    """A unit.  Raises Malformed."""
    if not isinstance(unit, dict):
        raise Malformed(where, 'an object, such as {"name":"15-1 RM"}', unit)
    lines: dict[str, int] = {}
    for key, part in unit.items():
        lines[key] = places.meet(key)
        for _ in units_of(part, "", places):  # keys within are met, too
            pass
    line = min(lines.values(), default=places.line)
    if "name" in unit:
        return predefined(where, unit, line)
    for key in ("displayName", *COUNTS, FAILURE, OUTPUT):
        if key not in unit:
            raise Malformed(f"{where}.{key}", "a value, or the name of a predefined unit", "nothing")
    for key in COUNTS:
        if type(unit[key]) is not int or unit[key] < 1:
            raise Malformed(f"{where}.{key}", "an integer of at least 1, without quotes", unit[key])
    for key in ("displayName", FAILURE, OUTPUT):
        if not isinstance(unit[key], str) or not unit[key]:
            raise Malformed(f"{where}.{key}", "a text", unit[key])
    formulas = {key: unit[key] for key in (FAILURE, OUTPUT)}
    return Unit(unit["displayName"], where, line, unit["numInputTs"], unit["numOutputTs"], formulas, lines)


def predefined(where: str, unit: dict[str, Any], line: int) -> Unit:
    """One of the estimator's own units.  Raises Malformed."""
    if not isinstance(unit["name"], str) or unit["name"] not in NAMES:
        raise Malformed(f"{where}.name", f"one of {', '.join(NAMES)}", unit["name"])
    ignored = tuple(shortened(key) for key in unit if key != "name")
    lines = dict.fromkeys(FORMULAS, line)
    return Unit(NAMES[unit["name"]], where, line, 15, 1, dict(FORMULAS), lines, PREDEFINED, ignored)
