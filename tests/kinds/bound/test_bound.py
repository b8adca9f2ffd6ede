"""Rational bounds against exact values at single points, from the JSON of the claims; and the edges of the rule."""

from __future__ import annotations

import json
import operator
import random
import re
from collections.abc import Callable
from fractions import Fraction
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import ROOT
from forge import BASES
from stillproof_check.entry.verdict import Refusal
from stillproof_check.entry.work import Work
from stillproof_check.numbers.polynomial import Ring
from stillproof_check.rules.numbers import bound
from stillproof_check.subject.established import Accepted, Function, Outputs, Quantity

FILES = [ROOT / "fixtures" / "statements" / "reed-muller15-t.json", BASES / "statements" / "bounded.json"]
STATED = [
    (claim, {other["id"]: other for other in claims})
    for claims in (json.loads(path.read_text())["claims"] for path in FILES)
    for claim in claims
    if claim["kind"] == "bound"
]


def value(function: dict[str, list[str]], x: Fraction) -> Fraction:
    """num/den at a point, power by power."""
    num, den = (sum((int(c) * x**i for i, c in enumerate(function[part])), Fraction(0)) for part in ("num", "den"))
    assert den > 0
    return num / den


def function(claim: dict[str, Any], others: dict[str, Any]) -> dict[str, list[str]]:
    """What the claim bounds, as stated by the claim that it names."""
    source = others[claim["of"]]
    found = source if claim["function"] in ("any", "success") else source["output"]
    polynomials: dict[str, list[str]] = found[claim["function"]]
    return polynomials


def holds(relation: str, left: Fraction, right: Fraction) -> bool:
    """The relation of two numbers."""
    words: dict[str, Callable[[Fraction, Fraction], bool]] = {
        "above": operator.gt, "at least": operator.ge, "at most": operator.le, "below": operator.lt,
        "equal to": operator.eq,
    }  # fmt: skip
    return words[relation](left, right)


def verdict(f: Any, relation: str, to: Any, ends: tuple[str, str], name: str = "f", success: bool = True) -> str:
    """`certified`, or the whole message, for a made-up function f of one parameter."""
    chance = Function(Quantity.SUCCESS, *(([1, 1], [2]) if success else f), "map")
    found = Outputs(chance, {"f": Function(Quantity.PARAMETER, *f, "map")}) if success else Accepted(chance)
    state, work = SimpleNamespace(parameters=["x"]), Work()
    facts = SimpleNamespace(ring=Ring(work), work=work, of=lambda *_: found, state=state)
    low, high = map(Fraction, ends)
    claim = {"function": name, "of": "map", "range": (low, high), "relation": relation, "value": to}
    try:
        bound.check(claim, {}, facts)  # type: ignore[arg-type]
    except Refusal as refusal:
        return str(refusal)
    return "certified"


@pytest.mark.parametrize(("claim", "others"), STATED, ids=[claim["id"] for claim, _ in STATED])
def test_a_stated_bound_holds_at_random_points(claim: dict[str, Any], others: dict[str, Any]) -> None:
    chance = random.Random(claim["id"])
    low, high = map(Fraction, claim["range"])
    near = [Fraction(1, 10**k) for k in range(1, 9)]
    parts = [Fraction(chance.randrange(1, 10**6), 10**6) for _ in range(500)] + near + [1 - y for y in near]
    for part in parts:
        x = low + (high - low) * part
        assert holds(claim["relation"], value(function(claim, others), x), value(claim["value"], x)), x


def test_the_stated_kinds_of_functions() -> None:
    assert {(claim["of"], claim["function"]) for claim, _ in STATED} == {
        ("map", "eps"),
        ("outputs", "any"),
        ("outputs", "success"),
        ("correction", "success"),
    }


def test_the_constant_of_the_upper_bound_is_the_least_integer() -> None:
    claims = {claim["id"]: (claim, others) for claim, others in STATED}
    claim, others = claims["bound-high"]
    x = Fraction(1, 100)
    for c, good in ((3, False), (4, True)):
        weaker = {"num": claim["value"]["num"], "den": ["1", str(-c)]}
        assert holds("at most", value(function(claim, others), x), value(weaker, x)) is good


@pytest.mark.parametrize(
    ("f", "relation", "to", "ends", "expected"),
    [
        (([0, 1], [1]), "at most", ([0, 2], [1, 1]), ("0", "1"), "certified"),  # zeros at both ends
        (([0, 2], [1, 1]), "at least", ([0, 1], [1]), ("0", "1"), "certified"),
        (([0, 0, 1], [1]), "at most", ([-1, 4], [4]), ("1/2", "1"), "bound.holds"),
        (([0, 0, 1], [1]), "at least", ([-1, 4], [4]), ("1/2", "1"), "certified"),  # a double zero at the low end
        (([0, 0, 1], [1]), "at least", ([-1, 4], [4]), ("0", "1/2"), "certified"),  # and at the high end
        (([0, 0, 1], [1]), "at least", ([-1, 4], [4]), ("0", "1"), "bound.decided"),  # it touches in the middle
        (([0, 0, 9], [1]), "at least", ([-1, 6], [1]), ("0", "1"), "polynomial.bisections"),  # and at 1/3
        (([0, 3], [1, 1]), "at most", ([0, 3], [1, 1]), ("0", "1"), "certified"),  # equal
        (([0, 3], [1, 1]), "at least", ([0, 0, 3], [0, 1, 1]), ("0", "1"), "certified"),  # a common factor x
        (([0, 1], [1]), "at most", ([0, -1, 20], [-1, 20]), ("1/20", "1"), "certified"),  # den 0 at the low end
        (([0, 1], [1]), "at most", ([0, -1, 20], [-1, 20]), ("1/21", "1"), "bound.denominator"),
        (([0, 1], [1]), "at most", ([0, 1, -4, 4], [1, -4, 4]), ("0", "1"), "bound.denominator"),  # a double zero
        (([0, 1], [1]), "at least", ([-1, 1], [-1]), ("0", "1"), "bound.denominator"),
        (([0, 1], [1]), "at most", ([-1], [1]), ("0", "1"), "bound.holds"),
        (([1, 1], [1]), "at least", ([-2], [1]), ("0", "1"), "certified"),
        (([0, 1], [1]), "at most", ([0, 2], [2]), ("0", "1"), "bound.normalised"),
        (([0, 1], [1]), "at most", ([1], [1]), ("0", "1/1001"), "bound.range.denominator"),
        (([0, 1], [1]), "at most", ([1], [1]), ("1/1001", "1"), "bound.range.denominator"),
        (([0, 1], [1]), "at most", ([1], [1]), ("0", "1001/1000"), "bound.range"),
        (([0, 1], [1]), "at most", ([1], [1]), ("-1/1000", "1"), "bound.range"),
    ],
)
def test_the_edges(f: Any, relation: str, to: Any, ends: tuple[str, str], expected: str) -> None:
    assert verdict(f, relation, to, ends).partition(":")[0] == expected


def test_success_of_what_has_outputs_and_of_what_has_none() -> None:
    assert verdict(([5], [1]), "at most", ([1], [1]), ("0", "1"), "success") == "certified"
    assert verdict(([5], [1]), "at most", ([1], [1]), ("0", "1"), "success", success=False).startswith("bound.holds")
    assert verdict(([5], [1]), "at most", ([5], [1]), ("0", "1"), "success", success=False) == "certified"
    assert verdict(([5], [1]), "at most", ([5], [1]), ("0", "1"), "f", success=False).startswith("bound.function")


coefficients = st.lists(st.integers(-9, 9), min_size=1, max_size=5).filter(any)
positive = st.lists(st.integers(0, 9), min_size=0, max_size=4).map(lambda rest: [1, *rest])
rationals = st.tuples(st.integers(0, 49), st.integers(1, 50)).map(
    lambda x: (str(Fraction(x[0], 50)), str(Fraction(min(50, x[0] + x[1]), 50)))
)
relations = st.sampled_from(bound.RELATIONS)


@settings(deadline=None)
@given(coefficients, positive, relations, coefficients, positive, rationals, st.randoms(use_true_random=False))
def test_a_verdict_is_right_at_single_points(
    num: list[int], den: list[int], relation: str, top: list[int], bottom: list[int], ends: tuple[str, str], chance: Any
) -> None:
    said = verdict((num, den), relation, (top, bottom), ends)
    pair = [{"num": list(map(str, a)), "den": list(map(str, b))} for a, b in ((num, den), (top, bottom))]
    low, high = map(Fraction, ends)
    if said == "certified":
        for _ in range(20):
            x = low + (high - low) * Fraction(chance.randrange(1, 10**4), 10**4)
            assert holds(relation, value(pair[0], x), value(pair[1], x))
    elif said.startswith("bound.holds"):
        found = re.fullmatch(rf"bound\.holds: expected f {relation} (\S+) at x = (\S+) got (\S+)", said)
        assert found
        claimed, x, exact = map(Fraction, found.groups())
        assert low < x < high
        assert (exact, claimed) == (value(pair[0], x), value(pair[1], x))
        assert not holds(relation, exact, claimed)


@settings(deadline=None)
@given(coefficients, positive, relations, positive, positive, rationals)
def test_a_true_bound_is_certified(
    num: list[int], den: list[int], relation: str, top: list[int], bottom: list[int], ends: tuple[str, str]
) -> None:
    """f + s, f - s or f, with s > 0 for x > 0: num bottom +- top den over den bottom, which begins with 1."""
    sign = {"equal to": 0, "at most": 1, "below": 1}.get(relation, -1)
    size = max(len(num) + len(bottom), len(top) + len(den))

    def times(a: list[int], b: list[int]) -> list[int]:
        return [sum(a[i] * b[k - i] for i in range(len(a)) if 0 <= k - i < len(b)) for k in range(size)]

    sum_ = [x + sign * y for x, y in zip(times(num, bottom), times(top, den), strict=True)]
    assert verdict((num, den), relation, (sum_, times(den, bottom)), ends) == "certified"
