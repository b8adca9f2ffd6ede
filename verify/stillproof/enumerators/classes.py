"""Class enumerators: the elements of a coset by how many sites carry each class, and by exponent."""

from __future__ import annotations

from ..codes.phase_space import PhaseVector
from .budget import DEFAULT, Budget
from .plan import cheapest, class_ways
from .sites import Classes, Histogram, Labels

Counts = dict[tuple[int, ...], tuple[int, ...]]


def class_enumerator(
    p: int,
    n: int,
    generators: list[PhaseVector],
    signs: list[int],
    representative: PhaseVector,
    classes: Classes,
    budget: Budget = DEFAULT,
) -> Counts:
    """{(n_0, ..., n_{c-1}): (elements with exponent 0, ..., p-1)} of representative + span(generators).

    p is prime; generators are independent and commute with one another and with the representative.  An element is the
    operator T(representative) prod_j g_j^c_j = w^e T(a), or (-1)^e T(a) for p = 2; g_j = w^signs[j] T(generator j),
    or (-1)^signs[j] T(generator j).  `classes` has a class 0 ... c-1, or None, for every one-site (u, v); n_j is the
    number of sites of class j, and an element with a site of class None is dropped.  Raises OverBudget.
    """
    return class_enumerators(p, n, generators, signs, [representative], classes, budget)[0]


def class_enumerators(
    p: int,
    n: int,
    generators: list[PhaseVector],
    signs: list[int],
    representatives: list[PhaseVector],
    classes: Classes,
    budget: Budget = DEFAULT,
) -> list[Counts]:
    """The class enumerators of several cosets of one span, for less than one at a time."""
    labels = Labels.of(p, n, classes)
    found = cheapest(class_ways(p, n, generators, signs, representatives, classes), budget).run()
    return [counts(p, labels, histogram) for histogram in found]


def counts(p: int, labels: Labels, histogram: Histogram) -> Counts:
    """Labels spelled out."""
    rows: dict[tuple[int, ...], list[int]] = {}
    for exponent, row in histogram.items():
        for label, count in row.items():
            rows.setdefault(labels.exponents(label), [0] * p)[exponent] += count
    return {key: tuple(row) for key, row in sorted(rows.items())}
