"""Forged inputs for every check of the checker, made from good ones by one edit each: `python tests/forge.py`.

`tests/forged/bases/` holds honest statements with their certificates; the checker certifies all of them.  A case
is one edit of one file of one base, listed in `forge_cases`.  `tests/forged/ID/case-N.json` holds the case, and
`tests/forged/ID/case-N/` the files that it changes; laid over the bases, the checker refuses them, and the first check
that fails is ID.
What names the edited file by its hash follows the edit, as a forger would see to: the statement names the code and
the state, the certificate names the statement.  Where the edit adds a claim, its witness and the count follow too.

What cannot be a text file (a pipe, a link, four megabytes) is built when it is needed, by the `builder` of the case.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
FORGED = HERE / "forged"
BASES = FORGED / "bases"
MAX_BYTES = 4 << 20  # of one file, as docs/formats/ says

Files = dict[str, bytes]  # path below the root -> content


@dataclass(frozen=True)
class Case:
    """One forgery: the check that must refuse it first, and the edit that makes it from a base."""

    check: str
    base: str  # the name of an honest statement
    file: str  # "code", "state", "statement" or "certificate"
    old: str  # occurs once in the file; empty: the whole file
    new: str
    why: str  # what is false about it
    witness: str = ""  # the witness of the claim that `new` adds, as JSON
    builder: str = ""  # instead of old and new: how the file is made when the case is run
    number: int = 1

    def json(self) -> dict[str, Any]:
        """The content of case.json."""
        made: dict[str, Any] = {"base": self.base, "check": self.check, "why": self.why}
        if self.builder:
            return made | {"builder": self.builder, "file": self.file}
        edit = {"file": self.file, "new": self.new, "old": self.old}
        return made | {"edit": edit} | ({"witness": self.witness} if self.witness else {})

    @property
    def place(self) -> str:
        """The name of its file and, without the suffix, of its folder."""
        return f"{self.check}/case-{self.number}"


def read_case(path: Path) -> Case:
    """A stored case."""
    stored = json.loads(path.read_text())
    edit = stored.get("edit", {"file": stored.get("file"), "old": "", "new": ""})
    return Case(
        stored["check"], stored["base"], edit["file"], edit["old"], edit["new"], stored["why"],
        stored.get("witness", ""), stored.get("builder", ""), int(path.stem.removeprefix("case-")),
    )  # fmt: skip


def stored_cases() -> list[Case]:
    """All the cases in tests/forged/, in order."""
    return [read_case(path) for path in sorted(FORGED.glob("*/case-*.json"))]


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
                raise ValueError(
                    f"{case.check}/{case.number}: {files[target].count(old)} times in {target}: {case.old}"
                )
            files[target] = files[target].replace(old, new)
        else:
            files[target] = new
        follow(files, paths, case.file, case.witness)
    return files


def changed(case: Case) -> Files:
    """The files that are stored with a case: those that differ from the base."""
    base = base_files(case.base)
    return {path: data for path, data in forge(case).items() if data != base[path]}


def write(files: Files, root: Path) -> None:
    """Write files below a root."""
    for path, data in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)


def lay_out(case: Case, root: Path) -> None:
    """A stored case over its base, ready for the checker: fixtures are `root`, certificates `root/certificates`."""
    write(base_files(case.base), root)
    folder = FORGED / case.place
    for path in folder.rglob("*"):
        if path.is_file():
            (root / path.relative_to(folder)).write_bytes(path.read_bytes())
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


def numbered() -> Iterator[Case]:
    """The cases of `forge_cases`, numbered within their check."""
    from forge_cases import CASES

    seen: dict[str, int] = {}
    for case in CASES:
        seen[case.check] = seen.get(case.check, 0) + 1
        yield Case(**{**case.__dict__, "number": seen[case.check]})


def contents(case: Case) -> Files:
    """Everything that is stored of a case, by its path below tests/forged/."""
    spelling = json.dumps(case.json(), indent=1, sort_keys=True) + "\n"
    stored = {} if case.builder else changed(case)
    return {f"{case.place}.json": spelling.encode()} | {f"{case.place}/{path}": x for path, x in stored.items()}


def main() -> None:
    """Write tests/forged/ again."""
    for path in FORGED.iterdir():
        if path.is_dir() and path != BASES:
            shutil.rmtree(path)
    cases = list(numbered())
    for case in cases:
        write(contents(case), FORGED)
    print(f"{len(cases)} forgeries of {len({case.check for case in cases})} checks")


if __name__ == "__main__":
    main()
