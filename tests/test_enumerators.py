"""Enumerators: every algorithm against the others and against operators multiplied one by one."""

import random
from collections.abc import Iterator
from itertools import product

import pytest

from stillproof.enumerators import class_enumerator, class_enumerators, direct, weight_enumerator
from stillproof.enumerators.classes import counts
from stillproof.enumerators.linear import by_last_column, dual
from stillproof.enumerators.plan import class_ways, weight_ways
from stillproof.enumerators.sites import Labels, weight_classes
from stillproof.phase_space import PhaseVector, from_row

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


def test_as_many_classes_as_points() -> None:
    """49 classes on three sites: labels of 62 bits do not hold them."""
    chance = random.Random(49)
    *generators, last = random_commuting(chance, 7, 3, 2)
    classes: Classes = {site: j for j, site in enumerate(product(range(7), repeat=2))}
    expected = brute_force(7, generators, [3, 5], last, classes)
    assert class_enumerator(7, 3, generators, [3, 5], last, classes) == expected
