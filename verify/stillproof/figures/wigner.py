"""Discrete Wigner functions: u to the right, v upwards, (0, 0) in the lower left corner, the value in each cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from flint import fmpq

from ..exact.reading import rational
from ..statements.stated import Stated
from . import style
from .prose import say
from .source import real

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

ROW = 2  # panels side by side in a column
PANEL = 1.55  # inches


def caption(sources: Sequence[Stated]) -> str:
    """What is seen."""
    names = [source.state.target for source in sources]
    found = say("wigner.several" if len(names) > 1 else "wigner", names=", ".join(names))
    flagged = any(not source.state.magic for source in sources)
    return say("wigner.stabilizer", caption=found, mark=style.NO_MAGIC) if flagged else found


def values(source: Stated) -> list[list[fmpq]]:
    """W(u, v) of the state at x = 0, by u and v: the claimed c0 + c1 x there."""
    claim = source.of_kind("wigner")[0]  # all of them say the same
    return [[rational(c0) for c0, _ in row] for row in claim["function"]]


def draw(sources: Sequence[Stated]) -> Figure:
    """One panel for every state."""
    rows = -(-len(sources) // ROW)
    height = PANEL * rows + 0.42
    width = style.COLUMN if len(sources) > 1 else 0.4 + PANEL
    figure = style.new(width, height)
    for number, source in enumerate(sources):
        row, column = divmod(number, ROW)
        left, bottom = (0.4 + 1.64 * column) / width, (0.42 + PANEL * (rows - 1 - row)) / height
        panel(
            figure.add_axes((left, bottom, 1.3 / width, 1.3 / height)),
            source,
            f"({chr(ord('a') + number)}) " if len(sources) > 1 else "",
        )
    return figure


def panel(axes: Axes, source: Stated, letter: str) -> None:
    """A grid of cells after a letter, if there are several: darker for larger values, hatched for negative ones."""
    found = values(source)
    p, most = len(found), max(abs(x) for row in found for x in row)
    for u, row in enumerate(found):
        for v, value in enumerate(row):
            strength = real(abs(value) / most)
            cell(axes, u, v, value, strength)
            size = min(9.0, 26 / p)
            text = axes.text(u, v, str(value).replace("-", "\u2212"), ha="center", va="center", fontsize=size)
            if value < 0:
                text.set_bbox({"boxstyle": "square,pad=0.15", "facecolor": "white", "edgecolor": "none"})
    axes.set_xlim(-0.5, p - 0.5)
    axes.set_ylim(-0.5, p - 0.5)
    axes.set_xticks(range(p), [str(u) for u in range(p)])
    axes.set_yticks(range(p), [str(v) for v in range(p)])
    axes.tick_params(length=0, labelsize=7)
    axes.set_xlabel("$u$", labelpad=2)
    axes.set_ylabel("$v$", labelpad=6, rotation=0, va="center")
    mark = "" if source.state.magic else style.NO_MAGIC
    axes.set_title(f"{letter}{style.kets(source.state, source.state.target)}{mark}", fontsize=8.5, pad=4)


def cell(axes: Axes, u: int, v: int, value: fmpq, strength: float) -> None:
    """One square."""
    from matplotlib.patches import Rectangle

    low, high = (1.0, 1.0, 1.0), (0.42, 0.62, 0.80) if value >= 0 else (0.86, 0.42, 0.36)
    colour = tuple(a + (b - a) * strength * (0.75 if value >= 0 else 1) for a, b in zip(low, high, strict=True))
    hatch = "////" if value < 0 else None
    axes.add_patch(
        Rectangle((u - 0.5, v - 0.5), 1, 1, facecolor=colour, edgecolor=style.INK, linewidth=0.7, hatch=hatch)
    )
