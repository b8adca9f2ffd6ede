"""The reports of the gate: SARIF and JUnit against the published schemas, the others against what they promise."""

import json
import os
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import xmlschema

from conftest import ROOT
from stillproof.errors import OverBudget
from stillproof.files.text import write_atomic
from stillproof.gating.command import gate_command
from stillproof.gating.judge import VERDICTS
from stillproof.gating.reports import REPORTS
from stillproof.gating.reports.github import MAX_ANNOTATIONS

SCHEMAS = ROOT / "tests" / "gate" / "schemas"
SARIF = jsonschema.Draft4Validator(json.loads((SCHEMAS / "sarif-2.1.0-rtm.5.json").read_text()))
JUNIT = xmlschema.XMLSchema(SCHEMAS / "junit-10.xsd")

HEADER = {"format": "stillproof-claims/1", "implementation": {"name": "<a & \"b\"> 'c' \u03b4 \x01 \ud800"}}


class Bar:
    """No progress."""

    def __call__(self, done: int, total: int) -> None:
        pass

    def close(self) -> None:
        pass


def claim(identifier: str, value: object, **rest: object) -> dict[str, object]:
    """A claim about the threshold of the five-qubit protocol, 0.345346.. in delta, half of that in eps."""
    found: dict[str, object] = {"id": identifier, "protocol": "five-qubit-t", "quantity": "threshold", "as": "rounded"}
    return {**found, "value": value, "parameter": "delta", **rest}


def leave_out(found: dict[str, object], key: str) -> dict[str, object]:
    return {name: value for name, value in found.items() if name != key}


ALL = [
    claim("right", "0.34535"),
    claim("wrong", "0.34536"),
    leave_out(claim("unclear", "0.17267"), "parameter"),
    claim("unknown", "0.5", quantity="threshold", noise="amplitude-damping"),
    claim("malformed", "<b>&\"'\u03b4\n\x1b[31m\x00\ud800"),
]
UGLY = [
    leave_out(claim("x", "0.1"), "id"),
    '{"id": "<\\u0001>", "\\u0001&\\u03b4": 1, "\\u0001&\\u03b4": 2}',
    b'{"id": "\xff"}',
    b"\x00\x01 <]]> & no JSON",
    claim("file", "0.1", protocol={"code": "no\u03b4 \x07<&>\n.json", "state": "t"}),
    claim("at", "0.1", quantity="error-map", at={"\x02\u03b4" * 500: "7"}),
    "[1, 2]",
    '{"a": 1e400}',
    claim("percent", "0.1", source="100 %", protocol="100%\r\n"),
]
Lines = list[object]
SHORT = ("nothing", "not-all")  # files whose claims are declined, which is what shuts the gate


def spelled(lines: Lines, end: object = None) -> bytes:
    """A claims file; `end` is another count, or False for none."""
    rest: Lines = [] if end is False else [{"end": len(lines) if end is None else end}]
    parts = [x if isinstance(x, bytes) else (x if isinstance(x, str) else json.dumps(x)).encode() for x in
             [HEADER, *lines, *rest]]  # fmt: skip
    return b"\n".join(parts) + b"\n"


FILES: dict[str, tuple[bytes, dict[str, str] | None]] = {
    "five-verdicts": (spelled([*ALL]), None),
    "ugly": (spelled([*ALL, *UGLY]), None),
    "passed": (spelled(ALL[:1]), None),
    "end-wrong": (spelled([*ALL], 3), None),
    "end-missing": (spelled([*ALL], False), None),
    "after-end": (spelled([*ALL]) + b"<&\x00>\n", None),
    "no-claims": (spelled([]), None),
    "twice": (spelled([ALL[0], ALL[0]]), None),
    "expected": (spelled([*ALL]), {"wrong": "certified", "right": "refuted", "nowhere": "declined"}),
    "as-expected": (spelled(ALL[:2]), {"wrong": "refuted"}),
    "nothing": (spelled([ALL[3]]), None),
    "not-all": (spelled([ALL[0], ALL[3]]), None),
    "many": (spelled([claim(f"wrong-{i}", "0.4") for i in range(30)]), None),
}


def run(folder: Path, name: str, form: str, file: str = "claims.jsonl") -> tuple[int, str]:
    """Exit code and report, written with -o."""
    content, verdicts = FILES[name]
    path, output, expected = folder / file, folder / "out" / "report", None
    path.write_bytes(content)
    if verdicts is not None:
        expected = folder / "expected.jsonl"
        rows = [{"id": key, "verdict": value} for key, value in verdicts.items()]
        expected.write_text(
            "".join(json.dumps(x) + "\n" for x in [{"format": "stillproof-expected/1"}, *rows, {"end": len(rows)}])
        )
    code = gate_command(
        ROOT / "fixtures", path, bar=Bar(), form=form, output=output, require_all=name == "not-all", expected=expected
    )
    assert [x.name for x in output.parent.iterdir()] == ["report"]
    return code, output.read_text(encoding="ascii")


@pytest.fixture(params=FILES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def verdicts(folder: Path, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run(folder, name, "json")[1])
    return found


def test_the_files_have_what_they_are_for(tmp_path: Path) -> None:
    found = [row["verdict"] for row in verdicts(tmp_path, "five-verdicts")["claims"]]
    assert found == ["certified", "refuted", "ambiguous", "declined", "malformed"]
    assert {row["verdict"] for row in verdicts(tmp_path, "ugly")["claims"][5:]} == {"malformed"}
    for name in ("end-wrong", "end-missing", "after-end", "no-claims"):
        assert verdicts(tmp_path, name)["errors"]
    assert len(verdicts(tmp_path, "expected")["deviations"]) == 5


def test_sarif_is_valid(tmp_path: Path, name: str) -> None:
    code, text = run(tmp_path, name, "sarif")
    log = json.loads(text)
    SARIF.validate(log)
    found = verdicts(tmp_path, name)
    (results,) = [part["results"] for part in log["runs"]]
    failed = [row for row in found["claims"] if row["verdict"] != "certified" and not row["expected"]]
    short = name in SHORT
    assert len(results) == len(failed) + len(found["errors"]) + len(found["deviations"]) + short
    assert [result["level"] == "error" for result in results[len(results) - short :]] == [True] * short
    assert (code == 0) or any(result["level"] == "error" for result in results)
    rules = {rule["id"] for rule in log["runs"][0]["tool"]["driver"]["rules"]}
    assert {result["ruleId"] for result in results} <= rules
    for result, row in zip(results, failed, strict=False):
        assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": row["line"]}
    assert code == found["exit_code"]


def test_junit_is_valid(tmp_path: Path, name: str) -> None:
    code, text = run(tmp_path, name, "junit")
    JUNIT.validate(text)
    found = verdicts(tmp_path, name)
    suite = ET.fromstring(text)[0]  # noqa: S314 - our own report
    extra = len(found["errors"]) + len(found["deviations"])
    counts = dict(found["counts"])
    for row in found["claims"]:
        counts[row["verdict"]] -= row["expected"]  # a verdict that was expected passes
    short = name in SHORT
    assert int(suite.attrib["tests"]) == len(suite.findall("testcase")) == found["total"] + extra + short
    assert (code == 0) is (suite.find("testcase/failure") is None and suite.find("testcase/error") is None)
    assert int(suite.attrib["errors"]) == len(suite.findall("testcase/error")) == counts["malformed"] + extra
    failures = counts["refuted"] + counts["ambiguous"] + short
    assert int(suite.attrib["failures"]) == len(suite.findall("testcase/failure")) == failures
    assert int(suite.attrib["skipped"]) == len(suite.findall("testcase/skipped")) == counts["declined"]


def test_the_schemas_refuse() -> None:
    assert not SARIF.is_valid({"version": "2.1.0", "runs": [{"results": []}]})
    assert not JUNIT.is_valid("<testsuites><testsuite/></testsuites>")


def test_github_is_short(tmp_path: Path, name: str) -> None:
    code, text = run(tmp_path, name, "github")
    lines = text.splitlines()
    assert 1 <= len(lines) <= MAX_ANNOTATIONS == 10
    assert lines[0].startswith("::notice " if code == 0 else "::error ")
    assert "claims certified" in lines[0]
    for line in lines:
        assert re.fullmatch(r"::(notice|error|warning) file=[^,:]+,line=\d+::[ -~]+", line)
        assert not re.search("%(?![0-9A-F]{2})", line)
    if name == "many":
        assert len(lines) == 10


PLACED = {
    "here": ("src/factory.rs:42", ("src/factory.rs", 42)),
    "column": ("lib/a-b_c.py:7:13", ("lib/a-b_c.py", 7)),
    "bare": ("factory.py:9", ("factory.py", 9)),
    "up": ("../x.py:1", None),
    "within": ("a/../../x.py:1", None),
    "root": ("/etc/passwd:1", None),
    "zero": ("src/x.py:0", None),
    "range": ("src/x.py:1-9", None),
    "table": ("table:2", None),
    "address": ("https://example.org/x.py:80", None),
    "paper": ("arXiv:1209.2426", None),
    "prose": ("see src/x.py:3", None),
    "escape": ("src/x,title=y.py:3", None),
}


def test_annotations_point_at_the_source_of_a_claim(tmp_path: Path) -> None:
    """Where it is a file and a line, in the three reports for CI; elsewhere at the line of the claims file."""
    claims = [claim(name, "0.4", source=source) for name, (source, _) in PLACED.items()]
    FILES["placed"] = spelled([*claims, claim("bad", 0.4, source="src/factory.rs:50")]), None
    places = [*(place for _, place in PLACED.values()), ("src/factory.rs", 50)]
    try:
        sarif = json.loads(run(tmp_path, "placed", "sarif")[1])
        SARIF.validate(sarif)
        junit = run(tmp_path, "placed", "junit")[1]
        JUNIT.validate(junit)
        github = {}
        for line in run(tmp_path, "placed", "github")[1].splitlines()[1:]:
            github[re.split("[ :]", line.split("::", 2)[2])[1]] = line
    finally:
        del FILES["placed"]
    ids = [*PLACED, "bad"]
    assert {"bad", "here", "up"} <= github.keys()  # ten annotations at most
    results, cases = sarif["runs"][0]["results"], ET.fromstring(junit)[0].findall("testcase")  # noqa: S314 - our own
    for number, (name, place) in enumerate(zip(ids, places, strict=True), 2):
        (location,) = results[number - 2]["locations"]
        found = location["physicalLocation"]
        message = next(node.attrib["message"] for node in cases[number - 2])
        if place is None:
            assert found["region"] == {"startLine": number}
            assert "relatedLocations" not in results[number - 2]
            assert message.startswith(f"line {number}: ")
            assert f"claims.jsonl,line={number}::" in github.get(name, f"claims.jsonl,line={number}::")
        else:
            assert (found["artifactLocation"]["uri"], found["region"]["startLine"]) == place
            (related,) = results[number - 2]["relatedLocations"]
            assert related["physicalLocation"]["region"] == {"startLine": number}
            assert message.startswith(f"{place[0]}:{place[1]}: line {number}: ")
            if name in github:
                assert f" file={place[0]},line={place[1]},title=" in github[name]
                assert f"claims.jsonl%3A{number}::" in github[name]


def test_github_escapes(tmp_path: Path) -> None:
    _, text = run(tmp_path, "five-verdicts", "github", "100%,a:b\n.jsonl")
    assert text.count("100%25%2Ca%3Ab%0A.jsonl,line=") == len(text.splitlines())


def test_json_has_the_documented_keys(tmp_path: Path, name: str) -> None:
    code, text = run(tmp_path, name, "json")
    found = json.loads(text)
    keys = {"claims", "counts", "coverage", "deviations", "errors", "exit_code", "implementation", "source", "total"}
    assert set(found) == {*keys, "verdict"}
    assert set(found["counts"]) == set(VERDICTS)
    assert found["exit_code"] == code
    assert found["verdict"] == ("failed" if code else "passed")
    assert len(found["claims"]) == found["total"] == sum(found["counts"].values())
    parts = (
        "backing",
        "expected",
        "field",
        "id",
        "line",
        "protocol",
        "quantity",
        "reason",
        "source",
        "verdict",
        "witness",
    )
    assert all(tuple(sorted(row)) == parts for row in found["claims"])
    assert all(len(row["reason"]) < 4000 for row in found["claims"])


def test_text_is_one_line_for_a_row(tmp_path: Path, name: str) -> None:
    code, text = run(tmp_path, name, "text")
    assert re.fullmatch("[ -~\n]*", text)
    assert text.splitlines()[-1].startswith("FAILED: " if code else "PASSED: ")
    assert sum(line.startswith(("PASSED", "FAILED")) for line in text.splitlines()) == 1


@pytest.mark.parametrize("form", REPORTS)
def test_a_path_may_have_any_bytes(tmp_path: Path, form: str) -> None:
    _, text = run(tmp_path, "five-verdicts", form, os.fsdecode(b"a \xff\xce\xb4<&>%.jsonl"))
    assert text


def test_a_report_is_whole_or_absent(tmp_path: Path) -> None:
    def broken() -> Iterator[str]:
        yield "half"
        raise OverBudget("too long")

    with pytest.raises(OverBudget):
        write_atomic(tmp_path / "report", broken())
    assert not list(tmp_path.iterdir())
    (tmp_path / "claims.jsonl").write_bytes(b"no header\n")
    output = tmp_path / "report"
    code = gate_command(ROOT / "fixtures", tmp_path / "claims.jsonl", bar=Bar(), form="sarif", output=output)
    assert code == 12
    SARIF.validate(json.loads(output.read_text()))
