"""Maximal self-orthogonal ternary codes of one length, up to signed permutations of the coordinates.

Two maximal codes are neighbours when they meet in a hyperplane of each.  From a direct sum of tetracodes the walk goes
to neighbours with weight enumerators not seen before, and ends when the classes found fill the mass formula (Mallows,
Pless and Sloane 1976; docs/lemmas: `isotropic-count`, `classification-mass`); so it need not prove codes equivalent.
A code is its generator matrix in reduced echelon form, entries 0, 1, 2.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product
from math import factorial, prod
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from flint import nmod_mat

from ..errors import Declined, OverBudget
from .monomial import SignedPermutation, stabilizer_chain

MAX_LENGTH = 13  # of the classification: weight enumerators tell all classes apart up to here
Generator = tuple[tuple[int, ...], ...]
Words = npt.NDArray[np.int64]


class Listed(NamedTuple):
    """One class: a code, the order of its group in the signed permutations, and generators (deepest level first)."""

    generator: Generator
    order: int
    generators: list[SignedPermutation]


def maximal(n: int) -> tuple[int, int]:
    """The dimension of the maximal self-orthogonal codes of length n, and the number of these codes."""
    half = n // 2
    if n % 2:
        return half, prod(3**i + 1 for i in range(1, half + 1))
    if n % 4 == 0:
        return half, prod(3**i + 1 for i in range(half))
    return half - 1, prod(3**i + 1 for i in range(2, half + 1))


def reduced(rows: Sequence[Sequence[int]]) -> Generator:
    """The reduced echelon form of the span."""
    if not rows:
        return ()
    matrix, rank = nmod_mat([list(map(int, row)) for row in rows], 3).rref()
    return tuple(tuple(int(matrix[i, j]) for j in range(len(rows[0]))) for i in range(rank))


def pivots(code: Generator) -> list[int]:
    """The column of the first nonzero entry of every row of an echelon form."""
    return [next(j for j, x in enumerate(row) if x) for row in code]


def dual(code: Generator, n: int) -> list[list[int]]:
    """A basis of the words of length n that are orthogonal to the code."""
    leading = pivots(code)
    basis = []
    for free in sorted(set(range(n)) - set(leading)):
        word = [int(j == free) for j in range(n)]
        for row, j in zip(code, leading, strict=True):
            word[j] = -row[free] % 3
        basis.append(word)
    return basis


def combinations(k: int) -> Words:
    """All vectors of F_3^k: shape (3^k, k)."""
    return np.array(list(product(range(3), repeat=k)), dtype=np.int64).reshape(3**k, k)


def weights(words: Words, n: int) -> Words:
    """How many of the words have weight 0..n."""
    return np.bincount((words % 3 != 0).sum(axis=1), minlength=n + 1)


def tetracodes(n: int) -> Generator:
    """A maximal code of length n: tetracodes side by side, then the code of 111 or zeros."""
    rows = [
        [0] * 4 * i + block + [0] * (n - 4 - 4 * i) for i in range(n // 4) for block in ([1, 1, 1, 0], [0, 1, 2, 1])
    ]
    return reduced([*rows, [0] * (n - 3) + [1] * 3] if n % 4 == 3 else rows)


def neighbours(code: Generator, n: int) -> Iterator[tuple[tuple[int, ...], list[list[int]]]]:
    """Every neighbour: its weight enumerator, and rows that span it.

    A hyperplane H of the code is {c g : a.c = 0}.  With u g_i = a_i and r in C, r not in H, the isotropic lines of
    H^perp/H off C are spanned by u + d + t r, d in C^perp mod C, for the one t that makes the norm 0.
    """
    k = len(code)
    if k == 0:
        return
    rows = np.array(code, dtype=np.int64)
    coefficients = combinations(k)
    words = coefficients @ rows % 3
    glue: list[list[int]] = []
    for word in dual(code, n):
        if len(reduced([*code, *glue, word])) > k + len(glue):
            glue.append(word)
    offsets = combinations(len(glue)) @ np.array(glue, dtype=np.int64).reshape(len(glue), n)
    leading = pivots(code)
    for a in coefficients:
        first = int(np.argmax(a != 0))
        if a[first] != 1:
            continue
        inside = words[coefficients @ a % 3 == 0]
        u = np.zeros(n, dtype=np.int64)
        u[leading] = a
        basis = [(rows[i] - a[i] * rows[first]) % 3 for i in range(k) if i != first]
        for offset in offsets:
            new = u + offset
            new = (new + (new @ new) * rows[first]) % 3
            counts = weights(inside, n) + 2 * weights(inside + new, n)
            yield tuple(map(int, counts)), [*(row.tolist() for row in basis), new.tolist()]


def representative(rows: Sequence[Sequence[int]], n: int) -> Generator:
    """An equivalent code in a tidy form: pivots first, then columns that start with 1 in order, zero columns last."""
    code = reduced(rows)
    leading = pivots(code)
    columns = []
    for j in sorted(set(range(n)) - set(leading)):
        column = [row[j] for row in code]
        sign = next((x for x in column if x), 1)
        columns.append([sign * x % 3 for x in column])
    columns.sort(key=lambda column: (not any(column), column))
    return tuple(
        tuple([int(i == j) for j in range(len(code))] + [column[i] for column in columns]) for i in range(len(code))
    )


def classification(n: int) -> list[Listed]:
    """All classes for length n, those with many words of low weight first.

    Raises OverBudget above `MAX_LENGTH`, and Declined if the walk ends below the mass.
    """
    if n > MAX_LENGTH:
        raise OverBudget(f"length {n}: the budget is {MAX_LENGTH}")
    _, count = maximal(n)
    start = tetracodes(n)
    first = tuple(map(int, weights(combinations(len(start)) @ np.array(start, dtype=np.int64).reshape(-1, n), n)))
    found: dict[tuple[int, ...], Listed] = {}
    waiting: list[tuple[tuple[int, ...], Sequence[Sequence[int]]]] = [(first, start)]
    mass = Fraction(0)
    for key, rows in waiting:
        code = representative(rows, n)
        order, generators = stabilizer_chain(combinations(len(code)) @ np.array(code).reshape(-1, n) % 3)
        found[key] = Listed(code, order, generators)
        mass += Fraction(2**n * factorial(n), order)
        if mass == count:
            return [found[key] for key in sorted(found, reverse=True)]
        known = {key for key, _ in waiting}
        for other, other_rows in neighbours(code, n):
            if other not in known:
                known.add(other)
                waiting.append((other, other_rows))
    raise Declined(f"length {n}: classes of {mass} codes found, there are {count}: two classes share an enumerator")
