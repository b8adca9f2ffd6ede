"""What a published protocol may have and a code file lacks: a Clifford correction on some sites, or signs.

A CSS code projects n targets sum_j zeta^f(j) |j> onto sum_x zeta^Psi(x) |w + x G>, the rows of G those of the X
stabilizers and of a complement, Psi(x) = sum_i f((w + x G)_i).  The X stabilizers always accept if and only if Psi does
not change along their rows, up to their signs.  Where f has degree 3 (Bravyi and Haah 2012, section V, for p = 2),
differences of order 2 and 3 at 0 decide that, and a gate diag(zeta^(c_i q(j))) of degree 2 on site i changes those of
order 2 only, by (M/p) sum_i c_i G_ai G_bi: a linear system for the c_i.  What is found is computed, not certified.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations_with_replacement

from flint import fmpq, nmod_mat

from ..codes.clifford import Clifford
from ..codes.code import StabilizerCode
from ..codes.phase_space import PhaseVector, phase_order
from ..codes.symmetries import phase_of
from ..exact.cyclotomic import cyclotomic_field
from ..files.text import joined
from .state import StateFamily

DEGREE = 3  # of the phases of a target


@dataclass(frozen=True)
class Offer:
    """A code that may be meant instead: new signs of some stabilizers, and then gates D on the inputs of some sites.

    Stabilizers and sites are counted from 1; `sites` has the powers of the gates.  `accepts` says that its X
    stabilizers accept whenever its Z stabilizers do, with the probability `success` then; `symmetries` are those it has
    and the given code has not.
    """

    code: StabilizerCode
    flipped: list[int]
    sites: dict[int, int]
    accepts: bool = False
    success: fmpq | None = None
    symmetries: tuple[str, ...] = ()


def offer(code: StabilizerCode, state: StateFamily) -> Offer | None:
    """A correction that makes the X stabilizers accept, else signs that make a Clifford of the state a symmetry.

    None where the code needs neither, or neither helps.
    """
    if code.p != state.p or not state.starts_pure:
        return None
    return corrected(code, state) or symmetric(code, state)


def phases(state: StateFamily) -> tuple[list[int], int] | None:
    """f(j) and M with the target sum_j zeta_M^f(j) |j> / sqrt p; None for any other target."""
    p, m = state.p, state.field.m
    order = m if m % 2 == 0 else 2 * m
    field = cyclotomic_field(order)
    roots = {field.zeta(e): e for e in range(order)}
    column = [row[0].into(field) * p for row in state.projectors[state.target]]
    found = [roots.get(x) for x in column]
    exponents = [e for e in found if e is not None]
    return (exponents, order) if len(exponents) == p and order % p == 0 else None


def differences(f: Sequence[int], base: Sequence[int], rows: Sequence[Sequence[int]], p: int) -> int:
    """The difference along some rows, at the base, of sum_i f(x_i)."""
    total = 0
    for i, start in enumerate(base):
        if all(row[i] for row in rows):
            for subset in range(1 << len(rows)):
                chosen = [row[i] for j, row in enumerate(rows) if subset >> j & 1]
                total += (-1) ** (len(rows) - len(chosen)) * f[(start + sum(chosen)) % p]
    return total


def corrected(code: StabilizerCode, state: StateFamily) -> Offer | None:
    """Gates and signs with which the X stabilizers always accept.  None if they do already, or none is found."""
    known, parts = phases(state), css(code)
    if known is None or parts is None:
        return None
    (f, order), p, n = known, code.p, code.n
    if any(differences(f, [j], [[1]] * (DEGREE + 1), p) % order for j in range(p)):
        return None
    base, rows, rest = parts.base, parts.rows, parts.complement
    every, unit = [*rows, *rest], order // p
    for i, a in enumerate(rows):
        for b, c in combinations_with_replacement(every[i:], 2):
            if differences(f, base, [a, b, c], p) % order:
                return None
    pairs = [(a, b) for i, a in enumerate(rows) for b in every[i:]]
    apart = [(a, b) for i, a in enumerate(rest) for b in rest[i + 1 :]]  # the outputs in a product state, if possible
    gates: list[int] | None = None if any(differences(f, base, [a, b], p) % order for a, b in pairs) else [0] * n
    for asked in (pairs + apart, pairs):
        wanted = [differences(f, base, [a, b], p) % order for a, b in asked]
        if gates is None and not any(value % unit for value in wanted):
            products = [[x * y % p for x, y in zip(a, b, strict=True)] for a, b in asked]
            gates = solve(p, products, [-value // unit % p for value in wanted], n)
    if gates is None:
        return None
    # differences of order 1: for the gates q(1) = M/4 for p = 2, else q(j) = (M/p) j^2/2
    signs = []
    for row in rows:
        change = differences(f, base, [row], p)
        for x, step, power in zip(base, row, gates, strict=True):
            change += power * (gate((x + step) % p, p, order) - gate(x, p, order))
        if change % unit:
            return None
        signs.append(change // unit % p)
    shift = [new - old for new, old in zip(signs, parts.signs, strict=True)]
    before = resigned(code, parts, shift)
    found = conjugated(before, gates)
    if found.signs == code.signs and not any(gates):
        return None
    success = fmpq(1, p ** len(parts.z_products))
    return Offer(renamed(found), changed(code, before), powers(gates), accepts=True, success=success)


def gate(j: int, p: int, order: int) -> int:
    """q(j): the exponent of the gate of degree 2 that a site may get."""
    return order // 4 * j if p == 2 else order // p * (j * j * (p + 1) // 2) % order


def changed(old: StabilizerCode, new: StabilizerCode) -> list[int]:
    """The stabilizers whose signs differ, counted from 1."""
    return [i for i, (one, other) in enumerate(zip(old.signs, new.signs, strict=True), 1) if one != other]


def powers(gates: Sequence[int]) -> dict[int, int]:
    """The sites with a gate, counted from 1."""
    return {i: c for i, c in enumerate(gates, 1) if c}


@dataclass(frozen=True)
class Parts:
    """A CSS code: X rows with their signs and as products of the stabilizers; a point of the support; a complement."""

    rows: list[list[int]]
    signs: list[int]
    products: list[list[int]]
    z_products: list[list[int]]
    base: list[int]
    complement: list[list[int]]


def css(code: StabilizerCode) -> Parts | None:
    """The parts of a code whose group is generated by products of X and products of Z; else None."""
    p, n, rank, unit = code.p, code.n, len(code.stabilizers), phase_order(code.p) // code.p
    start = PhaseVector(p, (0,) * n, (0,) * n), 0
    if not rank:
        return None
    z_products = list(kernel(nmod_mat([list(g.u) for g in code.stabilizers], p).transpose()))
    x_products = list(kernel(nmod_mat([list(g.v) for g in code.stabilizers], p).transpose()))
    if len(x_products) + len(z_products) != rank or not x_products:
        return None

    def sign(product: list[int]) -> int:
        return phase_of(code, start, product) // unit % p

    def half(product: list[int], which: str) -> list[int]:
        vectors = [getattr(g, which) for g in code.stabilizers]
        return [sum(c * v[i] for c, v in zip(product, vectors, strict=True)) % p for i in range(n)]

    rows, checks = [half(x, "u") for x in x_products], [half(z, "v") for z in z_products]
    base = solve(p, checks, [-sign(z) % p for z in z_products], n)
    if base is None:
        return None
    inside = list(kernel(nmod_mat(checks, p))) if checks else [[int(i == j) for j in range(n)] for i in range(n)]
    complement: list[list[int]] = []
    for row in inside:
        if nmod_mat([*rows, *complement, row], p).rank() > len(rows) + len(complement):
            complement.append(row)
    return Parts(rows, [sign(x) for x in x_products], x_products, z_products, base, complement)


def kernel(matrix: nmod_mat) -> Iterator[list[int]]:
    """A basis of the x with matrix x = 0."""
    basis, nullity = matrix.nullspace()
    for j in range(nullity):
        yield [int(basis[i, j]) for i in range(matrix.ncols())]


def solve(p: int, rows: Sequence[Sequence[int]], values: Sequence[int], n: int) -> list[int] | None:
    """An x with rows x = values and few entries other than 0, or None where there is no x."""
    if not any(values):
        return [0] * n
    matrix = nmod_mat([[*row, value] for row, value in zip(rows, values, strict=True)], p)
    reduced, rank = matrix.rref()
    found = [0] * n
    for i in range(rank):
        pivot = next(j for j in range(n + 1) if reduced[i, j])
        if pivot == n:
            return None
        found[pivot] = int(reduced[i, n])
    free = list(kernel(nmod_mat([list(row) for row in rows], p)))
    better = True
    while better:
        better = False
        for row in free:
            other = [(x + y) % p for x, y in zip(found, row, strict=True)]
            if sum(map(bool, other)) < sum(map(bool, found)):
                found, better = other, True
    return found


def resigned(code: StabilizerCode, parts: Parts, shift: Sequence[int]) -> StabilizerCode:
    """The code after the signs of its X products have changed by so much, and those of its Z products not at all."""
    p = code.p
    products = nmod_mat([*parts.products, *parts.z_products], p)
    changes = products.solve(nmod_mat([[x % p] for x in [*shift, *[0] * len(parts.z_products)]], p))
    signs = tuple((sign + int(changes[i, 0])) % p for i, sign in enumerate(code.signs))
    return replace(code, signs=signs)


def conjugated(code: StabilizerCode, gates: Sequence[int]) -> StabilizerCode:
    """The code D* Pi D for the gates D: it accepts the targets as the old one accepts D on the targets."""
    p, n = code.p, code.n
    unit = phase_order(p) // p

    def moved(a: PhaseVector) -> tuple[PhaseVector, int]:
        """D* T(a) D = r^e T(a'): X goes to -Y for p = 2, and to T(1|-c) else."""
        v = [(y - c * x) % p for x, y, c in zip(a.u, a.v, gates, strict=True)]
        phase = 0
        for x, y, c in zip(a.u, a.v, gates, strict=True):
            if p == 2 and c:
                one = PhaseVector(2, (x,), (y,))
                phase += Clifford(2, ((1, 0), (1, 1)), (0, 1)).phase(one)
        return PhaseVector.of(p, list(a.u), v), phase

    stabilizers, signs = [], []
    for g, sign in zip(code.stabilizers, code.signs, strict=True):
        image, phase = moved(g)
        stabilizers.append(image)
        signs.append((sign + phase // unit) % p)
    return StabilizerCode(
        code.name,
        p,
        n,
        tuple(stabilizers),
        tuple(signs),
        tuple(moved(a)[0] for a in code.logical_x),
        tuple(moved(a)[0] for a in code.logical_z),
        code.source,
        code.logicals_found,
    )


def symmetric(code: StabilizerCode, state: StateFamily) -> Offer | None:
    """Signs with which the Cliffords of the state that preserve the stabilizers up to phases preserve the code.

    For V with F g_i = sum_j M_ij g_j and phases e_i these are (M - 1) s = e.
    """
    p, rank = code.p, len(code.stabilizers)
    if not rank:
        return None
    start, unit = PhaseVector(p, (0,) * code.n, (0,) * code.n), phase_order(p) // p
    rows: list[list[int]] = []
    values: list[int] = []
    names: list[str] = []
    for name, clifford in state.cliffords.items():
        images = [code.coordinates(clifford.everywhere(g), list(code.stabilizers)) for g in code.stabilizers]
        matrix = [image for image in images if image is not None]
        if len(matrix) < rank:
            continue
        off = []
        for g, sign, row in zip(code.stabilizers, code.signs, matrix, strict=True):
            off.append(clifford.phase(g) + sign * unit - phase_of(code, (start, 0), row))
        if all(x % unit == 0 for x in off) and any(x % phase_order(p) for x in off):
            names.append(name)
        if all(x % unit == 0 for x in off):
            rows += [[(x - int(i == j)) % p for j, x in enumerate(row)] for i, row in enumerate(matrix)]
            values += [x // unit % p for x in off]
    if not names:
        return None
    change = solve(p, rows, values, rank)
    if change is None:
        return None
    signs = tuple((sign + x) % p for sign, x in zip(code.signs, change, strict=True))
    found = replace(code, signs=signs)
    return Offer(renamed(found), changed(code, found), {}, symmetries=tuple(names))


def renamed(code: StabilizerCode) -> StabilizerCode:
    """A corrected code under a name of its own."""
    return replace(code, name=joined(code.name, "corrected"), source=f"{code.source}; corrected by stillproof certify")
