"""`stillproof basin`: where states go when a protocol is applied to its own output again and again.

For two parameters: attracting fixed points, the cells of the triangle that provably reach them, and where lines of
depolarizing noise leave their basins.  For one: the states below the threshold, and nothing about the others.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from flint import fmpq, fmpz_poly

from ..basins.cover import LETTERS, MAX_LEVEL, UNKNOWN
from ..basins.regions import attractors
from ..basins.stated import barycentric
from ..codes.code import StabilizerCode
from ..errors import Declined, InputError
from ..exact import algebraic
from ..exact.decimals import rounded_decimal
from ..exact.reading import Spelling, rational, read_number
from ..files.text import joined
from ..protocols.protocol import THRESHOLD_DIGITS, Protocol
from ..protocols.state import LONGEST, StateFamily
from ..statements.checking import certified, decide, require_same
from ..statements.statement import Derivation
from ..words.progress import Progress
from .certify import code_numbers

LEVEL = 8
WIDTHS = ("1/1000000", "1/10000", "1/100")  # of the bracket of a threshold: the first that is reached
CLAIMS = 8  # about as many as there are before the cover is built
FEW = 3  # fixed points, each with its own reason
STEPS = 1000  # of the progress: half for the map, a quarter for the cover, a quarter for the checker
COORDINATE = Spelling(digits=40, powers="")
Pair = tuple[fmpq, fmpq]


def read_level(text: str) -> int:
    """The level down to which all cells are split.  Raises InputError."""
    if not re.fullmatch(r"\d{1,2}", text) or int(text) > MAX_LEVEL:
        raise InputError("--level", f"an integer from 0 to {MAX_LEVEL}", text)
    return int(text)


def read_point(text: str) -> Pair:
    """A point of the triangle, exactly as it is written.  Raises InputError."""
    try:
        first, second = (read_number(part.strip(), COORDINATE).value for part in text.split(","))
    except ValueError:
        raise InputError("--at", "two rationals or decimals >= 0 such as 1/10,0.25", text) from None
    if first + second > 1:
        raise InputError("--at", "e_1 + e_2 <= 1", text)
    return first, second


def basin(
    code: StabilizerCode,
    state: StateFamily,
    level: int | None,
    points: list[Pair],
    output: Path | None,
    progress: Progress,
) -> tuple[dict[str, Any], int]:
    """Find and certify where states flow: the summary (docs/cli.md) and the checker's exit code.

    `points` are pairs of parameters of the family.  Files go to the folder `output`, all of them or none.  `progress`
    is called with (steps done, steps in all).  Raises InputError, Declined or OverBudget before anything is written.
    """
    one = len(state.parameters) == 1
    if one and (level is not None or points):
        found = "--level" if level is not None else "--at"
        raise InputError("family", f"two parameters, with {found}", f"{state.name} with one")
    if code.k != 1:
        raise Declined(f"{code.k} encoded qudits: the output is no state of the family, and no map is iterated")
    name = joined(code.name, state.name, "basin")
    require_same(output, name, code, state)
    parts, done = code.p**2 + CLAIMS, iter(range(code.p**2 + CLAIMS))

    def tick() -> None:
        progress(STEPS * next(done, parts) // parts // 2, STEPS)

    def hear(done: int, total: int) -> None:
        progress(STEPS // 2 + STEPS * done // total // 4, STEPS)

    derivation = Derivation(code, state, tick=tick, hear=hear)
    derivation.map()
    if "map" not in derivation.known:
        raise Declined(derivation.reasons["map"])
    numbers = interval(derivation) if one else triangle(derivation, LEVEL if level is None else level, points)
    summary, exit_code, _ = decide(name, f"derived from the code {code.name} by stillproof basin", derivation, output)
    progress(STEPS, STEPS)
    frame = {key: derivation.known["map"][f"output-{key}"] for key in ("clifford", "twirl")}
    summary |= {
        **numbers,
        **{f"output_{key}": value for key, value in frame.items()},
        "code": code_numbers(derivation.protocol),
        "parameters": state.parameters,
    }
    return {**summary, "certified": which(summary)}, exit_code


def which(summary: dict[str, Any]) -> dict[str, Any]:
    """Which values of a summary claims say that the checker has certified; the fixed points are found, not claimed."""
    good: dict[str, Any] = {"code": certified(summary, "code"), "output_clifford": certified(summary, "map")}
    if "fixed_points" in summary:
        return {**good, "fixed_points": False, "flows_below": certified(summary, "map", "threshold")}
    flows = [certified(summary, f"flow-{number}") for number, _ in enumerate(summary["flows"], 1)]
    return {
        **good,
        "attractors": {found["id"]: certified(summary, found["id"], "basin") for found in summary["attractors"]},
        "flows": flows,
        "thresholds": {found["id"]: certified(summary, found["id"]) for found in summary["thresholds"]},
        "undecided": certified(summary, "basin"),
    }


def triangle(derivation: Derivation, level: int, points: list[Pair]) -> dict[str, Any]:
    """Claims about the basins of a map of two parameters, and what they say."""
    protocol, known, reasons = derivation.protocol, derivation.known, derivation.reasons
    mixed = mixed_point(protocol)
    found: dict[str, Pair] = {}
    for point in attractors(protocol.basins.forms):
        identifier = label(protocol.state, point, mixed, found)
        found[identifier] = point
        derivation.attempt(identifier, "trapping", {"of": "map", "point": list(map(str, point))})
    regions = [identifier for identifier in found if identifier in known]
    if not regions:
        raise Declined(unattracted(found, reasons))
    corners = {x: found[x] for x in regions if max(barycentric(found[x])) == 1 and found[x] != mixed}
    level, lines = split(derivation, level, regions, corners, mixed)
    cover = protocol.basins.cover("basin")
    derivation.attempt("basin", "basin", {"level": level, "of": "map", "regions": regions})
    for name, line in lines.items():
        derivation.attempt(name, "basin-threshold", line)
    flows: list[dict[str, Any]] = []
    for number, point in enumerate(points, 1):
        shown, region_of = list(map(str, point)), cover.at(barycentric(point))
        if region_of == UNKNOWN:
            reasons[f"flow-{number}"] = f"({', '.join(shown)}) is undecided at level {level}"
            flows.append({"point": shown, "region": None})
        else:
            derivation.attempt(f"flow-{number}", "flow", {"of": "basin", "point": shown, "region": regions[region_of]})
            flows.append({"point": shown, "region": regions[region_of]})
    most = dict.fromkeys(range(len(regions)), 0)
    for cell in cover.leaves():
        if cell.region != UNKNOWN:
            most[cell.region] = max(most[cell.region], cell.steps)
    answer = known["basin"]
    return {
        "attractors": [
            {"id": region, "point": known[region]["point"], "share": share, "steps": most[i]}
            for i, (region, share) in enumerate(zip(regions, answer["areas"], strict=True))
        ],
        "flows": flows,
        "level": level,
        "thresholds": [threshold(known[name]) for name in lines],
        "undecided": answer["undecided"],
    }


def unattracted(found: dict[str, Pair], reasons: dict[str, str]) -> str:
    """Why there is no region: the reasons for the fixed points that were found, if they are few."""
    if not found:
        return "no attracting fixed point with small coordinates found"
    if len(found) <= FEW:
        return "; ".join(reasons[x] for x in found)
    return f"{len(found)} fixed points were tried, and around none of them a region is contracted"


def split(
    derivation: Derivation, level: int, regions: list[str], corners: dict[str, Pair], mixed: Pair | None
) -> tuple[int, dict[str, dict[str, Any]]]:
    """Split the cells for the thresholds, before the claim about the cells is answered: its level, their questions.

    Where the segments split all cells of a level, the claim is about the next one, and the cover that of this claim.
    """
    protocol, reasons = derivation.protocol, derivation.reasons
    while True:
        derivation.known["basin"] = {"id": "basin", "kind": "basin", "level": level, "of": "map", "regions": regions}
        cover = protocol.basins.cover("basin")
        lines: dict[str, dict[str, Any]] = {}
        for region, corner in corners.items():
            name = "threshold-" + region.removeprefix("trapping-")
            try:
                if mixed is None or min(barycentric(mixed)) < 0:
                    raise Declined("the maximally mixed state is not in the family")
                start, end = list(map(str, corner)), list(map(str, mixed))
                asked = {"end": end, "of": "basin", "region": region, "start": start}
                lines[name] = narrowest(protocol, name, asked)
                reasons.pop(name, None)
            except Declined as error:
                reasons[name] = str(error)
        reached = min((cell.level for cell in cover.unknown()), default=level)
        if reached <= level:
            return level, lines
        level = reached
        del protocol.basins.covers["basin"]


def narrowest(protocol: Protocol, name: str, asked: dict[str, Any]) -> dict[str, Any]:
    """The question with the smallest of WIDTHS that the cover can be split for.  Raises Declined where none is."""
    for width in WIDTHS:
        try:
            protocol.basins.extend({"id": name, **asked, "width": width})
        except Declined as error:
            reason = error
        else:
            return {**asked, "width": width}
    raise reason


def threshold(claim: dict[str, Any]) -> dict[str, Any]:
    """What a `basin-threshold` claim says."""
    low, high = map(rational, claim["interval"])
    decimal = rounded_decimal(low, high, 10)
    return {"decimal": decimal, **{key: claim[key] for key in ("end", "id", "interval", "region", "start")}}


def mixed_point(protocol: Protocol) -> Pair | None:
    """The parameters of the maximally mixed state, if it is in the family."""
    try:
        first, second = protocol.state.maximally_mixed
    except Declined:
        return None
    return first, second


def label(state: StateFamily, point: Pair, mixed: Pair | None, taken: dict[str, Pair]) -> str:
    """The id of the region around a point: by the state's name for it at a corner, `mixed`, or a letter of no state."""
    names = [f"trapping-{letter}" for letter in LETTERS if letter not in state.weights]
    names += [f"trapping-{number}" for number in range(1, len(LETTERS) + 1)]
    if point == mixed:
        names.insert(0, "trapping-mixed")
    pure = list(state.mixture(point))
    if len(pure) == 1 and len(pure[0]) <= LONGEST and f"trapping-{pure[0]}" not in (*names, "trapping-mixed"):
        names.insert(0, f"trapping-{pure[0]}")
    return next(name for name in names if name not in taken)


def interval(derivation: Derivation) -> dict[str, Any]:
    """Claims about a map of one parameter: what lies below the threshold flows to the target."""
    protocol, known, reasons = derivation.protocol, derivation.known, derivation.reasons
    x = protocol.state.parameter
    if protocol.frame.match != "state":
        raise Declined("only the overlap of the output with the target is known: no map is iterated")
    derivation.attempt("suppression", "suppression", {"of": "map", "output": x})
    derivation.attempt("threshold", "threshold", {"of": "map", "output": x})
    if "threshold" not in known:
        reasons["basin"] = "no threshold"
        return {"fixed_points": fixed_points(protocol, x), "flows_below": None, "target": protocol.state.target}
    low = known["threshold"]["interval"][0]
    return {"fixed_points": fixed_points(protocol, x), "flows_below": low, "target": protocol.state.target}


def fixed_points(protocol: Protocol, output: str) -> list[dict[str, Any]] | None:
    """The fixed points in [0, 1] in order, each in an interval; None where all points are fixed.

    Found by exact isolation of roots; the one that a `threshold` claim names is certified.
    """
    num, den = protocol.function(output)
    loss = num - fmpz_poly([0, 1]) * den
    if not loss:
        return None
    found = []
    accepted = protocol.success.univariate[0]  # where it is 0 there is no output
    if not loss(0) and accepted(0):
        found.append((fmpq(0), fmpq(0)))
    for (low, high), factor in protocol.crossings(output):
        found.append(algebraic.decimal_interval(factor, low, high, THRESHOLD_DIGITS) if low < high else (low, low))
    if not loss(1) and accepted(1):
        found.append((fmpq(1), fmpq(1)))
    return [{"decimal": rounded_decimal(*ends, 25), "interval": list(map(str, ends))} for ends in found]
