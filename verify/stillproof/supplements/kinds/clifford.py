"""`clifford`: how it is told."""

from __future__ import annotations

from typing import Any

from ..expressions import no_tests
from ..prose import Prose
from ..quoted import no_values
from ..shown import WIDE, Claim, unitary
from ..subject import Subject, Told
from ..tree import (
    Flow,
    Index,
    Name,
    Number,
    Power,
    Row,
    Sign,
    Tree,
    Word,
    cyclotomic,
    flow,
    indexed,
    joined,
    listing,
    matrix,
    number,
    variable,
)

WORDS = {
    "clifford": "The matrix {v:math} is a Clifford unitary, determined up to a phase by what it does to the"
    " displacement operators at {b:math} = (1,0) and (0,1), with {phases:math}.",
    "clifford.sends": "Of the states of the family it sends {pairs:text}.",
}
PROSE = Prose(WORDS)


def told(claim: Claim, subject: Subject) -> Told:
    """A matrix and what it does to displacement operators."""
    v, f = unitary(claim["id"], subject), claim["symplectic"]
    a, b = subject.letter("a", "c", "e"), subject.letter("b", "d", "h")
    big, shift = subject.letter("F", "M", "G"), [number(x) for x in claim["shift"]]
    symplectic = matrix([[number(x) for x in line] for line in f])
    bracket = Row((Sign("["), a, Sign("comma"), b, Sign("]")))
    t = subject.letter("T", "D", "Q")
    conjugation = flow(v, t, "(", b, ")", Power(v, Sign("dagger")), "equals", Power(variable("omega"), bracket),
                       t, "(", big, b, ")")  # fmt: skip
    at = joined(flow(big, "equals", symplectic, "comma"), flow(a, "equals"), listing(shift))
    sends = [f"{a} to {b}" for a, b in sorted(claim["sends"].items())]
    p, omega = subject.code["p"], variable("omega")
    root = flow(Word("exp"), "(", number(2), variable("pi"), variable("i"), "/", number(p), ")")
    turn = root if p > 2 else flow(number(-1))
    phases = joined(flow(omega, "equals"), turn)
    words = [PROSE.say("clifford", v=flow(v), b=flow(b), phases=phases)]
    if sends:
        words.append(PROSE.say("clifford.sends", pairs=", ".join(sends)))
    return Told(words, [conjugation, at, *entries(v, claim["matrix"])])


def entries(name: Tree, value: dict[str, Any]) -> list[Flow]:
    """A matrix over Q(zeta_m), or its rows where it is wide."""
    m, den = value["m"], value["den"]
    cells = [[cyclotomic({"m": m, "den": "1", "num": cell}) for cell in line] for line in value["entries"]]
    factor: list[Tree] = [] if den == "1" else [number(f"1/{den}")]
    widest = max(sum(4 * len(cell.pieces) for cell in line) for line in cells)
    where = flow(Index(Name("zeta"), Number(str(m))), "equals", Word("exp"), "(", number(2), variable("pi"),
                 variable("i"), "/", number(m), ")")  # fmt: skip
    if widest <= WIDE:
        table = matrix([[Row(cell.pieces) for cell in line] for line in cells])
        return [flow(name, "equals", *factor, table), where]
    found = []
    for j, line in enumerate(cells):
        shown = [flow(indexed(name, str(j)), "equals", *factor, "(")]
        for i, cell in enumerate(line):
            shown.append(cell)
            shown.append(flow("comma" if i + 1 < len(line) else ")"))
        found.append(glued(joined(*shown)))
    return [*found, where]


def glued(formula: Flow) -> Flow:
    """Commas and closing brackets at the end of the piece before them."""
    pieces: list[Tree] = []
    for piece in formula.pieces:
        if piece in (Sign("comma"), Sign(")")) and pieces:
            pieces[-1] = Row((pieces[-1], piece))
        else:
            pieces.append(piece)
    return Flow(tuple(pieces))


values = no_values
self_tests = no_tests
