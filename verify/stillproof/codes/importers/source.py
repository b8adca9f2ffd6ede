"""The bytes of a file that somebody else wrote, with the words by which messages point into them."""

from __future__ import annotations

import hashlib
import sys
import zlib
from dataclasses import dataclass
from pathlib import Path

from ...errors import InputError
from ...files.text import MAX_BYTES, read_bytes


@dataclass(frozen=True)
class Source:
    """A file: how messages call it, its bytes (without gzip, if it was packed), and the SHA-256 of the file itself."""

    name: str
    data: bytes
    sha256: str

    @property
    def file(self) -> str:
        """The name of the file without its folder."""
        return Path(self.name).name

    @property
    def stem(self) -> str:
        """The name of the file without its folder and its last ending."""
        name = self.file.removesuffix(".gz")
        return Path(name).stem or name

    def text(self) -> str:
        """The file as text.  Raises InputError unless it is UTF-8."""
        try:
            return self.data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            where = self.at(self.data.count(b"\n", 0, error.start) + 1)
            raise InputError(where, "UTF-8 text", f"byte 0x{self.data[error.start]:02x}") from None

    def at(self, line: int, column: int | None = None) -> str:
        """A place in the text, both counted from 1."""
        return f"{self.name}:{line}" if column is None else f"{self.name}:{line}:{column}"

    def row(self, number: int) -> str:
        """A row of a matrix, counted from 1."""
        return f"{self.name}: row {number}"


def source_of(name: str, data: bytes) -> Source:
    """Bytes as a source.  Raises InputError for gzip that does not unpack to at most MAX_BYTES."""
    digest = hashlib.sha256(data).hexdigest()
    if data.startswith(b"\x1f\x8b"):
        unpacker = zlib.decompressobj(wbits=31)
        try:
            data = unpacker.decompress(data, MAX_BYTES + 1)
        except zlib.error as error:
            raise InputError(name, "a file packed with gzip", f"one that does not unpack ({error})") from None
        if len(data) > MAX_BYTES:
            raise InputError(name, f"at most {MAX_BYTES} bytes", "more, unpacked")
        if not unpacker.eof:
            raise InputError(name, "a file packed with gzip", "one that ends early")
    return Source(name, data, digest)


def load(path: Path) -> Source:
    """The source of a file; `-` is standard input.  Raises InputError."""
    if str(path) == "-":
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise InputError("standard input", f"at most {MAX_BYTES} bytes", "more")
        return source_of("standard input", data)
    return source_of(str(path), read_bytes(path))
