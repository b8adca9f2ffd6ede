"""Class enumerators with many classes: every element as a row of classes, sorted; equal rows are counted together.

For odd p only, where T(a) T(b) = T(a+b) for commuting a and b, so that the exponents of the generators add up.  It is
for families whose chi takes so many values that the labels of `direct` do not fit in 62 bits.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from ..phase_space import PhaseVector
from .budget import Estimate
from .sites import Classes

BLOCK = 1 << 15


def estimate(p: int, n: int, generators: int, starts: int) -> Estimate | None:
    """What `counts` will cost, or None for p = 2."""
    elements = p**generators
    return Estimate("sorting of class rows", 400 * starts * n * elements, 400 * elements + 2**24) if p > 2 else None


def counts(
    p: int,
    n: int,
    generators: Sequence[PhaseVector],
    signs: Sequence[int],
    representative: PhaseVector,
    classes: Classes,
) -> dict[tuple[int, ...], tuple[int, ...]]:
    """As `classes.class_enumerator`."""
    import numpy as np

    kinds = np.array([-1 if (j := classes[divmod(code, p)]) is None else j for code in range(p * p)])
    count = 1 + int(kinds.max())
    # rows of (u|v|exponent)
    start = np.array([[*representative.row(), 0]])
    steps = [np.array([*g.row(), sign]) for g, sign in zip(generators, signs, strict=True)]
    while steps and len(start) * p <= BLOCK:
        multiples = np.outer(np.arange(p), steps.pop())
        start = (start[:, None, :] + multiples[None, :, :]).reshape(-1, 2 * n + 1) % p
    found: dict[tuple[int, ...], list[int]] = {}
    for powers in product(range(p), repeat=len(steps)):
        moved = start
        for c, step in zip(powers, steps, strict=True):
            moved = (moved + c * step) % p
        sites = np.sort(kinds[moved[:, :n] * p + moved[:, n : 2 * n]], axis=1)
        kept = sites[:, 0] >= 0
        rows, numbers = np.unique(np.column_stack([sites, moved[:, -1]])[kept], axis=0, return_counts=True)
        for (*row, exponent), elements in zip(rows.tolist(), numbers.tolist(), strict=True):
            key = tuple(row.count(j) for j in range(count))
            found.setdefault(key, [0] * p)[exponent] += elements
    return {key: tuple(row) for key, row in sorted(found.items())}
