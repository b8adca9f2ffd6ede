"""Run the checker in a process of its own, which sees only fixtures and certificates."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from ..codes.code import StabilizerCode
from ..errors import InputError
from ..files.places import certificates_of
from ..files.text import dumps, read_json, sha256, statement_text, write_atomic
from ..protocols.protocol import Protocol
from ..protocols.state import StateFamily
from .statement import Derivation, certificate, statement


def run_checker(fixtures: Path, certificates: Path | None, names: list[str]) -> tuple[int, list[dict[str, Any]], str]:
    """Run the checker: returns its exit code, its rows, and what it wrote on stderr.

    `certificates` may be None: then they are those that belong to the folder `fixtures`.  The exit code alone decides;
    the rows are only for display.  A checker that broke has no rows.
    """
    folders = [str(fixtures), str(certificates or certificates_of(fixtures))]
    command = [sys.executable, "-I", "-m", "stillproof_check", *folders, *names, "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        rows = json.loads(done.stdout)["rows"]
    except (ValueError, KeyError):
        rows = []
    return done.returncode, rows, done.stderr


def refused(rows: list[dict[str, Any]]) -> list[str]:
    """Which claims are not certified, and why: statement, claim and message of these rows."""
    return [f"{row['statement']}: {row['claim']}: {row['message']}" for row in rows if row["code"]]


def pair(name: str, source: str, claims: Sequence[dict[str, Any]], protocol: Protocol) -> dict[str, str]:
    """Code, state, statement and certificate by path, in the shape of `fixtures/`."""
    code, state = protocol.code, protocol.state
    text = statement_text(statement(name, claims, code, state, source))
    return {
        f"codes/{code.name}.json": dumps(code.json()) + "\n",
        f"states/{state.name}.json": dumps(state.data) + "\n",
        f"statements/{name}.json": text,
        f"certificates/{name}.jsonl": certificate(claims, sha256(text), protocol),
    }


def checked(name: str, files: dict[str, str]) -> tuple[int, list[dict[str, Any]], str]:
    """What the checker says of files that `pair` made: as `run_checker`."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        write_files(folder, files)
        return run_checker(folder, folder / "certificates", [name])


def write_files(folder: Path, files: dict[str, str]) -> None:
    """Write files by their paths, each whole or not at all."""
    for relative, content in files.items():
        write_atomic(folder / relative, content)


def require_same(output: Path | None, name: str, code: StabilizerCode, state: StateFamily) -> None:
    """Raises InputError if a folder has another code, state or subject of these names: its certificate would break.

    A file that is none of these is written over, as an older version of the same is.
    """
    wanted: dict[str, Any] = {
        f"codes/{code.name}.json": code.json(),
        f"states/{state.name}.json": state.data,
        f"statements/{name}.json": {"code": code.name, "state": state.name},
    }
    for relative, content in wanted.items() if output is not None else ():
        path = Path(output or "", relative)
        try:
            found = read_json(path)
            if relative.startswith("statements/"):
                found = {key: found[key]["name"] for key in ("code", "state")}
        except (InputError, KeyError, TypeError):
            continue
        if found != content:
            raise InputError(str(path), "no other file of this name", "one about something else")


def certified(summary: dict[str, Any], *claims: str) -> bool:
    """Whether the checker has certified all of these claims."""
    return bool(claims) and all(summary["verdicts"].get(claim) == "certified" for claim in claims)


class Decided(NamedTuple):
    """What the checker says of a statement: the part of a summary that says so, its exit code, and the four files."""

    summary: dict[str, Any]
    code: int
    files: dict[str, str]


def decide(name: str, source: str, found: Derivation, output: Path | None) -> Decided:
    """State what was found and let the checker decide.

    `verdicts` has the checker's word on every claim that it came to.

    Code, state, statement and certificate go to `output` if it is certified: all of them or none.
    """
    files = pair(name, source, found.claims, found.protocol)
    exit_code, rows, errors = checked(name, files)
    written = output if exit_code == 0 else None
    if written is not None:
        write_files(written, files)
    summary: dict[str, Any] = {
        "certificate": str(written / "certificates" / f"{name}.jsonl") if written is not None else None,
        "claims": {"certified": sum(row["verdict"] == "certified" for row in rows), "total": len(found.claims)},
        "reasons": found.reasons,
        "verdicts": {row["claim"]: row["verdict"] for row in rows},
        "verdict": "certified" if exit_code == 0 else "not certified",
    }
    failed = [f"{row['claim']}: {row['message']}" for row in rows if row["verdict"] != "certified"]
    if failed or errors:
        summary["errors"] = [*failed, *errors.splitlines()]
    return Decided(summary, exit_code, files)
