"""Fixed points that attract, and a region around each that the map contracts."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

from flint import fmpq, fmpq_mpoly_ctx

from ..errors import Declined
from .forms import Forms, Point

CONTRACTION = fmpq(15, 16)
SIZES = (32, 1024)  # denominators of the size of a region that are tried
BITS = 64  # orbits are followed on the grid of width 2^-BITS, to find candidates
STARTS = 24  # starting points along an edge
ORBIT = 400
MOST = 26  # fixed points that are tried: a cover has a letter for each


def attractors(forms: Forms) -> list[tuple[fmpq, fmpq]]:
    """The rational fixed points to which orbits from a grid of points go, those of most points first; at most MOST.

    A search: what it finds is proved by `ratio`, what it misses stays undecided.  A map that leaves many points where
    they are gives as many fixed points as the grid has points, and none of them attracts.
    """
    ends: Counter[Point] = Counter()
    for i in range(1, STARTS):
        for j in range(1, STARTS - i):
            point: Point = tuple((k << BITS) // STARTS for k in (STARTS - i - j, i, j))
            for _ in range(ORBIT):
                *parts, total = forms.at(point)
                after = tuple((x << BITS) // total for x in parts)
                if after == point:
                    break
                point = after
            ends[point] += 1
    found: list[tuple[fmpq, fmpq]] = []
    for end, _ in ends.most_common():
        if len(found) == MOST:
            break
        near = [Fraction(x, 1 << BITS).limit_denominator(1000) for x in end]
        first, second = (fmpq(x.numerator, x.denominator) for x in near[1:])
        if sum(near) == 1 and (first, second) not in found and fixed(forms, (first, second)):
            found.append((first, second))
    return found


def fixed(forms: Forms, point: tuple[fmpq, fmpq]) -> bool:
    """Whether the map leaves a rational point where it is."""
    first, second = point
    size = first.q.lcm(second.q)
    x = tuple(int((size * c).p) for c in (1 - first - second, first, second))
    *parts, total = forms.at(x)
    return all(part * sum(x) == total * c for part, c in zip(parts, x, strict=True))


def ratio(forms: Forms, point: tuple[fmpq, fmpq]) -> fmpq:
    """The greatest size k/32, else k/1024, of a region around a point that is contracted by 15/16."""
    first, second = point
    coordinates = [1 - first - second, first, second]
    if min(coordinates) < 0:
        raise Declined(f"({first}, {second}) is outside the triangle")
    for size in SIZES:
        best = 0
        while best < size and contracts(forms, coordinates, fmpq(best + 1, size)):
            best += 1
        if best:
            return fmpq(best, size)
    raise Declined(f"no region that is contracted by {CONTRACTION} was found around ({first}, {second})")


def contracts(forms: Forms, point: list[fmpq], size: fmpq) -> bool:
    """Whether all coefficients that say so are non-negative, in each piece of the region."""
    ring = fmpq_mpoly_ctx.get([f"t{i}" for i in range(3)], "lex")
    gens = ring.gens()
    kept = [i for i in range(3) if point[i]]
    for j in kept:
        ends = [[(1 - size) * x + size * (i == k) for i, x in enumerate(point)] for k in range(3) if k != j]
        x = [sum(row[i] * gen for row, gen in zip((point, *ends), gens, strict=True)) for i in range(3)]
        total = gens[0] + gens[1] + gens[2]
        *parts, whole = (
            sum((c * x[0] ** a * x[1] ** b * x[2] ** d for c, (a, b, d) in form), ring.constant(0))
            for form in forms.terms
        )
        least = (1 - CONTRACTION) * total + CONTRACTION / point[j] * x[j]
        for i in kept:
            if any(c < 0 for c in (total * parts[i] - point[i] * least * whole).coeffs()):
                return False
    return True
