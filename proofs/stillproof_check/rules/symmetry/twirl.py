"""`twirl`: averaging over a group of Cliffords takes every matrix to a combination of target and identity."""

from typing import Any

from ...entry.loader import Reader, listed, name, no_witness, rational, small
from ...entry.verdict import require, supported, wellformed, within
from ...operators.conjugation import MAX_GENERATORS, action, generated
from ...subject.established import Clifford, Established
from ...subject.statement import Facts

CONVENTION = "infidelity = 1 - <target|rho(x)|target>, as [c0, c1] for c0 + c1 x; the group is counted up to phases"
LEMMAS = ("clifford-conjugation", "twirl")


def fields(facts: Facts) -> dict[str, Reader]:
    """The ids of `clifford` claims, the order of the group they generate, and the infidelity."""
    return {"cliffords": listed(name), "infidelity": listed(rational, 2), "order": small(1, 1 << 20)}


witness = no_witness  # the group is small and is listed


def check(claim: dict[str, Any], line: dict[str, Any], facts: Facts) -> Established:
    """Establishes nothing further."""
    state, p = facts.state, facts.state.p
    wellformed(len(claim["cliffords"]) > 0, "twirl.cliffords.inhabited", "at least one Clifford", 0)
    count = len(claim["cliffords"])
    within(count <= MAX_GENERATORS, "twirl.cliffords.count", f"at most {MAX_GENERATORS}", count)
    generators = []
    for label in claim["cliffords"]:
        found = facts.of(label, Clifford)
        supported(found.shift == [0, 0], "twirl.shift", "no shift", found.shift)
        fixed = found.sends.get(state.target, "not stated")
        supported(fixed == state.target, "twirl.target.fixed", f"{label} sends the target to itself", fixed)
        generators.append(action(p, found.symplectic, found.shift))

    group = generated(p, generators, facts.work)
    require(len(group) == claim["order"], "twirl.order", len(group), claim["order"])
    orbit = {element[p][0] for element in group}  # images of X = T(1, 0)
    supported(
        len(orbit) == p * p - 1, "twirl.transitive", f"{p * p - 1} displacement operators in one orbit", len(orbit)
    )

    supported(len(state.parameters) == 1, "twirl.parameters", "a family with one parameter", state.parameters)
    supported(state.uniform, "twirl.uniform", "one value of chi at all a != 0", state.name)
    facts.noise()  # declines a family that is not the pure target at 0
    field, exact = state.field, state.infidelity()
    claimed = tuple(field.rational(c) for c in claim["infidelity"])
    require(claimed == exact, "twirl.infidelity", list(map(str, exact)), claim["infidelity"])
    return Established()
