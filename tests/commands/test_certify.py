"""`stillproof certify` on users' codes: right, wrong, and not distilling."""

import json
import os
import random
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT, run_isolated_checker, stillproof
from stillproof.codes.phase_space import from_row

GOLAY = ROOT / "fixtures" / "codes" / "golay11.json"


def golay(**changes: Any) -> dict[str, Any]:
    """The Golay code file with some keys changed; None takes a key out."""
    value = {**json.loads(GOLAY.read_text()), **changes}
    return {key: item for key, item in value.items() if item is not None}


def write(path: Path, value: Any) -> Path:
    path.write_text(value if isinstance(value, str) else json.dumps(value, indent=1))
    return path


def certified(path: Path, *more: object) -> dict[str, Any]:
    """The JSON summary of a run that succeeds."""
    done = stillproof("certify", path, "--state", "strange", "--json", *more)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr == ""
    summary: dict[str, Any] = json.loads(done.stdout)
    assert summary["verdict"] == "certified"
    assert summary["claims"]["certified"] == summary["claims"]["total"] > 0
    return summary


def test_golay_without_logicals_gives_the_flagship_values(tmp_path: Path) -> None:
    summary = certified(write(tmp_path / "g.json", golay(logical_x=None, logical_z=None)), "-o", tmp_path / "out")
    assert summary["code"]["logicals"] == "found"
    assert summary["suppression"] == {"order": 3, "coefficient": "55/18"}
    low, high = map(Fraction, summary["threshold"]["interval"])
    assert 0 < high - low <= Fraction(1, 10**30)
    polynomial = list(map(int, summary["threshold"]["polynomial"]))
    values = [sum(c * x**k for k, c in enumerate(polynomial)) for x in (low, high)]
    assert values[0] < 0 < values[1]
    assert abs(Fraction(summary["threshold"]["decimal"]) - low) < Fraction(1, 10**25)
    assert len(summary["threshold"]["decimal"].partition(".")[2]) >= 20
    assert summary["output_twirl"] == []
    assert summary["enumerators"]["A"][6] == 528
    # what was written is complete: the isolated checker accepts it without us
    verdict = run_isolated_checker(tmp_path / "out", tmp_path / "out" / "certificates")
    assert verdict.code == 0
    assert len(verdict.rows) == summary["claims"]["total"]
    assert summary["certificate"] == str(tmp_path / "out" / "certificates" / "golay11-strange.jsonl")


def test_a_linear_code_is_certified_as_not_distilling(tmp_path: Path) -> None:
    rows = [[[1, 0, 0, 2, 0], [0, 1, 2, 0, 0]], [[0, 1, 0, 0, 2], [0, 0, 1, 2, 0]],
            [[2, 0, 1, 0, 0], [0, 0, 0, 1, 2]], [[0, 2, 0, 1, 0], [2, 0, 0, 0, 1]]]  # fmt: skip
    code = {"format": "stillproof-code/1", "name": "five", "p": 3, "n": 5, "stabilizers": rows}
    summary = certified(write(tmp_path / "five.json", code))
    assert summary["code"]["distance"] == 3
    assert summary["suppression"] == {"order": 1, "coefficient": "5/2"}
    assert summary["threshold"] is None
    assert summary["reasons"]["threshold"] == "close to 0 the output, 5/2 delta + ..., is above the input, delta"
    assert summary["certificate"] is None


def test_no_success_at_the_pure_state_is_said(tmp_path: Path) -> None:
    # Z on site 2 as the only stabilizer of two qutrits: |S> has no overlap with |0>
    code = {"format": "stillproof-code/1", "name": "z", "p": 3, "n": 2, "stabilizers": [[[0, 0], [0, 1]]]}
    summary = certified(write(tmp_path / "z.json", code))
    assert summary["success_probability"]["num"][0] == "0"
    assert summary["suppression"] is None
    assert summary["threshold"] is None
    assert "the success probability there is 0" in summary["reasons"]["suppression"]


def test_a_code_without_the_symmetry_is_twirled(tmp_path: Path) -> None:
    code = {"format": "stillproof-code/1", "name": "xx", "p": 3, "n": 2, "stabilizers": [[[1, 1], [0, 0]]]}
    summary = certified(write(tmp_path / "xx.json", code))
    assert summary["output_twirl"] == ["H", "N"]
    # twirled as decoded it would be beyond the mixed state, delta_out > 1: a displacement brings it nearer
    assert summary["output_clifford"]["shift"] != [0, 0]
    at = Fraction(1, 5)
    num, den = ([int(c) for c in summary["map"]["delta"][key]] for key in ("num", "den"))
    value = sum(c * at**k for k, c in enumerate(num)) / sum(c * at**k for k, c in enumerate(den))
    assert value == Fraction(16, 33)


@pytest.mark.parametrize(
    ("family", "code", "name", "symplectic", "shift"),
    [
        ("strange", "golay11", "D", [[1, 0], [0, 1]], [1, 0]),
        ("t", "five-qubit", "S", [[1, 0], [1, 1]], [0, 0]),
        ("t", "five-qubit", "X", [[1, 0], [0, 1]], [1, 0]),
    ],
)
def test_a_clifford_that_moves_the_target_does_not_twirl(
    tmp_path: Path, family: str, code: str, name: str, symplectic: Any, shift: Any
) -> None:
    """A state file may have it, and all that is claimed is certified."""
    state = json.loads((ROOT / "fixtures" / "states" / f"{family}.json").read_text())
    fitting = [clifford["name"] for clifford in state["cliffords"]]
    for given, words in ((state["cliffords"], None), ([], f"the Clifford {name} ")):
        more = {"name": name, "symplectic": symplectic, "shift": shift}
        path = write(tmp_path / "state.json", {**state, "name": "more", "cliffords": [more, *given]})
        done = stillproof("certify", ROOT / "fixtures" / "codes" / f"{code}.json", "--state", path, "--json",
                          "-o", tmp_path / ("with" if given else "without"))  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        summary = json.loads(done.stdout)
        if words:
            assert summary["reasons"]["twirl"].startswith(words)
        elif "twirl" in summary["verdicts"]:
            stated = json.loads((tmp_path / "with" / "statements" / f"{code}-more.json").read_text())["claims"]
            assert next(claim for claim in stated if claim["kind"] == "twirl")["cliffords"] == fitting


def test_a_state_file_without_its_format_is_malformed(tmp_path: Path) -> None:
    state = {key: value for key, value in strange().items() if key != "format"}
    done = stillproof("certify", GOLAY, "--state", write(tmp_path / "state.json", state))
    assert (done.returncode, done.stdout) == (12, "")
    assert "format: expected stillproof-state/1, found nothing" in done.stderr


def test_an_equivalent_code_has_the_same_numbers(tmp_path: Path) -> None:
    chance = random.Random(1)
    value = golay(name="shuffled", logical_x=None, logical_z=None)
    order = chance.sample(range(11), 11)
    signs = [chance.choice((1, 2)) for _ in range(11)]
    value["stabilizers"] = [
        [[signs[i] * half[i] % 3 for i in order] for half in row] for row in chance.sample(value["stabilizers"], 10)
    ]
    summary = certified(write(tmp_path / "s.json", value))
    reference = certified(GOLAY)
    for key in ("enumerators", "map", "success_probability", "suppression", "threshold"):
        assert summary[key] == reference[key]


def strange(**changes: Any) -> dict[str, Any]:
    """The state file of the strange state with some keys changed."""
    return {**json.loads((ROOT / "fixtures" / "states" / "strange.json").read_text()), **changes}


FAMILIES = {
    "a parameter with another name": strange(name="renamed", parameters=["x"]),
    "a family that starts mixed": strange(
        name="mixed",
        parameters=["x"],
        ensemble=[
            {**member, "weight": weight}
            for member, weight in zip(
                strange()["ensemble"], (["1/3", "2/3"], ["1/3", "-1/3"], ["1/3", "-1/3"]), strict=True
            )
        ],
    ),
}


@pytest.mark.parametrize("family", FAMILIES)
def test_other_families_get_what_holds_for_them(tmp_path: Path, family: str) -> None:
    path = write(tmp_path / "state.json", FAMILIES[family])
    done = stillproof("certify", GOLAY, "--state", path, "--json")
    assert done.returncode == 0, done.stdout + done.stderr
    summary = json.loads(done.stdout)
    assert list(summary["map"]) == FAMILIES[family]["parameters"]
    assert (summary["suppression"] is None) == (family == "a family that starts mixed")


BAD = {
    "not isotropic": (
        golay(stabilizers=[[[1] + [0] * 10, [0] * 11], [[0] * 11, [1] + [0] * 10]]),
        12,
        "stabilizers[0] and stabilizers[1]: expected commuting operators",
    ),
    "dependent": (
        golay(stabilizers=[json.loads(GOLAY.read_text())["stabilizers"][0]] * 2),
        12,
        "independent rows, found rank 1",
    ),
    "wrong length": (golay(stabilizers=[[[0] * 10, [0] * 11]]), 12, "stabilizers[0], u: expected 11 entries, found 10"),
    "entry out of range": (
        golay(stabilizers=[[[3] + [0] * 10, [0] * 11]]),
        12,
        "u[0]: expected an entry from 0 to 2, found 3",
    ),
    "composite p": (golay(p=4), 12, "p: expected a prime up to 97, found 4"),
    "other p": (golay(p=5, logical_x=None, logical_z=None), 12, "p"),
    "p = 2": ({"format": "stillproof-code/1", "name": "two", "p": 2, "n": 1, "stabilizers": []}, 12, "p = 3"),
    "duplicate key": (
        '{"format":"stillproof-code/1",\n"name":"a",\n"name":"b"}',
        12,
        ':3: expected distinct keys, found "name" twice',
    ),
    "float": (
        '{"format":"stillproof-code/1","name":"a","p":3,\n"n":1.0,"stabilizers":[]}',
        12,
        ":2: expected an integer",
    ),
    "NaN": ('{"n":NaN}', 12, "found NaN"),
    "1e400": ('{"n":1e400}', 12, "found 1e400"),
    "true": ('{"n":\ntrue}', 12, ":2: expected no null, true or false, found true"),
    "null": ('{"n":null}', 12, "found null"),
    "empty": ("", 12, "found an empty file"),
    "blank": ("\n \n", 12, "found an empty file"),
    "not JSON": ("{", 12, ":1: expected JSON"),
    "deep": ("[" * 100_000, 12, "expected"),
    "big number": ('{"n":' + "9" * 5000 + "}", 12, "expected a small non-negative integer"),
    "negative": (golay(n=-11), 12, "expected a small non-negative integer, found -11"),
    "unknown key": (golay(sings=[0]), 12, "sings"),
    "wrong format": (golay(format="stillproof-code/2"), 12, "format"),
    "missing key": (golay(n=None), 12, "n"),
    "name with a path": (golay(name="../x"), 12, "name"),
    "name missing": (golay(name=""), 12, "name"),
    "non-ASCII": ('{"name":"\u03b4"}', 12, "printable ASCII"),
    "BOM": ("\ufeff{}", 12, "printable ASCII"),
    "one logical": (golay(logical_z=None), 12, "both or neither"),
    "logicals commute": (
        golay(logical_z=json.loads(GOLAY.read_text())["logical_x"]),
        12,
        "logical_z[0] and logical_x[0]: expected form 1, found 0",
    ),
    "logical outside": (golay(logical_x=[[1] + [0] * 10, [0] * 11]), 12, "and logical_x: expected commuting operators"),
    "no logical qudit": (
        {"format": "stillproof-code/1", "name": "k0", "p": 3, "n": 1, "stabilizers": [[[0], [1]]]},
        11,
        "the code encodes nothing: 1 stabilizers on 1 sites",
    ),
    "sign out of range": (golay(signs=[3] + [0] * 9), 12, "signs[0]: expected an exponent from 0 to 2, found 3"),
    "two logicals for one qudit": (golay(logical_x=[golay()["logical_x"]] * 2), 12, "logical_x"),
    "one logical for two qudits": (
        golay(stabilizers=golay()["stabilizers"][:9]),
        12,
        "logical_x[0]: expected two lists of integers, u and v",
    ),
    "too many signs": (golay(signs=[0]), 12, "expected 10 signs, found 1 signs"),
    "list": ("[]", 12, "expected"),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input_is_one_clear_line(tmp_path: Path, case: str) -> None:
    value, code, message = BAD[case]
    path = write(tmp_path / "bad.json", value)
    done = stillproof("certify", path, "--state", "strange", "-o", tmp_path / "out")
    assert done.returncode == code, done.stderr
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr
    assert str(path) in done.stderr or "code two" in done.stderr or "code golay11" in done.stderr
    assert message in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_directory_a_missing_file_and_a_pipe_are_bad_input(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "absent.json", tmp_path / "pipe"):
        done = stillproof("certify", path, "--state", "strange")
        assert done.returncode == 12, done.stderr
        assert "expected a regular file" in done.stderr


def test_an_unknown_state_is_declined_with_the_nearest_names_and_no_name_is_bad_input() -> None:
    done = stillproof("certify", GOLAY, "--state", "strang")
    assert (done.returncode, done.stdout) == (11, "")
    assert done.stderr == "stillproof: --state: no state family is called strang; the nearest name: strange\n"
    done = stillproof("certify", GOLAY, "--state", "|S>")
    assert done.returncode == 12
    assert done.stderr.startswith("stillproof: --state: expected the name of a state family")


def test_a_code_over_budget_is_a_limit(tmp_path: Path) -> None:
    """A code that no algorithm is quick for: X on single sites, moved by random transvections."""
    n, chance = 64, random.Random(1)
    vectors = [from_row(3, [int(j == i) for j in range(2 * n)]) for i in range(n - 1)]
    for _ in range(n):
        t = from_row(3, [chance.randrange(3) for _ in range(2 * n)])
        vectors = [a + t * a.form(t) for a in vectors]
    code = {"format": "stillproof-code/1", "name": "big", "p": 3, "n": n, "stabilizers": [a.json() for a in vectors]}
    done = stillproof("certify", write(tmp_path / "big.json", code), "--state", "strange")
    assert done.returncode == 13
    assert "raise it with --budget 2^" in done.stderr


def test_an_unwritable_output_is_an_error_without_a_traceback(tmp_path: Path) -> None:
    blocker = write(tmp_path / "file", "x")
    done = stillproof("certify", GOLAY, "--state", "strange", "-o", blocker / "out")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stderr


def test_a_name_of_64_characters_is_stated(tmp_path: Path) -> None:
    path = write(tmp_path / "long.json", golay(name="a" * 64))
    summary = certified(path, "-o", tmp_path / "out")
    name = Path(summary["certificate"]).stem
    assert len(name) == 64
    assert name.startswith("a" * 51 + "-")
    assert run_isolated_checker(tmp_path / "out", tmp_path / "out" / "certificates").code == 0
    # another long name gives another statement, beside the first
    certified(write(tmp_path / "other.json", golay(name="a" * 63 + "b")), "-o", tmp_path / "out")
    verdict = run_isolated_checker(tmp_path / "out", tmp_path / "out" / "certificates")
    assert (verdict.code, len({row["statement"] for row in verdict.rows})) == (0, 2)


def test_no_other_code_state_or_statement_is_written_over(tmp_path: Path) -> None:
    write(tmp_path / "one.json", golay(name="a-b"))
    write(tmp_path / "same.json", golay(name="a-b", source="another source"))
    write(tmp_path / "two.json", golay(name="a"))
    write(tmp_path / "c.json", strange(name="c"))
    write(tmp_path / "b-c.json", strange(name="b-c"))

    def run(code: str, state: str) -> Any:
        return stillproof("certify", code, "--state", state, "-o", "out", cwd=tmp_path)

    assert run("one.json", "c.json").returncode == 0
    before = {path: path.read_bytes() for path in (tmp_path / "out").rglob("*.json*")}
    for code, state, file in (
        ("same.json", "c.json", "out/codes/a-b.json"),
        ("two.json", "b-c.json", "out/statements/a-b-c.json"),
    ):
        done = run(code, state)
        assert (done.returncode, done.stdout) == (12, "")
        assert done.stderr == (
            f"stillproof: {file}: expected no other file of this name, found one about something else\n"
        )
    assert {path: path.read_bytes() for path in (tmp_path / "out").rglob("*.json*")} == before
    assert run("one.json", "c.json").returncode == 0


def test_a_threshold_is_said_of_its_output_and_against_its_input() -> None:
    """Of several outputs every one has its line; an infidelity is compared with that of one input."""
    code = ROOT / "tests" / "meaning" / "codes" / "golay11-plus-1.json"
    lines = stillproof("certify", code, "--state", "strange").stdout.splitlines()
    (place,) = (i for i, line in enumerate(lines) if line.startswith("certified      threshold"))
    assert "1_out is below 2/3 delta (the infidelity of one input) up to the threshold" in lines[place + 1]
    assert [line.split()[2] for line in lines if " suppression  " in line] == ["any_out", "1_out", "2_out"]
    found = json.loads(stillproof("certify", code, "--state", "strange", "--json").stdout)
    assert [bool(found["outputs"][name]["threshold"]) for name in ("any", "1", "2")] == [False, True, False]
    assert found["outputs"]["1"]["threshold"]["input"] == "2/3"
    assert found["certified"]["outputs"]["1"] == {"suppression": True, "threshold": True}


def test_a_bound_below_one_is_said() -> None:
    code = ROOT / "fixtures" / "codes" / "reed-muller15.json"
    output = stillproof("certify", code, "--state", "t-gate").stdout
    assert "for 0 < eps < 1/2, eps_out is below eps up to the threshold" in output
