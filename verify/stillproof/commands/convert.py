"""`stillproof convert`: a code file of ours from a file in any format that is read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..codes.importers.read import Imported, read
from ..files.text import dumps, write_new


def convert(path: Path, output: Path, answers: Mapping[str, Any] | None = None) -> Imported:
    """Write the code file, and return the code with its record (docs/howto-import.md).

    Raises InputError, Declined or OverBudget before anything is written; another file of the same name stays.
    """
    record = read(path, answers)
    write_new(output, dumps(record.code.json()) + "\n")
    return record
