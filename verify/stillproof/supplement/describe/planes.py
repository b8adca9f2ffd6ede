"""Claims about the iteration of a map of two parameters."""

from __future__ import annotations

from typing import Any

from flint import fmpq

from ...algebraic import rational
from ..tree import Flow, Text, flow, joined, listing, number, variable
from .numbers import between
from .subject import Subject, Told

Claim = dict[str, Any]
SHOWN = 6  # decimals of an area


def point(coordinates: list[str]) -> Flow:
    """A point of the triangle."""
    return listing([number(x) for x in coordinates])


def trapping(claim: Claim, subject: Subject) -> Told:
    """A region all of whose points flow to a fixed point."""
    words: list[Text] = [
        ("Every point of the triangle shrunk by the factor ", flow(number(claim["ratio"])), " towards the point below "
         "flows to it when the map is applied again and again: each step brings it nearer by the factor ",
         flow(number(claim["contraction"])), " or more, in the gauge of the convention. So the point is an attractor."),
    ]  # fmt: skip
    return Told(words, [joined(listing(subject.variables), flow("equals"), point(claim["point"]))])


def cut(value: str) -> str:
    """A rational >= 0, with its decimals cut off."""
    size = str(int((rational(value) * fmpq(10) ** SHOWN).floor())).zfill(SHOWN + 1)
    return f"{size[:-SHOWN]}.{size[-SHOWN:]}"


def basin(claim: Claim, subject: Subject) -> Told:
    """How much of the triangle flows where."""
    words: Text = (
        "The triangle of states is cut into cells. In each cell all points, not only samples, reach the trapping "
        f"region named here after at most {claim['steps']} steps; the area is a part of that of the triangle, exactly, "
        "and as a decimal that is cut off. Of the points in undecided cells nothing is said.",
    )
    rows: list[tuple[Text, ...]] = [
        ((region,), (flow(number(cut(area)), "dots"),), (flow(number(area)),))
        for region, area in zip([*claim["regions"], "undecided"], [*claim["areas"], claim["undecided"]], strict=True)
    ]
    return Told([words], [], (("region", "area", "exactly"), rows))


def basin_threshold(claim: Claim, subject: Subject) -> Told:
    """The edge of a basin on a segment."""
    x = variable("x")
    words: Text = (
        f"On the segment below, every point with x at most the smaller number flows to the point of {claim['region']} "
        "when the map is applied again and again, and no point with x at least the larger number does. Where the "
        "segment ends at the maximally mixed state, x is the rate of depolarizing noise.",
    )
    start, end = (point(claim[key]) for key in ("start", "end"))
    line = joined(
        listing(subject.variables), flow("equals"), flow("(", number(1), "minus", x, ")"), start,
        flow("plus", x), end,
    )  # fmt: skip
    return Told([words], [line, between(x, claim["interval"])])


def fixed_points(claim: Claim, subject: Subject) -> Told:
    """All fixed points."""
    words: Text = (
        "These are all fixed points of the map in the triangle; the eigenvalues are those of its derivative. Decimals "
        "are within half a unit of their last digit, everything else is exact.",
    )
    rows: list[tuple[Text, ...]] = [
        ((point(found["at"]),), (found["type"],), (joined(*commas(found["eigenvalues"])),)) for found in claim["points"]
    ]
    return Told([words], [], (("point", "type", "eigenvalues"), rows))


def commas(values: list[str]) -> list[Flow]:
    """Numbers with commas between them."""
    return [flow(number(x), *(["comma"] if i + 1 < len(values) else [])) for i, x in enumerate(values)]


def flow_to(claim: Claim, subject: Subject) -> Told:
    """Where one point flows."""
    region = subject.known[claim["region"]]
    words: Text = ("The first point flows to the second one when the map is applied again and again.",)
    shown = joined(point(claim["point"]), flow("to"), point(region["point"]))
    return Told([words], [shown])
