"""What a claim can mean: every way to fill in the conventions that it leaves out; `values` has the value under each."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from ..errors import Declined
from ..exact.rational_function import RationalFunction
from ..protocols.state import StateFamily
from .claim import COSTS, IN_UNITS, INCLUDED, JOINT, PROBABILITIES, STRUCTURE, Claim
from .known import FIDELITY, Known
from .outputs import INFIDELITY, has_unit, idle, is_infidelity, singles
from .sentences import say
from .two_parameters import counts, named, of_two

OUTPUTS = ("threshold", "suppression-order", JOINT, *IN_UNITS, *COSTS)
NOISES = ("depolarizing", "dephasing")
BOUNDS = ("upper-bound", "lower-bound")
OF_ONE = ("leading-term", "suppression-order", "yield-exponent", "overhead-exponent")  # of one parameter
ACCEPTED = (*PROBABILITIES, *COSTS)
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
    tried = {scales.get(choice.value) for choice in found}  # a fidelity is 1 less one of them
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
    if asked == FIDELITY and claim.quantity == "leading-term":
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


def of_terms(claim: Claim) -> bool:
    """Whether a claim says first terms at 0, which for a fidelity is far from the target."""
    return claim.quantity == "leading-term" or claim.mode == "leading-order"


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
        if given == FIDELITY and of_terms(claim):
            raise Declined(say("parameter-fidelity"))
        return [Choice(given)]
    scales = known.scales
    distinct = {scale: name for name, scale in reversed(scales.items())}
    also = []
    if FIDELITY in known.units and not of_terms(claim) and (claim.quantity == "threshold" or whole):
        also = [Choice(FIDELITY, "parameter {}", usual=False)]
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
