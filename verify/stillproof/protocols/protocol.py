"""A protocol is a code and a state family; everything that is derived from them, computed when first asked for.

Every function raises Declined, with the reason, where what it describes does not exist.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, wraps
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from flint import fmpq, fmpz_poly

from ..basins.stated import Basins
from ..codes.clifford import Clifford
from ..codes.code import StabilizerCode
from ..codes.phase_space import PhaseVector
from ..enumerators import DEFAULT, Budget
from ..enumerators.logical import least_logical
from ..errors import Declined, InputError
from ..exact import algebraic
from ..exact.algebraic import stretched
from ..exact.rational_function import RationalFunction
from ..words.progress import Progress, unheard
from .coset_sums import Channel
from .matching import Frame, Matcher
from .several_outputs import Several
from .state import StateFamily

THRESHOLD_DIGITS = 31
MAX_YIELD_DENOMINATOR = 1000
SCRATCH = Path("build") / "covers"
Found = TypeVar("Found")


class Threshold(NamedTuple):
    """x*: primitive polynomial, isolating interval, the cofactor of the polynomial in input den - num, and the bound.

    The input is measured as the output is.  `noise` is the infidelity of one input over x.  The bound is 1, or the
    second point where output and input are equal, rounded down where it is irrational.
    """

    polynomial: fmpz_poly
    low: fmpq
    high: fmpq
    cofactor: fmpz_poly
    bound: fmpq
    noise: fmpq


def found_once(find: Callable[[Protocol, str], Found]) -> Callable[[Protocol, str], Found]:
    """A method about an output of a protocol whose value is kept."""

    @wraps(find)
    def kept(protocol: Protocol, output: str) -> Found:
        """The value of `find`, found when first asked for."""
        return protocol.once((find.__name__, output), lambda: find(protocol, output))

    return kept


@dataclass(frozen=True)
class Protocol:
    """Project n copies of a state of the family onto the code, and decode; Cliffords by the names that claims use.

    `given` is the frame in which the output is stated; without it the best one is found.  `claims` are those that
    other claims refer to, by id.  What would cost more than `budget` raises OverBudget.
    `tick` is called after each coset; `hear` with the steps done of a cover of basins, of how many; `scratch` is a
    folder for the state of an unfinished one.
    """

    code: StabilizerCode
    state: StateFamily
    cliffords: Mapping[str, Clifford] = field(default_factory=dict)
    given: Frame | None = None
    claims: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    budget: Budget = DEFAULT
    tick: Callable[[], None] = lambda: None
    hear: Progress = unheard
    scratch: Path = SCRATCH

    def __post_init__(self) -> None:
        if self.code.p != self.state.p:
            expected = f"p = {self.state.p}, as for the state {self.state.name}"
            raise InputError(f"code {self.code.name}: p", expected, self.code.p)

    @cached_property
    def channel(self) -> Channel:
        """The coset sums."""
        return Channel(self.code, self.state, self.budget, self.tick)

    @property
    def enumerator(self) -> tuple[list[int], list[int]]:
        """A and B: the weight enumerators of the stabilizer group and of its normalizer."""
        return self.channel.enumerator

    @cached_property
    def distance(self) -> int:
        """The least weight of a logical operator."""
        return next(w for w, (a, b) in enumerate(zip(*self.enumerator, strict=True)) if a != b)

    @cached_property
    def least_logical(self) -> PhaseVector:
        """A logical operator of least weight."""
        return least_logical(self.code, self.distance)

    @cached_property
    def success(self) -> RationalFunction:
        """The probability of the outcome +1 for every stabilizer."""
        self.require_accepted()
        inside = self.channel.group_sum * fmpq(1, self.code.p ** (self.code.n - self.code.k))
        return RationalFunction.of(inside, self.channel.ring.constant(1), len(self.state.parameters))

    def require_accepted(self) -> None:
        """Raise Declined if no input is ever accepted."""
        if not self.channel.group_sum:
            raise Declined("no input is ever accepted: the success probability is 0")

    @cached_property
    def matcher(self) -> Matcher:
        """What matches the output to the family.  Raises Declined unless one qudit is encoded."""
        if self.code.k != 1:
            raise Declined(f"{self.code.k} encoded qudits: see `outputs`")
        return Matcher(self.channel, self.cliffords)

    @cached_property
    def frame(self) -> Frame:
        """The frame of the output."""
        return self.given or self.matcher.best()

    @cached_property
    def several(self) -> Several:
        """Several encoded qudits together.  Raises Declined for one."""
        return Several(self.channel)

    @cached_property
    def outputs(self) -> dict[str, RationalFunction]:
        """The output parameters by name; for several encoded qudits, `any` and the single ones by number."""
        if self.code.k > 1:
            return self.several.functions
        one, count = self.channel.group_sum, len(self.state.parameters)
        self.require_accepted()
        nums = self.matcher.outputs(self.frame)
        for name, num in zip(self.state.parameters, nums, strict=True):
            if not num:
                raise Declined(f"{name} is 0 in the output, whatever the input")
        return {
            name: RationalFunction.of(num, one, count) for name, num in zip(self.state.parameters, nums, strict=True)
        }

    @cached_property
    def basins(self) -> Basins:
        """The basins of the fixed points of a map of two parameters."""
        return Basins(self.outputs, self.success, self.claims, self.scratch, self.hear)

    @cached_property
    def found(self) -> dict[tuple[str, ...], Any]:
        """What `once` has found."""
        return {}

    def once(self, key: tuple[str, ...], find: Callable[[], Found]) -> Found:
        """What was found before under this key, or what is found now."""
        if key not in self.found:
            self.found[key] = find()
        found: Found = self.found[key]
        return found

    def function(self, output: str) -> tuple[fmpz_poly, fmpz_poly]:
        """num and den of an output of a one-parameter family."""
        if len(self.state.parameters) > 1:
            raise Declined(f"the family {self.state.name} has {len(self.state.parameters)} parameters")
        if output not in self.outputs:
            raise InputError("output", f"one of {sorted(self.outputs)}", output)
        return self.outputs[output].univariate

    @cached_property
    def noise(self) -> fmpq:
        """c > 0, for a family that is the pure target at x = 0 and has the infidelity c x to it.

        Raises Declined for other families, as `require_noise` does.
        """
        self.require_noise()
        return self.state.infidelity[1]

    def require_noise(self) -> None:
        """Raise Declined unless the family has one parameter x, is the pure target at 0, and is noisier for greater x.

        Other families have no target, and so no threshold and nothing to suppress.
        """
        state, x = self.state, self.state.parameter
        if not state.starts_pure:
            raise Declined(f"the family {state.name} is not the pure target at {x} = 0")
        if state.infidelity[1] <= 0:
            raise Declined(f"the infidelity of the family {state.name} does not grow with {x}")

    @property
    def slope(self) -> fmpq:
        """The input, measured as the outputs are, is slope x: outputs of several qudits are infidelities, else x."""
        return self.noise if self.code.k > 1 else fmpq(1)

    def gain(self, output: str) -> fmpz_poly:
        """input den - num for an output num/den, times a positive integer, the input measured as the output is."""
        num, den = self.function(output)
        return fmpz_poly([0, self.slope.p]) * den - self.slope.q * num

    @found_once
    def suppression(self, output: str) -> tuple[int, fmpq]:
        """Order and coefficient of an output at the pure target, in the family's parameter."""
        num, den = self.function(output)
        self.require_noise()
        if self.success.univariate[0][0] == 0:
            raise Declined("nothing is accepted at 0: the success probability there is 0")
        start = fmpq(num[0], den[0])
        if start:
            raise Declined(f"pure target states do not give the target: the output at 0 is {start}")
        if not num:
            raise Declined("the output is the target whatever the input: it has no leading term")
        order = next(i for i, c in enumerate(num.coeffs()) if c)
        return order, fmpq(num[order], den[0])

    @found_once
    def crossings(self, output: str) -> list[tuple[tuple[fmpq, fmpq], fmpz_poly]]:
        """The points of (0, 1) where output = input, in order: an interval or a rational point, and the factor."""
        factors = [factor for factor, _ in self.gain(output).factor()[1]]
        return sorted(
            (algebraic.refined(factor, *root), factor) for factor in factors for root in algebraic.roots_in_unit(factor)
        )

    def no_gain(self, output: str) -> tuple[str, fmpq]:
        """`above` or `equal to`, how the output is to the input, and the bound below which that holds.

        Raises Declined where it is below.
        """
        self.require_noise()
        gain = self.gain(output)
        if not gain:
            return "equal to", fmpq(1)
        crossing = self.crossings(output)
        bound = algebraic.rounded_down(*crossing[0][0], fmpq(0)) if crossing else fmpq(1)
        if gain(bound / 2) > 0:
            raise Declined(f"the output is below the input on (0, {bound})")
        return "above", bound

    @found_once
    def threshold(self, output: str) -> Threshold:
        """The one root of output = input in (0, 1) that separates improving from worsening."""
        (_, den), gain, x = self.function(output), self.gain(output), self.state.parameter
        order, coefficient = self.suppression(output)
        if not gain:
            raise Declined("the output equals the input")
        if next(c for c in gain.coeffs() if c) < 0:
            before = "" if self.slope == 1 else f"{self.slope} "
            leading = f"{coefficient} {x}{'' if order == 1 else f'^{order}'} + ..."
            raise Declined(f"close to 0 the output, {leading}, is above the input, {before}{x}")
        crossing = self.crossings(output)
        if not crossing:
            raise Declined(f"the output equals the input at no point {x} of (0, 1)")
        bound = fmpq(1)
        if len(crossing) > 1:
            bound = algebraic.rounded_down(*crossing[1][0], crossing[0][0][1])
        for label, poly in (("the output's denominator", den), ("the success probability", self.success.univariate[0])):
            if algebraic.roots_in_unit(stretched(poly, bound)) or poly(bound) == 0:
                raise Declined(f"{label} vanishes for some {x} in (0, {bound}]")
        (low, high), polynomial = crossing[0]
        polynomial = polynomial if polynomial[polynomial.degree()] > 0 else -polynomial
        cofactor, rest = divmod(gain, polynomial)
        if rest or algebraic.roots_in_unit(stretched(cofactor, bound)):
            raise Declined(f"the output meets the input at a multiple root in (0, {bound})")
        interval = algebraic.decimal_interval(polynomial, low, high, THRESHOLD_DIGITS)
        return Threshold(polynomial, *interval, cofactor, bound, self.noise)

    def alike(self, output: str) -> list[str]:
        """The outputs that have the target and the order of this one; none for `any` of a target that is no product.

        Raises Declined where outputs of a product have several orders or targets.
        """
        if self.code.k == 1:
            return [output]
        order, _ = self.suppression(output)
        single = [name for name in self.outputs if name != "any"]
        orders = {name: next((i for i, c in enumerate(self.function(name)[0].coeffs()) if c), 0) for name in single}
        like = output if output != "any" else next(iter(single), "")
        targets = self.several.targets
        same = [name for name in single if targets[name] == targets[like] and orders[name] == order]
        if output == "any" and len({targets[name] for name in single}) > 1:
            raise Declined("the outputs have no common target")
        if output == "any" and same != single:
            raise Declined(f"the outputs have no common order: orders {list(orders.values())}")
        return same

    def inputs(self, output: str, corrected: int = 0) -> fmpq:
        """`sites` / (outputs p_succ) at the pure target, outputs = `alike`; `corrected` syndromes are corrected."""
        num, den = self.success.univariate
        if num[0] == 0:
            raise Declined("nothing is accepted at 0")
        outputs = max(1, len(self.alike(output)))
        return self.sites(output) * fmpq(den[0], num[0] * outputs * self.code.p**corrected)

    def sites(self, output: str) -> int:
        """The sites where a stabilizer acts, or a logical operator of `alike` outputs: others come back untouched."""
        same, code = self.alike(output), self.code
        return code.used([int(name) - 1 for name in same] if code.k > 1 and same else range(code.k))

    def yield_exponent(self, output: str, corrected: int = 0) -> tuple[fmpq, fmpq]:
        """Bracket of log(order) / log(inputs)."""
        order, _ = self.suppression(output)
        if order < 2:
            raise Declined("the leading term is linear: with log(1) = 0 there is no yield exponent above 0")
        inputs = self.inputs(output, corrected)
        if inputs <= order:
            raise Declined(f"{inputs} inputs for one output and order {order}: no exponent below 1")
        return algebraic.log_ratio_bracket(order, inputs, MAX_YIELD_DENOMINATOR)

    def output_of(self, identifier: str) -> str:
        """The output that a claim is about: its own, or that of the claim it rests on.  Raises InputError."""
        if identifier not in self.claims:
            raise InputError("of", f"one of {sorted(self.claims)}", identifier)
        claim = self.claims[identifier]
        return str(claim["output"]) if isinstance(claim.get("output"), str) else self.output_of(claim.get("of", ""))

    def clifford(self, name: str) -> Clifford:
        """The Clifford unitary of this name.  Raises InputError where no claim defines it."""
        if name not in self.cliffords:
            raise InputError("clifford", f"one of {sorted(self.cliffords)}", name)
        return self.cliffords[name]
