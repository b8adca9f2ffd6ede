"""Write the instances of qubit statements from the statements, the codes and the certificates, as instance.py does.

Usage: python3 qubit_instance.py [--check]     (--check: only compare with the committed files; exit 1 when one differs)
"""

import json
from fractions import Fraction
from math import isqrt

from instance import (
    ROOT,
    Subject,
    comment,
    constant,
    fraction,
    naturals,
    polynomial,
    vector,
    vectors,
    wrap,
    write,
)

FAMILIES = {"t": ("FamilyT", "t_state", "delta", "d"), "t-gate": ("FamilyA", "a_state", "eps", "e")}
RADII = ("1", "1/2", "1/4", "1/10")


class QubitSubject(Subject):
    """A statement about qubits with its code and the witnesses of its certificate."""

    def __init__(self, name):
        """Read the three files."""
        self.name, self.ident = name, name.replace("-", "_")
        self.statement = json.loads((ROOT / "fixtures/statements" / f"{name}.json").read_text())
        self.code = json.loads((ROOT / "fixtures/codes" / f"{self.statement['code']['name']}.json").read_text())
        self.prefix = self.code["name"].replace("-", "_")
        lines = (ROOT / "proofs/certificates" / f"{name}.jsonl").read_text().splitlines()
        self.witness = {line["claim"]: line["witness"] for line in map(json.loads, lines[1:-1])}
        if self.code["p"] != 2 or self.statement["state"]["name"] not in FAMILIES:
            raise SystemExit(f"{name}: not a statement about T-type or A-type states of qubits")
        self.family, self.state, self.parameter, self.variable = FAMILIES[self.statement["state"]["name"]]


def signed(code):
    """The stabilizers with their signs, true for -1."""
    signs = code.get("signs") or [0] * len(code["stabilizers"])
    rows = [f"({'true' if s else 'false'}, {vector(v)})" for s, v in zip(signs, code["stabilizers"], strict=True)]
    return "[:: " + ";\n      ".join(rows) + "]%N"


def action(clifford):
    """The images of X and Z under a `clifford` claim, with their signs: V T(b) V* = (-1)^[shift,b] T(F b)."""
    (a, b), (c, d) = clifford["symplectic"]
    su, sv = clifford["shift"]
    images = []
    for sign, point in ((sv % 2, (a, c)), (su % 2, (b, d))):
        images.append(f"({'true' if sign else 'false'}, ({point[0]}, {point[1]}))")
    return images


def corrected(subject, claim):
    """The stabilizers that a `correction` claim corrects, as a mask."""
    marks = [str(k + 1 in claim["stabilizers"]).lower() for k in range(len(subject.code["stabilizers"]))]
    return f"[:: {'; '.join(marks)}]"


def exponents(claim):
    """The ends of a `yield` claim, as two pairs."""
    return " ".join(f"({end.numerator}, {end.denominator})%N" for end in map(Fraction, claim["exponent"]))


def real(text):
    """A rational number as a real number."""
    value = Fraction(text)
    if value.denominator == 1:
        return f"{value.numerator}%:real"
    return f"{value.numerator}%:real / {value.denominator}%:real"


def stretched(coefficients, radius, top):
    """The coefficients of l(h x), h the radius, as integers: times its denominator to the power `top`."""
    return [c * radius.numerator**i * radius.denominator ** (top - i) for i, c in enumerate(coefficients)]


def rest(num, den, order, coefficient):
    """A radius h and the least integer K that bounds the rest on [0, h], for the first radius that works."""
    for text in RADII:
        h = Fraction(text)
        # on [0, 1] for y = x/h: num(h y)/den(h y) - c h^k y^k is at most K h^(k+1) y^(k+1)
        top = max(len(num), len(den))
        try:
            found = constant(stretched(num, h, top), stretched(den, h, top), order, coefficient * h**order)
        except SystemExit:
            continue
        return text, -(-found * h.denominator ** (order + 1) // h.numerator ** (order + 1))
    raise SystemExit("no radius is seen to have a constant")


def square_root(claim, threshold):
    """Center and radicand of (center + s sqrt(D))/scale, and what P is multiplied with."""
    center, s, scale, d = (Fraction(claim[key]) for key in ("center", "s", "scale", "D"))
    middle, radicand = center / scale, s * s * d / scale**2
    leading = Fraction(threshold["polynomial"][2])
    factor = radicand.denominator * middle.denominator**2 / leading
    if factor.denominator != 1 or isqrt(int(d)) ** 2 == d:
        raise SystemExit("the square root is not written over the polynomial of the threshold")
    return middle, radicand, s < 0, factor.numerator


def data(subject):
    """The claims of the checking function, and the definitions that they use."""
    found, threshold, leading = subject.map(), subject.first("threshold"), subject.first("suppression")
    output, success = found["output"][subject.parameter], found["success"]
    num, den = ([int(c) for c in output[key]] for key in ("num", "den"))
    coefficient, order = Fraction(leading["coefficient"]), leading["order"]
    radius, bound = rest(num, den, order, coefficient)
    where = f"{fraction(threshold['bound'])} threshold_polynomial\n" + "".join(
        f"        {fraction(end)}\n" for end in threshold["interval"]
    )
    cliffords = {c["id"]: c for c in subject.all("clifford")}
    claims = {
        "code": f"CodeClaim {subject.first('code')['distance']}",
        "enumerator": "EnumeratorClaim enumerator_A enumerator_B",
        "map": "MapClaim success_num success_den output_num output_den",
        "suppression": f"SuppressionClaim {order} {fraction(coefficient)}",
        "rest": f"RemainderClaim {order} {fraction(coefficient)} {fraction(bound)} {fraction(radius)}",
        "threshold": f"ThresholdClaim {where.rstrip()}",
    }
    definitions = f"""(* probability of success and output parameter, as polynomials, low degree first *)
{polynomial("success_num", success["num"])}{polynomial("success_den", success["den"])}\
{polynomial("output_num", output["num"])}{polynomial("output_den", output["den"])}
(* the threshold is a root of this polynomial *)
{polynomial("threshold_polynomial", threshold["polynomial"])}
"""
    for claim in subject.all("symmetry"):
        claims[claim["id"]] = f"SymmetryClaim {' '.join(f'{x}%N' for x in action(cliffords[claim['clifford']]))}"
    for claim in subject.all("square-root"):
        middle, radicand, minus, factor = square_root(claim, threshold)
        sign = "true" if minus else "false"
        claims[claim["id"]] = f"SquareRootClaim {where}        {fraction(middle)} {fraction(radicand)} {sign} {factor}"
    for claim in subject.all("bound"):
        name, sides = claim["id"].replace("-", "_"), {"at most": "true", "at least": "false"}
        if Fraction(claim["range"][0]) != 0 or claim["function"] != subject.parameter:
            raise SystemExit(f"{subject.name}: the theory knows bounds of the output from 0 on")
        claims[claim["id"]] = (
            f"BoundClaim {fraction(claim['range'][1])} {sides[claim['relation']]} {name}_num {name}_den"
        )
        definitions += f"""(* {claim["relation"]}, in its range, {comment(claim["place"])} *)
{polynomial(f"{name}_num", claim["value"]["num"])}{polynomial(f"{name}_den", claim["value"]["den"])}
"""
    corrections = {claim["id"]: corrected(subject, claim) for claim in subject.all("correction")}
    for claim in subject.all("correction"):
        images = " ".join(f"{x}%N" for x in action(cliffords[claim["clifford"]]))
        claims[claim["id"]] = f"CorrectionClaim {images} {corrections[claim['id']]}"
    for claim in subject.all("yield"):
        rest_of_it = f"{order} {fraction(claim['inputs'])} {exponents(claim)}"
        if claim["success-of"] == found["id"]:
            claims["yield"] = f"YieldClaim {rest_of_it}"
        else:
            claims["yield"] = f"CorrectedYieldClaim {corrections[claim['success-of']]} {rest_of_it}"
    return claims, definitions, radius, bound


def theorems(subject, holds, radius, bound):
    """The theorems of an instance, one for each claim."""
    first, prefix, ident = subject.first, subject.prefix, subject.ident
    out, x, state = f"{subject.parameter}_out", subject.variable, subject.state
    code, counts, found = first("code"), first("enumerator"), first("map")
    leading, threshold = first("suppression"), first("threshold")
    order, coefficient = leading["order"], real(leading["coefficient"])
    low, high = threshold["interval"]
    n = subject.code["n"]
    text = f"""(* {code["place"]} *)
Theorem {prefix}_decoder_exists : exists V : 'M[C]_(dim 0 {n}, 2), qubit_decoder gens lx lz V.
Proof. by have [] := {holds("code")}. Qed.

Theorem {prefix}_code :
  exists P : 'M[C]_(dim 0 {n}), [/\\ qubit_projector gens P, \\rank P = 2%N & qubit_distance P {code["distance"]}].
Proof. by have [] := {holds("code")}. Qed.

(* {counts["place"]} *)
Theorem {prefix}_enumerators (P : 'M[C]_(dim 0 {n})) : qubit_projector gens P -> forall m,
  Z.of_nat (number (qubit_stabilizes P) m) = nth Z0 enumerator_A m /\\
  Z.of_nat (number (qubit_normalizes P) m) = nth Z0 enumerator_B m.
Proof. exact: {holds("enumerator")}. Qed.

(* {found["place"]} *)
Theorem {ident}_protocol (V : 'M[C]_(dim 0 {n}, 2)) : qubit_decoder gens lx lz V -> forall {x} : R, 0 <= {x} <= 1 ->
  0 < p_succ {x} /\\ decode V ({state} {x}) = (p_succ {x})%:C *: {state} ({out} {x}).
Proof. exact: {holds("map")}. Qed.

(* {leading["place"]} *)
Theorem {ident}_suppression : leading_term {out} {order} ({coefficient}).
Proof. by have := {holds("suppression")} _ _ {ident}_protocol; rewrite /quotient_of /= ?zr1 ?divr1. Qed.

(* the same with a constant: computed here *)
Theorem {ident}_remainder : remainder {out} {order} ({coefficient}) {real(bound)} ({real(radius)}).
Proof. by have := {holds("rest")} _ _ {ident}_protocol; rewrite /quotient_of /= ?zr1 ?divr1. Qed.

(* {threshold["place"]} *)
Theorem {ident}_threshold : exists t : R,
  [/\\ {real(low)} < t
    < {real(high)},
    threshold_below {out} ({real(threshold["bound"])}) t
  & only_root threshold_polynomial ({real(threshold["bound"])}) t].
Proof. by have := {holds("threshold")} _ _ {ident}_protocol; rewrite /quotient_of /= ?zr1 ?divr1. Qed.

"""
    cliffords = {c["id"]: c for c in subject.all("clifford")}
    for claim in subject.all("symmetry"):
        image_x, image_z = action(cliffords[claim["clifford"]])
        text += f"""(* {claim["place"]} *)
Theorem {prefix}_symmetry_{claim["clifford"].replace("-", "_")} (U : 'M[C]_2) :
  qubit_clifford {image_x} {image_z} U ->
  forall P : 'M[C]_(dim 0 {n}), qubit_projector gens P -> tensor (fun=> U) *m P = P *m tensor (fun=> U).
Proof. exact: {holds(claim["id"])} U. Qed.

Theorem {prefix}_clifford_{claim["clifford"].replace("-", "_")} : exists U : 'M[C]_2, qubit_clifford {image_x} {image_z} U.
Proof. by apply: qubit_clifford_exists; apply: val_inj. Qed.

"""
    for claim in subject.all("square-root"):
        middle, radicand, minus, _ = square_root(claim, threshold)
        if threshold["bound"] != "1":
            raise SystemExit(f"{subject.name}: the theorem is about a threshold below 1")
        text += f"""(* {claim["place"]} *)
Theorem {ident}_threshold_exact : threshold {out} ({real(middle)} {"-" if minus else "+"} Num.sqrt ({real(radicand)})).
Proof. by have := {holds(claim["id"])} _ _ {ident}_protocol; rewrite /quotient_of /= !zr1 !divr1. Qed.

"""
    for claim in subject.all("bound"):
        name = claim["id"].replace("-", "_")
        value = f"peval {name}_num {x} / peval {name}_den {x}"
        sides = f"{out} {x} < {value}" if claim["relation"] == "at most" else f"{value} < {out} {x}"
        text += f"""(* {comment(claim["place"])} *)
Theorem {ident}_{name} {x} : 0 < {x} < {real(claim["range"][1])} ->
  0 < peval {name}_den {x} /\\ {sides}.
Proof. exact: {holds(claim["id"])} _ _ {ident}_protocol {x}. Qed.

"""
    for claim in subject.all("correction"):
        image_x, image_z = action(cliffords[claim["clifford"]])
        text += f"""(* {claim["place"]}: the stabilizers of the mask are corrected *)
Theorem {ident}_correction (U : 'M[C]_2) : qubit_clifford {image_x} {image_z} U ->
  forall {x} : R, corrects U
    (mask {corrected(subject, claim)} gens)
    ({state} {x}).
Proof. exact: {holds(claim["id"])} U. Qed.

"""
    for claim in subject.all("yield"):
        low, high = claim["exponent"]
        success = "p_succ"
        for correction in subject.all("correction"):
            if claim["success-of"] == correction["id"]:
                success = f"(fun {x} => 2%:R ^+ {len(correction['stabilizers'])} * p_succ {x})"
        text += f"""(* {claim["place"]}: {low} < log {order} / log {claim["inputs"]} < {high} *)
Theorem {ident}_yield : yield {n} {success} {out} {order} ({real(claim["inputs"])})
  {exponents(claim)}.
Proof. by have := {holds("yield")} _ _ {ident}_protocol; rewrite /quotient_of /= ?zr1 ?divr1. Qed.

"""
    return text


def instance(name):
    """The text of an instance."""
    subject = QubitSubject(name)
    claims, definitions, radius, bound = data(subject)
    code, counts, ident, prefix = subject.code, subject.first("enumerator"), subject.ident, subject.prefix
    keys, listed = list(claims), ";\n      ".join(claims.values())
    cofactor = [str(int(c)) for c in subject.witness["threshold"]["cofactor"]]
    rows = [subject.witness[claim["id"]]["matrix"] for claim in subject.all("symmetry")]
    matrices = ";\n    ".join("[:: " + ";\n        ".join(map(naturals, matrix)) + "]" for matrix in rows)

    def holds(key):
        return f"(holds_at {ident}_holds (i := {keys.index(key)}) isT)"

    return f"""(* Generated by qubit_instance.py from fixtures/statements/{name}.json, fixtures/codes/{code["name"]}.json and
   proofs/certificates/{name}.jsonl.  Do not edit.
   {comment(subject.statement["source"])}. *)
From Coq Require Import ZArith.
Delimit Scope Z_scope with coq_Z.
From mathcomp Require Import all_ssreflect all_algebra complex.
From Stillproof Require Import Definitions Polynomial QubitState QubitClifford RationalMap Qubit QubitSoundness.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory.

Section Data.
Local Open Scope Z_scope.

(* {comment(code["source"])} *)
Definition {prefix} : code := Code {code["n"]}
  {signed(code)}
  {vector(code["logical_x"])}%N
  {vector(code["logical_z"])}%N.

(* the number of elements of each weight in the stabilizer group and in its normalizer, phases left out *)
{polynomial("enumerator_A", counts["A"])}{polynomial("enumerator_B", counts["B"])}
{definitions}Definition {ident} : statement := Statement {prefix} {subject.family}
  [:: {listed}].

Definition {ident}_certificate : certificate := Certificate
  {vectors(subject.witness["code"]["destabilizers"])}
  [:: {matrices}]%N
{wrap(cofactor, "  [::", "].", 2)}
End Data.

(* the kernel runs the checker *)
Lemma {ident}_checked : qubit_check {ident} {ident}_certificate = true.
Proof. by vm_cast_no_check (erefl true). Qed.

Section Theorems.
Local Open Scope ring_scope.
Local Open Scope complex_scope.
Variable R : rcfType.
Notation C := (complex_numClosedFieldType R).
Notation "z %:real" := (zr R z%coq_Z) (at level 2, format "z %:real").
Notation gens := (gens_of {prefix}).
Notation lx := (lx_of {prefix}).
Notation lz := (lz_of {prefix}).

(* the probability of success and the output parameter *)
Definition p_succ ({subject.variable} : R) : R := peval success_num {subject.variable} / peval success_den {subject.variable}.
Definition {subject.parameter}_out ({subject.variable} : R) : R := peval output_num {subject.variable} / peval output_den {subject.variable}.

Lemma {ident}_holds : all_hold R {prefix} {subject.family} (claims {ident}).
Proof. exact: (qubit_check_sound R {ident}_checked). Qed.

{theorems(subject, holds, radius, bound)}End Theorems.
"""


def instances():
    """The text of every instance, by file name."""
    return {f"{name.replace('-', '_')}.v": instance(name) for name in ("five-qubit-t", "reed-muller15-t")}


if __name__ == "__main__":
    write(instances())
