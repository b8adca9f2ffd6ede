"""`stillproof certify`: everything that can be certified about a user's code and a state family."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .algebraic import rounded_decimal
from .checking import run_checker
from .code import read_code
from .errors import Declined
from .files import dumps, sha256, statement_text, write_atomic
from .protocol import Protocol
from .state import read_state
from .statement import certificate, derive, statement


def certify(
    code_path: Path, state_path: Path, output: Path | None, progress: Callable[[str], None]
) -> tuple[dict[str, Any], int]:
    """The summary (docs/cli.md) and the checker's exit code; files go to `output`, all of them or none.

    Raises InputError, Declined or OverBudget before anything is written.
    """
    code, state = read_code(code_path), read_state(state_path)
    progress(f"enumerators: n = {code.n}, {code.p + 2} of them")
    claims, reasons, protocol = derive(code, state)
    progress(f"checker: {code.p}^{code.n + 1} elements of the normalizer")
    name = f"{code.name}-{state.name}"
    text = statement_text(statement(name, claims, code, state, f"derived from {code_path.name} by stillproof certify"))
    files = {
        f"codes/{code.name}.json": dumps(code.json()) + "\n",
        f"states/{state.name}.json": dumps(state.data) + "\n",
        f"statements/{name}.json": text,
        f"certificates/{name}.jsonl": certificate(claims, sha256(text), protocol),
    }
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for relative, content in files.items():
            write_atomic(folder / relative, content)
        exit_code, rows, errors = run_checker(folder, folder / "certificates", [name])
    if output is not None and exit_code == 0:
        for relative, content in files.items():
            write_atomic(output / relative, content)
    summary = {
        "certificate": str(output / "certificates" / f"{name}.jsonl")
        if output is not None and exit_code == 0
        else None,
        "claims": {"certified": sum(row["verdict"] == "certified" for row in rows), "total": len(claims)},
        "reasons": reasons,
        "verdict": "certified" if exit_code == 0 else "not certified",
        **numbers(protocol),
    }
    failed = [f"{row['claim']}: {row['message']}" for row in rows if row["verdict"] != "certified"]
    if failed or errors:
        summary["errors"] = [*failed, *errors.splitlines()]
    return summary, exit_code


def numbers(protocol: Protocol) -> dict[str, Any]:
    """The exact values for a summary; null where there is none (`reasons` says why)."""
    code = protocol.code
    inside, normalizer = protocol.enumerator
    summary: dict[str, Any] = {
        "code": {
            "distance": protocol.distance,
            "k": code.n - len(code.stabilizers),
            "logical_x": code.logical_x.json(),
            "logical_z": code.logical_z.json(),
            "logicals": "found" if code.logicals_found else "given",
            "n": code.n,
            "p": code.p,
        },
        "enumerators": {"A": inside, "B": normalizer},
        "map": {protocol.state.parameter: protocol.output.json()},
        "output_twirl": "not needed" if protocol.uniform else "applied",
        "success_probability": protocol.success.json(),
    }
    try:
        order, coefficient = protocol.suppression
        summary["suppression"] = {"coefficient": str(coefficient), "order": order}
    except Declined:
        summary["suppression"] = None
    try:
        found = protocol.threshold
        summary["threshold"] = {
            "decimal": rounded_decimal(found.low, found.high, 25),
            "interval": [str(found.low), str(found.high)],
            "polynomial": [str(c) for c in found.polynomial.coeffs()],
        }
    except Declined:
        summary["threshold"] = None
    return summary
