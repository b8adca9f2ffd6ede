"""Enumerators: every algorithm against the others and against operators multiplied one by one."""

import random
from collections.abc import Iterator
from functools import cache
from itertools import combinations, product
from math import gcd, prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import ROOT
from stillproof.codes.code import read_code
from stillproof.codes.phase_space import PhaseVector, from_row
from stillproof.enumerators import (
    DEFAULT,
    Budget,
    class_enumerator,
    class_enumerators,
    direct,
    lattice,
    macwilliams,
    read_budget,
    trellis,
    weight_enumerator,
)
from stillproof.enumerators import css as css_zeta
from stillproof.enumerators.classes import counts
from stillproof.enumerators.counts import from_support_counts
from stillproof.enumerators.linear import by_last_column, complement, dual
from stillproof.enumerators.plan import class_ways, weight_ways
from stillproof.enumerators.sites import Labels, weight_classes
from stillproof.errors import InputError, OverBudget

Operator = tuple[tuple[int, ...], tuple[int, ...]]
Classes = dict[tuple[int, int], int | None]


def random_commuting(chance: random.Random, p: int, n: int, k: int) -> list[PhaseVector]:
    """k + 1 independent commuting vectors, or n: X on single sites, moved by random transvections."""
    vectors = [from_row(p, [0] * (n + i) + [1] + [0] * (n - i - 1)) for i in range(min(k + 1, n))]
    for _ in range(4 * n):
        t = from_row(p, [chance.randrange(p) for _ in range(2 * n)])
        c = chance.randrange(p)
        vectors = [a + t * (c * a.form(t)) for a in vectors]
    return vectors


@cache
def matrix(a: PhaseVector) -> Operator:
    """T(a) as (image, exponent) of every basis vector |k>: exponents of w for odd p, of i for p = 2."""
    p, n = a.p, len(a.u)
    order, step = (4, 2) if p == 2 else (p, 1)
    half = 1 if p == 2 else (p + 1) // 2
    images, exponents = [], []
    for k in product(range(p), repeat=n):
        images.append(sum((x + u) % p * p ** (n - 1 - i) for i, (x, u) in enumerate(zip(k, a.u, strict=True))))
        exponents.append(
            (half * sum(u * v for u, v in zip(a.u, a.v, strict=True)) + step * sum(map(int.__mul__, a.v, k))) % order
        )
    return tuple(images), tuple(exponents)


def multiplied(p: int, a: Operator, b: Operator) -> Operator:
    """The product a b."""
    order = 4 if p == 2 else p
    return (
        tuple(a[0][k] for k in b[0]),
        tuple((e + a[1][k]) % order for k, e in zip(b[0], b[1], strict=True)),
    )


def scaled(p: int, exponent: int, a: Operator) -> Operator:
    """w^exponent a, or (-1)^exponent a for p = 2."""
    order, step = (4, 2) if p == 2 else (p, 1)
    return a[0], tuple((e + step * exponent) % order for e in a[1])


def operators(
    p: int, generators: list[PhaseVector], signs: list[int], representative: PhaseVector
) -> Iterator[tuple[int, PhaseVector]]:
    """(e, a) for every element w^e T(a) of the coset, from products of matrices."""
    for powers in product(range(p), repeat=len(generators)):
        vector, operator = representative, matrix(representative)
        for g, sign, c in zip(generators, signs, powers, strict=True):
            for _ in range(c):
                vector, operator = vector + g, multiplied(p, operator, scaled(p, sign, matrix(g)))
        plain = matrix(vector)
        (exponent,) = [e for e in range(p) if scaled(p, e, plain) == operator]
        yield exponent, vector


def brute_force(
    p: int, generators: list[PhaseVector], signs: list[int], representative: PhaseVector, classes: Classes
) -> dict[tuple[int, ...], tuple[int, ...]]:
    """What `class_enumerator` is to return."""
    count = 1 + max(j for j in classes.values() if j is not None)
    found: dict[tuple[int, ...], list[int]] = {}
    for exponent, a in operators(p, generators, signs, representative):
        sites = [classes[site] for site in zip(a.u, a.v, strict=True)]
        if None not in sites:
            found.setdefault(tuple(sites.count(j) for j in range(count)), [0] * p)[exponent] += 1
    return {key: tuple(row) for key, row in sorted(found.items())}


def random_classes(chance: random.Random, p: int) -> Classes:
    """A few classes, all of them in use, and now and then none."""
    count = chance.randrange(1, 5)
    sites = [*range(count), *(chance.choice([*range(count), None]) for _ in range(p * p - count))]
    if chance.random() < 0.5:
        sites = [0 if x is None else x for x in sites]
    chance.shuffle(sites)
    return dict(zip(product(range(p), repeat=2), sites, strict=True))


def assert_all_ways_agree(
    p: int, n: int, generators: list[PhaseVector], signs: list[int], cosets: list[PhaseVector], classes: Classes
) -> set[str]:
    """Every algorithm that applies, and the public functions, against products of matrices; the algorithms' names."""
    expected = [brute_force(p, generators, signs, a, classes) for a in cosets]
    assert class_enumerators(p, n, generators, signs, cosets, classes) == expected
    assert class_enumerator(p, n, generators, signs, cosets[-1], classes) == expected[-1]
    labels = Labels.of(p, n, classes)
    listed = [counts(p, labels, x) for x in direct.plain(p, generators, signs, cosets, labels)]
    assert listed == expected
    ways = class_ways(p, n, generators, signs, cosets, classes, threshold=0)
    for way in ways:
        assert [counts(p, labels, x) for x in way.run()] == expected, way.estimate.algorithm
    return {way.estimate.algorithm for way in ways}


SMALL = [(2, 1, 1), (2, 3, 2), (2, 4, 3), (2, 5, 5), (3, 1, 0), (3, 3, 2), (3, 4, 2), (5, 2, 1), (5, 3, 2), (7, 2, 2)]


@pytest.mark.parametrize(("p", "n", "k"), SMALL)
def test_class_enumerators_against_products_of_matrices(p: int, n: int, k: int) -> None:
    chance = random.Random(f"{p} {n} {k}")
    for _ in range(4):
        *generators, last = random_commuting(chance, p, n, k) if k < n else [*random_commuting(chance, p, n, k), None]
        signs = [chance.randrange(p) for _ in generators]
        classes = random_classes(chance, p)
        representatives = [from_row(p, [0] * 2 * n), last or generators[0]]
        assert_all_ways_agree(p, n, generators, signs, representatives, classes)


CSS_COSETS = [(2, 4, 1, 1), (2, 5, 2, 2), (2, 6, 3, 2), (3, 3, 1, 1), (3, 4, 1, 2), (5, 3, 1, 1), (7, 2, 1, 0)]


@pytest.mark.parametrize(("p", "n", "k", "j"), CSS_COSETS)
def test_cosets_of_css_codes(p: int, n: int, k: int, j: int) -> None:
    """Classes that depend on u != 0 and v != 0, some of them None, and weights."""
    chance = random.Random(f"{p} {n} {k} {j}")
    for trial in range(4):
        x = random_words(chance, p, n, k)
        orthogonal = dual(p, n, x)
        chance.shuffle(orthogonal)
        z = orthogonal[:j]
        generators = css(p, n, x, z)
        chance.shuffle(generators)
        normalizer = [css(p, n, [row], [])[0] for row in dual(p, n, z)] + [
            css(p, n, [], [row])[0] for row in dual(p, n, x)
        ]
        cosets = [from_row(p, [0] * 2 * n), *normalizer[:2], normalizer[0] + normalizer[-1], normalizer[0] * (p - 1)]
        signs = [chance.randrange(p) * (trial > 1) for _ in generators]
        four = [0, 1, chance.choice([2, None]), chance.choice([0, 1, 2, None])]
        classes = {(u, v): four[2 * (u > 0) + (v > 0)] for u, v in product(range(p), repeat=2)}
        names = assert_all_ways_agree(p, n, generators, signs, cosets, classes)
        assert names == {"pairs of CSS supports", "listing of the elements", "trellis"}
        names = assert_all_ways_agree(p, n, generators, signs, cosets, weight_classes(p))
        assert ("weight enumerators of the kernel of the signs" in names) == (p > 2)


def span(p: int, n: int, generators: list[PhaseVector]) -> Iterator[PhaseVector]:
    """Every element, one at a time."""
    for powers in product(range(p), repeat=len(generators)):
        element = from_row(p, [0] * 2 * n)
        for c, g in zip(powers, generators, strict=True):
            element = element + g * c
        yield element


def random_words(chance: random.Random, p: int, n: int, k: int) -> list[list[int]]:
    """k independent words of length n."""
    while True:
        rows = [[chance.randrange(p) for _ in range(n)] for _ in range(k)]
        if len(by_last_column(p, rows)) == k:
            return rows


def css(p: int, n: int, x: list[list[int]], z: list[list[int]]) -> list[PhaseVector]:
    """X words and Z words as phase vectors."""
    return [PhaseVector.of(p, row, [0] * n) for row in x] + [PhaseVector.of(p, [0] * n, row) for row in z]


SPANS = [
    *((2, 1, 1), (2, 5, 4), (2, 4, 7), (2, 7, 9), (3, 1, 0), (3, 2, 4), (3, 4, 5), (3, 6, 7), (5, 3, 4), (5, 4, 3)),
    *((7, 3, 2), (11, 2, 2), (13, 2, 3), (97, 2, 2)),
]


@pytest.mark.parametrize(("p", "n", "k"), SPANS)
def test_weight_enumerators_of_any_subspace_by_all_algorithms(p: int, n: int, k: int) -> None:
    chance = random.Random(f"{p} {n} {k}")
    generators = [from_row(p, row) for row in random_words(chance, p, 2 * n, k)]
    expected = [0] * (n + 1)
    for element in span(p, n, generators):
        expected[element.weight()] += 1
    assert weight_enumerator(p, n, generators) == expected
    ways = weight_ways(p, n, generators, threshold=0)
    assert {"support lattice", "trellis"} <= {way.estimate.algorithm for way in ways}
    for way in ways:
        assert way.run() == expected, way.estimate.algorithm


@pytest.mark.parametrize(
    ("p", "n", "x", "z"), [(2, 6, 1, 5), (2, 9, 4, 4), (3, 5, 5, 0), (3, 6, 2, 3), (5, 4, 1, 3), (7, 3, 1, 1)]
)
def test_css_spaces_by_all_algorithms(p: int, n: int, x: int, z: int) -> None:
    chance = random.Random(f"{p} {n} {x} {z}")
    pure = css(p, n, random_words(chance, p, n, x), random_words(chance, p, n, z))
    mixed = [sum((a * chance.randrange(p) for a in pure[i + 1 :]), a) for i, a in enumerate(pure)]
    expected = weight_enumerator(p, n, pure)
    for generators in (pure, mixed):
        ways = weight_ways(p, n, generators, threshold=0)
        assert {"zeta transform of the CSS supports", "support lattice"} <= {way.estimate.algorithm for way in ways}
        for way in ways:
            assert way.run() == expected, way.estimate.algorithm
    assert sum(expected) == p ** (x + z)


def surface_code(d: int) -> list[PhaseVector]:
    """The stabilizers of the rotated surface code, sites row by row."""
    x, z = [], []
    for r, c in product(range(-1, d), repeat=2):
        support = {a * d + b for a in (r, r + 1) for b in (c, c + 1) if 0 <= a < d and 0 <= b < d}
        odd = (r + c) % 2
        if len(support) == 4 or (len(support) == 2 and odd == (c in (-1, d - 1))):
            (z if odd else x).append([int(i in support) for i in range(d * d)])
    return css(2, d * d, x, z)


def test_surface_codes() -> None:
    for d in (2, 3, 4):
        expected = weight_ways(2, d * d, surface_code(d), threshold=0)
        assert len({tuple(way.run()) for way in expected}) == 1
    found = weight_enumerator(2, 49, surface_code(7))
    assert found[:7] == [1, 0, 12, 0, 146, 0, 1438]
    assert sum(found) == 2**48
    chance = random.Random(7)
    order = list(range(49))
    chance.shuffle(order)
    shuffled = [PhaseVector.of(2, [a.u[i] for i in order], [a.v[i] for i in order]) for a in surface_code(7)]
    assert weight_enumerator(2, 49, shuffled) == found


@pytest.mark.parametrize(("p", "copies"), [(2, 21), (3, 14), (7, 11)])
def test_counts_above_63_bits(p: int, copies: int) -> None:
    """Copies of a small code side by side: the enumerator is a power, with coefficients that fit no machine integer."""
    chance = random.Random(p)
    n = 3
    block = random_commuting(chance, p, n, n - 1)
    many = [
        PhaseVector.of(p, *([0] * n * i + [*half] + [0] * n * (copies - 1 - i) for half in (a.u, a.v)))
        for i in range(copies)
        for a in block
    ]
    assert p ** len(many) >= 2**63
    one, expected = weight_enumerator(p, n, block), [1]
    for _ in range(copies):
        power = [0] * (len(expected) + n)
        for i, x in enumerate(expected):
            for j, y in enumerate(one):
                power[i + j] += x * y
        expected = power
    assert weight_enumerator(p, n * copies, many) == expected
    signs = [chance.randrange(p) for _ in many]
    zero = from_row(p, [0] * 2 * n * copies)
    signed = class_enumerator(p, n * copies, many, signs, zero, weight_classes(p))
    assert [sum(signed.get((n * copies - w, w), ())) for w in range(n * copies + 1)] == expected


def test_moduli_cover_the_bound_and_leave_room_for_sums() -> None:
    assert trellis.moduli(2**63 - 1) == [0]
    for bound in (2**63, 3**64, 97**64):
        found = trellis.moduli(bound)
        assert prod(found) > bound
        assert all(gcd(a, b) == 1 for a, b in combinations(found, 2))
        assert trellis.LARGEST_P**2 * max(found) < 2**63


def test_long_labels() -> None:
    """Keys of 64 bits, keys too many for an array, and labels that fit in no machine integer."""
    chance = random.Random(8)
    for p, n, k, separate in ((3, 6, 4, 9), (5, 4, 2, 25), (5, 6, 2, 25), (7, 3, 2, 49)):
        *generators, last = random_commuting(chance, p, n, k)
        classes: Classes = {divmod(code, p): code % separate for code in range(p * p)}
        signs = [chance.randrange(p) for _ in generators]
        expected = brute_force(p, generators, signs, last, classes) if p**n < 700 else None
        labels = Labels.of(p, n, classes)
        (listed,) = (counts(p, labels, x) for x in direct.plain(p, generators, signs, [last], labels))
        assert class_enumerator(p, n, generators, signs, last, classes) == listed
        assert expected in (None, listed)


@given(st.sampled_from([2, 3, 5]), st.integers(1, 5), st.data())
def test_the_enumerator_of_the_complement(p: int, n: int, data: st.DataObject) -> None:
    rows = data.draw(st.lists(st.lists(st.integers(0, p - 1), min_size=2 * n, max_size=2 * n), max_size=n))
    independent = [from_row(p, row) for row in by_last_column(p, rows).values()]
    other = complement(p, n, independent)
    assert len(other) == 2 * n - len(independent)
    assert all(a.form(b) == 0 for a in independent for b in other)
    inside = weight_enumerator(p, n, independent)
    assert weight_enumerator(p, n, other) == macwilliams(p, inside)
    if p ** len(other) < 1000:
        assert sum(a.weight() == n for a in span(p, n, other)) == weight_enumerator(p, n, other)[n]


def test_the_nine_golay_cosets() -> None:
    code = read_code(ROOT / "fixtures" / "codes" / "golay11.json")
    cosets = [code.logical_x[0] * a + code.logical_z[0] * b for a, b in product(range(3), repeat=2)]
    classes: Classes = {(u, v): 2 if u else int(v > 0) for u, v in product(range(3), repeat=2)}
    stabilizers, signs = list(code.stabilizers), [0] * 10
    found = class_enumerators(3, 11, stabilizers, signs, cosets, classes)
    labels = Labels.of(3, 11, classes)
    assert found == [counts(3, labels, x) for x in direct.histograms(3, 11, stabilizers, signs, cosets, labels)]
    weights = [[sum(c[0] for key, c in x.items() if 11 - key[0] == w) for w in range(12)] for x in found]
    assert weights[0] == [1, 0, 0, 0, 0, 0, 528, 0, 7920, 11000, 23760, 15840]
    assert [sum(x) for x in zip(*weights, strict=True)] == macwilliams(3, weights[0])


def test_the_lattice_in_many_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    generators = random_commuting(random.Random(3), 3, 11, 9)
    expected = weight_enumerator(3, 11, generators)
    monkeypatch.setattr(lattice, "BLOCK", 5)
    assert from_support_counts(lattice.support_counts(3, 11, generators)) == expected
    monkeypatch.setattr(direct, "BLOCK", 9)
    monkeypatch.setattr(direct, "KEYS", 20)
    assert direct.weights(3, 11, generators) == expected


def test_css_tables_in_many_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(4)
    x, z = random_words(chance, 3, 9, 4), random_words(chance, 3, 9, 5)
    expected = css_zeta.support_counts(3, 9, x, z)
    monkeypatch.setattr(css_zeta, "BLOCK", 3)
    monkeypatch.setattr(css_zeta, "CHUNK", 8)
    assert css_zeta.support_counts(3, 9, x, z) == expected
    assert from_support_counts(expected) == direct.weights(3, 9, css(3, 9, x, z))


def test_vectors_that_do_not_commute_are_refused() -> None:
    x, z = from_row(2, [1, 0, 0, 0]), from_row(2, [0, 0, 1, 0])
    for way in class_ways(2, 2, [x], [0], [z], weight_classes(2), threshold=0):
        if way.estimate.algorithm != "pairs of CSS supports":
            with pytest.raises(ValueError, match="do not commute"):
                way.run()


def test_over_budget_is_refused_at_once_with_the_estimate() -> None:
    generators = random_commuting(random.Random(2), 3, 17, 15)
    for budget in (Budget(10**6, 2**30), Budget(10**12, 2**10)):
        with pytest.raises(
            OverBudget, match=r"the support lattice, takes .* the budget is .*raise it with --budget"
        ) as refusal:
            weight_enumerator(3, 17, generators, budget)
        assert refusal.value.code == 13
        enough = read_budget(str(refusal.value).rpartition("--budget ")[2])
        assert sum(weight_enumerator(3, 17, generators, enough)) == 3**16
    with pytest.raises(OverBudget, match="the listing of the elements, takes"):
        class_enumerator(
            3, 17, generators, [1] * 16, generators[0], random_classes(random.Random(1), 3), Budget(10, 10)
        )
    with pytest.raises(OverBudget, match="one by one"):
        class_enumerator(
            5, 12, random_commuting(random.Random(5), 5, 12, 11), [0] * 12, from_row(5, [0] * 24),
            {divmod(code, 5): code for code in range(25)},
        )  # fmt: skip


def test_estimates_for_64_sites_are_found_quickly() -> None:
    generators = random_commuting(random.Random(6), 3, 64, 62)
    with pytest.raises(OverBudget):
        weight_enumerator(3, 64, generators)


@pytest.mark.parametrize(
    ("text", "budget"),
    [("1000", (1000, DEFAULT.memory)), ("1e12,2^30", (10**12, 2**30)), ("2^40,5e8", (2**40, 5 * 10**8))],
)
def test_budgets_are_read(text: str, budget: tuple[int, int]) -> None:
    assert read_budget(text) == budget


@pytest.mark.parametrize("text", ["", "1.5e3", "-1", "1e", "e5", "2^", "1,2,3", "1e9999", "a", "2^3^4", "1 000", "²"])
def test_other_budgets_are_bad_input(text: str) -> None:
    with pytest.raises(InputError, match="--budget"):
        read_budget(text)
