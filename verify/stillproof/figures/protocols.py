"""All protocols on logarithmic axes: infidelity of an output against infidelity of the inputs, with the cost.

Noise is that of the family, for families of two parameters on the line to the maximally mixed state.  Families have
different parameters, so both axes are infidelities, which every family that is pure at 0 has.  Colour and dashes are of
the dimension p, and a mark along the curve is of the protocol.  Below, each curve divided by its input near the place
where output = input: there stands its mark, for one parameter at the certified threshold.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from flint import fmpq

from ..exact.decimals import significant
from ..statements.stated import Stated
from . import style
from .curve import shortened
from .prose import say
from .source import code_label, cost_of, infidelities, meeting, real

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

MANTISSAS = [fmpq(x, 10) for x in (10, 12, 15, 18, 22, 27, 33, 39, 47, 56, 68, 82)]
DECADES = range(-4, 0)
STYLES = {2: ("-", style.INK), 3: ((0, (5, 1.6)), style.RED), 5: ((0, (6, 1.5, 1, 1.5)), style.BLUE)}
OTHER = ((0, (1, 1)), style.GREY)
MARKS = tuple((form, fill) for fill in ("full", "none", "left", "top") for form in "os^DvPX*")  # of one dimension
ONE_ROUND = "\u2021"
HIGH, BELOW = 4.6, 3.05  # inches: of curves and table, and of the crossings below them
RATIO, STEPS = 1.6, 150  # of output over input up to where it is drawn, and points of such a curve

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
    return source.name + (style.NO_MAGIC if source.magic(None) is False else "")


def looks(sources: Sequence[Stated]) -> list[dict[str, Any]]:
    """How the curves are drawn: dashes and colour by dimension, and a mark that no other curve of the dimension has."""
    found, seen = [], dict[int, int]()
    for source in sources:
        number = seen[source.state.p] = seen.get(source.state.p, -1) + 1
        (line, colour), (form, fill) = STYLES.get(source.state.p, OTHER), MARKS[number % len(MARKS)]
        found.append({"linestyle": line, "color": colour, "linewidth": 1.0, "marker": form, "fillstyle": fill,
                      "markersize": 4.2, "markerfacecoloralt": "white", "markeredgewidth": 0.7})  # fmt: skip
    return found


def draw(sources: Sequence[Stated]) -> Figure:
    """The figure, at the width of a page: labels to the left of the curves, as most of them end there apart."""
    curves = [(source, points(source)) for source in sources]
    curves.sort(key=lambda pair: (-pair[1][0][1], pair[0].name))
    styles = looks([source for source, _ in curves])
    met = [meeting(source) for source, _ in curves]
    below = BELOW if any(met) else 0.0
    figure = style.new(style.PAGE, HIGH + below)
    scale = HIGH / (HIGH + below)
    axes = figure.add_axes((0.445, 1 - 0.895 * scale, 0.465, 0.87 * scale))
    axes.set_xscale("log")
    axes.set_yscale("log")
    for number, ((_, found), look) in enumerate(zip(curves, styles, strict=True)):
        every = (5 + 5 * number % 11, 12)
        axes.plot([real(x) for x, _ in found], [real(y) for _, y in found], markevery=every, **look)
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
    axes.set_xlabel(say("protocols.input"), labelpad=1)
    axes.set_ylabel(say("protocols.output"), rotation=270, labelpad=11)
    axes.minorticks_off()
    names(axes, curves, styles, bottom)
    note = [say(f"protocols.{part}") for part in ("note", "several", "joint")]
    if any(source.magic(None) is False for source in sources):
        note.append(f"{style.NO_MAGIC} {say('protocols.magic')}")
    figure.text(0.012, 1 - 0.98 * scale, "\n".join(note), fontsize=6, va="bottom", color="#444444")
    if below:
        crossings(figure, [source for source, _ in curves], styles, met)
    return figure


def crossings(
    figure: Figure,
    sources: Sequence[Stated],
    styles: Sequence[dict[str, Any]],
    met: Sequence[tuple[fmpq, fmpq] | None],
) -> None:
    """Output over input against the input, linear; a mark with name and number where it is 1."""
    high = figure.get_figheight()
    axes = figure.add_axes((0.065, 0.36 / high, 0.92, 0.95 / high))
    last = max(at[1] for at in met if at)
    end = min(fmpq(1), last * fmpq(11, 10))
    for source, look, at in zip(sources, styles, met, strict=True):
        if at is None:
            continue
        pairs = [(x, infidelities(source, x)) for x in (end * fmpq(i, STEPS) for i in range(1, STEPS + 1))]
        found = [(real(x), real(y / x)) for x, y in pairs if y is not None]
        plain = {key: look[key] for key in ("linestyle", "color", "linewidth")}
        axes.plot([x for x, _ in found], [y for _, y in found], **plain)
    axes.axhline(1, color=style.GREY, linestyle=(0, (1, 1.5)), linewidth=1.2, zorder=1)
    axes.set_xlim(0, real(end))
    axes.set_ylim(0, RATIO)
    axes.set_yticks([0, 0.5, 1, 1.5], ["0", "0.5", "1", "1.5"])
    axes.tick_params(labelsize=7)
    axes.set_xlabel(say("protocols.meeting"), labelpad=1)
    axes.set_ylabel(say("protocols.ratio"), fontsize=7, labelpad=2)
    axes.xaxis.set_major_formatter(lambda value, _: f"{value:g}")
    order = sorted((k for k, at in enumerate(met) if at), key=lambda k: -(met[k] or (fmpq(0),))[0])
    places = [real((low + high) / 2 / end) for low, high in (met[k] or (fmpq(0), fmpq(0)) for k in order)]
    rows = spread(places, min(0.021, 0.95 / len(order)), 0.985)
    for k, place, row in zip(order, places, rows, strict=True):
        look, colour = styles[k], styles[k]["color"]
        axes.plot([place * real(end)], [1], clip_on=False, zorder=5, **look)
        lead: dict[str, Any] = {"color": colour, "linewidth": 0.5, "clip_on": False, "transform": axes.transAxes}
        axes.plot([place, place, row, row], [1 / RATIO, 1, 1.1, 1.14], **lead)
        once = ONE_ROUND if len(sources[k].state.parameters) > 1 else ""
        axes.text(row, 1.16, f"{label(sources[k])}  {shortened(*(met[k] or (fmpq(0), fmpq(0))))}{once}", rotation=90,
                  ha="center", va="bottom", fontsize=6, color=colour, transform=axes.transAxes)  # fmt: skip
    note = say("protocols.meets")
    if any(len(sources[k].state.parameters) > 1 for k in order):
        note += f"\n{ONE_ROUND} {say('protocols.line')}"
    figure.text(0.012, (high - HIGH - 0.02) / high, note, fontsize=6, va="top", color="#444444")


def tilt(axes: Axes, figure: Figure, left: float, right: float, bottom: float) -> float:
    """The angle of the diagonal on paper."""
    from math import atan2, degrees, log10

    box = axes.get_position()
    width, height = box.width * figure.get_figwidth(), box.height * figure.get_figheight()
    return degrees(atan2(height / -log10(bottom), width / log10(right / left)))


def names(
    axes: Axes, curves: Sequence[tuple[Stated, list[Point]]], styles: Sequence[dict[str, Any]], bottom: float
) -> None:
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
    columns = (-0.855, -0.51, -0.09)
    for place, word, side in zip(
        columns,
        map(say, ("protocols.protocol", "protocols.code", "protocols.cost")),
        ("left", "left", "right"),
        strict=True,
    ):
        axes.text(place, rows[0] + 1.1 * gap, word, ha=side, style="italic", **head)
    for (source, _), look, end, row in zip(curves, styles, ends, rows, strict=True):
        colour = look["color"]
        axes.plot([-0.94, -0.905, -0.87], [row] * 3, transform=axes.transAxes, clip_on=False, markevery=[1], **look)
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
