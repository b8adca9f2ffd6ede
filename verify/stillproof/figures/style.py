"""How all figures look, and how a figure becomes the same bytes every time."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from ..protocols.state import StateFamily

Drawing = Callable[[], "Figure"]
COLUMN, PAGE = 3.4, 7.0  # inches: the width of a column, and of a page
RED, BLUE, GREY, INK = "#b2182b", "#2b5c8a", "#777777", "#111111"
NO_MAGIC = "\u2020"  # the mark of a stabilizer state
PARAMETERS: dict[str, Any] = {
    "axes.linewidth": 0.7,
    "figure.dpi": 100,
    "font.family": "DejaVu Sans",  # the one that matplotlib brings
    "font.size": 8,
    "hatch.linewidth": 0.6,
    "lines.linewidth": 1.5,
    "mathtext.fontset": "dejavusans",
    "pdf.fonttype": 42,
    "savefig.bbox": "standard",
    "svg.fonttype": "path",
    "svg.hashsalt": "stillproof",
    "xtick.major.width": 0.7,
    "ytick.major.width": 0.7,
}
KETS: dict[str, tuple[str, Callable[[int], list[int]]]] = {  # what is printed, and the amplitudes for p, if it has any
    "zero": ("0", lambda p: [1] + [0] * (p - 1)),
    "one": ("1", lambda p: [0, 1] + [0] * (p - 2)),
    "plus": ("+", lambda p: [1] * p),
    "minus": ("-", lambda p: [1, -1] if p == 2 else []),
    "norell": ("N", lambda p: [0, 1, 1] if p == 3 else []),
    "strange": ("S", lambda p: [0, 1, -1] if p == 3 else []),
}


def new(width: float, height: float) -> Figure:
    """A figure of this many inches."""
    from matplotlib.figure import Figure

    return Figure(figsize=(width, height))


def files(stem: str, title: str, drawing: Drawing, forms: tuple[str, ...] = ("svg", "pdf")) -> dict[str, bytes]:
    """A figure as SVG, fonts as paths, and as PDF, fonts embedded; no date, no version, no settings of the user."""
    import matplotlib

    found = {}
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        settings: Any = matplotlib.rcParams
        settings.update(PARAMETERS)
        figure = drawing()
        for form, metadata in (
            ("svg", {"Title": title, "Creator": None, "Date": None, "Format": None, "Type": None}),
            ("pdf", {"Title": title, "Creator": "stillproof", "Producer": None, "CreationDate": None}),
        ):
            if form not in forms:
                continue
            stream = io.BytesIO()
            figure.savefig(stream, format=form, metadata=metadata)
            found[f"{stem}.{form}"] = shortened(stream.getvalue()) if form == "svg" else stream.getvalue()
    return found


def shortened(svg: bytes) -> bytes:
    """An SVG with the coordinates of its paths to a hundredth of a point, without blank lines in them."""

    def path(found: re.Match[bytes]) -> bytes:
        numbers = re.sub(rb"-?\d+\.\d{3,}", lambda x: b"%.2f" % float(x[0]), found[2])
        return found[1] + b" ".join(numbers.split()) + b'"'

    return re.sub(rb'( d=")([^"]*)"', path, svg)


def halo() -> list[Any]:
    """A white rim around a label."""
    from matplotlib.patheffects import Normal, Stroke

    return [Stroke(linewidth=2.5, foreground="white"), Normal()]


def kets(state: StateFamily, name: str) -> str:
    """A member of a family as it is printed: |0> for `zero` where it is that state, else by its own name."""
    symbol, amplitudes = KETS.get(name, ("", lambda p: []))
    if is_pure_state(state, name, amplitudes(state.p)):
        return rf"$|{symbol}\rangle$"
    return f'"{name}"' if name.isdigit() else rf"$|{name}\rangle$"


def outer(state: StateFamily, name: str) -> str:
    """The projector onto a member, as it is printed."""
    ket = kets(state, name)
    inside = ket.removeprefix("$|").removesuffix(r"\rangle$")
    return rf"$|{inside}\rangle\langle {inside}|$" if ket.startswith("$") else ket


def is_pure_state(state: StateFamily, name: str, amplitudes: list[int]) -> bool:
    """Whether the projector of a member is that onto these amplitudes, which need not have length 1."""
    projector, size = state.projectors[name], sum(x * x for x in amplitudes)
    pairs = [(i, j) for i in range(state.p) for j in range(state.p)]
    return bool(amplitudes) and all(
        projector[i][j] * state.field(size) == state.field(amplitudes[i] * amplitudes[j]) for i, j in pairs
    )


def symbol(parameter: str) -> str:
    """A parameter's name as it is printed: delta, eps, eps0, epsS."""
    for word, letter in (("delta", r"\delta"), ("eps", r"\varepsilon")):
        if parameter.startswith(word):
            rest = parameter.removeprefix(word)
            return f"{letter}_{{{rest}}}" if rest else letter
    return rf"\mathrm{{{parameter}}}" if parameter.isalnum() else r"x"
