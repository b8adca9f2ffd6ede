"""`wigner`: how it is told, what a paper quotes from it, and its self-tests."""

from __future__ import annotations

from ...exact.reading import rational
from ...statements.stated import Stated
from ..expressions import Test, Tests, call, poly
from ..prose import Prose
from ..quoted import Found, plain
from ..shown import WIDE, Claim
from ..subject import Subject, Told
from ..tree import Row, Sign, Text, flow, matrix, number, polynomial, spelled

WORDS = {
    "wigner": "The discrete Wigner function of the family, row {u:math}, column {v:math}, counted from 0, has a"
    " negative value for {below:math} and none for {above:math}. Stabilizer operations make no state with a negative"
    " value from states without one.",
    "value.wigner": "{x:name} from which on the Wigner function has no negative value",
}
PROSE = Prose(WORDS)


def told(claim: Claim, subject: Subject) -> Told:
    """The Wigner function."""
    cells = [[polynomial(cell, [subject.x]) for cell in line] for line in claim["function"]]
    x = subject.x
    w, u, v = subject.letter("W", "F", "G"), subject.letter("u", "a", "b"), subject.letter("v", "c", "d")
    name = Row((w, Sign("("), u, Sign("comma"), v, Sign(")")))
    below = flow(number(0), "most", x, "less", number(claim["bound"]))
    above = flow(x, "least", number(claim["bound"]))
    said = [PROSE.say("wigner", below=below, above=above, u=flow(u), v=flow(v))]
    widest = max(sum(6 * len(cell.pieces) for cell in line) for line in cells)
    if widest <= WIDE + 10:
        table = matrix([[Row(cell.pieces) for cell in line] for line in cells])
        return Told(said, [flow(name, "equals", table)])
    rows: list[tuple[Text, ...]] = [
        ((flow(i),), (flow(j),), (cell,)) for i, line in enumerate(cells) for j, cell in enumerate(line)
    ]
    head = (spelled(u), spelled(v), f"{spelled(w)}({spelled(u)},{spelled(v)})")
    return Told(said, [], (head, rows))


def values(claim: Claim, subject: Subject) -> Found:
    """Where the Wigner function stops to be negative."""
    yield plain("bound", PROSE.words("value.wigner", x=subject.parameters[0]), claim["bound"])


def self_tests(claim: Claim, stated: Stated) -> Tests:
    """The values add up to 1; at the bound none is negative and one vanishes."""
    cells = [cell for line in claim["function"] for cell in line]
    yield Test("the values add up to 1", "+".join(poly(cell) for cell in cells), "zero", "1")
    at = [rational(cell[0]) + rational(cell[1]) * rational(claim["bound"]) for cell in cells]
    least = cells[at.index(min(at))]
    yield Test("the least value at the bound", call("at", poly(least), claim["bound"]), ">=", "0")
