"""`printed`: how it is told, and its self-tests."""

from __future__ import annotations

from types import ModuleType

from ...exact.reading import Spelling, read_number
from ...gating.exact import Exact
from ...statements.stated import Stated
from ..expressions import Test, Tests
from ..prose import Prose
from ..quoted import cut_off, no_values
from ..shown import Claim
from ..subject import Subject, Told
from ..tree import Sign, Tree, flow, joined, number
from . import basin_threshold, correction, map_, outputs, suppression, threshold, yield_

WORDS = {
    "printed": "The printed value {value:math} is the correct rounding of the exact one, from the claim {of:name}: the"
    " {words:value}.",
}
PROSE = Prose(WORDS)
QUANTITIES = {  # the label of the value that it is about
    "coefficient": "coefficient",
    "infidelity": "infidelity",
    "inputs-per-output": "inputs",
    "success-at-zero": "success-at-zero",
    "threshold": "",
    "yield-exponent": "exponent",
}
PRINTED = Spelling(digits=1000, signed=True, powers="")
SOURCES: dict[str, ModuleType] = {  # the kinds of claims that `of` can name
    "basin-threshold": basin_threshold,
    "correction": correction,
    "map": map_,
    "outputs": outputs,
    "suppression": suppression,
    "threshold": threshold,
    "yield": yield_,
}


def told(claim: Claim, subject: Subject) -> Told:
    """A decimal in print is the correct rounding."""
    shown = flow(number(claim["value"]))
    source = subject.known[claim["of"]]
    found = SOURCES[source["kind"]].values(source, subject)
    label = QUANTITIES[claim["quantity"]]
    ((said, value),) = [(said, exact) for own, said, exact, _, _ in found if own == label]
    exact = exact_of(value)
    same = len(exact) == 1 and exact[0] == number(claim["value"])
    equation = [joined(shown, flow("equals" if same else "about", *exact))] if exact else []
    return Told([PROSE.say("printed", value=shown, words=said, of=claim["of"])], equation)


def exact_of(value: Exact) -> list[Tree]:
    """The exact value that a printed one is compared with, as a decimal that is cut off."""
    cut = cut_off(value)
    return [] if cut is None else [number(cut[0]), *([Sign("dots")] if cut[1] else [])]


values = no_values


def self_tests(claim: Claim, stated: Stated) -> Tests:
    """The exact value is within half a unit of the last digit."""
    source = stated.by_id[claim["of"]]
    said, unit = read_number(claim["value"], PRINTED)
    value, half = str(said), "1/2" if unit is None else str(unit / 2)
    quantity = claim["quantity"]
    if quantity in ("infidelity", "threshold"):
        low, high = source["infidelity" if quantity == "infidelity" else "interval"]
        yield Test(f"its lower end rounds to {claim['value']}", f"(({low})-({value}))", ">", f"-({half})")
        yield Test(f"its upper end rounds to {claim['value']}", f"(({high})-({value}))", "<", half)
    elif quantity in ("inputs-per-output", "coefficient"):
        exact = source["inputs" if quantity == "inputs-per-output" else "coefficient"]
        yield Test(f"rounds to {claim['value']}", f"((({exact})-({value}))^2)", "<", f"({half})^2")
    elif quantity == "yield-exponent":
        low, high = source["exponent"]
        yield Test(f"its lower end rounds to {claim['value']}", f"(({low})-({value}))", ">", f"-({half})")
        yield Test(f"its upper end rounds to {claim['value']}", f"(({high})-({value}))", "<", half)
