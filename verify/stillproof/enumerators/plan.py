"""Which algorithm when: the ways to an enumerator with their predicted cost, and the cheapest within the budget."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, NamedTuple, TypeVar

from ..errors import OverBudget
from ..phase_space import PhaseVector
from . import css, direct, lattice
from .budget import Budget, Estimate, about
from .counts import from_support_counts
from .sites import Labels, weight_classes

Answer = TypeVar("Answer")


class Way(NamedTuple, Generic[Answer]):
    """An algorithm for one job, not yet run."""

    estimate: Estimate
    run: Callable[[], Answer]


def cheapest(ways: list[Way[Answer]], budget: Budget) -> Way[Answer]:
    """The way of least work within the budget.  Raises OverBudget where there is none."""
    within = [way for way in ways if way.estimate.fits(budget)]
    if within:
        return min(within, key=lambda way: way.estimate.work)
    if not ways:
        raise OverBudget("no enumerator algorithm is made for this many sites and classes")
    least = min((way.estimate for way in ways), key=lambda estimate: estimate.work)
    raise OverBudget(
        f"the cheapest way to the enumerator, the {least.algorithm}, takes {about(least.work)} element operations and "
        f"{about(least.memory)} bytes; the budget is {about(budget.work)} and {about(budget.memory)}; "
        f"raise it with --budget {least.covered(budget)}"
    )


def weight_ways(p: int, n: int, generators: list[PhaseVector]) -> list[Way[list[int]]]:
    """The ways to the weight enumerator of a span."""
    k = len(generators)
    ways: list[Way[list[int]]] = []
    found = css.parts(p, n, generators)
    if found:
        x, z = found
        estimate = css.estimate(p, n, (len(x), len(z)))
        if estimate:
            ways.append(Way(estimate, lambda: from_support_counts(css.support_counts(p, n, x, z))))
    estimate = lattice.estimate(p, n, k)
    if estimate:
        ways.append(Way(estimate, lambda: from_support_counts(lattice.support_counts(p, n, generators))))
    estimate = direct.estimate(p, n, k, 1, Labels.of(p, n, weight_classes(p)))
    if estimate:
        ways.append(Way(estimate, lambda: direct.weights(p, n, generators)))
    return ways
