"""`graph-form`: local Cliffords take the code's logical zero to the graph state of a weighted graph."""

from typing import Any

from ...entry.loader import Reader, listed, small
from ...entry.verdict import require, wellformed
from ...operators.symplectic import Vector, combination
from ...subject.established import CodeParameters, Established
from ...subject.statement import Facts

CONVENTION = (
    "unitaries V_i with V_i T(b) V_i* = T(local[i] b) up to phases take the joint +1 eigenvector of stabilizers and "
    "logical_z to that of the X_i prod_j Z_j^adjacency[i][j], and logical_x[m] times a product of stabilizers and "
    "logical_z to prod_i Z_i^vertices[m][i] up to a phase; adjacency symmetric, 0 on the diagonal"
)
LEMMAS = ("displacement-group", "graph-form")


def fields(facts: Facts) -> dict[str, Reader]:
    """A 2 x 2 matrix for each site, the weights of the edges, and a row of vertices for each encoded qudit."""
    n, entry = facts.code.n, small(0, facts.code.p - 1)
    return {
        "adjacency": listed(listed(entry, n), n),
        "local": listed(listed(listed(entry, 2), 2), n),
        "vertices": listed(listed(entry, n), facts.code.k),
    }


def witness(facts: Facts) -> dict[str, Reader]:
    """The row operations: M with M (moved stabilizers and logical_z) = (1 | adjacency)."""
    n = facts.code.n
    return {"matrix": listed(listed(small(0, facts.code.p - 1), n), n)}


def check(claim: dict[str, Any], line: dict[str, Any], facts: Facts) -> Established:
    """Establishes nothing further."""
    code, p, n = facts.code, facts.code.p, facts.code.n
    facts.only(CodeParameters)
    facts.work.more(n**3 // 4)
    local, adjacency = claim["local"], claim["adjacency"]
    for i, ((a, b), (c, d)) in enumerate(local):
        value = (a * d - b * c) % p
        require(value == 1, "graph-form.local", f"determinant 1 at site {i}", value)
        wellformed(adjacency[i][i] == 0, "graph-form.loops", f"0 on the diagonal at site {i}", adjacency[i][i])

    def moved(vector: Vector) -> Vector:
        images = [((a * x + b * y) % p, (c * x + d * y) % p) for ((a, b), (c, d)), x, y in zip(local, *vector)]
        return tuple(x for x, _ in images), tuple(y for _, y in images)

    rows = [moved(vector) for vector in (*code.stabilizers, *code.logical_z)]
    for i, coefficients in enumerate(line["matrix"]):
        u, v = combination(p, coefficients, rows, n)
        unit = tuple(int(i == j) for j in range(n))
        require(u == unit, "graph-form.witness.matrix", f"row {i} of M times the X part: {unit}", u)
        require(tuple(adjacency[i]) == v, "graph-form.adjacency", f"row {i}: {v}", adjacency[i])
    for m, (x, vertices) in enumerate(zip(code.logical_x, claim["vertices"]), 1):
        u, v = moved(x)
        exact = [(v[j] - sum(u[i] * adjacency[i][j] for i in range(n))) % p for j in range(n)]
        require(vertices == exact, "graph-form.vertices", f"for logical_x {m}: {exact}", vertices)
    return Established()
