"""Text and trees as TeX."""

from __future__ import annotations

from .tree import (
    Code,
    Emphasis,
    Flow,
    Index,
    Link,
    Name,
    Number,
    Over,
    Power,
    Root,
    Row,
    Sign,
    Strong,
    Table,
    Tex,
    Text,
    Tree,
    Word,
    continued,
)

SIGNS = {
    "plus": "+",
    "minus": "-",
    "times": r"\times ",
    "dot": r"\cdot ",
    "equals": "=",
    "less": "<",
    "most": r"\le ",
    "more": ">",
    "least": r"\ge ",
    "in": r"\in ",
    "to": r"\to ",
    "maps": r"\mapsto ",
    "about": r"\approx ",
    "tensor": r"\otimes ",
    "dots": r"\dots ",
    "comma": ",",
    "bar": r"\mid ",
    "/": "/",
    "space": r"\ ",
    "(": "(",
    ")": ")",
    "[": "[",
    "]": "]",
    "{": r"\{",
    "}": r"\}",
    "<": r"\langle ",
    ">": r"\rangle ",
    "|": "|",
    "[[": "[[",
    "]]": "]]",
    "dagger": r"\dagger ",
    "sum": r"\sum ",
}
SHORT = 16  # letters of a name that is not broken
NAMES = {"eps": r"\varepsilon "}
SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    '"': r"\textquotedbl{}",
    "\u201c": "``",
    "\u201d": "''",
}


def plain(text: str) -> str:
    """Words, with what TeX reads otherwise spelled out, and with quotation marks of a book where they are in pairs."""
    shown, quotes = "".join(SPECIAL.get(c, c) for c in text), text.count('"')
    for _ in range(quotes // 2 if quotes % 2 == 0 else 0):
        shown = shown.replace(SPECIAL['"'], "``", 1).replace(SPECIAL['"'], "''", 1)
    return shown


def code(letters: str) -> str:
    """Letters as in a file; in a long name a line may end after a mark, and within a run of letters and digits."""
    if len(letters) <= SHORT:
        return r"\texttt{" + plain(letters) + "}"
    parts, run = [], 0
    for c in letters:
        run = run + 1 if c.isalnum() else 0
        parts.append(SPECIAL.get(c, c) if c != " " else r"\ ")
        if not c.isalnum() or run % 8 == 0:
            parts.append(r"\allowbreak{}")
    return r"\texttt{" + "".join(parts) + "}"


def tree(node: Tree) -> str:
    """A tree, in math mode."""
    match node:
        case Number(digits):
            return digits
        case Name(letter):
            return NAMES.get(letter, f"\\{letter} " if len(letter) > 1 else letter)
        case Word(letters):
            return rf"\mathrm{{{plain(letters).replace('-', '{-}')}}}"
        case Sign(key):
            return SIGNS[key]
        case Row(parts):
            return "".join(map(tree, parts))
        case Over(above, below):
            return rf"\frac{{{tree(above)}}}{{{tree(below)}}}"
        case Power(Index(base, index), exponent):
            return f"{grouped(base)}_{{{tree(index)}}}^{{{tree(exponent)}}}"
        case Power(base, exponent):
            return f"{grouped(base)}^{{{tree(exponent)}}}"
        case Index(base, index):
            return f"{grouped(base)}_{{{tree(index)}}}"
        case Root(inside, degree):
            return rf"\sqrt{f'[{degree}]' if degree > 2 else ''}{{{tree(inside)}}}"
        case Table(rows):
            lines = r" \\ ".join(" & ".join(rf"\textstyle {tree(cell)}" for cell in line) for line in rows)
            return rf"\begin{{pmatrix}} {lines} \end{{pmatrix}}"


def grouped(base: Tree) -> str:
    """A base; in braces if it is more than a letter or a bracket."""
    shown = tree(base)
    return shown if isinstance(base, Name | Number | Sign) else f"{{{shown}}}"


def pieces(formula: Flow) -> str:
    """A formula; between its pieces a line may end."""
    return " ".join(f"${'{}' if operates else ''}{tree(piece)}$" for piece, operates in continued(formula))


def text(parts: Text) -> str:
    """Words, formulas and names."""
    shown = []
    for part in parts:
        match part:
            case Flow():
                shown.append(pieces(part))
            case Code(letters):
                shown.append(code(letters))
            case Strong(letters):
                shown.append(rf"\textbf{{{plain(letters)}}}")
            case Emphasis(letters):
                shown.append(rf"\emph{{{plain(letters)}}}")
            case Tex(formula):
                shown.append(f"${formula}$")
            case Link(lemma):
                shown.append(rf"\hyperlink{{lemma.{lemma}}}{{{code(lemma)}}}")
            case _:
                shown.append(plain(part))
    return "".join(shown)
