"""Odd protocols whose reports said something false, or nothing: each with what is right, worked out by hand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from flint import fmpq

from conftest import ROOT, stillproof
from stillproof.claims import wigner
from stillproof.codes.code import read_code
from stillproof.commands.certify import numbers
from stillproof.errors import Declined
from stillproof.exact.decimals import significant
from stillproof.protocols.state import read_state
from stillproof.statements.stated import read_stated
from stillproof.statements.statement import derive

MOST = 8  # sites of the codes of the fixtures that are asked
REASONED = {"map", "outputs", "success_probability", "suppression", "threshold"}
ODD = ROOT / "tests" / "meaning" / "found"


def summary(command: str, code: str, state: str, *more: str) -> dict[str, Any]:
    """What a command prints about two of the files, as JSON."""
    done = stillproof(command, str(ODD / f"{code}.json"), "--state", str(ODD / f"{state}.json"), "--json", *more)
    assert not done.stderr, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_a_linear_term_can_improve() -> None:
    """x_out = x (6 - 10 x + 8 x^2)/(6 - 9 x + 3 x^2 + 3 x^3) is below x until 1 - 5 x + 3 x^2 = 0."""
    found = summary("certify", "linear-one-b", "s-mix")
    assert found["threshold"]["decimal"].startswith("0.2324081207")  # (5 - sqrt 13)/6
    assert found["suppression"] == {"coefficient": "1", "order": 1}


def test_a_perfect_output_has_no_leading_term() -> None:
    reasons = json.dumps(summary("certify", "perfect-output", "n-s"))
    assert "the infidelity of 2 is 0 whatever the input" in reasons


def test_a_frame_is_one_at_all_points() -> None:
    """The family is I/2 at x = 1/7, where every frame fits; at 0 the output has 64 : 27, exchanged 27 : 64."""
    found = summary("certify", "rep3", "mixed-at-a-seventh")
    num, den = (int(found["map"]["x"][key][0]) for key in ("num", "den"))
    assert Fraction(num, den) == Fraction(8, 7) - 2 * Fraction(27, 91)
    assert found["certified"]["map"]


@pytest.mark.parametrize("command", ["certify", "basin"])
def test_irrational_parameters_are_said_to_be_none(command: str) -> None:
    """The output is (I + z Z)/2, z = ((1 - x - 2 y)^2 + (3/2 + sqrt 2) x^2/4)/(1 - x^2/8), so in the family."""
    paths = [str(ODD / f"{name}.json") for name in ("minus-xx", "root-two")]
    done = stillproof(command, paths[0], "--state", paths[1])
    sentence = "no Clifford takes the output into the family root-two with parameters that are rational functions, as"
    assert sentence in done.stdout + done.stderr
    assert done.returncode == (0 if command == "certify" else 11)


def test_a_clifford_that_moves_the_target_twirls_nothing() -> None:
    """Averaged over the powers of S the output would be I/2; no frame fits without that."""
    found = summary("certify", "zz", "t-and-zt")
    assert found["verdict"] == "certified"
    assert found["map"] is None
    assert "irrational" in found["reasons"]["map"]
    assert found["reasons"]["twirl"] == "the Clifford S does not fix the target T"


def test_there_is_no_edge_from_a_point_to_itself() -> None:
    """The maximally mixed state is the corner x = 1."""
    found = summary("basin", str(ROOT / "fixtures" / "codes" / "steane7"), "mixed-corner", "--level", "3")
    assert {edge["region"] for edge in found["thresholds"]} == {"trapping-zero", "trapping-plus"}
    assert "threshold-mixed" not in found["reasons"]


def test_there_is_no_fixed_point_where_nothing_is_accepted() -> None:
    """p_succ = eps - 2 eps^2 + 2 eps^3."""
    found = summary("basin", "reject0", "bit")
    assert [float(point["decimal"]) for point in found["fixed_points"]] == [0.5, 1.0]


def test_a_state_is_given_by_its_depolarizing_rate_whatever_the_parameters(tmp_path: Path) -> None:
    """The maximally mixed state is at a = 0, b = 1."""
    summary("certify", "bare3", "s-two", "-o", str(tmp_path / "own"))
    done = stillproof(
        "expect", "bare3-s-two", "--at", "delta=1/10", "--runs", "10", "--fixtures", str(tmp_path / "own")
    )
    assert (done.returncode, done.stderr) == (0, "")
    done = stillproof(
        "expect", "bare3-s-two", "--at", "a=1/10,b=-1/10", "--runs", "10", "--fixtures", str(tmp_path / "own")
    )
    assert done.returncode == 12
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("value", "text"), [(fmpq(-1, 35287), "-2.83390e-5"), (fmpq(1, 35287), "2.83390e-5"), (fmpq(0), "0")]
)
def test_a_negative_number_keeps_its_sign(value: fmpq, text: str) -> None:
    assert significant(value) == text


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ([(fmpq(-1, 3), fmpq(1, 6)), (fmpq(4, 3), fmpq(-1, 6))], "has a negative value at 1"),
        ([(fmpq(1, 3), fmpq(-1, 2)), (fmpq(2, 3), fmpq(1, 2))], "has a negative value at 1"),
        ([(fmpq(1, 3), fmpq(-1, 3)), (fmpq(2, 3), fmpq(1, 3))], "has no negative value from 0 to 1"),
        ([(fmpq(-1, 3), fmpq(1, 3)), (fmpq(4, 3), fmpq(-1, 3))], "has a negative value everywhere below 1"),
    ],
)
def test_why_there_is_no_wigner_bound(values: list[tuple[fmpq, fmpq]], reason: str) -> None:
    """One sentence for each way in which the negative values do not end inside (0, 1)."""
    sites = dict(zip([(0, 0), (0, 1)], values, strict=True))
    state: Any = SimpleNamespace(p=3, parameter="x", sites=list(sites), wigner=None, require_one_parameter=lambda: None)
    state.mixed = lambda function, site: [SimpleNamespace(rational=lambda c=c: c) for c in sites[site]]
    with pytest.raises(Declined, match=reason):
        wigner.found(state)


def nulls(value: Any, *path: str) -> Iterator[tuple[str, ...]]:
    """Where the nulls of a summary are."""
    if value is None:
        yield path
    for key, part in value.items() if isinstance(value, dict) else ():
        yield from nulls(part, *path, key)


def reason(summary: dict[str, Any], path: tuple[str, ...]) -> list[str]:
    """The ids under which a null has its reason, by docs/cli.md.  Raises KeyError for other nulls."""
    source = "outputs" if summary["code"]["k"] > 1 else "map"
    if path[0] in ("suppression", "threshold", "outputs"):
        name = path[1] if len(path) > 1 else next(iter(summary["outputs"]), "")
        return [f"{path[-1]}-{name}" if source == "outputs" else path[-1], source]
    ids = {"success_probability": ["success"], "map": [source]}
    return (ids | {f"output_{key}": ["map"] for key in ("clifford", "twirl", "match")})[path[0]]


SMALL = [path.stem for path in sorted((ROOT / "fixtures" / "statements").glob("*.json"))]
PAIRS = [("rep3", "zero-plus-one"), ("root-success", "s-root"), ("minus-xx", "root-two"), ("perfect-output", "n-s")]


def test_every_null_has_its_reason_or_its_meaning() -> None:
    protocols = [stated.protocol for stated in (read_stated(ROOT / "fixtures", name) for name in SMALL)]
    pairs = {(x.code.name, x.state.name): (x.code, x.state) for x in protocols if x.code.n <= MOST}
    pairs |= {pair: (read_code(ODD / f"{pair[0]}.json"), read_state(ODD / f"{pair[1]}.json")) for pair in PAIRS}
    seen = set()
    for pair, subject in pairs.items():
        derivation = derive(*subject)
        found = numbers(derivation)
        for path in nulls(found):
            several = path[0].startswith("output_") and found["code"]["k"] > 1
            if path[0] not in ("negative", "signed_enumerators") and not several:
                assert set(reason(found, path)) & derivation.reasons.keys(), (pair, path)
                seen.add(path[0])
    assert seen == {*REASONED, "output_clifford", "output_match", "output_twirl"}
