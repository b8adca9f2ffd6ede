"""Text and trees as HTML with MathML.

Every piece of a formula is an element of its own, with a space between, so that a browser breaks a long polynomial
where the page is at its end.
"""

from __future__ import annotations

from html import escape

from .formulas import inline
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
    "minus": "−",  # noqa: RUF001 - the minus of mathematics
    "times": "×",  # noqa: RUF001
    "dot": "·",
    "equals": "=",
    "less": "<",
    "most": "≤",
    "more": ">",
    "least": "≥",
    "in": "∈",
    "to": "→",
    "maps": "↦",
    "about": "≈",
    "tensor": "⊗",
    "dots": "…",
    "comma": ",",
    "bar": "|",
    "/": "/",
    "(": "(",
    ")": ")",
    "[": "[",
    "]": "]",
    "{": "{",
    "}": "}",
    "<": "⟨",
    ">": "⟩",
    "|": "|",
    "[[": "[[",
    "]]": "]]",
    "dagger": "†",
    "sum": "∑",
}
INFIX = '<mo form="infix">'
FENCES = ("(", ")", "[", "]", "{", "}", "<", ">", "|", "[[", "]]")
TIGHT = ("/", "dots", "dagger")
MARKS = (".", ",", ":", ";", ")")  # that stay with the formula before them
LETTERS = {
    "alpha": "α",  # noqa: RUF001
    "beta": "β",
    "gamma": "γ",  # noqa: RUF001
    "delta": "δ",
    "eps": "ε",
    "omega": "ω",
    "zeta": "ζ",
    "Pi": "Π",
    "pi": "π",
    "rho": "ρ",  # noqa: RUF001
    "xi": "ξ",
    "chi": "χ",
}


def tree(node: Tree) -> str:
    """A tree, inside a `math` element."""
    match node:
        case Number(digits):
            return f"<mn>{digits}</mn>"
        case Name(letter):
            return f"<mi>{LETTERS.get(letter, letter)}</mi>"
        case Word(letters):
            return f'<mi mathvariant="normal">{escape(letters)}</mi>'
        case Sign(key):
            return sign(key)
        case Row(parts):
            return f"<mrow>{''.join(map(tree, parts))}</mrow>"
        case Over(above, below):
            return f"<mfrac>{tree(above)}{tree(below)}</mfrac>"
        case Power(Index(base, index), exponent):
            return f"<msubsup>{tree(base)}{tree(index)}{tree(exponent)}</msubsup>"
        case Power(base, exponent):
            return f"<msup>{tree(base)}{tree(exponent)}</msup>"
        case Index(base, index):
            return f"<msub>{tree(base)}{tree(index)}</msub>"
        case Root(inside, degree):
            return (
                f"<msqrt>{tree(inside)}</msqrt>" if degree == 2 else f"<mroot>{tree(inside)}<mn>{degree}</mn></mroot>"
            )
        case Table(rows):
            lines = "".join(f"<mtr>{''.join(f'<mtd>{tree(cell)}</mtd>' for cell in line)}</mtr>" for line in rows)
            return f'<mtable class="matrix">{lines}</mtable>'


def sign(key: str) -> str:
    """An operator."""
    if key == "space":
        return '<mspace width="0.4em"></mspace>'
    shown = escape(SIGNS[key])
    if key in FENCES:
        return f'<mo stretchy="false" lspace="0" rspace="0">{shown}</mo>'
    return f'<mo lspace="0" rspace="0">{shown}</mo>' if key in TIGHT else f"<mo>{shown}</mo>"


def pieces(formula: Flow) -> str:
    """A formula; between its pieces a line may end."""
    shown = []
    for piece, operates in continued(formula):
        inside = tree(piece)
        shown.append(f"<math>{inside.replace('<mo>', INFIX, 1) if operates else inside}</math>")
    return " ".join(shown)


def text(parts: Text) -> str:
    """Words, formulas and names."""
    shown: list[str] = []
    for part in parts:
        if isinstance(part, Flow):
            shown.append(pieces(part))
        elif isinstance(part, Code):
            shown.append(f"<code>{escape(part.letters, quote=False)}</code>")
        elif isinstance(part, Strong):
            shown.append(f"<b>{escape(part.letters, quote=False)}</b>")
        elif isinstance(part, Emphasis):
            shown.append(f"<i>{escape(part.letters, quote=False)}</i>")
        elif isinstance(part, Tex):
            shown.append(inline(part.formula))
        elif isinstance(part, Link):
            shown.append(f'<a href="#lemma.{part.lemma}"><code>{part.lemma}</code></a>')
        elif shown and part[:1] in MARKS and shown[-1].endswith("</math>"):
            head, last = shown[-1].rpartition("<math>")[::2]
            shown[-1] = f'{head}<span class="whole"><math>{last}{part[0]}</span>'
            shown.append(escape(part[1:], quote=False))
        else:
            shown.append(escape(part, quote=False))
    return "".join(shown)
