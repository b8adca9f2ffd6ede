"""A fault of the checker itself is a row of its own: the other verdicts stay, and the run does not end in success."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT
from judge import base_files, honest_trial, judge, write
from stillproof_check import run
from stillproof_check.entry import loader
from stillproof_check.rules.headline import threshold
from stillproof_check.run import check_pair, main

FAULTS = [KeyError("value"), ValueError("min() arg is an empty sequence"), StopIteration(), ZeroDivisionError("x/0"),
          RecursionError("too deep"), MemoryError(), AttributeError("no such thing"), AssertionError()]  # fmt: skip


def folder(tmp_path: Path) -> Path:
    """A committed statement with a threshold among its claims."""
    name = "golay11-strange"
    for part in ("codes/golay11.json", "states/strange.json", f"statements/{name}.json"):
        (tmp_path / part).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / "fixtures" / part, tmp_path / part)
    (tmp_path / "certificates").mkdir()
    shutil.copy(ROOT / "proofs" / "certificates" / f"{name}.jsonl", tmp_path / "certificates")
    return tmp_path


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: type(fault).__name__)
def test_one_claim_does_not_take_the_others_down(tmp_path: Path, monkeypatch: Any, fault: Exception) -> None:
    def check(*_: Any) -> dict[str, Any]:
        raise fault

    monkeypatch.setattr(threshold, "check", check)
    root = folder(tmp_path)
    rows = check_pair(str(root), str(root / "certificates"), "golay11-strange")
    words = {row["claim"]: row["verdict"] for row in rows}
    assert words["threshold"] == "broken"
    assert words["map"] == words["code"] == "certified"
    assert set(words.values()) <= {"broken", "certified", "declined"}  # declined: what rests on the threshold
    (broken,) = (row for row in rows if row["verdict"] == "broken")
    assert broken["code"] == 1
    assert broken["file"].endswith("golay11-strange.json")
    assert broken["line"] == list(words).index("threshold") + 2
    assert f"{type(fault).__name__} at test_broken.py:" in broken["message"]
    assert run.exit_code(rows) == 1
    assert run.report(rows)[-1].startswith("NOT CERTIFIED (1)")


@pytest.mark.parametrize("where", ["read_subject", "read_certificate", "read_facts", "bind"])
def test_a_fault_outside_of_claims_is_one_row(tmp_path: Path, monkeypatch: Any, where: str) -> None:
    def fails(*_: Any) -> Any:
        raise IndexError("out of range")

    monkeypatch.setattr(loader if where == "read_certificate" else run, where, fails)
    write(base_files("one"), tmp_path)
    (row,) = check_pair(str(tmp_path), str(tmp_path / "certificates"), "one")
    assert (row["verdict"], row["code"]) == ("broken", 1)
    assert "IndexError" in row["message"]


def test_the_run_ends_with_1(tmp_path: Path, monkeypatch: Any) -> None:
    trial = honest_trial("one", tmp_path)
    assert judge(main, trial) == (0, "")
    monkeypatch.setattr(run, "bind", lambda *_: {}["bind"])
    assert judge(main, trial) == (1, "checker.broken")


def test_a_refusal_stays_a_refusal_and_an_interrupt_an_interrupt(tmp_path: Path, monkeypatch: Any) -> None:
    def interrupted(*_: Any) -> Any:
        raise KeyboardInterrupt

    monkeypatch.setattr(run, "bind", interrupted)
    write(base_files("one"), tmp_path)
    with pytest.raises(KeyboardInterrupt):
        check_pair(str(tmp_path), str(tmp_path / "certificates"), "one")
