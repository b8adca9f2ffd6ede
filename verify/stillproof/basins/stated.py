"""The covers that the claims of a statement ask for, each built once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from flint import fmpq

from ..errors import Declined, InputError, OverBudget
from ..exact.rational_function import RationalFunction
from ..exact.reading import rational
from ..files.text import dumps, sha256
from ..words.progress import Progress
from .cover import Cover, Segment
from .fixed import fixed_points
from .forms import Forms, forms_of
from .regions import ratio

Claim = Mapping[str, Any]
MAX_LINE = 1 << 17  # cells that one more line may add


class Basins:
    """What claims of kind `trapping`, `basin`, `basin-threshold` and `fixed-points` are answered from.

    `claims` are all claims of the statement by id; `scratch` is a folder for the state of an unfinished cover.
    """

    def __init__(
        self,
        outputs: Mapping[str, RationalFunction],
        success: RationalFunction,
        claims: Mapping[str, Claim],
        scratch: Path,
        hear: Progress,
    ):
        self.outputs, self.success, self.claims, self.scratch, self.hear = outputs, success, claims, scratch, hear
        self.covers: dict[str, Cover] = {}

    @cached_property
    def forms(self) -> Forms:
        """The map on the triangle.  Raises Declined where it is none."""
        return forms_of(list(self.outputs.values()), self.success)

    def ratio(self, point: list[str]) -> fmpq:
        """The size of the region around a point."""
        return ratio(self.forms, self.pair(point))

    def cover(self, identifier: str) -> Cover:
        """The cover of the `basin` claim with this id, split for every `basin-threshold` claim that rests on it."""
        if identifier not in self.covers:
            claim = self.claims[self.known(identifier, "basin")]
            regions = [self.region(label) for label in claim["regions"]]
            cover = Cover(self.forms, regions)
            resting = [x for x in self.claims.values() if (x["kind"], x.get("of")) == ("basin-threshold", identifier)]
            segments = [self.segment(x) for x in resting]
            shown = [self.forms.terms, claim["level"], [list(map(str, row)) for row in regions], str(segments)]
            key = sha256(dumps(shown))
            cover.build(claim["level"], segments, self.scratch / f"{key}.cover", self.hear)
            self.covers[identifier] = cover
        return self.covers[identifier]

    def committed(self, identifier: str, spelled: str) -> Cover:
        """The cover of the `basin` claim with this id, as a certified certificate spells it."""
        claim = self.claims[self.known(identifier, "basin")]
        cover = Cover(self.forms, [self.region(label) for label in claim["regions"]])
        cover.read(spelled)
        return cover

    def region(self, label: Any) -> list[fmpq]:
        """The least coordinates of the region of a `trapping` claim."""
        point = self.claims[self.known(label, "trapping")]["point"]
        size = 1 - self.ratio(point)
        return [size * x for x in barycentric(self.pair(point))]

    def extend(self, claim: Claim) -> None:
        """Split the cover for one more `basin-threshold` claim.  Raises Declined, and leaves the cover as it was."""
        cover = self.cover(claim["of"])
        before = cover.spelled()
        try:
            cover.resolve(self.segment(claim), MAX_LINE)
            low, high = self.bracket(claim)
            if high >= 1:
                raise Declined(f"no cell beyond {self.place(claim, low)} is shown to flow elsewhere")
            if low <= 0:
                raise Declined("no cell at the start of the line is shown to flow to the region")
        except (Declined, OverBudget) as error:
            cover.take(before)
            raise Declined(str(error)) from None

    def place(self, claim: Claim, x: fmpq) -> str:
        """A point of the line of a claim, in words."""
        ends = self.pair(claim["start"]), self.pair(claim["end"])
        between = [a + x * (b - a) for a, b in zip(*ends, strict=True)]
        at, start, end = (f"({first}, {second})" for first, second in (between, *ends))
        return f"the point {at} of the line from {start} to {end}"

    def fixed_points(self, identifier: str) -> list[dict[str, Any]]:
        """The fixed points of the map, from the cover of the `basin` claim with this id."""
        cover = self.cover(identifier)
        regions = [self.claims[label] for label in self.claims[identifier]["regions"]]
        return fixed_points(cover, [self.pair(region["point"]) for region in regions])

    def segment(self, claim: Claim) -> Segment:
        """The segment of a `basin-threshold` claim."""
        regions = self.claims[self.known(claim["of"], "basin")]["regions"]
        if claim["region"] not in regions:
            raise InputError(f"{claim['id']}: region", f"one of {regions}", claim["region"])
        start, end = (barycentric(self.pair(claim[key])) for key in ("start", "end"))
        return Segment(start, end, regions.index(claim["region"]), self.width(claim) * fmpq(4, 5))

    def bracket(self, claim: Claim) -> tuple[fmpq, fmpq]:
        """The interval of a `basin-threshold` claim, rounded outwards to multiples of a tenth of its width."""
        low, high = self.cover(claim["of"]).bracket(self.segment(claim))
        grid = self.width(claim) / 10
        return (low / grid).floor() * grid, (high / grid).ceil() * grid

    def width(self, claim: Claim) -> fmpq:
        """The width of a `basin-threshold` claim.  Raises InputError unless it is a positive rational."""
        try:
            width = rational(claim["width"])
        except (ValueError, TypeError, ZeroDivisionError, AttributeError):
            width = fmpq(0)
        if width <= 0:
            raise InputError(f"{claim['id']}: width", 'a positive rational such as "1/1000"', claim["width"])
        return width

    def known(self, identifier: Any, kind: str) -> Any:
        """The id, if it is that of a claim of this kind.  Raises InputError."""
        known = [key for key, claim in self.claims.items() if claim["kind"] == kind]
        if identifier not in known:
            raise InputError("claim", f"the id of a `{kind}` claim, one of {known}", identifier)
        return identifier

    def pair(self, point: list[str]) -> tuple[fmpq, fmpq]:
        """A point of a claim.  Raises InputError where it is none."""
        try:
            first, second = map(rational, point)
        except (ValueError, TypeError, ZeroDivisionError, AttributeError):
            raise InputError("point", 'two rationals such as ["1/3","0"]', point) from None
        if min(barycentric((first, second))) < 0:
            raise InputError("point", "e_1, e_2 >= 0 and e_1 + e_2 <= 1", point)
        return first, second


def barycentric(point: tuple[fmpq, fmpq]) -> tuple[fmpq, fmpq, fmpq]:
    """1 - e_1 - e_2, e_1, e_2."""
    return 1 - point[0] - point[1], *point
