"""The report for people: what did not pass with its witness, then the counts; the verdict is the last line."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ..run import Rows, Summary
from .plain import plain


def report(summary: Summary, rows: Rows) -> Iterator[str]:
    """One line for each claim, and one more for a witness."""
    for row in rows:
        name = row["id"] or "-"
        yield plain(f"{summary.source}:{row['line']}: {row['verdict']:<9}  {name}: {row['reason']}") + "\n"
        if row["witness"]:
            yield f"    witness {json.dumps(row['witness'], sort_keys=True)}\n"
    for error in summary.errors:
        yield plain(f"malformed  {error}") + "\n"
    for deviation in summary.deviations:
        yield plain(f"unexpected  {deviation}") + "\n"
    yield f"{'PASSED' if summary.passed else 'FAILED'}: {summary.coverage} (exit code {summary.exit_code})\n"
