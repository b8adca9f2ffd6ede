"""`graph-form`: how it is told."""

from __future__ import annotations

from ..expressions import no_tests
from ..prose import Prose
from ..quoted import no_values
from ..shown import Claim
from ..subject import Subject, Told
from ..tree import Code, Text, flow

WORDS = {
    "graph-form": "Unitaries on the sites, one for each, and row operations take the encoded state 0 to the graph state"
    " below: {vertices:count} vertices and {edges:count} edges with weights. The matrix F of a site is the one by which"
    " its unitary acts on displacement operators, row after row; digit j of the edges of vertex i is the weight of the"
    " edge from i to j, both counted from 0. Logical X becomes the product of the powers of Z in the last columns.",
}
PROSE = Prose(WORDS)


def told(claim: Claim, subject: Subject) -> Told:
    """The code as a graph."""
    count = len(claim["adjacency"])
    edges = sum(1 for i, line in enumerate(claim["adjacency"]) for weight in line[i:] if weight)
    rows: list[tuple[Text, ...]] = []
    for i, (local, line) in enumerate(zip(claim["local"], claim["adjacency"], strict=True)):
        f = " ".join("".join(map(str, part)) for part in local)
        powers = [(flow(row[i]),) for row in claim["vertices"]]
        rows.append(((flow(i),), (Code(f),), (Code("".join(map(str, line))),), *powers))
    powers_of = tuple(f"Z for X{m}" for m in range(1, len(claim["vertices"]) + 1))
    return Told([PROSE.say("graph-form", vertices=count, edges=edges)], [], (("site", "F", "edges", *powers_of), rows))


values = no_values
self_tests = no_tests
