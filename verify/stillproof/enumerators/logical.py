"""A logical operator of least weight, once the distance is known: information sets (Prange 1962) in a fixed order."""

from __future__ import annotations

from random import Random

from ..codes.code import StabilizerCode
from ..codes.phase_space import PhaseVector, from_row
from ..errors import Declined
from . import vanishing

ROUNDS = 20_000


def least_logical(code: StabilizerCode, distance: int) -> PhaseVector:
    """The first one found; the same one on every run.  Raises Declined where the search ends without one."""
    rows = [x.row() for x in [*code.stabilizers, *code.logicals]]
    random = Random(code.n)  # noqa: S311 - any fixed order will do
    for _ in range(ROUNDS):
        order = random.sample(range(code.n), code.n)
        # keep emptying sites until only the stabilizers would be left
        kept = rows
        for site in order:
            fewer = vanishing(code.p, vanishing(code.p, kept, site), code.n + site)
            if any(moves(code, row) for row in fewer):
                kept = fewer
        for row in kept:
            found = from_row(code.p, row)
            if found.weight() == distance and moves(code, row):
                return found
    raise Declined(f"no logical operator of weight {distance} was found in {ROUNDS} rounds")


def moves(code: StabilizerCode, row: list[int]) -> bool:
    """Whether an element of the normalizer is outside the stabilizer group."""
    found = from_row(code.p, row)
    return any(found.form(logical) for logical in code.logicals)
