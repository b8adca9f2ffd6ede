"""The trellis: weight and class enumerators site by site, for codes that are narrow in some order of the sites.

Between two sites a state is a choice of coefficients of the active generators of a minimal-span basis (`spans`).  For
every state there is an array: how many beginnings of elements lead to it, by exponent and by the numbers of sites in
classes 1, 2, ...  A site reads the class, and for qubits the phase, of its value off the coefficients of the
generators there; then the generators that end there are summed over.

Numbers are at most p^k.  Where that is below 2^63 they are int64; else they are found modulo several numbers near
2^48 and put together by the Chinese remainder theorem.  At most p^2 residues are added before the next reduction.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import gcd
from typing import TYPE_CHECKING, Any, NamedTuple

from .budget import Estimate
from .sites import Histogram, Labels, site_phase, site_sum
from .spans import Element, Profile

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[Any]

LARGEST_P = 97
MODULUS = 2**48


def estimate(p: int, profile: Profile, labels: Labels, starts: int, signed: bool) -> Estimate | None:
    """What `histogram` will cost for every one of the starts."""
    if p > LARGEST_P:
        return None
    work = memory = 0
    cells = p if signed else 1
    for site, (active, starting, ending) in enumerate(zip(*profile[1:], strict=True)):
        size = cells * (site + 2) ** (labels.classes - 1)
        paths = p ** (len(active) + len(starting))
        kept = p ** (len(active) + len(starting) - len(ending))
        calls = p ** len(ending) * min(labels.classes * cells, p * p)
        work += 4 * paths * size + 60 * paths * (len(active) + 3) + 30_000 * calls
        memory = max(memory, 10 * size * (p ** len(active) + kept) + 100 * paths)
    count = len(moduli(p ** len(profile.basis)))
    return Estimate("trellis", starts * count * work + 200_000, memory + 2**20)


def moduli(bound: int) -> list[int]:
    """Coprime numbers with a product above the bound, or [0], for plain integers, where it is below 2^63."""
    if bound < 2**63:
        return [0]
    found: list[int] = []
    total, candidate = 1, MODULUS
    while total <= bound:
        if all(gcd(candidate, x) == 1 for x in found):
            found.append(candidate)
            total *= candidate
        candidate -= 1
    return found


def histogram(p: int, profile: Profile, start: Element, labels: Labels, signed: bool) -> Histogram:
    """The elements start * span(basis), by exponent of w or -1 (0 where not `signed`) and label."""
    found: Histogram = {}
    total = 1
    for modulus in moduli(p ** len(profile.basis)):
        residues = counted(p, profile, start, labels, signed, modulus)
        for exponent, label, residue in entries(residues, labels, modulus > 0):
            row = found.setdefault(exponent, {})
            known = row.get(label, 0)
            # known + total * x = residue modulo this modulus
            step = (residue - known) * pow(total, -1, modulus) % modulus if modulus else residue
            row[label] = known + total * step
        total *= modulus or 1
    return {e: {x: c for x, c in sorted(row.items()) if c} for e, row in sorted(found.items())}


def entries(residues: Array, labels: Labels, everything: bool) -> Iterator[tuple[int, int, int]]:
    """(exponent, label, entry) for all entries or the non-zero ones."""
    import numpy as np

    places = np.argwhere(np.ones_like(residues, dtype=bool) if everything else residues)
    for (exponent, *degrees), entry in zip(places.tolist(), residues[tuple(places.T)].tolist(), strict=True):
        if sum(degrees) <= labels.n:
            yield exponent, sum(x * (labels.n + 1) ** j for j, x in enumerate(degrees)), entry


class Paths(NamedTuple):
    """What a site does, for every choice of coefficients of the generators that meet it.

    From state `source` to state `target`, by way of the coefficients `ended` of the generators that end here.
    """

    source: Array
    target: Array
    ended: Array
    classes: Array
    phase: Array


def counted(p: int, profile: Profile, start: Element, labels: Labels, signed: bool, modulus: int) -> Array:
    """How many elements there are by exponent and degrees in classes 1, 2, ...; modulo a number or not.

    For p = 2 the phase of a state is known up to a sign: a generator that has ended commutes with the others on the
    sites so far, so that only pairs of active ones count.  The exponents kept are of -1, beside the known phase.
    """
    import numpy as np

    degrees, cells = labels.classes - 1, p if signed else 1
    states = np.zeros((1, cells, *[1] * degrees), dtype=np.int64)
    known = np.array([start.exponent % 2 if p == 2 else 0])
    states[0, (start.exponent // 2 if p == 2 else start.exponent) % cells] = 1
    for site, (active, starting, ending) in enumerate(zip(*profile[1:], strict=True)):
        paths = site_paths(p, profile.basis, start, site, active, starting, ending, labels)
        size = p ** (len(active) + len(starting) - len(ending))
        after = np.zeros((size, cells, *[site + 2] * degrees), dtype=np.int64)
        phase, known = known[paths.source] + paths.phase, np.zeros(size, dtype=np.int64)
        if p == 2:
            known[paths.target] = phase % 2
            phase = (phase - known[paths.target]) // 2
        keys = (paths.classes * cells + phase % cells) * p ** len(ending) + paths.ended
        for key in np.unique(keys[paths.classes >= 0]).tolist():
            # The coefficients that end are fixed, so that every path has a target of its own.
            which = np.nonzero(keys == key)[0]
            index, turn = divmod(key // p ** len(ending), cells)
            moved = [slice(1, None) if j == index else slice(0, -1) for j in range(1, degrees + 1)]
            for cell in range(cells):
                into = (paths.target[which], (cell + turn) % cells, *moved)
                after[into] += states[paths.source[which], cell]
        if modulus:
            after %= modulus
        states = after
    if signed and known[0]:
        raise ValueError("generators and representative do not commute")
    found: Array = states[0]
    return found


def site_paths(
    p: int,
    basis: list[Element],
    start: Element,
    site: int,
    active: list[int],
    starting: list[int],
    ending: list[int],
    labels: Labels,
) -> Paths:
    """The paths of one site.  A state is a number with the coefficient of the first active generator in front."""
    import numpy as np

    here = [*active, *starting]
    paths = np.arange(p ** len(here))
    source, target, ended = (np.zeros(len(paths), dtype=np.intp) for _ in range(3))
    value, phase = np.full(len(paths), start.codes[site]), np.zeros(len(paths), dtype=np.int64)
    codes = range(p * p)
    for place, j in enumerate(here):
        coefficient = paths // p ** (len(here) - 1 - place) % p
        if place < len(active):
            source = source * p + coefficient
        else:
            phase += coefficient * basis[j].exponent
        if j in ending:
            ended = ended * p + coefficient
        else:
            target = target * p + coefficient
        code = basis[j].codes[site]
        sums = np.array([site_sum(p, x, code) for x in codes])
        shifts = np.array([site_phase(p, x, code) for x in codes])
        for c in range(1, p) if code else ():
            times = coefficient >= c
            phase += shifts[value] * times
            value = np.where(times, sums[value], value)
    strides = {stride: j for j, stride in enumerate([0, *((labels.n + 1) ** i for i in range(labels.classes - 1))])}
    classes = np.array([strides.get(stride, -1) for stride in labels.strides])
    return Paths(source, target, ended, classes[value], phase)
