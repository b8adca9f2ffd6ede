"""`logical-action`: what a Clifford unitary on every site does to the encoded qudit, phase included."""

from typing import Any

from ..cyclotomic import Element, read_element
from ..loader import Reader, listed, name, small
from ..statement import Facts
from ..symplectic import apply_everywhere, combination
from ..verdict import require, supported
from .symmetry import total_shift

CONVENTION = "V^(x)n W = W U for the encoding isometry W that takes T(a|b) to T(a logical_x + b logical_z)"
LEMMAS = ("clifford-conjugation", "logical-action")


def fields(facts: Facts) -> dict[str, Reader]:
    """The ids of the `clifford` claims of V and U, and the eigenvalues of both on the target."""
    state = facts.state
    return {
        "acts-as": name,
        "clifford": name,
        "eigenvalue": lambda value: read_element(value, state.field),
        "logical-eigenvalue": lambda value: read_element(value, state.field),
        "of": name,
    }


def witness(facts: Facts) -> dict[str, Reader]:
    """Coefficients of the stabilizers in F logical_x and in F logical_z."""
    row = listed(small(0, facts.code.p - 1), len(facts.code.stabilizers))
    return {"x": row, "z": row}


def check(claim: dict[str, Any], line: dict[str, Any], facts: Facts) -> dict[str, Any]:
    """Establishes nothing further."""
    code, state, p = facts.code, facts.state, facts.code.p
    symmetric = [result["clifford"] for kind, result in facts.by_id.values() if kind == "symmetry"]
    supported(claim["clifford"] in symmetric, "logical-action.symmetry", symmetric, claim["clifford"])
    v, u = facts.of(claim["clifford"], "clifford"), facts.of(claim["acts-as"], "clifford")
    for at, letter, operator in ((0, "x", code.logical_x), (1, "z", code.logical_z)):
        a, b = (row[at] for row in u["symplectic"])
        image = apply_everywhere(p, v["symplectic"], operator)
        rebuilt = combination(p, [a, b, *line[letter]], [code.logical_x, code.logical_z, *code.stabilizers], code.n)
        require(rebuilt == image, "logical-action.witness.image", f"F logical_{letter} = {image}", rebuilt)
        phase = total_shift(facts, v["shift"], operator)
        logical = (u["shift"][1], -u["shift"][0])[at] % p
        require(phase == logical, "logical-action.shift", f"w^{phase} on logical_{letter}", f"w^{logical}")
    # The phase: the encoded target is an eigenvector of both sides.
    found = facts.of(claim["of"], "map")
    reaches = found["num"][0] == 0 and found["p_num"][0] != 0 and state.starts_pure()
    supported(reaches, "logical-action.target", "a map of the target to itself, with some success", "none")
    for key, result in (("eigenvalue", v), ("logical-eigenvalue", u)):
        field, projector = state.field, state.projectors[state.target]
        supported(result["field"].m == field.m, "logical-action.field", f"zeta_{field.m}", result["field"].m)
        moved = field.product(result["matrix"], projector)
        scaled = [[field.multiply(claim[key], x) for x in row] for row in projector]
        require(moved == scaled, "logical-action.eigenvalue", "V P = eigenvalue P for the target's P", key)
    total: Element = state.field.power(claim["eigenvalue"], code.n)
    same = total == claim["logical-eigenvalue"]
    require(same, "logical-action.phase", f"eigenvalue^{code.n} = {state.field.show(total)}", "another")
    return {}
