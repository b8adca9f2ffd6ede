"""Formulas as MathML, made when the pages are built: no script runs in the page, and nothing is loaded.

The converter is that of docutils.  A formula that it does not know ends the build; TeX is never shown instead.
"""

from typing import Any

from docutils import nodes
from docutils.utils.math import MathError
from docutils.utils.math.latex2mathml import tex2mathml
from sphinx.errors import SphinxError


def converted(node: Any, as_block: bool) -> str:
    """The MathML of a formula; an error names its page and line."""
    try:
        return tex2mathml(node.astext(), as_block=as_block)
    except MathError as error:
        raise SphinxError(f"{node.source}:{node.line or '?'}: {error} in the formula {node.astext()!r}") from None


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
    return {"parallel_read_safe": True, "parallel_write_safe": True}
