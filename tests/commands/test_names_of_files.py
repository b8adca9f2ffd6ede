"""Files may be called anything that the system takes: what is printed stays one line, and nothing breaks."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from conftest import ROOT, stillproof
from stillproof.words.sentences import printable

ODD = ("f\u00fcnf", "a\nb", 'quote"', "back\\slash", "tab\tescape\x1b[31m")


@pytest.mark.parametrize("name", ODD)
def test_a_code_file_may_have_any_name(name: str, tmp_path: Path) -> None:
    code, folder = tmp_path / f"{name}.json", tmp_path / f"out {name}"
    shutil.copy(ROOT / "fixtures" / "codes" / "five-qubit.json", code)
    done = stillproof("certify", str(code), "--state", "t", "-o", str(folder))
    assert (done.returncode, done.stderr) == (0, "")
    last = done.stdout.splitlines()[-1]
    assert last == f"certificate    {printable(folder)}/certificates/five-qubit-t.jsonl"
    assert last.isprintable()


@pytest.mark.parametrize("command", [("certify", "--state", "t"), ("gate",), ("show", "--fixtures")])
def test_a_name_that_is_not_there_is_said_on_one_line(command: tuple[str, ...], tmp_path: Path) -> None:
    first, *rest = command
    words = (first, *rest, str(tmp_path / "no\nthing.json"))
    done = stillproof(*words)
    assert done.returncode
    assert done.stderr.count("\n") == 1
    assert "no\\nthing.json" in done.stderr


def test_folders_that_are_written(tmp_path: Path) -> None:
    for command in ("vectors", "plot", "supplement"):
        folder = tmp_path / f"{command}\nof one"
        done = stillproof(command, "golay11-strange", "-o", str(folder))
        assert (done.returncode, done.stderr) == (0, "")
        assert f"{command}\\nof one" in done.stdout
        assert folder.is_dir()
