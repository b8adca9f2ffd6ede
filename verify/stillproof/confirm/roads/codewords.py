"""The decoded output by explicit codewords: rho_out = J* rho^(x)n J with J|j> = |j_L>; the road of `hilbert_space`.

|0_L> is the +1 eigenvector of the stabilizers and of the logical Z operators, and |j_L> = prod_i T(logical_x[i])^j_i
|0_L>.  A codeword has p^n entries, so this goes further than density matrices.  What is done to rho_out afterwards, a
Clifford unitary and the average over a group of them, is done here with explicit p x p matrices too.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import product
from math import lcm

import numpy as np

from .hilbert_space import PhaseVector, check_logicals, displace, eigenproject, inner, projected, sitewise, squared_norm
from .integer_arrays import Array, SiteMatrix, conjugation, zeta_powers

Operator = Array  # Fractions, of shape (phi(m), d, d): coordinates first

LARGEST_ORBIT = 1 << 12


def codewords(
    p: int,
    n: int,
    m: int,
    stabilizers: Sequence[PhaseVector],
    logical_x: Sequence[PhaseVector],
    logical_z: Sequence[PhaseVector],
    signs: Sequence[int] | None = None,
) -> list[Array]:
    """|j_L> for all j in F_p^k, first qudit slowest; arrays of shape (phi(m), p^n), all of one norm.

    ValueError if the vectors are no code with logical pairs.
    """
    check_logicals(p, n, m, stabilizers, logical_x, logical_z)
    if len(stabilizers) + len(logical_x) != n:
        raise ValueError(f"{len(stabilizers)} stabilizers and {len(logical_x)} encoded qudits for n = {n}")
    phases = [*([0] * len(stabilizers) if signs is None else signs), *([0] * len(logical_z))]
    fixing = [*stabilizers, *logical_z]
    # a vector in general position shows where the codeword is not 0; from one such entry the codeword is small
    vector = np.zeros((len(zeta_powers(m)[0]), p**n), dtype=np.int64)
    vector[0] = np.random.default_rng(1).integers(1, 1000, p**n)
    for generator, phase in zip(fixing, phases, strict=True):
        vector = eigenproject(p, n, m, vector, generator, phase)
    if not vector.any():
        raise ValueError("the codeword |0> is orthogonal to the vector it is looked for with")
    place = int(np.flatnonzero(np.any(vector != 0, axis=0))[0])
    digits = [place // p ** (n - 1 - i) % p for i in range(n)]
    start = [[[int(j == digit), *[0] * (len(vector) - 1)] for j in range(p)] for digit in digits]
    zero, _ = projected(p, n, m, fixing, start, phases)
    zero = zero // np.gcd.reduce(np.abs(zero).ravel())
    words = []
    for j in product(range(p), repeat=len(logical_x)):
        word = zero
        for operator, times in zip(logical_x, j, strict=True):
            for _ in range(times):
                word = displace(p, n, m, word, operator)
        words.append(word)
    return words


def decoded(p: int, n: int, m: int, words: Sequence[Array], matrix: SiteMatrix, denominator: int) -> Operator:
    """<i_L|rho^(x)n|j_L> for rho = matrix / denominator: the output, not normalised; its trace is p_succ."""
    first, *rest = squared_norm(m, words[0])
    if any(rest):
        raise ValueError(f"a codeword of norm {[first, *rest]}")
    size = len(words)
    found = np.full((len(words[0]), size, size), Fraction(0), dtype=object)
    for j, word in enumerate(words):
        image = sitewise(p, n, m, word, matrix)
        for i, other in enumerate(words):
            found[:, i, j] = [Fraction(c, first * denominator**n) for c in inner(m, other, image)]
    return found


def mixture(coefficients: Sequence[Fraction], matrices: Sequence[SiteMatrix], denominators: Sequence[int]) -> Operator:
    """sum_j coefficients[j] matrices[j] / denominators[j]."""
    terms = [
        np.moveaxis(np.array(matrix, dtype=object), -1, 0) * (c / denominator)
        for c, matrix, denominator in zip(coefficients, matrices, denominators, strict=True)
    ]
    total: Operator = sum(terms[1:], terms[0])
    return total


def integral(operator: Operator) -> tuple[SiteMatrix, int]:
    """The same as (matrix over Z[zeta_m], denominator)."""
    denominator = lcm(*(c.denominator for c in operator.flat))
    rows = np.moveaxis(operator, 0, -1).tolist()
    return [[[int(c * denominator) for c in entry] for entry in row] for row in rows], denominator


def lifted(m: int, operator: Operator, larger: int) -> Operator:
    """The same matrix over Q(zeta_larger), m dividing larger."""
    if larger % m:
        raise ValueError(f"m = {m} does not divide {larger}")
    return _spread(larger, {i * (larger // m): part for i, part in enumerate(operator)})


def matrix_product(m: int, left: Operator, right: Operator) -> Operator:
    """left right."""
    parts: dict[int, Array] = {}
    for (i, a), (j, b) in product(enumerate(left), enumerate(right)):
        if a.any() and b.any():
            parts[(i + j) % m] = parts.get((i + j) % m, 0) + a @ b
    if not parts:
        parts = {0: left[0] @ right[0]}
    return _spread(m, parts)


def adjoint(m: int, operator: Operator) -> Operator:
    """The conjugate transpose."""
    conjugate = conjugation(m)
    turned: Operator = np.tensordot(conjugate, operator, axes=1).transpose(0, 2, 1)
    return turned


def conjugated(m: int, unitary: Operator, operator: Operator) -> Operator:
    """V X V*.  ValueError if V is not unitary."""
    other = adjoint(m, unitary)
    size = unitary.shape[1]
    if (matrix_product(m, unitary, other) != _spread(m, {0: np.eye(size, dtype=int) * Fraction(1)})).any():
        raise ValueError("not a unitary matrix")
    return matrix_product(m, matrix_product(m, unitary, operator), other)


def twirled(m: int, unitaries: Sequence[Operator], operator: Operator) -> Operator:
    """The average of V X V* over the group that some unitaries generate, which is that over the orbit of X.

    ValueError where the orbit has more than LARGEST_ORBIT elements.
    """
    orbit = {_key(operator): operator}
    queue = [operator]
    for known in queue:
        for unitary in unitaries:
            image = conjugated(m, unitary, known)
            if _key(image) not in orbit:
                if len(orbit) == LARGEST_ORBIT:
                    raise ValueError(f"more than {LARGEST_ORBIT} matrices")
                orbit[_key(image)] = image
                queue.append(image)
    total: Operator = sum(queue[1:], queue[0])
    mean: Operator = total * Fraction(1, len(queue))
    return mean


def trace(operator: Operator) -> list[Fraction]:
    """The trace, as coordinates."""
    return [sum((part[i, i] for i in range(len(part))), Fraction(0)) for part in operator]


def traced_out(p: int, k: int, kept: int, operator: Operator) -> Operator:
    """The reduced operator of one of k qudits, the first one number 0."""
    split = operator.reshape(len(operator), p**kept, p, p ** (k - 1 - kept), p**kept, p, p ** (k - 1 - kept))
    found = np.full((len(operator), p, p), Fraction(0), dtype=object)
    for a, b in product(range(p**kept), range(p ** (k - 1 - kept))):
        found = found + split[:, a, :, b, a, :, b]
    return found


def rank_one(m: int, amplitudes: Sequence[Sequence[Fraction]]) -> Operator:
    """|t><t| for amplitudes in Q(zeta_m), not normalised."""
    column = np.array(amplitudes, dtype=object).T[:, :, None]
    return matrix_product(m, column, adjoint(m, column))


def _spread(m: int, parts: dict[int, Array]) -> Operator:
    """sum_e parts[e] zeta_m^e in coordinates."""
    shape = next(iter(parts.values())).shape
    found = np.full((len(zeta_powers(m)[0]), *shape), Fraction(0), dtype=object)
    for exponent, part in parts.items():
        for i, c in enumerate(zeta_powers(m)[exponent % m]):
            if c:
                found[i] = found[i] + part * c
    return found


def _key(operator: Operator) -> tuple[Fraction, ...]:
    return tuple(operator.ravel().tolist())
