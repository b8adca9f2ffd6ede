"""What the engine says about a protocol as plain data, for roads that share no code with it.

A polynomial is {exponents: coefficient}; a matrix over Z[zeta_m] is nested lists of integers, with a denominator.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import product
from math import prod
from typing import Any, NamedTuple

from flint import fmpq, fmpq_mpoly

from ..errors import Declined
from ..exact.cyclotomic import Matrix, matrix_json
from ..protocols.protocol import Protocol

Parts = dict[tuple[int, ...], Fraction]
Point = tuple[int, ...]
FEW: tuple[tuple[int, int], ...] = ((2, -1), (-1, 3), (3, 1))


class Stated(NamedTuple):
    """p_succ, and p_succ times each output, which is a polynomial; no outputs where the engine declines them."""

    success: Parts
    outputs: dict[str, Parts]


def stated(protocol: Protocol) -> Stated:
    """What the engine says.  Raises Declined where nothing is ever accepted."""
    success = protocol.success
    scale = 1 / next(iter(success.den.to_dict().values()))
    try:
        outputs = protocol.outputs
    except Declined:
        outputs = {}
    scaled = {name: parts(success.num * f.num / f.den * scale) for name, f in outputs.items()}
    return Stated(parts(success.num * scale), scaled)


def parts(poly: fmpq_mpoly) -> Parts:
    """A polynomial."""
    return {tuple(map(int, e)): Fraction(str(c)) for e, c in poly.to_dict().items()}


def affine(weight: tuple[fmpq, ...]) -> Parts:
    """c0 + c1 x + ..."""
    count = len(weight) - 1
    exponents = [(0,) * count, *(tuple(int(i == j) for j in range(count)) for i in range(count))]
    return {key: Fraction(str(c)) for key, c in zip(exponents, weight, strict=True)}


def output_weights(protocol: Protocol, known: Stated) -> Iterator[Parts]:
    """p_succ times the weights of the family's members at the output parameters."""
    for constant, *slopes in protocol.state.weights.values():
        total = {key: Fraction(str(constant)) * c for key, c in known.success.items()}
        for slope, output in zip(slopes, known.outputs.values(), strict=True):
            for key, c in output.items():
                total[key] = total.get(key, Fraction(0)) + Fraction(str(slope)) * c
        yield total


def at(poly: Parts, point: Point) -> Fraction:
    """The value at a point."""
    return sum((c * prod(x**e for x, e in zip(point, key, strict=True)) for key, c in poly.items()), Fraction(0))


def flat(poly: Parts, step: int) -> list[Fraction]:
    """The coefficients with the second variable as the first one to the power `step` (Kronecker 1882)."""
    places = {key: sum(e * step**i for i, e in enumerate(key)) for key in poly}
    found = [Fraction(0)] * (1 + max(places.values(), default=0))
    for key, c in poly.items():
        found[places[key]] += c
    return found


def points(count: int, degree: int) -> list[Point]:
    """Points that determine a polynomial of this total degree in one or two variables: a triangle of a grid."""
    nodes = [(i + 1) // 2 * (-1) ** (i % 2) for i in range(degree + 1)]
    places = product(range(degree + 1), repeat=count)
    return [tuple(nodes[i] for i in place) for place in places if sum(place) <= degree]


def matrices(found: Iterable[Matrix]) -> tuple[list[Any], list[int]]:
    """Matrices over Z[zeta_m], and their denominators."""
    rows = [matrix_json(x) for x in found]
    entries = [[[[int(c) for c in entry] for entry in row] for row in x["entries"]] for x in rows]
    return entries, [int(x["den"]) for x in rows]


def operators(protocol: Protocol) -> tuple[list[Any], list[Any], list[Any]]:
    """Stabilizers, logical X and logical Z operators as [u, v]."""
    code = protocol.code
    stabilizers, logical_x, logical_z = (
        [x.json() for x in group] for group in (code.stabilizers, code.logical_x, code.logical_z)
    )
    return stabilizers, logical_x, logical_z
