"""Forgeries of `symmetry` claims: each is refused first by a check of this kind."""

from __future__ import annotations

from edits import certificate, statement
from forge import REFUSED

FORGERIES = [
    statement("symmetry.phase/1", REFUSED, "bare", '{"clifford":"H"', '{"clifford":"HD"', "the shift gives g2 a phase"),
    statement("symmetry.phase/2", REFUSED, "skew", '{"clifford":"D12"', '{"clifford":"D"', "w on g1"),
    certificate(
        "symmetry.witness.matrix/1", REFUSED, "bare", '"matrix":[[0,0,1,0]', '"matrix":[[0,0,2,0]', "another element"
    ),
    statement("symmetry.witness.matrix/2", REFUSED, "bare", '{"clifford":"H"', '{"clifford":"one"', "another unitary"),
]
