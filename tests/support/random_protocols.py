"""Seeded random codes and state families: codes by random symplectic moves, states as mixtures of pure ones."""

from __future__ import annotations

import json
import random
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from flint import fmpz_poly

from stillproof.codes.code import StabilizerCode
from stillproof.codes.phase_space import PhaseVector, from_row
from stillproof.exact.cyclotomic import matrix_from_json
from stillproof.protocols.state import StateFamily, read_state

Vectors = list[PhaseVector]


def unit(p: int, n: int, place: int) -> PhaseVector:
    """X on site `place`, or Z on site `place - n`."""
    return from_row(p, [int(j == place) for j in range(2 * n)])


def moved(chance: random.Random, p: int, n: int, vectors: Vectors) -> Vectors:
    """The vectors after random symplectic transvections a -> a + c [a, t] t."""
    for _ in range(4 * n):
        t, c = from_row(p, [chance.randrange(p) for _ in range(2 * n)]), chance.randrange(1, p)
        vectors = [a + t * (c * a.form(t)) for a in vectors]
    return vectors


def moved_css(chance: random.Random, p: int, n: int, vectors: Vectors) -> Vectors:
    """The vectors after u_j += c u_i, v_i -= c v_j for random sites: X and Z stay apart."""
    rows = [a.row() for a in vectors]
    for _ in range(4 * n):
        if n > 1:
            (i, j), c = chance.sample(range(n), 2), chance.randrange(1, p)
            for row in rows:
                row[j] += c * row[i]
                row[n + i] -= c * row[n + j]
    return [from_row(p, row) for row in rows]


def random_code(chance: random.Random, p: int, n: int, k: int, css: bool = False, signs: bool = True) -> StabilizerCode:
    """An [[n,k]]_p code with random logical operators."""
    kinds = [n * chance.randrange(2) if css else n for _ in range(n - k)]
    start = [unit(p, n, i + kind) for i, kind in enumerate(kinds)]
    start += [unit(p, n, i) for i in range(n - k, n)] + [unit(p, n, n + i) for i in range(n - k, n)]
    found = moved_css(chance, p, n, start) if css else moved(chance, p, n, start)
    generators, x, z = tuple(found[: n - k]), tuple(found[n - k : n]), tuple(found[n:])
    phases = tuple(chance.randrange(p) if signs else 0 for _ in generators)
    return StabilizerCode(f"random-{p}-{n}-{k}", p, n, generators, phases, x, z, "a test")


@cache
def roots(m: int) -> list[list[int]]:
    """The coordinates of zeta_m^e."""
    modulus = fmpz_poly.cyclotomic(m)
    degree = modulus.degree()
    powers = [fmpz_poly([0] * e + [1]) % modulus for e in range(m)]
    return [[int(power[i]) for i in range(degree)] for power in powers]


def random_projector(chance: random.Random, p: int, m: int) -> dict[str, Any]:
    """|t><t|/<t|t> for amplitudes c zeta_m^e with integers c, so that the norm is an integer."""
    while True:
        amplitudes = [(chance.randint(-2, 2), chance.randrange(m)) for _ in range(p)]
        norm = sum(c * c for c, _ in amplitudes)
        if norm:
            break
    entries = [[[str(c * d * x) for x in roots(m)[(e - f) % m]] for d, f in amplitudes] for c, e in amplitudes]
    return {"m": m, "den": str(norm), "entries": entries}


def equal(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two projectors are one, however their fractions are written."""
    return matrix_from_json(one) == matrix_from_json(other)


def random_family(
    chance: random.Random, p: int, m: int, parameters: int = 1, members: int = 3, pure: bool = True
) -> dict[str, Any]:
    """A state file: a mixture of random pure states with affine weights, the pure target at 0 if so wished."""
    # the weights of the other members where all parameters are 0, then where one is 1
    corners = [[Fraction(0 if pure else chance.randint(0, 2), 7) for _ in range(members - 1)]]
    for i in range(parameters):
        row = [Fraction(chance.randint(0, 4), 5) for _ in range(members - 1)]
        row[i], row[i - 1] = Fraction(1, 1 + i), Fraction(i, 3)  # no parameter without effect
        corners.append([x / max(1, sum(row)) for x in row])
    start, *ends = corners
    rows = [[x, *(end[j] - x for end in ends)] for j, x in enumerate(start)]
    target = [int(i == 0) - sum(column) for i, column in enumerate(zip(*rows, strict=True))]
    projectors: list[dict[str, Any]] = []
    while len(projectors) < members:
        found = random_projector(chance, p, m)
        if not any(equal(found, other) for other in projectors):
            projectors.append(found)
    ensemble = [
        {"name": f"s{j}", "projector": projector, "weight": [str(c) for c in row]}
        for j, (row, projector) in enumerate(zip([target, *rows], projectors, strict=True))
    ]
    names = ["x", "y"][:parameters]
    return {
        "format": "stillproof-state/1", "name": f"random-{p}", "p": p, "parameters": names, "ensemble": ensemble,
        "cliffords": [], "source": "a test",
    }  # fmt: skip


def as_state(folder: Path, data: dict[str, Any]) -> StateFamily:
    """A state file read."""
    path = folder / f"{data['name']}.json"
    path.write_text(json.dumps(data))
    return read_state(path)
