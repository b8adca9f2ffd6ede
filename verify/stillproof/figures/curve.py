"""Outputs against the input in the same quantity: the curves, the diagonal, and thresholds where they cross.

The outputs of a `map` claim are drawn by the parameter of the family, those of an `outputs` claim by infidelity.
Then the input is the infidelity of one input too, c x for the parameter x; without such a c there is no diagonal.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import atan, degrees
from typing import TYPE_CHECKING, Any

from flint import fmpq

from ..exact.decimals import rounded_decimal, shared
from ..exact.reading import rational
from ..statements.stated import Stated
from . import style
from .prose import say
from .source import Curve, code_label, crossing, curves_of, ends, real

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

STEPS = 240
LIMITS = [fmpq(1, 50), fmpq(1, 20), fmpq(1, 10), fmpq(1, 5), fmpq(1, 2)]
LOOKS: tuple[dict[str, Any], ...] = (  # told apart without colour
    {"color": style.RED, "linestyle": "-", "linewidth": 1.8},
    {"color": style.INK, "linestyle": (0, (7, 2, 1.5, 2)), "linewidth": 1.1},
    {"color": style.BLUE, "linestyle": (0, (2, 1.2)), "linewidth": 1.4},
    {"color": style.INK, "linestyle": (0, (1, 1)), "linewidth": 1.1},
    {"color": style.BLUE, "linestyle": (0, (8, 1.5)), "linewidth": 1.1},
)
MARKS = "os^Dv"  # at the thresholds, and along the curves after those of LOOKS
HIGH, ROW = 3.1, 0.15  # inches: without the key, and of a row of it
PLACES = 5  # of a threshold in the figure

Point = tuple[fmpq, fmpq]


def look(number: int) -> dict[str, Any]:
    """How a curve is drawn, by its number in the figure; no two of the first 30 look the same, in grey neither."""
    again, which = divmod(number, len(LOOKS))
    marks = {"marker": MARKS[(again - 1) % len(MARKS)], "markevery": (6 * which, 30), "markersize": 3} if again else {}
    return {**LOOKS[which], **marks}


def drawn(source: Stated, others: Sequence[Stated]) -> list[tuple[Stated, Curve]]:
    """The curves of a figure."""
    return [(each, curve) for each in (source, *others) for curve in curves_of(each)]


def caption(source: Stated, others: Sequence[Stated]) -> str:
    """What is seen."""
    found = seen(source, " and ".join(each.name for each in (source, *others)))
    return say("caption.stabilizer", caption=found) if source.magic(None) is False else found


def seen(source: Stated, names: str) -> str:
    """What is on the two axes."""
    if source.measured != "infidelity":
        x = source.state.parameter
        if source.measured == "overlap":
            return say("map.overlap", x=x, state=source.state.target, names=names)
        return say("map", x=x, names=names)
    if source.unit is None:
        return say("outputs.parameter", x=source.state.parameter, names=names)
    return say("outputs", names=names)


def limit(curves: Sequence[tuple[Stated, Curve]]) -> fmpq:
    """Up to which x the curves go: the first of LIMITS that is twice the thresholds, or all that is claimed."""
    whole = max(reach(c) for _, c in curves)
    needed = [2 * crossing(c)[1] for _, c in curves if c.threshold]
    if len(needed) < len(curves):
        return whole
    return next((end for end in LIMITS if max(needed) <= end < whole), whole)


def reach(curve: Curve) -> fmpq:
    """Up to where something is claimed of an output and the input."""
    if curve.threshold:
        return rational(curve.threshold["bound"])
    return rational(curve.gain["range"][1]) if curve.gain else fmpq(1)


def points(curve: Curve, parameter: str, end: fmpq) -> list[Point]:
    """The curve at STEPS + 1 rationals from 0 to the end; where numerator and denominator vanish it has no point."""
    found = []
    for i in range(STEPS + 1):
        x = end * fmpq(i, STEPS)
        try:
            found.append((x, curve.function.at(x)))
        except ZeroDivisionError:
            continue
    return found


def shortened(low: fmpq, high: fmpq) -> str:
    """The decimals of a threshold that both ends of its interval have, PLACES at most; without any the interval."""
    text = shared(low, high, PLACES)
    return f"{text}\u2026" if text and text.strip("0.") else rounded_decimal(low, high, PLACES)


def draw(source: Stated, others: Sequence[Stated]) -> Figure:
    """The figure, at the width of a column."""
    curves = drawn(source, others)
    rows = len(curves) if len(curves) > 1 and any(c.threshold is None for _, c in curves) else 0
    below = ROW * rows
    figure = style.new(style.COLUMN, HIGH + below)
    part = HIGH / (HIGH + below)
    axes = figure.add_axes((0.155, 1 - 0.87 * part, 0.81, 0.84 * part) if rows else (0.155, 0.13, 0.81, 0.84))
    if rows:
        legend(figure, curves, 1 - part)
    parameter, unit = source.state.parameter, source.unit or fmpq(1)
    end = unit * limit(curves)
    x = f"${style.symbol(parameter)}$"
    if source.unit is not None:
        axes.plot([0, real(end)], [0, real(end)], color=style.GREY, linestyle=(0, (5, 3)), linewidth=1, zorder=1)
    over = fmpq(0)
    for number, (each, curve) in enumerate(curves):
        found = points(curve, each.state.parameter, end / unit)
        over = max([over, *(b for a, b in found if unit * a <= end and curve.threshold is None)])
        axes.plot(
            [real(unit * a) for a, _ in found], [real(b) for _, b in found], zorder=3 - number / 10, **look(number)
        )
    top = end if over <= end * fmpq(51, 50) else min(over, 2 * end)
    axes.set_xlim(0, 1.02 * real(end))
    axes.set_ylim(0, 1.02 * real(top))
    axes.set_aspect(real(end / top))
    if end in (1, *LIMITS):
        step = end / 5
        for axis, last in ((axes.xaxis, end), (axes.yaxis, top)):
            ticks = [step * i for i in range(int(last / step) + 1)]
            axis.set_ticks(list(map(real, ticks)), [f"{real(tick):g}" for tick in ticks])
    else:
        axes.locator_params(nbins=5)
        for axis in (axes.xaxis, axes.yaxis):
            axis.set_major_formatter(lambda value, _: f"{value:g}")
    by_parameter = source.measured != "infidelity"
    axes.set_xlabel(say("outputs.input") if source.unit is not None and not by_parameter else say("map.input", x=x))
    axes.set_ylabel(say("map.output", x=x) if by_parameter else say("outputs.output"), labelpad=2)
    label(axes, curves, end, None if not by_parameter else x)
    if source.unit is None:
        return figure
    diagonal: dict[str, Any] = {
        "rotation": degrees(atan(real(end / top))),
        "rotation_mode": "anchor",
        "ha": "center",
        "va": "top",
        "color": "#444444",
    }
    side = 0.83 if any(c.threshold for _, c in curves) else 0.62
    axes.text(side * real(end), (side - 0.02) * real(end), say("diagonal"), fontsize=7, **diagonal).set_path_effects(
        style.halo()
    )
    return figure


def label(axes: Axes, curves: Sequence[tuple[Stated, Curve]], end: fmpq, x: str | None) -> None:
    """Name and threshold of each curve, in a pile below the diagonal, the greatest threshold on top.

    Thresholds are in the parameter x, or as infidelities where there is none.
    """
    key = "infidelity" if x is None else "interval"
    marked = [pair for pair in enumerate(curves) if pair[1][1].threshold]
    marked.sort(key=lambda pair: -crossing(pair[1][1], key)[0])
    unit, alone = real(end), len({source.name for source, _ in curves}) == 1
    right = max((real(crossing(c, key)[1]) for _, c in curves if c.threshold), default=0) / unit
    # below the diagonal, or above it where there is no room
    left, top = (
        (max(right + 0.07, 0.5), max(min(right, 0.32) - 0.03, 0.2 * len(marked) - 0.08))
        if right < 0.6
        else (0.05, 0.85)
    )
    for row, (number, (source, curve)) in enumerate(marked):
        low, high = crossing(curve, key)
        colour, at = look(number)["color"], real((low + high) / 2)
        axes.plot([at, at], [0, at], color=colour, linestyle=(0, (1, 1.6)), linewidth=1, zorder=2)
        axes.plot([at], [at], marker=MARKS[number % len(MARKS)], markersize=4.5, color=colour, zorder=4)
        text = axes.annotate(
            "\n".join(
                [
                    name(source, curve, alone),
                    *flag(source, curve),
                    say("threshold"),
                    at_threshold(x, shortened(*ends(curve.threshold or {}, key))),
                ]
            ),
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
    if len(curves) == 1 and not marked:
        words = [name(*curves[0], alone), *flag(*curves[0]), *without(*curves[0])]
        place: dict[str, Any] = {"transform": axes.transAxes, "ha": "right", "va": "bottom", "fontsize": 7.5}
        axes.text(0.97, 0.05, "\n".join(words), **place).set_path_effects(style.halo())


def flag(source: Stated, curve: Curve) -> list[str]:
    """What is said of an output whose target is a stabilizer state; nothing of others."""
    return [say("stabilizer")] if source.magic(curve.label.split(", ")[0]) is False else []


def without(source: Stated, curve: Curve) -> list[str]:
    """What is said of an output without a threshold."""
    if curve.gain and source.state.starts_pure:
        sign = ">" if curve.gain["relation"] == "above" else "="
        part = f"$0 < {style.symbol(source.state.parameter)} < {curve.gain['range'][1]}$"
        return [say("gain.none", sign=sign), say("gain.range", range=part)]
    return [say("threshold.none")]


def legend(figure: Figure, curves: Sequence[tuple[Stated, Curve]], height: float) -> None:
    """Below the axes a row for every curve: its line, what it is, and that it has no threshold where it has none."""
    axes = figure.add_axes((0.0, 0.0, 1.0, height))
    axes.set_axis_off()
    axes.set_xlim(0, 1)
    axes.set_ylim(len(curves), 0)
    alone = len({source.name for source, _ in curves}) == 1
    for row, (source, curve) in enumerate(curves):
        axes.plot([0.04, 0.13], [row + 0.4] * 2, **look(row) | {"markevery": None})
        words = [name(source, curve, alone), *flag(source, curve)]
        words += [] if curve.threshold else [" ".join(without(source, curve))]
        axes.text(0.15, row + 0.4, ": ".join(words), fontsize=6.5, va="center")


def at_threshold(x: str | None, value: str) -> str:
    """The threshold in the parameter x, or as an infidelity."""
    if x is None:
        return say("threshold.infidelity", value=value)
    return say("threshold.at", x=f"{x[:-1]}^* = $", value=value)


def name(source: Stated, curve: Curve, alone: bool) -> str:
    """The code, or which of several outputs of the only one."""
    if len(curves_of(source)) == 1:
        return code_label(source)
    first, *rest = curve.label.split(", ")
    run = len(rest) > 1 and list(map(int, rest)) == list(range(int(first) + 1, int(first) + 1 + len(rest)))
    shown = say("output.run", first=first, last=rest[-1]) if run else say("output.one", label=curve.label)
    if first == "any":
        shown = say("output.all")
    return shown if alone else f"{code_label(source)}, {shown}"
