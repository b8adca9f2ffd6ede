"""One-qudit state families: rho = sum_j weight_j P_j, weights affine in one parameter, target first.

Characteristic function chi(a) = Tr(T(a) rho); Wigner function W(a) = p^-2 sum_b w^[a,b] chi(b).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec
from flint import fmpq

from .clifford import Clifford
from .cyclotomic import Cyclotomic, CyclotomicField, Matrix, cyclotomic_field, matrix_from_json, matrix_product, trace
from .errors import Declined, InputError
from .files import convert, dumps, read_json, sha256
from .phase_space import displacement

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
    """A mixture of pure states: name -> projector, name -> (c0, c1) for the weight c0 + c1 delta."""

    name: str
    p: int
    field: CyclotomicField
    projectors: dict[str, Matrix]
    weights: dict[str, tuple[fmpq, fmpq]]
    cliffords: dict[str, Clifford]
    data: dict[str, Any]

    @property
    def target(self) -> str:
        """The state to be distilled."""
        return next(iter(self.projectors))

    @property
    def starts_pure(self) -> bool:
        """Whether the family at parameter 0 is the target."""
        return all(c0 == int(name == self.target) for name, (c0, _) in self.weights.items())

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
    def parameter(self) -> str:
        """The name of the parameter, called delta in this code."""
        return str(self.data["parameters"][0])

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

    def mixed(self, values: dict[str, dict[Site, Cyclotomic]], a: Site) -> tuple[Cyclotomic, Cyclotomic]:
        """The family's value at a, as (c0, c1) for c0 + c1 delta."""
        parts = [
            sum((values[name][a] * weight[k] for name, weight in self.weights.items()), self.field(0)) for k in (0, 1)
        ]
        return parts[0], parts[1]

    @cached_property
    def uniform_chi(self) -> tuple[fmpq, fmpq]:
        """The family's chi at every a != 0, as (z0, z1).  Raises Declined where it is not one rational function."""
        values = {self.mixed(self.chi, a) for a in self.sites if a != (0, 0)}
        if len(values) > 1:
            raise Declined(
                f"state {self.name}: chi takes {len(values)} values off 0; only uniform families are handled"
            )
        z0, z1 = values.pop()
        return z0.rational(), z1.rational()

    def sha256(self) -> str:
        """The SHA-256 of the one spelling of the state file."""
        return sha256(dumps(self.data) + "\n")


def read_state(path: Path) -> StateFamily:
    """Read a state file.  Raises InputError."""
    value = read_json(path)
    data = convert(path, value, StateFile)
    try:
        projectors = {x.name: matrix_from_json(msgspec.to_builtins(x.projector)) for x in data.ensemble}
        weights = {x.name: (fmpq(*_ratio(x.weight[0])), fmpq(*_ratio(x.weight[1]))) for x in data.ensemble}
        cliffords = {
            x.name: Clifford(data.p, tuple(map(tuple, x.symplectic)), tuple(x.shift))  # type: ignore[arg-type]
            for x in data.cliffords
        }
        field = cyclotomic_field(data.ensemble[0].projector.m)
    except (ValueError, IndexError, ZeroDivisionError) as error:
        raise InputError(str(path), "the format of docs/formats/state.md", error) from None
    return StateFamily(data.name, data.p, field, projectors, weights, cliffords, value)


def _ratio(text: str) -> list[int]:
    return [int(part) for part in text.split("/")]
