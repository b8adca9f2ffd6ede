"""Every format as a function from a code to a file: name, bytes, and the answers that a reader has to be given.

The writers share nothing with the readers.  A writer gives None for a code that its format cannot hold.
"""

from __future__ import annotations

import gzip
import io
import itertools
import json
from collections.abc import Callable
from typing import Any

import numpy as np

from stillproof.codes.code import StabilizerCode

File = tuple[str, bytes, dict[str, Any]] | None
Writer = Callable[[StabilizerCode], File]

LETTERS = {(0, 0): "I", (1, 0): "X", (0, 1): "Z", (1, 1): "Y"}


def sites(code: StabilizerCode) -> list[list[tuple[int, int]]]:
    """(u, v) of every site of every row."""
    return [list(zip(g.u, g.v, strict=True)) for g in code.stabilizers]


def matrix(code: StabilizerCode) -> list[list[int]]:
    """The rows (u|v)."""
    return [g.row() for g in code.stabilizers]


def exponents(code: StabilizerCode) -> dict[str, Any]:
    """The signs as an answer, for a format that has none."""
    return {"signs": ",".join(map(str, code.signs))}


def is_css(code: StabilizerCode) -> bool:
    """Whether X rows come first, then Z rows."""
    kinds = ["Z" if not any(g.u) else "X" if not any(g.v) else "Y" for g in code.stabilizers]
    return kinds == sorted(kinds) and set(kinds) == {"X", "Z"}


def hx_hz(code: StabilizerCode) -> tuple[list[list[int]], list[list[int]]]:
    """The two matrices of a CSS code."""
    return [list(g.u) for g in code.stabilizers if any(g.u)], [list(g.v) for g in code.stabilizers if any(g.v)]


def text(name: str, lines: list[str], answers: dict[str, Any]) -> File:
    """A text file."""
    return name, ("\n".join(lines) + "\n").encode(), answers


def word(code: StabilizerCode, row: int) -> str:
    """A row in letters."""
    return "".join(LETTERS[site] for site in sites(code)[row])


def dense(code: StabilizerCode) -> File:
    if code.p != 2:
        return None
    lines = ["+-"[s] + word(code, i).replace("I", "_") for i, s in enumerate(code.signs)]
    return text("a.txt", ["# comment", *lines, ""], {})


def dense_with_blank(code: StabilizerCode) -> File:
    if code.p != 2:
        return None
    return text("a.txt", ["+-"[s] + " " + word(code, i) for i, s in enumerate(code.signs)], {})


def sparse(code: StabilizerCode) -> File:
    if code.p != 2:
        return None
    found = []
    for row, sign in zip(sites(code), code.signs, strict=True):
        factors = [f"{LETTERS[site]}{i}" for i, site in enumerate(row) if any(site)]
        found.append("-" * sign + "*".join(factors))
    return text("a.txt", found, {"n": code.n, **base(code)})


def base(code: StabilizerCode) -> dict[str, Any]:
    """The answer to a question that is only asked where site 0 is idle."""
    return {"base": 0} if not any(any(row[0]) for row in sites(code)) else {}


def underscored(code: StabilizerCode) -> File:
    if code.p != 2:
        return None
    lines = [" ".join(f"{LETTERS[site]}_{i}" for i, site in enumerate(row) if any(site)) for row in sites(code)]
    return text("a.txt", lines, {"n": code.n, **base(code), **exponents(code)})


def mpp(code: StabilizerCode) -> File:
    if code.p != 2:
        return None
    found = []
    for row, sign in zip(sites(code), code.signs, strict=True):
        factors = [f"{LETTERS[site]}{i}" for i, site in enumerate(row) if any(site)]
        found.append("!" * sign + "*".join(factors))
    return text("a.stim", [f"MPP {found[0]} # first", "TICK", "mpp " + " ".join(found[1:])], {"n": code.n})


def qecdb(code: StabilizerCode) -> File:
    if code.p != 2:
        return None
    words = " ".join(word(code, i) for i in range(len(code.stabilizers)))
    return "a.json", json.dumps({"H": words, "d": 3, "css": False}).encode(), exponents(code)


def list_of_strings(code: StabilizerCode) -> File:
    if code.p != 2:
        return None
    words = ["+-"[s] + word(code, i) for i, s in enumerate(code.signs)]
    return "a.json", json.dumps(words, indent=1).encode(), {}


def stabilizers_of_strings(code: StabilizerCode) -> File:
    if code.p != 2:
        return None
    words = ["+-"[s] + word(code, i) for i, s in enumerate(code.signs)]
    return "a.json", json.dumps({"stabilizers": words, "name": "x"}).encode(), {}


def qodec(code: StabilizerCode) -> File:
    if code.p != 2:
        return None
    rows = [" ".join(f"{LETTERS[site]}_{i}" for i, site in enumerate(row) if any(site)) for row in sites(code)]
    return text("a.yaml", ["name: x", f"stabilizers: [{', '.join(rows)}]"], {"n": code.n, **exponents(code)})


def qodec_block(code: StabilizerCode) -> File:
    if code.p != 2:
        return None
    rows = [" ".join(f"{LETTERS[site]}_{i}" for i, site in enumerate(row) if any(site)) for row in sites(code)]
    lines = ["stabilizers:", *(f"- {row}" for row in rows)]
    return text("a.yaml", lines, {"n": code.n, **exponents(code)})


def token(u: int, v: int, p: int) -> str:
    """A site as a token; powers above p/2 are written as negative ones."""
    signed = [x if x <= p // 2 else x - p for x in (u, v)]
    parts = [letter + (f"^{x}" if x != 1 else "") for letter, x in zip("XZ", signed, strict=True) if x]
    return "".join(parts) or "I"


def tokens(code: StabilizerCode) -> File:
    if code.n == 1:
        return None
    lines = [" ".join(token(u, v, code.p) for u, v in row) for row in sites(code)]
    return text("a.txt", lines, {"p": code.p, "product": "displacement", **exponents(code)})


def powers(code: StabilizerCode) -> File:
    if code.n == 1:
        return None
    lines = []
    for row in sites(code):
        cells = ["*".join([f"X({u})"] * (u > 0) + [f"Z({v})"] * (v > 0)) or "I" for u, v in row]
        lines.append(" ".join(cells))
    if all(set(line.split()) == {"I"} for line in lines[:1]):
        return None
    return text("a.txt", lines, {"p": code.p, "product": "displacement", **exponents(code)})


def sparse_powers(code: StabilizerCode) -> File:
    lines = []
    for row in sites(code):
        factors = [f"X{i}^{u}" * (u > 0) + f"Z{i}^{v}" * (v > 0) for i, (u, v) in enumerate(row) if u or v]
        lines.append(" ".join(factors))
    answers = {"p": code.p, "n": code.n, "product": "displacement", **base(code), **exponents(code)}
    return text("a.txt", lines, answers)


def npy_of(array: np.ndarray[Any, Any]) -> bytes:
    """A .npy file by numpy."""
    stream = io.BytesIO()
    np.save(stream, array)
    return stream.getvalue()


def npy(kind: str, fortran: bool = False) -> Writer:
    def write(code: StabilizerCode) -> File:
        if kind == "bool" and code.p != 2:
            return None
        array = np.array(matrix(code), dtype=kind)
        data = npy_of(np.asfortranarray(array) if fortran else array)
        return "a.npy", data, {"p": code.p, "layout": "xz", **exponents(code)}

    return write


def npy_swapped(code: StabilizerCode) -> File:
    array = np.array([[*g.v, *g.u] for g in code.stabilizers])
    return "a.npy", npy_of(array), {"p": code.p, "layout": "zx", **exponents(code)}


def npz_of(**arrays: Any) -> bytes:
    """A .npz file by numpy."""
    stream = io.BytesIO()
    np.savez_compressed(stream, **arrays)
    return stream.getvalue()


def npz(x: str, z: str) -> Writer:
    def write(code: StabilizerCode) -> File:
        if not is_css(code):
            return None
        hx, hz = hx_hz(code)
        return "a.npz", npz_of(**{x: np.array(hx), z: np.array(hz)}), {"p": code.p, **exponents(code)}

    return write


def json_css(code: StabilizerCode) -> File:
    if not is_css(code):
        return None
    hx, hz = hx_hz(code)
    return "a.json", json.dumps({"H_X": hx, "H_Z": hz, "p": code.p}).encode(), exponents(code)


def challenge(code: StabilizerCode) -> File:
    if not is_css(code) or code.p != 2:
        return None
    checks = {
        letter: [[i for i, x in enumerate(row) if x] for row in rows]
        for letter, rows in zip("XZ", hx_hz(code), strict=True)
    }
    value = {"code_type": "CSS", "name": "x", "n": code.n, "k": code.k, "checks": checks}
    return "a.json", json.dumps(value).encode(), exponents(code)


def csr(code: StabilizerCode) -> File:
    rows = matrix(code)
    places = [(i, j) for i, row in enumerate(rows) for j, x in enumerate(row) if x]
    data = npz_of(
        data=np.array([rows[i][j] for i, j in places]), indices=np.array([j for _, j in places], dtype=np.int32),
        indptr=np.array([sum(i < k for i, _ in places) for k in range(len(rows) + 1)], dtype=np.int32),
        format=np.array(b"csr"), shape=np.array([len(rows), 2 * code.n]),
    )  # fmt: skip
    return "a.npz", data, {"p": code.p, "layout": "xz", **exponents(code)}


def coo(code: StabilizerCode) -> File:
    rows = matrix(code)
    places = [(i, j) for i, row in enumerate(rows) for j, x in enumerate(row) if x]
    data = npz_of(
        data=np.array([rows[i][j] for i, j in places], dtype=float), row=np.array([i for i, _ in places]),
        col=np.array([j for _, j in places]), format=np.array("coo"), shape=np.array([len(rows), 2 * code.n]),
    )  # fmt: skip
    return "a.npz", data, {"p": code.p, "layout": "xz", **exponents(code)}


def json_matrix(code: StabilizerCode) -> File:
    negative = [[x if x <= code.p // 2 else x - code.p for x in row] for row in matrix(code)]
    return "a.json", json.dumps({"p": code.p, "matrix": negative}).encode(), {"layout": "xz", **exponents(code)}


def json_signs(code: StabilizerCode) -> File:
    value = {"p": code.p, "matrix": matrix(code), "signs": list(code.signs), "layout": "xz"}
    return "a.json", json.dumps(value).encode(), {}


def json_rows(code: StabilizerCode) -> File:
    rows = [[x for site in row for x in site] for row in sites(code)]
    return "a.json", json.dumps(rows).encode(), {"p": code.p, "layout": "interleaved", **exponents(code)}


def coordinate(rows: list[list[int]]) -> list[str]:
    """Sizes and entries of Matrix Market."""
    found = [f"{i} {j} {x}" for i, row in enumerate(rows, 1) for j, x in enumerate(row, 1) if x]
    return [f"{len(rows)} {len(rows[0])} {len(found)}", *found]


def market(code: StabilizerCode) -> File:
    lines = ["%%MatrixMarket matrix coordinate integer general", "% comment", *coordinate(matrix(code))]
    return text("a.mtx", lines, {"p": code.p, "layout": "xz", **exponents(code)})


def market_array(code: StabilizerCode) -> File:
    rows = matrix(code)
    entries = [f"{row[j]}.0" for j in range(2 * code.n) for row in rows]
    lines = ["%%MatrixMarket matrix array real general", f"{len(rows)} {2 * code.n}", *entries]
    return text("a.mtx", lines, {"p": code.p, "layout": "xz", **exponents(code)})


def mtxe(code: StabilizerCode) -> File:
    found = [f"{i} {j} {u} {v}" for i, row in enumerate(sites(code), 1) for j, (u, v) in enumerate(row, 1) if u or v]
    head = ["%%MatrixMarket matrix coordinate complex general", f"% Field: GF({code.p})"]
    return text("a.mtx", [*head, f"{len(code.stabilizers)} {code.n} {len(found)}", *found], exponents(code))


def mtxe_pair(pair: int) -> Writer:
    def write(code: StabilizerCode) -> File:
        rows = matrix(code) if pair == 2 else [[x for site in row for x in site] for row in sites(code)]
        head = ["%%MatrixMarket matrix coordinate integer general", f"% Field: GF({code.p})"]
        return text("a.mtx", [*head, *coordinate(rows)], {"pair": pair, **exponents(code)})

    return write


def alist_lines(rows: list[list[int]], p: int, padded: bool) -> list[str]:
    """The format for these rows, whose number comes first; each row, then each column."""
    halves = [rows, [list(column) for column in zip(*rows, strict=True)]]
    weights = [[sum(x != 0 for x in row) for row in half] for half in halves]
    lines = [f"{len(rows)} {len(rows[0])}" + f" {p}" * (p > 2), " ".join(str(max(w)) for w in weights)]
    lines += [" ".join(map(str, w)) for w in weights]
    for half, weight in zip(halves, weights, strict=True):
        for row in half:
            entries = [(j, x) for j, x in enumerate(row, 1) if x]
            entries += [(0, 0)] * ((max(weight) if padded else 0) - len(entries))
            lines.append(" ".join(f"{j} {x}" if p > 2 else str(j) for j, x in entries))
    return lines


def alist(columns_first: bool) -> Writer:
    def write(code: StabilizerCode) -> File:
        rows = matrix(code)
        if any(not any(column) for column in zip(*rows, strict=True)):
            return None
        first = [list(column) for column in zip(*rows, strict=True)] if columns_first else rows
        answers = {"p": code.p, "layout": "xz", "n": code.n, **exponents(code)}
        return text("a.alist", alist_lines(first, code.p, columns_first), answers)

    return write


def codetables(code: StabilizerCode) -> File:
    rows = [f"      [{' '.join(map(str, g.u))}|{' '.join(map(str, g.v))}]" for g in code.stabilizers]
    head = ["Construction of a quantum code:", f"[1]:  [[{code.n}, {code.k}]] quantum code over GF({code.p}^2)", ""]
    return text("a.txt", [*head, "    stabilizer matrix:", "", *rows, "last modified: 2000-01-01"], exponents(code))


def sage_bars(code: StabilizerCode) -> File:
    rows = [f"[{' '.join(map(str, g.u))}|{' '.join(map(str, g.v))}]" for g in code.stabilizers]
    return text("a.txt", rows, {"p": code.p, **exponents(code)})


def sage(code: StabilizerCode) -> File:
    return text("a.sage", [f"M = matrix(GF({code.p}), {matrix(code)})"], {"layout": "xz", **exponents(code)})


def gap(code: StabilizerCode) -> File:
    root = {2: 1, 3: 2, 5: 2, 7: 3}[code.p]
    words = {pow(root, k, code.p): f"Z({code.p})^{k}" for k in range(code.p - 1)} | {0: f"0*Z({code.p})"}
    rows = ", ".join("[ " + ", ".join(words[x] for x in row) + " ]" for row in matrix(code))
    return text("a.g", [f"M := [ {rows} ];"], {"layout": "xz", **exponents(code)})


def lean(code: StabilizerCode) -> File:
    rows = "; ".join(", ".join(map(str, row)) for row in matrix(code))
    head = f"def h : Matrix (Fin {len(code.stabilizers)}) (Fin {2 * code.n}) (ZMod {code.p}) := "
    return text("a.lean", [f"{head}!![{rows}]"], {"layout": "xz", **exponents(code)})


# x^2 + c x + d with a root w that generates the field, as GAP has them
CONWAY = {2: (1, 1), 3: (2, 2), 5: (4, 2)}


def powers_of_w(p: int) -> dict[tuple[int, int], str]:
    """a + b w as a word, by multiplying with w again and again."""
    c, d = CONWAY[p]
    found, element = {(0, 0): "0"}, (1, 0)
    for k in range(p * p - 1):
        found[element] = "1" if k == 0 else "w" if k == 1 else f"w^{k}"
        element = (-d * element[1]) % p, (element[0] - c * element[1]) % p
    return found


def magma(code: StabilizerCode) -> File:
    """X is w and Z is 1 + w, so that a reader that takes X for 1 and Z for w is wrong."""
    words, p = powers_of_w(code.p), code.p
    rows = ["[" + ",".join(words[v % p, (u + v) % p] for u, v in row) + "]" for row in sites(code)]
    c, d = CONWAY[p]
    answers = {"elements": f"X=w,Z={words[1, 1]}", **exponents(code)}
    if p > 2:
        answers["polynomial"] = f"x^2+{c}x+{d}"
    head = f"F<w> := GF({p * p});\nS := AdditiveCode<F, GF({p}), {code.n} |"
    return text("a.magma", [head, ", ".join(rows) + ">;"], answers)


def codingtheory(code: StabilizerCode) -> File:
    if code.p != 2 and any(code.signs):
        return None
    character: list[int] = []
    if any(code.signs):  # entries mod 4 whose sums over the rows are 2 s: found by trying
        rows = matrix(code)
        for chosen in itertools.product((0, 2), repeat=2 * code.n):
            if all(sum(c for c, x in zip(chosen, r, strict=True) if x) % 4 == 2 * s
                   for r, s in zip(rows, code.signs, strict=True)):  # fmt: skip
                character = list(chosen)
                break
    flat = [x for row in matrix(code) for x in row]
    lines = [
        f"character_vector = {character}", f"field_order = {code.p}", 'format = "CodingTheory.quantum"',
        'kind = "stabilizer"', f"length = {code.n}", "version = 1", "[generators]", f"cols = {2 * code.n}",
        "coordinate_degree = 1", f"data = {flat}", f"rows = {len(code.stabilizers)}",
    ]  # fmt: skip
    return text("a.toml", lines, {})


def integers(code: StabilizerCode) -> File:
    lines = [" ".join(map(str, row)) for row in matrix(code)]
    return text("a.txt", lines, {"p": code.p, "layout": "xz", **exponents(code)})


def digits(code: StabilizerCode) -> File:
    if code.p != 2:
        return None
    lines = ["".join(map(str, row)) for row in matrix(code)]
    return text("a.txt", lines, {"p": 2, "layout": "xz", **exponents(code)})


def packed(code: StabilizerCode) -> File:
    found = integers(code)
    assert found
    return "a.txt.gz", gzip.compress(found[1]), found[2]


FORMATS: dict[str, Writer] = {
    "Pauli text, dense": dense,
    "Pauli text, dense, a blank after the sign": dense_with_blank,
    "Pauli text, sparse": sparse,
    "Pauli text, sparse, underscores": underscored,
    "Pauli text, tokens": tokens,
    "Pauli text, powers": powers,
    "Pauli text, sparse powers": sparse_powers,
    "stim, MPP": mpp,
    "JSON of qecdb": qecdb,
    "JSON, list of strings": list_of_strings,
    "JSON, stabilizers": stabilizers_of_strings,
    "JSON, hx and hz": json_css,
    "JSON, matrix": json_matrix,
    "JSON, matrix with signs": json_signs,
    "JSON, list of lists": json_rows,
    "JSON of the qLDPC challenge": challenge,
    "npy, uint8": npy("uint8"),
    "npy, bool": npy("bool"),
    "npy, float64": npy("float64"),
    "npy, big-endian": npy(">i4"),
    "npy, int8, by columns": npy("int8", fortran=True),
    "npy, Z before X": npy_swapped,
    "npz, hx and hz": npz("hx", "hz"),
    "npz, HX and HZ": npz("HX", "HZ"),
    "npz of scipy, csr": csr,
    "npz of scipy, coo": coo,
    "Matrix Market, coordinate": market,
    "Matrix Market, array": market_array,
    "MTXE, complex": mtxe,
    "MTXE, pair 1": mtxe_pair(1),
    "MTXE, pair 2": mtxe_pair(2),
    "alist, columns first": alist(True),
    "alist, rows first": alist(False),
    "codetables": codetables,
    "rows with a bar": sage_bars,
    "Sage": sage,
    "GAP": gap,
    "Lean": lean,
    "Magma, rows over GF(p^2)": magma,
    "qodec": qodec,
    "qodec, a line for each": qodec_block,
    "CodingTheory": codingtheory,
    "rows of integers": integers,
    "rows of digits": digits,
    "gzip": packed,
}
