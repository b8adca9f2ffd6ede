"""One-qudit state families: mixtures of pure states, with weights affine in the parameters.

rho = sum_j weight_j P_j with projectors P_j of rank one over Q(zeta_m).  Characteristic function
chi_P(a) = Tr(T(a) P); Wigner function W_P(a) = p^-2 sum_b w^[a,b] chi_P(b) (Prakash 2020, eq. (2.9) to (2.11)).
"""

from fractions import Fraction
from typing import Any

from .cyclotomic import Element, Field, Matrix, read_matrix
from .loader import constant, listed, name, rational, record, small, text, unread_list
from .verdict import require, supported, wellformed, within

MAX_P = 7
MAX_MEMBERS = 16  # of an ensemble


class State:
    """A family read from a state file; the first member of the ensemble is the target of distillation."""

    def __init__(self, value: Any):
        got = record(
            value,
            {
                "cliffords": listed(read_clifford),
                "ensemble": unread_list,
                "format": constant("stillproof-state/1"),
                "name": name,
                "p": small(2, 97),
                "parameters": listed(name, 1),
                "source": text,
            },
        )
        self.name, self.p, self.parameter = got["name"], got["p"], got["parameters"][0]
        supported(self.p % 2 == 1, "state.p.odd", "an odd prime", self.p)
        within(self.p <= MAX_P, "state.p.size", f"at most {MAX_P}, where every odd number from 3 on is prime", self.p)
        members = [
            record(
                member,
                {"name": name, "projector": lambda m: read_matrix(m, self.p), "weight": listed(rational, 2)},
            )
            for member in got["ensemble"]
        ]
        wellformed(len(members) > 0, "state.ensemble.inhabited", "at least one member", 0)
        within(len(members) <= MAX_MEMBERS, "state.ensemble.size", f"at most {MAX_MEMBERS}", len(members))
        self.field: Field = members[0]["projector"][0]
        self.names: list[str] = [member["name"] for member in members]
        self.projectors: dict[str, Matrix] = {member["name"]: member["projector"][1] for member in members}
        self.weights: dict[str, list[Fraction]] = {member["name"]: member["weight"] for member in members}
        wellformed(len(self.projectors) == len(members), "state.names.distinct", "distinct", self.names)
        for member in members:
            same = member["projector"][0].m == self.field.m
            wellformed(same, "state.field", f"zeta_{self.field.m}", member["name"])
        self.target = self.names[0]
        self.points = [(u, v) for u in range(self.p) for v in range(self.p)]
        self.check()

    def check(self) -> None:
        """Every member is a pure state, and the weights are those of a mixture for every parameter in [0, 1]."""
        for label, matrix in self.projectors.items():
            hermitian = self.field.adjoint(matrix) == matrix
            require(hermitian, "state.projector.hermitian", "P* = P", label)
            require(self.field.product(matrix, matrix) == matrix, "state.projector.idempotent", "P P = P", label)
            require(self.field.trace(matrix) == self.field.one, "state.projector.trace", "Tr P = 1", label)
        total = [Fraction(0), Fraction(0)]
        for label, weight in self.weights.items():
            mixes = weight[0] >= 0 and weight[0] + weight[1] >= 0
            require(mixes, "state.weights.positive", "a weight that is not negative at 0 and at 1", (label, weight))
            total = [a + b for a, b in zip(total, weight)]
        require(total == [1, 0], "state.weights.sum", "weights summing to 1", total)

    def chi(self, label: str, a: tuple[int, int]) -> Element:
        """chi of one member at a = (u, v): T(a) has one entry in each of its columns k, on row k + u."""
        (u, _), operator, projector = a, self.field.displacement(self.p, *a), self.projectors[label]
        rows = [(k + u) % self.p for k in range(self.p)]
        return self.field.sum(self.field.multiply(operator[row][k], projector[k][row]) for k, row in enumerate(rows))

    def starts_pure(self) -> bool:
        """Whether the family at parameter 0 is the target."""
        return all(weight[0] == int(label == self.target) for label, weight in self.weights.items())

    def family(self, values: dict[str, Element]) -> tuple[Element, Element]:
        """sum_j weight_j values[j], as its coefficients of 1 and of the parameter."""
        parts = [
            self.field.sum(self.field.scale(self.weights[label][k], x) for label, x in values.items()) for k in (0, 1)
        ]
        return parts[0], parts[1]

    def uniform(self) -> list[Fraction]:
        """The common value [z_0, z_1] of the family's chi at all a != 0, where there is one: z_0 + z_1 delta."""
        values = {self.family({j: self.chi(j, a) for j in self.names}) for a in self.points if a != (0, 0)}
        supported(len(values) == 1, "state.uniform", "one value of chi at all a != 0", f"{len(values)} values")
        parts = values.pop()
        rational_parts = not any(any(x[1:]) for x in parts)
        supported(rational_parts, "state.uniform.rational", "a rational chi", self.field.show(parts[0]))
        return [x[0] for x in parts]

    def chi_tables(self) -> dict[str, dict[tuple[int, int], Element]]:
        """chi of every member at all points."""
        return {label: {a: self.chi(label, a) for a in self.points} for label in self.names}

    def wigner(self, tables: dict[str, dict[tuple[int, int], Element]], a: tuple[int, int]) -> tuple[Element, Element]:
        """The family's Wigner function at a = (u, v), from `chi_tables()`."""
        u, v = a
        step = self.field.m // self.p

        def at(label: str) -> Element:
            terms = [
                self.field.multiply(self.field.zeta(step * (v * x - u * y)), chi)
                for (x, y), chi in tables[label].items()
            ]
            return self.field.scale(Fraction(1, self.p**2), self.field.sum(terms))

        return self.family({label: at(label) for label in self.names})

    def orthogonal_rest(self) -> bool:
        """Whether the members are an orthonormal basis and all but the target have the same weight."""
        total = [[self.field.zero] * self.p for _ in range(self.p)]
        for matrix in self.projectors.values():
            total = [[self.field.add(x, y) for x, y in zip(*rows)] for rows in zip(total, matrix)]
        others = [self.weights[label] for label in self.names[1:]]
        complete = total == self.field.identity(self.p)  # projectors that sum to 1 are orthogonal, and p by the trace
        return complete and all(weight == others[0] for weight in others)


def read_clifford(value: Any) -> dict[str, Any]:
    """A one-qudit Clifford unitary up to phase: V T(b) V* = w^[shift,b] T(symplectic b)."""
    entry = listed(small(0, 96), 2)
    return record(value, {"name": name, "shift": entry, "symplectic": listed(entry, 2)})
