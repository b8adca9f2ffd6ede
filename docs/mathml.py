"""Formulas as MathML, made when the pages are built: no script runs in the page, and nothing is loaded.

The converter is that of docutils.  A formula that it does not know ends the build; TeX is never shown instead.
"""

import re
from typing import Any

from docutils import nodes
from docutils.utils.math import MathError
from sphinx.errors import SphinxError

from stillproof.supplements.formulas import mathml


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
