"""Which format a file has, from its content: the first rule that fits decides, and its reader reports what is wrong.

An extension is looked at only for `.stim` and for `.json`.  What is known and holds no code is declined by name.
"""

from __future__ import annotations

import re

from ...errors import Declined, InputError
from .algebra import read_algebra
from .alist import is_alist, read_alist
from .asked import Asked
from .codetables import has_rows, read_codetables
from .codingtheory import is_codingtheory, read_codingtheory
from .json_shapes import is_foreign, parsed_json, read_json_shape
from .literals import looks_like_literals
from .matrix_market import BANNER, read_matrix_market
from .numpy_files import MAGIC, read_npy, read_npz
from .pauli_text import grammar_of, lines_of, objection, read_pauli_text
from .qodec import read_qodec
from .rows import Loose, Reader
from .source import Source
from .stim_text import is_stim, read_stim

OURS = "code file"
BINARY = {b"\x89HDF": "HDF5, as MATLAB 7.3 and JLD2 write it", b"MATLAB 5.0": "a MAT file of MATLAB", b"%PDF": "PDF"}
KEYS = {  # first keys of YAML that hold no stabilizers that can be read
    r"version: *v1\s": "a routine of qref",
    r"code_id:": "an entry of the error correction zoo, which has no generators to read",
    r"groups:": "rules of Prometheus",
    r"cff-version:": "a citation file",
}


def read_integers(source: Source, asked: Asked) -> Loose:
    """Rows of integers by lines, with blanks or commas, or letters 0 and 1 without.  Raises InputError."""
    rows = []
    for number, text in lines_of(source):
        words = text.replace(",", " ").split()
        if len(words) == 1 and re.fullmatch(r"[01]{2,}", words[0]):
            words = list(words[0])
        for word in words:
            if not re.fullmatch(r"-?[0-9]{1,4}", word):
                raise InputError(source.at(number, text.index(word) + 1), "an integer", word)
        rows.append([int(word) for word in words])
        if len(rows[-1]) != len(rows[0]):
            raise InputError(source.at(number), f"{len(rows[0])} entries, as in the first line", len(rows[-1]))
    return Loose([("", rows)])


def detect(source: Source) -> tuple[str, Reader | None]:
    """The name of the format and its reader; no reader for a code file of ours.

    Raises Declined for what is known and no code, and InputError with an objection of every candidate.
    """
    data, place = source.data, source.name
    if data.startswith(MAGIC):
        return "numpy array", read_npy
    if data.startswith(b"PK"):
        return "numpy archive", read_npz
    for start, name in BINARY.items():
        if data.startswith(start):
            raise Declined(f"{place}: {name}: save the matrix as .npy, .npz or text")
    is_json_name = source.file.lower().removesuffix(".gz").endswith(".json")
    if is_json_name and not data.strip():
        return OURS, None
    text = source.text()
    if text.lower().startswith(BANNER):
        banner = text.partition("\n")[0].lower()
        extended = "complex" in banner or re.match(r"[^\n]*\n%\s*Field:", text)
        return "MTXE" if extended else "Matrix Market", read_matrix_market
    found = structured(source, text, is_json_name)
    if found is not None:
        return found
    if source.file.lower().endswith(".stim") or is_stim(source):
        return "stim circuit", read_stim
    if re.match(r"\s*shots\s*,", text):
        raise Declined(f"{place}: counts of runs by sinter, not a code")
    if has_rows(text):
        return "rows with a bar", read_codetables
    if looks_like_literals(text):
        return "matrix literal", read_algebra
    lines = lines_of(source)
    if lines and grammar_of(lines[0][1]) is not None and not re.fullmatch(r"[01 ]*", lines[0][1]):
        return "Pauli text", read_pauli_text
    if is_alist(source):
        return "alist", read_alist
    if is_json_name:
        return OURS, None
    if lines and re.fullmatch(r"[-0-9,\s]+", lines[0][1]):
        return "rows of integers", read_integers
    raise unknown(source, lines)


def structured(source: Source, text: str, is_json_name: bool) -> tuple[str, Reader | None] | None:
    """JSON, TOML and YAML, or None."""
    start = text.lstrip()[:1]
    if start and start in "{[":
        try:
            value = parsed_json(source)
        except InputError:
            if is_json_name or start == "{":
                return (OURS, None) if is_json_name and start == "{" else ("JSON", read_json_shape)
        else:
            foreign = is_foreign(value)
            return ("JSON", read_json_shape) if foreign else (OURS, None)
    if is_codingtheory(text):
        return "CodingTheory TOML", read_codingtheory
    if re.search(r"^stabilizers\s*:", text, re.MULTILINE):
        return "qodec YAML", read_qodec
    for key, name in KEYS.items():
        if re.search(rf"^{key}", text, re.MULTILINE):
            raise Declined(f"{source.name}: {name}, not a code")
    return None


def unknown(source: Source, lines: list[tuple[int, str]]) -> InputError:
    """No rule fits: the first objection of the candidates."""
    if not lines:
        return InputError(source.name, "a code", "an empty file")
    number, text = lines[0]
    where, expected, found = objection(source.at(number), text)
    other = re.search(r"[^-0-9,\s]", text)
    column = (other.start() if other else 0) + 1
    also = f"or {source.at(number, column)}: a matrix of integers, or another format of docs/howto-import.md"
    return InputError(where, f"{expected}, {also}", found)
