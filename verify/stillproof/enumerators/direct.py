"""Listing: every element of representative + span, in blocks, with its class counts and its exponent.

The last generators span a block that is listed once; every combination of the others moves it as a whole.  Sites are
read some at a time: for each group of sites a table, indexed by its values in the moving vector and in the block, has
the sum of labels (and of qubit phases) of the sum of both.  An element then costs one look-up per group, and the
histogram of labels is exact: a count is at most the number of elements, below 2^63.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from ..codes.phase_space import PhaseVector
from .budget import Estimate
from .sites import Histogram, Labels, codes, phases, sign_step, site_phase, site_sum, weight_classes

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Integers = NDArray[Any]

BLOCK = 20_000
TABLE = 2**20
BINS = 2**22
KEYS = 2**20
MAX_P = 31


class Start(NamedTuple):
    """A vector by its site codes, with the exponent of its operator."""

    codes: list[int]
    exponent: int


def group_size(p: int, n: int, elements: int) -> int:
    """Sites per look-up: the table has p^(4 size) entries, fewer for short lists."""
    return max(t for t in range(1, n + 1) if t == 1 or p ** (4 * t) <= min(TABLE, 4 * elements))


def dimension(p: int, generators: int) -> int:
    """How many generators span the block."""
    return max(m for m in range(generators + 1) if p**m <= BLOCK)


def estimate(p: int, n: int, generators: int, starts: int, labels: Labels) -> Estimate | None:
    """What `histograms` will cost, or None where it cannot be used."""
    if p > MAX_P or 8 * n * key_unit(p, labels) >= 2**62:
        return None
    elements = starts * p**generators
    size = group_size(p, n, elements)
    block, groups = p ** dimension(p, generators), -(-n // size)
    table, keys, different = p ** (4 * size), min(KEYS, elements), bins(p, labels)
    dense = different <= BINS
    work = elements * (groups + (3 if dense else 100)) + 2 * table + 2 * block * n + 30_000 * (elements // block)
    memory = 24 * table + 8 * block * (groups + 12) + 24 * keys + (32 * different if dense else 200 * elements)
    return Estimate("listing of the elements", work + 600_000, memory + 2**20)


def weights(p: int, n: int, generators: list[PhaseVector]) -> list[int]:
    """The weight enumerator of the span.  Of the multiples of an element one is listed."""
    labels = Labels.of(p, n, weight_classes(p))
    inside = dimension(p, len(generators))
    block = Block(p, n, generators[:inside], [0] * inside, labels, p ** (len(generators) - inside))
    counts = [0] * (n + 1)

    def counted(start: list[int], outer: list[PhaseVector], times: int) -> None:
        block.outer = [(codes(g), 0) for g in outer]
        for row in block.count(Start(start, 0)).values():
            for w, count in row.items():
                counts[w] += times * count

    counted([0] * n, [], 1)
    for i in range(inside, len(generators)):
        counted(codes(generators[i]), generators[inside:i], p - 1)
    return counts


def histograms(
    p: int, n: int, generators: list[PhaseVector], signs: list[int], representatives: list[PhaseVector], labels: Labels
) -> Iterator[Histogram]:
    """One histogram for every representative + span(generators), by exponent of w or -1."""
    block = Block(p, n, generators, signs, labels, len(representatives))
    for representative in representatives:
        found = block.count(Start(codes(representative), 0))
        if p == 2 and found.keys() - {0, 2}:
            raise ValueError("generators and representative do not commute")
        yield {e // 2: row for e, row in found.items()} if p == 2 else found


def plain_estimate(p: int, n: int, generators: int, starts: int) -> Estimate:
    """What `plain` will cost."""
    elements = starts * p**generators
    return Estimate("listing of the elements one by one", 3000 * n * elements, 400 * elements + 2**20)


def plain(
    p: int, generators: list[PhaseVector], signs: list[int], representatives: list[PhaseVector], labels: Labels
) -> Iterator[Histogram]:
    """The same as `histograms`, for labels that are too long for an array."""
    outer = [(codes(g), sign) for g, sign in zip(generators, signs, strict=True)]
    for representative in representatives:
        found: Histogram = {}
        for element in translates(p, Start(codes(representative), 0), outer):
            label = sum(labels.strides[code] for code in element.codes)
            if label < labels.size:
                row = found.setdefault(element.exponent // 2 if p == 2 else element.exponent, {})
                row[label] = row.get(label, 0) + 1
        yield found


class Block:
    """The span of the last generators, ready to be moved by any vector.  Exponents are those of i for p = 2."""

    def __init__(self, p: int, n: int, generators: list[PhaseVector], signs: list[int], labels: Labels, starts: int):
        import numpy as np

        self.p, self.labels = p, labels
        vectors = [codes(g) for g in generators]
        split = len(vectors) - dimension(p, len(vectors))
        self.outer = list(zip(vectors[:split], signs[:split], strict=True))
        values, exponents = span(p, n, vectors[split:], signs[split:])
        size = group_size(p, n, starts * p ** len(vectors))
        self.groups = [range(i, min(i + size, n)) for i in range(0, n, size)]
        self.unit = key_unit(p, labels)
        self.bins = bins(p, labels)
        kind = np.int32 if 8 * n * self.unit < 2**31 else np.int64
        table = one_site(p, labels, self.unit).astype(kind)
        tables = {count: grouped(table, count) for count in {len(group) for group in self.groups}}
        self.tables = [tables[len(group)] for group in self.groups]
        self.indices = []
        for group in self.groups:
            index = np.zeros(values.shape[1], dtype=np.intp)
            for site in group:
                index = index * (p * p) + values[site]
            self.indices.append(index)
        self.base = (exponents * self.unit).astype(kind)

    def count(self, start: Start) -> Histogram:
        """The histogram of start + span of all generators."""
        import numpy as np

        length = len(self.base)
        rows = max(1, min(4 * self.bins, KEYS) // length)
        rows = min(rows, self.p ** len(self.outer))
        keys, buffer = np.empty((rows, length), dtype=self.base.dtype), np.empty_like(self.base)
        found: dict[int, int] = {}
        total = np.zeros(self.bins, dtype=np.int64) if self.bins <= BINS else None

        def flush(filled: int) -> None:
            listed = keys[:filled].ravel()
            if self.p == 2:
                np.bitwise_and(listed, 4 * self.unit - 1, out=listed)
            if total is not None:
                np.add(total, np.bincount(listed, minlength=self.bins), out=total)
            else:
                for key, number in zip(*(x.tolist() for x in np.unique(listed, return_counts=True)), strict=True):
                    found[key] = found.get(key, 0) + number

        filled = 0
        for moved, exponent in translates(self.p, start, self.outer):
            row = keys[filled]
            np.add(self.base, exponent * self.unit, out=row)
            for group, table, index in zip(self.groups, self.tables, self.indices, strict=True):
                place = 0
                for site in group:
                    place = place * self.p**2 + moved[site]
                np.take(table[place], index, out=buffer, mode="clip")
                np.add(row, buffer, out=row)
            filled += 1
            if filled == rows:
                flush(filled)
                filled = 0
        if filled:
            flush(filled)
        if total is not None:
            (places,) = np.nonzero(total)
            found = dict(zip(places.tolist(), total[places].tolist(), strict=True))
        return self.sorted(found)

    def sorted(self, found: dict[int, int]) -> Histogram:
        """Counts by key as counts by exponent and label, without the dropped elements."""
        counts: Histogram = {}
        for key, number in sorted(found.items()):
            exponent, label = divmod(key, self.unit)
            if label < self.labels.size:
                row = counts.setdefault(exponent % phases(self.p), {})
                row[label] = row.get(label, 0) + number
        return counts


def key_unit(p: int, labels: Labels) -> int:
    """A key is label + exponent * unit; for p = 2 a power of two, so that a mask takes exponents modulo 4."""
    return labels.top if p > 2 else 1 << (labels.top - 1).bit_length()


def bins(p: int, labels: Labels) -> int:
    """Keys are below this; for odd p the exponent is a sum of two."""
    return key_unit(p, labels) * (2 * p - 1 if p > 2 else 4)


def translates(p: int, start: Start, outer: list[tuple[list[int], int]]) -> Iterator[Start]:
    """start plus every combination of generators, given with their signs."""
    if not outer:
        yield start
        return
    for c in range(p):
        if c:
            start = add(p, start, *outer[0])
        yield from translates(p, start, outer[1:])


def add(p: int, a: Start, vector: list[int], sign: int) -> Start:
    """The product of an operator and a generator."""
    phase = sum(site_phase(p, x, y) for x, y in zip(a.codes, vector, strict=True)) + sign_step(p) * sign
    return Start([site_sum(p, x, y) for x, y in zip(a.codes, vector, strict=True)], (a.exponent + phase) % phases(p))


def span(p: int, n: int, vectors: list[list[int]], signs: list[int]) -> tuple[Integers, Integers]:
    """Site codes (n, p^k) and exponents (p^k,) of all combinations of k generators."""
    import numpy as np

    values = np.zeros((n, 1), dtype=np.uint16)
    exponents = np.zeros(1, dtype=np.int64)
    for vector, sign in zip(vectors, signs, strict=True):
        blocks, phase_blocks = [values], [exponents]
        for _ in range(p - 1):
            last, phase = blocks[-1], phase_blocks[-1] + sign_step(p) * sign
            moved = np.empty_like(last)
            for site, code in enumerate(vector):
                moved[site] = np.array([site_sum(p, x, code) for x in range(p * p)], dtype=np.uint16)[last[site]]
                if p == 2 and code:
                    phase = phase + np.array([site_phase(p, x, code) for x in range(4)])[last[site]]
            blocks.append(moved)
            phase_blocks.append(phase % phases(p))
        values, exponents = np.concatenate(blocks, axis=1), np.concatenate(phase_blocks)
    return values, exponents


def one_site(p: int, labels: Labels, unit: int) -> Integers:
    """The label, and the phase in steps of `unit`, of the sum of two one-site vectors: shape (p^2, p^2)."""
    import numpy as np

    sites = range(p * p)
    return np.array(
        [[labels.strides[site_sum(p, x, y)] + unit * site_phase(p, x, y) for y in sites] for x in sites], dtype=np.int64
    )


def grouped(table: Integers, size: int) -> Integers:
    """The same for `size` sites together."""
    whole = table
    for _ in range(size - 1):
        rows, columns = len(whole) * len(table), whole.shape[1] * table.shape[1]
        whole = (whole[:, None, :, None] + table[None, :, None, :]).reshape(rows, columns)
    return whole
