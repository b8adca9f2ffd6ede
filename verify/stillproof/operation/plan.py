"""`stillproof plan`: how many levels of a protocol a target needs, and how many inputs an output then costs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from flint import arb, ctx, fmpq

from ..algebraic import rational, rounded_decimal
from ..errors import Declined, InputError, OverBudget
from ..statement import read_statement
from .certified import Number, Operated, Point, ends, significant

MAX_LEVELS = 64
MAX_BITS = 1 << 19  # of exact numerators and denominators; a level multiplies bits by the degree
PRECISION = 1 << 13  # bits of the enclosures after that


def plan(fixtures: Path, chain: Sequence[Operated], start: Point, target: fmpq) -> dict[str, Any]:
    """Exact errors, success probabilities and inputs per output, level by level, until the error is at most `target`.

    Level i applies the i-th protocol of the chain, the levels after its end the last one.  Raises InputError for
    protocols that do not fit, and what `climbed` raises.
    """
    for one, other in zip(chain, chain[1:], strict=False):
        if (one.state, one.parameters) != (other.state, other.parameters):
            raise InputError(
                "PROTOCOL", f"protocols for the family {one.state}, as {one.name}", f"{other.name}: {other.state}"
            )
    if not 0 < target < 1:
        raise InputError("--target", "a number between 0 and 1", str(target))
    with ctx.workprec(PRECISION):
        levels = climbed(fixtures, chain, start, target)
    return {
        "accepted": {used.name: used.accepted for used in chain},
        "input": {label: str(x) for label, x in start.items()},
        "levels": levels,
        "parameters": chain[0].parameters,
        "target": str(target),
    }


def climbed(fixtures: Path, chain: Sequence[Operated], start: Point, target: fmpq) -> list[dict[str, Any]]:
    """The levels.  The error is the sum of the parameters: the parameter for one, the infidelity for two.

    Numbers are exact rationals while they are short, then enclosures.  Outputs of one block go to different blocks of
    the next level; of several outputs the worst one counts.  Raises Declined where the input is not certified to be
    below threshold.
    """
    levels: list[dict[str, Any]] = []
    point: Point = start
    cost: Number = fmpq(1)
    while above(point, target):
        number = len(levels)
        used = chain[min(number, len(chain) - 1)]
        if number == MAX_LEVELS:
            raise Declined(f"the error is still {significant(error(point))} after {MAX_LEVELS} levels")
        if number == len(chain) - 1:
            below_threshold(fixtures, used, point)
        if not used.each and levels:
            raise Declined(f"{used.name}: its outputs are no states of {used.state}, so it is a level by itself only")
        if bits(point) * used.degree > MAX_BITS:
            point = {label: arb(x) for label, x in point.items()}
        success = used.success.at(point)
        if not success > 0:
            raise Declined(f"{used.name} accepts nothing at {shown(point)}")
        after = output(used, point)
        cost *= used.sites / (used.block * success)
        levels.append({
            "error": exact(error(after)),
            "inputs_per_output": exact(cost),
            "output": {label: exact(x) for label, x in after.items()},
            "protocol": used.name,
            "success_probability": exact(success),
        })  # fmt: skip
        if not used.each and above(after, target):
            raise Declined(
                f"{used.name} reaches {significant(error(after))}, and its outputs are no states of {used.state}"
            )
        point = after
    return levels


def output(used: Operated, point: Point) -> Point:
    """The worst output of a block, by parameter; or the error of the block where that is all there is."""
    if used.each:
        return max(({label: f.at(point) for label, f in part.items()} for part in used.each), key=error)
    return {label: f.at(point) for label, f in zip(used.parameters, filter(None, [used.whole]), strict=True)}


def error(point: Point) -> Number:
    """The sum of the parameters."""
    return sum(point.values(), fmpq(0))


def above(point: Point, target: fmpq) -> bool:
    """Whether the error is above the target.  Raises OverBudget where an enclosure does not say."""
    low, high = ends(error(point))
    if low <= target < high:
        raise OverBudget(f"{PRECISION} bits do not decide whether the error is above {significant(target)}")
    return low > target


def bits(point: Point) -> int:
    """The size of exact numbers; 0 for enclosures."""
    sizes = [max(x.p.bit_length(), x.q.bit_length()) for x in point.values() if isinstance(x, fmpq)]
    return max(sizes, default=0)


def exact(value: Number) -> dict[str, str | None]:
    """A number exactly, where it is known so, and with six significant digits."""
    return {"decimal": significant(value), "exact": str(value) if isinstance(value, fmpq) else None}


def shown(point: Point) -> str:
    """A point in a message."""
    return ", ".join(f"{label} = {significant(x)}" for label, x in point.items())


def below_threshold(fixtures: Path, used: Operated, point: Point) -> None:
    """Raises Declined unless the certified claims say that iteration from this point leads to the target."""
    if len(used.parameters) == 1:
        names = used.parameters if used.whole is None else ["any"]
        thresholds = [c for c in used.claims if c["kind"] == "threshold" and c["output"] in names]
        if not thresholds:
            raise Declined(f"{used.name} has no certified threshold: {reason(used)}")
        low, high = map(rational, thresholds[0]["interval"])
        if ends(point[used.parameters[0]])[1] >= low:
            raise Declined(f"{shown(point)} is not below the threshold {rounded_decimal(low, high, 12)} of {used.name}")
        return
    basins = [claim for claim in used.claims if claim["kind"] == "basin"]
    if not basins:
        raise Declined(f"{used.name} has no certified basin")
    regions = {claim["id"]: claim["point"] for claim in used.claims if claim["kind"] == "trapping"}
    protocol = read_statement(fixtures, used.name)[2]
    first, second = (x for x, _ in map(ends, point.values()))
    if bits(point) == 0:
        raise OverBudget(f"the input of {used.name} has too many digits to look it up in the cells of the basin")
    found = protocol.basins.committed(
        basins[0]["id"], fixtures.parent / "proofs" / "certificates" / f"{used.name}.jsonl"
    ).at((1 - first - second, first, second))
    labels = basins[0]["regions"]
    if found < 0:
        raise Declined(f"{shown(point)} is in no decided cell of {used.name}: too near the edge of a basin")
    if regions[labels[found]] != ["0", "0"]:
        raise Declined(
            f"{shown(point)} flows to ({', '.join(regions[labels[found]])}), not to the target, under {used.name}"
        )


def reason(used: Operated) -> str:
    """Why there is none, as far as claims say it."""
    found = [claim for claim in used.claims if claim["kind"] == "no-gain"]
    return (
        f"{found[0]['relation'].replace('x', used.parameters[0])} on (0, {found[0]['bound']})"
        if found
        else "none is stated"
    )
