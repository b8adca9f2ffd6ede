"""One claim, one verdict: certified, refuted, ambiguous, declined or malformed."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from flint import fmpq

from ..errors import Declined, InputError, NoCode, OverBudget
from ..operation.expect import MAX_RUNS, band
from . import compare
from .bounds import over_range
from .claim import Claim, Counts, Logarithm, Number, Ratio, Root, Term, identifier, read_claim
from .compare import Outcome
from .exact import Rational, decimal, simplest
from .known import Known, Library
from .lines import Malformed, parsed, shortened
from .readings import NoThreshold, Reading, exact, labels, output_function, readings, value_at

VERDICTS = ("certified", "refuted", "ambiguous", "declined", "malformed")


@dataclass(frozen=True)
class Row:
    """The verdict on one line of a file, and what backs it: claims, and the digests of their files."""

    line: int
    id: str | None
    verdict: str
    reason: str
    witness: dict[str, Any] = field(default_factory=dict)
    protocol: str | None = None
    quantity: str | None = None
    where: str | None = None
    backing: dict[str, Any] = field(default_factory=dict)

    def json(self) -> dict[str, Any]:
        """The row for programs."""
        return {
            "backing": self.backing,
            "field": self.where,
            "id": self.id,
            "line": self.line,
            "protocol": self.protocol,
            "quantity": self.quantity,
            "reason": self.reason,
            "verdict": self.verdict,
            "witness": self.witness,
        }


def judge_line(number: int, line: bytes, library: Library) -> Row:
    """The row of a line of a claims file."""
    found: dict[str, Any] = {}
    try:
        found = parsed(line)
        claim = read_claim(number, found)
    except Malformed as error:
        return Row(number, identifier(found), "malformed", str(error), where=error.field)
    return judge(claim, library)


def judge(claim: Claim, library: Library) -> Row:
    """The verdict on a claim, under every reading that it leaves open."""

    def row(
        verdict: str, reason: str, witness: dict[str, Any], backing: dict[str, Any], where: str | None = None
    ) -> Row:
        return Row(claim.line, claim.id, verdict, reason, witness, claim.name, claim.quantity, where, backing)

    try:
        known = library.known(claim.protocol, claim.quantity)
    except NoCode as error:
        return row("refuted", f"this is no stabilizer code: {error}", {"code": str(error)}, {})
    except InputError as error:
        return row("malformed", shortened(str(error)), {}, {}, "protocol")
    except (Declined, OverBudget) as error:
        return row("declined", shortened(str(error)), {}, {})
    used: set[str] = set()
    extra: dict[str, str] = {}
    try:
        found = [(reading, under(claim, reading, known, used, extra)) for reading in readings(claim, known)]
    except (Declined, OverBudget) as error:
        return row("declined", shortened(str(error)), {}, {})
    outcome = together(found)
    backing = {**known.digests, **extra, "claims": sorted(used)}
    return row(outcome.verdict, outcome.reason, outcome.witness, backing)


def under(claim: Claim, reading: Reading, known: Known, used: set[str], extra: dict[str, str]) -> Outcome:
    """The outcome under one reading; what it rests on is added to `used` and `extra`."""
    worst = None
    try:
        for label in labels(reading, known):
            found = exact(claim, reading, known, label)
            used.update(found.claims)
            outcome = decided(claim, reading, known, label, found.value, extra)
            if outcome.verdict != "certified":
                several = reading.output == "each"
                return Outcome(
                    outcome.verdict,
                    f"output {label}: {outcome.reason}" if several else outcome.reason,
                    {**outcome.witness, "output": label} if several else outcome.witness,
                    outcome.shown,
                )
            worst = outcome
    except (Declined, OverBudget) as error:
        return Outcome("declined", shortened(str(error)))
    return worst or Outcome("declined", "there is no such output")


def together(found: list[tuple[Reading, Outcome]]) -> Outcome:
    """One outcome of all readings: right under some and wrong under others is ambiguous.

    A reading that is not the protocol's own one counts only where the claim is wrong under the own ones.
    """
    own = [(reading, outcome) for reading, outcome in found if reading.usual]
    verdicts = {outcome.verdict for _, outcome in own}
    if verdicts == {"refuted"}:
        verdicts |= {outcome.verdict for reading, outcome in found if outcome.verdict == "certified"}
    elif "certified" in verdicts or "declined" in verdicts:
        found = own
    if len(verdicts) == 1:
        first = found[0][1]
        if len(found) == 1 or not found[0][0].filled:
            return first
        same = " (and so under every reading)" if len({outcome.shown for _, outcome in found}) == 1 else ""
        return Outcome(first.verdict, f"{found[0][0].filled}: {first.reason}{same}", first.witness, first.shown)
    if "certified" in verdicts and "refuted" in verdicts:
        right = next((r, o) for r, o in found if o.verdict == "certified")
        wrong = next((r, o) for r, o in found if o.verdict == "refuted")
        values = {r.filled or "the protocol's convention": o.shown for r, o in found if o.shown}
        reason = "; ".join(
            f"{word} under {r.filled or 'the convention of the protocol'}: {o.reason}"
            for word, (r, o) in (("right", right), ("wrong", wrong))
        )
        return Outcome("ambiguous", reason, {"readings": values}, "")
    return next(outcome for _, outcome in found if outcome.verdict == "declined")


def decided(claim: Claim, reading: Reading, known: Known, label: str, value: Any, extra: dict[str, str]) -> Outcome:
    """Claimed against exact."""
    said = claim.value
    if isinstance(value, NoThreshold):
        return without_threshold(claim, known, value)
    if isinstance(said, Ratio):
        if not isinstance(value, Ratio):
            raise Declined("the exact value is a number")
        if said.parameters != value.parameters and len(said.num) <= 1 and said.parameters == 1:
            said = widened(said, value.parameters)
        if claim.mode == "leading-order":
            if claim.at is not None:
                raise Declined("the leading order is judged for whole functions")
            return compare.leading(said, value)
        if claim.mode == "exact":
            return compare.functions(said, value)
        return over_range(claim, reading, known, label, said, value, extra)
    if isinstance(said, Number):
        outcome = compare.number(claim, said, value)
        if claim.quantity == "distance" and outcome.verdict == "refuted":
            return with_logical(outcome, known)
        return outcome
    if isinstance(said, Root):
        return compare.root(said, value)
    if isinstance(said, Logarithm):
        return compare.logarithm(said, value)
    if isinstance(said, Term):
        return compare.term(claim, said, *value)
    if isinstance(said, Counts):
        return sampled(claim, said, value)
    return compare.entries(said, value)


def widened(said: Ratio, parameters: int) -> Ratio:
    """A constant as a function of more parameters."""
    rest = (0,) * (parameters - said.parameters)
    num, den = ({(*e, *rest): c for e, c in part.items()} for part in (said.num, said.den))
    return Ratio(num, den, parameters)


def with_logical(outcome: Outcome, known: Known) -> Outcome:
    """A refuted distance, with a logical operator of least weight."""
    operator = known.protocol.least_logical.json()
    weight = known.one("code")["distance"]
    reason = f"{outcome.reason}: T(u|v) of weight {weight} commutes with all stabilizers and is none of their products"
    return Outcome("refuted", reason, {**outcome.witness, "logical": operator, "weight": weight}, outcome.shown)


def without_threshold(claim: Claim, known: Known, found: NoThreshold) -> Outcome:
    """A claimed threshold where there is none: a point below it at which the output is no better than the input."""
    if isinstance(claim.value, Number) and claim.mode == "lower-bound" and claim.value.value <= 0:
        raise Declined("a bound of 0 says nothing")
    x = simplest(fmpq(0), found.bound)
    value = value_at(output_function(known, found.output), {known.parameters[0]: x})
    name = known.parameters[0]
    reason = f"there is no threshold: {found.relation} for all x in (0, {found.bound}), at {name} = {x} it is {value}"
    return Outcome("refuted", reason, {"at": {name: str(x)}, "output": str(value)}, "no threshold")


@lru_cache(maxsize=256)
def expected(success: fmpq, runs: int, tail: fmpq) -> tuple[int, int]:
    """The counts outside of which each tail has at most this probability."""
    return band(success, runs, tail)


def sampled(claim: Claim, said: Counts, exact_value: Rational) -> Outcome:
    """A count of a sampler: inside the band at its significance, by exact tails."""
    if said.runs > MAX_RUNS:
        raise Declined(f"counts are judged up to {MAX_RUNS} runs")
    significance = claim.significance or fmpq(0)
    low, high = expected(exact_value.value, said.runs, significance / 2)
    shown = decimal(exact_value, 12)
    about = f"{said.accepted} of {said.runs}, where {shown} is certain"
    if low <= said.accepted <= high:
        return Outcome("certified", f"{about}: between {low} and {high}, at significance {significance}", {}, shown)
    witness = {"band": [low, high], "exact": str(exact_value.value), "significance": str(significance)}
    return Outcome("refuted", f"{about}: not between {low} and {high}, at significance {significance}", witness, shown)
