"""Minimal-span bases and orders of the sites: how wide the trellis of a space is.

A generator is active from its first site to its last.  In a basis where all first columns differ and all last columns
differ, two columns to a site, as few generators as possible are active between any two sites (Kschischang and Sorokine,
IEEE Trans. Inf. Theory 41, 1924 (1995)).  A different order of the sites gives another trellis and the same counts.
"""

from __future__ import annotations

from typing import NamedTuple

from .sites import phases, sign_step, site_phase, site_sum


class Element(NamedTuple):
    """w^exponent T(a), or i^exponent T(a) for p = 2, with a by its site codes."""

    codes: tuple[int, ...]
    exponent: int


class Profile(NamedTuple):
    """A minimal-span basis; for every site, the generators active before it, and those that start and end there."""

    basis: list[Element]
    active: list[list[int]]
    starting: list[list[int]]
    ending: list[list[int]]


def element(codes: list[int], sign: int, p: int) -> Element:
    """The operator of a generator with its sign."""
    return Element(tuple(codes), sign_step(p) * sign % phases(p))


def multiplied(p: int, a: Element, b: Element, power: int = 1) -> Element:
    """a b^power."""
    codes, exponent = list(a.codes), a.exponent
    for _ in range(power):
        exponent += b.exponent
        for i, code in enumerate(b.codes):
            if code:
                exponent += site_phase(p, codes[i], code)
                codes[i] = site_sum(p, codes[i], code)
    return Element(tuple(codes), exponent % phases(p))


def column(p: int, a: Element, t: int) -> int:
    """Entry t of u_1, v_1, u_2, v_2, ..."""
    return a.codes[t // 2] % p if t % 2 else a.codes[t // 2] // p


def first(p: int, a: Element) -> int:
    """The first non-zero column of an element other than the identity."""
    site = next(i for i, code in enumerate(a.codes) if code)
    return 2 * site + (a.codes[site] < p)


def last(p: int, a: Element) -> int:
    """The last non-zero column of an element other than the identity."""
    site = next(i for i in reversed(range(len(a.codes))) if a.codes[i])
    return 2 * site + (a.codes[site] % p > 0)


def minimal_span(p: int, n: int, generators: list[Element]) -> Profile:
    """The profile of independent generators."""
    starts: dict[int, Element] = {}
    for generator in generators:
        row = generator
        while (start := first(p, row)) in starts:
            row = cleared(p, row, starts[start], start)
        starts[start] = row
    # From the latest start: a row keeps its start when a row that starts later is taken from it.
    ends: dict[int, Element] = {}
    for start in sorted(starts, reverse=True):
        row = starts[start]
        while (end := last(p, row)) in ends:
            row = cleared(p, row, ends[end], end)
        ends[end] = row
    basis = sorted(ends.values(), key=lambda row: first(p, row))
    spans = [(first(p, row) // 2, last(p, row) // 2) for row in basis]
    return Profile(
        basis,
        [[j for j, (a, b) in enumerate(spans) if a < site <= b] for site in range(n)],
        [[j for j, (a, _) in enumerate(spans) if a == site] for site in range(n)],
        [[j for j, (_, b) in enumerate(spans) if b == site] for site in range(n)],
    )


def cleared(p: int, row: Element, pivot: Element, t: int) -> Element:
    """The row times a power of the pivot, with a zero in column t."""
    return multiplied(p, row, pivot, -column(p, row, t) * pow(column(p, pivot, t), -1, p) % p)


def nearby_order(n: int, generators: list[list[int]]) -> list[int]:
    """The sites by breadth from a site far out, neighbours being those in one generator (Cuthill and McKee 1969)."""
    neighbours: list[set[int]] = [set() for _ in range(n)]
    for codes in generators:
        support = [i for i, code in enumerate(codes) if code]
        for i in support:
            neighbours[i].update(support)
    order: list[int] = []
    while len(order) < n:
        root = min(set(range(n)) - set(order), key=lambda i: (len(neighbours[i]), i))
        for _ in range(2):
            found = breadth_first(neighbours, root)
            root = found[-1]
        order += breadth_first(neighbours, root)
    return order


def breadth_first(neighbours: list[set[int]], root: int) -> list[int]:
    """The sites reached from the root; of the neighbours of a site, those with few neighbours first."""
    found, seen = [root], {root}
    for site in found:
        fresh = sorted(neighbours[site] - seen, key=lambda i: (len(neighbours[i]), i))
        found += fresh
        seen.update(fresh)
    return found
