"""Stabilizer codes over F_p: an object of this class has independent, commuting stabilizers and a logical pair."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec
from flint import nmod_mat

from ..errors import Declined, InputError, NoCode, OverBudget
from ..files.text import convert, dumps, read_json, sha256
from .phase_space import PhaseVector, from_row, phase_order, product_phase

MAX_SITES = 64  # as in the checker


class CodeFile(msgspec.Struct, forbid_unknown_fields=True, tag_field="format", tag="stillproof-code/1"):
    """The format `stillproof-code/1` (docs/formats/code.md)."""

    name: str
    p: int
    n: int
    stabilizers: list[list[list[int]]]
    signs: list[int] = []
    logical_x: list[Any] = []
    logical_z: list[Any] = []
    source: str = "not stated"


@dataclass(frozen=True)
class StabilizerCode:
    """An [[n,k]]_p code: the states that w^sign T(g) fixes, for every stabilizer g and its sign.

    T(g) is the displacement operator of g, and w = exp(2 pi i/p).  `source` says where the code is from.
    """

    name: str
    p: int
    n: int
    stabilizers: tuple[PhaseVector, ...]
    signs: tuple[int, ...]
    logical_x: tuple[PhaseVector, ...]
    logical_z: tuple[PhaseVector, ...]
    source: str
    logicals_found: bool = field(default=False, compare=False)

    @property
    def k(self) -> int:
        """The number of encoded qudits."""
        return self.n - len(self.stabilizers)

    @property
    def logicals(self) -> list[PhaseVector]:
        """All logical X and Z operators."""
        return [*self.logical_x, *self.logical_z]

    def used(self, outputs: Iterable[int]) -> int:
        """The number of sites on which a stabilizer acts, or a logical operator of these outputs, counted from 0."""
        logicals = [pair[j] for j in outputs for pair in (self.logical_x, self.logical_z)]
        acting = [*self.stabilizers, *logicals]
        return sum(any(x.u[i] or x.v[i] for x in acting) for i in range(self.n))

    def encoded(self, a: Sequence[int], b: Sequence[int]) -> tuple[PhaseVector, int]:
        """The encoded T(a|b) as (c, e), for r^e T(c) with r of order `phase_order(p)`."""
        zero = (0,) * self.n
        total, phase = (
            PhaseVector(self.p, zero, zero),
            sum(map(int.__mul__, a, b)) * (1 if self.p == 2 else (self.p + 1) // 2),
        )
        for exponent, operator in zip([*a, *b], self.logicals, strict=True):
            for _ in range(exponent):
                phase += product_phase(total, operator)
                total = total + operator
        return total, phase % phase_order(self.p)

    @cached_property
    def destabilizers(self) -> list[PhaseVector]:
        """Vectors d_j with [g_i, d_j] = 1 for i = j and 0 otherwise, that commute with the logical operators."""
        rank = len(self.stabilizers)
        return dual_vectors(self.p, self.n, [*self.stabilizers, *self.logicals])[:rank]

    def coordinates(self, a: PhaseVector, basis: list[PhaseVector]) -> list[int] | None:
        """The coefficients of a in this independent basis, or None if it is outside the span."""
        matrix = nmod_mat([x.row() for x in [*basis, a]], self.p).transpose()
        reduced, rank = matrix.rref()
        return [int(reduced[i, len(basis)]) for i in range(len(basis))] if rank == len(basis) else None

    def json(self) -> dict[str, Any]:
        """The code as a `stillproof-code/1` object, logical operators included."""
        return {
            "format": "stillproof-code/1",
            "logical_x": spelled(self.logical_x),
            "logical_z": spelled(self.logical_z),
            "n": self.n,
            "name": self.name,
            "p": self.p,
            **({"signs": list(self.signs)} if any(self.signs) else {}),
            "source": self.source,
            "stabilizers": [g.json() for g in self.stabilizers],
        }

    def sha256(self) -> str:
        """The SHA-256 of the one spelling of the code file."""
        return sha256(dumps(self.json()) + "\n")


def read_code(path: Path) -> StabilizerCode:
    """Read and validate a code file.  Raises InputError (malformed), Declined (outside this version) or OverBudget."""
    data = convert(path, read_json(path), CodeFile)

    def check(good: bool, where: str, expected: str, found: object, error: type[InputError] = InputError) -> None:
        if not good:
            raise error(f"{path}: {where}", expected, found)

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
    check(n >= 1, "n", f"an integer from 1 to {MAX_SITES}", n)
    if n > MAX_SITES:
        raise OverBudget(f"{path}: {n} sites; at most {MAX_SITES} are handled")

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
            where = f"stabilizers[{j}] and stabilizers[{i}]"
            check(value == 0, where, "commuting operators", f"symplectic form {value}", NoCode)
    rank = nmod_mat([g.row() for g in stabilizers], p).rank() if stabilizers else 0
    check(rank == len(stabilizers), "stabilizers", f"{len(stabilizers)} independent rows", f"rank {rank}")
    check((data.logical_x == []) == (data.logical_z == []), "logical_x and logical_z", "both or neither", "one of them")
    k = n - rank
    if k == 0:
        raise Declined(f"{path}: the code encodes nothing: {n} stabilizers on {n} sites")
    signs = tuple(data.signs) or (0,) * rank
    if data.logical_x:
        x: list[PhaseVector] = []
        z: list[PhaseVector] = []
        for name, given, found in (("logical_x", data.logical_x, x), ("logical_z", data.logical_z, z)):
            several: list[Any] = [given] if k == 1 else given
            check(len(several) == k, name, f"{k} vectors", f"{len(several)}")
            for j, entry in enumerate(several):
                where = name if k == 1 else f"{name}[{j}]"
                good = isinstance(entry, list) and all(
                    isinstance(half, list) and all(type(c) is int for c in half) for half in entry
                )
                check(good, where, "two lists of integers, u and v", entry)
                operator = vector(where, entry)
                for i, g in enumerate(stabilizers):
                    form = g.form(operator)
                    check(form == 0, f"stabilizers[{i}] and {where}", "commuting operators", f"symplectic form {form}")
                found.append(operator)
        for i in range(k):
            for j in range(k):
                form = z[i].form(x[j])
                check(form == int(i == j), f"logical_z[{i}] and logical_x[{j}]", f"form {int(i == j)}", form)
                apart = x[i].form(x[j]), z[i].form(z[j])
                check(apart == (0, 0), f"logical operators {i} and {j}", "commuting x, commuting z", apart)
    else:
        x, z = find_logicals(p, n, stabilizers)
    return StabilizerCode(
        data.name, p, n, tuple(stabilizers), signs, tuple(x), tuple(z), data.source, not data.logical_x
    )


def spelled(operators: tuple[PhaseVector, ...]) -> Any:
    """The logical operators of a code file: one vector, or a list of several."""
    rows = [operator.json() for operator in operators]
    return rows[0] if len(rows) == 1 else rows


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


def find_logicals(p: int, n: int, stabilizers: list[PhaseVector]) -> tuple[list[PhaseVector], list[PhaseVector]]:
    """Logical pairs with [z_i, x_i] = 1 and all else commuting: symplectic Gram-Schmidt in the normalizer."""
    if stabilizers:
        kernel, nullity = twisted(p, n, stabilizers).nullspace()
        rest = [from_row(p, [int(kernel[i, j]) for i in range(2 * n)]) for j in range(nullity)]
    else:
        rest = [from_row(p, [int(i == j) for i in range(2 * n)]) for j in range(2 * n)]
    found: tuple[list[PhaseVector], list[PhaseVector]] = [], []
    while len(found[0]) < n - len(stabilizers):
        x, z = next((a, b) for i, a in enumerate(rest) for b in rest[i + 1 :] if b.form(a))
        z = z * pow(z.form(x), -1, p)
        # a - [z,a] x + [x,a] z commutes with both
        rest = [a + x * -z.form(a) + z * x.form(a) for a in rest if a is not x]
        found[0].append(x)
        found[1].append(z)
    return found
