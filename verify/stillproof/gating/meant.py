"""What else a claim may mean that is wrong as it stands: another output, another target, another protocol.

Such a claim is declined, with what it may mean; what it means as it stands is said with every verdict.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ..codes.clifford import Clifford
from ..protocols.matching import samples
from ..protocols.missing import offer
from .claim import IN_UNITS, JOINT, Claim
from .compare import Outcome
from .known import FIDELITY, Known
from .outputs import makes_target
from .readings import ACCEPTED
from .sentences import Sentence, say
from .two_parameters import of_two

OF_OUTPUTS = ("error-map", JOINT, "leading-term", "suppression-order", "threshold")  # measured to a target
Again = Callable[[Known, bool], Outcome]  # of the claim for something else that is known; of usual readings only


def otherwise(claim: Claim, known: Known, outcome: Outcome, retried: Again) -> Outcome | None:
    """Declined, where a refuted claim is right of another output or of a protocol that corrects; else None."""
    if other := right_after(claim, known, retried):
        return Outcome("declined", say("frame-other", judged=outcome.reason, **frame_fields(known, other)))
    count = right_corrected(claim, known, retried)
    if count:
        p = known.protocol.code.p
        return Outcome("declined", say("correction-unsaid", judged=outcome.reason, count=count, p=p))
    return None


def counts_success(claim: Claim) -> bool:
    """Whether the success probability enters a claim, and nothing says of which protocol."""
    return claim.syndromes is None and claim.quantity in ACCEPTED and claim.success != "left-out"


def right_corrected(claim: Claim, known: Known, retried: Again) -> int:
    """How many outcomes are to be undone for a refuted claim to be right, or not to be refuted; 0 if no number will."""
    if not counts_success(claim) or known.corrects:
        return 0
    tried = range(1, known.correctable + 1)
    return next((count for count in tried if retried(known.undone(count), True).verdict != "refuted"), 0)


def as_counted(claim: Claim, known: Known, reason: Sentence) -> Sentence:
    """Why a claim is refuted, with what its success probability counts, where the claim leaves that out."""
    if not counts_success(claim):
        return reason
    return say("counted-corrected" if known.corrects else "counted-selected", judged=reason)


def as_filed(claim: Claim, known: Known, reason: Sentence) -> Sentence:
    """Why a claim about a code file is refuted, with a Clifford correction that the file seems to lack."""
    offered = offer(known.protocol.code, known.protocol.state) if isinstance(claim.protocol, tuple) else None
    if offered is None or not offered.sites:
        return reason
    return say("filed-without", judged=reason, sites=", ".join(map(str, offered.sites)))


def right_after(claim: Claim, known: Known, retried: Again) -> Clifford | None:
    """A Clifford, other than that of the map, after which a claim about the output is right; None without one."""
    if claim.quantity not in ("error-map", JOINT) or known.source["kind"] != "map":
        return None
    points = [known.inside(claim.at)] if claim.at else [tuple(x) for x in samples(len(known.parameters))]
    for clifford, functions in known.frames:
        other = known.framed(functions)
        if not all(other.in_family(point) for point in points):
            continue
        if retried(other, False).verdict == "certified":
            return clifford
    return None


def frame_fields(known: Known, other: Clifford) -> dict[str, str]:
    """The Clifford of a map and another one, and the twirl, as a sentence names them."""
    own, twirl = known.source["output-clifford"], known.source["output-twirl"]
    return {
        "after": f", and after the twirl by {' and '.join(twirl)}" if twirl else "",
        "matrix": str(own["symplectic"]),
        "moved": str(list(other.shift)),
        "other": str([list(row) for row in other.symplectic]),
        "shift": str(own["shift"]),
    }


def in_family(claim: Claim, known: Known, outcome: Outcome) -> Outcome:
    """An outcome about an output that a claim can compare with an input in two ways, and says so.

    Where one round leaves the family, a threshold of one round is not that of iterated distillation.  That of two
    parameters is iterated; that of an output that is known by its overlap with the target is one of one round.
    """
    if outcome.verdict not in ("certified", "refuted") or claim.quantity not in ("threshold", *IN_UNITS):
        return outcome
    overlap = known.stated.measured == "overlap"
    if claim.quantity != "threshold":
        said = claim.unit or claim.parameter or next(iter(claim.at or {}), None)
        told = overlap and said not in ("eps", FIDELITY)
        return replace(outcome, reason=say("by-overlap", judged=outcome.reason)) if told else outcome
    if of_two(known):
        right, wrong = say("iterated-right", judged=outcome.reason), say("iterated", judged=outcome.reason)
    elif overlap:
        right, wrong = say("round-right", judged=outcome.reason), say("round", judged=outcome.reason)
    else:
        return outcome
    if outcome.verdict == "certified":
        return replace(outcome, reason=right)
    return Outcome("declined", wrong, outcome.witness)


def to_target(claim: Claim, known: Known, outcome: Outcome) -> Outcome:
    """An outcome about an output that is measured to another state than the one that pure inputs give.

    The claim may mean the latter, about which nothing is certified, unless it names a parameter of the family.
    """
    names = {"delta", *known.parameters} - {"eps"}  # which is the infidelity as well
    exactly = known.stated.measured == "parameter" and {claim.unit, claim.output} & names
    if claim.quantity not in OF_OUTPUTS or exactly or makes_target(known):
        return outcome
    family, twirl = known.protocol.state, known.source["output-twirl"]
    target = f"{family.target} of the family {family.name}"
    after = f", after the twirl by {' and '.join(twirl)}" if twirl else ""
    if outcome.verdict == "certified":
        reason = say("target-measured", judged=outcome.reason, target=target, after=after)
        return replace(outcome, reason=reason)
    if outcome.verdict == "refuted":
        return Outcome("declined", say("target-other", judged=outcome.reason, target=target, after=after))
    return outcome
