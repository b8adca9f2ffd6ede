"""Coset sums: what projecting n copies of a state family onto a code does to the encoded qudits.

N_L = sum over the operators r^e T(a) of L S of r^e prod_i chi(a_i), a polynomial in the parameters; the probability of
the outcome +1 for every stabilizer is p^(k-n) N_1, and the decoded output has chi(L) = N_L / N_1 (docs/lemmas).
A polynomial over Q(zeta_m) is kept as its coordinates in 1, zeta, ..., each a polynomial over Q.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from flint import Ordering, fmpq, fmpq_mpoly, fmpq_mpoly_ctx

from ..codes.code import StabilizerCode
from ..codes.phase_space import phase_order
from ..enumerators import DEFAULT, Budget, class_enumerator, macwilliams, weight_enumerator
from ..errors import Declined
from ..exact.cyclotomic import Cyclotomic
from .state import StateFamily

MAX_LISTED = 1 << 30  # elements of all cosets together

Sum = list[fmpq_mpoly]  # coordinates
Exponents = tuple[int, ...]


@dataclass(frozen=True)
class Channel:
    """The sums of one code and one state family, each computed when first asked for; `tick` is called after each."""

    code: StabilizerCode
    state: StateFamily
    budget: Budget = DEFAULT
    tick: Callable[[], None] = lambda: None
    known: dict[tuple[Exponents, Exponents], Sum] = field(default_factory=dict, repr=False)

    @cached_property
    def ring(self) -> Any:
        """Q[parameters]."""
        return fmpq_mpoly_ctx.get(tuple(self.state.parameters), Ordering.lex)

    @cached_property
    def enumerator(self) -> tuple[list[int], list[int]]:
        """A and B: the weight enumerators of the stabilizer group and of its normalizer, phases left out."""
        inside = weight_enumerator(self.code.p, self.code.n, list(self.code.stabilizers), self.budget)
        return inside, macwilliams(self.code.p, inside)

    @property
    def listable(self) -> bool:
        """Whether the cosets have few enough elements for the checker, which lists them."""
        return bool(self.code.p ** (self.code.n + self.code.k) <= MAX_LISTED)

    @property
    def uniform(self) -> bool:
        """Whether the sums depend on weights only: odd p, no signs, one value of chi off 0."""
        sizes = [len(points) for points in self.state.classes.values()]
        return self.code.p > 2 and not any(self.code.signs) and sizes == [self.code.p**2 - 1]  # chi = 0 is in no class

    def classes(self) -> list[tuple[tuple[Cyclotomic, ...], list[tuple[int, int]]]]:
        """(0, 0) first, then the points by chi."""
        one, zero = self.state.field(1), self.state.field(0)
        identity = (one, *[zero] * len(self.state.parameters))
        return [(identity, [(0, 0)]), *self.state.classes.items()]

    def counts(self, a: Sequence[int], b: Sequence[int]) -> dict[tuple[int, ...], list[int]]:
        """The coset of the encoded T(a|b): sites in each class -> operators with phase r^0, r^1, ... over T."""
        code, order = self.code, phase_order(self.code.p)
        if not self.listable:
            raise Declined(f"the cosets have {code.p}^{code.n + code.k} elements; the checker lists {MAX_LISTED}")
        representative, shift = code.encoded(a, b)
        numbers: dict[tuple[int, int], int | None] = dict.fromkeys(self.state.sites)
        for index, (_, points) in enumerate(self.classes()):
            numbers.update(dict.fromkeys(points, index))
        found = class_enumerator(
            code.p, code.n, list(code.stabilizers), list(code.signs), representative, numbers, self.budget
        )
        unit = order // code.p
        rows = {}
        for key, tally in found.items():
            row = [0] * order
            for e, count in enumerate(tally):
                row[(unit * e + shift) % order] += count
            rows[key] = row
        return rows

    def at(self, a: Sequence[int], b: Sequence[int]) -> Sum:
        """N_L for L the encoded T(a|b)."""
        key = tuple(a), tuple(b)
        if key not in self.known:
            self.known[key] = self._sum(self.counts(a, b))
            self.tick()
        return self.known[key]

    @cached_property
    def group_sum(self) -> fmpq_mpoly:
        """N_1, which is real.  Raises Declined where its coefficients are not rational."""
        zero = [0] * self.code.k
        sums = self.weighed(self.enumerator[0]) if self.uniform else self.at(zero, zero)
        if any(sums[1:]):
            raise Declined("the success probability has irrational coefficients")
        return sums[0]

    def weighed(self, counts: Sequence[int | fmpq]) -> Sum:
        """sum_w counts[w] chi^w for a uniform family."""
        n = self.code.n
        return self._sum({(n - w, w): [count] for w, count in enumerate(counts) if count})

    def _sum(self, rows: Mapping[tuple[int, ...], Sequence[int | fmpq]]) -> Sum:
        numbers, order = self.state.field, phase_order(self.code.p)
        constants: dict[tuple[int, ...], Cyclotomic] = {}
        for key, row in rows.items():
            value = sum((numbers.root_of_unity(order, e) * c for e, c in enumerate(row) if c), numbers(0))
            degrees = [0] * len(self.shapes)
            for number, (leading, shape) in zip(key, self.factors, strict=True):
                value = value * leading[number]
                degrees[shape] += number
            at = tuple(degrees)
            constants[at] = constants[at] + value if at in constants else value
        total = self.lift(numbers(0))
        for powers_of, constant in constants.items():
            term = self.lift(constant)
            for table, degree in zip(self.shapes, powers_of, strict=True):
                term = self.times(term, table[degree])
            total = [x + y for x, y in zip(total, term, strict=True)]
        return total

    @cached_property
    def factors(self) -> list[tuple[list[Cyclotomic], int]]:
        """chi of each class as a constant, with its powers 0 to n, times a shape, by number."""
        return self._factored[0]

    @cached_property
    def shapes(self) -> list[list[Sum]]:
        """The powers 0 to n of each shape: an affine polynomial whose first coefficient other than 0 is 1."""
        return self._factored[1]

    @cached_property
    def _factored(self) -> tuple[list[tuple[list[Cyclotomic], int]], list[list[Sum]]]:
        n, factors, shapes = self.code.n, [], []
        for chi, _ in self.classes():
            leading = next(c for c in chi if c)
            inverse = leading.inverse()
            shape = tuple(c * inverse for c in chi)
            if shape not in shapes:
                shapes.append(shape)
            factors.append((powers(leading, self.state.field(1), n), shapes.index(shape)))
        tables = []
        for shape in shapes:
            base, table = self.affine(shape), [self.lift(self.state.field(1))]
            while len(table) <= n:
                table.append(self.times(table[-1], base))
            tables.append(table)
        return factors, tables

    def affine(self, values: Sequence[Cyclotomic]) -> Sum:
        """values[0] + values[1] x + ..."""
        generators = [self.ring.constant(1), *self.ring.gens()]
        rows = zip(*(value.coordinates() for value in values), strict=True)
        return [sum((x * c for x, c in zip(generators, row, strict=True)), self.ring.constant(0)) for row in rows]

    def lift(self, value: Cyclotomic) -> Sum:
        """A number as a polynomial."""
        return [self.ring.constant(c) for c in value.coordinates()]

    def times(self, a: Sum, b: Sum) -> Sum:
        """a b."""
        degree, zero = self.state.field.degree, self.ring.constant(0)
        product = [zero] * (2 * degree - 1)
        for i, x in enumerate(a):
            for j, y in enumerate(b):
                if x and y:
                    product[i + j] += x * y
        total = product[:degree]
        for k in range(degree, 2 * degree - 1):
            if product[k]:
                for i, c in enumerate(self.state.field.zeta(k).coordinates()):
                    total[i] += product[k] * c
        return total


def powers(x: Cyclotomic, one: Cyclotomic, n: int) -> list[Cyclotomic]:
    """x^0 ... x^n."""
    table = [one]
    while len(table) <= n:
        table.append(table[-1] * x)
    return table
