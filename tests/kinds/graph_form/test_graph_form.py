"""Graph forms against explicit vectors: the local Cliffords as matrices, the code's zero, and the graph state."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import numpy.typing as npt
import pytest

from conftest import ROOT
from stillproof.claims import graph_form
from stillproof.codes.code import StabilizerCode, read_code
from stillproof.codes.phase_space import PhaseVector
from stillproof.errors import Declined
from stillproof.figures import graph, read_source
from stillproof.protocols.protocol import Protocol

Vector = npt.NDArray[np.complex128]
CODES = sorted((ROOT / "fixtures" / "codes").glob("*.json"))
SMALL = ["five-qubit", "four-qutrit", "five-qutrit", "reed-muller4-ququint", "steane7", "ccz8"]


def found(code: StabilizerCode, local: graph_form.Local) -> dict[str, Any]:
    return graph_form.answer({"local": local}, cast(Protocol, SimpleNamespace(code=code)))


def operator(p: int, u: int, v: int) -> Vector:
    """X^u Z^v, with the phase that makes its order p."""
    w = np.exp(2j * np.pi / p)
    shift, clock = np.roll(np.eye(p), 1, axis=0), np.diag(w ** np.arange(p))
    phase = 1j ** (u * v) if p == 2 else w ** (u * v * (p + 1) // 2)
    return cast(Vector, phase * np.linalg.matrix_power(shift, u) @ np.linalg.matrix_power(clock, v))


def applied(p: int, u: list[int], v: list[int], state: Vector) -> Vector:
    """T(u|v) on a vector."""
    return on_sites([operator(p, a, b) for a, b in zip(u, v, strict=True)], state)


def on_sites(matrices: list[Vector], state: Vector) -> Vector:
    n, p = len(matrices), len(matrices[0])
    tensor = state.reshape([p] * n)
    for i, matrix in enumerate(matrices):
        tensor = np.moveaxis(np.tensordot(matrix, tensor, axes=(1, i)), 0, i)
    return tensor.reshape(-1)


def clifford(p: int, f: list[list[int]]) -> Vector:
    """A unitary that takes X and Z to T(f X) and T(f Z): an average over the group intertwines both actions."""
    x, z = (operator(p, f[0][i], f[1][i]) for i in (0, 1))
    total = np.zeros((p, p), complex)
    seed = np.random.default_rng(7).normal(size=(p, p))
    for u, v in product(range(p), repeat=2):
        old = operator(p, 1, 0), operator(p, 0, 1)
        before, after = (np.linalg.matrix_power(a, u) @ np.linalg.matrix_power(b, v) for a, b in (old, (x, z)))
        total += after @ seed @ before.conj().T
    unitary = total / np.sqrt(abs(np.linalg.det(total)) ** (2 / p))
    assert np.allclose(unitary @ unitary.conj().T, np.eye(p))
    return cast(Vector, unitary)


def zero_state(code: StabilizerCode) -> Vector:
    """The joint +1 eigenvector of the signed stabilizers and logical Z, projected out of a random vector."""
    w = np.exp(2j * np.pi / code.p)
    state: Vector = np.random.default_rng(5).normal(size=code.p**code.n).astype(complex)
    signs = [*(code.signs or [0] * len(code.stabilizers)), *[0] * code.k]
    for a, sign in zip([*code.stabilizers, *code.logical_z], signs, strict=True):
        images = [state]
        for _ in range(code.p - 1):
            images.append(w**sign * applied(code.p, list(a.u), list(a.v), images[-1]))
        state = cast(Vector, sum(images)) / code.p
    return state / np.linalg.norm(state)


def graph_state(p: int, weights: list[list[int]]) -> Vector:
    n = len(weights)
    exponents = [
        sum(weights[i][j] * x[i] * x[j] for i in range(n) for j in range(i)) for x in product(range(p), repeat=n)
    ]
    return np.exp(2j * np.pi / p * np.array(exponents)) / np.sqrt(p**n)


def check(code: StabilizerCode, local: graph_form.Local) -> None:
    """V |zero> is T(0|d) |graph> for some d, and V T(logical_x) V* multiplies it by Z^vertices, up to phases."""
    p, answer = code.p, found(code, local)
    matrices = [clifford(p, f) for f in local]
    zero = zero_state(code)
    moved, expected = on_sites(matrices, zero), graph_state(p, answer["adjacency"])
    ratio = moved / expected  # a character of the computational basis
    assert np.allclose(abs(ratio), abs(ratio[0]))
    ratio = (ratio / ratio[0]).reshape([p] * code.n)
    character = np.ones(1)
    for i in range(code.n):
        along = ratio[tuple(slice(None) if i == j else 0 for j in range(code.n))]
        assert np.allclose(along**p, 1)
        character = np.kron(character, along)
    assert np.allclose(character, ratio.reshape(-1))
    for x, vertices in zip(code.logical_x, answer["vertices"], strict=True):
        image = on_sites(matrices, applied(p, list(x.u), list(x.v), zero))
        other = applied(p, [0] * code.n, vertices, moved)
        assert abs(abs(np.vdot(image, other)) - 1) < 1e-9


@pytest.mark.parametrize("name", SMALL)
def test_the_graph_is_that_of_the_explicit_vector(name: str) -> None:
    code = read_code(ROOT / "fixtures" / "codes" / f"{name}.json")
    check(code, graph_form.local(code))


def test_signs_and_other_local_cliffords_change_nothing_but_phases(tmp_path: Path) -> None:
    value = json.loads((ROOT / "fixtures" / "codes" / "five-qubit.json").read_text())
    (tmp_path / "signed.json").write_text(json.dumps(value | {"signs": [1, 0, 1, 1]}))
    code = read_code(tmp_path / "signed.json")
    check(code, graph_form.local(code))
    other = read_code(ROOT / "fixtures" / "codes" / "four-qutrit.json")
    tried = 0
    for kept in product((False, True), repeat=4):
        try:
            check(other, graph_form.local(other, [i for i in range(4) if kept[i]]))
            tried += 1
        except Declined:
            continue
    assert tried > 2


@pytest.mark.parametrize("path", CODES, ids=lambda path: path.stem)
def test_every_code_has_a_graph_without_loops(path: Path) -> None:
    code = read_code(path)
    weights = found(code, graph_form.local(code))["adjacency"]
    assert all(weights[i][j] == weights[j][i] for i in range(code.n) for j in range(i + 1))
    assert not any(weights[i][i] for i in range(code.n))


def test_what_is_no_graph_is_declined() -> None:
    code = read_code(ROOT / "fixtures" / "codes" / "steane7.json")
    same, turned = [[1, 0], [0, 1]], [[0, 1], [1, 0]]
    for local, reason in (([same] * 7, "dependent"), ([turned] * 6 + [[[1, 1], [1, 1]]], "symplectic")):
        with pytest.raises(Declined, match=reason):
            found(code, local)
    good = graph_form.local(code)
    site = next(i for i, f in enumerate(good) if f == same)
    looped = [[[1, 0], [1, 1]] if i == site else f for i, f in enumerate(good)]
    with pytest.raises(Declined, match="loops"):
        found(code, looped)


def test_the_golay_graph_has_the_symmetry_of_the_code_and_is_drawn_as_claimed() -> None:
    source = read_source("golay11-graph")
    (claim,) = source.of_kind("graph-form")
    weights, n = claim["adjacency"], 11
    assert all(weights[3 * i % n][3 * j % n] == weights[i][j] for i in range(n) for j in range(n))
    assert sorted(map(sorted, graph.rings(weights))) == [[0], [1, 3, 4, 5, 9], [2, 6, 7, 8, 10]]
    axes = graph.draw(source).axes[0]
    places = {int(text.get_text()): text.get_position() for text in axes.texts}
    assert places.keys() == set(range(n))
    drawn = {}
    for line in axes.lines:
        points = line.get_xydata().tolist()
        if len(points) == 2:
            i, j = (min(places, key=lambda k: (places[k][0] - x) ** 2 + (places[k][1] - y) ** 2) for x, y in points)
            drawn[i, j] = line.get_color()
    assert {(i, j) for i in range(n) for j in range(i) if weights[i][j]} == drawn.keys()
    assert {edge: graph.LOOKS[weights[edge[0]][edge[1]] - 1]["color"] for edge in drawn} == drawn
    filled = {k for k, line in enumerate(x for x in axes.lines if len(x.get_xydata()) == 1)
              if line.get_markerfacecolor() != "white"}  # fmt: skip
    assert filled == {i for i, power in enumerate(claim["vertices"][0]) if power}


def test_a_code_with_a_product_state_has_no_edges() -> None:
    code = StabilizerCode(
        name="bare", p=3, n=1, stabilizers=(), signs=(), source="test",
        logical_x=(PhaseVector(3, (1,), (0,)),), logical_z=(PhaseVector(3, (0,), (1,)),),
    )  # fmt: skip
    local = graph_form.local(code)
    assert (local, found(code, local)) == ([[[0, 1], [2, 0]]], {"adjacency": [[0]], "vertices": [[2]]})
    check(code, local)
