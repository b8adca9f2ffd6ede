"""Notes on what is in print: the parts of docs/divergences.md about the papers that a supplement's statements cite.

They are written by people, in the little Markdown that is read here: paragraphs that may begin in bold, names in
backticks, tables, and formulas in TeX, which are typeset.  A part is about a paper if its heading begins with an author
and a year of a statement's source.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from .tree import Code, Inline, Strong, Tex, Text

PAGE = Path("docs") / "divergences.md"


FORMULAS = [  # what the head of a table has in TeX, as text where only text can be; in this order
    (r"\\mathrm\{(\w+)\}", r"\1"),
    (r"\\delta", "delta"),
]


class Note(NamedTuple):
    """A paragraph, or a table with its head as text, and as it is typeset."""

    words: Text
    table: tuple[tuple[str, ...], list[tuple[Text, ...]]] | None = None
    head: tuple[Text, ...] = ()


class Part(NamedTuple):
    """The notes on one paper."""

    title: str
    notes: list[Note]


def notes(fixtures: Path, sources: list[str]) -> list[Part]:
    """The parts about some sources; none where the page is not there."""
    path = fixtures.parent / PAGE
    if not path.is_file():
        return []
    found = []
    for text in re.split(r"^## ", path.read_text(encoding="ascii"), flags=re.M)[1:]:
        title, _, body = text.partition("\n")
        if any(about(title, source) for source in sources):
            blocks = [block for block in re.split(r"\n\s*\n", body) if block.strip()]
            found.append(Part(title.replace("*", ""), [note(block.strip()) for block in blocks]))
    return found


def about(title: str, source: str) -> bool:
    """Whether a heading such as `Bravyi and Kitaev 2005, ...` names the authors and the year of a source."""
    year = re.search(r"\b(19|20)\d\d\b", title)
    if year is None:
        return False
    authors = re.findall(r"[A-Z][a-z]+", title[: year.start()])
    return bool(authors) and all(word in source for word in (*authors, year[0]))


def note(block: str) -> Note:
    """A paragraph or a table."""
    lines = block.splitlines()
    if all(line.startswith("|") for line in lines) and len(lines) > 2:
        head, _, *rows = ([cell.strip() for cell in line.strip("|").split("|")] for line in lines)
        titles = tuple(plain(cell).replace("`", "") for cell in head)
        return Note((), (titles, [tuple(map(inline, row)) for row in rows]), tuple(map(inline, head)))
    return Note(inline(" ".join(line.strip() for line in lines)))


def plain(text: str) -> str:
    """The head of a column with its formulas as text.  Raises ValueError for a command that is not known here."""
    return re.sub(r"\$([^$]+)\$", lambda formula: as_text(formula[1]), text)


def as_text(formula: str) -> str:
    """A formula of a head as text.  Raises ValueError where it has a command that is not known here."""
    for command, words in FORMULAS:
        formula = re.sub(command, words, formula)
    if "\\" in formula or "{" in formula:
        raise ValueError(f"docs/divergences.md: a formula that the supplement cannot say: {formula}")
    return formula


def inline(text: str) -> Text:
    """Words, formulas, names in backticks, and bold words; stars of emphasis are left out."""
    found: list[Inline] = []
    text = re.sub(r'"([^"`]*)"', "\u201c\\1\u201d", text)  # before a formula between them parts the two
    for part in re.split(r"(`[^`]*`|\*\*.*?\*\*)", text):
        if part.startswith("`"):
            found.append(Code(part.strip("`")))
            continue
        bold = part.startswith("**")
        for piece in re.split(r"(\$[^$]+\$)", part.strip("*") if bold else part):
            if piece.startswith("$"):
                found.append(Tex(piece.strip("$")))
            elif bold and piece:
                found.append(Strong(piece))
            elif piece:
                found.append(re.sub(r"(?<![\w^(])\*(\w[^*]*)\*", r"\1", piece).replace("\\|", "|"))
    return tuple(found)
