"""What a statement claims, as types of Coq in the words of Definitions.v and Stated.v: the text of claims/*.v.

This file is the other half of the road.  The instances prove; here it is said what they have to prove, read from the
same files by code that shares nothing with the generators of the instances but the reader.  `claims/NAME.v` writes the
types down first, and loads the instance only after that; then Coq compares: claim_<n>, for the n-th claim of the
statement, has the type that is written here, or the file does not compile.  Nothing but numbers, and names that are
fixed in this file, is written.

Every field of a claim is read, into the type or by a comparison; a field that no line here reads is refused
(`kernel.claim.fields`), and so is a kind that the checker has no rule for (`kernel.claim.kind`).  To adapt this file to
a new field or kind: the function of the kind, and its line in `KINDS`.  No claim of a kind without a line is proved.

Usage: python3 claim_types.py [--check]     (--check: only compare with the committed files; exit 1 when one differs)
"""

import re
import textwrap
from fractions import Fraction
from math import factorial, lcm

from reading import HEAD, RULES, rational, require, supported, wellformed, whole

WIDTH = 116
PATIENCE = (
    60  # seconds for a comparison, which takes a tenth of one; different large numbers would be compared for ever
)
ROOTS = (8, 12, 24)  # the m for which Stated.v has zeta_m
KETS = ("ket_S", "ket_plus", "ket_minus")  # of the members of the strange state, in the order of its file


# --- numbers as Coq reads them ---


def naturals(values):
    """A list of naturals."""
    found = [whole(value) for value in values]
    wellformed(all(value >= 0 for value in found), "kernel.number.natural", "no negative number", found)
    return f"[:: {'; '.join(map(str, found))}]%N"


def integers(values):
    """A list of integers."""
    return f"[:: {'; '.join(str(whole(value)) for value in values)}]%coq_Z"


def rows(values):
    """A list of lists of integers."""
    inner = (f"[:: {'; '.join(str(whole(c)) for c in row)}]" if row else "[::]" for row in values)
    return f"[:: {'; '.join(inner)}]%coq_Z"


def real(value):
    """A rational number: numerator and denominator, also if that is 1."""
    return f"{signed(value.numerator)}%:real / {value.denominator}%:real"


def signed(value):
    """An integer, in parentheses if it is negative."""
    return f"({value})" if value < 0 else str(value)


def vector(value):
    """A vector (u|v)."""
    u, v = value
    return f"({naturals(u)}, {naturals(v)})"


def matrix(value, p):
    """A p x p matrix over Q(zeta_m)."""
    m, table = whole(value["m"]), value["entries"]
    supported(m in ROOTS, "kernel.matrix.field", f"m in {ROOTS}", m)
    inner = "; ".join(rows(row).removesuffix("%coq_Z") for row in table)
    return f"entries {p} (zeta{m} R) [:: {inner}]%coq_Z {whole(value['den'])}%coq_Z"


def exactly(value, *keys):
    """The items of an object that has these keys and no other."""
    supported(value.keys() == set(keys), "kernel.object.fields", sorted(keys), sorted(value))
    return [value[key] for key in keys]


# --- a statement ---


class Fields:
    """A claim that knows which of its fields were read."""

    def __init__(self, claim):
        self.claim, self.seen = claim, set(HEAD)

    def __getitem__(self, key):
        self.seen.add(key)
        return self.claim[key]

    def all_read(self):
        """Refuse a field that nothing reads: it is neither in the type nor compared."""
        left = sorted(self.claim.keys() - self.seen)
        supported(not left, "kernel.claim.fields", "fields that the type of the claim takes in or compares", left)


class Statement:
    """A statement, and which of its claims an instance proves, by their numbers, counted from 1."""

    def __init__(self, subject, proved):
        self.subject, self.proved = subject, proved
        self.numbers = {claim["id"]: number for number, claim in enumerate(subject.claims, 1)}
        self.p, self.n = whole(subject.code["p"]), whole(subject.code["n"])
        supported(self.p in (2, 3), "kernel.code.p", "qubits or qutrits", self.p)
        self.rank = len(subject.code["stabilizers"])
        supported(self.n - self.rank == 1, "kernel.code.k", "one encoded qudit", self.n - self.rank)
        self.signs = [whole(sign) for sign in subject.code.get("signs", [0] * self.rank)]
        supported(self.p == 2 or not any(self.signs), "kernel.code.signs", "no signs for qutrits", self.signs)
        require(whole(subject.state["p"]) == self.p, "code.dimension", self.p, subject.state["p"])
        self.parameters = subject.state["parameters"]
        self.unitaries = set()  # the numbers of the `clifford` claims that a type names
        for number, claim in enumerate(subject.claims, 1):
            with subject.blame(number):
                supported(claim["kind"] in RULES, "kernel.claim.kind", "a kind of the checker", claim["kind"])

    def fields(self, number):
        """The fields of a claim."""
        return Fields(self.subject.claims[number - 1])

    def number(self, name, *kinds, proved=True):
        """The number of the claim with this id, which has one of these kinds, and which an instance proves."""
        number = self.numbers.get(name, 0)
        kind = self.subject.claims[number - 1]["kind"] if number else "no claim"
        supported(kind in kinds, "kernel.claim.rests-on", f"a claim of kind {' or '.join(kinds)}", f"{name}: {kind}")
        supported(not proved or number in self.proved, "kernel.claim.rests-on.proved", "a claim that is proved", name)
        return number

    def function(self, of, output):
        """The name of an output of the `map` claim with this id."""
        number = self.number(of, "map")
        wellformed(output in self.parameters, "kernel.claim.output", self.parameters, output)
        return f"output_{number}_{self.parameters.index(output) + 1}"

    def clifford(self, name):
        """The name of the matrix of the `clifford` claim with this id."""
        number = self.number(name, "clifford", proved=False)
        self.unitaries.add(number)
        return f"unitary_{number}"

    @property
    def projector(self):
        """P is the projector of the code."""
        return "code_projector w gens P" if self.p == 3 else "qubit_projector gens P"

    @property
    def an_operator(self):
        """P, with its type."""
        return f"P : 'M[C]_(dim {self.p - 2} {self.n})"

    @property
    def an_isometry(self):
        """V, with its type."""
        return f"V : 'M[C]_(dim {self.p - 2} {self.n}, {self.p})"

    @property
    def decodes(self):
        """V decodes the code."""
        return "decoder w gens lx lz V" if self.p == 3 else "qubit_decoder gens lx lz V"


# --- the type of a claim, by kind ---


def code(s, claim, number):
    """n, k, p and the distance; n, k and p are those of the code file, too."""
    for key, value in (("n", s.n), ("p", s.p), ("k", s.n - s.rank)):
        require(whole(claim[key]) == value, f"code.{key}", value, claim[key])
    qubit = "" if s.p == 3 else "qubit_"
    distance = f"distance w P {whole(claim['distance'])}" if s.p == 3 else f"distance P {whole(claim['distance'])}"
    return (
        f"(exists {s.an_isometry}, {s.decodes}) /\\ exists {s.an_operator}, "
        f"[/\\ {s.projector}, \\rank P = {whole(claim['p']) ** whole(claim['k'])}%N & {qubit}{distance}]"
    )


def enumerator(s, claim, number):
    """How many elements of each weight fix the code space, and how many map it to itself."""
    inside, normal = ("(stabilizes w P)", "(normalizes w P)")
    if s.p == 2:
        inside, normal = ("(qubit_stabilizes P)", "(qubit_normalizes P)")
    return (
        f"forall {s.an_operator}, {s.projector} -> forall m, "
        f"Z.of_nat (number {inside} m) = nth Z0 {integers(claim['A'])} m /\\ "
        f"Z.of_nat (number {normal} m) = nth Z0 {integers(claim['B'])} m"
    )


def symmetry(s, claim, number):
    """The matrix of the `clifford` claim, on every site, commutes with the projector."""
    u = s.clifford(claim["clifford"])
    return f"forall {s.an_operator}, {s.projector} -> tensor (fun=> {u}) *m P = P *m tensor (fun=> {u})"


def map_(s, claim, number):
    """Decoding takes the family of the state file, with all inputs in one state, to itself: neither frame nor twirl."""
    frame = claim["output-clifford"]
    plain = frame == {"shift": [0, 0], "symplectic": [[1, 0], [0, 1]]} and claim["output-twirl"] == []
    supported(plain, "kernel.map.frame", "no frame and no twirl", frame)
    supported(claim["output-match"] == "state", "kernel.map.match", "state", claim["output-match"])
    require(claim["parameters"] == s.parameters, "map.parameters", s.parameters, claim["parameters"])
    outputs = [f"output_{number}_{i}" for i in range(1, len(s.parameters) + 1)]
    at = "x" if len(outputs) == 1 else "x y"
    domain = "0 <= x <= 1 ->" if len(outputs) == 1 else "0 <= x -> 0 <= y -> x + y <= 1 ->"
    image = " ".join(f"({f} {at})" for f in outputs)
    functions(s, claim, number)  # written before
    return (
        f"forall {s.an_isometry}, {s.decodes} -> forall {at} : R, {domain} "
        f"0 < success_{number} {at} /\\ decode V (rho {at}) = (success_{number} {at})%:C *: rho {image}"
    )


def functions(s, claim, number):
    """The definitions of the functions of a `map` claim."""
    outputs = exactly(claim["output"], *s.parameters)
    named = [(f"success_{number}", claim["success"])]
    named += [(f"output_{number}_{i}", output) for i, output in enumerate(outputs, 1)]
    several = len(s.parameters) > 1
    kind, show, ratio = ("R -> R -> R", rows, "ratio2") if several else ("R -> R", integers, "ratio")
    return [
        f"Definition {name} : {kind} := @{ratio} R {' '.join(show(part) for part in exactly(value, 'num', 'den'))}."
        for name, value in named
    ]


def suppression(s, claim, number):
    """The leading term of an output."""
    f = s.function(claim["of"], claim["output"])
    # a term 0 x^k is no leading term, and `leading_term f k 0` says less than that the order is k
    require(rational(claim["coefficient"]) != 0, "suppression.coefficient", "a coefficient that is not 0", "0")
    return f"leading_term {f} {whole(claim['order'])} ({real(rational(claim['coefficient']))})"


def threshold(s, claim, number):
    """The threshold below the bound, between the ends of the interval, and the one root of the polynomial there."""
    f, end = s.function(claim["of"], claim["output"]), real(rational(claim["bound"]))
    low, high = map(rational, claim["interval"])
    ends = [str(s.subject.noise * x) for x in (low, high)]
    require(claim["infidelity"] == ends, "threshold.infidelity", ends, claim["infidelity"])
    return (
        f"exists t : R, [/\\ {real(low)} < t < {real(high)}, threshold_below {f} ({end}) t & "
        f"forall x : R, 0 < x < {end} -> (peval {integers(claim['polynomial'])} x = 0 <-> x = t)]"
    )


def radicals(s, claim, number):
    """The threshold of the claim that it is `of` is (center + s sqrt(D))/scale."""
    at = s.fields(s.number(claim["of"], "threshold"))
    quadratic = (whole(claim["degree"]), whole(claim["r"])) == (2, 0)
    supported(quadratic, "kernel.radicals.degree", "degree 2, and r = 0", claim["degree"])
    center, factor, scale, radicand = (whole(claim[key]) for key in ("center", "s", "scale", "D"))
    supported(scale > 0 and radicand > 0 and factor != 0, "kernel.radicals.form", "scale, D > 0, s != 0", claim.claim)
    square = Fraction(factor * factor * radicand, scale * scale)
    return (
        f"threshold_below {s.function(at['of'], at['output'])} ({real(rational(at['bound']))}) "
        f"({real(Fraction(center, scale))} {'+' if factor > 0 else '-'} Num.sqrt ({real(square)}))"
    )


def yield_(s, claim, number):
    """Inputs for one output, and the exponent.

    With a `correction` claim the success probability is that of the map times p^(number of stabilizers that are
    corrected); that this product is one is not proved, so no such yield counts.
    """
    leading = s.fields(s.number(claim["of"], "suppression"))
    source = s.number(leading["of"], "map")
    success = s.number(claim["success-of"], "map")
    supported(success == source, "kernel.yield.map", "one map for the order and the inputs", claim["success-of"])
    low, high = map(rational, claim["exponent"])
    wellformed(0 < low < high < 1, "yield.exponent.range", "0 < low < high < 1", (low, high))
    require(rational(leading["coefficient"]) != 0, "suppression.coefficient", "a coefficient that is not 0", "0")
    require(whole(claim["outputs"]) == 1, "yield.outputs", "1 of this target and order", claim["outputs"])
    return (
        f"yield {s.n} success_{success} {s.function(leading['of'], leading['output'])} {whole(leading['order'])} "
        f"({real(rational(claim['inputs']))}) "
        f"({low.numerator}, {low.denominator})%N ({high.numerator}, {high.denominator})%N"
    )


def bound(s, claim, number):
    """An output is strictly below, or above, a quotient of polynomials from 0 to an end."""
    f = s.function(claim["of"], claim["function"])
    low, high = map(rational, claim["range"])
    supported(low == 0, "kernel.bound.range", "a range from 0 on", low)
    num, den = map(integers, exactly(claim["value"], "num", "den"))
    sides = {"at most": f"{f} x < ratio {num} {den} x", "at least": f"ratio {num} {den} x < {f} x"}
    supported(claim["relation"] in sides, "kernel.bound.relation", sorted(sides), claim["relation"])
    return f"forall x : R, 0 < x < {real(high)} -> 0 < peval {den} x /\\ {sides[claim['relation']]}"


def expansion(s, claim, number):
    """A function of two parameters up to a degree, over a common denominator."""
    supported(len(s.parameters) == 2, "kernel.expansion.parameters", "two parameters", s.parameters)
    source = s.number(claim["of"], "map")
    asked = claim["function"]
    f = f"success_{source}" if asked == "success" else s.function(claim["of"], asked)
    table, degree = [[rational(c) for c in row] for row in claim["coefficients"]], whole(claim["degree"])
    shape = [degree + 1 - i for i in range(degree + 1)]
    wellformed(list(map(len, table)) == shape, "expansion.shape", shape, list(map(len, table)))
    den = lcm(*(c.denominator for row in table for c in row))
    scaled = rows([[int(den * c) for c in row] for row in table])
    return f"expansion {f} (fun x y => peval2 {scaled} x y / {den}%:real) {degree}"


def projection(s, claim, number):
    """<x|Pi|x>/<x|x> = (a + b sqrt 3)/den for all placements, and the vectors are those of the state file."""
    members = s.subject.state["ensemble"]
    supported(s.p == 3 and len(members) == 3, "kernel.projection.state", "the strange state", len(members))
    names = [member["name"] for member in members]
    wellformed(set(claim["others"]) <= set(names[1:]), "projection.others.known", names[1:], claim["others"])
    plus, minus = (claim["others"].count(name) for name in names[1:])
    supported(len(claim["values"]) == 1, "kernel.projection.values", "one value", len(claim["values"]))
    count, value = exactly(claim["values"][0], "count", "value")
    placements = factorial(s.n) // (factorial(plus) * factorial(minus) * factorial(s.n - plus - minus))
    require(whole(count) == placements, "projection.values", f"{placements} placements", count)
    a, b, c, d = map(whole, value["num"])
    surd = whole(value["m"]) == 12 and c == 0 and b == -2 * d  # sqrt 3 = 2 zeta_12 - zeta_12^3
    supported(surd, "kernel.projection.value", "a + b sqrt 3", value)
    drawn = (f"projects_onto (@{ket} R) member_{i}" for i, ket in enumerate(KETS, 1))
    return (
        f"[/\\ {', '.join(drawn)} & forall {s.an_operator}, {s.projector} -> "
        f"forall plus minus : {{set 'I_{s.n}}}, [disjoint plus & minus] -> "
        f"#|plus| = {plus}%N -> #|minus| = {minus}%N -> "
        f"expectation P (ket (placed R plus minus)) "
        f"(({signed(a)}%:real + {signed(-d)}%:real * Num.sqrt 3%:R) / {whole(value['den'])}%:real)]"
    )


KINDS = {
    "bound": bound,
    "code": code,
    "enumerator": enumerator,
    "expansion": expansion,
    "map": map_,
    "projection": projection,
    "radicals": radicals,
    "suppression": suppression,
    "symmetry": symmetry,
    "threshold": threshold,
    "yield": yield_,
}
USED = ("clifford",)  # never claims of the kernel, but what these rest on: read as strictly
READ = (*KINDS, *USED)

PREAMBLE = """(* Generated by claim_types.py: what the statement with the name of this file claims, in the words of
   Definitions.v and Stated.v.  claim_<n> is about its n-th claim.  Do not edit. *)
From Coq Require Import ZArith.
Delimit Scope Z_scope with coq_Z.
From mathcomp Require Import all_ssreflect all_algebra complex.
From Stillproof Require Import Polynomial Definitions Stated.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory.

Section Claims.
Local Open Scope ring_scope.
Local Open Scope complex_scope.
Variable R : rcfType.
Notation C := (complex_numClosedFieldType R).
Notation w := (omega R : C).
Notation "z %:real" := (zr R z%coq_Z) (at level 2, format "z %:real").

"""


def paragraph(text):
    """A definition over several lines."""
    return textwrap.fill(text, WIDTH, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)


def subject_definitions(s):
    """The code, and the family of states as the mixture that the state file states."""
    code, members = s.subject.code, s.subject.state["ensemble"]
    vectors = list(map(vector, code["stabilizers"]))
    phase = f"phase {s.p - 2} {s.n}"
    if s.p == 2:
        vectors = [f"({'true' if sign else 'false'}, {v})" for sign, v in zip(s.signs, vectors, strict=True)]
        gens = f"seq (bool * {phase}) := [seq (g.1, point 0 {s.n} g.2)"
    else:
        gens = f"seq ({phase}) := [seq point 1 {s.n} g"
    listed = ";\n      ".join(vectors)
    parameters = ("x", "y")[: len(s.parameters)]
    mixed, projectors = [], []
    for i, member in enumerate(members, 1):
        constant, *slopes = (real(rational(c)) for c in member["weight"])
        weight = " + ".join([constant, *(f"{c} * {x}" for c, x in zip(slopes, parameters, strict=True))])
        mixed.append(f"({weight})%:C *: member_{i}")
        projectors.append(f"Definition member_{i} : 'M[C]_{s.p} := {matrix(member['projector'], s.p)}.")
    return [
        f"Definition gens : {gens} | g <-\n  [:: {listed}]].",
        *(f"Definition l{x} : {phase} := point {s.p - 2} {s.n} {vector(code[f'logical_{x}'])}." for x in "xz"),
        *map(paragraph, projectors),
        paragraph(f"Definition rho ({' '.join(parameters)} : R) : 'M[C]_{s.p} := {' + '.join(mixed)}."),
    ]


def claim_definitions(s):
    """The functions and matrices that the claims use, and the type of every claim that is proved."""
    used, found = [], []
    for number, raw in enumerate(s.subject.claims, 1):
        claim = s.fields(number)
        with s.subject.blame(number):
            if number in s.proved:
                if raw["kind"] == "map":
                    used += functions(s, claim, number)
                found.append(f"Definition claim_{number}_says : Prop := {KINDS[raw['kind']](s, claim, number)}.")
                claim.all_read()
    for number in sorted(s.unitaries):
        with s.subject.blame(number):
            text = matrix(s.fields(number)["matrix"], s.p)
            used.append(f"Definition unitary_{number} : 'M[C]_{s.p} := {text}.")
    return [*map(paragraph, used), "", *map(paragraph, found)]


def text(subject, proved, module):
    """The file claims/MODULE.v: the types, and the theorems of the instance, which Coq compares with them."""
    supported(re.fullmatch("[a-z0-9_]+", module) is not None, "kernel.module", "a name in a table", module)
    s = Statement(subject, frozenset(proved))
    instance = f"Stillproof.instances.{module}"
    theorems = [
        f"Timeout {PATIENCE} Definition claim_{n} : forall R, claim_{n}_says R := {instance}.claim_{n}."
        for n in sorted(proved)
    ]
    return (
        PREAMBLE
        + "\n".join([*subject_definitions(s), "", *claim_definitions(s)])
        + "\nEnd Claims.\n\n(* what is above was written down before a line of the instance was read *)\n"
        + f"From Stillproof.instances Require {module}.\n\n"
        + "\n".join(theorems)
        + "\n"
    )
