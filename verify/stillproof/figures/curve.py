"""The output's noise rate against the input's: the curve, the diagonal, and the threshold where they cross."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from flint import fmpq

from ..algebraic import rational
from . import style
from .source import Curve, Source, ends, exact, real

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

STEPS = 240
LIMITS = [fmpq(1, 50), fmpq(1, 20), fmpq(1, 10), fmpq(1, 5), fmpq(1, 2)]
LOOKS: tuple[dict[str, Any], ...] = (  # told apart without colour
    {"color": style.RED, "linestyle": "-", "linewidth": 1.8},
    {"color": style.INK, "linestyle": (0, (7, 2, 1.5, 2)), "linewidth": 1.1},
    {"color": style.BLUE, "linestyle": (0, (2, 1.2)), "linewidth": 1.4},
)
PLACES = 5  # of a threshold in the figure

Point = tuple[fmpq, fmpq]


def drawn(source: Source, others: Sequence[Source]) -> list[tuple[Source, Curve]]:
    """The curves of a figure."""
    return [(each, curve) for each in (source, *others) for curve in each.curves()]


def caption(source: Source, others: Sequence[Source]) -> str:
    """What is seen."""
    names = " and ".join(each.name for each in (source, *others))
    return f"Output noise rate against input noise rate, with the diagonal and the threshold: {names}"


def limit(curves: Sequence[tuple[Source, Curve]]) -> fmpq:
    """Up to where the axes go: the first of LIMITS that is twice the thresholds, or all that is claimed."""
    whole = max(rational((c.threshold or c.gain or {"bound": "1"})["bound"]) for _, c in curves)
    needed = [2 * ends(c.threshold)[1] for _, c in curves if c.threshold]
    if len(needed) < len(curves):
        return whole
    return next((end for end in LIMITS if max(needed) <= end < whole), whole)


def points(curve: Curve, parameter: str, end: fmpq) -> list[Point]:
    """The curve at STEPS + 1 rationals from 0 to the end; where numerator and denominator vanish it has no point."""
    found = []
    for i in range(STEPS + 1):
        x = end * fmpq(i, STEPS)
        try:
            found.append((x, exact(curve.function.at({parameter: x}))))
        except ZeroDivisionError:
            continue
    return found


def shortened(low: fmpq, high: fmpq) -> str:
    """The decimals of a threshold that both ends of its interval have, PLACES at most."""
    for places in range(PLACES, 0, -1):
        cut = {int((x * 10**places).floor()) for x in (low, high)}
        if len(cut) == 1:
            return f"0.{cut.pop():0{places}}\u2026"
    return f"{low} to {high}"


def draw(source: Source, others: Sequence[Source]) -> Figure:
    """The figure, at the width of a column."""
    figure = style.new(style.COLUMN, 3.1)
    axes = figure.add_axes((0.155, 0.13, 0.81, 0.84))
    curves = drawn(source, others)
    parameter, end = source.state.parameter, limit(curves)
    x = style.symbol(parameter)
    axes.plot([0, real(end)], [0, real(end)], color=style.GREY, linestyle=(0, (5, 3)), linewidth=1, zorder=1)
    for number, (each, curve) in enumerate(curves):
        found = points(curve, each.state.parameter, end)
        look = LOOKS[number % len(LOOKS)]
        axes.plot([real(a) for a, _ in found], [real(b) for _, b in found], zorder=3 - number / 10, **look)
    axes.set_xlim(0, 1.02 * real(end))
    axes.set_ylim(0, 1.02 * real(end))
    axes.set_aspect("equal")
    if end in (1, *LIMITS):
        ticks = [end * fmpq(i, 5) for i in range(6)]
        for axis in (axes.xaxis, axes.yaxis):
            axis.set_ticks(list(map(real, ticks)), [f"{real(tick):g}" for tick in ticks])
    else:
        axes.locator_params(nbins=5)
    axes.set_xlabel(f"input ${x}$")
    axes.set_ylabel(f"output ${x}$", labelpad=2)
    label(axes, curves, end, x)
    diagonal: dict[str, Any] = {
        "rotation": 45,
        "rotation_mode": "anchor",
        "ha": "center",
        "va": "top",
        "color": "#444444",
    }
    side = 0.83 if any(c.threshold for _, c in curves) else 0.62
    axes.text(side * real(end), (side - 0.02) * real(end), "output = input", fontsize=7, **diagonal)
    return figure


def label(axes: Axes, curves: Sequence[tuple[Source, Curve]], end: fmpq, x: str) -> None:
    """Name and threshold of each curve, in a pile below the diagonal, the greatest threshold on top."""
    crossing = [pair for pair in enumerate(curves) if pair[1][1].threshold]
    crossing.sort(key=lambda pair: -ends(pair[1][1].threshold or {})[0])
    unit, alone = real(end), len({source.name for source, _ in curves}) == 1
    right = max((real(ends(c.threshold)[1]) for _, c in curves if c.threshold), default=0) / unit
    # below the diagonal, or above it where there is no room
    left, top = (
        (max(right + 0.07, 0.5), max(min(right, 0.32) - 0.03, 0.2 * len(crossing) - 0.08))
        if right < 0.6
        else (0.05, 0.85)
    )
    for row, (number, (source, curve)) in enumerate(crossing):
        low, high = ends(curve.threshold or {})
        look, at = LOOKS[number % len(LOOKS)], real((low + high) / 2)
        axes.plot([at, at], [0, at], color=look["color"], linestyle=(0, (1, 1.6)), linewidth=1, zorder=2)
        axes.plot([at], [at], marker="os^"[number % 3], markersize=4.5, color=look["color"], zorder=4)
        text = axes.annotate(
            f"{name(source, curve, alone)}\nthreshold\n${x}^* = $ {shortened(low, high)}",
            (at, at),
            (left * unit, (top - 0.2 * row) * unit),
            ha="left",
            va="center",
            fontsize=7.5,
            linespacing=1.2,
            arrowprops={"arrowstyle": "-", "color": style.INK, "linewidth": 0.6, "shrinkB": 4, "shrinkA": 1},
            zorder=5,
        )
        text.set_path_effects(style.halo())
    for source, curve in curves:
        if curve.threshold is None:
            words = [name(source, curve, alone), "no threshold is claimed"]
            if curve.gain:
                words[1:] = [f"no threshold: output {curve.gain['relation'][7]} ${x}$",
                             f"for $0 < {x} < {curve.gain['bound']}$"]  # fmt: skip
            place: dict[str, Any] = {"transform": axes.transAxes, "ha": "right", "va": "bottom", "fontsize": 7.5}
            axes.text(0.97, 0.05, "\n".join(words), **place).set_path_effects(style.halo())


def name(source: Source, curve: Curve, alone: bool) -> str:
    """The code, or which of several outputs of the only one."""
    if len(source.curves()) == 1:
        return source.code
    first, *rest = curve.label.split(", ")
    run = len(rest) > 1 and list(map(int, rest)) == list(range(int(first) + 1, int(first) + 1 + len(rest)))
    shown = "any output" if first == "any" else f"output {first} to {rest[-1]}" if run else f"output {curve.label}"
    return shown if alone else f"{source.code}, {shown}"
