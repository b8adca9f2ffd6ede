"""`stillproof plot`: the checker first, then the figures; all files or none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from ..errors import Declined, NotCertified
from ..files.places import statement_names
from ..files.text import new_folder, require_new
from ..statements.checking import refused, run_checker
from ..words.progress import Progress
from . import read_source, rendered


def plot(fixtures: Path, certificates: Path, names: Sequence[str], output: Path, progress: Progress) -> list[str]:
    """Draw some statements of a folder, or all, into a new folder; the names of the files.

    Raises InputError, Declined, NotCertified or OverBudget before anything is written.
    """
    require_new(output)
    found = of_statements(names, fixtures, certificates, progress)
    write_figures(output, found)
    return sorted(found)


def write_figures(output: Path, files: Mapping[str, bytes]) -> None:
    """Write figures into a folder that is new or empty, all or none.  Raises InputError."""
    with new_folder(output) as scratch:
        for name, content in files.items():
            (scratch / name).write_bytes(content)


def of_statements(names: Sequence[str], fixtures: Path, certificates: Path, progress: Progress) -> dict[str, bytes]:
    """The figures of some statements, or of all.  Raises InputError, Declined, NotCertified."""
    chosen = sorted(set(names)) or statement_names(fixtures)
    if not chosen:
        raise Declined(f"{fixtures / 'statements'}: no statement to draw")
    sources = [read_source(name, fixtures, certificates) for name in chosen]
    exit_code, rows, errors = run_checker(fixtures, certificates, chosen)
    if exit_code:
        raise NotCertified(exit_code, (refused(rows) or errors.strip().splitlines() or ["the checker broke"])[0])
    return rendered(sources, progress)
