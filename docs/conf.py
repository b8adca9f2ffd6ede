"""How the pages are built: `make docs`.  Nothing is loaded from the network, by the build or by the pages."""

import re
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "verify"), str(ROOT / "proofs"), str(ROOT / "docs")]

project = "stillproof"
author = "the stillproof authors"
copyright = "MIT licence"  # noqa: A001 - Sphinx's word
version = re.search(r'__version__ = "(.+)"', (ROOT / "verify/stillproof/__init__.py").read_text())[1]
extensions = ["myst_parser", "sphinx.ext.autodoc", "cells", "mathml", "fitting"]
myst_heading_anchors = 3
myst_enable_extensions = ["dollarmath", "html_image"]
myst_fence_as_directive = ["math"]
html_math_renderer = "mathml"
html_static_path = ["_static"]
html_css_files = ["pages.css"]
autodoc_member_order = "bysource"
autodoc_mock_imports = ["matplotlib"]
html_theme = "furo"
html_title = "stillproof"
html_theme_options = {"top_of_page_buttons": []}
html_copy_source = False
html_show_copyright = False
html_show_sphinx = False
html_last_updated_fmt = None
html_permalinks = True


def readable(app: Any, docname: str, source: list[str]) -> None:
    """Links to pages and folders outside docs/ are for readers of the repository: here they become their names."""
    folder = (Path(app.srcdir) / docname).parent

    def link(found: re.Match[str]) -> str:
        target = (folder / found[2]).resolve()
        inside = target.is_relative_to(app.srcdir)
        if target.is_dir() or (target.suffix == ".md" and not inside):
            return f"{found[1]} (`{target.relative_to(ROOT)}`)"
        return found[0]

    source[0] = re.sub(r"\[([^]\[]+)\]\(([^)#:]+)\)", link, source[0])


def setup(app: Any) -> None:
    """Called by Sphinx."""
    app.connect("source-read", readable)
