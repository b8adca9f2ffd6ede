"""`stillproof supplement`: everything into one new folder, written only if the checker accepts what is in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from ..errors import OverBudget
from ..files import new_folder, require_new
from . import evidence
from .templates import environment, render

MAX_BYTES = 10_000_000
Step = Callable[[int, int], None]


def supplement(
    fixtures: Path, certificates: Path, names: Sequence[str], output: Path, step: Step = lambda done, total: None
) -> dict[str, Any]:
    """Write the supplement of some protocols, or of all; returns what was written.

    Raises InputError for an unknown protocol or a folder that is not empty, NotCertified, Declined, OverBudget.
    """
    require_new(output)
    environment()  # what is missing is said before any work
    found = evidence.gather(fixtures, certificates, list(names))
    with new_folder(output) as folder:
        for name, data in found.files.items():
            (folder / name).write_bytes(data)
        evidence.seal(folder)
        rows = evidence.verdicts(folder)
        step(1, 2)
        write(folder, "README.txt", render("README.txt", last_line=evidence.last_line(rows), names=found.names))
        digest = evidence.seal(folder)
        size = sum(path.stat().st_size for path in folder.iterdir())
        if size > MAX_BYTES:
            raise OverBudget(f"the supplement has {size} bytes; at most {MAX_BYTES} are written")
        files = sorted(path.name for path in folder.iterdir())
        step(2, 2)
    return {"bytes": size, "claims": len(rows), "files": files, "manifest": digest, "protocols": found.names}


def summary(output: Path, found: dict[str, Any]) -> str:
    """What was written, for people."""
    lines = [
        f"{output}: {len(found['files'])} files, {found['bytes']} bytes, protocols: {', '.join(found['protocols'])}",
        f"MANIFEST.sha256 has the SHA-256 {found['manifest']}",
        f"CERTIFIED: {found['claims']} of {found['claims']} claims, by the checker in that folder",
    ]
    return "\n".join(lines)


def write(folder: Path, name: str, text: str) -> None:
    """A text file."""
    (folder / name).write_text(text, encoding="utf-8", newline="\n")
