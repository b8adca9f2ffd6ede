"""Write the instances of qubit statements from the statements, the codes and the certificates, as instance.py does.

Usage: python3 qubit_instance.py [--check]     (--check: only compare with the committed files; exit 1 when one differs)
"""

from fractions import Fraction
from math import isqrt

from instance import (
    HEAD,
    Facts,
    Subject,
    all_hold,
    code_definition,
    constant,
    entries,
    fraction,
    made,
    plain,
    polynomial,
    remainder_theorem,
    statement_definition,
    texts,
    theorems,
    two_ends,
    vector,
    write,
)
from reading import COMMITTED, Refusal, rational, supported, whole

# the family in Qubit.v, in Definitions.v, and the tactic that compares it with a state file, by the suffix of the name
QUBITS = {"five-qubit-t": ("FamilyT", "t_state", "t_mixture"), "reed-muller15-t": ("FamilyA", "a_state", "a_mixture")}
RADII = ("1", "1/2", "1/4", "1/10")


def signed(code):
    """The stabilizers with their signs, true for -1."""
    signs = code.get("signs") or [0] * len(code["stabilizers"])
    rows = [f"({'true' if s else 'false'}, {vector(v)})" for s, v in zip(signs, code["stabilizers"], strict=True)]
    return "[:: " + ";\n      ".join(rows) + "]%N"


def action(clifford):
    """The images of X and Z under a `clifford` claim, with their signs: V T(b) V* = (-1)^[shift,b] T(F b)."""
    (a, b), (c, d) = (list(map(whole, row)) for row in clifford["symplectic"])
    su, sv = map(whole, clifford["shift"])
    images = []
    for sign, point in ((sv % 2, (a, c)), (su % 2, (b, d))):
        images.append(f"({'true' if sign else 'false'}, ({point[0]}, {point[1]}))")
    return images


def corrected(subject, claim):
    """The stabilizers that a `correction` claim corrects, as a mask."""
    marks = [str(k + 1 in claim["stabilizers"]).lower() for k in range(len(subject.code["stabilizers"]))]
    return f"[:: {'; '.join(marks)}]"


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
        except Refusal:
            continue
        return h, Fraction(-(-found * h.denominator ** (order + 1) // h.numerator ** (order + 1)))
    raise Refusal(11, "kernel.remainder", "a radius and a constant that bounds the rest", "none")


def square_root(claim, threshold):
    """Center and radicand of (center + s sqrt(D))/scale, and what P is multiplied with."""
    center, s, scale, d = (whole(claim[key]) for key in ("center", "s", "scale", "D"))
    middle, radicand = Fraction(center, scale), Fraction(s * s * d, scale * scale)
    leading = Fraction(whole(threshold["polynomial"][2]))
    factor = radicand.denominator * middle.denominator**2 / leading
    seen = factor.denominator == 1 and isqrt(d) ** 2 != d
    supported(seen, "kernel.square-root", "a root over the polynomial of the threshold", claim["id"])
    return middle, radicand, s < 0, factor.numerator


def instance(name, places, facts):
    """The instance for a code on qubits and one of the two families."""
    family, state, tactic = QUBITS[name]
    subject = Subject(name, places, 2)
    first, all_of = subject.first, subject.all
    found, leading, threshold = first("map"), first("suppression"), first("threshold")
    supported(plain(found), "kernel.map.frame", "no frame and no twirl", "another map")
    output, success = found["output"][found["parameters"][0]], found["success"]
    num, den = ([whole(c) for c in output[key]] for key in ("num", "den"))
    order, coefficient = whole(leading["order"]), rational(leading["coefficient"])
    radius, constant_of_rest = rest(num, den, order, coefficient)
    same = f"(@{facts.family(subject, state, tactic, 'x')} R)"

    subject.add(f"CodeClaim {whole(first('code')['distance'])}", first("code"))
    subject.add("EnumeratorClaim enumerator_A enumerator_B", first("enumerator"))
    maps = "MapClaim success_num success_den output_num output_den"
    given = subject.add(maps, found, f"Stating.qubit_map {same} {{}}")
    for_map = f"{{}} _ _ {given}"
    subject.add(f"SuppressionClaim {order} {fraction(coefficient)}", leading, for_map)
    ends = f"{order} {fraction(coefficient)} {fraction(constant_of_rest)} {fraction(radius)}"
    proof = f"{subject.add(f'RemainderClaim {ends}', None)} _ _ {given}"
    remainder = remainder_theorem(subject, order, coefficient, constant_of_rest, radius, proof)
    low, high = map(rational, threshold["interval"])
    where = (
        f"{fraction(rational(threshold['bound']))} threshold_polynomial\n"
        f"        {fraction(low)}\n        {fraction(high)}"
    )
    subject.add(f"ThresholdClaim {where}", threshold, for_map)
    data = f"""(* probability of success and output parameter, as polynomials, low degree first *)
{polynomial("success_num", success["num"])}{polynomial("success_den", success["den"])}\
{polynomial("output_num", output["num"])}{polynomial("output_den", output["den"])}
(* the threshold is a root of this polynomial *)
{polynomial("threshold_polynomial", threshold["polynomial"])}
"""

    def unitary(claim):
        """The images under the Clifford that a claim names, its matrix, and the lemma that this is its action."""
        clifford = subject.named(claim["clifford"], "clifford")
        images = action(clifford)
        m = whole(clifford["matrix"]["m"])
        supported(m in (8, 24), "kernel.clifford.field", "m = 8 or 24", m)
        statement = f": qubit_clifford {' '.join(images)}\n  ({entries(clifford['matrix'], 2)} : 'M[C]_2)"
        fact = facts.about("unitary", statement, f"stated_clifford{m}")
        return " ".join(f"{x}%N" for x in images), f"_ ({fact} R)"

    for claim in all_of("symmetry"):
        images, matrix = unitary(claim)
        subject.add(f"SymmetryClaim {images}", claim, f"{{}} {matrix}")
    for claim in all_of("radicals"):
        middle, radicand, minus, factor = square_root(claim, threshold)
        sign = "true" if minus else "false"
        text = f"SquareRootClaim {where}\n        {fraction(middle)} {fraction(radicand)} {sign} {factor}"
        subject.add(text, claim, for_map)
    for i, claim in enumerate(all_of("bound"), 1):
        name, sides = f"bound_{i}", {"at most": "true", "at least": "false"}
        from_0 = rational(claim["range"][0]) == 0 and claim["function"] in found["parameters"]
        supported(from_0 and claim["relation"] in sides, "kernel.bound", "a bound of the output from 0 on", claim["id"])
        end = fraction(rational(claim["range"][1]))
        subject.add(f"BoundClaim {end} {sides[claim['relation']]} {name}_num {name}_den", claim, for_map)
        data += "(* a bound *)\n" + "".join(
            polynomial(f"{name}_{part}", claim["value"][part]) for part in ("num", "den")
        )
    masks = {}
    for claim in all_of("correction"):
        images, _ = unitary(claim)
        masks[claim["id"]] = corrected(subject, claim)
        subject.add(f"CorrectionClaim {images} {masks[claim['id']]}", None)
    for claim in all_of("yield"):
        ends = f"{order} {fraction(rational(claim['inputs']))} {two_ends(claim, 'exponent')}"
        if claim["success-of"] == found["id"]:
            subject.add(f"YieldClaim {ends}", claim, for_map)
        else:  # counts for no claim: that the larger success probability is one is not proved
            subject.add(f"CorrectedYieldClaim {masks[claim['success-of']]} {ends}", None)
    modules = "Definitions Polynomial QubitState QubitClifford RationalMap Qubit QubitSoundness"
    return subject, (
        HEAD.format(modules=modules)
        + code_definition(subject, signed(subject.code))
        + data
        + statement_definition(subject, f" {family}", "qubit_check", subject.witness[threshold["id"]]["cofactor"])
        + theorems(subject, all_hold(subject, f" {family}", "qubit_check_sound"), remainder, facts)
    )


MAKERS = dict.fromkeys(QUBITS, instance)


def generated(places=COMMITTED, names=tuple(MAKERS)):
    """Every subject with its instance, by the name of the statement, and the lemmas that they share."""
    facts = Facts("stated_qubits", "Pauli QubitState")
    return made(MAKERS, names, places, facts), facts


def instances():
    """The text of every file that this program writes, by its name."""
    return texts(*generated())


if __name__ == "__main__":
    write(instances)
