"""What a rule is given: the subject of the statement, and what the earlier claims have established."""

from collections.abc import Sequence
from fractions import Fraction
from functools import cached_property
from typing import Any, TypeVar

from ..entry.loader import MAX_SMALL, constant, digest, listed, name, record, small, text, unread_list
from ..entry.verdict import supported, wellformed, within
from ..entry.work import Work
from ..numbers.multivariate import Poly, affine, homogeneous
from ..numbers.polynomial import Ring
from ..operators.symplectic import Operator, Vector, form, ordered_product, phase_order
from ..operators.weights import macwilliams, weight_counts
from .cosets import CosetSums
from .established import INFIDELITIES, Established, Function, Number, Outputs
from .state import State

MAX_SITES = 64
Kind = TypeVar("Kind", bound=Established)


class Code:
    """A code file: stabilizer generators and logical operators of p-dimensional sites, nothing checked yet."""

    def __init__(self, value: Any):
        keys = {"format", "logical_x", "logical_z", "n", "name", "p", "source", "stabilizers"}
        wellformed(isinstance(value, dict) and keys <= value.keys(), "code.keys", sorted(keys), value)
        optional = {"signs": unread_list} if "signs" in value else {}
        outer = record(
            value,
            {
                "format": constant("stillproof-code/1"),
                "logical_x": unread_list,
                "logical_z": unread_list,
                "n": small(1, MAX_SMALL),
                "name": name,
                "p": small(2, 97),
                "source": text,
                "stabilizers": unread_list,
                **optional,
            },
        )
        self.name: str = outer["name"]
        self.p: int = outer["p"]
        self.n: int = outer["n"]
        within(self.n <= MAX_SITES, "code.sites", f"at most {MAX_SITES} sites", self.n)
        rank = len(outer["stabilizers"])
        wellformed(rank < self.n, "code.stabilizers.count", f"under {self.n}", rank)
        self.k = self.n - rank
        self.signs = listed(small(0, self.p - 1), rank)(outer.get("signs", [0] * rank))
        half = listed(small(0, self.p - 1), self.n)

        def vector(pair: Any) -> Vector:
            u, v = listed(half, 2)(pair)
            return tuple(u), tuple(v)

        def logicals(value: Any) -> list[Vector]:
            return [vector(value)] if self.k == 1 else listed(vector, self.k)(value)

        self.stabilizers = listed(vector)(outer["stabilizers"])
        self.logical_x, self.logical_z = logicals(outer["logical_x"]), logicals(outer["logical_z"])

    @property
    def generators(self) -> list[Operator]:
        """The stabilizers with their signs: w^sign T(g), or (-1)^sign T(g) for p = 2."""
        unit = phase_order(self.p) // self.p
        return [(g, unit * sign) for g, sign in zip(self.stabilizers, self.signs)]

    def encoded(self, a: Sequence[int], b: Sequence[int]) -> Operator:
        """T(a|b) on the encoded qudits: the same product of logical X and Z, with its phase, as on bare ones."""
        logicals = [(operator, 0) for operator in (*self.logical_x, *self.logical_z)]
        vector, phase = ordered_product(self.p, [*a, *b], logicals, self.n)
        bare = sum(x * y for x, y in zip(a, b)) * (1 if self.p == 2 else (self.p + 1) // 2)
        return vector, (phase + bare) % phase_order(self.p)

    def used(self, outputs: Sequence[int]) -> int:
        """The number of sites on which a stabilizer acts, or a logical operator of these outputs, counted from 0."""
        logicals = [pair[j] for pair in (self.logical_x, self.logical_z) for j in outputs]
        acting = [*self.stabilizers, *logicals]
        return sum(any(u[i] or v[i] for u, v in acting) for i in range(self.n))

    def acts(self, operator: Vector) -> bool:
        """Whether an operator in the normalizer moves a logical operator, and so is outside the group."""
        return any(form(self.p, logical, operator) for logical in (*self.logical_x, *self.logical_z))


class Facts:
    """The subject, and what the claims certified so far have established, by id."""

    def __init__(self, code: Code, state: State, work: Work, by_id: dict[str, Established] | None = None):
        self.code, self.state, self.work, self.ring = code, state, work, Ring(work)
        self.by_id: dict[str, Established] = by_id or {}

    def of(self, claim: str, *kinds: type[Kind]) -> Kind:
        """What the claim with this id established, if it is of one of these kinds and was certified before."""
        known = {label: found for label, found in self.by_id.items() if isinstance(found, kinds)}
        words = " or ".join(kind.__name__ for kind in kinds)
        expected = f"an earlier certified claim that establishes {words}: {sorted(known)}"
        supported(claim in known, "claim.rests-on", expected, claim)
        return known[claim]

    def only(self, kind: type[Kind]) -> Kind:
        """What the first certified claim of this kind established."""
        found = [result for result in self.by_id.values() if isinstance(result, kind)]
        supported(bool(found), "claim.needs", f"an earlier certified claim that establishes {kind.__name__}", "none")
        return found[0]

    def function(self, claim: str, output: str) -> tuple[Function, Function]:
        """A function of one parameter that a `map` or `outputs` claim established, and the success probability."""
        found = self.of(claim, Outputs)
        one = len(self.state.parameters) == 1
        supported(one, "claim.parameters.one", "a family with one parameter", self.state.parameters)
        known = sorted(found.functions)
        wellformed(output in known, "claim.output", known, output)
        return found.functions[output], found.success

    def noise(self) -> Fraction:
        """c > 0 for a family of one parameter x that is the pure target at 0, of infidelity c x to it; else declined.

        Only of such a family it makes sense to say target, noise, threshold, or that distillation improves a state.
        """
        state = self.state
        supported(state.starts_pure(), "family.pure", "a family that is the pure target at 0", state.name)
        _, slope = state.infidelity()
        rational = slope.coordinates[0] > 0 and not any(slope.coordinates[1:])
        supported(rational, "family.noise", "an infidelity c x with a rational c > 0", slope)
        return slope.coordinates[0]

    def input(self, function: Function) -> Fraction:
        """c for which c x is the input in the quantity of this output."""
        return self.noise() if function.quantity in INFIDELITIES else Fraction(1)

    def number(self, low: Fraction, high: Fraction) -> Number:
        """A value of the family's one parameter."""
        return Number(low, high, self.state.parameters[0])

    @cached_property
    def enumerators(self) -> tuple[list[int], list[int]]:
        """A and B: the weight enumerators of the stabilizer group and of its normalizer, phases left out."""
        inside = weight_counts(self.code.p, self.code.n, self.code.stabilizers, self.work)
        return inside, macwilliams(self.code.p, inside, self.work)

    @cached_property
    def sums(self) -> CosetSums:
        """The sums over the cosets of the stabilizer group."""
        return CosetSums(self.code.p, self.code.n, self.code.generators, self.state, self.work)

    @property
    def uniform(self) -> bool:
        """Whether the coset sums depend on weights only: odd p, no signs, and one value of chi off 0."""
        return self.code.p > 2 and not any(self.code.signs) and self.state.uniform

    def weighed(self, counts: Sequence[int | Fraction]) -> Poly:
        """sum_w counts[w] chi^w, for a uniform family."""
        field, chi = self.state.field, affine(self.state.family_chi((0, 1)))
        one = affine((field.one,) + (field.zero,) * len(self.state.parameters))
        return homogeneous(counts, one, chi, one)

    @cached_property
    def group_sum(self) -> Poly:
        """N_1: p^(n-k) times the success probability."""
        zero = [0] * self.code.k
        return self.weighed(self.enumerators[0]) if self.uniform else self.coset_sum(zero, zero)

    def coset_sum(self, a: Sequence[int], b: Sequence[int]) -> Poly:
        """N_L for L the encoded T(a|b)."""
        return self.sums.at(self.code.encoded(a, b))


def read_subject(value: Any) -> tuple[str, dict[str, str], dict[str, str], list[Any]]:
    """A statement: its name, its code and state (name, sha256), and its claims."""
    pointer = {"name": name, "sha256": digest}
    got = record(
        value,
        {
            "claims": unread_list,
            "code": lambda x: record(x, pointer),
            "format": constant("stillproof-statement/1"),
            "name": name,
            "source": text,
            "state": lambda x: record(x, pointer),
        },
    )
    return got["name"], got["code"], got["state"], got["claims"]
