"""Stabilizer codes over F_p: an object of this class has independent, commuting stabilizers and a logical pair."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec
from flint import nmod_mat

from .errors import Declined, InputError
from .files import convert, dumps, read_json, sha256
from .phase_space import PhaseVector, from_row


class CodeFile(msgspec.Struct, forbid_unknown_fields=True, tag_field="format", tag="stillproof-code/1"):
    """The format `stillproof-code/1` (docs/formats/code.md)."""

    name: str
    p: int
    n: int
    stabilizers: list[list[list[int]]]
    signs: list[int] = []
    logical_x: list[list[int]] = []
    logical_z: list[list[int]] = []
    source: str = "not stated"


@dataclass(frozen=True)
class StabilizerCode:
    """An [[n,1]]_p code with the joint +1 eigenspace of the stabilizers as code space, and where it comes from."""

    name: str
    p: int
    n: int
    stabilizers: tuple[PhaseVector, ...]
    logical_x: PhaseVector
    logical_z: PhaseVector
    source: str
    logicals_found: bool = field(default=False, compare=False)

    @cached_property
    def destabilizers(self) -> list[PhaseVector]:
        """Vectors d_j with [g_i, d_j] = 1 for i = j and 0 otherwise."""
        return dual_vectors(self.p, self.n, list(self.stabilizers))

    def coordinates(self, a: PhaseVector, basis: list[PhaseVector]) -> list[int] | None:
        """The coefficients of a in this independent basis, or None if it is outside the span."""
        matrix = nmod_mat([x.row() for x in [*basis, a]], self.p).transpose()
        reduced, rank = matrix.rref()
        return [int(reduced[i, len(basis)]) for i in range(len(basis))] if rank == len(basis) else None

    def json(self) -> dict[str, Any]:
        """The code as a `stillproof-code/1` object, logical operators included."""
        return {
            "format": "stillproof-code/1",
            "logical_x": self.logical_x.json(),
            "logical_z": self.logical_z.json(),
            "n": self.n,
            "name": self.name,
            "p": self.p,
            "source": self.source,
            "stabilizers": [g.json() for g in self.stabilizers],
        }

    def sha256(self) -> str:
        """The SHA-256 of the one spelling of the code file."""
        return sha256(dumps(self.json()) + "\n")


def read_code(path: Path) -> StabilizerCode:
    """Read and validate a code file.  Raises InputError (malformed) or Declined (outside this version)."""
    data = convert(path, read_json(path), CodeFile)

    def check(good: bool, where: str, expected: str, found: object) -> None:
        if not good:
            raise InputError(f"{path}: {where}", expected, found)

    p, n = data.p, data.n
    plain = data.name.replace("-", "").replace(".", "")
    check(
        plain.isalnum() and data.name[0].isalnum() and len(data.name) <= 64,
        "name",
        "letters, digits, '.', '-'",
        data.name,
    )
    check(data.source != "", "source", "a non-empty string", '""')
    check(2 <= p <= 97 and all(p % d for d in range(2, p)), "p", "a prime up to 97", p)
    check(1 <= n <= 64, "n", "an integer from 1 to 64", n)

    def vector(where: str, value: list[list[int]]) -> PhaseVector:
        check(len(value) == 2, where, "two lists, u and v", f"{len(value)} lists")
        for half, entries in zip("uv", value, strict=True):
            check(len(entries) == n, f"{where}, {half}", f"{n} entries", f"{len(entries)} entries")
            for i, entry in enumerate(entries):
                check(0 <= entry < p, f"{where}, {half}[{i}]", f"an entry from 0 to {p - 1}", entry)
        return PhaseVector(p, tuple(value[0]), tuple(value[1]))

    stabilizers = [vector(f"stabilizers[{i}]", value) for i, value in enumerate(data.stabilizers)]
    check(len(data.signs) in (0, len(stabilizers)), "signs", f"{len(stabilizers)} signs", f"{len(data.signs)} signs")
    for i, sign in enumerate(data.signs):
        check(0 <= sign < p, f"signs[{i}]", f"an exponent from 0 to {p - 1}", sign)
    for i, a in enumerate(stabilizers):
        for j, b in enumerate(stabilizers[:i]):
            value = a.form(b)
            check(
                value == 0, f"stabilizers[{j}] and stabilizers[{i}]", "commuting operators", f"symplectic form {value}"
            )
    rank = nmod_mat([g.row() for g in stabilizers], p).rank() if stabilizers else 0
    check(rank == len(stabilizers), "stabilizers", f"{len(stabilizers)} independent rows", f"rank {rank}")
    check((data.logical_x == []) == (data.logical_z == []), "logical_x and logical_z", "both or neither", "one of them")
    if any(data.signs):
        raise Declined(f"{path}: signs: only stabilizers with sign +1 are handled, found {data.signs}")
    if n - rank != 1:
        raise Declined(f"{path}: the code encodes {n - rank} qudits; only one encoded qudit is handled")
    if data.logical_x:
        pair = vector("logical_x", data.logical_x), vector("logical_z", data.logical_z)
        for name, operator in zip(("logical_x", "logical_z"), pair, strict=True):
            for i, g in enumerate(stabilizers):
                value = g.form(operator)
                check(value == 0, f"stabilizers[{i}] and {name}", "commuting operators", f"symplectic form {value}")
        value = pair[1].form(pair[0])
        check(value == 1, "logical_z and logical_x", "symplectic form [z,x] = 1", value)
    else:
        pair = find_logicals(p, n, stabilizers)
    return StabilizerCode(data.name, p, n, tuple(stabilizers), *pair, data.source, not data.logical_x)


def twisted(p: int, n: int, vectors: list[PhaseVector]) -> nmod_mat:
    """The matrix whose product with b as a column is ([a, b]) for every a of the list."""
    return nmod_mat([[*a.v, *(-x for x in a.u)] for a in vectors], p)


def dual_vectors(p: int, n: int, vectors: list[PhaseVector]) -> list[PhaseVector]:
    """For independent a_i: vectors d_j with [a_i, d_j] = 1 for i = j, else 0, zero outside the pivots."""
    if not vectors:
        return []
    size = len(vectors)
    matrix = twisted(p, n, vectors)
    reduced, _ = matrix.rref()
    pivots = [next(k for k in range(2 * n) if reduced[i, k]) for i in range(size)]
    square = nmod_mat([[int(matrix[i, k]) for k in pivots] for i in range(size)], p).inv()
    duals = []
    for j in range(size):
        row = [0] * (2 * n)
        for i, k in enumerate(pivots):
            row[k] = int(square[i, j])
        duals.append(from_row(p, row))
    return duals


def find_logicals(p: int, n: int, stabilizers: list[PhaseVector]) -> tuple[PhaseVector, PhaseVector]:
    """A logical pair x, z with [z, x] = 1: the first two normalizer vectors that do not commute, rescaled."""
    if stabilizers:
        kernel, nullity = twisted(p, n, stabilizers).nullspace()
        normalizer = [from_row(p, [int(kernel[i, j]) for i in range(2 * n)]) for j in range(nullity)]
    else:
        normalizer = [from_row(p, [int(i == j) for i in range(2 * n)]) for j in range(2 * n)]
    for i, x in enumerate(normalizer):
        for z in normalizer[i + 1 :]:
            value = z.form(x)
            if value:
                return x, z * pow(value, -1, p)
    raise AssertionError("an [[n,1]] code has a logical pair")
