"""Outcomes that could be undone: how many stabilizers Cliffords that fix every state of the family can restore to +1.

Measured first, m independent stabilizers that can all be restored have p^m outcomes that are equally likely, and then
give the same output.  So the success probability is p^m times that of all outcomes +1.

What fixes the family is asked of its states, not of the members that a state file mixes them from, and all Cliffords
are tried, whatever the file names.  Such a Clifford restores an outcome of T(a) if it maps T(a) to w^c T(a), c != 0.
"""

from __future__ import annotations

from collections.abc import Iterator

from flint import nmod_mat

from ..codes.clifford import Clifford
from ..codes.code import StabilizerCode
from ..codes.phase_space import PhaseVector
from ..protocols.matching import fixes_family, symplectic_group
from ..protocols.state import Site, StateFamily


def lines(p: int) -> Iterator[Site]:
    """One displacement of every line through (0, 0)."""
    yield 0, 1
    for v in range(p):
        yield 1, v


def restored(state: StateFamily) -> Iterator[Site]:
    """The lines on which a Clifford that fixes the family multiplies every displacement but 1 with a root of unity."""
    p = state.p
    for a in lines(p):
        bare = PhaseVector(p, (a[0],), (a[1],))
        found = (
            Clifford(p, f, shift)
            for f in symplectic_group(p)
            if ((f[0][0] * a[0] + f[0][1] * a[1]) % p, (f[1][0] * a[0] + f[1][1] * a[1]) % p) == a
            for shift in state.sites
        )
        if any(clifford.phase(bare) and fixes_family(state, clifford) for clifford in found):
            yield a


def shifts(state: StateFamily) -> list[Site]:
    """The displacements other than 1 that fix the family."""
    return [b for b in state.sites[1:] if fixes_family(state, Clifford(state.p, ((1, 0), (0, 1)), b))]


def most(code: StabilizerCode, state: StateFamily) -> int:
    """The largest number of independent stabilizers that can be restored together.

    These are products of the generators with every site on one line of `restored`; or, where displacements fix the
    family, what does not commute with all of them.
    """
    rank = len(code.stabilizers)
    found = [rank - commuting(code, [a]) for a in restored(state)] if rank else []
    return max([*found, commuting(code, shifts(state)) if rank else 0])


def commuting(code: StabilizerCode, displacements: list[Site]) -> int:
    """The rank of the commutators of the stabilizers with these displacements, each on each site alone."""
    if not displacements:
        return 0
    rows = [
        [(x * v - y * u) % code.p for u, v in displacements for x, y in zip(g.u, g.v, strict=True)]
        for g in code.stabilizers
    ]
    return int(nmod_mat(rows, code.p).rank())
