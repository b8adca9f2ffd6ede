"""`clifford`: an explicit one-qudit matrix is a Clifford unitary, and permutes these states."""

from typing import Any

from ...entry.loader import Reader, keyed, listed, name, no_witness, small
from ...entry.verdict import require, wellformed
from ...numbers.cyclotomic import read_matrix
from ...subject.established import Clifford, Established
from ...subject.statement import Facts

CONVENTION = "V T(b) V* = w^[shift,b] T(symplectic b) at b = (1,0) and (0,1), that is V = V_F T(shift) up to a phase"
LEMMAS = ("clifford-conjugation",)


def fields(facts: Facts) -> dict[str, Reader]:
    """The matrix, its action on displacement operators, and on members of the state's ensemble."""
    p = facts.state.p
    pair = listed(small(0, p - 1), 2)
    return {
        "matrix": lambda value: read_matrix(value, p, facts.state.fields),
        "sends": keyed(name),
        "shift": pair,
        "symplectic": listed(pair, 2),
    }


witness = no_witness  # the matrices are multiplied out


def check(claim: dict[str, Any], line: dict[str, Any], facts: Facts) -> Established:
    """Establishes the matrix and what it does."""
    p, state = facts.state.p, facts.state
    field, matrix = claim["matrix"]
    adjoint = field.adjoint(matrix)
    unitary = field.product(matrix, adjoint) == field.identity(p)
    require(unitary, "clifford.matrix.unitary", "V V* = 1", "another product")
    f, (s, t) = claim["symplectic"], claim["shift"]
    step = field.m // p
    for label, (u, v) in (("X", (1, 0)), ("Z", (0, 1))):
        phase = field.zeta(step * (t * u - s * v))
        image = field.displacement(p, (f[0][0] * u + f[0][1] * v) % p, (f[1][0] * u + f[1][1] * v) % p)
        left = field.product(matrix, field.displacement(p, u, v))
        right = [[phase * x for x in row] for row in field.product(image, matrix)]
        require(left == right, "clifford.conjugation", f"V {label} = w^[shift,b] T(F b) V", "another product")
    wellformed(field.m % state.field.m == 0, "clifford.field", f"a multiple of {state.field.m}", field.m)
    for source, target in claim["sends"].items():
        known = source in state.projectors and target in state.projectors
        wellformed(known, "clifford.sends.names", state.names, (source, target))
        images = []
        for member in (source, target):
            # an element of Q(zeta_m) inside Q(zeta_M): zeta_m = zeta_M^(M/m)
            lift = field.m // state.field.m
            images.append(
                [
                    [field.sum(field.zeta(lift * i) * x for i, x in enumerate(entry.coordinates)) for entry in row]
                    for row in state.projectors[member]
                ]
            )
        moved = field.product(field.product(matrix, images[0]), adjoint)
        require(moved == images[1], "clifford.sends", f"V P_{source} V* = P_{target}", "another projector")
    return Clifford(field, matrix, claim["symplectic"], claim["shift"], claim["sends"])
