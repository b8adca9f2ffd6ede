"""Write instances/*.v from the statements, the codes, the states and the certificates: no number is typed by hand.

An instance has the data as Coq terms, lets the kernel run the checking function on them, and ends with a proof of
claim_<n> for the n-th claim of the statement, for every claim that the theory proves.  What these proofs have to prove
is not said here: claim_types.py says it, and Coq compares.  Only numbers are written, and names fixed in this file.

Usage: python3 instance.py [--check]     (--check: only compare with the committed files; exit 1 when one differs)
"""

import sys
from fractions import Fraction
from math import comb, lcm
from pathlib import Path

from claim_types import READ
from reading import COMMITTED, Refusal, rational, read, shaped, supported, wellformed, whole

HERE = Path(__file__).resolve().parent
WIDTH = 116
MAX_CONSTANT = 1000


def wrap(items, open_with, close_with, indent):
    """A Coq list over several lines."""
    lines, line = [], open_with
    for k, item in enumerate(items):
        piece = item + (";" if k < len(items) - 1 else close_with)
        if len(line) + len(piece) + 1 > WIDTH:
            lines.append(line)
            line = " " * (indent + 4) + piece
        else:
            line += " " + piece
    return "\n".join([*lines, line])


def digits(numbers):
    """The numbers, as Coq reads them."""
    return [str(whole(number)) for number in numbers]


def listed(numbers):
    """A Coq list of naturals or integers."""
    return "[:: " + "; ".join(digits(numbers)) + "]"


def vector(pair):
    """A vector (u|v)."""
    return f"({listed(pair[0])}, {listed(pair[1])})"


def vectors(pairs):
    """A list of vectors."""
    return "[:: " + ";\n      ".join(map(vector, pairs)) + "]%N"


def polynomial(name, coefficients):
    """A definition of integer coefficients, low degree first."""
    return f"Definition {name} : seq Z :=\n" + wrap(digits(coefficients), "  [::", "].", 2) + "\n"


def polynomial2(name, rows):
    """A definition of integer coefficients in two variables, rows by the power of the first."""
    rows = (wrap(digits(row), "[::", "]", 4) if row else "[::]" for row in rows)
    return f"Definition {name} : seq (seq Z) :=\n  [:: " + ";\n      ".join(rows) + "].\n"


def fraction(value):
    """Numerator and denominator, as a pair."""
    return f"({value.numerator}, {value.denominator})"


def real(value):
    """A rational number as the quotient of two integers."""
    top = f"({value.numerator})" if value < 0 else value.numerator
    return f"zr R {top}%coq_Z / zr R {value.denominator}%coq_Z"


def entries(matrix, p):
    """A matrix over Q(zeta_m), m = 8, 12 or 24."""
    m = whole(matrix["m"])
    supported(m in (8, 12, 24), "kernel.matrix.field", "m = 8, 12 or 24", m)
    rows = ["[:: " + "; ".join(map(listed, row)) + "]" for row in matrix["entries"]]
    table = ";\n       ".join(rows)
    return f"entries {p} (zeta{m} R)\n    ([:: {table}])%coq_Z {whole(matrix['den'])}%coq_Z"


def gates(clifford):
    """A shortest product of H and N with the action of a `clifford` claim, as a Coq list."""
    p, wanted = 3, tuple(map(tuple, clifford["symplectic"]))
    if clifford["shift"] != [0, 0]:
        raise ValueError("the theory knows Cliffords without a shift")
    actions = {"GateH": ((0, p - 1), (1, 0)), "GateN": ((p - 1, 0), (p - 2, p - 1))}
    queue = [(((1, 0), (0, 1)), ())]
    for (a, b), names in queue:
        if (a, b) == wanted:
            return f"[:: {'; '.join(names)}]"
        for name, ((e, f), (g, h)) in actions.items():
            image = tuple(((x * e + y * g) % p, (x * f + y * h) % p) for x, y in (a, b))
            if image not in [seen for seen, _ in queue]:
                queue.append((image, (*names, name)))
    raise ValueError("determinant 1 is missing")


def positive_closed(coefficients):
    """What the function of this name in Polynomial.v says: positive on [0, 1], seen from (1+s)^m l(s/(1+s))."""
    top, moved = len(coefficients) - 1, [0] * len(coefficients)
    for i, c in enumerate(coefficients):
        for j in range(top - i + 1):
            moved[i + j] += c * comb(top - i, j)
    return min(moved) >= 0 and max(moved) > 0 and coefficients[0] > 0 and sum(coefficients) > 0


def constant(num, den, order, coefficient):
    """The least integer K with |num/den - c x^order| <= K x^(order+1) on [0, 1] by the test of the theory."""
    c, d = coefficient.numerator, coefficient.denominator
    size = max(len(num), len(den) + order)
    left = [d * x for x in num] + [0] * (size - len(num))
    right = [0] * order + [c * x for x in den] + [0] * (size - order - len(den))
    rest = [a - b for a, b in zip(left, right, strict=True)][order + 1 :]
    size = max(len(rest), len(den))
    rest, high = rest + [0] * (size - len(rest)), [d * x for x in den] + [0] * (size - len(den))
    for k in range(1, MAX_CONSTANT):
        if all(positive_closed([k * b + s * e for b, e in zip(high, rest, strict=True)]) for s in (1, -1)):
            return k
    raise Refusal(11, "kernel.remainder", f"a constant below {MAX_CONSTANT} that bounds the rest on [0, 1]", "none")


class Facts:
    """Lemmas about families, unitaries and kets as the files write them, each once for all instances of a file."""

    def __init__(self, module, imports):
        """No lemma yet, in the file instances/MODULE.v."""
        self.module, self.imports, self.lemmas = module, imports, {}

    def about(self, kind, statement, proof):
        """The name of the lemma that says this."""
        count = 1 + sum(name.startswith(kind + "_") for name, _ in self.lemmas.values())
        name, _ = self.lemmas.setdefault(statement, (f"{kind}_{count}", proof))
        return f"{self.module}.{name}"

    def family(self, subject, state, proof, parameters):
        """The lemma that a family of the theory is the mixture that the state file states."""
        mixed = []
        for member in subject.state["ensemble"]:
            weight, *slopes = map(rational, member["weight"])
            terms = [real(weight), *(f"{real(c)} * {x}" for c, x in zip(slopes, parameters.split(), strict=True))]
            mixed.append(f"({' + '.join(terms)})%:C *: {entries(member['projector'], subject.p)}")
        mixture = "\n  + ".join(mixed)
        return self.about(
            "family", f"({parameters} : R) : {state} {parameters} =\n  {mixture} :> 'M[C]_{subject.p}", proof
        )

    def text(self):
        """The file."""
        lemmas = "\n".join(
            f"Lemma {name} {statement}.\nProof. {proof}. Qed.\n" for statement, (name, proof) in self.lemmas.items()
        )
        return f"""(* Generated from fixtures/states and the Cliffords of fixtures/statements.  Do not edit. *)
From Coq Require Import ZArith.
Delimit Scope Z_scope with coq_Z.
From mathcomp Require Import all_ssreflect all_algebra complex.
From mathcomp.algebra_tactics Require Import ring.
From Stillproof Require Import Definitions Tensor Polynomial Stated Roots {self.imports} Stating.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.
Local Open Scope complex_scope.

Section Stated.
Variable R : rcfType.
Notation C := (complex_numClosedFieldType R).

{lemmas}End Stated.
"""


class Subject:
    """A statement with its code, its state and the witnesses of its certificate, and what is known of it in Coq."""

    def __init__(self, name, places, p, parameters=1):
        """Read the files.  Names in Coq come from the name of the statement, which is in a table of the generators."""
        self.name, self.ident = name, name.replace("-", "_")
        self.code_ident = name.rpartition("-")[0].replace("-", "_")
        self.subject = read(name, READ, places)
        self.claims, self.code, self.state = self.subject.claims, self.subject.code, self.subject.state
        self.witness = self.subject.witness
        self.numbers = {claim["id"]: number for number, claim in enumerate(self.claims, 1)}
        self.p, self.n = whole(self.code["p"]), whole(self.code["n"])
        supported(self.p == p, "kernel.code.p", p, self.p)
        known = self.state["parameters"]
        supported(len(known) == parameters, "kernel.state.parameters", parameters, known)
        for claim in self.all("map"):
            named = sorted(claim["output"]) == sorted(known) and claim["parameters"] == known
            wellformed(named, "map.output.names", known, (claim["parameters"], sorted(claim["output"])))
        self.entries = []

    def all(self, kind):
        """The claims of a kind."""
        return [c for c in self.claims if c["kind"] == kind]

    def first(self, kind):
        """The first claim of a kind."""
        found = self.all(kind)
        supported(found != [], "claim.needs", f"a claim of kind {kind}", "none")
        return found[0]

    def named(self, name, kind):
        """The claim with this id, which is of this kind."""
        found = [claim for claim in self.all(kind) if claim["id"] == name]
        supported(found != [], "kernel.claim.rests-on", f"a claim of kind {kind}", name)
        return found[0]

    def number(self, claim):
        """The number of a claim, counted from 1."""
        return self.numbers[claim["id"]]

    def add(self, text, claim, proof="{}"):
        """A claim of the checking function, and how it proves a claim of the statement; {} stands for it."""
        holds = f"(holds_at ({self.ident}_holds R) (i := {len(self.entries)}) isT)"
        self.entries.append((text, claim and self.number(claim), proof.replace("{}", holds)))
        return holds

    def proved(self):
        """The numbers of the claims of the statement that are proved."""
        return sorted(number for _, number, _ in self.entries if number)

    def proofs(self):
        """claim_<n> for every claim that is proved."""
        found = {number: proof for _, number, proof in self.entries if number}
        return "\n".join(f"Definition claim_{number} :=\n  {found[number]}." for number in sorted(found))


HEAD = """(* Generated from the statement with the name of this file, its code and its certificate.  Do not edit. *)
From Coq Require Import ZArith.
Delimit Scope Z_scope with coq_Z.
From mathcomp Require Import all_ssreflect all_algebra complex.
From Stillproof Require Import {modules}.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory.

Section Data.
Local Open Scope Z_scope.

"""


def code_definition(subject, stabilizers):
    """The code and its enumerators."""
    code, counts = subject.code, subject.first("enumerator")
    return f"""Definition {subject.code_ident} : code := Code {subject.n}
  {stabilizers}
  {vector(code["logical_x"])}%N
  {vector(code["logical_z"])}%N.

(* the number of elements of each weight in the stabilizer group and in its normalizer, phases left out *)
{polynomial("enumerator_A", counts["A"])}{polynomial("enumerator_B", counts["B"])}
"""


def statement_definition(subject, states, check, cofactor):
    """The statement and the certificate, and the run of the checker."""
    ident = subject.ident
    rows = [subject.witness[claim["id"]]["matrix"] for claim in subject.all("symmetry")]
    matrices = ";\n    ".join("[:: " + ";\n        ".join(map(listed, matrix)) + "]" for matrix in rows)
    claims = ";\n      ".join(text for text, _, _ in subject.entries)
    return f"""Definition {ident} : statement := Statement {subject.code_ident}{states}
  [:: {claims}].

Definition {ident}_certificate : certificate := Certificate
  {vectors(subject.witness[subject.first("code")["id"]]["destabilizers"])}
  [:: {matrices}]%N
{wrap(digits(cofactor), "  [::", "].", 2) if cofactor else "  [::]."}
End Data.

(* the kernel runs the checker *)
Lemma {ident}_checked : {check} {ident} {ident}_certificate = true.
Proof. by vm_cast_no_check (erefl true). Qed.

"""


def theorems(subject, holds, remainder, facts):
    """What follows: the theorem for all claims, the constant of the rest, and every claim."""
    return f"""Section Theorems.
Local Open Scope ring_scope.
Variable R : rcfType.

{holds}End Theorems.

From Stillproof Require Stated Stating.
From Stillproof.instances Require {facts.module}.

(* claim_<n> for the n-th claim of the statement: what it says is in ../claims *)
Section Claims.
Local Open Scope ring_scope.
Variable R : rcfType.

{subject.proofs()}
{remainder}End Claims.
"""


def remainder_theorem(subject, order, coefficient, bound, radius, proof):
    """The constant of the rest, which no claim states."""
    return f"""
(* the constant for the rest: computed here *)
Theorem {subject.ident}_remainder :
  remainder (fraction output_num output_den : R -> R) {order} ({real(coefficient)}) ({real(bound)}) ({real(radius)}).
Proof. exact: {proof}. Qed.
"""


def two_ends(claim, key):
    """The ends of an exponent as two pairs."""
    return " ".join(f"({end.numerator}, {end.denominator})%N" for end in map(rational, claim[key]))


# --- qutrits ---

QUTRITS = "Definitions Displacement Projector Polynomial Listing RationalMap Check Soundness"


def symmetries(subject, facts):
    """Each symmetry: the matrix of the `clifford` claim is H or N."""
    for claim in subject.all("symmetry"):
        clifford = subject.named(claim["clifford"], "clifford")
        try:
            product = gates(clifford)
        except ValueError as error:
            supported(False, "kernel.clifford.gates", "a product of H and N", error)
        letter = {"[:: GateH]": "H", "[:: GateN]": "N"}.get(product)
        supported(letter is not None, "kernel.clifford.gate", "H or N", product)
        equation = f": {entries(clifford['matrix'], 3)}\n  = clifford_{letter} 1 (omega R) :> 'M[C]_3"
        fact = facts.about("unitary", equation, f"stated_{letter}")
        proof = f"Stating.same_symmetry (etrans (mulmx1 _) (esym ({fact} R))) {{}}"
        subject.add(f"SymmetryClaim {product}", claim, proof)


def plain(claim):
    """Whether a map is one that the theory states: without frame, twirl or fidelity."""
    frame = {"shift": [0, 0], "symplectic": [[1, 0], [0, 1]]}
    return claim["output-clifford"] == frame and not claim["output-twirl"] and claim["output-match"] == "state"


def projections(subject, facts):
    """Values of Z[sqrt 3]/den, for all placements; sqrt 3 = 2 zeta_12 - zeta_12^3."""
    names = [member["name"] for member in subject.state["ensemble"]]
    kets = []
    for ket, member in zip(("S", "plus", "minus"), subject.state["ensemble"], strict=True):
        statement = f": projects_onto (@ket_{ket} R)\n  ({entries(member['projector'], 3)})"
        kets.append(f"({facts.about('ket', statement, f'stated_ket real_{ket}')} R)")
    for claim in subject.all("projection"):
        (entry,) = claim["values"]
        a, _, _, d = map(whole, entry["value"]["num"])
        plus, minus = (claim["others"].count(name) for name in names[1:])
        text = f"ProjectionClaim {plus} {minus} ({a}, {-d}) {whole(entry['value']['den'])}"
        subject.add(text, claim, f"And4 {' '.join(kets)} {{}}")


def strange(name, places, facts):
    """The instance for a code and the strange state: what the statement has of the kinds known here.

    A map is among them unless the pure state is never accepted: the theorem is about 0 <= delta <= 1.
    """
    subject = Subject(name, places, 3)
    first, all_of, found = subject.first, subject.all, subject.first("map")
    subject.add(f"CodeClaim {whole(first('code')['distance'])}", first("code"))
    subject.add("EnumeratorClaim enumerator_A enumerator_B", first("enumerator"))
    data, cofactor, remainder = "", [], ""
    if plain(found) and whole(found["success"]["num"][0]) > 0:
        output, success = found["output"][found["parameters"][0]], found["success"]
        family = facts.family(subject, "strange", "strange_mixture", "x")
        data = f"""(* probability of success and output parameter, as polynomials, low degree first *)
{polynomial("success_num", success["num"])}{polynomial("success_den", success["den"])}\
{polynomial("output_num", output["num"])}{polynomial("output_den", output["den"])}
"""
        maps = "MapClaim success_num success_den output_num output_den"
        given = subject.add(maps, found, f"Stating.strange_map (@{family} R) {{}}")
        for_map = f"{{}} _ _ {given}"
        if all_of("suppression") or all_of("yield"):
            leading = first("suppression")
            order, coefficient = whole(leading["order"]), rational(leading["coefficient"])
            bound = constant(*([whole(c) for c in output[key]] for key in ("num", "den")), order, coefficient)
            subject.add(f"SuppressionClaim {order} {fraction(coefficient)}", leading, for_map)
            rest = f"RemainderClaim {order} {fraction(coefficient)} {fraction(Fraction(bound))} {fraction(Fraction(1))}"
            proof = f"{subject.add(rest, None)} _ _ {given}"
            remainder = remainder_theorem(subject, order, coefficient, Fraction(bound), Fraction(1), proof)
        if all_of("threshold"):
            claim = first("threshold")
            supported(rational(claim["bound"]) == 1, "kernel.threshold.bound", "1", claim["bound"])
            low, high = map(rational, claim["interval"])
            cofactor = subject.witness[claim["id"]]["cofactor"]
            data += f"""(* the threshold is a root of this polynomial *)
{polynomial("threshold_polynomial", claim["polynomial"])}
"""
            below = (
                f"(fun b => exists t : R, [/\\ {real(low)} < t < {real(high)},\n"
                f"    threshold_below (fraction output_num output_den) b t & only_root threshold_polynomial b t])"
            )
            subject.add(
                f"ThresholdClaim threshold_polynomial\n        {fraction(low)}\n        {fraction(high)}",
                claim,
                f"Stating.whole (P := {below})\n    ({for_map})",
            )
        if all_of("yield"):
            claim = first("yield")
            ends = two_ends(claim, "exponent")
            subject.add(f"YieldClaim {order} {fraction(rational(claim['inputs']))} {ends}", claim, for_map)
        if all_of("projection"):
            projections(subject, facts)
    symmetries(subject, facts)
    return subject, (
        HEAD.format(modules=QUTRITS)
        + code_definition(subject, vectors(subject.code["stabilizers"]))
        + data
        + statement_definition(subject, "", "check", cofactor)
        + theorems(subject, all_hold(subject), remainder, facts)
    )


def all_hold(subject, states="", sound="check_sound"):
    """The theorem about all claims of the checking function."""
    ident = subject.ident
    return f"""Lemma {ident}_holds : all_hold R {subject.code_ident}{states} (claims {ident}).
Proof. exact: ({sound} R {ident}_checked). Qed.
"""


FUNCTIONS = ("NorellE0", "NorellES")  # of the parameters in the order of the state file


def expansions(subject, given):
    """The `expansion` claims, each a polynomial of integers over a common denominator."""
    for claim in subject.all("expansion"):
        rows = [list(map(rational, row)) for row in claim["coefficients"]]
        den = lcm(*(c.denominator for row in rows for c in row))
        scaled = "[:: " + "; ".join(listed([int(den * c) for c in row]) for row in rows) + "]"
        parameters, asked = subject.state["parameters"], claim["function"]
        which = FUNCTIONS[parameters.index(asked)] if asked in parameters else "NorellSuccess"
        text = f"NorellExpansionClaim {which} {whole(claim['degree'])}\n        {scaled} {den}"
        subject.add(text, claim, f"{{}} _ _ _ {given}")


def norell(name, places, facts):
    """The instance for a code and the Norell state."""
    subject = Subject(name, places, 3, 2)
    first, found = subject.first, subject.first("map")
    supported(plain(found), "kernel.map.frame", "no frame and no twirl", "another map")
    subject.add(f"CodeClaim {whole(first('code')['distance'])}", first("code"))
    subject.add("EnumeratorClaim enumerator_A enumerator_B", first("enumerator"))
    symmetries(subject, facts)
    family = facts.family(subject, "norell", "norell_mixture", "x y")
    parts = ("success", "eps0", "epsS")
    names = " ".join(f"{part}_{end}" for part in parts for end in ("num", "den"))
    given = subject.add(f"NorellMapClaim {names}", found, f"Stating.norell_mixture_map (@{family} R) {{}}")
    expansions(subject, given)
    functions = [found["success"], *(found["output"][x] for x in found["parameters"])]
    data = "(* probability of success and output parameters: rows by the power of the first parameter, low degree first *)\n"
    for part, function in zip(parts, functions, strict=True):
        data += polynomial2(f"{part}_num", function["num"]) + polynomial2(f"{part}_den", function["den"])
    return subject, (
        HEAD.format(modules=QUTRITS)
        + code_definition(subject, vectors(subject.code["stabilizers"]))
        + data
        + "\n"
        + statement_definition(subject, "", "check", [])
        + theorems(subject, all_hold(subject), "", facts)
    )


STRANGE = (
    "golay11-strange",
    "qr17-strange",
    *(f"self-orthogonal-11-{x}-strange" for x in "abc"),
    *(f"self-orthogonal-13-{x}-strange" for x in "abcdefg"),
)
NORELL = ("golay11-norell",)


MAKERS = {**dict.fromkeys(STRANGE, strange), **dict.fromkeys(NORELL, norell)}


def generated(places=COMMITTED, names=tuple(MAKERS)):
    """Every subject with its instance, by the name of the statement, and the lemmas that they share."""
    facts = Facts("stated_qutrits", "Strange Norell Clifford")
    return made(MAKERS, names, places, facts), facts


def made(makers, names, places, facts):
    """Every subject with its instance; a refusal says which statement it is about."""
    found = {}
    for name in names:
        with shaped(places.statement(name)):
            found[name] = makers[name](name, places, facts)
    return found


def texts(found, facts):
    """The text of every file, by its name."""
    return {
        **{f"{subject.ident}.v": text for subject, text in found.values()},
        f"{facts.module}.v": facts.text(),
    }


def instances():
    """The text of every file that this program writes, by its name."""
    return texts(*generated())


def write(produce, folder="instances"):
    """Write the files, or compare."""
    try:
        written = produce()
    except Refusal as refusal:
        print(f"{refusal.file}:{refusal.line}: {refusal}", file=sys.stderr)
        sys.exit(refusal.code)
    stale = []
    for name, text in written.items():
        path = HERE / folder / name
        if "--check" not in sys.argv[1:]:
            path.write_text(text)
        elif not path.exists() or path.read_text() != text:
            stale.append(name)
    sys.exit(f"{', '.join(stale)}: not what {Path(sys.argv[0]).name} writes" if stale else 0)


if __name__ == "__main__":
    write(instances)
