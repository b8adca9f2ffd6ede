"""One-qudit Clifford unitaries V_F T(shift), F in SL(2, p), for odd p (Prakash 2020, eq. (2.4) to (2.6))."""

from __future__ import annotations

from dataclasses import dataclass

from .cyclotomic import CyclotomicField, Matrix, adjoint, matrix_product
from .phase_space import PhaseVector, displacement


@dataclass(frozen=True)
class Clifford:
    """V_F T(shift) up to a phase; it conjugates T(b) to w^[shift,b] T(F b)."""

    p: int
    symplectic: tuple[tuple[int, int], tuple[int, int]]
    shift: tuple[int, int] = (0, 0)

    def matrix(self, field: CyclotomicField) -> Matrix:
        """The unitary, with V_F as in Appleby et al. 2008; `field` contains the 4p-th roots of unity."""
        p = self.p
        (a, b), (c, d) = self.symplectic
        half = (p + 1) // 2
        if b % p:
            over = pow(b, -1, p)
            scale = field.sqrt_of_prime(p).inverse()
            rows = [
                [scale * field.root_of_unity(p, half * over * (a * k * k - 2 * j * k + d * j * j)) for k in range(p)]
                for j in range(p)
            ]
        else:
            rows = [[field(0)] * p for _ in range(p)]
            for k in range(p):
                rows[a * k % p][k] = field.root_of_unity(p, half * a * c * k * k)
        return matrix_product(rows, displacement(field, p, *self.shift))

    def everywhere(self, a: PhaseVector) -> PhaseVector:
        """F applied to (u_i, v_i) on every site."""
        f = self.symplectic
        sites = list(zip(a.u, a.v, strict=True))
        return PhaseVector.of(
            self.p, [f[0][0] * x + f[0][1] * y for x, y in sites], [f[1][0] * x + f[1][1] * y for x, y in sites]
        )

    def phase(self, a: PhaseVector) -> int:
        """The exponent of w that V^(x)n picks up on T(a): sum_i [shift, a_i]."""
        return sum(self.shift[1] * x - self.shift[0] * y for x, y in zip(a.u, a.v, strict=True)) % self.p

    def sends(self, field: CyclotomicField, projectors: dict[str, Matrix]) -> dict[str, str]:
        """Which of these projectors V P V* are among them again."""
        v = self.matrix(field)
        images = {name: matrix_product(matrix_product(v, x), adjoint(v)) for name, x in projectors.items()}
        found = {a: [b for b, x in projectors.items() if image == x] for a, image in images.items()}
        return {a: a if a in names else names[0] for a, names in found.items() if names}


def group_order(cliffords: list[Clifford]) -> int:
    """The order of the group that the symplectic parts generate."""
    p = cliffords[0].p
    found = {((1, 0), (0, 1))}
    queue = list(found)
    for (a, b), (c, d) in queue:
        for clifford in cliffords:
            (e, f), (g, h) = clifford.symplectic
            image = (((a * e + b * g) % p, (a * f + b * h) % p), ((c * e + d * g) % p, (c * f + d * h) % p))
            if image not in found:
                found.add(image)
                queue.append(image)
    return len(found)
