"""`logical-action`: what a Clifford unitary on every site does to the encoded qudit, phase included."""

from math import prod
from typing import Any

from ...entry.loader import Reader, listed, name, small
from ...entry.verdict import require, supported
from ...numbers.cyclotomic import Element, read_element
from ...operators.symplectic import clifford_phase, ordered_product, phase_order
from ...subject.established import Clifford, Established, Map
from ...subject.statement import Facts
from .symmetry import Symmetry, moved

CONVENTION = "V^(x)n W = W U for the encoding isometry W with W X = T(logical_x) W and W Z = T(logical_z) W"
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


def check(claim: dict[str, Any], line: dict[str, Any], facts: Facts) -> Established:
    """Establishes nothing further."""
    code, state, p = facts.code, facts.state, facts.code.p
    supported(code.k == 1, "logical-action.k", "one encoded qudit", code.k)
    symmetric = [result.clifford for result in facts.by_id.values() if isinstance(result, Symmetry)]
    supported(claim["clifford"] in symmetric, "logical-action.symmetry", symmetric, claim["clifford"])
    v, u = facts.of(claim["clifford"], Clifford), facts.of(claim["acts-as"], Clifford)
    order = phase_order(p)
    for bare, letter in (((1, 0), "x"), ((0, 1), "z")):
        facts.work.more(code.n * (1 + sum(line[letter])))
        image, phase = moved(p, v, code.encoded([bare[0]], [bare[1]]))
        a, b = (row[0] * bare[0] + row[1] * bare[1] for row in u.symplectic)
        encoded = code.encoded([a], [b])
        rebuilt, expected = ordered_product(p, [1, *line[letter]], [encoded, *code.generators], code.n)
        require(rebuilt == image, "logical-action.witness.image", f"F logical_{letter} = {image}", rebuilt)
        expected += clifford_phase(p, u.symplectic, u.shift, ((bare[0],), (bare[1],)))
        same = phase == expected % order
        require(same, "logical-action.shift", f"r^{phase} on logical_{letter}, r of order {order}", f"r^{expected}")
    # The phase: the encoded target is an eigenvector of both sides.
    found = facts.of(claim["of"], Map)
    functions = found.functions.values()
    frame = found.frame == {"shift": [0, 0], "symplectic": [[1, 0], [0, 1]]}
    reaches = frame and not any(at_zero(one.num) for one in functions) and at_zero(found.success.num) != 0
    reaches = reaches and state.starts_pure()
    supported(reaches, "logical-action.target", "a map of the target to itself, with some success", "none")
    for key, result in (("eigenvalue", v), ("logical-eigenvalue", u)):
        field, projector = state.field, state.projectors[state.target]
        supported(result.field.m == field.m, "logical-action.field", f"zeta_{field.m}", result.field.m)
        turned = field.product(result.matrix, projector)
        scaled = [[claim[key] * x for x in row] for row in projector]
        require(turned == scaled, "logical-action.eigenvalue", "V P = eigenvalue P for the target's P", key)
    total: Element = prod([claim["eigenvalue"]] * code.n, start=state.field.one)
    same = total == claim["logical-eigenvalue"]
    require(same, "logical-action.phase", f"eigenvalue^{code.n} = {total}", "another")
    return Established()


def at_zero(a: Any) -> int:
    """A polynomial of a claim where all parameters are 0."""
    constant: list[int] = a[0] if isinstance(a[0], list) else a
    return constant[0] if constant else 0
