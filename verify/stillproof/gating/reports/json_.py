"""The report for programs: one object, the claims as a list."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ..run import Rows, Summary


def report(summary: Summary, rows: Rows) -> Iterator[str]:
    """An object with `claims` and the keys of `Summary.json`."""
    yield '{"claims":['
    for number, row in enumerate(rows):
        yield (",\n" if number else "\n") + json.dumps(row, sort_keys=True, separators=(",", ":"))
    yield "\n]," + json.dumps(summary.json(), sort_keys=True, separators=(",", ":"))[1:] + "\n"
