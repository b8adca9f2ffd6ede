"""What a Clifford unitary on every site does to a code: to its stabilizers, and to the encoded qudit."""

from __future__ import annotations

from collections.abc import Sequence

from ..errors import Declined
from .clifford import Clifford
from .code import StabilizerCode
from .phase_space import PhaseVector, phase_order, product_phase


def phase_of(code: StabilizerCode, first: tuple[PhaseVector, int], row: Sequence[int]) -> int:
    """e with first g_1^row_1 g_2^row_2 ... = r^e T(sum), the stabilizers with their signs."""
    total, phase = first
    order = phase_order(code.p)
    for count, g, sign in zip(row, code.stabilizers, code.signs, strict=True):
        for _ in range(count):
            phase += product_phase(total, g) + sign * (order // code.p)
            total = total + g
    return phase % order


def reexpressed(code: StabilizerCode, clifford: Clifford) -> list[list[int]]:
    """M with F g_i = sum_j M_ij g_j.  Raises Declined if the unitary does not preserve the code."""
    zero, order = PhaseVector(code.p, (0,) * code.n, (0,) * code.n), phase_order(code.p)
    rows = []
    for i, (g, sign) in enumerate(zip(code.stabilizers, code.signs, strict=True), 1):
        row = code.coordinates(clifford.everywhere(g), list(code.stabilizers))
        moved = (clifford.phase(g) + sign * (order // code.p)) % order
        if row is None or moved != phase_of(code, (zero, 0), row):
            raise Declined(f"it takes g{i} out of the stabilizer group")
        rows.append(row)
    return rows


def logical_clifford(code: StabilizerCode, clifford: Clifford) -> tuple[Clifford, list[int], list[int]]:
    """What the unitary on every site does to the encoded qudit, with the coefficients of the stabilizers."""
    if code.k != 1:
        raise Declined(f"{code.k} encoded qudits")
    basis = [*code.logicals, *code.stabilizers]
    order, columns, phases = phase_order(code.p), [], []
    for operator in code.logicals:
        found = code.coordinates(clifford.everywhere(operator), basis)
        if found is None:
            raise Declined("it takes a logical operator out of the normalizer")
        columns.append(found)
        expected = phase_of(code, code.encoded([found[0]], [found[1]]), found[2:])
        extra, rest = divmod((clifford.phase(operator) - expected) % order, order // code.p)
        if rest:
            raise Declined("it takes a logical operator to a multiple that no Clifford gives")
        phases.append(extra)
    x, z = columns
    shift = (-phases[1] % code.p, phases[0])
    return Clifford(code.p, ((x[0], z[0]), (x[1], z[1])), shift), x[2:], z[2:]
