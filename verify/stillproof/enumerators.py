"""Weight enumerators by the support lattice: how many elements of a linear space are supported in each set of sites.

For a subspace V of F_p^2n and a set J of sites, the elements of V supported in J form a subspace V_J.  The sums
a_j = sum_{|J|=j} p^dim V_J determine the enumerator by binomial inversion, since an element of weight w is
counted in C(n-w, j-w) of them.  The work is at most 2^(n+1) small eliminations, whatever p is; a branch
ends as soon as V_J is 0.  The checker lists the group instead.
"""

from __future__ import annotations

from math import comb

from .errors import OverBudget
from .phase_space import PhaseVector

MAX_SITES = 20


def support_counts(p: int, n: int, generators: list[PhaseVector]) -> list[int]:
    """[a_0, ..., a_n] for the span of independent generators."""
    if n > MAX_SITES:
        raise OverBudget(f"the support lattice of n = {n} sites has 2^{n} sets; the budget is 2^{MAX_SITES}")
    totals = [0] * (n + 1)

    def visit(site: int, allowed: int, rows: list[list[int]]) -> None:
        if not rows or site == n:
            for more in range(n - site + 1):
                totals[allowed + more] += comb(n - site, more) * p ** len(rows)
            return
        visit(site + 1, allowed + 1, rows)
        visit(site + 1, allowed, vanishing(p, vanishing(p, rows, site), n + site))

    visit(0, 0, [g.row() for g in generators])
    return totals


def vanishing(p: int, rows: list[list[int]], column: int) -> list[list[int]]:
    """A basis of the vectors in the span of independent rows with a zero in this column."""
    pivot = next((row for row in rows if row[column]), None)
    if pivot is None:
        return rows
    inverse = pow(pivot[column], -1, p)
    rest = []
    for row in rows:
        if row is not pivot:
            factor = row[column] * inverse % p
            rest.append([(x - factor * y) % p for x, y in zip(row, pivot, strict=True)] if factor else row)
    return rest


def from_support_counts(totals: list[int]) -> list[int]:
    """The enumerator from a_0 ... a_n: a_j = sum_w A_w C(n-w, j-w), solved from w = 0 upwards."""
    n = len(totals) - 1
    counts: list[int] = []
    for w in range(n + 1):
        counts.append(totals[w] - sum(count * comb(n - x, w - x) for x, count in enumerate(counts)))
    return counts


def weight_enumerator(p: int, n: int, generators: list[PhaseVector]) -> list[int]:
    """[A_0, ..., A_n] of the span of independent generators."""
    return from_support_counts(support_counts(p, n, generators))


def coset_enumerator(
    p: int, n: int, stabilizers: list[PhaseVector], inside: list[int], coset: PhaseVector
) -> list[int]:
    """The enumerator of coset + S, for a coset outside S, with `inside` that of S.

    The multiples c coset + S, c != 0, all have the same one, and with S they are the span of both.
    """
    both = weight_enumerator(p, n, [*stabilizers, coset])
    return [(x - y) // (p - 1) for x, y in zip(both, inside, strict=True)]


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
