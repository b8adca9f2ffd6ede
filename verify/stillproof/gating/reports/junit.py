"""The report as JUnit XML: a test case for each claim.

Refuted and ambiguous claims are failures, malformed and broken ones errors; what is not judged is skipped.
A verdict that was expected (`--expect`) passes.  A gate that is shut because too little is certified fails by itself.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any
from xml.sax import saxutils

from ..run import Rows, Summary
from ..sentences import again, say
from .places import pointed
from .plain import plain

KINDS = {
    "refuted": "failure",
    "ambiguous": "failure",
    "malformed": "error",
    "broken": "error",
    "declined": "skipped",
    "limit": "skipped",
}


def report(summary: Summary, rows: Rows) -> Iterator[str]:
    """One test suite; a failure of the file as a whole, or a deviation, is a test case of its own."""
    extra = [*summary.errors, *summary.deviations]
    short = summary.shortfall
    counts = {verdict: count - summary.known[verdict] for verdict, count in summary.counts.items()}
    failures = counts["refuted"] + counts["ambiguous"] + len(short)
    errors = counts["malformed"] + counts["broken"] + len(extra)
    name = quoteattr(f"stillproof gate {summary.implementation.get('name', '')}".strip())
    attributes = (
        f'name={name} tests="{summary.total + len(extra) + len(short)}" failures="{failures}" errors="{errors}" '
        f'skipped="{counts["declined"] + counts["limit"]}" time="0"'
    )
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n'
    yield f"<testsuite {attributes}>\n"
    for row in rows:
        case = quoteattr(row["id"] or say("no-line-id", line=row["line"]))
        yield f'<testcase classname={quoteattr(row["protocol"] or "claims")} name={case} time="0"'
        kind = None if row["expected"] else KINDS.get(row["verdict"])
        if kind is None:
            yield "/>\n"
            continue
        message = quoteattr(case_of(row))
        if kind == "skipped":
            yield f"><skipped message={message}/></testcase>\n"
            continue
        body = saxutils.escape(json.dumps(row["witness"], sort_keys=True))
        yield f'><{kind} type="{row["verdict"]}" message={message}>{body}</{kind}></testcase>\n'
    for number, message in enumerate(extra, 1):
        case = f'<testcase classname="gate" name="file-{number}" time="0">'
        yield f'{case}<error type="file" message={quoteattr(message)}/></testcase>\n'
    for message in short:
        case = '<testcase classname="gate" name="coverage" time="0">'
        yield f'{case}<failure type="coverage" message={quoteattr(message)}/></testcase>\n'
    yield "</testsuite>\n</testsuites>\n"


def case_of(row: Mapping[str, Any]) -> str:
    """What is said of a claim, with the line that it is from, where it says one."""
    words = {"line": row["line"], "verdict": row["verdict"], "reason": again(row["reason"])}
    there = pointed(row)
    return say("case-from", file=there[0], place=there[1], **words) if there else say("case", **words)


def quoteattr(text: str) -> str:
    """The value of an attribute, in printable ASCII: XML has no way to write most control characters."""
    return saxutils.quoteattr(plain(text))
