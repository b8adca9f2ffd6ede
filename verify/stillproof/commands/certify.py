"""`stillproof certify`: everything that can be certified about a user's code and a state family."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from flint import fmpq

from ..codes.code import StabilizerCode, spelled
from ..codes.importers.read import read
from ..codes.importers.record import notable
from ..enumerators import DEFAULT, class_enumerators, read_budget
from ..errors import Declined, OverBudget
from ..exact.decimals import rounded_decimal
from ..exact.reading import rational
from ..files.text import dumps, joined, write_new
from ..protocols.matching import samples
from ..protocols.missing import Offer, offer
from ..protocols.protocol import Protocol
from ..protocols.state import StateFamily, read_state
from ..statements.checking import Decided, certified, decide, require_same
from ..statements.statement import Derivation, derive
from ..words.progress import Progress
from .report import offer_sentences

Found = TypeVar("Found")
CLAIMS = 24  # about as many as there are claims to try


def certify(
    code_path: Path,
    state_path: Path,
    output: Path | None,
    progress: Progress,
    budget: str | None = None,
    corrected: Path | None = None,
    answers: Mapping[str, Any] | None = None,
) -> tuple[dict[str, Any], int]:
    """Find and certify what can be said of a code and a state: the summary (docs/cli.md) and the checker's exit code.

    The code is in a code file or in a file of another program; `answers` are what that one leaves open
    (codes/importers/asked.py).  The rest is as for `certified_about`.
    """
    record = read(code_path, answers)
    summary, exit_code, _ = certified_about(record.code, read_state(state_path), output, progress, budget, corrected)
    summary["imported"] = record.json() if notable(record) else None
    return summary, exit_code


def certified_about(
    code: StabilizerCode,
    state: StateFamily,
    output: Path | None,
    progress: Progress,
    budget: str | None = None,
    corrected: Path | None = None,
) -> Decided:
    """Find and certify what can be said of a code and a state: the summary (docs/cli.md) and the checker's exit code.

    Files go to the folder `output`, all of them or none.  `budget` is as on the command line.  A corrected code, if one
    is offered, goes to the file `corrected`, unless there is another file of that name.  `progress` is called for
    cosets and claims, and when the checker starts.
    Raises InputError, Declined or OverBudget before anything else is written.
    """
    limit = read_budget(budget) if budget else DEFAULT
    name = joined(code.name, state.name)
    require_same(output, name, code, state)
    steps = code.p ** (2 * code.k) + CLAIMS
    done = iter(range(1, steps - 1))

    def tick() -> None:
        progress(next(done, steps - 1), steps)

    offered = offer(code, state)
    if offered and corrected:
        write_new(corrected, dumps(offered.code.json()) + "\n")
    try:
        found = derive(code, state, limit, tick)
    except (Declined, OverBudget) as error:
        if offered:
            raise type(error)(f"{error}; {'; '.join(offer_sentences(offer_numbers(offered, code, None)))}") from None
        raise
    progress(steps - 1, steps)
    source = f"derived from the code {code.name} by stillproof certify"
    summary, exit_code, files = decide(name, source, found, output)
    progress(steps, steps)
    summary |= numbers(found)
    summary["certified"] = which(summary)
    summary["offer"] = offer_numbers(offered, code, found.protocol) if offered else None
    summary["corrected"] = str(corrected) if offered and corrected else None
    summary["imported"] = None
    return Decided(summary, exit_code, files)


def numbers(found: Derivation) -> dict[str, Any]:
    """The exact values for a summary, those of claims where there are claims; null where there is none."""
    protocol, known = found.protocol, found.known
    code, parameters = protocol.code, protocol.state.parameters
    inside, normalizer = protocol.enumerator
    outputs = optional(lambda: protocol.outputs) or {}
    success = optional(lambda: protocol.success, found.reasons)
    frame = known.get("map", {})
    of = {name: about(found, name) for name in outputs}
    first = next(iter(of.values()), {"suppression": None, "threshold": None})
    summary: dict[str, Any] = {
        "code": {
            **code_numbers(protocol),
            "logical_x": spelled(code.logical_x),
            "logical_z": spelled(code.logical_z),
        },
        "enumerators": {"A": inside, "B": normalizer},
        "map": {name: function.json() for name, function in outputs.items()} or None,
        "negative": optional(lambda: negative(protocol)),
        "outputs": of,
        "parameters": parameters,
        "signed_enumerators": signed(protocol) if code.p == 2 and code.k == 1 else None,
        "success_probability": success.json() if success else None,
        "suppression": first["suppression"],
        "target": protocol.state.target,
        "threshold": first["threshold"],
        **{f"output_{key}": frame.get(f"output-{key}") for key in ("clifford", "twirl", "match")},
    }
    return summary


def ending(found: dict[str, Any] | Derivation, name: str) -> str:
    """How the ids of claims about an output end: of several by its name."""
    k = found.protocol.code.k if isinstance(found, Derivation) else found["code"]["k"]
    return f"-{name}" if k > 1 else ""


def about(found: Derivation, name: str) -> dict[str, Any]:
    """Leading term and threshold of an output, where they are claimed; the input is c x, measured as the output is."""
    suppression, threshold = (found.known.get(f"{kind}{ending(found, name)}") for kind in ("suppression", "threshold"))
    shown = None
    if threshold:
        keys = ("bound", "infidelity", "interval", "polynomial")
        scale = found.protocol.noise if found.protocol.code.k > 1 else fmpq(1)
        low, high = map(rational, threshold["interval"])
        decimal = rounded_decimal(low, high, 25)
        shown = {**{key: threshold[key] for key in keys}, "decimal": decimal, "input": str(scale)}
    leading = {key: suppression[key] for key in ("coefficient", "order")} if suppression else None
    return {"suppression": leading, "threshold": shown}


def which(summary: dict[str, Any]) -> dict[str, Any]:
    """Which values of a summary claims say that the checker has certified."""
    source = "outputs" if summary["code"]["k"] > 1 else "map"
    end = ending(summary, next(iter(summary["outputs"]), ""))
    claims = {
        "code": "code",
        "enumerators": "enumerator",
        "map": source,
        "output_clifford": "map",
        "success_probability": source,
        "suppression": f"suppression{end}",
        "threshold": f"threshold{end}",
    }
    found: dict[str, Any] = {key: certified(summary, claim) for key, claim in claims.items()}
    found["signed_enumerators"] = False  # no claim states them
    kinds = ("suppression", "threshold")
    found["outputs"] = {
        name: {kind: certified(summary, f"{kind}{ending(summary, name)}") for kind in kinds}
        for name in summary["outputs"]
    }
    return found


def negative(protocol: Protocol) -> dict[str, Any] | None:
    """An output parameter that is negative, and where: at one of the points by which frames are chosen."""
    parameters = protocol.state.parameters
    for point in samples(len(parameters)):
        for name, function in protocol.outputs.items():
            if function.den(*point) and function.at(*point) < 0:
                return {"at": list(map(str, point)), "output": name, "value": str(function.at(*point))}
    return None


def offer_numbers(offered: Offer, code: StabilizerCode, protocol: Protocol | None) -> dict[str, Any]:
    """What the corrected code has that this one has not; probabilities where they are known."""
    success = optional(lambda: protocol.success.at(*[fmpq(0)] * len(protocol.state.parameters))) if protocol else None
    return {
        "accepts": offered.accepts,
        "flipped": offered.flipped,
        "name": offered.code.name,
        "p": code.p,
        "powers": list(offered.sites.values()),
        "sites": list(offered.sites),
        "success_at_zero": str(success) if success is not None else None,
        "success_then": str(offered.success) if offered.success is not None else None,
        "symmetries": list(offered.symmetries),
    }


def code_numbers(protocol: Protocol) -> dict[str, Any]:
    """The numbers of the code, and whether its logical operators were given."""
    code = protocol.code
    logicals = "found" if code.logicals_found else "given"
    return {"distance": protocol.distance, "k": code.k, "logicals": logicals, "n": code.n, "p": code.p}


def signed(protocol: Protocol) -> dict[str, list[int]]:
    """For p = 2: operators +T(a) minus operators -T(a), by weight, in S and in the cosets of logical X, Y and Z."""
    code = protocol.code
    sites = {(u, v): int((u, v) != (0, 0)) for u in (0, 1) for v in (0, 1)}
    labels = {"S": (0, 0), "X": (1, 0), "Y": (1, 1), "Z": (0, 1)}
    representatives = [code.encoded([a], [b]) for a, b in labels.values()]
    cosets = class_enumerators(
        code.p,
        code.n,
        list(code.stabilizers),
        list(code.signs),
        [vector for vector, _ in representatives],
        sites,
        protocol.budget,
    )
    found = {}
    for label, (_, phase), rows in zip(labels, representatives, cosets, strict=True):
        sign = 1 - phase  # the phase is 0 or 2: a logical operator is Hermitian
        found[label] = [0] * (code.n + 1)
        for (_, weight), (plus, minus) in rows.items():
            found[label][weight] = sign * (plus - minus)
    return found


def optional(value: Callable[[], Found], reasons: dict[str, str] | None = None) -> Found | None:
    """The value, or None where there is none; why there is no success probability goes to `reasons`."""
    try:
        return value()
    except Declined as error:
        if reasons is not None:
            reasons["success"] = str(error)
        return None
