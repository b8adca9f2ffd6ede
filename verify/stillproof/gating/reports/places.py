"""Where a report points: at the line of a program that a claim is from, or at the line of the claims file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

SOURCE = re.compile(r"(?P<file>[A-Za-z0-9_.@+-]+(?:/[A-Za-z0-9_.@+-]+)*):(?P<line>[1-9][0-9]{0,6})(?::[0-9]{1,6})?")


def pointed(row: Mapping[str, Any]) -> tuple[str, int] | None:
    """File and line of a `source` such as `src/factory.rs:42`, with a column or without; None for other texts.

    The path is relative, goes nowhere up, and has a folder or an ending, so that `table:2` is none.

    >>> pointed({"source": "src/factory.rs:42"}), pointed({"source": "../x.py:1"}), pointed({"source": "table:2"})
    (('src/factory.rs', 42), None, None)
    """
    match = SOURCE.fullmatch(row.get("source") or "")
    if match is None:
        return None
    parts = match["file"].split("/")
    if not set(parts).isdisjoint((".", "..")) or (len(parts) == 1 and not re.search(r"[^.]\.[A-Za-z]", parts[0])):
        return None
    return match["file"], int(match["line"])
