"""Cliffords, what they do to codes, and the frame of an output: against explicit matrices."""

import json
import random
from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from flint import fmpq

from conftest import ROOT
from random_protocols import as_state, random_code, random_family, unit
from stillproof.codes.clifford import Clifford
from stillproof.codes.code import StabilizerCode, find_logicals, read_code
from stillproof.codes.phase_space import PhaseVector, displacement, from_row, phase_order
from stillproof.codes.symmetries import logical_clifford, reexpressed
from stillproof.confirm import agree
from stillproof.confirm.plain_data import matrices
from stillproof.confirm.roads import codewords, hilbert_space
from stillproof.errors import Declined
from stillproof.exact.cyclotomic import adjoint, cyclotomic_field, matrix_product
from stillproof.exact.rational_function import RationalFunction
from stillproof.protocols.matching import symplectic_group
from stillproof.protocols.protocol import Protocol
from stillproof.protocols.state import read_state

IDENTITY = ((1, 0), (0, 1))
CODES = ROOT / "fixtures" / "codes"
STATES = ROOT / "fixtures" / "states"


def cliffords(p: int) -> Iterator[Clifford]:
    """All of them, up to a phase."""
    for f, shift in product(symplectic_group(p), product(range(p), repeat=2)):
        yield Clifford(p, f, shift)


def conjugates(clifford: Clifford, points: list[tuple[int, int]]) -> bool:
    """V V* = 1 and V T(b) V* = r^e T(F b) at some points."""
    p = clifford.p
    field = clifford.field(phase_order(p))
    v = clifford.matrix(field)
    good = matrix_product(v, adjoint(v)) == displacement(field, p, 0, 0)
    for b in points:
        one = PhaseVector(p, (b[0],), (b[1],))
        image = clifford.everywhere(one)
        left = matrix_product(v, displacement(field, p, *b))
        right = matrix_product(displacement(field, p, image.u[0], image.v[0]), v)
        phase = field.root_of_unity(phase_order(p), clifford.phase(one))
        good = good and left == [[phase * x for x in row] for row in right]
    return good


@pytest.mark.parametrize(("p", "order"), [(2, 24), (3, 216)])
def test_every_clifford_conjugates_every_displacement_operator(p: int, order: int) -> None:
    everyone = list(cliffords(p))
    assert len(everyone) == order
    for clifford in everyone:
        assert conjugates(clifford, list(product(range(p), repeat=2)))


def test_every_symplectic_matrix_and_every_shift_of_five_levels() -> None:
    group = list(symplectic_group(5))
    assert len(group) == 120
    assert all(conjugates(Clifford(5, f), [(1, 0), (0, 1)]) for f in group)
    assert all(conjugates(Clifford(5, group[77], shift), [(2, 3)]) for shift in product(range(5), repeat=2))


def words(code: StabilizerCode, m: int) -> list[Any]:
    return codewords.codewords(
        code.p, code.n, m, *([a.json() for a in group] for group in (code.stabilizers, code.logical_x, code.logical_z)),
        list(code.signs),
    )  # fmt: skip


def action(code: StabilizerCode, found: list[Any], clifford: Clifford) -> tuple[Any, bool]:
    """<i_L|V^(x)n|j_L>, and whether the unitary maps the code to itself: no norm is lost."""
    m = clifford.field(phase_order(code.p)).m
    (entries,), (den,) = matrices([clifford.matrix(cyclotomic_field(m))])
    images = [hilbert_space.sitewise(code.p, code.n, m, word, entries) for word in found]
    parts = [[hilbert_space.inner(m, word, image) for image in images] for word in found]
    matrix = codewords.mixture([Fraction(1)], [parts], [den**code.n])
    norm = Fraction(hilbert_space.squared_norm(m, found[0])[0])
    total = codewords.trace(codewords.matrix_product(m, codewords.adjoint(m, matrix), matrix))
    return matrix, total == [norm**2 * code.p, *[0] * (len(total) - 1)]


def small(p: int, n: int, seed: int) -> StabilizerCode:
    return random_code(random.Random(seed), p, n, 1)


EVERY = [
    ("five-qubit", read_code(CODES / "five-qubit.json")),
    ("steane7", read_code(CODES / "steane7.json")),
    *((f"random qubits {seed}", small(2, 3, seed)) for seed in range(6)),
    *((f"random qutrits {seed}", small(3, 2, seed)) for seed in range(3)),
]


@pytest.mark.parametrize(("name", "code"), EVERY, ids=[name for name, _ in EVERY])
def test_symmetries_and_logical_actions(name: str, code: StabilizerCode) -> None:
    """Every Clifford on every site: a symmetry exactly where no norm is lost, with the action of the matrices."""
    p = code.p
    m = Clifford(p, IDENTITY).field(phase_order(p)).m
    found, symmetries = words(code, m), 0
    for clifford in cliffords(p):
        matrix, kept = action(code, found, clifford)
        try:
            rows = reexpressed(code, clifford)
        except Declined:
            assert not kept, clifford
            continue
        assert kept, clifford
        symmetries += 1
        for g, row in zip(code.stabilizers, rows, strict=True):
            total = sum((h * c for h, c in zip(code.stabilizers, row, strict=True)), g * 0)
            assert total == clifford.everywhere(g)
        logical, *_ = logical_clifford(code, clifford)
        (entries,), (den,) = matrices([logical.matrix(cyclotomic_field(m))])
        stated = codewords.mixture([Fraction(1)], [entries], [den])
        # M = c W, so that M W* is c times the identity
        scalar = codewords.matrix_product(m, matrix, codewords.adjoint(m, stated))
        for i, j in product(range(p), repeat=2):
            assert i == j or not scalar[:, i, j].any()
            assert scalar[:, i, i].tolist() == scalar[:, 0, 0].tolist()
    assert symmetries >= (12 if name == "five-qubit" else 24 if name == "steane7" else 1)


@pytest.mark.parametrize(("p", "n", "k"), [(2, 2, 2), (2, 5, 2), (2, 6, 3), (3, 4, 2), (3, 5, 3), (5, 4, 2), (7, 3, 3)])
def test_logical_pairs_are_found_for_several_qudits(p: int, n: int, k: int) -> None:
    chance = random.Random(f"{p} {n} {k}")
    for css in (False, True):
        stabilizers = list(random_code(chance, p, n, k, css).stabilizers)
        x, z = find_logicals(p, n, stabilizers)
        assert len(x) == len(z) == k
        assert all(g.form(a) == 0 for g in stabilizers for a in [*x, *z])
        for i, j in product(range(k), repeat=2):
            assert (z[i].form(x[j]), x[i].form(x[j]), z[i].form(z[j])) == (int(i == j), 0, 0)


def turned(chance: random.Random, code: StabilizerCode) -> StabilizerCode:
    """The same code with its logical pair moved by a random symplectic matrix, and times random stabilizers."""
    p = code.p
    (a, b), (c, d) = chance.choice(list(symplectic_group(p)))
    (x,), (z,) = code.logical_x, code.logical_z
    x, z = x * a + z * c, x * b + z * d
    for g in code.stabilizers:
        x, z = x + g * chance.randrange(p), z + g * chance.randrange(p)
    return StabilizerCode(code.name, p, code.n, code.stabilizers, code.signs, (x,), (z,), code.source)


PAIRS = [
    ("five-qubit", "t"),
    ("steane7", "h"),
    ("steane7", "t-gate"),
    ("reed-muller15", "t-gate"),
    ("golay11", "strange"),
]


@pytest.mark.parametrize(("code", "state"), PAIRS)
def test_a_clifford_on_the_code_is_undone(code: str, state: str) -> None:
    family = read_state(STATES / f"{state}.json")
    plain = Protocol(read_code(CODES / f"{code}.json"), family, family.cliffords)
    chance = random.Random(code)
    for _ in range(2 if plain.code.n > 7 else 5):
        other = Protocol(turned(chance, plain.code), family, family.cliffords)
        assert other.outputs == plain.outputs
        assert other.success == plain.success
        assert other.frame.twirl == ()


@pytest.mark.parametrize(("p", "m", "parameters"), [(2, 4, 1), (2, 4, 2), (3, 3, 1), (3, 12, 2), (5, 5, 1)])
def test_a_clifford_on_a_single_site_is_undone(tmp_path: Path, p: int, m: int, parameters: int) -> None:
    """Site 2 is projected onto Z = w^-s; logical operators times its Z then have phases, so every Clifford is made."""
    chance = random.Random(f"{p} {m} {parameters}")
    state = as_state(tmp_path, random_family(chance, p, m, parameters, members=4))
    undone = 0
    for _ in range(2 if p == 5 else 6):
        (a, b), (c, d) = chance.choice(list(symplectic_group(p)))
        z2, x1, z1 = unit(p, 2, 3), unit(p, 2, 0), unit(p, 2, 2)
        x = x1 * a + z1 * c + z2 * chance.randrange(p)
        z = x1 * b + z1 * d + z2 * chance.randrange(p)
        code = StabilizerCode("two", p, 2, (z2,), (chance.randrange(1, p),), (x,), (z,), "a test")
        found = Protocol(code, state)
        try:
            outputs = found.outputs
        except Declined:  # irrational coefficients
            continue
        ring = found.channel.ring
        undone += 1
        for generator, name in zip(ring.gens(), state.parameters, strict=True):
            assert outputs[name] == RationalFunction.of(generator, ring.constant(1), parameters)
        (line,) = [line for line in agree.confirm(found) if "codewords" in line]
        assert line.endswith(("the same p_succ and output", "the same p_succ and output in its frame"))
    assert undone


TWIRLED = [(2, [[[1, 1, 0], [0] * 3], [[0, 1, 1], [0] * 3]], "t"), (3, [[[1, 1], [0, 0]]], "strange")]


@pytest.mark.parametrize(("p", "rows", "state"), TWIRLED)
def test_a_protocol_that_needs_a_twirl(p: int, rows: Any, state: str) -> None:
    family = read_state(STATES / f"{state}.json")
    stabilizers = [PhaseVector.of(p, u, v) for u, v in rows]
    n = len(rows) + 1
    chance = random.Random(4)
    seen = set()
    for signs in product(range(p), repeat=n - 1):
        x, z = find_logicals(p, n, stabilizers)
        found = Protocol(
            turned(chance, StabilizerCode("xx", p, n, tuple(stabilizers), signs, tuple(x), tuple(z), "a test")),
            family,
            family.cliffords,
        )
        try:
            seen.add(found.frame.twirl)
        except Declined:  # nothing is accepted
            continue
        assert all("p_succ" in line or "again" in line for line in agree.confirm(found))
        if found.frame.twirl:
            bare = Protocol(found.code, family)
            assert bare.frame.match == "fidelity"
    assert any(seen)


def test_the_channel_of_a_uniform_family_by_weights_and_by_classes() -> None:
    """golay11, strange: the twirled output by (B - A)/8 against all cosets one by one."""
    family = read_state(STATES / "strange.json")
    found = Protocol(read_code(CODES / "golay11.json"), family, family.cliffords)
    channel = found.channel
    inside, normalizer = channel.enumerator
    mean = channel.weighed([fmpq(b - a, 8) for a, b in zip(inside, normalizer, strict=True)])
    cosets = [channel.at([u], [v]) for u, v in ((0, 1), (1, 0), (1, 1), (1, 2))]
    assert all(coset == mean for coset in cosets)
    assert channel.at([0], [0]) == channel.weighed(inside)
    assert from_row(3, [0] * 22).weight() == 0


QLAZY_X = "100001100111101 010010101011011 001100101100111 001011010010111"
QLAZY_Z = (
    "011110000000000 101101000000000 110100100000000 011000011000000 101000010100000 "
    "110000010010000 111100010001000 100100010000100 010100010000010 111000000000001"
)
RELAXING = {
    "A": (["1", "-1", "-1"], "2", [["1", "0", "0", "0"], ["0", "0", "0", "-1"], ["0", "1", "0", "0"]]),
    "ZA": (["0", "1", "0"], "2", [["1", "0", "0", "0"], ["0", "0", "0", "1"], ["0", "-1", "0", "0"]]),
    "zero": (["0", "0", "1"], "1", [["1", "0", "0", "0"], ["0"] * 4, ["0"] * 4]),
}


def relaxing() -> dict[str, Any]:
    """T|+> with Z errors at rate z, and replaced by |0> at rate gam: members that are no orthonormal basis."""
    ensemble = [
        {
            "name": name,
            "weight": weight,
            "projector": {
                "m": 8,
                "den": den,
                "entries": [[first, up], [down, first if name != "zero" else ["0"] * 4]],
            },
        }
        for name, (weight, den, (first, up, down)) in RELAXING.items()
    ]
    return {
        "format": "stillproof-state/1", "name": "t-relax", "p": 2, "parameters": ["z", "gam"], "ensemble": ensemble,
        "cliffords": [], "source": "a test",
    }  # fmt: skip


def test_a_frame_keeps_the_parameters_of_a_skew_family_non_negative(tmp_path: Path) -> None:
    """Of two frames that fit and give the target at 0, one has gam_out = -35/4 gam^3 + ..."""
    state = as_state(tmp_path, relaxing())
    zero = "0" * 15
    rows = [*((row, zero) for row in QLAZY_X.split()), *((zero, row) for row in QLAZY_Z.split())]
    value = {
        "format": "stillproof-code/1", "name": "q15", "p": 2, "n": 15,
        "stabilizers": [[list(map(int, half)) for half in row] for row in rows],
    }  # fmt: skip
    (tmp_path / "q15.json").write_text(json.dumps(value))
    code = read_code(tmp_path / "q15.json")
    found = Protocol(code, state, state.cliffords)
    steps = [fmpq(i, 6) for i in range(7)]
    points = [(x, y) for x in steps for y in steps if x + y <= 1]
    for x, y in points:
        values = [found.outputs[name].at(x, y) for name in state.parameters]
        assert min(values) >= 0
        assert sum(values) <= 1
    # the leading terms, in the frame that is chosen
    small = fmpq(1, 10**6)
    assert abs(found.outputs["gam"].at(fmpq(0), small) / small**3 - fmpq(35, 4)) < fmpq(1, 1000)
    assert found.outputs["z"].at(fmpq(0), small) == 0
