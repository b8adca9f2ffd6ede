"""The checker's conventions against explicit matrices: signs, logical operators, coset sums, frames, twirls, targets.

Small random codes and states with fixed seeds; numpy's complex matrices share nothing with the checker but the
definitions of docs/lemmas.
"""

import random
from itertools import product
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from stillproof_check.entry.work import Work
from stillproof_check.numbers.cyclotomic import Field
from stillproof_check.operators.conjugation import action, averaged, generated
from stillproof_check.rules.codes.outputs import target_chi
from stillproof_check.rules.headline.map_ import output_sums
from stillproof_check.subject.established import Clifford
from stillproof_check.subject.state import State
from stillproof_check.subject.statement import Code, Facts

Matrix = Any  # complex, square
SEEDS = range(12)


def displacement(p: int, u: int, v: int) -> Matrix:
    """T(u|v) on one site, from X and Z."""
    w = np.exp(2j * np.pi / p)
    x, z = np.roll(np.eye(p), 1, axis=0), np.diag(w ** np.arange(p))
    phase = 1j ** (u * v) if p == 2 else w ** (u * v * (p + 1) // 2)
    return phase * np.linalg.matrix_power(x, u) @ np.linalg.matrix_power(z, v)


def tensor(p: int, u: Any, v: Any) -> Matrix:
    """T(u|v) on several sites."""
    result = np.eye(1)
    for a, b in zip(u, v, strict=True):
        result = np.kron(result, displacement(p, a, b))
    return result


def form(p: int, a: Any, b: Any) -> int:
    """[a, b]."""
    return int(np.dot(a[1], b[0]) - np.dot(a[0], b[1])) % p


def random_code(p: int, n: int, k: int, chance: random.Random) -> Code:
    """Commuting independent vectors, logical operators beside them, and signs: random symplectic transvections."""
    basis = [([int(i == j) for i in range(n)], [0] * n) for j in range(n)]
    basis += [([0] * n, [int(i == j) for i in range(n)]) for j in range(n)]
    for _ in range(4 * n):
        t = [chance.randrange(p) for _ in range(n)], [chance.randrange(p) for _ in range(n)]
        c = chance.randrange(1, p)
        basis = [
            tuple([(x + c * form(p, a, t) * y) % p for x, y in zip(a[h], t[h], strict=True)] for h in (0, 1))
            for a in basis
        ]
    xs, zs = basis[:n], basis[n:]  # [z_i, x_j] = 1 for i = j
    spell = [[list(a[0]), list(a[1])] for a in zs[k:]], [list(x) for x in xs[:k]], [list(z) for z in zs[:k]]
    stabilizers, logical_x, logical_z = spell
    return Code(
        {
            "format": "stillproof-code/1",
            "logical_x": logical_x if k > 1 else logical_x[0],
            "logical_z": logical_z if k > 1 else logical_z[0],
            "n": n,
            "name": "random",
            "p": p,
            "signs": [chance.randrange(p) for _ in stabilizers],
            "source": "random",
            "stabilizers": stabilizers,
        }
    )


def random_state(p: int, chance: random.Random) -> State:
    """A mixture of three distinct pure states along vectors over Z[zeta_m]."""
    m = 8 if p == 2 else p
    field = Field(m, Work())
    members = []
    weights = [["1", "-1"], ["0", "1/3"], ["0", "2/3"]]
    while len(members) < len(weights):
        signs = [chance.randrange(m) for _ in range(p)]
        chosen = [k for k in range(p) if chance.random() < 0.7] or [0]
        vector = [field.zeta(s) if k in chosen else field.zero for k, s in enumerate(signs)]
        rows = [[x * y.conjugate() for y in vector] for x in vector]
        entries = [[[str(int(c)) for c in entry.coordinates] for entry in row] for row in rows]
        projector = {"den": str(len(chosen)), "entries": entries, "m": m}
        if projector not in [member["projector"] for member in members]:  # no state is there twice
            number = len(members)
            members.append({"name": "abc"[number], "projector": projector, "weight": weights[number]})
    return State(
        {
            "cliffords": [],
            "ensemble": members,
            "format": "stillproof-state/1",
            "name": "random",
            "p": p,
            "parameters": ["x"],
            "source": "random",
        },
        Work(),
    )


def number(field: Field, element: Any) -> complex:
    """An element of Q(zeta_m) as a complex number."""
    return complex(sum(float(c) * np.exp(2j * np.pi * i / field.m) for i, c in enumerate(element.coordinates)))


def dense_state(state: State, x: float) -> Matrix:
    """The family's density matrix."""
    total = np.zeros((state.p, state.p), complex)
    for name, matrix in state.projectors.items():
        weight = float(state.weights[name][0]) + x * float(state.weights[name][1])
        total += weight * np.array([[number(state.field, entry) for entry in row] for row in matrix])
    return total


def at(facts: Facts, poly: Any, x: float) -> complex:
    """A polynomial in one parameter at a point."""
    return sum(number(facts.state.field, c) * x ** e[0] for e, c in poly.terms.items())


def projected(facts: Facts, x: float) -> tuple[Matrix, Matrix]:
    """Pi, and rho on every site."""
    code, one = facts.code, np.eye(facts.code.p**facts.code.n)
    pi = one
    for (u, v), sign in zip(code.stabilizers, code.signs, strict=True):
        g = np.exp(2j * np.pi * sign / code.p) * tensor(code.p, u, v)
        pi = pi @ sum(np.linalg.matrix_power(g, c) for c in range(code.p)) / code.p
    rho = np.eye(1)
    for _ in range(code.n):
        rho = np.kron(rho, dense_state(facts.state, x))
    return pi, rho


def logical(code: Code, a: Any, b: Any) -> Matrix:
    """The encoded T(a|b), from the encoded X and Z."""
    w = np.exp(2j * np.pi / code.p)
    result = np.eye(code.p**code.n)
    for power, (u, v) in zip([*a, *b], [*code.logical_x, *code.logical_z], strict=True):
        result = result @ np.linalg.matrix_power(tensor(code.p, u, v), power)
    dot = int(np.dot(a, b))
    return result * (1j**dot if code.p == 2 else w ** (dot * (code.p + 1) // 2))


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(("p", "n", "k"), [(2, 3, 1), (2, 4, 1), (2, 4, 2), (3, 2, 1), (3, 3, 1), (3, 3, 2), (5, 2, 1)])
def test_coset_sums(p: int, n: int, k: int, seed: int) -> None:
    chance = random.Random(seed)
    facts = Facts(random_code(p, n, k, chance), random_state(p, chance), Work())
    x = 0.37
    pi, rho = projected(facts, x)
    assert np.allclose(pi @ pi, pi)
    assert np.isclose(np.trace(pi), p**k)
    for digits in product(range(p), repeat=2 * k):
        a, b = list(digits[:k]), list(digits[k:])
        exact = np.trace(logical(facts.code, a, b) @ pi @ rho) * p ** (n - k)
        assert np.isclose(at(facts, facts.coset_sum(a, b), x), exact)
    assert np.isclose(at(facts, facts.group_sum, x), np.trace(pi @ rho) * p ** (n - k))


CLIFFORDS = {
    2: [(np.array([[1, 1], [1, -1]]) / 2**0.5, "H"), (np.diag([1, 1j]), "S"), (displacement(2, 1, 0), "X")],
    3: [
        (np.array([[np.exp(2j * np.pi * i * j / 3) for j in range(3)] for i in range(3)]) / 3**0.5, "H"),
        (np.diag([1, 1, np.exp(2j * np.pi / 3)]), "S"),
        (displacement(3, 1, 2), "XZZ"),
    ],
}


def symplectic(p: int, v: Matrix) -> tuple[list[list[int]], list[int]]:
    """F and s with V T(b) V* = w^[s,b] T(F b) at b = X and Z, found by trying all."""
    w, columns, phases = np.exp(2j * np.pi / p), [], []
    for b in ((1, 0), (0, 1)):
        image = v @ displacement(p, *b) @ v.conj().T
        found = [
            (a, c)
            for a in product(range(p), repeat=2)
            for c in range(p)
            if np.allclose(image, w**c * displacement(p, *a))
        ]
        ((a, c),) = found
        columns.append(a)
        phases.append(c)
    f = [[columns[0][0], columns[1][0]], [columns[0][1], columns[1][1]]]
    return f, [-phases[1] % p, phases[0]]  # [s, X] = s_2, [s, Z] = -s_1


@pytest.mark.parametrize("p", [2, 3])
def test_actions_of_cliffords(p: int) -> None:
    chance = random.Random(1)
    order = 4 if p == 2 else p
    for _ in range(30):
        v = np.eye(p)
        for _ in range(6):
            v = chance.choice(CLIFFORDS[p])[0] @ v
        f, shift = symplectic(p, v)
        for i, (image, phase) in enumerate(action(p, f, shift)):
            exact = v @ displacement(p, *divmod(i, p)) @ v.conj().T
            assert np.allclose(exact, np.exp(2j * np.pi * phase / order) * displacement(p, *image))


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("p", [2, 3])
def test_frame_then_twirl(p: int, seed: int) -> None:
    chance = random.Random(seed)
    facts = Facts(random_code(p, 3, 1, chance), random_state(p, chance), Work())
    generators = [chance.choice(CLIFFORDS[p])[0] @ chance.choice(CLIFFORDS[p])[0]]
    first = chance.choice(CLIFFORDS[p])[0] @ chance.choice(CLIFFORDS[p])[0] @ chance.choice(CLIFFORDS[p])[0]
    (f, shift), (g, other) = symplectic(p, first), symplectic(p, generators[0])
    # a twirl need not fix the target for the formula; the rule asks for it, so the claim says so here
    facts.by_id["v"] = Clifford(facts.state.field, [], g, other, {"a": "a"})
    claim = {"output-clifford": {"shift": shift, "symplectic": f}, "output-twirl": ["v"]}
    group = generated(p, [action(p, g, other)], Work())
    x = 0.21
    pi, rho = projected(facts, x)
    decoded = sum(
        np.trace(logical(facts.code, [a], [b]) @ pi @ rho) * displacement(p, a, b).conj().T / p
        for a, b in product(range(p), repeat=2)
    )
    powers = [np.linalg.matrix_power(generators[0], j) @ first for j in range(len(group))]
    output = sum(v @ decoded @ v.conj().T for v in powers) / len(group)
    for b, poly in output_sums(claim, facts).items():
        exact = np.trace(displacement(p, *b) @ output) * p**2
        assert np.isclose(at(facts, poly, x), exact)


def test_an_average_counts_every_element_once() -> None:
    group = generated(2, [action(2, [[0, 1], [1, 0]], [0, 0]), action(2, [[1, 0], [1, 1]], [0, 0])], Work())
    assert len(group) == 24
    assert all(sum(tally.values()) == 24 for tally in averaged(2, group, Work()).values())


@pytest.mark.parametrize(("p", "k"), [(2, 2), (3, 2)])
def test_target(p: int, k: int) -> None:
    chance = random.Random(3)
    state = random_state(p, chance)
    field = state.field
    target = [field.zeta(chance.randrange(field.m)) * chance.randrange(-2, 3) for _ in range(p**k)]
    vector = np.array([number(field, x) for x in target])
    facts: Any = SimpleNamespace(code=SimpleNamespace(p=p, k=k), state=state)
    for (a, b), value in target_chi(facts, target).items():
        assert np.isclose(number(field, value), vector.conj() @ tensor(p, a, b) @ vector)
