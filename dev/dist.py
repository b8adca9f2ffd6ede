"""`make dist`: build sdist and wheel into dist/, and try them as a stranger would.

    build/dist/venv/bin/python dev/dist.py [--versions 3.11,3.12,3.13]

What git tracks is built, twice, in two folders: both times the same bytes.  The wheel is built once from the tree and
once from the unpacked sdist, so that the sdist has all that it needs.  `twine check --strict` reads them.  Then the
wheel is installed into an empty environment, with the packages that pip finds, for every Python of --versions that
this machine has.  There, in an empty folder, three lines of Python certify a code, `stillproof certify` reads a file
of Pauli strings, and the checker reads what it wrote.  The exit code is 1 if anything fails.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "dev"))

import versions  # noqa: E402

DIST = ROOT / "dist"
NO_GIT = 1_577_836_800  # 2020-01-01: the time in the archives where git has none
PAULIS = ["XZZXI", "IXZZX", "XIXZZ", "ZXIXZ"]
THREE_LINES = f"""\
import stillproof as sp
result = sp.certify(sp.Code.from_paulis({json.dumps(PAULIS)}), "t")
print(result.verdict, result.threshold, result.success(delta="1/10"))
"""
PRINTED = "certified delta = 0.3453463292920228562017075, root of 4 - 14 delta + 7 delta^2 4187/32000\n"


class Failed(Exception):
    """What is wrong, in one line."""


def agreement(root: Path = ROOT) -> str:
    """The version, where the package, the changelog and the citation name the same one.  Raises Failed."""
    places = {
        "verify/stillproof/__init__.py": r'^__version__ = "(\S+)"$',
        "CHANGELOG.md": r"^## (\S+)(?: \(.*\))?$",  # the first of these headings is the newest version
        "CITATION.cff": r"^version: (\S+)$",
    }
    found = {}
    for path, pattern in places.items():
        match = re.search(pattern, (root / path).read_text(encoding="utf-8"), re.MULTILINE)
        found[path] = match[1] if match else "none"
    if len(set(found.values())) > 1 or "none" in found.values():
        raise Failed("versions differ: " + ", ".join(f"{path} has {version}" for path, version in found.items()))
    return found["CITATION.cff"]


def run(*command: str | Path, cwd: Path | None = None, **environment: str) -> str:
    """What a program prints.  Raises Failed with its last lines."""
    done = subprocess.run(
        list(map(str, command)),
        cwd=cwd,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        tail = "\n".join(done.stdout.splitlines()[-20:])
        raise Failed(f"exit code {done.returncode} from: {' '.join(map(str, command))}\n{tail}")
    return done.stdout


def tracked(target: Path) -> None:
    """Copy what git tracks, as it is on disk now."""
    names = run("git", "ls-files", "-z", cwd=ROOT).split("\0")
    for name in filter(None, names):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, target / name, follow_symlinks=False)


def epoch() -> str:
    """SOURCE_DATE_EPOCH: what is set, or the time of the last commit."""
    if os.environ.get("SOURCE_DATE_EPOCH"):
        return os.environ["SOURCE_DATE_EPOCH"]
    done = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip() or str(NO_GIT)


def built(source: Path, target: Path, time: str, *kinds: str) -> dict[str, bytes]:
    """The archives that a source tree makes, by their names."""
    for kind in kinds:
        run(sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", target, cwd=source, SOURCE_DATE_EPOCH=time)
    return {path.name: path.read_bytes() for path in sorted(target.iterdir())}


def archives(scratch: Path) -> dict[str, bytes]:
    """Sdist and wheel, each built twice with the same bytes.  Raises Failed."""
    time = epoch()
    for name in ("one", "two"):
        tracked(scratch / name)
    first = built(scratch / "one", scratch / "first", time, "sdist", "wheel")
    again = built(scratch / "two", scratch / "second", time, "sdist")
    (packed,) = (scratch / "second").iterdir()
    with tarfile.open(packed) as archive:
        archive.extractall(scratch / "unpacked", filter="data")
    (inside,) = (scratch / "unpacked").iterdir()
    again |= built(inside, scratch / "third", time, "wheel")
    if first != again:
        other = sorted(name for name in first.keys() | again.keys() if first.get(name) != again.get(name))
        raise Failed(f"built twice, with other bytes: {', '.join(other)}")
    return first


def tried(program: str, wheel: Path, scratch: Path) -> None:
    """Install a wheel into an empty environment, and use it in an empty folder.  Raises Failed."""
    home, empty = scratch / "venv", scratch / "empty"
    empty.mkdir(parents=True)
    run(program, "-m", "venv", home)
    bin_, clean = home / "bin", {"PYTHONPATH": "", "PATH": f"{home / 'bin'}:/usr/bin:/bin"}
    run(bin_ / "python", "-m", "pip", "install", "-q", "--disable-pip-version-check", wheel, cwd=empty)
    said = run(bin_ / "python", "-c", THREE_LINES, cwd=empty, **clean)
    if said != PRINTED:
        raise Failed(f"the three lines print {said!r}, not {PRINTED!r}")
    (empty / "five.txt").write_text("\n".join(PAULIS) + "\n", encoding="ascii")
    said = run(bin_ / "stillproof", "certify", "five.txt", "--state", "t", "-o", "out", cwd=empty, **clean)
    if not said.startswith("CERTIFIED: 12 of 12 claims, by the checker\n"):
        raise Failed(f"certify prints {said.splitlines()[0]!r}")
    said = run(bin_ / "stillproof", "check", "out", "out/certificates", cwd=empty, **clean)
    if "\nCERTIFIED: 12 of 12 claims" not in said:
        raise Failed(f"check prints {said.splitlines()[-1]!r}")
    run(
        bin_ / "stillproof",
        "plan",
        "golay11-strange",
        "--input",
        "delta=1/100",
        "--target",
        "1e-15",
        cwd=empty,
        **clean,
    )
    left = sorted(path.name for path in empty.iterdir())
    if left != ["five.txt", "out"]:
        raise Failed(f"something is left in the folder of the user: {', '.join(left)}")


def main() -> int:
    """Build, check, try."""
    parser = argparse.ArgumentParser(description="Build sdist and wheel, and try them.")
    parser.add_argument("--versions", default=",".join(versions.VERSIONS))
    options = parser.parse_args()
    try:
        version = agreement()
        with tempfile.TemporaryDirectory() as folder:
            scratch = Path(folder)
            found = archives(scratch)
            DIST.mkdir(exist_ok=True)
            for name, content in found.items():
                (DIST / name).write_bytes(content)
                print(f"dist/{name}: {len(content)} bytes, sha256 {hashlib.sha256(content).hexdigest()}", flush=True)
            run(sys.executable, "-m", "twine", "check", "--strict", *(DIST / name for name in found))
            print("built twice with the same bytes, and passed by twine check", flush=True)
            (wheel,) = (DIST / name for name in found if name.endswith(".whl"))
            if not wheel.name.startswith(f"stillproof-{version}-"):
                raise Failed(f"the wheel is called {wheel.name}, and the version is {version}")
            wanted = {number: versions.python(number) for number in options.versions.split(",")}
            for number, program in wanted.items():
                if program is None:
                    print(f"{number}: NOT TRIED, it is not on this machine", flush=True)
                    continue
                tried(program, wheel, scratch / number)
                print(f"{number}: installed into an empty environment, and run in an empty folder", flush=True)
            if not any(wanted.values()):
                raise Failed("no Python to install the wheel into")
    except Failed as error:
        print(f"make dist: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
