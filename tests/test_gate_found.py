"""Faults that were found in the verdicts of the gate, each with the right verdict."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT
from stillproof.gate.judge import Row, judge_line
from stillproof.gate.known import Library

FIXTURES = ROOT / "fixtures"
GOLAY = "golay11-strange"
FIVE = [[[1, 0, 0, 1, 0], [0, 1, 1, 0, 0]], [[0, 1, 0, 0, 1], [0, 0, 1, 1, 0]]]
FIVE += [[[1, 0, 1, 0, 0], [0, 0, 0, 1, 1]], [[0, 1, 0, 1, 0], [1, 0, 0, 0, 1]]]


@pytest.fixture(scope="module")
def library() -> Library:
    return Library(FIXTURES, ROOT)


def judged(library: Library, protocol: Any, quantity: str, mode: str, value: Any, **rest: Any) -> Row:
    """The row of one claim; hyphens as underscores."""
    found = {"id": "t", "protocol": protocol, "quantity": quantity, "as": mode, "value": value}
    return judge_line(1, json.dumps({**found, **{k.replace("_", "-"): v for k, v in rest.items()}}).encode(), library)


def written(folder: Path, name: str, p: int, stabilizers: Any, **rest: Any) -> str:
    """A code file in a folder: its name."""
    code = {"format": "stillproof-code/1", "name": name, "p": p, "n": len(stabilizers[0][0]), **rest}
    (folder / f"{name}.json").write_text(json.dumps({**code, "stabilizers": stabilizers, "source": "a test"}))
    return f"{name}.json"


# a fraction has no last digit


@pytest.mark.parametrize("mode", ["rounded", "truncated"])
@pytest.mark.parametrize(
    "value",
    [
        {"coefficient": "7/2", "order": 3},
        {"coefficient": "55/18", "order": 3},
        {"num": ["0", "0", "0", "31/10"], "den": ["1"]},
        {"num": ["0", "0", "0", "6.12"], "den": ["2"]},
        {"num": ["0", "0", "0", "0", "3.06"], "den": ["0", "1"]},
    ],
)
def test_a_coefficient_that_is_a_fraction_has_no_rounding(library: Library, mode: str, value: Any) -> None:
    assert judged(library, GOLAY, "leading-term", mode, value, parameter="delta").verdict == "malformed"


@pytest.mark.parametrize(
    ("mode", "coefficient", "verdict"),
    [
        ("rounded", "3.06", "certified"),
        ("rounded", "3.4", "refuted"),
        ("rounded", "3", "certified"),
        ("truncated", "3.05", "certified"),
        ("truncated", "3.06", "refuted"),
        ("rounded", "3.060", "refuted"),
    ],
)
def test_a_coefficient_keeps_its_digits(library: Library, mode: str, coefficient: str, verdict: str) -> None:
    for value in (
        {"coefficient": coefficient, "order": 3},
        {"num": ["0", "0", "0", coefficient], "den": ["1"]},
        {"num": ["0", "0", "0", coefficient, "0"], "den": ["1.0", "0"]},
    ):
        assert judged(library, GOLAY, "leading-term", mode, value, parameter="delta").verdict == verdict


# rows of a code file


def test_dependent_rows_are_malformed_and_refute_nothing(tmp_path: Path) -> None:
    """The fifth row is the product of the first two: the distance of the five-qubit code is 3 all the same."""
    product = [[a ^ b for a, b in zip(x, y, strict=True)] for x, y in zip(FIVE[0], FIVE[1], strict=True)]
    library = Library(FIXTURES, tmp_path)
    code = written(tmp_path, "five-dependent", 2, [*FIVE, product])
    row = judged(library, {"code": code}, "distance", "exact", 3)
    assert row.verdict == "malformed"
    assert "5 independent rows" in row.reason
    apart = written(tmp_path, "five-apart", 2, [*FIVE[:3], [[0, 0, 0, 0, 0], [1, 0, 0, 0, 0]]])
    row = judged(library, {"code": apart}, "distance", "exact", 3)
    assert row.verdict == "refuted"
    assert "no stabilizer code" in row.reason
