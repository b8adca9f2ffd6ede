"""One-qudit state families: mixtures of pure states, with weights affine in one or two parameters.

rho = sum_j weight_j P_j with projectors P_j of rank one over Q(zeta_m); the parameters are non-negative and their
sum is at most 1.  Characteristic function
chi_P(a) = Tr(T(a) P); Wigner function W_P(a) = p^-2 sum_b w^[a,b] chi_P(b) (Prakash 2020, eq. (2.9) to (2.11)).
"""

import re
from fractions import Fraction
from typing import Any

from ..entry.loader import constant, listed, name, rational, record, small, text, unread_list
from ..entry.verdict import require, supported, wellformed, within
from ..entry.work import Work
from ..numbers.cyclotomic import MAX_ENTRY, Element, Field, Fields, Matrix, read_matrix

MAX_P = 7
MAX_PARAMETERS = 2
MAX_MEMBERS = 32  # of an ensemble
MEANINGS = {"delta": "delta = the depolarizing rate of the first member", "eps": "eps = the infidelity to it"}
RESERVED = ("any", "f", "i", "input", "o", "omega", "output", "p", "pi", "target", "zeta")  # other things
PARTS = ("epsilon", "fidelity", "success", "threshold")  # as parts of a name, too
PARAMETER = re.compile("[A-Za-z][A-Za-z0-9]*")  # no formula, and no number


class State:
    """A family read from a state file; the first member of the ensemble is the target of distillation."""

    def __init__(self, value: Any, work: Work):
        got = record(
            value,
            {
                "cliffords": listed(read_clifford),
                "ensemble": unread_list,
                "format": constant("stillproof-state/1"),
                "name": name,
                "p": small(2, 97),
                "parameters": listed(name),
                "source": text,
            },
        )
        self.name, self.p, self.parameters = got["name"], got["p"], got["parameters"]
        few = 1 <= len(self.parameters) <= MAX_PARAMETERS and len(set(self.parameters)) == len(self.parameters)
        supported(few, "state.parameters.count", f"1 to {MAX_PARAMETERS} distinct names", self.parameters)
        supported(self.p == 2 or self.p % 2 == 1, "state.p.prime", "a prime", self.p)
        within(self.p <= MAX_P, "state.p.size", f"at most {MAX_P}, up to which 2 and the odd numbers are prime", self.p)
        self.fields = Fields(work)
        coefficients = listed(rational, 1 + len(self.parameters))
        members = [
            record(
                member,
                {"name": name, "projector": lambda m: read_matrix(m, self.p, self.fields), "weight": coefficients},
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
        wellformed("target" not in self.names[1:], "state.names.target", "the first member as the target", self.names)
        for member in members:
            wellformed(member["projector"][0].m == self.field.m, "state.field", f"zeta_{self.field.m}", member["name"])
        self.target = self.names[0]
        self.points = [(u, v) for u in range(self.p) for v in range(self.p)]
        self.check()

    def check(self) -> None:
        """Every member is a pure state, and the weights are those of a mixture at the corners of the simplex."""
        for label, matrix in self.projectors.items():
            require(self.field.adjoint(matrix) == matrix, "state.projector.hermitian", "P* = P", label)
            require(self.field.product(matrix, matrix) == matrix, "state.projector.idempotent", "P P = P", label)
            require(self.field.trace(matrix) == self.field.one, "state.projector.trace", "Tr P = 1", label)
        matrices = list(self.projectors.values())
        once = all(a != b for i, a in enumerate(matrices) for b in matrices[:i])
        wellformed(once, "state.members.distinct", "every member another state", self.names)
        total = [Fraction(0)] * (1 + len(self.parameters))
        for weight in self.weights.values():
            corners = [weight[0], *(weight[0] + slope for slope in weight[1:])]
            size = max(c.denominator for c in weight)
            within(size <= MAX_ENTRY, "state.weights.size", f"denominators of at most {MAX_ENTRY}", "a larger one")
            mixes = min(corners) >= 0
            require(mixes, "state.weights.positive", "a weight not negative where one parameter is 1 or none", corners)
            total = [a + b for a, b in zip(total, weight)]
        require(total[0] == 1 and not any(total[1:]), "state.weights.sum", "weights summing to 1", total)
        for label in self.parameters:
            self.check_meaning(label)

    def check_meaning(self, label: str) -> None:
        """`delta` is the depolarizing rate and `eps` the infidelity, each by itself; some words are reserved."""
        word = label.lower()
        free = word not in RESERVED and not any(part in word for part in PARTS)
        free = free and PARAMETER.fullmatch(label) is not None
        expected = f"a letter, then letters and digits; not {', '.join((*RESERVED, *PARTS))}"
        wellformed(free, "state.parameters.reserved", expected, label)
        if word in MEANINGS:
            alone = label == word and len(self.parameters) == 1
            means = alone and (self.depolarizes() if word == "delta" else self.counts_infidelity())
            wellformed(means, "state.parameters.meaning", f"{MEANINGS[word]}, the only parameter", self.parameters)

    def depolarizes(self) -> bool:
        """Whether the family is (1 - x) target + x/p, that is, has chi (1 - x) chi_target off 0."""
        chi = {a: self.chi(self.target, a) for a in self.points[1:]}
        return all(self.family_chi(a) == (t, t * -1) for a, t in chi.items())

    def counts_infidelity(self) -> bool:
        """Whether the family has the infidelity x to the target, and so is the target at 0."""
        return self.infidelity() == (self.field.zero, self.field.one)

    def chi(self, label: str, a: tuple[int, int]) -> Element:
        """chi of one member at a = (u, v): T(a) has one entry in each of its columns k, on row k + u."""
        (u, _), operator, projector = a, self.field.displacement(self.p, *a), self.projectors[label]
        rows = [(k + u) % self.p for k in range(self.p)]
        return self.field.sum(operator[row][k] * projector[k][row] for k, row in enumerate(rows))

    def starts_pure(self) -> bool:
        """Whether the family at parameter 0 is the target."""
        return all(weight[0] == int(label == self.target) for label, weight in self.weights.items())

    def infidelity(self) -> tuple[Element, Element]:
        """c_0 and c_1 for a family of one parameter x: its infidelity to the target is c_0 + c_1 x."""
        field, target = self.field, self.projectors[self.target]
        overlaps = {j: field.trace(field.product(target, matrix)) for j, matrix in self.projectors.items()}
        fidelity = self.family(overlaps)
        return field.one - fidelity[0], fidelity[1] * -1

    def family(self, values: dict[str, Element]) -> tuple[Element, ...]:
        """sum_j weight_j values[j], as its coefficients of 1 and of the parameters."""
        return tuple(
            self.field.sum(x * self.weights[label][k] for label, x in values.items())
            for k in range(1 + len(self.parameters))
        )

    def family_chi(self, a: tuple[int, int]) -> tuple[Element, ...]:
        """The family's chi at a, as its coefficients of 1 and of the parameters."""
        return self.family({label: self.chi(label, a) for label in self.names})

    def classes(self) -> dict[tuple[Element, ...], list[tuple[int, int]]]:
        """The points by the family's chi, (0, 0) by itself; the points where chi vanishes are left out."""
        found: dict[tuple[Element, ...], list[tuple[int, int]]] = {}
        for a in self.points[1:]:
            value = self.family_chi(a)
            if any(value):
                found.setdefault(value, []).append(a)
        return found

    @property
    def uniform(self) -> bool:
        """Whether the family's chi has one value, other than 0, at all points but (0, 0)."""
        return [len(points) for points in self.classes().values()] == [len(self.points) - 1]

    def varies(self) -> bool:
        """Whether the family's chi tells the parameters apart: their coefficients are independent over Q."""
        columns = zip(*(self.family_chi(a) for a in self.points))
        first, *rest = [[x for element in column for x in element.coordinates] for column in list(columns)[1:]]
        if not rest:
            return any(first)
        return any(x * v != y * u for x, u in zip(first, rest[0]) for y, v in zip(first, rest[0]))


def read_clifford(value: Any) -> dict[str, Any]:
    """A one-qudit Clifford unitary up to phase: V T(b) V* = w^[shift,b] T(symplectic b)."""
    entry = listed(small(0, 96), 2)
    return record(value, {"name": name, "shift": entry, "symplectic": listed(entry, 2)})
