"""How all figures look, and how a figure becomes the same bytes every time."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from . import Drawing

COLUMN, PAGE = 3.4, 7.0  # inches: the width of a column, and of a page
RED, BLUE, GREY, INK = "#b2182b", "#2b5c8a", "#777777", "#111111"
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


def new(width: float, height: float) -> Figure:
    """A figure of this many inches."""
    from matplotlib.figure import Figure

    return Figure(figsize=(width, height))


def files(stem: str, title: str, drawing: Drawing) -> dict[str, bytes]:
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


def kets(name: str) -> str:
    """A state's name as it is printed."""
    shown = {"zero": "0", "one": "1", "plus": "+", "minus": "-", "norell": "N", "strange": "S"}
    return rf"$|{shown.get(name, name)}\rangle$"


def symbol(parameter: str) -> str:
    """A parameter's name as it is printed: delta, eps, eps0, epsS."""
    for word, letter in (("delta", r"\delta"), ("eps", r"\varepsilon")):
        if parameter.startswith(word):
            rest = parameter.removeprefix(word)
            return f"{letter}_{{{rest}}}" if rest else letter
    return rf"\mathrm{{{parameter}}}" if parameter.isalnum() else r"x"
