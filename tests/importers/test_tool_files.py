"""Files that stim, numpy, scipy, ldpc, qldpc and galois wrote are read as the codes that they hold."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT
from stillproof.codes.code import read_code
from stillproof.codes.importers.build import same_group
from stillproof.codes.importers.read import read
from stillproof.errors import Declined

pytestmark = pytest.mark.quick

FILES = Path(__file__).parent / "files"
XZ = {"layout": "xz"}
CASES: dict[str, tuple[str, dict[str, Any]]] = {
    "five.mpp.stim": ("five-qubit", {}),
    "five.npy": ("five-qubit", {"p": 2, **XZ}),
    "five.csr.npz": ("five-qubit", {"p": 2, **XZ}),
    "five.csc.npz": ("five-qubit", {"p": 2, **XZ}),
    "five.scipy.mtx": ("five-qubit", {"p": 2, **XZ}),
    "five.scipy-dense.mtx": ("five-qubit", {"p": 2, **XZ}),
    "steane.npz": ("steane7", {}),
    "steane.ldpc.alist": ("steane7", {"p": 2, "layout": "both"}),
    "five3.qldpc.txt": ("five-qutrit", {"p": 3}),
    "five3.galois.npy": ("five-qutrit", {"p": 3, **XZ}),
}


@pytest.mark.parametrize("name", CASES)
def test_a_file_of_a_tool_is_its_code(name: str) -> None:
    code, answers = CASES[name]
    found = read(FILES / name, answers)
    assert same_group(found.code, read_code(ROOT / "fixtures" / "codes" / f"{code}.json"))


def test_the_signs_of_stim_are_kept() -> None:
    found = read(FILES / "five.stim-strings.txt").code
    assert found.signs == (1, 0, 0, 0)


def test_the_ancilla_of_a_circuit_is_asked_for() -> None:
    path = FILES / "five.ancilla.stim"
    with pytest.raises(Declined, match="give --data"):
        read(path)
    found = read(path, {"data": "0,1,2,3,4"}).code
    assert same_group(found, read_code(ROOT / "fixtures" / "codes" / "five-qubit.json"))


def test_every_file_has_its_line_in_the_readme() -> None:
    said = (FILES / "README.md").read_text(encoding="ascii")
    names = {path.name for path in FILES.iterdir()} - {"README.md"}
    assert {name for name in names if f"`{name}`" in said} == names
    assert names == {*CASES, "five.stim-strings.txt", "five.ancilla.stim"}
