"""Which outcomes a Clifford could undo, and which noise a family has: asked of its states, against matrices."""

from __future__ import annotations

import json
from functools import reduce
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from conftest import ROOT
from stillproof.claims import correction
from stillproof.codes.code import StabilizerCode, read_code
from stillproof.errors import Declined
from stillproof.gating.questions import about
from stillproof.gating.readings import noises
from stillproof.gating.undone import most, restored, shifts
from stillproof.protocols.protocol import Protocol
from stillproof.protocols.state import StateFamily, family_of, read_state
from stillproof.statements.stated import read_stated
from stillproof.statements.statement import cliffords_by_id

FIXTURES = ROOT / "fixtures"
FAMILY = json.loads((ROOT / "tests" / "meaning" / "gate" / "undone.json").read_text())
Array = np.ndarray[Any, np.dtype[np.complex128]]
CASES = [
    ("h", {(1, 1)}, []),
    ("t", set(), []),
    ("t-gate", {(0, 1)}, []),
    ("strange", set(), []),
    ("norell", set(), []),
    ("m-qutrit", {(0, 1)}, []),
    ("zero", {(1, 0), (1, 1), (1, 2)}, [(0, 1), (0, 2)]),
]


def state(name: str) -> StateFamily:
    return read_state(FIXTURES / "states" / f"{name}.json")


def mixed_from_others() -> StateFamily:
    """T towards the maximally mixed state, by |0> and |1>, which the Clifford of T swaps."""
    return family_of("by-states", FAMILY["protocols"]["by-states"]["state"])


@pytest.mark.parametrize(("name", "found", "displaced"), CASES)
def test_lines_on_which_outcomes_can_be_undone(name: str, found: set[Any], displaced: list[Any]) -> None:
    assert (set(restored(state(name))), shifts(state(name))) == (found, displaced)


def displacements(p: int, u: int, v: int) -> Array:
    x = np.roll(np.eye(p), 1, axis=0).astype(complex)
    z = np.diag(np.exp(2j * np.pi * np.arange(p) / p))
    return np.linalg.matrix_power(x, u) @ np.linalg.matrix_power(z, v)


def members(family: StateFamily) -> list[Array]:
    found = []
    for member in family.data["ensemble"]:
        matrix = member["projector"]
        root = np.exp(2j * np.pi / matrix["m"])
        rows = [[sum(int(c) * root**k for k, c in enumerate(x)) for x in row] for row in matrix["entries"]]
        found.append(np.array(rows) / int(matrix["den"]))
    return found


@pytest.mark.parametrize("name", ["h", "t-gate", "m-qutrit", "zero", "strange", "t"])
def test_a_stabilizer_on_such_a_line_has_uniform_outcomes(name: str) -> None:
    """A unitary that fixes the target and multiplies T(a) by a root of unity makes its mean 0; here the mean is."""
    family = state(name)
    target = members(family)[0]
    for a in restored(family):
        assert abs(np.trace(displacements(family.p, *a) @ target)) < 1e-12


@pytest.mark.parametrize(
    ("code", "name", "count"),
    [
        ("reed-muller15", "t-gate", 10),
        ("reed-muller15", "t", 0),
        ("reed-muller8-qutrit", "m-qutrit", 5),
        ("golay11", "zero", 5),
        ("golay11", "strange", 0),
        ("ccz8", "t-gate", 4),
        ("five-qubit", "h", 0),
    ],
)
def test_how_many_can_be_undone(code: str, name: str, count: int) -> None:
    found: StabilizerCode = read_code(FIXTURES / "codes" / f"{code}.json")
    assert most(found, state(name)) == count
    if 0 < count and found.p ** len(found.stabilizers) <= 1 << 14:  # by all products of the generators
        lists = [np.array([*g.u, *g.v]) for g in found.stabilizers]
        best = 0
        for a, b in restored(state(name)):
            inside = 0
            for powers in product(range(found.p), repeat=len(lists)):
                g = reduce(np.add, (k * x for k, x in zip(powers, lists, strict=True))) % found.p
                inside += not np.any((a * g[found.n :] - b * g[: found.n]) % found.p)
            best = max(best, round(np.log(inside) / np.log(found.p)))
        assert best == count or name == "zero"


def test_noise_is_named_by_the_states() -> None:
    assert noises(mixed_from_others()) == ["depolarizing", "dephasing"]
    assert noises(state("m-qutrit")) == ["depolarizing", "dephasing"]
    assert noises(state("h")) == noises(state("strange")) == ["depolarizing"]


def test_dephasing_needs_probabilities() -> None:
    """T with weight 1 - 2x/3 and Z T with 2x/3 is dephasing; with X T in its place it is not."""
    data = json.loads((FIXTURES / "states" / "t-gate.json").read_text())
    assert family_of("t-gate", data).dephases
    turned = json.loads(json.dumps(data))
    rows = turned["ensemble"][0]["projector"]["entries"]
    turned["ensemble"][1]["projector"] = {
        **turned["ensemble"][0]["projector"],
        "entries": [[rows[1][1], rows[1][0]], [rows[0][1], rows[0][0]]],
    }
    turned["parameters"], turned["name"] = ["x"], "turned"
    assert not family_of("turned", turned).dephases


def asked(code: str, family: StateFamily) -> dict[str, Any]:
    """The question of a `correction`, as `certify` asks it."""
    found = read_code(FIXTURES / "codes" / f"{code}.json")
    return correction.question(Protocol(found, family, cliffords_by_id(family)))


def test_why_no_correction_is_claimed() -> None:
    with pytest.raises(
        Declined, match="TXT-adjoint shifts Z and fixes every state of the family, but not every member"
    ):
        asked("reed-muller15", mixed_from_others())
    with pytest.raises(Declined, match="no Clifford of the state file both shifts Z and fixes every member") as error:
        asked("reed-muller15", state("t"))
    assert "fixes every state of the family" not in str(error.value)
    with pytest.raises(Declined, match="no generator in the file is of Z type"):
        asked("five-qubit", state("t"))
    assert asked("reed-muller15", state("t-gate"))["stabilizers"] == list(range(5, 15))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("reed-muller-qutrit", "clifford-corrected"),
        ("reed-muller-qutrit-dephasing", "post-selected"),
        ("golay11-zero", "post-selected"),
        ("five-qubit-t", None),
    ],
)
def test_questions_say_what_is_done_after_other_outcomes(name: str, said: str | None) -> None:
    found = [rest for quantity, rest in about(read_stated(Path(FIXTURES), name)) if quantity == "success-probability"]
    assert found
    assert {rest.get("syndromes") for rest in found} == {said}
