"""`wigner`: the family's Wigner function, and where it stops being negative."""

from typing import Any

from ..errors import Declined
from ..protocols.protocol import Protocol
from ..protocols.state import StateFamily

CONVENTION = (
    "W(u,v) = p^-2 sum_b w^[(u,v),b] Tr(T(b) rho), function[u][v] = [c0, c1] for c0 + c1 x, x in [0, 1] the parameter"
)
QUESTION: tuple[str, ...] = ()


def answer(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Function and bound.  Raises Declined where the negativity does not end inside (0, 1)."""
    return protocol.once(("wigner",), lambda: found(protocol.state))


def found(state: StateFamily) -> dict[str, Any]:
    """The same, of a family."""
    if state.p == 2:
        raise Declined("no Wigner function for p = 2")
    state.require_one_parameter()
    try:
        function = {a: [x.rational() for x in state.mixed(state.wigner, a)] for a in state.sites}
    except ValueError:
        raise Declined("the Wigner function has irrational values") from None
    ends = [-c0 / c1 for c0, c1 in function.values() if c0 < 0 < c1]
    if any(c0 + c1 < 0 for c0, c1 in function.values()):
        raise Declined("the Wigner function has a negative value at 1, the end of the family")
    if not ends:
        raise Declined("the Wigner function has no negative value from 0 to 1")
    if max(ends) == 1:
        raise Declined("the Wigner function has a negative value everywhere below 1")
    return {
        "bound": str(max(ends)),
        "function": [[[str(c) for c in function[u, v]] for v in range(state.p)] for u in range(state.p)],
    }


def witness(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Nothing."""
    return {}
