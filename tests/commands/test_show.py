"""`stillproof show` of statements whose claims are about several sources, wide intervals, or segments of any kind."""

import json
import shutil
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from flint import fmpq

from conftest import ROOT
from stillproof.cli import main
from stillproof.commands.show import cells, rows
from stillproof.exact.algebraic import log_ratio_floor
from stillproof.exact.decimals import rounded_decimal
from stillproof.files.text import statement_text
from stillproof.statements.stated import read_stated

Claims = list[dict[str, Any]]
FIXTURES = ROOT / "fixtures"


def folder(path: Path, name: str, edit: Callable[[Claims], Claims | None]) -> Path:
    """A folder with one edited statement of the fixtures."""
    value = json.loads((FIXTURES / "statements" / f"{name}.json").read_text())
    value["claims"] = edit(value["claims"]) or value["claims"]
    for part, stem in (("codes", value["code"]["name"]), ("states", value["state"]["name"])):
        (path / part).mkdir(parents=True)
        shutil.copy(FIXTURES / part / f"{stem}.json", path / part)
    (path / "statements").mkdir()
    (path / "statements" / f"{name}.json").write_text(statement_text(value))
    return path


def one(claims: Claims, kind: str) -> dict[str, Any]:
    """The first claim of a kind."""
    return next(claim for claim in claims if claim["kind"] == kind)


def test_every_output_has_a_row() -> None:
    found = [row for row in rows(FIXTURES) if row["id"] == "bravyi-haah20-t"]
    assert [row["conventions"]["output"] for row in found] == ["any", "1", "2", "3", "4"]
    claims = json.loads((FIXTURES / "statements" / "bravyi-haah20-t.json").read_text())["claims"]
    for row in found:
        about = {c["kind"]: c for c in claims if c.get("output") == row["conventions"]["output"]}
        assert (row["order"], row["coefficient"]) == tuple(
            about["suppression"][key] for key in ("order", "coefficient")
        )
        assert row["threshold"]["polynomial"] == about["threshold"]["polynomial"]
        counted = [c for c in claims if c["kind"] == "yield" and c["of"] == about["suppression"]["id"]]
        assert row["inputs"] == next((c["inputs"] for c in counted), None)


def shown(path: Path) -> tuple[str, ...]:
    """The cells of the only row."""
    (row,) = rows(path)
    return cells(row)


@pytest.mark.parametrize(("small", "large", "floor"), [(2, 4, 5000), (2, 8, 3333), (2, 9, 3154), (3, 19008, 1115)])
def test_a_ratio_of_logarithms_is_cut_exactly(small: int, large: int, floor: int) -> None:
    assert log_ratio_floor(small, fmpq(large), 10**4) == floor
    assert fmpq(large) ** floor <= fmpq(small) ** 10**4 < fmpq(large) ** (floor + 1)


def test_xi_does_not_depend_on_the_interval_of_the_claim(tmp_path: Path) -> None:
    def wide(claims: Claims) -> None:
        one(claims, "yield")["exponent"] = ["1/10", "1/5"]

    assert shown(folder(tmp_path / "wide", "golay11-strange", wide))[-1] == "0.1115"
    assert {row["id"]: cells(row)[-1] for row in rows(FIXTURES)}["ccz8"] == "0.3333"


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (fmpq(1, 10), fmpq(9, 10), "0.10 to 0.90"),
        (fmpq(12, 100), fmpq(13, 100), "0.120 to 0.130"),
        (fmpq(149, 1000), fmpq(151, 1000), "0.1490 to 0.1510"),
        (fmpq(38715), fmpq(38716), "38715.00 to 38716.00"),
        (fmpq(387154, 10**6), fmpq(387156, 10**6), "0.3872"),
        (fmpq(1, 2), fmpq(1, 2), "0.500000000000"),
        (fmpq(0), fmpq(0), "0.000000000000"),
        (fmpq(1, 10**7), fmpq(2, 10**7), "0.00000010 to 0.00000020"),
    ],
)
def test_a_wide_interval_is_printed_as_one(low: fmpq, high: fmpq, text: str) -> None:
    assert rounded_decimal(low, high, 12) == text


def test_the_ends_of_a_printed_interval_enclose_the_number() -> None:
    low, high = fmpq(1, 3), fmpq(2, 3)
    first, last = (
        fmpq(*(int(x.replace(".", "")), 10 ** len(x[2:]))) for x in rounded_decimal(low, high, 9).split(" to ")
    )
    assert first < low < high < last


def test_all_of_a_row_rests_on_one_map(tmp_path: Path) -> None:
    """A second map, before the one with the threshold, takes nothing from it; nor a threshold of another map."""

    def second(claims: Claims) -> Claims:
        other = {**deepcopy(one(claims, "map")), "id": "other"}
        other["success"] = {"den": ["1"], "num": ["1/7"]}
        return [other, *claims]

    def apart(claims: Claims) -> Claims:
        for claim in claims:
            if claim["kind"] in ("threshold", "yield"):
                claim["of"] = "other"
        return [claim for claim in second(claims) if claim["kind"] != "threshold"]

    path = folder(tmp_path / "second", "golay11-strange", second)
    assert shown(path) == shown(folder(tmp_path / "as-it-is", "golay11-strange", lambda claims: claims))
    found = shown(folder(tmp_path / "apart", "golay11-strange", apart))
    assert (found[5], found[6], found[7]) == ("-", "1/7", "-")


def test_the_source_is_the_one_with_a_threshold() -> None:
    claims = [{"kind": "map", "id": "a"}, {"kind": "map", "id": "b"}, {"kind": "threshold", "of": "b"}]
    stated = read_stated(FIXTURES, "golay11-strange")
    assert replace(stated, claims=claims).source == claims[1]
    assert replace(stated, claims=claims[:2]).source == claims[0]
    assert replace(stated, claims=claims[2:]).source is None


def test_the_star_is_of_the_success_probability_that_the_yield_counts(tmp_path: Path) -> None:
    def plain(claims: Claims) -> None:
        one(claims, "yield")["success-of"] = one(claims, "map")["id"]

    assert shown(folder(tmp_path / "as-it-is", "reed-muller15-t", lambda claims: claims))[6] == "1/1024*"
    assert shown(folder(tmp_path / "plain", "reed-muller15-t", plain))[6] == "1/1024"


def test_only_the_way_from_the_target_to_the_mixed_state_is_delta(tmp_path: Path) -> None:
    def keep(**fields: Any) -> Callable[[Claims], Claims]:
        def edit(claims: Claims) -> Claims:
            edge = {**one(claims, "basin-threshold"), **fields}
            return [*(claim for claim in claims if claim["kind"] != "basin-threshold"), edge]

        return edit

    value = json.loads((FIXTURES / "statements" / "golay11-norell.json").read_text())
    regions = {claim["id"]: claim["point"] for claim in value["claims"] if claim["kind"] == "trapping"}
    target = next(region for region, point in regions.items() if point == ["0", "0"])
    other = next(region for region, point in regions.items() if point != ["0", "0"])
    third = ["1/3", "1/3"]
    for number, (region, start, end, delta) in enumerate(
        [
            (target, ["0", "0"], third, True),
            (other, ["0", "0"], third, False),
            (target, ["0", "0"], ["1/4", "1/4"], False),
            (target, ["1", "0"], third, False),
        ]
    ):
        path = folder(tmp_path / str(number), "golay11-norell", keep(region=region, start=start, end=end))
        threshold = shown(path)[5]
        way = f"from ({', '.join(start)}) to ({', '.join(end)}), iterated"
        assert threshold.endswith(" delta, iterated" if delta else way), threshold


def test_an_overlap_and_a_bound_are_said(tmp_path: Path) -> None:
    found = {row["id"]: cells(row) for row in rows(FIXTURES)}
    assert found["five-qutrit-h"][1] == "delta by overlap"
    assert found["reed-muller15-t"][5].endswith(" eps on (0, 1/2)")


def test_a_folder_without_a_map_is_declined_in_a_sentence(tmp_path: Path) -> None:
    def bare(claims: Claims) -> Claims:
        return [claim for claim in claims if claim["kind"] == "code"]

    path = folder(tmp_path / "bare", "golay11-strange", bare)
    done = CliRunner().invoke(main, ["show", "--fixtures", str(path)])
    assert (done.exit_code, done.exception.__class__) == (11, SystemExit)
    assert "none of 1 statements is about a map or about outputs" in done.output


def test_nothing_is_said_to_be_certified(tmp_path: Path) -> None:
    path = folder(tmp_path / "here", "golay11-strange", lambda claims: claims)
    done = CliRunner().invoke(main, ["show", "--fixtures", str(path)], catch_exceptions=False)
    assert done.exit_code == 0
    assert "certified" not in done.output
    assert "reads statements and checks nothing" in done.output


def test_magic_is_said_of_the_target_of_the_output_not_of_the_members(tmp_path: Path) -> None:
    """The outputs of one code are stabilizer states though its inputs are T states; the other family is S at 0."""
    code, states = ROOT / "tests" / "meaning" / "codes" / "stabilizer-outputs.json", FIXTURES / "states"
    members = {m["name"]: m for m in json.loads((states / "norell.json").read_text())["ensemble"]}
    ensemble = [{**members["zero"], "weight": ["0", "1"]}, {**members["S"], "weight": ["1", "-1"]}]
    family = {**json.loads((states / "norell.json").read_text()), "cliffords": [], "ensemble": ensemble}
    state = tmp_path / "turned.json"
    state.write_text(json.dumps({**family, "name": "turned", "parameters": ["x"]}))
    for path, file, given in (("outputs", code, "t"), ("turned", FIXTURES / "codes" / "four-qutrit.json", str(state))):
        done = CliRunner().invoke(main, ["certify", str(file), "--state", given, "-o", str(tmp_path / path)])
        assert done.exit_code == 0, done.output
    outputs = rows(tmp_path / "outputs")
    assert {row["magic"] for row in outputs} == {False}
    assert all(cells(row)[1].endswith(" (no magic)") and cells(row)[4] == "t" for row in outputs)
    (turned,) = rows(tmp_path / "turned")
    assert turned["magic"] is None
    assert "no magic" not in " ".join(cells(turned))


def test_a_target_without_magic_is_flagged_where_protocols_are_ranked() -> None:
    found = rows(FIXTURES)
    assert {row["id"] for row in found if not row["magic"]} == {"golay11-zero"}
    assert {row["state"] for row in found if "no magic" in cells(row)[1]} == {"zero"}
