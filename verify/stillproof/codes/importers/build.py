"""Rows of operators become a code: dependent rows are dropped and named, contradictions and non-commuting rows refused.

The product of the other rows that gives a row is multiplied out with its phase (codes/phase_space.py), so that signs
are compared and not only vectors.
"""

from __future__ import annotations

from dataclasses import dataclass

from flint import nmod_mat

from ...errors import Declined, InputError, NoCode, OverBudget
from ..code import MAX_SITES, StabilizerCode, find_logicals
from ..phase_space import PhaseVector, phase_order, product_phase
from .rows import Rows

MAX_ROWS = 1024


def few(place: str, n: int, rows: int) -> None:
    """Raises OverBudget for more sites or rows than are handled; called before any work grows with them."""
    if n > MAX_SITES:
        raise OverBudget(f"{place}: {n} sites; at most {MAX_SITES} are handled")
    if rows > MAX_ROWS:
        raise OverBudget(f"{place}: {rows} rows; at most {MAX_ROWS} are read")


@dataclass(frozen=True)
class Signed:
    """Independent operators w^s T(g)."""

    vectors: list[PhaseVector]
    signs: list[int]

    def coordinates(self, a: PhaseVector) -> list[int] | None:
        """The exponents with which the operators give T(a) up to a phase, or None."""
        if not self.vectors:
            return None if any(a.row()) else []
        matrix = nmod_mat([x.row() for x in [*self.vectors, a]], a.p).transpose()
        reduced, rank = matrix.rref()
        size = len(self.vectors)
        return [int(reduced[i, size]) for i in range(size)] if rank == size else None

    def sign(self, a: PhaseVector, powers: list[int]) -> int:
        """s with w^s T(a) in the group, for the exponents that give a."""
        total, phase, order = a * 0, 0, phase_order(a.p)
        for count, g, sign in zip(powers, self.vectors, self.signs, strict=True):
            for _ in range(count):
                phase += product_phase(total, g) + sign * (order // a.p)
                total = total + g
        return phase % order // (order // a.p)


def independent(rows: Rows, place: str) -> tuple[Signed, list[str]]:
    """The independent rows, and a sentence for each row that is dropped.  Raises NoCode."""
    zero = [0] * len(rows.vectors)
    signs = [s + t for s, t in zip(rows.signs or zero, rows.shifts or zero, strict=True)]
    kept, names, dropped = Signed([], []), list[str](), list[str]()
    for vector, sign, where in zip(rows.vectors, signs, rows.where, strict=True):
        for other, name in zip(kept.vectors, names, strict=True):
            form = other.form(vector)
            if form:
                raise NoCode(f"{place}: {name} and {where}", "commuting operators", f"symplectic form {form}")
        powers = kept.coordinates(vector)
        if powers is None:
            kept.vectors.append(vector)
            kept.signs.append(sign % rows.p)
            names.append(where)
            continue
        used = [name if count == 1 else f"{count} times {name}" for name, count in zip(names, powers) if count]
        extra = (sign - kept.sign(vector, powers)) % rows.p
        if extra:
            root = "-1" if rows.p == 2 else f"exp(2 pi i {extra}/{rows.p})"
            others = f"the product of {', '.join(used)}" if used else "the identity"
            raise NoCode(f"{place}: {where}", f"{others}, on which it depends", f"{root} times this product")
        dropped.append(f"{where} is the product of {', '.join(used)}" if used else f"{where} is the identity")
    return kept, dropped


def build(rows: Rows, place: str, name: str, source: str) -> tuple[StabilizerCode, list[str]]:
    """The code, and a sentence for each row that is dropped.

    Raises InputError (NoCode for operators of no code), Declined where nothing is encoded, OverBudget beyond a bound.
    """
    few(place, rows.n, len(rows.vectors))
    if rows.n < 1 or not rows.vectors:
        raise InputError(place, "stabilizers", "no row" if rows.n else "no site")
    kept, dropped = independent(rows, place)
    if len(kept.vectors) == rows.n:
        raise Declined(f"{place}: the code encodes nothing: {rows.n} independent stabilizers on {rows.n} sites")
    if rows.logical_x is not None and rows.logical_z is not None:
        x, z = rows.logical_x, rows.logical_z
        require_pairs(rows, kept, x, z, place)
    else:
        x, z = find_logicals(rows.p, rows.n, kept.vectors)
    found = rows.logical_x is None or rows.logical_z is None
    parts = tuple(kept.vectors), tuple(kept.signs), tuple(x), tuple(z)
    return StabilizerCode(name, rows.p, rows.n, *parts, source, found), dropped


def require_pairs(rows: Rows, kept: Signed, x: list[PhaseVector], z: list[PhaseVector], place: str) -> None:
    """Raises InputError unless the logical operators are those of the code."""
    k = rows.n - len(kept.vectors)
    if (len(x), len(z)) != (k, k):
        raise InputError(f"{place}: logical operators", f"{k} for X and {k} for Z", f"{len(x)} and {len(z)}")
    for letter, operators in (("X", x), ("Z", z)):
        for j, operator in enumerate(operators, 1):
            for g, where in zip(rows.vectors, rows.where, strict=True):
                if g.form(operator):
                    raise InputError(
                        f"{place}: {where} and logical {letter} {j}", "commuting operators", f"form {g.form(operator)}"
                    )
    for i in range(k):
        for j in range(k):
            form, apart = z[i].form(x[j]), (x[i].form(x[j]), z[i].form(z[j]))
            if form != int(i == j):
                raise InputError(f"{place}: logical Z {i + 1} and logical X {j + 1}", f"form {int(i == j)}", form)
            if any(apart):
                raise InputError(f"{place}: logical operators {i + 1} and {j + 1}", "commuting X, commuting Z", apart)


def reduced(code: StabilizerCode) -> Signed:
    """The generators of the stabilizer group that only depend on the group: reduced rows with their signs."""
    group = Signed(list(code.stabilizers), list(code.signs))
    if not group.vectors:
        return group
    matrix, _ = nmod_mat([g.row() for g in group.vectors], code.p).rref()
    n, vectors = code.n, []
    for i in range(len(group.vectors)):
        row = [int(matrix[i, j]) for j in range(2 * n)]
        vectors.append(PhaseVector.of(code.p, row[:n], row[n:]))
    return Signed(vectors, [group.sign(a, group.coordinates(a) or []) for a in vectors])


def same_group(one: StabilizerCode, other: StabilizerCode) -> bool:
    """Whether two codes have one stabilizer group, signs included."""
    return (one.p, one.n) == (other.p, other.n) and reduced(one) == reduced(other)
