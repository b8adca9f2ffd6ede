"""Displacement operators and their products: vectors (u|v) of F_p^2n with a phase (design: ZX = wXZ).

T(u|v) = w^(u.v/2) X^u Z^v for odd p, and T(u|v) = i^(u.v) X^u Z^v, u.v counted as an integer, for p = 2.
A phase is an exponent of the primitive root of unity of order `phase_order(p)`.
"""

from collections.abc import Sequence

Vector = tuple[tuple[int, ...], tuple[int, ...]]
Operator = tuple[Vector, int]  # the phase times T(vector)


def phase_order(p: int) -> int:
    """The order of the roots of unity that products of displacement operators pick up: p, or 4 for p = 2."""
    return 4 if p == 2 else p


def identity(n: int) -> Operator:
    """The identity on n sites."""
    return ((0,) * n, (0,) * n), 0


def form(p: int, a: Vector, b: Vector) -> int:
    """[a, b] = v_a . u_b - u_a . v_b mod p, so that T(a) T(b) = w^[a,b] T(b) T(a)."""
    (u, v), (x, y) = a, b
    return (sum(map(int.__mul__, v, x)) - sum(map(int.__mul__, u, y))) % p


def combination(p: int, coefficients: Sequence[int], vectors: Sequence[Vector], n: int) -> Vector:
    """sum_i coefficients[i] vectors[i]."""
    halves = [[sum(c * w[half][i] for c, w in zip(coefficients, vectors)) % p for i in range(n)] for half in (0, 1)]
    return tuple(halves[0]), tuple(halves[1])


def product_phase(p: int, a: Vector, b: Vector) -> int:
    """The phase of T(a) T(b) over T(a + b)."""
    if p > 2:
        return form(p, a, b) * (p + 1) // 2 % p
    (u, v), (x, y) = a, b
    return sum(k * m + i * j + 2 * m * i - (k ^ i) * (m ^ j) for k, m, i, j in zip(u, v, x, y)) % 4


def times(p: int, a: Operator, b: Operator) -> Operator:
    """The product of two operators."""
    n = len(a[0][0])
    phase = a[1] + b[1] + product_phase(p, a[0], b[0])
    return combination(p, [1, 1], [a[0], b[0]], n), phase % phase_order(p)


def ordered_product(p: int, exponents: Sequence[int], operators: Sequence[Operator], n: int) -> Operator:
    """operators[0]^exponents[0] operators[1]^exponents[1] ..."""
    result = identity(n)
    for exponent, operator in zip(exponents, operators):
        for _ in range(exponent):
            result = times(p, result, operator)
    return result


def weight(a: Vector) -> int:
    """The number of sites on which a is not (0, 0)."""
    return sum(1 for site in zip(*a) if any(site))


def apply_everywhere(p: int, f: Sequence[Sequence[int]], a: Vector) -> Vector:
    """The 2 x 2 matrix f applied to (u_i, v_i) on every site."""
    u, v = a
    first = tuple((f[0][0] * x + f[0][1] * y) % p for x, y in zip(u, v))
    return first, tuple((f[1][0] * x + f[1][1] * y) % p for x, y in zip(u, v))


def clifford_phase(p: int, f: Sequence[Sequence[int]], shift: Sequence[int], a: Vector) -> int:
    """The phase of V^(x)n T(a) V*^(x)n over T(F a), for the V with V T(b) V* = w^[shift,b] T(F b) at b = X and Z."""
    s, t = shift
    u, v = a
    if p > 2:
        return sum(t * x - s * y for x, y in zip(u, v)) % p
    image_x, image_z = (((f[0][i],), (f[1][i],)) for i in (0, 1))
    both = 1 + product_phase(2, image_x, image_z)  # Y = i X Z
    return sum(2 * (t * x + s * y) + both * x * y for x, y in zip(u, v)) % 4
