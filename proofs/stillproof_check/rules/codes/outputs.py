"""`outputs`: several encoded qudits; the infidelity of all of them together, and of each, to a target state."""

from typing import Any

from ...entry.loader import Reader, fraction_of_polynomials, keyed, listed, name
from ...entry.verdict import require, supported, wellformed, within
from ...numbers.cyclotomic import Element, read_element
from ...numbers.lowest import check_lowest, check_normal, cofactors
from ...numbers.multivariate import Poly, lifted
from ...operators.symplectic import Vector, phase_order
from ...subject.established import CodeParameters, Established, Function, Outputs, Quantity
from ...subject.statement import Facts
from .class_enumerator import all_digits

CONVENTION = (
    "conditioned on the outcome +1 of every stabilizer; target: amplitudes of a vector on the encoded qudits, the "
    "first one the slowest digit, not normalised; any = 1 - <target|output|target> / <target|target>; each: the same "
    "for one qudit"
)
LEMMAS = ("displacement-group", "coset-sums", "overlap", "bezout-line", "listing")
MAX_DIMENSION = 64  # of the encoded qudits together


def fields(facts: Facts) -> dict[str, Reader]:
    """The target, `any`, `each` (empty where the target is not a product), and `success`."""
    size = facts.code.p**facts.code.k
    within(size <= MAX_DIMENSION, "outputs.dimension", f"at most {MAX_DIMENSION}", size)
    return {
        "any": fraction_of_polynomials,
        "each": listed(fraction_of_polynomials),
        "parameter": name,
        "success": fraction_of_polynomials,
        "target": listed(lambda value: read_element(value, facts.state.field), size),
    }


def witness(facts: Facts) -> dict[str, Reader]:
    """For every function u and v with u num + v den = a constant."""
    return {"bezout": keyed(cofactors)}


def check(claim: dict[str, Any], line: dict[str, Any], facts: Facts) -> Established:
    """Establishes the functions `any`, the outputs by number, and the success probability."""
    code, state, field = facts.code, facts.state, facts.state.field
    facts.only(CodeParameters)
    supported(code.k > 1, "outputs.k", "several encoded qudits", code.k)
    supported(len(state.parameters) == 1, "outputs.parameters", "a family with one parameter", state.parameters)
    wellformed(claim["parameter"] == state.parameters[0], "outputs.parameter", state.parameters, claim["parameter"])
    inside = facts.group_sum
    p_num, p_den = (lifted(field, x, 1) for x in claim["success"])
    good = p_num * code.p ** (code.n - code.k) == p_den * inside
    require(good, "outputs.success", "p^(k-n) N_1", "another polynomial")
    wellformed(len(claim["success"][1]) == 1, "outputs.success.polynomial", "a constant den", claim["success"][1])

    first = next((amplitude for amplitude in claim["target"] if amplitude), field.zero)
    wellformed(first == field.one, "outputs.target.first", "1 for the first amplitude that is not 0", first)
    chi = target_chi(facts, claim["target"])
    norm = chi[(0,) * code.k, (0,) * code.k]
    functions = {"any": claim["any"]}
    pure = [is_pure(facts, chi, norm, j) for j in range(code.k)]
    count = code.k if all(pure) else 0
    wellformed(len(claim["each"]) == count, "outputs.each.count", f"{count} functions", len(claim["each"]))
    functions.update((str(j), function) for j, function in enumerate(claim["each"], 1))
    places = {"any": list(chi), **{str(j + 1): on_one(facts, j) for j in range(count)}}
    for label, function in functions.items():
        dimension = code.p ** (code.k if label == "any" else 1)
        # 1 - output = sum_L conj(chi_target(L)) N_L / (dimension norm N_1)
        parts = (facts.coset_sum(*at) * chi[at].conjugate() for at in places[label] if chi[at])
        num, den = (lifted(field, x, 1) for x in function)
        same = (den - num) * inside * (norm * dimension) == den * sum(parts, Poly({}, facts.work))
        require(same, "outputs.infidelity", "1 - <target|output|target>", f"another function for {label}")
    for label, function in [("success", claim["success"]), *functions.items()]:
        check_normal(label, function)
    check_lowest(functions, {**line, "line": []}, facts.work)
    found, unit = {}, norm.inverse()
    for label, (num, den) in functions.items():
        quantity = Quantity.JOINT if label == "any" else Quantity.INFIDELITY
        goal = tuple(unit * chi[at] for at in places[label])
        found[label] = Function(quantity, num, den, claim["id"], goal)
    num, den = claim["success"]
    return Outputs(Function(Quantity.SUCCESS, num, den, claim["id"]), found)


def target_chi(facts: Facts, target: list[Element]) -> dict[Vector, Element]:
    """<target|T(a|b)|target> on the encoded qudits, for every (a|b)."""
    p, k, field = facts.code.p, facts.code.k, facts.state.field
    step = field.m // phase_order(p)
    basis = [tuple(digits) for digits in all_digits(p, k)]
    conjugates = [amplitude.conjugate() for amplitude in target]
    found = {}
    for digits in all_digits(p, 2 * k):
        a, b = tuple(digits[:k]), tuple(digits[k:])
        outer = sum(x * y for x, y in zip(a, b)) * (1 if p == 2 else (p + 1) // 2)
        terms = []
        for x, amplitude in zip(basis, target):
            image = basis.index(tuple((i + j) % p for i, j in zip(x, a)))
            inner = sum(i * j for i, j in zip(b, x)) * (phase_order(p) // p)
            phase = field.zeta(step * (outer + inner))
            terms.append(conjugates[image] * amplitude * phase)
        found[a, b] = field.sum(terms)
    return found


def on_one(facts: Facts, j: int) -> list[Vector]:
    """The (a|b) that are 0 but on encoded qudit j."""
    p, k = facts.code.p, facts.code.k
    place = [tuple(int(i == j) * x for i in range(k)) for x in range(p)]
    return [(a, b) for a in place for b in place]


def is_pure(facts: Facts, chi: dict[Vector, Element], norm: Element, j: int) -> bool:
    """Whether the target's state of encoded qudit j is pure: sum_L |chi(L)|^2 = p norm^2."""
    squares = facts.state.field.sum(chi[at] * chi[at].conjugate() for at in on_one(facts, j))
    return squares == norm * norm * facts.code.p
