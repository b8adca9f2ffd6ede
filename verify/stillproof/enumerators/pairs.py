"""Class enumerators of CSS codes by pairs of supports, for classes that depend on u != 0 and v != 0 only.

The generators are X words and Z words, so a coset is every sum of a word u of one classical coset and a word v of
another, and the numbers of sites in the classes follow from |U|, |V| and |U & V| for the supports U of u and V of v.
Words are listed by support and exponent with their number; every pair costs an intersection.  All words of a qudit code
and their multiples have one support, and cosets share words: both save on a listing of the elements.

T(u|v) = w^(u.v/2) X^u Z^v, and everything commutes: exponents add for odd p.  For p = 2 with representative (a|b) the
element is (-1)^e i^(a.b) X^u Z^v = (-1)^e i^(a.b - |U & V|) T(u|v), with e from the signs.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from ..codes.phase_space import PhaseVector
from .budget import Estimate
from .css import span, supports
from .sites import Classes, Histogram, Labels

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[Any]

MOST_SITES = 62
CHUNK = 2**17
BINS = 2**20


class Words(NamedTuple):
    """The words of a classical coset with one exponent and multiplicity, by support."""

    exponent: int
    multiplicity: int
    supports: Array


def applies(p: int, n: int, generators: list[PhaseVector], classes: Classes, labels: Labels) -> bool:
    """Whether this algorithm can be used."""
    pure = all(not any(g.u) or not any(g.v) for g in generators)
    by_support = all(j == classes[int(u > 0), int(v > 0)] for (u, v), j in classes.items())
    return pure and by_support and n <= MOST_SITES and 2 * labels.top <= BINS


def estimate(p: int, n: int, generators: list[PhaseVector], signs: list[int], starts: int) -> Estimate:
    """What `histograms` will cost, at most."""
    count = sum(any(g.u) for g in generators)
    words = [p**k for k in (count, len(generators) - count)]
    factor = 1 if any(signs) else p - 1
    work = sum(words) * 3 * n * min(starts, p + 1) + starts * (5 * (words[0] // factor + 1) * (words[1] // factor + 1))
    return Estimate(
        "pairs of CSS supports", work + 10**5 * (starts + 1), sum(words) * (3 * n + 40) + 60 * CHUNK + 40 * BINS
    )


def histograms(
    p: int, n: int, generators: list[PhaseVector], signs: list[int], representatives: list[PhaseVector], labels: Labels
) -> list[Histogram]:
    """One histogram for every representative + span(generators), by exponent of w or -1."""
    pairs = list(zip(generators, signs, strict=True))
    x = [[*g.u, sign] for g, sign in pairs if any(g.u)]
    z = [[*g.v, sign] for g, sign in pairs if any(g.v)]
    plain = not any(signs)
    known: dict[tuple[bool, tuple[int, ...]], list[Words]] = {}
    tables: dict[tuple[int, ...], Histogram] = {}

    def words(rows: list[list[int]], start: tuple[int, ...], first: bool) -> tuple[int, list[Words]]:
        """The words of a coset, and a number for them; multiples have the same supports."""
        scale = pow(next((c for c in start if c), 1), -1, p) if plain else 1
        key = first, tuple(c * scale % p for c in start)
        if key not in known:
            known[key] = classical(p, n, rows, key[1])
        return list(known).index(key), known[key]

    found = []
    for representative in representatives:
        left, us = words(x, representative.u, True)
        right, vs = words(z, representative.v, False)
        offset = sum(map(int.__mul__, representative.u, representative.v)) % 4 if p == 2 else 0
        key = left, right, offset
        if key not in tables:
            tables[key] = counted(p, n, us, vs, offset, labels)
        found.append(tables[key])
    return found


def classical(p: int, n: int, rows: list[list[int]], start: tuple[int, ...]) -> list[Words]:
    """The words of start + span of the rows; the last entry of a row is its sign."""
    import numpy as np

    listed = (span(p, n + 1, rows) + np.array([*start, 0], dtype=np.uint8)[:, None]) % np.uint8(p)
    found = []
    for exponent in range(p):
        chosen = supports(listed[:n, listed[n] == exponent] != 0)
        different, counts = np.unique(chosen, return_counts=True)
        found += [Words(exponent, int(count), different[counts == count]) for count in np.unique(counts)]
    return found


def counted(p: int, n: int, us: list[Words], vs: list[Words], offset: int, labels: Labels) -> Histogram:
    """The histogram of all pairs."""
    import numpy as np

    identity, z_only, x_only, both = (labels.strides[code] for code in (0, 1, p, p + 1))
    sizes = np.arange(n + 1)
    overlap = sizes * (both + identity - x_only - z_only)
    if p == 2:
        overlap += ((offset - sizes) >> 1 & 1) * labels.top
    overlap = overlap.astype(np.int32)
    rows: Histogram = {}
    for u, v, block in blocks(us, vs):
        meeting = np.bitwise_count(block[:, None] & v.supports)
        label = (np.bitwise_count(block) * np.int32(x_only - identity))[:, None] + (
            np.bitwise_count(v.supports) * np.int32(z_only - identity) + np.int32(n * identity)
        )
        label += overlap.take(meeting, mode="clip")
        counts = np.bincount(label.ravel())
        for key in np.nonzero(counts)[0].tolist():
            turn, place = divmod(key, labels.top)
            if place < labels.size:
                row = rows.setdefault((u.exponent + v.exponent + turn) % p, {})
                row[place] = row.get(place, 0) + int(counts[key]) * u.multiplicity * v.multiplicity
    return rows


def blocks(us: list[Words], vs: list[Words]) -> Iterator[tuple[Words, Words, Array]]:
    """Pairs of lists, the first cut so that the pairs fit in a chunk."""
    for v in vs:
        for u in us:
            step = max(1, CHUNK // len(v.supports))
            for start in range(0, len(u.supports), step):
                yield u, v, u.supports[start : start + step]
