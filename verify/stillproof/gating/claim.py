"""A claim: what somebody says about a quantity of a protocol, in the format `stillproof-claims/1`.

A claim can only be built from a line that is well formed; everything else raises Malformed with the field
(docs/formats/claims.md).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import lcm
from typing import Any

from flint import fmpq

from ..errors import OverBudget
from ..exact.rational_function import Exponents, RationalFunction, ring, terms
from ..exact.reading import Spelling, read_number
from .lines import Float, Malformed, Missing
from .sentences import say

FORMAT = "stillproof-claims/1"
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/-]{0,79}")
NUMBER = Spelling(digits=4000, signed=True)
MAX_DEGREE = 512
MAX_SIZE = 1 << 24  # bits of a function over one common denominator

QUANTITIES = (
    "threshold",
    "success-probability",
    "acceptance",
    "failure-probability",
    "accepted-and-correct",
    "error-map",
    "leading-term",
    "suppression-order",
    "enumerator-A",
    "enumerator-B",
    "distance",
    "yield-exponent",
    "overhead-exponent",
    "inputs-per-output",
)
JOINT = "accepted-and-correct"  # the probability that the attempt is accepted and its output is the target
PROBABILITIES = ("success-probability", "acceptance", "failure-probability", JOINT)
FUNCTIONS = (*PROBABILITIES, "error-map")  # of the noise: at a point, or as a whole
WHOLE = (*FUNCTIONS, "inputs-per-output")  # those that may be claimed as a whole function
IN_UNITS = ("error-map", "leading-term")  # of an output, which may be in another unit than the noise
STRUCTURE = ("distance", "enumerator-A", "enumerator-B")  # of the code alone: no state enters
ACCEPTED = ("success-probability", "acceptance", "failure-probability")  # of the protocol, not of one output
ABOUT_NOISE = ("parameter", "unit", "output", "success-probability")  # keys that say nothing of the code alone
COSTS = ("yield-exponent", "overhead-exponent", "inputs-per-output")  # in which the success probability may count
MODES = (
    "exact",
    "rounded",
    "truncated",
    "leading-order",
    "upper-bound",
    "lower-bound",
    "approximate",
    "sampled",
)
SPELLED = {"depolarising": "depolarizing", "infidelity": "eps"}  # other words for the same noise and number
ABOUT = "about"  # another word for approximate
INCLUDED = ("included", "left-out")
SYNDROMES = ("corrected", "clifford-corrected", "post-selected", "decoded")


@dataclass(frozen=True)
class Number:
    """A rational, with a unit of its last digit where it is printed as a decimal."""

    value: fmpq
    unit: fmpq | None
    text: str


@dataclass(frozen=True)
class Root:
    """The one root of an integer polynomial, low degree first, between two rationals."""

    polynomial: list[int]
    low: fmpq
    high: fmpq


@dataclass(frozen=True)
class Term:
    """coefficient x^order."""

    coefficient: Number
    order: int


@dataclass(frozen=True)
class Logarithm:
    """log(argument) / log(base)."""

    argument: fmpq
    base: fmpq


@dataclass(frozen=True)
class Counts:
    """So many accepted of so many runs."""

    accepted: int
    runs: int


Value = Number | Root | RationalFunction | Term | Logarithm | Counts | list[int]
Protocol = str | tuple[str, str | None]  # the state may be left out where only the code matters


@dataclass(frozen=True)
class Claim:
    """One claim, with its line number; conventions that it leaves out are None."""

    line: int
    id: str
    protocol: Protocol  # an id of the fixtures, or a code file and a state
    quantity: str
    mode: str
    value: Value
    parameter: str | None = None
    unit: str | None = None  # of an output
    at: Mapping[str, fmpq] | None = None
    noise: str | None = None
    output: str | None = None
    success: str | None = None
    syndromes: str | None = None
    tolerance: fmpq | None = None
    relative: bool = False
    range: tuple[fmpq, fmpq] | None = None
    significance: fmpq | None = None
    raw: Mapping[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The protocol in a message."""
        if isinstance(self.protocol, str):
            return self.protocol
        code, state = self.protocol
        return code if state is None else f"{code} with {state}"


KEYS = (
    "id",
    "protocol",
    "quantity",
    "as",
    "value",
    "parameter",
    "at",
    "noise",
    "output",
    "success-probability",
    "syndromes",
    "tolerance",
    "relative-tolerance",
    "range",
    "significance",
    "source",
    "unit",
)


def identifier(found: Mapping[str, Any]) -> str | None:
    """The id of a line that may be malformed otherwise."""
    value = found.get("id")
    return value if isinstance(value, str) and NAME.fullmatch(value) else None


def passed_over(quantity: str) -> tuple[str, ...]:
    """The keys that would say nothing for a quantity."""
    if quantity in STRUCTURE:
        return ABOUT_NOISE
    counted = () if quantity in COSTS else ("success-probability",)
    return (*counted, "output") if quantity in ACCEPTED else counted


def read_claim(line: int, found: dict[str, Any]) -> Claim:
    """A claim of an object.  Raises Malformed, OverBudget."""
    for key in found:
        if key not in KEYS:
            raise Malformed("line", f"the keys {', '.join(KEYS)}", key)
    for key in ("id", "protocol", "quantity", "as", "value"):
        if key not in found:
            raise Missing(key, "a value")
    quantity = one_of(found, "quantity", QUANTITIES)
    for key in passed_over(quantity):
        if key in found:
            raise Malformed(key, f"none, for the quantity {quantity}", found[key])
    mode = "approximate" if found["as"] == ABOUT else one_of(found, "as", MODES)
    at = None
    counted = found["value"]
    inside = counted.get("at") if mode == "sampled" and isinstance(counted, dict) else None
    if inside is not None and "at" in found:
        raise Malformed("value.at", "one point, in the claim or in the value", "two")
    where = found.get("at", inside)
    if where is not None:
        at = point(where)
    if "tolerance" in found and "relative-tolerance" in found:
        raise Malformed("relative-tolerance", "one of tolerance and relative-tolerance", "both")
    given = "relative-tolerance" if "relative-tolerance" in found else "tolerance"
    claim = Claim(
        line=line,
        id=name(found, "id"),
        protocol=protocol(found["protocol"], quantity),
        quantity=quantity,
        mode=mode,
        value=read_value(quantity, mode, counted),
        parameter=parameter(found, quantity),
        unit=unit(found, "unit") if "unit" in found and quantity in IN_UNITS else None,
        at=at,
        noise=SPELLED.get(found["noise"], found["noise"]) if "noise" in found and text(found, "noise") else None,
        output=output(found) if "output" in found else None,
        success=one_of(found, "success-probability", INCLUDED) if "success-probability" in found else None,
        syndromes=one_of(found, "syndromes", SYNDROMES) if "syndromes" in found else None,
        tolerance=positive(found, given) if given in found else None,
        relative=given == "relative-tolerance",
        range=interval("range", found["range"]) if "range" in found else None,
        significance=positive(found, "significance") if "significance" in found else None,
        raw=found,
    )
    if "source" in found:
        text(found, "source")
    fits(claim)
    return claim


def fits(claim: Claim) -> None:
    """Raises Malformed where the parts of a claim do not go together."""
    whole, mode = isinstance(claim.value, RationalFunction), claim.mode
    if mode == "approximate" and claim.tolerance is None:
        raise Missing("tolerance", "a positive number, for an approximate value")
    if mode != "approximate" and claim.tolerance is not None:
        raise Malformed("tolerance", f"none, as {mode}", str(claim.tolerance))
    if mode == "sampled" and claim.significance is None:
        raise Missing("significance", 'a number between 0 and 1, such as "1/1000"')
    if mode != "sampled" and claim.significance is not None:
        raise Malformed("significance", f"none, as {mode}", str(claim.significance))
    if claim.significance is not None and claim.significance >= 1:
        raise Malformed("significance", "a number between 0 and 1", str(claim.significance))
    if claim.quantity in FUNCTIONS:
        if not whole and claim.at is None and mode != "leading-order":
            raise Missing("at", 'a point such as {"delta":"1/10"}, or a whole function as the value')
    elif claim.at is not None and claim.quantity != "inputs-per-output":
        raise Malformed("at", f"none, for the quantity {claim.quantity}", "a point")
    if whole and claim.at is not None:
        raise Malformed("at", "none, since the value is a whole function", "a point")
    ranged = whole and mode in ("upper-bound", "lower-bound", "approximate") and claim.quantity in WHOLE
    if ranged and claim.range is None:
        raise Missing("range", 'the range where it holds, such as ["0","1/10"]')
    if claim.range is not None and not ranged:
        raise Malformed("range", "none", "a range")


def one_of(found: Mapping[str, Any], key: str, known: tuple[str, ...]) -> str:
    """One of some words."""
    value = found[key]
    if not isinstance(value, str) or value not in known:
        raise Malformed(key, f"one of {', '.join(known)}", value)
    return value


def name(found: Mapping[str, Any], key: str) -> str:
    """A short name."""
    value = found[key]
    if not isinstance(value, str) or not NAME.fullmatch(value):
        raise Malformed(key, "a name of letters, digits and . _ : / -, at most 80", value)
    return value


def unit(found: Mapping[str, Any], key: str) -> str:
    """A name of a number of a state; no family has a parameter that is called infidelity, which is eps."""
    said = name(found, key)
    return SPELLED.get(said, said)


def text(found: Mapping[str, Any], key: str) -> str:
    """A text that is not empty."""
    value = found[key]
    if not isinstance(value, str) or not value:
        raise Malformed(key, "a text", value)
    return value


def output(found: Mapping[str, Any]) -> str:
    """`any`, `each`, a number of an output, or the name of a parameter."""
    value = found["output"]
    return str(value) if type(value) is int and 0 < value < 100 else name(found, "output")


def parameter(found: Mapping[str, Any], quantity: str) -> str | None:
    """The parameter in which values are, which may also be called their unit; of an output the unit may be another."""
    names = {key: unit(found, key) for key in ("parameter", "unit") if key in found}
    if quantity in IN_UNITS:  # the unit is that of the output alone
        return names.get("parameter")
    if len(set(names.values())) > 1:
        raise Malformed("unit", f"{names['parameter']}, as the parameter", names["unit"])
    return next(iter(names.values()), None)


def protocol(value: Any, quantity: str) -> Protocol:
    """An id of the fixtures, or {"code":PATH,"state":NAME}; the state may be left out where only the code matters."""
    if isinstance(value, str):
        return name({"protocol": value}, "protocol")
    if not isinstance(value, dict) or not {"code"} <= set(value) <= {"code", "state"}:
        raise Malformed("protocol", 'an id, or {"code":PATH,"state":NAME}', value)
    if "state" not in value and quantity not in STRUCTURE:
        raise Missing("protocol.state", f"a state, for the quantity {quantity}")
    for key in value:
        if not isinstance(value[key], str) or not value[key] or "\0" in value[key]:
            raise Malformed(f"protocol.{key}", "a text", value[key])
    return value["code"], value.get("state")


def number(where: str, value: Any) -> Number:
    """A number as it is written: "1/3", "0.387", "1e-6", or a JSON integer."""
    if isinstance(value, Float):
        raise Malformed(where, f'an exact number in quotes, such as "{value}"', value)
    if type(value) is int:
        return Number(fmpq(value), fmpq(1), str(value))
    try:
        return Number(*read_number(value, NUMBER), value)
    except (TypeError, ValueError):
        raise Malformed(where, 'a number such as "1/3", "0.387" or "1e-6"', value) from None


def positive(found: Mapping[str, Any], key: str) -> fmpq:
    """A number above 0."""
    value = number(key, found[key]).value
    if value <= 0:
        raise Malformed(key, "a number above 0", found[key])
    return value


def whole(where: str, value: Any) -> int:
    """An integer, as a number or in quotes."""
    found = number(where, value)
    if found.value.q != 1:
        raise Malformed(where, "an integer", value)
    return int(found.value.p)


def point(value: Any) -> dict[str, fmpq]:
    """A point by parameters."""
    if not isinstance(value, dict) or not 1 <= len(value) <= 2:
        raise Malformed("at", 'a point such as {"delta":"1/10"}', value)
    if len({SPELLED.get(key, key) for key in value}) < len(value):
        raise Malformed("at", "every parameter once", value)
    found = {str(SPELLED.get(key, key)): number(f"at.{key}", part).value for key, part in value.items()}
    for key, part in found.items():
        if not 0 <= part <= 1:
            raise Malformed(f"at.{key}", "a number from 0 to 1", value.get(key, str(part)))
    return found


def interval(where: str, value: Any) -> tuple[fmpq, fmpq]:
    """Two rationals from 0 to 1, the smaller one first."""
    if not isinstance(value, list) or len(value) != 2:
        raise Malformed(where, 'two numbers, such as ["0","1/10"]', value)
    low, high = (number(where, end).value for end in value)
    if not 0 <= low < high <= 1:
        raise Malformed(where, "two numbers from 0 to 1, the smaller one first", value)
    return low, high


def read_value(quantity: str, mode: str, value: Any) -> Value:
    """The value, in one of the spellings that fit the quantity.  Raises Malformed."""
    if mode == "sampled":
        if quantity != "acceptance":
            raise Malformed("as", "sampled for the quantity acceptance only", mode)
        return counts(value)
    if quantity in ("enumerator-A", "enumerator-B"):
        only(mode, "exact")
        if not isinstance(value, list) or not value or len(value) > MAX_DEGREE:
            raise Malformed("value", "a list of integers, by weight", value)
        return [whole(f"value[{i}]", x) for i, x in enumerate(value)]
    if quantity in ("distance", "suppression-order"):
        only(mode, "exact", "upper-bound", "lower-bound")
        return Number(fmpq(whole("value", value)), None, str(value))
    if quantity == "leading-term":
        only(mode, "exact", "rounded", "truncated", "leading-order", "approximate")
        found_term = term(value)
        if mode in ("rounded", "truncated") and found_term.coefficient.unit is None:
            raise Malformed("value", f"a decimal as the coefficient, to be {mode}", value)
        return found_term
    if mode == "leading-order":
        if quantity not in WHOLE:
            raise Malformed("as", f"another word for the quantity {quantity}", mode)
        found_ratio = ratio(value if isinstance(value, dict) else {"num": [value], "den": ["1"]})
        if not found_ratio.num:
            raise Malformed("value", "a leading order, that is, a function that is not 0", value)
        return found_ratio
    if not isinstance(value, dict):
        found = number("value", value)
        if mode in ("rounded", "truncated") and found.unit is None:
            raise Malformed("value", f"a decimal, to be {mode}", value)
        return found
    for keys, reader in SPELLINGS[quantity].items():
        if set(value) == set(keys):
            only(mode, "exact", *(("upper-bound", "lower-bound", "approximate") if reader is ratio else ()))
            return reader(value)
    spellings = " or ".join("{" + ",".join(f'"{key}":..' for key in keys) + "}" for keys in SPELLINGS[quantity])
    raise Malformed("value", f"a number{' or ' if spellings else ''}{spellings}", value)


def only(mode: str, *known: str) -> None:
    """Raises Malformed for a mode that this kind of value does not have."""
    if mode not in known:
        raise Malformed("as", f"one of {', '.join(known)}, for this value", mode)


def root(value: Mapping[str, Any]) -> Root:
    """{"polynomial":..,"interval":[..]}."""
    rows = value["polynomial"]
    if not isinstance(rows, list) or not 2 <= len(rows) <= MAX_DEGREE:
        raise Malformed("value.polynomial", "a list of integers, low degree first", rows)
    found = [whole(f"value.polynomial[{i}]", c) for i, c in enumerate(rows)]
    if not any(found[1:]):
        raise Malformed("value.polynomial", "a polynomial that is not constant", rows)
    return Root(found, *interval("value.interval", value["interval"]))


def ratio(value: Mapping[str, Any]) -> RationalFunction:
    """{"num":[..],"den":[..]}: lists of rationals, low degree first; for two parameters lists of such lists."""
    if set(value) != {"num", "den"}:
        raise Malformed("value", '{"num":[..],"den":[..]}', dict(value))
    two = any(isinstance(row, list) for key in ("num", "den") for row in rows_of(value, key))
    parts: dict[str, dict[Exponents, fmpq]] = {}
    for key in ("num", "den"):
        found: dict[Exponents, fmpq] = {}
        for i, row in enumerate(rows_of(value, key)):
            if two and not (isinstance(row, list) and len(row) <= MAX_DEGREE):
                raise Malformed(f"value.{key}[{i}]", "a list, by power of the second parameter", row)
            for j, c in enumerate(row if two else [row]):
                size = number(f"value.{key}[{i}]" + (f"[{j}]" if two else ""), c).value
                if size:
                    found[(i, j) if two else (i,)] = size
        parts[key] = found
    if not parts["den"]:
        raise Malformed("value.den", "a polynomial that is not 0", value["den"])
    return one_form(parts["num"], parts["den"], 2 if two else 1)


def one_form(num: dict[Exponents, fmpq], den: dict[Exponents, fmpq], count: int) -> RationalFunction:
    """num/den in lowest terms; the first coefficient of den, by exponents, is 1.  Raises OverBudget."""
    common = 1
    for c in (*num.values(), *den.values()):
        common = lcm(common, int(c.q))
    size = common.bit_length() * (len(num) + len(den))
    if size > MAX_SIZE:
        raise OverBudget(say("function-size", size=size, limit=MAX_SIZE))
    found = RationalFunction.of(ring(count).from_dict(num), ring(count).from_dict(den), count)
    first = next(iter(terms(found.den).values()))
    return RationalFunction(found.num / first, found.den / first, count)


def rows_of(value: Mapping[str, Any], key: str) -> list[Any]:
    """The coefficients of a polynomial."""
    rows = value[key]
    if not isinstance(rows, list) or len(rows) > MAX_DEGREE:
        raise Malformed(f"value.{key}", f"a list of at most {MAX_DEGREE} rationals, low degree first", rows)
    return rows


def term(value: Any) -> Term:
    """{"coefficient":..,"order":..}, or a polynomial with one term as {"num":[..],"den":[..]}."""
    if isinstance(value, dict) and set(value) == {"coefficient", "order"}:
        order = whole("value.order", value["order"])
        if not 0 <= order <= MAX_DEGREE:
            raise Malformed("value.order", f"from 0 to {MAX_DEGREE}", value["order"])
        coefficient = number("value.coefficient", value["coefficient"])
        if not coefficient.value:
            expected = "a number that is not 0: the first term that does not vanish"
            raise Malformed("value.coefficient", expected, coefficient.text)
        return Term(coefficient, order)
    if isinstance(value, dict) and set(value) == {"num", "den"}:
        found = ratio(value)
        num, den = found.terms
        if found.count == 1 and len(num) == 1 and set(den) == {(0,)}:
            (((order,), size),) = num.items()
            if len(value["num"]) > order and number("value.den[0]", value["den"][0]).value == 1:
                printed = number(f"value.num[{order}]", value["num"][order])
                if printed.value == size:  # over 1 a coefficient keeps its digits
                    return Term(printed, order)
            return Term(Number(size, None, str(size)), order)
    raise Malformed("value", '{"coefficient":..,"order":..}', value)


def logarithm(value: Mapping[str, Any]) -> Logarithm:
    """{"log":..,"base":..}."""
    found = [number(f"value.{key}", value[key]).value for key in ("log", "base")]
    for key, x in zip(("log", "base"), found, strict=True):
        if x <= 1:
            raise Malformed(f"value.{key}", "a number above 1", value[key])
    return Logarithm(*found)


def counts(value: Any) -> Counts:
    """{"accepted":k,"runs":n}, and "at" if it is not beside the value."""
    if not isinstance(value, dict) or set(value) - {"at"} != {"accepted", "runs"}:
        raise Malformed("value", '{"accepted":k,"runs":n}', value)
    accepted, runs = (whole(f"value.{key}", value[key]) for key in ("accepted", "runs"))
    if runs < 1:
        raise Malformed("value.runs", "at least 1", runs)
    if not 0 <= accepted <= runs:
        raise Malformed("value.accepted", f"from 0 to {runs}", accepted)
    return Counts(accepted, runs)


SPELLINGS: dict[str, dict[tuple[str, ...], Callable[[Mapping[str, Any]], Value]]] = {
    "acceptance": {("num", "den"): ratio},
    "accepted-and-correct": {("num", "den"): ratio},
    "error-map": {("num", "den"): ratio},
    "failure-probability": {("num", "den"): ratio},
    "inputs-per-output": {("num", "den"): ratio},
    "overhead-exponent": {("log", "base"): logarithm},
    "success-probability": {("num", "den"): ratio},
    "threshold": {("polynomial", "interval"): root},
    "yield-exponent": {("log", "base"): logarithm},
}
