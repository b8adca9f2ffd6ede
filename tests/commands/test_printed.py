"""Every line that `certify`, `basin` and `show` print matches a template, and every template is printed by a family.

The families are adversarial: several outputs, a reversed and a renamed parameter, targets that are not pure, outputs
that leave the family, corrections that are missing, an identity, a checker that refuses.
"""

import ast
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from flint import fmpq

from conftest import ROOT
from stillproof.cli import main
from stillproof.codes.importers.record import SENTENCES as RECORDED
from stillproof.commands.report import OFFERS, SENTENCES
from stillproof.commands.show import SENTENCES as SHOWN
from stillproof.commands.show import rows, table
from stillproof.commands.subject import SENTENCES as NAMED
from stillproof.errors import InputError
from stillproof.statements import checking

VERIFY = ROOT / "verify" / "stillproof"
CODES, STATES = ROOT / "fixtures" / "codes", ROOT / "fixtures" / "states"
WORDS = re.compile(r"target|pure|noise|improve|threshold", re.IGNORECASE)


def state(name: str, *weights: list[str], **changes: Any) -> dict[str, Any]:
    """A family of the fixtures with other weights, and other keys."""
    value = {**json.loads((STATES / f"{name}.json").read_text()), "name": "changed", **changes}
    for member, weight in zip(value["ensemble"], weights, strict=False):
        member["weight"] = weight
    return value


def code(p: int, *stabilizers: str, **changes: Any) -> dict[str, Any]:
    """A code from its stabilizers, each `u|v`."""
    rows = [[[int(x) for x in half] for half in row.split("|")] for row in stabilizers]
    n = len(rows[0][0]) if rows else 1
    return {"format": "stillproof-code/1", "name": "small", "p": p, "n": n, "stabilizers": rows, **changes}


def fixture(name: str, **changes: Any) -> dict[str, Any]:
    """A code of the fixtures."""
    return {**json.loads((CODES / f"{name}.json").read_text()), **changes}


SIX = ("111100|000000", "001111|000000", "000000|110000", "000000|001100", "000000|000011")
FIFTEEN = [int(any(u)) for u, _ in fixture("reed-muller15")["stabilizers"]]
# states of length 9/10 to 7/10 on the axis of a T state: the five-qubit code takes each of them further out
SHORT = state("t", ["19/20", "-1/10"], ["1/20", "1/10"], parameters=["x"])
HALF = state("strange", ["1/3", "2/3"], ["1/3", "-1/3"], ["1/3", "-1/3"], parameters=["x"])

CERTIFIED: dict[str, tuple[dict[str, Any], dict[str, Any] | str]] = {
    "flagship": (fixture("golay11"), "strange"),
    "reversed": (fixture("golay11"), HALF),
    "renamed": (fixture("golay11"), state("strange", parameters=["rate"])),
    "two qutrits, one of them bare": (code(3, "000|120"), "strange"),
    "outputs together": (fixture("ccz8"), "t-gate"),
    "two parameters": (fixture("golay11"), "norell"),
    "by overlap": (fixture("five-qutrit"), "h-qutrit"),
    "beyond the family": (fixture("five-qubit"), SHORT),
    "never accepted": (code(3, "00|01"), "strange"),
    "identity": (code(3), "strange"),
    "twirled": (code(3, "11|00"), "strange"),
    "gates missing": (code(2, *SIX), "t-gate"),
    "gates and signs missing": (code(2, *SIX, signs=[1, 0, 0, 0, 0]), "t-gate"),
    "gates missing, p = 3": (code(3, "102|000", "000|101"), "m-qutrit-depolarizing"),
    "signs missing": (fixture("reed-muller15", signs=FIFTEEN), "t-gate"),
    "a symmetry missing": (fixture("five-qubit", signs=[1, 0, 0, 0]), "t"),
}
FLOWS: dict[str, tuple[dict[str, Any], dict[str, Any] | str, list[str]]] = {
    "below": (fixture("golay11"), "strange", []),
    "identity": (code(3), "strange", []),
    "no fixed point": (fixture("five-qubit"), SHORT, []),
    "triangle": (fixture("golay11"), "norell", ["--level", "5", "--at", "1/10,1/10", "--at", "1/5,1/5"]),
}


def run(folder: Path, *arguments: str) -> str:
    """What a command that succeeds prints."""
    done = CliRunner().invoke(main, list(arguments), catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def written(folder: Path, first: dict[str, Any], second: dict[str, Any] | str) -> list[str]:
    """Arguments of a command: a code file, and a state by name or in a file."""
    (folder / "code.json").write_text(json.dumps(first))
    if isinstance(second, str):
        return [str(folder / "code.json"), "--state", second]
    (folder / "state.json").write_text(json.dumps(second))
    return [str(folder / "code.json"), "--state", str(folder / "state.json")]


@cache
def printed(folder: Path) -> dict[str, list[str]]:
    """The lines of every family."""
    found = {}
    for name, (first, second) in CERTIFIED.items():
        more = ["-o", str(folder / f"out {name}"), "--corrected", str(folder / f"{name}.json")]
        found[f"certify, {name}"] = run(folder, "certify", *written(folder, first, second), *more).splitlines()
    for name, (first, second, more) in FLOWS.items():
        found[f"basin, {name}"] = run(folder, "basin", *written(folder, first, second), *more).splitlines()
    return found


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The lines of every family, computed once."""
    return printed(tmp_path_factory.mktemp("families"))


def templates(line: str) -> list[str]:
    """The ids of the templates of a line."""
    if line.startswith("note           ") and not SENTENCES.which(line):
        return OFFERS.which(line.removeprefix("note           "))
    return SENTENCES.which(line)


def of_subject(line: str) -> list[str]:
    """The ids of the templates of a line about where a code and a state are from, which end a report."""
    return [*RECORDED.which(line), *NAMED.which(line)]


def test_every_printed_line_matches_one_template(lines: dict[str, list[str]]) -> None:
    for name, found in lines.items():
        for line in found:
            which = templates(line) or of_subject(line)
            assert len(which) == 1, (name, line, which)


def test_every_template_is_printed(
    lines: dict[str, list[str]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    seen = {identifier for found in lines.values() for line in found for identifier in templates(line)}
    seen |= {identifier for line in refused(monkeypatch, tmp_path) for identifier in templates(line)}
    assert seen == SENTENCES.templates.keys() | OFFERS.templates.keys()


def refused(monkeypatch: pytest.MonkeyPatch, folder: Path) -> list[str]:
    """The report where the checker refutes the last claim of all."""
    true = checking.run_checker

    def spoiled(*arguments: Any) -> tuple[int, list[dict[str, Any]], str]:
        _, rows, errors = true(*arguments)
        return 10, [*rows[:-1], {**rows[-1], "verdict": "refuted", "message": "no: expected\n 1 got 2"}], errors

    monkeypatch.setattr(checking, "run_checker", spoiled)
    arguments = written(folder, fixture("golay11"), "strange")
    done = CliRunner().invoke(main, ["certify", *arguments, "-o", str(folder / "out")], catch_exceptions=False)
    assert done.exit_code == 10
    assert not (folder / "out").exists()
    return done.output.splitlines()


def test_the_verdict_is_first_and_what_is_not_certified_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    first, *rest = refused(monkeypatch, tmp_path)
    assert re.fullmatch(r"NOT CERTIFIED: 15 of 16 claims, by the checker", first)
    assert any(line.startswith("error          fraction: no: expected 1 got 2") for line in rest)

    def broken(*arguments: Any) -> tuple[int, list[dict[str, Any]], str]:
        return 1, [], "Traceback\n\nMemoryError\n"

    monkeypatch.setattr(checking, "run_checker", broken)
    done = CliRunner().invoke(main, ["certify", *written(tmp_path, fixture("golay11"), "strange")])
    assert done.output.startswith("NOT CERTIFIED: 0 of 16 claims")
    assert not re.search("^certified", done.output, re.MULTILINE)
    assert "error          MemoryError" in done.output
    done = CliRunner().invoke(main, ["basin", *written(tmp_path, fixture("golay11"), "strange")])
    assert not re.search("^certified", done.output, re.MULTILINE)
    assert not [line for line in done.output.splitlines() if not templates(line) and not of_subject(line)]


@pytest.mark.parametrize("claim", ["code", "enumerator", "map", "suppression", "threshold"])
def test_a_claim_that_is_refuted_takes_its_own_lines_with_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, claim: str
) -> None:
    of = {
        "code": ["code"], "enumerator": ["A", "B"], "map": ["p_succ", "delta_out", "frame"],
        "suppression": ["suppression"], "threshold": ["threshold"],
    }  # fmt: skip
    true = checking.run_checker

    def spoiled(*arguments: Any) -> tuple[int, list[dict[str, Any]], str]:
        _, rows, errors = true(*arguments)
        return 10, [{**row, "verdict": "refuted"} if row["claim"] == claim else row for row in rows], errors

    monkeypatch.setattr(checking, "run_checker", spoiled)
    done = CliRunner().invoke(main, ["certify", *written(tmp_path, fixture("golay11"), "strange")])
    rows = [line.split() for line in done.output.splitlines()]
    assert [row[2] for row in rows[1:] if row[:2] == ["NOT", "certified"]] == of[claim]
    kept = [label for other, labels in of.items() if other != claim for label in labels]
    assert sorted(row[1] for row in rows if row[0] == "certified") == sorted(kept)


def test_success_without_a_map_is_not_certified(tmp_path: Path) -> None:
    """An output that leaves the family of two parameters: the success probability is computed, and no claim says it."""
    arguments = written(tmp_path, code(3, "11|00"), state("norell", cliffords=[]))
    output = run(tmp_path, "certify", *arguments)
    assert re.search("^NOT certified  p_succ ", output, re.MULTILINE)
    assert re.search("^not claimed    map: no Clifford takes the output into the family", output, re.MULTILINE)


IMPURE = ("certify, reversed", "certify, beyond the family", "basin, no fixed point", "basin, identity")


@pytest.mark.parametrize("name", IMPURE)
def test_words_of_distillation_are_for_families_that_start_at_the_pure_target(
    lines: dict[str, list[str]], name: str
) -> None:
    for line in lines[name]:
        assert line.startswith("not claimed") or not WORDS.search(line), line
    assert any(WORDS.search(line) for line in lines["certify, flagship"] if not line.startswith("not claimed"))


def reasons(*names: str) -> Iterator[tuple[str, str]]:
    """The templates of the reasons why there is no claim: the texts that raise Declined or OverBudget."""
    for path in sorted(VERIFY.rglob("*.py")):
        if not names or str(path.relative_to(VERIFY)) in names:
            for node in ast.walk(ast.parse(path.read_text())):
                named = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
                if named and node.func.id in ("Declined", "OverBudget", "InputError"):  # type: ignore[attr-defined]
                    for text in (x for x in node.args if isinstance(x, ast.Constant | ast.JoinedStr)):  # type: ignore[attr-defined]
                        yield str(path.relative_to(VERIFY)), as_pattern(text)
    for reason in (r"no threshold", r"\(.+\) is undecided at level \d+"):
        yield "commands/basin.py", reason


def as_pattern(text: ast.expr) -> str:
    """The lines that a string of the source gives."""
    if isinstance(text, ast.Constant):
        return re.escape(str(text.value))
    assert isinstance(text, ast.JoinedStr)
    return "".join(re.escape(str(x.value)) if isinstance(x, ast.Constant) else ".+" for x in text.values)


def test_every_reason_is_one_that_the_source_raises(lines: dict[str, list[str]]) -> None:
    known = [re.compile(pattern) for _, pattern in reasons() if re.sub(r"\.\+", "", pattern)]
    for name, found in lines.items():
        for line in found:
            match = re.fullmatch(r"not claimed    \S+: (.*)", line)
            if match:
                assert any(pattern.fullmatch(match[1]) for pattern in known), (name, line)


def test_show_prints_its_templates(tmp_path: Path) -> None:
    found = run(tmp_path, "show").splitlines()
    seen = set()
    for line in found:
        matches = SHOWN.which(line) if line else []
        assert not line or matches, line
        seen |= set(matches)
    assert seen == SHOWN.templates.keys()
    assert "checks nothing" in found[-1]
    value = rows(ROOT / "fixtures")[0]
    with pytest.raises(InputError, match="expected statements"):
        table([{**value, "state": "str  ange"}], "here")


def test_a_number_that_is_negative_is_said_with_its_place(lines: dict[str, list[str]]) -> None:
    (line,) = (line for line in lines["certify, beyond the family"] if SENTENCES.which(line) == ["negative"])
    found = re.fullmatch(r"note +x_out = (\S+) at x = (\S+): there the parameter is negative", line)
    assert found
    value, x = (fmpq(*map(int, text.split("/"))) for text in found.groups())
    assert value < 0 < x < 1
