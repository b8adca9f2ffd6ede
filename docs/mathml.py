"""Formulas as MathML, made when the pages are built: no script runs in the page, and nothing is loaded.

The converter is that of docutils.  A formula that it does not know ends the build; TeX is never shown instead.
"""

import re
from typing import Any

from docutils import nodes
from docutils.utils.math import MathError
from docutils.utils.math.latex2mathml import tex2mathml
from sphinx.errors import SphinxError

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


def mathml(formula: str, as_block: bool = False) -> str:
    """The MathML of a formula in TeX.  Raises `MathError` if something in it is not known."""
    text = tex2mathml(PRIME.sub(r"^{\\prime}", formula), as_block=as_block)
    for old, new in SPACING:
        text = re.sub(old, new, text)
    return text


def converted(node: Any, as_block: bool) -> str:
    """The MathML of a formula; an error names its page and line."""
    try:
        return mathml(node.astext(), as_block)
    except MathError as error:
        raise SphinxError(f"{node.source}:{node.line or '?'}: {error} in the formula {node.astext()!r}") from None


def keep_together(app: Any, doctree: Any, docname: str) -> None:
    """Puts a formula into one box with the signs that touch it: a line must not begin with its full stop."""
    for node in list(doctree.findall(nodes.math)):
        parent, at = node.parent, node.parent.index(node)
        before = after = ""
        if at and isinstance(parent[at - 1], nodes.Text):
            text = str(parent[at - 1])
            before = text[len(text.rstrip("(")) :]
            parent[at - 1] = nodes.Text(text[: len(text) - len(before)])
        if at + 1 < len(parent) and isinstance(parent[at + 1], nodes.Text):
            text = str(parent[at + 1])
            after = re.match(r"\S*", text)[0]
            parent[at + 1] = nodes.Text(text[len(after) :])
        if before or after:
            parent[at] = nodes.inline("", "", nodes.Text(before), node, nodes.Text(after), classes=["together"])


def inline(writer: Any, node: Any) -> None:
    """A formula in a line of text."""
    writer.body.append(converted(node, as_block=False))
    raise nodes.SkipNode


def displayed(writer: Any, node: Any) -> None:
    """A formula of its own; one that is wider than the window scrolls in its box."""
    writer.body.append(f'<div class="formula">{converted(node, as_block=True)}</div>\n')
    raise nodes.SkipNode


def setup(app: Any) -> dict[str, bool]:
    """Called by Sphinx."""
    app.add_html_math_renderer("mathml", inline_renderers=(inline, None), block_renderers=(displayed, None))
    app.connect("doctree-resolved", keep_together)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
