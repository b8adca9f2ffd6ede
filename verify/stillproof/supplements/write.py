"""The documents as text: templates filled from the intermediate representation."""

from __future__ import annotations

import json
from html import escape
from typing import Any

from . import blocks, mathml, tex
from .document import Document, Section
from .errata import Errata
from .figures import Figure
from .notes import Part
from .templates import environment
from .tree import Flow, Text
from .values import Macro, distinct, macros

WIDEST = 40  # characters of a column of a table, as far as its width goes
NARROW = 24  # characters of a table on a narrow screen
SPACE = 0.027  # of the width of the page, between two columns


def html(document: Document, errata: Errata, notes: list[Part], figures: list[Figure]) -> str:
    """The page."""
    template = environment()
    template.filters.update(
        words=mathml.text, formula=mathml.pieces, e=escape, grouped=grouped, wide=wide, blocks=blocks.as_html
    )
    names = ", ".join(section.name for section in document.sections)
    return template.get_template("supplement.html.jinja").render(
        document=document, errata=errata, notes=notes, figures=figures, names=names
    )


def paper(document: Document, errata: Errata, notes: list[Part], figures: list[Figure]) -> str:
    """The document in TeX."""
    names = ", ".join(section.name for section in document.sections)
    return tex_template("supplement.tex", document=document, errata=errata, notes=notes, figures=figures, names=names)


def value_macros(document: Document, statements: dict[str, list[Any]]) -> str:
    """The macros.  Raises Declined where two would have one name."""
    return tex_template("stillproof-values.tex", tables=tables(document, statements))


def example(document: Document, statements: dict[str, list[Any]]) -> str:
    """A small paper that uses some of the macros: the exact values, and three digits of the others."""
    chosen = []
    for section, rows in tables(document, statements):
        exact = {row.name.removesuffix("Exact") for row in rows if row.name.endswith("Exact")}
        kept = [
            row
            for row in rows
            if row.name.endswith("Exact")
            or (row.name.endswith("ToThree") and row.name.removesuffix("ToThree") not in exact)
        ]
        chosen.append((section, kept))
    return tex_template("example.tex", tables=chosen)


def tables(document: Document, statements: dict[str, list[Any]]) -> list[tuple[Section, list[Macro]]]:
    """The macros of every protocol.  Raises Declined where two would have one name."""
    found = [(section, macros(section.name, statements[section.name])) for section in document.sections]
    distinct({section.name: rows for section, rows in found})
    return found


def tex_template(name: str, **values: Any) -> str:
    """A template for TeX, filled."""
    template = environment(tex=True)
    template.filters.update(
        blocks=blocks.as_tex, broken=broken, code=tex.code, columns=columns, formula=tex.pieces, inside=inside,
        plain=tex.plain, words=tex.text,
    )  # fmt: skip
    template.globals.update(rests=rests)
    return template.get_template(f"{name}.jinja").render(**values)


def inside(formula: Flow) -> str:
    """A formula in one piece."""
    return "".join(map(tex.tree, formula.pieces))


def broken(words: Text) -> str:
    """Words with long runs of digits and brackets, where a line may end after a mark."""
    letters = "".join(map(str, words))
    return "".join(tex.SPECIAL.get(c, c) + (r"\allowbreak{}" if c in "/,:)}]_" else "") for c in letters)


def grouped(lemmas: list[tuple[str, str | None]]) -> list[tuple[str, list[str]]]:
    """The lemmas of a claim, by whether they are formal; the case may be another one than the claim's."""
    found = [
        ("formal, in the case that the list names", [name for name, theorem in lemmas if theorem]),
        ("not yet formal", [name for name, theorem in lemmas if not theorem]),
    ]
    return [(status, names) for status, names in found if names]


def rests(lemmas: list[tuple[str, str | None]]) -> str:
    """The lemmas of a claim."""
    return "; ".join(f"{status}: {', '.join(names)}" for status, names in grouped(lemmas))


def widths(table: tuple[tuple[str, ...], list[tuple[Text, ...]]]) -> list[int]:
    """About how many characters the columns of a table have."""
    head, rows = table
    return [max([len(title), *(length(row[i]) for row in rows)]) for i, title in enumerate(head)]


def wide(table: tuple[tuple[str, ...], list[tuple[Text, ...]]]) -> bool:
    """Whether a table is too wide for a narrow screen."""
    return sum(widths(table)) > NARROW


def columns(table: tuple[tuple[str, ...], list[tuple[Text, ...]]]) -> str:
    """The columns of a table, as wide as what is in them."""
    found = [min(WIDEST, width) + 3 for width in widths(table)]
    scale = min((0.99 - SPACE * len(found)) / sum(found), 0.02)
    return "".join(rf"L{{{scale * width:.3f}\linewidth}}" for width in found)


def length(cell: Text) -> int:
    """About how many characters a cell has."""
    size = 0
    for part in cell:
        if isinstance(part, Flow):
            size += sum(len(json.dumps(leaves(piece))) for piece in part.pieces) // 6
        else:
            size += len(part if isinstance(part, str) else part[0])
    return size


def leaves(node: Any) -> list[Any]:
    """The letters of a tree."""
    return [leaves(x) for x in node] if isinstance(node, tuple) else node
