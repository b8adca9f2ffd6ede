"""A state family as operation needs it: in which units its noise is given, and when an infidelity determines a state.

Everything here is about one parameter x, unless it says otherwise; the infidelity to the target is then c x.
"""

from __future__ import annotations

from typing import Any

from flint import fmpq

from ..codes.clifford import Clifford
from ..codes.phase_space import phase_order
from ..errors import Declined
from ..exact.cyclotomic import Cyclotomic
from ..protocols.matching import action, averaged, carried, fixes, group, symplectic_group
from ..protocols.protocol import Protocol
from ..protocols.several_outputs import Several
from ..protocols.state import Site, StateFamily
from .sentences import say

PAULI = ("p", "pauli")  # names of the probability of a Pauli other than the identity


def slopes(protocol: Protocol) -> list[fmpq]:
    """c_1, c_2, ..: the infidelity of the family to its target is c_1 x_1 + c_2 x_2 + ..

    Raises Declined for a family that is not the pure target at 0, or whose infidelity does not grow with the noise.
    """
    state = protocol.state
    if len(state.parameters) == 1:
        try:
            return [protocol.noise]
        except Declined as error:
            raise Declined(say("no-target", reason=error)) from None
    if not state.starts_pure:
        raise Declined(say("not-pure", family=state.name, parameters=", ".join(state.parameters)))
    found = list(state.infidelity)[1:]
    if any(c <= 0 for c in found):
        raise Declined(say("no-noise", family=state.name, parameters=", ".join(state.parameters)))
    return found


def units(protocol: Protocol) -> dict[str, fmpq]:
    """Every name under which the noise can be given, and the number in that unit divided by x.

    The parameter itself; eps or infidelity; delta, the rate of depolarizing noise, and p or pauli, the probability of a
    Pauli other than the identity, all p^2 - 1 equally likely, where the family is the depolarized target.  A parameter
    of one of these names is meant by it.
    """
    state = protocol.state
    found = {state.parameter: fmpq(1)}
    try:
        found.setdefault("eps", protocol.noise)
        (mixed,) = state.maximally_mixed
    except Declined:
        if "eps" in found:
            found.setdefault("infidelity", found["eps"])
        return found
    found.setdefault("delta", 1 / mixed)
    for name in PAULI:
        found.setdefault(name, pauli_rate(state.p) / mixed)
    found.setdefault("infidelity", found["eps"])
    return found


def pauli_rate(p: int) -> fmpq:
    """The probability of a Pauli other than the identity, all equally likely, divided by the depolarizing rate."""
    return fmpq(p**2 - 1, p**2)


def depolarized(protocol: Protocol) -> list[fmpq] | None:
    """For several parameters: those of the maximally mixed state, where the family is the pure target at 0."""
    try:
        slopes(protocol)
        return protocol.state.maximally_mixed
    except Declined:
        return None


def same_target(state: StateFamily, chi: dict[Site, Cyclotomic]) -> bool:
    """Whether a pure state is the target of the family, up to a one-qudit Clifford gate."""
    return equal_up_to_clifford(state, chi, state.chi[state.target])


def equal_up_to_clifford(state: StateFamily, chi: dict[Site, Cyclotomic], goal: dict[Site, Cyclotomic]) -> bool:
    """Whether a one-qudit Clifford gate takes a state to another one; by their chi, over the field of the family."""
    return any(
        carried(chi, Clifford(state.p, f, shift)) == goal for f in symplectic_group(state.p) for shift in state.sites
    )


def twirl(protocol: Protocol) -> list[str] | None:
    """The Cliffords, by their claims, whose group average keeps the infidelity and ends in the family.

    That is so for every state of an infidelity that the family has.

    None where there are no such Cliffords, or where the family is no mixture of its target and the identity: then a
    state is not determined by its infidelity.
    """
    state = protocol.state
    chi = state.chi[state.target]
    points = state.sites[1:]
    size = sum((chi[b] * chi[b].conjugate() for b in points), state.field(0))
    names = [name for name, clifford in protocol.cliffords.items() if fixes(chi, clifford)]
    if not names or len(state.parameters) > 1 or not state.starts_pure:
        return None
    mixed = {b: state.mixed(state.chi, b)[1] for b in points}
    first = next(b for b in points if chi[b])
    if any(mixed[b] * chi[first] != mixed[first] * chi[b] for b in points):
        return None
    elements = group(state.p, [action(protocol.cliffords[name]) for name in names])
    order = phase_order(state.p)
    for c, terms in averaged(state.p, elements).items():
        if not any(c):
            continue
        sums = dict.fromkeys(state.sites, state.field(0))
        for (b, e), number in terms.items():
            sums[b] = sums[b] + state.field.root_of_unity(order, e) * number
        if any(sums[b] * size != chi[c] * chi[b].conjugate() * len(elements) for b in points):
            return None
    return names


def inputs_again(protocol: Protocol, target: list[dict[str, Any]]) -> dict[str, str]:
    """For every output of a block by its number, known by its infidelity: why it is no input of a next level.

    `other-target`: its target is not that of the family, up to a Clifford gate; `no-twirl`: no Cliffords twirl it to
    the family; empty where it can be an input.  `target`: of an `outputs` claim, the amplitudes of all outputs.
    """
    state = protocol.state
    rest = "no-twirl" if twirl(protocol) is None else ""
    found = {}
    for name, chi in Several.stated(protocol.channel, target).targets.items():
        scaled = {b: x * chi[0].inverse() for b, x in zip(state.sites, chi, strict=True)}
        found[name] = rest if same_target(state, scaled) else "other-target"
    return found
