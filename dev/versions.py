"""`make versions`: the quick tier on the Pythons that the project supports, where this machine has them.

For each version a Python is looked for, an environment is made in build/versions with the packages of
requirements/dev.txt, and the tests of the quick tier run in it; the checker alone reads the flagship first, without
any environment.  A version that is not here is named: it was not tried.  The exit code is 1 if one fails, or if none
is here.  With --others the Python that runs this is left out: the other lanes of CI use it.  With --whole all tests
run.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VERSIONS = ("3.11", "3.12", "3.13")
FLAGSHIP = "golay11-strange"


def candidates(version: str) -> list[str]:
    """Programs that may be this Python: of the path, and of pyenv."""
    found = [shutil.which(f"python{version}")]
    root = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    found += sorted(map(str, (root / "versions").glob(f"{version}.*/bin/python{version}")), reverse=True)
    return [path for path in found if path]


def is_version(program: str, version: str) -> bool:
    """Whether a program is this Python: the stand-ins of pyenv are there for versions that do not run."""
    command = [program, "-I", "-c", "import sys, venv, ensurepip; print('%d.%d' % sys.version_info[:2])"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode == 0 and done.stdout.strip() == version


def python(version: str) -> str | None:
    """A Python of this version, or None."""
    return next((program for program in candidates(version) if is_version(program, version)), None)


def prepared(program: str, version: str) -> str:
    """The Python of an environment with the packages that the tests need."""
    folder = ROOT / "build" / "versions" / version
    inside = folder / "bin" / "python"
    stamp = folder / ".stamp"
    wanted = (ROOT / "requirements" / "dev.txt").read_text(encoding="ascii")
    if not stamp.is_file() or stamp.read_text(encoding="ascii") != wanted:
        pip = [str(inside), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
        for command in (
            [program, "-m", "venv", "--clear", str(folder)],
            [*pip, "--require-hashes", "-r", str(ROOT / "requirements" / "dev.txt")],
            [*pip, "--no-deps", "--no-build-isolation", "-e", str(ROOT)],
        ):
            subprocess.run(command, check=True)
        stamp.write_text(wanted, encoding="ascii")
    return str(inside)


def tried(program: str, version: str) -> bool:
    """Run the checker alone, then the quick tests; whether all passed."""
    words = [str(ROOT / "proofs"), str(ROOT / "fixtures"), str(ROOT / "proofs" / "certificates"), FLAGSHIP]
    alone = subprocess.run([program, "-I", "-S", *words], capture_output=True, text=True, check=False)
    print(f"{version}: {program}", (alone.stdout.splitlines() or [alone.stderr])[-1], sep="\n", flush=True)
    if alone.returncode != 0:
        return False
    inside = prepared(program, version)
    command = [inside, str(ROOT / "dev" / "quick.py"), "--tests-only"]
    if "--whole" in sys.argv[1:]:
        command = [inside, "-m", "pytest", "-q", "-n", "auto", "--dist", "loadgroup"]
    return subprocess.run(command, cwd=ROOT, check=False).returncode == 0


def main() -> int:
    """Every version in turn."""
    words: list[str] = []
    ends: list[bool] = []
    own = f"{sys.version_info[0]}.{sys.version_info[1]}"
    for version in VERSIONS:
        if version == own and "--others" in sys.argv[1:]:
            words.append(f"{version}: is that of the other lanes")
            continue
        program = python(version)
        if program is None:
            words.append(f"{version}: NOT TRIED, it is not on this machine")
            continue
        ends.append(tried(program, version))
        words.append(f"{version}: {'passed' if ends[-1] else 'FAILED'}")
    print("\n".join(words))
    return 0 if all(ends) and (ends or "--others" in sys.argv[1:]) else 1


if __name__ == "__main__":
    sys.exit(main())
