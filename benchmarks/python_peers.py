"""What one writes without a tool: listing in plain Python, and the paper's phase-space sum in SymPy."""

from __future__ import annotations

from itertools import product
from typing import Any

from stillproof.codes.phase_space import PhaseVector


def plain_enumeration(p: int, generators: list[PhaseVector]) -> list[int]:
    """[A_0, ..., A_n]: every combination of the generators, formed from scratch and weighed."""
    rows = [g.row() for g in generators]
    n = len(rows[0]) // 2
    counts = [0] * (n + 1)
    for coefficients in product(range(p), repeat=len(rows)):
        element = [sum(c * row[i] for c, row in zip(coefficients, rows)) % p for i in range(2 * n)]
        counts[sum(1 for i in range(n) if element[i] or element[i + n])] += 1
    return counts


def wigner_at_origin(p: int, generators: list[PhaseVector]) -> list[Any]:
    """The unnormalised output Wigner function of the strange state at the origin, one of p^2 points, in SymPy.

    Prakash 2020, eq. (2.12): the sum over the p^(n-1) points of the group of the product of the one-site values of
    eq. (5.6), W(0) = -1/3 + 4 delta/9 and 1/6 - delta/18 elsewhere, as elements of SymPy's ring QQ[delta], which is
    faster than its expressions.  Returns the coefficients, low degree first.
    """
    from sympy import QQ, ring  # type: ignore[import-untyped]

    polynomials, delta = ring("delta", QQ)
    origin, elsewhere = QQ(-1, 3) + QQ(4, 9) * delta, QQ(1, 6) - QQ(1, 18) * delta
    points = [tuple([0] * len(generators[0].row()))]
    for row in (g.row() for g in generators):
        points = [tuple((x + k * y) % p for x, y in zip(point, row)) for point in points for k in range(p)]
    n = len(points[0]) // 2
    total = polynomials(0)
    for point in points:
        term = polynomials(1)
        for i in range(n):
            term *= elsewhere if point[i] or point[i + n] else origin
        total += term
    return [total.coeff(delta**k) if k else total.coeff(1) for k in range(n + 1)]
