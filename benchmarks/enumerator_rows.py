"""The rows about enumerators against peers: each result is compared with the peer's before there is a ratio."""

from __future__ import annotations

import sys
from operator import eq
from typing import Any

from flint import fmpq_poly

from codes import SEED, even_residue_code, generic, golay11, low_weights, plausible, residue, rotated_surface
from gap import Gap, concatenated
from harness import Row, compare, faster, process, timed, within
from planqtn_peer import Planqtn
from python_peers import plain_enumeration, wigner_at_origin
from stillproof.codes.phase_space import PhaseVector
from stillproof.enumerators import macwilliams, weight_enumerator

SHORT = 20  # calls in a row, where one takes a few milliseconds at most


def both(p: int, n: int, generators: list[PhaseVector]) -> tuple[list[int], list[int]]:
    """A and B."""
    inside = weight_enumerator(p, n, generators)
    return inside, macwilliams(p, inside)


def golay_guava_row(gap: Gap) -> Row:
    """[[11,1,5]]_3, A and B, against GUAVA."""
    generators = golay11()
    rows = [list(g.u) for g in generators if any(g.u)]
    dual: list[Any] = []  # B by GUAVA, asked once and not timed

    def same(pair: Any, other: Any) -> bool:
        dual[:] = dual or [gap.weights(rows, 9, function="dual")[1]]
        return bool(pair == (other, dual[0]))

    return compare(
        "Golay [[11,1,5]]_3, A and B",
        timed(lambda: both(3, 11, generators), SHORT),
        "GUAVA: the [11,5] code over GF(9)",
        lambda: gap.weights(rows, 9, times=SHORT),
        faster(10),
        same=same,
        compared="A and B",
        rounds=15,
        note="GUAVA is timed for A alone, in its own process without its start; B is asked of it once, untimed. "
        f"A round is {SHORT} calls in a row on either side.",
    )


def golay_python_row() -> Row:
    """[[11,1,5]]_3, A and B, against plain Python."""
    generators = golay11()
    return compare(
        "Golay [[11,1,5]]_3, A and B",
        timed(lambda: both(3, 11, generators)),
        "plain Python, 3^10 combinations",
        timed(lambda: plain_enumeration(3, generators)),
        faster(300),
        same=lambda pair, other: pair[0] == other,  # type: ignore[index]
        compared="A",
        rounds=3,
        note="Python forms every combination of the generators from scratch, for A alone.",
    )


def golay_sympy_row() -> Row:
    """The map's sums at one point of phase space, against SymPy."""
    generators = golay11()

    def polynomials() -> list[fmpq_poly]:
        origin, elsewhere = fmpq_poly([-3, 4]) / 9, fmpq_poly([3, -1]) / 18
        powers = [origin ** (11 - w) * elsewhere**w for w in range(12)]
        pair = both(3, 11, generators)
        return [sum((x * c for x, c in zip(powers, counts, strict=True)), fmpq_poly()) for counts in pair]

    def same(mine: Any, other: Any) -> bool:
        pairs = [(int(c.p), int(c.q)) for c in mine[0].coeffs()]
        return pairs == [(int(c.numerator), int(c.denominator)) for c in other]

    return compare(
        "Golay, W_out(0) and p_succ from A and B",
        timed(polynomials),
        "SymPy: phase-space sum, W_out(0) alone",
        timed(lambda: wigner_at_origin(3, generators)),
        faster(1000),
        same=same,
        compared="W_out(0), all 12 coefficients",
        rounds=3,
        note="Prakash 2020, eq. (2.12). The paper's sum has nine points, and SymPy does one of them, whole, in its "
        "ring QQ[delta]: the ratio is a lower bound of the ratio to the whole sum.",
    )


def generic_guava_row(gap: Gap) -> Row:
    """A code without structure over F_3."""
    generators = generic(3, 17, SEED)
    spread = concatenated(3, generators)
    return compare(
        f"generic [[17,1]]_3 (seed {SEED}), A",
        timed(lambda: weight_enumerator(3, 17, generators)),
        "GUAVA: [68,16] over GF(3)",
        lambda: gap.weights(spread, 3, 3),
        faster(100),
        same=eq,
        compared="A",
        rounds=3,
        note="(u,v) becomes (u, v, u+v, u+2v): weights are 3 times the symplectic weight.",
    )


def qubit_guava_row(gap: Gap) -> Row:
    """The binary Golay code as a CSS code."""
    generators = residue(2, 23)
    spread = concatenated(2, generators)
    return compare(
        "[[23,1,7]]_2, A",
        timed(lambda: weight_enumerator(2, 23, generators)),
        "GUAVA: [69,22] over GF(2)",
        lambda: gap.weights(spread, 2, 2),
        faster(3),
        same=eq,
        compared="A",
        rounds=7,
        note="(u,v) becomes (u, v, u+v): weights are doubled. GUAVA takes longer on [23,11] over GF(4). "
        "Both sides list the 2^22 elements.",
    )


def surface_row(planqtn: Planqtn) -> Row:
    """The rotated surface code of distance 7."""
    generators = rotated_surface(7)
    return compare(
        "rotated surface code, d = 7, n = 49, A",
        timed(lambda: weight_enumerator(2, 49, generators)),
        "planqtn: tensor network",
        lambda: planqtn.surface(7),
        faster(20),
        same=eq,
        compared="A",
        rounds=3,
        note="planqtn is timed in its own process without its start, in its fastest order of contraction.",
    )


def residue_row() -> Row:
    """[[23,1]]_3, 3^22 elements, in imports of FLINT."""
    generators = residue(3, 23)
    words = word_weights(3, even_residue_code(3, 23))
    low = low_weights(3, 23, generators)

    def same(counts: Any, _: object) -> bool:
        lightest = next(w for w, count in enumerate(words) if w and count)
        from_words = [1, *[0] * (lightest - 1), 4 * words[lightest]]
        return counts[: lightest + 1] == from_words and plausible(3, 23, counts, low, macwilliams(3, counts))

    return compare(
        "residue code [[23,1]]_3, 3^22 elements, A",
        timed(lambda: weight_enumerator(3, 23, generators)),
        "python -c 'import flint'",
        process(sys.executable, "-c", "import flint"),
        within(5),
        same=same,
        compared="A_0 to A_9, sum, B integral, B_0 to B_2",
        rounds=3,
        note="In process against a whole process. No peer can do it; A_0 to A_9 follow from the words of weight up "
        "to 9 of the classical code (3^11, listed), and B_0 to B_2 are listed.",
    )


def word_weights(p: int, rows: list[list[int]]) -> list[int]:
    """The weight distribution of a classical code by listing its words, each from the one before it."""
    words = [tuple([0] * len(rows[0]))]
    for row in rows:
        words = [tuple((x + k * y) % p for x, y in zip(word, row)) for word in words for k in range(p)]
    counts = [0] * (len(rows[0]) + 1)
    for word in words:
        counts[len(word) - word.count(0)] += 1
    return counts
