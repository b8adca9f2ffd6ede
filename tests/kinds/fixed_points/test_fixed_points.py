"""Fixed points against other roads: resultants by SymPy, the quotient rule, indices; and the boxes of the checker."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import Any

import pytest
from flint import fmpq, fmpz_poly

from conftest import ROOT
from forge import BASES
from stillproof.statements.stated import read_stated
from stillproof.statements.statement import disagreements
from stillproof_check.entry.work import Work
from stillproof_check.rules.iteration.fixed_points import barycentric
from stillproof_check.subject.established import Function, Map, Quantity
from stillproof_check.triangles.newton import Slopes
from stillproof_check.triangles.triangle import TriangleMap, triangle_map

CLAIMS = {claim["id"]: claim for claim in json.loads(
    (ROOT / "fixtures" / "statements" / "golay11-norell.json").read_text()
)["claims"]}  # fmt: skip
MAP, POINTS = CLAIMS["map"], CLAIMS["fixed-points"]["points"]
OUTPUTS = [{part: [[int(c) for c in row] for row in rows] for part, rows in MAP["output"][name].items()}
           for name in ("eps0", "epsS")]  # fmt: skip
HALF = Fraction(1, 2 * 10**12)

ELIMINATION = """
import json, sys
from sympy import Poly, symbols
from sympy.external.gmpy import GROUND_TYPES
assert GROUND_TYPES == "python", GROUND_TYPES
x, y = symbols("x y")
(a, c), (b, d) = [
    [Poly({(i, j): z for i, row in enumerate(rows) for j, z in enumerate(row)}, x, y) for rows in pair]
    for pair in json.load(sys.stdin)
]
assert c == d
first, second = a - x * c, b - y * c
inner = [first.exquo(Poly(x, x, y)), second.exquo(Poly(y, x, y))]
found = {
    "x": Poly(inner[0].as_expr(), y, x).resultant(Poly(inner[1].as_expr(), y, x)).as_expr(),
    "y": Poly(inner[0].as_expr(), x, y).resultant(Poly(inner[1].as_expr(), x, y)).as_expr(),
    "edge-x": first.as_expr().subs(y, 0),
    "edge-y": second.as_expr().subs(x, 0),
}
roots = {key: Poly(value, x if "x" in key else y).sqf_part().all_coeffs()[::-1] for key, value in found.items()}
print(json.dumps({key: list(map(int, value)) for key, value in roots.items()}))
"""


def value(rows: list[list[int]], x: Fraction, y: Fraction) -> Fraction:
    """A polynomial in two variables."""
    return sum((c * x**i * y**j for i, row in enumerate(rows) for j, c in enumerate(row)), Fraction(0))


def slope(rows: list[list[int]], variable: int) -> list[list[int]]:
    """Its derivative."""
    if variable == 0:
        return [[i * c for c in row] for i, row in enumerate(rows)][1:] or [[]]
    return [[j * c for j, c in enumerate(row)][1:] for row in rows]


def image(x: Fraction, y: Fraction) -> tuple[Fraction, Fraction]:
    """The map, from the claim."""
    first, second = (value(f["num"], x, y) / value(f["den"], x, y) for f in OUTPUTS)
    return first, second


def jacobian(x: Fraction, y: Fraction) -> list[list[Fraction]]:
    """By the quotient rule."""
    found = []
    for f in OUTPUTS:
        num, den = value(f["num"], x, y), value(f["den"], x, y)
        above, below = ([value(slope(f[part], k), x, y) for k in (0, 1)] for part in ("num", "den"))
        found.append([(a * den - num * b) / den**2 for a, b in zip(above, below, strict=True)])
    return found


def middle(point: dict[str, Any]) -> tuple[Fraction, Fraction]:
    """The coordinates of a point of the claim, to 12 digits."""
    first, second = map(Fraction, point["at"])
    return first, second


def variations(coefficients: list[int]) -> int:
    """Sign changes."""
    signs = [c > 0 for c in coefficients if c]
    return sum(a != b for a, b in zip(signs, signs[1:], strict=False))


def shifted(coefficients: list[int]) -> list[int]:
    """f(x + 1)."""
    found = list(coefficients)
    for i in range(len(found)):
        for j in range(len(found) - 2, i - 1, -1):
            found[j] += found[j + 1]
    return found


def roots_in_unit(coefficients: list[int]) -> Iterator[Fraction]:
    """The roots in [0, 1] of a polynomial without double roots, to 14 digits: Descartes' rule and halving."""
    todo = [(coefficients, Fraction(0), Fraction(1))]
    if sum(coefficients) == 0:
        yield Fraction(1)
    while todo:
        f, low, width = todo.pop()
        if f[0] == 0:
            yield low
            f = f[1:]
        count = variations(shifted(f[::-1]))
        if count and width < Fraction(1, 10**14):
            yield low + width / 2
        elif count:
            left = [c << (len(f) - 1 - i) for i, c in enumerate(f)]
            todo += [(left, low, width / 2), (shifted(left), low + width / 2, width / 2)]


@cache
def eliminated() -> dict[str, list[int]]:
    """What is left of the equations when one parameter is eliminated, and on the two edges that the map keeps."""
    done = subprocess.run(
        [sys.executable, "-c", ELIMINATION], input=json.dumps([[f["num"], f["den"]] for f in OUTPUTS]),
        capture_output=True, text=True, check=False, env={**os.environ, "SYMPY_GROUND_TYPES": "python"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found: dict[str, list[int]] = json.loads(done.stdout)
    return found


def test_the_saddle_of_the_threshold_is_of_high_degree() -> None:
    degrees = {}
    for point in POINTS:
        x, y = middle(point)
        if not x * y * (1 - x - y):
            continue
        for factor, _ in fmpz_poly(eliminated()["x"]).factor()[1]:
            low, high = (factor(fmpq(end.numerator, end.denominator)) for end in (x - HALF, x + HALF))
            if low * high <= 0:
                degrees[point["at"][0]] = factor.degree()
                shown = [int(c) for c in factor.coeffs()]
                if factor.degree() == 3 and point["at"][0] == "0.129051448824":
                    assert shown in ([-1, 11, -31, 45], [1, -11, 31, -45])
    high_degree = [place for place, degree in degrees.items() if degree > 3]
    assert high_degree == ["0.090005781554", "0.097590182185", "0.161042133235"]
    assert {degrees[place] for place in high_degree} == {82}


def test_elimination_finds_the_listed_points_and_no_other() -> None:
    """SymPy on its own integers: common roots inside, and the roots on the two edges that the map keeps."""
    roots = {key: list(roots_in_unit(f)) for key, f in eliminated().items()}
    candidates = [(x, y) for x in roots["x"] for y in roots["y"]]
    candidates += [(x, Fraction(0)) for x in roots["edge-x"]] + [(Fraction(0), y) for y in roots["edge-y"]]
    found = set()
    for x, y in candidates:
        if x + y <= 1 + HALF and all(abs(a - b) < Fraction(1, 10**9) for a, b in zip(image(x, y), (x, y), strict=True)):
            found.add((round(x, 9), round(y, 9)))
    assert found == {(round(x, 9), round(y, 9)) for x, y in map(middle, POINTS)}
    assert len(found) == 16


@pytest.mark.parametrize("point", POINTS, ids=lambda point: ",".join(point["at"]))
def test_a_listed_point_is_fixed_and_its_jacobian_has_the_listed_eigenvalues(point: dict[str, Any]) -> None:
    at = middle(point)
    error = 0 if all("." not in x for x in point["at"]) else Fraction(1, 10**11)
    assert all(abs(a - b) <= error for a, b in zip(image(*at), at, strict=True))
    (a, b), (c, d) = jacobian(*at)
    small, large = map(Fraction, point["eigenvalues"])
    assert abs(a + d - small - large) < Fraction(2, 10**6)
    assert abs(a * d - b * c - small * large) < Fraction(1, 10**5)
    assert point["type"] == ("repeller", "saddle", "attractor")[(abs(small) < 1) + (abs(large) < 1)]


def test_the_indices_add_up_to_one() -> None:
    """Those of a map of a triangle to itself do (Lefschetz); a point of an edge that repels inwards has index 0."""
    total = 0
    for point in POINTS:
        (x, y), ((a, b), (c, d)) = middle(point), jacobian(*middle(point))
        if x and y and x + y < 1:
            total += 1 if (1 - a) * (1 - d) > b * c else -1
        else:
            across, along = (a, d) if x == 0 else (d, a)
            total += 0 if across > 1 else 1 if along < 1 else -1
    assert total == 1


def golay() -> TriangleMap:
    """The map as the checker has it."""
    functions = {
        name: Function(Quantity.PARAMETER, f["num"], f["den"], "map")
        for name, f in zip(("eps0", "epsS"), OUTPUTS, strict=True)
    }
    found = Map(Function(Quantity.SUCCESS, [[1]], [[1]], "map"), functions, {})
    return triangle_map(found, ["eps0", "epsS"], Work())


def slopes(function: TriangleMap, point: dict[str, Any], moved: tuple[int, int] = (0, 0)) -> Slopes:
    """Those over the enclosure of a point, moved by so many units of the last digit."""
    ends = []
    for text, by in zip(point["at"], moved, strict=True):
        x, half = Fraction(text) + 2 * HALF * by, HALF if "." in text else 0
        ends.append((x - half, x + half))
    return Slopes(function, barycentric(ends))


@pytest.mark.parametrize("point", POINTS, ids=lambda point: ",".join(point["at"]))
def test_only_the_box_of_the_point_has_one(point: dict[str, Any]) -> None:
    function = golay()
    here = slopes(function, point)
    assert here.at_least_one()
    assert here.at_most_one()
    for i, text in enumerate(point["at"]):
        if "." in text:
            for step in (-1, 1):
                assert not slopes(function, point, (step * (i == 0), step * (i == 1))).at_least_one()


def test_a_box_with_two_points_is_not_said_to_have_one() -> None:
    function = golay()
    for first, second in zip(POINTS, POINTS[1:], strict=False):
        ends = [tuple(sorted(pair)) for pair in zip(middle(first), middle(second), strict=True)]
        (a, b), (c, d) = ends
        low, high = [max(Fraction(0), 1 - b - d), a, c], [1 - a - c, b, d]
        assert not Slopes(function, (low, high)).at_most_one()


def test_the_engine_finds_the_points_of_the_small_base() -> None:
    stated = read_stated(BASES, "twins-fixed")
    claims, protocol = stated.claims, stated.protocol
    assert not [x for claim in claims[:-1] for x in disagreements(claim, protocol)]
    found = protocol.basins.fixed_points("basin")
    assert found == [
        {"at": ["0", "0"], "eigenvalues": ["0", "2"], "type": "saddle"},
        {"at": ["0", "1/2"], "eigenvalues": ["0", "0"], "type": "attractor"},
        {"at": ["1/3", "0"], "eigenvalues": ["2", "2"], "type": "repeller"},
        {"at": ["1/3", "1/3"], "eigenvalues": ["0", "2"], "type": "saddle"},
        {"at": ["1", "0"], "eigenvalues": ["0", "0"], "type": "attractor"},
    ]
