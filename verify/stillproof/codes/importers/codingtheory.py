"""TOML files of CodingTheory.jl: generators (X|Z) row by row, and a character vector for the signs.

The vector has one entry for every column, modulo 4 for p = 2, and the sign of a row is the sum over the columns in
which it is not zero.  For odd p this is no character of the group, so that a vector that is not zero is declined.
"""

from __future__ import annotations

import tomllib
from typing import Any

from ...errors import Declined, InputError, OverBudget
from .asked import Asked, prime
from .rows import Loose
from .source import Source

MAX_TOML = 1 << 17  # far more than 64 sites need; the reader of TOML is quadratic in the length of a key


def is_codingtheory(text: str) -> bool:
    """Whether a line names the format."""
    return any(line.replace(" ", "") == 'format="CodingTheory.quantum"' for line in text.splitlines())


def read_codingtheory(source: Source, asked: Asked) -> Loose:
    """The generators with their signs.  Raises InputError, or Declined for fields and phases that are not read."""
    if len(source.data) > MAX_TOML:
        raise OverBudget(f"{source.name}: {len(source.data)} bytes; at most {MAX_TOML} of TOML are read")
    try:
        data = tomllib.loads(source.text())
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        raise InputError(source.name, "TOML", error) from None
    place, generators = source.name, data.get("generators")
    if not isinstance(generators, dict):
        raise InputError(f"{place}: generators", "a table", generators)
    p, version = integer(data, "field_order", place), data.get("version")
    if version != 1 or data.get("kind") != "stabilizer":
        raise Declined(f"{place}: version {version} and kind {data.get('kind')}: only stabilizer of version 1 is read")
    if not prime(p) or p > 97 or generators.get("coordinate_degree", 1) != 1:
        raise Declined(f"{place}: field_order {p}: only primes up to 97 are read")
    rows, columns = integer(generators, "rows", place), integer(generators, "cols", place)
    values = integers(generators.get("data"), f"{place}: generators.data")
    if rows < 1 or columns < 1 or len(values) != rows * columns:
        raise InputError(f"{place}: generators.data", f"{rows} times {columns} entries", len(values))
    if columns != 2 * integer(data, "length", place):
        raise InputError(f"{place}: generators.cols", f"{2 * data['length']}, twice the length", columns)
    matrix = [values[i * columns : (i + 1) * columns] for i in range(rows)]
    character = integers(data.get("character_vector", []), f"{place}: character_vector")
    if not character:
        return Loose([("", matrix)], p=p, layout="xz")
    if len(character) != columns:
        raise InputError(f"{place}: character_vector", f"{columns} entries, one for each column", len(character))
    if p > 2 and any(character):
        raise Declined(f"{place}: character_vector: for odd p its entries are no character of the group, so no signs")
    signs = []
    for i, row in enumerate(matrix, 1):
        total = sum(c for c, x in zip(character, row, strict=True) if x) % 4
        if total % 2:
            raise InputError(f"{place}: character_vector", f"a sign 1 or -1 for row {i}", f"i^{total}")
        signs.append(total // 2)
    return Loose([("", matrix)], p=p, layout="xz", signs=signs)


def integer(data: dict[str, Any], key: str, place: str) -> int:
    """An integer of a table.  Raises InputError."""
    value = data.get(key)
    if type(value) is not int or not 0 <= value <= 1 << 20:
        raise InputError(f"{place}: {key}", "an integer of 0 or more", value)
    return value


def integers(value: Any, place: str) -> list[int]:
    """A list of integers.  Raises InputError."""
    if not isinstance(value, list) or any(type(x) is not int for x in value):
        raise InputError(place, "a list of integers", value)
    return value
