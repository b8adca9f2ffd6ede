"""`stillproof convert`, and `certify` of files that are not ours: what is written, printed, named and refused."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conftest import ROOT
from stillproof.cli import main
from stillproof.codes.code import read_code
from stillproof.codes.importers.asked import QUESTIONS
from stillproof.codes.importers.code_name import code_name
from stillproof.codes.importers.record import SENTENCES

pytestmark = pytest.mark.quick

FIVE = "XZZXI\nIXZZX\nXIXZZ\nZXIXZ\n"


@pytest.fixture(autouse=True)
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test in a folder of its own."""
    monkeypatch.chdir(tmp_path)


def run(*words: str, stdin: bytes | None = None) -> Result:
    """The command line."""
    return CliRunner().invoke(main, list(words), input=stdin, catch_exceptions=False)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("2e4+e3", "2e4-e3"),
        ("[[5,1,3]]", "5-1-3"),
        ("five.dense", "five.dense"),
        ("a__b", "a-b"),
        ("-x-", "x"),
        ("\u00fcber", "ber"),
        ("[]", "code"),
        ("", "code"),
        ("x" * 64, "x" * 64),
        ("x" * 65, "x" * 51 + "-" + hashlib.sha256(b"x" * 65).hexdigest()[:12]),
    ],
)
def test_names_by_the_rule(title: str, name: str) -> None:
    assert code_name(title) == name


def test_a_title_is_kept_and_becomes_a_name() -> None:
    for title, name in (("2e4+e3", "2e4-e3"), ("[[5,1,3]]", "5-1-3")):
        Path(f"{title}.txt").write_text(FIVE)
        done = run("convert", f"{title}.txt", "out/x.json", "--json")
        assert done.exit_code == 0, done.output
        record = json.loads(done.output)
        assert (record["title"], record["name"]) == (title, name)
        code = read_code(Path("out/x.json"))
        assert code.name == name
        assert code.source.startswith(f"{title}, from {title}.txt (Pauli text, SHA-256 ")
        Path("out/x.json").unlink()


def test_the_source_says_the_hash_the_answers_and_what_was_assumed() -> None:
    text = FIVE + "ZZXIX\n"
    Path("five.txt").write_text(text)
    assert run("convert", "five.txt", "five.json").exit_code == 0
    source = read_code(Path("five.json")).source
    digest = hashlib.sha256(text.encode()).hexdigest()
    assert source == (
        f"five, from five.txt (Pauli text, SHA-256 {digest}); assumed: p = 2, as the letters have no exponents, all "
        "signs are +1; dropped: line 5 is the product of line 1, line 2, line 3, line 4"
    )
    Path("m.txt").write_text("1 1 0 0 0 0\n0 0 0 1 1 0\n")
    assert run("convert", "m.txt", "m.json", "--p", "2", "--layout", "zx", "--signs", "-+").exit_code == 0
    code = read_code(Path("m.json"))
    assert "; answered: p 2, layout zx, signs 1,0" in code.source
    assert code.signs == (1, 0)
    assert code.stabilizers[0].json() == [[0, 0, 0], [1, 1, 0]]


def test_every_line_has_its_template_and_every_template_its_line() -> None:
    Path("a.txt").write_text("1 1 0 0 0 0\n1 1 0 0 0 0\n")
    Path("[2].txt").write_text(FIVE)
    lines = run("convert", "a.txt", "a.json", "--p", "3", "--layout", "xz").output.splitlines()
    lines += run("convert", "[2].txt", "b.json").output.splitlines()
    found = {identifier for line in lines for identifier in SENTENCES.which(line)}
    assert all(SENTENCES.which(line) for line in lines)
    assert found == SENTENCES.templates.keys()


def test_nothing_is_overwritten() -> None:
    Path("five.txt").write_text(FIVE)
    assert run("convert", "five.txt", "five.json").exit_code == 0
    assert run("convert", "five.txt", "five.json").exit_code == 0
    before = Path("five.json").read_bytes()
    for output in ("five.json", "five.txt", "."):
        done = run("convert", "five.txt", output, "--name", "other")
        assert (done.exit_code, done.output.count("\n")) == (12, 1)
    assert Path("five.json").read_bytes() == before


def test_a_folder_two_files_and_standard_input() -> None:
    hamming = "0001111\n0110011\n1010101\n"
    Path("steane").mkdir()
    for name in ("steane/hx.txt", "steane/hz.txt", "x.txt"):
        Path(name).write_text(hamming)
    assert run("convert", "steane", "a.json").exit_code == 0
    assert run("convert", "steane/hx.txt", "b.json", "--hz", "steane/hz.txt").exit_code == 0
    assert run("convert", "x.txt", "c.json", "--layout", "both", "--p", "2").exit_code == 0
    words = b"IIIXXXX\nIXXIIXX\nXIXIXIX\nIIIZZZZ\nIZZIIZZ\nZIZIZIZ\n"
    assert run("convert", "-", "d.json", "--name", "steane", stdin=words).exit_code == 0
    codes = [read_code(Path(f"{name}.json")) for name in "abcd"]
    assert len({code.stabilizers for code in codes}) == 1
    assert "hx.txt (rows of integers, SHA-256 " in codes[0].source
    assert " and hz.txt (rows of integers, SHA-256 " in codes[0].source
    Path("steane/hz2.txt").write_text(hamming)
    assert run("convert", "steane", "e.json").exit_code == 0  # hz2 is another word
    Path("steane/other.hz.txt").write_text(hamming)
    done = run("convert", "steane", "f.json")
    assert done.exit_code == 12
    assert "with hz.txt, other.hz.txt" in done.output


def test_a_code_file_of_ours_is_read_as_ever() -> None:
    path = ROOT / "fixtures" / "codes" / "five-qubit.json"
    assert run("convert", str(path), "five.json").exit_code == 0
    assert read_code(Path("five.json")) == read_code(path)
    done = run("convert", str(path), "five.json", "--p", "2")
    assert done.exit_code == 12
    assert "(a code file) does not need it" in done.output
    Path("bad.json").write_text('{"format": "stillproof-code/1", "name": "x"}')
    done = run("convert", "bad.json", "bad2.json")
    assert done.exit_code == 12
    assert "missing required field" in done.output


def test_certify_takes_the_same_files_and_says_what_was_assumed() -> None:
    Path("five.txt").write_text(FIVE)
    done = run("certify", "five.txt", "--state", "t")
    assert done.exit_code == 0
    assert done.output.startswith("CERTIFIED: ")
    assert "\nassumed        all signs are +1\n" in done.output
    as_json = json.loads(run("certify", "five.txt", "--state", "t", "--json", "-o", "out").output)
    assert as_json["imported"]["format"] == "Pauli text"
    kept = read_code(Path("out/codes/five.json"))
    assert hashlib.sha256(FIVE.encode()).hexdigest() in kept.source
    own = json.loads(run("certify", "out/codes/five.json", "--state", "t", "--json").output)
    assert own["imported"] is None
    assert {**as_json, "imported": None, "certificate": None, "code": {}} == {**own, "code": {}}


def test_every_question_is_an_option_of_both_commands() -> None:
    for command in ("convert", "certify"):
        shown = run(command, "--help").output
        assert all(f"--{name} " in shown for name in QUESTIONS)
