"""`graph-form`: the code as a graph, by local Cliffords that the question names; the graph is found by linear algebra.

M. Van den Nest, J. Dehaene and B. De Moor, Phys. Rev. A 69 (2004) 022316, for qubits; M. Bahramgiri and S. Beigi,
quant-ph/0610267, for any prime.
"""

from typing import Any

from flint import nmod_mat

from ..codes.code import StabilizerCode
from ..codes.phase_space import PhaseVector
from ..errors import Declined
from ..protocols.protocol import Protocol

CONVENTION = (
    "unitaries V_i with V_i T(b) V_i* = T(local[i] b) up to phases take the joint +1 eigenvector of stabilizers and "
    "logical_z to that of the X_i prod_j Z_j^adjacency[i][j], and logical_x[m] times a product of stabilizers and "
    "logical_z to prod_i Z_i^vertices[m][i] up to a phase; adjacency symmetric, 0 on the diagonal"
)
QUESTION: tuple[str, ...] = ("local",)
Local = list[list[list[int]]]


def local(code: StabilizerCode, kept: list[int] | None = None) -> Local:
    """Matrices that lead to a graph: the Fourier transform outside a set of sites, and phases that take loops away.

    `kept` is a set of sites on which the X parts have full rank; without it, the first such set.  Raises Declined.
    """
    rows, p = zero_state(code), code.p
    if kept is None:
        reduced, rank = nmod_mat([list(row.u) for row in rows], p).rref()
        kept = [next(j for j in range(code.n) if reduced[i, j]) for i in range(rank)]
    turned = [[[1, 0], [0, 1]] if i in kept else [[0, 1], [p - 1, 0]] for i in range(code.n)]
    _, found = solved(code, turned)
    return [
        [[a, b], [(c - int(found[i, i]) * a) % p, (d - int(found[i, i]) * b) % p]]
        for i, ((a, b), (c, d)) in enumerate(turned)
    ]


def zero_state(code: StabilizerCode) -> list[PhaseVector]:
    """The stabilizers of the logical zero."""
    return [*code.stabilizers, *code.logical_z]


def moved(code: StabilizerCode, matrices: Local, a: PhaseVector) -> PhaseVector:
    """The matrices applied, each to its site."""
    images = [
        (f[0][0] * x + f[0][1] * y, f[1][0] * x + f[1][1] * y) for f, x, y in zip(matrices, a.u, a.v, strict=True)
    ]
    return PhaseVector.of(code.p, [x for x, _ in images], [y for _, y in images])


def solved(code: StabilizerCode, matrices: Local) -> tuple[nmod_mat, nmod_mat]:
    """The row operations, and what they make of the Z parts.  Raises Declined where the X parts are dependent."""
    rows = [moved(code, matrices, row) for row in zero_state(code)]
    try:
        operations = nmod_mat([list(row.u) for row in rows], code.p).inv()
    except ZeroDivisionError:
        raise Declined("the X parts are dependent: these local Cliffords lead to no graph") from None
    return operations, operations * nmod_mat([list(row.v) for row in rows], code.p)


def answer(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """The graph, and the vertices of each logical X.  Raises Declined where there is none."""
    code, matrices = protocol.code, question["local"]
    p, n = code.p, code.n
    if any((a * d - b * c) % p != 1 for (a, b), (c, d) in matrices):
        raise Declined("a matrix that is not symplectic")
    _, found = solved(code, matrices)
    weights = integers(found)
    if any(weights[i][i] for i in range(n)):
        raise Declined("a graph with loops")
    images = [moved(code, matrices, x) for x in code.logical_x]
    vertices = [[(x.v[j] - sum(x.u[i] * weights[i][j] for i in range(n))) % p for j in range(n)] for x in images]
    return {"adjacency": weights, "vertices": vertices}


def witness(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """The row operations."""
    operations, _ = solved(protocol.code, question["local"])
    return {"matrix": integers(operations)}


def integers(matrix: nmod_mat) -> list[list[int]]:
    """A matrix as lists."""
    return [[int(matrix[i, j]) for j in range(matrix.ncols())] for i in range(matrix.nrows())]
