"""Every protocol of the fixtures against values from another road: tests/oracles/protocols.json.

Those values were computed without the engine, by listing groups and by explicit matrices; only rational functions in
lowest terms, thresholds and distances are stored.  `source` in that file says how.
"""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from stillproof.cli import main
from stillproof.statements.stated import read_stated

ROOT = Path(__file__).resolve().parents[2]
EXPECTED: dict[str, Any] = json.loads((ROOT / "tests" / "oracles" / "protocols.json").read_text())
PROTOCOLS = {name: value for name, value in EXPECTED.items() if isinstance(value, dict) and "success" in value}
NAMED = [  # the ids by which scripts name the protocols of the paper
    "golay11-strange",
    "golay11-norell",
    "golay23-t",
    "five-qubit-t",
    "reed-muller15-t",
    "steane7-h",
    "five-qutrit-h",
    "reed-muller-qutrit",
    "reed-muller-ququint",
    "qr17-strange",
    "qr23-strange",
    "bravyi-haah20-t",
    "ccz8",
]


def trimmed(value: list[Any]) -> list[Any]:
    """Coefficients without zeros at the end of a list or of a row."""
    rows = [trimmed(x) if isinstance(x, list) else x for x in value]
    while rows and rows[-1] in ("0", []):
        rows.pop()
    return rows


def function(value: dict[str, Any]) -> dict[str, Any]:
    return {key: trimmed(value[key]) for key in ("num", "den")}


def by_output(values: dict[str, Any], k: int) -> dict[str, Any]:
    """Values by the claims' names of outputs: of several outputs any, and each by its number."""
    found = {}
    for key, value in values.items():
        for label in {"any-output": ["any"], "per-output": [str(j + 1) for j in range(k)]}.get(key, [key]):
            found[label] = value
    return found


def claims(name: str, kind: str) -> list[dict[str, Any]]:
    statement = json.loads((ROOT / "fixtures" / "statements" / f"{name}.json").read_text())
    return [claim for claim in statement["claims"] if claim["kind"] == kind]


def test_every_protocol_of_the_paper_is_stated_and_has_expected_values() -> None:
    stated = {path.stem for path in (ROOT / "fixtures" / "statements").glob("*.json")}
    assert set(NAMED) <= stated
    assert set(NAMED) <= PROTOCOLS.keys()
    assert PROTOCOLS.keys() <= stated


@pytest.mark.parametrize("name", sorted(PROTOCOLS))
def test_the_statement_agrees_with_the_other_road(name: str) -> None:
    expected = PROTOCOLS[name]
    (code,) = claims(name, "code")
    assert code["distance"] == expected["distance"]
    (source,) = [*claims(name, "map"), *claims(name, "outputs")]
    assert source["success"] == function(expected["success"])
    if "output" in source:
        outputs = source["output"]
    else:
        outputs = {"any": source["any"], **{str(j): x for j, x in enumerate(source["each"], 1)}}
    others = by_output(expected["output"], code["k"])
    if source.get("output-match") == "fidelity":  # the other road has the whole output, the map one number
        others = {name: others[name] for name in outputs}
    assert outputs == {key: function(value) for key, value in others.items()}
    leading = {claim["output"]: [claim["order"], claim["coefficient"]] for claim in claims(name, "suppression")}
    others = by_output(expected.get("suppression", {}), code["k"])
    assert leading == {key: [x["order"], x["coefficient"]] for key, x in others.items()}


@pytest.mark.parametrize("name", sorted(PROTOCOLS))
def test_the_threshold_agrees_with_the_other_road(name: str) -> None:
    expected = PROTOCOLS[name].get("threshold", {})
    found = {claim["output"]: claim for claim in claims(name, "threshold")}
    if "polynomial" in expected:
        expected = dict.fromkeys(found, expected)
    several = by_output({key: x for key, x in expected.items() if isinstance(x, dict)}, claims(name, "code")[0]["k"])
    assert found.keys() == several.keys()
    for output, claim in found.items():
        assert claim["polynomial"] == several[output]["polynomial"]
        low, high = map(Fraction, claim["interval"])
        assert abs(Fraction(several[output]["decimal"]) - low) <= Fraction(1, 10**20) + high - low


def test_show_has_a_row_for_every_protocol() -> None:
    done = CliRunner().invoke(main, ["show", "--json"])
    assert done.exit_code == 0, done.output
    rows = {row["id"]: row for row in json.loads(done.output)}
    assert set(NAMED) <= rows.keys()
    for name, row in rows.items():
        if name in PROTOCOLS:
            assert row["success_probability_at_zero"] == PROTOCOLS[name]["p_succ_0"]
        if row["threshold"]:
            assert len(row["threshold"]["decimal"]) >= (7 if "basin" in row["threshold"] else 14)
    assert rows["golay11-norell"]["threshold"]["decimal"] == "0.38611821"
    golay = rows["golay11-strange"]
    assert (golay["parameter"], golay["order"], golay["coefficient"]) == ("delta", 3, "55/18")
    assert golay["threshold"]["polynomial"] == ["-9", "33", "-31", "15"]
    text = CliRunner().invoke(main, ["show"]).output
    assert all(name in text for name in NAMED)


def test_the_engine_recomputes_an_expansion_of_a_two_parameter_map() -> None:
    """The paper's (6.2) to (6.4): 55/18 eps0^2, 55/3 epsS^3 and 1/1728 - 11/1728 (eps0 + epsS)."""
    protocol = read_stated(ROOT / "fixtures", "golay11-norell").protocol
    assert protocol.frame.twirl == ()
    rows = {claim["function"]: claim["coefficients"] for claim in claims("golay11-norell", "expansion")}
    assert rows["eps0"][2][0] == "55/18"
    assert [rows["eps0"][i][j] for i, j in ((0, 1), (0, 2), (0, 3), (1, 0), (1, 1), (1, 2))] == ["0"] * 6
    assert rows["epsS"][0] == ["0", "0", "0", "55/3"]
    assert rows["success"][0][:2] == ["1/1728", "-11/1728"]
    assert rows["success"][1][0] == "-11/1728"
