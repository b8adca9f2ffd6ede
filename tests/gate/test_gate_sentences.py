"""Every sentence that the gate prints is in its catalogue, and every sentence of the catalogue can be printed."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from flint import fmpq_poly

import test_gate
from conftest import ROOT
from libraries import library_over
from stillproof.gating.compare import POINTS
from stillproof.gating.judge import judge_line
from stillproof.gating.reports import REPORTS
from stillproof.gating.run import Rows, Summary, claims_of, gate
from stillproof.gating.sentences import MAX_FIELD, SENTENCES, Sentence, fields, pattern, say

GATE = ROOT / "verify" / "stillproof" / "gating"
OTHER = ("sentences.py", "vectors.py")  # the catalogue; another command
MODULES = sorted(path for path in GATE.rglob("*.py") if path.name not in OTHER)
CORPORA = sorted(path for path in (ROOT / "fixtures" / "claims").glob("*.jsonl") if ".expected" not in path.name)
NESTED = ("judged", "why_right", "why_wrong")  # fields that hold a sentence of the catalogue
LINES = {key for key in SENTENCES if key.startswith(("line", "annotation", "coverage"))} | {
    "case",
    "case-from",
    "result",
    "no-line-id",
}
READING = (
    r"output (in|as) [a-z0-9-]+|(parameter|output|syndromes|success probability) [a-z0-9-]+|(any|each) output"
    r"|(all|consumed) sites counted|, "
)


@cache
def compiled(identifier: str) -> re.Pattern[str]:
    return pattern(identifier)


def meanings(text: str) -> list[list[str]]:
    """The ids that a text can have, each with those of the sentences in it."""
    found = []
    for identifier in SENTENCES.keys() - LINES:
        match = compiled(identifier).fullmatch(text)
        if match is None:
            continue
        inner = [meanings(part) for name, part in match.groupdict().items() if name in NESTED]
        reading = match.groupdict().get("reading", "")
        if all(inner) and not re.sub(READING, "", reading):
            found.append([identifier, *(one for parts in inner for part in parts for one in part)])
    return found


def known(text: str) -> bool:
    return bool(meanings(text))


def claims(*found: dict[str, Any]) -> list[bytes]:
    return [json.dumps({"id": f"c{i}", **claim}).encode() for i, claim in enumerate(found)]


# the program


def nodes(kind: type[ast.AST]) -> Iterator[tuple[Path, Any]]:
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, kind):
                yield path, node


def called(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def test_say_is_called_with_ids_and_fields_of_the_catalogue() -> None:
    for path, node in nodes(ast.Call):
        if called(node) != "say":
            continue
        first = node.args[0]
        parts = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
        for part in parts:
            if isinstance(part, ast.Constant):
                assert part.value in SENTENCES, f"{path}:{node.lineno}: {part.value}"
                names = {word.arg for word in node.keywords}
                assert None in names or names == fields(part.value), f"{path}:{node.lineno}: {part.value}"


def test_every_template_is_used() -> None:
    texts = {node.value for _, node in nodes(ast.Constant) if isinstance(node.value, str)}
    assert set(SENTENCES) <= texts, sorted(set(SENTENCES) - texts)


def test_sentences_are_made_by_say_alone() -> None:
    for path, node in nodes(ast.Call):
        assert called(node) != "Sentence", f"{path}:{node.lineno}"
        assert called(node) != "again" or path.parent.name == "reports", f"{path}:{node.lineno}"


def test_what_is_raised_is_a_sentence() -> None:
    kinds = {"Declined", "OverBudget", "Broken"}
    for path, node in nodes(ast.Raise):
        if not isinstance(node.exc, ast.Call):
            continue
        if kinds & {x.id for x in ast.walk(node.exc.func) if isinstance(x, ast.Name)}:
            (argument,) = node.exc.args
            assert isinstance(argument, ast.Call), f"{path}:{node.lineno}"
            assert called(argument) in ("say", "ending"), f"{path}:{node.lineno}"


def test_templates_say_something() -> None:
    short = {key for key, text in SENTENCES.items() if len(re.findall("[a-z]", re.sub("{.*?}", "", text))) < 8}
    assert short <= LINES | {"one-reading", "each-more", "each-output", "not-read"}
    assert all(re.fullmatch("[ -~]+", text) for text in SENTENCES.values())
    assert len(set(SENTENCES.values())) == len(SENTENCES)
    for text in ("", "passed", "the threshold is 0.5", "0.5 is exact value", "parameter delta: all is well"):
        assert not known(text), text


def test_a_long_field_is_cut_and_a_sentence_is_not() -> None:
    long = "x" * 5000
    assert len(say("no-code", reason=long)) < MAX_FIELD + 100
    inner = say("one-reading", reading="x" * 399, judged=say("root-unknown"))
    assert say("root-unknown") in say("each-output", output=1, judged=inner)
    assert isinstance(inner, Sentence)
    with pytest.raises(KeyError):
        say("no-code")


# reports


@pytest.fixture(scope="module")
def judged() -> Iterator[dict[str, tuple[Summary, Rows]]]:
    """Every corpus, judged once."""
    with ExitStack() as stack:
        found = {}
        for path in CORPORA:
            summary, rows = Summary(str(path)), stack.enter_context(Rows())
            gate(claims_of(path, summary), library_over(path.parent), summary, rows, {})
            found[path.stem] = summary, rows
        yield found


@pytest.mark.parametrize("name", [path.stem for path in CORPORA])
def test_every_line_of_a_report_is_in_the_catalogue(name: str, judged: dict[str, tuple[Summary, Rows]]) -> None:
    reports = {form: "".join(report(*judged[name])) for form, report in REPORTS.items()}
    rows = json.loads(reports["json"])["claims"]
    assert rows
    assert not [row["reason"] for row in rows if not known(row["reason"])]
    *lines, last = reports["text"].splitlines()
    assert compiled("line-summary").fullmatch(last)
    for line in lines:
        match = compiled("line").fullmatch(line)
        deviation = line.startswith("unexpected  ") and compiled("deviation").fullmatch(line[12:])
        assert line.startswith("    witness {") or deviation or (match and known(match["reason"])), line
    for line in reports["github"].splitlines():
        text = line.split("::", 2)[2].replace("%25", "%")
        match = compiled("annotation").fullmatch(text)
        if not compiled("annotation-summary").fullmatch(text) and not compiled("deviation").fullmatch(text):
            assert match is not None
            assert known(match["reason"]), line
    for found in json.loads(reports["sarif"])["runs"][0]["results"]:
        text = found["message"]["text"]
        match = compiled("result").fullmatch(text)
        assert compiled("deviation").fullmatch(text) or (match and known(match["reason"])), text
    for node in ElementTree.fromstring(reports["junit"]).iter():  # noqa: S314 - it is our own
        text = node.attrib.get("message", "")
        match = compiled("case").fullmatch(text)
        assert not text or compiled("deviation").fullmatch(text) or (match and known(match["reason"])), text


GOLAY, FIVE, FIFTEEN, NORELL = "golay11-strange", "five-qubit-t", "reed-muller15-t", "four-qutrit-norell"
FOUR = {"code": "fixtures/claims/codes/four-qubit.json", "state": "h"}
CLOCK = {"code": "fixtures/codes/golay11.json", "state": "m-qutrit"}
ELEVEN = "self-orthogonal-11-a-strange"
A = ["1", "0", "0", "0", "0", "0", "528", "0", "7920", "11000", "23760", "15840"]
NEARLY = {"log": str(19008**900 + 1), "base": str(3**900)}


def function(num: list[Any], den: list[Any]) -> dict[str, list[Any]]:
    return {"num": num, "den": den}


def said(protocol: Any, quantity: str, mode: str, value: Any, **rest: Any) -> dict[str, Any]:
    more = {key.replace("_", "-"): part for key, part in rest.items()}
    return {"protocol": protocol, "quantity": quantity, "as": mode, "value": value, **more}


def vanishing_at_the_points() -> dict[str, list[str]]:
    """The success probability of the five-qubit code, and what is 0 wherever `compare.functions` looks."""
    claims = json.loads((ROOT / "fixtures" / "statements" / f"{FIVE}.json").read_text())["claims"]
    exact = next(claim for claim in claims if claim["kind"] == "map")["success"]
    product = fmpq_poly([1])
    for x in POINTS:
        product *= fmpq_poly([-x, 1])
    den = fmpq_poly([int(c) for c in exact["den"]])
    num = fmpq_poly([int(c) for c in exact["num"]]) + product * den
    return function([str(c) for c in num.coeffs()], [str(c) for c in den.coeffs()])


DELTA: dict[str, Any] = {"parameter": "delta"}
EPS: dict[str, Any] = {"parameter": "eps"}
RANGE: dict[str, Any] = {"range": ["0", "1/100"]}
LEFT_OUT: dict[str, Any] = {"success_probability": "left-out"}
PRINTED: list[dict[str, Any]] = [
    said(GOLAY, "threshold", "upper-bound", "0.3", **DELTA),
    said(GOLAY, "threshold", "upper-bound", "0.4", **DELTA),
    said(ELEVEN, "inputs-per-output", "exact", "11", success_probability="included"),
    said(GOLAY, "enumerator-A", "exact", A),
    said(GOLAY, "enumerator-A", "exact", [*A[:-1], "1"]),
    said("five-qutrit-h", "yield-exponent", "rounded", "0.1", **LEFT_OUT),
    said(GOLAY, "error-map", "exact", function([f"1/{10**200 + 2 * i + 1}" for i in range(500)], ["1"]), **DELTA),
    said(FIVE, "success-probability", "exact", vanishing_at_the_points(), **DELTA),
    said(NORELL, "success-probability", "exact", function(["0", "1"], ["1"])),
    said(
        GOLAY,
        "overhead-exponent",
        "exact",
        {"log": str(19008**900 + 1), "base": str(3**900)},
        success_probability="included",
    ),
    said(GOLAY, "success-probability", "exact", "1", at={"delta": "0"}, syndromes="corrected"),
    said("self-orthogonal-11", "threshold", "rounded", "0.1", **DELTA),
    said(CLOCK, "suppression-order", "exact", 2),
    said("self-orthogonal-13-b-strange", "error-map", "exact", "3/2", at={"delta": "0"}),
    said(NORELL, "success-probability", "exact", "1", at={"eps0": "1/10", "epsS": "0"}, noise="depolarizing"),
    said(CLOCK, "threshold", "rounded", "0.1"),
    said(NORELL, "suppression-order", "exact", 2),
    said(NORELL, "threshold", "rounded", "0.32989000000000", **DELTA),
    said(NORELL, "threshold", "rounded", "0.3", parameter="eps0"),
    said(NORELL, "threshold", "rounded", "0.3477", **DELTA),
    said(NORELL, "threshold", "exact", {"polynomial": ["-33", "100"], "interval": ["0", "1/2"]}, **DELTA),
    said(NORELL, "threshold", "exact", {"polynomial": ["-32989", "100000"], "interval": ["0", "1"]}, **DELTA),
    said(NORELL, "success-probability", "leading-order", function([["1"]], [["1"], ["1"]])),
    said(NORELL, "success-probability", "upper-bound", function([["1"]], [["1"], ["1"]]), **RANGE),
    said("ccz8", "error-map", "exact", function(["1"], ["1"]), output=7, **EPS),
    said(GOLAY, "error-map", "exact", function(["1"], ["1"]), output=2, **DELTA),
    said(FIVE, "error-map", "leading-order", function(["1"], ["1"]), parameter="fidelity"),
    said(FIVE, "success-probability", "exact", "1", at={"p": "0"}),
    said(FIVE, "success-probability", "exact", "1", at={"eps": "1"}),
    said(FIVE, "success-probability", "upper-bound", function(["1"], ["1", "-200"]), **DELTA, **RANGE),
    said(FIVE, "success-probability", "upper-bound", function(["1"], ["1"]), **EPS, range=["0", "1"]),
    said(FIVE, "error-map", "approximate", function(["-1/200", "1"], ["1"]), **DELTA, **RANGE, relative_tolerance="1"),
    said(FIVE, "accepted-and-correct", "upper-bound", function(["1"], ["1"]), **DELTA, **RANGE),
    said(FIVE, "success-probability", "leading-order", function(["1"], ["0", "1"]), **DELTA),
    said("ccz8", "inputs-per-output", "approximate", function(["8"], ["1"]), **EPS, **RANGE, tolerance="1"),
    said("ccz8", "inputs-per-output", "lower-bound", function(["-8"], ["1"]), **EPS, **RANGE),
    said(GOLAY, "threshold", "exact", {"polynomial": ["-1", "5"], "interval": ["0", "3/10"]}, **DELTA),
    said(GOLAY, "acceptance", "sampled", {"accepted": 1, "runs": 10**8}, at={"delta": "0"}, significance="1/100"),
    said(FOUR, "threshold", "rounded", "0.4563", output="any", **DELTA),
    said("golay23-h", "threshold", "lower-bound", "0", **DELTA),
    said({"code": "fixtures/codes/golay11.json", "state": "t"}, "suppression-order", "exact", 2),
    said({"code": "fixtures/codes/self-orthogonal-11-a.json", "state": "strange"}, "suppression-order", "exact", 2),
    said({"code": "fixtures/codes/self-orthogonal-11-a.json", "state": "strange"}, "yield-exponent", "rounded", "0.5"),
]
CODES: dict[str, tuple[Any, ...]] = {
    "pair": (3, 2, [[0, 0], [1, 2]]),
    "flip": (2, 2, [[1, 0], [0, 0]]),
    "seven": (7, 2, [[0, 0], [1, 6]]),
    "eleven": (11, 2, [[0, 0], [1, 10]]),
    "nothing": (2, 1, [[0], [1]]),
}
OWN: list[dict[str, Any]] = [
    said({"code": "pair.json", "state": "zero"}, "threshold", "rounded", "0.5", **DELTA),
    said({"code": "flip.json", "state": "t"}, "suppression-order", "exact", 2),
    said({"code": "eleven.json"}, "distance", "exact", 1),
    said({"code": "eleven.json"}, "enumerator-A", "exact", [1, 0, 10]),
    said({"code": "flip.json"}, "distance", "upper-bound", 0),
    said({"code": "seven.json"}, "enumerator-A", "exact", [1, 0, 6]),
    said({"code": "nothing.json"}, "distance", "exact", 1),
    said({"code": "eleven.json"}, "distance", "lower-bound", 1),
    said({"code": "eleven.json"}, "distance", "upper-bound", 1),
]
FAMILY = "test_gate_families.py"
ELSEWHERE = {  # where the others are printed, or why they cannot be
    "broken": "test_gate_meaning.py",
    **dict.fromkeys(("distance-below", "distance-undecided", "over-limit", "not-certified"), "test_gate_distance.py"),
    **dict.fromkeys(("deviation", "deviation-missing", "file-empty"), "test_gate.py"),
    **dict.fromkeys(("file-long-line", "file-many-lines"), "test_gate_meaning.py"),
    **dict.fromkeys(
        (key for key in SENTENCES if key.startswith(("unit-", "output-un", "outputs-", "target-"))), FAMILY
    ),
    **dict.fromkeys(
        (
            "correction-partial",
            "correction-possible",
            "correction-unsaid",
            "frame-other",
            "root-ends",
            "round",
            "round-right",
            "by-overlap",
            "filed-without",
            "noise-other",
        ),
        FAMILY,
    ),
    **dict.fromkeys(("function-parameter", "point-parameter"), FAMILY),
    **dict.fromkeys(("output-counted", "output-no-better", "output-target"), FAMILY),
    **dict.fromkeys(("shortfall", "shortfall-all"), "test_gate_reports.py"),
    "threshold-unknown": "test_gate_found.py",
    "threshold-words": FAMILY,
    **dict.fromkeys(("cost-zero", "range-zero"), "test_gate_found.py"),
    "group-decoded": FAMILY,
    **dict.fromkeys((key for key in SENTENCES if key.startswith("program-")), "test_gate_run.py"),
    "each-more": "test_gate_found.py",
    "range-exact-pole": "an output is a probability: its roots cancel",
    "no-such-output": "every reading has an output",
    "exponent-inputs": "no protocol of the fixtures has one input",
    **dict.fromkeys((key for key in SENTENCES if key.startswith("formula-")), "test_units.py"),
    "file-many-units": "test_units.py",
    "logarithm-none": "an exponent is a ratio of logarithms",
    "logarithm-undecided": "4,000 digits of a claim are fewer than 16,384 bits",
    "range-unchecked": "the checker certifies every bound that holds here",
}


def every_claim() -> list[bytes]:
    cases = [
        {"protocol": GOLAY, **{{"as_": "as"}.get(k, k.replace("_", "-")): v for k, v in claim.items()}}
        for _, claim in test_gate.CASES
    ]
    broken = [{**test_gate.THRESHOLD, **change} for _, change in test_gate.MALFORMED]
    return [*claims(*cases, *broken, *PRINTED), b"{", b"[1]", b'{"id":"x"}']


def test_every_sentence_is_printed(tmp_path: Path, judged: dict[str, tuple[Summary, Rows]]) -> None:
    """By the corpora, the cases of tests/gate/test_gate.py, or the claims above."""
    seen: set[str] = set()
    for _, rows in judged.values():
        seen |= {one for row in rows for found in meanings(row["reason"]) for one in found}
    for name, (p, n, *stabilizers) in CODES.items():
        data = {"format": "stillproof-code/1", "n": n, "name": name, "p": p, "source": "a test"}
        (tmp_path / f"{name}.json").write_text(json.dumps({**data, "stabilizers": stabilizers}))
    for folder, lines in ((ROOT, every_claim()), (tmp_path, claims(*OWN))):
        library = library_over(folder)
        for number, line in enumerate(lines):
            row = judge_line(number, line, library)
            assert known(row.reason), row
            seen |= {one for found in meanings(row.reason) for one in found}
    rest = set(SENTENCES) - LINES - seen
    assert (rest - ELSEWHERE.keys(), ELSEWHERE.keys() - rest) == (set(), set())
