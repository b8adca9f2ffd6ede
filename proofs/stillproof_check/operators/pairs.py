"""Counting the elements of a stabilizer group by their weights, and by their values on a few sites."""

from collections.abc import Callable, Sequence
from itertools import product

from ..entry.work import Work
from .listing import Value, blocks
from .symplectic import Operator, identity


def pair_counts(
    p: int,
    n: int,
    generators: Sequence[Operator],
    classes: Sequence[Sequence[Value]],
    sites: Sequence[Sequence[int]],
    work: Work,
    record: Callable[[int, tuple[int, ...], int, int, int], None],
) -> None:
    """Count the elements of S by weight, phase, and the classes of their values on some sites.

    Calls `record(index into sites, class on each of those sites, weight, phase, number of elements)`.
    """
    for block in blocks(p, n, generators, identity(n), work):
        work.more(sum(len(classes) ** len(chosen) for chosen in sites) * (n + 1) * len(block.phases))
        weights = block.by_weight()
        having = [[block.having(site, values) for values in classes] for site in range(n)]
        for index, chosen in enumerate(sites):
            for kinds in product(range(len(classes)), repeat=len(chosen)):
                mask = block.all
                for site, kind in zip(chosen, kinds):
                    mask &= having[site][kind]
                if mask:
                    for w, layer in enumerate(weights):
                        for phase, where in block.phases.items():
                            record(index, kinds, w, phase, (mask & layer & where).bit_count())
