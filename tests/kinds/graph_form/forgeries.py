"""Forgeries of `graph-form` claims: each is refused first by a check of this kind."""

from __future__ import annotations

from edits import added, certificate, statement
from forge import MALFORMED, REFUSED
from stillproof_check.rules.table import RULES

CLAIM = (
    '"adjacency":%s,"convention":"'
    + RULES["graph-form"].CONVENTION
    + '","id":"graph","kind":"graph-form","local":%s,"place":"test","vertices":%s}'
)

HONEST = CLAIM % ("[[0,1],[1,0]]", "[[[1,0],[2,1]],[[1,0],[0,1]]]", "[[2,2]]")

FORGERIES = [
    statement(
        "graph-form.local/1",
        REFUSED,
        "local",
        HONEST,
        CLAIM % ("[[0,2],[1,0]]", "[[[1,0],[2,1]],[[1,0],[0,2]]]", "[[2,1]]"),
        "determinant 2: no unitary, and the weights depend on the direction",
    ),
    statement(
        "graph-form.local/2", REFUSED, "local", '"local":[[[1,0],[2,1]]', '"local":[[[0,0],[2,1]]', "determinant 0"
    ),
    statement(
        "graph-form.loops/1",
        MALFORMED,
        "local",
        HONEST,
        CLAIM % ("[[1,1],[1,0]]", "[[[1,0],[0,1]],[[1,0],[0,1]]]", "[[2,2]]"),
        "a loop at the first site",
    ),
    certificate(
        "graph-form.witness.matrix/1", REFUSED, "local", '"matrix":[[1,1]', '"matrix":[[1,2]', "other row operations"
    ),
    certificate("graph-form.witness.matrix/2", REFUSED, "local", "[0,1]]}}", "[0,0]]}}", "a row is lost"),
    added(
        "graph-form.witness.matrix/3",
        REFUSED,
        "local",
        "graph-form",
        {"adjacency": [[0, 0], [0, 0]], "local": [[[1, 0], [2, 1]], [[1, 0], [0, 1]]], "vertices": [[2, 0]]},
        "row operations that make everything 0",
        '{"matrix":[[0,0],[0,0]]}',
    ),
    statement(
        "graph-form.adjacency/1", REFUSED, "local", '"adjacency":[[0,1],[1,0]]', '"adjacency":[[0,2],[2,0]]', "a weight"
    ),
    statement("graph-form.adjacency/2", REFUSED, "local", '"adjacency":[[0,1]', '"adjacency":[[0,0]', "an edge lost"),
    statement(
        "graph-form.adjacency/3", REFUSED, "local", '[1,0]],"convention":"u', '[0,0]],"convention":"u', "the same edge"
    ),
    statement(
        "graph-form.vertices/1", REFUSED, "local", '"vertices":[[2,2]]', '"vertices":[[2,1]]', "another power of Z"
    ),
    statement(
        "graph-form.vertices/2", REFUSED, "local", '"vertices":[[2,2]]', '"vertices":[[0,2]]', "a vertex left out"
    ),
]
