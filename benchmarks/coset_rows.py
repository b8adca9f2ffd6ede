"""All nine Golay cosets by class, against the plain A: what the Norell state needs, in units of the strange state's.

The Norell state's expectations have two values on the eight operators besides I: one on {(0,1), (0,2)}, one on the rest
(Prakash 2020, section 6).  The reference is a listing of all 3^12 elements in plain Python.
"""

from __future__ import annotations

from collections import Counter
from itertools import product
from typing import Any

from harness import ROOT, Row, compare, timed, within
from stillproof.codes.code import read_code
from stillproof.codes.phase_space import PhaseVector
from stillproof.enumerators import class_enumerators, weight_enumerator

CLASSES = {(u, v): 2 if u else 1 if v else 0 for u, v in product(range(3), repeat=2)}


def listed(generators: list[PhaseVector], start: PhaseVector) -> dict[tuple[int, ...], int]:
    """{(sites of class 0, 1, 2): elements} of start + the span of the generators."""
    n = len(start.u)
    points = [tuple(start.row())]
    for row in (g.row() for g in generators):
        points = [tuple((x + k * y) % 3 for x, y in zip(point, row)) for point in points for k in range(3)]
    found = Counter(tuple(CLASSES[pair] for pair in zip(point[:n], point[n:])) for point in points)
    counts: Counter[tuple[int, ...]] = Counter()
    for sites, count in found.items():
        counts[sites.count(0), sites.count(1), sites.count(2)] += count
    return dict(counts)


def coset_row() -> Row:
    """The nine class enumerators in units of A's time."""
    code = read_code(ROOT / "fixtures" / "codes" / "golay11.json")
    generators = list(code.stabilizers)
    starts = [code.logical_x[0] * a + code.logical_z[0] * b for a, b in product(range(3), repeat=2)]
    reference = [listed(generators, start) for start in starts]

    def nine() -> Any:
        return class_enumerators(3, 11, generators, [0] * 10, starts, CLASSES)

    def plain() -> Any:
        return weight_enumerator(3, 11, generators)

    def same(mine: Any, inside: Any) -> bool:
        classes = [{key: sum(exponents) for key, exponents in coset.items()} for coset in mine]
        weights = [sum(count for key, count in classes[0].items() if 11 - key[0] == w) for w in range(12)]
        return bool(classes == reference and weights == inside)

    return compare(
        "nine Golay cosets by class",
        timed(nine, 20),
        "A of the same code, by stillproof",
        timed(plain, 20),
        within(20),
        same=same,
        compared="all classes of all cosets; A",
        note="Classes {I}, {(0,1), (0,2)} and the other six; the reference is a listing in plain Python. "
        "A round is 20 calls in a row on either side.",
    )
