"""The templates of the supplement, and how they are filled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...errors import Declined
from ..prose import say
from ..tree import Code

if TYPE_CHECKING:
    from jinja2 import Environment

INSTALL = "python3 -m pip install 'stillproof[paper]'"


def environment(tex: bool = False) -> Environment:
    """Strict templates; those for TeX with other brackets, since TeX needs the braces.  Raises Declined."""
    try:
        from jinja2 import Environment, PackageLoader, StrictUndefined
    except ModuleNotFoundError as error:
        raise Declined(f"{error.name} is missing, which is in the extra `paper`: {INSTALL}") from None
    marks: dict[str, Any] = {
        "block_start_string": "<%",
        "block_end_string": "%>",
        "variable_start_string": "<<",
        "variable_end_string": ">>",
        "comment_start_string": "<#",
        "comment_end_string": "#>",
    }
    found = Environment(
        loader=PackageLoader("stillproof.supplements", "templates"),
        autoescape=False,  # noqa: S701 - `markup` and `tex` escape what they are given
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        **(marks if tex else {}),
    )
    found.globals.update(say=say, code=Code)
    return found


def render(name: str, **values: Any) -> str:
    """A template with these values.  Raises Declined where jinja2 is missing."""
    return environment(tex=name.endswith(".tex")).get_template(f"{name}.jinja").render(**values)
