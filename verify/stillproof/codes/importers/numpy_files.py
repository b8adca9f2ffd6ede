"""Arrays of numpy, `.npy` and `.npz`, and the sparse matrices that scipy saves, by an own reader.

Only plain numbers are read, never pickled objects, and no more bytes than the file has: a header that promises more is
refused before anything is laid out.  Floats are taken if they are integers.
"""

from __future__ import annotations

import ast
import io
import math
import re
import zipfile
from dataclasses import replace
from typing import Any

import numpy as np

from ...errors import Declined, InputError
from ...files.text import MAX_BYTES
from .asked import Asked
from .rows import Loose, Matrix
from .source import Source

MAGIC = b"\x93NUMPY"
DTYPE = re.compile(r"[<>|=]?(b1|[iu][1248]|f[248]|S[0-9]{1,3}|U[0-9]{1,3})|\?")
MAX_ENTRIES = 1 << 20


def read_npy(source: Source, asked: Asked) -> Loose:
    """One array."""
    return Loose([("", matrix(source.name, array(source.name, source.data)))])


def read_npz(source: Source, asked: Asked) -> Loose:
    """Arrays by their names: hx and hz, one sparse matrix of scipy, or one array."""
    arrays = unpacked(source)
    if {"format", "shape", "data"} <= arrays.keys():
        return Loose([("", sparse(source.name, arrays))])
    chosen = [name for name in arrays if re.fullmatch(r"[hH]_?[xzXZ]", name)]
    if len(chosen) != 2:
        chosen = list(arrays)
    loose = named(source.name, {name: matrix(f"{source.name}: {name}", arrays[name]) for name in chosen}, asked)
    unused = [name for name in arrays if name not in chosen]
    return replace(loose, assumed=[f"{', '.join(unused)} not used"] if unused else [])


def named(place: str, matrices: dict[str, Matrix], asked: Asked) -> Loose:
    """Matrices by names: hx and hz in any spelling, or one."""
    plain = {name.lower().replace("_", ""): found for name, found in matrices.items()}
    if len(plain) == len(matrices) and {"hx", "hz"} <= plain.keys():
        unused = [name for name in matrices if name.lower().replace("_", "") not in ("hx", "hz")]
        assumed = [f"{', '.join(unused)} not used"] if unused else []
        return Loose([("", plain["hx"])], [("", plain["hz"])], assumed=assumed)
    if len(matrices) == 1:
        return Loose([("", next(iter(matrices.values())))])
    raise InputError(place, "the arrays hx and hz, or one array", ", ".join(sorted(matrices)) or "none")


def array(place: str, data: bytes) -> np.ndarray[Any, Any]:
    """The array of a `.npy` file.  Raises InputError."""
    if not data.startswith(MAGIC) or len(data) < 12:
        raise InputError(place, "a .npy file", "an end within its header" if data.startswith(MAGIC) else "another one")
    start, size = (10, 2) if data[6] == 1 else (12, 4)
    length = int.from_bytes(data[8 : 8 + size], "little")
    text = data[start : start + length].decode("latin-1")
    try:
        header: Any = ast.literal_eval(text.strip()) if length <= 4096 else None
        kind, fortran, shape = header["descr"], header["fortran_order"], header["shape"]
        good = isinstance(kind, str) and isinstance(shape, tuple) and all(type(x) is int and x >= 0 for x in shape)
    except (ValueError, SyntaxError, TypeError, KeyError, MemoryError, RecursionError):
        good = False
    if not good:
        raise InputError(place, "the header of a .npy file", ascii(text[:60].strip()))
    if not DTYPE.fullmatch(kind):
        raise InputError(place, "an array of booleans, integers or floats (pickled objects are never loaded)", kind)
    dtype, body = np.dtype(kind), data[start + length :]
    if math.prod(shape) * dtype.itemsize != len(body) or math.prod(shape) > MAX_ENTRIES or not dtype.itemsize:
        raise InputError(place, f"{math.prod(shape)} entries of {kind}, as the header says", f"{len(body)} bytes")
    return np.frombuffer(body, dtype=dtype).reshape(shape, order="F" if fortran else "C")


def unpacked(source: Source) -> dict[str, np.ndarray[Any, Any]]:
    """The arrays of a `.npz` file.  Raises InputError."""
    found = {}
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
            members = archive.infolist()
            if sum(member.file_size for member in members) > MAX_BYTES or len(members) > 64:
                raise InputError(source.name, f"at most 64 arrays and {MAX_BYTES} bytes", "more")
            for member in members:
                with archive.open(member) as stream:
                    data = stream.read(MAX_BYTES)
                name = member.filename.removesuffix(".npy")
                if not re.fullmatch(r"[\w.-]{1,64}", name):
                    raise InputError(source.name, "arrays with names of letters and digits", repr(name))
                found[name] = array(f"{source.name}: {name}", data)
    except InputError:
        raise
    except Exception as error:  # zipfile and zlib raise many kinds for spoiled bytes
        raise InputError(source.name, "a .npz file", f"one that does not unpack ({type(error).__name__})") from None
    return found


def matrix(place: str, found: np.ndarray[Any, Any]) -> Matrix:
    """The entries as integers.  Raises InputError with row and column for an entry that is none."""
    if found.ndim != 2:
        raise InputError(place, "an array with two indices", f"{found.ndim}")
    if found.dtype.kind not in "biuf":
        raise InputError(place, "an array of booleans, integers or floats", found.dtype)
    rows: Matrix = []
    for i, row in enumerate(found.tolist(), 1):
        rows.append([integral(x, f"{place}: row {i}, column {j}") for j, x in enumerate(row, 1)])
    return rows


def integral(value: object, where: str) -> int:
    """An entry as an integer; booleans and integral floats are taken.  Raises InputError."""
    if isinstance(value, float) and not value.is_integer():
        raise InputError(where, "an integer, or a float that is one", value)
    if isinstance(value, bool | int | float):
        return int(value)
    raise InputError(where, "an integer", repr(value))


def sparse(place: str, arrays: dict[str, np.ndarray[Any, Any]]) -> Matrix:
    """A matrix as scipy.sparse.save_npz writes it: csr, csc or coo.  Raises InputError."""
    kind = arrays["format"].reshape(-1)[:1].tolist()
    kind = kind[0].decode("latin-1") if kind and isinstance(kind[0], bytes) else kind[0] if kind else ""
    if kind not in ("csr", "csc", "coo"):
        raise Declined(f"{place}: the sparse format {kind!r} is not read: save csr, csc or coo")
    keys = ("row", "col") if kind == "coo" else ("indices", "indptr")
    if not arrays.keys() >= set(keys):
        raise InputError(place, f"the arrays {' and '.join(keys)} of {kind}", ", ".join(sorted(arrays)))
    parts = [arrays[key].reshape(-1).tolist() for key in ("shape", *keys)]
    values = [integral(x, f"{place}: data[{i}]") for i, x in enumerate(arrays["data"].reshape(-1).tolist())]
    if not all(type(x) is int for part in parts for x in part) or len(parts[0]) != 2:
        raise InputError(place, "integers for shape and indices", "others")
    (rows, columns), one, two = parts
    if min(rows, columns) < 0 or rows * columns > MAX_ENTRIES:
        raise InputError(place, f"a shape of at most {MAX_ENTRIES} entries", (rows, columns))
    if kind == "coo":
        places = list(zip(one, two, strict=False))
    else:
        lines = rows if kind == "csr" else columns
        if len(two) != lines + 1 or two[0] != 0 or two[-1] != len(one) or sorted(two) != two:
            raise InputError(place, f"{lines + 1} increasing places in indptr", two[:8])
        major = [line for line in range(lines) for _ in range(two[line], two[line + 1])]
        places = list(zip(major, one, strict=True) if kind == "csr" else zip(one, major, strict=True))
    if not len(places) == len(values) == len(one) == len(set(places)):
        raise InputError(place, "one entry for every place", "places that differ in number or occur twice")
    found = [[0] * columns for _ in range(rows)]
    for (i, j), value in zip(places, values, strict=True):
        if not (0 <= i < rows and 0 <= j < columns):
            raise InputError(place, f"places in a {rows} by {columns} matrix", (i, j))
        found[i][j] = value
    return found
