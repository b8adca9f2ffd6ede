"""Claims about codes and Clifford unitaries."""

from __future__ import annotations

from typing import Any

from ..prose import say
from ..subject import Subject, Told
from ..tree import (
    Code,
    Flow,
    Index,
    Name,
    Number,
    Power,
    Row,
    Sign,
    Text,
    Tree,
    Word,
    bracketed,
    cyclotomic,
    flow,
    indexed,
    joined,
    listing,
    matrix,
    number,
    polynomial,
    variable,
)

WIDE = 26  # characters of a matrix on a narrow page
MANY = 48  # terms that are printed
Claim = dict[str, Any]


def projector(subject: Subject) -> Tree:
    """The letter of the projector onto the code."""
    return subject.letter("Pi", "P", "K")


def parameters(n: int, k: int, d: int, p: int) -> Flow:
    """[[n,k,d]]_p."""
    inside = Row((Sign("[["), number(n), Sign("comma"), number(k), Sign("comma"), number(d), Sign("]]")))
    return flow(Index(inside, number(p)))


def code(claim: Claim, subject: Subject) -> Told:
    """[[n,k,d]]_p."""
    shown = parameters(claim["n"], claim["k"], claim["distance"], claim["p"])
    file = Code(f"fixtures.codes.{subject.code['name']}.json")
    words = say("code", file=file, parameters=shown, distance=flow(claim["distance"]))
    return Told([words, say("code.projector", projector=flow(projector(subject)))], [])


def tensored(letter: Tree, n: int) -> Tree:
    """V on every site."""
    return Power(letter, Row((Sign("tensor"), number(n))))


def unitary(name: str, subject: Subject) -> Tree:
    """The unitary of a `clifford` claim."""
    return indexed(subject.letter("V", "U", "K"), name)


def clifford(claim: Claim, subject: Subject) -> Told:
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
    phases = "w = exp(2 pi i/p)" if subject.code["p"] > 2 else "w = -1"
    words = [say("clifford", v=flow(v), phases=phases)]
    if sends:
        words.append(say("clifford.sends", pairs=", ".join(sends)))
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


def symmetry(claim: Claim, subject: Subject) -> Told:
    """A unitary on every site commutes with the code."""
    v = tensored(unitary(claim["clifford"], subject), subject.code["n"])
    return Told(
        [say("symmetry", v=flow(unitary(claim["clifford"], subject)))],
        [flow(v, projector(subject), "equals", projector(subject), v)],
    )


def logical_action(claim: Claim, subject: Subject) -> Told:
    """What a unitary on every site does to the encoded qudit."""
    v, w = tensored(unitary(claim["clifford"], subject), subject.code["n"]), subject.letter("W", "E", "L")
    u, target = unitary(claim["acts-as"], subject), Row((Sign("|"), Word(subject.first), Sign(">")))
    shown = [flow(v, w, "equals", w, u)]
    for letter, key in ((unitary(claim["clifford"], subject), "eigenvalue"), (u, "logical-eigenvalue")):
        factor = cyclotomic(claim[key])
        shown.append(joined(flow(letter, target, "equals"), factor if one(factor) else bracketed(factor), flow(target)))
    return Told([say("logical-action", v=flow(unitary(claim["clifford"], subject)), u=flow(u), w=flow(w))], shown)


def one(formula: Flow) -> bool:
    """Whether a formula is a single term."""
    return len(formula.pieces) == 1


def twirl(claim: Claim, subject: Subject) -> Told:
    """Averaging over a group makes all noise depolarizing."""
    target, rho = Word(subject.first), Row((subject.letter("rho", "R", "S"), Sign("("), subject.x, Sign(")")))
    overlap = flow(1, "minus", "<", target, "|", rho, "|", target, ">", "equals")
    words = say(
        "twirl",
        names=", ".join(claim["cliffords"]),
        order=claim["order"],
        state=subject.first,
        most=flow(number(claim["infidelity"][1])),
    )
    return Told([words], [joined(overlap, subject.polynomial(claim["infidelity"]))])


def enumerator(claim: Claim, subject: Subject) -> Told:
    """Weight enumerators of the stabilizer group and of its normalizer."""
    z, w = subject.letter("z", "y", "s"), subject.letter("w", "l", "m")
    a, b = subject.letter("A", "C", "E"), subject.letter("B", "D", "G")
    shown = [
        joined(flow(letter, "(", z, ")", "equals"), polynomial(claim[key], [z])) for letter, key in ((a, "A"), (b, "B"))
    ]
    words = say("enumerator", power=flow(Power(z, w)), w=flow(w), a=flow(a), b=flow(b))
    return Told([words], shown)


def class_enumerator(claim: Claim, subject: Subject) -> Told:
    """Operators by the classes of their sites, and by phase."""
    count = sum(len(coset["terms"]) for coset in claim["cosets"])
    words = say("class-enumerator", cosets=len(claim["cosets"]), classes=len(claim["classes"]), terms=count)
    if count > MANY:
        return Told([words, say("class-enumerator.long")], [])
    rows: list[tuple[Text, ...]] = []
    for coset in claim["cosets"]:
        a, b = coset["logical"]
        for sites, counts in coset["terms"]:
            logical = listing([number(x) for x in (*a, *b)])
            rows.append(((logical,), (listing([number(x) for x in sites]),), (listing([number(x) for x in counts]),)))
    return Told([words], [], (("coset", "sites in each class", "operators by phase"), rows))


def classification(claim: Claim, subject: Subject) -> Told:
    """All maximal self-orthogonal ternary codes of one length."""
    classes, length, dimension = len(claim["codes"]), claim["length"], claim["dimension"]
    words = say("classification", classes=classes, length=length, dimension=dimension)
    rows: list[tuple[Text, ...]] = []
    for place, found in enumerate(claim["codes"], 1):
        words_of = ["".join(map(str, line)) for line in found["generator"]]
        matrix_rows = tuple(part for word in words_of for part in (Code(word), " "))[:-1]
        rows.append(((flow(number(place)),), (flow(number(found["automorphisms"])),), matrix_rows))
    return Told([words], [], (("code", "automorphisms", "generator matrix"), rows))


def graph_form(claim: Claim, subject: Subject) -> Told:
    """The code as a graph."""
    count = len(claim["adjacency"])
    edges = sum(1 for i, line in enumerate(claim["adjacency"]) for weight in line[i:] if weight)
    rows: list[tuple[Text, ...]] = []
    for i, (local, line) in enumerate(zip(claim["local"], claim["adjacency"], strict=True)):
        f = " ".join("".join(map(str, part)) for part in local)
        powers = [(flow(row[i]),) for row in claim["vertices"]]
        rows.append(((flow(i),), (Code(f),), (Code("".join(map(str, line))),), *powers))
    powers_of = tuple(f"Z for X{m}" for m in range(1, len(claim["vertices"]) + 1))
    return Told([say("graph-form", vertices=count, edges=edges)], [], (("site", "F", "edges", *powers_of), rows))
