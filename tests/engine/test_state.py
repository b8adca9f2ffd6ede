"""State files: what is no family of states, or has a name with another meaning, is refused while it is read."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT, stillproof
from stillproof.codes.clifford import Clifford
from stillproof.codes.code import read_code
from stillproof.errors import InputError
from stillproof.protocols.state import read_state
from stillproof.statements.statement import STEMS, Derivation, cliffords_by_id

GOLAY = ROOT / "fixtures" / "codes" / "golay11.json"
FIVE = ROOT / "fixtures" / "codes" / "five-qubit.json"


def fixture(name: str, **changes: Any) -> dict[str, Any]:
    """A state file of the fixtures with some keys changed."""
    return {**json.loads((ROOT / "fixtures" / "states" / f"{name}.json").read_text()), "name": "changed", **changes}


def member(index: int, **changes: Any) -> dict[str, Any]:
    """The strange state with one member of the ensemble changed."""
    ensemble = fixture("strange")["ensemble"]
    ensemble[index] = {**ensemble[index], **changes}
    return fixture("strange", ensemble=ensemble)


def projector(den: str, rows: list[list[Any]]) -> dict[str, Any]:
    """The strange state with another matrix for its target: these numbers over one denominator; 0 1 is zeta_12."""
    entries = [[[*str(x).split(), "0", "0", "0"][:4] for x in row] for row in rows]
    return member(0, projector={"m": 12, "den": den, "entries": entries})


def weighted(name: str, *weights: list[str], **changes: Any) -> dict[str, Any]:
    """A family of the fixtures with other weights."""
    ensemble = [{**x, "weight": w} for x, w in zip(fixture(name)["ensemble"], weights, strict=True)]
    return fixture(name, ensemble=ensemble, **changes)


def clifford(name: str = "H", symplectic: Any = ((0, 2), (1, 0)), shift: Any = (0, 0)) -> dict[str, Any]:
    """The strange state with one Clifford."""
    return fixture("strange", cliffords=[{"name": name, "symplectic": symplectic, "shift": shift}])


BAD: dict[str, tuple[dict[str, Any], str]] = {
    "not Hermitian": (
        projector("2", [[0, 0, 0], [0, 1, -1], [0, 1, 1]]),
        "member S, projector: expected a Hermitian matrix, found -1/2 on row 2, column 3, and 1/2 opposite",
    ),
    "a real diagonal": (
        projector("1", [["0 1", 0, 0], [0, 0, 0], [0, 0, 0]]),
        "a Hermitian matrix, found zeta_12 on row 1, column 1",
    ),
    "trace 2": (projector("1", [[1, 0, 0], [0, 1, 0], [0, 0, 0]]), "member S, projector: expected trace 1, found 2"),
    "trace 0": (projector("1", [[0, 0, 0], [0, 0, 0], [0, 0, 0]]), "member S, projector: expected trace 1, found 0"),
    "a mixed member": (
        projector("3", [[1, 0, 0], [0, 1, 0], [0, 0, 1]]),
        "member S, projector: expected a pure state, P P = P, found 1/9 for 1/3 on row 1, column 1",
    ),
    "no projector, trace 1": (
        projector("1", [[2, 0, 0], [0, -1, 0], [0, 0, 0]]),
        "member S, projector: expected a pure state, P P = P, found 4 for 2 on row 1, column 1",
    ),
    "another size": (projector("1", [[1, 0], [0, 0]]), "member S, projector: expected 3 rows of 3 entries"),
    "too many coordinates": (
        member(0, projector={"m": 3, "den": "1", "entries": [[["1", "0", "0"]] * 3] * 3}),
        "expected entries of 2 coordinates, as m = 3",
    ),
    "denominator 0": (projector("0", [[1, 0, 0], [0, 0, 0], [0, 0, 0]]), "the denominator not 0"),
    "no integer": (projector("x", [[1, 0, 0], [0, 0, 0], [0, 0, 0]]), "member S, projector: expected integers"),
    "another field": (
        member(1, projector={"m": 9, "den": "1", "entries": [[["0"] * 6] * 3] * 3}),
        "member plus, projector, m: expected 12, as for S, found 9",
    ),
    "m is no multiple": (
        member(0, projector={"m": 4, "den": "1", "entries": []}),
        "m: expected a multiple of 3 up to 120, found 4",
    ),
    "m is large": (
        member(0, projector={"m": 99999, "den": "1", "entries": []}),
        "m: expected a multiple of 3 up to 120, found 99999",
    ),
    "m is 0": (member(0, projector={"m": 0, "den": "1", "entries": []}), "a multiple of 3 up to 120, found 0"),
    "a negative weight at 1": (
        weighted("strange", ["1", "-4/3"], ["0", "2/3"], ["0", "2/3"]),
        "weight of S: expected no negative value where delta = 1, found -1/3",
    ),
    "a negative weight at 0": (
        weighted("norell", ["1", "-1", "-1"], ["-1/5", "1", "0"], ["1/5", "0", "1"]),
        "weight of zero: expected no negative value where all parameters are 0, found -1/5",
    ),
    "sum 2": (
        weighted("strange", ["1", "-2/3"], ["0", "1/3"], ["1", "1/3"]),
        "weights: expected weights with sum 1, found 2",
    ),
    "sum not constant": (
        weighted("strange", ["1", "-2/3"], ["0", "1/3"], ["0", "1/6"]),
        "weights: expected weights with sum 1, found 1 - 1/6 delta",
    ),
    "no rational": (member(1, weight=["0", "one"]), "weight of plus: expected rationals"),
    "over 0": (member(1, weight=["0", "1/0"]), "weight of plus: expected rationals"),
    "one number": (member(1, weight=["0"]), "weight of plus: expected 2 rationals"),
    "no member": (fixture("strange", ensemble=[]), "ensemble: expected at least one member"),
    "two members of one name": (member(1, name="S"), "ensemble: expected distinct names, found S 2 times"),
    "one state twice": (
        member(1, projector=fixture("strange")["ensemble"][0]["projector"]),
        "member plus, projector: expected another state than that of S, found the same one",
    ),
    "no source": (fixture("strange", source=""), "source: expected a non-empty string"),
    "p is 4": (fixture("strange", p=4), "p: expected a prime up to 97, found 4"),
    "p is 101": (fixture("strange", p=101), "p: expected a prime up to 97, found 101"),
    "three parameters": (fixture("strange", parameters=["a", "b", "c"]), "parameters: expected one or two names"),
    "one parameter twice": (
        weighted("norell", ["1", "-1", "-1"], ["0", "1", "0"], ["0", "0", "1"], parameters=["x", "x"]),
        "parameters: expected distinct names, found x 2 times",
    ),
    "an underscore": (fixture("strange", parameters=["eps_0"]), "parameters: expected a name of at most 64 letters"),
    "a long parameter": (
        fixture("strange", parameters=["x" * 33]),
        "parameters: expected names of at most 32 characters",
    ),
    "success": (
        fixture("strange", parameters=["success"]),
        "expected a name without success, which stands for the success probability, found success",
    ),
    "any": (
        fixture("norell", parameters=["eps0", "any"]),
        "expected another name than any, which stands for all outputs together, found any",
    ),
    "a number": (fixture("strange", parameters=["1"]), "parameters: expected a letter, then letters and digits"),
    "a depolarizing rate called eps": (
        fixture("strange", parameters=["eps"]),
        "expected another name than eps, which is the infidelity 1 - <S|rho|S>, found 1 - <S|rho|S> = 2/3 eps",
    ),
    "an infidelity called delta": (
        weighted("strange", ["1", "-1"], ["0", "1/2"], ["0", "1/2"]),
        "which is the depolarizing rate of (1 - delta) S + delta I/3, found 1 - <S|rho|S> = delta",
    ),
    "delta with another mixture": (
        weighted("strange", ["1", "-2/3"], ["0", "2/3"], ["0", "0"]),
        "found 1 - <S|rho|S> = 2/3 delta, but another state than (1 - delta) S + delta I/3",
    ),
    "delta upside down": (
        weighted("strange", ["1/3", "2/3"], ["1/3", "-1/3"], ["1/3", "-1/3"]),
        "which is the depolarizing rate of (1 - delta) S + delta I/3, found 1 - <S|rho|S> = 2/3 - 2/3 delta",
    ),
    "eps upside down": (
        weighted("h", ["0", "1"], ["1", "-1"], parameters=["eps"]),
        "expected another name than eps, which is the infidelity 1 - <H|rho|H>, found 1 - <H|rho|H> = 1 - eps",
    ),
    "eps of two parameters": (
        fixture("norell", parameters=["eps", "y"]),
        "which is the infidelity, in a family of several parameters, found eps, y",
    ),
    "delta of two parameters": (
        fixture("norell", parameters=["x", "delta"]),
        "which is the depolarizing rate, in a family of several parameters, found x, delta",
    ),
    "a Clifford of another determinant": (
        clifford(symplectic=[[1, 0], [0, 2]]),
        "clifford H, symplectic: expected determinant 1, found 2",
    ),
    "a Clifford out of range": (clifford(shift=[0, 3]), "clifford H: expected entries from 0 to 2, found 3"),
    "a Clifford of another shape": (clifford(symplectic=[[1, 0, 0], [0, 1, 0]]), "clifford H: expected symplectic"),
    "a short shift": (clifford(shift=[0]), "clifford H: expected symplectic with two rows of two"),
    "a Clifford without a name": (clifford(name=""), "cliffords: expected a name of at most 64 letters"),
    "two Cliffords of one name": (
        fixture("strange", cliffords=fixture("strange")["cliffords"][:1] * 2),
        "cliffords: expected distinct names, found H 2 times",
    ),
}


@pytest.mark.parametrize("case", BAD)
def test_no_state_or_another_meaning_is_refused_with_the_place_and_the_value(tmp_path: Path, case: str) -> None:
    value, message = BAD[case]
    path = tmp_path / "state.json"
    path.write_text(json.dumps(value))
    with pytest.raises(InputError) as raised:
        read_state(path)
    assert message in str(raised.value)
    assert str(raised.value).startswith(str(path))
    assert "\n" not in str(raised.value)
    assert len(str(raised.value)) < 600


def test_an_irrational_infidelity_is_said(tmp_path: Path) -> None:
    """|0> with noise from an H state: cos^2(pi/8) is irrational."""
    h = fixture("h")["ensemble"][0]
    m, size = h["projector"]["m"], len(h["projector"]["entries"][0][0])
    zero = [[["1" if i == j == k == 0 else "0" for k in range(size)] for j in range(2)] for i in range(2)]
    ensemble = [
        {"name": "zero", "weight": ["1", "-1"], "projector": {"m": m, "den": "1", "entries": zero}},
        {**h, "weight": ["0", "1"]},
    ]
    path = tmp_path / "state.json"
    path.write_text(json.dumps(fixture("h", ensemble=ensemble, cliffords=[], parameters=["eps"])))
    with pytest.raises(InputError, match=rf"the infidelity .* found .* = \(1/2 .*zeta_{m}.*\) eps"):
        read_state(path)
    path.write_text(json.dumps(fixture("h", ensemble=ensemble, cliffords=[], parameters=["x"])))
    assert read_state(path).parameters == ["x"]


@pytest.mark.parametrize("path", sorted((ROOT / "fixtures" / "states").glob("*.json")), ids=lambda path: path.stem)
def test_the_families_of_the_fixtures_are_read(path: Path) -> None:
    family = read_state(path)
    if family.parameters == ["delta"]:
        assert family.depolarizing
        assert family.infidelity == (0, 1 - 1 / family.field(family.p).rational())
    elif family.parameters == ["eps"]:
        assert family.infidelity == (0, 1)
    assert all(len(name) <= 32 for name in family.cliffords)


def test_a_first_line_that_is_refused_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "state.json").write_text(json.dumps(fixture("strange", parameters=["eps"])))
    done = stillproof("certify", GOLAY, "--state", tmp_path / "state.json", "-o", tmp_path / "out")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (12, "", 1)
    assert not (tmp_path / "out").exists()


NAMES = {
    "map": "clifford-1",
    "code": "clifford-1",
    "class-enumerator": "clifford-1",
    "symmetry-map": "clifford-1",
    "expansion-success": "clifford-1",
    "threshold-any": "clifford-1",
    "clifford-2": "clifford-1",
    "yield": "clifford-1",
    "fraction": "clifford-1",
    "no-gain": "clifford-1",
    "no-gain-any": "clifford-1",
    "c" * 64: "clifford-1",
    "c" * 33: "clifford-1",
    "c" * 32: "c" * 32,
    "mapped": "mapped",
    "cycle": "cycle",
}


@pytest.mark.parametrize("name", NAMES)
def test_no_name_of_a_clifford_takes_the_id_of_another_claim(tmp_path: Path, name: str) -> None:
    state = fixture("t")
    state["cliffords"][0]["name"] = name
    (tmp_path / "state.json").write_text(json.dumps(state))
    done = stillproof("certify", FIVE, "--state", tmp_path / "state.json", "-o", tmp_path / "out", "--json")
    assert done.returncode == 0, done.stdout + done.stderr
    (statement,) = (tmp_path / "out" / "statements").iterdir()
    claims = json.loads(statement.read_text())["claims"]
    assert NAMES[name] in [claim["id"] for claim in claims if claim["kind"] == "clifford"]
    assert f"symmetry-{NAMES[name]}" in [claim["id"] for claim in claims if claim["kind"] == "symmetry"]
    assert len({claim["id"] for claim in claims}) == len(claims)


def test_what_is_claimed_begins_as_no_clifford_does() -> None:
    found = Derivation(read_code(FIVE), read_state(ROOT / "fixtures" / "states" / "t.json"))
    with pytest.raises(ValueError, match="begins with none of"):
        found.attempt("share", "quotient", {})
    names = [name for stem in STEMS for name in (stem, f"{stem}-any")]
    cliffords = dict.fromkeys(names, Clifford(2, ((1, 0), (0, 1))))
    state = replace(found.protocol.state, cliffords=cliffords)
    assert list(cliffords_by_id(state)) == [f"clifford-{number}" for number in range(1, len(names) + 1)]
