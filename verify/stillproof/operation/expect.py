"""`stillproof expect`: how many of so many runs are accepted, between two counts, at a stated significance."""

from __future__ import annotations

from typing import Any

from flint import arb, ctx, fmpq

from ..errors import InputError, OverBudget
from ..exact.decimals import DOWN, UP, significant, to_digits
from ..exact.enclosed import ends
from ..exact.reading import rational
from .certified import Operated
from .reading import Given
from .sentences import say

MAX_RUNS = 10**7
EXACT_BITS = 1 << 16  # of the denominators up to which tails are summed exactly
PROBABILITY_DIGITS = 15  # as many as a float of a monitor holds
FIRST_BITS, LAST_BITS = 128, 1 << 14  # of the enclosures of tails


def expect(used: Operated, given: Given, runs: int, significance: fmpq, accepted: int | None = None) -> dict[str, Any]:
    """The acceptance probability, and the band outside of which counts fall with at most this probability.

    Each side gets half of the significance: low is the greatest count with P(fewer) <= significance/2, high the least
    with P(more) <= significance/2, for independent runs.  `accepted` is an observed count to judge.
    """
    if not 0 < runs <= MAX_RUNS:
        wrong = (
            OverBudget(say("runs", runs=runs, limit=MAX_RUNS)) if runs > 0 else InputError("--runs", "at least 1", runs)
        )
        raise wrong
    if not 0 < significance < 1:
        raise InputError("--significance", "a number between 0 and 1", significance)
    if accepted is not None and not 0 <= accepted <= runs:
        raise InputError("--accepted", f"a count from 0 to {runs}", accepted)
    success, _ = ends(used.success.at(*given.point.values()))  # exact at an exact point
    low, high = band(success, runs, significance / 2)
    found: dict[str, Any] = {
        "accepted": used.accepted,
        "at": {label: str(x) for label, x in given.point.items()},
        "band": [low, high],
        "mean": {"decimal": significant(success * runs), "exact": str(success * runs)},
        "protocol": used.name,
        "runs": runs,
        "significance": str(significance),
        "success_probability": {"decimal": significant(success), "exact": str(success)},
    }
    if given.unit:
        found["given"] = given.json()
    if accepted is not None:
        found["observed"] = accepted
        found["inside"] = low <= accepted <= high
    return found


def band(success: fmpq, runs: int, tail: fmpq) -> tuple[int, int]:
    """The greatest count with P(fewer) <= tail and the least with P(more) <= tail, of a binomial distribution."""
    if 2 * success > 1:
        low, high = band(1 - success, runs, tail)
        return runs - high, runs - low
    if not success:
        return 0, 0
    if success.q.bit_length() * runs <= EXACT_BITS:
        return counted(1 - success, success / (1 - success), runs, tail) or (0, runs)
    bits = FIRST_BITS
    while bits <= LAST_BITS:
        with ctx.workprec(bits):
            found = counted(arb(1 - success), arb(success / (1 - success)), runs, arb(tail))
        if found:
            return found
        bits *= 2
    raise OverBudget(say("tail", tail=tail, bits=LAST_BITS))


def counted(fail: Any, ratio: Any, runs: int, tail: Any) -> tuple[int, int] | None:
    """The band, in rationals; or in enclosures, and None where they do not decide a comparison."""
    term = fail**runs
    below, low = 0 * term, 0
    for count in range(runs + 1):
        # below = P(fewer than count), term = P(count)
        if below <= tail:
            low = count
        elif not below > tail:
            return None
        upto = below + term
        if 1 - upto <= tail:
            return low, count
        if not 1 - upto > tail:
            return None
        below, term = upto, term * ratio * (runs - count) / (count + 1)
    return low, runs


def prometheus(found: dict[str, Any]) -> str:
    """The band as metrics in the text format of Prometheus.

    The labels of parameters begin with `at_`: a family can call its parameter `protocol`, as a label of ours is, or
    `instance`, as one that a scraper adds.
    """
    at = {f"at_{name}": value for name, value in found["at"].items()}
    labels = {"protocol": found["protocol"], **at, "significance": found["significance"]}
    shown = ",".join(f'{key}="{value}"' for key, value in labels.items())
    low, high = (fmpq(x, found["runs"]) for x in found["band"])
    runs, digits = {"runs": found["runs"]}, len(str(found["runs"])) + 1  # so that no count lies between number and end
    probability = rational(found["success_probability"]["exact"])
    rows = [
        ("probability", {"digits": PROBABILITY_DIGITS}, to_digits(probability, PROBABILITY_DIGITS)),
        ("low", runs, to_digits(low, digits, DOWN)),
        ("high", runs, to_digits(high, digits, UP)),
    ]
    lines = []
    for metric, fields, value in rows:
        lines += [
            say(f"help-{metric}", **fields),
            say("type", metric=metric),
            say("sample", metric=metric, labels=shown, value=value),
        ]
    return "\n".join(lines)
