"""From numbers of elements supported in sets of sites to weight enumerators, and to those of the complement."""

from __future__ import annotations

from math import comb


def from_support_counts(totals: list[int]) -> list[int]:
    """The enumerator from a_0 ... a_n: a_j = sum_w A_w C(n-w, j-w), solved from w = 0 upwards.

    a_j is the sum over the sets of j sites of the number of elements supported in the set.
    """
    n = len(totals) - 1
    counts: list[int] = []
    for w in range(n + 1):
        counts.append(totals[w] - sum(count * comb(n - x, w - x) for x, count in enumerate(counts)))
    return counts


def macwilliams(p: int, counts: list[int]) -> list[int]:
    """The enumerator of the symplectic complement (MacWilliams 1963; Rains 1998 for symplectic weight).

    In support counts: dim of the complement supported in J is 2|J| - r + dim V_(not J), with r = dim V.
    """
    n = len(counts) - 1
    size = sum(counts)
    totals = [sum(count * comb(n - w, j - w) for w, count in enumerate(counts[: j + 1])) for j in range(n + 1)]
    dual = [p ** (2 * j) * totals[n - j] for j in range(n + 1)]
    if any(value % size for value in dual):
        raise ValueError(f"{counts} is not the enumerator of a subspace over F_{p}")
    return from_support_counts([value // size for value in dual])
