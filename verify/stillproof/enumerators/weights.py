"""Weight enumerators of subspaces and of cosets, by whichever algorithm is cheapest."""

from __future__ import annotations

from ..codes.phase_space import PhaseVector
from .budget import DEFAULT, Budget
from .counts import macwilliams
from .linear import complement
from .plan import cheapest, weight_ways


def weight_enumerator(p: int, n: int, generators: list[PhaseVector], budget: Budget = DEFAULT) -> list[int]:
    """[A_0, ..., A_n] of the span of independent generators, isotropic or not.  Raises OverBudget.

    Where the symplectic complement is smaller, its enumerator is found, and transformed.
    """
    if len(generators) > n:
        return macwilliams(p, weight_enumerator(p, n, complement(p, n, generators), budget))
    return cheapest(weight_ways(p, n, generators), budget).run()


def coset_enumerator(
    p: int, n: int, stabilizers: list[PhaseVector], inside: list[int], coset: PhaseVector, budget: Budget = DEFAULT
) -> list[int]:
    """The enumerator of coset + S, for a coset outside S, with `inside` that of S.

    The multiples c coset + S, c != 0, all have the same one, and with S they are the span of both.
    """
    both = weight_enumerator(p, n, [*stabilizers, coset], budget)
    return [(x - y) // (p - 1) for x, y in zip(both, inside, strict=True)]
