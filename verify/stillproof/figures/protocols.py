"""All protocols on logarithmic axes: infidelity of an output against infidelity of the inputs, with the cost.

Noise is that of the family, for families of two parameters on the line to the maximally mixed state.  Families have
different parameters, so both axes are infidelities, which every family that is pure at 0 has.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from flint import fmpq

from ..exact.decimals import significant
from ..statements.stated import Stated
from . import style
from .prose import say
from .source import code_label, cost_of, infidelities, real

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

MANTISSAS = [fmpq(x, 10) for x in (10, 12, 15, 18, 22, 27, 33, 39, 47, 56, 68, 82)]
DECADES = range(-4, 0)
STYLES = {2: ("-", style.INK), 3: ((0, (5, 1.6)), style.RED), 5: ((0, (6, 1.5, 1, 1.5)), style.BLUE)}
OTHER = ((0, (1, 1)), style.GREY)
NO_MAGIC = "\u2020"

Point = tuple[fmpq, fmpq]


def caption(sources: Sequence[Stated]) -> str:
    """What is seen."""
    return say("protocols", count=len(sources))


def points(source: Stated) -> list[Point]:
    """Infidelities of input and output, at rationals."""
    found = []
    for x in (m * fmpq(10) ** decade for decade in DECADES for m in MANTISSAS):
        y = infidelities(source, x)
        if y is not None:
            found.append((x, y))
    return found


def cost(source: Stated) -> str:
    """Inputs per output: an integer, or four significant digits; empty where not all outputs are alike."""
    value = cost_of(source)
    if value is None:
        return ""
    if value.q == 1 and value < 10**6:
        return str(value)
    mantissa, _, exponent = significant(value, 4).partition("e")
    return rf"${mantissa}\times 10^{{{exponent}}}$" if exponent else mantissa


def label(source: Stated) -> str:
    """The name of a protocol, with a mark if its target is a stabilizer state."""
    return source.name + (NO_MAGIC if source.magic(None) is False else "")


def draw(sources: Sequence[Stated]) -> Figure:
    """The figure, at the width of a page: labels to the left of the curves, as most of them end there apart."""
    figure = style.new(style.PAGE, 4.6)
    axes = figure.add_axes((0.445, 0.105, 0.465, 0.87))
    axes.set_xscale("log")
    axes.set_yscale("log")
    curves = [(source, points(source)) for source in sources]
    curves.sort(key=lambda pair: (-pair[1][0][1], pair[0].name))
    for source, found in curves:
        line, colour = STYLES.get(source.state.p, OTHER)
        axes.plot([real(x) for x, _ in found], [real(y) for _, y in found], linestyle=line, color=colour, linewidth=1.1)
    left, right = real(fmpq(10) ** DECADES[0]), 1.0
    lowest = real(min(found[0][1] for _, found in curves))
    bottom = 10.0 ** next(k for k in range(0, -400, -1) if 10.0**k <= lowest)
    axes.plot([left, right], [left, right], color=style.GREY, linestyle=(0, (1, 1.5)), linewidth=1.2)
    axes.text(3e-3, 5.5e-3, say("diagonal"), rotation=tilt(axes, figure, left, right, bottom), rotation_mode="anchor",
              ha="left", va="bottom", fontsize=7, color="#444444")  # fmt: skip
    axes.set_xlim(left, right)
    axes.set_ylim(bottom, 1)
    axes.yaxis.tick_right()
    axes.yaxis.set_label_position("right")
    axes.set_xlabel(say("protocols.input"))
    axes.set_ylabel(say("protocols.output"), rotation=270, labelpad=11)
    axes.minorticks_off()
    names(axes, curves, bottom)
    note = "\n".join(say(f"protocols.{part}") for part in ("note", "several", "joint"))
    if any(source.magic(None) is False for source in sources):
        note += f"\n{NO_MAGIC} {say('protocols.magic')}"
    figure.text(0.012, 0.02, note, fontsize=6, va="bottom", color="#444444")
    return figure


def tilt(axes: Axes, figure: Figure, left: float, right: float, bottom: float) -> float:
    """The angle of the diagonal on paper."""
    from math import atan2, degrees, log10

    box = axes.get_position()
    width, height = box.width * figure.get_figwidth(), box.height * figure.get_figheight()
    return degrees(atan2(height / -log10(bottom), width / log10(right / left)))


def names(axes: Axes, curves: Sequence[tuple[Stated, list[Point]]], bottom: float) -> None:
    """A table to the left: name, code and cost in the order of the curves, each row with a line to its curve's end."""
    from math import log10

    ends = [1 - log10(real(found[0][1])) / log10(bottom) for _, found in curves]
    gap, top = min(0.053, 0.93 / len(curves)), 0.935
    rows = spread(ends, gap, top)
    for number, p in enumerate(sorted({source.state.p for source, _ in curves})):
        line, colour = STYLES.get(p, OTHER)
        y = 0.165 - 0.05 * number
        axes.plot([0.74, 0.83], [y, y], transform=axes.transAxes, linestyle=line, color=colour, linewidth=1.1)
        axes.text(0.86, y, f"$p = {p}$", transform=axes.transAxes, fontsize=7, va="center", color=colour)
    head: dict[str, Any] = {"transform": axes.transAxes, "fontsize": 7, "va": "center", "clip_on": False}
    columns = (-0.905, -0.535, -0.09)
    for place, word, side in zip(
        columns,
        map(say, ("protocols.protocol", "protocols.code", "protocols.cost")),
        ("left", "left", "right"),
        strict=True,
    ):
        axes.text(place, rows[0] + 1.1 * gap, word, ha=side, style="italic", **head)
    for (source, _), end, row in zip(curves, ends, rows, strict=True):
        _, colour = STYLES.get(source.state.p, OTHER)
        for place, word, side in zip(
            columns, (label(source), code_label(source), cost(source)), ("left", "left", "right"), strict=True
        ):
            axes.text(place, row, word, ha=side, color=colour, **head)
        axes.plot(
            [-0.075, -0.02, 0], [row, end, end], transform=axes.transAxes, color=colour, linewidth=0.6, clip_on=False
        )


def spread(ends: Sequence[float], gap: float, top: float) -> list[float]:
    """Heights of labels in falling order and `gap` apart, as near to their ends as that lets them: least squares."""
    groups: list[tuple[float, int]] = []  # mean and size of the rows that stand together
    for number, end in enumerate(ends):
        mean, size = end + number * gap, 1
        while groups and groups[-1][0] < mean:
            other, count = groups.pop()
            mean, size = (mean * size + other * count) / (size + count), size + count
        groups.append((mean, size))
    levels = [mean for mean, size in groups for _ in range(size)]
    rows = [level - number * gap for number, level in enumerate(levels)]
    for number in range(len(rows)):  # none above the top or below the bottom
        rows[number] = min(rows[number], top - number * gap)
        rows[number] = max(rows[number], (len(rows) - 1 - number) * gap + 0.01)
    return rows
