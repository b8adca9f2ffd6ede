"""Matrix literals in programs of Magma, GAP, Sage and Lean: they are read and never evaluated.

    matrix(GF(2), [[1,0],[0,1]])        AdditiveCode<F, GF(2), 5 | [1,w,w,1,0], ...>
    [ [ Z(3)^0, 0*Z(3) ], ... ]         !![0, 1; 1, 0]          [ w  v  v  w  0 ]

What is between the brackets becomes words; `name := [..]` gives a matrix its name, `hz := hx` gives it a second one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ...errors import Declined, InputError
from .asked import prime
from .source import Source

Words = list[list[str]]
Calls = list[tuple[str, str]]  # names, and arguments before a literal
COMMENT = re.compile(r"//[^\n]*|#[^\n]*|/\*.*?\*/|--[^\n]*", re.DOTALL)
NAME = re.compile(r"(?:def\s+)?([A-Za-z_]\w*)\s*(?::[^\[\]=]*)?:?=\s*(?:[A-Za-z_]\w*\([^\[\]]*)?!*\s*$")
ALIAS = re.compile(r"([A-Za-z_]\w*)\s*:?=\s*([A-Za-z_]\w*)\s*;?\s*$", re.MULTILINE)
PLAIN = re.compile(r"(?i)(?:np\.|numpy\.)?(?:[a-z]*matrix(?:space)?|array|asarray|list|mat|gf|zz|fin)|F|K|R|\w*Code\w*")
PARENTHESIS = re.compile(r"[()]")
FACTOR = re.compile(r"\s*\*\s*(\S+)")
FIELD = re.compile(r"\b(?:GF|FiniteField|ZMod|Integers|Zmod|Z)\s*\(?\s*([0-9]{1,4})(?:\s*(?:\^|\*\*)\s*([0-9]))?")
RING = re.compile(r"\b(?:ZMod|Integers|Zmod|IntegerModRing)\s*\(?\s*([0-9]{1,4})")


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
    for match in RING.finditer(text):
        if not prime(int(match[1])):
            raise Declined(f"{source.name}: {match[0]}: the integers modulo {match[1]} are no field")
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
        calls = opened(text, start)
        operated(text, start, at, calls, source)
        multiplied(text, start, at, source)
        sizes = sizes_before(text, start, calls, source)
        if value and all(isinstance(row, list) for row in value):
            rows = [row for row in value if isinstance(row, list)]
            put(found, name[1] if name else "", sized(rows, sizes, source, text, start), source, (text, start))
        elif all(isinstance(word, str) for word in value):
            words = [word for word in value if isinstance(word, str)]
            if text[start - 2 : start] == "!!":
                rows = sized(lean(text[start + 1 : at - 1]), sizes, source, text, start)
                put(found, name[1] if name else "", rows, source, (text, start))
            elif words and sizes:
                put(found, name[1] if name else "", sized([words], sizes, source, text, start), source, (text, start))
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


def opened(text: str, start: int) -> Calls:
    """The calls that are open where a literal begins, innermost last: names and arguments before the literal."""
    found: list[tuple[str, int]] = []
    first = max(0, start - 399)  # no search goes back further, or many literals would take forever
    begin = max(text.rfind(";", first, start), text.rfind("\n\n", first, start), first - 1) + 1
    for bracket in PARENTHESIS.finditer(text, begin, start):
        if bracket[0] == "(":
            name = re.search(r"[A-Za-z_][\w.]*\s*$", text[begin : bracket.start()])
            found.append((name[0].strip() if name else "", bracket.end()))
        elif found:
            found.pop()
    return [(name, text[at:start]) for name, at in found]


def sizes_before(text: str, start: int, outer: Calls, source: Source) -> tuple[int, int | None] | None:
    """Rows and columns that a call or a type states before a literal.  Raises Declined where one size is ambiguous."""
    spaces = re.search(r"MatrixSpace\s*\(((?:[^()]|\([^()]*\))*)\)\s*[!(]\s*$", text[max(0, start - 200) : start])
    typed = re.search(
        r"Matrix \(Fin ([0-9]{1,4})\) \(Fin ([0-9]{1,4})\)[^:=]*:=\s*!!$", text[max(0, start - 200) : start]
    )
    if typed:
        return int(typed[1]), int(typed[2])
    calls = [(name, arguments) for name, arguments in outer if name.lower().endswith("matrix")]
    if not spaces and not calls:
        return None
    name, arguments = ("MatrixSpace", spaces[1]) if spaces else calls[-1]
    parts = [part.strip() for part in re.sub(r"\([^()]*\)", "", arguments).split(",")]
    if any("=" in part for part in parts):
        raise Declined(
            f"{at_line(source, text, start)}: a matrix with named sizes: write matrix(GF(p), rows, columns, ..)"
        )
    numbers = [int(part) for part in parts if re.fullmatch(r"[0-9]{1,4}", part)]
    if len(numbers) == 1 and name != "matrix":
        raise Declined(
            f"{at_line(source, text, start)}: {name} with the one size {numbers[0]}, which is of rows in Sage and of "
            "columns in Magma: write both sizes"
        )
    return (numbers[0], numbers[1] if len(numbers) > 1 else None) if numbers else None


def sized(rows: Words, sizes: tuple[int, int | None] | None, source: Source, text: str, start: int) -> Words:
    """Rows of the sizes that are stated; a flat list is cut into them.  Raises InputError for another number."""
    if sizes is None:
        return rows
    height, width = sizes
    if len(rows) == 1 and height != 1 and height > 0:
        entries = rows[0]
        columns = len(entries) // height if width is None else width
        if columns and len(entries) == height * columns:
            return [entries[i * columns : (i + 1) * columns] for i in range(height)]
    if len(rows) != height or (width is not None and any(len(row) != width for row in rows)):
        shown = f"{height} rows" + (f" of {width} entries" if width is not None else "")
        raise InputError(at_line(source, text, start), f"{shown}, as is stated", f"{len(rows)} of {len(rows[0])}")
    return rows


def operated(text: str, start: int, end: int, outer: Calls, source: Source) -> None:
    """Raises Declined for an operation on a literal: nothing is evaluated."""
    after = re.match(r"[ )]*((?:\.[A-Za-z]\w*)|[-+/%^']|\*\*)", text[end : end + 80])
    begin = start
    while begin and text[begin - 1] not in ";\n=[,|<":  # at most back to the last literal
        begin -= 1
    before = re.search(r"[-+*/%^]\s*(?:[A-Za-z_][\w.]*\s*\(\s*)*$", text[begin:start])
    calls = [name for name, _ in outer if name and not PLAIN.fullmatch(name)]
    what = calls[-1] if calls else before[0].strip() if before else after[1] if after else None
    if what:
        raise Declined(
            f"{at_line(source, text, start)}: {what} and a matrix: nothing is evaluated, write the matrix itself"
        )


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
