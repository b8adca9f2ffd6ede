"""The map of a distillation protocol by a sum over discrete phase space: Prakash 2020, eq. (2.9) to (2.13).

For odd p the phase-point operators A(a) = p^-n sum_b w^[a,b] T(b) give W(a) = p^-n Tr(A(a) rho), the Wigner function,
and Tr(T(b) rho) = sum_a W(a) w^-[a,b]. Decoding turns T(l(m))Pi into the logical displacement by m in F_p^2, where
l(m) = m_u logical_x + m_v logical_z preserves [,]. With Pi = p^(1-n) sum_{s in S} w^sigma(s) T(s), and [l(m), s] = 0,

    W_out(m) = p^-2 sum_m' w^[m,m'] p^(1-n) sum_s w^sigma(s) Tr(T(l(m') + s) rho)
             = p^-(n+1) sum_a W(a) sum_{m',s} w^([l(m) - a, l(m') + s] + sigma(s)).

The inner sum is a character sum over the normalizer l(F_p^2) + S, of p^(n+1) elements: p^(n+1) when [a, s] = sigma(s)
for all s and a pairs with the logicals as l(m) does, else 0. Those a are one coset of the symplectic complement of the
normalizer, which is S: W_out(m) = sum_{s in S} W(l(m) + t + s), with t = 0 when sigma = 0, and no power of p in front.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product
from math import gcd, lcm

import numpy as np
import numpy.typing as npt
from flint import fmpq, fmpq_poly, fmpz_poly

PhaseVector = Sequence[Sequence[int]]  # (u, v), each of length n, entries in range(p)
SiteFunction = Mapping[tuple[int, int], fmpq_poly]  # (u, v) -> polynomial in the parameter
Vector = npt.NDArray[np.int64]  # (u|v), of length 2n
Projector = Sequence[Sequence[Sequence[int]]]  # p x p entries, each the integer coordinates of 1, z, z^2, ...


class IrrationalWignerFunction(ValueError):
    """No rational polynomial expresses a value."""


BLOCK_POINTS = 1 << 15  # phase-space points held at once: about 50 bytes per point and site


def wigner_function(
    p: int, m: int, weights: Sequence[Sequence[Fraction]], projectors: Sequence[Projector], denominators: Sequence[int]
) -> dict[tuple[int, int], fmpq_poly]:
    """The one-site Wigner function of rho = sum_j weight_j projector_j / denominator_j, as polynomials in delta.

    `weights[j]` lists c0, c1, .. of c0 + c1 delta + ..; `projectors[j]` is p x p over Z[zeta_m], p dividing m.
    ValueError on a wrong shape, IrrationalWignerFunction if a value is irrational. Eq. (2.9), (2.10).
    """
    _check_odd_prime(p)
    if m % p:
        raise ValueError(f"m = {m} is not a multiple of p = {p}")
    if not len(weights) == len(projectors) == len(denominators):
        raise ValueError(f"{len(weights)} weights, {len(projectors)} projectors, {len(denominators)} denominators")
    if any(len(rows) != p or any(len(row) != p for row in rows) for rows in projectors):
        raise ValueError(f"a projector is not a {p} x {p} matrix")
    cyclotomic = fmpq_poly(fmpz_poly.cyclotomic(m))
    half, step = (p + 1) // 2, m // p
    values = {}
    for u, v in product(range(p), repeat=2):
        by_power: dict[int, fmpq_poly] = {}  # power of z -> coefficient: W(u, v) as an element of Q(zeta_m)[delta]
        for weight, rows, denominator in zip(weights, projectors, denominators, strict=True):
            total = fmpq_poly()
            # p^2 W(a) = sum_b w^[a,b] Tr(T(b) rho), and T(b) = w^(b_u b_v / 2) sum_k w^(b_v k) |k + b_u><k|.
            for x, y, k in product(range(p), repeat=3):
                exponent = (v * x - u * y + half * x * y + y * k) % p * step
                total += fmpq_poly([0] * exponent + list(rows[k][(k + x) % p]))
            scaled = _polynomial(weight) / (denominator * p * p)
            for power, coordinate in enumerate((total % cyclotomic).coeffs()):
                by_power[power] = by_power.get(power, fmpq_poly()) + scaled * coordinate
        if any(power and not part.is_zero() for power, part in by_power.items()):
            raise IrrationalWignerFunction(f"the Wigner function at {(u, v)} is irrational: {by_power}")
        values[u, v] = by_power.get(0, fmpq_poly())
    return values


def output_wigner(
    p: int,
    n: int,
    stabilizers: Sequence[PhaseVector],
    logical_x: PhaseVector,
    logical_z: PhaseVector,
    site_function: SiteFunction | Sequence[SiteFunction],
    signs: Sequence[int] | None = None,
) -> dict[tuple[int, int], fmpq_poly]:
    """The unnormalised output Wigner function of an [[n, 1]]_p code; its sum is p_succ. Eq. (2.12), (2.13).

    `site_function` is one function for every site, or one for each. Generator i is w^signs[i] T(stabilizers[i]).
    It lists p^(n+1) points. ValueError if p is not an odd prime or the vectors are not a code with a logical pair.
    """
    _check_odd_prime(p)
    sites = [site_function] * n if isinstance(site_function, Mapping) else list(site_function)
    if len(sites) != n or any(set(function) != set(product(range(p), repeat=2)) for function in sites):
        raise ValueError(f"{len(sites)} site functions for n = {n}, or one is not a function on F_{p}^2")
    span, x_bar, z_bar = [_flat(p, n, g) for g in stabilizers], _flat(p, n, logical_x), _flat(p, n, logical_z)
    _check_code(p, n, span, x_bar, z_bar)
    origin = _solve_pairings(p, [*span, x_bar, z_bar], [*([0] * len(span) if signs is None else signs), 0, 0])

    values: list[fmpq_poly] = []  # the distinct one-site values; a class is an index into it
    classes = np.zeros((n, p * p), dtype=np.uint16)
    for site, function in enumerate(sites):
        for u, v in product(range(p), repeat=2):
            if function[u, v] not in values:
                values.append(function[u, v])
            classes[site, u * p + v] = values.index(function[u, v])

    result = {}
    for a, b in product(range(p), repeat=2):
        counts: Counter[tuple[int, ...]] = Counter()
        for points in _coset(p, (origin + a * x_bar + b * z_bar) % p, span):
            key = np.sort(classes[np.arange(n), points[:, :n] * p + points[:, n:]], axis=1)
            rows, number = np.unique(key, axis=0, return_counts=True)
            counts.update(dict(zip(map(tuple, rows.tolist()), number.tolist(), strict=True)))
        total = fmpq_poly()
        for row, multiplicity in counts.items():
            term = fmpq_poly([multiplicity])
            for index, occurrences in Counter(row).items():
                term *= values[index] ** occurrences
            total += term
        result[a, b] = total
    return result


def moved(
    p: int, wigner: Mapping[tuple[int, int], fmpq_poly], symplectic: Sequence[Sequence[int]], shift: Sequence[int]
) -> dict[tuple[int, int], fmpq_poly]:
    """The Wigner function of V rho V*, V = V_F T(shift): W'(F (a + shift)) = W(a), for V A(a) V* = A(F (a + shift))."""
    images = {(u, v): _affine(p, symplectic, shift, (u, v)) for u, v in wigner}
    return {images[point]: value for point, value in wigner.items()}


def twirled(
    p: int, wigner: Mapping[tuple[int, int], fmpq_poly], maps: Sequence[tuple[Sequence[Sequence[int]], Sequence[int]]]
) -> dict[tuple[int, int], fmpq_poly]:
    """The average of V rho V* over the group that some V_F T(shift) generate: W averaged over the orbits of points."""
    result: dict[tuple[int, int], fmpq_poly] = {}
    for start in wigner:
        if start in result:
            continue
        orbit = [start]
        for point in orbit:
            for symplectic, shift in maps:
                image = _affine(p, symplectic, shift, point)
                if image not in orbit:
                    orbit.append(image)
        mean = sum((wigner[point] for point in orbit), fmpq_poly()) / len(orbit)
        result.update(dict.fromkeys(orbit, mean))
    return result


def distil(
    p: int,
    n: int,
    stabilizers: Sequence[PhaseVector],
    logical_x: PhaseVector,
    logical_z: PhaseVector,
    site_function: SiteFunction,
    signs: Sequence[int] | None = None,
) -> tuple[fmpq_poly, tuple[fmpz_poly, fmpz_poly]]:
    """p_succ(delta), and delta_out = num/den in lowest terms over Z (den leads with a positive coefficient).

    The family is affine of trace 1, W(a; delta) = W0(a) + delta W1(a). delta_out is read at a point where W1 is not 0;
    then all p^2 values must satisfy W_out(a) = p_succ (W0(a) + delta_out W1(a)): ValueError with the first point that
    does not (the output left the family), and if p_succ = 0 or W1 = 0.
    """
    trace = sum(site_function.values(), fmpq_poly())
    if not trace.is_one():
        raise ValueError(f"the family has trace {trace}, not 1")
    if any(value.degree() > 1 for value in site_function.values()):
        raise ValueError(f"the family is not affine in its parameter: {dict(site_function)}")
    slope = {point: value.derivative() for point, value in site_function.items()}
    output = output_wigner(p, n, stabilizers, logical_x, logical_z, site_function, signs)
    p_succ = sum(output.values(), fmpq_poly())
    if p_succ.is_zero():
        raise ValueError("the success probability is 0")
    chosen = next((point for point, value in slope.items() if not value.is_zero()), None)
    if chosen is None:
        raise ValueError("the family does not depend on its parameter")
    excess = {point: output[point] - p_succ * value[0] for point, value in site_function.items()}
    numerator = excess[chosen] / slope[chosen][0]  # delta_out p_succ
    for point, value in excess.items():
        if value != numerator * slope[point]:
            raise ValueError(f"the output leaves the family: at {point}, {value} != {numerator} * {slope[point]}")
    return p_succ, _lowest_terms(numerator, p_succ)


def _coset(p: int, origin: Vector, span: Sequence[Vector]) -> Iterator[Vector]:
    """All points origin + span, in blocks of shape (at most BLOCK_POINTS, 2n)."""
    inner = np.zeros((1, len(origin)), dtype=np.int64)
    used = 0
    while used < len(span) and len(inner) * p <= BLOCK_POINTS:
        multiples = np.outer(np.arange(p), span[used])
        inner = (inner[:, None, :] + multiples[None, :, :]).reshape(-1, len(origin)) % p
        used += 1
    for coefficients in product(range(p), repeat=len(span) - used):
        yield (inner + sum((c * g for c, g in zip(coefficients, span[used:], strict=True)), origin)) % p


def _affine(
    p: int, symplectic: Sequence[Sequence[int]], shift: Sequence[int], point: tuple[int, int]
) -> tuple[int, int]:
    """F (point + shift)."""
    (a, b), (c, d) = symplectic
    if (a * d - b * c - 1) % p:
        raise ValueError(f"not of determinant 1: {symplectic}")
    u, v = point[0] + shift[0], point[1] + shift[1]
    return (a * u + b * v) % p, (c * u + d * v) % p


def _pairing(a: Vector, b: Vector) -> int:
    """[a, b] = v_a . u_b - u_a . v_b, an integer."""
    n = len(a) // 2
    return int(a[n:] @ b[:n] - a[:n] @ b[n:])


def _solve_pairings(p: int, vectors: Sequence[Vector], values: Sequence[int]) -> Vector:
    """A point t with [t, vectors[i]] = values[i] mod p; ValueError if the vectors are dependent. (Gauss-Jordan.)"""
    n = len(vectors[0]) // 2
    if len(values) != len(vectors):
        raise ValueError(f"{len(values) - 2} signs for {len(vectors) - 2} stabilizers")
    # [t, g] = t . (-v_g | u_g), so each row holds (-v_g | u_g | value).
    rows = [[int(x) % p for x in [*-g[n:], *g[:n], value]] for g, value in zip(vectors, values, strict=True)]
    solution = np.zeros(2 * n, dtype=np.int64)
    pivots: list[int] = []
    for i in range(len(rows)):
        column = next((c for c in range(2 * n) if rows[i][c]), None)
        if column is None:
            raise ValueError(f"stabilizers and logicals are dependent at position {i}")
        inverse = pow(rows[i][column], -1, p)
        rows[i] = [inverse * x % p for x in rows[i]]
        for j in range(len(rows)):
            if j != i and rows[j][column]:
                rows[j] = [(x - rows[j][column] * y) % p for x, y in zip(rows[j], rows[i], strict=True)]
        pivots.append(column)
    for row, column in zip(rows, pivots, strict=True):
        solution[column] = row[-1]
    return solution


def _check_odd_prime(p: int) -> None:
    if p < 3 or any(p % q == 0 for q in range(2, p)):
        raise ValueError(f"p = {p} is not an odd prime")


def _flat(p: int, n: int, vector: PhaseVector) -> Vector:
    if len(vector) != 2 or any(len(part) != n or not all(x in range(p) for x in part) for part in vector):
        raise ValueError(f"not a vector of F_{p}^{2 * n} as (u, v): {vector}")
    return np.array([*vector[0], *vector[1]], dtype=np.int64)


def _check_code(p: int, n: int, span: Sequence[Vector], x_bar: Vector, z_bar: Vector) -> None:
    if len(span) != n - 1:
        raise ValueError(f"{len(span)} stabilizers for n = {n}; a code with one logical qudit has n - 1")
    everything = [*span, x_bar, z_bar]
    for i, j in product(range(n + 1), range(n + 1)):
        expected = {(n, n - 1): 1, (n - 1, n): -1}.get((i, j), 0)
        if (_pairing(everything[i], everything[j]) - expected) % p:
            names = f"{everything[i].tolist()} and {everything[j].tolist()}"
            raise ValueError(f"the pairing of {names} (stabilizers, logical x, logical z) is not {expected}")


def _polynomial(coefficients: Sequence[Fraction]) -> fmpq_poly:
    return fmpq_poly([fmpq(c.numerator, c.denominator) for c in coefficients])


def _lowest_terms(numerator: fmpq_poly, denominator: fmpq_poly) -> tuple[fmpz_poly, fmpz_poly]:
    """The same function as coprime integer polynomials without common content, the denominator's lead positive."""
    common = numerator.gcd(denominator)
    pair = [numerator // common, denominator // common]
    scale = lcm(*(int(part.denom()) for part in pair))
    top, bottom = ([int(c * scale) for c in part.coeffs()] for part in pair)
    content = gcd(*top, *bottom) * (1 if bottom[-1] > 0 else -1)
    return fmpz_poly([c // content for c in top]), fmpz_poly([c // content for c in bottom])
