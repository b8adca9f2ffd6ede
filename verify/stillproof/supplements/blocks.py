"""The blocks of a proof as TeX and as HTML."""

from __future__ import annotations

from collections.abc import Sequence

from . import formulas, mathml, tex
from .proofs import Block, Displayed, Grid, Listing, Paragraph
from .tree import Text


def as_tex(found: Sequence[Block]) -> str:
    """Blocks in TeX; a formula belongs to the paragraph before it."""
    shown = ""
    for block, following in zip(found, [*found[1:], None], strict=True):
        shown += one_as_tex(block)
        shown += "\n" if isinstance(block, Displayed) or isinstance(following, Displayed) else "\\par\n"
    return shown


def one_as_tex(block: Block) -> str:
    """A block in TeX."""
    match block:
        case Paragraph(words):
            return tex.text(words)
        case Displayed(formula):
            return f"\\begin{{equation*}}\n{formula}\n\\end{{equation*}}"
        case Listing(items):
            points = "".join(f"\\item {tex.text(item)}\n" for item in items)
            return f"\\begin{{itemize}}\n{points}\\end{{itemize}}"
        case Grid(head, rows):
            lines = [" & ".join(map(tex.text, row)) + r" \\" for row in (head, *rows)]
            inside = "\n".join([r"\hline", lines[0], r"\hline", *lines[1:], r"\hline"])
            return (
                f"\\begin{{center}}\\begin{{tabular}}{{{'l' * len(head)}}}\n{inside}\n\\end{{tabular}}\\end{{center}}"
            )


def as_html(found: Sequence[Block]) -> str:
    """Blocks in HTML."""
    return "\n".join(map(one_as_html, found))


def one_as_html(block: Block) -> str:
    """A block in HTML."""
    match block:
        case Paragraph(words):
            return f"<p>{mathml.text(words)}</p>"
        case Displayed(formula):
            return f'<div class="displayed">{formulas.displayed(formula)}</div>'
        case Listing(items):
            return f"<ul>{''.join(f'<li>{mathml.text(item)}</li>' for item in items)}</ul>"
        case Grid(head, rows):
            body = "".join(f"<tr>{html_cells(row, 'td')}</tr>" for row in rows)
            return f"<table><thead><tr>{html_cells(head, 'th')}</tr></thead><tbody>{body}</tbody></table>"


def html_cells(row: tuple[Text, ...], name: str) -> str:
    """The cells of a row of a table."""
    return "".join(f"<{name}>{mathml.text(cell)}</{name}>" for cell in row)
