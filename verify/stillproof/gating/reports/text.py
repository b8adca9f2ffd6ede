"""The report for people: what did not pass with its witness, then the counts; the verdict is the last line."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ..run import Rows, Summary
from ..sentences import again, say
from .plain import plain


def report(summary: Summary, rows: Rows) -> Iterator[str]:
    """One line for each claim, and one more for a witness."""
    for row in rows:
        name = row["id"] or "-"
        verdict = f"{row['verdict']:<9}"
        words = {"source": summary.source, "line": row["line"], "claim": name, "reason": again(row["reason"])}
        yield plain(say("line", verdict=verdict, **words)) + "\n"
        if row["witness"]:
            yield say("line-witness", witness=again(json.dumps(row["witness"], sort_keys=True))) + "\n"
    for error in summary.errors:
        yield plain(say("line-malformed", reason=error)) + "\n"
    for deviation in summary.deviations:
        yield plain(say("line-unexpected", reason=deviation)) + "\n"
    word = "PASSED" if summary.passed else "FAILED"
    yield say("line-summary", word=word, coverage=summary.coverage, code=summary.exit_code) + "\n"
