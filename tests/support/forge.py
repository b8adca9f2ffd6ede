"""A forgery: an honest statement with its certificate, code and state, and one edit of one of these files.

`tests/bases/` holds the honest files; the checker certifies all of them.  The checker refuses a forgery, and the first
check that fails is the one that the forgery is named after.
What names the edited file by its hash follows the edit, as a forger would see to: the statement names the code and
the state, the certificate names the statement.  Where the edit adds a claim, its witness and the count follow too.

What cannot be a text file (a pipe, a link, four megabytes) is built when it is needed, by the `builder` of the case.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

BASES = Path(__file__).resolve().parents[1] / "bases"
MAX_BYTES = 4 << 20  # of one file, as docs/formats/ says

REFUSED, DECLINED, MALFORMED, LIMIT = 10, 11, 12, 13  # the exit codes of the checker
WORDS = {REFUSED: "refused", DECLINED: "declined", MALFORMED: "malformed", LIMIT: "limit"}

Files = dict[str, bytes]  # path below the root -> content


@dataclass(frozen=True)
class Case:
    """One forgery: its id, the verdict, and the edit that makes it from a base."""

    id: str  # the check that must refuse it first, a stroke, and a number that is never used again
    verdict: int  # the exit code
    base: str  # the name of an honest statement
    file: str  # "code", "state", "statement" or "certificate"
    old: str  # occurs once in the file; empty: the whole file
    new: str
    why: str  # what is false about it
    witness: str = ""  # the witness of the claim that `new` adds, as JSON
    builder: str = ""  # instead of old and new: how the file is made when the case is run

    @property
    def check(self) -> str:
        """The id of the check that must fail first."""
        return self.id.rpartition("/")[0]

    @property
    def number(self) -> int:
        """Its number among the forgeries of its check."""
        return int(self.id.rpartition("/")[2])


def base_paths(base: str) -> dict[str, str]:
    """The four files of a base, by their kinds, as paths below the root."""
    text = (BASES / "statements" / f"{base}.json").read_text()
    code, state = (re.findall(f'"{key}":{{"name":"([^"]*)"', text)[-1] for key in ("code", "state"))
    return {
        "code": f"codes/{code}.json",
        "state": f"states/{state}.json",
        "statement": f"statements/{base}.json",
        "certificate": f"certificates/{base}.jsonl",
    }


def base_files(base: str) -> Files:
    """The content of the four files of a base."""
    return {path: (BASES / path).read_bytes() for path in base_paths(base).values()}


def sha256(data: bytes) -> str:
    """The hexadecimal SHA-256."""
    return hashlib.sha256(data).hexdigest()


def follow(files: Files, paths: dict[str, str], edited: str, witness: str) -> None:
    """Rebind what names the edited file by its hash."""
    if edited in ("code", "state"):
        try:
            value = json.loads(files[paths[edited]])
        except ValueError:
            return
        spelling = json.dumps(value, sort_keys=True, separators=(",", ":")) + "\n"
        pattern = rf'("{edited}":{{"name":"[^"]*","sha256":")[0-9a-f]{{64}}'.encode()
        files[paths["statement"]] = re.sub(
            pattern, lambda found: found[1] + sha256(spelling.encode()).encode(), files[paths["statement"]]
        )
    if edited != "certificate":
        digest = b"sha256:" + sha256(files[paths["statement"]]).encode()
        text = re.sub(b"sha256:[0-9a-f]{64}", digest, files[paths["certificate"]])
        if witness:
            *lines, end = text.decode().splitlines()
            claim = re.findall(r'"id":"([^"]*)"', files[paths["statement"]].decode())[-1]
            count = json.loads(end)["end"] + 1
            text = "\n".join([*lines, f'{{"claim":"{claim}","witness":{witness}}}', f'{{"end":{count}}}', ""]).encode()
        files[paths["certificate"]] = text


def forge(case: Case) -> Files:
    """The four files of a case, the edit made."""
    files, paths = base_files(case.base), base_paths(case.base)
    if not case.builder:
        target = paths[case.file]
        old, new = case.old.encode("latin-1"), case.new.encode("latin-1")
        if old:
            if files[target].count(old) != 1:
                raise ValueError(f"{case.id}: {files[target].count(old)} times in {target}: {case.old}")
            files[target] = files[target].replace(old, new)
        else:
            files[target] = new
        follow(files, paths, case.file, case.witness)
    return files


def changed(case: Case) -> Files:
    """The files of a case that differ from those of its base."""
    base = base_files(case.base)
    return {path: data for path, data in forge(case).items() if data != base[path]}


def write(files: Files, root: Path) -> None:
    """Write files below a root."""
    for path, data in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)


def lay_out(case: Case, root: Path) -> None:
    """The files of a case, ready for the checker: fixtures are `root`, certificates `root/certificates`."""
    write(forge(case), root)
    if case.builder:
        BUILDERS[case.builder](root / base_paths(case.base)[case.file])


def pipe(path: Path) -> None:
    """A named pipe that nobody writes to."""
    path.unlink()
    os.mkfifo(path)


def directory(path: Path) -> None:
    """A folder of that name."""
    path.unlink()
    path.mkdir()


def link(path: Path) -> None:
    """A symbolic link to the honest file."""
    elsewhere = path.parents[1] / "elsewhere"
    path.rename(elsewhere)
    path.symlink_to(elsewhere)


def absent(path: Path) -> None:
    """Nothing."""
    path.unlink()


def padded(size: int) -> Callable[[Path], None]:
    """Spaces after the honest content, up to a size."""

    def build(path: Path) -> None:
        path.write_bytes(path.read_bytes().ljust(size))

    return build


def nested(depth: int) -> Callable[[Path], None]:
    """Lists within lists."""

    def build(path: Path) -> None:
        path.write_bytes(b"[" * depth + b"]" * depth + b"\n")

    return build


def note(path: Path) -> None:
    """A file beside it."""
    (path.parent / "NOTE").write_text("not a statement")


def twice(path: Path) -> None:
    """A copy of it under another name."""
    (path.parent / f"again{path.suffix}").write_bytes(path.read_bytes())


def growing(path: Path) -> None:
    """One byte over the bound; the runner makes `fstat` report the size that it had a moment ago."""
    padded(MAX_BYTES + 1)(path)


BUILDERS: dict[str, Callable[[Path], None]] = {
    "absent": absent,
    "directory": directory,
    "full": padded(MAX_BYTES),
    "growing": growing,
    "link": link,
    "nested": nested(100_000),
    "note": note,
    "oversize": padded(MAX_BYTES + 1),
    "pipe": pipe,
    "twice": twice,
}
