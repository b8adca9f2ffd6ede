"""`make prove-independent`: coqchk gets so much memory and no more, and what it does not read is said."""

import importlib
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from conftest import ROOT

THEORY = ROOT / "proofs" / "theory"


@pytest.fixture
def prove(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """proofs/theory/prove.py."""
    monkeypatch.syspath_prepend(str(THEORY))
    return importlib.import_module("prove")


def take(size: str) -> list[str]:
    """A program that asks for memory."""
    return [sys.executable, "-c", f"print(len(bytearray({size})))"]


def test_the_limit_of_memory_is_one(prove: ModuleType) -> None:
    assert prove.limited(take("1 << 20"), 1 << 30) == (0, "1048576\n")
    code, said = prove.limited(take("1 << 30"), 1 << 29)
    assert code != 0
    assert "MemoryError" in said


FAKES = {
    "asks for more than it gets": ("bytearray(4 << 30)", 11, "asked for more"),
    "is killed": ("import os; os.kill(os.getpid(), 9)", 11, "asked for more"),
    "finds something wrong": ("raise SystemExit('Error: not the same type')", 10, "NOT ACCEPTED"),
    "says nothing": ("pass", 10, "NOT ACCEPTED"),
}


@pytest.mark.parametrize("what", FAKES)
def test_a_coqchk_that(
    what: str, prove: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    body, code, said = FAKES[what]
    fake = tmp_path / "coqchk"
    fake.write_text(f"#!{sys.executable} -IS\n{body}\n")
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    assert prove.independent() == code
    shown = capsys.readouterr().out
    assert said in shown
    assert "no axiom" not in shown


def test_what_is_left_out_is_named_and_nothing_rests_on_it(
    prove: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    summary = "\n".join(f"* {title}: <none>\n" for title in prove.ASSUMED)
    asked: list[str] = []

    def limited(command: list[str], memory: int) -> tuple[int, str]:
        asked.extend(command)
        return 0, summary

    monkeypatch.setattr(prove, "limited", limited)
    assert prove.independent() == 0
    shown = capsys.readouterr().out
    files = {path.stem for path in THEORY.glob("*.v")} - {"Assumptions"}
    read = {word.removeprefix("Stillproof.") for word in asked if word.startswith("Stillproof.")}
    assert files - read == set(prove.LEFT_OUT)
    assert f"left out: {', '.join(prove.LEFT_OUT)} " in shown
    assert f"coqchk read {len(read)} files of the theory: no axiom" in shown
    for path in THEORY.rglob("*.v"):
        required = re.findall(r"^From Stillproof\S* Require (?:Import )?(.*?)\.$", path.read_text(), re.M | re.S)
        assert not set(prove.LEFT_OUT) & set(" ".join(required).split()), path
