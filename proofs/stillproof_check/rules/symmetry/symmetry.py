"""`symmetry`: a Clifford unitary on every site commutes with the projector Pi of the code."""

from dataclasses import dataclass
from typing import Any

from ...entry.loader import Reader, listed, name, small
from ...entry.verdict import require
from ...operators.symplectic import Operator, apply_everywhere, clifford_phase, ordered_product, phase_order
from ...subject.established import Clifford, CodeParameters, Established
from ...subject.statement import Facts

CONVENTION = "V^(x)n Pi = Pi V^(x)n"
LEMMAS = ("displacement-group", "clifford-conjugation", "projector-symmetry")


@dataclass(frozen=True)
class Symmetry(Established):
    """That the Clifford of this claim, on every site, preserves the code."""

    clifford: str


def fields(facts: Facts) -> dict[str, Reader]:
    """The id of the `clifford` claim."""
    return {"clifford": name}


def witness(facts: Facts) -> dict[str, Reader]:
    """The matrix M with F g_i = sum_j M_ij g_j."""
    rank = len(facts.code.stabilizers)
    return {"matrix": listed(listed(small(0, facts.code.p - 1), rank), rank)}


def check(claim: dict[str, Any], line: dict[str, Any], facts: Facts) -> Established:
    """Establishes which Clifford it is."""
    code = facts.code
    facts.only(CodeParameters)
    found, order = facts.of(claim["clifford"], Clifford), phase_order(code.p)
    for i, (g, row) in enumerate(zip(code.generators, line["matrix"]), 1):
        facts.work.more(code.n * (1 + sum(row)))
        image, phase = moved(code.p, found, g)
        rebuilt, expected = ordered_product(code.p, row, code.generators, code.n)
        require(rebuilt == image, "symmetry.witness.matrix", f"F g{i} = {image}", rebuilt)
        require(phase == expected, "symmetry.phase", f"phase r^{expected} on g{i}, r of order {order}", f"r^{phase}")
    return Symmetry(claim["clifford"])


def moved(p: int, clifford: Clifford, operator: Operator) -> Operator:
    """V^(x)n operator V*^(x)n."""
    f, vector = clifford.symplectic, operator[0]
    phase = operator[1] + clifford_phase(p, f, clifford.shift, vector)
    return apply_everywhere(p, f, vector), phase % phase_order(p)
