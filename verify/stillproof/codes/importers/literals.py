"""Matrix literals in programs of Magma, GAP, Sage and Lean: they are read and never evaluated.

    matrix(GF(2), [[1,0],[0,1]])        AdditiveCode<F, GF(2), 5 | [1,w,w,1,0], ...>
    [ [ Z(3)^0, 0*Z(3) ], ... ]         !![0, 1; 1, 0]          [ w  v  v  w  0 ]

What is between the brackets becomes words; `name := [..]` gives a matrix its name, `hz := hx` gives it a second one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ...errors import InputError
from .source import Source

Words = list[list[str]]
COMMENT = re.compile(r"//[^\n]*|#[^\n]*|/\*.*?\*/|--[^\n]*", re.DOTALL)
NAME = re.compile(r"(?:def\s+)?([A-Za-z_]\w*)\s*(?::[^\[\]=]*)?:?=\s*(?:[A-Za-z_]\w*\([^\[\]]*)?!*\s*$")
ALIAS = re.compile(r"([A-Za-z_]\w*)\s*:?=\s*([A-Za-z_]\w*)\s*;?\s*$", re.MULTILINE)
FACTOR = re.compile(r"\s*\*\s*(\S+)")
FIELD = re.compile(r"\b(?:GF|FiniteField|ZMod|Integers|Zmod|Z)\s*\(?\s*([0-9]{1,4})(?:\s*\^\s*([0-9]))?")


@dataclass
class Program:
    """The matrices of a text by their names, the sizes of the fields that it names, and whether rows are declared."""

    matrices: dict[str, Words] = field(default_factory=dict)
    fields: set[int] = field(default_factory=set)
    kind: str | None = None
    gap: bool = False


def looks_like_literals(text: str) -> bool:
    """Whether a text has a word of these programs and a bracket, or rows in brackets with a letter for an element."""
    plain = COMMENT.sub(" ", text)
    if "[" not in plain:
        return False
    words = re.search(r"\bGF\s*\(|\bZ\(|\bmatrix\s*\(|\bAdditiveCode\b|\bQuantumCode\b|!!\[|\bZMod\b", plain)
    rows = re.search(r"\[\s*(?:-?[0-9]+|[wvaz](?:\^[0-9])?)(?:[\s,]+(?:-?[0-9]+|[wvaz](?:\^[0-9])?))*\s*\]", plain)
    return bool(words or rows)


def program_of(source: Source) -> Program:
    """The matrices of a text.  Raises InputError with the line."""
    raw = source.text()
    text = COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), raw)
    text = re.sub(r" ?([*^]) ?", r"\1", re.sub(r"[ \t]+", " ", text))  # one word for 0 * Z(3)
    found = Program(gap=re.search(r"\bZ\(", text) is not None)
    found.fields = {int(match[1]) ** int(match[2] or 1) for match in FIELD.finditer(text)}
    if "AdditiveCode" in text:
        found.kind = "additive"
    elif "LinearCode" in text:
        found.kind = "linear"
    loose: Words = []
    at = 0
    while (start := text.find("[", at)) >= 0:
        value, at = bracketed(text, start, source)
        before = text[max(0, start - 200) : start].rpartition("\n\n")[2]
        name = NAME.search(before.rstrip("!"))
        multiplied(text, start, at, source)
        if value and all(isinstance(row, list) for row in value):
            put(found, name[1] if name else "", [row for row in value if isinstance(row, list)], source, (text, start))
        elif all(isinstance(word, str) for word in value):
            words = [word for word in value if isinstance(word, str)]
            if text[start - 2 : start] == "!!":
                put(found, name[1] if name else "", lean(text[start + 1 : at - 1]), source, (text, start))
            elif words:
                loose.append(words)
        else:
            raise InputError(at_line(source, text, start), "a matrix: a list of rows", "a list of rows and entries")
    if loose and found.matrices:
        raise InputError(source.name, "one matrix, or rows", "both")
    if loose:
        found.matrices[""] = loose
    for match in ALIAS.finditer(text):
        if match[2] in found.matrices and match[1] not in found.matrices:
            found.matrices[match[1]] = found.matrices[match[2]]
    return found


def at_line(source: Source, text: str, start: int) -> str:
    """The line of a place in the text, for a message."""
    return source.at(text.count("\n", 0, start) + 1)


def put(found: Program, name: str, rows: Words, source: Source, place: tuple[str, int]) -> None:
    """Keep a matrix.  Raises InputError for a name that occurs twice."""
    if name in found.matrices:
        raise InputError(at_line(source, *place), "one matrix of every name", f"two called {name!r}")
    found.matrices[name] = rows


def lean(text: str) -> Words:
    """`0, 1; 1, 0` of Lean."""
    return [[word.strip() for word in row.split(",")] for row in text.split(";")]


def multiplied(text: str, start: int, end: int, source: Source) -> None:
    """Raises InputError for a factor after a matrix that is not 1."""
    match = FACTOR.match(text, end)
    if match and not re.fullmatch(r"(Z\([0-9^]+\)\^0|One\(.*\)|1);?", match[1]):
        raise InputError(
            at_line(source, text, start), "a matrix without a factor, or times Z(2)^0", f"times {match[1]}"
        )


def bracketed(text: str, start: int, source: Source) -> tuple[list[str | list[str]], int]:
    """The list that begins here, words or lists of words, and where the text goes on.  Raises InputError."""
    found: list[str | list[str]] = []
    inner: list[str] | None = None
    word = ""
    depth = 0
    for at in range(start + 1, len(text)):
        c = text[at]
        into = found if inner is None else inner
        if c == "(":
            depth += 1
        if c == ")":
            depth -= 1
        if depth == 0 and (c in "[],;|\n \t\r"):
            if word:
                into.append(word)
                word = ""
            if c == "[":
                if inner is not None:
                    break
                inner = []
            elif c == "]":
                if inner is None:
                    return found, at + 1
                found.append(inner)
                inner = None
            elif c == "|":
                break
        else:
            word += c
    shown = " ".join(text[start : start + 30].split())
    raise InputError(at_line(source, text, start), "a list that ends with ]", shown)
