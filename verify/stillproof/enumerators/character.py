"""Class enumerators with signs from weight enumerators: odd p, class 0 the identity, class 1 everything else.

For odd p the exponent of an element of S is linear: e = sum_j signs_j c_j.  Elements of one exponent are a coset of
the kernel of e, and the weight enumerator of a coset x + K is that of K + <x> without K, over p - 1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..codes.phase_space import PhaseVector
from .linear import by_last_column, inside
from .sites import Classes, Histogram

Vectors = tuple[PhaseVector, ...]


def applies(classes: Classes) -> bool:
    """Whether classes are weights."""
    return all(j == int(site != (0, 0)) for site, j in classes.items())


def kernel(p: int, generators: list[PhaseVector], signs: list[int]) -> tuple[Vectors, PhaseVector | None]:
    """A basis of the elements with exponent 0, and a vector with exponent 1 or None."""
    pivot = next((j for j, sign in enumerate(signs) if sign % p), None)
    if pivot is None:
        return tuple(generators), None
    one = generators[pivot] * pow(signs[pivot], -1, p)
    rest = [g + one * -sign for j, (g, sign) in enumerate(zip(generators, signs, strict=True)) if j != pivot]
    return tuple(rest), one


def cosets(
    p: int, generators: list[PhaseVector], signs: list[int], representative: PhaseVector
) -> Iterator[tuple[int, Vectors, bool]]:
    """For every exponent: a basis of the span of the kernel and the elements, and whether that is the kernel."""
    basis, one = kernel(p, generators, signs)
    echelon = by_last_column(p, [a.row() for a in basis])
    for exponent in range(p if one else 1):
        element = representative + one * exponent if one else representative
        within = inside(p, echelon, element.row())
        yield exponent, basis if within else (*basis, element), within


def spans(p: int, generators: list[PhaseVector], signs: list[int], representatives: list[PhaseVector]) -> set[Vectors]:
    """The spans whose weight enumerators are needed."""
    found = {kernel(p, generators, signs)[0]}
    for representative in representatives:
        found |= {vectors for _, vectors, _ in cosets(p, generators, signs, representative)}
    return found


def histograms(
    p: int,
    generators: list[PhaseVector],
    signs: list[int],
    representatives: list[PhaseVector],
    enumerator: Callable[[Vectors], list[int]],
) -> list[Histogram]:
    """The histograms by exponent and weight."""
    known: dict[Vectors, list[int]] = {}

    def counts(vectors: Vectors) -> list[int]:
        if vectors not in known:
            known[vectors] = enumerator(vectors)
        return known[vectors]

    zero = counts(kernel(p, generators, signs)[0])
    found: list[Histogram] = []
    for representative in representatives:
        rows: Histogram = {}
        for exponent, vectors, within in cosets(p, generators, signs, representative):
            row = zero if within else [(x - y) // (p - 1) for x, y in zip(counts(vectors), zero, strict=True)]
            rows[exponent] = {w: count for w, count in enumerate(row) if count}
        found.append(rows)
    return found
