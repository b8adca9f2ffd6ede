"""`symmetry`: a Clifford unitary on every site commutes with the projector Pi of the code."""

from typing import Any

from ..loader import Reader, listed, name, small
from ..statement import Facts
from ..symplectic import Vector, apply_everywhere, combination
from ..verdict import require

CONVENTION = "V^(x)n Pi = Pi V^(x)n"
LEMMAS = ("displacement-group", "clifford-conjugation", "projector-symmetry")


def fields(facts: Facts) -> dict[str, Reader]:
    """The id of the `clifford` claim."""
    return {"clifford": name}


def witness(facts: Facts) -> dict[str, Reader]:
    """The matrix M with F g_i = sum_j M_ij g_j."""
    rank = len(facts.code.stabilizers)
    return {"matrix": listed(listed(small(0, facts.code.p - 1), rank), rank)}


def total_shift(facts: Facts, shift: list[int], a: Vector) -> int:
    """The exponent of w in the phase that V^(x)n picks up on T(a): sum_i [shift, a_i]."""
    exponents = [shift[1] * u - shift[0] * v for u, v in zip(a[0], a[1])]
    return sum(exponents) % facts.code.p


def check(claim: dict[str, Any], line: dict[str, Any], facts: Facts) -> dict[str, Any]:
    """Establishes the Clifford's id, as `clifford`."""
    code = facts.code
    facts.only("code")
    found = facts.of(claim["clifford"], "clifford")
    for i, (g, row) in enumerate(zip(code.stabilizers, line["matrix"]), 1):
        phase = total_shift(facts, found["shift"], g)
        require(phase == 0, "symmetry.phase", "phase 1", f"w^{phase} on g{i}")
        image = apply_everywhere(code.p, found["symplectic"], g)
        rebuilt = combination(code.p, row, code.stabilizers, code.n)
        require(rebuilt == image, "symmetry.witness.matrix", f"F g{i} = {image}", rebuilt)
    return {"clifford": claim["clifford"]}
