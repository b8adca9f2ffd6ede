"""One claim, one verdict: certified, refuted, ambiguous, declined, over a limit, malformed, or broken by our fault."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from flint import fmpq

from ..errors import Declined, InputError, NoCode, OverBudget, StillproofError
from ..exact.rational_function import RationalFunction, ring
from ..operation.expect import MAX_RUNS, band
from . import compare
from .bounds import over_range
from .claim import STRUCTURE, Claim, Counts, Logarithm, Number, Root, Term, identifier, read_claim
from .compare import Outcome
from .distance import Bounds, Operator, operator
from .exact import Rational, decimal, simplest
from .groups import group
from .known import Known, Library
from .lines import Malformed, parsed
from .meant import as_counted, as_filed, in_family, otherwise, to_target
from .outputs import in_words
from .readings import BOUNDS, Reading, labels, readings
from .sentences import Sentence, say
from .values import NoThreshold, exact, output_function, value_at

VERDICTS = ("certified", "refuted", "ambiguous", "declined", "limit", "malformed", "broken")


@dataclass(frozen=True)
class Row:
    """The verdict on one line of a file, and what backs it: claims, and the digests of their files."""

    line: int
    id: str | None
    verdict: str
    reason: Sentence
    witness: dict[str, Any] = field(default_factory=dict)
    protocol: str | None = None
    quantity: str | None = None
    where: str | None = None
    backing: dict[str, Any] = field(default_factory=dict)
    source: str | None = None  # what the claim says of where it is from
    open: bool = False  # wrong in one way to mean it, and right in another one: nobody claimed the wrong one

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
            "source": self.source,
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
        source = found.get("source") if isinstance(found.get("source"), str) else None
        return Row(number, identifier(found), "malformed", error.reason, where=error.field, source=source)
    except StillproofError as error:
        outcome = unanswered(error)
        return Row(number, identifier(found), outcome.verdict, outcome.reason)
    except Exception as error:
        return Row(number, identifier(found), "broken", broken(error))
    return judge(claim, library)


def judge(claim: Claim, library: Library) -> Row:
    """The verdict on a claim, under every reading that it leaves open."""
    where = None
    backing: dict[str, Any] = {}
    try:
        outcome, backing = judged(claim, library)
    except NoCode as error:
        outcome = Outcome("refuted", say("no-code", reason=error), {"code": str(error)})
    except InputError as error:
        outcome, where = Outcome("malformed", say("not-read", reason=error)), "protocol"
    except StillproofError as error:
        outcome = unanswered(error)
    except Exception as error:
        outcome = Outcome("broken", broken(error))
    verdict, reason, witness = outcome.verdict, outcome.reason, outcome.witness
    source = claim.raw.get("source")
    return Row(claim.line, claim.id, verdict, reason, witness, claim.name, claim.quantity, where, backing, source)


def broken(error: Exception) -> Sentence:
    """What is said of an error of our own: its type and its place, and nothing of what it holds."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{Path(trace.tb_frame.f_code.co_filename).name}, line {trace.tb_lineno}" if trace else "an unknown place"
    return say("broken", error=type(error).__name__, place=place)


def unanswered(error: StillproofError) -> Outcome:
    """A claim that is not judged: over a limit, or outside what is known.  Sentences of the producer are quoted."""
    limit = isinstance(error, OverBudget)
    said = error.args[0] if error.args and isinstance(error.args[0], Sentence) else None
    reason = said or say("over-limit" if limit else "not-derived", reason=error)
    return Outcome("limit" if limit else "declined", reason)


def judged(claim: Claim, library: Library) -> tuple[Outcome, dict[str, Any]]:
    """The outcome of a claim and what backs it.  Raises StillproofError where it is not judged."""
    own_code = claim.protocol[0] if claim.quantity == "distance" and isinstance(claim.protocol, tuple) else None
    if own_code is not None:
        bounds = library.bounds(own_code, thorough=False)
        found = by_bounds(claim, bounds)
        if found is not None and "logical" in found.witness:  # one operator is enough
            return found, listing(bounds)
    try:
        known = library.known(claim.protocol, claim.quantity)
    except (Declined, OverBudget) as error:
        if own_code is None:
            raise
        bounds = library.bounds(own_code, thorough=True)
        found = by_bounds(claim, bounds)
        if found is not None:
            return found, listing(bounds)
        outcome = unanswered(error)
        return Outcome(outcome.verdict, undecided(bounds, outcome.reason), witness_of(bounds)), {}
    used: set[str] = set()
    extra: dict[str, str] = {}
    rows = [(reading, under(claim, reading, known, used, extra)) for reading in readings(claim, known)]

    def retried(other: Known, usual: bool) -> Outcome:
        asked = [reading for reading in readings(claim, other) if reading.usual or not usual]
        return together([(reading, under(claim, reading, other, set(), {})) for reading in asked])

    outcome = in_family(claim, known, to_target(claim, known, together(rows)))
    if outcome.verdict == "refuted" and claim.quantity not in STRUCTURE:
        if claim.syndromes == "corrected":
            outcome = Outcome("declined", say("corrected-or-decoded", judged=outcome.reason))
        elif other := otherwise(claim, known, outcome, retried):
            outcome = other
        elif claim.syndromes is None and (group(claim.id), claim.protocol) in library.decoded:
            outcome = Outcome("declined", say("group-decoded", group=group(claim.id), judged=outcome.reason))
        else:
            outcome = replace(outcome, reason=as_filed(claim, known, as_counted(claim, known, outcome.reason)))
    return outcome, {**known.digests, **extra, "claims": sorted(used)}


def by_bounds(claim: Claim, bounds: Bounds) -> Outcome | None:
    """A claimed distance against bounds that need no certificate; None where they do not decide."""
    assert isinstance(claim.value, Number)  # noqa: S101 - a distance is a number
    said, logical, low = claim.value.value, bounds.logical, bounds.low
    high = logical.weight if logical else None
    claimed = claim.value.text
    if claim.mode != "upper-bound" and logical and logical.weight < said:
        reason = say("distance-wrong", claimed=claimed, operator=logical.spelled, weight=logical.weight)
        return Outcome("refuted", reason, witness_of(bounds), str(high))
    if claim.mode != "lower-bound" and low > said:
        reason = say("distance-wrong-listed", claimed=claimed, count=bounds.count, weight=low)
        return Outcome("refuted", reason, witness_of(bounds), f"at least {low}")
    if claim.mode == "lower-bound" and low >= said:
        reason = say("distance-bound-listed", claimed=claimed, order="at most", count=bounds.count, weight=low)
        return Outcome("certified", reason, {}, f"at least {low}")
    if claim.mode == "upper-bound" and logical and logical.weight <= said:
        reason = say(
            "distance-bound-right", claimed=claimed, order="at least", operator=logical.spelled, weight=logical.weight
        )
        return Outcome("certified", reason, {}, f"at most {high}")
    if claim.mode == "exact" and logical and low == logical.weight == said:
        reason = say(
            "distance-right", claimed=claimed, operator=logical.spelled, weight=logical.weight, count=bounds.count
        )
        return Outcome("certified", reason, {}, str(high))
    return None


def witness_of(bounds: Bounds) -> dict[str, Any]:
    """What is known of a distance: how far the operators were listed, and a logical one."""
    logical = bounds.logical.witness() if bounds.logical else {}
    return {**logical, "at-least": bounds.low, "listed": bounds.count}


def listing(bounds: Bounds) -> dict[str, Any]:
    """What backs a verdict in place of a certificate."""
    return {"listing": bounds.count, **({"operator": bounds.logical.witness()} if bounds.logical else {})}


def undecided(bounds: Bounds, why: Sentence) -> Sentence:
    """Both bounds of a distance, where they do not decide a claim."""
    if bounds.logical is None:
        return say("distance-below", low=bounds.low, count=bounds.count, reason=why)
    spelled, weight = bounds.logical.spelled, bounds.logical.weight
    return say("distance-undecided", low=bounds.low, count=bounds.count, operator=spelled, weight=weight, reason=why)


def under(claim: Claim, reading: Reading, known: Known, used: set[str], extra: dict[str, str]) -> Outcome:
    """The outcome under one reading; what it rests on is added to `used` and `extra`."""
    found: dict[str, Outcome] = {}
    for label in labels(reading, known):
        try:
            value = exact(claim, reading, known, label)
            used.update(value.claims)
            found[label] = decided(claim, reading, known, label, value.value, extra)
        except (Declined, OverBudget) as error:
            found[label] = unanswered(error)
    for verdict in ("refuted", "declined", "limit"):
        for label, outcome in found.items():
            if outcome.verdict == verdict:
                if reading.output != "each":
                    return outcome
                reason = say("each-output", output=label, judged=outcome.reason)
                return Outcome(verdict, reason, {**outcome.witness, "output": label}, outcome.shown)
    return all_certified(found)


def all_certified(found: dict[str, Outcome]) -> Outcome:
    """One outcome for outputs that are all certified; each is named where they are not alike."""
    if not found:
        return Outcome("declined", say("no-such-output"))
    (label, first), *rest = found.items()
    if all(outcome.reason == first.reason for _, outcome in rest):
        return first
    reason = say("each-output", output=label, judged=first.reason)
    for label, outcome in rest:
        reason = say("each-more", first=reason, rest=say("each-output", output=label, judged=outcome.reason))
    return Outcome("certified", reason, {}, ", ".join(outcome.shown for outcome in found.values()))


def together(found: list[tuple[Reading, Outcome]]) -> Outcome:
    """One outcome of all readings: right under some and wrong under others is ambiguous.

    A reading that is not the protocol's own one counts only where the claim is wrong under the own ones.
    """
    every = len(found)
    own = [(reading, outcome) for reading, outcome in found if reading.usual]
    verdicts = {outcome.verdict for _, outcome in own}
    if verdicts == {"refuted"}:
        verdicts |= {outcome.verdict for reading, outcome in found if outcome.verdict == "certified"}
    elif verdicts - {"refuted"}:
        found = own
    if len(verdicts) == 1:
        first = found[0][1]
        if not found[0][0].filled or first.verdict in ("declined", "limit"):
            return first
        same = every == len(found) > 1 and len({(outcome.shown, outcome.reason) for _, outcome in found}) == 1
        reason = say("every-reading" if same else "one-reading", reading=found[0][0].filled, judged=first.reason)
        return Outcome(first.verdict, reason, first.witness, first.shown)
    if "certified" in verdicts and "refuted" in verdicts:
        right = next((r, o) for r, o in found if o.verdict == "certified")
        wrong = next((r, o) for r, o in found if o.verdict == "refuted")
        names = [right[0].beside(wrong[0]), wrong[0].beside(right[0])]
        values = {r.beside((wrong if r is right[0] else right)[0]): o.shown for r, o in found if o.shown}
        reason = say(
            "two-readings", right=names[0], why_right=right[1].reason, wrong=names[1], why_wrong=wrong[1].reason
        )
        return Outcome("ambiguous", reason, {"readings": values}, "")
    return next(outcome for _, outcome in found if outcome.verdict in ("declined", "limit"))


def decided(claim: Claim, reading: Reading, known: Known, label: str, value: Any, extra: dict[str, str]) -> Outcome:
    """Claimed against exact."""
    said = claim.value
    if isinstance(value, NoThreshold):
        return without_threshold(claim, reading, known, value)
    if isinstance(said, RationalFunction):
        assert isinstance(value, RationalFunction)  # noqa: S101 - whole functions are compared with whole functions
        if said.count < value.count and said.degree == 0:
            said = widened(said, value.count)
        if claim.mode == "leading-order":
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


def widened(said: RationalFunction, parameters: int) -> RationalFunction:
    """A constant as a function of more parameters."""
    rest = (0,) * (parameters - said.count)
    num, den = (ring(parameters).from_dict({(*e, *rest): c for e, c in part.items()}) for part in said.terms)
    return RationalFunction(num, den, parameters)


def with_logical(outcome: Outcome, known: Known) -> Outcome:
    """A refuted distance, with a logical operator of least weight."""
    least: Operator = operator(known.protocol.code, known.protocol.least_logical)
    reason = say("logical", judged=outcome.reason, operator=least.spelled, weight=least.weight)
    return Outcome("refuted", reason, {**outcome.witness, **least.witness()}, outcome.shown)


def without_threshold(claim: Claim, reading: Reading, known: Known, found: NoThreshold) -> Outcome:
    """A claimed threshold where there is none: a point below it at which the output is no better than the input.

    Whether "at most 1/3", or 0, is right of a threshold that is not there is a matter of words, so it is declined.
    """
    said, x = found.claim, simplest(fmpq(0), found.bound)
    name, label = known.parameters[0], said["function"]
    values = [value_at(function, {name: x}) for function in (output_function(known, label), said["value"])]
    slope = known.stated.noise if found.infidelity else fmpq(1)
    reason = say(
        "threshold-none-infidelity" if found.infidelity else "threshold-none",
        output=in_words(known, label) if found.infidelity else label,
        relation=said["relation"],
        input=name if slope == 1 else f"{slope} {name}",
        bound=found.bound,
        parameter=name,
        point=x,
        value=values[0],
        given=values[1],
    )
    if isinstance(claim.value, Number):
        scale, shift = known.units[reading.parameter]
        claimed = (claim.value.value - shift) / scale  # in the parameter of the family; a fidelity falls with it
        modes = BOUNDS if scale > 0 else BOUNDS[::-1]
        if claim.mode == modes[1] and claimed <= 0:
            raise Declined(say("threshold-zero"))
        if claimed == 0 or (claim.mode == modes[0] and claimed > 0):
            raise Declined(say("threshold-words", judged=reason))
    witness = {"at": {name: str(x)}, "input": str(values[1]), "value": str(values[0])}
    return Outcome("refuted", reason, witness, "no threshold")


@lru_cache(maxsize=256)
def expected(success: fmpq, runs: int, tail: fmpq) -> tuple[int, int]:
    """The counts outside of which each tail has at most this probability."""
    return band(success, runs, tail)


def sampled(claim: Claim, said: Counts, exact_value: Rational) -> Outcome:
    """A count of a sampler: inside the band at its significance, by exact tails."""
    if said.runs > MAX_RUNS:
        raise OverBudget(say("sample-runs", runs=said.runs, limit=MAX_RUNS))
    significance = claim.significance or fmpq(0)
    low, high = expected(exact_value.value, said.runs, significance / 2)
    value = decimal(exact_value, 12)
    good = low <= said.accepted <= high
    reason = say(
        "sample-right" if good else "sample-wrong",
        accepted=said.accepted,
        runs=said.runs,
        value=value,
        low=low,
        high=high,
        significance=significance,
    )
    witness = {"band": [low, high], "exact": str(exact_value.value), "significance": str(significance)}
    return Outcome("certified", reason, {}, value) if good else Outcome("refuted", reason, witness, value)
