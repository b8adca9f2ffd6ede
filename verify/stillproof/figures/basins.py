"""The triangle of a family of two parameters: which states provably flow to which attractor, from the certified cover.

Cells smaller than those of level DRAWN are drawn together, as the cell of that level that holds them: with an
attractor only if all of them flow to it, else as undecided.  So undecided area is drawn too large, by a hair, and never
too small.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from flint import fmpq

from ..errors import Declined
from ..exact.decimals import DOWN, UP, to_places
from ..exact.reading import rational
from ..statements.stated import Stated
from . import style
from .curve import shortened
from .prose import say
from .source import basin_of, ends, real, segments_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.path import Path as Outline

    from ..protocols.state import StateFamily

DRAWN = 10  # the level of the smallest cells that are drawn
SIDE = 1 << DRAWN
STEPS_SPELLED = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXY"
MARK = re.compile(r"[+.]|([a-z])(Z*)([0-9a-zA-Y])")  # Z: as many steps as STEPS_SPELLED has characters
SHADES = (1, 2, 4, 8)  # a cell is a shade darker for each of these numbers of steps that it needs
UNDECIDED = ""
DARK = "#111111"
COLOURS = ("#4a1d86", "#fdbd63", "#2f7fc1", "#6cc077")  # no two of one lightness
MIXED = "#e6f3f5"
WIDE = fmpq(1, 200)  # of the interval of an edge: from here on both ends are marked
CORNERS = (("0", "0"), ("1", "0"), ("0", "1"))
HIGH, RIGHT = 4.2, 1.93  # inches: of the figure, and where the shares end
HEIGHT = 0.8660254037844386  # of the triangle over its width

Corner = tuple[int, int, int]
Lattice = tuple[int, int]
Cell = tuple[int, Corner, str, int]
WAYS: tuple[Lattice, ...] = ((1, 0), (0, 1), (-1, 1), (-1, 0), (0, -1), (1, -1))


def caption(source: Stated) -> str:
    """What is seen."""
    return say("basins", family=source.state.name, name=source.name)


def cover(source: Stated) -> tuple[list[str], str]:
    """The ids of the regions, and the spelled cover of their basins."""
    claim = basin_of(source)
    if claim is None:
        raise ValueError(f"{source.name} has no basin")
    return claim["regions"], source.witness(claim["id"])["cover"]


def drawn_cells(regions: Sequence[str], spelled: str) -> list[Cell]:
    """Level, corner, region and steps of the cells to be drawn; a region of UNDECIDED where cells differ."""
    found: list[Cell] = []
    place = 0

    def read(level: int, corner: Corner) -> tuple[str, int]:
        """Read a cell and what is in it; add what is to be drawn."""
        nonlocal place
        mark = MARK.match(spelled, place)
        if mark is None:
            raise ValueError("a cover that is not spelled as it should be")
        place = mark.end()
        if mark[0] == ".":
            region, steps = UNDECIDED, 0
        elif mark[1]:
            region = regions[ord(mark[1]) - ord("a")]
            steps = len(mark[2]) * len(STEPS_SPELLED) + STEPS_SPELLED.index(mark[3])
        else:
            parts = [read(level + 1, part) for part in parts_of(level, corner)]
            if level < DRAWN:
                return UNDECIDED, 0
            region = parts[0][0] if len({part[0] for part in parts}) == 1 else UNDECIDED
            steps = max(part[1] for part in parts)
        if level <= DRAWN:
            found.append((level, corner, region, steps))
        return region, steps

    read(0, (0, 0, 0))
    if place != len(spelled):
        raise ValueError("a cover that goes on")
    return found


def upright(level: int, corner: Corner) -> bool:
    """Whether a cell stands on an edge, as the triangle does."""
    return sum(corner) == (1 << level) - 1


def parts_of(level: int, corner: Corner) -> list[Corner]:
    """The parts of a cell in the order of the spelling: at its corners, then the middle one."""
    a, b, c = (2 * x for x in corner)
    if upright(level, corner):
        return [(a + 1, b, c), (a, b + 1, c), (a, b, c + 1), (a, b, c)]
    return [(a, b + 1, c + 1), (a + 1, b, c + 1), (a + 1, b + 1, c), (a + 1, b + 1, c + 1)]


def loops(cells: Iterable[tuple[int, Corner]]) -> Iterator[list[Lattice]]:
    """Closed lines around cells, in the coordinates x_0 and x_2 over SIDE: edges between two of them cancel."""
    edges: set[tuple[Lattice, int]] = set()
    for level, corner in cells:
        size = SIDE >> level
        x, y = size * corner[0], size * corner[2]
        sides = ((x, y), 0), ((x + size, y), 2), ((x, y + size), 4)
        if not upright(level, corner):
            sides = ((x + size, y), 1), ((x + size, y + size), 3), ((x, y + size), 5)
        for (u, v), way in sides:
            right, up = WAYS[way]
            for k in range(size):
                start = u + k * right, v + k * up
                back = (start[0] + right, start[1] + up), (way + 3) % 6
                if back in edges:
                    edges.remove(back)
                else:
                    edges.add((start, way))
    leaving: dict[Lattice, list[int]] = {}
    for start, way in sorted(edges, reverse=True):
        leaving.setdefault(start, []).append(way)
    for start in sorted(leaving):
        while leaving[start]:
            way = leaving[start].pop()
            at, turns = (start[0] + WAYS[way][0], start[1] + WAYS[way][1]), [start]
            while at != start:
                after = leaving[at].pop()
                if after != way:
                    turns.append(at)
                way, at = after, (at[0] + WAYS[after][0], at[1] + WAYS[after][1])
            yield turns


def outline(cells: Iterable[tuple[int, Corner]]) -> Outline:
    """The closed lines as one path on paper; what is inside lies to the left of each."""
    from matplotlib.path import Path as Outline

    points, codes = [], []
    for turns in loops(cells):
        points += [paper(fmpq(x, SIDE), fmpq(y, SIDE)) for x, y in (*turns, turns[0])]
        codes += [Outline.MOVETO, *[Outline.LINETO] * (len(turns) - 1), Outline.CLOSEPOLY]
    return Outline(points, codes) if points else Outline([(0, 0)])


def paper(x0: fmpq, x2: fmpq) -> tuple[float, float]:
    """A point of the triangle: the first member to the right, the second parameter upwards."""
    return real(x0 + x2 / 2), HEIGHT * real(x2)


def state_at(point: Sequence[str]) -> tuple[float, float]:
    """The point on paper of a state, from its two parameters."""
    first, second = map(rational, point)
    return paper(1 - first - second, second)


def name_of(source: Stated, point: Sequence[str]) -> str:
    """How a state is called: by its name at a corner, the maximally mixed one, or as the mixture that it is."""
    if mixed(source.state, point):
        return f"$I/{source.state.p}$"
    parts = source.state.mixture([rational(x) for x in point])
    if len(parts) == 1:
        return style.kets(source.state, *parts)
    return " + ".join(f"${weight}\\,$" + style.outer(source.state, name) for name, weight in parts.items())


def mixed(family: StateFamily, point: Sequence[str]) -> bool:
    """Whether the state at a point is the maximally mixed one; a family need not have it."""
    try:
        return list(map(rational, point)) == family.maximally_mixed
    except Declined:
        return False


def corner(point: Sequence[str]) -> bool:
    """Whether a point is a corner of the triangle."""
    return sorted(point) in (["0", "0"], ["0", "1"])


def looks(source: Stated, regions: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Name and colour by region."""
    points = {region: source.by_id[region]["point"] for region in regions}
    colours = iter(COLOURS * 6)
    found = {}
    for region in sorted(
        regions, key=lambda x: (not corner(points[x]), points[x] != ["0", "0"], points[x] != ["1", "0"], x)
    ):
        colour = MIXED if mixed(source.state, points[region]) else next(colours)
        found[region] = name_of(source, points[region]), colour
    return found


def draw(source: Stated) -> Figure:
    """The figure, at the width of a column."""
    from matplotlib.patches import PathPatch

    figure = style.new(style.COLUMN, HIGH)
    axes = figure.add_axes((0.075, 0.31, 0.85, 0.66))
    regions, spelled = cover(source)
    cells, seen = drawn_cells(regions, spelled), looks(source, regions)
    for region in [UNDECIDED, *seen]:
        mine = [(level, corner, steps) for level, corner, name, steps in cells if name == region]
        colour = seen[region][1] if region else DARK
        whole = outline((level, corner) for level, corner, _ in mine)
        axes.add_patch(PathPatch(whole, facecolor=colour, edgecolor="none"))
        for least in SHADES if region else ():
            slow = [(level, corner) for level, corner, steps in mine if steps >= least]
            if slow:
                axes.add_patch(PathPatch(outline(slow), facecolor="black", alpha=0.045, edgecolor="none", linewidth=0))
    axes.set_xlim(-0.02, 1.02)
    axes.set_ylim(-0.02, HEIGHT + 0.02)
    axes.set_aspect("equal")
    axes.set_axis_off()
    for claim in segments_of(source):
        segment(axes, claim)
    for region, (name, _) in seen.items():
        x, y = state_at(source.by_id[region]["point"])
        axes.plot([x], [y], "o", markersize=4, markerfacecolor="white", markeredgecolor=style.INK, zorder=6)
        side, dx, dy = (
            ("left", 6, 0) if 0.05 < x < 0.95 and y < HEIGHT - 0.05 else ("center", 0, -10 if y < 0.05 else 8)
        )
        shown = name.replace(" + ", "\n+ ") + mark(source, source.by_id[region]["point"])  # a mixture on several lines
        text = axes.annotate(shown, (x, y), (dx, dy), textcoords="offset points", ha=side, va="center", zorder=7)
        text.set_path_effects(style.halo())
        text.set_annotation_clip(False)
    corners(axes, source, {tuple(source.by_id[region]["point"]) for region in seen})
    legend(figure, source, seen)
    return figure


def corners(axes: Axes, source: Stated, named: set[tuple[str, ...]]) -> None:
    """The names of the states at the corners that are no attractors."""
    for point in CORNERS:
        if point not in named:
            x, y = state_at(point)
            at: dict[str, Any] = {"textcoords": "offset points", "ha": "center", "va": "center", "color": "#444444"}
            axes.annotate(
                name_of(source, point) + mark(source, point),
                (x, y),
                (0, -10 if y < 0.05 else 8),
                annotation_clip=False,
                **at,
            )


def mark(source: Stated, point: Sequence[str]) -> str:
    """The mark of a point of the triangle that is a pure stabilizer state; empty of others."""
    names = list(source.state.mixture([rational(x) for x in point]))
    return style.NO_MAGIC if len(names) == 1 and source.state.is_stabilizer(names[0]) else ""


def segment(axes: Axes, claim: dict[str, Any]) -> None:
    """A segment, with a mark at the edge of the basin, or at both ends of an interval that is seen to be one."""
    start, end = (tuple(map(rational, claim[key])) for key in ("start", "end"))
    low, high = ends(claim)
    (a, b), (c, d) = state_at(claim["start"]), state_at(claim["end"])
    axes.plot([a, c], [b, d], color="white", linewidth=2.2, alpha=0.7, zorder=4)
    axes.plot([a, c], [b, d], color=style.INK, linewidth=0.9, linestyle=(0, (5, 3)), zorder=4)
    for at in (high, low) if high - low > WIDE else (low,):  # the last one has the label
        x, y = state_at([str(s + at * (e - s)) for s, e in zip(start, end, strict=True)])
        axes.plot([x], [y], "x", color="white", markersize=6.5, markeredgewidth=3.2, zorder=5)
        axes.plot([x], [y], "x", color=style.INK, markersize=6, markeredgewidth=1.5, zorder=5)
    side, dx, dy = ("right", -9, -2) if b > HEIGHT / 2 else ("left" if a > c else "right", 2 if a > c else 0, 11)
    text = axes.annotate(shortened(low, high), (x, y), (dx, dy), textcoords="offset points", ha=side, va="center",
                         fontsize=7, zorder=7)  # fmt: skip
    text.set_path_effects(style.halo())


def share(value: str) -> str:
    """A share of the triangle, cut off after four decimals, with dots if it goes on."""
    shown, above = (to_places(rational(value), 4, rounding) for rounding in (DOWN, UP))
    return shown if shown == above else f"{shown}\u2026"


def legend(figure: Figure, source: Stated, seen: dict[str, tuple[str, str]]) -> None:
    """The attractors with the share of the triangle that is certified to flow to each."""
    from matplotlib.patches import Rectangle

    claim, lines = basin_of(source) or {}, segments_of(source)
    axes = figure.add_axes((0.0, 0.0, 1.0, 0.27))
    axes.set_xlim(0, style.COLUMN)
    axes.set_ylim(0, HIGH * 0.27)
    axes.set_axis_off()
    shares = dict(zip(claim["regions"], claim["areas"], strict=True))
    rows = [
        (colour, name + mark(source, source.by_id[region]["point"]), share(shares[region]))
        for region, (name, colour) in seen.items()
    ]
    rows.append((DARK, say("basins.undecided"), share(claim["undecided"])))
    top, gap = 1.07, min(0.165, 0.95 / len(rows))
    axes.text(0.1, top, say("basins.flows"), fontsize=7, style="italic", va="center")
    axes.text(RIGHT, top, say("basins.share"), fontsize=7, style="italic", va="center", ha="right")
    for k, (colour, name, part) in enumerate(rows, 1):
        y = top - gap * k
        axes.add_patch(Rectangle((0.1, y - 0.055), 0.17, 0.11, facecolor=colour, edgecolor=style.INK, linewidth=0.6))
        axes.text(0.34, y, name, fontsize=7, va="center")
        axes.text(RIGHT, y, part, fontsize=7, va="center", ha="right")
    notes = [say("basins.steps")]
    if lines and all(source.state.depolarizes_along(each["start"], each["end"]) for each in lines):
        notes += [say("basins.depolarizing"), say("basins.threshold")]
    elif lines:
        notes += [say("basins.segment"), say("basins.edge")]
    if any(mark(source, point) for point in CORNERS):
        notes.append(say("basins.stabilizer", mark=style.NO_MAGIC))
    for k, note in enumerate(notes, 1):
        axes.text(2.06, top - gap * k, note, fontsize=6.5, va="center")
