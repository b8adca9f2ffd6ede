"""`map`: output parameters and success probability as rational functions of the input parameters."""

from fractions import Fraction
from typing import Any

from ...entry.loader import Reader, integer, keyed, listed, name, one_of, record, small
from ...entry.loader import fraction_of_polynomials as one_variable
from ...entry.loader import fraction_of_two_variables as two_variables
from ...entry.verdict import require, supported, wellformed, within
from ...numbers.cyclotomic import Element
from ...numbers.lowest import check_lowest, check_normal, cofactors
from ...numbers.multivariate import Poly, affine, lifted
from ...operators.conjugation import MAX_GENERATORS, action, averaged, generated
from ...operators.symplectic import phase_order
from ...subject.established import Clifford, CodeParameters, Established, Function, Map, Quantity
from ...subject.statement import Facts

CONVENTION = (
    "conditioned on the outcome +1 of every stabilizer; every input in the same state of the family; the output is "
    "decoded, conjugated by output-clifford, and twirled over the group of output-twirl; output-match: the output is "
    "the family at these parameters (state), or has its overlap with the target (fidelity)"
)
LEMMAS = (
    "displacement-group",
    "coset-sums",
    "output-frame",
    "uniform-map",
    "overlap",
    "bezout-line",
    "listing",
    "macwilliams",
)
MATCHES = ("state", "fidelity")


def functions(facts: Facts) -> Reader:
    """`num`/`den` in the parameters of the family."""
    return one_variable if len(facts.state.parameters) == 1 else two_variables


def fields(facts: Facts) -> dict[str, Reader]:
    """`success` and, for every parameter, `output` as num/den; the frame of the output, and how it is twirled."""
    pair = listed(small(0, facts.state.p - 1), 2)
    frame = {"shift": pair, "symplectic": listed(pair, 2)}
    return {
        "output": keyed(functions(facts)),
        "output-clifford": lambda value: record(value, frame),
        "output-match": one_of(MATCHES),
        "output-twirl": listed(name),
        "parameters": listed(name),
        "success": functions(facts),
    }


def witness(facts: Facts) -> dict[str, Reader]:
    """For every output u and v with u num + v den = a constant, on a line for two parameters."""
    dimension = len(facts.state.parameters) if len(facts.state.parameters) > 1 else 0
    return {"bezout": keyed(cofactors), "line": listed(listed(integer, 2), dimension)}


def check(claim: dict[str, Any], line: dict[str, Any], facts: Facts) -> Established:
    """Establishes the functions of `output` and `success`, each with what it measures."""
    code, state, field = facts.code, facts.state, facts.state.field
    facts.only(CodeParameters)
    supported(code.k == 1, "map.k", "one encoded qudit", code.k)
    count = len(state.parameters)
    wellformed(claim["parameters"] == state.parameters, "map.parameters", state.parameters, claim["parameters"])
    named = sorted(claim["output"]) == sorted(state.parameters)
    wellformed(named, "map.output.names", sorted(state.parameters), sorted(claim["output"]))
    supported(state.varies(), "map.state.varies", "a chi that tells the parameters apart", state.name)

    inside = facts.group_sum
    p_num, p_den = (lifted(field, x, count) for x in claim["success"])
    wellformed(p_den.degree == 0, "map.success.polynomial", "a polynomial: a constant den", claim["success"][1])
    exact = inside * p_den * Fraction(1, code.p ** (code.n - 1))
    require(exact == p_num, "map.success", *first_coefficients(facts, exact, p_num, p_den))

    # sum / N_1 = c_0 + sum_i c_i output_i for every equation, times the denominators
    fractions = [claim["output"][label] for label in state.parameters]
    distinct = [den for i, (_, den) in enumerate(fractions) if den not in [other for _, other in fractions[:i]]]

    def over(num: Poly, dens: list[Any]) -> Poly:
        for den in dens:
            num = num * lifted(field, den, count)
        return num

    one = affine((field.one,) + (field.zero,) * count)
    common = over(one, distinct)
    nums = [over(lifted(field, num, count), [x for x in distinct if x != den]) for num, den in fractions]
    done: list[tuple[tuple[Element, ...], Poly]] = []
    for place, weights, exact in equations(claim, facts):
        if (weights, exact) not in done:
            done.append((weights, exact))
            claimed = sum((part * c for c, part in zip(weights, [common, *nums])), Poly({}, facts.work))
            same = common * exact == claimed * inside
            where = (place, (exact, inside), (claimed, common))
            require(same, "map.output", *(("", "") if same else at_a_point(facts, *where)))

    for label, function in [("success", claim["success"]), *sorted(claim["output"].items())]:
        check_normal(label, function)
    check_lowest(claim["output"], line, facts.work)
    quantity = Quantity.PARAMETER if claim["output-match"] == "state" else Quantity.OVERLAP
    target = tuple(state.chi(state.target, b) for b in state.points)
    functions = {
        label: Function(quantity, num, den, claim["id"], target) for label, (num, den) in claim["output"].items()
    }
    num, den = claim["success"]
    return Map(Function(Quantity.SUCCESS, num, den, claim["id"]), functions, claim["output-clifford"])


def equations(claim: dict[str, Any], facts: Facts) -> list[tuple[str, tuple[Element, ...], Poly]]:
    """What the output has to fulfil: a name, the family's value by parameter, and N_1 times the output's value."""
    state, field = facts.state, facts.state.field
    sums = output_sums(claim, facts)
    if claim["output-match"] == "state":
        return [(f"chi{b}", state.family_chi(b), sums[b]) for b in state.points[1:]]
    supported(len(state.parameters) == 1, "map.output-match.parameters", "one parameter", state.parameters)
    target = state.projectors[state.target]
    overlaps = {label: field.trace(field.product(target, other)) for label, other in state.projectors.items()}
    weights = state.family(overlaps)
    supported(bool(weights[1]), "map.output-match.varies", "an overlap that depends on the parameter", weights[1])
    parts = (part * state.chi(state.target, b).conjugate() for b, part in sums.items())
    return [("overlap", weights, sum(parts, facts.group_sum) * Fraction(1, state.p))]


def first_coefficients(facts: Facts, exact: Poly, claimed: Poly, den: Poly) -> tuple[str, str]:
    """For the message: the first coefficient of p_succ that differs."""
    at = min((exact - claimed).terms, default=(0,) * len(facts.state.parameters))
    unit = next(iter(den.terms.values())).inverse()
    values = [str(unit * poly.terms.get(at, facts.state.field.zero)) for poly in (exact, claimed)]
    place = " ".join(f"{label}^{i}" for label, i in zip(facts.state.parameters, at))
    return f"{values[0]} {place}", f"{values[1]} {place}"


def at_a_point(facts: Facts, name: str, exact: tuple[Poly, Poly], claimed: tuple[Poly, Poly]) -> tuple[str, str]:
    """For the message: a point at which two quotients differ, with both values."""
    field, parameters = facts.state.field, facts.state.parameters
    for i in range(2, 200):
        point = [Fraction(1, i + k) for k in range(len(parameters))]
        sides = [(num.value(point, field), den.value(point, field)) for num, den in (exact, claimed)]
        if not all(den for _, den in sides):
            continue
        shown = [num * den.inverse() for num, den in sides]
        if shown[0] != shown[1]:
            place = ", ".join(f"{label} = {x}" for label, x in zip(parameters, point))
            return f"{name} of the output = {shown[0]} at {place}", str(shown[1])
    return f"{name} of the output as the code gives it", "another function"


def output_sums(claim: dict[str, Any], facts: Facts) -> dict[tuple[int, int], Poly]:
    """N_b of the output in its frame and after the twirl, for every b != 0."""
    state, p, field = facts.state, facts.state.p, facts.state.field
    frame = claim["output-clifford"]
    f = frame["symplectic"]
    determinant = (f[0][0] * f[1][1] - f[0][1] * f[1][0]) % p
    wellformed(determinant == 1, "map.output-clifford.determinant", "determinant 1", determinant)
    number = len(claim["output-twirl"])
    within(number <= MAX_GENERATORS, "map.output-twirl.count", f"at most {MAX_GENERATORS}", number)
    actions = []
    for label in claim["output-twirl"]:
        found = facts.of(label, Clifford)
        fixed = found.sends.get(state.target, "not stated")
        supported(fixed == state.target, "map.output-twirl.target", f"{label} sends the target to itself", fixed)
        actions.append(action(p, found.symplectic, found.shift))
    group = generated(p, actions, facts.work)
    shiftless = all(phase == 0 for element in group for _, phase in element)
    orbit = {element[1][0] for element in group}
    if facts.uniform and shiftless and frame["shift"] == [0, 0] and len(orbit) == p * p - 1:
        inside, normalizer = facts.enumerators
        share = Fraction(1, p * p - 1)
        mean = facts.weighed([share * (b - a) for a, b in zip(inside, normalizer)])
        return dict.fromkeys(state.points[1:], mean)
    first = averaged(p, [action(p, f, frame["shift"])], facts.work)
    order = phase_order(p)
    wanted = averaged(p, group, facts.work)
    decoded = {b: facts.coset_sum([b[0]], [b[1]]) for b in state.points[1:]}
    sums = {}
    for c in state.points[1:]:
        parts = []
        for (middle, phase), number in wanted[c].items():
            ((b, more),) = first[middle]
            unit = field.zeta(field.m // order * (phase + more))
            parts.append(decoded[b] * (unit * Fraction(number, len(group))))
        sums[c] = sum(parts, Poly({}, facts.work))
    return sums
