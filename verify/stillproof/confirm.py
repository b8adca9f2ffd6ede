"""Confirm the engine by the two other roads: the paper's phase-space sum, and explicit vectors.

The roads get plain data and share no code with the engine (verify/stillproof/roads/).  A disagreement stops the run.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from .claims import projection
from .cyclotomic import matrix_json
from .errors import StillproofError
from .protocol import Protocol
from .roads import hilbert_space, wigner_sum

MAX_POINTS = 1 << 22  # phase-space points for the Wigner sum
MAX_ENTRIES = 1 << 20  # entries of one explicit vector


def confirm(protocol: Protocol) -> list[str]:
    """One line for every value that another road gave too.  Raises StillproofError where a road disagrees."""
    code, state = protocol.code, protocol.state
    lines = []
    plain = code.p > 2 and code.k == 1 and len(state.parameters) == 1 and not protocol.frame.twirl
    if plain and code.p ** (code.n + 1) <= MAX_POINTS:
        matrices = [matrix_json(x) for x in state.projectors.values()]
        site = wigner_sum.wigner_function(
            code.p,
            state.field.m,
            [[Fraction(str(c)) for c in weight] for weight in state.weights.values()],
            [[[[int(c) for c in entry] for entry in row] for row in x["entries"]] for x in matrices],
            [int(x["den"]) for x in matrices],
        )
        stabilizers = [g.json() for g in code.stabilizers]
        success, output = wigner_sum.distil(
            code.p, code.n, stabilizers, code.logical_x[0].json(), code.logical_z[0].json(), site, list(code.signs)
        )
        accepted, (num, den) = protocol.success.univariate, protocol.function(state.parameter)
        agree("p_succ by the phase-space sum", success * accepted[1], accepted[0])
        agree("the output by the phase-space sum", output[0] * den, output[1] * num)
        lines.append(f"phase-space sum over {code.p}^{code.n + 1} points: the same p_succ and output")
    if (
        code.p > 2
        and not any(code.signs)
        and code.k == 1
        and code.p**code.n <= MAX_ENTRIES
        and protocol.channel.uniform
    ):
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
    stabilizers = [g.json() for g in code.stabilizers]
    return list(hilbert_space.expectation(code.p, code.n, state.field.m, stabilizers, kets))


def _ket(protocol: Protocol, name: str) -> list[Any]:
    """A vector along which the projector projects: its first column that is not zero."""
    entries = matrix_json(protocol.state.projectors[name])["entries"]
    columns = [[[int(c) for c in row[k]] for row in entries] for k in range(len(entries))]
    return next(column for column in columns if any(map(any, column)))
