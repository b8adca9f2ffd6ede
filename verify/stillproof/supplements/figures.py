"""The figures, drawn by `stillproof.figures` from the statements that the checker has accepted."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from ..errors import Declined
from ..statements.stated import Stated
from .templates import INSTALL

SAFE = " !$'()*+,-./:;=?@[]^_{|}~"  # of an attribute in double quotes


class Figure(NamedTuple):
    """A figure: the name of its files, its caption, and its SVG as the address of an image."""

    stem: str
    caption: str
    address: str


def require() -> None:
    """Raises Declined where matplotlib is missing."""
    try:
        import_module("matplotlib")
    except ModuleNotFoundError as error:
        raise Declined(f"{error.name} is missing, which is in the extra `paper`: {INSTALL}") from None


def draw(sources: Sequence[Stated], folder: Path) -> list[Figure]:
    """Draw all figures of some statements into a folder, as SVG and PDF; none where no claim has one."""
    from ..figures import captions, rendered

    titles = captions(sources)
    if not titles:
        return []
    for name, content in rendered(sources).items():
        (folder / name).write_bytes(content)
    return [
        Figure(stem, title, address((folder / f"{stem}.svg").read_text(encoding="utf-8")))
        for stem, title in sorted(titles.items())
    ]


def address(svg: str) -> str:
    """An SVG as the address of an image: shorter than in base64, since little of it must be spelled out."""
    return "data:image/svg+xml," + quote(" ".join(svg.split()), safe=SAFE)
