"""Bounds of a distance that need no certificate: one logical operator from above, a list of light ones from below.

The checker certifies a distance with the whole enumerator, which has its limits.  One operator that commutes with all
stabilizers and is none of their products already says that the distance is at most its weight; `Operator` shows the
symplectic forms, so that a person can check it.  That no lighter operator is logical is found by listing all of them;
the work of that is predicted, and a list over the budget is not begun.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import product
from math import comb
from random import Random
from typing import Any

import numpy as np
import numpy.typing as npt

from ..codes.code import StabilizerCode
from ..codes.phase_space import PhaseVector, from_row
from ..enumerators import vanishing
from ..enumerators.logical import moves

QUICK = 1 << 22  # entries of the list that is always made, less than a second
FULL = 1 << 30  # entries of the list that is made where the checker has reached its limits, some seconds
ROUNDS = 100  # of the search for a light logical operator

Forms = npt.NDArray[np.uint8]


@dataclass(frozen=True)
class Operator:
    """An operator that commutes with all stabilizers, and a partner that does, too, and does not commute with it."""

    code: StabilizerCode
    vector: PhaseVector
    partner: PhaseVector

    def __post_init__(self) -> None:
        p, stabilizers = self.code.p, [(g.u, g.v) for g in self.code.stabilizers]
        a, b = ((x.u, x.v) for x in (self.vector, self.partner))
        if any(form(p, g, x) for g in stabilizers for x in (a, b)) or not form(p, a, b):
            raise ValueError("no logical operator")

    @property
    def weight(self) -> int:
        """The number of sites that it acts on."""
        return self.vector.weight()

    @property
    def spelled(self) -> str:
        """T(u|v) by its sites, counted from 1."""
        pairs = enumerate(zip(self.vector.u, self.vector.v, strict=True), 1)
        return "T(u|v) with (u|v) = " + ", ".join(f"({u}|{v}) at site {i}" for i, (u, v) in pairs if u or v)

    def witness(self) -> dict[str, Any]:
        """What a person multiplies out: all forms with the stabilizers are 0, the form with the partner is not.

        [a, b] = v_a . u_b - u_a . v_b mod p.  A product of stabilizers commutes with the partner; this does not.
        """
        a = self.vector.u, self.vector.v
        return {
            "form-with-partner": form(self.code.p, a, (self.partner.u, self.partner.v)),
            "forms-with-stabilizers": [form(self.code.p, (g.u, g.v), a) for g in self.code.stabilizers],
            "logical": self.vector.json(),
            "partner": self.partner.json(),
            "weight": self.weight,
        }


Vector = tuple[tuple[int, ...], tuple[int, ...]]


def form(p: int, a: Vector, b: Vector) -> int:
    """[a, b] = v_a . u_b - u_a . v_b mod p."""
    return sum(a[1][i] * b[0][i] - a[0][i] * b[1][i] for i in range(len(a[0]))) % p


def operator(code: StabilizerCode, vector: PhaseVector) -> Operator:
    """A logical operator with its partner."""
    return Operator(code, vector, next(x for x in code.logicals if vector.form(x)))


@dataclass(frozen=True)
class Bounds:
    """low <= distance; `count` operators of weight below low were listed, up to factors; a logical one, if found."""

    low: int
    count: int
    logical: Operator | None

    @property
    def high(self) -> int | None:
        """The weight of the logical operator."""
        return self.logical.weight if self.logical else None


def quick(code: StabilizerCode) -> Bounds:
    """Bounds within a second."""
    return Listing(code).bounds(QUICK)


def full(code: StabilizerCode) -> Bounds:
    """The best bounds within the budgets: a list from below, a search from above."""
    found = Listing(code).bounds(FULL)
    return found if found.logical else Bounds(found.low, found.count, lightest(code, found.low))


def lightest(code: StabilizerCode, enough: int) -> Operator:
    """A light logical operator, by information sets (Prange 1962) in a fixed order; `enough` ends the search."""
    rows = [x.row() for x in [*code.stabilizers, *code.logicals]]
    random = Random(code.n)  # noqa: S311 - any fixed order will do
    best = min(code.logicals, key=PhaseVector.weight)
    for _ in range(ROUNDS):
        if best.weight() <= enough:
            break
        kept = rows
        for site in random.sample(range(code.n), code.n):
            fewer = vanishing(code.p, vanishing(code.p, kept, site), code.n + site)
            if any(moves(code, row) for row in fewer):
                kept = fewer
        best = min([best, *(from_row(code.p, row) for row in kept if moves(code, row))], key=PhaseVector.weight)
    return operator(code, best)


class Listing:
    """All operators by weight, one out of p - 1 that differ by a factor, with their forms.

    `levels[w - 1][i]` has a row for every operator of weight w whose last site is i: its forms with the stabilizers,
    then those with the logical operators.  Rows are in the order of the value on that site, then of the level before.
    """

    def __init__(self, code: StabilizerCode):
        self.code = code
        self.values = [a for a in product(range(code.p), repeat=2) if any(a)]
        self.leading = [i for i, (u, v) in enumerate(self.values) if (u or v) == 1]
        self.width = len(code.stabilizers) + len(code.logicals)
        self.levels: list[list[Forms]] = []

    def size(self, weight: int) -> int:
        """How many operators there are of a weight."""
        return int(comb(self.code.n, weight) * len(self.values) ** weight // (self.code.p - 1))

    @cached_property
    def forms(self) -> list[Forms]:
        """For every site the forms of all values on it."""
        u, v = np.array(self.values).T
        rows = [*self.code.stabilizers, *self.code.logicals]
        return [
            np.array([(g.v[i] * u - g.u[i] * v) % self.code.p for g in rows], dtype=np.uint8).T
            for i in range(self.code.n)
        ]

    def bounds(self, budget: int) -> Bounds:
        """What the lists say that fit the budget, weight by weight until a logical operator is found."""
        count, spent, weight = 0, 0, 1
        while weight <= self.code.n and spent + self.size(weight) * self.width <= budget:
            spent += self.size(weight) * self.width
            keep = spent + self.size(weight + 1) * self.width <= budget
            found = self.next(weight, keep)
            if found is not None:
                return Bounds(weight, count, operator(self.code, found))
            count += self.size(weight)
            weight += 1
        return Bounds(weight, count, None)

    def next(self, weight: int, keep: bool) -> PhaseVector | None:
        """A logical operator of this weight, or None; then the level is kept if the next one needs it."""
        rank, level = len(self.code.stabilizers), []
        for site in range(weight - 1, self.code.n):
            before = np.concatenate(self.levels[-1][:site]) if weight > 1 else np.zeros((1, self.width), dtype=np.uint8)
            parts = []
            for index in range(len(self.values)) if weight > 1 else self.leading:
                part = (before + self.forms[site][index]) % self.code.p
                hits = np.flatnonzero(~part[:, :rank].any(axis=1) & part[:, rank:].any(axis=1))
                if hits.size:
                    return self.vector(weight, site, index, int(hits[0]))
                if keep:
                    parts.append(part)
            level.append(np.concatenate(parts) if parts else np.zeros((0, self.width), dtype=np.uint8))
        self.levels.append([np.zeros((0, self.width), dtype=np.uint8)] * (weight - 1) + level)
        return None

    def vector(self, weight: int, site: int, index: int, row: int) -> PhaseVector:
        """The operator with a value on its last site, and before it what row `row` of the level before has there."""
        u, v = [0] * self.code.n, [0] * self.code.n
        u[site], v[site] = self.values[index]
        for level in reversed(self.levels[: weight - 1]):
            site = next(i for i in range(self.code.n) if row < sum(map(len, level[: i + 1])))
            row -= sum(map(len, level[:site]))
            size = len(level[site]) // (len(self.leading) if level is self.levels[0] else len(self.values))
            value = row // size
            u[site], v[site] = self.values[self.leading[value] if level is self.levels[0] else value]
            row %= size
        return PhaseVector.of(self.code.p, u, v)
