"""Vectors (u|v) of F_p^2n as a pair of lists, and the symplectic form (design: ZX = wXZ)."""

from collections.abc import Sequence

Vector = tuple[tuple[int, ...], tuple[int, ...]]


def form(p: int, a: Vector, b: Vector) -> int:
    """[a, b] = v_a . u_b - u_a . v_b mod p, so that T(a) T(b) = w^[a,b] T(b) T(a)."""
    (u, v), (x, y) = a, b
    return (sum(map(int.__mul__, v, x)) - sum(map(int.__mul__, u, y))) % p


def combination(p: int, coefficients: Sequence[int], vectors: Sequence[Vector], n: int) -> Vector:
    """sum_i coefficients[i] vectors[i]."""
    halves = [[sum(c * w[half][i] for c, w in zip(coefficients, vectors)) % p for i in range(n)] for half in (0, 1)]
    return tuple(halves[0]), tuple(halves[1])


def weight(a: Vector) -> int:
    """The number of sites on which a is not (0, 0)."""
    return sum(1 for site in zip(*a) if any(site))


def apply_everywhere(p: int, f: Sequence[Sequence[int]], a: Vector) -> Vector:
    """The 2 x 2 matrix f applied to (u_i, v_i) on every site."""
    u, v = a
    first = tuple((f[0][0] * x + f[0][1] * y) % p for x, y in zip(u, v))
    return first, tuple((f[1][0] * x + f[1][1] * y) % p for x, y in zip(u, v))
