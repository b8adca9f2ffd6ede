"""Formulas in TeX as MathML: those of the lemma pages, for the pages of the documentation and for the supplement.

The converter is that of docutils, which is loaded when a formula is converted.  A formula that it does not know is an
error; TeX is never shown instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

from ..errors import Declined
from .templates import INSTALL

PRIME = re.compile(r"(?<=[A-Za-z0-9])'")
TIGHT = 'stretchy="false" lspace="0" rspace="0"'  # of the size of a letter, without space around it
SPACING = [  # what TeX sets and a browser does not: spaces around signs, and a line over the whole of a product
    (r"(<mo>&ApplyFunction;</mo>\s*)(?=<m[a-z]+>)", r'\1<mspace width="0.1667em"></mspace>'),  # log k, not log(k)
    (r"<mo(?: stretchy=\"false\"| class=\"mathopen\")?>([|/])</mo>", rf"<mo {TIGHT}>\1</mo>"),
    (r"<mo>([{\u27e8])</mo>", rf'<mo form="prefix" {TIGHT}>\1</mo>'),
    (r"<mo>([}\u27e9])</mo>", rf'<mo form="postfix" {TIGHT}>\1</mo>'),
    (
        r'(?s)<mover accent="false">((?:(?!<mover).)*?)<mo accent="true">_</mo>\s*</mover>',
        r'<mrow class="overline">\1</mrow>',
    ),
]
RELATION = re.compile(r" (?=(?:=|<|>|\\le|\\ge|\\ne|\\to|\\mapsto)(?: |$))")  # before which a line may end
PAIRS = (("{", "}"), (r"\left", r"\right"), (r"\lbrace", r"\rbrace"))


def converter() -> Callable[..., str]:
    """The converter of docutils.  Raises Declined where it is missing."""
    try:
        from docutils.utils.math.latex2mathml import tex2mathml
    except ModuleNotFoundError as error:
        raise Declined(f"{error.name} is missing, which is in the extra `paper`: {INSTALL}") from None
    found: Callable[..., str] = tex2mathml
    return found


def mathml(formula: str, as_block: bool = False) -> str:
    """The MathML of a formula in TeX.

    Raises docutils' `MathError` if something in it is not known, and Declined where docutils is missing.
    """
    text = converter()(PRIME.sub(r"^{\\prime}", formula), as_block=as_block)
    for old, new in SPACING:
        text = re.sub(old, new, text)
    return text


def compact(text: str) -> str:
    """MathML on one line, letters instead of names of letters: as a page with many formulas has it."""
    bare = re.sub(r">\s+<", "><", text.replace(' xmlns="http://www.w3.org/1998/Math/MathML"', ""))
    return re.sub(r"&(?!amp;|lt;|gt;|quot;)\w+;", lambda name: unescape(name[0]), bare)


def inline(formula: str) -> str:
    """A formula in a line of text, in pieces between which the line may end: before a relation outside of braces."""
    pieces, start = [], 0
    for found in RELATION.finditer(formula):
        before = formula[: found.start()]
        if all(before.count(opening) == before.count(closing) for opening, closing in PAIRS):
            pieces.append(formula[start : found.start()])
            start = found.start()
    first, *rest = (compact(mathml(piece.strip())) for piece in [*pieces, formula[start:]])
    return "<wbr>".join([first, *(piece.replace("<mo>", '<mo form="infix">', 1) for piece in rest)])


def displayed(formula: str) -> str:
    """A formula on lines of its own."""
    return compact(mathml(formula, as_block=True))
