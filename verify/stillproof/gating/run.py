"""The gate on a whole file: rows one by one, counts, and the exit code.

Rows go to a temporary file as they are found, so that memory does not grow with the claims.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from ..errors import BROKEN, CERTIFIED, DECLINED, LIMIT, MALFORMED, REFUTED, OverBudget
from .claim import FORMAT
from .judge import VERDICTS, Row, judge_line
from .known import Library
from .lines import Malformed, Records, WrongFile, opened
from .sentences import Sentence, say

MAX_CLAIMS = 100_000
IMPLEMENTATION = ("name", "version", "language")


class Rows:
    """Rows on disk, to be gone through again and again."""

    def __init__(self) -> None:
        self.file: IO[str] = tempfile.TemporaryFile("w+", encoding="ascii")  # noqa: SIM115 - closed by __exit__
        self.count = 0

    def __enter__(self) -> Rows:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.file.close()

    def append(self, row: Mapping[str, Any]) -> None:
        """One more row."""
        self.file.write(json.dumps(row, sort_keys=True) + "\n")
        self.count += 1

    def __iter__(self) -> Iterator[dict[str, Any]]:
        self.file.seek(0)
        for line in self.file:
            yield json.loads(line)
        self.file.seek(0, 2)


@dataclass
class Summary:
    """What a run found: counts by verdict, failures of the file itself, and deviations from what was expected."""

    source: str  # of the claims: a file, or the command that was asked
    is_file: bool = True
    implementation: dict[str, Any] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(VERDICTS, 0))
    known: dict[str, int] = field(default_factory=lambda: dict.fromkeys(VERDICTS, 0))  # of these as --expect says
    errors: list[Sentence] = field(default_factory=list)
    deviations: list[Sentence] = field(default_factory=list)
    over_limit: bool = False  # whether one of these failures is a limit
    left_open: int = 0  # refuted rows of what is right when it is meant in another way
    expecting: bool = False
    require_all: bool = False

    @property
    def total(self) -> int:
        """All rows."""
        return sum(self.counts.values())

    @property
    def exit_code(self) -> int:
        """0 if what had to be certified is; the codes of docs/cli.md otherwise."""
        if self.counts["broken"]:
            return BROKEN
        if self.errors:
            return LIMIT if self.over_limit else MALFORMED
        if self.expecting:
            return REFUTED if self.deviations else CERTIFIED
        if self.counts["malformed"]:
            return MALFORMED
        if self.counts["refuted"] > self.left_open:
            return REFUTED
        unjudged = self.counts["declined"] + self.counts["limit"]
        unclear = self.counts["ambiguous"] or self.left_open
        missing = unclear or not self.counts["certified"] or (self.require_all and unjudged)
        if not missing:
            return CERTIFIED
        return LIMIT if self.counts["limit"] and not (unclear or self.counts["declined"]) else DECLINED

    @property
    def shortfall(self) -> list[Sentence]:
        """Why the gate is shut where no row, failure or deviation says so: too little is certified."""
        told = self.passed or self.errors or self.deviations or self.counts["ambiguous"] or self.left_open
        if told or self.exit_code not in (DECLINED, LIMIT):
            return []
        return [say("shortfall-all" if self.counts["certified"] else "shortfall", coverage=self.coverage)]

    @property
    def coverage(self) -> Sentence:
        """The counts in one line."""
        rest = [f", {count} {verdict}" for verdict, count in self.counts.items() if count and verdict != "certified"]
        return say("coverage", certified=self.counts["certified"], total=self.total, rest="".join(rest))

    @property
    def passed(self) -> bool:
        """Whether the gate is open."""
        return self.exit_code == CERTIFIED

    def json(self) -> dict[str, Any]:
        """Everything but the rows."""
        return {
            "counts": self.counts,
            "coverage": self.coverage,
            "deviations": self.deviations,
            "errors": self.errors,
            "exit_code": self.exit_code,
            "implementation": self.implementation,
            "source": self.source,
            "total": self.total,
            "verdict": "passed" if self.passed else "failed",
        }


def claims_of(path: Path, summary: Summary) -> Iterator[tuple[int, bytes]]:
    """The lines of a claims file; its header goes to the summary.  Raises WrongFile, OverBudget."""
    with opened(path) as stream:
        records = Records(stream, str(path), FORMAT, ("implementation", "source"), MAX_CLAIMS)
        implementation = records.header.get("implementation")
        if not (
            isinstance(implementation, dict)
            and "name" in implementation
            and all(key in IMPLEMENTATION and isinstance(value, str) for key, value in implementation.items())
        ):
            where = f"{path}:1: implementation"
            raise WrongFile(where, '{"name":..} and, if any, version and language', ascii(implementation))
        if not isinstance(records.header.get("source", ""), str):
            raise WrongFile(f"{path}:1: source", "a text", ascii(records.header["source"]))
        summary.implementation = implementation
        yield from records


def gate(
    lines: Iterable[tuple[int, bytes]],
    library: Library,
    summary: Summary,
    rows: Rows,
    expected: Mapping[str, str] | None = None,
    progress: Callable[[int], None] = lambda done: None,
) -> None:
    """Judge lines, one row each; what is wrong with the file as a whole goes to the errors of the summary."""
    judge_rows((judge_line(number, line, library) for number, line in lines), summary, rows, expected, progress)


def judge_rows(
    found: Iterable[Row],
    summary: Summary,
    rows: Rows,
    expected: Mapping[str, str] | None,
    progress: Callable[[int], None],
) -> None:
    """Count rows and keep them.  A second claim with one id is malformed."""
    seen: set[str] = set()
    summary.expecting = expected is not None
    wanted = dict(expected or {})
    try:
        for row in found:
            if row.id is not None and row.id in seen:
                reason = Malformed("id", "distinct ids", row.id).reason
                row = Row(row.line, row.id, "malformed", reason, where="id")  # noqa: PLW2901
            elif row.id is not None:
                seen.add(row.id)
            summary.counts[row.verdict] += 1
            summary.left_open += row.open
            known = expected is not None and expected.get(row.id or "") == row.verdict
            summary.known[row.verdict] += known
            rows.append({**row.json(), "expected": known})
            if expected is not None:
                should = wanted.pop(row.id or "", "certified")
                unjudged = row.verdict in ("declined", "limit") and row.id not in expected
                if row.verdict != should and (summary.require_all or not unjudged):
                    name = row.id or say("no-line-id", line=row.line)
                    summary.deviations.append(say("deviation", claim=name, verdict=row.verdict, expected=should))
            progress(rows.count)
    except WrongFile as error:
        summary.errors.append(error.sentence)
    except OverBudget as error:
        summary.over_limit = True
        summary.errors.append(error.args[0])
    summary.deviations += [say("deviation-missing", claim=name, expected=verdict) for name, verdict in wanted.items()]
    if not rows.count and not summary.errors:
        summary.errors.append(say("file-empty", source=summary.source))
