"""A graph form of a code: sites as vertices, weighted edges, and the vertices of logical X.

Vertices stand in rings, the cycles of a symmetry i -> m i of the graph mod n if there is one, else in one circle.
"""

from __future__ import annotations

from math import cos, hypot, pi, sin
from typing import TYPE_CHECKING, Any

from ..statements.stated import Stated
from . import style
from .prose import say

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

LOOKS: tuple[dict[str, Any], ...] = (  # by weight 1, 2, ...
    {"color": style.INK, "linestyle": "-", "linewidth": 1.1},
    {"color": style.RED, "linestyle": (0, (4, 2)), "linewidth": 1.1},
    {"color": style.BLUE, "linestyle": (0, (1, 1.3)), "linewidth": 1.3},
    {"color": style.GREY, "linestyle": (0, (6, 1.5, 1, 1.5)), "linewidth": 1.2},
)
FILLS = (("white", style.INK, "o"), (style.INK, "white", "o"), ("#bbbbbb", style.INK, "s"), ("#dddddd", style.INK, "h"),
         ("#888888", "white", "D"), ("#555555", "white", "^"), ("#eeeeee", style.INK, "p"))  # fmt: skip
HIGH, ROW, ACROSS = 3.25, 0.19, 3  # inches: of the graph, of a row of the legend; and kinds of edges in a row
Weights = list[list[int]]
Point = tuple[float, float]


def caption(source: Stated) -> str:
    """What is seen."""
    return say("graph", name=source.name)


def rings(weights: Weights) -> list[list[int]]:
    """Cycles of the multiplier of greatest order mod n that keeps the weights, outermost first; or one circle."""
    n = len(weights)
    best: list[list[int]] = [list(range(n))]
    for m in range(2, n):
        images = [m * i % n for i in range(n)]
        if sorted(images) != list(range(n)):
            continue
        if all(weights[images[i]][images[j]] == weights[i][j] for i in range(n) for j in range(i)):
            cycles = cycles_of(images)
            if len(best) == 1 or len(cycles) < len(best):
                best = cycles
    return sorted(best, key=lambda ring: (-len(ring), ring))


def cycles_of(images: list[int]) -> list[list[int]]:
    """The cycles of a permutation."""
    found: list[list[int]] = []
    for start in range(len(images)):
        if not any(start in cycle for cycle in found):
            cycle, at = [start], images[start]
            while at != start:
                cycle.append(at)
                at = images[at]
            found.append(cycle)
    return found


def places(weights: Weights, filled: set[int]) -> list[Point]:
    """Where the vertices are: the first ring on the circle of radius 1, each further one where edges pass it best."""
    order = sorted(rings(weights), key=lambda ring: (-len(ring), bool(filled & set(ring)), ring))
    edges = [(i, j) for i, row in enumerate(weights) for j in range(i) if row[j]]
    outer, *inner = order
    found = dict(zip(outer, circle(len(outer), 1.0, 0.0), strict=True))
    found |= {ring[0]: (0.0, 0.0) for ring in inner if len(ring) == 1}
    for ring in inner:
        if len(ring) > 1:
            tried = [
                found | dict(zip(ring, circle(len(ring), radius / 20, turn / 20), strict=True))
                for radius in range(9, 15)
                for turn in range(0, 20 * len(ring))
            ]
            found = max(tried, key=lambda where: round(clearance(where, edges), 6))
    return [found[i] for i in range(len(weights))]


def circle(count: int, radius: float, turn: float) -> list[Point]:
    """Points on a circle, the first on top, turned by a part of their distance."""
    angles = [pi / 2 + 2 * pi * (k + turn) / count for k in range(count)]
    return [(radius * cos(angle), radius * sin(angle)) for angle in angles]


def clearance(where: dict[int, Point], edges: list[tuple[int, int]]) -> float:
    """The least distance of a vertex from an edge that does not end there."""
    return min(
        (
            distance(where[k], where[i], where[j])
            for i, j in edges
            for k in where
            if k not in (i, j) and i in where and j in where
        ),
        default=0.0,
    )


def distance(x: Point, a: Point, b: Point) -> float:
    """From a point to a segment."""
    along = (b[0] - a[0], b[1] - a[1])
    part = ((x[0] - a[0]) * along[0] + (x[1] - a[1]) * along[1]) / (along[0] ** 2 + along[1] ** 2)
    part = min(1.0, max(0.0, part))
    return hypot(x[0] - a[0] - part * along[0], x[1] - a[1] - part * along[1])


def draw(source: Stated) -> Figure:
    """The figure, at the width of a column."""
    (claim, *_) = source.of_kind("graph-form")
    weights, p = claim["adjacency"], source.state.p
    n, carried = len(weights), claim["vertices"][0]
    powers = sorted({x for x in carried if x})
    edges = [(i, j) for i in range(n) for j in range(i) if weights[i][j]]
    used = sorted({weights[i][j] for i, j in edges})
    below = ROW * (1 + len(powers) + -(-len(used) // ACROSS)) + 0.06
    figure = style.new(style.COLUMN, HIGH + below)
    axes = figure.add_axes((0.03, below / (HIGH + below), 0.94, HIGH / (HIGH + below)))
    axes.set_aspect("equal")
    axes.set_axis_off()
    where = places(weights, {i for i in range(n) if carried[i]})
    for i, j in edges:
        (a, b), (c, d) = where[i], where[j]
        axes.plot([a, c], [b, d], zorder=1, **LOOKS[(weights[i][j] - 1) % len(LOOKS)])
    for i, (x, y) in enumerate(where):
        fill, ink, form = vertex(carried[i], powers)
        axes.plot([x], [y], form, markersize=13.5, markerfacecolor=fill, markeredgecolor=style.INK, zorder=2)
        axes.text(x, y - 0.004, str(i), ha="center", va="center", fontsize=7, color=ink, zorder=3)
    axes.set_xlim(-1.15, 1.15)
    axes.set_ylim(-1.1, 1.15)
    legend(figure, used, powers, p, below)
    return figure


def vertex(power: int, powers: list[int]) -> tuple[str, str, str]:
    """Fill, ink and shape of a vertex: white without a part of logical X, else by the power of Z that it has there."""
    return FILLS[1 + powers.index(power) % (len(FILLS) - 1)] if power else FILLS[0]


def legend(figure: Figure, weights: list[int], powers: list[int], p: int, height: float) -> None:
    """The kinds of edges, then the kinds of vertices: a site, and sites with a power of Z in logical X."""
    axes: Axes = figure.add_axes((0.0, 0.0, 1.0, height / (HIGH + height)))
    axes.set_xlim(0, style.COLUMN)
    axes.set_ylim(height, 0)
    axes.set_axis_off()
    for number, weight in enumerate(weights):
        x, y = 0.17 + 1.05 * (number % ACROSS), ROW * (0.5 + number // ACROSS)
        axes.plot([x, x + 0.34], [y, y], **LOOKS[(weight - 1) % len(LOOKS)])
        axes.text(x + 0.41, y, say("graph.weight", weight=signed(weight, p)), va="center", fontsize=7.5)
    top = ROW * -(-len(weights) // ACROSS)
    for row, power in enumerate([0, *powers]):
        fill, _, form = vertex(power, powers)
        y = top + ROW * (0.5 + row)
        axes.plot([0.34], [y], form, markersize=8, markerfacecolor=fill, markeredgecolor=style.INK)
        exponent = "" if power == 1 else f"^{{{power if 2 * power <= p else power - p}}}"
        words = say("graph.power", x="$X$", power=f"$Z{exponent}$") if power else say("graph.site")
        axes.text(0.58, y, words, va="center", fontsize=7.5)


def signed(weight: int, p: int) -> str:
    """A weight modulo p as the nearest number to 0."""
    return str(weight) if 2 * weight <= p else f"\u2212{p - weight}"
