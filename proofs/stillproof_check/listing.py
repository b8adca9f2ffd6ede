"""Listing a coset L + S of a stabilizer group, many elements at a time.

The p^r combinations of the r stabilizers are the bits of one Python integer: bit c_1 + p c_2 + p^2 c_3 + ...
stands for sum_j c_j g_j.  A *mask* marks the combinations with some property; properties are combined by
`&` and `|` and counted by `bit_count`.  At most `INNER` stabilizers are laid out as bits, the others are
looped over, so that memory stays small.  The producer counts supports instead (docs/lemmas.md: `listing`).
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import product

from .symplectic import Vector, combination
from .verdict import within

INNER_BITS = 60_000  # bits of one mask, at most
MAX_ELEMENTS = 1 << 30  # elements of the normalizer, at most
MAX_TALLIES = 1 << 24  # masks counted for one projection claim, with the work that each count entails

Value = tuple[int, int]  # (u_i, v_i) on one site
Masks = list[dict[Value, int]]  # for every site: value -> mask


class Block:
    """A part of a coset: for every site and every set of values, the mask of the elements with such a value."""

    def __init__(self, p: int, masks: Masks, offset: Vector, size: int):
        self.p, self.masks, self.offset = p, masks, offset
        self.all = (1 << size) - 1

    def having(self, site: int, values: Sequence[Value]) -> int:
        """The elements whose value on this site is one of the given ones."""
        u, v = self.offset[0][site], self.offset[1][site]
        found = 0
        for x, y in values:
            found |= self.masks[site].get(((x - u) % self.p, (y - v) % self.p), 0)
        return found

    def by_weight(self) -> list[int]:
        """For w = 0..n the mask of the elements of weight w."""
        weights = [self.all]
        for site in range(len(self.masks)):
            zero = self.having(site, [(0, 0)])
            other = self.all ^ zero
            stay = [mask & zero for mask in weights] + [0]
            move = [0] + [mask & other for mask in weights]
            weights = [a | b for a, b in zip(stay, move)]
        return weights


def blocks(p: int, n: int, stabilizers: Sequence[Vector], coset: Vector) -> Iterator[Block]:
    """The coset in blocks; every element once when the stabilizers are independent."""
    inner = 0
    while inner < len(stabilizers) and p ** (inner + 1) <= INNER_BITS:
        inner += 1
    masks: Masks = [{(0, 0): 1} for _ in range(n)]
    for level, (u, v) in enumerate(stabilizers[:inner]):
        for site in range(n):
            grown: dict[Value, int] = {}
            for (x, y), mask in masks[site].items():
                for c in range(p):
                    value = (x + c * u[site]) % p, (y + c * v[site]) % p
                    grown[value] = grown.get(value, 0) | mask << c * p**level
            masks[site] = grown
    outer = [*stabilizers[inner:], coset]
    for coefficients in product(range(p), repeat=len(outer) - 1):
        yield Block(p, masks, combination(p, [*coefficients, 1], outer, n), p**inner)


def weight_counts(p: int, n: int, stabilizers: Sequence[Vector], coset: Vector) -> list[int]:
    """How many elements of the coset have weight 0..n."""
    size = p ** (len(stabilizers) + 2)
    within(size <= MAX_ELEMENTS, "listing.size", f"at most {MAX_ELEMENTS} elements of the normalizer", size)
    counts = [0] * (n + 1)
    for block in blocks(p, n, stabilizers, coset):
        for w, mask in enumerate(block.by_weight()):
            counts[w] += mask.bit_count()
    return counts


def tally_work(p: int, n: int, rank: int, combinations: Sequence[int], degree: int) -> int:
    """Masks to count, in blocks, for these combinations of classes and all weights; and two products in the field."""
    passes: int = p ** (rank + 1) // INNER_BITS + 1 + 2 * degree**2
    return sum(combinations) * (n + 1) * passes


def pair_counts(
    p: int,
    n: int,
    stabilizers: Sequence[Vector],
    classes: Sequence[Sequence[Value]],
    sites: Sequence[Sequence[int]],
    degree: int,
    record: Callable[[int, tuple[int, ...], int, int], None],
) -> None:
    """Count the elements of S by weight and by the classes of their values on some sites.

    Calls `record(index into sites, class on each of those sites, weight, number of elements)`; `degree` is that of
    the field in which the caller weighs these numbers.
    """
    zero: Vector = ((0,) * n, (0,) * n)
    work = tally_work(p, n, len(stabilizers), [len(classes) ** len(chosen) for chosen in sites], degree)
    within(work <= MAX_TALLIES, "listing.tallies", f"at most {MAX_TALLIES} masks to count", work)
    for block in blocks(p, n, stabilizers, zero):
        weights = block.by_weight()
        having = [[block.having(site, values) for values in classes] for site in range(n)]
        for index, chosen in enumerate(sites):
            for kinds in product(range(len(classes)), repeat=len(chosen)):
                mask = block.all
                for site, kind in zip(chosen, kinds):
                    mask &= having[site][kind]
                if mask:
                    for w, layer in enumerate(weights):
                        record(index, kinds, w, (mask & layer).bit_count())
