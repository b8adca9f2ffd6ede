"""`make verify`: recompute every statement, compare with the committed certificates, and let the checker decide."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from ..confirm.agree import confirm
from ..errors import CERTIFIED, DECLINED, Declined, InputError, OverBudget, StillproofError
from ..files.places import statement_names
from ..files.text import write_atomic
from ..statements.checking import run_checker
from ..statements.kernel_list import kernel_theorems, own_list
from ..statements.stated import Stated, read_stated
from ..statements.statement import certificate, disagreements
from ..words.progress import Progress, unheard

Say = Callable[[str], None]


def verify(
    fixtures: Path,
    committed: Path,
    build: Path,
    say: Say,
    update: bool = False,
    hear: Progress = unheard,
) -> int:
    """Regenerate, compare, check; the exit code is 0 only if every claim of every statement was certified.

    Certificates go to `build`; `update` writes them to `committed` too.  `hear` hears of a cover of basins.
    Raises InputError for malformed input.
    """
    names = statement_names(fixtures)
    if not names:
        raise Declined(f"{fixtures / 'statements'}: no statement to verify")
    for stale in build.glob("*.jsonl"):
        stale.unlink()
    worst = CERTIFIED
    total = 0
    done: dict[str, str] = {}  # the SHA-256 of the statements
    for name in names:
        try:
            stated, agrees = regenerated(name, fixtures, committed, build, say, update, hear)
        except (Declined, OverBudget) as error:  # the others keep their verdicts
            say(f"{fixtures}/statements/{name}.json: {error}")
            worst = worst or error.code
            continue
        done[name] = stated.sha256
        total += len(stated.claims)
        worst = worst or (CERTIFIED if agrees else DECLINED)
    exit_code, rows, errors = run_checker(fixtures, build, list(done)) if done else (CERTIFIED, [], "")
    for row in rows:
        say(f"{row['verdict']:<10} {row['statement']}  {row['claim']}  [{row['place']}]")
        if row["message"]:
            say(f"{row['file']}:{row['line']}: {row['message']}")
    if errors:
        say(errors.rstrip())
    certified = sum(row["verdict"] == "certified" for row in rows)
    if exit_code == CERTIFIED and certified != total:
        raise InputError("checker", f"{total} certified claims", certified)
    say(kernel_checked(own_list(committed), done, rows))
    exit_code = exit_code or worst
    word = "VERIFIED" if exit_code == CERTIFIED else f"NOT VERIFIED ({exit_code})"
    say(f"{word}: {certified} of {total} claims certified by the checker, statements read: {len(done)}")
    return exit_code


def regenerated(
    name: str, fixtures: Path, committed: Path, build: Path, say: Say, update: bool, hear: Progress
) -> tuple[Stated, bool]:
    """Recompute one statement and its certificate: the statement, and whether everything agrees."""
    stated = read_stated(fixtures, name, committed, hear)
    claims, protocol = stated.claims, stated.protocol
    say(f"{name}: {len(claims)} claims about {protocol.code.name} and {protocol.state.name}")
    agrees = True
    for line, entry in enumerate(claims, 2):
        for difference in _disagreements(entry, protocol):
            say(f"{fixtures}/statements/{name}.json:{line}: {difference}")
            agrees = False
    about_protocol = any(entry["kind"] != "classification" for entry in claims)
    for confirmation in confirm(protocol) if about_protocol else []:
        say(f"  {confirmation}")
    text = certificate(claims, stated.sha256, protocol)
    write_atomic(build / f"{name}.jsonl", text)
    kept = committed / f"{name}.jsonl"
    if update:
        write_atomic(kept, text)
    same = update or stated.certificate == text
    say(f"  certificate {'reproduced byte for byte' if same else 'DIFFERS from the committed one: ' + str(kept)}")
    return stated, agrees and same


def kernel_checked(listed: Path | None, digests: Mapping[str, str], rows: list[dict[str, Any]]) -> str:
    """How many certified claims are also in an instance that `make prove` lets the kernel check.

    `digests` are the SHA-256 of the statements by their ids.
    """
    theorems = kernel_theorems(listed, digests)
    if theorems is None:
        return "kernel-checked by `make prove`: no list of instances here"
    done = [row for row in rows if row["verdict"] == "certified"]
    formal = sum(row["claim"] in theorems.get(row["statement"], {}) for row in done)
    certified = len(done)
    share = f"{100 * formal / certified:.1f} %" if certified else "none"
    return (
        f"kernel-checked by `make prove`: {formal} of {certified} certified claims ({share}), the rest by the checker"
    )


def _disagreements(entry: dict[str, object], protocol: object) -> list[str]:
    try:
        return disagreements(entry, protocol)  # type: ignore[arg-type]
    except StillproofError as error:
        return [f"{entry['id']}: {error}"]
