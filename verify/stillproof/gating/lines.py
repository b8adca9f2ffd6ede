"""JSON Lines as people and programs write them: a header, objects, and a last line that counts them.

Objects may be spelled freely.  Numbers with a fraction or an exponent are kept as text, so that a message can say what
was written: they are no values here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

from ..errors import InputError, OverBudget
from .sentences import fields, say

MAX_LINE = 1 << 20  # bytes
MAX_DIGITS = 10_000  # of a JSON integer


class Float(str):
    """A JSON number with a fraction or an exponent, as it was written."""

    __slots__ = ()


class Malformed(Exception):
    """A line is malformed: the field, what was expected, what was found."""

    template = "malformed"

    def __init__(self, field: str, expected: str, found: object = ""):
        text = found if isinstance(found, Float) else ascii(found)
        # a field may be a key of the line: line breaks and lone surrogates must not reach a report
        self.field, self.expected, self.found = shortened(ascii(field)[1:-1]), expected, shortened(text)
        words = {"field": self.field, "expected": expected, "found": self.found}
        self.reason = say(self.template, **{key: words[key] for key in fields(self.template)})
        super().__init__(self.reason)


class Missing(Malformed):
    """A key that a line has to have is not there."""

    template = "missing"


class WrongFile(InputError):
    """A file as a whole is malformed: where, what was expected, what was found."""

    def __init__(self, where: str, expected: str, found: object):
        super().__init__(where, expected, found)
        self.sentence = say("file-wrong", where=where, expected=expected, found=shortened(str(found)))


def shortened(text: str) -> str:
    """A long text, cut."""
    return text if len(text) <= 160 else text[:150] + " ..."


def parsed(line: bytes) -> dict[str, Any]:
    """One line as an object.  Raises Malformed, with the field `line` where it is no object."""

    def refuse(token: str) -> NoReturn:
        raise Malformed("line", "a number", token)

    def whole(token: str) -> int:
        if len(token) > MAX_DIGITS:
            raise Malformed("line", f"integers of at most {MAX_DIGITS} digits", token)
        return int(token)

    def distinct(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in pairs:
            if key in found:
                raise Malformed(key, "distinct keys", f"{key} twice")
            found[key] = value
        return found

    try:
        value = json.loads(
            line.decode(), object_pairs_hook=distinct, parse_float=Float, parse_constant=refuse, parse_int=whole
        )
    except UnicodeDecodeError as error:
        raise Malformed("line", "UTF-8", f"byte 0x{line[error.start]:02x}") from None
    except json.JSONDecodeError as error:
        raise Malformed("line", f"JSON ({error.msg})", error.doc[error.pos : error.pos + 20]) from None
    except RecursionError:
        raise Malformed("line", "moderate nesting", "lists within lists without end") from None
    if not isinstance(value, dict):
        raise Malformed("line", "an object", value)
    return value


def lines(stream: BinaryIO, where: str) -> Iterator[tuple[int, bytes]]:
    """The lines of a stream that are not blank, with their numbers; one at a time.  Raises OverBudget."""
    for number, line in enumerate(iter(lambda: stream.readline(MAX_LINE + 1), b""), 1):
        if len(line) > MAX_LINE:
            raise OverBudget(say("file-long-line", where=f"{where}:{number}", limit=MAX_LINE))
        if line.strip():
            yield number, line


def opened(path: Path) -> BinaryIO:
    """A file to read.  Raises WrongFile."""
    if not path.is_file():
        raise WrongFile(str(path), "a regular file", "a directory" if path.is_dir() else "nothing to read")
    try:
        return path.open("rb")
    except OSError as error:
        raise WrongFile(str(path), "a readable file", error.strerror) from None


class Records:
    """The objects between header and count of a file in JSON Lines.

    Iterating yields line numbers and lines that are still to be parsed.  Raises WrongFile for a file without header,
    without count, with another count, or with anything after it; OverBudget for too many lines.
    """

    def __init__(self, stream: BinaryIO, where: str, format_name: str, keys: tuple[str, ...], limit: int):
        self.where, self.limit = where, limit
        self.source = lines(stream, where)
        first = next(self.source, None)
        if first is None:
            raise WrongFile(f"{where}:1", f'a header {{"format":"{format_name}", ..}}', "an empty file")
        number, line = first
        try:
            self.header = parsed(line)
        except Malformed as error:
            raise WrongFile(f"{where}:{number}", f'a header {{"format":"{format_name}", ..}}', error) from None
        if self.header.get("format") != format_name:
            raise WrongFile(f"{where}:{number}: format", f'"{format_name}"', ascii(self.header.get("format")))
        unknown = sorted(self.header.keys() - {"format", *keys})
        if unknown:
            raise WrongFile(f"{where}:{number}", f"the keys format, {', '.join(keys)}", ascii(unknown[0]))

    def __iter__(self) -> Iterator[tuple[int, bytes]]:
        count, number, ended = 0, 1, False
        for number, line in self.source:
            if ended:
                raise WrongFile(f"{self.where}:{number}", 'nothing after {"end":N}', shortened(ascii(line[:40])))
            if line.lstrip().startswith(b'{"end"') or b'"end"' in line[:40]:
                ended = self.ends(number, line, count)
            if ended:
                continue
            count += 1
            if count > self.limit:
                raise OverBudget(say("file-many-lines", where=f"{self.where}:{number}", limit=self.limit))
            yield number, line
        if not ended:
            raise WrongFile(f"{self.where}:{number}", f'a last line {{"end":{count}}}', "the end of the file")

    def ends(self, number: int, line: bytes, count: int) -> bool:
        """Whether this is the last line.  Raises WrongFile where it counts otherwise."""
        try:
            value = parsed(line)
        except Malformed:
            return False
        if set(value) != {"end"}:
            return False
        if type(value["end"]) is not int or value["end"] != count:
            raise WrongFile(f"{self.where}:{number}: end", f"{count}, the number of lines before it", value["end"])
        return True
