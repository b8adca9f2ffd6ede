"""Programs that are asked: right ones pass, and no way of being wrong, late, loud or silent does."""

import json
import shlex
import subprocess
import sys
import time
from pathlib import Path

import pytest

from conftest import ROOT, stillproof

FOLDER = ROOT / "tests" / "gate" / "implementations"
VERDICTS = {  # exit code, and how many of each verdict; the rest of the twelve is malformed
    "honest": (0, {"certified": 12}),
    "declines": (11, {"declined": 12}),
    "flips_a_sign": (10, {"certified": 4, "refuted": 8}),
    "wrong_root": (10, {"certified": 11, "refuted": 1}),
    "rounds_to_float": (12, {"certified": 8}),
    "swaps_two_answers": (12, {"certified": 10}),
    "lies_about_the_count": (12, {"certified": 12}),
    "crashes": (12, {"certified": 3}),
    "hangs": (12, {"certified": 1}),
    "silent": (12, {}),
    "garbage": (12, {}),
}


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The questions about one protocol."""
    path = tmp_path_factory.mktemp("questions") / "questions.jsonl"
    path.write_text(stillproof("questions", "golay11-strange").stdout, encoding="ascii")
    return path


def run(program: str | Path, questions: Path, *options: object) -> subprocess.CompletedProcess[str]:
    """The gate, asking a Python program: a file, or text for -c."""
    parts = [sys.executable, str(program)] if isinstance(program, Path) else [sys.executable, "-c", program]
    options = options or ("--report", "json")
    return stillproof("gate", "--run", shlex.join(parts), questions, "--timeout", 2, *options)


def one(folder: Path) -> Path:
    """A file with one question."""
    path = folder / "one.jsonl"
    path.write_text('{"id":"d","protocol":"golay11-strange","quantity":"distance"}\n', encoding="ascii")
    return path


@pytest.mark.parametrize("name", VERDICTS)
def test_control(name: str, asked: Path) -> None:
    done = run(FOLDER / f"{name}.py", asked)
    code, counts = VERDICTS[name]
    report = json.loads(done.stdout)
    assert done.returncode == code == report["exit_code"]
    assert {**counts, "malformed": 12 - sum(counts.values())} == {
        verdict: count for verdict, count in report["counts"].items() if count or verdict == "malformed"
    }
    assert done.stderr == "".join(f"stillproof: {error}\n" for error in report["errors"])
    assert bool(report["errors"]) == (name == "lies_about_the_count")


def test_the_end_of_standard_error_is_shown(tmp_path: Path) -> None:
    """Where a program fails, and in every report: its last lines, in ASCII on one line, however much it wrote."""
    noise = "import sys; sys.stderr.write('x' * 300000 + '\\n\\nfirst\\nsecond\\n'); sys.stderr.flush(); input(); "
    for failing in (
        "raise SystemExit('\\x1b[31m third \\u03b4')",
        'print(\'{"id":"d","value":5}\'); raise SystemExit(\'third\')',
    ):
        done = run(noise + failing, one(tmp_path))
        report = json.loads(done.stdout)
        texts = [row["reason"] for row in report["claims"]] + report["errors"]
        told = [text for text in texts if "Its standard error ends with: first | second | " in text]
        assert len(told) == 1
        assert "third" in told[0]
        assert "the program ended with exit code 1" in told[0]
        assert told[0].isascii()
        assert "\n" not in told[0]
        assert len(told[0]) < 500
        assert "first | second" in run(noise + failing, one(tmp_path), "--report", "github").stdout
    done = run(noise + 'print(\'{"id":"d","value":5}\')', one(tmp_path))
    assert (done.returncode, "standard error" in done.stdout) == (0, False)
    silent = json.loads(run("raise SystemExit(3)", one(tmp_path)).stdout)
    assert silent["claims"][0]["reason"] == "the program ended with exit code 3"


def test_every_control_is_run_and_listed() -> None:
    files = {path.stem for path in FOLDER.glob("*.py")} - {"golay"}
    readme = (FOLDER / "README.md").read_text(encoding="ascii")
    assert files == set(VERDICTS)
    for name, (code, counts) in VERDICTS.items():
        row = next(line for line in readme.splitlines() if line.startswith(f"| `{name}.py`"))
        assert row.endswith(f"| {code} |")
        assert all(f"{count} {verdict}" in row for verdict, count in counts.items())


def test_reports_for_ci_name_the_command_and_no_file(tmp_path: Path) -> None:
    command = "print(1)"
    github = run(command, one(tmp_path), "--report", "github").stdout.splitlines()
    assert github
    for line in github:
        assert line.partition("::")[2].partition("::")[0].endswith("-c 'print(1)'")
        assert " title=" in line
        assert "file=" not in line
    sarif = json.loads(run(command, one(tmp_path), "--report", "sarif").stdout)
    locations = [place for found in sarif["runs"][0]["results"] for place in found["locations"]]
    assert locations
    assert all(place["logicalLocations"][0]["name"].endswith("-c 'print(1)'") for place in locations)
    assert not any("physicalLocation" in place for place in locations)


@pytest.mark.parametrize("report", ["text", "junit", "sarif", "github"])
def test_garbage_never_breaks_a_report(report: str, asked: Path) -> None:
    """Integers of 5000 digits and lone surrogates as keys are malformed; both once ended the gate by a traceback."""
    done = run(FOLDER / "garbage.py", asked, "--report", report)
    assert (done.returncode, done.stderr) == (12, "")
    assert done.stdout.isascii()


def test_a_key_cannot_start_a_line_of_the_report(tmp_path: Path) -> None:
    done = run(r"input(); print('{\"id\":\"d\",\"x\\n::notice::passed\":1}')", one(tmp_path), "--report", "github")
    assert done.returncode == 12
    assert not any(line.startswith("::notice::passed") for line in done.stdout.splitlines())
    done = run(r"input(); print('{\"a\\nb\":1,\"a\\nb\":1}')", one(tmp_path), "--report", "text")
    assert len(done.stdout.splitlines()) == 2


def test_a_long_decimal_is_judged(tmp_path: Path) -> None:
    """4000 digits and 4000 decimals are within the bounds of the format, and beyond Python's own."""
    path = tmp_path / "one.jsonl"
    question = {"id": "i", "protocol": "golay11-strange", "quantity": "inputs-per-output"}
    path.write_text(json.dumps({**question, "success-probability": "included"}) + "\n", encoding="ascii")
    value = "19008." + "0" * 4000
    for said, code in ((value, 0), ("1" * 4000 + "." + "1" * 4000, 10)):
        done = run(f'input(); print(\'{{"id":"i","value":"{said}"}}\')', path)
        assert (done.returncode, done.stderr) == (code, "")


def test_a_long_excuse_is_cut(tmp_path: Path) -> None:
    done = run('input(); print(\'{"id":"d","declined":"\' + \'x\' * 500000 + \'"}\')', one(tmp_path))
    assert done.returncode == 11
    assert len(done.stdout) < 2000


def test_a_child_that_keeps_the_pipe_does_not_hold_the_gate(tmp_path: Path) -> None:
    """In its own session it outlives the program, and the pipe is never at its end."""
    child = "import subprocess; subprocess.Popen(['sleep', '20'], start_new_session=True)"
    program = f'{child}; input(); print(\'{{"id":"d","value":5}}\')'
    start = time.monotonic()
    done = run(program, one(tmp_path))
    assert time.monotonic() - start < 15
    assert done.returncode == 12
    assert "after the last question" in json.loads(done.stdout)["errors"][0]


def test_a_flood_is_bounded(tmp_path: Path) -> None:
    """A line without end and lines without end, before and after the answer."""
    for program in (
        "while True: print('x' * 65536, end='')",
        "while True: print('x')",
        'input(); print(\'{"id":"d","value":5}\')\nwhile True: print(\'x\')',
    ):
        done = run(program, one(tmp_path))
        assert done.returncode == 12
        assert len(done.stderr) < 200
        assert "Traceback" not in done.stderr
        assert len(done.stdout) < 2000


@pytest.mark.parametrize("command", ["no-such-program", "", "'", "/"])
def test_a_command_that_cannot_be_started(command: str, tmp_path: Path) -> None:
    done = stillproof("gate", "--run", command, one(tmp_path))
    assert (done.returncode, done.stdout) == (12, "")
    assert done.stderr.startswith("stillproof: --run")
    assert done.stderr.count("\n") == 1
