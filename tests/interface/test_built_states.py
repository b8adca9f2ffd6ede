"""States that are built: against dense matrices of floats, and against the state files of the fixtures."""

from __future__ import annotations

import cmath
import json
import math
import random
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from flint import fmpq

from conftest import ROOT
from stillproof.codes.clifford import Clifford
from stillproof.errors import Declined, InputError
from stillproof.exact.complex_reading import MAX_POWER, read_complex, square_root
from stillproof.exact.cyclotomic import Cyclotomic
from stillproof.interface.state import State
from stillproof.protocols.built import bloch_projector, completion, eigenprojectors, fixing, ket_projector
from stillproof.protocols.matching import action, group

GATES = {
    2: [((0, 1), (1, 0)), ((1, 1), (1, 0)), ((1, 0), (1, 1))],
    3: [((0, 2), (1, 0)), ((1, 1), (0, 1)), ((2, 0), (0, 2))],
    5: [((0, 4), (1, 0)), ((2, 0), (0, 3))],
    7: [((0, 6), (1, 0)), ((3, 0), (0, 5))],
}


def number(x: Cyclotomic) -> complex:
    return sum(
        float(c.p) / float(c.q) * cmath.exp(2j * cmath.pi * k / x.field.m) for k, c in enumerate(x.coordinates())
    )


def dense(matrix: Any) -> Any:
    return np.array([[number(x) for x in row] for row in matrix])


def shift_and_clock(p: int) -> tuple[Any, Any]:
    return np.roll(np.eye(p), 1, axis=0), np.diag([cmath.exp(2j * cmath.pi * k / p) for k in range(p)])


def density(state: State, x: Fraction) -> Any:
    """The state at a value of the one parameter."""
    found = state.to_dict()
    weights = [Fraction(a) + Fraction(b) * x for a, b in (member["weight"] for member in found["ensemble"])]
    matrices = [dense(matrix) for matrix in state.family.projectors.values()]
    return sum(float(weight) * matrix for weight, matrix in zip(weights, matrices, strict=True))


TEXTS = {
    "1/sqrt(2)": 2**-0.5,
    "exp(2 pi i/12)": cmath.exp(2j * math.pi / 12),
    "exp(-i pi/4) exp(pi i (1/3 + 1/5))": cmath.exp(1j * math.pi * (-1 / 4 + 1 / 3 + 1 / 5)),
    "cos(pi/8)": math.cos(math.pi / 8),
    "sin(-3*pi/7)": math.sin(-3 * math.pi / 7),
    "-(1 + i)^3/(2 i)": -((1 + 1j) ** 3) / 2j,
    "sqrt(-3/4)": 1j * math.sqrt(3 / 4),
    "sqrt(30)/7 - 0.25": math.sqrt(30) / 7 - 0.25,
    "sqrt(2)*sqrt(3)*sqrt(5)*sqrt(7)": math.sqrt(210),
    "-2^2": -4,
    "2**-3": 1 / 8,
    "1 - -1": 2,
    "sqrt(0)": 0,
}


@pytest.mark.parametrize(("text", "value"), TEXTS.items())
def test_a_text_is_the_number_that_it_says(text: str, value: complex) -> None:
    assert abs(number(read_complex(text)) - value) < 1e-12


def test_square_roots_of_all_small_rationals_are_roots() -> None:
    for above in range(-12, 13):
        for below in range(1, 8):
            root = square_root(fmpq(above, below))
            assert (root * root).rational() == fmpq(above, below)
            value = number(root)
            assert abs(value - cmath.sqrt(above / below)) < 1e-12


@pytest.mark.parametrize(
    "text",
    [
        "", "1+", "(1", "1)", "sqrt(i)", "exp(1)", "pi", "pi pi", "cos(pi i)", "1/0", "0^-1", "2^i", "3.", ".5", "0x1",
        "1/2 sqrt(2)", "é", "zeta(3)", "1e3", f"2^{MAX_POWER + 1}", "sqrt(1000003)", "1" * 20, "exp(2 pi i/1000)",
        "(" * 100 + "1" + ")" * 100, "-" * 100 + "1", "1 " * 300, "sqrt 2", "i i)",
    ],
)  # fmt: skip
def test_what_is_no_number_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(ValueError, match=r"^expected [^\n]*, found [^\n]*$"):
        read_complex(text)


def random_ket(p: int, rng: random.Random) -> list[str]:
    """Exact entries, and never 0 altogether."""
    parts = ["0", "1", "-1", "i", "1/2", "sqrt(2)", "exp(2 pi i/12)", "1 + i", "cos(pi/4)"]
    return [rng.choice(parts) for _ in range(p - 1)] + ["1"]


@pytest.mark.parametrize("p", [2, 3, 5])
def test_kets_and_their_noise_are_those_of_dense_matrices(p: int) -> None:
    rng = random.Random(p)
    shift, clock = shift_and_clock(p)
    for _ in range(6):
        ket = random_ket(p, rng)
        vector = np.array([number(read_complex(x)) for x in ket])
        pure = np.outer(vector, vector.conj()) / np.vdot(vector, vector)
        x = Fraction(rng.randint(1, 9), 10)
        for parameter, share in (("delta", x), ("eps", x * p / (p - 1))):
            if share > 1:
                continue
            state = State.ket(ket, parameter=parameter)
            assert np.allclose(density(state, x), float(1 - share) * pure + float(share) * np.eye(p) / p)
        moved = [np.linalg.matrix_power(clock, k) for k in range(1, p)]
        if all(np.allclose(z @ pure @ z.conj().T, pure) for z in moved):
            with pytest.raises(InputError, match="errors that change the target"):
                State.ket(ket, noise="dephasing")
        else:
            state = State.ket(ket, noise="dephasing")
            mean = sum(z @ pure @ z.conj().T for z in moved) / (p - 1)
            assert np.allclose(density(state, x), float(1 - x) * pure + float(x) * mean)
        errors = {(1, 0): "1/5", (0, 1): "1/4", (1, 1): "1/7"}
        state = State.ket(ket, pauli=errors, name="mine")
        sent = [np.linalg.matrix_power(shift, u) @ np.linalg.matrix_power(clock, v) for u, v in errors]
        rates = [Fraction(rate) * x for rate in errors.values()]
        mixed = float(1 - sum(rates)) * pure + sum(
            float(rate) * t @ pure @ t.conj().T for rate, t in zip(rates, sent, strict=True)
        )
        assert np.allclose(density(state, x), mixed)


def test_the_states_of_the_fixtures_can_be_built() -> None:
    third, half = "1/sqrt(3)", "1/sqrt(2)"
    built = {
        "t": State.bloch(third, third, third),
        "h": State.bloch(half, 0, half),
        "strange": State.ket([0, 1, -1]),
        "t-gate": State.ket([1, "exp(2 pi i/8)"], noise="dephasing", parameter="eps"),
    }
    for name, state in built.items():
        stated = State.named(name)
        for x in (Fraction(0), Fraction(1, 3)):
            assert np.allclose(density(state, x), density(stated, x)), name
        assert state.parameters == stated.parameters


@pytest.mark.parametrize(("p", "symplectic"), [(p, f) for p, found in GATES.items() for f in found])
def test_eigenstates_are_those_of_the_unitary(p: int, symplectic: Any) -> None:
    clifford = Clifford(p, symplectic)
    unitary = dense(clifford.matrix(clifford.field(1)))
    values = np.linalg.eigvals(unitary)
    alone = [v for v in values if sum(abs(v - w) < 1e-9 for w in values) == 1]
    found = eigenprojectors(clifford)
    assert len(found) == len(alone)
    for text, matrix in found.items():
        value, state = number(read_complex(text)), dense(matrix)
        assert np.allclose(unitary @ state, value * state)
        assert np.allclose(state @ state, state)
        assert np.isclose(np.trace(state), 1)


def test_an_eigenvalue_that_is_not_said_is_asked_for() -> None:
    with pytest.raises(InputError, match=r"one of exp\(2 pi i 0/1\), exp\(2 pi i 1/2\), found none"):
        State.eigenstate_of([[0, 1], [1, 0]], p=2)
    with pytest.raises(InputError, match="found i"):
        State.eigenstate_of([[0, 1], [1, 0]], p=2, eigenvalue="i")
    with pytest.raises(Declined, match="every eigenvalue"):
        State.eigenstate_of([[1, 0], [0, 1]], p=3)
    minus = State.eigenstate_of([[0, 1], [1, 0]], p=2, eigenvalue=-1)
    assert "with eigenvalue exp(2 pi i 1/2) of the Clifford" in minus.family.data["source"]
    assert minus.family.projectors["target"] == State.named("h").family.projectors["H-antipodal"]


def test_what_fixes_the_target_generates_all_of_it() -> None:
    """The 24 elements for the strange state are those of SL(2, 3) (Prakash 2020, section 3)."""
    for target, order in (
        (ket_projector([0, 1, -1]), 24),
        (bloch_projector("1/sqrt(3)", "1/sqrt(3)", "1/sqrt(3)"), 3),
        (bloch_projector("1/sqrt(2)", 0, "1/sqrt(2)"), 2),
        (bloch_projector("3/5", 0, "4/5"), 1),
    ):
        assert len(group(len(target), [action(x) for x in fixing(target)])) == order
    assert fixing(ket_projector([1, 0, 0, 0, 1])) == []


def test_the_rest_of_a_basis_is_one() -> None:
    target = ket_projector([1, "i", "sqrt(2)", 0, 2])
    states = [target, *completion(target)]
    assert np.allclose(sum(map(dense, states)), np.eye(5))


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: State.ket([1, 0.5]), 'an exact number, such as "1/sqrt'),
        (lambda: State.ket([1, 2, 3, 4]), "a prime number of entries, found 4"),
        (lambda: State.ket([0, 0]), "a vector other than 0"),
        (lambda: State.ket([1, "sqrt("]), "entry 2 of the ket: expected"),
        (lambda: State.ket([1, "i"], parameter="x"), "delta, the depolarizing rate, or eps"),
        (lambda: State.ket([1, "i"], noise="thermal"), "one of depolarizing, dephasing, or pauli"),
        (lambda: State.ket([1, "i"], noise="dephasing", pauli={"X": 1}), "one noise"),
        (lambda: State.ket([1, 2], pauli={"W": 1}), "X, Y, Z, or"),
        (lambda: State.ket([1, 2, 3], pauli={"Y": 1}), r"X, Z, or \(u, v\)"),
        (lambda: State.ket([1, 2], pauli={"X": 1, (1, 0): 1}), "each error once"),
        (lambda: State.ket([1, 2], pauli={"X": 0.5}), "exact rates"),
        (lambda: State.ket([1, 2], pauli={"X": 2}), "no negative value"),
        (lambda: State.ket([1, 2], pauli={"X": "1/2"}, parameter="eps"), "another name than eps"),
        (lambda: State.ket([1, 0], noise="dephasing"), "errors that change the target"),
        (lambda: State.bloch(1, 1, 0), "length 1"),
        (lambda: State.bloch("i", 0, 1), "a real vector"),
        (lambda: State.eigenstate_of([[1, 0], [0, 2]], p=5), "determinant 1"),
        (lambda: State.eigenstate_of([[1, 0], [0, 1]], p=4), "2, 3, 5 or 7"),
        (lambda: State.eigenstate_of([[1, 0]], p=3), "two rows"),
        (lambda: State.named("x.json"), "State.read reads a file"),
        (lambda: State.ket([1, 2], name="a/b"), "a name of at most 64"),
    ],
)
def test_what_is_no_family_is_refused_in_one_sentence(make: Any, said: str) -> None:
    with pytest.raises(InputError, match=said) as caught:
        make()
    assert "\n" not in str(caught.value)


def test_a_name_that_is_not_known_is_declined_with_the_nearest() -> None:
    with pytest.raises(Declined, match="no state family is called tt; the nearest names: t, t-gate"):
        State.named("tt")


def test_a_state_is_saved_as_a_state_file_and_read_again(tmp_path: Path) -> None:
    state = State.ket([1, "exp(2 pi i/9)", "exp(-2 pi i/9)"], name="m")
    again = State.read(state.save(tmp_path / "m.json"))
    assert again == state
    assert hash(again) == hash(state)
    assert json.loads((tmp_path / "m.json").read_text()) == state.to_dict()
    assert State.of(tmp_path / "m.json") == State.of(state) == state
    assert State.of("t") == State.read(ROOT / "fixtures" / "states" / "t.json") == State.named("t")
    assert set(State.names()) == {path.stem for path in (ROOT / "fixtures" / "states").glob("*.json")}
