"""Run docs/tutorial/test_factory.py with the real Qualtran, in an environment of its own: a part of `make nightly`.

    python3 dev/real_qualtran.py

Qualtran brings about a hundred packages, so no other tier installs it.  Where it cannot be installed the part says
NOT TRIED, with the reason, and ends with 11.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "build" / "qualtran"
PACKAGE = "qualtran==0.7.0"
EXAMPLE = ROOT / "docs" / "tutorial" / "test_factory.py"


def main() -> int:
    """Install, run, and return the exit code of pytest."""
    python = FOLDER / "venv" / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(FOLDER / "venv")], check=True)
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    done = subprocess.run([*pip, PACKAGE, "pytest", str(ROOT)], capture_output=True, text=True, check=False)
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        print(f"NOT TRIED: {PACKAGE} cannot be installed: {last}")
        return 11
    project = FOLDER / "project"
    project.mkdir(exist_ok=True)
    shutil.copy(EXAMPLE, project)
    (project / "pytest.ini").write_text("[pytest]\n")  # not the settings of this repository
    command = [str(python), "-m", "pytest", "-q", "-p", "no:cacheprovider", EXAMPLE.name]
    return subprocess.run(command, cwd=project, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
