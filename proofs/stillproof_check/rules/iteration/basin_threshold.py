"""`basin-threshold`: where a segment of the triangle leaves the basin of a fixed point, between two rationals."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from ...entry.loader import Reader, interval, listed, name, no_witness, rational
from ...entry.verdict import require, supported, wellformed, within
from ...entry.work import Work
from ...subject.ensemble import depolarizes_along
from ...subject.established import Crossing, Established, Number
from ...subject.statement import Facts
from ...triangles.cover import MIXED, Cell
from .basin import Basin

CONVENTION = (
    "the points start + x (end - start): for 0 <= x <= interval[0] all flow to the point of the region, for "
    "interval[1] <= x <= 1 none does; x is the depolarizing rate delta where start is pure and end maximally mixed"
)
LEMMAS = ("basin-cover", "segment-cover")
MAX_DENOMINATOR = 10**40  # of an end, a width or a coordinate


def fields(facts: Facts) -> dict[str, Reader]:
    """The ids of the `basin` and the `trapping` claim, the ends of the segment, the interval and its greatest width."""
    ends = listed(rational, 2)
    return {"end": ends, "interval": interval, "of": name, "region": name, "start": ends, "width": rational}


witness = no_witness  # the cells of the basin are walked through


def check(claim: dict[str, Any], line: dict[str, Any], facts: Facts) -> Established:
    """Establishes the interval, in units of delta or of the segment."""
    found = facts.of(claim["of"], Basin)
    labels = found.regions
    wellformed(claim["region"] in labels, "basin-threshold.region", labels, claim["region"])
    region, (low, high) = labels.index(claim["region"]), claim["interval"]
    numbers = [low, high, claim["width"], *claim["start"], *claim["end"]]
    size = max(x.denominator for x in numbers)
    within(size <= MAX_DENOMINATOR, "basin-threshold.denominator", f"at most {MAX_DENOMINATOR}", "more")
    wellformed(0 < low and high < 1, "basin-threshold.interval", "0 < low < high < 1", claim["interval"])
    require(high - low <= claim["width"], "basin-threshold.width", f"at most {claim['width']} wide", high - low)
    start, end = ((1 - first - second, first, second) for first, second in (claim["start"], claim["end"]))
    inside = min(*start, *end) >= 0 and start != end
    wellformed(inside, "basin-threshold.segment", "two points of the triangle", (claim["start"], claim["end"]))
    gap = ""  # where nothing is shown: no fault of the claim, if nothing else is
    for cell, first, last in along(found.cover, start, end, facts.work):
        if low <= first and last <= high:
            continue
        where = f"x in [{first}, {last}]"
        if cell.region == MIXED:
            gap = gap or where
            continue
        if first < low:
            there = labels[cell.region]
            require(cell.region == region, "basin-threshold.below", f"{where} flows to {claim['region']}", there)
        if last > high:
            require(cell.region != region, "basin-threshold.above", f"{where} flows elsewhere", claim["region"])
    supported(not gap, "basin-threshold.decided", f"{gap} flows to a region", "not shown")
    depolarizing = depolarizes_along(facts.state, claim["start"], claim["end"])
    ends = " to ".join(f"({x}, {y})" for x, y in (claim["start"], claim["end"]))
    return Crossing(Number(low, high, "delta" if depolarizing else f"the segment {ends}"))


def along(root: Cell, start: Any, end: Any, work: Work) -> Iterator[tuple[Cell, Fraction, Fraction]]:
    """The leaves that share more than a point with a segment, and the part of [0, 1] for which they do."""
    todo = [root]
    while todo:
        cell = todo.pop()
        first, last = Fraction(0), Fraction(1)
        for x, a, b in zip(cell.corner, start, end):
            low, high = Fraction(x, 1 << cell.level) - a, Fraction(x + 1, 1 << cell.level) - a
            if a == b:
                first, last = (first, last) if low <= 0 <= high else (first, first)
            else:
                ends = sorted((low / (b - a), high / (b - a)))
                first, last = max(first, ends[0]), min(last, ends[1])
        if first < last:
            if cell.parts:
                work.more(24 * len(cell.parts))
                todo.extend(cell.parts)
            else:
                yield cell, first, last
