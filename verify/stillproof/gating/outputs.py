"""Several outputs: in which units each can be counted, which are alike, and how many inputs they take.

What is certified of an output of several is its infidelity.  A family that is its pure target at 0 and has the
infidelity c x turns that into another unit for an output whose target is the same: the x with that infidelity.
"""

from __future__ import annotations

from typing import Any

from flint import fmpq

from ..errors import Declined
from ..exact.reading import rational
from ..statements.stated import at_zero
from . import two_parameters
from .known import FIDELITY, Known
from .sentences import say
from .two_parameters import of_two

PARAMETERS: dict[int, list[dict[str, Any]]] = {  # of a family with one or two, as functions of themselves
    1: [{"den": ["1"], "num": ["0", "1"]}],
    2: [{"den": [["1"]], "num": [[], ["1"]]}, {"den": [["1"]], "num": [["0", "1"]]}],
}
INFIDELITY = "infidelity"  # as a unit of an output; of the noise it is called eps


def singles(known: Known) -> list[str]:
    """The labels of single outputs, where the target is a product."""
    return [str(i + 1) for i in range(len(known.source.get("each", [])))]


def is_infidelity(known: Known, unit: str) -> bool:
    """Whether numbers in this unit are infidelities, or 1 less such numbers."""
    noise = known.stated.noise
    return unit in (INFIDELITY, FIDELITY, "eps") or (noise is not None and known.scales.get(unit) == noise)


def check_unit(known: Known, label: str, unit: str) -> None:
    """Raises Declined where an output that is known by its infidelity cannot be counted in this unit."""
    if is_infidelity(known, unit):
        return
    if known.stated.noise is None:
        raise Declined(say("unit-family", protocol=known.name, unit=unit))
    if label not in known.targets:
        raise Declined(say("unit-together", unit=unit))
    if not known.at_target(label):
        raise Declined(say("unit-target", output=label, family=known.protocol.state.name, unit=unit))


def has_unit(known: Known, label: str, unit: str) -> bool:
    """Whether an output can be counted in this unit."""
    try:
        check_unit(known, label, unit)
    except Declined:
        return False
    return True


def unit_of(known: Known, label: str, unit: str) -> tuple[fmpq, fmpq]:
    """(a, b): the output in this unit is a f + b, for the certified function f.  Raises Declined."""
    if known.source["kind"] == "map":
        return known.units.get(unit, (fmpq(1), fmpq(0)))
    check_unit(known, label, unit)
    if unit == FIDELITY:
        return fmpq(-1), fmpq(1)
    if is_infidelity(known, unit) or known.stated.noise is None:
        return fmpq(1), fmpq(0)
    scale, shift = known.units[unit]
    return scale / known.stated.noise, shift


def makes_target(known: Known) -> bool:
    """Whether the target that outputs are measured to is what pure inputs give; so for families without one, too.

    Of several outputs the target is found from pure inputs.
    """
    source = known.source
    if source["kind"] == "outputs" or not known.protocol.state.starts_pure:
        return True
    try:
        return not any(at_zero(function) for function in known.stated.outputs.values())
    except ZeroDivisionError:
        return False


def given(known: Known) -> dict[str, list[str]] | None:
    """The input as the outputs are measured, as a function of the family's parameter; None without a target."""
    return None if known.stated.noise is None else known.stated.input


def no_better(known: Known, label: str) -> dict[str, Any] | None:
    """The `bound` claim that an output is no better than the input up to some point, where there is one."""
    return None if known.stated.noise is None else known.stated.no_better(label)


def unchanged(known: Known, label: str) -> bool:
    """Whether an output is certified to be as good as an input, at every input."""
    source = known.source
    if source["kind"] == "map":
        return [source["output"][name] for name in known.parameters] == PARAMETERS[len(known.parameters)]
    return known.stated.outputs[label] == given(known)


def improves(known: Known, found: dict[str, Any]) -> bool:
    """Whether a `suppression` claim says that an output is better than an input, close to the target.

    Both are measured alike: of order 1 the coefficient has to be below that of an input.
    """
    value = given(known)
    slope = fmpq(0) if value is None else rational(value["num"][1]) / rational(value["den"][0])
    return bool(found["order"] > 1 or rational(found["coefficient"]) < slope)


def in_words(known: Known, label: str) -> str:
    """An output as a sentence names it."""
    if known.source["kind"] == "map":
        return "the output"
    return "all outputs together" if label == "any" else f"output {label}"


def alike(known: Known, label: str) -> tuple[list[str], tuple[str, ...]]:
    """The outputs with the target and the order of this one that are better than an input, and the claims for that.

    For `any` all of them, or `any` alone where the target is no product.  Raises Declined where outputs of a product
    have several orders or targets, and for an output, whatever its target, that is an input or not certified to be
    better than one close to the target.
    """
    single, source = singles(known), str(known.source["id"])
    if unchanged(known, label):
        raise Declined(say("output-unchanged", output=in_words(known, label)))
    if not (known.stated.noise or two_parameters.slopes(known)):
        raise Declined(say("output-target", family=known.protocol.state.name))
    if of_two(known):
        if not two_parameters.improves(known):
            raise Declined(say("output-no-better", output=in_words(known, label)))
        return [label], (source,)
    if known.source["kind"] == "map" or not single:
        claim = known.suppression(label)
        if not improves(known, claim):
            raise Declined(say("output-no-better", output=in_words(known, label)))
        return [label], (source, str(claim["id"]))
    claims = {name: known.suppression(name) for name in single}
    orders = {name: claim["order"] for name, claim in claims.items()}
    used = (source, *(str(claim["id"]) for claim in claims.values()))
    worse = [x for x in (single if label == "any" else [label]) if not improves(known, claims[x])]
    if label != "any" and worse:
        raise Declined(say("output-no-better", output=in_words(known, label)))
    if label != "any":
        same = [x for x in single if known.same_target(x, label) and orders[x] == orders[label]]
        return [x for x in same if improves(known, claims[x])], used
    if not all(known.same_target(x, single[0]) for x in single):
        raise Declined(say("outputs-targets"))
    if any(orders[x] != orders[single[0]] for x in single):
        raise Declined(say("outputs-apart", orders=", ".join(map(str, orders.values()))))
    if worse:
        raise Declined(say("output-no-better", output=in_words(known, worse[0])))
    return single, used


def idle(known: Known, outputs: list[str]) -> int:
    """How many sites no stabilizer acts on, and no logical operator of these outputs: inputs that come back."""
    code = known.protocol.code
    if known.source["kind"] == "map" or outputs == ["any"]:
        return 0
    return code.n - code.used(int(name) - 1 for name in outputs)
