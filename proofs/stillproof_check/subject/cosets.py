"""Coset sums: what the projection of n copies of a state family does to the encoded qudits.

N_L = sum over the operators phase T(a) in L S of phase prod_i chi(a_i), a polynomial in the parameters; the success
probability is p^(k-n) N_1, and the decoded output has chi(L) = N_L / N_1 (docs/lemmas: `coset-sums`).
"""

from collections.abc import Sequence

from ..entry.work import Work
from ..numbers.cyclotomic import Element
from ..numbers.multivariate import Poly, affine
from ..operators.listing import Key, class_counts
from ..operators.symplectic import Operator, phase_order
from .state import State


class CosetSums:
    """The sums of one code and state family; each coset is listed once."""

    def __init__(self, p: int, n: int, generators: Sequence[Operator], state: State, work: Work):
        self.p, self.n, self.generators, self.state, self.work = p, n, generators, state, work
        one = state.field.one
        values = [(one,) + (state.field.zero,) * len(state.parameters), *state.classes()]
        self.classes = [[(0, 0)], *state.classes().values()]
        # chi on a class is a constant times one of a few polynomials: powers of those are multiplied only once
        self.factors: list[tuple[Element, int]] = []
        self.shapes: list[Poly] = []
        for value in values:
            leading = next(c for c in value if c)
            shape = affine(value) * leading.inverse()
            if shape not in self.shapes:
                self.shapes.append(shape)
            self.factors.append((leading, self.shapes.index(shape)))
        self.known: dict[Operator, dict[Key, dict[int, int]]] = {}

    def counts(self, representative: Operator) -> dict[Key, dict[int, int]]:
        """How many operators of the coset have these numbers of sites in each class, by phase."""
        if representative not in self.known:
            found = class_counts(self.p, self.n, self.generators, representative, self.classes, self.work)
            self.known[representative] = found
        return self.known[representative]

    def at(self, representative: Operator) -> Poly:
        """N_L for the coset of this operator."""
        field, step = self.state.field, self.state.field.m // phase_order(self.p)
        powers = [self.powers_of(factor) for factor, _ in self.factors]
        constants: dict[tuple[int, ...], Element] = {}
        for key, tally in self.counts(representative).items():
            value = field.sum(field.zeta(step * phase) * count for phase, count in tally.items())
            degrees = [0] * len(self.shapes)
            for number, (_, shape), table in zip(key, self.factors, powers):
                value = value * table[number]
                degrees[shape] += number
            at = tuple(degrees)
            constants[at] = constants.get(at, field.zero) + value
        return sum((self.monomial(degrees) * c for degrees, c in constants.items()), Poly({}, self.work))

    def powers_of(self, factor: Element) -> list[Element]:
        """factor^0 ... factor^n."""
        table = [self.state.field.one]
        for _ in range(self.n):
            table.append(table[-1] * factor)
        return table

    def monomial(self, degrees: Sequence[int]) -> Poly:
        """The product of the shapes to these powers."""
        field = self.state.field
        result = affine((field.one,) + (field.zero,) * len(self.state.parameters))
        for shape, degree in zip(self.shapes, degrees):
            for _ in range(degree):
                result = result * shape
        return result
