"""Weight enumerators by the support lattice: how many elements of a linear space are supported in each set of sites.

For a subspace V of F_p^2n and a set J of sites, the elements of V supported in J form a subspace V_J.  The sums
a_j = sum_{|J|=j} p^dim V_J determine the enumerator by binomial inversion, since an element of weight w is
counted in C(n-w, j-w) of them.  The work is at most 2^(n+1) small eliminations, whatever p is; a branch
ends as soon as V_J is 0.  The checker lists the group instead.
"""

from __future__ import annotations

from math import comb

from ..phase_space import PhaseVector
from .budget import Estimate


def estimate(p: int, n: int, generators: int) -> Estimate:
    """What `support_counts` will cost."""
    return Estimate("support lattice", 2**n * 100_000, 2**20)


def support_counts(p: int, n: int, generators: list[PhaseVector]) -> list[int]:
    """[a_0, ..., a_n] for the span of independent generators."""
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
