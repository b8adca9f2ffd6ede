"""Checks and forgeries in bijection: every check of the checker refuses a stored false input, one edit from a true one.

The ids are read off the checker's syntax tree.  A case passes only if its check is the first one that fails and the
exit code is the one that the call stands for; its honest twin, the base, passes whole.
"""

from __future__ import annotations

import ast
import importlib
import subprocess
import sys
from pathlib import Path

import pytest

import forge
import units
from conftest import ROOT
from judge import EXITS, bases, forged_trial, full_trial, honest_trial, judge, nothing_trial
from stillproof_check.run import main

pytestmark = pytest.mark.quick

CHECKER = ROOT / "proofs" / "stillproof_check"
CASES = forge.stored_cases()
SAMPLE = CASES[:: len(CASES) // 10][:10]


def calls() -> list[tuple[str, str, str]]:
    """Every check of the checker: its id, the function it calls, and where it is."""
    found = []
    for path in sorted(CHECKER.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in EXITS:
                place = f"{path.name}:{node.lineno}"
                if path.name != "verdict.py":  # where the four functions are defined
                    assert isinstance(node.args[1], ast.Constant), f"{place}: an id that is not a literal"
                    found.append((str(node.args[1].value), node.func.id, place))
    return found


CODES = {check: EXITS[function] for check, function, _ in calls()}


def test_an_id_names_one_check() -> None:
    seen: dict[str, str] = {}
    for check, _, place in calls():
        assert check not in seen, f"{check}: {seen.get(check)} and {place}"
        seen[check] = place


def test_checks_and_forgeries_are_in_bijection() -> None:
    folders = {path.name for path in forge.FORGED.iterdir() if path.is_dir() and path != forge.BASES}
    assert folders == set(CODES)
    assert {case.check for case in CASES} == set(CODES)


@pytest.mark.spread
@pytest.mark.parametrize("case", CASES, ids=[case.place for case in CASES])
def test_a_forgery_is_refused_by_its_check(case: forge.Case, tmp_path: Path) -> None:
    trial = forged_trial(case, CODES[case.check], tmp_path)
    assert judge(main, trial) == trial.expected


def test_units() -> None:
    assert units.failing(importlib.import_module) == []


@pytest.mark.spread
@pytest.mark.parametrize("base", bases())
def test_an_honest_twin_is_certified(base: str, tmp_path: Path) -> None:
    assert judge(main, honest_trial(base, tmp_path)) == (0, "")


def test_a_file_as_large_as_the_bound_is_read(tmp_path: Path) -> None:
    assert judge(main, full_trial(tmp_path)) == (0, "")


def test_nothing_is_not_certified(tmp_path: Path) -> None:
    assert judge(main, nothing_trial(tmp_path)) == (11, "")


@pytest.mark.spread
@pytest.mark.parametrize("case", CASES, ids=[case.place for case in CASES])
def test_forgery_and_twin_differ_by_one_edit(case: forge.Case) -> None:
    folder = forge.FORGED / case.place
    stored = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert stored == ({} if case.builder else forge.changed(case))
    assert case.why
    if not case.builder:
        assert case.old != case.new
        assert stored[forge.base_paths(case.base)[case.file]] != b""


def test_the_script_makes_the_stored_forgeries() -> None:
    made = {path: data for case in forge.numbered() for path, data in forge.contents(case).items()}
    stored = {
        str(path.relative_to(forge.FORGED)): path.read_bytes()
        for path in forge.FORGED.rglob("*")
        if path.is_file() and forge.BASES not in path.parents and path.parent != forge.FORGED
    }
    assert sorted(made) == sorted(stored)
    assert [path for path in made if made[path] != stored[path]] == []


@pytest.mark.parametrize("case", SAMPLE, ids=[case.place for case in SAMPLE])
def test_the_command_line_agrees(case: forge.Case, tmp_path: Path) -> None:
    trial = forged_trial(case, CODES[case.check], tmp_path)
    command = [sys.executable, "-I", "-S", str(ROOT / "proofs"), str(tmp_path), str(tmp_path / "certificates")]
    done = subprocess.run([*command, *trial.words], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == trial.expected[0]
    lines = [line.split(": ") for line in done.stdout.splitlines()]
    assert next(line[1] for line in lines if line[0].startswith(str(tmp_path))) == case.check
