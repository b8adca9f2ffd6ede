"""The exact value of what a claim is about, under one reading: a number, a function, a threshold or its absence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flint import fmpq, fmpq_poly, fmpz_poly

from ..errors import Declined
from ..exact.rational_function import RationalFunction, ring
from ..exact.reading import rational
from .claim import JOINT, PROBABILITIES, Claim
from .exact import Algebraic, Between, Exact, LogRatio, Rational, ordered
from .known import FIDELITY, Known, rationals
from .outputs import alike, idle, no_better, unit_of
from .readings import UNDONE, Reading
from .sentences import say
from .two_parameters import function, of_two, rate


@dataclass(frozen=True)
class Found:
    """An exact value, by the claims that certify it."""

    value: Any
    claims: tuple[str, ...]


@dataclass(frozen=True)
class NoThreshold:
    """From 0 to the bound the output is no better than the input, by a `bound` claim."""

    claim: Mapping[str, Any]
    infidelity: bool  # whether both are compared by their infidelity

    @property
    def bound(self) -> fmpq:
        """Where the range of the claim ends."""
        return rational(self.claim["range"][1])


@dataclass(frozen=True)
class CertifiedFunction:
    """What a claim is about, as a certified function f of the family's parameter: factor f + shift, or cost/f.

    `name` is what the checker calls f in the claim `source`; `used` are the claims that the value rests on.  A
    product of two certified functions has no name there, and is no multiple of one.
    """

    function: dict[str, Any]
    source: str
    name: str
    factor: fmpq
    cost: fmpq | None
    used: tuple[str, ...]
    shift: fmpq = fmpq(0)  # noqa: RUF009 - a rational does not change

    def value(self, x: fmpq) -> fmpq:
        """The value for a value x of f.  Raises Declined where that is infinite."""
        if self.cost is None:
            return self.factor * x + self.shift
        if x <= 0:
            raise Declined(say("cost-zero"))
        return self.cost / x


def line(reading: Reading, known: Known) -> tuple[fmpq, fmpq]:
    """(a, b): the claim's parameter is a x + b, for the parameter x of the family."""
    return known.units.get(reading.parameter, (fmpq(1), fmpq(0)))


def scale(reading: Reading, known: Known) -> fmpq:
    """The claim's parameter divided by the family's; for a fidelity that of the infidelity."""
    if reading.parameter == FIDELITY:
        return known.scales["eps"]
    return known.scales.get(reading.parameter, fmpq(1))


def success(reading: Reading, known: Known) -> tuple[dict[str, Any], str]:
    """The success probability as claims state it, and the id of the claim."""
    correction = known.stated.correction
    if reading.syndromes == UNDONE and correction:
        return correction["success"], str(correction["id"])
    return known.source["success"], str(known.source["id"])


def output_function(known: Known, label: str) -> dict[str, Any]:
    """An output as claims state it."""
    return known.stated.outputs[label]


def stated_function(claim: Claim, reading: Reading, known: Known, label: str) -> CertifiedFunction:
    """The certified function that a claim is about, in the unit of the reading.  Raises Declined."""
    if claim.quantity == "error-map":
        source = known.source
        if of_two(known):
            return CertifiedFunction(function(known, label).json(), source["id"], label, fmpq(1), None, (source["id"],))
        factor, shift = unit_of(known, label, reading.unit)
        return CertifiedFunction(
            output_function(known, label), source["id"], label, factor, None, (source["id"],), shift
        )
    found, identifier = success(reading, known)
    if claim.quantity == JOINT:
        both = joint(RationalFunction.stated(found), known, label).json()
        used = tuple(dict.fromkeys((str(known.source["id"]), identifier)))
        return CertifiedFunction(both, identifier, "", fmpq(1), None, used)
    if claim.quantity == "failure-probability":
        return CertifiedFunction(found, identifier, "success", fmpq(-1), None, (identifier,), fmpq(1))
    if claim.quantity == "inputs-per-output":
        cost, used = inputs(reading, known, label)
        return CertifiedFunction(found, identifier, "success", fmpq(1), cost, (*used, identifier))
    return CertifiedFunction(found, identifier, "success", fmpq(1), None, (identifier,))


def joint(success: RationalFunction, known: Known, label: str) -> RationalFunction:
    """The success probability times 1 less the infidelity of an output.  Raises Declined."""
    if of_two(known):
        wrong = function(known, "eps")
    elif "eps" not in known.units and known.source["kind"] == "map":
        raise Declined(say("output-counted", known=" or ".join(known.units), claimed="eps"))
    else:
        factor, shift = unit_of(known, label, "eps")
        wrong = RationalFunction.stated(output_function(known, label)).times(factor).plus(shift)
    return RationalFunction.of(success.num * (wrong.den - wrong.num), success.den * wrong.den, success.count)


def exact(claim: Claim, reading: Reading, known: Known, label: str) -> Found:
    """The exact value of what a claim is about.  Raises Declined."""
    if claim.quantity == "threshold":
        return threshold(reading, known, label)
    if claim.quantity == "error-map" and of_two(known) and label == "delta":
        number = rate(claim, known)
        assert number is not None  # noqa: S101 - only such a point has this reading
        return Found(Rational(number), (str(known.source["id"]),))
    if claim.quantity in (*PROBABILITIES, "error-map"):
        stated = stated_function(claim, reading, known, label)
        if claim.at is None:
            return Found(in_parameter(stated, line(reading, known)), stated.used)
        return Found(Rational(stated.value(at_point(stated, claim, known))), stated.used)
    if claim.quantity in ("leading-term", "suppression-order"):
        found = known.suppression(label)
        order, coefficient = found["order"], rational(found["coefficient"])
        if claim.quantity == "suppression-order":
            return Found(Rational(fmpq(order)), (found["id"],))
        by, (factor, _) = scale(reading, known), unit_of(known, label, reading.unit)
        return Found((Rational(factor * coefficient / by**order), order), (found["id"],))
    if claim.quantity in ("enumerator-A", "enumerator-B"):
        found = known.one("enumerator")
        return Found([int(x) for x in found[claim.quantity[-1]]], (found["id"],))
    if claim.quantity == "distance":
        found = known.one("code")
        return Found(Rational(fmpq(found["distance"])), (found["id"],))
    if claim.quantity == "inputs-per-output" and isinstance(claim.value, RationalFunction):
        stated = stated_function(claim, reading, known, label)
        return Found(in_parameter(stated, line(reading, known)), stated.used)
    number, used = cost(claim, reading, known, label)
    if claim.quantity == "inputs-per-output":
        return Found(Rational(number), used)
    found = known.suppression(label)
    order = fmpq(found["order"])
    if order < 2:
        raise Declined(say("exponent-linear"))
    if number <= 1:
        raise Declined(say("exponent-inputs", inputs=number))
    pair = (order, number) if claim.quantity == "yield-exponent" else (number, order)
    return Found(LogRatio(*pair), (found["id"], *used))


def at_point(stated: CertifiedFunction, claim: Claim, known: Known) -> fmpq:
    """The value of the certified function at the point of a claim.  Raises Declined."""
    point = dict(zip(known.parameters, known.inside(claim.at or dict.fromkeys(known.parameters, fmpq(0))), strict=True))
    if stated.name not in ("success", "") and value_at(known.source["success"], point) == 0:
        raise Declined(say("point-pole"))
    return value_at(stated.function, point)


def value_at(stated: dict[str, Any], point: Mapping[str, fmpq]) -> fmpq:
    """The value of a function that claims state, at a rational point.  Raises Declined at a pole."""
    try:
        return RationalFunction.stated(stated).at(*point.values())
    except ZeroDivisionError:
        raise Declined(say("point-pole")) from None


def in_parameter(stated: CertifiedFunction, by: tuple[fmpq, fmpq]) -> RationalFunction:
    """The function of the claim's parameter, which is a x + b for the parameter x of the family and by = (a, b)."""
    found = substituted(RationalFunction.stated(stated.function), 1 / by[0], -by[1] / by[0])
    if stated.cost is None:
        return found.times(stated.factor).plus(stated.shift)
    return found.inverse().times(stated.cost)


def substituted(function: RationalFunction, slope: fmpq, shift: fmpq) -> RationalFunction:
    """f(slope x + shift); of two parameters, f(slope x, slope y), and then the shift is 0."""
    if not shift:
        return function.scaled(slope)
    if function.count != 1:
        raise ValueError("a shift is one of a function of one parameter")
    inner = fmpq_poly([shift, slope])
    num, den = (part(inner) for part in function.polynomials)
    parts = [ring(1).from_dict({(i,): c for i, c in enumerate(part.coeffs()) if c}) for part in (num, den)]
    return RationalFunction(parts[0], parts[1], 1)


def threshold(reading: Reading, known: Known, label: str) -> Found:
    """The threshold of an output, or that there is none.  Raises Declined."""
    for claim in known.stated.about("threshold", output=label):
        polynomial = fmpz_poly([int(c) for c in claim["polynomial"]])
        low, high = rationals(claim["interval"])
        return Found(Algebraic(polynomial, low, high, *known.units[reading.parameter]), (claim["id"],))
    none = no_better(known, label)
    if none is not None:
        return Found(NoThreshold(none, known.source["kind"] == "outputs"), (str(none["id"]),))
    if of_two(known) and known.protocol.state.starts_pure:
        start = [str(x) for x in known.protocol.state.maximally_mixed]
        for claim in known.stated.of_kind("basin-threshold"):
            if claim["start"] == ["0", "0"] and claim["end"] == start:
                return Found(in_two(rationals(claim["interval"]), reading, known), (claim["id"],))
    reason = known.because("threshold", label)
    if reason is not None:
        raise Declined(say("threshold-not-derived", reason=reason))
    raise Declined(say("threshold-unknown", protocol=known.name))


def in_two(ends: list[fmpq], reading: Reading, known: Known) -> Exact:
    """A rate of depolarizing noise between two rationals, as the claim counts it."""
    p = known.protocol.code.p
    infidelity = fmpq(p - 1, p)
    by, shift = {"eps": (infidelity, fmpq(0)), FIDELITY: (-infidelity, fmpq(1))}.get(
        reading.parameter, (fmpq(1), fmpq(0))
    )
    return Between(*ordered(ends[0], ends[1], by, shift))


def inputs(reading: Reading, known: Known, label: str) -> tuple[fmpq, tuple[str, ...]]:
    """Inputs of an attempt for each output like this one, and the claims that say so.  Raises Declined.

    Sites on which nothing acts, and that are none of these outputs, are inputs that come back: they do not count.
    """
    code = known.one("code")
    same, used = alike(known, label)
    back = idle(known, same) if reading.sites == "consumed" else 0
    return fmpq(code["n"] - back, len(same)), (str(code["id"]), *used)


def cost(claim: Claim, reading: Reading, known: Known, label: str) -> tuple[fmpq, tuple[str, ...]]:
    """Inputs per output, at the pure target if the claim has no point, and the claims that it rests on."""
    number, used = inputs(reading, known, label)
    if reading.success == "left-out":
        return number, used
    function_of, identifier = success(reading, known)
    stated = CertifiedFunction(function_of, identifier, "success", fmpq(1), number, (*used, identifier))
    return stated.value(at_point(stated, claim, known)), stated.used
