"""Claims about codes and Clifford unitaries."""

from __future__ import annotations

from typing import Any

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
from .subject import Subject, Told

WIDE = 26  # characters of a matrix on a narrow page
MANY = 48  # terms that are printed
Claim = dict[str, Any]
PI = Name("Pi")


def parameters(n: int, k: int, d: int, p: int) -> Flow:
    """[[n,k,d]]_p."""
    inside = Row((Sign("[["), number(n), Sign("comma"), number(k), Sign("comma"), number(d), Sign("]]")))
    return flow(Index(inside, number(p)))


def code(claim: Claim, subject: Subject) -> Told:
    """[[n,k,d]]_p."""
    shown = parameters(claim["n"], claim["k"], claim["distance"], claim["p"])
    file = f"fixtures.codes.{subject.code['name']}.json"
    words: Text = (
        "The stabilizers and logical operators of ", Code(file), " are those of a code ", shown, ": the stabilizers "
        "commute and are independent, the logical operators commute with them and are conjugate to each other, and "
        "the least weight of a logical operator that is not trivial is ", flow(claim["distance"]), ".",
    )  # fmt: skip
    return Told([words, ("Below, ", flow(PI), " is the projector onto the code.")], [])


def tensored(letter: Tree, n: int) -> Tree:
    """V on every site."""
    return Power(letter, Row((Sign("tensor"), number(n))))


def unitary(name: str) -> Tree:
    """The unitary of a `clifford` claim."""
    return indexed(variable("V"), name)


def clifford(claim: Claim, subject: Subject) -> Told:
    """A matrix and what it does to displacement operators."""
    v, f = unitary(claim["id"]), claim["symplectic"]
    b, shift = variable("b"), [number(x) for x in claim["shift"]]
    symplectic = matrix([[number(x) for x in line] for line in f])
    bracket = Row((Sign("["), variable("a"), Sign("comma"), b, Sign("]")))
    t = variable("T")
    conjugation = flow(v, t, "(", b, ")", Power(v, Sign("dagger")), "equals", Power(variable("omega"), bracket),
                       t, "(", variable("F"), b, ")")  # fmt: skip
    at = joined(flow(variable("F"), "equals", symplectic, "comma"), flow(variable("a"), "equals"), listing(shift))
    sends = [f"{a} to {b}" for a, b in sorted(claim["sends"].items())]
    phases = "w = exp(2 pi i/p)" if subject.code["p"] > 2 else "w = -1"
    words: list[Text] = [
        ("The matrix ", flow(v), " is a Clifford unitary, determined up to a phase by what it does to the displacement "
         f"operators at b = (1,0) and (0,1), with {phases}."),
        ("Of the states of the family it sends " + ", ".join(sends) + "." if sends else "",),
    ]  # fmt: skip
    return Told([text for text in words if text != ("",)], [conjugation, at, *entries(v, claim["matrix"])])


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
    v = tensored(unitary(claim["clifford"]), subject.code["n"])
    return Told(
        [("The unitary ", flow(unitary(claim["clifford"])), " on every site commutes with the projector of the code.")],
        [flow(v, PI, "equals", PI, v)],
    )


def logical_action(claim: Claim, subject: Subject) -> Told:
    """What a unitary on every site does to the encoded qudit."""
    v, w = tensored(unitary(claim["clifford"]), subject.code["n"]), variable("W")
    u, target = unitary(claim["acts-as"]), Row((Sign("|"), Word(subject.target), Sign(">")))
    shown = [flow(v, w, "equals", w, u)]
    for letter, key in ((unitary(claim["clifford"]), "eigenvalue"), (u, "logical-eigenvalue")):
        factor = cyclotomic(claim[key])
        shown.append(joined(flow(letter, target, "equals"), factor if one(factor) else bracketed(factor), flow(target)))
    words: Text = ("The unitary ", flow(unitary(claim["clifford"])), " on every site acts on the encoded qudit as ",
                   flow(u), ", phases included; ", flow(w), " is the encoding isometry.")  # fmt: skip
    return Told([words], shown)


def one(formula: Flow) -> bool:
    """Whether a formula is a single term."""
    return len(formula.pieces) == 1


def twirl(claim: Claim, subject: Subject) -> Told:
    """Averaging over a group makes all noise depolarizing."""
    target, rho = Word(subject.target), Row((Name("rho"), Sign("("), subject.x, Sign(")")))
    overlap = flow(1, "minus", "<", target, "|", rho, "|", target, ">", "equals")
    words: Text = (
        f"The average over the group that {' and '.join(claim['cliffords'])} generate, of order {claim['order']} up "
        "to phases, takes every matrix to a combination of the target's projector and the identity: noise of any form "
        "becomes the noise of the family. The infidelity to the target is",
    )
    return Told([words], [joined(overlap, subject.polynomial(claim["infidelity"]))])


def enumerator(claim: Claim, subject: Subject) -> Told:
    """Weight enumerators of the stabilizer group and of its normalizer."""
    z = variable("z")
    shown = [
        joined(flow(variable(letter), "(", z, ")", "equals"), polynomial(claim[letter], [z])) for letter in ("A", "B")
    ]
    words: Text = ("The coefficient of ", flow(Power(z, variable("w"))), " counts the operators of weight ",
                   flow(variable("w")), ", phases left out, in the stabilizer group (", flow(variable("A")),
                   ") and in its normalizer (", flow(variable("B")), ").")  # fmt: skip
    return Told([words], shown)


def class_enumerator(claim: Claim, subject: Subject) -> Told:
    """Operators by the classes of their sites, and by phase."""
    count = sum(len(coset["terms"]) for coset in claim["cosets"])
    words: Text = (
        f"For each of {len(claim['cosets'])} cosets of the stabilizer group: how many of its operators have given "
        f"numbers of sites in the {len(claim['classes'])} classes of displacement operators, by phase; "
        f"{count} terms.",
    )
    if count > MANY:
        return Told([words, ("They are in the line of the statement that is named below.",)], [])
    rows: list[tuple[Text, ...]] = []
    for coset in claim["cosets"]:
        a, b = coset["logical"]
        for sites, counts in coset["terms"]:
            logical = listing([number(x) for x in (*a, *b)])
            rows.append(((logical,), (listing([number(x) for x in sites]),), (listing([number(x) for x in counts]),)))
    return Told([words], [], (("coset", "sites in each class", "operators by phase"), rows))


def classification(claim: Claim, subject: Subject) -> Told:
    """All maximal self-orthogonal ternary codes of one length."""
    words: Text = (
        f"Up to signed permutations of the coordinates there are exactly {len(claim['codes'])} maximal self-orthogonal "
        f"ternary codes of length {claim['length']}; all have dimension {claim['dimension']}. The rows of a generator "
        "matrix are words over 0, 1, 2.",
    )
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
    words: list[Text] = [
        ("Unitaries on the sites, one for each, and row operations take the encoded state 0 to the graph state below: "
         f"{count} vertices and {edges} edges with weights. The matrix F of a site is the one by which its unitary "
         "acts on displacement operators, row after row; digit j of the edges of vertex i is the weight of the edge "
         "from i to j, both counted from 0. Logical X becomes the product of the powers of Z in the last columns.",),
    ]  # fmt: skip
    rows: list[tuple[Text, ...]] = []
    for i, (local, line) in enumerate(zip(claim["local"], claim["adjacency"], strict=True)):
        f = " ".join("".join(map(str, part)) for part in local)
        powers = [(flow(row[i]),) for row in claim["vertices"]]
        rows.append(((flow(i),), (Code(f),), (Code("".join(map(str, line))),), *powers))
    powers_of = tuple(f"Z for X{m}" for m in range(1, len(claim["vertices"]) + 1))
    return Told(words, [], (("site", "F", "edges", *powers_of), rows))
