"""A protocol is a code and a state family; everything that is derived from them, computed when first asked for.

delta is the parameter of the family, both in and out.  Every function raises Declined, with the reason, where
what it describes does not exist.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations
from typing import NamedTuple

from flint import fmpq, fmpq_poly, fmpz_poly

from . import algebraic
from .clifford import Clifford
from .code import StabilizerCode
from .enumerators import coset_enumerator, macwilliams, vanishing, weight_enumerator
from .errors import Declined, InputError
from .phase_space import PhaseVector
from .state import StateFamily

THRESHOLD_DIGITS = 31
MAX_YIELD_DENOMINATOR = 1000


class RationalFunction(NamedTuple):
    """num/den in lowest terms, integer coefficients of content 1, first non-zero coefficient of den positive."""

    num: fmpz_poly
    den: fmpz_poly

    @staticmethod
    def of(num: fmpq_poly, den: fmpq_poly) -> RationalFunction:
        """num/den reduced."""
        common = num.gcd(den)
        num, den = num // common, den // common
        scale = num.denom().lcm(den.denom())
        whole_num, whole_den = (num * scale).numer(), (den * scale).numer()
        content = whole_num.content().gcd(whole_den.content())
        lowest = next(c for c in whole_den.coeffs() if c)
        content = content if lowest > 0 else -content
        return RationalFunction(whole_num / content, whole_den / content)

    def json(self) -> dict[str, list[str]]:
        """Coefficients as decimal strings, low degree first."""
        return {"den": [str(c) for c in self.den.coeffs()], "num": [str(c) for c in self.num.coeffs()]}


class Threshold(NamedTuple):
    """delta*: primitive polynomial, isolating interval, and the cofactor of the polynomial in delta den - num."""

    polynomial: fmpz_poly
    low: fmpq
    high: fmpq
    cofactor: fmpz_poly


@dataclass(frozen=True)
class Protocol:
    """Project n copies of a state of the family onto the code, and decode; Cliffords by the names that claims use."""

    code: StabilizerCode
    state: StateFamily
    cliffords: Mapping[str, Clifford] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.code.p != self.state.p:
            expected = f"p = {self.state.p}, as for the state {self.state.name}"
            raise InputError(f"code {self.code.name}: p", expected, self.code.p)

    @cached_property
    def enumerator(self) -> tuple[list[int], list[int]]:
        """A and B: the weight enumerators of the stabilizer group and of its normalizer."""
        inside = weight_enumerator(self.code.p, self.code.n, list(self.code.stabilizers))
        return inside, macwilliams(self.code.p, inside)

    @cached_property
    def cosets(self) -> list[list[int]]:
        """The enumerator of L + S for one logical displacement operator L on each of the p + 1 lines."""
        code = self.code
        lines = [code.logical_x + code.logical_z * b for b in range(code.p)] + [code.logical_z]
        inside, stabilizers = self.enumerator[0], list(code.stabilizers)
        return [coset_enumerator(code.p, code.n, stabilizers, inside, line) for line in lines]

    @cached_property
    def uniform(self) -> bool:
        """Whether all cosets but S have one enumerator: then the output is in the family without a twirl."""
        return all(counts == self.cosets[0] for counts in self.cosets)

    @cached_property
    def distance(self) -> int:
        """The least weight of a logical operator."""
        return next(w for w in range(self.code.n + 1) if any(counts[w] for counts in self.cosets))

    @cached_property
    def least_logical(self) -> PhaseVector:
        """A logical operator of least weight: the first one found on the first set of sites that carries one."""
        code, n = self.code, self.code.n
        everything = [*code.stabilizers, code.logical_x, code.logical_z]
        for support in combinations(range(n), self.distance):
            rows = [x.row() for x in everything]
            for site in set(range(n)) - set(support):
                rows = vanishing(code.p, vanishing(code.p, rows, site), n + site)
            for row in rows:
                found = PhaseVector.of(code.p, row[:n], row[n:])
                if (found.form(code.logical_x), found.form(code.logical_z)) != (0, 0):
                    return found
        raise AssertionError("the distance is attained")

    @cached_property
    def success(self) -> RationalFunction:
        """p_succ(delta) = A(z) / p^(n-1)."""
        inside = self.at_chi(self.enumerator[0]) * fmpq(1, self.code.p ** (self.code.n - 1))
        return RationalFunction.of(inside, fmpq_poly([1]))

    @cached_property
    def output(self) -> RationalFunction:
        """delta_out(delta), from z_out = (B(z) - A(z)) / ((p^2 - 1) A(z)) = z0 + z1 delta_out."""
        z0, z1 = self.state.uniform_chi
        inside, normalizer = map(self.at_chi, self.enumerator)
        others = self.code.p**2 - 1
        return RationalFunction.of(normalizer - inside * (1 + others * z0), inside * (others * z1))

    def at_chi(self, counts: list[int]) -> fmpq_poly:
        """An enumerator at z = chi(delta)."""
        z = fmpq_poly(list(self.state.uniform_chi))
        return sum((z**w * count for w, count in enumerate(counts)), fmpq_poly([0]))

    @cached_property
    def suppression(self) -> tuple[int, fmpq]:
        """Order and coefficient of delta_out at delta = 0."""
        if not self.state.starts_pure:
            raise Declined(f"the family {self.state.name} is not the pure target at delta = 0")
        if self.success.num[0] == 0:
            raise Declined("pure target states are never accepted: the success probability at delta = 0 is 0")
        start = fmpq(self.output.num[0], self.output.den[0])
        if start:
            raise Declined(f"pure target states do not give the target: the output at delta = 0 is {start}")
        if not self.output.num:
            raise Declined("the output is the pure target whatever the input")
        order = next(i for i, c in enumerate(self.output.num.coeffs()) if c)
        return order, fmpq(self.output.num[order], self.output.den[0])

    @cached_property
    def threshold(self) -> Threshold:
        """The one root of delta_out = delta in (0, 1) that separates improving from worsening."""
        num, den = self.output
        gain = fmpz_poly([0, 1]) * den - num
        order, coefficient = self.suppression
        if not gain:
            raise Declined("the output equals the input: delta_out = delta")
        if order == 1 and coefficient >= 1:
            raise Declined(f"linear term: delta_out = {coefficient} delta + ..., which does not improve on delta")
        for label, poly in (("the output's denominator", den), ("the success probability", self.success.num)):
            if algebraic.roots_in_unit(poly) or poly(fmpz_poly([1]))[0] == 0:
                raise Declined(f"{label} vanishes for some delta in (0, 1]")
        if algebraic.roots_in_unit(num):
            raise Declined("delta_out vanishes for some delta in (0, 1)")
        factors = [factor for factor, _ in gain.factor()[1]]
        crossing = [(factor, root) for factor in factors for root in algebraic.roots_in_unit(factor)]
        if len(crossing) != 1:
            raise Declined(f"delta_out = delta at {len(crossing)} points of (0, 1), not at one")
        polynomial, (low, high) = crossing[0]
        polynomial = polynomial if polynomial[polynomial.degree()] > 0 else -polynomial
        cofactor, rest = divmod(gain, polynomial)
        if rest or algebraic.roots_in_unit(cofactor):
            raise Declined("delta_out touches delta at a multiple root in (0, 1)")
        return Threshold(polynomial, *algebraic.decimal_interval(polynomial, low, high, THRESHOLD_DIGITS), cofactor)

    @cached_property
    def inputs(self) -> fmpq:
        """n / p_succ(0): input states for one output of a first round at delta = 0."""
        if self.success.num[0] == 0:
            raise Declined("pure target states are never accepted")
        return self.code.n * fmpq(self.success.den[0], self.success.num[0])

    @cached_property
    def yield_exponent(self) -> tuple[fmpq, fmpq]:
        """Bracket of log(order) / log(inputs)."""
        order, _ = self.suppression
        if order < 2:
            raise Declined("the error is suppressed linearly; the yield exponent is log(1)/log(inputs) = 0")
        return algebraic.log_ratio_bracket(order, self.inputs, MAX_YIELD_DENOMINATOR)

    def clifford(self, name: str) -> Clifford:
        """The Clifford unitary of this name.  Raises InputError where no claim defines it."""
        if name not in self.cliffords:
            raise InputError("clifford", f"one of {sorted(self.cliffords)}", name)
        return self.cliffords[name]

    def reexpressed(self, clifford: Clifford) -> list[list[int]]:
        """M with F g_i = sum_j M_ij g_j.  Raises Declined if the unitary does not preserve the code."""
        rows = []
        for i, g in enumerate(self.code.stabilizers, 1):
            row = self.code.coordinates(clifford.everywhere(g), list(self.code.stabilizers))
            if row is None or clifford.phase(g):
                raise Declined(f"it takes g{i} out of the stabilizer group")
            rows.append(row)
        return rows

    def logical_clifford(self, clifford: Clifford) -> tuple[Clifford, list[int], list[int]]:
        """What the unitary on every site does to logical operators, with the coefficients of the stabilizers."""
        code = self.code
        basis = [code.logical_x, code.logical_z, *code.stabilizers]
        columns, phases = [], []
        for operator in (code.logical_x, code.logical_z):
            found = code.coordinates(clifford.everywhere(operator), basis)
            if found is None:
                raise Declined("it takes a logical operator out of the normalizer")
            columns.append(found)
            phases.append(clifford.phase(operator))
        x, z = columns
        shift = (-phases[1] % code.p, phases[0])
        return Clifford(code.p, ((x[0], z[0]), (x[1], z[1])), shift), x[2:], z[2:]
