"""The same protocol with explicit vectors: p^n entries, each an exact element of Z[zeta_m]; p odd, p dividing m.

An array holds the coordinates of 1, z, .., z^(phi(m)-1) on its first axis and the computational basis on the next, site
0 most significant; a further axis holds columns. Denominators are kept apart. T(u|v) = w^(u.v/2) X^u Z^v, X|k> = |k+1>,
Z|k> = w^k|k> (Prakash 2020, eq. (2.1) to (2.3)); Pi is the joint +1 eigenprojector of w^sign T(generator).

No overflow: before every sum of integer products, `_room` bounds it by (largest entry) x (largest absolute row sum).
Entries stay int64 while the bound is below 2^63 and become Python integers (dtype object) when it is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import combinations, product
from math import prod
from typing import Any

import numpy as np
import numpy.typing as npt
from flint import fmpq_mat, fmpz_poly

Array = npt.NDArray[Any]  # int64, or object holding Python integers
Element = Sequence[int]  # integer coordinates of 1, z, .., z^(phi(m)-1)
Exact = tuple[Fraction, ...]  # the same with rational coordinates
Ket = Sequence[Element]  # p entries, not normalised
SiteMatrix = Sequence[Sequence[Element]]  # p x p
PhaseVector = Sequence[Sequence[int]]  # (u, v), each of length n, entries in range(p)

LARGEST_VECTOR, LARGEST_MATRIX = 3**13, 5**4  # p^n at most this


def displace(p: int, n: int, m: int, vector: Array, point: PhaseVector, phase: int = 0) -> Array:
    """w^phase T(point) on an array of shape (phi(m), p^n, ..): T(u|v)|k> = w^(u.v/2 + v.k) |k + u>."""
    u, v = _checked(p, n, m, [point])[0]
    digits, target, exponent = np.arange(p), np.zeros(1, dtype=np.int64), np.zeros(1, dtype=np.int64)
    for u_i, v_i in zip(u, v, strict=True):
        target = np.add.outer(p * target, (digits + u_i) % p).ravel()
        exponent = np.add.outer(exponent, digits * v_i).ravel() % p
    exponent = (exponent + (p + 1) // 2 * int(np.dot(u, v)) + phase) % p
    maps = [_multiplication(m, _powers(m)[power * (m // p)]) for power in range(p)]
    vector = _room(vector, max(_row_sum(matrix) for matrix in maps))
    result = np.empty_like(vector)
    for power, matrix in enumerate(maps):
        here = np.flatnonzero(exponent == power)
        result[:, target[here]] = _linear(matrix, vector[:, here])
    return result


def eigenproject(p: int, n: int, m: int, vector: Array, generator: PhaseVector, sign: int = 0) -> Array:
    """p times the projector onto the +1 eigenspace of w^sign T(generator), that is, the sum of the p powers of it."""
    # Each power multiplies entries by some z^e, so p * (row sum of z^e) bounds the sum whatever the order of the steps.
    vector = _room(vector, p * max(_row_sum(_multiplication(m, power)) for power in _powers(m)))
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
    return _product(m, [_array(m, ket, (p,)) for ket in kets])


def projected(
    p: int, n: int, m: int, stabilizers: Sequence[PhaseVector], kets: Sequence[Ket], signs: Sequence[int] | None = None
) -> tuple[Array, int]:
    """Pi|x> for a product vector, as (array of shape (phi(m), p^n), denominator).

    ValueError if the generators do not commute or a shape is wrong; dependent generators are allowed.
    """
    return _project(p, n, m, product_vector(p, n, m, kets), stabilizers, signs)


def inner(m: int, left: Array, right: Array) -> Element:
    """<left|right>, exactly, with the integer coordinates of the arrays (denominators are the caller's)."""
    return _contract(m, _linear(_conjugation(m), left), right)


def squared_norm(m: int, vector: Array) -> Element:
    """<vector|vector>, exactly, with the integer coordinates of the array (denominators are the caller's)."""
    return inner(m, vector, vector)


def expectation(
    p: int, n: int, m: int, stabilizers: Sequence[PhaseVector], kets: Sequence[Ket], signs: Sequence[int] | None = None
) -> Exact:
    """<x|Pi|x>/<x|x> in Q(zeta_m), for a product vector; ValueError if the vector is zero. Eq. (5.3) to (5.5)."""
    vector = product_vector(p, n, m, kets)
    image, denominator = _project(p, n, m, vector, stabilizers, signs)
    return _quotient(m, inner(m, vector, image), [denominator * c for c in squared_norm(m, vector)])


def sitewise(p: int, n: int, m: int, vector: Array, matrix: SiteMatrix) -> Array:
    """matrix^(x)n applied to a vector, one site after the other. `matrix` is p x p over Z[zeta_m]."""
    _checked(p, n, m, [])
    degree = len(_array(m, matrix, (p, p)))
    blocks = np.block([[_multiplication(m, entry) for entry in row] for row in matrix])
    for site in range(n):
        split = vector.reshape(degree, p**site, p, -1).transpose(2, 0, 1, 3)
        image = _linear(blocks, split.reshape(p * degree, -1)).reshape(split.shape)
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
        if np.array_equal(image, _linear(denominator**n * _multiplication(m, candidate), vector)):
            return candidate
    raise ValueError(f"no eigenvalue among {list(candidates)}")


def encoded_overlaps(m: int, vector: Array, references: Sequence[Array]) -> list[Exact]:
    """|<r|vector>|^2 / (<r|r><vector|vector>) for each reference r: 1 when proportional, 0 when orthogonal.

    ValueError if a vector is zero.
    """
    norm, overlaps = squared_norm(m, vector), []
    for reference in references:
        forth, back = inner(m, reference, vector), inner(m, vector, reference)
        bottom = _multiplication(m, squared_norm(m, reference)) @ np.array(norm, dtype=object)
        overlaps.append(_quotient(m, _multiplication(m, forth) @ np.array(back, dtype=object), bottom))
    return overlaps


def projector_matrix(
    p: int, n: int, m: int, stabilizers: Sequence[PhaseVector], signs: Sequence[int] | None = None
) -> tuple[Array, int]:
    """Pi as (array of shape (phi(m), p^n, p^n), denominator), for p^n at most LARGEST_MATRIX."""
    if p**n > LARGEST_MATRIX:
        raise ValueError(f"p^n = {p**n} is above {LARGEST_MATRIX}")
    identity = np.zeros((len(_powers(m)[0]), p**n, p**n), dtype=np.int64)
    identity[0] = np.eye(p**n, dtype=np.int64)
    return _project(p, n, m, identity, stabilizers, signs)


def distil_matrix(
    p: int,
    n: int,
    m: int,
    stabilizers: Sequence[PhaseVector],
    logical_x: PhaseVector,
    logical_z: PhaseVector,
    site_matrices: Sequence[SiteMatrix],
    denominators: Sequence[int],
    signs: Sequence[int] | None = None,
) -> dict[tuple[int, int], Exact]:
    """chi_out(a, b) = Tr(T(a logical_x + b logical_z) Pi rho), not normalised: chi_out(0, 0) is p_succ.

    rho is the tensor product of the n matrices `site_matrices[i]` / `denominators[i]`, and all matrices are explicit.
    ValueError if p^n is above LARGEST_MATRIX or the logicals are not a pair that commutes with the stabilizers.
    """
    if not len(site_matrices) == len(denominators) == n:
        raise ValueError(f"{len(site_matrices)} matrices and {len(denominators)} denominators for n = {n}")
    x_bar, z_bar = _checked(p, n, m, [logical_x, logical_z])
    if (_pairing(z_bar, x_bar) - 1) % p or any(_pairing(g, bar) % p for g in stabilizers for bar in (x_bar, z_bar)):
        raise ValueError(f"not a logical pair: x {logical_x}, z {logical_z}")
    projector, scale = projector_matrix(p, n, m, stabilizers, signs)
    rho = _product(m, [_array(m, matrix, (p, p)) for matrix in site_matrices])
    traces = {}
    for a, b in product(range(p), repeat=2):
        point = [[(a * s + b * t) % p for s, t in zip(*parts, strict=True)] for parts in zip(x_bar, z_bar, strict=True)]
        trace = _contract(m, displace(p, n, m, projector, point).transpose(0, 2, 1), rho)
        traces[a, b] = tuple(Fraction(c, scale * prod(denominators)) for c in trace)
    return traces


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
    if p < 3 or any(p % q == 0 for q in range(2, p)):
        raise ValueError(f"p = {p} is not an odd prime")
    if m < 1 or m % p:
        raise ValueError(f"m = {m} is not a multiple of p = {p}")
    if n < 1 or p**n > LARGEST_VECTOR:
        raise ValueError(f"n = {n}: p^n is not between p and {LARGEST_VECTOR}")
    for point in points:
        if len(point) != 2 or any(len(part) != n or not all(x in range(p) for x in part) for part in point):
            raise ValueError(f"not a vector of F_{p}^{2 * n} as (u, v): {point}")
    return list(points)


def _pairing(a: PhaseVector, b: PhaseVector) -> int:
    """[a, b] = v_a . u_b - u_a . v_b, an integer."""
    return sum(v * s - u * t for u, v, s, t in zip(*a, *b, strict=True))


@lru_cache
def _powers(m: int) -> tuple[tuple[int, ...], ...]:
    """The coordinates of z^0, .., z^(m-1); all of them have length phi(m)."""
    relation = [int(c) for c in fmpz_poly.cyclotomic(m).coeffs()]  # monic: z^phi = -(the lower part)
    powers = [[1] + [0] * (len(relation) - 2)]
    for _ in range(m - 1):
        *low, top = powers[-1]
        powers.append([x - top * y for x, y in zip([0, *low], relation[:-1], strict=True)])
    return tuple(map(tuple, powers))


def _multiplication(m: int, element: Element) -> Array:
    """The phi(m) x phi(m) integer matrix (dtype object) of multiplication by an element; column a is element * z^a."""
    powers = np.array(_powers(m), dtype=object)
    columns = [sum(c * powers[(a + b) % m] for b, c in enumerate(element)) for a in range(powers.shape[1])]
    return np.array(columns, dtype=object).T


def _conjugation(m: int) -> Array:
    return np.array([_powers(m)[-a % m] for a in range(len(_powers(m)[0]))], dtype=object).T


def _row_sum(matrix: Array) -> int:
    return int(np.abs(matrix).sum(axis=1).max())


def _room(array: Array, factor: int) -> Array:
    """The same array, in Python integers if a sum of entries, with weights of total size `factor`, may pass int64."""
    fits = array.dtype != object and max(1, int(np.abs(array).max(initial=0))) * factor < 2**63
    return array if fits else array.astype(object)


def _linear(matrix: Array, array: Array) -> Array:
    """A square integer matrix (dtype object) applied along the first axis."""
    array = _room(array, _row_sum(matrix))
    return (matrix.astype(array.dtype) @ array.reshape(len(matrix), -1)).reshape(array.shape)


def _array(m: int, entries: Ket | SiteMatrix, shape: tuple[int, ...]) -> Array:
    """A ket or a matrix over Z[zeta_m] as an array with the coordinates first."""
    array = np.array(entries, dtype=object)
    if array.shape != (*shape, len(_powers(m)[0])) or any(int(c) != c for c in array.flat):
        raise ValueError(f"not of shape {shape} over Z[zeta_{m}]: {entries}")
    array = np.moveaxis(array, -1, 0)
    return array if np.abs(array).max() >= 2**63 else array.astype(np.int64)


def _product(m: int, factors: Sequence[Array]) -> Array:
    """The tensor product of kets, or of matrices, over Z[zeta_m]."""
    powers, result = np.array(_powers(m), dtype=object), factors[0]
    for factor in factors[1:]:
        left = _room(result, len(factor) ** 2 * max(1, int(np.abs(factor).max())) * int(np.abs(powers).max()))
        right = factor.astype(left.dtype)
        result = np.stack([np.zeros_like(np.kron(left[0], right[0]))] * len(factor))
        for (a, x), (b, y) in product(enumerate(left), enumerate(right)):
            term = np.kron(x, y)
            for c in np.flatnonzero(powers[(a + b) % m]):
                result[c] += int(powers[(a + b) % m, c]) * term
    return result


def _contract(m: int, left: Array, right: Array) -> Element:
    """The sum over all entries of left[entry] * right[entry], in Z[zeta_m]."""
    first, second = left.reshape(len(left), -1), right.reshape(len(right), -1)
    first = _room(first, first.shape[1] * max(1, int(np.abs(second).max())))
    gram = first @ second.astype(first.dtype).T
    powers = np.array(_powers(m), dtype=object)
    total = sum(int(value) * powers[sum(index) % m] for index, value in np.ndenumerate(gram))
    return tuple(int(c) for c in total)


def _quotient(m: int, numerator: Element, denominator: Element) -> Exact:
    if not any(denominator):
        raise ValueError("division by the norm of the zero vector")
    matrix = fmpq_mat([[int(c) for c in row] for row in _multiplication(m, denominator)])
    solution = matrix.solve(fmpq_mat([[int(c)] for c in numerator]))
    return tuple(Fraction(int(c.numer()), int(c.denom())) for c in solution.entries())
