"""What a paper quotes: every certified number of a statement, exactly, with its decimals and the name of its macro.

A decimal is rounded to nearest from what is certified. Where that does not decide a digit, there is no such decimal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from flint import fmpq, fmpz_poly

from ..errors import Declined
from ..exact.decimals import agreed, to_digits
from ..exact.reading import Spelling, rational, read_number
from ..gating.exact import Algebraic, Between, Exact, LogRatio, Rational, decimal, lowest
from ..statements.stated import at_zero
from .prose import words
from .subject import Subject
from .tree import (
    Flow,
    Over,
    Root,
    Row,
    Sign,
    Tree,
    Word,
    bracketed,
    flow,
    joined,
    number,
    polynomial,
    terms,
    variable,
)

DIGITS = range(1, 13)  # of the macros
PRINTED = Spelling(digits=1000, signed=True)
MOST = 1000  # digits at which a rounding is given up
CARDINALS = [
    "Zero",
    "One",
    "Two",
    "Three",
    "Four",
    "Five",
    "Six",
    "Seven",
    "Eight",
    "Nine",
    "Ten",
    "Eleven",
    "Twelve",
    "Thirteen",
    "Fourteen",
    "Fifteen",
    "Sixteen",
    "Seventeen",
    "Eighteen",
    "Nineteen",
]
TENS = ["Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"]
PREFIX = "still"


class Value(NamedTuple):
    """A certified number: the claim that certifies it, what it is, and the printed decimals that a claim compares."""

    claim: str
    label: str
    words: str
    exact: Exact
    formula: Flow | None
    polynomial: Flow | None
    printed: list[str]


Claim = dict[str, Any]
Found = Iterator[tuple[str, str, Exact, Flow | None, Flow | None]]
QUANTITIES = {  # of a `printed` claim: the label of the value that it is about
    "coefficient": "coefficient",
    "infidelity": "infidelity",
    "inputs-per-output": "inputs",
    "success-at-zero": "success-at-zero",
    "threshold": "",
    "yield-exponent": "exponent",
}


def values(subject: Subject) -> list[Value]:
    """The numbers of a statement, in the order of its claims."""
    return [value for claim in subject.known.values() for value in of_claim(claim, subject)]


def of_claim(claim: Claim, subject: Subject) -> Iterator[Value]:
    """The numbers of one claim."""
    own = claim["id"]
    readers = {
        "basin-threshold": of_basin_threshold,
        "code": of_code,
        "correction": of_success,
        "map": of_success,
        "outputs": of_success,
        "quotient": of_quotient,
        "suppression": of_suppression,
        "threshold": of_threshold,
        "twirl": of_twirl,
        "wigner": of_wigner,
        "yield": of_yield,
    }
    if claim["kind"] in readers:
        for label, said, exact, formula, poly in readers[claim["kind"]](claim, subject):
            yield Value(own, label, said, exact, formula, poly, printed(own, label, subject))


def printed(own: str, label: str, subject: Subject) -> list[str]:
    """The printed decimals of a value."""
    return [
        claim["value"]
        for claim in subject.known.values()
        if claim["kind"] == "printed" and claim["of"] == own and QUANTITIES.get(claim["quantity"]) == label
    ]


def plain(label: str, said: str, value: str) -> tuple[str, str, Exact, Flow | None, Flow | None]:
    """A rational number."""
    return label, said, Rational(rational(value)), flow(number(value)), None


def of_code(claim: Claim, subject: Subject) -> Found:
    """Sites, encoded qudits, distance."""
    for key, said in (("n", "value.sites"), ("k", "value.encoded"), ("distance", "value.distance")):
        yield plain(key, words(said), str(claim[key]))


def of_success(claim: Claim, subject: Subject) -> Found:
    """The success probability where every parameter is 0."""
    named = words("value.success", x=", ".join(subject.parameters))
    if claim["kind"] == "correction":
        named = words("value.success.corrected", x=", ".join(subject.parameters), of=claim["id"])
    yield plain("success-at-zero", named, str(at_zero(claim["success"])))


def of_suppression(claim: Claim, subject: Subject) -> Found:
    """Order and coefficient of the leading term."""
    about: dict[str, Any] = {"x": subject.parameters[0], "what": subject.what(claim["of"], claim["output"])}
    yield plain("order", words("value.order", **about), str(claim["order"]))
    named = words("value.coefficient", order=claim["order"], **about)
    yield plain("coefficient", named, claim["coefficient"])


def of_threshold(claim: Claim, subject: Subject) -> Found:
    """The root of a polynomial, in radicals where a claim has them; and the infidelity of an input there."""
    x, what = subject.parameters[0], subject.infidelity(claim["of"], claim["output"])
    poly = polynomial(claim["polynomial"], [variable(x)])
    low, high = map(rational, claim["interval"])
    slope = rational(claim["infidelity"][0]) / low
    root: Exact = Algebraic(fmpz_poly([int(c) for c in claim["polynomial"]]), low, high, fmpq(1))
    same: Exact = Algebraic(fmpz_poly([int(c) for c in claim["polynomial"]]), low, high, slope)
    shown = multiple = None
    if len(claim["polynomial"]) == 2:
        exact = -rational(claim["polynomial"][0]) / rational(claim["polynomial"][1])
        root, same = Rational(exact), Rational(slope * exact)
        shown, multiple = (flow(number(str(value))) for value in (exact, slope * exact))
    for other in subject.known.values():
        if other["kind"] == "radicals" and other["of"] == claim["id"]:
            shown = radicals(other)
    yield "", words("value.threshold", x=x, what=what), root, shown, joined(poly, flow("equals", 0))
    yield "infidelity", words("value.threshold.infidelity", what=what), same, multiple, None


def of_basin_threshold(claim: Claim, subject: Subject) -> Found:
    """The edge of a basin on a segment."""
    start, end = (", ".join(claim[key]) for key in ("start", "end"))
    named = words("value.edge", region=claim["region"], start=start, end=end)
    yield "", named, Between(*map(rational, claim["interval"])), None, None


def of_quotient(claim: Claim, subject: Subject) -> Found:
    """One number divided by another; a multiple of a threshold where the other one is rational."""
    source, other = subject.known[claim["of"]], subject.known[claim["over"]]
    exact: Exact = Between(*map(rational, claim["value"]))
    if source["kind"] == "threshold" and other["kind"] == "wigner":
        poly = fmpz_poly([int(c) for c in source["polynomial"]])
        start, end = map(rational, source["interval"])
        exact = Algebraic(poly, start, end, 1 / rational(other["bound"]))
    named = words("value.quotient", of=claim["of"], over=claim["over"], unit=claim["unit"])
    yield "", named, exact, None, None


def of_yield(claim: Claim, subject: Subject) -> Found:
    """Inputs per output and yield exponent."""
    order = subject.known[claim["of"]]["order"]
    taken = {"success": claim["success-of"], "source": subject.known[claim["of"]]["of"]}
    named = words("value.inputs", **taken)
    exponent = words("value.exponent", of=claim["of"])
    if subject.joint(taken["source"]):
        named = words("value.inputs.joint", count=subject.encoded, **taken)
        exponent = words("value.exponent.joint", of=claim["of"], count=subject.encoded)
    elif claim["outputs"] > 1:
        named = words("value.inputs.several", count=claim["outputs"], **taken)
    yield plain("inputs", named, claim["inputs"])
    inputs = rational(claim["inputs"])
    logs = Over(*(Row((Word("log"), Sign("("), number(str(x)), Sign(")"))) for x in (order, inputs)))
    exact = quotient(*lowest(fmpq(order), inputs)) or LogRatio(fmpq(order), inputs)
    yield "exponent", exponent, exact, flow(logs), None


def quotient(argument: fmpq, base: fmpq) -> Exact | None:
    """The ratio of two logarithms where it is rational: then `lowest` spells both numbers as powers of two."""
    exponents = [int(x.p).bit_length() - 1 for x in (argument, base)]
    if any(x.q != 1 or x.p != 1 << e for x, e in zip((argument, base), exponents, strict=True)):
        return None
    return Rational(fmpq(*exponents))


def of_wigner(claim: Claim, subject: Subject) -> Found:
    """Where the Wigner function stops to be negative."""
    yield plain("bound", words("value.wigner", x=subject.parameters[0]), claim["bound"])


def of_twirl(claim: Claim, subject: Subject) -> Found:
    """The order of the group, and what the parameter is."""
    yield plain("order", words("value.group"), str(claim["order"]))
    yield plain("infidelity", words("value.infidelity", x=subject.parameters[0]), claim["infidelity"][1])


def radicals(claim: Claim) -> Flow:
    """A root in radicals, as a claim of the kind `radicals` states it."""
    root = Root(number(claim["D"]), 2)
    size = claim["s"].lstrip("-")
    part: Tree = root if size == "1" else Row((number(size), root))
    minus = claim["s"].startswith("-")
    center, r = ([(False, number(claim[key]))] if claim[key] != "0" else [] for key in ("center", "r"))
    if claim["degree"] == 2:
        above = terms([*center, (minus, part)])
    else:
        cubes = [Root(Row(terms([*r, (minus != flip, part)]).pieces), 3) for flip in (0, 1)]
        above = terms([*center, *((False, cube) for cube in cubes)])
    return above if claim["scale"] == "1" else joined(flow(number(f"1/{claim['scale']}")), bracketed(above))


def cut_off(exact: Exact, digits: int = 25) -> tuple[str, bool] | None:
    """Its decimals, cut off, and whether more follow; None where what is certified decides no decimal."""
    shown = decimal(exact, digits)
    cut = shown.removesuffix("...")
    more = cut != shown
    return None if " to " in shown or (more and "." not in cut) else (cut, more)


def rounding(exact: Exact, digits: int) -> str | None:
    """The number to so many significant digits, or None where what is certified does not decide them."""
    asked = digits + 4
    while asked <= MOST:
        low, high = exact.bracket(asked)
        if low.p < 0 < high.p:
            return None
        for shown in agreed(low, high, [digits], to_digits):
            return shown
        if isinstance(exact, Between):
            return None
        asked *= 2
    return None


def roundings(exact: Exact) -> dict[int, str]:
    """The decimals of a number by their digits; not those of an integer, nor more digits than a decimal has."""
    if isinstance(exact, Rational) and exact.value.q == 1:
        return {}
    found = {}
    for digits in DIGITS:
        shown = rounding(exact, digits)
        if shown is not None:
            found[digits] = shown
        if isinstance(exact, Rational) and shown is not None and read_number(shown, PRINTED).value == exact.value:
            break
    return found


def product_form(shown: str) -> Flow:
    """A decimal for a formula."""
    return flow(number(shown))


def macro(protocol: str, *parts: str) -> str:
    r"""The name of a macro, in letters only: \stillGolayElevenStrangeThresholdToFive."""
    return PREFIX + "".join(camel(part) for part in (protocol, *parts) if part)


def camel(name: str) -> str:
    """Words with a capital each, and numbers in words."""
    found = []
    for word in re.findall(r"[A-Za-z]+|\d+|\.", name):
        found.append("Dot" if word == "." else cardinal(word) if word.isdigit() else word[0].upper() + word[1:])
    return "".join(found)


def cardinal(digits: str) -> str:
    """A number in words; from a hundred on, or with a zero in front, digit by digit."""
    value = int(digits)
    if digits != str(value) or value > 99:
        return "".join(CARDINALS[int(c)] for c in digits)
    return CARDINALS[value] if value < 20 else TENS[value // 10 - 2] + (CARDINALS[value % 10] if value % 10 else "")


class Macro(NamedTuple):
    """A macro: its name, its formula, and what it is in words."""

    name: str
    formula: Flow
    words: str


def macros(protocol: str, found: list[Value]) -> list[Macro]:
    """The macros of a protocol."""
    rows: list[Macro] = []
    for value in found:
        stem = (protocol, value.claim, value.label)
        about = {"words": value.words, "claim": value.claim}
        if value.formula is not None:
            rows.append(Macro(macro(*stem, "exact"), value.formula, words("macro.exact", **about)))
        if value.polynomial is not None:
            rows.append(Macro(macro(*stem, "polynomial"), value.polynomial, words("macro.polynomial", **about)))
        if isinstance(value.exact, Between):
            for end, x in (("above", value.exact.low), ("below", value.exact.high)):
                rows.append(Macro(macro(*stem, end), flow(number(str(x))), words(f"macro.{end}", **about)))
        for digits, shown in roundings(value.exact).items():
            said = words("macro.digits", digits=digits, **about) if digits > 1 else words("macro.digit", **about)
            rows.append(Macro(macro(*stem, "to", CARDINALS[digits]), product_form(shown), said))
    return rows


def distinct(tables: dict[str, list[Macro]]) -> None:
    """Raises Declined where two values would have one macro: of one protocol, or of two."""
    owners: dict[str, str] = {}
    for protocol, rows in tables.items():
        for row in rows:
            if row.name in owners:
                where = " and ".join(dict.fromkeys([owners[row.name], protocol]))
                raise Declined(f"{where}: two values would have the macro \\{row.name}: rename a statement or a claim")
            owners[row.name] = protocol
