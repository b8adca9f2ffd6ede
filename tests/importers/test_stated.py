"""What a file states is used or contradicted, never dropped: p and n, sizes of matrices, operations, fields, signs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from stillproof.codes.importers.read import Imported, read
from stillproof.errors import Declined, InputError


def of(folder: Path, text: str, answers: dict[str, Any] | None = None, name: str = "a.json") -> Imported:
    """What is read from a text."""
    path = folder / name
    path.write_text(text)
    return read(path, answers)


# a JSON object of each shape with p = 3, and the code
SHAPES: dict[str, tuple[dict[str, Any], tuple[int, int]]] = {
    "strings": ({"stabilizers": ["ZZZZ"]}, (4, 3)),
    "strings that commute for p = 3 only": ({"stabilizers": ["XXX", "ZZZ"]}, (3, 1)),
    "sparse strings": ({"stabilizers": ["X0 X1 X2", "Z0 Z1 Z2"]}, (3, 1)),
    "one string": ({"H": "XXX ZZZ"}, (3, 1)),
    "rows": ({"stabilizers": [[1, 1, 1, 0, 0, 0]], "layout": "xz"}, (3, 2)),
    "pairs": ({"stabilizers": [[[1, 1, 1], [0, 0, 0]]]}, (3, 2)),
    "a matrix": ({"matrix": [[1, 1, 1, 0, 0, 0]], "layout": "xz"}, (3, 2)),
    "digits": ({"stabilizers": ["111000"], "layout": "xz"}, (3, 2)),
    "hx and hz": ({"hx": [[1, 1, 1]], "hz": [[1, 1, 1]]}, (3, 1)),
}


@pytest.mark.parametrize("key", ["p", "q", "dimension", "field_order", "modulus"])
@pytest.mark.parametrize("name", SHAPES)
def test_p_and_n_of_a_file_are_used_in_every_shape(name: str, key: str, tmp_path: Path) -> None:
    value, (n, k) = SHAPES[name]
    found = of(tmp_path, json.dumps({key: 3, "n": n, "k": k, **value}))
    assert (found.code.p, found.code.n, found.code.k) == (3, n, k)
    assert not any("p = " in x or "n = " in x for x in found.assumed)
    assert any(x.endswith("k of the file not used") for x in found.assumed)
    assert of(tmp_path, json.dumps({key: 3, **value}), {"p": 3}).code.p == 3
    with pytest.raises(InputError, match="--p: expected 3"):
        of(tmp_path, json.dumps({key: 3, **value}), {"p": 2})
    for wrong in (4, "3", 3.0, 0, -3, 101):
        with pytest.raises(InputError, match=f"a.json: {key}: expected a prime up to 97"):
            of(tmp_path, json.dumps({key: wrong, **value}))
    other = n + 1 if "sparse" not in name else n - 1
    with pytest.raises(InputError, match=r"a.json: n: expected"):
        of(tmp_path, json.dumps({key: 3, "n": other, **value}))
    with pytest.raises(InputError):
        of(tmp_path, json.dumps({key: 3, "dim": 1, "n": 0, **value}))


def test_two_dimensions_that_differ_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"expected [23], as in"):
        of(tmp_path, '{"p": 3, "q": 2, "stabilizers": ["ZZZZ"]}')
    with pytest.raises(InputError, match="expected 2, as in"):
        of(tmp_path, '{"p": 3, "n": 4, "code_type": "CSS", "checks": {"X": [[0,1,2,3]], "Z": [[0,1,2,3]]}}')


def test_keys_that_are_not_used_are_said(tmp_path: Path) -> None:
    found = of(tmp_path, '{"stabilizers": ["XXXX"], "logical_x": ["XXII"], "css": false, "d": 2}')
    assert "logical_x, css, d of the file not used" in found.assumed
    with pytest.raises(InputError, match="layout: expected no layout"):
        of(tmp_path, '{"stabilizers": ["XXXX"], "layout": "xz"}')
    with pytest.raises(InputError, match="layout: expected no layout"):
        of(tmp_path, '{"hx": [[1,1]], "hz": [[1,1]], "p": 2, "layout": "zx"}')


FLAT = {
    "Sage, both sizes": "hx = matrix(GF(2), 2, 6, [1,1,1,0,0,0, 0,0,0,0,1,1])",
    "Sage, rows": "hx = matrix(GF(2), 2, [1,1,1,0,0,0, 0,0,0,0,1,1])",
    "Sage, rows in rows": "hx = matrix(GF(2), 2, 6, [[1,1,1,0,0,0], [0,0,0,0,1,1]])",
    "Sage, a space": "hx = MatrixSpace(GF(2), 2, 6)([1,1,1,0,0,0, 0,0,0,0,1,1])",
    "Magma, both sizes": "hx := Matrix(GF(2), 2, 6, [1,1,1,0,0,0, 0,0,0,0,1,1]);",
    "Magma, a space": "hx := KMatrixSpace(GF(2), 2, 6) ! [1,1,1,0,0,0, 0,0,0,0,1,1];",
    "Lean": "def hx : Matrix (Fin 2) (Fin 6) (ZMod 2) := !![1,1,1,0,0,0; 0,0,0,0,1,1]",
    "no sizes": "hx = matrix(GF(2), [[1,1,1,0,0,0], [0,0,0,0,1,1]])",
    "Python": "p = GF(2)\n\nhx = np.array([[1,1,1,0,0,0], [0,0,0,0,1,1]], dtype=int)",
}


@pytest.mark.parametrize("name", FLAT)
def test_the_sizes_of_a_matrix_are_used(name: str, tmp_path: Path) -> None:
    found = of(tmp_path, FLAT[name], {"layout": "xz"}, "a.txt")
    assert [(g.u, g.v) for g in found.code.stabilizers] == [((1, 1, 1), (0, 0, 0)), ((0, 0, 0), (0, 1, 1))]


WRONG = {
    "fewer entries": ("hx = matrix(GF(2), 2, 4, [1,1,0])", InputError, "2 rows of 4 entries, as is stated"),
    "more rows": ("hx = matrix(GF(2), 2, 4, [[1,1,0,0]])", InputError, "2 rows of 4 entries, as is stated"),
    "other columns": ("hx = matrix(GF(2), 1, 3, [[1,1,0,0]])", InputError, "1 rows of 3 entries, as is stated"),
    "rows that do not divide": ("hx = matrix(GF(2), 3, [1,1,0,0])", InputError, "3 rows, as is stated"),
    "Lean": ("def hx : Matrix (Fin 2) (Fin 4) (ZMod 2) := !![1,1,0,0]", InputError, "2 rows of 4 entries"),
    "rows or columns": ("hx := Matrix(GF(2), 2, [1,1,0,0]);", Declined, "of rows in Sage and of columns in Magma"),
    "named sizes": ("hx = matrix(GF(2), nrows=1, [1,1,0,0])", Declined, "named sizes"),
    "transposed after": ("hx = matrix(GF(2), [[1,1],[1,1]]).transpose()", Declined, "nothing is evaluated"),
    "T": ("GF(2)\nhx = np.array([[1,1],[1,1]]).T", Declined, "nothing is evaluated"),
    "reshaped": ("GF(2)\nhx = np.array([1,1,1,1]).reshape(2, 2)", Declined, "nothing is evaluated"),
    "transposed before": ("GF(2);\nhx := TransposedMat([[1,1],[1,1]]);", Declined, "nothing is evaluated"),
    "one minus": ("GF(2)\nhx = 1 - np.array([[1,1],[1,1]])", Declined, "nothing is evaluated"),
    "minus": ("GF(2)\nhx = -matrix([[1,1],[1,1]])", Declined, "nothing is evaluated"),
    "plus": ("GF(2)\nhx = matrix([[1,1],[1,1]]) + matrix([[1,0],[0,1]])", Declined, "nothing is evaluated"),
    "a kronecker product": ("GF(2)\nhx = np.kron(np.array([[1,1]]), np.eye(2))", Declined, "nothing is evaluated"),
    "GF(2**4)": ("F.<w> = GF(2**4)\nH = matrix(F, [[1,w,w,1,0]])", Declined, "the field GF.16."),
    "GF(2^4)": ("F.<w> = GF(2^4)\nH = matrix(F, [[1,w,w,1,0]])", Declined, "the field GF.16."),
    "Zmod(4)": ("H = matrix(Zmod(4), [[1,1,0,1]])", Declined, "the integers modulo 4 are no field"),
    "ZMod 9": ("def H : Matrix (Fin 1) (Fin 4) (ZMod 9) := !![0, 0, 1, 1]", Declined, "modulo 9 are no field"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_stated_of_a_literal_is_not_passed_over(name: str, tmp_path: Path) -> None:
    text, error, sentence = WRONG[name]
    with pytest.raises(error, match=sentence):
        of(tmp_path, text, {"layout": "both"}, "a.txt")


def test_minus_is_a_sign_of_qubits_only(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="exponents of exp"):
        of(tmp_path, "1 2 0 0 0 0\n", {"p": 3, "layout": "xz", "signs": "-"}, "a.txt")
    assert of(tmp_path, "1 1 0 0\n", {"p": 2, "layout": "xz", "signs": "-"}, "a.txt").code.signs == (1,)
    assert of(tmp_path, "1 2 0 0 0 0\n", {"p": 3, "layout": "xz", "signs": "1"}, "a.txt").code.signs == (1,)


def test_that_p_is_the_only_one_is_said_only_if_it_is(tmp_path: Path) -> None:
    """The product is 202 = 2 * 101, which is no prime that is tried; of 6, with entries up to 2, it is 3 alone."""
    with pytest.raises(Declined, match="give --p"):
        of(tmp_path, json.dumps({"hx": [[1, 1, 1]], "hz": [[67, 67, 68]]}))  # 202 = 2 * 101
    found = of(tmp_path, json.dumps({"hx": [[2, 1, 1]], "hz": [[1, 2, 2]]}))  # 6
    assert found.code.p == 3
    assert "p = 3: for no other prime above all entries do the rows commute" in found.assumed
