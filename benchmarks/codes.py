"""The codes that are measured, and two roads to facts about them that share nothing with the enumerators.

Quadratic-residue codes: MacWilliams and Sloane 1977, chapter 16.  Rotated surface code: Bombin and Martin-Delgado 2007.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations, product
from math import comb
from random import Random

from flint import nmod_mat, nmod_poly

from harness import ROOT
from stillproof.codes.code import read_code, twisted
from stillproof.codes.phase_space import PhaseVector, from_row

Rows = list[list[int]]
SEED = 2026  # of the generic codes


def golay11() -> list[PhaseVector]:
    """The flagship's stabilizers, [[11,1,5]]_3."""
    return list(read_code(ROOT / "fixtures" / "codes" / "golay11.json").stabilizers)


def even_residue_code(p: int, n: int) -> Rows:
    """Generators of the cyclic [n, (n-1)/2]_p code of (x - 1) f, f a factor of degree (n-1)/2 of x^n - 1.

    n is a prime, p a square modulo n, n = 3 modulo 4: then the code is self-orthogonal.
    """
    _, factors = nmod_poly([-1, *[0] * (n - 1), 1], p).factor()
    chosen = min(([int(c) for c in f.coeffs()] for f, _ in factors if f.degree() > 1))
    generator = [int(c) for c in (nmod_poly(chosen, p) * nmod_poly([-1, 1], p)).coeffs()]
    return [[0] * i + generator + [0] * (n - len(generator) - i) for i in range((n - 1) // 2)]


def css(p: int, x_rows: Rows, z_rows: Rows) -> list[PhaseVector]:
    """X^row and Z^row for the rows of two lists."""
    zero = [0] * len(x_rows[0])
    return [PhaseVector.of(p, u, zero) for u in x_rows] + [PhaseVector.of(p, zero, v) for v in z_rows]


def residue(p: int, n: int) -> list[PhaseVector]:
    """The CSS code of a residue code: [[23,1,7]]_2 for p = 2, [[23,1]]_3 for p = 3."""
    rows = even_residue_code(p, n)
    return css(p, rows, rows)


def rotated_surface(d: int) -> list[PhaseVector]:
    """[[d^2,1,d]]_2: faces of a d x d board in two colours, halves of faces on the border."""
    x_rows: Rows = []
    z_rows: Rows = []
    for r, c in product(range(-1, d), repeat=2):
        sites = [(i, j) for i in (r, r + 1) for j in (c, c + 1) if 0 <= i < d and 0 <= j < d]
        is_x = (r + c) % 2 == 0
        kept = len(sites) == 4 or (len(sites) == 2 and (r in (-1, d - 1)) == is_x)
        if kept:
            row = [int((i, j) in sites) for i, j in product(range(d), repeat=2)]
            (x_rows if is_x else z_rows).append(row)
    return css(2, x_rows, z_rows)


def generic(p: int, n: int, seed: int) -> list[PhaseVector]:
    """n - 1 random independent commuting vectors: an [[n,1]]_p code without structure, the same for the same seed."""
    random, chosen = Random(seed), list[PhaseVector]()
    while len(chosen) < n - 1:
        if chosen:
            kernel, nullity = twisted(p, n, chosen).nullspace()
            basis = [[int(kernel[i, j]) for i in range(2 * n)] for j in range(nullity)]
        else:
            basis = [[int(i == j) for i in range(2 * n)] for j in range(2 * n)]
        weights = [random.randrange(p) for _ in basis]
        row = [sum(w * x for w, x in zip(weights, column, strict=True)) % p for column in zip(*basis, strict=True)]
        if nmod_mat([*(g.row() for g in chosen), row], p).rank() > len(chosen):
            chosen.append(from_row(p, row))
    return chosen


def low_weights(p: int, n: int, generators: list[PhaseVector]) -> list[int]:
    """[B_0, B_1, B_2] of the normalizer, by listing the vectors of weight up to 2 and testing each."""
    pairs = [pair for pair in product(range(p), repeat=2) if any(pair)]
    sites = [Counter(tuple((v * g.u[i] - u * g.v[i]) % p for g in generators) for u, v in pairs) for i in range(n)]
    one = sum(site[(0,) * len(generators)] for site in sites)
    two = 0
    for left, right in combinations(sites, 2):
        two += sum(count * right[tuple(-x % p for x in syndrome)] for syndrome, count in left.items())
    return [1, one, two]


def plausible(p: int, n: int, counts: list[int], low: list[int], transform: list[int]) -> bool:
    """A enumerates p^(n-1) elements, its transform p^(n+1), contains A, and begins as the direct listing does."""
    if not len(counts) == len(transform) == n + 1:
        return False
    most = [comb(n, w) * (p * p - 1) ** w for w in range(n + 1)]
    contained = all(0 <= a <= b <= c for a, b, c in zip(counts, transform, most, strict=True))
    sizes = (sum(counts), sum(transform)) == (p ** (n - 1), p ** (n + 1))
    return contained and sizes and transform[: len(low)] == low
