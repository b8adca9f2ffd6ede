"""Matching the decoded output to its family: up to a Clifford, and if need be after a twirl.

Conjugation by V moves chi: chi_out'(F b) = r^-e(b) chi_out(b), where V T(b) V* = r^e(b) T(F b).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from flint import fmpq, fmpq_mpoly

from ..codes.clifford import Clifford
from ..codes.phase_space import PhaseVector, phase_order
from ..errors import Declined
from ..exact.cyclotomic import Cyclotomic, matrix_product, trace
from .coset_sums import Channel, Sum
from .state import StateFamily

Site = tuple[int, int]
Action = dict[Site, tuple[Site, int]]
MAX_GROUP = 1 << 12


@dataclass(frozen=True)
class Frame:
    """The Clifford that takes the decoded output to the family, and the names of the Cliffords that twirl it."""

    clifford: Clifford
    twirl: tuple[str, ...] = ()
    match: str = "state"  # or "fidelity": only the overlap with the target is that of the family


def action(clifford: Clifford) -> Action:
    """b -> (F b, e)."""
    p = clifford.p
    moved = {}
    for u, v in product(range(p), repeat=2):
        bare = PhaseVector(p, (u,), (v,))
        image = clifford.everywhere(bare)
        moved[u, v] = (image.u[0], image.v[0]), clifford.phase(bare)
    return moved


def carried(chi: Mapping[Site, Cyclotomic], clifford: Clifford) -> dict[Site, Cyclotomic]:
    """chi of V rho V*: r^-e chi(b) at F b."""
    order, numbers = phase_order(clifford.p), chi[0, 0].field
    return {image: chi[b] * numbers.root_of_unity(order, -e) for b, (image, e) in action(clifford).items()}


def fixes(chi: Mapping[Site, Cyclotomic], clifford: Clifford) -> bool:
    """Whether a Clifford leaves a state as it is, by its chi."""
    return carried(chi, clifford) == chi


def fixes_family(state: StateFamily, clifford: Clifford) -> bool:
    """Whether a Clifford leaves every state of the family as it is."""
    parts = range(1 + len(state.parameters))
    values = {a: state.mixed(state.chi, a) for a in state.sites}
    return all(fixes({a: value[k] for a, value in values.items()}, clifford) for k in parts)


def group(p: int, generators: Sequence[Action]) -> list[Action]:
    """The group that some actions generate."""
    order = phase_order(p)
    found: list[Action] = [{(u, v): ((u, v), 0) for u in range(p) for v in range(p)}]
    seen = {tuple(sorted(found[0].items()))}
    for known in found:
        for generator in generators:
            step = {a: (generator[b][0], (e + generator[b][1]) % order) for a, (b, e) in known.items()}
            key = tuple(sorted(step.items()))
            if key not in seen:
                if len(seen) == MAX_GROUP:
                    raise Declined(f"the twirl group has more than {MAX_GROUP} elements")
                seen.add(key)
                found.append(step)
    return found


def transitive(p: int, elements: Sequence[Action]) -> bool:
    """Whether a group without phases moves one displacement operator to all others."""
    orbit = {element[0, 1][0] for element in elements}
    return len(orbit) == p * p - 1 and all(e == 0 for element in elements for _, e in element.values())


def symplectic_group(p: int) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """SL(2, p), the identity first."""
    yield (1, 0), (0, 1)
    for a, b, c, d in product(range(p), repeat=4):
        if (a * d - b * c) % p == 1 and (a, b, c, d) != (1, 0, 0, 1):
            yield (a, b), (c, d)


def averaged(p: int, elements: Sequence[Action]) -> dict[Site, Counter[tuple[Site, int]]]:
    """chi of the average of V rho V*: at each point, the values of chi_rho it sums, with their phases."""
    order = phase_order(p)
    terms: dict[Site, Counter[tuple[Site, int]]] = {}
    for element in elements:
        for b, (image, e) in element.items():
            terms.setdefault(image, Counter())[b, -e % order] += 1
    return terms


def backwards(p: int, symplectic: tuple[tuple[int, int], tuple[int, int]]) -> dict[Site, tuple[Site, int]]:
    """At each point, the point that the symplectic matrix moves there, and the phase that chi then gets."""
    return {image: (b, -e) for b, (image, e) in action(Clifford(p, symplectic)).items()}


class Matcher:
    """Finds the output parameters in a frame; the family's chi is c_0 + sum_i c_i x_i at every point."""

    def __init__(self, channel: Channel, cliffords: Mapping[str, Clifford]):
        self.channel, self.cliffords = channel, cliffords
        state = channel.state
        self.p, self.numbers = state.p, state.field
        self.chi = {b: state.mixed(state.chi, b) for b in state.sites[1:]}
        rows = [
            (b, t, [c.coordinates()[t] for c in chi]) for b, chi in self.chi.items() for t in range(self.numbers.degree)
        ]
        self.pivots = self._independent([row for row in rows if any(row[2][1:])], len(state.parameters))
        self.found: dict[Frame, list[fmpq_mpoly]] = {}

    def _independent(self, rows: list[tuple[Site, int, list[fmpq]]], count: int) -> list[tuple[Site, int, list[fmpq]]]:
        for first in rows:
            if count == 1:
                return [first]
            for second in rows:
                if first[2][1] * second[2][2] != first[2][2] * second[2][1]:
                    return [first, second]
        raise Declined(f"the family {self.channel.state.name} does not determine its parameters")

    def solve(self, values: Mapping[Site, Sequence[Any]], one: Any) -> list[Any]:
        """The parameters, times `one`, of a state with these coordinates of chi, also times `one`."""
        rest = [values[b][t] - one * row[0] for b, t, row in self.pivots]
        (row, *more) = [row[1:] for _, _, row in self.pivots]
        if not more:
            return [rest[0] * (1 / row[0])]
        (a, b), (c, d) = row, more[0]
        inverse = 1 / (a * d - b * c)
        return [(rest[0] * d - rest[1] * b) * inverse, (rest[1] * a - rest[0] * c) * inverse]

    def fits(self, values: Mapping[Site, Sequence[Any]], one: Any, found: Sequence[Any]) -> bool:
        """Whether the family with these parameters has this chi at every point."""
        for b, chi in self.chi.items():
            rows = zip(*(c.coordinates() for c in chi), strict=True)
            for value, (constant, *slopes) in zip(values[b], rows, strict=True):
                rest = value - one * constant
                for slope, x in zip(slopes, found, strict=True):
                    rest = rest - x * slope
                if rest:
                    return False
        return True

    def twirl_group(self, names: Sequence[str]) -> list[Action]:
        """The group of a twirl."""
        return group(self.p, [action(self.cliffords[name]) for name in names])

    def moved(self, frame: Frame) -> dict[Site, Sum]:
        """N_b of the output in a frame, after its twirl."""
        elements = self.twirl_group(frame.twirl)
        if self.channel.uniform and frame.clifford.shift == (0, 0) and transitive(self.p, elements):
            inside, normalizer = self.channel.enumerator
            share = fmpq(1, self.p**2 - 1)
            mean = self.channel.weighed([share * (b - a) for a, b in zip(inside, normalizer, strict=True)])
            return dict.fromkeys(self.chi, mean)
        ring, order = self.channel.ring, phase_order(self.p)
        wanted = averaged(self.p, elements)
        first = averaged(self.p, [action(frame.clifford)])
        sums = {}
        for c in self.chi:
            total = [ring.constant(0)] * self.numbers.degree
            for (middle, e), number in wanted[c].items():
                ((b, more),) = first[middle]
                unit = self.numbers.root_of_unity(order, e + more) * fmpq(number, len(elements))
                term = self.channel.times(self.channel.lift(unit), self.channel.at([b[0]], [b[1]]))
                total = [x + y for x, y in zip(total, term, strict=True)]
            sums[c] = total
        return sums

    def outputs(self, frame: Frame) -> list[fmpq_mpoly]:
        """The numerators, over N_1, of the output parameters.  Raises Declined if the output leaves the family."""
        if frame not in self.found:
            self.found[frame] = self.solved(frame)
        return self.found[frame]

    def solved(self, frame: Frame) -> list[fmpq_mpoly]:
        """As `outputs`, computed anew."""
        sums = self.moved(frame)
        one = self.channel.group_sum
        if frame.match == "fidelity":
            return [self.by_fidelity(sums, one)]
        found = self.solve(sums, one)
        if not self.fits(sums, one, found):
            raise Declined(f"the output is not in the family {self.channel.state.name}, in this frame and twirl")
        return found

    def stays(self, frame: Frame) -> bool:
        """Whether the output is in the family wherever something is accepted."""
        try:
            self.outputs(frame)
        except Declined:
            return False
        return True

    def by_fidelity(self, sums: Mapping[Site, Sum], one: Any) -> Any:
        """The parameter, times N_1, at which the family has the output's overlap with the target."""
        channel, state = self.channel, self.channel.state
        state.require_one_parameter()
        target = state.projectors[state.target]
        overlaps = {name: trace(matrix_product(target, other)) for name, other in state.projectors.items()}
        constant, slope = (
            sum((overlaps[name] * weight[k] for name, weight in state.weights.items()), self.numbers(0)) for k in (0, 1)
        )
        if not slope:
            raise Declined("the overlap with the target does not depend on the parameter")
        total = channel.times(channel.lift(self.numbers(1)), [one, *[one * 0] * (self.numbers.degree - 1)])
        for b, part in sums.items():
            term = channel.times(channel.lift(state.chi[state.target][b].conjugate()), part)
            total = [x + y for x, y in zip(total, term, strict=True)]
        rest = [x * fmpq(1, self.p) for x in total]
        start = channel.times(channel.lift(constant), [one, *[one * 0] * (self.numbers.degree - 1)])
        found = channel.times(channel.lift(slope.inverse()), [x - y for x, y in zip(rest, start, strict=True)])
        if any(found[1:]):
            raise Declined("the overlap with the target gives an irrational parameter")
        return found[0]

    def best(self) -> Frame:
        """The frame in which the output is in the family, closest to the target when the inputs are.

        Closest: with the least sum of the parameters at 0, of frames in which they are in their range there.  Of
        several the first one in which they are in their range at the points of `samples`, too, if there is one.
        Without a twirl if there is such a frame; else with the twirl by the state's own Cliffords that fix the target;
        else, for one parameter, only the overlap with the target is matched.
        """
        identity = Clifford(self.p, ((1, 0), (0, 1)))
        target = self.channel.state.chi[self.channel.state.target]
        twirl = tuple(name for name, clifford in self.cliffords.items() if fixes(target, clifford))
        plain = Frame(identity, twirl)
        if not self.channel.listable and self.channel.uniform and twirl and transitive(self.p, self.twirl_group(twirl)):
            return plain
        near, generic = self.at_point(fmpq(0)), self.at_point(fmpq(1, 7))
        tried = [chi for chi in map(self.at, samples(len(self.channel.state.parameters))) if chi]
        for names in [(), twirl] if twirl else [()]:
            elements = averaged(self.p, self.twirl_group(names))
            rated = []
            for f in symplectic_group(self.p):
                back = backwards(self.p, f)
                for shift in self.channel.state.sites:
                    there, here, *others = (Turned(self, chi, elements, shift, back) for chi in (generic, near, *tried))
                    # a few points leave few frames: whether one fits everywhere is asked last, of the best ones
                    if all(self.fits(one, fmpq(1), self.solve(one, fmpq(1))) for one in (there, *others)):
                        start = self.solve(here, fmpq(1))
                        rest = sum(outside(self.solve(other, fmpq(1))) for other in others)
                        frame = Frame(Clifford(self.p, f, shift), names)
                        if not any(start) and not rest and self.stays(frame):
                            return frame
                        rated.append((outside(start), sum(start, fmpq(0)), rest, frame))
            for *_, frame in sorted(rated, key=lambda entry: entry[:3]):
                if self.stays(frame):
                    return frame
        if len(self.channel.state.parameters) == 1:
            return self.by_overlap(near)
        name = self.channel.state.name
        raise Declined(
            f"no Clifford takes the output into the family {name} with parameters that are rational functions, as it "
            "is or twirled over the Cliffords of its file that fix its target"
        )

    def fitting(self, names: Sequence[str]) -> Iterator[Frame]:
        """All frames with this twirl in which the output is in the family."""
        generic, elements = self.at_point(fmpq(1, 7)), averaged(self.p, self.twirl_group(names))
        for f in symplectic_group(self.p):
            back = backwards(self.p, f)
            for shift in self.channel.state.sites:
                there, frame = (
                    Turned(self, generic, elements, shift, back),
                    Frame(Clifford(self.p, f, shift), tuple(names)),
                )
                if self.fits(there, fmpq(1), self.solve(there, fmpq(1))) and self.stays(frame):
                    yield frame

    def by_overlap(self, near: dict[Site, Cyclotomic]) -> Frame:
        """The first frame that gives the target from the target, else no frame; only the overlap is matched."""
        alone = averaged(self.p, self.twirl_group(()))
        goal = {b: chi.coordinates() for b, chi in self.channel.state.chi[self.channel.state.target].items()}
        for f in symplectic_group(self.p):
            back = backwards(self.p, f)
            for shift in self.channel.state.sites:
                there = Turned(self, near, alone, shift, back)
                if all(goal[b] == there[b] for b in self.chi):
                    return Frame(Clifford(self.p, f, shift), (), "fidelity")
        return Frame(Clifford(self.p, ((1, 0), (0, 1))), (), "fidelity")

    def at_point(self, x: fmpq) -> dict[Site, Cyclotomic]:
        """The output's chi with all parameters at x, or close to it where nothing is accepted."""
        for shift in range(3):
            count = len(self.channel.state.parameters)
            chi = self.at([x + fmpq(shift, 11 + i) + fmpq(i, 13) * x for i in range(count)])
            if chi:
                return chi
        raise Declined("no input is ever accepted")

    def at(self, point: Sequence[fmpq]) -> dict[Site, Cyclotomic]:
        """The output's chi at a point; empty where nothing is accepted."""
        inside = self.channel.group_sum(*point)
        if not inside:
            return {}
        sums = {b: self.channel.at([b[0]], [b[1]]) for b in self.chi}
        return {b: self.numbers([c(*point) / inside for c in coordinates]) for b, coordinates in sums.items()}


def samples(count: int) -> list[list[fmpq]]:
    """Points at which no parameter of an output should be negative: near 0, half way, and at the ends."""
    ends = [[fmpq(int(i == j)) for j in range(count)] for i in range(count)]
    if count > 1:
        ends.append([fmpq(1, count)] * count)
    return [[x * size for x in end] for size in (fmpq(1, 100), fmpq(1, 2), fmpq(1)) for end in ends]


def outside(point: Sequence[fmpq]) -> bool:
    """Whether a parameter is negative, or their sum above 1."""
    return any(x < 0 for x in point) or sum(point, fmpq(0)) > 1


class Turned(dict[Site, "list[fmpq]"]):
    """The coordinates of chi in a frame and after a twirl, each computed when first asked for.

    Most frames do not fit, which a few points show.
    """

    def __init__(
        self,
        matcher: Matcher,
        chi: Mapping[Site, Cyclotomic],
        elements: Mapping[Site, Counter[tuple[Site, int]]],
        shift: tuple[int, int],
        back: Mapping[Site, tuple[Site, int]],
    ):
        super().__init__()
        self.matcher, self.chi, self.elements, self.shift, self.back = matcher, chi, elements, shift, back

    def __missing__(self, c: Site) -> list[fmpq]:
        numbers, order = self.matcher.numbers, phase_order(self.matcher.p)
        total = numbers(0)
        for (middle, e), number in self.elements[c].items():
            b, more = self.back[middle]
            more -= (self.shift[1] * b[0] - self.shift[0] * b[1]) * (order // self.matcher.p)
            total = total + self.chi[b] * numbers.root_of_unity(order, e + more) * number
        self[c] = (total * fmpq(1, sum(self.elements[c].values()))).coordinates()
        return self[c]
