"""`stillproof certify`: everything that can be certified about a user's code and a state family."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from .algebraic import rational, rounded_decimal
from .checking import decide
from .claims import map_, suppression, threshold
from .code import read_code, spelled
from .enumerators import DEFAULT, Budget, class_enumerators
from .errors import Declined
from .protocol import Protocol
from .state import read_state
from .statement import derive

Found = TypeVar("Found")
CLAIMS = 24  # about as many as there are claims to try


def certify(
    code_path: Path,
    state_path: Path,
    output: Path | None,
    progress: Callable[[int, int], None],
    budget: Budget = DEFAULT,
) -> tuple[dict[str, Any], int]:
    """The summary (docs/cli.md) and the checker's exit code; files go to `output`, all of them or none.

    `progress` hears how many steps are done, of how many: cosets, claims, and the checker at the end.  Raises
    InputError, Declined or OverBudget before anything is written.
    """
    code, state = read_code(code_path), read_state(state_path)
    steps = code.p ** (2 * code.k) + CLAIMS
    done = iter(range(1, steps - 1))

    def tick() -> None:
        progress(next(done, steps - 1), steps)

    found = derive(code, state, budget, tick)
    progress(steps - 1, steps)
    source = f"derived from {code_path.name} by stillproof certify"
    summary, exit_code = decide(f"{code.name}-{state.name}", source, found, output)
    progress(steps, steps)
    return {**summary, **numbers(found.protocol)}, exit_code


def numbers(protocol: Protocol) -> dict[str, Any]:
    """The exact values for a summary; null where there is none (`reasons` says why)."""
    code = protocol.code
    inside, normalizer = protocol.enumerator
    enumerators: dict[str, Any] = {"A": inside, "B": normalizer}
    if code.p == 2 and code.k == 1:
        enumerators["signed"] = signed(protocol)
    summary: dict[str, Any] = {
        "code": {
            **code_numbers(protocol),
            "logical_x": spelled(code.logical_x),
            "logical_z": spelled(code.logical_z),
        },
        "enumerators": enumerators,
        "parameters": protocol.state.parameters,
    }
    outputs = optional(lambda: protocol.outputs) or {}
    summary["map"] = {name: found.json() for name, found in outputs.items()} or None
    found = optional(lambda: protocol.success)
    summary["success_probability"] = found.json() if found else None
    frame = map_.question(protocol) if outputs and code.k == 1 else {}
    for key in ("clifford", "twirl", "match"):
        summary[f"output_{key}"] = frame.get(f"output-{key}")
    first: dict[str, Any] = {"output": next(iter(outputs), "")}
    single = bool(outputs) and len(protocol.state.parameters) == 1
    summary["suppression"] = optional(lambda: suppression.answer(first, protocol)) if single else None
    found_threshold = optional(lambda: threshold.answer(first, protocol)) if single else None
    if found_threshold:
        low, high = (rational(end) for end in found_threshold["interval"])
        found_threshold["decimal"] = rounded_decimal(low, high, 25)
    summary["threshold"] = found_threshold
    return summary


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


def optional(value: Callable[[], Found]) -> Found | None:
    """The value, or None where there is none."""
    try:
        return value()
    except Declined:
        return None
