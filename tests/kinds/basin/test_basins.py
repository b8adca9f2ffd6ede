"""Basins against other roads: iteration in decimals, a basin with a straight edge, a classical code, random points."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import cache, partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from flint import fmpq
from hypothesis import given
from hypothesis import strategies as st

from conftest import ROOT
from stillproof.basins.cover import COARSE, GRID, UNKNOWN, Cell, Cover
from stillproof.basins.forms import Forms
from stillproof.basins.regions import attractors
from stillproof.errors import Declined
from stillproof.protocols.state import StateFamily
from stillproof.statements.stated import read_stated
from stillproof_check.entry.work import Work
from stillproof_check.triangles import cover as checker
from stillproof_check.triangles.triangle import TriangleMap

BASES = ROOT / "tests" / "bases"
FIXTURES = ROOT / "fixtures"


def claims(name: str, kind: str, folder: Path = FIXTURES) -> dict[str, Any]:
    """The claims of one kind of a statement, by id."""
    value = json.loads((folder / "statements" / f"{name}.json").read_text())
    return {claim["id"]: claim for claim in value["claims"] if claim["kind"] == kind}


def at(rows: list[list[str]], x: Any, y: Any) -> Any:
    """A polynomial of a claim at a point."""
    return sum((int(c) * x**i * y**j for i, row in enumerate(rows) for j, c in enumerate(row) if c != "0"), start=0 * x)


def step(name: str, x: Any, y: Any, folder: Path = FIXTURES) -> tuple[Any, Any]:
    """One step of the map that a statement claims, written out from its JSON."""
    claim = claims(name, "map", folder)["map"]
    first, second = (claim["output"][label] for label in claim["parameters"])
    return at(first["num"], x, y) / at(first["den"], x, y), at(second["num"], x, y) / at(second["den"], x, y)


def where(name: str, x: Fraction, y: Fraction, folder: Path = FIXTURES) -> tuple[int, Decimal, Decimal]:
    """Iterate with 60 decimals until nothing moves: how many steps, and the place."""
    with localcontext() as context:
        context.prec = 60
        place = Decimal(x.numerator) / x.denominator, Decimal(y.numerator) / y.denominator
        for count in range(600):
            after = step(name, *place, folder)
            if max(abs(a - b) for a, b in zip(place, after, strict=True)) < Decimal("1e-30"):
                return count, *after
            place = after
    raise AssertionError("an orbit that does not settle")


def near(found: tuple[int, Decimal, Decimal], point: list[str]) -> bool:
    return all(abs(Fraction(a) - Fraction(b)) < Fraction(1, 10**20) for a, b in zip(found[1:], point, strict=True))


@cache
def cells(name: str, folder: Path = FIXTURES) -> tuple[list[checker.Cell], list[dict[str, Any]]]:
    """The leaves of a committed cover, and its regions."""
    certificate = folder / "certificates" if folder == BASES else ROOT / "proofs" / "certificates"
    lines = [json.loads(line) for line in (certificate / f"{name}.jsonl").read_text().splitlines()]
    text = next(line["witness"]["cover"] for line in lines if line.get("claim") == "basin")
    regions = [claims(name, "trapping", folder)[label] for label in claims(name, "basin", folder)["basin"]["regions"]]
    return list(checker.read_cover(text, len(regions), Work()).leaves()), regions


def inner(cell: Any, weights: tuple[int, int, int]) -> tuple[Fraction, Fraction, Fraction]:
    """The point of a cell with these barycentric weights."""
    size = sum(weights) << cell.level
    x = [sum(w * corner[i] for w, corner in zip(weights, cell.corners, strict=True)) for i in range(3)]
    return Fraction(x[0], size), Fraction(x[1], size), Fraction(x[2], size)


@pytest.mark.parametrize("name", ["golay11-norell", "four-qutrit-norell"])
def test_points_of_decided_cells_go_where_the_cover_says(name: str) -> None:
    leaves, regions = cells(name)
    chance = random.Random(11)
    decided = [cell for cell in leaves if cell.region >= 0]
    assert len(decided) > 50_000
    large = sorted(decided, key=lambda cell: cell.level)[:400]
    slow = sorted(decided, key=lambda cell: -cell.steps)[:400]
    for cell in chance.sample(decided, 30) + chance.sample(large, 15) + chance.sample(slow, 15):
        _, x, y = inner(cell, (1 + chance.randrange(9), 1 + chance.randrange(9), 1 + chance.randrange(9)))
        assert near(where(name, x, y), regions[cell.region]["point"])


def test_every_attractor_has_cells_and_the_areas_add_up() -> None:
    claim = claims("golay11-norell", "basin")["basin"]
    leaves, regions = cells("golay11-norell")
    assert {tuple(region["point"]) for region in regions} == {
        ("0", "0"), ("1", "0"), ("0", "1"), ("1/3", "1/3"), ("0", "1/2"),
    }  # fmt: skip
    areas = [Fraction(area) for area in claim["areas"]]
    for number, area in enumerate(areas):
        assert area == sum(Fraction(1, 4**cell.level) for cell in leaves if cell.region == number) > Fraction(1, 20)
    assert sum(areas) + Fraction(claim["undecided"]) == 1
    assert Fraction(claim["undecided"]) < Fraction(1, 1000)


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        ("golay11-norell", "threshold-norell"),
        ("golay11-norell", "threshold-strange"),
        ("golay11-norell", "threshold-zero"),
        ("four-qutrit-norell", "threshold-norell"),
    ],
)
def test_orbits_on_both_sides_of_a_threshold_part(name: str, identifier: str) -> None:
    claim = claims(name, "basin-threshold")[identifier]
    target = claims(name, "trapping")[claim["region"]]["point"]
    (a, b), (c, d) = ([Fraction(x) for x in claim[key]] for key in ("start", "end"))
    inside = []
    for x in map(Fraction, claim["interval"]):
        inside.append(near(where(name, a + x * (c - a), b + x * (d - b)), target))
    assert inside == [True, False]


def test_the_published_decimals_are_those_of_the_brackets() -> None:
    for name, decimal in (("golay11-norell", "0.38612"), ("four-qutrit-norell", "0.32989")):
        low, high = (Fraction(x) for x in claims(name, "basin-threshold")["threshold-norell"]["interval"])
        assert round(low, 5) == round(high, 5) == Fraction(decimal)


@pytest.mark.parametrize(
    ("other", "identifier", "point"),
    [("golay11-strange", "threshold-strange", (1, 0, 2)), ("golay11-zero", "threshold-zero", (1, 2, 0))],
)
def test_a_depolarizing_line_that_is_kept_has_the_algebraic_threshold(
    other: str, identifier: str, point: tuple[int, int, int]
) -> None:
    # x = (delta/3, ..) with 1 - 2 delta/3 in the place of the target: the line goes to itself, by the one-parameter map
    claim = claims(other, "map")["map"]["output"]["delta"]
    for k in range(1, 9):
        delta = Fraction(k, 9)
        line = [1 - 2 * delta / 3 if i == 2 else delta / 3 for i in point]
        x, y = step("golay11-norell", line[1], line[2])
        num, den = (sum(int(c) * delta**i for i, c in enumerate(claim[key])) for key in ("num", "den"))
        out = num / den
        assert [1 - x - y, x, y] == [1 - 2 * out / 3 if i == 2 else out / 3 for i in point]
    low, high = (Fraction(x) for x in claims("golay11-norell", "basin-threshold")[identifier]["interval"])
    exact = claims(other, "threshold")["threshold"]
    assert low < Fraction(exact["interval"][0]) < Fraction(exact["interval"][1]) < high


def test_zero_is_distilled_as_by_the_classical_golay_code() -> None:
    # errors on |0> are shifts, accepted if they are words of the [11,6,5] code, harmless if of the [11,5,6] code
    claim = claims("golay11-zero", "map")["map"]
    for k in range(10):
        delta = Fraction(k, 10)
        right, wrong = 1 - 2 * delta / 3, delta / 3
        larger = {0: 1, 5: 132, 6: 132, 8: 330, 9: 110, 11: 24}
        smaller = {0: 1, 6: 132, 9: 110}
        kept, good = (sum(c * right ** (11 - w) * wrong**w for w, c in words.items()) for words in (larger, smaller))
        success, output = (
            sum(int(c) * delta**i for i, c in enumerate(x["num"]))
            / sum(int(c) * delta**i for i, c in enumerate(x["den"]))
            for x in (claim["success"], claim["output"]["delta"])
        )
        assert success == kept / 3**5
        assert 2 * output / 3 == 1 - good / kept


def test_a_basin_with_a_straight_edge_is_covered_from_both_sides() -> None:
    # twins: y' = 2 y^2 / ((1 - y)^2 + 2 y^2) for y = eps0, so the basins meet in the line y = 1/3
    leaves, _ = cells("twins-basin", BASES)
    for cell in leaves:
        heights = [Fraction(corner[1], 1 << cell.level) for corner in cell.corners]
        if cell.region == 0:
            assert min(heights) > Fraction(1, 3)
        if cell.region == 1:
            assert max(heights) < Fraction(1, 3)
        if cell.region < 0:  # near the edge of the basins, or near x = 0 or z = 0, whose points go to a saddle
            along = min(heights) - Fraction(1, 40) < Fraction(1, 3) < max(heights) + Fraction(1, 40)
            aside = min(x for corner in cell.corners for x in (corner[0], corner[2])) * 20 < 1 << cell.level
            assert along or aside
    thresholds = claims("twins-basin", "basin-threshold", BASES)
    for identifier, exact in (("edge", Fraction(2, 3)), ("other-edge", Fraction(1, 2))):
        low, high = map(Fraction, thresholds[identifier]["interval"])
        assert low < exact < high
        assert high - low <= Fraction(1, 10**9)


@cache
def forms(name: str) -> tuple[Forms, TriangleMap]:
    """The forms of a map in the producer, and the same ones for the checker."""
    protocol = read_stated(BASES if name == "twins-basin" else FIXTURES, name).protocol
    found = protocol.basins.forms
    given = [{exponents: c for c, exponents in terms} for terms in found.terms[:3]]
    return found, TriangleMap(given, found.degree, Work())


@st.composite
def small_cells(draw: Any) -> tuple[int, tuple[int, ...], tuple[int, int, int]]:
    """A level, the corner of a cell of that level, and weights of a point in it."""
    level = draw(st.integers(COARSE, 20))
    top = 1 << level
    first = draw(st.integers(0, top - 1))
    second = draw(st.integers(0, top - 1 - first))
    up = draw(st.booleans()) or first + second == top - 1
    weights = draw(st.tuples(*[st.integers(0, 9)] * 3).filter(any))
    return level, (first, second, top - (1 if up else 2) - first - second), weights


@pytest.mark.parametrize("name", ["golay11-norell", "four-qutrit-norell", "twins-basin"])
@given(cell=small_cells())
def test_the_image_of_a_point_is_in_the_box_of_its_cell(
    name: str, cell: tuple[int, tuple[int, ...], tuple[int, int, int]]
) -> None:
    mine, others = forms(name)
    level, corner, weights = cell
    given_cell = Cell(level, corner)
    box = Cover(mine, []).image(given_cell)
    assert checker.Images(others).of(checker.Cell(level, corner)) == box
    if box is None:
        return
    x = inner(given_cell, weights)
    folder = BASES if name == "twins-basin" else FIXTURES
    first, second = step(name, x[1], x[2], folder)
    for value, low, high in zip((1 - first - second, first, second), *box, strict=True):
        assert low <= value * 2**GRID <= high


def test_a_cover_is_read_as_it_was_spelled() -> None:
    mine, _ = forms("twins-basin")
    regions = [[fmpq(0), fmpq(3, 8), fmpq(0)], [fmpq(11, 32), fmpq(0), fmpq(11, 32)]]
    one, two = Cover(mine, regions), Cover(mine, regions)
    one.settle([one.root])
    for _ in range(6):
        one.refine(one.unknown())
    two.take(one.spelled())
    assert two.spelled() == one.spelled()
    for cover in (one, two):
        cover.refine(cover.unknown())
    assert two.spelled() == one.spelled()
    read = list(checker.read_cover(one.spelled(), 2, Work()).leaves())
    made = list(one.leaves())
    assert [(x.level, x.corner, x.region, x.steps) for x in read] == [
        (x.level, x.corner, x.region, x.steps) for x in made
    ]
    assert sum(Fraction(1, 4**cell.level) for cell in made) == 1
    assert len({cell.region for cell in made} - {UNKNOWN}) == 2


def test_the_parts_of_a_cell_are_its_halves() -> None:
    def parts(cell: Any) -> Iterator[list[tuple[Fraction, ...]]]:
        for part in cell.parts:
            yield [tuple(Fraction(x, 1 << part.level) for x in corner) for corner in part.corners]

    for corner in ((3, 2, 2), (2, 2, 2)):
        mine, others = Cell(3, corner), checker.Cell(3, corner)
        assert mine.corners == others.corners
        mine.split()
        others.split()
        a, b, c = (tuple(Fraction(x, 8) for x in point) for point in mine.corners)

        def middle(p: tuple[Fraction, ...], q: tuple[Fraction, ...]) -> tuple[Fraction, ...]:
            return tuple((x + y) / 2 for x, y in zip(p, q, strict=True))

        expected = [{a, middle(a, b), middle(a, c)}, {b, middle(a, b), middle(b, c)}, {c, middle(a, c), middle(b, c)}]
        expected.append({middle(a, b), middle(a, c), middle(b, c)})
        assert [set(x) for x in parts(mine)] == [set(x) for x in parts(others)] == expected


def test_attractors_are_found() -> None:
    mine, _ = forms("golay11-norell")
    assert sorted(map(str, attractors(mine))) == sorted(
        str((fmpq(*a), fmpq(*b)))
        for a, b in (((0, 1), (0, 1)), ((1, 1), (0, 1)), ((0, 1), (1, 1)), ((1, 3), (1, 3)), ((0, 1), (1, 2)))
    )


def test_a_map_of_one_parameter_has_no_triangle() -> None:
    protocol = read_stated(FIXTURES, "golay11-strange").protocol
    with pytest.raises(Declined, match="two parameters"):
        _ = protocol.basins.forms


def mixing(weights: dict[str, tuple[fmpq, ...]]) -> StateFamily:
    """A family of which only the weights are known."""
    known: Any = SimpleNamespace(weights=weights)
    known.mixture = partial(StateFamily.mixture, known)
    return known


def test_a_member_called_mixed_is_not_taken_for_the_maximally_mixed_state() -> None:
    from stillproof.commands.basin import label

    rows = {"N": (1, -1, -1), "mixed": (0, 1, 0), "S": (0, 0, 1)}
    weights = {name: tuple(map(fmpq, row)) for name, row in rows.items()}
    family, third = mixing(weights), fmpq(1, 3)
    taken: dict[str, tuple[fmpq, fmpq]] = {}
    for point, name in (
        ((fmpq(1), fmpq(0)), "trapping-a"),
        ((third, third), "trapping-mixed"),
        ((fmpq(0), fmpq(1)), "trapping-S"),
    ):
        found = label(family, point, (third, third), taken)
        assert found == name
        taken[found] = point


def test_a_region_has_the_name_of_its_state_or_of_none() -> None:
    """Members called b, a and c: no letter of a region is another state's name."""
    from stillproof.commands.basin import label

    rows = {"b": (1, -1, -1), "a": (0, 1, 0), "c": (0, 0, 1)}
    weights = {name: tuple(map(fmpq, row)) for name, row in rows.items()}
    family = mixing(weights)
    zero, one = fmpq(0), fmpq(1)
    assert label(family, (zero, zero), None, {}) == "trapping-b"
    assert label(family, (one, zero), None, {}) == "trapping-a"
    assert label(family, (fmpq(1, 2), zero), None, {}) == "trapping-d"
