"""`twirl`: the order of the twirling group, and the infidelity of the family."""

from typing import Any

from ..codes.clifford import group_order
from ..errors import Declined
from ..protocols.matching import fixes
from ..protocols.protocol import Protocol

CONVENTION = "infidelity = 1 - <target|rho(x)|target>, as [c0, c1] for c0 + c1 x; the group is counted up to phases"
QUESTION: tuple[str, ...] = ("cliffords",)


def question(protocol: Protocol) -> dict[str, Any]:
    """With all Cliffords of the state that may twirl.  Raises Declined where there is none."""
    unfit = {name: why_not(name, protocol) for name in protocol.cliffords}
    names = [name for name, why in unfit.items() if why is None]
    if not names:
        raise Declined("; ".join(why for why in unfit.values() if why) or "the state file has no Cliffords")
    return {"cliffords": names}


def why_not(name: str, protocol: Protocol) -> str | None:
    """Why a Clifford is no generator of a twirl: it has a shift, or moves the target."""
    clifford, state = protocol.clifford(name), protocol.state
    if any(clifford.shift):
        return f"the Clifford {name} has the shift {list(clifford.shift)}"
    fixed = fixes(state.chi[state.target], clifford)
    return None if fixed else f"the Clifford {name} does not fix the target {state.target}"


def answer(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """The group's order and the infidelity.  Raises Declined if the group does not twirl to the family.

    Every generator fixes the target and has no shift, as the checker wants it.
    """
    state = protocol.state
    for name in question["cliffords"]:
        why = why_not(name, protocol)
        if why:
            raise Declined(why)
    cliffords = [protocol.clifford(name) for name in question["cliffords"]]
    orbit = {(1, 0)}
    for _ in state.sites:
        orbit |= {
            ((f[0][0] * u + f[0][1] * v) % state.p, (f[1][0] * u + f[1][1] * v) % state.p)
            for f in (clifford.symplectic for clifford in cliffords)
            for u, v in orbit
        }
    if len(orbit) != state.p**2 - 1:
        raise Declined(f"the group moves X to {len(orbit)} displacement operators only")
    if [len(points) for points in state.classes.values()] != [state.p**2 - 1]:  # chi = 0 is in no class
        raise Declined("chi is not one value other than 0 off (0, 0)")
    protocol.require_noise()
    return {"infidelity": [str(c) for c in state.infidelity], "order": group_order(cliffords)}


def witness(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Nothing."""
    return {}
