"""JSON of several shapes: what people and programs save a code as, told apart by the keys.

{"hx": .., "hz": ..}                     two matrices, in any spelling of the keys
{"matrix": .., "p": 3}                   one matrix
{"stabilizers": [..]}                    strings, or rows
["XZZXI", ..]   [[1,0,..], ..]           a list of strings, or of rows
{"H": "XZZXI IXZZX", "d": 3}             qecdb.org
{"code_type": "CSS", "checks": ..}       the qLDPC challenge
{"schema": "triorthogonal-..", ..}       triorthogonal matrices
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any, NoReturn

from ...errors import Declined, InputError, OverBudget
from ..code import MAX_SITES
from .asked import Asked, prime, question
from .numpy_files import integral, named
from .pauli_text import read_lines
from .rows import Loose, Matrix, Read, Rows
from .source import Source
from .triorthogonal import triorthogonal_rows

NO_CODES = {
    "distillationUnitSpecifications": "distillation units of a resource estimator",
    "jobParams": "the result of a resource estimator",
    "panels": "a dashboard",
    "upload_type": "a record of an archive",
    "runs": "counts of runs",
}


DIMENSIONS = {"p", "q", "dimension", "field_order", "modulus"}  # names for the dimension of a site
USED = DIMENSIONS | {"n", "name", "layout", "signs"}


def parsed_json(source: Source) -> Any:
    """Any JSON; keys must be distinct.  Raises InputError with line and column."""

    def refuse(word: str) -> NoReturn:
        raise InputError(source.name, "finite numbers", word)

    def distinct(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) != len(pairs):
            twice = next(key for i, (key, _) in enumerate(pairs) if key in [other for other, _ in pairs[:i]])
            raise InputError(source.name, "distinct keys", f"{twice!r} twice")
        return found

    def whole(word: str) -> int:
        if len(word) > 9:
            raise InputError(source.name, "integers of at most 9 digits", word)
        return int(word)

    try:
        return json.loads(source.text(), object_pairs_hook=distinct, parse_constant=refuse, parse_int=whole)
    except json.JSONDecodeError as error:
        found = repr(error.doc[error.pos : error.pos + 20])
        raise InputError(source.at(error.lineno, error.colno), f"JSON ({error.msg})", found) from None
    except RecursionError:
        raise InputError(source.name, "moderate nesting", "lists within lists without end") from None


def is_foreign(value: Any) -> bool:
    """Whether a JSON value has one of the shapes of this module, right or not; a code file of ours has none."""
    if isinstance(value, list):
        return True
    if not isinstance(value, dict) or str(value.get("format", "")).startswith("stillproof-"):
        return False
    keys = {str(key).lower().replace("_", "") for key in value}
    if {"hx", "hz"} & keys or NO_CODES.keys() & value.keys() or {"matrix", "H", "checks"} & value.keys():
        return True
    rows = value.get("stabilizers")
    if rows is not None and (not {"n", "logical_x"} <= value.keys() or of_strings(rows)):
        return True
    return str(value.get("schema", "")).startswith("triorthogonal-") or is_counts(value)


def of_strings(value: Any) -> bool:
    """Whether this is a list of strings."""
    return isinstance(value, list) and bool(value) and all(isinstance(x, str) for x in value)


def is_counts(value: Any) -> bool:
    """Whether these are counts of outcomes by bit strings."""
    return isinstance(value, dict) and bool(value) and all(re.fullmatch(r"[01 ]+", str(key)) for key in value)


def read_json_shape(source: Source, asked: Asked) -> Read:
    """The code of a JSON value.  Raises InputError with the key or entry, or Declined."""
    value = parsed_json(source)
    place = source.name
    if isinstance(value, list):
        return listed(place, "", value, asked)
    if not isinstance(value, dict):
        raise InputError(place, "a list or an object", type(value).__name__)
    for key, words in NO_CODES.items():
        if key in value:
            raise Declined(f"{place}: {words}, not a code")
    if is_counts(value):
        raise Declined(f"{place}: counts of outcomes, not a code")
    if str(value.get("schema", "")).startswith("triorthogonal-"):
        return triorthogonal(place, value, asked)
    state_sizes(place, value, asked)
    if "checks" in value:
        return challenge(place, value, asked)
    title, layout = stated(value, "name", str), value.get("layout")
    if layout is not None and layout not in ("xz", "zx", "interleaved"):
        raise InputError(f"{place}: layout", "xz, zx or interleaved", layout)
    if isinstance(value.get("H"), str):
        found: Read = strings(place, value["H"].split(), asked, title)
        used = {"H"}
    elif "stabilizers" in value:
        found, used = listed(place, "stabilizers", value["stabilizers"], asked), {"stabilizers"}
    elif isinstance(value.get("matrix"), list):
        found, used = Loose([("", matrix(f"{place}: matrix", value["matrix"]))]), {"matrix"}
    else:
        lists = {k: x for k, x in value.items() if isinstance(x, list) and re.fullmatch(r"[hH](_?[xzXZ])?", k)}
        if not lists:
            raise InputError(place, "the keys hx and hz, matrix, stabilizers, H or checks", ", ".join(map(str, value)))
        found = named(place, {key: matrix(f"{place}: {key}", x) for key, x in lists.items()}, asked)
        used = set(lists)
    found = with_signs(place, found, value, title, layout)
    unused = [str(key) for key, x in value.items() if key not in used | USED and x is not None]
    said = [f"{', '.join(unused)} of the file not used"] if unused else []
    return replace(found, assumed=[*found.assumed, *said])


def state_sizes(place: str, value: dict[str, Any], asked: Asked) -> None:
    """p and n of an object, whatever its rows are.  Raises InputError for values that are none, or that differ."""
    for key in DIMENSIONS & value.keys():
        p = value[key]
        if type(p) is not int or not prime(p) or p > 97:
            raise InputError(f"{place}: {key}", "a prime up to 97", p)
        asked.state("p", place, p)
    if "n" in value:
        if type(value["n"]) is not int or value["n"] < 1:
            raise InputError(f"{place}: n", "a number of sites", value["n"])
        asked.state("n", place, value["n"])


def stated(value: dict[str, Any], key: str, kind: type) -> Any:
    """What a key says, if it has the right type, else None."""
    found = value.get(key)
    return found if type(found) is kind and found != "" else None


def with_signs(place: str, found: Read, value: dict[str, Any], title: str | None, layout: str | None) -> Read:
    """A matrix or rows with what other keys say of them."""
    signs = value.get("signs")
    if signs is not None and (not isinstance(signs, list) or any(type(s) is not int or s < 0 for s in signs)):
        raise InputError(f"{place}: signs", "a list of exponents", signs)
    if isinstance(found, Rows):
        if signs is not None:
            raise InputError(f"{place}: signs", "signs within the strings", signs)
        if layout is not None:
            raise InputError(f"{place}: layout", "no layout, as the rows are strings", layout)
        return replace(found, title=title)
    if layout is not None and (found.z is not None or found.layout not in (None, layout)):
        raise InputError(f"{place}: layout", "no layout, as the file says which part is X", layout)
    return replace(found, layout=layout or found.layout, signs=signs, title=title)


def listed(place: str, key: str, value: Any, asked: Asked) -> Read:
    """A list of strings, of rows, or of pairs [u, v]."""
    where = f"{place}: {key}" if key else place
    if not isinstance(value, list) or not value:
        raise InputError(where, "a list of strings or of rows", value if not isinstance(value, list) else "[]")
    if all(isinstance(x, str) for x in value):
        if all(re.fullmatch(r"[01]+", x) for x in value):
            return Loose([("", [[int(c) for c in x] for x in value])])
        return strings(place, value, asked, None, key)
    if all(isinstance(x, list) and len(x) == 2 and all(isinstance(half, list) for half in x) for x in value):
        return Loose([("", matrix(where, [[*u, *v] for u, v in value]))], layout="xz")
    return Loose([("", matrix(where, value))])


def strings(place: str, words: list[str], asked: Asked, title: str | None, key: str = "") -> Rows:
    """Paulis, one in each string."""
    lines = [(f"{place}: {key}[{i}]", f"{key or 'entry '}[{i}]".replace(" [", " ").rstrip("]") + "]" * bool(key), text)
             for i, text in enumerate(words)]  # fmt: skip
    return read_lines(place, lines, asked, title)


def matrix(place: str, value: Any) -> Matrix:
    """A list of lists of integers.  Raises InputError with the entry."""
    if not isinstance(value, list) or not value or not all(isinstance(row, list) for row in value):
        raise InputError(place, "a list of rows", value)
    return [
        [integral(x, f"{place}: row {i}, column {j}") for j, x in enumerate(row, 1)] for i, row in enumerate(value, 1)
    ]


def challenge(place: str, value: dict[str, Any], asked: Asked) -> Loose:
    """A code of the qLDPC challenge: supports of X and Z checks, p = 2; k and distance are claims, and not used."""
    checks, n = value["checks"], value.get("n")
    if not isinstance(checks, dict) or not {"X", "Z"} <= checks.keys() or type(n) is not int or n < 1:
        raise InputError(f"{place}: checks", "n, and the supports X and Z", list(value))
    if n > MAX_SITES:
        raise OverBudget(f"{place}: {n} sites; at most {MAX_SITES} are handled")
    asked.agreed("n", place, n)
    both = []
    for letter in "XZ":
        supports, rows = checks[letter], []
        if not isinstance(supports, list):
            raise InputError(f"{place}: checks.{letter}", "a list of supports", supports)
        for i, support in enumerate(supports):
            if not isinstance(support, list) or any(type(x) is not int or not 0 <= x < n for x in support):
                raise InputError(f"{place}: checks.{letter}[{i}]", f"qubits from 0 to {n - 1}", support)
            if len(set(support)) != len(support):
                raise InputError(f"{place}: checks.{letter}[{i}]", "every qubit once", support)
            rows.append([int(j in support) for j in range(n)])
        both.append(rows)
    if not both[0] or not both[1]:
        raise InputError(f"{place}: checks", "X and Z checks", "none of one kind")
    title = stated(value, "name", str)
    claims = [key for key in ("k", "distance") if key in value]
    assumed = [f"{' and '.join(claims)} of the file not used"] if claims else []
    return Loose([("", both[0])], [("", both[1])], 2, None, None, assumed, title)


def triorthogonal(place: str, value: dict[str, Any], asked: Asked) -> Rows:
    """A protocol of a list of triorthogonal matrices; of several the user says which."""
    protocols = value.get("protocols")
    if not isinstance(protocols, list) or not protocols or not all(isinstance(x, dict) for x in protocols):
        raise InputError(f"{place}: protocols", "a list of objects", protocols)
    index = asked.get("index")
    if index is None and len(protocols) > 1:
        raise question(place, f"the file has {len(protocols)} protocols", f"--index 0 to {len(protocols) - 1}")
    if (index or 0) >= len(protocols):
        raise InputError("--index", f"0 to {len(protocols) - 1}", index)
    chosen = protocols[index or 0]
    where = f"{place}: protocols[{index or 0}]"
    rows, k = chosen.get("generator_matrix_rows"), chosen.get("k", chosen.get("q"))
    if not isinstance(rows, list) or not all(isinstance(x, str) and re.fullmatch("[01]+", x) for x in rows):
        raise InputError(f"{where}.generator_matrix_rows", "strings of 0 and 1", rows)
    if type(k) is not int or not 1 <= k < len(rows):
        raise InputError(f"{where}.k", f"an integer from 1 to {len(rows) - 1}", k)
    outputs = value.get("outputs")
    gates = [
        x.get("representative_gate")
        for x in (outputs if isinstance(outputs, list) else [])
        if isinstance(x, dict) and x.get("output_id") == chosen.get("output_id")
    ]
    if any(gate is not None and not re.fullmatch(r"T[0-9]*( ?T[0-9]+)*", str(gate)) for gate in gates):
        raise Declined(f"{where}: the gate {gates[0]}: only outputs that are T gates are read")
    matrix = [[int(c) for c in row] for row in rows]
    title = str(chosen["output_id"]) if "output_id" in chosen else None
    return triorthogonal_rows(f"{where}.generator_matrix_rows", matrix, list(range(k)), title)
