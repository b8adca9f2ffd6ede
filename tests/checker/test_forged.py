"""Checks and forgeries in bijection: every check of the checker refuses a false input, one edit from a true one.

The ids are read off the checker's syntax tree.  A case passes only if its check is the first one that fails and the
exit code is the one that its row says and that the call stands for; its honest twin, the base, passes whole.

The tests marked `sample` are those that tests/checker/mutation.py begins with: in CI its lane does them.
"""

from __future__ import annotations

import ast
import importlib
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import all_forgeries
import forge
import units
from conftest import ROOT
from judge import EXITS, bases, forged_trial, full_trial, honest_trial, judge, nothing_trial
from stillproof_check.lemmas import LEMMAS
from stillproof_check.rules.table import RULES
from stillproof_check.run import main

pytestmark = pytest.mark.quick

CHECKER = ROOT / "proofs" / "stillproof_check"
CASES = all_forgeries.cases()
MANIFEST = json.loads(all_forgeries.MANIFEST.read_text())
RETIRED = all_forgeries.retired()
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
    assert {case.check: case.verdict for case in CASES} == CODES
    assert not [case.id for case in CASES if case.verdict != CODES[case.check]]


def test_a_forgery_stands_in_the_table_of_its_kind() -> None:
    for table in all_forgeries.tables():
        own = table.parent.name.replace("_", "-")
        kinds = {case.check.partition(".")[0] for case in all_forgeries.rows(table)}
        assert kinds == {own} if table.stem == "forgeries" else not kinds & RULES.keys(), table
    folders = {path.name for path in (all_forgeries.TESTS / "kinds").iterdir() if path.name != "__pycache__"}
    assert folders == {kind.replace("-", "_") for kind in RULES}


@pytest.mark.sample
@pytest.mark.spread
@pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])
def test_a_forgery_is_refused_by_its_check(case: forge.Case, tmp_path: Path) -> None:
    trial = forged_trial(case, tmp_path)
    assert judge(main, trial) == trial.expected


@pytest.mark.sample
def test_units() -> None:
    assert units.failing(importlib.import_module) == []


@pytest.mark.sample
@pytest.mark.spread
@pytest.mark.parametrize("base", bases())
def test_an_honest_twin_is_certified(base: str, tmp_path: Path) -> None:
    assert judge(main, honest_trial(base, tmp_path)) == (0, "")


@pytest.mark.sample
def test_a_file_as_large_as_the_bound_is_read(tmp_path: Path) -> None:
    assert judge(main, full_trial(tmp_path)) == (0, "")


@pytest.mark.sample
def test_nothing_is_not_certified(tmp_path: Path) -> None:
    assert judge(main, nothing_trial(tmp_path)) == (11, "")


@pytest.mark.spread
@pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])
def test_forgery_and_twin_differ_by_one_edit(case: forge.Case) -> None:
    assert MANIFEST[case.id] == all_forgeries.entry(case)
    assert case.why
    if not case.builder:
        assert case.old != case.new
        assert forge.forge(case)[forge.base_paths(case.base)[case.file]] != b""


def test_the_manifest_is_that_of_the_tables() -> None:
    assert all_forgeries.MANIFEST.read_text() == all_forgeries.manifest(), "run `make forge`, and read what differs"


def test_no_id_is_used_again() -> None:
    """The numbers of a check that are not in use are retired; what is retired has a successor that is in use."""
    ids = [case.id for case in CASES]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[a-z0-9.-]+/[1-9][0-9]*", identifier) for identifier in ids)
    assert not RETIRED["checks"].keys() & CODES.keys()
    assert not RETIRED["forgeries"].keys() & set(ids)
    for successors in RETIRED["checks"].values():
        assert successors
        assert set(successors) <= CODES.keys() | LEMMAS.keys()
    for successors in RETIRED["forgeries"].values():
        assert successors
        assert set(successors) <= set(ids)
    for check in CODES:
        known = [x.rpartition("/") for x in [*ids, *RETIRED["forgeries"]]]
        numbers = sorted(int(number) for name, _, number in known if name == check)
        assert numbers == list(range(1, len(numbers) + 1)), check


def test_a_forgery_that_is_dropped_has_to_be_retired() -> None:
    assert all_forgeries.gone(MANIFEST) == []
    assert all_forgeries.gone({**MANIFEST, "map.output/99": {}}) == ["map.output/99"]
    assert all_forgeries.gone(dict.fromkeys(["closed-form.cubic/1", *RETIRED["forgeries"]])) == []


def test_a_forgery_is_laid_out_for_a_reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(all_forgeries, "BUILT", tmp_path / "build" / "forgery")
    monkeypatch.setattr(all_forgeries, "TESTS", tmp_path / "tests")
    said = all_forgeries.show("code.distance/1")
    case = next(case for case in CASES if case.id == "code.distance/1")
    assert said.startswith("code.distance/1: refused (exit code 10), first by the check code.distance\n")
    assert f"false: {case.why}\n" in said
    for path, data in forge.forge(case).items():
        assert (tmp_path / "build" / "forgery" / "code.distance-1" / path).read_bytes() == data
    assert all_forgeries.show("code.distance").count("false: ") == sum(case.check == "code.distance" for case in CASES)
    for wanted, expected in (
        ("closed-form.cubic/1", "retired; after it came radicals."),
        ("code.distanc/1", "code.dist"),
    ):
        with pytest.raises(SystemExit) as stop:
            all_forgeries.show(wanted)
        assert stop.value.code == 2
        assert expected in capsys.readouterr().err


@pytest.mark.parametrize("case", SAMPLE, ids=[case.id for case in SAMPLE])
def test_the_command_line_agrees(case: forge.Case, tmp_path: Path) -> None:
    trial = forged_trial(case, tmp_path)
    command = [sys.executable, "-I", "-S", str(ROOT / "proofs"), str(tmp_path), str(tmp_path / "certificates")]
    done = subprocess.run([*command, *trial.words], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == trial.expected[0]
    lines = [line.split(": ") for line in done.stdout.splitlines()]
    assert next(line[1] for line in lines if line[0].startswith(str(tmp_path))) == case.check
