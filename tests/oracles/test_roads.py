"""The two roads against each other: sums over phase space, and explicit vectors.

They share no code, and neither does this file share any with them: codes, phase-point operators and Fourier transforms
are written out here. Every comparison is exact, but for qubits, where Kronecker products of complex numbers are taken.
"""

import ast
import json
import random
from collections.abc import Callable, Iterable
from fractions import Fraction
from itertools import product
from math import comb, prod
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from flint import fmpq, fmpq_poly, fmpz_poly

from stillproof.confirm.roads import hilbert_space as hilbert
from stillproof.confirm.roads import wigner_sum as wigner

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
M = 12  # sqrt(3) = 2 z - z^3, i = z^3, w = z^4
ZERO, ONE = [0, 0, 0, 0], [1, 0, 0, 0]
SITE = {"S": [ZERO, ONE, [-1, 0, 0, 0]], "+": [[1, 2, 0, -1], ONE, ONE], "-": [[1, -2, 0, 1], ONE, ONE]}
X, Z, PAIR = [[1, 0], [0, 0]], [[0, 0], [1, 0]], ([[0, 1], [0, 0]], [[0, 0], [0, 1]])
EXPECTATIONS: dict[str, Fraction] = {}
CASES = [(3, 1), (3, 2), (3, 3), (3, 4), (5, 1), (5, 2), (5, 3)]

Point = list[list[int]]
Code = tuple[list[Point], Point, Point]  # stabilizers, logical x, logical z
Site = dict[tuple[int, int], fmpq_poly]
Map = tuple[fmpq_poly, fmpz_poly, fmpz_poly]


@pytest.fixture(scope="module")
def golay() -> Code:
    file = json.loads((FIXTURES / "codes" / "golay11.json").read_text())
    return file["stabilizers"], file["logical_x"], file["logical_z"]


@pytest.fixture(scope="module")
def strange() -> Site:
    members = json.loads((FIXTURES / "states" / "strange.json").read_text())["ensemble"]
    return wigner.wigner_function(
        3,
        M,
        [[Fraction(c) for c in member["weight"]] for member in members],
        [[[[int(c) for c in e] for e in row] for row in member["projector"]["entries"]] for member in members],
        [int(member["projector"]["den"]) for member in members],
    )


@pytest.fixture(scope="module")
def golay_map(golay: Code, strange: Site) -> Map:
    p_succ, (num, den) = wigner.distil(3, 11, *golay, strange)
    return p_succ, num, den


def seeded(seed: int) -> random.Random:
    return random.Random(seed)


def grid(p: int) -> list[tuple[int, int]]:
    return [(u, v) for u in range(p) for v in range(p)]


def fraction(q: fmpq) -> Fraction:
    return Fraction(int(q.p), int(q.q))


def rational(value: Iterable[Fraction | int]) -> Fraction:
    """The element of Q(zeta_m) as a rational number, which it must be."""
    first, *others = value
    assert not any(others)
    return Fraction(first)


def random_code(rng: random.Random, p: int, n: int) -> Code:
    """Z_1 .. Z_(n-1) with logicals X_n, Z_n, moved by random transvections a -> a + c [h, a] h, which keep [,]."""

    def unit(part: int, i: int) -> list[int]:
        return [int(j == part * n + i) for j in range(2 * n)]

    vectors = [*(unit(1, i) for i in range(n - 1)), unit(0, n - 1), unit(1, n - 1)]
    for _ in range(4 * n):
        h, c = [rng.randrange(p) for _ in range(2 * n)], rng.randrange(1, p)
        for k, a in enumerate(vectors):
            pairing = sum(h[n + i] * a[i] - h[i] * a[n + i] for i in range(n))
            vectors[k] = [(x + c * pairing * y) % p for x, y in zip(a, h, strict=True)]
    *stabilizers, x_bar, z_bar = ([a[:n], a[n:]] for a in vectors)
    return stabilizers, x_bar, z_bar


def root(p: int, exponent: int) -> list[int]:
    """w^exponent in the coordinates 1, w, .., w^(p-2)."""
    e = exponent % p
    return [-1] * (p - 1) if e == p - 1 else [int(j == e) for j in range(p - 1)]


def phase_point(p: int, u: int, v: int) -> list[list[list[int]]]:
    """A(u, v) = T(u|v) (sum_k |-k><k|) T(u|v)^-1 = sum_k w^(2 v (u - k)) |2u - k><k|."""
    return [
        [root(p, 2 * v * (u - k)) if (j + k - 2 * u) % p == 0 else [0] * (p - 1) for k in range(p)] for j in range(p)
    ]


def random_site(rng: random.Random, p: int) -> Site:
    """The Wigner function, affine in delta, of a random Hermitian operator."""
    return {a: fmpq_poly([rng.randint(-3, 3), rng.randint(-3, 3)]) / 2 for a in grid(p)}


def site_matrix(p: int, site: Site, delta: int) -> list[list[list[int]]]:
    """2 sum_a W(a) A(a) at an integer delta, over Z[w]."""
    total = np.zeros((p, p, p - 1), dtype=object)
    for (u, v), value in site.items():
        total += int(2 * value(delta)) * np.array(phase_point(p, u, v), dtype=object)
    matrix: list[list[list[int]]] = total.tolist()
    return matrix


def fourier(p: int, chi: dict[tuple[int, int], tuple[Fraction, ...]]) -> dict[tuple[int, int], Fraction]:
    """W(m) = p^-2 sum_L w^[m,L] chi(L)."""
    values = {}
    for m_u, m_v in chi:
        ring = [Fraction(0)] * p
        for (u, v), coordinates in chi.items():
            for j, c in enumerate(coordinates):
                ring[(j + m_v * u - m_u * v) % p] += c / p**2
        values[m_u, m_v] = rational(c - ring[-1] for c in ring[:-1])
    return values


def traces(
    p: int, n: int, m: int, code: Code, matrices: Any, denominators: list[int], signs: list[int]
) -> dict[tuple[int, int], tuple[Fraction, ...]]:
    """Tr(T(L) Pi rho) for one encoded qudit."""
    stabilizers, x_bar, z_bar = code
    found = hilbert.distil_matrix(p, n, m, stabilizers, [x_bar], [z_bar], matrices, denominators, signs)
    return {(a, b): value for ((a,), (b,)), value in found.items()}


def golay_expectation(golay: Code, x: str) -> Fraction:
    """<x|Pi|x>/<x|x> for the eigenstates of H named by x, then |S> on the other sites (section 5)."""
    if x not in EXPECTATIONS:
        kets = [SITE[c] for c in x.ljust(11, "S")]
        EXPECTATIONS[x] = rational(hilbert.expectation(3, 11, M, golay[0], kets))
    return EXPECTATIONS[x]


def sign_sum(golay: Code, weight: int) -> Fraction:
    """The sum of <x|Pi|x> over the sign patterns on `weight` <= 4 sites.

    Counts decide, and the sites do not matter: the code's monomial group is 4-transitive on sites (M_11), and its signs
    k -> -k fix each eigenstate of H up to a phase.
    """
    patterns = ["+" * (weight - k) + "-" * k for k in range(weight + 1)]
    return sum((comb(weight, k) * golay_expectation(golay, x) for k, x in enumerate(patterns)), Fraction(0))


def test_golay_success_probability_agrees_through_fourth_order(golay: Code, golay_map: Map) -> None:
    epsilon = fmpq_poly([0, 2]) / 3
    total = fmpq_poly()
    for k in range(5):
        s = sign_sum(golay, k)
        total += comb(11, k) * (1 - epsilon) ** (11 - k) * (epsilon / 2) ** k * s.numerator / s.denominator
        assert (s == 0) == (k in {1, 2})
    assert total.coeffs()[:5] == golay_map[0].coeffs()[:5]
    assert golay_map[0][0] * 1728 == 1


def test_golay_cubic_coefficient_agrees(golay: Code, golay_map: Map) -> None:
    _, num, den = golay_map
    assert num.coeffs()[:3] == [0, 0, 0]
    epsilon_cubed = comb(11, 3) * sign_sum(golay, 3) / 8 / golay_expectation(golay, "")
    assert (
        Fraction(int(num[3]), int(den[0])) == Fraction(3, 2) * epsilon_cubed * Fraction(2, 3) ** 3 == Fraction(55, 18)
    )


def test_golay_vectors_decode_to_the_eigenstates_the_paper_says(golay: Code) -> None:
    powers = [0, 2, 0, -1], [0, -1, 0, 2], [0, -1, 0, -1]
    hadamard = [[powers[j * k % 3] for k in range(3)] for j in range(3)]  # 3 H, with entries sqrt(3) w^(jk)
    plus, minus, minus_i = ONE, [-1, 0, 0, 0], [0, 0, 0, -1]  # H has i on |S>, and i^11 = -i
    vectors = []
    for x, expected in {"": minus_i, "+++": plus, "---": minus, "++-": minus, "++--": minus_i}.items():
        kets = [SITE[c] for c in x.ljust(11, "S")]
        vector, denominator = hilbert.projected(3, 11, M, golay[0], kets)
        found = hilbert.encoded_eigenvalue(3, 11, M, vector, hadamard, 3, [plus, minus, minus_i])
        assert (denominator, found) == (3**10, expected)
        vectors.append(vector)
    exact = [[Fraction(int(same)), Fraction(0), Fraction(0), Fraction(0)] for same in (False, True)]
    for vector, position in [(vectors[3], 2), (vectors[4], 0)]:
        overlaps = hilbert.encoded_overlaps(M, vector, vectors[:3])
        assert [list(overlap) for overlap in overlaps] == [exact[k == position] for k in range(3)]


def test_golay_agrees_on_pure_states(golay: Code) -> None:
    """The kets (t, 1, 1), of which t = 0 is the Norell state: p_succ has degree 22 in t."""
    units = [[[[int((min(j, 1) + min(k, 1)) == e), 0] for k in range(3)] for j in range(3)] for e in range(3)]
    weights = [[Fraction(int(d == 2 - e)) for d in range(3)] for e in range(3)]
    site = wigner.wigner_function(3, 3, weights, units, [1, 1, 1])
    p_succ = sum(wigner.output_wigner(3, 11, *golay, site).values(), fmpq_poly())
    for t in (0, 1, -3):
        value = rational(hilbert.expectation(3, 11, 3, golay[0], [[[t, 0], [1, 0], [1, 0]]] * 11))
        assert value == fraction(p_succ(t)) / (t * t + 2) ** 11
        assert t or value == Fraction(1, 1728)


def test_wigner_function_of_a_single_site(strange: Site) -> None:
    assert strange == {a: fmpq_poly([3, -1]) / 18 if any(a) else fmpq_poly([-3, 4]) / 9 for a in strange}
    identity = fmpz_poly([0, 1]), fmpz_poly([1])
    assert [*wigner.distil(3, 1, [], [[1], [0]], [[0], [1]], strange)] == [fmpq_poly([1]), identity]
    for sign, p_succ in [(0, fmpq_poly([0, 2])), (1, fmpq_poly([3, -1])), (2, fmpq_poly([3, -1]))]:
        # w^sign Z on the first site, the second site kept: <k|rho_S|k> for k = -sign.
        assert [*wigner.distil(3, 2, [Z], *PAIR, strange, [sign])] == [p_succ / 6, identity]
    doubled = {a: value(fmpq_poly([0, 2])) for a, value in strange.items()}
    assert [*wigner.distil(3, 2, [Z], *PAIR, doubled)] == [fmpq_poly([0, 2]) / 3, identity]
    labels = {a: fmpq_poly([*a]) for a in grid(5)}
    turned = wigner.output_wigner(5, 1, [], [[1], [2]], [[3], [2]], labels)
    assert turned == {(a, b): fmpq_poly([(a + 3 * b) % 5, (2 * a + 2 * b) % 5]) for a, b in turned}


@pytest.mark.parametrize("p", [3, 5])
def test_wigner_function_inverts_the_phase_point_expansion(p: int) -> None:
    site = random_site(seeded(p), p)
    weights = [[fraction(c) for c in value.coeffs()] for value in site.values()]
    assert wigner.wigner_function(p, p, weights, [phase_point(p, *a) for a in site], [1] * p**2) == site


@pytest.mark.parametrize(("p", "n"), CASES)
def test_roads_agree_on_random_codes_signs_and_mixed_products(p: int, n: int) -> None:
    rng = seeded(100 * p + n)
    code, signs = random_code(rng, p, n), [rng.randrange(p) for _ in range(n - 1)]
    sites = [random_site(rng, p) for _ in range(n)]
    output = wigner.output_wigner(p, n, *code, sites, signs)
    assert len({tuple(value.coeffs()) for value in output.values()}) > 1
    for delta in (0, 2):
        matrices = [site_matrix(p, site, delta) for site in sites]
        chi = traces(p, n, p, code, matrices, [2] * n, signs)
        assert fourier(p, chi) == {a: fraction(f(delta)) for a, f in output.items()}


@pytest.mark.parametrize("seed", range(4))
def test_roads_agree_on_random_pure_products(seed: int) -> None:
    rng, p, n = seeded(seed), 3, 4
    code = random_code(rng, p, n)
    kets = [[[rng.randint(-2, 2), rng.randint(-2, 2)] for _ in range(p)] for _ in range(n)]
    matrices = [[[times(a, conjugate(b)) for b in ket] for a in ket] for ket in kets]
    sites = [wigner.wigner_function(p, p, [[Fraction(1)]], [matrix], [1]) for matrix in matrices]
    p_succ = fraction(sum(wigner.output_wigner(p, n, *code, sites).values(), fmpq_poly())[0])
    norm = prod(sum(matrix[k][k][0] for k in range(p)) for matrix in matrices)
    vector, denominator = hilbert.projected(p, n, p, code[0], kets)
    assert rational(hilbert.squared_norm(p, hilbert.product_vector(p, n, p, kets))) == norm
    assert rational(hilbert.squared_norm(p, vector)) == p_succ * denominator**2
    assert rational(hilbert.expectation(p, n, p, code[0], kets)) == p_succ / norm


def times(a: list[int], b: list[int]) -> list[int]:
    """The product in Z[w], w^2 = -1 - w."""
    return [a[0] * b[0] - a[1] * b[1], a[0] * b[1] + a[1] * b[0] - a[1] * b[1]]


def conjugate(a: list[int]) -> list[int]:
    """The complex conjugate in Z[w]."""
    return [a[0] - a[1], -a[1]]


@pytest.mark.parametrize("seed", range(3))
def test_decoding_is_the_inverse_of_an_encoding_isometry(seed: int) -> None:
    """|0_L> is fixed by Pi and T(logical_z), |j_L> = T(logical_x)^j |0_L>, and rho_out = J^+ |x><x| J, J|j> = |j_L>."""
    rng, p, n = seeded(seed), 3, 3
    stabilizers, x_bar, z_bar = random_code(rng, p, n)
    signs = [rng.randrange(p) for _ in stabilizers]
    kets = [[[rng.randint(-2, 2), rng.randint(-2, 2)] for _ in range(p)] for _ in range(n)]
    for basis in product(range(p), repeat=n):
        start = [[[int(j == k), 0] for j in range(p)] for k in basis]
        zero, _ = hilbert.projected(p, n, p, [*stabilizers, z_bar], start, [*signs, 0])
        if zero.any():
            break
    encoded = [zero, (one := hilbert.displace(p, n, p, zero, x_bar)), hilbert.displace(p, n, p, one, x_bar)]
    amplitudes = [list(hilbert.inner(p, j, hilbert.product_vector(p, n, p, kets))) for j in encoded]
    norm = rational(hilbert.squared_norm(p, zero))
    matrices = [[[times(a, conjugate(b)) for b in ket] for a in ket] for ket in kets]
    chi = traces(p, n, p, (stabilizers, x_bar, z_bar), matrices, [1] * n, signs)
    for (a, b), value in chi.items():
        # Tr(T(a|b) rho) = sum_k w^(ab/2 + bk) <k|rho|k+a>
        terms = [
            times(root(p, 2 * a * b + b * k), times(amplitudes[k], conjugate(amplitudes[(k + a) % p])))
            for k in range(p)
        ]
        assert value == tuple(sum(column) / norm for column in zip(*terms, strict=True))


def test_projectors_are_projectors() -> None:
    stabilizers, *_ = random_code(seeded(7), 3, 3)
    matrix, denominator = hilbert.projector_matrix(3, 3, 3, stabilizers, [1, 2])
    assert np.trace(matrix[0]) == 3 * denominator
    assert not np.trace(matrix[1])
    again = matrix
    for generator, sign in zip(stabilizers, [1, 2], strict=True):
        again = hilbert.eigenproject(3, 3, 3, again, generator, sign)
        assert np.array_equal(hilbert.displace(3, 3, 3, matrix, generator, sign), matrix)
    assert np.array_equal(again, denominator * matrix)


def test_entries_above_64_bits_become_python_integers() -> None:
    (g, h), *_ = random_code(seeded(8), 3, 3)
    kets = [SITE["+"], SITE["-"], SITE["+"]]
    scaled = [[[2**40 * c for c in entry] for entry in ket] for ket in kets]
    small, large = (hilbert.projected(3, 3, M, [g, h], k)[0] for k in (kets, scaled))
    assert [small.dtype, large.dtype] == [np.dtype(np.int64), np.dtype(object)]
    assert np.array_equal(large, 2**120 * small.astype(object))
    assert hilbert.expectation(3, 3, M, [g, h], kets) == hilbert.expectation(3, 3, M, [g, h], scaled)
    assert [c * 2**240 for c in hilbert.squared_norm(M, small)] == list(hilbert.squared_norm(M, large))
    edge = np.full((2, 3), 2**62)
    assert hilbert.displace(3, 1, 3, edge, [[0], [1]]).tolist()[0] == [2**62, -(2**62), 0]


def test_two_site_projections_of_appendix_a() -> None:
    norell = [[0, 0], [1, 0], [1, 0]]
    strange = [[0, 0], [1, 0], [-1, 0]]
    assert rational(hilbert.expectation(3, 2, 3, [[[1, 1], [0, 0]]], [norell] * 2, [1])) == Fraction(1, 4)
    assert rational(hilbert.expectation(3, 2, 3, [[[0, 0], [1, 1]]], [strange] * 2)) == Fraction(1, 2)


COUPLED = [[[1, 1], [0, 0]]], [[0, 2], [0, 0]], [[0, 0], [1, 2]]
FLAT, BASIS = ({a: fmpq_poly([q]) for a in grid(3)} for q in (fmpq(1, 9), fmpq(1, 3)))
TILTED = {(u, v): f + fmpq_poly([u - 1, v - 1]) for (u, v), f in FLAT.items()}
BASIS |= {(u, v): fmpq_poly() for u, v in BASIS if u != 1}  # the state |1>
KETS = [SITE["S"]] * 2
BAD: list[tuple[str, Callable[[], Any]]] = [
    ("p = 9 is not an odd prime", lambda: wigner.output_wigner(9, 2, [X], *PAIR, FLAT)),
    ("p = 4 is not a prime", lambda: hilbert.projected(4, 2, 4, [X], KETS)),
    ("m = 2 is not a multiple of 4", lambda: hilbert.projected(2, 2, 2, [X], KETS)),
    ("m = 4 is not a multiple", lambda: hilbert.projected(3, 2, 4, [X], KETS)),
    ("m = 4 is not a multiple", lambda: wigner.wigner_function(3, 4, [], [], [])),
    ("n = 14", lambda: hilbert.projected(3, 14, 3, [], [])),
    ("is above 625", lambda: hilbert.projector_matrix(3, 6, 3, [])),
    ("2 stabilizers for n = 2", lambda: wigner.output_wigner(3, 2, [X, X], *PAIR, FLAT)),
    ("are dependent", lambda: wigner.output_wigner(3, 2, [[[0, 0], [0, 0]]], *PAIR, FLAT)),
    ("is not -?1", lambda: wigner.output_wigner(3, 2, [X], PAIR[1], PAIR[0], FLAT)),
    ("is not 0", lambda: wigner.output_wigner(3, 2, [[[0, 1], [0, 0]]], *PAIR, FLAT)),
    ("2 signs for 1", lambda: wigner.output_wigner(3, 2, [X], *PAIR, FLAT, [0, 0])),
    ("2 signs for 1", lambda: hilbert.projected(3, 2, M, [X], KETS, [0, 0])),
    ("1 site functions for n = 2", lambda: wigner.output_wigner(3, 2, [X], *PAIR, [FLAT])),
    ("not a vector of F_3", lambda: wigner.output_wigner(3, 2, [[[3, 0], [0, 0]]], *PAIR, FLAT)),
    ("not a vector of F_3", lambda: hilbert.projected(3, 2, M, [[[1], [0, 0]]], KETS)),
    (
        "not affine",
        lambda: wigner.distil(3, 2, [X], *PAIR, {a: fmpq_poly([0, 0, a[0] - 1]) + f for a, f in FLAT.items()}),
    ),
    ("does not depend", lambda: wigner.distil(3, 2, [X], *PAIR, FLAT)),
    ("success probability is 0", lambda: wigner.distil(3, 2, [Z], *PAIR, BASIS)),
    ("leaves the family", lambda: wigner.distil(3, 2, *COUPLED, TILTED)),
    ("has trace 9", lambda: wigner.distil(3, 2, [X], *PAIR, {a: 9 * f for a, f in FLAT.items()})),
    ("is irrational", lambda: wigner.wigner_function(3, M, [[Fraction(1)]], [[[[0, 2, 0, -1]] * 3] * 3], [1])),
    ("not a 3 x 3 matrix", lambda: wigner.wigner_function(3, M, [[Fraction(1)]], [[[ONE]]], [1])),
    ("do not commute", lambda: hilbert.projected(3, 2, M, [X, Z], KETS)),
    ("1 kets for n = 2", lambda: hilbert.projected(3, 2, M, [X], KETS[:1])),
    ("not of shape", lambda: hilbert.projected(3, 2, M, [X], [KETS[0], KETS[0][:2]])),
    ("zero vector", lambda: hilbert.expectation(3, 2, M, [X], [KETS[0], [ZERO] * 3])),
    ("no eigenvalue", lambda: hilbert.encoded_eigenvalue(3, 1, M, np.eye(4, 3, dtype=int), [[ZERO] * 3] * 3, 1, [ONE])),
    (
        "not logical pairs",
        lambda: hilbert.distil_matrix(3, 2, M, [X], [PAIR[1]], [PAIR[0]], [[[ONE] * 3] * 3] * 2, [1, 1]),
    ),
    (
        "1 denominators for n = 2",
        lambda: hilbert.distil_matrix(3, 2, M, [X], [PAIR[0]], [PAIR[1]], [[[ONE] * 3] * 3] * 2, [1]),
    ),
]


@pytest.mark.parametrize(("message", "call"), BAD, ids=[f"{k}-{message}" for k, (message, _) in enumerate(BAD)])
def test_bad_arguments_are_refused_by_name(message: str, call: Callable[[], Any]) -> None:
    with pytest.raises(ValueError, match=message):
        call()


@pytest.mark.parametrize(("n", "k"), [(1, 1), (3, 1), (4, 2)])
def test_qubits_against_kronecker_products(n: int, k: int) -> None:
    """Tr(L(a|b) Pi rho) with complex matrices: Y = iXZ on every site where u = v = 1, and signs -1."""
    rng = seeded(n)
    paulis = {(0, 0): np.eye(2), (1, 0): np.array([[0, 1], [1, 0]]), (0, 1): np.diag([1, -1])}
    paulis[1, 1] = 1j * paulis[1, 0] @ paulis[0, 1]

    def operator(point: Point) -> Any:
        total = np.eye(1)
        for site in zip(*point, strict=True):
            total = np.kron(total, paulis[site])
        return total

    stabilizers, x_bar, z_bar = random_qubits(rng, n, k)
    signs = [rng.randrange(2) for _ in stabilizers]
    projector = np.eye(2**n)
    for g, sign in zip(stabilizers, signs, strict=True):
        projector = projector @ (np.eye(2**n) + (-1) ** sign * operator(g)) / 2
    entries = [
        [[[rng.randint(-3, 3), 0], [rng.randint(-3, 3), rng.randint(-3, 3)]] for _ in range(2)] for _ in range(n)
    ]
    rho = np.eye(1)
    for site in entries:
        rho = np.kron(rho, np.array([[a + 1j * b for a, b in row] for row in site]) / 3)
    found = hilbert.distil_matrix(2, n, 4, stabilizers, x_bar, z_bar, entries, [3] * n, signs)
    assert len(found) == 4**k
    for (a, b), (real, imaginary) in found.items():
        total = np.eye(2**n) * 1j ** sum(s * t for s, t in zip(a, b, strict=True))
        for exponent, point in zip([*a, *b], [*x_bar, *z_bar], strict=True):
            total = total @ np.linalg.matrix_power(operator(point), exponent)
        assert abs(np.trace(total @ projector @ rho) - complex(real, imaginary)) < 1e-9


def random_qubits(rng: random.Random, n: int, k: int) -> tuple[list[Point], list[Point], list[Point]]:
    """As `random_code`, for k qubits."""
    rows = [[int(j == n + i) for j in range(2 * n)] for i in range(n - k)]
    rows += [[int(j == part * n + i) for j in range(2 * n)] for part in (0, 1) for i in range(n - k, n)]
    for _ in range(6 * n):
        h = [rng.randrange(2) for _ in range(2 * n)]
        for i, a in enumerate(rows):
            if sum(h[n + j] * a[j] + h[j] * a[n + j] for j in range(n)) % 2:
                rows[i] = [x ^ y for x, y in zip(a, h, strict=True)]
    points = [[a[:n], a[n:]] for a in rows]
    return points[: n - k], points[n - k : n], points[n:]


def test_the_roads_import_nothing_from_the_engine() -> None:
    folder = Path(wigner.__file__).parent
    names = {path.stem for path in folder.glob("*.py")}
    shared = {
        "codewords": {"hilbert_space", "integer_arrays"},
        "hilbert_space": {"integer_arrays"},
        "supports": {"integer_arrays"},
    }
    for path in folder.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.ImportFrom) and node.level:
                assert node.level == 1
                assert node.module in names & shared.get(path.stem, set())
            elif isinstance(node, ast.ImportFrom | ast.Import):
                assert "stillproof" not in ast.unparse(node)


def test_wigner_functions_move_and_are_averaged_over_orbits() -> None:
    labels = {a: fmpq_poly([3 * a[0] + a[1]]) for a in grid(3)}
    moved = wigner.moved(3, labels, [[0, 2], [1, 0]], [1, 2])
    assert all(moved[-(v + 2) % 3, (u + 1) % 3] == labels[u, v] for u, v in labels)
    shifted = wigner.twirled(3, labels, [([[1, 0], [0, 1]], [1, 0])])
    assert shifted == {(u, v): fmpq_poly([3 + v]) for u, v in labels}
    with pytest.raises(ValueError, match="not of determinant 1"):
        wigner.moved(3, labels, [[1, 0], [0, 2]], [0, 0])
