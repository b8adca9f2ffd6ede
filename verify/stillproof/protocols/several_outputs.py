"""Several encoded qudits: the state that perfect inputs give, and how far the output is from it."""

from __future__ import annotations

from functools import cached_property
from itertools import product
from typing import Any

from flint import fmpq, fmpq_mpoly

from ..codes.phase_space import phase_order
from ..errors import Declined
from ..exact.cyclotomic import Cyclotomic
from ..exact.rational_function import RationalFunction
from .coset_sums import Channel, Sum
from .state import is_stabilizer

Label = tuple[tuple[int, ...], tuple[int, ...]]
MAX_DIMENSION = 64


class Several:
    """The outputs of a code with k > 1; the target is what the pure target states are sent to."""

    def __init__(self, channel: Channel, target: list[Cyclotomic] | None = None):
        self.channel = channel
        code, state = channel.code, channel.state
        if code.k == 1:
            raise Declined("one encoded qudit: see `map`")
        if len(state.parameters) > 1:
            raise Declined(f"the family {state.name} has {len(state.parameters)} parameters")
        if code.p**code.k > MAX_DIMENSION:
            raise Declined(f"{code.p}^{code.k} amplitudes; at most {MAX_DIMENSION} are handled")
        self.labels: list[Label] = [
            (digits[: code.k], digits[code.k :]) for digits in product(range(code.p), repeat=2 * code.k)
        ]
        self.given = target

    @classmethod
    def stated(cls, channel: Channel, target: list[dict[str, Any]]) -> Several:
        """The outputs with the `target` of an `outputs` claim, its amplitudes in Q(zeta_m)."""
        numbers = channel.state.field
        return cls(channel, [numbers([fmpq(int(c), int(x["den"])) for c in x["num"]]) for x in target])

    @cached_property
    def target(self) -> list[Cyclotomic]:
        """Amplitudes of the output at parameter 0, first qudit slowest, the first one that is not 0 scaled to 1.

        Raises Declined where that state is mixed or nothing is accepted.
        """
        if self.given is not None:
            return self.given
        code, numbers = self.channel.code, self.channel.state.field
        zero = (0,) * code.k
        inside = self._at_zero((zero, zero))
        if not inside:
            raise Declined("nothing is accepted at 0: the success probability there is 0")
        basis = list(product(range(code.p), repeat=code.k))
        chi = {label: self._at_zero(label) * inside.inverse() for label in self.labels}
        if sum((x * x.conjugate() for x in chi.values()), numbers(0)) != numbers(code.p**code.k):
            raise Declined("the output at 0 is mixed")
        for column in basis:
            amplitudes = [self._entry(chi, row, column) for row in basis]
            if any(amplitudes):
                first = next(x for x in amplitudes if x).inverse()
                return [x * first for x in amplitudes]
        raise AssertionError("a state has an entry that is not 0")

    def _at_zero(self, label: Label) -> Cyclotomic:
        zero = [0] * len(self.channel.state.parameters)
        return self.channel.state.field([x(*zero) for x in self.channel.at(*label)])

    def _entry(self, chi: dict[Label, Cyclotomic], row: tuple[int, ...], column: tuple[int, ...]) -> Cyclotomic:
        """<row|rho|column>, up to the factor p^-k: the sum of chi(a|b) <row|T(a|b)*|column>."""
        code, numbers = self.channel.code, self.channel.state.field
        a = tuple((c - r) % code.p for r, c in zip(row, column, strict=True))
        total = numbers(0)
        for b in product(range(code.p), repeat=code.k):
            total = total + chi[a, b] * self._phase(a, b, row).conjugate()
        return total

    def _phase(self, a: tuple[int, ...], b: tuple[int, ...], x: tuple[int, ...]) -> Cyclotomic:
        """<x + a|T(a|b)|x>."""
        p, order = self.channel.code.p, phase_order(self.channel.code.p)
        half = 1 if p == 2 else (p + 1) // 2
        front = sum(map(int.__mul__, a, b)) * half
        return self.channel.state.field.root_of_unity(order, front + sum(map(int.__mul__, b, x)) * (order // p))

    @cached_property
    def chi(self) -> dict[Label, Cyclotomic]:
        """<target|T(a|b)|target>."""
        code, numbers = self.channel.code, self.channel.state.field
        basis = list(product(range(code.p), repeat=code.k))
        index = {x: i for i, x in enumerate(basis)}
        found = {}
        for a, b in self.labels:
            total = numbers(0)
            for x, amplitude in zip(basis, self.target, strict=True):
                image = index[tuple((i + j) % code.p for i, j in zip(x, a, strict=True))]
                total = total + self.target[image].conjugate() * amplitude * self._phase(a, b, x)
            found[a, b] = total
        return found

    @cached_property
    def functions(self) -> dict[str, RationalFunction]:
        """`any`: the infidelity of all outputs to the target; 1, 2, ..: of each, where the target is a product."""
        code = self.channel.code
        zero = (0,) * code.k
        norm = self.chi[zero, zero]
        found = {"any": self._infidelity(self.labels, code.p**code.k)}
        squares = [sum((x * x.conjugate() for x in chi), norm.field(0)) for chi in self.targets.values()]
        if all(square == norm * norm * code.p for square in squares):
            found.update({name: self._infidelity(labels, code.p) for name, labels in self.singles.items()})
        return found

    @cached_property
    def singles(self) -> dict[str, list[Label]]:
        """The labels that are 0 but on one encoded qudit, by its number, in one order."""
        return {
            str(j + 1): [(a, b) for a, b in self.labels if not any(a[:j] + a[j + 1 :] + b[:j] + b[j + 1 :])]
            for j in range(self.channel.code.k)
        }

    @cached_property
    def targets(self) -> dict[str, tuple[Cyclotomic, ...]]:
        """chi of the target of each single qudit, by its number, up to one factor for all."""
        return {name: tuple(self.chi[at] for at in labels) for name, labels in self.singles.items()}

    def magic(self, name: str) -> bool:
        """Whether the target of an output by its number, or of all by `any`, is no stabilizer state."""
        found = tuple(self.chi[at] for at in self.labels) if name == "any" else self.targets[name]
        return not is_stabilizer(found)

    def _infidelity(self, labels: list[Label], dimension: int) -> RationalFunction:
        channel, zero = self.channel, (0,) * self.channel.code.k
        total: Sum = channel.lift(channel.state.field(0))
        for label in labels:
            if self.chi[label]:
                term = channel.times(channel.lift(self.chi[label].conjugate()), channel.at(*label))
                total = [x + y for x, y in zip(total, term, strict=True)]
        scale = channel.lift((self.chi[zero, zero] * dimension).inverse())
        overlap = channel.times(scale, total)
        if any(overlap[1:]):
            raise Declined("the infidelity has irrational coefficients")
        inside: fmpq_mpoly = channel.group_sum
        return RationalFunction.of(inside - overlap[0], inside, 1)
