"""A circuit is read as the code that it measures, or refused: beside a simulation of its operations with matrices."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import stim

from conftest import ROOT
from dense_operators import Dense, of_code, tensor, word
from stillproof.codes.code import read_code
from stillproof.codes.importers.build import same_group
from stillproof.codes.importers.read import read
from stillproof.errors import Declined, InputError, NoCode, StillproofError
from stillproof.interface.code import Code

ONE: dict[str, Dense] = {
    "H": np.array([[1, 1], [1, -1]], dtype=complex) / 2**0.5,
    "S": np.diag([1, 1j]),
    "SQRT_X": np.array([[1 + 1j, 1 - 1j], [1 - 1j, 1 + 1j]]) / 2,
    "X": word("X"),
    "Z": word("Z"),
}


def on(n: int, parts: dict[int, Dense]) -> Dense:
    """Operators on some qubits."""
    return tensor([parts.get(i, np.eye(2, dtype=complex)) for i in range(n)])


def pauli(n: int, letters: dict[int, str]) -> Dense:
    """A Pauli on n qubits."""
    return word("".join(letters.get(i, "I") for i in range(n)))


def controlled(n: int, control: int, target: int, letter: str) -> Dense:
    """X or Z of a target, if the control is 1."""
    zero, one = np.diag([1, 0]).astype(complex), np.diag([0, 1]).astype(complex)
    return on(n, {control: zero}) + on(n, {control: one, target: word(letter)})


def independent(kraus: list[Dense]) -> list[Dense]:
    """Operators that span the same, as few as possible and with the same sum of K^+ K."""
    flat = np.array([k.reshape(-1) for k in kraus])
    _, values, rows = np.linalg.svd(flat, full_matrices=False)
    return [value * row.reshape(kraus[0].shape) for value, row in zip(values, rows, strict=True) if value > 1e-9]


def simulated(n: int, text: str, data: list[int]) -> tuple[Dense | None, bool]:
    """The effect on the data qubits (None for outcomes that never happen), and whether something was ever lost."""
    zero = np.diag([1, 0]).astype(complex)
    others = [q for q in range(n) if q not in data]
    start = np.eye(2**n, dtype=complex) @ on(n, dict.fromkeys(others, zero))
    kraus, lost = [start], False

    def project(letters: dict[int, str], sign: int) -> None:
        nonlocal kraus
        kraus = independent([(np.eye(2**n) + sign * pauli(n, letters)) / 2 @ k for k in kraus])

    def reset(q: int) -> None:
        nonlocal kraus, lost
        lower = np.array([[0, 1], [0, 0]], dtype=complex)
        kraus = independent([on(n, {q: a}) @ k for k in kraus for a in (zero, lower)])
        lost |= len(kraus) > 1

    for line in text.splitlines():
        if not kraus:
            return None, lost
        name, *words = line.split()
        sign = -1 if words[0].startswith("!") else 1
        words[0] = words[0].lstrip("!")
        if name == "MPP":
            project({int(x[1:]): x[0] for x in words[0].split("*")}, sign)
        elif name in ("M", "MX", "MR"):
            project({int(words[0]): "X" if name == "MX" else "Z"}, sign)
            if name == "MR" and kraus:
                reset(int(words[0]))
        elif name == "R":
            reset(int(words[0]))
        elif name in ("CX", "CZ"):
            kraus = [controlled(n, int(words[0]), int(words[1]), name[1]) @ k for k in kraus]
        else:
            kraus = [on(n, {int(words[0]): ONE[name]}) @ k for k in kraus]
    for q in others:
        if kraus:
            reset(q)
    if not kraus:
        return None, lost
    effect = sum(k.conj().T @ k for k in kraus)
    order = [*data, *others]
    turned = effect.reshape([2] * (2 * n)).transpose([*order, *(n + q for q in order)]).reshape(2**n, 2**n)
    step = 2 ** len(others)
    return turned[::step, ::step], lost


def random_circuit(rng: random.Random, n: int, data: list[int]) -> str:
    """A few gates, gadgets that measure with an ancilla, measured products and resets."""
    lines: list[str] = []
    spare = [q for q in range(n) if q not in data]
    for _ in range(rng.randint(1, 5)):
        kind = rng.random()
        a, b = rng.sample(range(n), 2)
        if kind < 0.35:
            qubits = rng.sample(data, rng.randint(1, len(data)))
            lines.append(f"MPP {rng.choice(['', '', '!'])}" + "*".join(f"{rng.choice('XYZ')}{q}" for q in qubits))
        elif kind < 0.55 and spare:
            q = spare[0]
            lines += [f"R {q}"] * rng.randint(0, 1) + [f"H {q}"]
            lines += [f"{rng.choice(['CX', 'CZ'])} {q} {d}" for d in rng.sample(data, rng.randint(1, len(data)))]
            lines += [f"H {q}", f"{rng.choice(['M', 'M', 'MR'])} {rng.choice(['', '', '!'])}{q}"]
        elif kind < 0.8:
            gate = rng.choice(["H", "S", "SQRT_X", "X", "Z", "CX", "CZ"])
            lines.append(f"{gate} {a} {b}" if gate[0] == "C" else f"{gate} {a}")
        else:
            lines.append(f"{rng.choice(['M', 'MX', 'MR', 'R'])} {a}")
    return "\n".join(lines)


def is_projector(effect: Dense) -> bool:
    """Whether a matrix is its own square."""
    return bool(np.allclose(effect @ effect, effect, atol=1e-9))


def attempted(text: str, data: list[int]) -> tuple[Code | None, StillproofError | None]:
    """The code of a circuit, or why there is none."""
    try:
        return Code.from_stim(text, data=data), None
    except StillproofError as error:
        return None, error


@pytest.mark.parametrize("seed", range(6))
def test_random_circuits_beside_matrices(seed: int, tmp_path: Path) -> None:
    rng, read_at_all, refused = random.Random(seed), 0, 0
    for _ in range(60):
        n, ancilla = rng.choice([(2, 0), (3, 0), (3, 1), (4, 1)])
        data = rng.sample(range(n), n - ancilla)
        text = random_circuit(rng, n, data) + f"\nI {n - 1}"
        effect, lost = simulated(n, text.rpartition("\n")[0], data)
        found, error = attempted(text, data)
        if isinstance(error, NoCode):
            refused += 1
            assert effect is None or lost or not is_projector(effect) or np.allclose(effect, 0), text
            continue
        assert effect is not None, text
        if found is None:  # one state, or nothing measured
            assert re.search("encodes nothing" if isinstance(error, Declined) else "measured Pauli", str(error)), text
            expected = 1 if isinstance(error, Declined) else len(effect)
            assert is_projector(effect), text
            assert abs(np.trace(effect) - expected) < 1e-9, text
            continue
        read_at_all += 1
        assert not lost, text
        assert np.allclose(effect, of_code(found.stabilizer_code)), text
    assert read_at_all > 5
    assert refused > 5


@pytest.mark.parametrize("seed", range(3))
def test_the_two_readers_of_measured_products_agree(seed: int, tmp_path: Path) -> None:
    """What is read without stim, and by following: the same code, or no code."""
    rng, path, both = random.Random(seed), tmp_path / "a.stim", 0
    for _ in range(60):
        n = rng.randint(2, 4)
        text = f"QUBIT_COORDS(0) {n - 1}\n" + "\n".join(
            f"MPP {rng.choice(['', '!'])}"
            + "*".join(f"{rng.choice('XZZ')}{q}" for q in rng.sample(range(n), rng.randint(1, n)))
            for _ in range(rng.randint(1, 3))
        )
        path.write_text(text)
        found: list[Any] = []
        for answers in ({}, {"data": ",".join(map(str, range(n)))}):
            try:
                found.append(read(path, answers).code)
            except StillproofError as error:
                found.append(type(error))
        if isinstance(found[0], type):
            assert found[0] == found[1], text
        else:
            both += 1
            assert same_group(found[0], found[1]), text
    assert both > 5


DECODER = (
    "CX 2 0 0 2 2 0\nH 4\nCX 0 4\nH 2 3\nCX 1 0 2 0 3 0 4 1 1 4 4 1\nH 3 4\nCX 3 1 4 1 3 2 4 3 3 4 4 3\nH 4\nCX 4 3\n"
    "H 4 4\nS 4 4\nH 4\nS 0 0 2 2 4 4\nM 0 1 2 3\n"
)
REFUSED = {
    "two products that anticommute": ("MPP X0*X1\nM 0", {}, "measurement 1, X0.X1 and measurement 2, Z0"),
    "outcomes that always differ": ("MPP X0*X1\nZ 0\nMPP X0*X1", {}, "on which it depends, found -1"),
    "a product of others with the other sign": (
        "MPP X0*X1*X2*X3\nZ 0\nMPP X0*X1*X2*X3 Z0*Z1*Z2*Z3", {}, "on which it depends, found -1"),
    "a reset of data": ("MPP X0*X1\nR 2", {"data": "0,1,2"}, "a reset of qubit 2 that nothing has measured"),
    "an ancilla that keeps something": ("R 2\nCX 0 2\nMPP Z0*Z1", {"data": "0,1"}, "qubit 2 entangled in the end"),
    "an outcome that is random": ("R 2\nMX 2\nMPP Z0*Z1", {"data": "0,1"}, "one that is random by itself"),
    "an outcome that is always 1": ("R 2\nM !2\nMPP Z0*Z1", {"data": "0,1"}, "one that is always 1"),
    "padding with 1": ("MPAD 1\nM 0\nI 1", {}, "which is always 1"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_a_circuit_measures_must_be_a_code(name: str, tmp_path: Path) -> None:
    text, answers, sentence = REFUSED[name]
    path = tmp_path / "a.stim"
    path.write_text(text)
    with pytest.raises(NoCode, match=sentence):
        read(path, answers)


@pytest.mark.parametrize(
    "text",
    ["H 2\nCX 2 0 2 1\nH 2\nM 2", "R 2\nCX 0 2 1 2\nM 2", DECODER, "SPP X0*X1\nM 0", "MPP Z0*Z1\nMR 0"],
)
def test_where_an_ancilla_is_possible_the_data_qubits_are_asked_for(text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.stim"
    path.write_text(text)
    with pytest.raises(Declined, match="give --data"):
        read(path)


def test_a_gate_after_the_measurements_does_not_change_the_code(tmp_path: Path) -> None:
    path = tmp_path / "a.stim"
    for after in ("H 0", "S 0", "CX 0 1", "C_XYZ 0 1"):
        path.write_text(f"MPP X0*X1\n{after}")
        found = read(path)
        assert found.code.json()["stabilizers"] == [[[1, 1], [0, 0]]]
        assert "the gates that remain act on the code" in found.code.source
    for after in ("H 0\nH 0", "SQRT_XX 0 1"):  # the second one is a phase on the code
        path.write_text(f"MPP X0*X1\n{after}")
        assert read(path).code.json()["stabilizers"] == [[[1, 1], [0, 0]]]
        assert "the gates that remain" not in read(path).code.source


def test_the_decoding_circuit_of_the_five_qubit_code(tmp_path: Path) -> None:
    path = tmp_path / "a.stim"
    path.write_text(DECODER)
    found = read(path, {"data": "0,1,2,3,4"})
    words = [f"{'-' * bool(s)}" + "".join("IXZY"[u + 2 * v] for u, v in zip(g.u, g.v, strict=True))
             for g, s in zip(found.code.stabilizers, found.code.signs, strict=True)]  # fmt: skip
    heisenberg = stim.Circuit(DECODER.rpartition("M")[0]).to_tableau().inverse()
    assert words == [str(heisenberg.z_output(q)).replace("_", "I").lstrip("+") for q in range(4)]
    assert same_group(found.code, read_code(ROOT / "fixtures" / "codes" / "five-qubit.json"))
    assert "the gates that remain act on the code" in found.code.source


NOISY = (
    "MPP(0.01) Z0*Z1",
    "M(0.02) 0\nI 1",
    "HERALDED_ERASE(0.01) 0\nMPP Z0*Z1",
    "MPP Z0*Z1\nDEPOLARIZE1(0.1) 0",
    "REPEAT 2 {\nMPP Z0*Z1\nX_ERROR(0.5) 0\n}",
)


@pytest.mark.parametrize("text", NOISY)
def test_noise_that_is_left_out_is_said(text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.stim"
    path.write_text(text)
    name = next(line for line in text.splitlines() if "(" in line).partition(" ")[0]
    assert f"noise is left out: {name}" in read(path).assumed
    assert f"noise is left out: {name}" in json.dumps(Code.from_stim(stim.Circuit(text)).notes)
    path.write_text("MPP(0) Z0*Z1")
    assert not any("noise" in x for x in read(path).assumed)


def test_tags_of_circuit_objects_are_declined() -> None:
    for text in ("S[T] 0\nMPP Z0*Z1", "REPEAT[x] 2 {\nMPP Z0*Z1\n}", "REPEAT 2 {\nS[T] 0\nMPP Z0*Z1\n}"):
        with pytest.raises(Declined, match="a gate that stim does not know"):
            Code.from_stim(stim.Circuit(text))


def test_all_qubits_that_are_named_count(tmp_path: Path) -> None:
    path = tmp_path / "a.stim"
    for text, n in (("MPP Z1*Z2", 3), ("QUBIT_COORDS(0) 5\nMPP Z1*Z2", 6), ("M 1\nI 3", 4)):
        path.write_text(text)
        found = read(path)
        assert found.code.n == n
        assert f"n = {n}: the qubits from 0 to the last one that is named" in found.assumed
        assert read(path, {"n": 8}).code.n == 8
        with pytest.raises(InputError, match="or more"):
            read(path, {"n": n - 1})
