"""Rows `[1 0 0 1 0|0 1 1 0 0]`, as codetables.de and Sage print them: X before the bar, Z after it.

p is taken from the words `over GF(p^2)` of a page of codetables, and asked otherwise.
"""

from __future__ import annotations

import re

from ...errors import Declined, InputError
from .asked import Asked, prime
from .rows import Loose, Matrix
from .source import Source

ROW = re.compile(r"\[([^\[\]|]*)\|([^\[\]|]*)\]")
FIELD = re.compile(r"over GF\(\s*([0-9]{1,5})\s*(?:\^\s*([0-9]{1,2}))?\s*\)")


def has_rows(text: str) -> bool:
    """Whether a line has a row with one bar, of numbers."""
    return any(
        re.fullmatch(r"[0-9\s,-]*", match[1] + match[2]) and match[1].strip()
        for line in text.splitlines()
        for match in ROW.finditer(line)
    )


def read_codetables(source: Source, asked: Asked) -> Loose:
    """The rows of a page or text; of several constructions the user says which.  Raises InputError with the line."""
    blocks: list[tuple[Matrix, int | None]] = []
    p: int | None = None
    fresh = True
    for number, line in enumerate(source.text().splitlines(), 1):
        for match in FIELD.finditer(line):
            p = squared(source, number, match)
        if re.search(r"stabilizer matrix|Construction of|quantum code over", line):
            fresh = True
        for match in ROW.finditer(line):
            halves = [half.replace(",", " ").split() for half in match.groups()]
            bad = next((word for half in halves for word in half if not re.fullmatch(r"-?[0-9]{1,4}", word)), None)
            if bad is not None:
                raise InputError(source.at(number, line.index(bad) + 1), "an integer", bad)
            if len(halves[0]) != len(halves[1]):
                raise InputError(
                    source.at(number), f"{len(halves[0])} entries after the bar, as before", len(halves[1])
                )
            if fresh:
                blocks.append(([], p))
                fresh = False
            blocks[-1][0].append([int(word) for half in halves for word in half])
    if not blocks:
        raise InputError(source.name, "rows such as [1 0|0 1]", "none")
    index = asked.get("index")
    if index is None and len(blocks) > 1:
        raise Declined(f"{source.name}: {len(blocks)} matrices: give --index 0 to {len(blocks) - 1}")
    if index is not None and index >= len(blocks):
        raise InputError("--index", f"0 to {len(blocks) - 1}", index)
    matrix, found = blocks[index or 0]
    return Loose([("", matrix)], p=found, layout="xz")


def squared(source: Source, number: int, match: re.Match[str]) -> int:
    """p of `GF(p^2)`.  Raises Declined for another field: a page calls qudits of dimension p codes over GF(p^2)."""
    q = int(match[1]) ** int(match[2] or 1)
    p = next((x for x in range(2, 98) if x * x == q and prime(x)), None)
    if p is None:
        raise Declined(f"{source.at(number)}: a code over GF({q}): only GF(p^2) with a prime p is read")
    return p
