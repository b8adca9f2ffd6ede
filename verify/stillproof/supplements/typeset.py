"""The PDF of the document, where pdflatex is installed: the same bytes for the same source."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

RUNS = 3  # references, and the widths of tables
SECONDS = 300


def typeset(folder: Path, stem: str) -> str | None:
    """Write STEM.pdf beside STEM.tex; None, or why there is none."""
    program = shutil.which("pdflatex")
    if program is None:
        return "pdflatex is not installed"
    environment = {**os.environ, "FORCE_SOURCE_DATE": "1"}
    environment.setdefault("SOURCE_DATE_EPOCH", "0")
    with tempfile.TemporaryDirectory() as scratch:
        for path in folder.iterdir():
            if path.suffix in (".tex", ".pdf"):
                shutil.copy(path, scratch)
        command = [program, "-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", f"{stem}.tex"]
        for _ in range(RUNS):
            try:
                done = subprocess.run(
                    command, cwd=scratch, env=environment, capture_output=True, check=False, timeout=SECONDS
                )
            except subprocess.TimeoutExpired:
                return f"pdflatex took more than {SECONDS} seconds"
            if done.returncode:
                lines = done.stdout.decode("utf-8", "replace").splitlines()
                errors = [line for line in lines if line.startswith("!")]
                return f"pdflatex: {(errors or ['failed'])[0]}"
        shutil.copy(Path(scratch) / f"{stem}.pdf", folder / f"{stem}.pdf")
    return None
