"""The class `Code`: examples are executed, the ways in agree with each other, and what is no code is refused."""

from __future__ import annotations

import dataclasses
import doctest
import random
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import stim

from conftest import ROOT
from random_protocols import random_code
from stillproof.codes.code import find_logicals
from stillproof.codes.phase_space import PhaseVector
from stillproof.errors import Declined, InputError, NoCode
from stillproof.interface import code as module
from stillproof.interface.code import Code

pytestmark = pytest.mark.quick

FIVE = ["XZZXI", "IXZZX", "XIXZZ", "ZXIXZ"]
HAMMING = [[0, 0, 0, 1, 1, 1, 1], [0, 1, 1, 0, 0, 1, 1], [1, 0, 1, 0, 1, 0, 1]]
REED_MULLER = ["1" * 15, "1" * 8 + "0" * 7, "111100001111000", "110011001100110", "101010101010101"]


def test_the_examples_are_executed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    found = doctest.testmod(module)
    assert not found.failed
    public = [name for name, value in vars(Code).items() if not name.startswith("_") and hasattr(value, "__doc__")]
    for name in public:
        value = vars(Code)[name]
        text = value.__doc__ or getattr(getattr(value, "__func__", None), "__doc__", "") or ""
        if name not in ("stabilizer_code", "record"):
            assert ">>> " in text, name


def test_the_ways_in_agree() -> None:
    five = Code.from_paulis(FIVE)
    rows = [[1, 0, 0, 1, 0, 0, 1, 1, 0, 0], [0, 1, 0, 0, 1, 0, 0, 1, 1, 0], [1, 0, 1, 0, 0, 0, 0, 0, 1, 1],
            [0, 1, 0, 1, 0, 1, 0, 0, 0, 1]]  # fmt: skip
    swapped = [row[5:] + row[:5] for row in rows]
    mixed = [[x for pair in zip(row[:5], row[5:], strict=True) for x in pair] for row in rows]
    elements = [
        ["1", "w", "w", "1", "0"],
        ["0", "1", "w", "w", "1"],
        ["1", "0", "1", "w", "w"],
        ["w", "1", "0", "1", "w"],
    ]
    others = [
        Code.from_paulis("\n".join(FIVE)),
        Code.from_paulis(("X0*Z1*Z2*X3", "X1*Z2*Z3*X4", "X0*X2*Z3*Z4", "Z0*X1*X3*Z4")),
        Code.from_matrix(rows, 2, layout="xz"),
        Code.from_matrix(np.array(rows, dtype=bool), 2, layout="xz"),
        Code.from_matrix(np.array(rows, dtype=float), 2, layout="xz"),
        Code.from_matrix([np.array(row, dtype=np.uint8) for row in rows], 2, layout="xz"),
        Code.from_matrix(["".join(map(str, row)) for row in rows], 2, layout="xz"),
        Code.from_matrix(swapped, 2, layout="zx"),
        Code.from_matrix(mixed, 2, layout="interleaved"),
        Code.from_gf4(elements, x="1", z="w", kind="additive"),
        Code.from_gf4(elements[:2], x="1", z="w", kind="linear"),
        Code.from_gf4(np.array([[1, 2, 2, 1, 0], [0, 1, 2, 2, 1]]), x="1", z="w", kind="linear"),
        Code.from_stim("MPP X0*Z1*Z2*X3 X1*Z2*Z3*X4\nMPP X0*X2*Z3*Z4 Z0*X1*X3*Z4"),
        Code.from_stim(FIVE),
    ]
    for other in others:
        assert other.stabilizer_code.logicals_found
        assert module.reduced(other.stabilizer_code) == module.reduced(five.stabilizer_code)
    assert five == others[0]
    assert hash(five) == hash(others[0])
    assert five != Code.from_paulis(["-XZZXI", *FIVE[1:]])
    assert five != "five"


def test_css_and_triorthogonal(tmp_path: Path) -> None:
    steane = Code.css(HAMMING, np.array(HAMMING))
    assert (steane.n, steane.k, steane.p, repr(steane)) == (7, 1, 2, "Code('code', [[7,1]]_2)")
    assert Code.css(HAMMING, HAMMING, signs="-+++++").to_dict()["signs"] == [1, 0, 0, 0, 0, 0]
    rm = Code.from_triorthogonal(np.array([[int(c) for c in row] for row in REED_MULLER]), logical_rows=[0])
    known = Code.read(ROOT / "fixtures" / "codes" / "reed-muller15.json")
    assert (rm.n, rm.k) == (15, 1)
    stabilizers = rm.to_dict()["stabilizers"]
    assert sum(any(u) for u, _ in stabilizers) == 4
    assert sum(any(v) for _, v in stabilizers) == 10
    assert (known.n, known.k) == (rm.n, rm.k)
    assert rm.to_dict()["logical_x"] == [[1] * 15, [0] * 15]
    for rows, logical, sentence in (
        (REED_MULLER, [], "distinct rows"),
        (REED_MULLER, [0, 0], "distinct rows"),
        (REED_MULLER, [5], "distinct rows"),
        (["1110", "1000"], [0, 1], "an overlap in an even number"),
        (["111111", "001111"], [], "distinct rows"),
        (["1" * 7, "1100000", "1010000", "1000100"], [0], "rows 1, 2: expected an overlap"),
        (["2"], [0], "entries 0 or 1"),
    ):
        with pytest.raises(InputError, match=sentence):
            Code.from_triorthogonal(rows, logical)
    path = rm.save(tmp_path / "rm.json")
    assert Code.read(path) == rm
    assert Code.read(str(path)).name == "code"


def test_equality_is_about_the_code_and_not_about_its_rows() -> None:
    """The same group from other generators, and logical operators times stabilizers, with their phases."""
    for p in (2, 3, 5):
        code = random_code(random.Random(p), p, 4, 2)
        a, b = code.stabilizers
        group = module.Signed(list(code.stabilizers), list(code.signs))
        mixed = a + b
        sign = group.sign(mixed, [1, 1])
        x0 = code.logical_x[0] + a
        same_rows = dataclasses.replace(code, stabilizers=(mixed, b), signs=(sign, code.signs[1]), name="other")
        assert Code(same_rows) == Code(code)
        assert hash(Code(same_rows)) == hash(Code(code))
        # T(x) T(a) is T(x + a) with the phase that the stabilizer and the product have: equal only if that is 1
        phase = (module.product_phase(code.logical_x[0], a) + code.signs[0] * (module.phase_order(p) // p)) % (
            module.phase_order(p)
        )
        moved = dataclasses.replace(code, logical_x=(x0, code.logical_x[1]))
        assert (Code(moved) == Code(code)) == (phase == 0)
        assert Code(dataclasses.replace(code, signs=((code.signs[0] + 1) % p, code.signs[1]))) != Code(code)


def test_a_code_is_immutable_and_cannot_hold_what_is_none() -> None:
    code = Code.from_paulis(["ZZ"])
    with pytest.raises(dataclasses.FrozenInstanceError):
        code.record = None  # type: ignore[misc]
    one, two = PhaseVector(2, (1, 0), (0, 0)), PhaseVector(2, (0, 0), (1, 0))
    x, z = find_logicals(2, 2, [one])
    bad = dataclasses.replace(
        code.stabilizer_code, stabilizers=(one, two), signs=(0, 0), logical_x=tuple(x), logical_z=tuple(z)
    )
    with pytest.raises(NoCode, match="stabilizer 0 and stabilizer 1"):
        Code(bad)
    with pytest.raises(NoCode):
        Code(dataclasses.replace(bad, stabilizers=(one, one)))


GF9 = {"x": "1", "z": "w", "polynomial": "x^2+2x+2", "kind": "additive"}
REFUSED: dict[str, tuple[Any, type[Exception], str]] = {
    "a float": (lambda: Code.css([[1, 0.5]], [[1, 1]]), InputError, "hx: row 1, column 2: expected an integer"),
    "a float of numpy": (lambda: Code.css(np.array([[1, 0.5]]), [[1, 1]]), InputError, "found 0.5"),
    "a complex number": (lambda: Code.css(np.array([[1j]]), [[1]]), InputError, "expected an integer"),
    "no matrix": (lambda: Code.css(3, [[1]]), InputError, "hx: expected|the rows: expected a list"),
    "None in a row": (lambda: Code.from_matrix([[None, 1]], 2, layout="xz"), InputError, "expected an integer, found"),
    "a vector": (lambda: Code.css(np.array([1, 1]), [[1, 1]]), InputError, "rows of integers"),
    "an empty list": (lambda: Code.from_paulis([]), InputError, "no line"),
    "an empty matrix": (lambda: Code.from_matrix([], 2, layout="xz"), InputError, "a list of rows"),
    "an odd width": (lambda: Code.from_matrix([[1, 0, 1]], 2, layout="xz"), InputError, "an even number of columns"),
    "p that is no prime": (lambda: Code.from_matrix([[1, 0]], 6, layout="xz"), InputError, "a prime up to 97"),
    "an unknown layout": (lambda: Code.from_matrix([[1, 0]], 2, layout="x|z"), InputError, "one of xz, zx"),
    "an entry beyond p": (lambda: Code.from_matrix([[3, 0, 0, 0]], 3, layout="xz"), InputError, "row 1, column 1"),
    "rows that do not commute": (lambda: Code.css([[1, 0, 0]], [[1, 1, 0]]), NoCode, "X row 1 and Z row 1"),
    "a missing product": (lambda: Code.from_paulis(["XZ I", "I Z"], p=3), Declined, "give --product"),
    "a missing p": (lambda: Code.from_paulis(["X(1) Z(2)"]), Declined, "give --p"),
    "a letter": (lambda: Code.from_paulis(["XQ"]), InputError, "the rows: entry 0:2: expected one of the letters"),
    "no list": (lambda: Code.from_paulis(5), InputError, "expected a list"),
    "integers beyond 8": (lambda: Code.from_gf9([[9, 1]], **GF9), InputError, "an element of GF"),
    "kind": (lambda: Code.from_gf4([["1", "w"]], x="1", z="w", kind="both"), InputError, "one of additive, linear"),
    "an element": (lambda: Code.from_gf4([["1", "q"]], x="1", z="w", kind="additive"), InputError, "row 1, column 2"),
    "an answer that is none": (lambda: Code.read("x", colour="red"), InputError, "--colour: expected one of"),
    "no file": (lambda: Code.read("absent.txt"), InputError, "a regular file"),
    "a circuit that is none": (lambda: Code.from_stim("hello"), InputError, "an instruction of stim"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused(name: str) -> None:
    action, error, sentence = REFUSED[name]
    with pytest.raises(error, match=sentence) as found:
        action()
    assert "\n" not in str(found.value)


def test_objects_of_stim() -> None:
    five = Code.from_paulis(FIVE)
    strings = [stim.PauliString(row) for row in FIVE]
    assert Code.from_stim(strings) == five
    assert Code.from_paulis(strings) == five
    circuit = stim.Circuit("MPP X0*Z1*Z2*X3 X1*Z2*Z3*X4 X0*X2*Z3*Z4 Z0*X1*X3*Z4")
    found = Code.from_stim(circuit)
    assert module.reduced(found.stabilizer_code) == module.reduced(five.stabilizer_code)
    signed = stim.Tableau.from_stabilizers([-strings[0], *strings[1:]], allow_underconstrained=True)
    assert Code.from_stim(signed, k=1).to_dict()["signs"] == [1, 0, 0, 0]
    with pytest.raises(Declined, match="give k"):
        Code.from_stim(signed)
    with pytest.raises(Declined, match="a gate that stim does not know"):
        Code.from_stim("S[T] 0\nMPP Z0*Z1")
