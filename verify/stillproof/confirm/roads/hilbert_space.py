"""The same protocol with explicit vectors: p^n entries, each an exact element of Z[zeta_m]; p (4 for p = 2) divides m.

An array holds the coordinates of 1, z, .., z^(phi(m)-1) on its first axis and the computational basis on the next, site
0 most significant; a further axis holds columns. Denominators are kept apart. T(u|v) = w^(u.v/2) X^u Z^v, X|k> = |k+1>,
Z|k> = w^k|k> (Prakash 2020, eq. (2.1) to (2.3)); for p = 2, w = -1 and T(u|v) = i^(u.v) X^u Z^v, u.v an integer.
Pi is the joint +1 eigenprojector of w^sign T(generator).
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations, product
from math import prod

import numpy as np

from .integer_arrays import (
    Array,
    Element,
    Exact,
    Ket,
    SiteMatrix,
    as_array,
    conjugation,
    contract,
    linear,
    multiplication,
    quotient,
    room,
    row_sum,
    tensor_product,
    zeta_powers,
)

PhaseVector = Sequence[Sequence[int]]  # (u, v), each of length n, entries in range(p)

LARGEST_VECTOR, LARGEST_MATRIX = 3**13, 5**4  # p^n at most this


def displace(p: int, n: int, m: int, vector: Array, point: PhaseVector, phase: int = 0) -> Array:
    """w^phase T(point) on an array of shape (phi(m), p^n, ..): T(u|v)|k> = r^(h u.v) w^(v.k + phase) |k + u>.

    r^h is w^(1/2), or i for p = 2.
    """
    u, v = _checked(p, n, m, [point])[0]
    order, half = (4, 1) if p == 2 else (p, (p + 1) // 2)
    digits, target, exponent = np.arange(p), np.zeros(1, dtype=np.int64), np.zeros(1, dtype=np.int64)
    for u_i, v_i in zip(u, v, strict=True):
        target = np.add.outer(p * target, (digits + u_i) % p).ravel()
        exponent = np.add.outer(exponent, digits * v_i).ravel() % p
    exponent = ((exponent + phase) * (order // p) + half * int(np.dot(u, v))) % order
    maps = [multiplication(m, zeta_powers(m)[power * (m // order)]) for power in range(order)]
    vector = room(vector, max(row_sum(matrix) for matrix in maps))
    result = np.empty_like(vector)
    for power, matrix in enumerate(maps):
        here = np.flatnonzero(exponent == power)
        result[:, target[here]] = linear(matrix, vector[:, here])
    return result


def eigenproject(p: int, n: int, m: int, vector: Array, generator: PhaseVector, sign: int = 0) -> Array:
    """p times the projector onto the +1 eigenspace of w^sign T(generator), that is, the sum of the p powers of it."""
    # Each power multiplies entries by some z^e, so p * (row sum of z^e) bounds the sum whatever the order of the steps.
    vector = room(vector, p * max(row_sum(multiplication(m, power)) for power in zeta_powers(m)))
    total = term = vector
    for _ in range(p - 1):
        term = displace(p, n, m, term, generator, sign)
        total = total + term
    return total


def product_vector(p: int, n: int, m: int, kets: Sequence[Ket]) -> Array:
    """The tensor product of n one-site kets, shape (phi(m), p^n). Kets need not be normalised."""
    _checked(p, n, m, [])
    if len(kets) != n:
        raise ValueError(f"{len(kets)} kets for n = {n}")
    return tensor_product(m, [as_array(m, ket, (p,)) for ket in kets])


def projected(
    p: int, n: int, m: int, stabilizers: Sequence[PhaseVector], kets: Sequence[Ket], signs: Sequence[int] | None = None
) -> tuple[Array, int]:
    """Pi|x> for a product vector, as (array of shape (phi(m), p^n), denominator).

    ValueError if the generators do not commute or a shape is wrong; dependent generators are allowed.
    """
    return _project(p, n, m, product_vector(p, n, m, kets), stabilizers, signs)


def inner(m: int, left: Array, right: Array) -> Element:
    """<left|right>, exactly, with the integer coordinates of the arrays (denominators are the caller's)."""
    return contract(m, linear(conjugation(m), left), right)


def squared_norm(m: int, vector: Array) -> Element:
    """<vector|vector>, exactly, with the integer coordinates of the array (denominators are the caller's)."""
    return inner(m, vector, vector)


def expectation(
    p: int, n: int, m: int, stabilizers: Sequence[PhaseVector], kets: Sequence[Ket], signs: Sequence[int] | None = None
) -> Exact:
    """<x|Pi|x>/<x|x> in Q(zeta_m), for a product vector; ValueError if the vector is zero. Eq. (5.3) to (5.5)."""
    vector = product_vector(p, n, m, kets)
    image, denominator = _project(p, n, m, vector, stabilizers, signs)
    return quotient(m, inner(m, vector, image), [denominator * c for c in squared_norm(m, vector)])


def sitewise(p: int, n: int, m: int, vector: Array, matrix: SiteMatrix) -> Array:
    """matrix^(x)n applied to a vector, one site after the other. `matrix` is p x p over Z[zeta_m]."""
    _checked(p, n, m, [])
    degree = len(as_array(m, matrix, (p, p)))
    blocks = np.block([[multiplication(m, entry) for entry in row] for row in matrix])
    for site in range(n):
        split = vector.reshape(degree, p**site, p, -1).transpose(2, 0, 1, 3)
        image = linear(blocks, split.reshape(p * degree, -1)).reshape(split.shape)
        vector = image.transpose(1, 2, 0, 3).reshape(vector.shape)
    return vector


def encoded_eigenvalue(
    p: int, n: int, m: int, vector: Array, matrix: SiteMatrix, denominator: int, candidates: Sequence[Element]
) -> Element:
    """The candidate c in Z[zeta_m] with V^(x)n |vector> = c |vector>, V = matrix/denominator.

    When V^(x)n is a logical operator this says to which of its eigenstates a projected vector decodes (section 5, below
    eq. (5.4)). ValueError if the vector is zero or no candidate is its eigenvalue.
    """
    if not vector.any():
        raise ValueError("the zero vector has no eigenvalue")
    image = sitewise(p, n, m, vector, matrix)
    for candidate in candidates:
        if np.array_equal(image, linear(denominator**n * multiplication(m, candidate), vector)):
            return candidate
    raise ValueError(f"no eigenvalue among {list(candidates)}")


def encoded_overlaps(m: int, vector: Array, references: Sequence[Array]) -> list[Exact]:
    """|<r|vector>|^2 / (<r|r><vector|vector>) for each reference r: 1 when proportional, 0 when orthogonal.

    ValueError if a vector is zero.
    """
    norm, overlaps = squared_norm(m, vector), []
    for reference in references:
        forth, back = inner(m, reference, vector), inner(m, vector, reference)
        bottom = multiplication(m, squared_norm(m, reference)) @ np.array(norm, dtype=object)
        overlaps.append(quotient(m, multiplication(m, forth) @ np.array(back, dtype=object), bottom))
    return overlaps


def projector_matrix(
    p: int, n: int, m: int, stabilizers: Sequence[PhaseVector], signs: Sequence[int] | None = None
) -> tuple[Array, int]:
    """Pi as (array of shape (phi(m), p^n, p^n), denominator), for p^n at most LARGEST_MATRIX."""
    if p**n > LARGEST_MATRIX:
        raise ValueError(f"p^n = {p**n} is above {LARGEST_MATRIX}")
    identity = np.zeros((len(zeta_powers(m)[0]), p**n, p**n), dtype=np.int64)
    identity[0] = np.eye(p**n, dtype=np.int64)
    return _project(p, n, m, identity, stabilizers, signs)


def distil_matrix(
    p: int,
    n: int,
    m: int,
    stabilizers: Sequence[PhaseVector],
    logical_x: Sequence[PhaseVector],
    logical_z: Sequence[PhaseVector],
    site_matrices: Sequence[SiteMatrix],
    denominators: Sequence[int],
    signs: Sequence[int] | None = None,
) -> dict[tuple[tuple[int, ...], tuple[int, ...]], Exact]:
    """chi_out(a, b) = Tr(L(a|b) Pi rho), not normalised: chi_out(0, 0) is p_succ.

    L(a|b) = w^(a.b/2) prod_i T(logical_x[i])^a_i prod_i T(logical_z[i])^b_i, for p = 2 with i^(a.b) in front; a and b
    have as many entries as there are encoded qudits. rho is the tensor product of the n matrices `site_matrices[i]` /
    `denominators[i]`, and all matrices are explicit. ValueError if p^n is above LARGEST_MATRIX or the logicals are not
    pairs that commute with the stabilizers and with one another.
    """
    if not len(site_matrices) == len(denominators) == n:
        raise ValueError(f"{len(site_matrices)} matrices and {len(denominators)} denominators for n = {n}")
    check_logicals(p, n, m, stabilizers, logical_x, logical_z)
    projector, scale = projector_matrix(p, n, m, stabilizers, signs)
    rho = tensor_product(m, [as_array(m, matrix, (p, p)) for matrix in site_matrices])
    traces, k = {}, len(logical_x)
    for digits in product(range(p), repeat=2 * k):
        a, b = digits[:k], digits[k:]
        moved = encoded(p, n, m, projector, logical_x, logical_z, a, b)
        trace = contract(m, moved.transpose(0, 2, 1), rho)
        traces[a, b] = tuple(Fraction(c, scale * prod(denominators)) for c in trace)
    return traces


def encoded(
    p: int,
    n: int,
    m: int,
    vector: Array,
    logical_x: Sequence[PhaseVector],
    logical_z: Sequence[PhaseVector],
    a: Sequence[int],
    b: Sequence[int],
) -> Array:
    """L(a|b), as in `distil_matrix`, on an array: one operator after the other."""
    for operator, times in zip([*logical_z, *logical_x], [*b, *a], strict=True):
        for _ in range(times):
            vector = displace(p, n, m, vector, operator)
    order, half = (4, 1) if p == 2 else (p, (p + 1) // 2)
    front = half * sum(map(int.__mul__, a, b)) % order
    return linear(multiplication(m, zeta_powers(m)[front * (m // order)]), vector)


def check_logicals(
    p: int,
    n: int,
    m: int,
    stabilizers: Sequence[PhaseVector],
    logical_x: Sequence[PhaseVector],
    logical_z: Sequence[PhaseVector],
) -> None:
    """ValueError unless [z_i, x_i] = 1 and all else commutes."""
    x_bar, z_bar = _checked(p, n, m, logical_x), _checked(p, n, m, logical_z)
    if len(x_bar) != len(z_bar):
        raise ValueError(f"{len(x_bar)} logical x and {len(z_bar)} logical z")
    operators = [*z_bar, *x_bar]
    for (i, a), (j, b) in combinations(enumerate(operators), 2):
        if (_pairing(a, b) - int(j == i + len(x_bar))) % p:
            raise ValueError(f"not logical pairs: x {logical_x}, z {logical_z}")
    if any(_pairing(g, a) % p for g in stabilizers for a in operators):
        raise ValueError(f"not logical pairs: x {logical_x}, z {logical_z}, stabilizers {stabilizers}")


def _project(
    p: int, n: int, m: int, vector: Array, stabilizers: Sequence[PhaseVector], signs: Sequence[int] | None
) -> tuple[Array, int]:
    generators = _checked(p, n, m, stabilizers)
    phases = [0] * len(generators) if signs is None else signs
    if len(phases) != len(generators):
        raise ValueError(f"{len(phases)} signs for {len(generators)} stabilizers")
    for g, h in combinations(generators, 2):
        if _pairing(g, h) % p:
            raise ValueError(f"stabilizers do not commute: {g} and {h}")
    for generator, phase in zip(generators, phases, strict=True):
        vector = eigenproject(p, n, m, vector, generator, phase)
    return vector, p ** len(generators)


def _checked(p: int, n: int, m: int, points: Sequence[PhaseVector]) -> list[PhaseVector]:
    if p < 2 or any(p % q == 0 for q in range(2, p)):
        raise ValueError(f"p = {p} is not a prime")
    if m < 1 or m % (4 if p == 2 else p):
        raise ValueError(f"m = {m} is not a multiple of {'4' if p == 2 else f'p = {p}'}")
    if n < 1 or p**n > LARGEST_VECTOR:
        raise ValueError(f"n = {n}: p^n is not between p and {LARGEST_VECTOR}")
    for point in points:
        if len(point) != 2 or any(len(part) != n or not all(x in range(p) for x in part) for part in point):
            raise ValueError(f"not a vector of F_{p}^{2 * n} as (u, v): {point}")
    return list(points)


def _pairing(a: PhaseVector, b: PhaseVector) -> int:
    """[a, b] = v_a . u_b - u_a . v_b, an integer."""
    return sum(v * s - u * t for u, v, s, t in zip(*a, *b, strict=True))
