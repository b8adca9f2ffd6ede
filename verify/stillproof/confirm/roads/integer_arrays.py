"""Arrays of elements of Z[zeta_m]: the coordinates of 1, z, .., z^(phi(m)-1) on the first axis.

No overflow: before every sum of integer products, `room` bounds it by (largest entry) x (largest absolute row sum).
Entries stay int64 while the bound is below 2^63 and become Python integers (dtype object) when it is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import product
from typing import Any

import numpy as np
import numpy.typing as npt
from flint import fmpq_mat, fmpz_poly

Array = npt.NDArray[Any]  # int64, or object holding Python integers
Element = Sequence[int]  # integer coordinates of 1, z, .., z^(phi(m)-1)
Exact = tuple[Fraction, ...]  # the same with rational coordinates
Ket = Sequence[Element]  # p entries, not normalised
SiteMatrix = Sequence[Sequence[Element]]  # p x p


@lru_cache
def zeta_powers(m: int) -> tuple[tuple[int, ...], ...]:
    """The coordinates of z^0, .., z^(m-1); all of them have length phi(m)."""
    relation = [int(c) for c in fmpz_poly.cyclotomic(m).coeffs()]  # monic: z^phi = -(the lower part)
    powers = [[1] + [0] * (len(relation) - 2)]
    for _ in range(m - 1):
        *low, top = powers[-1]
        powers.append([x - top * y for x, y in zip([0, *low], relation[:-1], strict=True)])
    return tuple(map(tuple, powers))


def multiplication(m: int, element: Element) -> Array:
    """The phi(m) x phi(m) integer matrix (dtype object) of multiplication by an element; column a is element * z^a."""
    powers = np.array(zeta_powers(m), dtype=object)
    columns = [sum(c * powers[(a + b) % m] for b, c in enumerate(element)) for a in range(powers.shape[1])]
    return np.array(columns, dtype=object).T


def conjugation(m: int) -> Array:
    """The phi(m) x phi(m) integer matrix of complex conjugation."""
    return np.array([zeta_powers(m)[-a % m] for a in range(len(zeta_powers(m)[0]))], dtype=object).T


def row_sum(matrix: Array) -> int:
    """The largest sum of absolute values on a row."""
    return int(np.abs(matrix).sum(axis=1).max())


def room(array: Array, factor: int) -> Array:
    """The same array, in Python integers if a sum of entries, with weights of total size `factor`, may pass int64."""
    fits = array.dtype != object and max(1, int(np.abs(array).max(initial=0))) * factor < 2**63
    return array if fits else array.astype(object)


def linear(matrix: Array, array: Array) -> Array:
    """A square integer matrix (dtype object) applied along the first axis."""
    array = room(array, row_sum(matrix))
    return (matrix.astype(array.dtype) @ array.reshape(len(matrix), -1)).reshape(array.shape)


def as_array(m: int, entries: Ket | SiteMatrix, shape: tuple[int, ...]) -> Array:
    """A ket or a matrix over Z[zeta_m] as an array with the coordinates first."""
    array = np.array(entries, dtype=object)
    if array.shape != (*shape, len(zeta_powers(m)[0])) or any(int(c) != c for c in array.flat):
        raise ValueError(f"not of shape {shape} over Z[zeta_{m}]: {entries}")
    array = np.moveaxis(array, -1, 0)
    return array if np.abs(array).max() >= 2**63 else array.astype(np.int64)


def tensor_product(m: int, factors: Sequence[Array]) -> Array:
    """The tensor product of kets, or of matrices, over Z[zeta_m]."""
    powers, result = np.array(zeta_powers(m), dtype=object), factors[0]
    for factor in factors[1:]:
        left = room(result, len(factor) ** 2 * max(1, int(np.abs(factor).max())) * int(np.abs(powers).max()))
        right = factor.astype(left.dtype)
        result = np.stack([np.zeros_like(np.kron(left[0], right[0]))] * len(factor))
        for (a, x), (b, y) in product(enumerate(left), enumerate(right)):
            term = np.kron(x, y)
            for c in np.flatnonzero(powers[(a + b) % m]):
                result[c] += int(powers[(a + b) % m, c]) * term
    return result


def contract(m: int, left: Array, right: Array) -> Element:
    """The sum over all entries of left[entry] * right[entry], in Z[zeta_m]."""
    first, second = left.reshape(len(left), -1), right.reshape(len(right), -1)
    first = room(first, first.shape[1] * max(1, int(np.abs(second).max())))
    gram = first @ second.astype(first.dtype).T
    powers = np.array(zeta_powers(m), dtype=object)
    total = sum(int(value) * powers[sum(index) % m] for index, value in np.ndenumerate(gram))
    return tuple(int(c) for c in total)


def quotient(m: int, numerator: Element, denominator: Element) -> Exact:
    """numerator / denominator in Q(zeta_m); ValueError for a zero denominator."""
    if not any(denominator):
        raise ValueError("division by the norm of the zero vector")
    matrix = fmpq_mat([[int(c) for c in row] for row in multiplication(m, denominator)])
    solution = matrix.solve(fmpq_mat([[int(c)] for c in numerator]))
    return tuple(Fraction(int(c.numer()), int(c.denom())) for c in solution.entries())
