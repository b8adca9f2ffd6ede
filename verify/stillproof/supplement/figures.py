"""The figures, drawn by `stillproof.figures` from the statements that the checker has accepted."""

from __future__ import annotations

import base64
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from ..errors import Declined
from .templates import INSTALL


class Figure(NamedTuple):
    """A figure: the name of its files, its caption, and its SVG in base64."""

    stem: str
    caption: str
    data: str


def require() -> None:
    """Raises Declined where matplotlib is missing."""
    try:
        import_module("matplotlib")
    except ModuleNotFoundError as error:
        raise Declined(f"{error.name} is missing, which is in the extra `paper`: {INSTALL}") from None


def draw(names: list[str], folder: Path, fixtures: Path, certificates: Path) -> list[Figure]:
    """Draw all figures of some statements into a folder, as SVG and PDF; none where no claim has one."""
    from ..figures import captions, read_source, rendered

    sources = [read_source(name, fixtures, certificates) for name in names]
    titles = captions(sources)
    if not titles:
        return []
    for name, content in rendered(sources).items():
        (folder / name).write_bytes(content)
    return [
        Figure(stem, title, base64.b64encode((folder / f"{stem}.svg").read_bytes()).decode("ascii"))
        for stem, title in sorted(titles.items())
    ]
