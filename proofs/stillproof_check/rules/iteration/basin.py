"""`basin`: cells of the triangle of a two-parameter map, each with the region that all its points reach."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from ...entry.loader import MAX_SMALL, Reader, listed, name, rational, small, text
from ...entry.verdict import require, supported, wellformed, within
from ...subject.established import Established, Map
from ...subject.statement import Facts
from ...triangles.cover import LETTERS, MAX_LEVEL, MIXED, Cell, Images, exact_steps, read_cover
from ...triangles.triangle import triangle_map
from .trapping import Trapping

CONVENTION = (
    "areas[i] = the part of the area of the triangle e_1, e_2 >= 0, e_1 + e_2 <= 1 in the cells that are shown to "
    "reach regions[i], all points after at most `steps` steps; undecided = the part in the other cells, none of them "
    "of a level below `level`"
)
LEMMAS = ("affine-patch", "basin-cover", "positive-forms")


@dataclass(frozen=True)
class Basin(Established):
    """A cover of the triangle by cells, each of a region or of none."""

    cover: Cell
    images: Images
    regions: list[str]


def fields(facts: Facts) -> dict[str, Reader]:
    """The id of the `map` claim, those of the `trapping` claims, the areas, and the greatest number of steps."""
    return {
        "areas": listed(rational),
        "level": small(0, MAX_LEVEL),
        "of": name,
        "regions": listed(name),
        "steps": small(0, MAX_SMALL),
        "undecided": rational,
    }


def witness(facts: Facts) -> dict[str, Reader]:
    """The cells."""
    return {"cover": text}


def check(claim: dict[str, Any], line: dict[str, Any], facts: Facts) -> Established:
    """Establishes the cells, bounds of their images, and the ids of the regions."""
    function = triangle_map(facts.of(claim["of"], Map), facts.state.parameters, facts.work)
    labels = claim["regions"]
    within(len(labels) <= len(LETTERS), "basin.regions.count", f"at most {len(LETTERS)}", len(labels))
    wellformed(len(set(labels)) == len(labels), "basin.regions.distinct", "distinct ids", labels)
    regions = [facts.of(label, Trapping) for label in labels]
    points = [region.point for region in regions]
    apart = all(point not in points[:i] for i, point in enumerate(points))
    wellformed(apart, "basin.regions.points", "regions of distinct points", [list(map(str, p)) for p in points])
    maps = [region.source for region in regions]
    supported(set(maps) <= {claim["of"]}, "basin.regions.map", f"regions of {claim['of']}", maps)
    root, images = read_cover(line["cover"], len(regions), facts.work), Images(function)
    counts = [[0] * (MAX_LEVEL + 1) for _ in (*regions, MIXED)]  # cells by region and level; those undecided last
    most = 0
    for cell in root.leaves():
        counts[cell.region][cell.level] += 1
        if cell.region == MIXED:
            continue
        inside = within_region(cell, regions[cell.region].least)
        exact = 0 if inside else exact_steps(root, cell, images)
        where = f"the cell at {cell.corner} of level {cell.level}"
        require(exact is not None, "basin.witness.reaches", f"{where} reaches {labels[cell.region]}", "not shown")
        require(exact == cell.steps, "basin.witness.steps", f"{where}: {exact}", cell.steps)
        most = max(most, cell.steps)
    *areas, undecided = (sum(Fraction(count, 4**i) for i, count in enumerate(row)) for row in counts)
    supported(claim["areas"] == areas, "basin.areas", list(map(str, areas)), list(map(str, claim["areas"])))
    supported(claim["undecided"] == undecided, "basin.undecided", undecided, claim["undecided"])
    level = next((i for i, count in enumerate(counts[MIXED]) if count), claim["level"])
    supported(claim["level"] == level, "basin.level", level, claim["level"])
    supported(claim["steps"] == most, "basin.steps", most, claim["steps"])
    return Basin(root, images, labels)


def within_region(cell: Cell, least: list[Fraction]) -> bool:
    """Whether the corners of a cell, and so all of it, have at least these coordinates."""
    return all(x * a.denominator >= a.numerator << cell.level for x, a in zip(cell.corner, least))
