"""Which algorithm when: the ways to an enumerator with their predicted cost, and the cheapest within the budget.

The profile of a trellis takes a while to find.  It is looked for where everything else takes longer.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, NamedTuple, TypeVar

from ..codes.phase_space import PhaseVector
from ..errors import OverBudget
from . import character, css, direct, lattice, pairs, spans, trellis
from .budget import Budget, Estimate, about
from .counts import from_support_counts
from .sites import Classes, Histogram, Labels, codes, weight_classes

Answer = TypeVar("Answer")
WORTH_A_PROFILE = 5 * 10**7


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
        raise OverBudget("no enumerator algorithm is made for this many sites and classes, whatever the --budget")
    least = min((way.estimate for way in ways), key=lambda estimate: estimate.work)
    raise OverBudget(
        f"the cheapest way to the enumerator, the {least.algorithm}, takes {about(least.work)} element operations and "
        f"{about(least.memory)} bytes; the budget is {about(budget.work)} and {about(budget.memory)}; "
        f"raise it with --budget {least.covered(budget)}"
    )


def weight_ways(
    p: int, n: int, generators: list[PhaseVector], threshold: int = WORTH_A_PROFILE
) -> list[Way[list[int]]]:
    """The ways to the weight enumerator of a span; the trellis where the others take more work than the threshold."""
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
    labels = Labels.of(p, n, weight_classes(p))
    estimate = direct.estimate(p, n, k, 1, labels)
    if estimate:
        ways.append(Way(estimate, lambda: direct.weights(p, n, generators)))
    if all(way.estimate.work > threshold for way in ways):
        zero = PhaseVector.of(p, [0] * n, [0] * n)
        narrow = trellis_way(p, n, generators, None, [zero], labels)
        if narrow:
            ways.append(Way(narrow.estimate, lambda: by_weight(n, narrow.run()[0])))
    return ways


def by_weight(n: int, histogram: Histogram) -> list[int]:
    """The numbers of elements of weight 0 ... n, exponents left out."""
    return [sum(row.get(w, 0) for row in histogram.values()) for w in range(n + 1)]


def class_ways(
    p: int,
    n: int,
    generators: list[PhaseVector],
    signs: list[int],
    representatives: list[PhaseVector],
    classes: Classes,
    threshold: int = WORTH_A_PROFILE,
) -> list[Way[list[Histogram]]]:
    """The ways to the histograms of some cosets, by exponent of w or -1 and by label."""
    labels = Labels.of(p, n, classes)
    ways: list[Way[list[Histogram]]] = []
    estimate = direct.estimate(p, n, len(generators), len(representatives), labels)
    if estimate:
        ways.append(Way(estimate, lambda: list(direct.histograms(p, n, generators, signs, representatives, labels))))
    else:
        estimate = direct.plain_estimate(p, n, len(generators), len(representatives))
        ways.append(Way(estimate, lambda: list(direct.plain(p, generators, signs, representatives, labels))))
    if pairs.applies(p, n, generators, classes, labels):
        estimate = pairs.estimate(p, n, generators, signs, len(representatives))
        ways.append(Way(estimate, lambda: pairs.histograms(p, n, generators, signs, representatives, labels)))
    if all(way.estimate.work > threshold for way in ways):
        if p > 2 and character.applies(classes):
            ways.append(kernel_way(p, n, generators, signs, representatives))
        narrow = trellis_way(p, n, generators, signs, representatives, labels)
        if narrow:
            ways.append(narrow)
    return ways


def kernel_way(
    p: int,
    n: int,
    generators: list[PhaseVector],
    signs: list[int],
    representatives: list[PhaseVector],
) -> Way[list[Histogram]]:
    """By weight enumerators of the kernel of the signs and of what one more vector makes of it."""
    jobs = {
        vectors: min(weight_ways(p, n, list(vectors)), key=lambda way: way.estimate.work)
        for vectors in character.spans(p, generators, signs, representatives)
    }
    work = sum(job.estimate.work for job in jobs.values())
    memory = max(job.estimate.memory for job in jobs.values())
    return Way(
        Estimate("weight enumerators of the kernel of the signs", work, memory),
        lambda: character.histograms(p, generators, signs, representatives, lambda vectors: jobs[vectors].run()),
    )


def trellis_way(
    p: int,
    n: int,
    generators: list[PhaseVector],
    signs: list[int] | None,
    representatives: list[PhaseVector],
    labels: Labels,
) -> Way[list[Histogram]] | None:
    """The trellis in the order of the sites as given or by neighbours, whichever is narrower."""
    vectors = [codes(g) for g in generators]
    signed = signs is not None and (p == 2 or any(signs))
    narrowest = None
    for order in (list(range(n)), spans.nearby_order(n, vectors)):
        basis = [
            spans.element([vector[i] for i in order], sign, p)
            for vector, sign in zip(vectors, signs or [0] * len(vectors), strict=True)
        ]
        profile = spans.minimal_span(p, n, basis)
        estimate = trellis.estimate(p, profile, labels, len(representatives), signed)
        if estimate and (narrowest is None or estimate.work < narrowest[0].work):
            narrowest = estimate, profile, order
    if narrowest is None:
        return None
    estimate, profile, order = narrowest

    def run() -> list[Histogram]:
        starts = [codes(a) for a in representatives]
        elements = [spans.Element(tuple(start[i] for i in order), 0) for start in starts]
        return [trellis.histogram(p, profile, start, labels, signed) for start in elements]

    return Way(estimate, run)
