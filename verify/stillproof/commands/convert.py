"""`stillproof convert`: a code file of ours from a file in any format that is read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..codes.importers.read import Imported, read
from ..errors import InputError
from ..files.text import dumps, write_atomic


def convert(path: Path, output: Path, answers: Mapping[str, Any] | None = None) -> Imported:
    """Write the code file, and return the code with its record (docs/howto-import.md).

    Raises InputError, Declined or OverBudget before anything is written; another file of the same name stays.
    """
    record = read(path, answers)
    text = dumps(record.code.json()) + "\n"
    if output.exists() and (not output.is_file() or output.read_bytes() != text.encode()):
        raise InputError(str(output), "a new file", "another one, which is not overwritten")
    write_atomic(output, text)
    return record
