"""One-qudit state families: rho = sum_j weight_j P_j, weights affine in the parameters, target first.

Characteristic function chi(a) = Tr(T(a) rho); Wigner function W(a) = p^-2 sum_b w^[a,b] chi(b).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec
from flint import fmpq, fmpq_mat

from ..codes.clifford import Clifford
from ..codes.phase_space import displacement, phase_order
from ..errors import Declined, InputError, OverBudget
from ..exact.as_text import affine, polynomial
from ..exact.cyclotomic import (
    Cyclotomic,
    CyclotomicField,
    Matrix,
    adjoint,
    cyclotomic_field,
    matrix_from_json,
    matrix_json,
    matrix_product,
    trace,
)
from ..exact.reading import rational
from ..files.text import convert, dumps, read_json, sha256

Site = tuple[int, int]
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]{0,63}")
MAX_P = 7  # as in the checker
MAX_FIELD = 120  # of m, as in the checker
LONGEST = 32  # of a name that becomes a part of the id of a claim
MEANINGS = {"delta": "the depolarizing rate", "eps": "the infidelity"}
PARAMETER = re.compile("[A-Za-z][A-Za-z0-9]*")
PARTS = {"epsilon": "eps", "fidelity": "a fidelity", "success": "the success probability", "threshold": "a threshold"}
RESERVED = {
    "any": "all outputs together",
    "f": "a fidelity",
    "i": "the square root of -1",
    "input": "an input",
    "o": "terms of higher order",
    "omega": "a root of unity",
    "output": "an output",
    "p": "the probability of a Pauli error, or the dimension of a site",
    "pi": "a circle's circumference over its diameter",
    "target": "the state at 0",
    "zeta": "a root of unity",
}


class MatrixFile(msgspec.Struct, forbid_unknown_fields=True):
    """A matrix over Q(zeta_m): integer coordinates over one denominator."""

    m: int
    den: str
    entries: list[list[list[str]]]


class MemberFile(msgspec.Struct, forbid_unknown_fields=True):
    """One pure state of the mixture."""

    name: str
    projector: MatrixFile
    weight: list[str]


class CliffordFile(msgspec.Struct, forbid_unknown_fields=True):
    """A Clifford unitary; one that fixes the target may twirl."""

    name: str
    symplectic: list[list[int]]
    shift: list[int]


class StateFile(msgspec.Struct, forbid_unknown_fields=True, tag_field="format", tag="stillproof-state/1"):
    """The format `stillproof-state/1` (docs/formats/state.md)."""

    name: str
    p: int
    parameters: list[str]
    ensemble: list[MemberFile]
    cliffords: list[CliffordFile]
    source: str


def is_stabilizer(chi: Sequence[Cyclotomic]) -> bool:
    """Whether a pure state is a stabilizer state, from its <T(b)> up to one factor, the one of the identity first.

    A pure state is one if and only if every |<T(b)>| is 0 or 1: those with 1 are its stabilizer group.
    """
    norm = chi[0] * chi[0].conjugate()
    return all(not x or x * x.conjugate() == norm for x in chi)


@dataclass(frozen=True)
class StateFamily:
    """A mixture of pure states of one qudit.

    `projectors` has the p x p projector of each state by its name, and `weights` the (c0, c1, ..) of its weight
    c0 + c1 x + ... in the parameters x, ...
    """

    name: str
    p: int
    field: CyclotomicField
    projectors: dict[str, Matrix]
    weights: dict[str, tuple[fmpq, ...]]
    cliffords: dict[str, Clifford]
    data: dict[str, Any]

    @property
    def target(self) -> str:
        """The state to be distilled."""
        return next(iter(self.projectors))

    @property
    def starts_pure(self) -> bool:
        """Whether the family at parameter 0 is the target."""
        return all(weight[0] == int(name == self.target) for name, weight in self.weights.items())

    @property
    def magic(self) -> bool:
        """Whether the target is no stabilizer state."""
        return not self.is_stabilizer(self.target)

    def is_stabilizer(self, name: str) -> bool:
        """Whether a member is a stabilizer state."""
        return is_stabilizer(list(self.chi[name].values()))

    @property
    def depolarizing(self) -> bool:
        """Whether the family is (1 - x) target + x I/p, for its one parameter x."""
        target = self.projectors[self.target]
        for i, j in ((i, j) for i in range(self.p) for j in range(self.p)):
            entries = {name: x[i][j] for name, x in self.projectors.items()}
            start, slope, *more = (
                sum((entries[name] * weight[k] for name, weight in self.weights.items()), self.field(0))
                for k in range(1 + len(self.parameters))
            )
            if more or start != target[i][j] or slope != self.field(fmpq(int(i == j), self.p)) - target[i][j]:
                return False
        return True

    @property
    def dephases(self) -> bool:
        """Whether every state is the target after powers of Z with probabilities, and the one at 0 is the target.

        Then chi(u|v) is that of the target times the sum over k of q_k w^(uk), for probabilities q_k of Z^k.  Asked of
        the states, whatever members they are mixed from; where the target has chi(u|v) = 0 for some u and all v, the
        q_k are not unique, and those are tried that the members say.
        """
        target, count = self.chi[self.target], 1 + len(self.parameters)
        if not self.starts_pure:
            return False
        if self._turned:
            return True
        factors: dict[int, tuple[Cyclotomic, ...]] = {}
        for a in self.sites:
            values = self.mixed(self.chi, a)
            if target[a]:
                found = tuple(x * target[a].inverse() for x in values)
                if factors.setdefault(a[0], found) != found:
                    return False
            elif any(values):
                return False
        if len(factors) < self.p or any(factors[0][1:]):
            return False
        for k in range(self.p):
            parts = [
                sum((self.field.root_of_unity(self.p, -u * k) * x[i] for u, x in factors.items()), self.field(0))
                for i in range(count)
            ]
            if any(any(x.coordinates()[1:]) for x in parts):
                return False
            start, *slopes = (x.coordinates()[0] for x in parts)
            if start < 0 or any(start + slope < 0 for slope in slopes):  # affine: at the corners, where it is least
                return False
        return True

    @property
    def _turned(self) -> bool:
        """Whether every member is the target after a power of Z."""
        clock, back = (displacement(self.field, self.p, 0, k) for k in (1, self.p - 1))
        orbit = [self.projectors[self.target]]
        for _ in range(self.p - 1):
            orbit.append(matrix_product(matrix_product(clock, orbit[-1]), back))
        return all(x in orbit for x in self.projectors.values())

    @property
    def is_basis(self) -> bool:
        """Whether the members are an orthonormal basis."""
        rows = [
            [sum((x[i][j] for x in self.projectors.values()), self.field(0)) for j in range(self.p)]
            for i in range(self.p)
        ]
        return bool(rows == displacement(self.field, self.p, 0, 0))

    @property
    def orthogonal_rest(self) -> bool:
        """Whether the members are an orthonormal basis, all but the target with one weight."""
        others = {weight for name, weight in self.weights.items() if name != self.target}
        return self.is_basis and len(others) <= 1

    def depolarizes_along(self, start: Sequence[str], end: Sequence[str]) -> bool:
        """Whether a segment, by its ends in a claim, goes from a member to the maximally mixed state."""
        pure = len(self.mixture([rational(x) for x in start])) == 1
        return pure and self.is_mixed([rational(x) for x in end])

    def is_mixed(self, point: Sequence[fmpq]) -> bool:
        """Whether the state at a point is the maximally mixed one: its chi vanishes except at (0, 0)."""
        values = (self.mixed(self.chi, a) for a in self.sites[1:])
        return not any(sum((c * x for c, x in zip(more, point, strict=True)), first) for first, *more in values)

    def mixture(self, point: Sequence[fmpq]) -> dict[str, fmpq]:
        """The members that the state at a point is a mixture of, with their weights."""
        at = [fmpq(1), *point]
        weights = {
            name: sum((c * x for c, x in zip(weight, at, strict=True)), fmpq(0))
            for name, weight in self.weights.items()
        }
        return {name: weight for name, weight in weights.items() if weight}

    @property
    def parameters(self) -> list[str]:
        """The names of the parameters."""
        return [str(name) for name in self.data["parameters"]]

    @property
    def parameter(self) -> str:
        """The name of the one parameter.  Raises Declined if there are several."""
        self.require_one_parameter()
        return self.parameters[0]

    def require_one_parameter(self) -> None:
        """Raise Declined if there are several parameters."""
        if len(self.parameters) > 1:
            raise Declined(f"the family {self.name} has {len(self.parameters)} parameters")

    @cached_property
    def sites(self) -> list[Site]:
        """All (u, v) of one site."""
        return [(u, v) for u in range(self.p) for v in range(self.p)]

    @cached_property
    def chi(self) -> dict[str, dict[Site, Cyclotomic]]:
        """The characteristic function of every member."""
        return {
            name: {a: trace(matrix_product(displacement(self.field, self.p, *a), x)) for a in self.sites}
            for name, x in self.projectors.items()
        }

    @cached_property
    def wigner(self) -> dict[str, dict[Site, Cyclotomic]]:
        """The Wigner function of every member."""
        return {
            name: {
                (u, v): sum(
                    (self.field.root_of_unity(self.p, v * x - u * y) * chi[x, y] for x, y in self.sites), self.field(0)
                )
                * fmpq(1, self.p**2)
                for u, v in self.sites
            }
            for name, chi in self.chi.items()
        }

    def mixed(self, values: dict[str, dict[Site, Cyclotomic]], a: Site) -> tuple[Cyclotomic, ...]:
        """The family's value at a, as (c0, c1, ..) for c0 + c1 x + ..."""
        return tuple(
            sum((values[name][a] * weight[k] for name, weight in self.weights.items()), self.field(0))
            for k in range(1 + len(self.parameters))
        )

    @cached_property
    def maximally_mixed(self) -> list[fmpq]:
        """The parameters at which chi vanishes except at (0, 0).  Raises Declined unless there is one such point."""
        count, rows = len(self.parameters), []
        for a in self.sites[1:]:
            value = self.mixed(self.chi, a)
            rows += [[*(c.poly[i] for c in value[1:]), -value[0].poly[i]] for i in range(self.field.degree)]
        solved, rank = fmpq_mat(rows).rref()
        pivots = [next(j for j in range(count + 1) if solved[i, j]) for i in range(rank)]
        if pivots != list(range(count)):
            raise Declined(f"the family {self.name} has no one maximally mixed state")
        return [solved[i, count] for i in range(count)]

    @cached_property
    def exact_infidelity(self) -> tuple[Cyclotomic, ...]:
        """1 - <target|rho|target>, as (c0, c1, ..) for c0 + c1 x + ..; the coefficients may be irrational."""
        target = self.projectors[self.target]
        overlaps = {name: trace(matrix_product(target, x)) for name, x in self.projectors.items()}
        one = [self.field(1), *[self.field(0)] * len(self.parameters)]
        return tuple(
            start - sum((overlaps[name] * w[k] for name, w in self.weights.items()), self.field(0))
            for k, start in enumerate(one)
        )

    @cached_property
    def infidelity(self) -> tuple[fmpq, ...]:
        """`exact_infidelity` in rationals.  Raises Declined where it is irrational."""
        if any(any(c.coordinates()[1:]) for c in self.exact_infidelity):
            raise Declined(f"the infidelity of the family {self.name} has irrational coefficients")
        return tuple(c.coordinates()[0] for c in self.exact_infidelity)

    @cached_property
    def classes(self) -> dict[tuple[Cyclotomic, ...], list[Site]]:
        """The points other than (0, 0) by the family's chi; points where it vanishes are left out."""
        found: dict[tuple[Cyclotomic, ...], list[Site]] = {}
        for a in self.sites[1:]:
            value = self.mixed(self.chi, a)
            if any(value):
                found.setdefault(value, []).append(a)
        return found

    def sha256(self) -> str:
        """The SHA-256 of the one spelling of the state file."""
        return sha256(dumps(self.data) + "\n")


def read_state(path: Path) -> StateFamily:
    """Read a state file, and refuse what is no family of states.  Raises InputError, or OverBudget for a large p."""
    return family_of(path, read_json(path))


def family_of(path: str | Path, value: Any) -> StateFamily:
    """The family that a JSON value describes; `path` says in messages where it is from.  Raises as `read_state`."""
    data = convert(path, value, StateFile)
    if "format" not in value:  # msgspec asks for a tag only to tell types apart
        raise InputError(f"{path}: format", "stillproof-state/1", "nothing")
    check_names(path, data)
    projectors = {x.name: read_projector(path, data.p, data.ensemble[0], x) for x in data.ensemble}
    weights = {x.name: read_weight(path, x) for x in data.ensemble}
    field = cyclotomic_field(data.ensemble[0].projector.m)
    check_members(path, data, projectors)
    check_weights(path, data.parameters, weights)
    ensemble = [
        {"name": name, "projector": matrix_json(x), "weight": [str(c) for c in weights[name]]}
        for name, x in projectors.items()
    ]
    # the one spelling of the file has every fraction in lowest terms
    kept = {**value, "ensemble": ensemble}
    family = StateFamily(data.name, data.p, field, projectors, weights, read_cliffords(path, data), kept)
    check_meaning(path, family)
    return family


def check_names(path: str | Path, data: StateFile) -> None:
    """Raises InputError unless the names are names, those of one kind differ, and the parameters' are free.

    Names of parameters are short because ids of claims are made from them.  Raises OverBudget for a large p.
    """
    if not (2 <= data.p <= 97 and all(data.p % d for d in range(2, data.p))):
        raise InputError(f"{path}: p", "a prime up to 97", data.p)
    if data.p > MAX_P:
        raise OverBudget(f"{path}: p = {data.p}; up to {MAX_P} is handled")
    if not 1 <= len(data.parameters) <= 2:
        raise InputError(f"{path}: parameters", "one or two names", data.parameters)
    if not data.ensemble:
        raise InputError(f"{path}: ensemble", "at least one member, the first one the target", "an empty list")
    if not data.source:
        raise InputError(f"{path}: source", "a non-empty string", '""')
    members, cliffords = [x.name for x in data.ensemble], [x.name for x in data.cliffords]
    for where, names in (("name", [data.name]), ("parameters", data.parameters), ("ensemble", members)):
        check_distinct(f"{path}: {where}", names)
    check_distinct(f"{path}: cliffords", cliffords)
    if "target" in members[1:]:
        raise InputError(f"{path}: ensemble", "another name than target, for a member that is not the first", "target")
    for name in data.parameters:
        where = f"{path}: parameters"
        if len(name) > LONGEST:
            raise InputError(where, f"names of at most {LONGEST} characters", f"{name}, of {len(name)}")
        if name.lower() in RESERVED:
            raise InputError(where, f"another name than {name}, which stands for {RESERVED[name.lower()]}", name)
        for part in (part for part in PARTS if part in name.lower()):
            raise InputError(where, f"a name without {part}, which stands for {PARTS[part]}", name)
        if name.lower() in MEANINGS and name != name.lower():
            raise InputError(where, f"another name than {name}: {name.lower()} is {MEANINGS[name.lower()]}", name)
        if not PARAMETER.fullmatch(name):
            raise InputError(where, "a letter, then letters and digits: no formula, and no number", name)
    for x in data.ensemble:
        if len(x.weight) != 1 + len(data.parameters):
            raise InputError(f"{path}: weight of {x.name}", f"{1 + len(data.parameters)} rationals", x.weight)


def check_distinct(where: str, names: list[str]) -> None:
    """Raises InputError unless these are names, and distinct."""
    for name in names:
        if not NAME.fullmatch(name):
            raise InputError(where, "a name of at most 64 letters, digits, '.' and '-'", name or "an empty one")
        if names.count(name) > 1:
            raise InputError(where, "distinct names", f"{name} {names.count(name)} times")


def read_cliffords(path: str | Path, data: StateFile) -> dict[str, Clifford]:
    """The Cliffords by their names.  Raises InputError where one is none."""
    found: dict[str, Clifford] = {}
    for x in data.cliffords:
        where, p = f"{path}: clifford {x.name}", data.p
        if [len(row) for row in x.symplectic] != [2, 2] or len(x.shift) != 2:
            raise InputError(where, "symplectic with two rows of two, and shift with two entries", "another shape")
        (a, b), (c, d) = x.symplectic
        if max(a, b, c, d, *x.shift) >= p:
            raise InputError(where, f"entries from 0 to {p - 1}", max(a, b, c, d, *x.shift))
        if (a * d - b * c) % p != 1:
            raise InputError(f"{where}, symplectic", "determinant 1", (a * d - b * c) % p)
        found[x.name] = Clifford(p, ((a, b), (c, d)), (x.shift[0], x.shift[1]))
    return found


def check_members(path: str | Path, data: StateFile, projectors: dict[str, Matrix]) -> None:
    """Raises InputError unless the members are distinct pure states: P* = P, Tr P = 1 and P P = P."""
    places = [(i, j) for i in range(data.p) for j in range(data.p)]
    for name, matrix in projectors.items():
        where, turned = f"{path}: member {name}, projector", adjoint(matrix)
        for i, j in places:
            if matrix[i][j] != turned[i][j]:
                found = f"{shown(matrix[i][j])} on row {i + 1}, column {j + 1}, and {shown(matrix[j][i])} opposite"
                raise InputError(where, "a Hermitian matrix", found)
        if trace(matrix) != trace(matrix).field(1):
            raise InputError(where, "trace 1", shown(trace(matrix)))
        k = next(k for k in range(data.p) if matrix[k][k])
        # of trace 1 and rank 1, which takes p^2 products, not p^3
        if any(matrix[i][j] * matrix[k][k] != matrix[i][k] * matrix[k][j] for i, j in places):
            for i, j in places:
                square = matrix_product([matrix[i]], [[row[j]] for row in matrix])[0][0]
                if square != matrix[i][j]:
                    found = f"{shown(square)} for {shown(matrix[i][j])} on row {i + 1}, column {j + 1} of P P"
                    raise InputError(where, "a pure state, P P = P", found)
        for other, earlier in projectors.items():
            if other == name:
                break
            if earlier == matrix:
                raise InputError(where, f"another state than that of {other}", "the same one")


def read_projector(path: str | Path, p: int, first: MemberFile, x: MemberFile) -> Matrix:
    """The matrix of a member.  Raises InputError where it is none over the field of the first member."""
    where, m, order = f"{path}: member {x.name}, projector", x.projector.m, phase_order(p)
    if not 1 <= m <= MAX_FIELD or m % order:
        raise InputError(f"{where}, m", f"a multiple of {order} up to {MAX_FIELD}", m)
    if m != first.projector.m:
        raise InputError(f"{where}, m", f"{first.projector.m}, as for {first.name}", m)
    degree = cyclotomic_field(m).degree
    if [len(row) for row in x.projector.entries] != [p] * p:
        raise InputError(where, f"{p} rows of {p} entries", f"rows of {[len(row) for row in x.projector.entries]}")
    for row in x.projector.entries:
        for entry in row:
            if len(entry) != degree:
                raise InputError(where, f"entries of {degree} coordinates, as m = {m}", entry)
    try:
        return matrix_from_json(msgspec.to_builtins(x.projector))
    except (ValueError, ZeroDivisionError) as error:
        raise InputError(where, "integers in strings, the denominator not 0", error) from None


def read_weight(path: str | Path, x: MemberFile) -> tuple[fmpq, ...]:
    """The weight of a member.  Raises InputError where it is none."""
    try:
        return tuple(map(rational, x.weight))
    except (ValueError, ZeroDivisionError):
        raise InputError(f"{path}: weight of {x.name}", 'rationals such as "1/3"', x.weight) from None


def check_weights(path: str | Path, parameters: list[str], weights: dict[str, tuple[fmpq, ...]]) -> None:
    """Raises InputError unless the weights are those of a mixture, wherever the parameters are >= 0 with sum <= 1."""
    corners = ["all parameters are 0" if len(parameters) > 1 else f"{parameters[0]} = 0"]
    corners += [f"{name} = 1" for name in parameters]
    for name, (constant, *slopes) in weights.items():
        for corner, value in zip(corners, (constant, *(constant + slope for slope in slopes)), strict=True):
            if value < 0:
                raise InputError(f"{path}: weight of {name}", f"no negative value where {corner}", value)
    total = [sum(column, fmpq(0)) for column in zip(*weights.values(), strict=True)]
    if total != [1, *[0] * len(parameters)]:
        raise InputError(f"{path}: weights", "weights with sum 1", affine(list(map(str, total)), parameters))


def check_meaning(path: str | Path, family: StateFamily) -> None:
    """Raises InputError where a parameter has a name with a meaning, delta or eps, and another meaning.

    delta is the depolarizing rate: the state is (1 - delta) target + delta I/p.  eps is the infidelity.
    """
    for name in [name for name in family.parameters if name in MEANINGS]:
        where, expected = f"{path}: parameters", f"another name than {name}, which is {MEANINGS[name]}"
        if len(family.parameters) > 1:
            raise InputError(where, f"{expected}, in a family of several parameters", ", ".join(family.parameters))
        overlap = f"1 - <{family.target}|rho|{family.target}>"
        coefficients = [shown(c) for c in family.exact_infidelity]
        found = f"{overlap} = {affine(coefficients, family.parameters)}"
        if name == "eps" and coefficients != ["0", "1"]:
            raise InputError(where, f"{expected} {overlap}", found)
        if name == "delta" and not family.depolarizing:
            if coefficients == ["0", str(1 - fmpq(1, family.p))]:
                found += f", but another state than (1 - delta) {family.target} + delta I/{family.p}"
            raise InputError(where, f"{expected} of (1 - delta) {family.target} + delta I/{family.p}", found)


def shown(x: Cyclotomic) -> str:
    """An element of Q(zeta_m): its coordinates in 1, z, z^2, .. for z = zeta_m."""
    return polynomial(list(map(str, x.coordinates())), [f"zeta_{x.field.m}"])
