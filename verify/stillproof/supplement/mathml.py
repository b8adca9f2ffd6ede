"""Text and trees as HTML with MathML.

Every piece of a formula is an element of its own, with a space between, so that a browser breaks a long polynomial
where the page is at its end.
"""

from __future__ import annotations

from html import escape

from .tree import Code, Flow, Index, Name, Number, Over, Power, Root, Row, Sign, Table, Text, Tree, Word, continued

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
        case Power(base, exponent):
            return f"<msup>{tree(base)}{tree(exponent)}</msup>"
        case Index(base, index):
            return f"<msub>{tree(base)}{tree(index)}</msub>"
        case Root(inside, degree):
            return f"<msqrt>{tree(inside)}</msqrt>" if degree == 2 else f"<mroot>{tree(inside)}<mn>{degree}</mn></mroot>"
        case Table(rows):
            lines = "".join(f"<mtr>{''.join(f'<mtd>{tree(cell)}</mtd>' for cell in line)}</mtr>" for line in rows)
            return f"<mrow><mo>(</mo><mtable>{lines}</mtable><mo>)</mo></mrow>"


def sign(key: str) -> str:
    """An operator."""
    shown = escape(SIGNS[key])
    return f'<mo stretchy="false">{shown}</mo>' if key in FENCES else f"<mo>{shown}</mo>"


def pieces(formula: Flow) -> str:
    """A formula; between its pieces a line may end."""
    shown = []
    for piece, operates in continued(formula):
        inside = tree(piece)
        shown.append(f"<math>{inside.replace('<mo>', INFIX, 1) if operates else inside}</math>")
    return " ".join(shown)


def text(parts: Text) -> str:
    """Words, formulas and names."""
    shown = []
    for part in parts:
        shown.append(pieces(part) if isinstance(part, Flow) else
                     f"<code>{escape(part.letters)}</code>" if isinstance(part, Code) else escape(part))  # fmt: skip
    return "".join(shown)
