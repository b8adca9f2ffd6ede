"""Basins of odd maps and of large covers: identities, constants, maps of degree 1, and work that is foreseen."""

import json
import re
import time
from pathlib import Path
from typing import Any

import pytest
from flint import fmpq, fmpz_mpoly_ctx

from conftest import stillproof
from stillproof.basins.cover import MAX_CELLS, UNKNOWN, Cover, expected, rough
from stillproof.basins.forms import Forms
from stillproof.basins.regions import MOST, attractors, contracts, ratio
from stillproof.errors import Declined

BASIS = ("zero", "one", "two")


def diagonal() -> dict[str, Any]:
    """All mixtures of |0>, |1> and |2>."""
    ensemble = [
        {
            "name": name,
            "weight": [["1", "-1", "-1"], ["0", "1", "0"], ["0", "0", "1"]][k],
            "projector": {
                "m": 3,
                "den": "1",
                "entries": [[[str(int(i == j == k)), "0"] for j in range(3)] for i in range(3)],
            },
        }
        for k, name in enumerate(BASIS)
    ]
    return {
        "format": "stillproof-state/1", "name": "diag", "p": 3, "parameters": ["a", "b"], "ensemble": ensemble,
        "cliffords": [], "source": "a test",
    }  # fmt: skip


CODES: dict[str, dict[str, Any]] = {
    "bare": {"n": 1, "stabilizers": []},
    "measured": {
        "n": 2,
        "stabilizers": [[[1, 0], [0, 0]]],
        "logical_x": [[0, 1], [0, 0]],
        "logical_z": [[0, 0], [0, 1]],
    },
    "repeated": {
        "n": 2,
        "stabilizers": [[[0, 0], [1, 2]]],
        "logical_x": [[1, 1], [0, 0]],
        "logical_z": [[0, 0], [1, 0]],
    },
}


def run(folder: Path, code: str, *more: object, state: str = "diag.json") -> Any:
    """`stillproof basin` on one of these codes."""
    value = {"format": "stillproof-code/1", "name": code, "p": 3, **CODES[code]}
    (folder / "code.json").write_text(json.dumps(value))
    (folder / "diag.json").write_text(json.dumps(diagonal()))
    return stillproof("basin", "code.json", "--state", state, *more, cwd=folder)


@pytest.mark.parametrize(("code", "state"), [("bare", "diag.json"), ("measured", "diag.json"), ("bare", "norell")])
def test_a_map_that_leaves_every_state_where_it_is_has_no_attractor(tmp_path: Path, code: str, state: str) -> None:
    done = run(tmp_path, code, "--level", "7", state=state)
    assert (done.returncode, done.stdout) == (11, "")
    assert done.stderr == (
        f"stillproof: {MOST} fixed points were tried, and around none of them a region is contracted\n"
    )


def test_a_line_along_the_edge_of_a_basin_is_given_up_early(tmp_path: Path) -> None:
    """Squares of the weights: the line to the mixed state is a basin's own up to its end, where cells double."""
    start = time.monotonic()
    done = run(tmp_path, "repeated", "--level", "5", "--json")
    assert time.monotonic() - start < 60
    assert done.returncode == 0, done.stdout + done.stderr
    summary = json.loads(done.stdout)
    assert [found["id"] for found in summary["attractors"]] == ["trapping-zero", "trapping-two", "trapping-one"]
    assert summary["thresholds"] == []
    for name, start in zip(BASIS, ("(0, 0)", "(1, 0)", "(0, 1)"), strict=True):
        reason = summary["reasons"][f"threshold-{name}"]
        assert re.fullmatch(
            r"no cell beyond the point \(\d+/\d+, \d+/\d+\) of the line from "
            + re.escape(start)
            + r" to \(1/3, 1/3\) is shown to flow elsewhere",
            reason,
        )


def test_a_level_out_of_reach_is_refused_with_the_estimate(tmp_path: Path) -> None:
    done = run(tmp_path, "repeated", "--level", "40")
    assert (done.returncode, done.stdout) == (13, "")
    assert "level 40 would take about 2^" in done.stderr
    assert f"cells, of at most {MAX_CELLS}; a lower level needs fewer\n" in done.stderr


def test_what_is_expected_of_the_next_rounds() -> None:
    assert expected([1, 2, 4], 10) == 0  # too few to tell
    assert expected([1, 2, 4, 8], 1) == 8
    assert expected([1, 2, 4, 8], 3) == 8 + 16 + 32
    assert expected([1, 2, 4, 6], 2) == 6 + 9  # the least ratio
    assert expected([8, 4, 2, 1], 5) == 5  # never fewer
    assert expected([1, 3, 9, 27], 0) == 0
    assert (rough(1), rough(1023), rough(1024)) == ("2^0", "2^9", "2^10")


def shape(*coefficients: list[int], degree: int = 1) -> Forms:
    """Forms of degree 0 or 1 with these coefficients."""
    ring = fmpz_mpoly_ctx.get([f"x{i}" for i in range(3)], "lex")
    gens = [ring.constant(1)] if degree == 0 else ring.gens()
    return Forms(
        [sum((c * x for c, x in zip(row, gens, strict=True)), ring.constant(0)) for row in coefficients], degree
    )


SHAPES = {
    "constant": (shape([1], [1], [1], degree=0), (fmpq(1, 3), fmpq(1, 3))),
    "constant, elsewhere": (shape([1], [2], [1], degree=0), (fmpq(1, 2), fmpq(1, 4))),
    "half way to the middle": (shape([4, 1, 1], [1, 4, 1], [1, 1, 4]), (fmpq(1, 3), fmpq(1, 3))),
    "half way to a corner": (shape([2, 1, 1], [0, 1, 0], [0, 0, 1]), (fmpq(0), fmpq(0))),
}


@pytest.mark.parametrize("case", SHAPES)
@pytest.mark.parametrize("level", [6, 8])
def test_forms_of_degree_0_and_1_are_covered(tmp_path: Path, case: str, level: int) -> None:
    forms, point = SHAPES[case]
    assert attractors(forms) == [point]
    size = ratio(forms, point) / 8
    assert contracts(forms, [1 - point[0] - point[1], *point], size)
    region = [(1 - size) * x for x in (1 - point[0] - point[1], *point)]
    cover = Cover(forms, [region])
    cover.build(level, [], tmp_path / "keep", lambda done, total: None)
    decided = [cell for cell in cover.leaves() if cell.region != UNKNOWN]
    assert sum(fmpq(1, 4**cell.level) for cell in decided) > fmpq(9, 10)


def test_the_identity_has_more_fixed_points_than_are_tried() -> None:
    assert len(attractors(shape([1, 0, 0], [0, 1, 0], [0, 0, 1]))) == MOST


def test_a_cycle_of_three_corners_has_a_middle_that_does_not_attract() -> None:
    forms = shape([0, 0, 1], [1, 0, 0], [0, 1, 0])
    assert attractors(forms) == [(fmpq(1, 3), fmpq(1, 3))]
    with pytest.raises(Declined, match="no region that is contracted"):
        ratio(forms, (fmpq(1, 3), fmpq(1, 3)))
