"""Which outputs of a block may be inputs of the next one, and why the others may not.

An output is fed on only if its target is that of the family, up to a Clifford gate; if it is a state of the family, or
is known by its infidelity and certified Cliffords twirl it to the family; and if it is better than the input.  A state
of the family has parameters >= 0 with sum at most 1.
"""

from __future__ import annotations

from typing import NamedTuple

from flint import fmpq

from ..errors import Declined, OverBudget
from ..exact.algebraic import roots_in_unit, stretched
from ..exact.decimals import rounded_decimal, significant
from ..exact.enclosed import Number, ends
from ..exact.rational_function import RationalFunction
from ..exact.reading import rational
from .certified import Operated, Output, Point, Quantity
from .family import inputs_again, slopes, twirl
from .sentences import say

BITS = 24  # of a rational above a number


class Fed(NamedTuple):
    """Outputs that are fed on, and a sentence for every other one."""

    outputs: list[Output]
    left: list[str]


def infidelity(used: Operated, point: Point) -> Number:
    """The infidelity of a state of the family to its target."""
    return sum((c * x for c, x in zip(slopes(used.protocol), point.values(), strict=True)), fmpq(0))


def after(used: Operated, output: Output, point: Point) -> Point:
    """An output as a state of the family; one that is known by its infidelity is twirled to it."""
    values = {label: f.at(*point.values()) for label, f in output.functions.items()}
    if output.quantity is Quantity.INFIDELITY:
        (c,) = slopes(used.protocol)
        return {used.parameters[0]: values["infidelity"] / c}
    return values


def error(used: Operated, output: Output, point: Point) -> Number:
    """The infidelity of an output to its own target."""
    values = {label: f.at(*point.values()) for label, f in output.functions.items()}
    by_infidelity = output.quantity in (Quantity.INFIDELITY, Quantity.JOINT)
    return values["infidelity"] if by_infidelity else infidelity(used, values)


def greatest(values: list[Number]) -> int:
    """The place of the greatest number.  Raises OverBudget where enclosures do not say which one it is."""
    found = [ends(value) for value in values]
    place = max(range(len(found)), key=lambda i: found[i][1])
    if any(one != found[place] and one[1] > found[place][0] for one in found):
        raise OverBudget(say("no-worst"))
    return place


def fits(used: Operated) -> dict[str, str]:
    """For every output by its label why it is no input of a next level; an empty text where it can be one."""
    reasons: dict[str, str] = {}
    if any(one.quantity is Quantity.INFIDELITY for one in used.outputs):
        reasons = inputs_again(used.protocol, used.source["target"])
    elif any(one.quantity is Quantity.OVERLAP for one in used.outputs) and twirl(used.protocol) is None:
        reasons = {one.label: "no-twirl" for one in used.outputs}
    found = {}
    for one in used.outputs:
        reason, fields = reasons.get(one.label), {"output": one.label, "family": used.protocol.state.name}
        found[one.label] = say(reason, protocol=used.name, **fields) if reason else ""
    return found


def feeding(used: Operated, unfit: dict[str, str], point: Point, again: bool) -> Fed:
    """The outputs of a block at this input that are fed on; `again`: to blocks of the same protocol, and so on.

    `unfit` is what `fits` says of the protocol.  With `again` outputs have to be below a certified threshold, or in the
    basin of the target.  Raises Declined where no output can be fed on.
    """
    kept, left = [], []
    for one in used.outputs:
        reason = unfit[one.label] or outside_family(used, one, point)
        reason = reason or (not_below(used, one, point) if again else not_better(used, one, point))
        if reason:
            left.append(reason)
        else:
            kept.append(one)
    if not kept:
        raise Declined("; ".join(left) or say("no-outputs", protocol=used.name, family=used.state))
    return Fed(kept, left)


def outside_family(used: Operated, output: Output, point: Point) -> str:
    """Why an output is no state of the family; empty where it is one.  Raises OverBudget where enclosures do not say.

    The parameters of an output are where the family's formula gives its state; they can be negative, or above 1.
    """
    found = after(used, output, point)
    shown = {"protocol": used.name, "output": output.label, "at": place(point), "family": used.state}
    parts = {**found, f"1 - {' - '.join(found)}": 1 - sum(found.values(), fmpq(0))}
    for label, value in parts.items():
        low, high = ends(value)
        if high < 0:
            return say("outside-family", **shown, parameter=label, value=significant(value))
        if low < 0:
            raise OverBudget(say("undecided-family", **shown))
    return ""


def not_better(used: Operated, output: Output, point: Point) -> str:
    """Why an output is no better than the input; empty where it is."""
    before, now = infidelity(used, point), error(used, output, point)
    if ends(now)[1] < ends(before)[0]:
        return ""
    shown = {"protocol": used.name, "output": output.label, "at": place(point)}
    return say("no-better", **shown, before=significant(before), after=significant(now))


def not_below(used: Operated, output: Output, point: Point) -> str:
    """Why no certified claim says that iteration from this point leads to the target; empty where one does."""
    if len(used.parameters) > 1:
        return outside_basin(used, point)
    (x,) = used.parameters
    thresholds = used.stated.about("threshold", output=output.label)
    if not thresholds:
        return no_threshold(used, output)
    low, _ = map(rational, thresholds[0]["interval"])
    if ends(point[x])[1] < low:
        return ""
    claim = thresholds[0]
    crossing, mixed = (decimal(*map(rational, claim[key])) for key in ("interval", "infidelity"))
    shown = {"protocol": used.name, "output": output.label, "at": place(point)}
    return say("not-below", **shown, parameter=x, threshold=crossing, infidelity=mixed)


def decimal(low: fmpq, high: fmpq) -> str:
    """A number between two rationals, to 12 decimals."""
    return rounded_decimal(low, high, 12)


def no_threshold(used: Operated, output: Output) -> str:
    """That there is none, and why, as far as a `bound` claim says it."""
    shown = {"protocol": used.name, "output": output.label}
    (x,), slope, claim = used.parameters, used.stated.unit, used.stated.no_better(output.label)
    if claim is None or slope is None:
        return say("no-threshold", **shown)
    measured = f"{slope} {x}" if slope != 1 else x
    return say("no-gain", **shown, relation=claim["relation"], value=measured, parameter=x, bound=claim["range"][1])


def outside_basin(used: Operated, point: Point) -> str:
    """Why a state of two parameters is in no cell that flows to the target; empty where it is in one."""
    shown = {"protocol": used.name, "at": place(point)}
    basins = used.stated.about("basin")
    if not basins:
        return say("no-basin", protocol=used.name)
    regions = {claim["id"]: claim["point"] for claim in used.stated.about("trapping")}
    if any(not isinstance(x, fmpq) for x in point.values()):
        raise OverBudget(say("too-long", protocol=used.name))
    first, second = (x for x, _ in map(ends, point.values()))
    basin = basins[0]["id"]
    cells = used.protocol.basins.committed(basin, used.stated.witness(basin)["cover"])
    found = cells.at((1 - first - second, first, second))
    if found < 0:
        return say("no-cell", **shown)
    center = regions[basins[0]["regions"][found]]
    return "" if center == ["0", "0"] else say("other-basin", **shown, first=center[0], second=center[1])


def alike(outputs: list[Output]) -> bool:
    """Whether all outputs have the same functions."""
    return all(one.functions == outputs[0].functions for one in outputs)


def rising(used: Operated, outputs: list[Output], point: Point) -> bool:
    """Whether these outputs grow with the noise up to this input, and the success probability does not.

    For one parameter: then the numbers at the worst output bound those at all others.
    """
    (x,) = point.values()
    top = rounded_up(ends(x)[1])
    functions = [(1, f) for one in outputs for f in one.functions.values()]
    return all(monotone(f, sign, top) for sign, f in [*functions, (-1, used.success)])


def monotone(function: RationalFunction, sign: int, top: fmpq) -> bool:
    """Whether sign times the function does not fall on [0, top]; its denominator is not 0 there."""
    slope = sign * function.slope
    if not slope:
        return True
    if roots_in_unit(stretched(slope, top)):
        return False
    middle = top / 2
    return bool(sum((int(c) * middle**i for i, c in enumerate(slope.coeffs())), fmpq(0)) > 0)


def rounded_up(value: fmpq) -> fmpq:
    """A short rational that is a little above, at most 1."""
    if value <= 0:
        return fmpq(1, 1 << BITS)
    shift = max(0, value.q.bit_length() - value.p.bit_length()) + BITS
    return min(fmpq(1), fmpq((value * (1 << shift)).floor() + 1, 1 << shift))


def place(point: Point) -> str:
    """A point in a message."""
    return ", ".join(f"{label} = {significant(x)}" for label, x in point.items())
