"""What stim, scipy and GAP write today is read back as the code that they wrote.

The files in `files/` were written once, with pinned versions; here the programs themselves run.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import scipy.io
import scipy.sparse
import stim

from conftest import ROOT
from stillproof.codes.code import StabilizerCode, read_code
from stillproof.codes.importers.build import same_group
from stillproof.codes.importers.read import read

NAMES = ["five-qubit", "steane7", "five-qutrit", "reed-muller4-ququint"]
LETTERS = np.array(["I", "X", "Z", "Y"])  # u + 2 v


def given(name: str) -> tuple[StabilizerCode, np.ndarray, dict[str, Any]]:
    """A code of the fixtures, its rows (X|Z), and what a file of plain numbers leaves open."""
    code = read_code(ROOT / "fixtures" / "codes" / f"{name}.json")
    rows = np.array([[*g.u, *g.v] for g in code.stabilizers])
    answers: dict[str, Any] = {"p": code.p, "layout": "xz"}
    if code.p > 2 and any(u and v for g in code.stabilizers for u, v in zip(g.u, g.v, strict=True)):
        answers["product"] = "displacement"
    if any(code.signs):
        answers["signs"] = ",".join(map(str, code.signs))
    return code, rows, answers


def strings(code: StabilizerCode) -> list[stim.PauliString]:
    """The generators with their signs, as stim has them."""
    found = []
    for g, sign in zip(code.stabilizers, code.signs, strict=True):
        found.append(stim.PauliString("+-"[sign] + "".join(LETTERS[np.array(g.u) + 2 * np.array(g.v)])))
    return found


def as_circuit(code: StabilizerCode, path: Path) -> None:
    circuit = stim.Circuit()
    for string in strings(code):
        factors = [stim.target_pauli(i, string[i]) for i in string.pauli_indices()]
        if string.sign == -1:
            factors[0] = stim.target_inv(factors[0])
        circuit.append("MPP", stim.target_combined_paulis(factors))
    circuit.to_file(path)


def as_strings(code: StabilizerCode, path: Path) -> None:
    path.write_text("".join(f"{string}\n" for string in strings(code)), encoding="ascii")


@pytest.mark.parametrize("name", ["five-qubit", "steane7", "reed-muller15"])
@pytest.mark.parametrize(("write", "suffix"), [(as_circuit, "stim"), (as_strings, "txt")])
def test_stim(tmp_path: Path, name: str, write: Callable[[StabilizerCode, Path], None], suffix: str) -> None:
    code = read_code(ROOT / "fixtures" / "codes" / f"{name}.json")
    path = tmp_path / f"code.{suffix}"
    write(code, path)
    assert same_group(read(path).code, code)


SPARSE: dict[str, Callable[[Path, np.ndarray], None]] = {
    "csr.npz": lambda path, rows: scipy.sparse.save_npz(path, scipy.sparse.csr_matrix(rows)),
    "coo.npz": lambda path, rows: scipy.sparse.save_npz(path, scipy.sparse.coo_matrix(rows)),
    "plain.npz": lambda path, rows: scipy.sparse.save_npz(path, scipy.sparse.csc_array(rows), compressed=False),
    "sparse.mtx": lambda path, rows: scipy.io.mmwrite(path, scipy.sparse.coo_matrix(rows)),
    "dense.mtx": scipy.io.mmwrite,
    "int8.npy": lambda path, rows: np.save(path, rows.astype(np.int8)),
    "columns.npy": lambda path, rows: np.save(path, np.asfortranarray(rows)),
}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("suffix", SPARSE)
def test_scipy_and_numpy(tmp_path: Path, name: str, suffix: str) -> None:
    code, rows, answers = given(name)
    path = tmp_path / f"code.{suffix}"
    SPARSE[suffix](path, rows)
    assert same_group(read(path, answers).code, code)


GAP = {
    "PrintTo": 'PrintTo("{path}", m);',
    "PrintTo, with a name": 'PrintTo("{path}", "M := ", m, ";\\n");',
    "PrintTo, compressed vectors": 'ConvertToMatrixRep(m, {p});; PrintTo("{path}", m);',
    "integers": 'PrintTo("{path}", List(m, row -> List(row, IntFFE)));',
    "integers and a field": 'PrintTo("{path}", "M := ", List(m, r -> List(r, IntFFE)), " * Z({p})^0;");',
}


@pytest.mark.skipif(shutil.which("gap") is None, reason="GAP is not here (Debian: gap-core)")
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("way", GAP)
def test_gap(tmp_path: Path, name: str, way: str) -> None:
    code, rows, answers = given(name)
    path = tmp_path / "code.g"
    program = f"m := {rows.tolist()} * Z({code.p})^0;; " + GAP[way].replace("{path}", str(path)).replace(
        "{p}", str(code.p)
    )
    done = subprocess.run(
        ["gap", "-q", "-b", "-r"], input=program, text=True, capture_output=True, timeout=60, check=True
    )
    assert not done.stdout.strip(), done.stdout
    assert same_group(read(path, answers).code, code)
