"""The checker and a supplement's `check.py` on other Pythons, and where the system lacks flags for opening files."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT

CHECK = ROOT / "verify" / "stillproof" / "supplements" / "check.py"
WITHOUT_FLAGS = """
import os, runpy, sys
for name in ("O_NONBLOCK", "O_NOFOLLOW"):
    delattr(os, name)
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""


def pythons() -> dict[tuple[int, int], str]:
    """Python 3.8 and later that are here, by version: on the path, or made by pyenv."""
    made = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    places = [str(path) for path in sorted(made.glob("3.*/bin/python"))]
    places += [path for n in range(8, 16) if (path := shutil.which(f"python3.{n}"))]
    found = {}
    for path in places:
        done = subprocess.run([path, "-V"], capture_output=True, text=True, check=False)
        version = re.fullmatch(r"Python 3\.(\d+)\..*\n", done.stdout)
        if version and int(version[1]) >= 8:
            found.setdefault((3, int(version[1])), path)
    return found


PYTHONS = {**pythons(), sys.version_info[:2]: sys.executable}


def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """A command, with what it prints."""
    return subprocess.run(list(map(str, words)), capture_output=True, text=True, check=False, timeout=300)


@pytest.mark.parametrize("version", sorted(PYTHONS))
def test_the_checker_runs_or_says_what_it_needs(version: tuple[int, int], tmp_path: Path) -> None:
    command = (PYTHONS[version], "-E", "-s")
    done = run(*command, ROOT / "proofs", ROOT / "fixtures", ROOT / "proofs" / "certificates", "five-qubit-t")
    shutil.copy(CHECK, tmp_path)
    copied = run(*command, tmp_path / "check.py")
    asked = subprocess.run(
        [*command, "-m", "stillproof_check"], cwd=ROOT / "proofs", capture_output=True, text=True, check=False
    )
    if version >= (3, 10):
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.splitlines()[-1] == "CERTIFIED: 15 of 15 claims, statements read: 1"
        assert copied.stderr == "MANIFEST.sha256: no such file\nNOT CERTIFIED (11)\n"
        assert (asked.returncode, asked.stderr[:6]) == (2, "usage:")
    else:
        words = "the checker needs Python 3.10 or later\n"
        assert (done.returncode, done.stdout, done.stderr) == (11, "", words)
        assert copied.stderr == f"{words}NOT CERTIFIED (11)\n"
        assert (asked.returncode, asked.stderr) == (11, words)
    assert copied.returncode == 11


@pytest.mark.parametrize("linked", [False, True])
def test_no_link_is_followed_where_the_system_has_no_flag_for_it(linked: bool, tmp_path: Path) -> None:
    for folder in ("codes", "states", "statements", "certificates"):
        (tmp_path / folder).mkdir()
    for folder, name in (("codes", "five-qubit"), ("states", "t"), ("statements", "five-qubit-t")):
        shutil.copy(ROOT / "fixtures" / folder / f"{name}.json", tmp_path / folder)
    certificate = tmp_path / "certificates" / "five-qubit-t.jsonl"
    shutil.copy(ROOT / "proofs" / "certificates" / certificate.name, certificate)
    if linked:
        certificate.rename(tmp_path / "elsewhere")
        certificate.symlink_to(tmp_path / "elsewhere")
    words = (sys.executable, "-I", "-S", "-c", WITHOUT_FLAGS)
    done = run(*words, ROOT / "proofs", tmp_path, tmp_path / "certificates")
    assert done.returncode == (12 if linked else 0), done.stdout + done.stderr
    assert ("file.readable: expected a regular file, not a link" in done.stdout) is linked
