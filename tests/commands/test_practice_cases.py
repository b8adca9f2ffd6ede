"""Cases as their owners have them: own codes, states by name, numbers in their units, and the right answers.

The right answers are computed by other roads: enumerators written out, polynomials multiplied in Fractions, bisection.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from conftest import ROOT
from stillproof.cli import main
from stillproof.interface.code import Code
from stillproof.interface.functions import certify
from stillproof.interface.state import State

MTXE = """%%MatrixMarket matrix coordinate complex general
4 5 16
1 1 1 0
1 2 0 1
1 3 0 -1
1 4 -1 0
2 2 1 0
2 3 0 1
2 4 0 -1
2 5 -1 0
3 1 -1 0
3 3 1 0
3 4 0 1
3 5 0 -1
4 1 0 -1
4 2 -1 0
4 4 1 0
4 5 0 1
"""
FIVE = ["XZZXI", "IXZZX", "XIXZZ", "ZXIXZ"]
FIFTEEN = """XIIIIXXIIXXXXIX IXIIXIXIXIXXIXX IIXXIIXIXXIIXXX IIXIXXIXIIXIXXX IZZZZIIIIIIIIII ZIZZIZIIIIIIIII
    ZZIZIIZIIIIIIII IZZIIIIZZIIIIII ZIZIIIIZIZIIIII ZZIIIIIZIIZIIII ZZZZIIIZIIIZIII
    ZIIZIIIZIIIIZII IZIZIIIZIIIIIZI ZZZIIIIIIIIIIIZ"""
T = State.named("t")


def eps_of(name: str) -> State:
    """A depolarized family of ours with the infidelity as the parameter."""
    value = json.loads((ROOT / "fixtures" / "states" / f"{name}.json").read_text())
    first, *others = value["ensemble"]
    weights = [["1", "-1"], *[["0", f"1/{len(others)}"]] * len(others)]
    members = [{**member, "weight": weight} for member, weight in zip([first, *others], weights, strict=True)]
    return saved({**value, "name": f"{name}-eps", "parameters": ["eps"], "ensemble": members})


def saved(value: dict[str, Any]) -> State:
    """A family from the object of a state file."""
    from stillproof.protocols.state import family_of

    return State(family_of(value["name"], value))


def crossing(below: Callable[[Fraction], bool], low: Fraction, high: Fraction) -> Fraction:
    """Where a condition that holds at `low` and not at `high` ends, to 40 bits."""
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if below(middle) else (low, middle)
    return low


def test_the_five_qudit_code_over_seven_from_its_published_file(tmp_path: Path) -> None:
    """Case 03: |0> of dimension 7 in three words; every error of a depolarized |0> but the phases changes it."""
    (tmp_path / "n5k1.mtx").write_text(MTXE)
    zero = State.ket([1, 0, 0, 0, 0, 0, 0], name="zero")
    result = certify(Code.read(tmp_path / "n5k1.mtx", p=7), zero)
    assert result.output is not None
    for x in (Fraction(1, 10), Fraction(1, 3)):
        assert result.output(delta=x) == 1 - (1 - x) ** 5
        assert result.success is not None
        assert result.success(delta=x) == Fraction(1, 7**4)
    assert result.threshold is None


@pytest.mark.parametrize("state", [State.named("h"), eps_of("h")])
def test_four_to_two_has_no_threshold_in_either_unit(state: State) -> None:
    """Case 06: the infidelity of both outputs together against that of an input, whatever the parameter is called."""
    result = certify(Code.from_paulis(["XXXX", "ZZZZ"], name="c422"), state)
    outputs = result.outputs
    for e in (Fraction(1, 20), Fraction(1, 7)):
        exact = (8 * e + 8 * e**2 - 32 * e**3 + 16 * e**4) / (6 - 16 * e + 48 * e**2 - 64 * e**3 + 32 * e**4)
        assert outputs["any"].function(eps=e) == exact > e
    assert outputs["any"].threshold is None
    assert result.threshold is None


def test_two_blocks_like_for_like() -> None:
    """Case 30: p_succ is a square, both together fail as 1 - (1 - f/2)^2, and thresholds are in one unit."""
    twice = [*(f"{row}IIIII" for row in FIVE), *(f"IIIII{row}" for row in FIVE)]

    def f(d: Fraction) -> Fraction:
        return (20 * d**2 - 30 * d**3 + 15 * d**4 - 2 * d**5) / (8 - 20 * d + 30 * d**2 - 20 * d**3 + 5 * d**4)

    edges: dict[str, Fraction] = {
        "any": crossing(lambda d: f(d) - f(d) ** 2 / 4 < d / 2, Fraction(1, 100), Fraction(1, 2)),
        "1": crossing(lambda d: f(d) / 2 < d / 2, Fraction(1, 100), Fraction(1, 2)),
    }
    for state, scale in ((T, Fraction(1)), (eps_of("t"), Fraction(1, 2))):
        result = certify(Code.from_paulis(twice, name="five-twice"), state)
        assert result.success is not None
        assert result.success(delta="1/10") == Fraction(17530969, 1024000000)
        assert result.outputs["any"].function(delta="1/10") == Fraction(297119109, 10956855625)
        for label, edge in edges.items():
            threshold = result.outputs[label].threshold
            assert threshold is not None
            low, high = threshold.interval
            assert abs(low - scale * edge) < Fraction(1, 2**35) > high - low


def test_relaxation_noise_keeps_its_sign() -> None:
    """Case 29: after the frame with F = [[1, 0], [1, 1]] no parameter of the output is negative."""
    base = json.loads((ROOT / "fixtures" / "states" / "t-gate.json").read_text())
    weights = (["1", "-1", "-1"], ["0", "1", "0"], ["0", "0", "1"])
    rows = [[["1", "0", "0", "0"], ["0", "0", "0", "0"]], [["0", "0", "0", "0"], ["0", "0", "0", "0"]]]
    zero = {"name": "zero", "projector": {"m": 8, "den": "1", "entries": rows}}
    members = [{**x, "weight": w} for x, w in zip([*base["ensemble"], zero], weights, strict=True)]
    state = saved({**base, "name": "t-relax", "parameters": ["z", "gam"], "ensemble": members, "cliffords": []})
    result = certify(Code.from_paulis(FIFTEEN.split(), name="q15"), state)
    assert result.to_dict()["output_clifford"] == {"shift": [0, 0], "symplectic": [[1, 0], [1, 1]]}
    assert result.to_dict()["negative"] is None
    for z, gam in ((0, "1/100"), ("1/100", "1/100"), ("1/10", "1/50"), (0, "1/5")):
        assert result.outputs["gam"].function(z=z, gam=gam) > 0
        assert result.outputs["z"].function(z=z, gam=gam) >= 0


def test_an_acceptance_in_the_unit_of_an_experiment(tmp_path: Path) -> None:
    """Case 12: T states of infidelity 1/30, or with a Pauli error of probability 1/20, are depolarized by 1/15."""
    (tmp_path / "five.txt").write_text("\n".join(FIVE))
    exact = (1 + 15 * Fraction(14, 15) ** 4 / 9) / 16
    for at in ("eps=1/30", "pauli=0.05", "p=1/20", "fidelity=29/30", "infidelity=1/30", "delta=1/15"):
        for subject in (["five-qubit-t"], [str(tmp_path / "five.txt"), "--state", "t"]):
            done = CliRunner().invoke(main, ["expect", *subject, "--at", at, "--runs", "100", "--json"])
            assert done.exit_code == 0, done.output
            found = json.loads(done.stdout)
            assert (found["at"], Fraction(found["success_probability"]["exact"])) == ({"delta": "1/15"}, exact)


CLAIMS: dict[str, tuple[dict[str, Any], str]] = {
    # case 13: 1 - eps* of the T state, 1 - (1 - sqrt(3/7))/2 = 0.82732..; of H (2 + sqrt 2)/4 = 0.85355..
    "fidelity": (
        {"protocol": "five-qubit-t", "parameter": "fidelity", "value": "0.82", "as": "truncated"},
        "certified",
    ),
    "rounded": ({"protocol": "five-qubit-t", "parameter": "fidelity", "value": "0.82", "as": "rounded"}, "refuted"),
    "eps": ({"protocol": "five-qubit-t", "parameter": "eps", "value": "0.173", "as": "rounded"}, "certified"),
    "eps-wrong": ({"protocol": "five-qubit-t", "parameter": "eps", "value": "0.18", "as": "rounded"}, "refuted"),
    "h": ({"protocol": "steane7-h", "parameter": "fidelity", "value": "0.854", "as": "rounded"}, "certified"),
    "h-eps": ({"protocol": "steane7-h", "parameter": "eps", "value": "0.146", "as": "rounded"}, "certified"),
    # case 09: 8 (1 + 8 p) inputs are the first two terms, and less than there are
    "overhead": ({"value": {"num": ["8", "64"], "den": ["1"]}, "as": "leading-order"}, "certified"),
    "overhead-lower": ({"at": {"eps": "1/1000"}, "value": "8.064", "as": "lower-bound"}, "certified"),
    "overhead-upper": ({"at": {"eps": "1/1000"}, "value": "8.064", "as": "upper-bound"}, "refuted"),
}


def test_thresholds_as_fidelities_and_inputs_as_a_function(tmp_path: Path) -> None:
    lines: list[dict[str, Any]] = [{"format": "stillproof-claims/1", "implementation": {"name": "cases"}}]
    for name, (claim, _) in CLAIMS.items():
        ccz = {"protocol": "ccz8", "quantity": "inputs-per-output", "output": "any"}
        if "at" not in claim:
            ccz["parameter"] = "eps"
        lines.append({"id": name, **({"quantity": "threshold"} if "protocol" in claim else ccz), **claim})
    lines.append({"end": len(CLAIMS)})
    (tmp_path / "claims.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    done = CliRunner().invoke(main, ["gate", str(tmp_path / "claims.jsonl"), "--report", "json"])
    rows = json.loads(done.stdout)
    found = {row["id"]: row["verdict"] for row in rows.get("rows", rows.get("claims", []))}
    assert found == {name: verdict for name, (_, verdict) in CLAIMS.items()}
