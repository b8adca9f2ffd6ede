"""The letters of a text are the operators of its code, phases included: projectors from X, Y and Z as matrices."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from dense_operators import clock, of_code, projector, same, shift, tensor, word
from stillproof.codes.importers.build import same_group
from stillproof.codes.importers.read import read
from stillproof.errors import Declined, InputError, NoCode

QUBITS = {
    "five": "XZZXI IXZZX XIXZZ ZXIXZ",
    "five, signed": "-XZZX_ +_XZZX X_XZZ ZX_XZ",
    "five, with Y": "XYIYX IXZZX XIXZZ ZXIXZ",
    "five, -Y": "-XYIYX IXZZX XIXZZ ZXIXZ",
    "one Y": "Y_ ",
    "lower case": "xzzxi -_xzzx x_xzz zx_xz",
    "Y Y and Z Z": "-YYI IYY",
    "three of Bell": "-YY_",
}


def path_of(folder: Path, text: str, name: str = "a.txt") -> Path:
    """A file."""
    path = folder / name
    path.write_text(text)
    return path


@pytest.mark.parametrize("text", QUBITS.values(), ids=QUBITS)
def test_letters_are_pauli_matrices(text: str, tmp_path: Path) -> None:
    words = text.split()
    found = read(path_of(tmp_path, "\n".join(words)))
    assert same(of_code(found.code), projector(2, [word(x.upper()) for x in words]))


@pytest.mark.parametrize("text", ["X0*Z1*Z2*X3 !X1*Z2*Z3*X4", "!Y0*Y1 !Y1*Y2", "Z0*Z1 X2*X3 !Y4"])
def test_mpp_measures_products_of_letters(text: str, tmp_path: Path) -> None:
    operators = []
    for product in text.split():
        letters = ["I"] * 5
        for factor in product.lstrip("!").split("*"):
            letters[int(factor[1:])] = factor[0]
        operators.append(word("-" * product.startswith("!") + "".join(letters)))
    found = read(path_of(tmp_path, f"MPP {text}", "a.stim"), {"n": 5})
    assert same(of_code(found.code), projector(2, operators))


def literal(p: int, row: str, product: str) -> Any:
    """`x1z2 x1 -` as a matrix: X^1 Z^2 tensor X tensor 1, in the order that is asked for."""
    parts = []
    for cell in row.split():
        u, v = (int(c) for c in cell)
        x, z = np.linalg.matrix_power(shift(p), u), np.linalg.matrix_power(clock(p), v)
        parts.append(x @ z if product == "xz" else z @ x)
    return tensor(parts)


# rows of cells "uv", that commute
SITES = {
    2: [["11 11"], ["11 11 00", "01 01 01"], ["11 01 11"], ["11 11 11 11"]],
    3: [["11 22 10", "00 10 02"], ["12 10", "21 20"][:1], ["11 11 11"], ["12 12 00", "00 21 12"]],
    5: [["11 23"], ["14 31 00", "00 00 23"], ["12 43"]],
}


@pytest.mark.parametrize("product", ["xz", "zx"])
@pytest.mark.parametrize(("p", "rows"), [(p, rows) for p, several in SITES.items() for rows in several])
def test_a_product_of_x_and_z_is_that_product(p: int, rows: list[str], product: str, tmp_path: Path) -> None:
    """In sparse text, in tokens, and in a matrix."""
    dense = [literal(p, row, product) for row in rows]
    if not all(np.allclose(a @ b, b @ a) for a, b in itertools.combinations(dense, 2)):
        pytest.skip("rows that do not commute")
    expected = projector(p, dense)
    order = product if product == "xz" else "zx"
    sparse = []
    for row in rows:
        cells = []
        for i, (u, v) in enumerate(row.split()):
            both = {"x": f"X{i}^{u}" * (u != "0"), "z": f"Z{i}^{v}" * (v != "0")}
            cells.append("".join(both[c] for c in order))
        sparse.append(" ".join(cells))
    matrix = [" ".join([cell[0] for cell in row.split()] + [cell[1] for cell in row.split()]) for row in rows]
    answers = {"p": p, "product": product}
    n = len(rows[0].split())
    for found in (
        read(path_of(tmp_path, "\n".join(sparse)), {**answers, "n": n}),
        read(path_of(tmp_path, "\n".join(matrix)), {**answers, "layout": "xz"}),
    ):
        assert same(of_code(found.code), expected)


def test_an_odd_number_of_products_of_x_and_z_on_qubits_is_not_hermitian(tmp_path: Path) -> None:
    for product in ("xz", "zx"):
        with pytest.raises(InputError, match="Hermitian"):
            read(path_of(tmp_path, "1 0 1 0"), {"p": 2, "layout": "xz", "product": product})
    assert read(path_of(tmp_path, "1 0 1 0"), {"p": 2, "layout": "xz"}).code.signs == (0,)


def test_signs_and_products_count_before_rows_are_compared(tmp_path: Path) -> None:
    """XX ZZ = -YY: all three with signs +1 contradict each other; with - for YY, or as products, they do not."""
    path = path_of(tmp_path, "1 1 0 0 0 0\n0 0 0 1 1 0\n1 1 0 1 1 0\n")
    answers = {"p": 2, "layout": "xz"}
    with pytest.raises(NoCode, match="row 3: expected the product of row 1, row 2, on which it depends, found -1"):
        read(path, answers)
    for more in ({"signs": "++-"}, {"product": "xz"}, {"product": "zx"}):
        found = read(path, {**answers, **more})
        assert found.code.signs == (0, 0)
        assert found.dropped == ("row 3 is the product of row 1, row 2",)
    both = read(path, {**answers, "product": "xz", "signs": "+--"}).code
    assert same(of_code(both), projector(2, [word("XXI"), word("-ZZI")]))
    sparse = path_of(tmp_path, "X0Z0 X1^2Z1\n", "b.txt")
    w = np.exp(2j * np.pi / 3)
    found = read(sparse, {"p": 3, "product": "xz", "signs": "2"})
    assert same(of_code(found.code), projector(3, [w**2 * literal(3, "11 21", "xz")]))


def test_the_order_that_is_written_is_not_overruled(tmp_path: Path) -> None:
    path = path_of(tmp_path, "Z0X0 X1^2")
    with pytest.raises(InputError, match="Z before X"):
        read(path, {"p": 3, "product": "xz"})
    zx, displacement = (read(path, {"p": 3, "product": x}).code for x in ("zx", "displacement"))
    assert not same_group(zx, displacement)


ELEMENTS = {"0": "I", "1": "X", "w": "Z", "w^2": "Y"}


@pytest.mark.parametrize("kind", ["additive", "linear"])
def test_rows_over_gf4_are_letters(kind: str, tmp_path: Path) -> None:
    """The five-qubit code is linear, so both kinds give it; a code with the rows of its half differs."""
    times_w = {"0": "0", "1": "w", "w": "w^2", "w^2": "1"}
    rows = [["1", "w", "w", "1", "0"], ["0", "1", "w", "w", "1"]]
    text = "F<w> := GF(4);\n" + ", ".join(f"[{','.join(row)}]" for row in rows)
    found = read(path_of(tmp_path, text), {"elements": "X=1,Z=w", "kind": kind}).code
    more = [[times_w[x] for x in row] for row in rows] if kind == "linear" else []
    assert same(of_code(found), projector(2, [word("".join(ELEMENTS[x] for x in row)) for row in rows + more]))
    assert found.k == (1 if kind == "linear" else 3)


def test_six_choices_of_lambda_give_six_groups(tmp_path: Path) -> None:
    """Facts of the notes on formats: every basis of GF(9) keeps commutation, and each gives another group."""
    rows = "[1,w,w^5,2,0], [0,1,w,w^5,2], [2,0,1,w,w^5], [w^5,2,0,1,w]"
    path = path_of(tmp_path, f"F<w> := GF(9);\nS := AdditiveCode<F, GF(3), 5 | {rows}>;")
    codes = [
        read(path, {"elements": f"X=1,Z={z}", "polynomial": "x^2+2x+2"}).code
        for z in ("w", "w^5", "w^2", "w^6", "w^3", "w^7")
    ]
    assert {code.k for code in codes} == {1}
    assert not any(same_group(a, b) for a, b in itertools.combinations(codes, 2))


def test_what_the_traps_must_give(tmp_path: Path) -> None:
    """Traps of the notes on formats, with their outcomes worked out by hand."""
    five = read(path_of(tmp_path, "XZZXI\nIXZZX\nXIXZZ\nZXIXZ")).code
    with_y = read(path_of(tmp_path, "XYIYX\nIXZZX\nXIXZZ\nZXIXZ")).code
    assert with_y.signs == (0, 0, 0, 0)
    assert same_group(with_y, five)
    redundant = read(path_of(tmp_path, "XZZXI\nIXZZX\nXIXZZ\nZXIXZ\nZZXIX"))
    assert redundant.dropped == ("line 5 is the product of line 1, line 2, line 3, line 4",)
    assert same_group(redundant.code, five)
    with pytest.raises(NoCode, match=r"line 5: expected the product of line 1, .* found -1 times"):
        read(path_of(tmp_path, "XZZXI\nIXZZX\nXIXZZ\nZXIXZ\n-ZZXIX"))
    with pytest.raises(NoCode, match="line 1 and line 2: expected commuting"):
        read(path_of(tmp_path, "XXI\nZII"))
    xz = path_of(tmp_path, "X0 X1Z1 X3^2Z3^2 X4^2\nX1 Z2 Z3^2 X4^2\nX0^2 X2 Z3 Z4^2\nZ0^2 X1^2 X3 Z4")
    with pytest.raises(Declined, match="--product displacement, xz or zx"):
        read(xz, {"p": 3})
    five3 = read(path_of(tmp_path, "X Z Z^2 X^2 I\nI X Z Z^2 X^2\nX^2 I X Z Z^2\nZ^2 X^2 I X Z", "b.txt"), {"p": 3})
    assert same_group(read(xz, {"p": 3, "product": "displacement"}).code, five3.code)
    assert read(xz, {"p": 3, "product": "xz"}).code.signs == (2, 0, 0, 0)
    gf9 = path_of(tmp_path, "F<w> := GF(9);\n[1,w,w^5,2,0]\n[0,1,w,w^5,2]")
    with pytest.raises(Declined, match=r"additive: a \[\[5,3\]\]_3 code; linear: no code\): give --kind"):
        read(gf9, {"elements": "X=1,Z=w", "polynomial": "x^2+2x+2"})
