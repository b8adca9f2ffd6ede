"""Confirm the engine by other roads: the paper's phase-space sum, and explicit vectors.

The roads get plain data and share no code with the engine (confirm/roads/).  A disagreement stops the run.
Compared is p_succ times the decoded operator, as a polynomial or at points, in the frame and the twirl of the claim.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any, NamedTuple

from flint import fmpq, fmpq_poly

from ..claims import projection
from ..errors import StillproofError
from ..exact.cyclotomic import element_json
from ..protocols.protocol import Protocol
from .plain_data import FEW, Point, Stated, affine, at, flat, matrices, operators, output_weights, points, stated
from .roads import codewords, hilbert_space, supports, wigner_sum

MAX_POINTS = 1 << 22  # phase-space points for the Wigner sum
MAX_ENTRIES = 1 << 20  # coordinates of one explicit vector
MAX_WORK = 1 << 23  # coordinates of all codewords, times points
MAX_PAIRS = 1 << 26  # pairs of basis states in codewords
MAX_TERMS = 1 << 16  # different terms of a sum over such pairs, times points
SMALL = 1 << 14  # explicit codewords up to here even where the phase-space sum was taken


def confirm(protocol: Protocol) -> list[str]:
    """One line for every value that another road gave too.  Raises StillproofError where a road disagrees."""
    known = stated(protocol)
    code, field = protocol.code, protocol.state.field
    lines = in_phase_space(protocol, known)
    if not lines or code.p**code.n * field.degree <= SMALL:
        output = by_vectors(protocol) or by_supports(protocol)
        lines += [compared(protocol, known, output)] if output else []
    if not lines:
        lines.append(f"no second road: codewords with {code.p}^{code.n} entries, their supports do not fit either")
    return lines + by_projections(protocol)


def in_phase_space(protocol: Protocol, known: Stated) -> list[str]:
    """The phase-space sum, for odd p and one encoded qudit; no line where it does not fit."""
    code, state = protocol.code, protocol.state
    if code.p == 2 or code.k > 1 or code.p ** (code.n + 1) > MAX_POINTS:
        return []
    members, step = matrices(state.projectors.values()), code.n + 1

    def wigner(weights: list[list[Fraction]]) -> dict[tuple[int, int], fmpq_poly]:
        return wigner_sum.wigner_function(code.p, state.field.m, weights, *members)

    try:
        site = wigner([flat(affine(weight), step) for weight in state.weights.values()])
    except wigner_sum.IrrationalWignerFunction:
        return []
    stabilizers, (logical_x,), (logical_z,) = operators(protocol)
    found = wigner_sum.output_wigner(code.p, code.n, stabilizers, logical_x, logical_z, site, list(code.signs))
    total = fmpq_poly([fmpq(c.numerator, c.denominator) for c in flat(known.success, step)])
    agree("p_succ by the phase-space sum", sum(found.values(), fmpq_poly()), total)
    line = f"phase-space sum over {code.p}^{code.n + 1} points: the same p_succ"
    if not known.outputs or protocol.frame.match == "fidelity":
        return [line]
    clifford = protocol.frame.clifford
    found = wigner_sum.moved(code.p, found, clifford.symplectic, clifford.shift)
    twirl = [protocol.clifford(name) for name in protocol.frame.twirl]
    found = wigner_sum.twirled(code.p, found, [(c.symplectic, c.shift) for c in twirl])
    expected = wigner([flat(weight, step) for weight in output_weights(protocol, known)])
    for point, value in found.items():
        agree(f"the output's Wigner function at {point} by the phase-space sum", value, expected[point])
    return [f"{line} and output{framed(protocol)}"]


class Road(NamedTuple):
    """The decoded operator as a function of a point, what it is made of, and how many points may be asked for."""

    at: Callable[[Point], codewords.Operator]
    made_of: str
    points: int


def by_vectors(protocol: Protocol) -> Road | None:
    """The decoded operator from explicit codewords, where they fit."""
    code, state = protocol.code, protocol.state
    entries = code.p**code.n * state.field.degree
    work = entries * code.p**code.k
    if entries > MAX_ENTRIES or work * len(FEW) > MAX_WORK:
        return None
    words = codewords.codewords(code.p, code.n, state.field.m, *operators(protocol), list(code.signs))
    members = matrices(state.projectors.values())

    def output(point: Point) -> codewords.Operator:
        rho = codewords.mixture([at(affine(weight), point) for weight in state.weights.values()], *members)
        return codewords.decoded(code.p, code.n, state.field.m, words, *codewords.integral(rho))

    return Road(output, f"{len(words)} codewords with {code.p}^{code.n} entries", MAX_WORK // work)


def by_supports(protocol: Protocol) -> Road | None:
    """The decoded operator as a double sum over the basis states in codewords, where there are few."""
    code, state = protocol.code, protocol.state
    group = operators(protocol)
    size = supports.support_size(code.p, group[0], group[2])
    weights = [[Fraction(str(c)) for c in weight] for weight in state.weights.values()]
    table, values = supports.entries(weights, *matrices(state.projectors.values()))
    if size**2 * code.p ** (2 * code.k) > MAX_PAIRS or not supports.fits(code.n, values):
        return None
    words = supports.words(code.p, code.n, *group, list(code.signs))
    tally = supports.tally(code.p, code.n, words, table, len(values))

    def output(point: Point) -> codewords.Operator:
        return supports.decoded(code.p, state.field.m, code.n, len(words), tally, values, point)

    return Road(output, f"{len(words)} codewords of {size} basis states", MAX_TERMS // len(tally.terms))


def compared(protocol: Protocol, known: Stated, road: Road) -> str:
    """The decoded operator against the engine, at as many points as determine the polynomials, or at a few."""
    code, state = protocol.code, protocol.state
    count = len(state.parameters)
    places = points(count, code.n)
    complete = len(places) <= road.points
    places = places if complete else [point[:count] for point in FEW]
    for point in places:
        found = road.at(point)
        where = f"at {', '.join(map(str, point))} by codewords"
        success = [at(known.success, point), *[Fraction(0)] * (state.field.degree - 1)]
        agree(f"p_succ {where}", codewords.trace(found), success)
        if known.outputs:
            compare = output_agrees if code.k == 1 else infidelities_agree
            compare(protocol, known, point, found, where)
    enough = ", enough for the polynomials" if complete else ""
    same = "the same p_succ" + (f" and output{framed(protocol)}" if known.outputs else "")
    return f"{road.made_of}, {len(places)} points{enough}: {same}"


def output_agrees(protocol: Protocol, known: Stated, point: Point, found: codewords.Operator, where: str) -> None:
    """The decoded operator of one qudit, in the frame and the twirl of the claim, against the family."""
    m, frame = protocol.state.field.m, protocol.frame
    larger = frame.clifford.field(m)
    used = [frame.clifford, *(protocol.clifford(name) for name in frame.twirl)]
    entries = zip(*matrices(clifford.matrix(larger) for clifford in used), strict=True)
    first, *twirl = (codewords.mixture([Fraction(1)], [v], [den]) for v, den in entries)
    found = codewords.conjugated(larger.m, first, codewords.lifted(m, found, larger.m))
    found = codewords.twirled(larger.m, twirl, found)
    weights = [at(weight, point) for weight in output_weights(protocol, known)]
    expected = codewords.mixture(weights, *matrices(protocol.state.projectors.values()))
    expected = codewords.lifted(m, expected, larger.m)
    if frame.match == "fidelity":
        members = matrices([protocol.state.projectors[protocol.state.target]])
        target = codewords.lifted(m, codewords.mixture([Fraction(1)], *members), larger.m)
        overlaps = [codewords.trace(codewords.matrix_product(larger.m, x, target)) for x in (found, expected)]
        agree(f"the output's overlap with the target {where}", *overlaps)
    else:
        agree(f"the output {where}", found.tolist(), expected.tolist())


def infidelities_agree(protocol: Protocol, known: Stated, point: Point, found: codewords.Operator, where: str) -> None:
    """The infidelities of several encoded qudits to the target: <t|rho|t> against (1 - infidelity) <t|t>."""
    code, m = protocol.code, protocol.state.field.m
    amplitudes = [element_json(x) for x in protocol.several.target]
    target = codewords.rank_one(m, [[Fraction(int(c), int(x["den"])) for c in x["num"]] for x in amplitudes])
    norm = codewords.trace(target)
    for name, infidelity in known.outputs.items():
        pair = [found, target]
        if name != "any":
            pair = [codewords.traced_out(code.p, code.k, int(name) - 1, x) for x in pair]
        overlap = codewords.trace(codewords.matrix_product(m, *pair))
        fidelity = at(known.success, point) - at(infidelity, point)
        agree(f"the infidelity of {name} {where}", overlap, [c * fidelity for c in norm])


def framed(protocol: Protocol) -> str:
    """What is done to the decoded output, if anything."""
    if protocol.code.k > 1:
        return " infidelities"
    clifford, twirl = protocol.frame.clifford, protocol.frame.twirl
    if protocol.frame.match == "fidelity":
        return "'s overlap with the target"
    moved = clifford.symplectic != ((1, 0), (0, 1)) or clifford.shift != (0, 0)
    return " in its frame" * moved + f" twirled by {', '.join(twirl)}" * bool(twirl)


def by_projections(protocol: Protocol) -> list[str]:
    """<x|Pi|x> by explicit vectors, for odd p and uniform families without signs."""
    code, state = protocol.code, protocol.state
    plain = code.p > 2 and not any(code.signs) and code.k == 1 and protocol.channel.uniform
    if not plain or code.p**code.n > MAX_ENTRIES:
        return []
    lines = []
    others = [name for name in state.projectors if name != state.target]
    for names in ([], others[:1], others[:2]):
        value = in_hilbert_space(protocol, names)
        rows = projection.answer({"others": sorted(names)}, protocol)["values"]
        known = [[Fraction(int(c), int(row["value"]["den"])) for c in row["value"]["num"]] for row in rows]
        if value not in known:
            raise StillproofError(f"<x|Pi|x> by explicit vectors is {value}, the engine has {known}")
        shown = str(value[0]) if not any(value[1:]) else str([str(c) for c in value])
        lines.append(f"explicit vector with {code.p}^{code.n} entries, x = {names or state.target}: {shown} again")
    return lines


def agree(what: str, one: object, other: object) -> None:
    """Raises StillproofError unless both are equal."""
    if one != other:
        raise StillproofError(f"{what}: {one}, by the engine {other}")


def in_hilbert_space(protocol: Protocol, names: list[str]) -> list[Fraction]:
    """<x|Pi|x> for these states on the first sites and the target on the others, by explicit vectors."""
    code, state = protocol.code, protocol.state
    kets = [_ket(protocol, name) for name in names] + [_ket(protocol, state.target)] * (code.n - len(names))
    return list(hilbert_space.expectation(code.p, code.n, state.field.m, operators(protocol)[0], kets))


def _ket(protocol: Protocol, name: str) -> list[Any]:
    """A vector along which the projector projects: its first column that is not zero."""
    (entries,), _ = matrices([protocol.state.projectors[name]])
    columns = [[row[k] for row in entries] for k in range(len(entries))]
    return next(column for column in columns if any(map(any, column)))
