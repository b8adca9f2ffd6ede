"""The figures, drawn by `stillproof.figures` from certified data."""

from __future__ import annotations

import base64
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

PACKAGE = "stillproof.figures"


class Figure(NamedTuple):
    """A figure: the name of its files, its caption, and its SVG in base64."""

    stem: str
    caption: str
    data: str


def draw(names: list[str], folder: Path) -> list[Figure]:
    """Draw all figures of some protocols into a folder, as SVG and PDF; none where there is nothing that draws."""
    if find_spec(PACKAGE) is None:
        return []
    paths = sorted(import_module(PACKAGE).draw_all(names, folder))
    stems = sorted({path.stem for path in paths if path.suffix == ".svg"})
    return [
        Figure(stem, stem.replace("-", " "), base64.b64encode((folder / f"{stem}.svg").read_bytes()).decode("ascii"))
        for stem in stems
    ]
