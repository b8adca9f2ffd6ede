"""Vectors (u|v) of the phase space F_p^2n, the symplectic form, and displacement operators.

T(u|v) = w^(u.v/2) X^u Z^v for odd p, with X|k> = |k+1>, Z|k> = w^k |k> (Prakash 2020, eq. (2.1) to (2.3));
T(u|v) = i^(u.v) X^u Z^v for p = 2, with u.v counted as an integer, so that T(1|1) = iXZ = Y.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..exact.cyclotomic import CyclotomicField, Matrix


@dataclass(frozen=True)
class PhaseVector:
    """(u|v) with entries in F_p, p prime."""

    p: int
    u: tuple[int, ...]
    v: tuple[int, ...]

    @staticmethod
    def of(p: int, u: Sequence[int], v: Sequence[int]) -> PhaseVector:
        """(u|v), reduced modulo p."""
        return PhaseVector(p, tuple(x % p for x in u), tuple(x % p for x in v))

    def __add__(self, other: PhaseVector) -> PhaseVector:
        return PhaseVector.of(self.p, list(map(int.__add__, self.u, other.u)), list(map(int.__add__, self.v, other.v)))

    def __mul__(self, c: int) -> PhaseVector:
        return PhaseVector.of(self.p, [c * x for x in self.u], [c * x for x in self.v])

    def form(self, other: PhaseVector) -> int:
        """[a, b] = v_a . u_b - u_a . v_b mod p, so that T(a) T(b) = w^[a,b] T(b) T(a)."""
        return (sum(map(int.__mul__, self.v, other.u)) - sum(map(int.__mul__, self.u, other.v))) % self.p

    def weight(self) -> int:
        """The number of sites with (u_i, v_i) != (0, 0)."""
        return sum(1 for site in zip(self.u, self.v, strict=True) if any(site))

    def row(self) -> list[int]:
        """u and v as one row of 2n entries."""
        return [*self.u, *self.v]

    def json(self) -> list[list[int]]:
        """[[u_1..u_n], [v_1..v_n]]."""
        return [list(self.u), list(self.v)]


def from_row(p: int, row: Sequence[int]) -> PhaseVector:
    """The inverse of `PhaseVector.row`."""
    n = len(row) // 2
    return PhaseVector.of(p, row[:n], row[n:])


def displacement(field: CyclotomicField, p: int, u: int, v: int) -> Matrix:
    """T(u|v) on one site."""
    front = field.root_of_unity(4, u * v) if p == 2 else field.root_of_unity(p, u * v * (p + 1) // 2)
    matrix = [[field(0)] * p for _ in range(p)]
    for k in range(p):
        matrix[(k + u) % p][k] = front * field.root_of_unity(p, v * k)
    return matrix


def phase_order(p: int) -> int:
    """The order of the phases that products of displacement operators pick up."""
    return 4 if p == 2 else p


def product_phase(a: PhaseVector, b: PhaseVector) -> int:
    """e with T(a) T(b) = r^e T(a + b), r the root of unity of order `phase_order(p)`."""
    if a.p > 2:
        return a.form(b) * (a.p + 1) // 2 % a.p
    # i^(u.v) X^u Z^v i^(x.y) X^x Z^y = i^(u.v + x.y + 2 v.x) X^(u+x) Z^(v+y)
    total = a + b
    dot = [sum(map(int.__mul__, x, y)) for x, y in ((a.u, a.v), (b.u, b.v), (a.v, b.u), (total.u, total.v))]
    return (dot[0] + dot[1] + 2 * dot[2] - dot[3]) % 4
