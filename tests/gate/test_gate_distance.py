"""Bounds of a distance without a certificate: lists against enumerators, the operator by hand, and verdicts."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT
from libraries import library_over
from random_protocols import random_code
from stillproof.codes.code import StabilizerCode, read_code
from stillproof.codes.phase_space import PhaseVector
from stillproof.gating import distance
from stillproof.gating.distance import Bounds, Listing, Operator, full, lightest, operator, quick
from stillproof.gating.judge import Row, judge_line
from stillproof.protocols.protocol import Protocol
from stillproof.protocols.state import read_state

CODES = ROOT / "fixtures" / "claims" / "codes"
STATES = {2: "t", 3: "strange", 5: "m-ququint"}


def distance_of(code: StabilizerCode) -> int:
    """The distance by the weight enumerators."""
    return Protocol(code, read_state(ROOT / "fixtures" / "states" / f"{STATES[code.p]}.json")).distance


def written(code: StabilizerCode, folder: Path) -> str:
    """A code file in a folder."""
    (folder / "code.json").write_text(json.dumps(code.json()))
    return "code.json"


def judged(folder: Path, path: str, mode: str, value: int) -> Row:
    """The row of a claim about a distance."""
    said = {"id": "d", "protocol": {"code": path}, "quantity": "distance", "as": mode, "value": value}
    return judge_line(1, json.dumps(said).encode(), library_over(folder))


@pytest.mark.parametrize(("p", "n", "k"), [(2, 4, 2), (2, 7, 1), (2, 9, 3), (3, 5, 1), (3, 6, 2), (5, 4, 1), (2, 3, 3)])
@pytest.mark.parametrize("css", [False, True])
def test_the_list_finds_the_distance_of_the_enumerators(p: int, n: int, k: int, css: bool) -> None:
    chance = random.Random(n)
    for _ in range(6):
        code = random_code(chance, p, n, k, css)
        found = full(code)
        assert found.low == found.high == distance_of(code)
        assert found.count == sum(Listing(code).size(w) for w in range(1, found.low))
        assert lightest(code, 1).weight >= found.low


def test_the_predicted_size_is_that_of_the_list() -> None:
    code = read_code(ROOT / "fixtures" / "codes" / "golay11.json")
    listing = Listing(code)
    for weight in (1, 2, 3):
        assert listing.next(weight, keep=True) is None
        assert sum(map(len, listing.levels[-1])) == listing.size(weight)


def test_an_operator_is_multiplied_out_before_it_is_shown() -> None:
    code = read_code(CODES / "tri-5-21-4.json")
    found = quick(code).logical
    assert found is not None
    assert found.spelled == "T(u|v) with (u|v) = (0|1) at site 17"
    shown = found.witness()
    # by hand: v_a . u_b - u_a . v_b
    (u, v), (x, y) = shown["logical"], shown["partner"]
    assert sum(map(int.__mul__, v, x)) - sum(map(int.__mul__, u, y)) == shown["form-with-partner"] != 0
    for g in code.stabilizers:
        assert (sum(map(int.__mul__, g.v, u)) - sum(map(int.__mul__, g.u, v))) % 5 == 0
        assert (sum(map(int.__mul__, g.v, x)) - sum(map(int.__mul__, g.u, y))) % 5 == 0
    for vector, partner in ((code.stabilizers[0], found.partner), (found.vector, code.stabilizers[0])):
        with pytest.raises(ValueError, match="no logical operator"):
            Operator(code, vector, partner)
    one = PhaseVector.of(5, [1] + [0] * 20, [0] * 21)
    with pytest.raises(ValueError, match="no logical operator"):
        Operator(code, one, found.partner)


def test_the_catalogued_codes() -> None:
    assert quick(read_code(CODES / "tri-5-21-4.json")).high == 1
    found = full(read_code(CODES / "tri-5-22-3.json"))
    assert (found.low, found.high, found.count) == (2, 2, 22 * 6)


@pytest.mark.parametrize(
    ("mode", "value", "verdict"),
    [
        ("exact", 2, "refuted"),
        ("exact", 1, "certified"),
        ("lower-bound", 2, "refuted"),
        ("lower-bound", 1, "certified"),
        ("upper-bound", 2, "certified"),
        ("upper-bound", 0, "refuted"),
    ],
)
def test_a_code_over_the_limits_of_the_checker(mode: str, value: int, verdict: str) -> None:
    row = judged(CODES, "tri-5-21-4.json", mode, value)
    assert row.verdict == verdict, row
    assert ("logical" in row.witness) == (verdict == "refuted")
    assert "listing" in row.backing


def test_a_code_with_a_bare_qubit_is_refuted_whatever_its_size(tmp_path: Path) -> None:
    """64 qubits: nothing else about this code is within any limit."""
    chance = random.Random(64)
    inner = random_code(chance, 2, 63, 20)

    def wider(a: PhaseVector) -> PhaseVector:
        return PhaseVector.of(2, [*a.u, 0], [*a.v, 0])

    last = [PhaseVector.of(2, [0] * 63 + [u], [0] * 63 + [v]) for u, v in ((1, 0), (0, 1))]
    code = replace(
        inner,
        n=64,
        stabilizers=tuple(map(wider, inner.stabilizers)),
        logical_x=(*map(wider, inner.logical_x), last[0]),
        logical_z=(*map(wider, inner.logical_z), last[1]),
    )
    row = judged(tmp_path, written(code, tmp_path), "exact", 5)
    assert (row.verdict, row.witness["weight"]) == ("refuted", 1)
    assert "at site 64" in row.reason


def test_one_bound_alone_is_said_as_that(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of an [[7,1,3]] code with almost no budget only an upper bound is known, with some more both, and a gap."""
    path, folder = "steane7.json", ROOT / "fixtures" / "codes"
    code = read_code(folder / path)

    def said(mode: str, value: int, low: int, logical: Operator | None) -> Row:
        bounds = Bounds(low, 0, logical)
        monkeypatch.setattr("stillproof.gating.known.quick", lambda _: Bounds(1, 0, None))
        monkeypatch.setattr("stillproof.gating.known.full", lambda _: bounds)
        library = library_over(folder)
        monkeypatch.setattr(library, "derived", over_limit)
        claim: dict[str, Any] = {"id": "d", "protocol": {"code": path}, "quantity": "distance"}
        return judge_line(1, json.dumps({**claim, "as": mode, "value": value}).encode(), library)

    def over_limit(*_: object) -> None:
        from stillproof.errors import OverBudget

        raise OverBudget("a limit")

    three = operator(code, Protocol(code, read_state(ROOT / "fixtures" / "states" / "h.json")).least_logical)
    row = said("exact", 3, 2, three)
    assert row.verdict == "limit"
    assert "at least 2 " in row.reason
    assert "at most 3:" in row.reason
    assert (row.witness["at-least"], row.witness["weight"]) == (2, 3)
    row = said("exact", 3, 2, None)
    assert row.verdict == "limit"
    assert "at most" not in row.reason
    assert said("exact", 4, 2, three).verdict == "refuted"
    assert said("exact", 1, 2, None).verdict == "refuted"
    assert said("lower-bound", 2, 2, None).verdict == "certified"
    assert said("upper-bound", 3, 2, three).verdict == "certified"
    assert said("upper-bound", 3, 2, None).verdict == "limit"


def test_a_list_over_the_budget_is_not_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    listing = Listing(read_code(ROOT / "fixtures" / "codes" / "golay11.json"))
    budget = (listing.size(1) + listing.size(2)) * listing.width
    found = listing.bounds(budget)
    assert (found.low, found.count, found.logical) == (3, listing.size(1) + listing.size(2), None)
    assert listing.bounds(budget - 1).low == 2
    assert Listing(listing.code).bounds(1) == Bounds(1, 0, None)
    monkeypatch.setattr(distance, "FULL", 1)
    found = full(listing.code)
    assert found.low == 1
    assert found.high == 5
