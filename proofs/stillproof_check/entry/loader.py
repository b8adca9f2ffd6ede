"""From bytes to objects, strictly: one spelling for every object, and a bound on everything.

Files are JSON in printable ASCII without backslashes.  A statement or certificate is accepted only if
writing out what was read gives the same bytes.  Numbers of JSON are small non-negative integers; every
other number is a string of decimal digits.  Sources: RFC 8259 for JSON; docs/formats/ for the grammar.
"""

import hashlib
import json
import os
import re
import stat
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from math import gcd
from typing import Any, NoReturn

from .verdict import Refusal, wellformed, within

MAX_BYTES = 4 << 20  # of one file
MAX_DEPTH = 12  # of nested lists and objects
MAX_DIGITS = 4000  # of one decimal integer
MAX_LINES = 1024  # of a certificate
MAX_SMALL = 1 << 20  # of a JSON number
MAX_TERMS = 128  # of a polynomial in one variable
MAX_AREA = 1024  # coefficients of a polynomial in two variables

WANTED = ("O_RDONLY", "O_NONBLOCK", "O_NOFOLLOW", "O_BINARY")  # Windows lacks two of these, others the last
FLAGS = sum(getattr(os, name, 0) for name in WANTED)

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]{0,63}")
INTEGER = re.compile(r"0|-?[1-9][0-9]*")
DECIMAL = re.compile(r"(?!-[0.]*$)-?(0|[1-9][0-9]*)(\.[0-9]+)?")  # no minus sign before zero


def read_bytes(path: str) -> bytes:
    """The content of a regular file of at most `MAX_BYTES` bytes; never waits on a pipe."""
    try:
        if os.path.islink(path):
            raise OSError(0, "a link")
        handle = os.open(path, FLAGS)
    except OSError as error:
        wellformed(False, "file.readable", "a regular file, not a link", error.strerror)
    try:
        status = os.fstat(handle)
        wellformed(stat.S_ISREG(status.st_mode), "file.regular", "a regular file", "another kind")
        within(status.st_size <= MAX_BYTES, "file.size", f"at most {MAX_BYTES} bytes", status.st_size)
        with os.fdopen(handle, "rb", closefd=False) as stream:
            data = stream.read(MAX_BYTES + 1)
    finally:
        os.close(handle)
    within(len(data) <= MAX_BYTES, "file.size.read", f"at most {MAX_BYTES} bytes", "a growing file")
    return data


def parse_json(data: bytes) -> Any:
    """One JSON value from printable ASCII; floats, duplicate keys, null and booleans are refused."""
    bad = re.search(rb"[^\x20-\x7e\n]|\\", data)
    wellformed(
        bad is None,
        "json.ascii",
        "printable ASCII and line feeds, no backslash",
        bad and f"byte 0x{data[bad.start()]:02x} on line {data.count(10, 0, bad.start()) + 1}",
    )

    def no_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        value: dict[str, Any] = {}
        for key, item in pairs:
            wellformed(key not in value, "json.keys.distinct", "distinct keys", key)
            value[key] = item
        return value

    def no_float(text: str) -> NoReturn:
        raise Refusal(12, "json.float", "an integer or a decimal string", text)

    def small(text: str) -> int:
        wellformed(text.isdigit(), "json.number", f"an integer from 0 to {MAX_SMALL}", text)
        within(len(text) <= 8 and int(text) <= MAX_SMALL, "json.number.size", f"an integer from 0 to {MAX_SMALL}", text)
        return int(text)

    try:
        value = json.loads(
            data, object_pairs_hook=no_duplicates, parse_float=no_float, parse_constant=no_float, parse_int=small
        )
    except RecursionError:
        within(False, "json.depth.parser", f"at most {MAX_DEPTH} levels", "more")
    except ValueError as error:
        wellformed(False, "json.syntax", "JSON", error)
    check_shape(value, MAX_DEPTH)
    return value


def check_shape(value: Any, depth: int) -> None:
    """Bound the depth, and let in only objects, lists, strings and integers."""
    within(depth > 0, "json.depth", f"at most {MAX_DEPTH} levels", "more")
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            check_shape(item, depth - 1)
    else:
        wellformed(type(value) in (str, int), "json.type", "no null, true or false", value)


def dumps(value: Any) -> str:
    """The one spelling of a JSON value."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def sha256(text: str) -> str:
    """The hexadecimal SHA-256 of a text."""
    return hashlib.sha256(text.encode()).hexdigest()


def read_free(path: str) -> tuple[Any, str]:
    """A file that people write (code, state): its value, and the SHA-256 of its one spelling."""
    value = parse_json(read_bytes(path))
    return value, sha256(dumps(value) + "\n")


def read_statement(path: str) -> tuple[Any, str]:
    """A statement: one claim a line, then the rest; and the SHA-256 of the file."""
    data = read_bytes(path)
    value = parse_json(data)
    wellformed(isinstance(value, dict), "statement.object", "an object", type(value).__name__)
    claims = value.get("claims")
    wellformed(isinstance(claims, list), "statement.claims.list", "a list of claims", claims)
    rest = {key: item for key, item in value.items() if key != "claims"}
    text = '{"claims":[\n' + ",\n".join(map(dumps, claims)) + "\n]," + dumps(rest)[1:] + "\n"
    wellformed(data == text.encode(), "statement.canonical", "the one spelling", first_difference(data, text))
    return value, hashlib.sha256(data).hexdigest()


def read_certificate(path: str) -> list[Any]:
    """A certificate: a JSON object on every line, the last one counting the claims."""
    data = read_bytes(path)
    wellformed(data.endswith(b"\n"), "certificate.complete", "a line feed at the end", data[-20:])
    lines = data[:-1].split(b"\n")
    within(len(lines) <= MAX_LINES, "certificate.lines.count", f"at most {MAX_LINES} lines", len(lines))
    values = []
    for number, line in enumerate(lines, 1):
        try:
            value = parse_json(line)
            wellformed(line == dumps(value).encode(), "certificate.canonical", dumps(value), line)
        except Refusal as refusal:
            refusal.line = number
            raise
        values.append(value)
    return values


def first_difference(data: bytes, text: str) -> str:
    """Where a file departs from its one spelling."""
    for number, (got, expected) in enumerate(zip(data.split(b"\n"), text.encode().split(b"\n")), 1):
        if got != expected:
            return f"line {number}: {got[:120]!r} instead of {expected[:120]!r}"
    return "another number of lines"


# Fields.  Each reader takes a JSON value and returns what it stands for, or says what is wrong.

Reader = Callable[[Any], Any]


def record(value: Any, fields: Mapping[str, Reader]) -> dict[str, Any]:
    """An object with exactly these keys, each read by its reader."""
    wellformed(isinstance(value, dict), "object.type", f"an object with keys {sorted(fields)}", value)
    wellformed(value.keys() == fields.keys(), "object.keys", sorted(fields), sorted(value))
    return {key: read(value[key]) for key, read in fields.items()}


def no_witness(facts: Any) -> dict[str, Reader]:
    """The fields of the witness of a claim that needs none."""
    return {}


def unread_list(value: Any) -> list[Any]:
    """A list, to be read later."""
    wellformed(isinstance(value, list), "list.type", "a list", value)
    return list(value)


def unread_object(value: Any) -> dict[str, Any]:
    """An object, to be read later."""
    wellformed(isinstance(value, dict), "object.later", "an object", value)
    return dict(value)


def listed(read: Reader, length: int | None = None) -> Reader:
    """A list, of this length if one is given."""

    def reader(value: Any) -> list[Any]:
        good = isinstance(value, list) and (length is None or len(value) == length)
        wellformed(good, "list.length", "a list" if length is None else f"a list of {length}", value)
        return [read(item) for item in value]

    return reader


def keyed(read: Reader) -> Reader:
    """An object whose keys are names."""

    def reader(value: Any) -> dict[str, Any]:
        wellformed(isinstance(value, dict), "object.named", "an object", value)
        return {name(key): read(item) for key, item in value.items()}

    return reader


def text(value: Any) -> str:
    """A non-empty string."""
    wellformed(isinstance(value, str) and value != "", "text.type", "a non-empty string", value)
    return str(value)


def constant(expected: str) -> Reader:
    """A string that can only be this one."""

    def reader(value: Any) -> str:
        wellformed(value == expected, "text.constant", repr(expected), repr(value))
        return expected

    return reader


def one_of(words: Sequence[str]) -> Reader:
    """One of these strings."""
    return lambda value: constant(value if value in words else " or ".join(words))(value)


def name(value: Any) -> str:
    """A name: letters, digits, dots and hyphens."""
    good = isinstance(value, str) and NAME.fullmatch(value) is not None
    wellformed(good, "text.name", "a name such as golay11, plus or S", value)
    return str(value)


def digest(value: Any) -> str:
    """A SHA-256 in hexadecimal."""
    good = isinstance(value, str) and re.fullmatch("[0-9a-f]{64}", value) is not None
    wellformed(good, "text.sha256", "64 hexadecimal digits", value)
    return str(value)


def small(low: int, high: int) -> Reader:
    """A JSON integer between two bounds, both included."""

    def reader(value: Any) -> int:
        good = type(value) is int and low <= value <= high
        wellformed(good, "number.range", f"an integer from {low} to {high}", value)
        return int(value)

    return reader


def integer(value: Any) -> int:
    """A decimal integer in a string."""
    within(not isinstance(value, str) or len(value) <= MAX_DIGITS, "integer.digits", MAX_DIGITS, "more")
    good = isinstance(value, str) and INTEGER.fullmatch(value) is not None
    wellformed(good, "integer.spelling", 'a string such as "-12"', value)
    return int(value)


def rational(value: Any) -> Fraction:
    """A rational `p/q` in lowest terms with q > 1, or an integer, in a string."""
    wellformed(isinstance(value, str), "rational.type", 'a string such as "2/3"', value)
    above, slash, below = value.partition("/")
    p, q = integer(above), integer(below) if slash else 1
    good = q > 1 and gcd(p, q) == 1 if slash else True
    wellformed(good, "rational.lowest", "lowest terms with a denominator above 1", value)
    return Fraction(p, q)


def decimal(value: Any) -> tuple[Fraction, Fraction]:
    """A printed decimal: its value, and half a unit of its last digit."""
    within(not isinstance(value, str) or len(value) <= MAX_DIGITS, "decimal.digits", MAX_DIGITS, "more")
    good = isinstance(value, str) and DECIMAL.fullmatch(value) is not None
    wellformed(good, "decimal.spelling", 'a string such as "0.387"', value)
    digits = len(value.partition(".")[2])
    return Fraction(int(value.replace(".", "")), 10**digits), Fraction(1, 2 * 10**digits)


def polynomial(value: Any) -> list[int]:
    """Integer coefficients, low degree first, the last one not zero; not the zero polynomial."""
    wellformed(value != [], "polynomial.nonzero", "at least one coefficient", value)
    return polynomial_or_zero(value)


def polynomial_or_zero(value: Any) -> list[int]:
    """Integer coefficients, low degree first, the last one not zero."""
    wellformed(isinstance(value, list), "polynomial.list", "a list of coefficients", value)
    within(len(value) <= MAX_TERMS, "polynomial.terms", f"at most {MAX_TERMS}", len(value))
    coefficients = [integer(item) for item in value]
    wellformed(coefficients[-1:] != [0], "polynomial.leading", "a last coefficient that is not 0", value)
    return coefficients


def fraction_of_polynomials(value: Any) -> tuple[list[int], list[int]]:
    """`num`/`den`, both with integer coefficients."""
    got = record(value, {"den": polynomial, "num": polynomial})
    return got["num"], got["den"]


def polynomial_in_two(value: Any) -> list[list[int]]:
    """Rows by power of the first variable, each a polynomial in the second one; the last row not empty."""
    wellformed(isinstance(value, list) and value != [], "polynomial.rows", "a list of rows", value)
    within(len(value) <= MAX_TERMS, "polynomial.rows.count", f"at most {MAX_TERMS}", len(value))
    rows = [polynomial_or_zero(row) for row in value]
    wellformed(rows[-1] != [], "polynomial.rows.last", "a last row that is not empty", value)
    size = sum(map(len, rows))
    within(size <= MAX_AREA, "polynomial.rows.size", f"at most {MAX_AREA} coefficients", size)
    return rows


def fraction_of_two_variables(value: Any) -> tuple[list[list[int]], list[list[int]]]:
    """`num`/`den`, both polynomials in two variables with integer coefficients."""
    got = record(value, {"den": polynomial_in_two, "num": polynomial_in_two})
    return got["num"], got["den"]


def interval(value: Any) -> tuple[Fraction, Fraction]:
    """Two rationals, the first one smaller."""
    low, high = listed(rational, 2)(value)
    wellformed(low < high, "interval.order", "low < high", value)
    return low, high
