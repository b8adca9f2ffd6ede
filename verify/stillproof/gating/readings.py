"""What a claim can mean: every way to fill in the conventions that it leaves out, and the exact value under each."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any, NamedTuple

from flint import fmpq, fmpz_poly

from ..errors import Declined
from ..exact.rational_function import RationalFunction
from ..exact.reading import rational
from ..protocols.state import StateFamily
from .claim import COSTS, IN_UNITS, INCLUDED, STRUCTURE, Claim
from .exact import Algebraic, Between, Exact, LogRatio, Rational, ordered
from .known import FIDELITY, Known, rationals
from .outputs import INFIDELITY, alike, has_unit, idle, is_infidelity, no_better, singles, unit_of
from .sentences import say
from .two_parameters import counts, function, named, of_two, rate

OUTPUTS = ("threshold", "suppression-order", *IN_UNITS, *COSTS)
NOISES = ("depolarizing", "dephasing")
BOUNDS = ("upper-bound", "lower-bound")
OF_ONE = ("leading-term", "suppression-order", "yield-exponent", "overhead-exponent")  # of one parameter
ACCEPTED = ("success-probability", "acceptance", *COSTS)
UNDONE = "clifford-corrected"  # outcomes undone by a Clifford, as a `correction` claim has it


class Choice(NamedTuple):
    """One way to fill in a convention, in words where the claim leaves it out.

    `usual` tells the protocol's own convention from another one that is only named where it would be right.
    """

    value: str
    words: str = ""
    usual: bool = True


@dataclass(frozen=True)
class Reading:
    """Conventions: those of the claim, and one choice for those that it leaves out; `filled` says the latter in words.

    `parameter` is the unit of the noise, `unit` that of the output; `sites` says which inputs count.
    """

    parameter: str
    output: str
    success: str
    syndromes: str
    sites: str
    unit: str
    filled: str
    usual: bool = True

    def beside(self, other: Reading) -> str:
        """The conventions of this reading in words: those that the claim leaves out, and where another one differs."""
        words = {"unit": "output in {}", "syndromes": "syndromes {}", "sites": "{} sites counted"}
        apart = [x.format(getattr(self, key)) for key, x in words.items() if getattr(self, key) != getattr(other, key)]
        found = self.filled.split(", ") if self.filled else []
        return ", ".join([*found, *(x for x in apart if x.replace(" in ", " as ") not in found and x not in found)])


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

    `name` is what the checker calls f in the claim `source`; `used` are the claims that the value rests on.
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


def readings(claim: Claim, known: Known) -> list[Reading]:
    """All readings, the protocol's own ones first.  Raises Declined for conventions that nothing is known about."""
    noise(claim, known)
    choices = [parameters(claim, known), outputs(claim, known), included(claim), syndromes(claim, known)]
    found = []
    for parts in product(*choices, sites(claim, known)):
        for unit in units(claim, known, parts[0].value, parts[1].value):
            every = [*parts, unit]
            words = ", ".join(x.words.format(x.value) for x in every if x.words)
            parameter, output, success, outcomes, counted, measured = (x.value for x in every)
            usual = all(x.usual for x in every)
            found.append(Reading(parameter, output, success, outcomes, counted, measured, words, usual))
    return found


def included(claim: Claim) -> list[Choice]:
    """Whether the success probability counts: what is a function of the noise, or at a point, can only count it."""
    of_noise = claim.at is not None or isinstance(claim.value, RationalFunction)
    if claim.quantity not in COSTS:
        return [Choice(INCLUDED[0])]
    if claim.success is not None:
        if of_noise and claim.success == "left-out":
            raise Declined(say("cost-function"))
        return [Choice(claim.success)]
    return [Choice(INCLUDED[0])] if of_noise else [Choice(value, "success probability {}") for value in INCLUDED]


def sites(claim: Claim, known: Known) -> list[Choice]:
    """Which inputs count: those that come back untouched do not, unless the claim is right only where they do."""
    counted = [Choice("consumed")]
    if claim.quantity not in COSTS or known.source["kind"] == "map" or not idle(known, []):
        return counted
    return [*counted, Choice("all", "{} sites counted", usual=False)]


def units(claim: Claim, known: Known, parameter: str, output: str) -> list[Choice]:
    """In which unit an output is; without unit, parameter and point every other one may be meant, too."""
    found = units_beside(claim, known, parameter, output)
    if claim.unit is None and claim.parameter and claim.at and not of_two(known) and claim.quantity in IN_UNITS:
        also = [name for name in claim.at if name in known.units and name not in [choice.value for choice in found]]
        one = known.source["kind"] == "map"
        there = [x for x in also if one or all(has_unit(known, label, x) for label in labelled(known, output))]
        found += [Choice(name, "output in {}", usual=False) for name in there]  # the unit of the point may be meant
    if claim.unit or claim.parameter or claim.at or claim.quantity not in IN_UNITS or "eps" not in known.scales:
        return found
    scales = {INFIDELITY: known.scales["eps"], **known.scales}
    tried = {scales[choice.value] for choice in found}
    return [*found, *(x for x in of_the_error(known, output, False) if scales[x.value] not in tried)]


def units_beside(claim: Claim, known: Known, parameter: str, output: str) -> list[Choice]:
    """In which unit an output is beside a parameter: the one that the claim says, or that of the noise.

    A value that is wrong in the unit of the noise and right as an infidelity leaves open which one is meant; a bound
    that holds only across two units says nothing.  At a point that is a fidelity the unit of the family may be meant,
    too, and a bound says the contrary of what it says of the error: it has to be right in all.  An output of several
    is certified by its infidelity.
    """
    if claim.quantity not in IN_UNITS:
        return [Choice("")]
    if of_two(known):  # its output says in what it is counted
        return [Choice("")]
    asked = claim.unit or parameter
    if asked not in known.units:
        raise Declined(say("parameter-other", protocol=known.name, known=" or ".join(known.units), claimed=asked))
    if asked == FIDELITY and of_functions(claim):
        raise Declined(say("parameter-fidelity"))
    one = known.source["kind"] == "map"
    if claim.unit is None and asked == FIDELITY:
        return [Choice(asked, "output in {}"), *of_the_error(known, output, claim.mode in BOUNDS)]
    said = Choice(asked, "" if one or (asked == parameter and is_infidelity(known, asked)) else "output in {}")
    clear = claim.unit is not None or claim.mode in BOUNDS or is_infidelity(known, asked)
    if clear or (one and "eps" not in known.units):
        return [said]
    if one:
        return [said, Choice("eps", "output in {}", usual=False)]
    if not all(has_unit(known, label, asked) for label in labelled(known, output)):
        return [Choice(INFIDELITY, "output as {}")]
    return [said, Choice(INFIDELITY, "output as {}", usual=False)]


def of_the_error(known: Known, output: str, usual: bool) -> list[Choice]:
    """The units of an output in which 0 is the target: its infidelity, and the others that it can be counted in."""
    one = known.source["kind"] == "map"
    found = [Choice("eps", "output in {}", usual) if one else Choice(INFIDELITY, "output as {}", usual)]
    for name, scale in known.scales.items():
        there = one or all(has_unit(known, label, name) for label in labelled(known, output))
        if there and scale not in (known.scales["eps"], *(known.scales.get(x.value) for x in found)):
            found.append(Choice(name, "output in {}", usual))
    return found


def labelled(known: Known, output: str) -> list[str]:
    """The outputs that are asked about: all of several for `each`."""
    return singles(known) if output == "each" and known.source["kind"] == "outputs" else [output]


def of_functions(claim: Claim) -> bool:
    """Whether a claim says a function of the noise, or its first term."""
    return claim.quantity == "leading-term" or isinstance(claim.value, RationalFunction)


def syndromes(claim: Claim, known: Known) -> list[Choice]:
    """What is done after other outcomes than +1.  Raises Declined for a protocol that is not the certified one.

    `corrected` can mean two things: outcomes undone by a Clifford, which is judged here, and decoding of errors.
    """
    certified = known.corrects
    if claim.quantity in STRUCTURE:
        return [Choice("post-selected")]
    if claim.syndromes == "decoded":
        raise Declined(say("decoding"))
    if claim.syndromes in ("corrected", UNDONE):
        if known.uncorrected:
            partial = "correction-partial" if known.stated.correction else "correction-possible"
            raise Declined(say(partial, protocol=known.name, count=known.uncorrected))
        if not certified:
            raise Declined(say("no-correction", protocol=known.name))
        return [Choice(UNDONE)]
    if claim.syndromes is not None:
        return [Choice(claim.syndromes)]
    if certified and claim.quantity in ACCEPTED:
        return [Choice(UNDONE), Choice("post-selected", "syndromes {}", usual=False)]
    return [Choice(UNDONE if certified else "post-selected")]


def noise(claim: Claim, known: Known) -> None:
    """Raises Declined unless the noise of the claim is that of the state family."""
    if claim.noise is not None and claim.noise not in noises(known.protocol.state):
        said = " or ".join(noises(known.protocol.state)) or "the ensemble of its state file"
        family, claimed = known.protocol.state.name, ascii(claim.noise)[1:-1]
        if claim.noise not in NOISES:
            raise Declined(say("noise-word", family=family, known=said, claimed=claimed))
        raise Declined(say("noise-other", family=family, known=said, claimed=claimed))
    if claim.noise == "depolarizing" and claim.at is not None and of_two(known):
        mixed, point = known.protocol.state.maximally_mixed, known.inside(claim.at)
        if point[0] * mixed[1] != point[1] * mixed[0]:
            given = ", ".join(f"{name} = {x}" for name, x in sorted(claim.at.items()))
            raise Declined(say("noise-point", point=given, noise=claim.noise))


def noises(state: StateFamily) -> list[str]:
    """Names of the noise that the family describes: depolarizing, dephasing, both or none."""
    found = []
    with contextlib.suppress(Declined):
        found += ["depolarizing"] if state.starts_pure and state.maximally_mixed else []
    return [*found, "dephasing"] if state.dephases else found


def parameters(claim: Claim, known: Known) -> list[Choice]:
    """In which parameter values are: that of the claim, that of its point, or all that differ."""
    whole = isinstance(claim.value, RationalFunction)
    one_word(claim, known)
    names = [*known.units] or [*known.parameters, "delta", "eps", FIDELITY]
    if claim.quantity not in STRUCTURE and claim.parameter is not None and claim.parameter not in names:
        raise Declined(say("parameter-other", protocol=known.name, known=" or ".join(names), claimed=claim.parameter))
    if claim.quantity not in ("threshold", *IN_UNITS) and not (whole and claim.at is None):
        return [Choice("")]
    if of_two(known):
        return along_depolarizing(claim, known) if claim.quantity == "threshold" else [Choice("")]
    given = claim.parameter
    if given is None and claim.at is not None:
        given = next(iter(claim.at))
    if given is not None:
        if given not in known.units:
            raise Declined(say("parameter-other", protocol=known.name, known=" or ".join(known.units), claimed=given))
        if given == FIDELITY and of_functions(claim):
            raise Declined(say("parameter-fidelity"))
        return [Choice(given)]
    scales = known.scales
    distinct = {scale: name for name, scale in reversed(scales.items())}
    also = (
        [Choice(FIDELITY, "parameter {}", usual=False)] if FIDELITY in known.units and not of_functions(claim) else []
    )
    also = also if claim.quantity == "threshold" else []
    if len(distinct) == 1:
        return [Choice(known.parameters[0]), *also]
    return [*(Choice(name, "parameter {}") for name, scale in scales.items() if distinct[scale] == name), *also]


def one_word(claim: Claim, known: Known) -> None:
    """Raises Declined where the noise is said in two ways, by a parameter and by a point or a function of two.

    Beside a point the parameter of an output may be its unit.
    """
    if claim.parameter is None:
        return
    if claim.at is not None and claim.parameter not in claim.at and claim.quantity not in IN_UNITS:
        claimed = ", ".join(claim.at)
        raise Declined(say("point-parameter", parameter=claim.parameter, point=claimed))
    if of_two(known) and isinstance(claim.value, RationalFunction) and claim.value.count > 1:
        raise Declined(say("function-parameter", parameter=claim.parameter, known=named(known)))


def along_depolarizing(claim: Claim, known: Known) -> list[Choice]:
    """The same for a threshold of a family of two parameters, which is one along depolarizing noise."""
    if claim.parameter is None:
        return [Choice("delta", "parameter {}"), Choice("eps", "parameter {}")]
    if claim.parameter not in ("delta", "eps", FIDELITY):
        raise Declined(say("parameter-threshold", protocol=known.name))
    if claim.parameter != "delta" and claim.noise is None:
        raise Declined(say("parameter-noise"))
    return [Choice(claim.parameter)]


def outputs(claim: Claim, known: Known) -> list[Choice]:
    """About which output."""
    if claim.quantity not in OUTPUTS:
        return [Choice("")]
    if known.source["kind"] == "map":
        if of_two(known) and claim.quantity in OF_ONE:
            raise Declined(say("leading-parameters", protocol=known.name, known=named(known)))
        if of_two(known) and claim.quantity == "error-map":
            found = counts(claim, known)
            words = dict.fromkeys(known.parameters, "output {}")
            return [Choice(x, words.get(x, "output in {}") if len(found) > 1 else "") for x in found]
        if claim.output not in (None, "any", "each", "1", *([] if of_two(known) else known.parameters)):
            raise Declined(say("output-parameters", protocol=known.name, known=named(known)))
        return [Choice(known.parameters[0])]
    numbers = singles(known)
    if claim.output is None:
        return [Choice("any", "{} output"), Choice("each", "{} output")] if numbers else [Choice("any")]
    if claim.output not in ("any", *(("each", *numbers) if numbers else ())):
        single = f"any, each, 1 to {len(numbers)}" if numbers else "any"
        raise Declined(say("output-other", protocol=known.name, known=single))
    return [Choice(claim.output)]


def labels(reading: Reading, known: Known) -> list[str]:
    """The outputs that a reading is about: all of them for `each`."""
    return labelled(known, reading.output)


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
    if claim.quantity == "inputs-per-output":
        cost, used = inputs(reading, known, label)
        return CertifiedFunction(found, identifier, "success", fmpq(1), cost, (*used, identifier))
    return CertifiedFunction(found, identifier, "success", fmpq(1), None, (identifier,))


def exact(claim: Claim, reading: Reading, known: Known, label: str) -> Found:
    """The exact value of what a claim is about.  Raises Declined."""
    if claim.quantity == "threshold":
        return threshold(reading, known, label)
    if claim.quantity == "error-map" and of_two(known) and label == "delta":
        number = rate(claim, known)
        assert number is not None  # noqa: S101 - only such a point has this reading
        return Found(Rational(number), (str(known.source["id"]),))
    if claim.quantity in ("success-probability", "error-map", "acceptance"):
        stated = stated_function(claim, reading, known, label)
        if claim.at is None:
            return Found(in_parameter(stated, scale(reading, known)), stated.used)
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
        return Found(in_parameter(stated, scale(reading, known)), stated.used)
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
    if stated.name != "success" and value_at(known.source["success"], point) == 0:
        raise Declined(say("point-pole"))
    return value_at(stated.function, point)


def value_at(stated: dict[str, Any], point: Mapping[str, fmpq]) -> fmpq:
    """The value of a function that claims state, at a rational point.  Raises Declined at a pole."""
    try:
        return RationalFunction.stated(stated).at(*point.values())
    except ZeroDivisionError:
        raise Declined(say("point-pole")) from None


def in_parameter(stated: CertifiedFunction, by: fmpq) -> RationalFunction:
    """The function of the claim's parameter, which is `by` times that of the family."""
    found = RationalFunction.stated(stated.function).scaled(1 / by)
    return found.times(stated.factor) if stated.cost is None else found.inverse().times(stated.cost)


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
