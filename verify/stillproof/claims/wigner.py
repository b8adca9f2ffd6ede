"""`wigner`: the family's Wigner function, the least parameter without negativity, and the threshold's share of it."""

from typing import Any

from flint import fmpq

from ..errors import Declined
from ..protocol import Protocol

CONVENTION = (
    "W(u,v) = p^-2 sum_b w^[(u,v),b] Tr(T(b) rho), function[u][v] = [c0, c1] for c0 + c1 delta, delta in [0, 1]"
)
QUESTION: tuple[str, ...] = ("of",)
DIGITS = 20


def answer(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Function, bound and fraction.  Raises Declined where the negativity does not end inside (0, 1)."""
    state = protocol.state
    function = {a: [x.rational() for x in state.mixed(state.wigner, a)] for a in state.sites}
    ends = [-c0 / c1 for c0, c1 in function.values() if c0 < 0 < c1]
    if not ends or not 0 < max(ends) < 1 or any(c0 + c1 < 0 for c0, c1 in function.values()):
        raise Declined("the Wigner function does not become non-negative inside (0, 1)")
    bound = max(ends)
    found, scale = protocol.threshold, 10**DIGITS
    low, high = (found.low / bound * scale).floor(), (found.high / bound * scale).ceil()
    return {
        "bound": str(bound),
        "fraction": [str(fmpq(low, scale)), str(fmpq(high, scale))],
        "function": [[[str(c) for c in function[u, v]] for v in range(state.p)] for u in range(state.p)],
    }


def witness(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Nothing."""
    return {}
