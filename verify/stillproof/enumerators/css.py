"""Weight enumerators of CSS type spaces: the sum of a space of X words and a space of Z words.

The elements supported in J are the sum of the X words and of the Z words supported in J, so a_j is the sum over
|J| = j of p^(dim X_J + dim Z_J) (cf. `lattice`).  For a classical code C the numbers p^dim C_J, for all J at once, are
the zeta transform over subsets of the histogram of the supports of the words.  The words listed are those of C or of
its dual D, whichever has fewer: dim C_J = dim C - n + |J| + dim D_(not J).

A set J is a number with bit i for site i.  No entry of a table exceeds the number of words listed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..codes.phase_space import PhaseVector
from .budget import Estimate
from .linear import by_last_column, dual

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[Any]

BLOCK = 2**14
CHUNK = 2**16
LARGEST_P = 127  # the sum of two entries fits in 8 bits
MOST_SITES = 31
Rows = list[list[int]]


def parts(p: int, n: int, generators: list[PhaseVector]) -> tuple[Rows, Rows] | None:
    """Bases of the X words and of the Z words in the span, if it is their sum; else None."""
    if all(not any(g.u) or not any(g.v) for g in generators):
        return [list(g.u) for g in generators if any(g.u)], [list(g.v) for g in generators if any(g.v)]
    x_first = by_last_column(p, [[*g.u, *g.v] for g in generators])
    z_first = by_last_column(p, [[*g.v, *g.u] for g in generators])
    x, z = ([row[:n] for end, row in found.items() if end < n] for found in (x_first, z_first))
    return (x, z) if len(x) + len(z) == len(generators) else None


def estimate(p: int, n: int, dimensions: tuple[int, int]) -> Estimate | None:
    """What `support_counts` will cost, given the dimensions of the X words and the Z words."""
    if p > LARGEST_P or n > MOST_SITES:
        return None
    words = [p ** min(k, n - k) for k in dimensions]
    wide = 4 if max(words) < 2**31 else 8
    work = sum(count // (p - 1) * (n + 10) for count in words) + 2**n * (12 + sum(n + k for k in dimensions) // 2)
    return Estimate("zeta transform of the CSS supports", work + 300_000, (wide + 3) * 2**n + 60 * CHUNK + 2**20)


def support_counts(p: int, n: int, x: Rows, z: Rows) -> list[int]:
    """[a_0, ..., a_n] for the space of X words x and Z words z, given by bases."""
    import numpy as np

    first = dimensions(p, n, x)
    second = first if sorted(x) == sorted(z) else dimensions(p, n, z)
    top = len(x) + len(z) + 1
    counts = np.zeros((n + 1) * top, dtype=np.int64)
    for start in range(0, 2**n, CHUNK):
        chunk = slice(start, min(start + CHUNK, 2**n))
        sizes = np.bitwise_count(np.arange(chunk.start, chunk.stop)).astype(np.intp)
        keys = sizes * top + first[chunk] + second[chunk]
        counts += np.bincount(keys, minlength=len(counts))
    rows = counts.reshape(n + 1, top).tolist()
    return [sum(count * p**d for d, count in enumerate(row)) for row in rows]


def dimensions(p: int, n: int, rows: Rows) -> Array:
    """dim C_J for every J, as one table of bytes."""
    import numpy as np

    k = len(rows)
    if 2 * k <= n:
        return exponents(p, n, histogram(p, n, rows), k)
    other = dual(p, n, rows)
    table = exponents(p, n, histogram(p, n, other), n - k)[::-1]
    for start in range(0, 2**n, CHUNK):
        chunk = slice(start, min(start + CHUNK, 2**n))
        # dim C - n + |J| may be negative, the sum is not: bytes wrap around.
        table[chunk] += np.bitwise_count(np.arange(chunk.start, chunk.stop)).astype(np.uint8) + np.uint8((k - n) % 256)
    return table


def histogram(p: int, n: int, rows: Rows) -> Array:
    """How many words have each support.  Words are listed up to a factor, and counted p - 1 times."""
    import numpy as np

    inside = max(m for m in range(len(rows) + 1) if p**m <= BLOCK)
    table = np.zeros(2**n, dtype=np.int32 if p ** len(rows) < 2**31 else np.int64)
    block = span(p, n, rows[:inside])
    np.add.at(table, supports(block != 0), 1)
    for i in range(inside, len(rows)):
        for word in translates(p, np.array(rows[i], dtype=np.uint8), rows[inside:i]):
            # An entry of the sum is zero where the entry of the block is minus that of the word.
            np.add.at(table, supports(block != (p - word[:, None]) % np.uint8(p)), p - 1)
    return table


def translates(p: int, word: Array, rows: Rows) -> Iterator[Array]:
    """word + every combination of the rows."""
    import numpy as np

    if not rows:
        yield word
        return
    for _ in range(p):
        yield from translates(p, word, rows[1:])
        word = (word + np.array(rows[0], dtype=np.uint8)) % np.uint8(p)


def span(p: int, n: int, rows: Rows) -> Array:
    """All words, shape (n, p^k)."""
    import numpy as np

    words = np.zeros((n, 1), dtype=np.uint8)
    for row in rows:
        step = np.array(row, dtype=np.uint8)[:, None]
        blocks = [words]
        for _ in range(p - 1):
            blocks.append((blocks[-1] + step) % np.uint8(p))
        words = np.concatenate(blocks, axis=1)
    return words


def supports(present: Array) -> Array:
    """The support of every word as a number, from the truth values of shape (n, words)."""
    import numpy as np

    packed = np.packbits(present, axis=0, bitorder="little").astype(np.intp)
    return sum((row << 8 * i for i, row in enumerate(packed)), np.zeros(present.shape[1], dtype=np.intp))


def zeta(table: Array) -> None:
    """In place, along the first axis of length 2^m: each entry becomes the sum over the subsets of its index."""
    half = 1
    while half < len(table):
        pairs = table.reshape(-1, 2, half, *table.shape[1:])
        pairs[:, 1] += pairs[:, 0]
        half *= 2


def exponents(p: int, n: int, table: Array, k: int) -> Array:
    """The logarithms to base p of the zeta transform of a table of numbers, each at most p^k."""
    import numpy as np

    low = n // 2
    rows = table.reshape(2 ** (n - low), 2**low)
    zeta(rows)
    found = np.zeros(2**n, dtype=np.uint8)
    step = max(1, CHUNK >> low)
    for start in range(0, len(rows), step):
        block = np.ascontiguousarray(rows[start : start + step].T)
        zeta(block)
        logarithms = np.zeros(block.shape, dtype=np.uint8)
        for power in range(1, k + 1):
            logarithms += block >= p**power
        found[start << low : (start << low) + block.size] = logarithms.T.ravel()
    return found
