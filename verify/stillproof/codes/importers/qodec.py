"""Code files of qodec: a small part of YAML, a mapping with the lists stabilizers, x and z of Paulis `X_0 Z_3`.

A list is `[a, b]`, over several lines too, or lines that begin with `- `.  Anchors, tags and several documents are not
read.
"""

from __future__ import annotations

import re

from ...errors import Declined, InputError
from ..phase_space import PhaseVector
from .asked import Asked
from .build import few
from .pauli_text import Operator, operator
from .rows import Rows
from .source import Source


def mapping(source: Source) -> dict[str, str | list[tuple[int, str]]]:
    """The top level of a file: words, or lists with the lines of their entries.  Raises InputError with the line."""
    found: dict[str, str | list[tuple[int, str]]] = {}
    key, open_at = "", 0
    lines = source.text().splitlines()
    for number, raw in enumerate(lines, 1):
        line = re.sub(r"(^|\s)#.*$", "", raw).rstrip()
        if not line.strip():
            continue
        if line.strip() in ("---", "...") or re.search(r"(^|[\s:\[])[&*!]\w", line):
            if line.strip() == "---" and not found:
                continue
            raise Declined(f"{source.at(number)}: only one plain document is read, without anchors and tags")
        top = re.fullmatch(r"([A-Za-z_]\w*)\s*:(?:\s+(.*))?", line)
        if top and not open_at:
            key, value = top[1], (top[2] or "").strip()
            if key in found:
                raise InputError(source.at(number), "distinct keys", f"{key} twice")
            if value.startswith("["):
                found[key] = []
                open_at = number
                line = value[1:]
            else:
                found[key] = value.strip("\"'") if value else []
                continue
        entries = found.get(key)
        if open_at and isinstance(entries, list):
            body, closed, rest = line.partition("]")
            if rest.strip():
                raise InputError(source.at(number), "an end of the line after ]", rest.strip())
            entries += [(number, word.strip().strip("\"'")) for word in body.split(",") if word.strip()]
            open_at = 0 if closed else open_at
        elif isinstance(entries, list) and re.match(r"\s*- ", line):
            entries.append((number, line.strip()[2:].strip().strip("\"'")))
        elif not raw[:1].isspace() or key in ("stabilizers", "x", "z", ""):
            raise InputError(source.at(number), "a key with a value, or an entry of a list", line.strip())
    if open_at:
        raise InputError(source.at(open_at), "a list that ends with ]", lines[open_at - 1].strip())
    return found


def read_qodec(source: Source, asked: Asked) -> Rows:
    """Stabilizers and logical operators, p = 2.  Raises InputError with the line."""
    found = mapping(source)
    lists = {}
    for key in ("stabilizers", "x", "z"):
        value = found.get(key, [])
        if isinstance(value, str):
            raise InputError(f"{source.name}: {key}", "a list of Paulis", value)
        lists[key] = [read_pauli(source, number, text, key, i) for i, (number, text) in enumerate(value)]
    if not lists["stabilizers"]:
        raise InputError(f"{source.name}: stabilizers", "a list of Paulis", "none")
    asked.agreed("p", source.name, 2)
    everything = [x for part in lists.values() for x in part]
    least = max(x.sites for x in everything)
    n = asked.get("n") or least
    if n < least:
        raise InputError("--n", f"{least} or more, as {source.name} has that many qubits", n)
    few(source.name, n, len(everything))
    vectors = {key: [vector(x, n) for x in part] for key, part in lists.items()}
    named = bool(lists["x"]) or bool(lists["z"])
    title = found.get("name")
    return Rows(
        2,
        n,
        vectors["stabilizers"],
        [x.where for x in lists["stabilizers"]],
        None,
        vectors["x"] if named else None,
        vectors["z"] if named else None,
        [],
        title if isinstance(title, str) and title else None,
    )


def read_pauli(source: Source, number: int, text: str, key: str, index: int) -> Operator:
    """One Pauli of a list."""
    if not re.fullmatch(r"[XYZI]_[0-9]+( [XYZI]_[0-9]+)*", text):
        raise InputError(source.at(number), "a Pauli such as X_0 Z_3, without a sign", text or "nothing")
    found = operator(source.at(number), f"{key}[{index}]", text, "sparse")
    if found.orders:
        raise InputError(source.at(number), "one letter for every qubit", text)
    return found


def vector(found: Operator, n: int) -> PhaseVector:
    """The vector of a Pauli."""
    return PhaseVector.of(2, [found.x.get(i, 0) for i in range(n)], [found.z.get(i, 0) for i in range(n)])
