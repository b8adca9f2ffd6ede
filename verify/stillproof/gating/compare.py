"""Claimed against exact: numbers by their sides, functions by cross multiplication, lists entry by entry."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from flint import fmpq, fmpq_poly, fmpz_poly

from ..errors import Declined
from ..exact.algebraic import decimal_interval, roots_in_unit
from ..exact.decimals import CUT, NEAREST, to_places, whole
from ..exact.rational_function import RationalFunction, terms
from .claim import Claim, Logarithm, Number, Root, Term
from .exact import Algebraic, Exact, LogRatio, Rational, decimal
from .sentences import Sentence, say

POINTS = [fmpq(1, k) for k in (10, 100, 3, 7, 2, 11, 13, 1000)]


@dataclass(frozen=True)
class Outcome:
    """A verdict, why, and what can be checked by hand.  `shown` is the exact value in a message."""

    verdict: str
    reason: Sentence
    witness: dict[str, Any] = field(default_factory=dict)
    shown: str = ""


def number(claim: Claim, said: Number, exact: Exact) -> Outcome:
    """A number: exactly, rounded, truncated, as a bound, or within a tolerance."""
    v, shown = said.value, decimal(exact)
    witness = {**exact.witness(), "claimed": said.text, "value": shown}
    mode = claim.mode
    if mode in ("exact", "leading-order"):
        side = exact.side(v)
        good = side == 0
        right = say("exact-right", claimed=said.text)
        why = say("exact-wrong", claimed=said.text, order="more" if side < 0 else "less", value=shown)
    elif mode in ("rounded", "truncated"):
        unit = said.unit
        if unit is None:
            raise ValueError(f"a fraction has no last digit, to be {mode}")
        printed = to_unit(exact, unit, mode)
        witness[mode] = printed
        good = is_printed(exact, v, unit, mode)
        right = say("printed-right", claimed=said.text, value=shown, mode=mode)
        why = say("printed-wrong", claimed=said.text, value=shown, mode=mode, printed=printed)
    elif mode in ("upper-bound", "lower-bound"):
        side = exact.side(v)
        good = side <= 0 if mode == "upper-bound" else side >= 0
        right = say("bound-above" if mode == "upper-bound" else "bound-below", claimed=said.text, value=shown)
        order = "more" if side > 0 else "less"
        why = say("bound-wrong", claimed=said.text, mode=mode.replace("-", " "), value=shown, order=order)
    else:
        tolerance = claim.tolerance or fmpq(0)
        width = tolerance * abs(v) if claim.relative else tolerance
        good = exact.side(v - width) >= 0 and exact.side(v + width) <= 0
        about = decimal(Rational(width), 12)
        right = say("approximate-right", claimed=said.text, width=about, value=shown)
        why = say("approximate-wrong", claimed=said.text, width=about, value=shown)
    return Outcome("certified", right, {}, shown) if good else Outcome("refuted", why, witness, shown)


def to_unit(exact: Exact, unit: fmpq, mode: str) -> str:
    """The number rounded or truncated to a multiple of a unit; all that are possible, where no more is certified."""
    digits = 30 + (len(str(unit.q)) if unit < 1 else 0)
    low, high = exact.bracket(digits)
    found = sorted({whole(x / unit, NEAREST if mode == "rounded" else CUT) * unit for x in (low, high)})
    with suppress(Declined):  # a number on the edge between two of them is known to be there
        found = [x for x in found if is_printed(exact, x, unit, mode)] or found
    shown = [to_places(x, max(0, len(str(unit.q)) - 1)) for x in found]
    return (" or " if found[-1] - found[0] <= unit else " to ").join(shown)


def is_printed(exact: Exact, value: fmpq, unit: fmpq, mode: str) -> bool:
    """Whether a number, rounded or truncated to a multiple of a unit, is this value.  Raises Declined."""
    if mode == "rounded":
        return exact.side(value - unit / 2) >= 0 and exact.side(value + unit / 2) <= 0
    if value < 0:
        return exact.side(value) <= 0 and exact.side(value - unit) > 0
    return exact.side(value) >= 0 and exact.side(value + unit) < 0


def root(said: Root, exact: Exact) -> Outcome:
    """The one root of a polynomial in an interval, against an exact number.

    That is the one strictly between its ends, or, if there is none, one of the two ends.
    """
    shown = decimal(exact)
    poly = fmpz_poly(said.polynomial)
    poly = poly // poly.gcd(poly.derivative())
    count = roots_between(poly, said.low, said.high)
    ends = [] if count else [x for x in (said.low, said.high) if fmpq_poly(poly)(x) == 0]
    count += len(ends)
    witness = {**exact.witness(), "value": shown}
    if count == 2 and ends:
        return Outcome("refuted", say("root-ends", low=said.low, high=said.high), witness, shown)
    if count != 1:
        return Outcome("refuted", say("root-count", count=count, low=said.low, high=said.high), witness, shown)
    if ends:
        good, claimed = exact.side(ends[0]) == 0, decimal(Rational(ends[0]))
        reason = say("root-right", value=shown) if good else say("root-wrong", claimed=claimed, value=shown)
        return Outcome("certified", reason, {}, shown) if good else Outcome("refuted", reason, witness, shown)
    if exact.side(said.low) <= 0 or exact.side(said.high) >= 0:
        return Outcome("refuted", say("root-outside", value=shown, low=said.low, high=said.high), witness, shown)
    if isinstance(exact, Rational):
        same = fmpq_poly(poly)(exact.value) == 0
    elif isinstance(exact, Algebraic):
        # as a polynomial in the family's parameter: value = shift + scale x
        moved = fmpq_poly(poly)(fmpq_poly([exact.shift, exact.scale]))
        common = (moved * moved.denom()).numer().gcd(exact.polynomial)
        same = common.degree() > 0 and roots_between(common, exact.low, exact.high) == 1
    else:
        raise Declined(say("root-unknown"))
    if same:
        return Outcome("certified", say("root-right", value=shown), {}, shown)
    low, high = decimal_interval(poly, said.low, said.high, 25)
    claimed = decimal(Algebraic(poly, low, high, fmpq(1)))
    reason = say("root-wrong", claimed=claimed, value=shown)
    return Outcome("refuted", reason, {**witness, "claimed": claimed}, shown)


def roots_between(poly: fmpz_poly, low: fmpq, high: fmpq) -> int:
    """How many roots a squarefree polynomial has strictly between two rationals."""
    width = high - low
    moved = fmpq_poly(poly)(fmpq_poly([low, width]))
    return len(roots_in_unit((moved * moved.denom()).numer()))


def logarithm(said: Logarithm, exact: Exact) -> Outcome:
    """A ratio of logarithms."""
    if not isinstance(exact, LogRatio):
        raise Declined(say("logarithm-none"))
    shown, claimed = decimal(exact), decimal(LogRatio(said.argument, said.base))
    if exact.equals(said.argument, said.base):
        right = say("logarithm-right", argument=said.argument, base=said.base, value=shown)
        return Outcome("certified", right, {}, shown)
    why = say("logarithm-wrong", argument=said.argument, base=said.base, claimed=claimed, value=shown)
    return Outcome("refuted", why, {**exact.witness(), "claimed": claimed, "value": shown}, shown)


def term(claim: Claim, said: Term, exact: Rational, order: int) -> Outcome:
    """A leading term: its order, and its coefficient as the claim says it."""
    shown = f"{exact.value} x^{order}"
    if said.order != order:
        witness = {"coefficient": str(exact.value), "order": order}
        return Outcome("refuted", say("order-wrong", order=order, claimed=said.order), witness, shown)
    found = number(claim, said.coefficient, exact)
    return Outcome(found.verdict, say("term-judged", order=order, judged=found.reason), found.witness, shown)


def entries(said: list[int], exact: list[int]) -> Outcome:
    """A list, entry by entry."""
    count = len(exact)
    if len(said) != count:
        reason = say("entries-count", claimed=len(said), count=count)
        return Outcome("refuted", reason, {"exact": exact}, f"{count} entries")
    wrong = [i for i, (a, b) in enumerate(zip(said, exact, strict=True)) if a != b]
    if wrong:
        i = wrong[0]
        witness = {"claimed": str(said[i]), "exact": str(exact[i]), "weight": i}
        reason = say("entries-wrong", weight=i, value=exact[i], claimed=said[i])
        return Outcome("refuted", reason, witness, str(exact[i]))
    return Outcome("certified", say("entries-right", count=count), {}, "the same list")


def functions(said: RationalFunction, exact: RationalFunction) -> Outcome:
    """Two functions, by cross multiplication; a witness has the first coefficient that differs, and a point."""
    if said.count != exact.count:
        raise Declined(say("functions-parameters", claimed=said.count, parameters=exact.count))
    left, right = terms(said.num * exact.den), terms(exact.num * said.den)
    differing = sorted((sum(e), e) for e in left.keys() | right.keys() if left.get(e, 0) != right.get(e, 0))
    if not differing:
        return Outcome("certified", say("functions-right"), {}, "the same function")
    exponents = differing[0][1]
    witness: dict[str, Any] = {
        "cross-product": {
            "claimed num times exact den": str(left.get(exponents, fmpq(0))),
            "exact num times claimed den": str(right.get(exponents, fmpq(0))),
            "exponents": list(exponents),
        }
    }
    reason = say("functions-exponent", exponents=", ".join(map(str, exponents)))
    for x in POINTS:
        point = (x,) * said.count if said.count == 1 else (x, x / 2)
        try:
            values = said.at(*point), exact.at(*point)
        except ZeroDivisionError:
            continue
        if values[0] != values[1]:
            witness |= {"at": [str(c) for c in point], "claimed": str(values[0]), "exact": str(values[1])}
            about = [decimal(Rational(value), 12) for value in values]
            at = ", ".join(map(str, point))
            reason = say("functions-at", point=at, value=about[1], claimed=about[0])
            break
    return Outcome("refuted", reason, witness, "another function")


def leading(said: RationalFunction, exact: RationalFunction) -> Outcome:
    """The Taylor polynomial at 0 through the degree of the claimed polynomial; of a quotient, its first term."""
    if said.count != 1 or exact.count != 1:
        raise Declined(say("series-parameters"))
    exact_num, exact_den = exact.polynomials
    num, den = said.polynomials
    if exact_den[0] == 0 or den[0] == 0:
        raise Declined(say("series-pole"))
    degree = max(num.degree(), 0)
    if den.degree() > 0:
        degree = next((i for i, c in enumerate(num.coeffs()) if c), 0)
    claimed, right = (taylor(*pair, degree) for pair in ((num, den), (exact_num, exact_den)))
    for i, (a, b) in enumerate(zip(claimed, right, strict=True)):
        if a != b:
            witness = {"claimed": str(a), "exact": str(b), "order": i}
            reason = say("series-wrong", order=i, value=b, claimed=a)
            return Outcome("refuted", reason, witness, f"{b} at order {i}")
    return Outcome("certified", say("series-right", order=degree), {}, "the same coefficients")


def taylor(num: fmpq_poly, den: fmpq_poly, degree: int) -> list[fmpq]:
    """The coefficients of num/den at 0, through this degree."""
    found: list[fmpq] = []
    for i in range(degree + 1):
        found.append((num[i] - sum((den[j] * found[i - j] for j in range(1, i + 1)), fmpq(0))) / den[0])
    return found
