"""The proofs of the lemmas, read from the pages in docs/lemmas: there they stand, and nowhere else are they typed.

A page has one section for each lemma: its sentence, **Statement.**, **Proof.**, who uses it, and whether it is formal.
The Markdown that is read here is small: paragraphs, lists, tables, formulas in TeX, names in backticks, links, and
words in bold or with emphasis.  Anything else raises ValueError, so that nothing is printed that was not understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from .tree import Code, Emphasis, Inline, Link, Strong, Tex, Text

FOLDER = Path("docs") / "lemmas"
CONVENTIONS = "Conventions"
LEFT_OUT = ("**Used by:**", "**Formal:**")  # the supplement says these of its own claims
INLINE = re.compile(r"(\$[^$]+\$|\[[^]\[]*\]\([^)]*\)|`[^`]*`|\*\*.+?\*\*|(?<![\w*])\*[^*\s][^*]*\*)")
FORMULA = re.compile(r"```math\n(.*?)\n```", re.DOTALL)


class Paragraph(NamedTuple):
    """Running text."""

    words: Text


class Displayed(NamedTuple):
    """A formula on lines of its own, in TeX."""

    formula: str


class Listing(NamedTuple):
    """A list of points."""

    items: tuple[Text, ...]


class Grid(NamedTuple):
    """A table with its head."""

    head: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]


Block = Paragraph | Displayed | Listing | Grid


class Proof(NamedTuple):
    """What a page says of a lemma, from its sentence to the end of its proof; and the lemmas that it cites."""

    name: str
    sentence: Text
    blocks: tuple[Block, ...]
    cites: tuple[str, ...]


class Proofs(NamedTuple):
    """The conventions of all pages, and the proofs of some lemmas and of those that these cite, by name."""

    conventions: tuple[Block, ...]
    lemmas: dict[str, Proof]


def proofs(folder: Path, names: Iterable[str]) -> Proofs:
    """The proofs of some lemmas, and of all that these and the conventions cite.

    `folder` is the one that has `docs/`.  Raises ValueError for a lemma without a section, or one without a proof.
    """
    sections = pages(folder / FOLDER)
    conventions = blocks(sections.pop(CONVENTIONS))
    found: dict[str, Proof] = {}
    wanted = sorted({*names, *cited(conventions)})
    while wanted:
        name = wanted.pop()
        if name not in found:
            if name not in sections:
                raise ValueError(f"{FOLDER}: no section on the lemma {name}")
            found[name] = proof(name, sections[name])
            wanted += found[name].cites
    return Proofs(conventions, dict(sorted(found.items())))


def pages(folder: Path) -> dict[str, str]:
    """The sections of all pages by their headings."""
    found: dict[str, str] = {}
    for path in sorted(folder.glob("*.md")):
        for part in re.split(r"^## ", path.read_text(encoding="ascii"), flags=re.M)[1:]:
            title, _, body = part.partition("\n")
            found[title] = body
    return found


def proof(name: str, section: str) -> Proof:
    """One section."""
    first, *rest = blocks(section)
    starts = [block.words[0] for block in rest if isinstance(block, Paragraph) and block.words]
    if not isinstance(first, Paragraph) or Strong("Statement.") not in starts or Strong("Proof.") not in starts:
        raise ValueError(f"{FOLDER}: the section on the lemma {name} has no sentence, statement and proof")
    return Proof(name, first.words, tuple(rest), cited((first, *rest)))


def cited(found: Iterable[Block]) -> tuple[str, ...]:
    """The lemmas to which some blocks have a link."""
    names = [part.lemma for block in found for text in texts(block) for part in text if isinstance(part, Link)]
    return tuple(dict.fromkeys(names))


def texts(block: Block) -> list[Text]:
    """The running texts of a block."""
    match block:
        case Paragraph(words):
            return [words]
        case Listing(items):
            return list(items)
        case Grid(head, rows):
            return [cell for row in (head, *rows) for cell in row]
        case _:
            return []


def blocks(body: str) -> tuple[Block, ...]:
    """The blocks of a section, without what it says of claims and theorems."""
    found: list[Block] = []
    for number, part in enumerate(FORMULA.split(body)):
        if number % 2:
            found.append(Displayed(part.strip()))
        else:
            found += [block(text) for text in re.split(r"\n\s*\n", part) if wanted(text)]
    return tuple(found)


def wanted(text: str) -> bool:
    """Whether a paragraph belongs to the lemma itself."""
    return bool(text.strip()) and not text.strip().startswith(LEFT_OUT)


def block(text: str) -> Block:
    """A paragraph, a list or a table."""
    lines = text.strip("\n").splitlines()
    if lines[0].startswith("|"):
        head, _, *rows = (tuple(inline(cell.strip()) for cell in cells(line)) for line in lines)
        return Grid(head, tuple(rows))
    if lines[0].startswith("- "):
        items = re.split(r"^- ", "\n".join(lines), flags=re.M)[1:]
        return Listing(tuple(inline(one_line(item)) for item in items))
    if re.match(r"[#>`<]|\d+\. ", lines[0]) and not lines[0].startswith("`"):
        raise ValueError(f"{FOLDER}: a block that the supplement cannot say: {lines[0]}")
    return Paragraph(inline(one_line(text)))


def cells(line: str) -> list[str]:
    """The cells of a line of a table."""
    return line.strip().strip("|").split(" | ")


def one_line(text: str) -> str:
    """Text without its line breaks."""
    return " ".join(text.split())


def inline(text: str) -> Text:
    """Words, formulas, names, links to lemmas, bold words and emphasis.  Raises ValueError where a mark is left."""
    found: list[Inline] = []
    for part in INLINE.split(text):
        if part.startswith("$"):
            found.append(Tex(part[1:-1]))
        elif part.startswith("**"):
            found.append(Strong(part[2:-2]))
        elif part.startswith("*"):
            found.append(Emphasis(part[1:-1]))
        elif part.startswith("`"):
            found.append(Code(part[1:-1]))
        elif link := re.fullmatch(r"\[(.*)\]\(([^)]*)\)", part):
            found.append(target(link[1], link[2]))
        elif re.search(r"[$`*<\\]|\]\(", part):
            raise ValueError(f"{FOLDER}: a mark that the supplement cannot say: {part}")
        elif part:
            found.append(part)
    return tuple(found)


def target(label: str, address: str) -> Inline:
    """A link: to a lemma where its name is the label, and otherwise its label alone."""
    name = label.strip("`")
    if label.startswith("`") and address.endswith(f"#{name}"):
        return Link(name)
    return Code(name) if label.startswith("`") else label
