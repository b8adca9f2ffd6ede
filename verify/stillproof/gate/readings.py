"""What a claim can mean: every way to fill in the conventions that it leaves out, and the exact value under each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

from flint import fmpq, fmpq_poly, fmpz_poly

from ..algebraic import rational
from ..cyclotomic import matrix_product
from ..errors import Declined
from ..operation.certified import function
from ..phase_space import displacement
from ..state import StateFamily
from .claim import INCLUDED, SYNDROMES, Claim, Ratio
from .exact import Algebraic, Between, LogRatio, Rational
from .known import Known, rationals

OUTPUTS = ("threshold", "error-map", "leading-term", "suppression-order", "yield-exponent", "overhead-exponent")
COSTS = ("yield-exponent", "overhead-exponent", "inputs-per-output")
ACCEPTED = ("success-probability", "acceptance", *COSTS)


@dataclass(frozen=True)
class Reading:
    """Conventions: those of the claim, and one choice for those that it leaves out; `filled` says the latter in words.

    `usual` tells the protocol's own convention from another one that is only named where it would be right.
    """

    parameter: str
    output: str
    success: str
    syndromes: str
    filled: str
    usual: bool = True


@dataclass(frozen=True)
class Found:
    """An exact value, by the claims that certify it."""

    value: Any
    claims: tuple[str, ...]


@dataclass(frozen=True)
class NoThreshold:
    """Near the target the output is no better than the input."""

    relation: str
    bound: fmpq
    output: str


def readings(claim: Claim, known: Known) -> list[Reading]:
    """All readings, the protocol's own ones first.  Raises Declined for conventions that nothing is known about."""
    noise(claim, known)
    choices = [
        parameters(claim, known),
        outputs(claim, known),
        chosen(claim.success, INCLUDED, claim.quantity in COSTS, "success probability {}"),
        [("corrected", ""), ("post-selected", "syndromes {}")]
        if claim.syndromes is None and claim.quantity in ACCEPTED and known.of_kind("correction")
        else [(claim.syndromes or SYNDROMES[0], "")],
    ]
    found = []
    for parts in product(*choices):
        words = [text.format(value) for value, text in parts if text]
        parameter, output, included, syndromes = (value for value, _ in parts)
        found.append(Reading(parameter, output, included, syndromes, ", ".join(words), parts[3][1] == ""))
    return found


def chosen(given: str | None, known: tuple[str, ...], matters: bool, text: str) -> list[tuple[str, str]]:
    """The given choice, or all of them where it matters and none is given."""
    if given is not None or not matters:
        return [(given or known[0], "")]
    return [(value, text) for value in known]


def noise(claim: Claim, known: Known) -> None:
    """Raises Declined unless the noise of the claim is that of the state family."""
    if claim.noise is not None and claim.noise not in noises(known.protocol.state):
        said = " or ".join(noises(known.protocol.state)) or "the ensemble of its state file"
        raise Declined(f"the noise of the family {known.protocol.state.name} is {said}, not {claim.noise}")


def noises(state: StateFamily) -> list[str]:
    """Names of the noise that the family describes: depolarizing, dephasing, both or none."""
    found = []
    try:
        state.maximally_mixed  # noqa: B018 - raises where there is none
        found.append("depolarizing")
    except Declined:
        pass
    clock = displacement(state.field, state.p, 0, 1)
    back = displacement(state.field, state.p, 0, state.p - 1)
    orbit = [state.projectors[state.target]]
    for _ in range(state.p - 1):
        orbit.append(matrix_product(matrix_product(clock, orbit[-1]), back))
    if state.starts_pure and all(x in orbit for x in state.projectors.values()):
        found.append("dephasing")
    return found


def parameters(claim: Claim, known: Known) -> list[tuple[str, str]]:
    """In which parameter values are: that of the claim, that of its point, or all that differ."""
    whole = isinstance(claim.value, Ratio)
    matters = claim.quantity in ("threshold", "leading-term") or (whole and claim.at is None)
    if claim.quantity == "error-map":
        matters = True
    if claim.quantity not in ("threshold", "leading-term", "error-map", "success-probability", "acceptance"):
        matters = False
    if not matters:
        return [("", "")]
    if len(known.parameters) > 1:
        if claim.quantity == "threshold":
            if claim.parameter is None:
                return [("delta", "parameter {}"), ("eps", "parameter {}")]
            if claim.parameter not in ("delta", "eps"):
                raise Declined(f"{known.name} has a threshold along depolarizing noise, in delta or eps")
            if claim.parameter == "eps" and claim.noise is None:
                raise Declined('an infidelity does not say along which noise: add "noise":"depolarizing"')
            return [(claim.parameter, "")]
        return [("", "")]
    scales = known.scales
    given = claim.parameter
    if given is None and claim.at is not None:
        given = next(iter(claim.at))
    several = bool(known.of_kind("outputs")) and claim.quantity not in ("success-probability", "acceptance")
    own = known.parameters[0]
    if given is not None:
        if given not in scales or (several and scales[given] != 1):
            names = [own] if several else list(scales)
            raise Declined(f"{known.name} is about {' or '.join(names)}, not about {given}")
        return [(given, "")]
    if several:
        return [(own, "")]
    distinct = {scale: name for name, scale in reversed(scales.items())}
    if len(distinct) == 1:
        return [(own, "")]
    return [(name, "parameter {}") for name, scale in scales.items() if distinct[scale] == name]


def outputs(claim: Claim, known: Known) -> list[tuple[str, str]]:
    """About which output."""
    if claim.quantity not in OUTPUTS:
        return [("", "")]
    source = known.source
    if source["kind"] == "map":
        labels = list(source["parameters"])
        if len(labels) == 1 or claim.quantity not in ("error-map",):
            good = claim.output in (None, "any", "each", "1", *labels)
            labels = labels[:1]
        else:
            good = claim.output in (None, *labels)
            if claim.output is None:
                return [(label, "output {}") for label in labels]
            labels = [claim.output]
        if not good:
            raise Declined(f"{known.name} has one output, with {' and '.join(source['parameters'])}")
        return [(labels[0], "")]
    numbers = [str(i + 1) for i in range(len(source["each"]))]
    if claim.output is None:
        return [("any", "{} output"), ("each", "{} output")] if numbers else [("any", "")]
    if claim.output not in ("any", *(("each", *numbers) if numbers else ())):
        single = f", each, 1 to {len(numbers)}" if numbers else ""
        raise Declined(f"{known.name} has the outputs any{single}")
    return [(claim.output, "")]


def labels(reading: Reading, known: Known) -> list[str]:
    """The outputs that a reading is about: all of them for `each`."""
    if reading.output == "each" and known.source["kind"] == "outputs":
        return [str(i + 1) for i in range(len(known.source["each"]))]
    return [reading.output]


def scale(reading: Reading, known: Known) -> fmpq:
    """The claim's parameter divided by the family's."""
    return known.scales.get(reading.parameter, fmpq(1))


def success(reading: Reading, known: Known) -> tuple[dict[str, Any], str]:
    """The success probability as claims state it, and the id of the claim."""
    corrections = known.of_kind("correction")
    if reading.syndromes == "corrected" and corrections:
        return corrections[0]["success"], str(corrections[0]["id"])
    return known.source["success"], str(known.source["id"])


def output_function(known: Known, label: str) -> dict[str, Any]:
    """An output as claims state it."""
    source = known.source
    found: dict[str, Any]
    if source["kind"] == "map":
        found = source["output"][label]
    else:
        found = source["any"] if label == "any" else source["each"][int(label) - 1]
    return found


def stated_function(claim: Claim, reading: Reading, known: Known, label: str) -> tuple[dict[str, Any], str, fmpq]:
    """The function that a claim is about, the id of its claim, and the factor of its values."""
    if claim.quantity == "error-map":
        return output_function(known, label), str(known.source["id"]), scale(reading, known)
    found, identifier = success(reading, known)
    return found, identifier, fmpq(1)


def exact(claim: Claim, reading: Reading, known: Known, label: str) -> Found:
    """The exact value of what a claim is about.  Raises Declined."""
    if claim.quantity == "threshold":
        return threshold(reading, known, label)
    if claim.quantity in ("success-probability", "error-map", "acceptance"):
        stated, identifier, factor = stated_function(claim, reading, known, label)
        if claim.at is None:
            return Found(in_parameter(stated, scale(reading, known), factor), (identifier,))
        point = dict(zip(known.parameters, known.inside(claim.at), strict=True))
        return Found(Rational(value_at(stated, point) * factor), (identifier,))
    if claim.quantity in ("leading-term", "suppression-order"):
        found = suppression(known, label)
        order, coefficient = found["order"], rational(found["coefficient"])
        if claim.quantity == "suppression-order":
            return Found(Rational(fmpq(order)), (found["id"],))
        return Found((Rational(coefficient / scale(reading, known) ** (order - 1)), order), (found["id"],))
    if claim.quantity in ("enumerator-A", "enumerator-B"):
        found = known.one("enumerator")
        return Found([int(x) for x in found[claim.quantity[-1]]], (found["id"],))
    if claim.quantity == "distance":
        found = known.one("code")
        return Found(Rational(fmpq(found["distance"])), (found["id"],))
    inputs, used = cost(claim, reading, known)
    if claim.quantity == "inputs-per-output":
        return Found(Rational(inputs), used)
    found = suppression(known, label)
    order = fmpq(found["order"])
    if order < 2:
        raise Declined("the error is suppressed linearly, so that no number of levels has a yield exponent above 0")
    if inputs <= 1:
        raise Declined(f"{inputs} inputs for one output: no exponent")
    pair = (order, inputs) if claim.quantity == "yield-exponent" else (inputs, order)
    return Found(LogRatio(*pair), (found["id"], *used))


def value_at(stated: dict[str, Any], point: Mapping[str, fmpq]) -> fmpq:
    """The value of a function that claims state, at a rational point.  Raises Declined at a pole."""
    found = function(stated)
    num, den = (evaluated({e: c for c, e in part}, tuple(point.values())) for part in found)
    if den == 0:
        raise Declined("nothing is accepted at this point, so that there is no output")
    return num / den


def evaluated(part: Mapping[tuple[int, ...], fmpq], point: tuple[fmpq, ...]) -> fmpq:
    """A polynomial at a point."""
    total = fmpq(0)
    for exponents, c in part.items():
        term = c
        for e, x in zip(exponents, point, strict=True):
            term *= x**e
        total += term
    return total


def in_parameter(stated: dict[str, Any], by: fmpq, factor: fmpq) -> Ratio:
    """factor f(x/by) for a function f of the family's parameter."""
    found = function(stated)
    num, den = ({e: c / by ** sum(e) for c, e in part} for part in found)
    return Ratio({e: factor * c for e, c in num.items()}, den, len(next(iter(den))))


def suppression(known: Known, label: str) -> dict[str, Any]:
    """The `suppression` claim of an output.  Raises Declined."""
    found = [claim for claim in known.of_kind("suppression") if claim["output"] == label]
    if not found:
        raise Declined(
            known.reasons.get("suppression", f"{known.name}: nothing is certified about a leading term of its output")
        )
    return found[0]


def threshold(reading: Reading, known: Known, label: str) -> Found:
    """The threshold of an output, or that there is none.  Raises Declined."""
    for claim in known.of_kind("threshold"):
        if claim["output"] == label:
            polynomial = fmpz_poly([int(c) for c in claim["polynomial"]])
            low, high = rationals(claim["interval"])
            return Found(Algebraic(polynomial, low, high, scale(reading, known)), (claim["id"],))
    for claim in known.of_kind("no-gain"):
        if claim["output"] == label:
            return Found(NoThreshold(claim["relation"], rational(claim["bound"]), label), (claim["id"],))
    if len(known.parameters) > 1:
        mixed = [str(x) for x in known.protocol.state.maximally_mixed]
        for claim in known.of_kind("basin-threshold"):
            if claim["start"] == ["0", "0"] and claim["end"] == mixed:
                p = known.protocol.code.p
                by = fmpq(p - 1, p) if reading.parameter == "eps" else fmpq(1)
                low, high = (x * by for x in rationals(claim["interval"]))
                return Found(Between(low, high), (claim["id"],))
    raise Declined(known.reasons.get("threshold", f"{known.name}: nothing is certified about a threshold"))


def cost(claim: Claim, reading: Reading, known: Known) -> tuple[fmpq, tuple[str, ...]]:
    """Inputs per output, at the pure target if the claim has no point, and the claims that it rests on."""
    source, code = known.source, known.one("code")
    several = max(1, len(source.get("each", [])))
    inputs = fmpq(code["n"], several)
    if reading.success == "left-out":
        return inputs, (code["id"],)
    stated, identifier = success(reading, known)
    zero = dict.fromkeys(known.parameters, fmpq(0))
    point = zero if claim.at is None else dict(zip(known.parameters, known.inside(claim.at), strict=True))
    value = value_at(stated, point)
    if value <= 0:
        raise Declined("nothing is accepted at this point")
    return inputs / value, (code["id"], identifier)


def polynomials(ratio: Ratio) -> tuple[fmpq_poly, fmpq_poly]:
    """num and den of a function of one parameter."""
    found = []
    for part in (ratio.num, ratio.den):
        top = max((e[0] for e in part), default=-1)
        found.append(fmpq_poly([part.get((i,), fmpq(0)) for i in range(top + 1)]))
    return found[0], found[1]
