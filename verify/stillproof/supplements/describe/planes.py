"""Claims about the iteration of a map of two parameters."""

from __future__ import annotations

from typing import Any

from ...exact.decimals import DOWN, to_places
from ...exact.reading import rational
from ..prose import say
from ..subject import Subject, Told
from ..tree import Flow, Text, flow, joined, listing, number
from .numbers import between

Claim = dict[str, Any]
SHOWN = 6  # decimals of an area
UNDECIDED = "undecided cells"  # with a space: no id of a region


def point(coordinates: list[str]) -> Flow:
    """A point of the triangle."""
    return listing([number(x) for x in coordinates])


def trapping(claim: Claim, subject: Subject) -> Told:
    """A region all of whose points flow to a fixed point."""
    ratio, contraction = (flow(number(claim[key])) for key in ("ratio", "contraction"))
    told = say("trapping", ratio=ratio, contraction=contraction)
    return Told([told], [joined(listing(subject.variables), flow("equals"), point(claim["point"]))])


def basin(claim: Claim, subject: Subject) -> Told:
    """How much of the triangle flows where."""
    rows: list[tuple[Text, ...]] = [
        ((region,), (flow(number(to_places(rational(area), SHOWN, DOWN)), "dots"),), (flow(number(area)),))
        for region, area in zip([*claim["regions"], UNDECIDED], [*claim["areas"], claim["undecided"]], strict=True)
    ]
    return Told([say("basin", steps=claim["steps"])], [], (("region", "area", "exactly"), rows))


def basin_threshold(claim: Claim, subject: Subject) -> Told:
    """The edge of a basin on a segment."""
    x = subject.letter("x", "t", "s")
    told = [say("basin-threshold", region=claim["region"], x=flow(x))]
    if subject.depolarizing(claim):
        told.append(say("basin-threshold.depolarizing", state=subject.at(claim["start"]), x=flow(x)))
    start, end = (point(claim[key]) for key in ("start", "end"))
    line = joined(
        listing(subject.variables), flow("equals"), flow("(", number(1), "minus", x, ")"), start,
        flow("plus", x), end,
    )  # fmt: skip
    return Told(told, [line, between(x, claim["interval"])])


def fixed_points(claim: Claim, subject: Subject) -> Told:
    """All fixed points."""
    rows: list[tuple[Text, ...]] = [
        ((point(found["at"]),), (found["type"],), (joined(*commas(found["eigenvalues"])),)) for found in claim["points"]
    ]
    return Told([say("fixed-points")], [], (("point", "type", "eigenvalues"), rows))


def commas(values: list[str]) -> list[Flow]:
    """Numbers with commas between them."""
    return [flow(number(x), *(["comma"] if i + 1 < len(values) else [])) for i, x in enumerate(values)]


def flow_to(claim: Claim, subject: Subject) -> Told:
    """Where one point flows."""
    region = subject.known[claim["region"]]
    shown = joined(point(claim["point"]), flow("to"), point(region["point"]))
    return Told([say("flow")], [shown])
