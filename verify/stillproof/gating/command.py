"""`stillproof gate`: from a file of claims or a program to a report and an exit code."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from ..files.text import write_atomic
from .asking import answers, words
from .expected import read_expected
from .groups import decoded
from .known import Library
from .lines import WrongFile, opened
from .questions import questions, read_questions
from .reports import REPORTS, Report
from .run import Rows, Summary, claims_of, gate, judge_rows
from .units.file import is_units
from .units.judging import unit_rows
from .units.said import read_said

MAX_TIMEOUT = 3600.0


class Bar(Protocol):
    """A progress that ends."""

    def __call__(self, done: int, total: int) -> None:
        """Steps that are done, of how many."""

    def close(self) -> None:
        """The end."""


def gate_command(
    fixtures: Path,
    claims: Path | None,
    *,
    bar: Bar,
    form: str = "text",
    output: Path | None = None,
    require_all: bool = False,
    expected: Path | None = None,
    command: str | None = None,
    timeout: float = 10.0,
    certificates: Path | None = None,
    said: Sequence[str] = (),
) -> int:
    """Judge, report, and return the exit code.  Raises WrongFile before anything is judged."""
    report = form_of(form)
    with judged(
        fixtures,
        claims,
        bar=bar,
        require_all=require_all,
        expected=expected,
        command=command,
        timeout=timeout,
        certificates=certificates,
        said=said,
    ) as (summary, rows):
        for error in summary.errors:
            sys.stderr.write(f"stillproof: {error}\n")
        write(report(summary, rows), output)
        if output is not None:
            write(REPORTS["text"](summary, rows), None)
        return summary.exit_code


def form_of(form: str) -> Report:
    """How a report of this name is written.  Raises WrongFile."""
    if form not in REPORTS:
        raise WrongFile("--report", f"one of {', '.join(REPORTS)}", form)
    return REPORTS[form]


@contextmanager
def judged(
    fixtures: Path,
    claims: Path | None,
    *,
    bar: Bar,
    require_all: bool = False,
    expected: Path | None = None,
    command: str | None = None,
    timeout: float = 10.0,
    certificates: Path | None = None,
    said: Sequence[str] = (),
) -> Iterator[tuple[Summary, Rows]]:
    """What the gate says of a file of claims, or of the answers of a program, as long as it is looked at.

    Raises WrongFile before anything is judged.
    """
    if not 0 < timeout <= MAX_TIMEOUT:
        raise WrongFile("--timeout", f"seconds, at most {MAX_TIMEOUT:g}", timeout)
    if claims is None and command is None:
        raise WrongFile("CLAIMS", "a file of claims, or --run with a program", "nothing")
    if command is not None:
        words(command)
    digits = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(0)  # `lines` and `claim` bound the digits; at 4300 Python raises a ValueError of its own
    try:
        units = claims is not None and command is None and is_units(claims)
        answers_of_units = read_said(said)
        if said and not units:
            raise WrongFile(
                "--say", "a file of distillation units, for which it says what the file leaves open", claims
            )
        known = read_expected(expected) if expected else None
        folder = claims.parent if claims else Path()
        library = Library(fixtures, folder, keep=certificates)
        summary = Summary(command or str(claims), is_file=command is None, require_all=require_all)
        with Rows() as rows:
            if units:
                assert claims is not None  # noqa: S101 - seen above
                summary.implementation = {"name": "distillation units"}
                judge_rows(unit_rows(claims, library, answers_of_units), summary, rows, known, lambda done: None)
            elif command is None:
                assert claims is not None  # noqa: S101 - seen above
                total = counted(claims)
                library.decoded = decoded(claims)
                gate(
                    claims_of(claims, summary), library, summary, rows, known, lambda done: bar(min(done, total), total)
                )
            else:
                asked = read_questions(claims) if claims else list(questions(fixtures, ()))
                summary.implementation = {"name": command}
                replies = answers(command, asked, timeout, library, summary.errors)
                judge_rows(replies, summary, rows, known, lambda done: bar(done, len(asked)))
            bar.close()
            yield summary, rows
    finally:
        sys.set_int_max_str_digits(digits)
        bar.close()


def counted(claims: Path) -> int:
    """About as many lines as there are claims, for the progress."""
    with opened(claims) as stream:
        return max(1, sum(block.count(b"\n") for block in iter(lambda: stream.read(1 << 20), b"")) - 2)


def write(report: Iterable[str], output: Path | None) -> None:
    """Write the parts of a report to a file, whole or not at all, or to standard output."""
    if output is None:
        for part in report:
            sys.stdout.write(part)
    else:
        write_atomic(output, report)
