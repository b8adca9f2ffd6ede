"""How a notebook shows a result: a table of two columns, and pictures that stand alone."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Sequence
from html import escape


def table(rows: Iterable[Sequence[str]], head: Sequence[str] = ()) -> str:
    """A table; the first cell of a row is its heading.

    >>> table([("verdict", "a < b")])
    '<table><tbody><tr><th align="left">verdict</th><td align="left">a &lt; b</td></tr></tbody></table>'
    """
    left = 'align="left"'
    titles = "".join(f"<th {left}>{escape(title)}</th>" for title in head)
    lines = [
        f"<tr><th {left}>{escape(first)}</th>{''.join(f'<td {left}>{escape(cell)}</td>' for cell in rest)}</tr>"
        for first, *rest in rows
    ]
    return f"<table>{f'<thead><tr>{titles}</tr></thead>' if titles else ''}<tbody>{''.join(lines)}</tbody></table>"


def picture(svg: bytes, caption: str) -> str:
    """An SVG as an image of its own: ids in it meet those of no other one.  It is drawn on white.

    >>> picture(b"<svg/>", "a < b")
    '<p><img alt="a &lt; b" src="data:image/svg+xml;base64,PHN2Zy8+"></p>'
    """
    return f'<p><img alt="{escape(caption)}" src="data:image/svg+xml;base64,{b64encode(svg).decode("ascii")}"></p>'


def sentence(text: str) -> str:
    """A paragraph."""
    return f"<p>{escape(text)}</p>"
