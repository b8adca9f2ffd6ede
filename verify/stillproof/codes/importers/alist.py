"""The alist format of MacKay: a sparse matrix that is stored twice, by columns and by rows.

MacKay's files begin with columns and rows, those of the Python package ldpc with rows and columns, and nothing in a
file says which.  Both readings are consistent, each is the other one transposed, so both are kept.  A third number q on
the first line means entries (index, value) with values modulo the prime q.
"""

from __future__ import annotations

import re

from ...errors import Declined, InputError
from .asked import Asked, prime
from .numpy_files import MAX_ENTRIES
from .rows import Loose, Matrix
from .source import Source

Lines = list[tuple[int, list[int]]]


def numbered(source: Source) -> Lines | None:
    """The lines of integers, or None for a text that has anything else."""
    found = []
    for number, line in enumerate(source.text().splitlines(), 1):
        words = line.split()
        if not all(re.fullmatch(r"[0-9]{1,7}", word) for word in words):
            return None
        if words:
            found.append((number, [int(word) for word in words]))
    return found


def is_alist(source: Source) -> bool:
    """Whether the header and the two lines of weights fit: a b [q], two maxima, a weights, b weights."""
    lines = numbered(source)
    if not lines or len(lines) < 4 or len(lines[0][1]) not in (2, 3) or len(lines[1][1]) != 2:
        return False
    (a, b), maxima = lines[0][1][:2], lines[1][1]
    weights = lines[2][1], lines[3][1]
    return (len(weights[0]), len(weights[1])) == (a, b) and [max(x, default=0) for x in weights] == maxima


def read_alist(source: Source, asked: Asked) -> Loose:
    """The matrix in both readings, or in the one that is asked for.  Raises InputError where the two lists differ."""
    lines = numbered(source) or []
    if len(lines) < 4:
        raise InputError(source.name, "an alist file: sizes, weights and lists of integers", "another text")
    a, b, *field = lines[0][1]
    q = field[0] if field else 2
    if not prime(q) or q > 97:
        raise Declined(f"{source.at(1)}: entries of GF({q}): only a prime field is read, where a value is its residue")
    if len(lines) != 4 + a + b:
        raise InputError(source.name, f"{4 + a + b} lines, as the sizes say", len(lines))
    if a * b > MAX_ENTRIES:
        raise InputError(source.at(1), f"at most {MAX_ENTRIES} entries", a * b)
    step = 2 if field and q > 2 else 1
    first = half(source, lines[4 : 4 + a], lines[2][1], b, step)
    second = half(source, lines[4 + a :], lines[3][1], a, step)
    for i, row in enumerate(first):
        for j, entry in enumerate(row):
            if second[j][i] != entry:
                where = f"{source.at(lines[4 + i][0])} and {lines[4 + a + j][0]}"
                raise InputError(where, "one matrix in both lists", f"{entry} and {second[j][i]}")
    readings = [("with columns first", second), ("with rows first", first)]
    order = asked.get("order")
    readings = [reading for reading in readings if order is None or f"with {order} " in reading[0]]
    return Loose(readings, p=q if field else None)


def half(source: Source, lines: Lines, weights: list[int], width: int, step: int) -> Matrix:
    """The rows of one of the two lists.  Raises InputError with the line."""
    found = []
    for (number, numbers), weight in zip(lines, weights, strict=True):
        if len(numbers) % step:
            raise InputError(source.at(number), "pairs of index and value", f"{len(numbers)} numbers")
        entries = [(numbers[i], numbers[i + 1] if step == 2 else 1) for i in range(0, len(numbers), step)]
        kept = [x for x in entries if x[0]]
        if len(kept) != weight or len({i for i, _ in kept}) != weight:
            raise InputError(source.at(number), f"{weight} entries, as the weights say", len({i for i, _ in kept}))
        row = [0] * width
        for index, value in kept:
            if index > width:
                raise InputError(source.at(number), f"an index from 1 to {width}", index)
            row[index - 1] = value
        found.append(row)
    return found
