"""Files: strict reading of what people write, one spelling of what we write, and whole files or none.

The grammar of each format is in docs/formats/.
"""

import contextlib
import hashlib
import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import msgspec

from ..errors import InputError

MAX_BYTES = 4 << 20
MAX_NAME = 64
T = TypeVar("T")


def dumps(value: Any) -> str:
    """The one spelling of a JSON value: sorted keys, no spaces, ASCII."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def sha256(text: str | bytes) -> str:
    """Hexadecimal SHA-256."""
    return hashlib.sha256(text.encode() if isinstance(text, str) else text).hexdigest()


def joined(*names: str) -> str:
    """A name made of others: with hyphens, or, where that is too long for a name, its start and a hash of the rest."""
    name = "-".join(names)
    return name if len(name) <= MAX_NAME else f"{name[: MAX_NAME - 13]}-{sha256(name)[:12]}"


def statement_text(statement: dict[str, Any]) -> str:
    """A statement's one spelling: a claim on every line, then the rest."""
    rest = {key: value for key, value in statement.items() if key != "claims"}
    return '{"claims":[\n' + ",\n".join(map(dumps, statement["claims"])) + "\n]," + dumps(rest)[1:] + "\n"


def certificate_text(statement_sha256: str, lines: list[dict[str, Any]]) -> str:
    """A certificate: its header, a line for every claim, and the count."""
    header = {"format": "stillproof-certificate/1", "statement": "sha256:" + statement_sha256}
    return "".join(dumps(line) + "\n" for line in [header, *lines, {"end": len(lines)}])


def write_atomic(path: Path, text: str | bytes | Iterable[str]) -> None:
    """Write a whole file, from one text, its parts or bytes, or nothing: a temporary file beside it, then a rename."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    try:
        parts = [text] if isinstance(text, str | bytes) else text
        with os.fdopen(handle, "wb") as stream:
            stream.writelines(part if isinstance(part, bytes) else part.encode("ascii") for part in parts)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise


def write_new(path: Path, text: str) -> None:
    """Write a text file that is new, or that has this text already.  Raises InputError, and another file stays."""
    if os.path.lexists(path) and (not path.is_file() or path.read_bytes() != text.encode()):
        raise InputError(str(path), "a new file", "another one, which is not overwritten")
    write_atomic(path, text)


def require_new(folder: Path) -> None:
    """Raises InputError unless a folder is new or empty."""
    if os.path.lexists(folder) and (not folder.is_dir() or folder.is_symlink()):
        raise InputError(str(folder), "a folder that is new or empty", "no folder")
    if folder.is_dir() and any(folder.iterdir()):
        raise InputError(str(folder), "a folder that is new or empty", "files in it")


@contextlib.contextmanager
def new_folder(folder: Path) -> Iterator[Path]:
    """A temporary folder beside a new one, to be filled: renamed to it in the end, or removed after a failure."""
    target = folder.absolute()
    target.parent.mkdir(parents=True, exist_ok=True)
    scratch = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part"))
    try:
        yield scratch
        scratch.chmod(0o755)
        require_new(folder)
        os.replace(scratch, target)  # an empty folder may be replaced by another one
    except BaseException:
        shutil.rmtree(scratch, ignore_errors=True)
        raise


def read_json(path: Path) -> Any:
    """A JSON file, as `parsed` reads it.  Raises InputError."""
    return parsed(path, read_bytes(path))


def read_bytes(path: Path) -> bytes:
    """What is in a regular file of at most MAX_BYTES.  Raises InputError."""
    try:
        if not path.is_file():
            raise InputError(str(path), "a regular file", "a directory" if path.is_dir() else "nothing to read")
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise InputError(str(path), "a readable file", error.strerror) from None
    if len(data) > MAX_BYTES:
        raise InputError(str(path), f"at most {MAX_BYTES} bytes", "a larger file")
    return data


def parsed(path: Path, data: bytes) -> Any:
    """JSON in printable ASCII, without floats, duplicate keys, null, true or false; `path` is where it is from.

    Raises InputError with file and line for anything else.
    """

    def line_of(offset: int) -> str:
        line = data.count(b"\n", 0, offset) + 1
        return f"{path}:{line}"

    if not data.strip():
        raise InputError(line_of(0), "a JSON object", "an empty file")
    bad = re.search(rb"[^\x20-\x7e\t\r\n]|\\", data)
    if bad:
        raise InputError(line_of(bad.start()), "printable ASCII without backslashes", f"byte 0x{bad[0][0]:02x}")

    def first_line(token: str) -> str:
        found = re.search(rb"(?<![\w.\"+-])" + re.escape(token.encode()) + rb"(?![\w.\"])", data)
        return line_of(found.start() if found else 0)

    def refuse(token: str) -> NoReturn:
        raise InputError(first_line(token), 'an integer, or a rational such as "1/2" in a string', token)

    def small(token: str) -> int:
        if len(token) > 8 or not token.isdigit():
            raise InputError(first_line(token), "a small non-negative integer", token)
        return int(token)

    def distinct(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        keys = [key for key, _ in pairs]
        for key in keys:
            if keys.count(key) > 1:
                second = [match.start() for match in re.finditer(re.escape(f'"{key}"').encode(), data)][-1]
                raise InputError(line_of(second), "distinct keys", f'"{key}" twice')
        return dict(pairs)

    try:
        value = json.loads(data, object_pairs_hook=distinct, parse_float=refuse, parse_constant=refuse, parse_int=small)
    except json.JSONDecodeError as error:
        raise InputError(
            f"{path}:{error.lineno}", f"JSON ({error.msg})", repr(error.doc[error.pos : error.pos + 20])
        ) from None
    except RecursionError:
        raise InputError(str(path), "moderate nesting", "lists within lists without end") from None
    for token in ("null", "true", "false"):
        if _holds(value, {"null": None, "true": True, "false": False}[token]):
            raise InputError(first_line(token), "no null, true or false", token)
    return value


def _holds(value: Any, token: object) -> bool:
    if isinstance(value, dict):
        value = list(value.values())
    return any(_holds(item, token) for item in value) if isinstance(value, list) else value is token


def convert(path: str | Path, value: Any, kind: type[T]) -> T:
    """Give a JSON value its type, or say which field is wrong.  Raises InputError."""
    try:
        return msgspec.convert(value, kind, strict=True)
    except msgspec.ValidationError as error:
        message = str(error)
        reason, _, where = message.partition(" - at `")
        raise InputError(
            f"{path}: {where.rstrip('`').removeprefix('$.') or 'top level'}", "the documented format", reason
        ) from None
