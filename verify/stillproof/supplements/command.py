"""`stillproof supplement`: everything into one new folder, written only if the checker accepts what is in it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from .. import __version__
from ..errors import OverBudget
from ..files.places import statement_names
from ..files.text import new_folder, require_new
from ..words.progress import Progress, unheard
from . import evidence
from .document import document
from .errata import errata
from .figures import draw, require
from .formulas import converter
from .notes import notes
from .prose import words
from .subject import Subject
from .systems import SYSTEMS, script
from .templates import environment, render
from .typeset import typeset
from .values import values
from .write import example, html, paper, value_macros

MAX_BYTES = 20_000_000
STEPS = 3


def supplement(
    fixtures: Path, certificates: Path, names: Sequence[str], output: Path, step: Progress = unheard
) -> dict[str, Any]:
    """Write the supplement of some protocols, or of all; returns what was written.

    Raises InputError for an unknown protocol or a folder that is not empty, NotCertified, Declined, OverBudget.
    """
    require_new(output)
    environment()  # a missing extra is said before any work
    converter()
    require()
    found = evidence.gather(fixtures, certificates, list(names))
    with new_folder(output) as folder:
        for name, data in found.files.items():
            (folder / name).write_bytes(data)
        evidence.seal(folder)
        step(0, STEPS)
        rows = evidence.verdicts(folder)
        step(1, STEPS)
        missing = documents(folder, found, rows, fixtures)
        step(2, STEPS)
        digest = evidence.seal(folder)
        size = sum(path.stat().st_size for path in folder.iterdir())
        if size > MAX_BYTES:
            raise OverBudget(f"the supplement has {size} bytes; at most {MAX_BYTES} are written")
        files = sorted(path.name for path in folder.iterdir())
        step(3, STEPS)
    return {
        "bytes": size,
        "claims": len(rows),
        "files": files,
        "manifest": digest,
        "not_written": missing,
        "protocols": found.names,
    }


def documents(folder: Path, found: evidence.Evidence, rows: list[dict[str, Any]], fixtures: Path) -> dict[str, str]:
    """Write everything that is not evidence; what could not be written, and why."""
    last_line, stated = evidence.last_line(rows), evidence.statements(found, rows, fixtures)
    shown = document(found, stated, last_line)
    quoted = {name: values(Subject(one)) for name, one in stated.items()}
    codes = [name.split(".", 2)[2].removesuffix(".json") for name in found.files if name.startswith("fixtures.codes.")]
    every = set(statement_names(fixtures))
    wrong = errata(fixtures, stated, None if every == set(found.names) else codes)
    remarks = notes(fixtures, [section.source for section in shown.sections])
    pictures = draw(list(stated.values()), folder)
    write(folder, "stillproof-values.tex", value_macros(shown, quoted))
    write(folder, "example.tex", example(shown, quoted))
    write(folder, "supplement.html", html(shown, wrong, remarks, pictures))
    write(folder, "supplement.tex", paper(shown, wrong, remarks, pictures))
    for system in SYSTEMS:
        write(folder, system.file, script(list(stated.values()), system))
    reason = typeset(folder, "supplement")
    filled = {"figures": bool(pictures), "pdf": reason is None, "version": __version__}
    write(folder, "README.txt", render("README.txt", last_line=last_line, names=found.names, **filled))
    return {"supplement.pdf": reason} if reason else {}


def summary(output: Path, found: dict[str, Any]) -> str:
    """What was written, for people."""
    lines = [
        words(
            "written.folder",
            folder=str(output),
            files=len(found["files"]),
            size=found["bytes"],
            names=", ".join(found["protocols"]),
        ),
        *(words("written.not", file=name, reason=reason) for name, reason in found["not_written"].items()),
        words("written.manifest", digest=found["manifest"]),
        words("written.certified", count=found["claims"], total=found["claims"]),
    ]
    return "\n".join(lines)


def write(folder: Path, name: str, text: str) -> None:
    """A text file."""
    (folder / name).write_text(text, encoding="utf-8", newline="\n")
