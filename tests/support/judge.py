"""Running the checker in this process, on forgeries and honest files: exit code, id of the first check that fails."""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

from forge import BASES, BUILDERS, MAX_BYTES, Case, base_files, lay_out, write

EXITS = {"require": 10, "supported": 11, "wellformed": 12, "Refusal": 12, "within": 13}  # by what the check calls


@dataclass(frozen=True)
class Trial:
    """One run: where the files are, what to ask for, and what the checker has to say."""

    name: str
    root: Path
    words: tuple[str, ...]  # names of statements; none: all of them
    expected: tuple[int, str]  # exit code, id of the first check that fails
    growing: bool = False


def judge(main: Callable[[], None], trial: Trial) -> tuple[int, str]:
    """What the checker's `main` says: its exit code, and the id of the first check that fails, if one does."""
    out = io.StringIO()
    root = str(trial.root)
    argv = ["stillproof-check", root, os.path.join(root, "certificates"), *trial.words, "--json"]
    with mock.patch.object(sys, "argv", argv), contextlib.redirect_stdout(out), smaller(trial.growing):
        try:
            main()
            code = -1
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else -1
    rows: list[dict[str, Any]] = json.loads(out.getvalue())["rows"]
    failed = [row["message"] for row in rows if row["code"] != 0]
    return code, failed[0].partition(":")[0] if failed else ""


@contextlib.contextmanager
def smaller(active: bool) -> Iterator[None]:
    """While active, `os.fstat` reports at most the bound on a file's size: the file has not grown yet."""
    if not active:
        yield
        return
    true_fstat = os.fstat

    def fstat(handle: int) -> Any:
        status = true_fstat(handle)
        return mock.Mock(st_mode=status.st_mode, st_size=min(status.st_size, MAX_BYTES))

    with mock.patch.object(os, "fstat", fstat):
        yield


def forged_trial(case: Case, root: Path) -> Trial:
    """A forgery, laid out below an empty folder."""
    lay_out(case, root)
    return Trial(case.id, root, (), (case.verdict, case.check), case.builder == "growing")


def honest_trial(base: str, root: Path) -> Trial:
    """An honest base, laid out below an empty folder; it is asked for by its name."""
    write(base_files(base), root)
    return Trial(base, root, (base,), (0, ""))


def full_trial(root: Path) -> Trial:
    """An honest base with a code file of exactly the size that is allowed."""
    write(base_files("one"), root)
    BUILDERS["full"](root / "codes" / "one.json")
    return Trial("a file as large as the bound", root, (), (0, ""))


def nothing_trial(root: Path) -> Trial:
    """No statement at all, which is not success."""
    (root / "statements").mkdir(parents=True)
    return Trial("no statement", root, (), (11, ""))


def bases() -> list[str]:
    """The names of the honest bases."""
    return sorted(path.stem for path in (BASES / "statements").glob("*.json"))
