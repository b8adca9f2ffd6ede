"""Inputs of a block that are not independent: a bound that holds however the outputs of earlier blocks are used.

Outputs of one block with several encoded qudits are correlated.  Let a block have n inputs, each of them twirled to the
family on its own, each of infidelity at most e.  The twirls leave a mixture of products of the target and of states
orthogonal to it, so with weight at least 1 - E, E = n e, all inputs are the target (union bound), and of that part the
share p0 is accepted, with perfect outputs: p0 is the success probability of pure targets.  Hence

    success >= (1 - E) p0,        infidelity of the outputs <= E / (E + (1 - E) p0).

The bound needs the infidelities of the inputs given that their own blocks were accepted, so it is for the first level
after a block with several outputs; further levels would need them given that other blocks were accepted, too.
"""

from __future__ import annotations

from typing import NamedTuple

from flint import fmpq

from ..exact.enclosed import Number, ends
from .certified import Operated, Output, Point


class Bound(NamedTuple):
    """What holds without independence."""

    infidelity: Number  # at most, of all outputs together
    success: Number  # at least
    inputs: Number  # per output, at most


def without_independence(
    used: Operated, outputs: list[Output], worst: Number, cost: Number, count: int
) -> Bound | None:
    """The bound, for inputs of infidelity at most `worst` that cost `cost` each, and `count` outputs of a block.

    None where it says nothing: where E >= 1, or pure targets are not accepted or do not give the target.
    """
    zero: Point = dict.fromkeys(used.parameters, fmpq(0))
    start, total = used.success.at(*zero.values()), used.sites * worst
    perfect = all(f.at(*zero.values()) == 0 for one in outputs for f in one.functions.values())
    if not perfect or ends(total)[1] >= 1 or not start > 0:
        return None
    success = (1 - total) * start
    return Bound(total / (total + success), success, cost * used.sites / (count * success))
