"""One-qudit state families: rho = sum_j weight_j P_j, weights affine in the parameters, target first.

Characteristic function chi(a) = Tr(T(a) rho); Wigner function W(a) = p^-2 sum_b w^[a,b] chi(b).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec
from flint import fmpq, fmpq_mat

from .algebraic import rational
from .clifford import Clifford
from .cyclotomic import (
    Cyclotomic,
    CyclotomicField,
    Matrix,
    cyclotomic_field,
    matrix_from_json,
    matrix_json,
    matrix_product,
    trace,
)
from .errors import Declined, InputError
from .files import convert, dumps, read_json, sha256
from .phase_space import displacement, phase_order

Site = tuple[int, int]


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
    """A Clifford unitary that fixes the target."""

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


@dataclass(frozen=True)
class StateFamily:
    """A mixture of pure states: name -> projector, name -> (c0, c1, ..) for the weight c0 + c1 x + ..."""

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
    def orthogonal_rest(self) -> bool:
        """Whether the members are an orthonormal basis, all but the target with one weight."""
        rows = [
            [sum((x[i][j] for x in self.projectors.values()), self.field(0)) for j in range(self.p)]
            for i in range(self.p)
        ]
        others = {weight for name, weight in self.weights.items() if name != self.target}
        return rows == displacement(self.field, self.p, 0, 0) and len(others) <= 1

    @property
    def parameters(self) -> list[str]:
        """The names of the parameters."""
        return [str(name) for name in self.data["parameters"]]

    @property
    def parameter(self) -> str:
        """The name of the one parameter.  Raises Declined if there are several."""
        if len(self.parameters) > 1:
            raise Declined(f"the family {self.name} has {len(self.parameters)} parameters")
        return self.parameters[0]

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
    def infidelity(self) -> tuple[fmpq, ...]:
        """1 - <target|rho|target>, as (c0, c1, ..) for c0 + c1 x + ..."""
        target = self.projectors[self.target]
        overlaps = {name: trace(matrix_product(target, x)).rational() for name, x in self.projectors.items()}
        count = 1 + len(self.parameters)
        fidelity = [sum((overlaps[name] * w[k] for name, w in self.weights.items()), fmpq(0)) for k in range(count)]
        return 1 - fidelity[0], *(-c for c in fidelity[1:])

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
    """Read a state file.  Raises InputError."""
    value = read_json(path)
    data = convert(path, value, StateFile)
    if not data.ensemble:
        raise InputError(f"{path}: ensemble", "at least one state, the target first", "an empty list")
    try:
        projectors = {x.name: matrix_from_json(msgspec.to_builtins(x.projector)) for x in data.ensemble}
        weights = {x.name: tuple(map(rational, x.weight)) for x in data.ensemble}
        cliffords = {
            x.name: Clifford(data.p, tuple(map(tuple, x.symplectic)), tuple(x.shift))  # type: ignore[arg-type]
            for x in data.cliffords
        }
        field = cyclotomic_field(data.ensemble[0].projector.m)
    except (ValueError, IndexError, ZeroDivisionError) as error:
        raise InputError(str(path), "the format of docs/formats/state.md", error) from None
    if not 1 <= len(data.parameters) <= 2 or len(set(data.parameters)) < len(data.parameters):
        raise InputError(f"{path}: parameters", "one or two distinct names", data.parameters)
    for x in data.ensemble:
        if len(x.weight) != 1 + len(data.parameters):
            raise InputError(f"{path}: weight of {x.name}", f"{1 + len(data.parameters)} rationals", x.weight)
    order = phase_order(data.p)
    if field.m % order:
        raise InputError(f"{path}: projector m", f"a multiple of {order}", field.m)
    ensemble = [
        {"name": name, "projector": matrix_json(x), "weight": [str(c) for c in weights[name]]}
        for name, x in projectors.items()
    ]
    # the one spelling of the file has every fraction in lowest terms
    kept = {**value, "ensemble": ensemble} if len(ensemble) == len(data.ensemble) else value
    return StateFamily(data.name, data.p, field, projectors, weights, cliffords, kept)
