"""Listing a coset of a stabilizer group, many elements at a time.

The p^r products of the r generators are the bits of one Python integer: bit c_1 + p c_2 + p^2 c_3 + ... stands for
g_1^c_1 g_2^c_2 ...  A *mask* marks the products with some property; properties are combined by `&` and `|` and
counted by `bit_count`.  At most `INNER_BITS` products are laid out as bits, the other generators are looped over,
so that memory stays small.  The producer counts supports, or walks a trellis (docs/lemmas: `listing`).
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any

from ..entry.verdict import within
from ..entry.work import Work
from .symplectic import Operator, ordered_product, phase_order, product_phase, times

INNER_BITS = 60_000  # bits of one mask, at most
MAX_KEYS = 1 << 12  # different counts of classes, at most

Value = tuple[int, int]  # (u_i, v_i) on one site
Masks = list[dict[Value, int]]  # for every site: value -> mask
Key = tuple[int, ...]


class Block:
    """A part of a coset: for every site and value, and for every phase, the mask of the elements that have it."""

    def __init__(self, p: int, masks: Masks, phases: dict[int, int], offset: Operator, size: int, work: Work):
        self.p, self.masks, self.offset, self.work = p, masks, offset[0], work
        self.all = (1 << size) - 1
        self.phases = moved_phases(p, masks, phases, offset)

    def having(self, site: int, values: Sequence[Value]) -> int:
        """The elements whose value on this site is one of the given ones."""
        u, v = self.offset[0][site], self.offset[1][site]
        found = 0
        for x, y in values:
            found |= self.masks[site].get(((x - u) % self.p, (y - v) % self.p), 0)
        return found

    def by_class(self, classes: Sequence[Sequence[Value]]) -> dict[Key, int]:
        """For every tuple of numbers of sites in each class, the mask; a value in no class drops the element."""
        layers = {(0,) * len(classes): self.all}
        for site in range(len(self.masks)):
            self.work.more(len(layers) * len(classes))
            grown: dict[Key, int] = {}
            for i, values in enumerate(classes):
                here = self.having(site, values)
                for key, mask in layers.items():
                    if part := mask & here:
                        more = (*key[:i], key[i] + 1, *key[i + 1 :])
                        grown[more] = grown.get(more, 0) | part
            layers = grown
        return layers

    def by_weight(self) -> list[int]:
        """For w = 0..n the mask of the elements of weight w."""
        n, p = len(self.masks), self.p
        layers = self.by_class([[(0, 0)], [(u, v) for u in range(p) for v in range(p) if u or v]])
        return [layers.get((n - w, w), 0) for w in range(n + 1)]


def moved_phases(p: int, masks: Masks, phases: dict[int, int], operator: Operator) -> dict[int, int]:
    """The phases of the elements after multiplication by an operator, which commutes with them when p is odd."""
    order, ((u, v), extra) = phase_order(p), operator
    found = {(phase + extra) % order: mask for phase, mask in phases.items()}
    if p > 2:
        return found  # T(a) T(b) = T(a + b) for [a, b] = 0
    for site, b in enumerate(zip(u, v)):
        steps: dict[int, int] = {}
        for a, mask in masks[site].items():
            step = product_phase(2, ((a[0],), (a[1],)), ((b[0],), (b[1],)))
            steps[step] = steps.get(step, 0) | mask
        if steps.keys() != {0}:
            grown: dict[int, int] = {}
            for (phase, mask), (step, where) in product(found.items(), steps.items()):
                grown[(phase + step) % 4] = grown.get((phase + step) % 4, 0) | mask & where
            found = grown
    return {phase: mask for phase, mask in found.items() if mask}


def blocks(p: int, n: int, generators: Sequence[Operator], representative: Operator, work: Work) -> Iterator[Block]:
    """The products of generators, times the representative, in blocks; each once for independent generators."""
    inner = 0
    while inner < len(generators) and p ** (inner + 1) <= INNER_BITS:
        inner += 1
    work.more(inner * n * p**3)
    masks: Masks = [{(0, 0): 1} for _ in range(n)]
    phases = {0: 1}
    for level, generator in enumerate(generators[:inner]):
        powers = [ordered_product(p, [c], [generator], n) for c in range(p)]
        shifts = [c * p**level for c in range(p)]
        moved = [moved_phases(p, masks, phases, power) for power in powers]
        phases = union((phase, mask << by) for found, by in zip(moved, shifts) for phase, mask in found.items())
        for site in range(n):
            steps = [(power[0][0][site], power[0][1][site], by) for power, by in zip(powers, shifts)]
            masks[site] = union(
                (((x + u) % p, (y + v) % p), mask << by) for (x, y), mask in masks[site].items() for u, v, by in steps
            )
    outer = generators[inner:]
    work.more(p ** len(outer) * n * p * (p + len(outer)))
    for exponents in product(range(p), repeat=len(outer)):
        offset = times(p, ordered_product(p, exponents, outer, n), representative)
        yield Block(p, masks, phases, offset, p**inner, work)


def union(items: Iterator[tuple[Any, int]]) -> dict[Any, int]:
    """The masks of equal keys put together."""
    found: dict[Any, int] = {}
    for key, mask in items:
        found[key] = found.get(key, 0) | mask
    return found


def class_counts(
    p: int,
    n: int,
    generators: Sequence[Operator],
    representative: Operator,
    classes: Sequence[Sequence[Value]],
    work: Work,
) -> dict[Key, dict[int, int]]:
    """How many elements have these numbers of sites in each class, by their phase over T(a)."""
    found: dict[Key, Counter[int]] = {}
    for block in blocks(p, n, generators, representative, work):
        for key, mask in block.by_class(classes).items():
            tally = found.setdefault(key, Counter())
            work.more(len(block.phases))
            for phase, where in block.phases.items():
                tally[phase] += (mask & where).bit_count()
        within(len(found) <= MAX_KEYS, "listing.keys", f"at most {MAX_KEYS} counts of classes", len(found))
    return {key: {phase: count for phase, count in tally.items() if count} for key, tally in found.items()}
