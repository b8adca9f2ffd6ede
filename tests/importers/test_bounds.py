"""Large files end soon, at a limit (exit code 13) or with an objection, and what is left out is said."""

from __future__ import annotations

import gzip
import io
import json
import time
import zipfile
from pathlib import Path

import numpy as np
import pytest

from stillproof.codes.importers.read import read
from stillproof.errors import InputError, OverBudget, StillproofError
from writers import npz_of

SIZE = 1 << 20
LARGE = {
    "a long line": b"X" * SIZE,
    "sparse, a long line": b"*".join(b"X%d" % (i % 10000) for i in range(SIZE // 6)),
    "tokens": b"X " * (SIZE // 2),
    "brackets": b"[" * SIZE,
    "rows in brackets": b"[1]," * (SIZE // 4),
    "blanks in brackets": b"[1" + b" " * SIZE,
    "lines": b"XX\n" * (SIZE // 3),
    "digits": b"10" * (SIZE // 2),
    "integers": b"1 0 1 0\n" * (SIZE // 8),
    "bars": b"[1 0|0 1]\n" * (SIZE // 10),
    "measurements": b"MPP X0*X1\n" * (SIZE // 10),
    "a list of YAML": b"stabilizers:\n" + b"- X_0 X_1\n" * (SIZE // 10),
    "lists of JSON": b"[" * (SIZE // 2) + b"]" * (SIZE // 2),
    "hx and hz": json.dumps({"hx": [[1, 0, 0, 1]] * 30000, "hz": [[1, 0, 0, 1]] * 30000}).encode(),
    "a long key of TOML": b'format = "CodingTheory.quantum"\n' + b"a." * (SIZE // 2) + b"b=1",
    "sizes of Matrix Market": b"%%MatrixMarket matrix coordinate integer general\n9999999 9999999 1\n1 1 1\n",
    "zeros": b"\0" * SIZE,
    "assignments": b"a = " * (SIZE // 4) + b"[1]",
}


@pytest.mark.parametrize("name", LARGE)
def test_a_large_file_ends_soon(name: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(LARGE[name])
    start = time.process_time()
    with pytest.raises(StillproofError) as found:
        read(path, {"p": 2, "layout": "xz"})
    assert found.value.code in (12, 13)
    assert time.process_time() - start < 30


def test_archives_that_unpack_to_much(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"0" * (5 << 20)))
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(b"XX")[:-4])
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("hx.npy", b"0" * (5 << 20))
    (tmp_path / "c.npz").write_bytes(stream.getvalue())
    for name, sentence in (("a.txt.gz", "more, unpacked"), ("b.txt.gz", "ends early"), ("c.npz", "at most 64 arrays")):
        with pytest.raises(InputError, match=sentence):
            read(tmp_path / name)


def test_pickled_objects_are_never_loaded(tmp_path: Path) -> None:
    np.save(tmp_path / "a.npy", np.array([[{}]], dtype=object), allow_pickle=True)
    with pytest.raises(InputError, match="pickled objects are never loaded"):
        read(tmp_path / "a.npy")
    (tmp_path / "b.npy").write_bytes(b"\x93NUMPY\x01\x00" + (118).to_bytes(2, "little") + b"{" * 118)
    with pytest.raises(InputError, match="the header of a"):
        read(tmp_path / "b.npy")


def test_1025_rows_and_65_sites(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    for text, sentence in (("ZZ\n" * 1025, "1025 rows"), ("X0*X64", "65 sites"), ("X" * 65, "65 sites")):
        path.write_text(text)
        with pytest.raises(OverBudget, match=sentence):
            read(path)
    path.write_text("ZZ\n" * 1024)
    assert len(read(path).dropped) == 1023
    assert "dropped: 1023 dependent rows" in read(path).code.source


def test_what_is_left_out_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.npz"
    checks = np.array([[1, 1, 1, 1]])
    path.write_bytes(npz_of(hx=checks, hz=checks, k=np.array(2), lx=np.zeros((1, 4))))
    assert read(path).assumed[0] == "k, lx not used"
    value = {"Hx": [[1, 1, 1, 1]], "Hz": [[1, 1, 1, 1]], "lx": [[1, 1, 0, 0]], "k": 2}
    (tmp_path / "a.json").write_text(json.dumps(value))
    assert "lx, k of the file not used" in read(tmp_path / "a.json").assumed
    assert dict(read(tmp_path / "a.json", {"signs": "+"}).answers) == {"signs": "+"}
    assert "all signs are +1" not in read(tmp_path / "a.json", {"signs": "+"}).assumed
    with pytest.raises(InputError, match="is a folder"):
        read(tmp_path, {"hz": path})
