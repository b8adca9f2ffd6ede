"""One-qudit Clifford unitaries V_F T(shift), F in SL(2, p) (Prakash 2020, eq. (2.4) to (2.6))."""

from __future__ import annotations

from dataclasses import dataclass
from math import lcm

from flint import fmpq

from ..exact.cyclotomic import CyclotomicField, Matrix, adjoint, cyclotomic_field, lifted, matrix_product
from .phase_space import PhaseVector, displacement, phase_order, product_phase


@dataclass(frozen=True)
class Clifford:
    """V_F T(shift) up to a phase; it conjugates T(b) to w^[shift,b] T(F b) at b = (1,0) and (0,1)."""

    p: int
    symplectic: tuple[tuple[int, int], tuple[int, int]]
    shift: tuple[int, int] = (0, 0)

    def matrix(self, field: CyclotomicField) -> Matrix:
        """The unitary; `field` contains the 4p-th roots of unity, for p = 2 the 8th.

        For odd p, V_F is that of Appleby et al. 2008.  For p = 2 the first entry of V|0> that is not 0 is positive.
        """
        if self.p == 2:
            return self.qubit_matrix(field)
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

    def field(self, m: int) -> CyclotomicField:
        """The smallest field that holds both the matrix and Q(zeta_m)."""
        return cyclotomic_field(lcm(m, 8 if self.p == 2 else 4 * self.p))

    def qubit_matrix(self, field: CyclotomicField) -> Matrix:
        """V with V Z V* and V X V* as given.

        Its first column is fixed by V Z V*, with a positive first entry that is not 0; the second is V X V* times it.
        """
        (a, b), (c, d) = self.symplectic
        images = []
        for column, sign in (((a, c), self.shift[1]), ((b, d), self.shift[0])):
            t = displacement(field, 2, *column)
            images.append([[x * (-1 if sign else 1) for x in row] for row in t])
        x_image, z_image = images
        projector = [[(field(int(i == j)) + z_image[i][j]) * fmpq(1, 2) for j in range(2)] for i in range(2)]
        k = next(k for k in range(2) if projector[k][k])
        scale = field(1) if projector[k][k] == field(1) else field.sqrt_of_two()
        first = [row[k] * scale for row in projector]
        second = [sum((x * y for x, y in zip(row, first, strict=True)), field(0)) for row in x_image]
        return [list(row) for row in zip(first, second, strict=True)]

    def everywhere(self, a: PhaseVector) -> PhaseVector:
        """F applied to (u_i, v_i) on every site."""
        f = self.symplectic
        sites = list(zip(a.u, a.v, strict=True))
        return PhaseVector.of(
            self.p, [f[0][0] * x + f[0][1] * y for x, y in sites], [f[1][0] * x + f[1][1] * y for x, y in sites]
        )

    def phase(self, a: PhaseVector) -> int:
        """e with V^(x)n T(a) V*^(x)n = r^e T(F a), r the root of unity of order `phase_order(p)`."""
        total = 0
        (f, g), (h, k) = self.symplectic
        for x, y in zip(a.u, a.v, strict=True):
            total += (self.shift[1] * x - self.shift[0] * y) * (phase_order(self.p) // self.p)
            if self.p == 2 and x and y:  # V Y V* = i (V X V*) (V Z V*)
                total += 1 + product_phase(PhaseVector(2, (f,), (h,)), PhaseVector(2, (g,), (k,)))
        return total % phase_order(self.p)

    def sends(self, field: CyclotomicField, projectors: dict[str, Matrix]) -> dict[str, str]:
        """Which of these projectors V P V* are among them again."""
        v = self.matrix(field)
        projectors = {name: lifted(x, field) for name, x in projectors.items()}
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
