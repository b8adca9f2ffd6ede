"""The record of the nights: what a run said of itself, and nothing else."""

from __future__ import annotations

import sys

import pytest

from conftest import ROOT

sys.path.append(str(ROOT / "dev"))

import night

pytestmark = pytest.mark.quick

AT = {"commit": "0123abcd", "date": "2026-01-02", "minutes": 7, "seed": 20260102}
ATTACK = next(part for part in night.PARTS if part.name == "attack")
PROVE = next(part for part in night.PARTS if part.name == "prove")
OUTPUT = "seeds from 20260102: 5 of 6 attempts refused (leaf 5)\n1 accepted\n"


def test_a_run_is_recorded_as_what_it_said() -> None:
    row = night.entry(ATTACK, 1, OUTPUT, AT)
    assert row == {
        "part": "attack", "what": "spoiled files", "passed": False,
        "said": ["seeds from 20260102: 5 of 6 attempts refused (leaf 5)"], **AT,
    }  # fmt: skip
    assert night.entry(ATTACK, 0, OUTPUT, AT)["passed"]
    assert "seed" not in night.entry(PROVE, 0, "", AT)


def test_a_run_that_counted_nothing_did_not_pass() -> None:
    assert not night.entry(PROVE, 0, "nothing to be done\n", AT)["passed"]


def test_the_last_run_of_a_part_stands_in_the_record() -> None:
    first = night.entry(ATTACK, 0, OUTPUT, AT)
    other = night.entry(PROVE, 0, "kernel-checked claims: 3, of 1 statements\n", AT)
    rows = night.recorded(night.recorded(night.recorded([], first), other), {**first, "date": "2026-01-03"})
    assert [(row["part"], row["date"]) for row in rows] == [("attack", "2026-01-03"), ("prove", "2026-01-02")]


def test_the_page_has_date_commit_seed_and_count() -> None:
    assert night.table([]) == "No night has been recorded yet."
    rows = [night.entry(ATTACK, 1, OUTPUT, AT), night.entry(PROVE, 0, "coqchk read 3 files | no axiom\n", AT)]
    lines = night.table(rows).splitlines()
    said = "seeds from 20260102: 5 of 6 attempts refused (leaf 5)"
    assert lines[2] == f"| spoiled files | 2026-01-02 | `0123abcd` | 20260102 | {said} | **failed** |"
    assert lines[3].endswith("| - | coqchk read 3 files \\| no axiom | passed |")


def test_every_part_has_a_command_of_its_own_and_a_seed_is_used() -> None:
    assert len({part.name for part in night.PARTS}) == len(night.PARTS)
    for part in night.PARTS:
        assert ("SEED" in part.command) == part.seeded


def test_the_stored_record_can_be_shown() -> None:
    assert night.table(night.read())
