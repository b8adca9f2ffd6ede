"""Run the checker in a process of its own, which sees only fixtures and certificates."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any


def run_checker(fixtures: Path, certificates: Path, names: list[str]) -> tuple[int, list[dict[str, Any]], str]:
    """Its exit code, its rows, and what it wrote on stderr.

    The exit code alone decides; the rows are for showing.  A checker that broke has no rows.
    """
    command = [sys.executable, "-I", "-m", "stillproof_check", str(fixtures), str(certificates), *names, "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        rows = json.loads(done.stdout)["rows"]
    except (ValueError, KeyError):
        rows = []
    return done.returncode, rows, done.stderr
