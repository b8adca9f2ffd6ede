"""Reports of a run of the gate, one file for each format; all are written from the same rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..run import Rows, Summary
from . import github, json_, junit, sarif, text

Report = Callable[[Summary, Rows], Iterator[str]]
REPORTS: dict[str, Report] = {
    "text": text.report,
    "json": json_.report,
    "junit": junit.report,
    "sarif": sarif.report,
    "github": github.report,
}
