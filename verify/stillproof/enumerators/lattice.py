"""Weight enumerators by the support lattice: how many elements of a linear space are supported in each set of sites.

For a subspace V of F_p^2n and a set J of sites, the elements of V supported in J form a subspace V_J.  The sums
a_j = sum_{|J|=j} p^dim V_J determine the enumerator by binomial inversion, since an element of weight w is
counted in C(n-w, j-w) of them.  The work is 2^n small eliminations, whatever p is.

Sites are taken up one after the other: a set takes the site in, or leaves it out and keeps only the vectors that vanish
there.  Of V only the columns of the sites to come matter, in echelon form by last non-zero column: row t ends at column
t.  Taking a site in drops its two columns, and with them at most the two rows that end there.  Leaving it out
eliminates each of its columns with the shortest row that is non-zero there, which leaves the other ends as they are.
So the echelon form is never rebuilt.  A branch ends where no rows are left, or as many as columns: then the rest of its
sum is binomial.  Sets are treated in blocks, depth first, one array column for each.
"""

from __future__ import annotations

from collections import Counter
from math import comb
from typing import TYPE_CHECKING, Any, NamedTuple

from ..codes.phase_space import PhaseVector
from .budget import Estimate
from .linear import by_last_column, by_site

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[Any]

BLOCK = 2**14
LARGEST_P = 251  # x + (p - 1)^2 fits in 16 bits
MOST_SITES = 127  # dimensions up to 2n fit in 8 bits


class Sets(NamedTuple):
    """A block of sets: rows[t] of shape (t + 1, sets), the number of sites taken in, and dim V_J with the rest in."""

    rows: list[Array]
    inside: Array
    dimension: Array


class Ended(NamedTuple):
    """Sets whose sum is known: `left` sites to come, and rows for none or for all of their columns."""

    left: int
    everything: bool
    inside: int
    dimension: int


def estimate(p: int, n: int, generators: int) -> Estimate | None:
    """What `support_counts` will cost, or None where it cannot be used."""
    if p > LARGEST_P or n > MOST_SITES:
        return None
    wide = 1 if p < 14 else 2
    work = sum(2 ** (n - left) * wide * (10 + 6 * left * left) for left in range(1, n + 1)) + 30_000 * n * n
    columns = sum(min(2 ** (n - left), BLOCK) * wide * (4 * left * left + 40) for left in range(1, n + 1))
    return Estimate("support lattice", work, columns + 2**20)


def support_counts(p: int, n: int, generators: list[PhaseVector]) -> list[int]:
    """[a_0, ..., a_n] for the span of independent generators."""
    ended = ended_sets(p, n, generators)
    totals = [0] * (n + 1)
    for (left, everything, inside, dimension), count in ended.items():
        for more in range(left + 1):
            lost = 2 * (left - more) if everything else 0
            totals[inside + more] += count * comb(left, more) * p ** (dimension - lost)
    return totals


def ended_sets(p: int, n: int, generators: list[PhaseVector]) -> Counter[Ended]:
    """How many branches end in the same way."""
    import numpy as np

    kind = np.uint8 if p < 14 else np.uint16
    start = [np.zeros((t + 1, 1), dtype=kind) for t in range(2 * n)]
    for end, row in by_last_column(p, [by_site(g) for g in generators]).items():
        start[end][:, 0] = row[: end + 1]
    inverses = np.array([0, *(pow(-x, -1, p) for x in range(1, p))], dtype=kind)
    ended: Counter[Ended] = Counter()
    stack = [(n, Sets(start, np.zeros(1, dtype=np.uint8), np.full(1, len(generators), dtype=np.uint8)))]
    while stack:
        left, sets = stack.pop()
        sets = unfinished(left, sets, ended)
        size = len(sets.inside)
        if left == 1:
            # One row for two columns: leaving the last site out costs one dimension.
            record(0, False, sets.inside + 1, sets.dimension, ended)
            record(0, False, sets.inside, sets.dimension - 1, ended)
        elif size > BLOCK:
            halves = (slice(size // 2), slice(size // 2, size))
            stack += [(left - 1, branched(p, inverses, part(sets, half))) for half in halves]
        elif size:
            stack.append((left - 1, branched(p, inverses, sets)))
    return ended


def part(sets: Sets, which: Any) -> Sets:
    """Some of the sets."""
    return Sets([row[:, which] for row in sets.rows], sets.inside[which], sets.dimension[which])


def unfinished(left: int, sets: Sets, ended: Counter[Ended]) -> Sets:
    """The sets that have some rows, but not one for every column; the others are recorded."""
    import numpy as np

    ranks = np.zeros(len(sets.inside), dtype=np.uint8)
    for row in sets.rows:
        ranks += row[-1] != 0
    going = np.ones(len(ranks), dtype=bool)
    for rank, everything in ((0, False), (2 * left, True)):
        here = ranks == rank
        record(left, everything, sets.inside[here], sets.dimension[here], ended)
        going &= ~here
    if going.all():
        return sets
    which = np.nonzero(going)[0]
    return Sets([row.take(which, axis=1) for row in sets.rows], sets.inside[which], sets.dimension[which])


def record(left: int, everything: bool, inside: Array, dimension: Array, ended: Counter[Ended]) -> None:
    """Count the sets by their numbers of sites and dimensions."""
    import numpy as np

    keys = inside.astype(np.intp) << 8 | dimension
    for key, count in enumerate(np.bincount(keys).tolist()) if len(keys) else ():
        if count:
            ended[Ended(left, everything, key >> 8, key & 0xFF)] += count


def branched(p: int, inverses: Array, sets: Sets) -> Sets:
    """Every set twice: with the next site, and without it."""
    import numpy as np

    without, lost = eliminated(p, inverses, sets.rows)
    rows = [np.concatenate([x[2:], y[2:]], axis=1) for x, y in zip(sets.rows[2:], without[2:], strict=True)]
    return Sets(
        rows,
        np.concatenate([sets.inside + 1, sets.inside]),
        np.concatenate([sets.dimension, sets.dimension - lost]),
    )


def eliminated(p: int, inverses: Array, rows: list[Array]) -> tuple[list[Array], Array]:
    """The rows of the vectors that vanish in the first two columns, and by how much the dimension drops."""
    import numpy as np

    rows = [row.copy() for row in rows]
    kind, size = rows[0].dtype, rows[0].shape[1]
    modulus = kind.type(p)
    lost = np.zeros(size, dtype=np.uint8)
    spare = np.empty((len(rows), size), dtype=kind)
    for column in (0, 1):
        pivot = np.zeros((len(rows), size), dtype=kind)
        scale = np.zeros(size, dtype=kind)  # -1/entry of the pivot, 0 before there is one
        for row in rows[column:]:
            tail = row[column:]
            product = spare[: len(tail)]
            found = (tail[0] != 0) & (scale == 0)
            mask = -found.astype(kind)  # all bits, or none
            np.bitwise_and(tail, mask, out=product)
            pivot[: len(tail)] |= product
            scale |= inverses.take(tail[0], mode="clip") & mask
            factor = tail[0] * scale % modulus
            # tail += factor * pivot: the pivot itself becomes 0, and rows before it stay.
            np.multiply(pivot[: len(tail)], factor, out=product)
            tail += product
            np.floor_divide(tail, modulus, out=product)
            product *= modulus
            tail -= product
        lost += scale != 0
    return rows, lost
