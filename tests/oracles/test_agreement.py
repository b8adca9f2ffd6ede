"""The engine against explicit matrices on random protocols: coset sums, success probability, output in its frame.

The roads share no code with the engine; each comparison is exact, at more points than the polynomials have degrees or
at a few.
"""

import random
from contextlib import suppress
from fractions import Fraction
from itertools import product
from math import comb
from pathlib import Path
from typing import Any

import pytest
from flint import fmpq

from conftest import ROOT
from random_protocols import as_state, random_code, random_family
from stillproof.codes.clifford import Clifford
from stillproof.codes.code import StabilizerCode, read_code
from stillproof.confirm import agree
from stillproof.confirm.plain_data import affine, at, matrices, points, stated
from stillproof.confirm.roads import codewords, hilbert_space
from stillproof.errors import Declined, StillproofError
from stillproof.protocols.coset_sums import Channel
from stillproof.protocols.protocol import Protocol
from stillproof.protocols.state import StateFamily, read_state

# p, n, k, m of the field, parameters, CSS
MATRICES = [
    (2, 1, 1, 4, 1, False), (2, 2, 1, 8, 2, False), (2, 3, 1, 4, 1, True), (2, 4, 1, 12, 1, False),
    (2, 5, 1, 4, 2, False), (2, 5, 1, 8, 1, True), (2, 3, 2, 8, 1, False), (2, 4, 2, 4, 1, True),
    (3, 1, 1, 3, 2, False), (3, 2, 1, 12, 1, True), (3, 3, 1, 3, 2, False), (3, 4, 1, 3, 1, False),
    (3, 3, 2, 3, 1, False), (5, 2, 1, 5, 2, False), (5, 3, 1, 5, 1, True), (7, 2, 1, 7, 1, False),
]  # fmt: skip
# p, n, m, parameters, CSS: one encoded qudit, by codewords
CODEWORDS = [
    (2, 7, 8, 1, False), (2, 9, 4, 1, True), (3, 5, 9, 1, False), (3, 6, 3, 2, True), (5, 4, 5, 1, False),
    (7, 3, 7, 1, False),
]  # fmt: skip


def protocol(folder: Path, p: int, n: int, k: int, m: int, parameters: int, css: bool) -> Protocol:
    chance = random.Random(f"{p} {n} {k} {m} {parameters} {css}")
    state = as_state(folder, random_family(chance, p, m, parameters, pure=chance.random() < 0.7))
    return Protocol(random_code(chance, p, n, k, css), state)


def density(state: StateFamily, point: tuple[int, ...]) -> tuple[Any, int]:
    """The one-site state over Z[zeta_m], with its denominator."""
    weights = [at(affine(weight), point) for weight in state.weights.values()]
    return codewords.integral(codewords.mixture(weights, *matrices(state.projectors.values())))


def vectors(found: Protocol) -> agree.Road:
    """The road by explicit codewords, for a code that is small."""
    road = agree.by_vectors(found)
    assert road is not None
    return road


def json_operators(code: StabilizerCode) -> tuple[Any, Any, Any]:
    found = [[a.json() for a in group] for group in (code.stabilizers, code.logical_x, code.logical_z)]
    return found[0], found[1], found[2]


def values(channel: Channel, label: tuple[Any, Any], point: tuple[int, ...]) -> tuple[Fraction, ...]:
    """p^(k-n) N_L at a point, by the engine."""
    code = channel.code
    scale = fmpq(1, code.p ** (code.n - code.k))
    return tuple(Fraction(str(c(*map(fmpq, point)) * scale)) for c in channel.at(*label))


@pytest.mark.parametrize(("p", "n", "k", "m", "parameters", "css"), MATRICES)
def test_coset_sums_are_traces_of_explicit_matrices(
    tmp_path: Path, p: int, n: int, k: int, m: int, parameters: int, css: bool
) -> None:
    found = protocol(tmp_path, p, n, k, m, parameters, css)
    code, state = found.code, found.state
    places = points(parameters, n) if p**n <= 32 and k == 1 else points(parameters, 1)
    for point in places:
        rho, den = density(state, point)
        traces = hilbert_space.distil_matrix(p, n, m, *json_operators(code), [rho] * n, [den] * n, list(code.signs))
        for label, trace in traces.items():
            assert values(found.channel, label, point) == trace, (label, point)
        zero = ((0,) * k, (0,) * k)
        with suppress(Declined):  # irrational coefficients
            assert Fraction(str(found.success.at(*map(fmpq, point)))) == traces[zero][0]


@pytest.mark.parametrize(("p", "n", "m", "parameters", "css"), CODEWORDS)
def test_coset_sums_are_traces_of_what_codewords_decode(
    tmp_path: Path, p: int, n: int, m: int, parameters: int, css: bool
) -> None:
    found = protocol(tmp_path, p, n, 1, m, parameters, css)
    words = codewords.codewords(p, n, m, *json_operators(found.code), list(found.code.signs))
    for point in [(2, -1)[:parameters], (-1, 3)[:parameters]][: 1 if p > 3 else 2]:
        output = codewords.decoded(p, n, m, words, *density(found.state, point))
        for label, trace in decoded_traces(p, 1, m, output).items():
            assert values(found.channel, label, point) == trace, (label, point)


def decoded_traces(p: int, k: int, m: int, output: Any) -> dict[Any, tuple[Fraction, ...]]:
    """Tr(T(a|b) rho_out) with explicit displacement operators of the k decoded qudits."""
    entries, den = codewords.integral(output)
    array = hilbert_space.tensor_product(m, [hilbert_space.as_array(m, entries, (p**k, p**k))])
    traces = {}
    for digits in product(range(p), repeat=2 * k):
        moved = hilbert_space.displace(p, k, m, array, [list(digits[:k]), list(digits[k:])])
        total = [sum(int(moved[c, i, i]) for i in range(p**k)) for c in range(len(moved))]
        traces[digits[:k], digits[k:]] = tuple(Fraction(c, den) for c in total)
    return traces


@pytest.mark.parametrize(("p", "n", "k", "m"), [(2, 4, 1, 8), (2, 4, 2, 4), (3, 3, 1, 3), (3, 3, 2, 3), (5, 2, 1, 5)])
def test_codewords_and_density_matrices_agree(tmp_path: Path, p: int, n: int, k: int, m: int) -> None:
    found = protocol(tmp_path, p, n, k, m, 1, False)
    code = found.code
    words = codewords.codewords(p, n, m, *json_operators(code), list(code.signs))
    assert len({hilbert_space.squared_norm(m, word) for word in words}) == 1
    assert not any(any(hilbert_space.inner(m, a, b)) for i, a in enumerate(words) for b in words[:i])
    rho, den = density(found.state, (2,))
    output = codewords.decoded(p, n, m, words, rho, den)
    traces = hilbert_space.distil_matrix(p, n, m, *json_operators(code), [rho] * n, [den] * n, list(code.signs))
    assert decoded_traces(p, k, m, output) == traces


# p, n, state: every output is in the family after a twirl
FAMILIES = [
    (2, 3, "t"),
    (2, 4, "h"),
    (2, 5, "t"),
    (2, 4, "t-gate"),
    (3, 2, "strange"),
    (3, 3, "strange"),
    (3, 4, "strange"),
]


@pytest.mark.parametrize(("p", "n", "name"), FAMILIES)
def test_outputs_in_frames_and_twirls_by_other_roads(p: int, n: int, name: str) -> None:
    state = read_state(ROOT / "fixtures" / "states" / f"{name}.json")
    chance = random.Random(f"{p} {n} {name}")
    kinds = set()
    for trial in range(6):
        found = Protocol(random_code(chance, p, n, 1, css=trial % 3 == 0, signs=trial % 2 == 0), state, state.cliffords)
        try:
            lines = agree.confirm(found)
        except Declined:  # nothing is accepted, or with irrational coefficients
            continue
        assert all("the same p_succ" in line or "again" in line for line in lines)
        assert any("enough for the polynomials" in line for line in lines)
        kinds |= {line.partition("p_succ")[2] for line in lines if "p_succ" in line}
    assert any("output" in kind for kind in kinds)


def test_two_parameters_by_both_roads() -> None:
    state = read_state(ROOT / "fixtures" / "states" / "norell.json")
    rows = [[[1, 0, 0, 2, 0], [0, 1, 2, 0, 0]], [[0, 1, 0, 0, 2], [0, 0, 1, 2, 0]],
            [[2, 0, 1, 0, 0], [0, 0, 0, 1, 2]], [[0, 2, 0, 1, 0], [2, 0, 0, 0, 1]]]  # fmt: skip
    lines = agree.confirm(Protocol(five(rows), state, state.cliffords))
    assert lines[0].startswith("phase-space sum over 3^6 points: the same p_succ")
    assert lines[1].startswith("3 codewords with 3^5 entries, 21 points, enough for the polynomials: the same p_succ")


def five(rows: list[list[list[int]]]) -> StabilizerCode:
    from stillproof.codes.code import find_logicals
    from stillproof.codes.phase_space import PhaseVector

    stabilizers = [PhaseVector.of(3, u, v) for u, v in rows]
    x, z = find_logicals(3, 5, stabilizers)
    return StabilizerCode("five", 3, 5, tuple(stabilizers), (0,) * 4, tuple(x), tuple(z), "a test")


@pytest.mark.parametrize(("code", "state"), [("five-qubit", "t"), ("steane7", "h"), ("steane7", "t-gate")])
def test_a_spoiled_value_stops_the_run(code: str, state: str) -> None:
    family = read_state(ROOT / "fixtures" / "states" / f"{state}.json")
    found = Protocol(read_code(ROOT / "fixtures" / "codes" / f"{code}.json"), family, family.cliffords)
    known = stated(found)
    ((name, output),) = known.outputs.items()
    for spoiled in (
        known._replace(success={**known.success, (1,): known.success.get((1,), Fraction(0)) + Fraction(1, 10**9)}),
        known._replace(outputs={name: {**output, (2,): output.get((2,), Fraction(0)) + Fraction(1, 10**9)}}),
    ):
        with pytest.raises(StillproofError, match="by codewords"):
            agree.compared(found, spoiled, vectors(found))


def test_a_spoiled_value_is_seen_in_phase_space() -> None:
    family = read_state(ROOT / "fixtures" / "states" / "strange.json")
    chance = random.Random(5)
    found = Protocol(random_code(chance, 3, 3, 1, signs=False), family, family.cliffords)
    known = stated(found)
    spoiled = known._replace(outputs={"delta": {**known.outputs["delta"], (2,): Fraction(1, 7)}})
    with pytest.raises(StillproofError, match="Wigner function at"):
        agree.in_phase_space(found, spoiled)
    with pytest.raises(StillproofError, match="p_succ by the phase-space sum"):
        agree.in_phase_space(found, known._replace(success={(0,): Fraction(1, 7)}))


@pytest.mark.parametrize(("p", "n", "k", "css"), [(2, 4, 2, True), (2, 5, 2, False), (3, 3, 2, True)])
def test_several_outputs_by_codewords(p: int, n: int, k: int, css: bool) -> None:
    """Among random codes with two encoded qudits, those whose perfect output is pure have an infidelity."""
    state = read_state(ROOT / "fixtures" / "states" / f"{'t-gate' if p == 2 else 'strange'}.json")
    chance, seen = random.Random(f"{p} {n}"), set()
    for _ in range(12):
        found = Protocol(random_code(chance, p, n, k, css, signs=False), state, state.cliffords)
        try:
            lines = agree.confirm(found)
        except Declined:
            continue
        seen |= {line.partition(": ")[2] for line in lines}
    assert "the same p_succ and output infidelities" in seen


def test_the_double_cnot_code_of_two_qubits_is_confirmed_for_each() -> None:
    """[[4,2,2]]: XXXX and ZZZZ; a target that is no product has no infidelity for each qubit."""
    from stillproof.codes.phase_space import PhaseVector

    rows = [PhaseVector.of(2, [1] * 4, [0] * 4), PhaseVector.of(2, [0] * 4, [1] * 4)]
    x = [PhaseVector.of(2, [1, 1, 0, 0], [0] * 4), PhaseVector.of(2, [1, 0, 1, 0], [0] * 4)]
    z = [PhaseVector.of(2, [0] * 4, [1, 0, 1, 0]), PhaseVector.of(2, [0] * 4, [1, 1, 0, 0])]
    code = StabilizerCode("four", 2, 4, tuple(rows), (0, 0), tuple(x), tuple(z), "a test")
    for name in ("h", "t-gate", "t"):
        state = read_state(ROOT / "fixtures" / "states" / f"{name}.json")
        found = Protocol(code, state, state.cliffords)
        assert set(found.outputs) in ({"any"}, {"any", "1", "2"})
        assert agree.confirm(found) == [
            "4 codewords with 2^4 entries, 5 points, enough for the polynomials: "
            "the same p_succ and output infidelities"
        ]


def test_points_determine_polynomials() -> None:
    for count, degree in ((1, 4), (2, 3)):
        places = points(count, degree)
        assert len(set(places)) == comb(degree + count, count)
        rows = [[fmpq(1) * _power(place, e) for e in product(range(degree + 1), repeat=count) if sum(e) <= degree]
                for place in places]  # fmt: skip
        from flint import fmpq_mat

        assert fmpq_mat(rows).rank() == len(places)


def _power(place: tuple[int, ...], exponents: tuple[int, ...]) -> int:
    total = 1
    for x, e in zip(place, exponents, strict=True):
        total *= x**e
    return total


def test_a_wrong_frame_is_seen() -> None:
    state = read_state(ROOT / "fixtures" / "states" / "t.json")
    code = read_code(ROOT / "fixtures" / "codes" / "five-qubit.json")
    found = Protocol(code, state, state.cliffords)
    known = stated(found)
    from stillproof.protocols.matching import Frame

    other = Protocol(code, state, state.cliffords, Frame(Clifford(2, ((0, 1), (1, 0)))))
    with pytest.raises(StillproofError, match="the output at"):
        agree.compared(other, known, vectors(other))


SUMS = [
    *((2, n, k, css) for n, k, css in [(3, 1, False), (5, 1, True), (6, 2, False)]),
    (3, 3, 1, False),
    (3, 4, 2, True),
]


@pytest.mark.parametrize(("p", "n", "k", "css"), SUMS)
def test_sums_over_supports_are_the_decoded_operators(tmp_path: Path, p: int, n: int, k: int, css: bool) -> None:
    """The two ways to decode, entry by entry: codewords of one phase each give the same matrix."""
    for m, parameters in ((12, 1), (12, 2)):
        found = protocol(tmp_path, p, n, k, m, parameters, css)
        one, other = agree.by_vectors(found), agree.by_supports(found)
        assert one is not None
        assert other is not None
        for point in [(2, -1)[:parameters], (0, 1)[:parameters]]:
            assert one.at(point).tolist() == other.at(point).tolist()


def test_a_long_code_by_its_supports() -> None:
    state = read_state(ROOT / "fixtures" / "states" / "t-gate.json")
    found = Protocol(read_code(ROOT / "fixtures" / "codes" / "reed-muller15.json"), state, state.cliffords)
    road = agree.by_supports(found)
    assert road is not None
    line = agree.compared(found, stated(found), road)
    assert line == "2 codewords of 16 basis states, 16 points, enough for the polynomials: the same p_succ and output"
    known = stated(found)
    spoiled = known._replace(success={**known.success, (3,): Fraction(1, 10**9)})
    with pytest.raises(StillproofError, match="p_succ at"):
        agree.compared(found, spoiled, road)
