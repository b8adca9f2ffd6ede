"""The report as SARIF 2.1.0: a result for each claim that did not pass.

It is at its line of the claims file; a claim with a source such as `src/factory.rs:42` is there, and related to that
line.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import PurePath
from urllib.parse import quote

from ... import __version__
from ..run import Rows, Summary
from ..sentences import again, say
from .places import pointed

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
RULES = {
    "refuted": ("error", "The claim is wrong; the message says what is right."),
    "ambiguous": ("error", "The claim is right under one convention and wrong under another."),
    "malformed": ("error", "The line is no claim."),
    "declined": ("note", "Nothing is certified about this."),
    "limit": ("note", "Judging this takes more than the documented limits."),
    "broken": ("error", "Stillproof broke on this claim, which is a fault of its own."),
    "file": ("error", "The claims file as a whole is malformed."),
    "unexpected": ("error", "Another verdict than the expected one."),
    "coverage": ("error", "The gate is shut because too little is certified."),
}


def report(summary: Summary, rows: Rows) -> Iterator[str]:
    """One run with stable rule ids, `stillproof/refuted` and so on."""
    rules = [
        {"id": f"stillproof/{name}", "shortDescription": {"text": text}, "defaultConfiguration": {"level": level}}
        for name, (level, text) in RULES.items()
    ]
    driver = {"name": "stillproof", "version": __version__, "rules": rules}
    yield f'{{"$schema":"{SCHEMA}","version":"2.1.0","runs":[{{"tool":{json.dumps({"driver": driver})},"results":['
    number = 0
    for row in rows:
        if row["verdict"] != "certified" and not row["expected"]:
            label = row["id"] or "claim"
            yield ",\n" if number else "\n"
            text = say("result", claim=label, reason=again(row["reason"]))
            yield result(summary, row["verdict"], row["line"], text, pointed(row))
            number += 1
    for rule, messages in (
        ("file", summary.errors),
        ("unexpected", summary.deviations),
        ("coverage", summary.shortfall),
    ):
        for message in messages:
            yield (",\n" if number else "\n") + result(summary, rule, 1, message)
            number += 1
    yield "\n]}]}\n"


def result(summary: Summary, rule: str, line: int, message: str, there: tuple[str, int] | None = None) -> str:
    """One result, at a line of the claims file or where the claim is from; an answer of a program has no file."""
    if summary.is_file:
        place = located(quote(os.fsencode(PurePath(summary.source).as_posix())), line)
    else:
        place = {"logicalLocations": [{"name": summary.source}]}
    more = {"relatedLocations": [place]} if there else {}
    place = located(quote(there[0]), there[1]) if there else place
    return json.dumps({
        "level": RULES[rule][0],
        "locations": [place],
        **more,
        "message": {"text": message},
        "ruleId": f"stillproof/{rule}",
    }, sort_keys=True)  # fmt: skip


def located(uri: str, line: int) -> dict[str, object]:
    """A line of a file."""
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": {"startLine": line}}}
