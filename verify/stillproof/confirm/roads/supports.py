"""The decoded output as a double sum over the supports of codewords: <i_L|rho^(x)n|j_L> term by term.

A codeword is a sum of N basis states with phases, N = p^s for the rank s of the u-parts of the group that fixes |0_L>
(Dehaene and De Moor, Phys. Rev. A 68 (2003) 042318). A term conj(a_k) b_l prod_i rho[k_i, l_i] depends on how often
each distinct entry of rho occurs; terms with the same numbers are counted together. Nothing is as long as p^n, so that
this reaches long codes with few stabilizers of one kind. The labels are integers below 2^53, which double precision
adds exactly. T(u|v), signs and codewords are as in `hilbert_space` and `codewords`, written out again.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import product
from math import lcm
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from .integer_arrays import zeta_powers

PhaseVector = Sequence[Sequence[int]]
Array = npt.NDArray[Any]
Coefficients = tuple[tuple[Fraction, ...], ...]  # of 1, x, y: coordinates in 1, zeta_m, ...

BLOCK = 1 << 22  # terms held at once


class Word(NamedTuple):
    """A sum of r^exponents[j] |digits[j]>, r of order p, or 4 for p = 2."""

    digits: Array
    exponents: Array

    def moved(self, p: int, point: PhaseVector, phase: int = 0) -> Word:
        """w^phase T(point) applied."""
        u, v = np.array(point[0]), np.array(point[1])
        order, half = (4, 1) if p == 2 else (p, (p + 1) // 2)
        step = (self.digits @ v + phase) * (order // p) + half * int(u @ v)
        return Word((self.digits + u) % p, (self.exponents + step) % order)


class Tally(NamedTuple):
    """Numbers of terms: (i, j, exponent of r, occurrences of each entry) -> terms; and the norm of the codewords."""

    terms: dict[tuple[int, int, int, tuple[int, ...]], int]
    norm: int


def support_size(p: int, stabilizers: Sequence[PhaseVector], logical_z: Sequence[PhaseVector]) -> int:
    """N, the number of basis states in a codeword."""
    return int(p ** len(_echelon(p, [list(g[0]) for g in [*stabilizers, *logical_z]])))


def words(
    p: int,
    n: int,
    stabilizers: Sequence[PhaseVector],
    logical_x: Sequence[PhaseVector],
    logical_z: Sequence[PhaseVector],
    signs: Sequence[int],
) -> list[Word]:
    """|j_L> for all j in F_p^k, first qudit slowest.  ValueError if no basis state is in |0_L>."""
    fixing, phases = [*stabilizers, *logical_z], [*signs, *([0] * len(logical_z))]
    order = 4 if p == 2 else p
    origin = Word(np.zeros((1, n), dtype=np.int64), np.zeros(1, dtype=np.int64))
    # diagonal products fix the basis states k with v.k = c
    equations = []
    for combination in _relations(p, [list(g[0]) for g in fixing]):
        word = origin
        for times, g, phase in zip(combination, fixing, phases, strict=True):
            for _ in range(times):
                word = word.moved(p, g, phase)
        c, rest = divmod(int(-word.exponents[0]) % order, order // p)
        v = np.array(combination) @ np.array([g[1] for g in fixing]) % p
        if rest or word.digits.any():
            raise ValueError("the generators do not commute")
        equations.append([*v.tolist(), c])
    start = np.zeros((1, n), dtype=np.int64)
    for pivot, row in _echelon(p, equations):
        if pivot == n:
            raise ValueError("the signs of the generators contradict one another")
        start[0, pivot] = row[n]
    zero, used = Word(start, np.zeros(1, dtype=np.int64)), 0
    independent: list[list[int]] = []
    for g, phase in zip(fixing, phases, strict=True):
        if len(_echelon(p, [*independent, list(g[0])])) > used:
            independent, used = [*independent, list(g[0])], used + 1
            parts = [zero]
            for _ in range(p - 1):
                parts.append(parts[-1].moved(p, g, phase))
            zero = Word(*(np.concatenate(columns) for columns in zip(*parts, strict=True)))
    found = []
    for j in product(range(p), repeat=len(logical_x)):
        word = zero
        for operator, times in zip(logical_x, j, strict=True):
            for _ in range(times):
                word = word.moved(p, operator)
        found.append(word)
    return found


def entries(
    weights: Sequence[Sequence[Fraction]], matrices: Sequence[Any], denominators: Sequence[int]
) -> tuple[Array, list[Coefficients]]:
    """The distinct entries of rho = sum_j weights[j] matrices[j] / denominators[j], and a table of their numbers.

    `weights[j]` is (c0, c1, ..) for c0 + c1 x + ..; an entry that is 0 has the number -1.
    """
    p, values = len(matrices[0]), []
    table = np.full((p, p), -1)
    for a, b in product(range(p), repeat=2):
        rows = [
            [weight[t] / den * c for weight, matrix, den in zip(weights, matrices, denominators, strict=True)
             for c in [matrix[a][b][i]]]
            for t in range(len(weights[0])) for i in range(len(matrices[0][a][b]))
        ]  # fmt: skip
        totals = [sum(row, Fraction(0)) for row in rows]
        size = len(matrices[0][a][b])
        value = tuple(tuple(totals[i : i + size]) for i in range(0, len(totals), size))
        if any(totals):
            if value not in values:
                values.append(value)
            table[a, b] = values.index(value)
    return table, values


def fits(n: int, values: Sequence[Coefficients]) -> bool:
    """Whether labels of terms are below 2^53."""
    return bool(8 * (n + 1) ** (len(values) + 1) < 2**53)


def tally(p: int, n: int, codewords: Sequence[Word], table: Array, kinds: int) -> Tally:
    """All terms of all <i_L|rho^(x)n|j_L>, by what they are products of."""
    order, dropped = 4 if p == 2 else p, (n + 1) ** kinds
    strides = np.array([*((n + 1) ** kind for kind in range(kinds)), dropped], dtype=np.float64)[table]
    terms: dict[tuple[int, int, int, tuple[int, ...]], int] = {}
    for (i, left), (j, right) in product(enumerate(codewords), repeat=2):
        # columns (site, a): the stride of rho[a, l_site]
        columns = np.concatenate([strides[:, right.digits[:, site]] for site in range(n)])
        rows = max(1, BLOCK // len(right.digits))
        for begin in range(0, len(left.digits), rows):
            digits, exponents = left.digits[begin : begin + rows], left.exponents[begin : begin + rows]
            chosen = np.zeros((len(digits), n * p))
            chosen[np.arange(len(digits))[:, None], np.arange(n) * p + digits] = 1
            labels = chosen @ columns
            phases = (right.exponents[None, :] - exponents[:, None]) % order
            kept = labels < dropped
            keys, numbers = np.unique(labels[kept].astype(np.int64) * order + phases[kept], return_counts=True)
            for key, number in zip(keys.tolist(), numbers.tolist(), strict=True):
                label, phase = divmod(key, order)
                counts = tuple(label // (n + 1) ** kind % (n + 1) for kind in range(kinds))
                place = i, j, phase, counts
                terms[place] = terms.get(place, 0) + number
    return Tally(terms, len(codewords[0].digits))


def decoded(
    p: int, m: int, n: int, size: int, found: Tally, values: Sequence[Coefficients], point: Sequence[int]
) -> Array:
    """<i_L|rho^(x)n|j_L> at a point of the parameters: Fractions of shape (phi(m), size, size), as in `codewords`."""
    at = [
        [sum((c[i] * x for c, x in zip(value, [1, *point], strict=True)), Fraction(0)) for i in range(len(value[0]))]
        for value in values
    ]
    den = lcm(*(c.denominator for value in at for c in value))
    order, degree = 4 if p == 2 else p, len(zeta_powers(m)[0])
    powers = []
    for value in at:
        table = [[int(i == 0) for i in range(degree)]]
        for _ in range(n):
            table.append(_times(m, table[-1], [int(c * den) for c in value]))
        powers.append(table)
    products: dict[tuple[int, ...], list[int]] = {(): [int(i == 0) for i in range(degree)]}

    def value_of(counts: tuple[int, ...]) -> list[int]:
        if counts not in products:
            products[counts] = _times(m, value_of(counts[:-1]), powers[len(counts) - 1][counts[-1]])
        return products[counts]

    totals: dict[tuple[int, int], list[int]] = {}
    for (i, j, phase, counts), number in found.terms.items():
        term = _times(m, value_of(counts), zeta_powers(m)[phase * (m // order)])
        total = totals.setdefault((i, j), [0] * degree)
        for k, c in enumerate(term):
            total[k] += c * number
    output: Array = np.full((degree, size, size), Fraction(0), dtype=object)
    for (i, j), total in totals.items():
        output[:, i, j] = [Fraction(c, found.norm * den**n) for c in total]
    return output


def _times(m: int, a: Sequence[int], b: Sequence[int]) -> list[int]:
    """The product in Z[zeta_m]."""
    powers, total = zeta_powers(m), [0] * len(a)
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            if x and y:
                for k, c in enumerate(powers[(i + j) % m]):
                    if c:
                        total[k] += c * x * y
    return total


def _echelon(p: int, rows: Sequence[Sequence[int]]) -> list[tuple[int, list[int]]]:
    """(pivot, row) of the reduced echelon form over F_p, without zero rows."""
    found: list[tuple[int, list[int]]] = []
    for given in rows:
        row = [x % p for x in given]
        for pivot, other in found:
            row = [(x - row[pivot] * y) % p for x, y in zip(row, other, strict=True)]
        place = next((i for i, x in enumerate(row) if x), None)
        if place is not None:
            row = [x * pow(row[place], -1, p) % p for x in row]
            found = [(pivot, [(x - other[place] * y) % p for x, y in zip(other, row, strict=True)])
                     for pivot, other in found]  # fmt: skip
            found.append((place, row))
    return found


def _relations(p: int, rows: Sequence[Sequence[int]]) -> list[list[int]]:
    """A basis of the c with sum_i c_i rows_i = 0 over F_p."""
    width = len(rows[0])
    extended = [[*row, *(int(i == j) for j in range(len(rows)))] for i, row in enumerate(rows)]
    return [row[width:] for pivot, row in _echelon(p, extended) if pivot >= width]
