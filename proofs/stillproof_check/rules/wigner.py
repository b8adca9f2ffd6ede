"""`wigner`: the family's discrete Wigner function, and where it is not negative."""

from fractions import Fraction
from typing import Any

from ..loader import Reader, interval, listed, name, rational
from ..statement import Facts
from ..verdict import require, supported

CONVENTION = (
    "W(u,v) = p^-2 sum_b w^[(u,v),b] Tr(T(b) rho), function[u][v] = [c0, c1] for c0 + c1 delta, delta in [0, 1]"
)
LEMMAS = ("wigner-function", "affine-sign")


def fields(facts: Facts) -> dict[str, Reader]:
    """The function; the least delta at which it is non-negative; the threshold's fraction of that."""
    p = facts.state.p
    return {
        "bound": rational,
        "fraction": interval,
        "function": listed(listed(listed(rational, 2), p), p),
        "of": name,
    }


def witness(facts: Facts) -> dict[str, Reader]:
    """Nothing: the function is recomputed."""
    return {}


def check(claim: dict[str, Any], line: dict[str, Any], facts: Facts) -> dict[str, Any]:
    """Establishes nothing further."""
    state, bound = facts.state, claim["bound"]
    tables = state.chi_tables()
    for u, v in state.points:
        exact = state.wigner(tables, (u, v))
        supported(not any(any(x[1:]) for x in exact), "wigner.rational", "rational values", (u, v))
        shown, claimed = [x[0] for x in exact], claim["function"][u][v]
        require(claimed == shown, "wigner.function", f"W({u},{v}) = {shown}", claimed)
    values: list[list[Fraction]] = [value for row in claim["function"] for value in row]

    def least(delta: Fraction) -> Fraction:
        return min(c0 + c1 * delta for c0, c1 in values)

    require(0 < bound < 1, "wigner.bound.range", "0 < bound < 1", bound)
    at_bound, at_one = least(bound), least(Fraction(1))
    require(at_bound >= 0, "wigner.bound.enough", f"no negative value at {bound}", at_bound)
    require(at_one >= 0, "wigner.bound.above", "no negative value at delta = 1", at_one)
    needed = any(c0 < 0 and c0 + c1 * bound == 0 for c0, c1 in values)
    require(needed, "wigner.bound.needed", f"a value negative at 0 that vanishes at {bound}", "none")
    low, high = facts.of(claim["of"], "threshold")["value"]
    left, right = claim["fraction"]
    require(left * bound < high, "wigner.fraction.low", f"below {high / bound}", left)
    require(low < right * bound, "wigner.fraction.high", f"above {low / bound}", right)
    decided = left * bound <= low and high <= right * bound
    supported(decided, "wigner.fraction.decided", f"an interval around {low / bound} to {high / bound}", (left, right))
    return {}
