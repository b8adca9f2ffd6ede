"""Matrix Market, and the MTXE files of QDistRnd: the same with pairs of integers, or with a line for the field.

    %%MatrixMarket matrix coordinate|array integer|real|pattern general
    %%MatrixMarket matrix coordinate complex general      MTXE: row, column, a, b for X^a Z^b
    % Field: GF(3)                                        MTXE: on line 2

Indices count from 1, arrays go column by column.  An MTXE file of integers does not say whether its columns are
interleaved (pair 1) or halves (pair 2): that is asked.
"""

from __future__ import annotations

import re

from ...errors import Declined, InputError
from .asked import Asked, prime, question
from .matrices import tried
from .numpy_files import MAX_ENTRIES, integral
from .rows import Loose, Matrix
from .source import Source

BANNER = "%%matrixmarket"
LAYOUTS = {1: "interleaved", 2: "xz"}


def read_matrix_market(source: Source, asked: Asked) -> Loose:
    """The matrix of either kind of file.  Raises InputError with the line."""
    lines = source.text().splitlines()
    banner = lines[0].lower().split()
    if len(banner) != 5 or banner[1] != "matrix" or banner[2] not in ("coordinate", "array"):
        raise InputError(source.at(1), "%%MatrixMarket matrix coordinate integer general, or array", lines[0])
    _, _, shape, kind, symmetry = banner
    if symmetry != "general":
        raise InputError(source.at(1), "a general matrix", symmetry)
    if kind not in ("integer", "real", "pattern", "complex") or (kind == "pattern" and shape == "array"):
        raise InputError(source.at(1), "entries integer, real, pattern or complex", kind)
    p = stated_field(source, lines)
    extended = kind == "complex" or p is not None
    if extended and shape == "array":
        raise InputError(source.at(1), "coordinate, as MTXE files are", shape)
    body = [(i, line.split()) for i, line in enumerate(lines, 1) if line.strip() and not line.startswith("%")]
    parts = array(source, body) if shape == "array" else coordinate(source, body, kind)
    if kind == "complex":
        matrix = [one + two for one, two in zip(*parts, strict=True)]
        return Loose([("", matrix)], p=p, layout="xz")
    loose = Loose([("", parts[0])], p=p)
    if not extended:
        return loose
    pair = asked.get("pair")
    if pair is None and asked.get("layout") is None:
        why = "the pair is not in the file: 1 for columns a1 b1 a2 b2, 2 for (A|B)"
        raise question(source.name, f"{why} ({tried(source.name, loose, p or 2, asked)})", "--pair 1 or 2")
    if pair is not None and pair not in LAYOUTS:
        raise InputError("--pair", "1 or 2, as the file has integers", pair)
    return Loose(loose.readings, p=p, layout=LAYOUTS.get(pair))


def stated_field(source: Source, lines: list[str]) -> int | None:
    """The prime of the line `% Field: GF(p)`, or None.  Raises Declined for a field that is not prime."""
    match = re.match(r"%\s*Field:\s*GF\(\s*([0-9]{1,6})(\s*\^\s*[0-9]+)?\s*\)", lines[1]) if len(lines) > 1 else None
    if not match:
        return None
    q = int(match[1])
    if match[2] or not prime(q) or q > 97:
        raise Declined(f"{source.at(2)}: sites of dimension {match[1]}{match[2] or ''}: only primes up to 97 are read")
    return q


def sizes(source: Source, body: list[tuple[int, list[str]]], count: int) -> list[int]:
    """The line with the sizes.  Raises InputError."""
    if not body:
        raise InputError(source.name, f"a line with {count} sizes", "no line")
    number, words = body[0]
    if len(words) != count or not all(re.fullmatch(r"[0-9]{1,7}", word) for word in words):
        raise InputError(source.at(number), f"{count} sizes", " ".join(words))
    found = [int(word) for word in words]
    if found[0] * found[1] > MAX_ENTRIES:
        raise InputError(source.at(number), f"at most {MAX_ENTRIES} entries", found[0] * found[1])
    return found


def entry(source: Source, number: int, word: str) -> int:
    """An integer, also as 1.0.  Raises InputError."""
    try:
        return integral(int(word) if re.fullmatch(r"[+-]?[0-9]{1,9}", word) else float(word), source.at(number))
    except (ValueError, OverflowError):
        raise InputError(source.at(number), "an integer", word) from None


def coordinate(source: Source, body: list[tuple[int, list[str]]], kind: str) -> list[Matrix]:
    """One matrix, or for complex entries two.  Raises InputError for a place that occurs twice."""
    rows, columns, count = sizes(source, body, 3)
    values = {"pattern": 0, "complex": 2}.get(kind, 1)
    found = [[[0] * columns for _ in range(rows)] for _ in range(max(1, values))]
    if len(body) - 1 != count:
        raise InputError(source.at(body[0][0]), f"{count} entries, as this line says", len(body) - 1)
    seen: set[tuple[int, int]] = set()
    for number, words in body[1:]:
        if len(words) != 2 + values or not all(re.fullmatch(r"[0-9]{1,7}", word) for word in words[:2]):
            raise InputError(source.at(number), f"row, column and {values} values", " ".join(words))
        i, j = int(words[0]), int(words[1])
        if not (1 <= i <= rows and 1 <= j <= columns):
            raise InputError(source.at(number), f"a place in a {rows} by {columns} matrix, counted from 1", f"{i} {j}")
        if (i, j) in seen:
            raise InputError(source.at(number), "every place once", f"{i} {j} twice")
        seen.add((i, j))
        for part, word in zip(found, words[2:] or ["1"], strict=True):
            part[i - 1][j - 1] = entry(source, number, word)
    return found


def array(source: Source, body: list[tuple[int, list[str]]]) -> list[Matrix]:
    """A matrix whose entries stand column by column.  Raises InputError."""
    rows, columns = sizes(source, body, 2)
    values = [entry(source, number, word) for number, words in body[1:] for word in words]
    if len(values) != rows * columns:
        raise InputError(source.name, f"{rows * columns} entries", len(values))
    return [[[values[j * rows + i] for j in range(columns)] for i in range(rows)]]
