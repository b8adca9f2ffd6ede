"""The name of a code from the name of a file or a title.

A name has letters, digits, `.` and `-`, begins with a letter or digit, and has at most 64 characters.  So every run of
other characters becomes one hyphen, hyphens and dots at both ends go, and what is too long ends with a hash:
`2e4+e3` becomes `2e4-e3`, `[[5,1,3]]` becomes `5-1-3`.
"""

from __future__ import annotations

import re

from ...files.text import joined


def code_name(title: str) -> str:
    """The name; a title without letters and digits becomes `code`."""
    return joined(re.sub(r"[^A-Za-z0-9.-]+", "-", title).strip("-.") or "code")


def plain(text: str) -> str:
    """A text as a code file can have it: printable ASCII without backslashes and double quotes."""
    return re.sub(r"[^ -~]|\\", "?", text.replace('"', "'"))
