"""Weight enumerators of subspaces and of cosets, by whichever algorithm is cheapest."""

from __future__ import annotations

from ..phase_space import PhaseVector
from . import direct, lattice
from .budget import DEFAULT, Budget, cheapest
from .counts import from_support_counts
from .sites import Labels, weight_classes


def weight_enumerator(p: int, n: int, generators: list[PhaseVector], budget: Budget = DEFAULT) -> list[int]:
    """[A_0, ..., A_n] of the span of independent generators, isotropic or not.  Raises OverBudget."""
    labels = Labels.of(p, n, weight_classes(p))
    listing = direct.estimate(p, n, len(generators), 1, labels)
    estimates = [x for x in (listing, lattice.estimate(p, n, len(generators))) if x]
    chosen = cheapest(estimates, budget)
    if listing and chosen.algorithm == listing.algorithm:
        zero = PhaseVector.of(p, [0] * n, [0] * n)
        signs = [0] * len(generators)
        found = direct.histogram(p, n, generators, signs, zero, labels)
        return [sum(row.get(w, 0) for row in found.values()) for w in range(n + 1)]
    return from_support_counts(lattice.support_counts(p, n, generators))


def coset_enumerator(
    p: int, n: int, stabilizers: list[PhaseVector], inside: list[int], coset: PhaseVector, budget: Budget = DEFAULT
) -> list[int]:
    """The enumerator of coset + S, for a coset outside S, with `inside` that of S.

    The multiples c coset + S, c != 0, all have the same one, and with S they are the span of both.
    """
    both = weight_enumerator(p, n, [*stabilizers, coset], budget)
    return [(x - y) // (p - 1) for x, y in zip(both, inside, strict=True)]
