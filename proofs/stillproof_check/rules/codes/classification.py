"""`classification`: all maximal self-orthogonal ternary codes of one length, by the mass formula."""

from itertools import combinations
from math import factorial, prod
from typing import Any

from ...entry.loader import Reader, integer, listed, record, small
from ...entry.verdict import require, supported, wellformed, within
from ...operators.monomial import Words, attempt, extends, first_moved, orbit
from ...subject.established import Established
from ...subject.statement import Facts

CONVENTION = (
    "codes over F_3 contained in their duals and in no larger such code, one for each class under the 2^n n! signed "
    "permutations of the coordinates; automorphisms = those that map the code to itself; codes with more words of low "
    "weight come first"
)
LEMMAS = ("isotropic-count", "stabilizer-chain", "classification-mass")
MAX_LENGTH = 13  # of the codes
MAX_CODES = 26


def fields(facts: Facts) -> dict[str, Reader]:
    """The length n, the dimension k, and the codes: generator matrix (k x n), order of the group."""
    matrix = listed(listed(small(0, 2)))
    one = {"automorphisms": integer, "generator": matrix}
    return {
        "codes": listed(lambda x: record(x, one)),
        "dimension": small(0, MAX_LENGTH),
        "length": small(1, MAX_LENGTH),
    }


def witness(facts: Facts) -> dict[str, Reader]:
    """For every code, generators of its group: coordinate i goes to place permutation[i], times signs[i]."""
    place = listed(small(1, MAX_LENGTH))
    one = {"permutation": place, "signs": listed(small(1, 2))}
    return {"groups": listed(listed(lambda x: record(x, one)))}


def maximal(n: int) -> tuple[int, int]:
    """The dimension of the maximal self-orthogonal codes of length n, and the number of these codes."""
    if n % 2:
        return n // 2, prod(3**i + 1 for i in range(1, n // 2 + 1))
    if n % 4:
        return n // 2 - 1, prod(3**i + 1 for i in range(2, n // 2 + 1))
    return n // 2, prod(3**i + 1 for i in range(n // 2))


def check_generator(matrix: list[list[int]], dimension: int, n: int) -> None:
    """A reduced echelon form of a self-orthogonal code of this dimension."""
    shape = [len(row) for row in matrix]
    wellformed(shape == [n] * dimension, "classification.generator.shape", f"{dimension} rows of {n}", shape)
    leading = [next((j for j, x in enumerate(row) if x), n) for row in matrix]
    good = all(
        j < n and [row[j] for row in matrix] == [int(i == k) for k in range(dimension)] for i, j in enumerate(leading)
    )
    wellformed(good and leading == sorted(leading), "classification.generator.echelon", "reduced echelon form", matrix)
    for i, row in enumerate(matrix, 1):
        for k, other in enumerate(matrix[:i], 1):
            value = sum(map(int.__mul__, row, other)) % 3
            require(value == 0, "classification.generator.self-orthogonal", "0", f"row {k} . row {i} = {value}")


def automorphism(given: dict[str, list[int]], matrix: list[list[int]], n: int) -> list[int]:
    """The images of the 2n points under a signed permutation that preserves the code."""
    places, signs = given["permutation"], given["signs"]
    good = sorted(places) == list(range(1, n + 1)) and len(signs) == n
    require(good, "classification.witness.permutation", f"each of 1 to {n} once, and {n} signs", given)
    for row in matrix:
        moved = [sign * row[j] % 3 for _, j, sign in sorted(zip(places, range(n), signs))]
        # In reduced echelon form, the coefficients of a word are its values at the pivots.
        rebuilt = [0] * n
        for other in matrix:
            rebuilt = [(x + moved[other.index(1)] * y) % 3 for x, y in zip(rebuilt, other)]
        require(moved == rebuilt, "classification.witness.automorphism", "a map of the code to itself", given)
    # One spelling: where the code is zero, a sign belongs to the change of that sign alone.
    idle = [j for j in range(n) if signs[j] == 2 and not any(row[j] for row in matrix)]
    alone = sum(signs) == n + 1 and places == sorted(places)
    require(not idle or alone, "classification.witness.signs", "no sign on a zero coordinate", given)
    return [2 * (place - 1) + (sign - 1 + s) % 2 for place, sign in zip(places, signs) for s in (0, 1)]


def group_order(words: Words, generators: list[list[int]]) -> int:
    """The exact order of the group of the code: the orbits are reached, and nothing outside them can be."""
    n, order, known, work = words.n, 1, list[list[int]](), words.work
    work.more(n * len(generators))
    for level in reversed(range(n)):
        reached = orbit(2 * level, known, work)
        for g in generators:
            if first_moved(g) == level:
                wider = orbit(2 * level, [*known, g], work)
                if len(wider) > len(reached):
                    known.append(g)
                    reached = wider
        order *= len(reached)
        outside = set(range(2 * level, 2 * n)) - set(reached)
        while outside:
            x = min(outside)
            outside -= set(orbit(x, known, work))
            found = attempt(words, words, words.colours[level], tuple(range(level)), x)
            require(not found, "classification.witness.orbit", f"every image of point {2 * level}", f"not {x}")
    require(
        len(known) == len(generators),
        "classification.witness.generators",
        "generators that all enlarge an orbit",
        "one that does not",
    )
    return order


def check(claim: dict[str, Any], line: dict[str, Any], facts: Facts) -> Established:
    """Establishes nothing further."""
    supported(facts.code.p == 3, "classification.field", "p = 3", facts.code.p)
    n, codes = claim["length"], claim["codes"]
    dimension, total = maximal(n)
    require(claim["dimension"] == dimension, "classification.dimension", dimension, claim["dimension"])
    within(len(codes) <= MAX_CODES, "classification.codes", f"at most {MAX_CODES}", len(codes))
    groups = line["groups"]
    require(len(groups) == len(codes), "classification.witness.groups", len(codes), len(groups))
    for code in codes:
        check_generator(code["generator"], dimension, n)
    facts.work.more(n * dimension * sum(map(len, groups)))
    chains = [[automorphism(g, code["generator"], n) for g in given] for given, code in zip(groups, codes)]
    words = [Words(code["generator"], n, facts.work) for code in codes]
    order = [(own.profiles[0], code["generator"]) for own, code in zip(words, codes)]
    wellformed(order == sorted(order), "classification.order", "more words of low weight first", "another order")
    for number, (code, own, generators) in enumerate(zip(codes, words, chains), 1):
        exact, claimed = group_order(own, generators), code["automorphisms"]
        require(claimed == exact, "classification.automorphisms", f"{exact} for code {number}", claimed)
    for (i, one), (j, other) in combinations(enumerate(words, 1), 2):
        same = extends(one, other, other.colours[0], ())
        require(not same, "classification.inequivalent", "codes of different classes", f"codes {i} and {j}")
    mass = sum(2**n * factorial(n) // code["automorphisms"] for code in codes)
    require(mass == total, "classification.mass", f"{total} codes", f"{mass} codes in the classes listed")
    return Established()
