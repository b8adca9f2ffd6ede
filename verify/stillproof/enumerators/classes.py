"""Class enumerators: the elements of a coset by how many sites carry each class, and by exponent."""

from __future__ import annotations

from ..phase_space import PhaseVector
from . import direct
from .budget import DEFAULT, Budget
from .plan import Way, cheapest
from .sites import Classes, Labels

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
    return cheapest(class_ways(p, n, generators, signs, representatives, classes), budget).run()


def class_ways(
    p: int,
    n: int,
    generators: list[PhaseVector],
    signs: list[int],
    representatives: list[PhaseVector],
    classes: Classes,
) -> list[Way[list[Counts]]]:
    """The ways to the class enumerators of some cosets."""
    labels = Labels.of(p, n, classes)
    ways: list[Way[list[Counts]]] = []
    estimate = direct.estimate(p, n, len(generators), len(representatives), labels)
    if estimate:

        def listing() -> list[Counts]:
            found = direct.histograms(p, n, generators, signs, representatives, labels)
            return [by_exponents(p, labels, histogram) for histogram in found]

        ways.append(Way(estimate, listing))
    return ways


def by_exponents(p: int, labels: Labels, histogram: direct.Histogram) -> Counts:
    """Labels spelled out, and exponents of w or -1."""
    rows: dict[tuple[int, ...], list[int]] = {}
    for exponent, row in histogram.items():
        for label, count in row.items():
            if p == 2 and exponent % 2:
                raise ValueError("generators and representative do not commute")
            place = exponent // 2 if p == 2 else exponent
            rows.setdefault(labels.exponents(label), [0] * p)[place] += count
    return {key: tuple(row) for key, row in sorted(rows.items())}
