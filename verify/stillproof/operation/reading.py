"""Numbers, states and targets as they are written on the command line, each with its unit."""

from __future__ import annotations

from typing import NamedTuple

from flint import fmpq

from ..errors import InputError
from ..exact import reading
from ..exact.reading import Spelling
from ..protocols.protocol import Protocol
from .certified import Point
from .family import depolarized, units

NUMBER = Spelling(digits=40)
INFIDELITY = "infidelity"


class Given(NamedTuple):
    """A state of the family, and how it was given: in the parameters, or in one other unit."""

    point: Point
    unit: str = ""
    value: fmpq = fmpq(0)
    scale: fmpq = fmpq(1)  # number in the unit = scale times the parameter, of a family with one


class Goal(NamedTuple):
    """The error to reach: at most `value`, in a unit that is `scale` times the parameter, or the infidelity."""

    unit: str
    value: fmpq
    scale: fmpq


def read_number(where: str, text: str) -> fmpq:
    """A rational or a decimal, exactly as it is written: 1/100, 0.01, 1e-15.  Raises InputError."""
    try:
        return reading.read_number(text.strip(), NUMBER).value
    except ValueError:
        raise InputError(where, "a number such as 1/100, 0.01 or 1e-15", text) from None


def read_point(where: str, text: str, protocol: Protocol) -> Given:
    """A state of the family, as delta=1/100 or eps0=0.01,epsS=1/50, or in another unit.  Raises InputError.

    For one parameter the units are those of `units`; for several, delta is a state on the way to the maximally mixed
    one.
    """
    parameters = protocol.state.parameters
    pairs = [part.partition("=") for part in text.split(",")]
    names = [label.strip() for label, _, _ in pairs]
    example = ",".join(f"{label}=1/100" for label in parameters)
    if names == parameters:
        point: Point = {x: read_number(where, value) for x, (_, _, value) in zip(parameters, pairs, strict=True)}
        return inside(where, Given(point), text, parameters)
    if len(parameters) > 1:
        mixed = depolarized(protocol) if names == ["delta"] else None
        if mixed is None:
            raise InputError(where, f"the parameters in order, such as {example}", text)
        value = read_number(where, pairs[0][2])
        if value > 1:
            raise InputError(where, "delta at most 1", text)
        found = Given({x: value * end for x, end in zip(parameters, mixed, strict=True)}, "delta", value)
        return inside(where, found, text, parameters)
    known = units(protocol)
    if len(names) > 1 or names[0] not in known:
        others = [name for name in known if name not in parameters]
        also = f", or one of {', '.join(others)}" if others else ""
        raise InputError(where, f"the parameters in order, such as {example}{also}", text)
    value = read_number(where, pairs[0][2])
    return inside(
        where, Given({parameters[0]: value / known[names[0]]}, names[0], value, known[names[0]]), text, parameters
    )


def inside(where: str, given: Given, text: str, parameters: list[str]) -> Given:
    """The same.  Raises InputError where it is no state of the family."""
    if sum(given.point.values(), fmpq(0)) > 1:
        raise InputError(where, f"{' + '.join(parameters)} at most 1", text)
    for name, value in given.point.items():
        if value < 0:
            raise InputError(where, f"a state of the family: {name} at least 0", f"{text}, where {name} = {value}")
    return given


def read_goal(where: str, text: str, protocol: Protocol, by_infidelity: bool) -> Goal:
    """The error to reach, as 1e-15 or eps=1e-15.  Raises InputError.

    A bare number is in the family's one parameter; or an infidelity, as the outputs are known by that only, or the
    family has several parameters.
    """
    name, sign, value = text.rpartition("=")
    name = name.strip()
    known = {"eps": fmpq(1)} if by_infidelity else units(protocol)
    default = "eps" if by_infidelity else protocol.state.parameters[0]
    if sign and name not in known:
        raise InputError(where, f"a number in {' or '.join(known)}", text)
    unit = name or default
    goal = Goal(INFIDELITY if by_infidelity else unit, read_number(where, value), known[unit])
    if not 0 < goal.value < 1:
        raise InputError(where, "a number between 0 and 1", text)
    return goal
