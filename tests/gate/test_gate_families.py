"""Claims about adversarial families, from tests/meaning/gate/: every one has its verdict, in the words that it should.

A file is one family: qudits beside the code, a reversed or a renamed parameter, several targets, a state that is not
pure, another unit.  A claim has `on`, its protocol, its verdict, and the templates of its reason.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from flint import fmpq

from conftest import ROOT, stillproof
from families import code, state
from libraries import library_over
from stillproof.gating.groups import decoded, group
from stillproof.gating.judge import Row, judge_line
from stillproof.gating.known import Library
from stillproof.gating.outputs import alike, idle, no_better, unchanged
from test_gate_sentences import ELSEWHERE, FAMILY, meanings

FOLDER = ROOT / "tests" / "meaning" / "gate"
FAMILIES = {path.stem: json.loads(path.read_text()) for path in sorted(FOLDER.glob("*.json"))}
CLAIMS = [(name, claim["id"]) for name, family in FAMILIES.items() for claim in family["claims"]]
NAMED = {
    "elsewhere",
    "impure",
    "junk",
    "missing",
    "probabilities",
    "renamed",
    "reversed",
    "rounds",
    "spelled",
    "targets",
    "two",
    "undone",
    "unit",
    "words",
}


def write(family: dict[str, Any], folder: Path) -> None:
    """The code and state files of a family; NAME.json and NAME-state.json."""
    for name, protocol in family["protocols"].items():
        value = protocol["code"]
        path = ROOT / "tests" / "meaning" / "codes" / value.get("path", "")
        found = json.loads(path.read_text()) if "path" in value else code(name, value)
        (folder / f"{name}.json").write_text(json.dumps(found))
        (folder / f"{name}-state.json").write_text(json.dumps(state(protocol["state"])))


def said(claim: dict[str, Any]) -> dict[str, Any]:
    """The claim as a line of a file."""
    found = {key: value for key, value in claim.items() if key not in ("on", "verdict", "says")}
    return {**found, "protocol": {"code": f"{claim['on']}.json", "state": f"{claim['on']}-state.json"}}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Library]:
    """A library over the files of a family; what it has certified is kept."""
    made: dict[str, Library] = {}

    def find(family: str) -> Library:
        if family not in made:
            folder = tmp_path_factory.mktemp(family)
            write(FAMILIES[family], folder)
            made[family] = library_over(folder)
        return made[family]

    return find


def judged(library: Library, claim: dict[str, Any]) -> Row:
    return judge_line(1, json.dumps(said(claim)).encode(), library)


def test_there_is_a_family_of_every_kind() -> None:
    assert FAMILIES.keys() == NAMED
    for family in FAMILIES.values():
        assert {claim["on"] for claim in family["claims"]} == family["protocols"].keys()
        assert len({claim["id"] for claim in family["claims"]}) == len(family["claims"])
    printed = {one for family in FAMILIES.values() for claim in family["claims"] for one in claim["says"]}
    assert {key for key, place in ELSEWHERE.items() if place == FAMILY} - printed == {"group-decoded"}


@pytest.mark.parametrize(("family", "name"), CLAIMS)
def test_a_claim_has_its_verdict_and_its_words(family: str, name: str, library: Callable[[str], Library]) -> None:
    claim = next(claim for claim in FAMILIES[family]["claims"] if claim["id"] == name)
    row = judged(library(family), claim)
    assert row.verdict == claim["verdict"], row
    outer, inside = claim["says"][:1], set(claim["says"])
    assert any(found[:1] == outer and inside <= set(found) for found in meanings(row.reason)), row


def test_the_same_claims_in_a_file(tmp_path: Path) -> None:
    """The command says what the function says, whatever was judged before."""
    family = FAMILIES["junk"]
    write(family, tmp_path)
    header = {"format": "stillproof-claims/1", "implementation": {"name": "test"}}
    lines = [header, *map(said, reversed(family["claims"])), {"end": len(family["claims"])}]
    (tmp_path / "claims.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    done = stillproof("gate", tmp_path / "claims.jsonl", "--report", "json")
    assert done.returncode == 10, done.stderr
    found = {row["id"]: row["verdict"] for row in json.loads(done.stdout)["claims"]}
    assert found == {claim["id"]: claim["verdict"] for claim in family["claims"]}


def test_only_a_bound_by_the_input_says_that_there_is_no_threshold(library: Callable[[str], Library]) -> None:
    fifteen = library_over(ROOT).known("reed-muller15-t", "threshold")
    assert fifteen.stated.of_kind("bound")
    assert no_better(fifteen, "eps") is None
    junk = library("junk").known(("golay-plus-1.json", "golay-plus-1-state.json"), "threshold")
    assert no_better(junk, "1") is None
    second = no_better(junk, "2")
    assert second is not None
    for change in (
        {"relation": "below"},
        {"relation": "at most"},
        {"value": {"den": ["1"], "num": ["0", "1"]}},
        {"range": ["1/10", "1"]},
        {"of": "elsewhere"},
        {"function": "1"},
    ):
        spoiled = [{**claim, **change} if claim is second else claim for claim in junk.stated.claims]
        assert no_better(replace(junk, stated=replace(junk.stated, claims=spoiled)), "2") is None
    assert [unchanged(junk, label) for label in ("1", "2", "any")] == [False, True, False]


def test_only_untouched_sites_that_no_counted_output_needs_come_back(library: Callable[[str], Library]) -> None:
    known = library("junk").known(("fifteen-plus-4.json", "fifteen-plus-4-state.json"), "threshold")
    assert [idle(known, outputs) for outputs in ([], ["1"], ["2"], ["1", "2", "3"], ["any"])] == [4, 4, 3, 2, 0]
    assert alike(known, "1")[0] == ["1"]
    twice = library("unit").known(("twice-delta.json", "twice-delta-state.json"), "threshold")
    assert (alike(twice, "any")[0], alike(twice, "2")[0], idle(twice, [])) == (["1", "2"], ["1", "2"], 0)


def test_an_input_is_compared_by_its_infidelity(library: Callable[[str], Library]) -> None:
    """Two five-qubit blocks: f/2 = x/2 for each and f - f^2/4 = x/2 for both, f the map of one block."""
    known = library("unit").known(("twice-delta.json", "twice-delta-state.json"), "threshold")
    for label, right in (("1", lambda f: f / 2), ("any", lambda f: f - f * f / 4)):
        claim = next(claim for claim in known.stated.of_kind("threshold") if claim["output"] == label)
        ends = [fmpq(*map(int, x.split("/"))) for x in claim["interval"]]
        below, above = (right(block(x)) - x / 2 for x in (ends[0], ends[1]))
        assert below < 0 < above


def block(d: fmpq) -> fmpq:
    """The map of the five-qubit code with T states, as published."""
    return (20 * d**2 - 30 * d**3 + 15 * d**4 - 2 * d**5) / (8 - 20 * d + 30 * d**2 - 20 * d**3 + 5 * d**4)


FIFTEEN = {"protocol": "reed-muller15-t", "parameter": "eps"}
DECODED: dict[str, Any] = {
    **FIFTEEN,
    "quantity": "leading-term",
    "as": "exact",
    "value": {"coefficient": "105", "order": 2},
}
EVERYTHING, HALF = ({"num": ["1"], "den": [den]} for den in "12")
NOTHING_LOST: dict[str, Any] = {**FIFTEEN, "quantity": "acceptance", "as": "exact", "value": EVERYTHING}


@pytest.mark.parametrize(
    ("verdict", "others"),
    [
        ("declined", [{**NOTHING_LOST, "id": "decode-lost", "syndromes": "corrected"}]),
        ("declined", [{**NOTHING_LOST, "id": "decode.lost", "syndromes": "decoded"}]),
        ("declined", [{**NOTHING_LOST, "id": "decode", "syndromes": "decoded", "value": "1", "at": {"eps": "1/9"}}]),
        # another group; post-selected; a probability below 1, or 1 without noise; another protocol
        ("refuted", [{**NOTHING_LOST, "id": "detect-lost", "syndromes": "corrected"}]),
        ("refuted", [{**NOTHING_LOST, "id": "decode-lost"}]),
        ("refuted", [{**NOTHING_LOST, "id": "decode-lost", "syndromes": "clifford-corrected"}]),
        ("refuted", [{**NOTHING_LOST, "id": "decode-lost", "syndromes": "corrected", "value": HALF}]),
        ("refuted", [{**NOTHING_LOST, "id": "decode", "syndromes": "decoded", "value": "1", "at": {"eps": "0"}}]),
        ("refuted", [{**NOTHING_LOST, "id": "decode", "protocol": "ccz8", "syndromes": "decoded"}]),
        ("refuted", [{"id": "decode-lost", "quantity": "acceptance"}]),
    ],
)  # fmt: skip
def test_a_claim_in_a_group_about_decoding_is_declined(verdict: str, others: list[Any], tmp_path: Path) -> None:
    header = {"format": "stillproof-claims/1", "implementation": {"name": "test"}}
    lines = [header, {**DECODED, "id": "decode-plain"}, *others, {"end": 1 + len(others)}]
    (tmp_path / "claims.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    done = stillproof("gate", tmp_path / "claims.jsonl", "--report", "json")
    row = json.loads(done.stdout)["claims"][0]
    assert row["verdict"] == verdict, row
    assert ("group-decoded" in meanings(row["reason"])[0]) == (verdict == "declined")


def test_a_claim_that_says_what_is_done_is_judged_in_every_group(tmp_path: Path) -> None:
    path = tmp_path / "claims.jsonl"
    path.write_text(json.dumps({**NOTHING_LOST, "id": "decode-lost", "syndromes": "decoded"}) + "\n{\n[]\n")
    library = library_over(tmp_path)
    library.decoded = decoded(path)
    assert library.decoded == {("decode", "reed-muller15-t")}
    for syndromes, verdict in (
        ("post-selected", "refuted"),
        ("clifford-corrected", "refuted"),
        ("decoded", "declined"),
    ):
        line = json.dumps({**DECODED, "id": "decode-plain", "syndromes": syndromes}).encode()
        assert judge_line(1, line, library).verdict == verdict
    assert [group(x) for x in ("a", "a-b", "a-b.c", "a/b-1", "a:")] == ["a", "a", "a-b", "a/b", "a"]
