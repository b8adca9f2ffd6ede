"""The report as workflow commands of GitHub: the summary first, then at most nine claims, worst first.

A claim with a source such as `src/factory.rs:42` is shown there, with the line of the claims file in its title.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..run import Rows, Summary
from ..sentences import again, say
from .places import pointed
from .plain import plain

MAX_ANNOTATIONS = 10  # GitHub shows no more for one step and hides the rest
ORDER = ("broken", "malformed", "refuted", "ambiguous", "limit", "declined")


def report(summary: Summary, rows: Rows) -> Iterator[str]:
    """Annotations at the lines of the claims file, or titled with the command that was asked."""
    level = "notice" if summary.passed else "error"
    yield command(level, say("annotation-summary", coverage=summary.coverage), **place(summary, 1))
    left = MAX_ANNOTATIONS - 1
    for message in (*summary.errors, *summary.deviations):
        if left:
            yield command("error", message, **place(summary, 1))
            left -= 1
    for verdict in ORDER:
        if not summary.counts[verdict]:
            continue
        kind = "warning" if verdict in ("declined", "limit") or summary.passed else "error"
        for row in rows:
            if left and row["verdict"] == verdict and not row["expected"]:
                text = say("annotation", verdict=verdict, claim=row["id"] or "", reason=again(row["reason"]))
                yield command(kind, text, **place_of(summary, row))
                left -= 1


def place(summary: Summary, line: int) -> dict[str, object]:
    """Where an annotation is shown: an answer of a program has no file."""
    return {"file": summary.source, "line": line} if summary.is_file else {"title": summary.source}


def place_of(summary: Summary, row: Mapping[str, Any]) -> dict[str, object]:
    """The same for a claim: the line that it is from, where it says one."""
    there = pointed(row)
    if there is None:
        return place(summary, row["line"])
    return {"file": there[0], "line": there[1], "title": f"{summary.source}:{row['line']}"}


def command(kind: str, message: str, **properties: object) -> str:
    """One workflow command, escaped as GitHub wants it."""
    shown = ",".join(f"{key}={escaped(str(value), ':,')}" for key, value in properties.items())
    return f"::{kind} {shown}::{escaped(message)}\n"


def escaped(text: str, more: str = "") -> str:
    """Percent escapes for what would end a message or a property."""
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return plain(text)
