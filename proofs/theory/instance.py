"""Write instances/*.v from the statements, the codes and the certificates: no number is typed by hand.

Usage: python3 instance.py [--check]     (--check: only compare with the committed files; exit 1 when one differs)
"""

import json
import sys
import textwrap
from fractions import Fraction
from math import comb, lcm
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
WIDTH = 116
IDENTITY = {"shift": [0, 0], "symplectic": [[1, 0], [0, 1]]}
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


def comment(text):
    """Text for a Coq comment."""
    return "\n   ".join(textwrap.wrap(text, WIDTH - 10))


def naturals(numbers):
    """A Coq list of naturals."""
    return "[:: " + "; ".join(map(str, numbers)) + "]"


def integers(numbers):
    """A Coq list of integers, each in parentheses if negative."""
    return "[:: " + "; ".join(str(int(c)) for c in numbers) + "]"


def vector(pair):
    """A vector (u|v)."""
    return f"({naturals(pair[0])}, {naturals(pair[1])})"


def vectors(pairs):
    """A list of vectors."""
    return "[:: " + ";\n      ".join(map(vector, pairs)) + "]%N"


def polynomial(name, coefficients):
    """A definition of integer coefficients, low degree first."""
    return f"Definition {name} : seq Z :=\n" + wrap([str(int(c)) for c in coefficients], "  [::", "].", 2) + "\n"


def polynomial2(name, rows):
    """A definition of integer coefficients in two variables, rows by the power of the first."""
    listed = (wrap([str(int(c)) for c in row], "[::", "]", 4) if row else "[::]" for row in rows)
    return f"Definition {name} : seq (seq Z) :=\n  [:: " + ";\n      ".join(listed) + "].\n"


def fraction(text):
    """Numerator and denominator, as a pair."""
    value = Fraction(text)
    return f"({value.numerator}, {value.denominator})"


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
    raise SystemExit("no constant is seen to bound the rest on [0, 1]")


class Subject:
    """A statement with its code and the witnesses of its certificate."""

    def __init__(self, name):
        """Read the three files."""
        self.name, self.ident = name, name.replace("-", "_")
        self.statement = json.loads((ROOT / "fixtures/statements" / f"{name}.json").read_text())
        self.code_ident = self.statement["code"]["name"].replace("-", "_")
        self.code = json.loads((ROOT / "fixtures/codes" / f"{self.statement['code']['name']}.json").read_text())
        lines = (ROOT / "proofs/certificates" / f"{name}.jsonl").read_text().splitlines()
        self.witness = {line["claim"]: line["witness"] for line in map(json.loads, lines[1:-1])}
        if self.code["p"] != 3 or any(self.code.get("signs", [])):
            raise SystemExit(f"{name}: the theory knows p = 3 and signs +1")

    def all(self, kind):
        """The claims of a kind."""
        return [c for c in self.statement["claims"] if c["kind"] == kind]

    def first(self, kind):
        """The first claim of a kind."""
        return self.all(kind)[0]

    def map(self):
        """The `map` claim, without frame or twirl."""
        found = self.first("map")
        if found["output-clifford"] != IDENTITY or found["output-twirl"] or found["output-match"] != "state":
            raise SystemExit(f"{self.name}: the theory states maps without a frame or twirl")
        return found

    def symmetries(self):
        """Each `symmetry` claim with the product of H and N that it is about."""
        cliffords = {c["id"]: c for c in self.all("clifford")}
        return [(claim, gates(cliffords[claim["clifford"]])) for claim in self.all("symmetry")]


MATRIX = {"[:: GateH]": "clifford_H 1 w", "[:: GateN]": "clifford_N 1 w"}


def preamble(subject, imports):
    """The head of a file."""
    return f"""(* Generated by instance.py from fixtures/statements/{subject.name}.json, fixtures/codes/{subject.code["name"]}.json and
   proofs/certificates/{subject.name}.jsonl.  Do not edit.
   {comment(subject.statement["source"])}. *)
From Coq Require Import ZArith.
Delimit Scope Z_scope with coq_Z.
From mathcomp Require Import all_ssreflect all_algebra complex.
From Stillproof Require Import Definitions Displacement Projector Polynomial Listing RationalMap Check Soundness.
{imports}
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory.

Section Data.
Local Open Scope Z_scope.

"""


def code_definition(subject):
    """The code and its enumerators."""
    code, counts = subject.code, subject.first("enumerator")
    return f"""(* {comment(code["source"])} *)
Definition {subject.code_ident} : code := Code {code["n"]}
  {vectors(code["stabilizers"])}
  {vector(code["logical_x"])}%N
  {vector(code["logical_z"])}%N.

(* the number of elements of each weight in the stabilizer group and in its normalizer *)
{polynomial("enumerator_A", counts["A"])}{polynomial("enumerator_B", counts["B"])}
"""


def statement_definition(subject, claims, cofactor):
    """The statement and the certificate, and the run of the checker."""
    ident = subject.ident
    rows = [subject.witness[claim["id"]]["matrix"] for claim, _ in subject.symmetries()]
    matrices = ";\n    ".join("[:: " + ";\n        ".join(map(naturals, matrix)) + "]" for matrix in rows)
    listed = ";\n      ".join(claims)
    return f"""Definition {ident} : statement := Statement {subject.code_ident}
  [:: {listed}].

Definition {ident}_certificate : certificate := Certificate
  {vectors(subject.witness["code"]["destabilizers"])}
  [:: {matrices}]%N
{wrap(cofactor, "  [::", "].", 2) if cofactor else "  [::]."}
End Data.

(* the kernel runs the checker *)
Lemma {ident}_checked : check {ident} {ident}_certificate = true.
Proof. by vm_cast_no_check (erefl true). Qed.

Section Theorems.
Local Open Scope ring_scope.
Local Open Scope complex_scope.
Variable R : rcfType.
Notation "z %:real" := (zr R z%coq_Z) (at level 2, format "z %:real").
Notation gens := (gens_of {subject.code_ident}).
Notation lx := (lx_of {subject.code_ident}).
Notation lz := (lz_of {subject.code_ident}).
Notation w := (omega R).

"""


def code_theorems(subject, holds):
    """The theorems about the code."""
    ident, code, counts = subject.code_ident, subject.first("code"), subject.first("enumerator")
    return f"""(* {code["place"]} *)
Theorem {ident}_decoder_exists : exists V, decoder w gens lx lz V.
Proof. by have [] := {holds("CodeClaim")}. Qed.

Theorem {ident}_code : exists P, [/\\ code_projector w gens P, \\rank P = 3%N & distance w P {code["distance"]}].
Proof. by have [] := {holds("CodeClaim")}. Qed.

(* {counts["place"]} *)
Theorem {ident}_enumerators P : code_projector w gens P -> forall m,
  Z.of_nat (number (stabilizes w P) m) = nth Z0 enumerator_A m /\\
  Z.of_nat (number (normalizes w P) m) = nth Z0 enumerator_B m.
Proof. exact: {holds("EnumeratorClaim")}. Qed.

"""


def symmetry_theorems(subject, holds):
    """A theorem for each symmetry."""
    return "".join(
        f"""(* {claim["place"]} *)
Theorem {subject.code_ident}_symmetry_{claim["clifford"]} P : code_projector w gens P ->
  tensor (fun=> {MATRIX[product]}) *m P = P *m tensor (fun=> {MATRIX[product]}).
Proof. by move=> given; have := {holds("SymmetryClaim " + product)} P given; rewrite /gates_matrix /= mulmx1. Qed.

"""
        for claim, product in subject.symmetries()
    )


def ratio(value):
    """A quotient of two integers, as a real number."""
    return f"{value.numerator}%:real / {value.denominator}%:real"


def suppression(subject, ident):
    """The leading term, and a constant for the rest: claims, and theorems by the claims' proofs."""
    leading, output = subject.first("suppression"), subject.map()["output"]["delta"]
    order, coefficient = leading["order"], Fraction(leading["coefficient"])
    bound = constant(*([int(c) for c in output[key]] for key in ("num", "den")), order, coefficient)
    power = "d" if order == 1 else f"d ^+ {order}"

    def theorems(holds):
        return f"""(* {leading["place"]} *)
Theorem {ident}_suppression : leading_term delta_out {order} ({ratio(coefficient)}).
Proof. exact: {holds("SuppressionClaim")} {ident}_protocol. Qed.

(* the same with a constant: computed here *)
Theorem {ident}_remainder : forall d : R, 0 <= d <= 1 ->
  `|delta_out d - {ratio(coefficient)} * {power}| <= {bound}%:real * d ^+ {order + 1}.
Proof.
have := {holds("RemainderClaim")} _ _ {ident}_protocol.
by rewrite /remainder /quotient_of /= zr1 !divr1.
Qed.

"""

    return [
        f"SuppressionClaim {order} {fraction(coefficient)}",
        f"RemainderClaim {order} {fraction(coefficient)} {fraction(bound)} {fraction(1)}",
    ], theorems


def threshold(subject, ident):
    """The threshold: claims, and theorems by the claims' proofs."""
    claim = subject.first("threshold")
    if claim["bound"] != "1":
        raise SystemExit(f"{subject.name}: the theory knows thresholds up to 1")
    low, high = (Fraction(x) for x in claim["interval"])

    def theorems(holds):
        return f"""(* {claim["place"]} *)
Theorem {ident}_threshold : exists t : R,
  [/\\ {ratio(low)} < t
    < {ratio(high)},
    threshold delta_out t & only_root threshold_polynomial 1 t].
Proof. exact: {holds("ThresholdClaim")} {ident}_protocol. Qed.

"""

    return [f"ThresholdClaim threshold_polynomial\n        {fraction(low)}\n        {fraction(high)}"], theorems


def gained(subject, ident):
    """The yield and the probability of success at 0: claims, and theorems by the claims' proofs."""
    claim, order = subject.first("yield"), subject.first("suppression")["order"]
    low, high = (Fraction(x) for x in claim["exponent"])
    inputs = Fraction(claim["inputs"])
    success_at_0 = subject.code["n"] / inputs
    if inputs.denominator != 1 or success_at_0.numerator != 1:
        raise SystemExit(f"{subject.name}: the theorems spell N as an integer, and the success probability at 0 as 1/m")
    exponents = " ".join(f"({x.numerator}, {x.denominator})%N" for x in (low, high))

    def theorems(holds):
        return f"""(* {claim["place"]}: {low} < log {order} / log {inputs} < {high} *)
Theorem {ident}_yield :
  yield {subject.code["n"]} p_succ delta_out {order} {inputs.numerator}%:real {exponents}.
Proof. by have := {holds("YieldClaim")} _ _ {ident}_protocol; rewrite /quotient_of /= zr1 divr1. Qed.

Theorem {ident}_success_at_0 : p_succ 0 = ({success_at_0.denominator}%:real)^-1.
Proof. exact: (@fraction_at_0 R success_num success_den {success_at_0.denominator}%coq_Z isT). Qed.

"""

    return [f"YieldClaim {order} {fraction(inputs)} {exponents}"], theorems


def protocol(subject, ident):
    """The map: claims, and theorems by the claims' proofs."""
    claim = subject.map()

    def theorems(holds):
        return f"""(* the probability of success and the output parameter *)
Definition p_succ (d : R) : R := peval success_num d / peval success_den d.
Definition delta_out (d : R) : R := peval output_num d / peval output_den d.

(* {claim["place"]} *)
Theorem {ident}_protocol V : decoder w gens lx lz V -> forall d : R, 0 <= d <= 1 ->
  0 < p_succ d /\\ decode V (strange d) = (p_succ d)%:C *: strange (delta_out d).
Proof. exact: {holds("MapClaim")}. Qed.

"""

    return ["MapClaim success_num success_den output_num output_den"], theorems


def projection_claim(claim):
    """One value of Z[sqrt 3]/den, for all placements; sqrt 3 = 2 zeta_12 - zeta_12^3."""
    (entry,) = claim["values"]
    value = entry["value"]
    a, b, c, d = map(int, value["num"])
    if value["m"] != 12 or c != 0 or b != -2 * d:
        raise SystemExit(f"{claim['id']}: the theory knows values in Q(sqrt 3)")
    plus, minus = (claim["others"].count(name) for name in ("plus", "minus"))
    return f"ProjectionClaim {plus} {minus} ({a}, {-d}) {value['den']}"


def projection(subject, _):
    """The value for the target on every site, and zero for one other state on one site: claims, and theorems."""
    ident, claims = subject.code_ident, {tuple(c["others"]): c for c in subject.all("projection")}
    pure, plus, minus = (claims[others] for others in ((), ("plus",), ("minus",)))
    value = Fraction(1, int(pure["values"][0]["value"]["den"]))
    texts = [projection_claim(claim) for claim in (pure, plus, minus)]
    wanted = [f"ProjectionClaim 0 0 (1, 0) {value.denominator}"]
    wanted += ["ProjectionClaim 1 0 (0, 0) 1", "ProjectionClaim 0 1 (0, 0) 1"]
    if texts != wanted:
        raise SystemExit(f"{subject.name}: the theorems spell 1/m for the target, and 0 for one other state")

    def theorems(holds):
        return f"""(* {pure["place"]} *)
Theorem {ident}_projection_S P : code_projector w gens P -> expectation P (ket (fun=> @ket_S R)) ({value.denominator}%:real)^-1.
Proof. by move=> given; have := placed_none given {holds(texts[0])}; rewrite /= zr1 mul0r addr0 mul1r. Qed.

(* {plus["place"]} *)
Theorem {ident}_projection P : code_projector w gens P -> forall k : 'I_{subject.code["n"]},
  P *m ket (fun j => if j == k then @ket_plus R else @ket_S R) = 0 /\\
  P *m ket (fun j => if j == k then @ket_minus R else @ket_S R) = 0.
Proof.
move=> given k; split.
  exact: (placed_plus given {holds(texts[1])}).
exact: (placed_minus given {holds(texts[2])}).
Qed.

"""

    return [projection_claim(claim) for claim in subject.all("projection")], theorems


def strange(name):
    """The text of the instance for a code and the strange state: what the statement has of the kinds known here.

    A map is among them unless the pure state is never accepted: the theorem is about 0 <= delta <= 1.
    """
    subject = Subject(name)
    ident, first, found = subject.ident, subject.first, subject.map()
    if subject.statement["state"]["name"] != "strange":
        raise SystemExit(f"{name}: the theory knows the strange state")
    accepted = int(found["success"]["num"][0]) > 0
    parts = [part(subject, ident) for part, kind in PARTS if accepted and subject.all(kind)]
    claims = [
        f"CodeClaim {first('code')['distance']}",
        "EnumeratorClaim enumerator_A enumerator_B",
        *(claim for listed, _ in parts for claim in listed),
        *(f"SymmetryClaim {product}" for _, product in subject.symmetries()),
    ]

    def holds(kind):
        return f"(holds_at {ident}_holds (i := {next(i for i, c in enumerate(claims) if c.startswith(kind))}) isT)"

    cofactor, data = [], ""
    if accepted:
        output, success = found["output"]["delta"], found["success"]
        data = f"""(* probability of success and output parameter, as polynomials in delta, low degree first *)
{polynomial("success_num", success["num"])}{polynomial("success_den", success["den"])}\
{polynomial("output_num", output["num"])}{polynomial("output_den", output["den"])}
"""
    if subject.all("threshold"):
        cofactor = [str(int(c)) for c in subject.witness[first("threshold")["id"]]["cofactor"]]
        data += "(* the threshold is a root of this polynomial *)\n"
        data += polynomial("threshold_polynomial", first("threshold")["polynomial"]) + "\n"
    return (
        preamble(subject, "")
        + code_definition(subject)
        + data
        + statement_definition(subject, claims, cofactor)
        + f"""Lemma {ident}_holds : all_hold R {subject.code_ident} (claims {ident}).
Proof. exact: (check_sound R {ident}_checked). Qed.

"""
        + code_theorems(subject, holds)
        + symmetry_theorems(subject, holds)
        + "".join(theorems(holds) for _, theorems in parts)
        + "End Theorems.\n"
    )


FUNCTIONS = {"success": ("NorellSuccess", "p_succ"), "eps0": ("NorellE0", "eps0"), "epsS": ("NorellES", "epsS")}


def expansions(subject):
    """The `expansion` claims: the claim, its polynomial as integers over a common denominator, and that denominator."""
    found = []
    for claim in subject.all("expansion"):
        rows = [[Fraction(c) for c in row] for row in claim["coefficients"]]
        den = lcm(*(c.denominator for row in rows for c in row))
        found.append((claim, [[int(den * c) for c in row] for row in rows], den))
    return found


def monomial(coefficient, i, j):
    """A term, without the powers that are 1."""
    powers = [f"{name} ^+ {k}" if k > 1 else name for name, k in (("e0", i), ("eS", j)) if k]
    return " * ".join([f"{coefficient}%:real" if coefficient > 0 else f"({coefficient})%:real", *powers])


def expansion_theorem(ident, claim, rows, den, index):
    """An expansion as a theorem, its terms spelled out."""
    terms = [(c, i, j) for i, row in enumerate(rows) for j, c in enumerate(row) if c]
    value = "\n    ".join(textwrap.wrap(" + ".join(monomial(*term) for term in terms), WIDTH - 12))
    function = FUNCTIONS[claim["function"]][1]
    return f"""
(* {claim["place"]} *)
Theorem {ident}_{claim["id"].replace("-", "_")} :
  expansion {function} (fun e0 eS =>
    ({value}) / {den}%:real) {claim["degree"]}.
Proof.
have [h [K [h0 bound]]] := (holds_at {ident}_holds (i := {index}) isT) _ _ _ {ident}_protocol.
exists h, K; split=> // e0 eS e0_ge0 eS_ge0 small; apply: le_trans (bound e0 eS e0_ge0 eS_ge0 small).
rewrite le_eqVlt; apply/orP; left; apply/eqP; congr (`|_ - _ / _|) => /=; rewrite ?zr0; ring.
Qed.
"""


def norell(name, base):
    """The text of the instance for a code and the Norell state; `base` defines the code and its enumerators."""
    subject, other = Subject(name), Subject(base)
    ident, first, found = subject.ident, subject.first, subject.map()
    if subject.statement["state"]["name"] != "norell" or subject.statement["code"] != other.statement["code"]:
        raise SystemExit(f"{name}: the state is not that of Norell, or the code is not that of {base}")
    if any(first("enumerator")[key] != other.first("enumerator")[key] for key in "AB"):
        raise SystemExit(f"{name}: the enumerators are not those of {base}")
    claims = [
        f"CodeClaim {first('code')['distance']}",
        "EnumeratorClaim enumerator_A enumerator_B",
        *(f"SymmetryClaim {product}" for _, product in subject.symmetries()),
        "NorellMapClaim success_num success_den eps0_num eps0_den epsS_num epsS_den",
    ]
    at = len(claims)
    found_expansions = expansions(subject)
    for claim, rows, den in found_expansions:
        listed = "[:: " + "; ".join(integers(row) for row in rows) + "]"
        claims.append(
            f"NorellExpansionClaim {FUNCTIONS[claim['function']][0]} {claim['degree']}\n        {listed} {den}"
        )
    return (
        preamble(
            subject,
            f"From Stillproof.instances Require Import {other.ident}.\nFrom mathcomp.algebra_tactics Require Import ring.\n",
        )
        + f"""(* probability of success and output parameters: polynomials in e0 and eS, rows by the power of e0, low degree first *)
{polynomial2("success_num", found["success"]["num"])}{polynomial2("success_den", found["success"]["den"])}"""
        + "".join(
            polynomial2(f"{output}_{part}", found["output"][output][part])
            for output in ("eps0", "epsS")
            for part in ("num", "den")
        )
        + "\n"
        + statement_definition(subject, claims, [])
        + f"""(* the probability of success and the output parameters *)
Definition p_succ (e0 eS : R) : R := peval2 success_num e0 eS / peval2 success_den e0 eS.
Definition eps0 (e0 eS : R) : R := peval2 eps0_num e0 eS / peval2 eps0_den e0 eS.
Definition epsS (e0 eS : R) : R := peval2 epsS_num e0 eS / peval2 epsS_den e0 eS.

Lemma {ident}_holds : all_hold R {subject.code_ident} (claims {ident}).
Proof. exact: (check_sound R {ident}_checked). Qed.

(* {found["place"]} *)
Theorem {ident}_protocol V : decoder w gens lx lz V -> forall e0 eS : R, 0 <= e0 -> 0 <= eS -> e0 + eS <= 1 ->
  0 < p_succ e0 eS /\\ decode V (norell e0 eS) = (p_succ e0 eS)%:C *: norell (eps0 e0 eS) (epsS e0 eS).
Proof. exact: (holds_at {ident}_holds (i := {at - 1}) isT). Qed.
"""
        + "".join(expansion_theorem(ident, *parts, at + i) for i, parts in enumerate(found_expansions))
        + "End Theorems.\n"
    )


PARTS = (
    (protocol, "map"),
    (suppression, "suppression"),
    (threshold, "threshold"),
    (gained, "yield"),
    (projection, "projection"),
)
STRANGE = (
    "golay11-strange",
    "qr17-strange",
    *(f"self-orthogonal-11-{x}-strange" for x in "abc"),
    *(f"self-orthogonal-13-{x}-strange" for x in "abcdefg"),
)


def instances():
    """The text of every instance, by file name."""
    found = {name: strange(name) for name in STRANGE}
    found["golay11-norell"] = norell("golay11-norell", "golay11-strange")
    return {f"{name.replace('-', '_')}.v": text for name, text in found.items()}


def write(texts):
    """Write the instances, or compare."""
    stale = []
    for name, text in texts.items():
        path = HERE / "instances" / name
        if "--check" not in sys.argv[1:]:
            path.write_text(text)
        elif not path.exists() or path.read_text() != text:
            stale.append(name)
    sys.exit(f"{', '.join(stale)}: not what {Path(sys.argv[0]).name} writes" if stale else 0)


if __name__ == "__main__":
    write(instances())
