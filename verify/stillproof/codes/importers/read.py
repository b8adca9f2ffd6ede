"""Read a code from any file: find the format, ask what it leaves open, build the code, and keep a record.

The record says what was read, by its SHA-256, what the user answered, and what was assumed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ...errors import InputError
from ..code import StabilizerCode, read_code
from .asked import Asked
from .build import build
from .code_name import code_name, plain
from .detect import OURS, detect
from .matrices import rows_of, signed
from .rows import Loose, Read, Rows
from .source import Source, load


@dataclass(frozen=True)
class Imported:
    """A code and where it is from: format, files with SHA-256, answers by option, sentences on what was assumed."""

    code: StabilizerCode
    title: str
    format: str
    sources: tuple[tuple[str, str], ...]
    answers: tuple[tuple[str, str], ...]
    assumed: tuple[str, ...]
    dropped: tuple[str, ...]

    def json(self) -> dict[str, Any]:
        """The record as JSON, without the code."""
        code = self.code
        return {
            "answers": dict(self.answers),
            "assumed": list(self.assumed),
            "code": {"k": code.k, "n": code.n, "p": code.p},
            "dropped": list(self.dropped),
            "format": self.format,
            "logicals": "found" if code.logicals_found else "given",
            "name": code.name,
            "sources": [{"file": name, "sha256": digest} for name, digest in self.sources],
            "title": self.title,
        }


def read(path: Path, answers: Mapping[str, Any] | None = None) -> Imported:
    """The code of a file, of two files (`hz`), of a folder with hx and hz, or of standard input (`-`).

    Raises InputError for what is malformed, Declined for what has to be asked or is no code, OverBudget beyond a bound.
    """
    asked = Asked(answers or {})
    path, second = folder(path, asked)
    source = load(path)
    kind, reader = detect(source)
    if reader is None:
        if str(path) == "-":
            raise InputError(source.name, "a file, as this is a code file of ours", "standard input")
        return own(path, source, asked)
    found: Read = reader(source, asked)
    sources = [source]
    if second is not None:
        other = load(second)
        if other.data == source.data and second == path:
            raise InputError("--hz", "another file", str(second))
        found = paired(source, found, other, asked)
        sources.append(other)
    return imported(found, sources, kind, asked)


def folder(path: Path, asked: Asked) -> tuple[Path, Path | None]:
    """The file, and the second one with Z stabilizers: that of --hz, or both from a folder.  Raises InputError."""
    second = asked.get("hz")
    if not path.is_dir():
        return path, second
    if second is not None:
        raise InputError("--hz", f"no such option, as {path} is a folder", str(second))
    parts = []
    for letter in "xz":
        found = [p for p in sorted(path.iterdir()) if is_part(p, letter)]
        if len(found) != 1:
            names = f"with {', '.join(p.name for p in found)}" if found else "with no such file"
            raise InputError(str(path), f"a regular file, or a folder with one file h{letter}", f"a directory {names}")
        parts.append(found[0])
    return parts[0], parts[1]


def is_part(path: Path, letter: str) -> bool:
    """Whether a file has hx, Hx or h_x in its name, as a word."""
    words = path.name.lower().replace("h_", "h").replace("-", ".").replace("_", ".").split(".")
    return path.is_file() and f"h{letter}" in words


def paired(source: Source, x: Read, other: Source, asked: Asked) -> Loose:
    """Two files with one matrix each.  Raises InputError if one of them has something else."""
    _, reader = detect(other)
    z = reader(other, asked) if reader is not None else None
    if not isinstance(x, Loose) or x.z is not None or x.signs:
        raise InputError(source.name, "one matrix, as --hz gives the other one", "a file of another kind")
    if not isinstance(z, Loose) or z.z is not None or z.signs:
        raise InputError(other.name, "one matrix, of Z stabilizers", "a file of another kind")
    if x.p is not None and z.p is not None and x.p != z.p:
        raise InputError(other.name, f"p = {x.p}, as in {source.name}", z.p)
    return replace(x, z=z.readings, p=x.p if x.p is not None else z.p, layout=None)


def imported(found: Read, sources: list[Source], kind: str, asked: Asked, stem: str | None = None) -> Imported:
    """The code of what a reader has found.  Raises InputError, Declined or OverBudget."""
    source = sources[0]
    rows: Rows = rows_of(source, found, asked) if isinstance(found, Loose) else found
    asked.agreed("p", source.name, rows.p)
    n = asked.get("n")
    if n is not None and n != rows.n:
        raise InputError(asked.where("n"), f"{rows.n}, as {source.name} has that many sites", n)
    rows = signed(rows, asked, source.name)
    name = code_name(asked.get("name") or stem or source.stem)
    title = asked.get("name") or rows.title or stem or source.stem
    code, dropped = build(rows, source.name, name, "to be written")
    asked.finish(source.name, kind)
    record = Imported(
        code,
        title,
        kind,
        tuple((one.file, one.sha256) for one in sources if one.sha256),
        tuple(asked.record().items()),
        tuple(rows.assumed),
        tuple(dropped),
    )
    return replace(record, code=replace(code, source=written(record)))


def written(record: Imported) -> str:
    """What the code file says about its source, in one line."""
    files = " and ".join(f"{name} ({kind}, SHA-256 {digest})" for (name, digest), kind in
                         zip(record.sources, [record.format] * 2, strict=False))  # fmt: skip
    parts = [f"{record.title}, from {files or record.format}"]
    if record.answers:
        parts.append("answered: " + ", ".join(f"{name} {value}" for name, value in record.answers))
    if record.assumed:
        parts.append("assumed: " + ", ".join(record.assumed))
    if len(record.dropped) > 4:
        parts.append(f"dropped: {len(record.dropped)} dependent rows")
    elif record.dropped:
        parts.append("dropped: " + ", ".join(record.dropped))
    return plain("; ".join(parts))


def own(path: Path, source: Source, asked: Asked) -> Imported:
    """A code file of ours, read as ever.  Raises what `read_code` raises, and InputError for answers."""
    code = read_code(path)
    asked.finish(source.name, "a code file")
    return Imported(code, code.name, OURS, ((source.file, source.sha256),), (), (), ())
