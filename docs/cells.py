"""Cells of a notebook: `{code-cell}` is shown as a block of code.  tests/pages/test_notebook.py runs them."""

from typing import Any

from docutils import nodes
from docutils.parsers.rst import Directive


class CodeCell(Directive):
    """The code of a cell; the argument names the kernel."""

    has_content = True
    optional_arguments = 1

    def run(self) -> list[nodes.Node]:
        """A block of Python."""
        text = "\n".join(self.content)
        return [nodes.literal_block(text, text, language="python")]


def setup(app: Any) -> dict[str, bool]:
    """Called by Sphinx."""
    app.add_directive("code-cell", CodeCell)
    return {"parallel_read_safe": True}
