"""The corpus in `fixtures/claims/`: every claim has exactly the verdict that was worked out for it, and a reason."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT, stillproof

CLAIMS = ROOT / "fixtures" / "claims"
CORPUS = sorted(path for path in CLAIMS.glob("*.jsonl") if not path.stem.endswith(".expected"))


def triorthogonal(m: int, k: int) -> dict[str, Any]:
    """m blocks of the functions a + b x + c y on F_3^2, punctured at k points with independent columns.

    X stabilizers: the functions that vanish at these points.  Z stabilizers: what is orthogonal to all functions.
    """
    points = [(block, x, y) for block in range(m) for x in range(3) for y in range(3)]
    rows = [
        [(1, x, y)[j] if block == i else 0 for block, x, y in points] for i in range(m) for j in range(3)
    ]  # 3m functions
    kept: list[int] = []
    for column in range(len(points)):
        if len(kept) < k and rank([[row[c] for c in [*kept, column]] for row in rows]) == len(kept) + 1:
            kept.append(column)
    rest = [c for c in range(len(points)) if c not in kept]
    even = [
        [sum(a * row[c] for a, row in zip(combination, rows, strict=True)) % 3 for c in rest]
        for combination in kernel([[row[c] for row in rows] for c in kept], 3 * m)
    ]
    dual = kernel([[row[c] for c in rest] for row in rows], len(rest))
    n = len(rest)
    zero = [0] * n
    name = f"triorthogonal-{n}-{k}"
    return {
        "format": "stillproof-code/1", "n": n, "name": name, "p": 3,
        "source": "the triorthogonal construction with k > 3m - 2: functions a + b x + c y on m copies of F_3^2, "
        "punctured at k points",
        "stabilizers": [*([row, zero] for row in even), *([zero, row] for row in dual)],
    }  # fmt: skip


def reduced(rows: list[list[int]]) -> tuple[list[list[int]], list[int]]:
    """The reduced echelon form mod 3, and its pivots."""
    found, pivots = [list(row) for row in rows], []
    for column in range(len(rows[0]) if rows else 0):
        top = len(pivots)
        pivot = next((i for i in range(top, len(found)) if found[i][column]), None)
        if pivot is None:
            continue
        found[top], found[pivot] = found[pivot], found[top]
        found[top] = [x * found[top][column] % 3 for x in found[top]]
        for i, row in enumerate(found):
            if i != top:
                found[i] = [(x - row[column] * y) % 3 for x, y in zip(row, found[top], strict=True)]
        pivots.append(column)
    return found[: len(pivots)], pivots


def rank(rows: list[list[int]]) -> int:
    return len(reduced(rows)[1])


def kernel(rows: list[list[int]], size: int) -> list[list[int]]:
    """A basis of the vectors orthogonal to all rows, mod 3."""
    echelon, pivots = reduced(rows)
    found = []
    for free in range(size):
        if free not in pivots:
            vector = [int(i == free) for i in range(size)]
            for row, pivot in zip(echelon, pivots, strict=True):
                vector[pivot] = -row[free] % 3
            found.append(vector)
    return found


@pytest.mark.parametrize(("m", "k"), [(2, 5), (1, 2)])
def test_the_triorthogonal_codes_of_the_catalogue_are_rebuilt(m: int, k: int) -> None:
    code = triorthogonal(m, k)
    assert json.loads((CLAIMS / "codes" / f"{code['name']}.json").read_text()) == code
    assert code["n"] == 9 * m - k
    # with one X stabilizer no choice of points helps: it is orthogonal to itself only if its weight is 0 mod 3, and
    # n = 1 mod 3, so some column is 0, and Z on that site is an undetected logical operator
    x_part = [u for u, v in code["stabilizers"] if any(u)]
    assert len(x_part) == 1
    assert sum(c * c for c in x_part[0]) % 3 == 0
    assert code["n"] % 3 == 1


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_every_verdict_is_the_expected_one(path: Path) -> None:
    expected = path.with_name(f"{path.stem}.expected.jsonl")
    done = stillproof("gate", path, "--expect", expected, "--report", "json")
    assert done.returncode == 0, done.stdout[-600:] + done.stderr
    found = json.loads(done.stdout)
    entries = [json.loads(line) for line in expected.read_text().splitlines()[1:-1]]
    assert [row["id"] for row in found["claims"]] == [entry["id"] for entry in entries]
    assert [row["verdict"] for row in found["claims"]] == [entry["verdict"] for entry in entries]
    assert all(entry["reason"] for entry in entries)
    for row in found["claims"]:
        if row["verdict"] in ("refuted", "ambiguous"):
            assert row["witness"], row["id"]
        if row["verdict"] == "certified":
            listed = row["quantity"] == "distance" and row["backing"].get("listing", 0) > 0
            assert listed or row["backing"]["certificate"].startswith("sha256:")
            assert listed or row["backing"]["claims"]
