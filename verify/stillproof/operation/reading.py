"""Numbers, states and targets as they are written on the command line, each with its unit."""

from __future__ import annotations

from typing import NamedTuple

from flint import fmpq

from ..errors import InputError
from ..exact import reading
from ..exact.reading import Spelling
from ..protocols.protocol import Protocol
from .certified import Point
from .family import PAULI, depolarized, pauli_rate, units

NUMBER = Spelling(digits=40)
INFIDELITY, FIDELITY = "infidelity", "fidelity"


class Given(NamedTuple):
    """A state of the family, and how it was given: in the parameters, or in one other unit.

    The number in the unit is `offset` + `scale` times the parameter, of a family with one; of several parameters, times
    `delta`, the depolarizing rate.
    """

    point: Point
    unit: str = ""
    value: fmpq = fmpq(0)
    scale: fmpq = fmpq(1)
    offset: fmpq = fmpq(0)
    delta: fmpq | None = None

    def json(self) -> dict[str, str]:
        """The unit and its number."""
        more = {} if self.delta is None else {"delta": str(self.delta)}
        found = {"offset": self.offset, "scale": self.scale, "unit": self.unit, "value": self.value}
        return {**{key: str(x) for key, x in found.items()}, **more}


class Goal(NamedTuple):
    """The error to reach: at most `value`, in a unit that is `scale` times the parameter, or the infidelity.

    `fidelity` is 1 - `value`, where it was given so.
    """

    unit: str
    value: fmpq
    scale: fmpq
    fidelity: fmpq | None = None


def read_number(where: str, text: str) -> fmpq:
    """A rational or a decimal, exactly as it is written: 1/100, 0.01, 1e-15.  Raises InputError."""
    try:
        return reading.read_number(text.strip(), NUMBER).value
    except ValueError:
        raise InputError(where, "a number such as 1/100, 0.01 or 1e-15", text) from None


def read_point(where: str, text: str, protocol: Protocol) -> Given:
    """A state of the family, as delta=1/100 or eps0=0.01,epsS=1/50, or in another unit.  Raises InputError.

    For one parameter the units are those of `units`, and fidelity; for several, delta, p and pauli are a state on the
    way to the maximally mixed one.
    """
    parameters = protocol.state.parameters
    pairs = [part.partition("=") for part in text.split(",")]
    names = [label.strip() for label, _, _ in pairs]
    if names == parameters:
        point: Point = {x: read_number(where, value) for x, (_, _, value) in zip(parameters, pairs, strict=True)}
        return inside(where, Given(point), text, parameters)
    known = affine(protocol)
    if len(names) > 1 or names[0] not in known:
        example = ",".join(f"{label}=1/100" for label in parameters)
        others = [name for name in known if name not in parameters]
        also = f", or one of {', '.join(others)}" if others else ""
        raise InputError(where, f"the parameters in order, such as {example}{also}", text)
    value, (scale, offset) = read_number(where, pairs[0][2]), known[names[0]]
    size = (value - offset) / scale
    if len(parameters) == 1:
        return inside(where, Given({parameters[0]: size}, names[0], value, scale, offset), text, parameters)
    if size > 1:
        raise InputError(where, "delta at most 1", text if names == ["delta"] else f"{text}, where delta = {size}")
    mixed = protocol.state.maximally_mixed
    on_line: Point = {x: size * end for x, end in zip(parameters, mixed, strict=True)}
    return inside(where, Given(on_line, names[0], value, scale, offset, size), text, parameters)


def affine(protocol: Protocol) -> dict[str, tuple[fmpq, fmpq]]:
    """Every unit of the noise, as (a, b) for the number a x + b; of several parameters x is the depolarizing rate."""
    if len(protocol.state.parameters) > 1:
        if depolarized(protocol) is None:
            return {}
        return {"delta": (fmpq(1), fmpq(0)), **dict.fromkeys(PAULI, (pauli_rate(protocol.state.p), fmpq(0)))}
    found = {name: (scale, fmpq(0)) for name, scale in units(protocol).items()}
    if INFIDELITY in found:
        found.setdefault(FIDELITY, (-found[INFIDELITY][0], fmpq(1)))
    return found


def inside(where: str, given: Given, text: str, parameters: list[str]) -> Given:
    """The same.  Raises InputError where it is no state of the family."""
    total = sum(given.point.values(), fmpq(0))
    if total > 1:
        other = given.unit not in ("", *parameters)
        shown = f"{text}, where {' + '.join(parameters)} = {total}" if other else text
        raise InputError(where, f"{' + '.join(parameters)} at most 1", shown)
    for name, value in given.point.items():
        if value < 0:
            raise InputError(where, f"a state of the family: {name} at least 0", f"{text}, where {name} = {value}")
    return given


def read_goal(where: str, text: str, protocol: Protocol, by_infidelity: bool) -> Goal:
    """The error to reach, as 1e-15 or eps=1e-15, or the fidelity.  Raises InputError.

    A bare number is in the family's one parameter; or an infidelity, as the outputs are known by that only, or the
    family has several parameters.
    """
    name, sign, value = text.rpartition("=")
    name = name.strip()
    known = {"eps": fmpq(1), INFIDELITY: fmpq(1)} if by_infidelity else units(protocol)
    default = "eps" if by_infidelity else protocol.state.parameters[0]
    fidelity = sign and name == FIDELITY and INFIDELITY in known
    if sign and name not in known and not fidelity:
        also = [FIDELITY] if INFIDELITY in known else []
        raise InputError(where, f"a number in {' or '.join([*known, *also])}", text)
    number = read_number(where, value)
    unit = INFIDELITY if fidelity or by_infidelity else name or default
    goal = Goal(unit, 1 - number if fidelity else number, known.get(unit, known[default]), number if fidelity else None)
    if not 0 < goal.value < 1:
        raise InputError(where, "a number between 0 and 1", text)
    return goal
