"""`wigner`: the family's discrete Wigner function, and where it is not negative."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from ...entry.loader import Reader, listed, no_witness, rational
from ...entry.verdict import require, supported
from ...numbers.cyclotomic import Element
from ...subject.established import Established, Measured
from ...subject.state import State
from ...subject.statement import Facts

CONVENTION = (
    "W(u,v) = p^-2 sum_b w^[(u,v),b] Tr(T(b) rho), function[u][v] = [c0, c1] for c0 + c1 x, x in [0, 1] the parameter"
)
LEMMAS = ("wigner-function", "affine-sign")


@dataclass(frozen=True)
class Wigner(Measured):
    """The least parameter at which the Wigner function is not negative."""


def fields(facts: Facts) -> dict[str, Reader]:
    """The function, and the least value of the parameter at which it is not negative."""
    p = facts.state.p
    return {"bound": rational, "function": listed(listed(listed(rational, 2), p), p)}


witness = no_witness  # the function is recomputed


def check(claim: dict[str, Any], line: dict[str, Any], facts: Facts) -> Established:
    """Establishes the bound."""
    state, bound = facts.state, claim["bound"]
    supported(state.p > 2, "wigner.p", "an odd p", state.p)
    supported(len(state.parameters) == 1, "wigner.parameters", "a family with one parameter", state.parameters)
    tables = {label: {a: state.chi(label, a) for a in state.points} for label in state.names}
    for u, v in state.points:
        exact = values_at(state, tables, (u, v))
        supported(not any(any(x.coordinates[1:]) for x in exact), "wigner.rational", "rational values", (u, v))
        shown, claimed = [x.coordinates[0] for x in exact], claim["function"][u][v]
        require(claimed == shown, "wigner.function", f"W({u},{v}) = {shown}", claimed)
    values: list[list[Fraction]] = [value for row in claim["function"] for value in row]

    def least(x: Fraction) -> Fraction:
        return min(c0 + c1 * x for c0, c1 in values)

    supported(0 < bound < 1, "wigner.bound.range", "0 < bound < 1", bound)
    at_bound, at_one = least(bound), least(Fraction(1))
    require(at_bound >= 0, "wigner.bound.enough", f"no negative value at {bound}", at_bound)
    require(at_one >= 0, "wigner.bound.above", "no negative value at x = 1", at_one)
    needed = any(c0 < 0 and c0 + c1 * bound == 0 for c0, c1 in values)
    require(needed, "wigner.bound.needed", f"a value negative at 0 that vanishes at {bound}", "none")
    return Wigner(facts.number(bound, bound))


def values_at(
    state: State, tables: dict[str, dict[tuple[int, int], Element]], a: tuple[int, int]
) -> tuple[Element, ...]:
    """The family's Wigner function at a = (u, v) by parameter, from chi of every member at all points."""
    field, (u, v), step = state.field, a, state.field.m // state.p

    def at(label: str) -> Element:
        terms = [field.zeta(step * (v * x - u * y)) * chi for (x, y), chi in tables[label].items()]
        return field.sum(terms) * Fraction(1, state.p**2)

    return state.family({label: at(label) for label in state.names})
