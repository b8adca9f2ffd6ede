"""`stillproof plan`: how many levels of a protocol a target needs, and how many inputs an output then costs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flint import arb, ctx, fmpq

from ..errors import Declined, InputError, OverBudget
from ..exact.decimals import bounded, significant
from ..exact.enclosed import Number, ends
from .certified import Operated, Output, Point
from .correlated import Bound, without_independence
from .family import slopes, twirl
from .feeding import Fed, after, alike, error, feeding, fits, greatest, infidelity, place, rising
from .reading import INFIDELITY, Given, Goal
from .sentences import say

MAX_LEVELS = 64
MAX_BITS = 1 << 19  # of exact numerators and denominators; a level multiplies bits by the degree
ONE: Number = fmpq(1)
PRECISION = 1 << 13  # bits of the enclosures after that


@dataclass(frozen=True)
class Level:
    """A level of the plan: what a block is fed with, what comes out, and what an output then costs.

    `point` is the worst output as a state of the family; None where no output can be fed on.  `alike` says whether all
    outputs that count are equally good.  `bound` is for a level whose inputs are not independent without an assumption.
    """

    used: Operated
    outputs: list[Output]
    left: list[str]
    success: Number
    point: Point | None
    infidelity: Number
    cost: Number
    alike: bool
    assumed: bool
    bound: Bound | None


@dataclass(frozen=True)
class Step:
    """A protocol of the chain, and for each of its outputs why it is no input of a next level, or an empty text."""

    used: Operated
    unfit: dict[str, str]

    @property
    def single(self) -> bool:
        """Whether the protocol can only be the last level, once: no output of it is an input of a next level."""
        return all(self.unfit.values())

    @property
    def reason(self) -> str:
        """Why that is so."""
        reasons = "; ".join(dict.fromkeys(self.unfit.values()))
        return reasons or say("no-outputs", protocol=self.used.name, family=self.used.state)


def by_infidelity(last: Operated) -> bool:
    """Whether the error of a chain that ends with this protocol is an infidelity, and no parameter of the family."""
    return len(last.parameters) > 1 or all(fits(last).values())


def plan(chain: Sequence[Operated], start: Given, goal: Goal) -> dict[str, Any]:
    """Exact errors, success probabilities and inputs per output, level by level, until the error is small enough.

    Level i applies the i-th protocol of the chain.  The last one is repeated until the goal is reached; one whose
    outputs are no inputs of a next level is applied once, as the last of all.  Raises InputError for protocols that do
    not fit, and what `climbed` raises.
    """
    first = chain[0]
    for other in chain[1:]:
        if first.protocol.state.sha256() != other.protocol.state.sha256():
            raise InputError(
                "PROTOCOL", f"protocols for the family {first.state}, as {first.name}", f"{other.name}: {other.state}"
            )
    slopes(first.protocol)  # declines a family without a target
    steps = [Step(used, fits(used)) for used in chain]
    for step in steps[:-1]:
        if step.single:
            raise Declined(say("only-last", protocol=step.used.name, reason=step.reason))
    with ctx.workprec(PRECISION):
        levels = climbed(steps, start.point, goal)
        rows = [shown(level, goal) for level in levels]
    found: dict[str, Any] = {
        "accepted": {used.name: used.accepted for used in chain},
        "assumptions": assumptions(levels),
        "family": first.state,
        "infidelity": [str(c) for c in slopes(first.protocol)],
        "input_infidelity": str(infidelity(first, start.point)),
        "input": {label: str(x) for label, x in start.point.items()},
        "levels": rows,
        "parameters": first.parameters,
        "target": str(goal.value),
        "unit": goal.unit,
    }
    if goal.fidelity is not None:
        found["target_fidelity"] = str(goal.fidelity)
    if start.unit:
        found["given"] = start.json()
    if steps[-1].single:
        found["single"] = chain[-1].name
    return found


def climbed(steps: Sequence[Step], start: Point, goal: Goal) -> list[Level]:
    """The levels.

    Numbers are exact rationals while they are short, then enclosures.  Raises Declined where an output that is fed on
    would not be certified to improve, and where the goal is not reached.
    """
    levels: list[Level] = []
    point, cost = start, ONE
    last, feeds = steps[-1], Fed([], [])
    while len(levels) < len(steps) if last.single else above(last.used, point, goal):
        number = len(levels)
        step = steps[min(number, len(steps) - 1)]
        used = step.used
        if number == MAX_LEVELS:
            now = significant(measured(used, point, goal))
            raise Declined(say("too-many", levels=MAX_LEVELS, unit=goal.unit, error=now))
        if bits(point) * used.degree > MAX_BITS:
            point = {label: arb(x) for label, x in point.items()}
        success = used.success.at(*point.values())
        if not success > 0:
            raise Declined(say("none-accepted", protocol=used.name, at=place(point)))
        final = last.single and step is last
        if final:
            feeds = Fed(used.outputs or [one for one in [used.whole] if one], [])
        elif number < len(steps):
            feeds = feeding(used, step.unfit, point, step is last)
        if not all(level.alike for level in levels) and not rising(used, feeds.outputs, point):
            raise Declined(say("not-rising", protocol=used.name, at=place(point)))
        errors = [error(used, one, point) for one in feeds.outputs]
        at = greatest(errors)
        worst = None if final else after(used, feeds.outputs[at], point)
        levels.append(joined(levels, used, feeds, success, worst, errors[at], cost))
        point, cost = worst or point, levels[-1].cost
    if last.single and ends(levels[-1].infidelity)[1] > goal.value:
        now = significant(levels[-1].infidelity)
        raise Declined(
            say("not-reached", protocol=last.used.name, infidelity=now, reason=last.reason, again=last.used.name)
        )
    return levels


def joined(
    levels: list[Level], used: Operated, feeds: Fed, success: Number, point: Point | None, worst: Number, cost: Number
) -> Level:
    """The level after these, with the bound that needs no independence of its inputs."""
    count = len(feeds.outputs)
    several = [i for i, level in enumerate(levels) if len(level.outputs) > 1]
    bound = None
    if several and several[0] == len(levels) - 1:
        bound = without_independence(used, feeds.outputs, levels[-1].infidelity, cost, count)
    every = cost * used.sites / (count * success)
    equal = alike(feeds.outputs)
    return Level(used, feeds.outputs, feeds.left, success, point, worst, every, equal, bool(several), bound)


def measured(used: Operated, point: Point, goal: Goal) -> Number:
    """The error in the unit of the goal."""
    if goal.unit == INFIDELITY:
        return infidelity(used, point)
    return goal.scale * next(iter(point.values()))


def above(used: Operated, point: Point, goal: Goal) -> bool:
    """Whether the error is above the goal.  Raises OverBudget where an enclosure does not say."""
    low, high = ends(measured(used, point, goal))
    if low <= goal.value < high:
        raise OverBudget(say("undecided", bits=PRECISION, unit=goal.unit, target=significant(goal.value)))
    return low > goal.value


def bits(point: Point) -> int:
    """The size of exact numbers; 0 for enclosures."""
    sizes = [max(x.p.bit_length(), x.q.bit_length()) for x in point.values() if isinstance(x, fmpq)]
    return max(sizes, default=0)


def exact(value: Number, up: bool | None = None) -> dict[str, str | None]:
    """A number exactly, where it is known so, and with six significant digits; for a bound rounded up, or down."""
    decimal = significant(value) if up is None else bounded(value, up)
    return {"decimal": decimal, "exact": str(value) if isinstance(value, fmpq) else None}


def shown(level: Level, goal: Goal) -> dict[str, Any]:
    """A level as JSON."""
    by_parameter = {label: exact(x) for label, x in level.point.items()} if level.point else {}
    bound = level.bound and {
        "infidelity_at_most": exact(level.bound.infidelity, True),
        "inputs_per_output_at_most": exact(level.bound.inputs, True),
        "success_probability_at_least": exact(level.bound.success, False),
    }
    return {
        "alike": level.alike,
        "clifford": level.used.clifford,
        "error": exact(measured(level.used, level.point, goal) if level.point else level.infidelity),
        "independence": "assumed" if level.assumed else "given",
        "infidelity": exact(level.infidelity),
        "inputs_per_output": exact(level.cost),
        "left_over": level.left,
        "output": by_parameter,
        "outputs": [one.label for one in level.outputs],
        "protocol": level.used.name,
        "quantity": level.outputs[0].quantity.value,
        "success_probability": exact(level.success),
        "twirl": level.used.twirl,
        "without_independence": bound,
    }


def assumptions(levels: list[Level]) -> list[str]:
    """What the numbers assume of how outputs are used, as sentences."""
    found = []
    for level in levels:
        used, count = level.used, len(level.outputs)
        if level.point is not None and level.outputs[0].quantity.name != "PARAMETER":
            names = twirl(used.protocol) or []
            found.append(
                say(
                    "twirled",
                    protocol=used.name,
                    cliffords=", ".join(names),
                    family=used.state,
                    parameter=used.parameters[0],
                    relation=conversion(used),
                )
            )
        if count > 1:
            words = "correlated" if level.point is not None else "correlated-end"
            found.append(say(words, protocol=used.name, count=count))
        if not level.alike:
            found.append(say("worst", protocol=used.name))
    if any(level.assumed for level in levels):
        found.append(say("independent"))
    return list(dict.fromkeys(found))


def conversion(used: Operated) -> str:
    """The parameter of a twirled output in terms of its infidelity."""
    (c,) = slopes(used.protocol)
    return "infidelity" if c == 1 else f"{1 / c} infidelity"
