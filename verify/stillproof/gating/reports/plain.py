"""What others wrote, in printable ASCII: reports go to terminals and into XML, where control characters do harm."""

from __future__ import annotations


def plain(text: str) -> str:
    """Backslash escapes, as in Python, for everything but printable ASCII."""
    return "".join(c if " " <= c <= "~" else ascii(c)[1:-1] for c in text)
