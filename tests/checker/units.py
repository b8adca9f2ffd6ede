"""Facts about single functions of the checker that no small file can show: for `mutation.py` and `test_forged.py`.

Each is an expression over the modules of the checker and its value, or the id of the refusal that it ends in.  The
bounds are those of docs/formats/.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from fractions import Fraction
from math import comb
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest import mock

CHECKER = Path(__file__).resolve().parents[2] / "proofs" / "stillproof_check"

BOUNDS: dict[str, object] = {
    "loader.MAX_BYTES": 4194304,
    "loader.MAX_DEPTH": 12,
    "loader.MAX_DIGITS": 4000,
    "loader.MAX_SMALL": 1048576,
    "loader.MAX_TERMS": 128,
    "loader.MAX_AREA": 1024,
    "cyclotomic.MAX_M": 120,
    "cyclotomic.MAX_DEGREE": 24,
    "cyclotomic.MAX_ENTRY": int("1" + "0" * 40),
    "listing.INNER_BITS": 60000,
    "listing.MAX_KEYS": 4096,
    "weights.MAX_SPLIT": 262144,
    "conjugation.MAX_GENERATORS": 16,
    "cover.COARSE": 5,
    "cover.GRID": 64,
    "cover.MAX_LEVEL": 48,
    "rules.trapping.MAX_DENOMINATOR": 65536,
    "lowest.MAX_LINE": 1000,
    "polynomial.MAX_BISECTIONS": 64,
    "loader.MAX_LINES": 1024,
    "rules.basin_threshold.MAX_DENOMINATOR": 10**40,
    "state.MAX_P": 7,
    "statement.MAX_SITES": 64,
    "state.MAX_MEMBERS": 32,
    "state.MAX_PARAMETERS": 2,
    "run.MAX_CLAIMS": 256,
    "rules.yield_.MAX_DENOMINATOR": 1000,
    "rules.classification.MAX_LENGTH": 13,
    "rules.classification.MAX_CODES": 26,
    "work.MAX_WORK": 50000000,
    "work.SQUARE": 20,
    "rules.bound.MAX_DENOMINATOR": 1000,
    "rules.threshold.MAX_DENOMINATOR": 1000,
    "rules.class_enumerator.MAX_ROWS": 4096,
    "rules.expansion.MAX_DEGREE": 12,
    "rules.fixed_points.MAX_DENOMINATOR": 1000000,
    "rules.fixed_points.MAX_POINTS": 64,
    "rules.outputs.MAX_DIMENSION": 64,
}

# A yield claim over made-up suppression and success: the exponent log 3 / log 9 = 1/2 exactly, or log 2 / log 4.
YIELD = (
    "(lambda f, p: rules.yield_.check({{'of': 's', 'success-of': 'm', 'inputs': Fraction({n}), 'outputs': 1, "
    "'exponent': (Fraction({low}), Fraction({high}))}}, {{}}, statement.Facts(namespace(used=lambda outputs: {n}, k=1), None, Work(), "
    "{{'s': established.Suppression(f, {k}, Fraction(1)), 'm': established.Map(p, {{'x': f}}, {{}})}})).inputs)("
    "established.Function(established.Quantity.PARAMETER, [0] * {k} + [1], [1], 'm'), "
    "established.Function(established.Quantity.SUCCESS, [1], [1], 'm'))"
)

# A search for an automorphism of an [8,3] code that comes to nothing on the second level.
APART = (
    "(lambda w: (monomial.{call}(w, w, w.colours[0] if '{call}' == 'attempt' else"
    " monomial.refined(w.colours[0], w.columns[12]), {last}), w.work.done))(monomial.Words("
    "[[0, 0, 0, 2, 0, 2, 1, 2], [2, 1, 2, 2, 1, 1, 2, 1], [0, 1, 1, 1, 2, 1, 1, 0]], 8, Work()))"
)


def exponent(n: int, k: int, low: str, high: str) -> str:
    """A call of the rule `yield`."""
    return YIELD.format(n=n, k=k, low=repr(low), high=repr(high))


VALUES: dict[str, object] = {
    # the order of a function at 0: of x^2, 1 + x, nothing, and x/x
    "established.Function(established.Quantity.SUCCESS, [0, 0, 5], [1], 'm').order": 2,
    "established.Function(established.Quantity.SUCCESS, [1, 1], [1], 'm').order": None,
    "established.Function(established.Quantity.SUCCESS, [0], [1], 'm').order": None,
    "established.Function(established.Quantity.SUCCESS, [], [1], 'm').order": None,
    "established.Function(established.Quantity.SUCCESS, [0, 1], [0, 1], 'm').order": None,
    # roots 1/4, 1/2 and 3/4; 1/4 and 1/2; 1/4 and 3/4; 5/8 and 7/8
    "ring().roots_in_unit([-3, 22, -48, 32])": 3,
    "ring().roots_in_unit([1, -6, 8])": 2,
    "ring().roots_in_unit([3, -16, 16])": 2,
    "ring().roots_in_unit([35, -96, 64])": 2,
    # roots 1/16 and 3/16, 13/16 and 15/16: three bisections
    "ring().roots_in_unit([3, -64, 256], 3)": 2,
    "ring().roots_in_unit([195, -448, 256], 3)": 2,
    "ring().roots_in_unit([3, -64, 256], 2)": "polynomial.bisections",
    "ring().roots_in_unit([195, -448, 256], 2)": "polynomial.bisections",
    "ring().roots_in_unit([3, -16, 16], 1)": 2,
    "ring().roots_in_unit([3, -16, 16], 0)": "polynomial.bisections",
    "ring().moved([5, -3, 2], 2, Fraction(5, 2))": [28, 10, 2],
    "ring().moved([7], Fraction(1, 2), 1)": [7],
    "ring().positive_on_closed_unit([1])": True,
    "ring().positive_on_closed_unit([Fraction(1, 2)])": True,
    "ring().positive_on_closed_unit([0, 1])": False,
    "ring().positive_on_closed_unit([1, -1])": False,
    "ring().positive_on_closed_unit([2, -1])": True,
    "ring().positive_on_closed_unit([1, -4, 4])": False,
    "ring().positive_on_unit([1, 1])": True,
    "ring().positive_on_unit([-1])": False,
    "ring().positive_on_unit([Fraction(-1, 2)])": False,
    "ring().positive_on_unit([0])": False,
    "ring().positive_on_unit([-1, 2])": False,
    "ring().positive_on_unit([-1, 4])": False,
    "polynomial.variations([-1, 2])": 1,
    "polynomial.variations([3, 2])": 0,
    "polynomial.variations([1, 0, -1])": 1,
    # the table of docs/lemmas, `isotropic-count`
    "sorted(map(rules.classification.maximal, [1, 2, 3, 4]))": [(0, 1), (0, 1), (1, 4), (2, 8)],
    "sorted(map(rules.classification.maximal, [5, 6, 7]))": [(2, 40), (2, 280), (3, 1120)],
    "sorted(map(rules.classification.maximal, [8, 9, 10]))": [(4, 2240), (4, 91840), (4, 5602240)],
    "rules.classification.maximal(11)": (5, 22408960),
    "rules.classification.maximal(12)": (6, 44817920),
    "rules.classification.maximal(13)": (6, 16358540800),
    "monomial.refined([1, 2], [0, 2])": [3, 8],
    "monomial.first_moved([0, 1, 3, 2])": 1,
    "monomial.first_moved([0, 1, 2, 3])": 2,
    # +1 -> +7 keeps the first profile, and none of the 14 points left keeps the second: 15 profiles of 27 words
    APART.format(call="extends", last="(6,)"): (False, 8 * 27 + 15 * 4),
    APART.format(call="attempt", last="(), 12"): (False, 8 * 27 + 15 * 4),
    "weights.macwilliams(2, [1, 0, 0], Work())": [1, 6, 9],
    "weights.macwilliams(3, [1, 0, 0, 0, 40, 40], Work())": [1, 0, 0, 80, 240, 408],
    "Work().more(50000000)": None,
    "Work().more(50000001)": "work.operations",
    exponent(9, 3, "1/3", "2/3"): 9,
    exponent(9, 3, "1/2", "2/3"): "yield.exponent.low",
    exponent(9, 3, "1/3", "1/2"): "yield.exponent.high",
    exponent(4, 2, "499/1000", "501/1000"): 4,
    exponent(4, 2, "499/1001", "501/1000"): "yield.denominator",
}

# What the primitives give; tests/oracles/test_dense.py compares the same functions with explicit matrices.
PRIMITIVES: dict[str, object] = {
    "symplectic.product_phase(5, ((0,), (1,)), ((1,), (0,)))": 3,
    "symplectic.product_phase(5, ((1, 2), (3, 1)), ((4, 1), (0, 2)))": 2,
    "[symplectic.product_phase(2, ((a,), (b,)), ((c,), (d,))) for a in (0, 1) for b in (0, 1) for c in (0, 1) for d in (0, 1)]": [
        0,
        0,
        0,
        0,
        0,
        0,
        1,
        3,
        0,
        3,
        0,
        1,
        0,
        1,
        3,
        0,
    ],
    "symplectic.product_phase(2, ((1, 0), (1, 1)), ((0, 1), (1, 1)))": 0,
    "symplectic.times(2, (((1,), (0,)), 3), (((0,), (1,)), 2))": (((1,), (1,)), 0),
    "symplectic.times(5, (((1,), (0,)), 3), (((0,), (1,)), 4))": (((1,), (1,)), 4),
    "symplectic.ordered_product(5, [2, 3], [(((1,), (0,)), 1), (((0,), (1,)), 0)], 1)": (((2,), (3,)), 4),
    "symplectic.ordered_product(2, [1, 1, 1], [(((1,), (0,)), 0), (((0,), (1,)), 2), (((1,), (1,)), 0)], 1)": (
        ((0,), (0,)),
        1,
    ),
    "symplectic.form(5, ((1, 2), (3, 4)), ((0, 1), (2, 4)))": 4,
    "symplectic.weight(((1, 0, 0), (0, 0, 2)))": 2,
    "[symplectic.phase_order(p) for p in (2, 3, 5, 7)]": [4, 3, 5, 7],
    "symplectic.identity(2)": (((0, 0), (0, 0)), 0),
    "symplectic.apply_everywhere(5, [[1, 2], [3, 4]], ((1, 0), (2, 3)))": ((0, 1), (1, 2)),
    "symplectic.clifford_phase(5, [[1, 0], [0, 1]], [1, 2], ((1, 3), (4, 1)))": 3,
    "[symplectic.clifford_phase(2, [[0, 1], [1, 1]], [s, t], ((u, 1), (v, 1))) for s in (0, 1) for t in (0, 1) for u in (0, 1) for v in (0, 1)]": [
        0,
        0,
        0,
        0,
        2,
        2,
        0,
        0,
        2,
        0,
        2,
        0,
        0,
        2,
        2,
        0,
    ],
    "[symplectic.clifford_phase(2, [[0, 1], [1, 0]], [s, 0], ((u,), (v,))) for s in (0, 1) for u in (0, 1) for v in (0, 1)]": [
        0,
        0,
        0,
        2,
        0,
        2,
        0,
        0,
    ],
    "conjugation.action(2, [[1, 0], [1, 1]], [1, 0])": (((0, 0), 0), ((0, 1), 2), ((1, 1), 0), ((1, 0), 0)),
    "conjugation.action(3, [[1, 0], [1, 1]], [1, 2])": (
        ((0, 0), 0),
        ((0, 1), 2),
        ((0, 2), 1),
        ((1, 1), 2),
        ((1, 2), 1),
        ((1, 0), 0),
        ((2, 2), 1),
        ((2, 0), 0),
        ((2, 1), 2),
    ),
    "[len(conjugation.generated(p, [conjugation.action(p, f, s) for f, s in pairs], Work())) for p, pairs in ((2, [([[0, 1], [1, 0]], [0, 0]), ([[1, 0], [1, 1]], [0, 0])]), (3, [([[0, 2], [1, 0]], [0, 0]), ([[1, 0], [1, 1]], [0, 0])]), (3, [([[1, 0], [0, 1]], [1, 0])]), (2, []))]": [
        24,
        24,
        3,
        1,
    ],
    "sorted((at, sorted(tally.items())) for at, tally in conjugation.averaged(2, conjugation.generated(2, [conjugation.action(2, [[0, 1], [1, 0]], [1, 0])], Work()), Work()).items())": [
        ((0, 0), [(((0, 0), 0), 4)]),
        ((0, 1), [(((0, 1), 0), 1), (((0, 1), 2), 1), (((1, 0), 0), 1), (((1, 0), 2), 1)]),
        ((1, 0), [(((0, 1), 0), 1), (((0, 1), 2), 1), (((1, 0), 0), 1), (((1, 0), 2), 1)]),
        ((1, 1), [(((1, 1), 0), 4)]),
    ],
    "sorted((at, sorted(tally.items())) for at, tally in conjugation.averaged(3, [conjugation.action(3, [[1, 1], [0, 1]], [1, 0])], Work()).items())": [
        ((0, 0), [(((0, 0), 0), 1)]),
        ((0, 1), [(((2, 1), 1), 1)]),
        ((0, 2), [(((1, 2), 2), 1)]),
        ((1, 0), [(((1, 0), 0), 1)]),
        ((1, 1), [(((0, 1), 1), 1)]),
        ((1, 2), [(((2, 2), 2), 1)]),
        ((2, 0), [(((2, 0), 0), 1)]),
        ((2, 1), [(((1, 1), 1), 1)]),
        ((2, 2), [(((0, 2), 2), 1)]),
    ],
    "lowest.on_line([[1, 2], [3]], [[1, 2], [3, 4]], Work()).listed": [10, 14],
    "lowest.on_line([[0, 0, 1], [], [5]], [[1, 1], [0, 2]], Work()).listed": [5, 10, 9],
    "lowest.on_line([1, 2], [], Work()).listed": [1, 2],
    "multivariate.Poly(multivariate.terms([[1, 2], [3, 0, 5], [0, 1]], 2), Work()).degree": 3,
    "multivariate.Poly(multivariate.terms([[1], [], [0, 1]], 2), Work()).degree": 3,
    "multivariate.terms([[0, 2], [], [3]], 2)": {(0, 1): 2, (2, 0): 3},
    "multivariate.terms([0, 2], 1)": {(1,): 2},
    "lowest.coefficients([[1, 2], [], [3]])": [1, 2, 3],
    "lowest.content([4, 6], [10])": 2,
    "weights.weight_counts(2, 4, [((1, 1, 1, 1), (0, 0, 0, 0)), ((0, 0, 0, 0), (1, 1, 1, 1))], Work())": [
        1,
        0,
        0,
        0,
        3,
    ],
    "weights.weight_counts(3, 3, [((1, 1, 1), (0, 0, 0)), ((0, 0, 0), (1, 2, 0)), ((0, 0, 0), (0, 1, 2))], Work())": [
        1,
        0,
        6,
        20,
    ],
    "weights.weight_counts(5, 3, [((1, 1, 0), (0, 0, 0)), ((0, 1, 1), (0, 0, 0)), ((0, 0, 0), (1, 4, 1))], Work())": [
        1,
        0,
        12,
        112,
    ],
    "weights.weight_counts(3, 3, [((1, 0, 0), (0, 1, 0)), ((0, 1, 0), (1, 0, 0))], Work())": [1, 0, 8, 0],
    "weights.weight_counts(2, 3, [((0, 0, 0), (1, 1, 0)), ((0, 0, 0), (0, 1, 1))], Work())": [1, 0, 3, 0],
    "weights.weight_counts(3, 2, [], Work())": [1, 0, 0],
    "[len(set(weights.lines(p, 3, [(1, 0, 0), (0, 1, 0), (0, 0, 1)], Work()))) for p in (2, 3, 5)]": [7, 13, 31],
    "listing.class_counts(2, 2, [(((1, 1), (0, 0)), 0), (((0, 0), (1, 1)), 2)], (((0, 1), (1, 0)), 1), [[(0, 0)], [(0, 1), (1, 1)], [(1, 0)]], Work())": {
        (1, 1, 0): {0: 2},
        (0, 1, 1): {1: 2},
    },
    "listing.class_counts(2, 3, [(((1, 1, 0), (0, 0, 1)), 2), (((0, 0, 1), (1, 1, 1)), 0)], (((0, 0, 0), (0, 0, 0)), 0), [[(0, 0)], [(0, 1)], [(1, 0)], [(1, 1)]], Work())": {
        (3, 0, 0, 0): {0: 1},
        (0, 1, 2, 0): {2: 1},
        (0, 0, 1, 2): {3: 1},
        (0, 2, 0, 1): {0: 1},
    },
    "listing.class_counts(3, 2, [(((1, 1), (0, 0)), 1)], (((0, 0), (1, 2)), 2), [[(0, 0)], [(0, 1), (0, 2), (1, 1)], [(1, 0), (2, 1)], [(1, 2), (2, 2)]], Work())": {
        (0, 2, 0, 0): {2: 1},
        (0, 1, 0, 1): {0: 1},
        (0, 0, 1, 1): {1: 1},
    },
    "listing.class_counts(3, 2, [(((1, 1), (0, 0)), 1)], (((0, 0), (0, 0)), 0), [[(0, 0)], [(1, 0)]], Work())": {
        (2, 0): {0: 1},
        (0, 2): {1: 1},
    },
    "[vars(work) for work in [Work()] for _ in [listing.class_counts(3, 2, [(((1, 1), (0, 0)), 1)], (((0, 0), (1, 2)), 2), [[(0, 0)], [(1, 0), (2, 0)]], work)]]": [
        {"done": 20 + 2 * 27}
    ],
    "[vars(work) for work in [Work()] for _ in [weights.weight_counts(3, 3, [((1, 1, 1), (0, 0, 0)), ((0, 0, 0), (1, 2, 0)), ((0, 0, 0), (0, 1, 2))], work)]]": [
        {"done": 1 + 3 + 1 + 2 * 6}
    ],
    "[vars(work) for work in [Work()] for _ in [pairs.pair_counts(3, 2, [(((1, 1), (0, 0)), 0)], [[(0, 0)], [(1, 0)]], [(0, 1), (0,)], work, lambda *x: None)]]": [
        {"done": 42 + 2 * 27}
    ],
    "[polynomial.bits(x) for x in ((Fraction(5), Fraction(1, 16)), (Fraction(-8, 3), 0), (0,), ())]": [6, 6, 1, 0],
    "[(field.work.done, x) for field in [cyclotomic.Field(12, Work())] for x in [cyclotomic.Element(field, (Fraction(1, 2), Fraction(0), Fraction(3), Fraction(1))) * cyclotomic.Element(field, (Fraction(2), Fraction(0), Fraction(0), Fraction(5)))]]": [
        (8 + 4 + 2 * 3 * 2, (Fraction(-4, 1), Fraction(-15, 1), Fraction(6, 1), Fraction(39, 2)))
    ],
    "[(field.work.done, x == tuple(range(0))) for field in [cyclotomic.Field(3, Work())] for x in [cyclotomic.Element(field, (Fraction(2**600), Fraction(0))) * cyclotomic.Element(field, (Fraction(2**300), Fraction(0)))]]": [
        (8 + 2 + 2, False)
    ],
    "[field.work.done for field in [cyclotomic.Field(5, Work())] for _ in [cyclotomic.Element(field, (Fraction(1), Fraction(1), Fraction(0), Fraction(1))) * cyclotomic.Element(field, (Fraction(1), Fraction(0), Fraction(2), Fraction(1)))]]": [
        8 + 4 + 2 * 3 * 3
    ],
    "[x.inverse() * x == field.one for field in [cyclotomic.Field(5, Work()), cyclotomic.Field(8, Work()), cyclotomic.Field(12, Work())] for x in [cyclotomic.Element(field, (Fraction(2), Fraction(-1, 3), Fraction(1), Fraction(4)))]]": [
        True,
        True,
        True,
    ],
    "[cyclotomic.Field(8, Work()).displacement(2, u, v) == [[cyclotomic.Field(8, Work()).zeta(k) if k >= 0 else cyclotomic.Field(8, Work()).zero for k in row] for row in rows] for (u, v), rows in (((1, 0), [[-1, 0], [0, -1]]), ((0, 1), [[0, -1], [-1, 4]]), ((1, 1), [[-1, 6], [2, -1]]))]": [
        True,
        True,
        True,
    ],
    "lowest.check_lowest({'a': ([0, 1], [1])}, {'bezout': {'a': {'num': [], 'den': [1]}}, 'line': []}, Work())": None,
    "lowest.check_lowest({'a': ([0, 1], [1])}, {'bezout': {'a': {'num': [1], 'den': [1, -1]}}, 'line': []}, Work())": "function.witness.bezout.degree",
    "lowest.check_lowest({'a': ([1], [1, 1])}, {'bezout': {'a': {'num': [2, 1], 'den': [-1]}}, 'line': []}, Work())": "function.witness.bezout.degree",
    "lowest.check_lowest({'a': ([1], [1, 1])}, {'bezout': {'a': {'num': [1], 'den': []}}, 'line': []}, Work())": None,
    "lowest.check_lowest({'a': ([1], [2])}, {'bezout': {'a': {'num': [], 'den': [1]}}, 'line': []}, Work())": None,
    "lowest.check_lowest({'a': ([1], [2])}, {'bezout': {'a': {'num': [2, 2], 'den': [0, -1]}}, 'line': []}, Work())": "function.witness.bezout.degree",
    "lowest.check_lowest({'a': ([0, 0, 1], [1, 1])}, {'bezout': {'a': {'num': [1], 'den': [1, -1]}}, 'line': []}, Work())": None,
    "lowest.check_lowest({'a': ([0, 0, 1], [1, 1])}, {'bezout': {'a': {'num': [2, 1], 'den': [1, -1, -1]}}, 'line': []}, Work())": "function.witness.bezout.degree",
    "lowest.check_lowest({'a': ([[0, 1]], [[1], [1]])}, {'bezout': {'a': {'num': [-1], 'den': [1]}}, 'line': [[0, 1], [0, 1]]}, Work())": None,
    "lowest.check_lowest({'a': ([[0, 1]], [[1], [1]])}, {'bezout': {'a': {'num': [], 'den': [1]}}, 'line': [[0, 0], [0, 1]]}, Work())": "function.witness.line",
    "lowest.check_lowest({'a': ([[0, 1]], [[1], [1]])}, {'bezout': {'a': {'num': [1], 'den': []}}, 'line': [[0, 1], [1, 0]]}, Work())": None,
    "lowest.check_lowest({'a': ([[0, 1]], [[1], [1]])}, {'bezout': {'a': {'num': [-1], 'den': [1]}}, 'line': [[1000, 1], [1000, 1]]}, Work())": None,
    "lowest.check_lowest({'a': ([[0, 1]], [[1], [1]])}, {'bezout': {'a': {'num': [-1], 'den': [1]}}, 'line': [[0, 1], [0, -1001]]}, Work())": "function.line",
    "lowest.check_lowest({'a': ([[0, 1]], [[1], [1]])}, {'bezout': {'a': {'num': [-1], 'den': [1]}}, 'line': [[1001, 1], [0, 1]]}, Work())": "function.line",
    "lowest.check_lowest({'a': ([[0, 1]], [[1], [1]])}, {'bezout': {'b': {'num': [-1], 'den': [1]}}, 'line': [[0, 1], [0, 1]]}, Work())": "function.witness.bezout.names",
    "[lowest.check_normal('a', f) for f in (([0, 2], [1]), ([0, 1], [0, 3]), ([[], [2]], [[0, 1], [-5]]))]": [
        None,
        None,
        None,
    ],
    "lowest.check_normal('a', ([2], [0, -1]))": "function.normalised",
    "lowest.check_normal('a', ([2], [4, 2]))": "function.normalised",
    "[{at: [str(x) for x in field.sum(poly.terms.values()).coordinates] for at, poly in rules.map_.output_sums({'output-clifford': {'shift': s, 'symplectic': f}, 'output-twirl': names}, facts(uniform=uniform, enumerators=([1, 2], [1, 10]), weighed=lambda c: multivariate.Poly({(0,): field.rational(c[1])}, field.work), coset_sum=lambda a, b: multivariate.Poly({(0,): field.rational(10 * a[0] + b[0])}, field.work), of=lambda name, kind: {'n': namespace(sends={'t': 't'}, shift=[0, 0], symplectic=[[2, 0], [1, 2]]), 'h': namespace(sends={'t': 't'}, shift=[0, 0], symplectic=[[0, 2], [1, 0]]), 'x': namespace(sends={'t': 't'}, shift=[1, 0], symplectic=[[1, 0], [0, 1]])}[name], state=namespace(p=3, field=field, target='t', points=[(u, v) for u in range(3) for v in range(3)]))).items()} for field in [cyclotomic.Field(3, Work())] for uniform, s, f, names in ((True, [0, 0], [[1, 0], [0, 1]], ['h', 'n']), (True, [0, 0], [[0, 2], [1, 0]], ['h', 'n']), (False, [0, 0], [[1, 0], [0, 1]], ['h', 'n']), (True, [1, 0], [[1, 1], [0, 1]], ['h', 'n']), (True, [0, 0], [[1, 0], [0, 1]], ['h', 'n', 'x']), (True, [0, 0], [[1, 0], [0, 1]], ['h']), (True, [0, 2], [[1, 0], [2, 1]], []), (False, [1, 0], [[1, 0], [0, 1]], ['n']))]": [
        {
            (0, 1): ["1", "0"],
            (0, 2): ["1", "0"],
            (1, 0): ["1", "0"],
            (1, 1): ["1", "0"],
            (1, 2): ["1", "0"],
            (2, 0): ["1", "0"],
            (2, 1): ["1", "0"],
            (2, 2): ["1", "0"],
        },
        {
            (0, 1): ["1", "0"],
            (0, 2): ["1", "0"],
            (1, 0): ["1", "0"],
            (1, 1): ["1", "0"],
            (1, 2): ["1", "0"],
            (2, 0): ["1", "0"],
            (2, 1): ["1", "0"],
            (2, 2): ["1", "0"],
        },
        {
            (0, 1): ["99/8", "0"],
            (0, 2): ["99/8", "0"],
            (1, 0): ["99/8", "0"],
            (1, 1): ["99/8", "0"],
            (1, 2): ["99/8", "0"],
            (2, 0): ["99/8", "0"],
            (2, 1): ["99/8", "0"],
            (2, 2): ["99/8", "0"],
        },
        {
            (0, 1): ["-3/4", "-3/8"],
            (0, 2): ["-3/4", "-3/8"],
            (1, 0): ["-3/4", "-3/8"],
            (1, 1): ["-3/4", "-3/8"],
            (1, 2): ["-3/4", "-3/8"],
            (2, 0): ["-3/4", "-3/8"],
            (2, 1): ["-3/4", "-3/8"],
            (2, 2): ["-3/4", "-3/8"],
        },
        {
            (0, 1): ["0", "0"],
            (0, 2): ["0", "0"],
            (1, 0): ["0", "0"],
            (1, 1): ["0", "0"],
            (1, 2): ["0", "0"],
            (2, 0): ["0", "0"],
            (2, 1): ["0", "0"],
            (2, 2): ["0", "0"],
        },
        {
            (0, 1): ["33/4", "0"],
            (0, 2): ["33/4", "0"],
            (1, 0): ["33/4", "0"],
            (1, 1): ["33/2", "0"],
            (1, 2): ["33/2", "0"],
            (2, 0): ["33/4", "0"],
            (2, 1): ["33/2", "0"],
            (2, 2): ["33/2", "0"],
        },
        {
            (0, 1): ["1", "0"],
            (0, 2): ["2", "0"],
            (1, 0): ["0", "11"],
            (1, 1): ["0", "12"],
            (1, 2): ["0", "10"],
            (2, 0): ["-22", "-22"],
            (2, 1): ["-20", "-20"],
            (2, 2): ["-21", "-21"],
        },
        {
            (0, 1): ["-1", "-1/2"],
            (0, 2): ["-1", "-1/2"],
            (1, 0): ["-2/3", "-1/3"],
            (1, 1): ["-2/3", "-1/3"],
            (1, 2): ["-2/3", "-1/3"],
            (2, 0): ["-2/3", "-1/3"],
            (2, 1): ["-2/3", "-1/3"],
            (2, 2): ["-2/3", "-1/3"],
        },
    ],
    "rules.map_.output_sums({'output-clifford': {'shift': [0, 0], 'symplectic': [[1, 1], [1, 1]]}, 'output-twirl': []}, namespace(state=namespace(p=3, field=None)))": "map.output-clifford.determinant",
    "rules.map_.output_sums({'output-clifford': {'shift': [0, 0], 'symplectic': [[1, 0], [0, 1]]}, 'output-twirl': ['a'] * 17}, namespace(state=namespace(p=3, field=None)))": "map.output-twirl.count",
    "rules.map_.output_sums({'output-clifford': {'shift': [0, 0], 'symplectic': [[1, 0], [0, 1]]}, 'output-twirl': ['a'] * 16}, namespace(of=lambda *x: namespace(sends={}), state=namespace(p=3, field=None, target='t')))": "map.output-twirl.target",
    "[sorted((at, tuple(map(str, x.coordinates))) for at, x in rules.outputs.target_chi(namespace(code=namespace(p=p, k=k), state=namespace(field=field)), [field.zeta(z) * c for c, z in amplitudes]).items()) for p, k, m, amplitudes in ((2, 1, 8, [(1, 0), (2, 1)]), (3, 1, 3, [(1, 0), (2, 1), (-1, 2)]), (5, 1, 5, [(1, 0), (0, 0), (2, 1), (1, 3), (0, 0)]), (2, 2, 4, [(1, 0), (0, 0), (2, 1), (1, 1)])) for field in [cyclotomic.Field(m, Work())]]": [
        [
            (((0,), (0,)), ("5", "0", "0", "0")),
            (((0,), (1,)), ("-3", "0", "0", "0")),
            (((1,), (0,)), ("0", "2", "0", "-2")),
            (((1,), (1,)), ("0", "2", "0", "-2")),
        ],
        [
            (((0,), (0,)), ("6", "0")),
            (((0,), (1,)), ("0", "3")),
            (((0,), (2,)), ("-3", "-3")),
            (((1,), (0,)), ("1", "1")),
            (((1,), (1,)), ("1", "4")),
            (((1,), (2,)), ("4", "1")),
            (((2,), (0,)), ("0", "-1")),
            (((2,), (1,)), ("3", "-1")),
            (((2,), (2,)), ("-3", "-4")),
        ],
        [
            (((0,), (0,)), ("6", "0", "0", "0")),
            (((0,), (1,)), ("1", "0", "4", "1")),
            (((0,), (2,)), ("-3", "-3", "-4", "-4")),
            (((0,), (3,)), ("0", "3", "-1", "-1")),
            (((0,), (4,)), ("1", "0", "1", "4")),
            (((1,), (0,)), ("0", "0", "0", "2")),
            (((1,), (1,)), ("0", "0", "0", "2")),
            (((1,), (2,)), ("0", "0", "0", "2")),
            (((1,), (3,)), ("0", "0", "0", "2")),
            (((1,), (4,)), ("0", "0", "0", "2")),
            (((2,), (0,)), ("-2", "-2", "-2", "-1")),
            (((2,), (1,)), ("2", "0", "1", "0")),
            (((2,), (2,)), ("0", "3", "0", "0")),
            (((2,), (3,)), ("1", "0", "2", "0")),
            (((2,), (4,)), ("-1", "-1", "-1", "1")),
            (((3,), (0,)), ("0", "2", "1", "0")),
            (((3,), (1,)), ("0", "1", "2", "0")),
            (((3,), (2,)), ("1", "0", "0", "2")),
            (((3,), (3,)), ("-3", "-3", "-3", "-3")),
            (((3,), (4,)), ("2", "0", "0", "1")),
            (((4,), (0,)), ("0", "0", "2", "0")),
            (((4,), (1,)), ("0", "0", "2", "0")),
            (((4,), (2,)), ("0", "0", "2", "0")),
            (((4,), (3,)), ("0", "0", "2", "0")),
            (((4,), (4,)), ("0", "0", "2", "0")),
        ],
        [
            (((0, 0), (0, 0)), ("6", "0")),
            (((0, 0), (0, 1)), ("4", "0")),
            (((0, 0), (1, 0)), ("-4", "0")),
            (((0, 0), (1, 1)), ("-2", "0")),
            (((0, 1), (0, 0)), ("4", "0")),
            (((0, 1), (0, 1)), ("0", "0")),
            (((0, 1), (1, 0)), ("-4", "0")),
            (((0, 1), (1, 1)), ("0", "0")),
            (((1, 0), (0, 0)), ("0", "0")),
            (((1, 0), (0, 1)), ("0", "0")),
            (((1, 0), (1, 0)), ("4", "0")),
            (((1, 0), (1, 1)), ("4", "0")),
            (((1, 1), (0, 0)), ("0", "0")),
            (((1, 1), (0, 1)), ("2", "0")),
            (((1, 1), (1, 0)), ("2", "0")),
            (((1, 1), (1, 1)), ("0", "0")),
        ],
    ],
    "[rules.outputs.on_one(namespace(code=namespace(p=p, k=2)), j) for p, j in ((2, 0), (2, 1), (3, 1))]": [
        [((0, 0), (0, 0)), ((0, 0), (1, 0)), ((1, 0), (0, 0)), ((1, 0), (1, 0))],
        [((0, 0), (0, 0)), ((0, 0), (0, 1)), ((0, 1), (0, 0)), ((0, 1), (0, 1))],
        [
            ((0, 0), (0, 0)),
            ((0, 0), (0, 1)),
            ((0, 0), (0, 2)),
            ((0, 1), (0, 0)),
            ((0, 1), (0, 1)),
            ((0, 1), (0, 2)),
            ((0, 2), (0, 0)),
            ((0, 2), (0, 1)),
            ((0, 2), (0, 2)),
        ],
    ],
    "rules.class_enumerator.all_digits(3, 2)": [[0, 0], [0, 1], [0, 2], [1, 0], [1, 1], [1, 2], [2, 0], [2, 1], [2, 2]],
    "[rules.expansion.check({'of': 'm', 'function': 'f', 'degree': d, 'coefficients': c}, {}, facts(of=lambda *x: namespace(functions={'f': namespace(num=f[0], den=f[1])}, success=None), state=namespace(parameters=p))) for d, c, f, p in ((2, [[0, 1, -1], [2, -4], [-2]], ([[0, 1], [2]], [[1, 1], [1]]), 'xy'), (3, [Fraction(1), Fraction(-1, 2), Fraction(1, 4), Fraction(-1, 8)], ([2], [2, 1]), 'x'), (0, [[3]], ([[3]], [[1], [1]]), 'xy'), (1, [0, 1], ([0, 1], [1, 0, 4]), 'x'))]": "expansion.coefficients",
    "rules.expansion.check({'of': 'm', 'function': 'f', 'degree': 1, 'coefficients': [[0, 1], [2, 0]]}, {}, facts(of=lambda *x: namespace(functions={'f': namespace(num=[[0, 1], [2]], den=[[1, 1], [1]])}, success=None), state=namespace(parameters='xy')))": "expansion.shape",
    "rules.expansion.check({'of': 'm', 'function': 'f', 'degree': 2, 'coefficients': [[0, 1, -1], [2, -3], [-2]]}, {}, facts(of=lambda *x: namespace(functions={'f': namespace(num=[[0, 1], [2]], den=[[1, 1], [1]])}, success=None), state=namespace(parameters='xy'))) == established.Established()": True,
    "rules.expansion.check({'of': 'm', 'function': 'f', 'degree': 2, 'coefficients': [[0, 1, -1], [2, -4], [-1]]}, {}, facts(of=lambda *x: namespace(functions={'f': namespace(num=[[0, 1], [2]], den=[[1, 1], [1]])}, success=None), state=namespace(parameters='xy')))": "expansion.coefficients",
    "rules.expansion.check({'of': 'm', 'function': 'f', 'degree': 0, 'coefficients': [[1]]}, {}, facts(of=lambda *x: namespace(functions={'f': namespace(num=[[0, 1], [2]], den=[[0, 1], [1]])}, success=None), state=namespace(parameters='xy')))": "expansion.denominator",
    "[rules.radicals.check({'of': 't', 'degree': 2, 'D': 2, 'center': 1, 'r': 0, 's': s, 'scale': 1}, {'cube-root': []}, facts(of=lambda *x: namespace(polynomial=[-1, -2, 1], number=namespace(low=low, high=9)))) == established.Established() for s, low in ((1, Fraction(2)), (1, Fraction(1, 2)), (-1, Fraction(-1)), (-1, Fraction(-1, 2)))]": [
        True
    ]
    * 4,
    "[list(rules.printed.bracket('c', q, namespace(of=lambda *x: namespace(coefficient=Fraction(-3, 2), inputs=Fraction(5), number=namespace(low=1, high=2), exponent=namespace(low=3, high=4), infidelity=namespace(low=5, high=6), success=namespace(num=[3, 1], den=[4])), state=namespace(parameters='x')))) for q in ('coefficient', 'inputs-per-output', 'threshold', 'yield-exponent', 'infidelity', 'success-at-zero')]": [
        [Fraction(-3, 2), Fraction(-3, 2)],
        [Fraction(5, 1), Fraction(5, 1)],
        [1, 2],
        [3, 4],
        [5, 6],
        [Fraction(3, 4), Fraction(3, 4)],
    ],
    "[rules.printed.check({'of': 's', 'quantity': 'coefficient', 'value': (Fraction(v), Fraction(1, 20))}, {}, facts(of=lambda *x: namespace(coefficient=Fraction(-32, 100)), state=namespace(parameters='x'))) for v in ('-3/10',)] == [established.Established()]": True,
    "rules.printed.check({'of': 's', 'quantity': 'coefficient', 'value': (Fraction(-4, 10), Fraction(1, 20))}, {}, facts(of=lambda *x: namespace(coefficient=Fraction(-32, 100)), state=namespace(parameters='x')))": "printed.rounding.high",
    "rules.printed.check({'of': 's', 'quantity': 'coefficient', 'value': (Fraction(-2, 10), Fraction(1, 20))}, {}, facts(of=lambda *x: namespace(coefficient=Fraction(-32, 100)), state=namespace(parameters='x')))": "printed.rounding.low",
}

# Forms of degree 3 with mixed second derivatives, and the same at other places; the bounds by the producer's formula.
CUBIC = "[{(3, 0, 0): 1, (1, 1, 1): 2}, {(1, 2, 0): 3, (0, 2, 1): 1}, {(1, 0, 2): 5, (2, 1, 0): 7, (0, 0, 3): 1}]"
TWINS = "triangle.TriangleMap([{(2, 0, 0): 1, (0, 0, 2): 1}, {(0, 2, 0): 2}, {(1, 0, 1): 2}], 2, Work())"  # fixes the centre
BOX = "(lambda a, b, r, s: ([1 - a - b - r - s, a - r, b - s], [1 - a - b + r + s, a + r, b + s]))"
MAP = (
    "triangle.triangle_map(namespace(functions={{'a': namespace(num=[[], [1]], den=[[1], [1]]), "
    "'b': namespace(num=[[0, 1]], den=[[2]])}}, success=namespace(num={})), 'ab', Work())"
)
CUT = "(lambda c: (c.split(), c)[1])(cover.Cell(0, (0, 0, 0)))"
MIDDLE = f"(lambda c: ([setattr(x, 'region', i) for x, i in zip(c.parts, (0, 0, 0, 1))], c)[1])({CUT})"


def near(first: str, second: str, r: str, s: str) -> str:
    """Whether the box around 1/3 + first, 1/3 + second is seen to have a fixed point."""
    ends = (
        f"Fraction(1, 3) + Fraction('{first}'), Fraction(1, 3) + Fraction('{second}'), Fraction('{r}'), Fraction('{s}')"
    )
    return f"newton.Slopes({TWINS}, {BOX}({ends})).at_least_one()"


def flows(point: str, region: str) -> str:
    """A `flow` claim about a triangle whose middle reaches b, its corners a."""
    return (
        f"rules.flow.check({{'of': 'x', 'point': [{point}], 'region': '{region}'}}, {{}}, "
        f"facts(of=lambda *x: namespace(cover={MIDDLE}, regions=['a', 'b']))) == established.Established()"
    )


def along(start: str, end: str) -> str:
    """The parts of a triangle cut once that a segment meets, in order."""
    return f"sorted((f, l, c.corner) for c, f, l in rules.basin_threshold.along({CUT}, ({start}), ({end}), Work()))"


HALF, THIRD = Fraction(1, 2), Fraction(1, 3)
TRIANGLES: dict[str, object] = {
    f"triangle.TriangleMap({CUBIC}, 3, Work()).bends((1, 2, 1), (2, 3, 2))": [10, 28, 54, 62],
    f"triangle.TriangleMap({CUBIC}, 3, Work()).bends((0, 0, 0), (1, 1, 1))": [8, 12, 30, 44],
    f"[triangle.value(triangle.substituted(triangle.TriangleMap({CUBIC}, 3, Work()).forms[2], [(1, 2, 3), (0, 1, 4), (2, 0, 1)], Work()), triangle.powers_of(t, 3, Work()), Work())"
    " for t in ((1, 2, 3), (4, 0, 1), (0, 1, 1))]": [10976, 9283, 403],
    MAP.format([[1]]) + ".forms[:3]": [
        {(2, 0, 0): 2, (1, 1, 0): 4, (1, 0, 1): 3, (0, 2, 0): 2, (0, 1, 1): 2, (0, 0, 2): 1},
        {(1, 1, 0): 2, (0, 2, 0): 2, (0, 1, 1): 2},
        {(1, 0, 1): 1, (0, 1, 1): 2, (0, 0, 2): 1},
    ],
    MAP.format([[0, 1], [1]]) + ".degree": "triangle.accepted",
    MAP.format([[1], [-1]]) + ".degree": "triangle.accepted",
    MAP.format([[1, -1]]) + ".degree": "triangle.accepted",
    MAP.format([[1, 2], [3, -9]]) + ".degree": 2,
    near("0", "0", "0", "0"): True,
    near("1/1000", "-1/2000", "1/900", "1/900"): True,
    near("1/1000", "-1/2000", "1/2000", "1/900"): False,
    near("1/1000", "-1/2000", "1/900", "1/5000"): False,
    near("1/1000", "0", "1/900", "1/9000"): True,
    near("1/1000", "0", "1/90000", "1/900"): False,
    near("0", "1/1000", "1/9000", "1/900"): True,
    near("0", "1/1000", "1/900", "1/90000"): False,
    # maps of degree 1 and 0: nothing bends, whatever the level of the cell
    "cover.Images(triangle.TriangleMap([{(1, 0, 0): 1}, {(0, 1, 0): 1}, {(0, 0, 1): 1}], 1, Work())).of(cover.Cell(6, (32, 16, 15)))": (
        [1 << 63, 1 << 62, 15 << 58],
        [33 << 58, 17 << 58, 1 << 62],
    ),
    "cover.Images(triangle.TriangleMap([{(0, 0, 0): 1}, {(0, 0, 0): 1}, {(0, 0, 0): 2}], 0, Work())).of(cover.Cell(48, (0, 0, (1 << 48) - 1)))": (
        [1 << 62, 1 << 62, 1 << 63],
        [1 << 62, 1 << 62, 1 << 63],
    ),
    flows("Fraction(1, 3), Fraction(1, 3)", "b"): True,
    flows("Fraction(1, 8), Fraction(1, 8)", "a"): True,
    flows("Fraction(1, 2), Fraction(0)", "a"): "flow.decided",
    flows("Fraction(1, 2), Fraction(0)", "b"): "flow.decided",
    # an eigenvalue 0, and one that is 1 or near it: no type
    "rules.fixed_points.check_eigenvalues(namespace(characteristic=lambda x: (x * (10**7 * (x - 1) - 1),) * 2, less=lambda x: ((0, 0), (0, 0))),"
    " {'eigenvalues': [(Fraction(0), Fraction(0)), (1 - Fraction(1, 2 * 10**6), 1 + Fraction(1, 2 * 10**6))], 'type': 'saddle'})": "fixed-points.eigenvalues",
    along("Fraction(1), 0, 0", "0, Fraction(1), 0"): [(Fraction(0), HALF, (1, 0, 0)), (HALF, Fraction(1), (0, 1, 0))],
    along("Fraction(3, 4), 0, Fraction(1, 4)", "0, Fraction(3, 4), Fraction(1, 4)"): [
        (Fraction(0), THIRD, (1, 0, 0)),
        (THIRD, 2 * THIRD, (0, 0, 0)),
        (2 * THIRD, Fraction(1), (0, 1, 0)),
    ],
    "rules.quotient.check({'of': 'l', 'over': 'r', 'unit': 'x', 'value': (Fraction(1, 4), Fraction(1))}, {}, facts(of=lambda x, *k: namespace(number=established.Number(*{'l': (Fraction(2), Fraction(3), 'x'), 'r': (Fraction(4), Fraction(6), 'x')}[x])))) == rules.quotient.Quotient(established.Number(Fraction(1, 4), Fraction(1), '1'))": True,
    "rules.quotient.check({'of': 'l', 'over': 'r', 'unit': 'x', 'value': (Fraction(1, 3), Fraction(1))}, {}, facts(of=lambda x, *k: namespace(number=established.Number(*{'l': (Fraction(2), Fraction(3), 'x'), 'r': (Fraction(4), Fraction(6), 'x')}[x])))) == rules.quotient.Quotient(established.Number(Fraction(1, 3), Fraction(1), '1'))": "quotient.decided",
    "rules.quotient.check({'of': 'l', 'over': 'r', 'unit': 'x', 'value': (Fraction(1, 4), Fraction(3, 4))}, {}, facts(of=lambda x, *k: namespace(number=established.Number(*{'l': (Fraction(2), Fraction(3), 'x'), 'r': (Fraction(4), Fraction(6), 'x')}[x])))) == rules.quotient.Quotient(established.Number(Fraction(1, 4), Fraction(3, 4), '1'))": "quotient.decided",
    "rules.quotient.check({'of': 'l', 'over': 'r', 'unit': 'x', 'value': (Fraction(3, 4), Fraction(1))}, {}, facts(of=lambda x, *k: namespace(number=established.Number(*{'l': (Fraction(2), Fraction(3), 'x'), 'r': (Fraction(4), Fraction(6), 'x')}[x])))) == rules.quotient.Quotient(established.Number(Fraction(3, 4), Fraction(1), '1'))": "quotient.low",
    "rules.quotient.check({'of': 'l', 'over': 'r', 'unit': 'x', 'value': (Fraction(1, 4), Fraction(1, 3))}, {}, facts(of=lambda x, *k: namespace(number=established.Number(*{'l': (Fraction(2), Fraction(3), 'x'), 'r': (Fraction(4), Fraction(6), 'x')}[x])))) == rules.quotient.Quotient(established.Number(Fraction(1, 4), Fraction(1, 3), '1'))": "quotient.high",
    "rules.quotient.check({'of': 'l', 'over': 'r', 'unit': 'x', 'value': (Fraction(2, 3), Fraction(1))}, {}, facts(of=lambda x, *k: namespace(number=established.Number(*{'l': (Fraction(2), Fraction(3), 'x'), 'r': (Fraction(4), Fraction(6), 'x')}[x])))) == rules.quotient.Quotient(established.Number(Fraction(2, 3), Fraction(1), '1'))": "quotient.decided",
    "rules.quotient.check({'of': 'l', 'over': 'r', 'unit': 'x', 'value': (Fraction(1, 4), Fraction(1, 2))}, {}, facts(of=lambda x, *k: namespace(number=established.Number(*{'l': (Fraction(2), Fraction(3), 'x'), 'r': (Fraction(4), Fraction(6), 'x')}[x])))) == rules.quotient.Quotient(established.Number(Fraction(1, 4), Fraction(1, 2), '1'))": "quotient.decided",
}

FIELD = "cyclotomic.Field({}, Work())".format
Y_TYPE = "[(tuple(int(i == j) for j in range(16)),) * 2 for i in range(16)]"
BEZOUT = (
    "lowest.check_lowest({{'a': ({}, {})}}, {{'bezout': {{'a': {{'num': {}, 'den': {}}}}}, 'line': []}}, Work())".format
)
TRIANGLE = (
    "triangle.triangle_map(namespace(functions={{'a': namespace(num={}, den=[[1]]), 'b': namespace(num=[[0, 1]], "
    "den=[[1]])}}, success=namespace(num={})), 'ab', Work()).forms[0]"
).format
ONE_ROW = "monomial.Words([[1, 2]], 2, Work())"
ENGINE: dict[str, object] = {
    "ring().evaluate([Fraction(1, 2), 1], Fraction(1, 3))": Fraction(5, 6),
    "ring().moved([0, 1], Fraction(1, 3), Fraction(1, 2))": [2, 1],
    "ring().bernstein([1, 2, 3])": [1, 4, 6],
    "ring().positive_on_closed_unit([1, 2])": True,
    "[ring().positive_on_unit(a) for a in ([1, -1], [0, 1])]": [True, True],
    "polynomial.integers([Fraction(1, 2), Fraction(2, 3), 1])": ([3, 4, 6], 6),
f"{ONE_ROW}.columns": [[0, 1, 2], [0, 2, 1], [0, 2, 1], [0, 1, 2]],
    f"{ONE_ROW}.colours": [[0, 2, 2], [0, 7, 8], [0, 23, 25]],
    "sorted(monomial.orbit(0, [[2, 3, 0, 1], [1, 0, 2, 3]], Work()))": [0, 1, 2, 3],
    "monomial.orbit(2, [[1, 0, 2, 3]], Work())": [2],
    f"(lambda f: (lambda a: a * a)(multivariate.Poly({{(0,): f.one, (1,): f.one}}, f.work)))({FIELD(3)})": {
        (0,): (Fraction(1), Fraction(0)),
        (1,): (Fraction(2), Fraction(0)),
        (2,): (Fraction(1), Fraction(0)),
    },
    "(lambda f: [a == b for a in f for b in f])([multivariate.Poly(x, Work()) for x in ({}, {(1,): 1}, {(1,): 2}, {(1,): 1, (0,): 0})])": [
        True, False, False, False, False, True, False, True, False, False, True, False, False, True, False, True,
    ],
    "(lambda f: multivariate.Poly({(2, 1): f.rational(3), (0, 0): f.one}, f.work).value([Fraction(1, 2), Fraction(1, 3)], f))"
    f"({FIELD(3)})": (Fraction(5, 4), Fraction(0)),
    f"(lambda f: multivariate.affine([f.one, f.zero, f.zeta(1)]))({FIELD(3)})": {
        (0, 0): (Fraction(1), Fraction(0)),
        (0, 1): (Fraction(0), Fraction(1)),
    },
    "[verdict.CERTIFIED, verdict.BROKEN, verdict.REFUTED, verdict.DECLINED, verdict.MALFORMED, verdict.LIMIT]": [
        0, 1, 10, 11, 12, 13,
    ],
    "str(verdict.broken(ValueError('x')))": "checker.broken: expected a verdict got ValueError at : x",
    "lowest.check_normal('a', ([1], [0]))": "function.normalised",
    BEZOUT([0, 1], [1, 1], [-1], [1]): None,
    BEZOUT([0, 1], [1, 1], [1], []): "function.witness.bezout",
    BEZOUT([0, 1], [1, 1], [], [1]): "function.witness.bezout",
    BEZOUT([0, 1], [1, 1], [], []): "function.witness.bezout",
    BEZOUT([0, 1], [1, 1], [0, 1], [1, -1]): "function.witness.bezout.degree",
    BEZOUT([0, 1], [1], [], [2]): "function.witness.bezout.degree",
    "listing.class_counts(3, 2, [(((0, 0), (1, 1)), 0)], (((1, 2), (1, 0)), 0), [[(1, 0)], [(2, 0)], [(1, 1)], [(2, 1)], "
    "[(1, 2)], [(2, 2)]], Work())": {
        (0, 1, 1, 0, 0, 0): {0: 1},
        (0, 0, 0, 1, 1, 0): {0: 1},
        (1, 0, 0, 0, 0, 1): {0: 1},
    },
    "listing.class_counts(3, 2, [(((1, 1), (1, 0)), 0)], (((0, 0), (0, 0)), 0), [[(0, 0)], [(1, 1), (2, 2)], [(1, 0), "
    "(2, 0)]], Work())": {(2, 0, 0): {0: 1}, (0, 1, 1): {0: 2}},
    "weights.weight_counts(3, 2, [((1, 0), (0, 1))], Work())": [1, 0, 2],
    f"weights.weight_counts(2, 16, {Y_TYPE}, Work())": [comb(16, w) for w in range(17)],  # one generator is looped over
    "weights.weight_counts(2, 4, [((1, 1, 0, 0), (0,) * 4), ((0, 0, 1, 1), (0,) * 4), ((0,) * 4, (1, 0, 1, 0))], Work())": [
        1, 0, 3, 2, 2,
    ],
    "(lambda found: (pairs.pair_counts(3, 2, [(((1, 1), (0, 0)), 0)], [[(0, 0)], [(1, 0)], [(2, 0)]], [(0, 1), (0,)], "
    "Work(), lambda *x: found.append(x)), sorted(x for x in found if x[4])))([])": (
        None,
        [
            (0, (0, 0), 0, 0, 1), (0, (1, 1), 2, 0, 1), (0, (2, 2), 2, 0, 1),
            (1, (0,), 0, 0, 1), (1, (1,), 2, 0, 1), (1, (2,), 2, 0, 1),
        ],
    ),
    f"(lambda f: f.trace(f.identity(2)) == f.rational(2))({FIELD(3)})": True,
    f"(lambda f: f.identity(2) == [[f.one, f.zero], [f.zero, f.one]])({FIELD(3)})": True,
    "(lambda f: f.displacement(2, 1, 1) == [[f.zero, f.zeta(9)], [f.zeta(3), f.zero]])" f"({FIELD(12)})": True,
    "(lambda f: [[f.powers.index(x) if x else None for x in row] for row in f.displacement(5, 1, 2)])"
    f"({FIELD(15)})": [
        [None, None, None, None, 12],
        [3, None, None, None, None],
        [None, 9, None, None, None],
        [None, None, 0, None, None],
        [None, None, None, 6, None],
    ],
    "(lambda f: f.of(3) is f.of(3))(cyclotomic.Fields(Work()))": True,
    "triangle.TriangleMap([{(1, 0, 0): 1}, {(0, 1, 0): 1}, {(0, 0, 1): 1}], 1, Work()).bends((0, 0, 0), (1, 1, 1))": [0] * 4,
    TRIANGLE([[], [1]], [[1]]): {(1, 0, 0): 1},
    TRIANGLE([[], [2]], [[1]]): "triangle.signs",
    TRIANGLE([[], [1]], [[1], [-2], [1]]): "triangle.accepted",
    TRIANGLE([[], [1]], [[1, -2, 1]]): "triangle.accepted",
    TRIANGLE([[], [1]], [[1, 0, 1], [-1]]): "triangle.accepted",
    TRIANGLE([[], [1]], [[1, -1], [], [1]]): "triangle.accepted",
    "triangle.triangle_map(None, 'a', Work())": "triangle.parameters",
    "newton.minus((1, 3), (2, 5))": (-4, 1),
    "newton.times((-1, 2), (3, 4))": (-4, 8),
    "[newton.sign(x) for x in ((1, 2), (-2, -1), (0, 1), (-1, 0), (-1, 1))]": [1, -1, 0, 0, 0],
}  # fmt: skip

# Where a masked listing may stop: 63 sites, T(1|0) to the bits of a number a of 6 digits, T(0|1) to those of b.
# Every pair (a, b) has another number of sites in each class; 15 sites of p = 3 with 8 generators have 3^8 > 4096.
DIGITS = (
    "[((tuple(int(kind == 'x' and d == e) for e in {0} for _ in range(2**e)), "
    "tuple(int(kind == 'z' and d == e) for e in {0} for _ in range(2**e))), 0) for d in {0} for kind in 'xz']"
).format
ALL = "[[(u, v)] for u in range({0}) for v in range({0})]".format
MANY: dict[str, object] = {
    f"len(listing.class_counts(2, 63, {DIGITS('(5, 4, 3, 2, 1, 0)')}, symplectic.identity(63), {ALL(2)}, Work()))": 4096,
    f"listing.class_counts(3, 15, {DIGITS('(3, 2, 1, 0)')}, symplectic.identity(15), {ALL(3)}, Work())": "listing.keys",
}


def projector(rows: list[list[int]], den: int, degree: int, m: int) -> str:
    """A rational matrix over Q(zeta_m), as in a state file."""
    entries = [[[str(x)] + ["0"] * (degree - 1) for x in row] for row in rows]
    return repr({"den": str(den), "entries": entries, "m": m})


def family(parameters: list[str], *members: tuple[str, str, list[str]], p: int = 2) -> str:
    """A state family, from the names of its members, their projectors and their weights."""
    ensemble = ", ".join(f"{{'name': {x!r}, 'projector': {P}, 'weight': {weight}}}" for x, P, weight in members)
    return (
        f"state.State({{'cliffords': [], 'ensemble': [{ensemble}], 'format': 'stillproof-state/1', 'name': 'x', "
        f"'p': {p}, 'parameters': {parameters}, 'source': 'x'}}, Work())"
    )


UP, DOWN = projector([[1, 0], [0, 0]], 1, 2, 4), projector([[0, 0], [0, 1]], 1, 2, 4)  # |0> and |1>
PLUS = projector([[1, 1], [1, 1]], 2, 2, 4)
LEVELS = [projector([[int(i == j == k) for j in range(3)] for i in range(3)], 1, 2, 3) for k in range(3)]
WAVE = projector([[1, 1, 1]] * 3, 3, 2, 3)
FLIP = [("a", UP, ["1", "-1"]), ("b", DOWN, ["0", "1"])]


def corners(*projectors: str) -> list[tuple[str, str, list[str]]]:
    """Three states, the weights of the last two being the parameters."""
    return list(zip("abc", projectors, (["1", "-1", "-1"], ["0", "1", "0"], ["0", "0", "1"])))


ONE = family(["x"], *FLIP)
SKEW = family(["x"], ("a", UP, ["1", "-1"]), ("b", PLUS, ["0", "1"]))
HALVES = family(["x", "y"], *zip("abc", LEVELS, (["1", "-1", "-1"], ["0", "1/2", "1/2"], ["0", "1/2", "1/2"])), p=3)
MIXING = family(["x", "y"], *corners(*LEVELS), p=3)


def fractions(point: str) -> str:
    """A point, as a list."""
    return f"[{', '.join(f'Fraction({x.strip()!r})' for x in point.split(','))}]"


def along_noise(state: str, start: str, end: str) -> str:
    """Whether a segment is one of depolarizing noise."""
    return f"ensemble.depolarizes_along({state}, {fractions(start)}, {fractions(end)})"


STATES: dict[str, object] = {
    family(["x"], ("target", UP, ["1", "-1"]), ("b", DOWN, ["0", "1"])) + ".names": ["target", "b"],
    family(["x"], ("a", UP, ["1", "-1"]), ("target", DOWN, ["0", "1"])) + ".names": "state.names.target",
    family(["x"], ("a", UP, ["1/2", "-1/2"]), ("b", DOWN, ["0", "1/2"])): "state.weights.sum",
    family(["x"], ("a", UP, ["1/2", "0"])): "state.weights.sum",
    family(["x", "y"], ("a", UP, ["1", "0", "0"]), ("b", DOWN, ["0", "0", "1/2"])): "state.weights.sum",
    # a mixture of |0> and |1>: at infidelity x it depolarizes at the rate 2x, and keeps chi at X and Y
    family(["eps"], *FLIP) + ".counts_infidelity()": True,
    family(["delta"], *FLIP): "state.parameters.meaning",
    family(["delta"], ("a", UP, ["1", "-1/2"]), ("b", DOWN, ["0", "1/2"])) + ".depolarizes()": True,
    family(["eps"], ("a", UP, ["1/2", "-1/2"]), ("again", UP, ["1/2", "-1/2"]), ("b", DOWN, ["0", "1"])): (
        "state.members.distinct"
    ),
    # x and y move the state alike, or in two directions
    family(["x", "y"], ("a", UP, ["1", "-1", "-1"]), ("b", DOWN, ["0", "1", "1"])) + ".varies()": False,
    family(["x", "y"], ("a", UP, ["1", "-1", "-1/2"]), ("b", DOWN, ["0", "1", "1/2"])) + ".varies()": False,
    family(["x", "y"], ("a", UP, ["1", "-1", "-1"]), ("b", DOWN, ["0", "1", "0"]), ("c", PLUS, ["0", "0", "1"]))
    + ".varies()": True,
    f"ensemble.orthogonal_rest({ONE})": True,
    f"ensemble.orthogonal_rest({SKEW})": False,
    f"ensemble.orthogonal_rest({family(['x', 'y'], *corners(*LEVELS), p=3)})": False,
    along_noise(MIXING, "0, 0", "1/3, 1/3"): True,
    along_noise(MIXING, "0, 1", "1/3, 1/3"): True,
    along_noise(MIXING, "1, 0", "1/3, 1/3"): True,
    along_noise(MIXING, "1/2, 0", "1/3, 1/3"): False,  # starts mixed
    along_noise(MIXING, "0, 0", "1/3, 1/4"): False,
    along_noise(MIXING, "0, 0", "0, 1/3"): False,
    along_noise(family(["x", "y"], *corners(*LEVELS[:2], WAVE), p=3), "0, 0", "1/3, 1/3"): False,  # not mixed there
    along_noise(HALVES, "0, 0", "2/3, 0"): True,  # the others by halves
    along_noise(HALVES, "1, 0", "2/3, 0"): False,
    along_noise(family(["x", "y"], *corners(UP, DOWN, PLUS)), "0, 0", "1/2, 0"): True,
    along_noise(family(["x", "y"], *corners(UP, DOWN, PLUS)), "0, 0", "1/2, 1/2"): False,
    along_noise(family(["x", "y"], *corners(UP, DOWN, PLUS)), "0, 0", "1/4, 0"): False,  # chi of Z alone is not 0
}
LEADING = "established.Function(established.Quantity.SUCCESS, {}, {}, 'm').order".format
ESTABLISHED: dict[str, object] = {
    LEADING([0, 1], [1]): 1,
    LEADING([0, 0, 3, 1], [2, 5]): 2,
    LEADING([1, 1], [1]): None,
    LEADING([0, 1], [0, 1]): None,
}
BARE = (
    "(lambda p: statement.Code({{'format': 'stillproof-code/1', 'logical_x': [[1], [0]], 'logical_z': [[0], [1]], 'n': 1, "
    "'name': 'x', 'p': p, 'source': 'x', 'stabilizers': []}}))({})"
).format
NOISE = "statement.Facts.noise(namespace(state={}))".format
UNIFORM = "statement.Facts.uniform.fget(namespace(code=namespace(p={}, signs={}), state=namespace(uniform={})))".format
IDLE = (
    "(lambda row: statement.Code({{'format': 'stillproof-code/1', 'logical_x': [row, row], 'logical_z': [row, row], 'n': {0}, "
    "'name': 'x', 'p': 2, 'source': 'x', 'stabilizers': [[row, row]] * ({0} - 1)}}).n)([0] * {0})"
).format
STATEMENT: dict[str, object] = {
    IDLE(64): 64,
    IDLE(65): "code.sites",
    # the encoded T(a|b) of a bare qudit is T(a|b)
    **{
        f"[{BARE(p)}.encoded([a], [b]) for a in range({p}) for b in range({p})]": [
            (((a,), (b,)), 0) for a in range(p) for b in range(p)
        ]
        for p in (2, 3, 5)
    },
    # X on site 0, Z on site 2, the logical operators on sites 1 and 4, nothing on site 3
    "[statement.Code.used(namespace(n=5, stabilizers=[((1, 0, 0, 0, 0), (0,) * 5), ((0,) * 5, (0, 0, 1, 0, 0))], "
    "logical_x=[((0, 1, 0, 0, 0), (0,) * 5), ((0, 0, 0, 0, 1), (0,) * 5)], logical_z=[((0,) * 5, (0, 1, 0, 0, 0)), "
    "((0,) * 5, (0, 0, 0, 0, 1))]), outputs) for outputs in ([], [0], [0, 1])]": [2, 3, 4],
    NOISE(family(["x"], ("a", UP, ["1", "-1/3"]), ("b", PLUS, ["0", "1/3"]))): Fraction(1, 6),
    NOISE(family(["x"], ("a", UP, ["1", "0"]))): "family.noise",
    NOISE(family(["x"], ("a", UP, ["0", "1"]), ("b", DOWN, ["1", "-1"]))): "family.pure",
    UNIFORM(3, [0, 0], True): True,
    UNIFORM(2, [0, 0], True): False,
    UNIFORM(3, [0, 1], True): False,
    UNIFORM(3, [0, 0], False): False,
}


def threshold(num: list[int], p: list[int], q: list[int], low: str, high: str, bound: str = "1") -> str:
    """A call of the rule `threshold`: the output num, the input x, which is an infidelity x/2."""
    return (
        f"rules.threshold.check({{'of': 'm', 'output': 'x', 'polynomial': {p}, 'bound': Fraction('{bound}'), 'interval': "
        f"(Fraction('{low}'), Fraction('{high}')), 'infidelity': (Fraction('{low}') / 2, Fraction('{high}') / 2)}}, "
        f"{{'cofactor': {q}}}, facts(function=lambda *x: (namespace(num={num}, den=[1]), namespace(num=[1])), "
        "noise=lambda: Fraction(1, 2), input=lambda f: Fraction(1), number=lambda *x: x)).number"
    )


def alike(quantity: str, target: int, *single: tuple[int, int]) -> str:
    """A call of `alike` for a suppression of order 2, and single outputs with these targets and orders."""
    each = "".join(
        f"'{j}': namespace(quantity=established.Quantity.INFIDELITY, target={goal}, order={order}), "
        for j, (goal, order) in enumerate(single, 1)
    )
    return (
        f"rules.yield_.alike(namespace(function=namespace(quantity=established.Quantity.{quantity}, target={target}), "
        f"order=2), namespace(functions={{'any': namespace(quantity=established.Quantity.JOINT, target=7, order=2), {each}}}))"
    )


def several(quantity: str, singles: int, outputs: int, inputs: int | str, low: str = "1/10", high: str = "9/10") -> str:
    """The operations counted for a `yield` claim of order 2: 3 encoded qudits, j + 4 sites for j of them, success 1/2."""
    function = (
        f"established.Function(established.Quantity.{quantity}, [0, 0, 1], [1], 'm', "
        f"{'(7,)' if quantity == 'JOINT' else '(1,)'})"
    )
    each = ", ".join(
        f"'{j}': established.Function(established.Quantity.INFIDELITY, [0, 0, 1], [1], 'm', (1,))"
        for j in range(singles)
    )
    return (
        f"(lambda f: (rules.yield_.check({{'of': 's', 'success-of': 'm', 'inputs': Fraction({inputs}), 'outputs': "
        f"{outputs}, 'exponent': (Fraction('{low}'), Fraction('{high}'))}}, {{}}, f), f.work.done)[1])(statement.Facts("
        "namespace(used=lambda outputs: 4 + len(outputs), k=3), None, Work(), {'s': established.Suppression("
        f"{function}, 2, Fraction(1)), 'm': established.Outputs(established.Function(established.Quantity.SUCCESS, [1], "
        f"[2], 'm'), {{{each}}})}}))"
    )


RULES: dict[str, object] = {
    # x - 2 x^2 = (2 x - 1) (-x): a threshold at 1/2
    threshold([0, 0, 2], [-1, 2], [0, -1], "1/3", "2/3"): (Fraction(1, 3), Fraction(2, 3)),
    threshold([0, 0, 2], [-1, 2], [0, -1], "1/3", "2/3", "999/1000"): (Fraction(1, 3), Fraction(2, 3)),
    threshold([0, 0, 2], [-1, 2], [0, -1], "1/3", "2/3", "1000/1001"): "threshold.bound.denominator",
    threshold([0, 0, 2], [-1, 2], [0, -1], "1/3", "2/3", "0"): "threshold.bound",
    threshold([0, 0, 2], [-1, 2], [0, -1], "1/3", "2/3", "2"): "threshold.bound",
    threshold([0, 0, 2], [-1, 2], [0, -1], "0", "2/3"): "threshold.interval.inside",
    threshold([0, 0, 2], [-1, 2], [0, -1], "1/3", "1"): "threshold.interval.inside",
    threshold([0, 0, 2], [-3, 6], [0, -1], "1/3", "2/3"): "threshold.polynomial.primitive",
    threshold([0, 0, 2], [1, -2], [0, 1], "1/3", "2/3"): "threshold.polynomial.primitive",
    # another threshold at 3/4; another zero at -1/3, outside; two zeros of P
    threshold([0, -2, 10, -8], [-1, 2], [0, -3, 4], "1/3", "2/3"): "threshold.cofactor.rootless",
    threshold([0, 0, -1, 6], [-1, -1, 6], [0, -1], "1/3", "2/3"): (Fraction(1, 3), Fraction(2, 3)),
    threshold([0, -2, 10, -8], [3, -10, 8], [0, 1], "1/3", "2/3"): "threshold.root.unique",
    "rules.yield_.fields(namespace(code=namespace(n=5)))['outputs'](0)": "number.range",
    "rules.yield_.fields(namespace(code=namespace(n=5)))['outputs'](5)": 5,
    exponent(9, 3, "0", "2/3"): "yield.exponent.range",
    exponent(9, 3, "1/3", "1"): "yield.exponent.range",
    exponent(9, 3, "2/3", "3/4"): "yield.exponent.low",  # 9^2 > 3^3
    # 14 inputs for all three outputs together; 7 sites make 3 outputs of one target at 14/3 each
    several("JOINT", 0, 1, 14): 2,
    several("INFIDELITY", 3, 3, "14, 3"): 2,
    # 14 has 4 bits and 1 of its denominator: 5 times 205 is over 2^10
    several("JOINT", 0, 1, 14, "1/10", "204/205"): 2,
    several("JOINT", 0, 1, 14, "1/10", "205/206"): 4,
    alike("INFIDELITY", 2, (1, 2), (2, 2), (2, 3), (2, 2)): [1, 3],
    alike("JOINT", 7, (1, 2)): [0],
    alike("JOINT", 7, (1, 2), (1, 2)): [0, 1],
    alike("JOINT", 7, (1, 2), (1, 3)): "yield.common",
    alike("JOINT", 7, (1, 2), (2, 2)): "yield.common",
    alike("JOINT", 7): [],
}


def basin(
    cover: str, regions: str, areas: str, undecided: str, level: int, steps: int, least: str = "[0, 0, 0]"
) -> str:
    """A call of the rule `basin`, for regions that are all points with at least these coordinates."""
    return (
        "(lambda M: rules.basin.check({'of': 'map', 'regions': ["
        + ", ".join(map(repr, regions))
        + f"], 'areas': {areas}, "
        f"'undecided': Fraction('{undecided}'), 'level': {level}, 'steps': {steps}}}, {{'cover': '{cover}'}}, facts(state="
        f"namespace(parameters='ab'), of=lambda x, kind: M if x == 'map' else namespace(least={least}, point=[x], "
        "source='map'))).regions)(namespace(functions={'a': namespace(num=[[], [1]], den=[[1]]), 'b': namespace(num=[[0, 1]], "
        "den=[[1]])}, success=namespace(num=[[1]])))"
    )


LABELS = "abcdefghijklmnopqrstuvwxyz"
BASINS: dict[str, object] = {
    basin(".", "", "[]", "1", 0, 0): [],
    basin("a0", "a", "[1]", "0", 5, 0): ["a"],
    basin("+a0b0.a0", "ab", "[Fraction(1, 2), Fraction(1, 4)]", "1/4", 1, 0): ["a", "b"],
    basin("+.a0..", "a", "[Fraction(1, 4)]", "3/4", 1, 0, "[0, Fraction(1, 2), 0]"): ["a"],
    basin("+.a1..", "a", "[Fraction(1, 4)]", "3/4", 1, 1): "basin.witness.steps",
    basin("+a0...", "a", "[Fraction(1, 4)]", "3/4", 1, 0, "[0, Fraction(1, 2), 0]"): "basin.witness.reaches",
    # one cell of level 48
    basin("+" * 48 + "a0..." + "..." * 47, "a", "[Fraction(1, 4**48)]", f"{4**48 - 1}/{4**48}", 1, 0): ["a"],
    basin(".", LABELS, "[0] * 26", "1", 0, 0): list(LABELS),
    basin(".", LABELS + "A", "[0] * 27", "1", 0, 0): "basin.regions.count",
    "[rules.basin.fields(None)[x](0) for x in ('level', 'steps')]": [0, 0],
    "[rules.basin.fields(None)[x](y) for x, y in (('level', 48), ('steps', 2**20))]": [48, 2**20],
    "rules.basin.fields(None)['level'](49)": "number.range",
    "[rules.basin.within_region(cover.Cell(1, (1, 0, 0)), [Fraction(x), 0, 0]) for x in ('0', '1/4', '1/2', '2/3')]": [
        True, True, True, False,
    ],
    "rules.basin.within_region(cover.Cell(1, (0, 0, 0)), [Fraction(1, 2), 0, 0])": False,
}  # fmt: skip

# The corner at e_0 of a triangle cut once is of region a, all the rest of b: the border is at x_0 = 1/2.
HALVED = f"(lambda c: ([setattr(x, 'region', i) for x, i in zip(c.parts, (0, 1, 1, 1))], c)[1])({CUT})"


UNKNOWN = HALVED.replace("1, 1, 1", "1, 1, -1")  # the same, but nothing is said of the middle


def leaves(
    low: str, high: str, end: str, start: str = "0, 0", width: str = "1", simplex: bool = True, cut: str = HALVED
) -> str:
    """The unit that the rule `basin-threshold` finds for x, where a segment leaves the region a."""
    ends = [fractions(start), fractions(end)]
    noise = simplex and (start, end) == ("0, 0", "1/3, 1/3")
    return (
        f"patched(rules.basin_threshold, 'depolarizes_along', lambda state, *ends: {noise}, lambda: rules.basin_threshold.check({{'of': 'x', 'region': 'a', 'interval': (Fraction('{low}'), Fraction('{high}')), "
        f"'width': Fraction('{width}'), 'start': {ends[0]}, 'end': {ends[1]}}}, {{}}, facts(of=lambda *x: namespace(cover="
        f"{cut}, regions=['a', 'b']), state=None)).number.unit)"
    )


SEGMENTS: dict[str, object] = {
    # x_0 = 1 - x on the way to the middle of the other side
    leaves("1/2", "3/4", "1/2, 1/2", width="1/4"): "the segment (0, 0) to (1/2, 1/2)",
    leaves("1/4", "1/2", "1/2, 1/2"): "the segment (0, 0) to (1/2, 1/2)",
    leaves("5/8", "3/4", "1/2, 1/2"): "basin-threshold.below",
    # the middle is met from 1/3 to 2/3
    leaves("1/3", "2/3", "3/4, 1/4", "0, 1/4", cut=UNKNOWN): "the segment (0, 1/4) to (3/4, 1/4)",
    leaves("2/5", "2/3", "3/4, 1/4", "0, 1/4", cut=UNKNOWN): "basin-threshold.decided",
    leaves("1/3", "3/5", "3/4, 1/4", "0, 1/4", cut=UNKNOWN): "basin-threshold.decided",
    leaves("1/4", "3/8", "1/2, 1/2"): "basin-threshold.above",
    leaves("1/4", "3/4", "1/2, 1/2", width="49/100"): "basin-threshold.width",
    leaves("0", "3/4", "1/2, 1/2"): "basin-threshold.interval",
    leaves("1/4", "1", "1/2, 1/2"): "basin-threshold.interval",
    # x_0 = 1 - 2 x / 3 on the way to the centre, or 3/4 - 5 x / 12
    leaves("3/4", "7/8", "1/3, 1/3"): "delta",
    leaves("3/4", "7/8", "1/3, 1/3", simplex=False): "the segment (0, 0) to (1/3, 1/3)",
    leaves("3/5", "4/5", "1/3, 1/3", "1/8, 1/8"): "the segment (1/8, 1/8) to (1/3, 1/3)",
    leaves("3/4", "7/8", "1/3, 1/3", width=f"{10**40 - 1}/{10**40}"): "delta",
    leaves("3/4", "7/8", "1/3, 1/3", width=f"1/{10**40 + 1}"): "basin-threshold.denominator",
    leaves("1/4", "3/4", "1/2, 1/2", "1/2, 1/2"): "basin-threshold.segment",
    leaves("1/4", "3/4", "1/2, 3/4", "0, 0"): "basin-threshold.segment",
    leaves("1/4", "3/4", "1/2, 1/2", "0, -1/8"): "basin-threshold.segment",
    along("Fraction(3, 4), Fraction(1, 8), Fraction(1, 8)", "Fraction(1, 3), Fraction(1, 3), Fraction(1, 3)"): [
        (Fraction(0), Fraction(3, 5), (1, 0, 0)),
        (Fraction(3, 5), Fraction(1), (0, 0, 0)),
    ],
    # along the border both cells are met
    along("Fraction(1, 2), Fraction(1, 2), 0", "Fraction(1, 2), 0, Fraction(1, 2)"): [
        (Fraction(0), Fraction(1), (0, 0, 0)),
        (Fraction(0), Fraction(1), (1, 0, 0)),
    ],
}


def bound(relation: str, top: list[int], bottom: list[int], low: str = "0", high: str = "1", f: str = "x") -> str:
    """A call of the rule `bound` for the output x^2, or the success probability 1."""
    return (
        f"rules.bound.check({{'of': 'm', 'function': '{f}', 'relation': '{relation}', 'value': ({top}, {bottom}), 'range': "
        f"(Fraction('{low}'), Fraction('{high}'))}}, {{}}, facts(state=namespace(parameters='x'), of=lambda *x: "
        "established.Outputs(namespace(num=[1], den=[1]), {'x': namespace(num=[0, 0, 1], den=[1])})))"
        " == established.Established()"
    )


SIGNS: dict[str, object] = {
    "sorted(rules.bound.PROBES)": sorted(
        [Fraction(k, 32) for k in range(1, 32)]
        + [y for n in range(6, 33) for y in (Fraction(1, 2**n), 1 - Fraction(1, 2**n))]
    ),
    "{relation: [rules.bound.holds(relation, x) for x in (-1, 0, 1)] for relation in rules.bound.RELATIONS}": {
        "above": [False, False, True],
        "at least": [False, True, True],
        "at most": [False, True, True],
        "below": [False, False, True],
        "equal to": [False, True, False],
    },
    bound("below", [0, 1], [1]): True,
    bound("at most", [0, 1], [1]): True,
    bound("above", [0, 1], [1]): "bound.holds",
    bound("at least", [0, 1], [1]): "bound.holds",
    bound("equal to", [0, 0, 1], [1]): True,
    bound("equal to", [0, 1], [1]): "bound.holds",
    bound("below", [0, 2], [2]): "bound.normalised",
    bound("at most", [1], [1], f="success"): True,
    # (x - 1/2)^2 is 0 at 1/2; x^2 falls below x/2^40 where no point is tried
    bound("at least", [-1, 4], [4]): "bound.decided",
    bound("above", [-1, 4], [4]): "bound.holds",
    bound("above", [0, 1], [2**40]): "bound.decided",
    bound("below", [0, 1], [1], "-1/2", "1/2"): "bound.range",
    bound("above", [0, 1], [1], "1", "3/2"): "bound.range",
    bound("below", [0, 1], [1], "1/1000", "999/1000"): True,
    bound("below", [0, 1], [1], "1/1001", "1/2"): "bound.range.denominator",
    bound("below", [1], [1, -2]): "bound.denominator",
    bound("below", [1], [1, -2], "0", "1/2"): True,
    # den = (8 x - 1) (5 - 8 x) (1 - x) is positive on the range only
    bound("above", [-1], [-5, 53, -112, 64], "1/4", "1/2"): True,
}


def corrected(symplectic: list[list[int]], shift: list[int], *more: object) -> str:
    """A call of the rule `correction`: Z on both sites of p = 3, or the given vectors, and the success (1 + x)/9."""
    stabilizers = more or (((0, 0), (1, 0)), ((0, 0), (0, 1)))
    return (
        "rules.correction.check({'of': 'm', 'clifford': 'k', 'stabilizers': [1, 2], 'success': ([1, 1], [1])}, {}, "
        f"facts(code=namespace(p=3, stabilizers={list(stabilizers)}), state=namespace(parameters='x', names=['a']), of="
        "lambda x, kind: {'m': namespace(success=namespace(num=[1, 1], den=[9], source='m')), 'k': namespace(sends="
        f"{{'a': 'a'}}, symplectic={symplectic}, shift={shift})}}[x])).success.corrected"
    )


def graph(
    p: int, stabilizers: object, z: object, x: object, local: object, adjacency: object, matrix: object, v: object
) -> str:
    """A call of the rule `graph-form`."""
    return (
        f"rules.graph_form.check({{'local': {local}, 'adjacency': {adjacency}, 'vertices': {v}}}, {{'matrix': {matrix}}}, "
        f"facts(code=namespace(p={p}, n={len(adjacency)}, stabilizers={stabilizers}, logical_z={z}, logical_x={x}), "
        "only=lambda x: None)) == established.Established()"
    )


def graph_fields(part: str, value: object, rule: str = "fields") -> str:
    """What the rule `graph-form` reads, for a bare qutrit."""
    return f"rules.graph_form.{rule}(namespace(code=namespace(n=1, p=3, k=1)))['{part}']({value})"


SEVERAL: dict[str, object] = {
    corrected([[1, 0], [0, 1]], [1, 0]): (1, 2),
    corrected([[1, 0], [2, 1]], [2, 1]): (1, 2),
    corrected([[2, 0], [0, 2]], [1, 0]): "correction.clifford.flips",  # Z to Z^2
    corrected([[2, 0], [1, 2]], [1, 0]): "correction.clifford.flips",
    corrected([[1, 0], [0, 1]], [0, 1]): "correction.clifford.flips",
    corrected([[1, 0], [0, 1]], [1, 0], ((0, 1), (1, 0)), ((0, 0), (0, 1))): "correction.stabilizers.type",
    # 2^1023 has 1024 bits: the square of 1025 is over 2^20, that of 1023 is not
    "(lambda f: (rules.expansion.check({'of': 'm', 'function': 'f', 'degree': 1, 'coefficients': [1, -(2**1023)]}, {}, f), "
    "f.work.done)[1])(facts(of=lambda *x: namespace(functions={'f': namespace(num=[1], den=[1, 2**1023])}, success=None), "
    "state=namespace(parameters='x')))": 8,
    "rules.flow.check({'of': 'x', 'point': [Fraction(1, 3), Fraction(1, 3)], 'region': 'b'}, {}, facts(of=lambda *x: "
    "namespace(cover=cover.Cell(0, (0, 0, 0)), regions=['a', 'b'])))": "flow.decided",  # a cell of which nothing is said
    # one qutrit: (u|v) to (2 v|u), Z to X^2, X to Z
    graph(3, [], [((0,), (1,))], [((1,), (0,))], [[[0, 2], [1, 0]]], [[0]], [[2]], [[1]]): True,
    # X_1 Z_2^2 and Z_1^2 X_2, and Z_2 times the second one
    graph(
        3, [((1, 0), (0, 2))], [((0, 1), (2, 0))], [((0, 1), (2, 1))], [[[1, 0], [0, 1]]] * 2, [[0, 2], [2, 0]],
        [[1, 0], [0, 1]], [[0, 1]],
    ): True,
    graph_fields("adjacency", [[2]]): [[2]],
    graph_fields("adjacency", [[3]]): "number.range",
    graph_fields("local", [[[1, 0], [2, 2]]]): [[[1, 0], [2, 2]]],
    graph_fields("local", [[[1, 3], [0, 1]]]): "number.range",
    graph_fields("matrix", [[2]], "witness"): [[2]],
    graph_fields("matrix", [[3]], "witness"): "number.range",
    # 26 codes of length 1 are not too many
    **{
        f"rules.classification.check({{'length': 1, 'dimension': 0, 'codes': [0] * {count}}}, {{'groups': []}}, "
        "facts(code=namespace(p=3)))": check
        for count, check in ((26, "classification.witness.groups"), (27, "classification.codes"))
    },
}  # fmt: skip


def acting(code: str, v: str, u: str, x: list[int], z: list[int], frame: int = 0, nums: str = "[0, 1]") -> str:
    """A call of the rule `logical-action`: of V and U the symplectic matrix and the shift; both have eigenvalues 1."""
    clifford = "namespace(symplectic={}, shift={}, field=f, matrix=[[f.one]])".format
    return (
        "(lambda f: rules.logical_action.check({'clifford': 'v', 'acts-as': 'u', 'of': 'm', 'eigenvalue': f.one, "
        f"'logical-eigenvalue': f.one}}, {{'x': {x}, 'z': {z}}}, facts(code={code}, by_id={{'s': "
        "rules.symmetry.Symmetry('v')}, state=namespace(field=f, target='t', projectors={'t': [[f.one]]}, starts_pure="
        f"lambda: True), of=lambda x, kind: {{'v': {clifford(*v.split('; '))}, 'u': {clifford(*u.split('; '))}, 'm': "
        f"namespace(frame={{'shift': [{frame}, 0], 'symplectic': [[1, 0], [0, 1]]}}, success=namespace(num=[1]), functions="
        f"{{i: namespace(num=n) for i, n in enumerate([{nums}])}})}}[x])) == established.Established())"
        "(cyclotomic.Field(3, Work()))"
    )


PAIR = (
    "statement.Code({{'format': 'stillproof-code/1', 'logical_x': {}, 'logical_z': {}, 'n': 2, 'name': 'x', 'p': 3, "
    "'source': 'x', 'stabilizers': [{}]}})"
).format
ONE = "[[1, 0], [0, 1]]; "
LOGICAL: dict[str, object] = {
    # one qutrit: every Clifford does to it what it does
    acting(BARE(3), ONE + "[1, 2]", ONE + "[1, 2]", [], []): True,
    acting(BARE(3), ONE + "[1, 2]", ONE + "[1, 1]", [], []): "logical-action.shift",
    acting(BARE(3), ONE + "[1, 2]", ONE + "[2, 2]", [], []): "logical-action.shift",
    acting(BARE(3), ONE + "[0, 0]", ONE + "[0, 0]", [], [], frame=1): "logical-action.target",
    acting(BARE(3), ONE + "[0, 0]", ONE + "[0, 0]", [], [], nums="[0, 1], [1, 2]"): "logical-action.target",
    # X to X Z on both sites: X_1 X_2^2 to itself times Z_1 Z_2^2 = (Z_1)^2 (Z_1 Z_2)^2
    acting(
        PAIR([[1, 2], [0, 0]], [[0, 0], [1, 0]], [[0, 0], [1, 1]]),
        "[[1, 0], [1, 1]]; [0, 0]",
        "[[1, 0], [2, 1]]; [0, 0]",
        [2],
        [0],
    ): True,
    # Z to X Z on both sites, the other way round
    acting(
        PAIR([[1, 0], [0, 0]], [[0, 0], [1, 2]], [[1, 1], [0, 0]]),
        "[[1, 1], [0, 1]]; [0, 0]",
        "[[1, 2], [0, 1]]; [0, 0]",
        [0],
        [2],
    ): True,
    "[rules.logical_action.at_zero(a) for a in ([0, 1], [5], [2, 1], [[], [1]], [[3, 1], [4]], [[0, 5], [2]])]": [
        0, 5, 2, 0, 3, 0,
    ],
    **{
        f"rules.logical_action.witness(namespace(code=namespace(p=3, stabilizers=[0])))['x']([{x}])": found
        for x, found in ((0, [0]), (2, [2]), (3, "number.range"))
    },
}  # fmt: skip


def coefficient(exact: str) -> str:
    """A call of the rule `printed` for 0.3, printed for this coefficient."""
    return (
        "rules.printed.check({'of': 's', 'quantity': 'coefficient', 'value': (Fraction(3, 10), Fraction(1, 20))}, {}, "
        f"facts(of=lambda *x: namespace(coefficient=Fraction('{exact}')), state=namespace(parameters='x')))"
        " == established.Established()"
    )


PRINTS: dict[str, object] = {
    coefficient("26/100"): True,
    coefficient("34/100"): True,
    coefficient("25/100"): "printed.decided",  # a tie is for neither side
    coefficient("35/100"): "printed.decided",
    coefficient("24/100"): "printed.rounding.low",
    coefficient("36/100"): "printed.rounding.high",
    # (1 - Z)/2 on a state with the value 1/3 at Z
    "(lambda f: rules.projection.check({'others': [], 'values': [{'value': f.rational(Fraction(1, 3)), 'count': 1}]}, {}, "
    "facts(only=lambda x: None, code=namespace(p=2, n=1, stabilizers=[0], generators=[(((0,), (1,)), 2)]), state="
    "namespace(field=f, names=['t'], target='t', points=[(0, 0), (0, 1), (1, 0), (1, 1)], chi=lambda x, a: f.rational("
    "Fraction(1, 3) if any(a) else 1)))) == established.Established())(cyclotomic.Field(4, Work()))": True,
}


TETRA, TRIPLE = ([1, 0, 1, 1], [0, 1, 1, 2]), [1, 1, 1]  # the two codes that make the one of length 7
SEVENS = [
    [[*row, 0, 0, 0] for row in TETRA] + [[0, 0, 0, 0, *TRIPLE]],
    [[*TRIPLE, 0, 0, 0, 0]] + [[0, 0, 0, *row] for row in TETRA],
]


def classified(*generators: list[list[int]]) -> str:
    """A call of the rule `classification` for codes of length 7 without any automorphism but the identity."""
    codes = [{"generator": generator, "automorphisms": 1} for generator in generators]
    return (
        f"rules.classification.check({{'length': 7, 'dimension': 3, 'codes': {codes}}}, {{'groups': {[[] for _ in codes]}}}, "
        "facts(code=namespace(p=3)))"
    )


ORDERS: dict[str, object] = {
    # codes with equal weights are in the order of their matrices
    classified(*SEVENS): "classification.witness.orbit",
    classified(*reversed(SEVENS)): "classification.order",
}


READ: dict[str, object] = {
    # 12 levels of lists; a number is a level
    "loader.dumps(loader.parse_json(b'[' * 12 + b']' * 12)) == '[' * 12 + ']' * 12": True,
    "loader.dumps(loader.parse_json(b'[' * 11 + b'7' + b']' * 11)) == '[' * 11 + '7' + ']' * 11": True,
    "loader.parse_json(b'[' * 13 + b']' * 13)": "json.depth",
    "loader.parse_json(b'[' * 12 + b'7' + b']' * 12)": "json.depth",
    "loader.parse_json(b'[0, 1048576]')": [0, 1048576],
    "loader.parse_json(b'1048577')": "json.number.size",
    "loader.parse_json(b'-1')": "json.number",
    "[loader.small(2, 5)(x) for x in (2, 5)]": [2, 5],
    "loader.small(2, 5)(1)": "number.range",
    "[rules.twirl.fields(None)['order'](x) for x in (1, 2**20)]": [1, 2**20],
    "rules.twirl.fields(None)['order'](0)": "number.range",
    "loader.small(2, 5)(6)": "number.range",
    "loader.integer('9' * 4000) == 10**4000 - 1": True,
    "loader.integer('9' * 4001)": "integer.digits",
    "[loader.rational(x) for x in ('2/3', '-2/3', '0', '-7')]": [Fraction(2, 3), Fraction(-2, 3), 0, -7],
    "loader.rational('4/6')": "rational.lowest",
    "loader.rational('2/1')": "rational.lowest",
    "loader.rational('2/-3')": "rational.lowest",
    "loader.rational('0/2')": "rational.lowest",
    "[loader.decimal(x) for x in ('0.387', '-12.50', '3')]": [
        (Fraction(387, 1000), Fraction(1, 2000)),
        (Fraction(-25, 2), Fraction(1, 200)),
        (Fraction(3), Fraction(1, 2)),
    ],
    "loader.decimal('0.' + '3' * 3998)[1] == Fraction(1, 2 * 10**3998)": True,
    "loader.decimal('0.' + '3' * 3999)": "decimal.digits",
    "loader.polynomial_or_zero([])": [],
    "loader.polynomial([])": "polynomial.nonzero",
    "loader.polynomial(['0', '1'])": [0, 1],
    "loader.polynomial(['1', '0'])": "polynomial.leading",
    "loader.polynomial(['1'] * 128) == [1] * 128": True,
    "loader.polynomial(['1'] * 129)": "polynomial.terms",
    "loader.polynomial_in_two([[], ['1'], ['2', '3']])": [[], [1], [2, 3]],
    "loader.polynomial_in_two([['1'], []])": "polynomial.rows.last",
    "loader.polynomial_in_two([['1']] * 128) == [[1]] * 128": True,
    "loader.polynomial_in_two([['1']] * 129)": "polynomial.rows.count",
    "loader.polynomial_in_two([['1'] * 128] * 8) == [[1] * 128] * 8": True,
    "loader.polynomial_in_two([['1'] * 128] * 8 + [['1']])": "polynomial.rows.size",
    "loader.interval(['1/3', '1/2'])": (Fraction(1, 3), Fraction(1, 2)),
    "loader.interval(['1/2', '1/2'])": "interval.order",
    "loader.interval(['1/2', '1/3'])": "interval.order",
}


def roots(
    p: list[int],
    cube_root: list[int],
    center: int = 1,
    r: int = 8,
    s: int = 3,
    d: int = 8,
    scale: int = 3,
    degree: int | None = None,
) -> str:
    """A call of the rule `radicals` for a threshold that is below 3."""
    return (
        f"rules.radicals.check({{'of': 't', 'degree': {degree or len(p) - 1}, 'D': {d}, 'center': {center}, 'r': {r}, 's': {s}, 'scale': "
        f"{scale}}}, {{'cube-root': {cube_root}}}, facts(of=lambda *x: namespace(polynomial={p}, number=namespace(low="
        "Fraction(0), high=3)))) == established.Established()"
    )


CUBE = [-23, 27, -27, 27]  # y^3 + 6 y - 16 for y = 3 x - 1: c = -2, and c^3 = 8^2 - 3^2 8
RADICALS: dict[str, object] = {
    roots(CUBE, [-2]): True,
    roots(CUBE, [-2], r=-8): "radicals.polynomial",
    roots(CUBE, [-2], center=2): "radicals.polynomial",
    roots(CUBE, [-2], scale=2): "radicals.polynomial",
    roots(CUBE, [-3]): "radicals.witness.cube-root",
    roots(CUBE, [-2], d=7): "radicals.witness.cube-root",
    roots(CUBE, []): "radicals.witness.cube-root.count",
    roots(CUBE, [-2, -2]): "radicals.witness.cube-root.count",
    roots(CUBE, [-2], s=-3): "radicals.cubic",
    roots(CUBE, [-2], s=0): "radicals.cubic",
    roots(CUBE, [-2], scale=0): "radicals.signs",
    roots(CUBE, [-2], d=0): "radicals.signs",
    roots(CUBE, [0], r=3, s=1, d=9): "radicals.one-real-root",
    roots(CUBE, [1], r=3, s=1, d=8): "radicals.one-real-root",
    # (x - 1)^2 = 2, the greater root
    roots([-1, -2, 1], [], r=0, s=1, d=2, scale=1): True,
    roots([-1, -2, 1], [], r=1, s=1, d=2, scale=1): "radicals.quadratic",
    roots([-1, -2, 1], [], r=0, s=-1, d=2, scale=1): "radicals.branch",
    roots([-3, -2, 1], [], r=0, s=2, d=1, scale=1): True,  # (x - 1)^2 = 4
    roots([-2, 3, 0, 1], [-1], center=0, r=1, s=1, d=2, scale=1): True,  # c = -1
    roots([-2, 3, 0, 1], [], degree=2): "radicals.degree",
    # (x - 1) (x^2 + 1), and two numbers that are no zeros of x^2 - 2
    "[rules.radicals.coprime(multivariate.in_one(Work(), a), multivariate.in_one(Work(), b)) for a, b in (([-1, 1, -1, 1], [-1, 1]), ([-1, 1], [-1, 1, -1, 1]), "
    "([-2, 0, 1], [-1, 1]), ([-2, 0, 1], [0, 1]), ([-2, 0, 1], [-4, 0, 2]))]": [False, False, True, True, False],
    "[rules.radicals.fields(None)['degree'](x) for x in (2, 3)]": [2, 3],
    **{f"rules.radicals.fields(None)['degree']({x})": "number.range" for x in (1, 4)},
}

# A triangle cut once: a0 and a2 at the first two corners, b0 at the third, a1 in the middle.
CUT_ONCE = "cover.read_cover('+a0a2b0a1', 2, Work())"
EIGHTHS = "([x << 61 for x in {}],) * 2"  # a point as a box, in eighths
VERTEX = "triangle.TriangleMap([{(0, 0, 0): 1}, {}, {}], 0, Work())"  # all points go to x_0 = 1
COVERS: dict[str, object] = {
    # the cells of level 2: the upright ones add up to 3, those upside down to 2; in the middle of all, an upright one
    "[cell.corner for cell in cover.read_cover('+' + '+....' * 4, 0, Work()).leaves()]": [
        (3, 0, 0),
        (2, 1, 0),
        (2, 0, 1),
        (2, 0, 0),
        (1, 2, 0),
        (0, 3, 0),
        (0, 2, 1),
        (0, 2, 0),
        (1, 0, 2),
        (0, 1, 2),
        (0, 0, 3),
        (0, 0, 2),
        (0, 1, 1),
        (1, 0, 1),
        (1, 1, 0),
        (1, 1, 1),
    ],
    "[cover.Cell(2, corner).corners for corner in ((1, 1, 1), (0, 1, 1))]": [
        [(2, 1, 1), (1, 2, 1), (1, 1, 2)],
        [(0, 2, 2), (1, 1, 2), (1, 2, 1)],
    ],
    # a letter and a digit to the base 61, the Z before it counting 61 each; . is region -1 in no steps
    "[(cell.region, cell.steps) for cell in cover.read_cover('+a0bZZ5.+a1a2aZ0aa', 2, Work()).leaves()]": [
        (0, 0),
        (1, 2 * 61 + 5),
        (-1, 0),
        (0, 1),
        (0, 2),
        (0, 61),
        (0, 10),
    ],
    # what is known of a cell from its parts
    "[(cell.region, cell.steps) for text in ('+a0bZZ5.+a1a2aZ0aa', '+b0b7b3+b1b9b1b2', '+bYb0b0.') "
    "for root in [cover.read_cover(text, 2, Work())] for cell in (root, root.parts[3])]": [
        (-1, 127),
        (0, 61),
        (1, 9),
        (1, 9),
        (-1, 60),
        (-1, 0),
    ],
    "[(cover.read_cover(text, 1, work).level, work.done) for text in ('.', '+....', '+' * 48 + '.' * 145) "
    "for work in [Work()]]": [(0, 0), (0, 64), (0, 48 * 64)],
    "cover.read_cover('+' * 49 + '.' * 148, 1, Work())": "cover.level",
    "cover.read_cover('', 1, Work())": "cover.mark",
    "cover.read_cover('+a0a0a0', 1, Work())": "cover.mark",
    "cover.read_cover('aZ', 1, Work())": "cover.mark",
    "cover.read_cover('b0', 1, Work())": "cover.region",
    "cover.read_cover('a0.', 1, Work())": "cover.end",
    # the cells that meet the middles of the edges, a point near each corner, and one near the centre
    f"[sorted(cell.corner for cell in cover.meeting({CUT_ONCE}, {EIGHTHS.format('point')}, Work())) for point in "
    "((4, 4, 0), (0, 4, 4), (4, 0, 4), (6, 1, 1), (1, 6, 1), (1, 1, 6), (2, 3, 3))]": [
        [(0, 0, 0), (0, 1, 0), (1, 0, 0)],
        [(0, 0, 0), (0, 0, 1), (0, 1, 0)],
        [(0, 0, 0), (0, 0, 1), (1, 0, 0)],
        [(1, 0, 0)],
        [(0, 1, 0)],
        [(0, 0, 1)],
        [(0, 0, 0)],
    ],
    # an image that meets a cell at its edge, one beside it on either side, and one that is not known
    f"[cover.may_stay(cover.Cell(1, corner), {EIGHTHS.format('point')}) for corner, point in (((1, 0, 0), (4, 4, 0)), "
    "((0, 0, 0), (4, 4, 0)), ((1, 0, 0), (3, 3, 2)), ((0, 0, 0), (5, 2, 1)))]": [True, True, False, False],
    "cover.may_stay(cover.Cell(1, (0, 0, 0)), None)": True,
    # one step more than the cells that the image of a cell of a, or of b, meets: a0; a0, a1 and a2; a0, a1 and b0; b0
    f"[cover.exact_steps(root, root.parts[part], namespace(of=lambda cell: {EIGHTHS.format('point')}, "
    f"function=namespace(work=Work()))) for root in [{CUT_ONCE}] for part in (0, 2) for point in "
    "((6, 1, 1), (4, 4, 0), (4, 0, 4), (1, 1, 6))]": [1, 3, None, None, None, None, None, 1],
    "cover.exact_steps(None, None, namespace(of=lambda cell: None))": None,
    # all points go to the corner x_0 = 1: its cell of level 5 may keep a point, those of level 4 have no image
    f"[[cell.corner for cell in images.may_be_fixed(root)] for images in [cover.Images({VERTEX})] for root in "
    "[cover.read_cover('+++++' + '....' + '...' + 'a0a0a0' * 3, 1, Work())] for _ in (1, 2)]": [
        [(31, 0, 0), (14, 1, 0), (14, 0, 1), (14, 0, 0)],
    ]
    * 2,
    # x_0 is forgotten: no image at the corner x_0 = 1, and next to it (0 : 1 : 0), (0 : 2 : 0), (0 : 1 : 1)
    "[cover.Images(triangle.TriangleMap([{}, {(0, 1, 0): 1}, {(0, 0, 1): 1}], 1, Work())).of(cover.Cell(5, corner)) "
    "for corner in ((31, 0, 0), (30, 1, 0))]": [None, ([0, 1 << 63, 0], [0, 1 << 64, 1 << 63])],
    # the bounds of `affine-patch`, from the coordinates as rational numbers: degree 3 on levels 5 and 7, degree 2 on 6
    **{
        f"cover.Images(triangle.TriangleMap({CUBIC}, 3, Work())).of(cover.Cell({level}, {corner}))": box
        for level, corner, box in (
            (
                5,
                (10, 10, 11),
                (
                    [2650668461556144601, 3275597378871978044, 11788535372586188221],
                    [2826747503270685670, 3919489779045400564, 12558498724119335575],
                ),
            ),
            (
                7,
                (40, 50, 37),
                (
                    [2609625290581312675, 4788956313906786985, 10872821473785861320],
                    [2643120503049216497, 4960805105428511912, 11018164674718982381],
                ),
            ),
        )
    },
    f"[cover.Images({TWINS}).of(cover.Cell(6, corner)) for corner in ((30, 0, 33), (20, 20, 22))]": [
        ([1 << 63, 0, 9178358020081448449], [9268430034103699970, 13943117213688248, 1 << 63]),
        (
            [6236659906369420304, 5383107565702677772, 6202911746702919112],
            [6551495426324789547, 5968660687829070751, 6524506773693173524],
        ),
    ],
}


def slopes(forms: list[dict[tuple[int, ...], int]], first: str, second: str) -> str:
    """The slopes of a map over a box of e_1 and e_2, each from and to."""
    (a, b), (c, d) = ((f"Fraction('{end}')" for end in pair.split()) for pair in (first, second))
    degree = sum(max(forms[0]))
    ends = f"([1 - {b} - {d}, {a}, {c}], [1 - {a} - {c}, {b}, {d}])"
    return f"newton.Slopes(triangle.TriangleMap({forms}, {degree}, Work()), {ends})"


def linear(*rows: tuple[int, int, int]) -> list[dict[tuple[int, ...], int]]:
    """The forms of a matrix."""
    return [{k: c for k, c in zip(((1, 0, 0), (0, 1, 0), (0, 0, 1)), row) if c} for row in rows]


CONSTANT: list[dict[tuple[int, ...], int]] = [{(0, 0, 0): 2}, {(0, 0, 0): 1}, {(0, 0, 0): 1}]  # e_1 = e_2 = 1/4
SKEW = linear((0, 0, 2), (3, 0, 2), (2, 0, 0))  # fixes e_1 = 5/9, e_2 = 2/9
BOXES: dict[str, object] = {
    # x_0 from 2/8 to 4/8, x_1 the same, x_2 = 2/8: D_1 F_3 = -5, D_2 F_3 = -1, F_3 = 5 x_0 + 4 x_2
    f"(lambda s: (s.rows, s.whole, s.less(Fraction(1, 2)), s.characteristic(Fraction(1, 2))))"
    f"({slopes(SKEW, '1/4 1/2', '1/4 1/4')})": (
        [[(-14, -4), (-6, -4)], [(-6, -6), (-14, -14)]],
        (18, 28),
        [[(-56, -26), (-12, -8)], [(-12, -12), (-56, -46)]],
        (26 * 46 - 12 * 12, 56 * 56 - 8 * 12),
    ),
    # the fixed point at a corner of the box, as far from its middle as may be; one and a half times as far; elsewhere
    **{
        f"(lambda s: (s.at_most_one(), s.at_least_one()))({slopes(CONSTANT, first, second)})": (True, seen)
        for first, second, seen in (
            ("0 1/4", "0 1/4", True),
            ("0 1/5", "1/5 3/10", False),
            ("1/5 3/10", "0 1/5", False),
        )
    },
    # every point is fixed
    f"(lambda s: (s.at_most_one(), s.at_least_one()))({slopes(linear((1, 0, 0), (0, 1, 0), (0, 0, 1)), '0 1/4', '0 1/4')})": (
        False,
        True,
    ),
    # boxes without a fixed point: 5/9, 2/9 is beside the first one; the others miss e_1 = 3/(3 + 2^(1/2) + 2) and 0
    slopes(SKEW, "1/3 2/3", "1/6 5/24") + ".at_least_one()": False,
    slopes(linear((0, 0, 1), (3, 0, 0), (2, 0, 0)), "0 1/3", "1/3 3/8") + ".at_least_one()": False,
    slopes(linear((0, 0, 1), (0, 1, 0), (2, 0, 0)), "1/6 1/2", "1/3 1/2") + ".at_least_one()": False,
}

LARGE = 10**40  # the bound of the integers in a matrix


def matrix(p: int, m: int, den: int, *entries: list[int], degree: int = 2) -> str:
    """A p x p matrix over Q(zeta_m), the given entries first, the others 0."""
    padded = [[str(x) for x in entry] for entry in (*entries, *[[0] * degree] * (p * p - len(entries)))]
    rows = [padded[i : i + p] for i in range(0, p * p, p)]
    return f"cyclotomic.read_matrix({{'den': '{den}', 'entries': {rows}, 'm': {m}}}, {p}, cyclotomic.Fields(Work()))"


def element(den: int, *num: int) -> str:
    """An element of Q(zeta_3)."""
    return f"cyclotomic.read_element({{'den': '{den}', 'm': 3, 'num': {list(map(str, num))}}}, {FIELD(3)})"


# w = zeta_3: chi is 2 + x at (1,0), 2 w (2 + x) at (1,1), w y at (2,0) and 3 at (2,2); the code has w T(1,0) T(1,1)
COSETS = (
    "(lambda f: cosets.CosetSums(3, 2, [(((1, 1), (0, 1)), 1)], namespace(field=f, parameters='xy', classes=lambda: {"
    "(f.rational(2), f.one, f.zero): [(1, 0)], (f.zeta(1) * 4, f.zeta(1) * 2, f.zero): [(1, 1)], "
    f"(f.zero, f.zero, f.zeta(1)): [(2, 0)], (f.rational(3), f.zero, f.zero): [(2, 2)]}}), Work()))({FIELD(3)})"
)
SHIFT = "conjugation.action(3, [[1, 0], [0, 1]], [1, 0])"
POINT = "conjugation.action(3, [[2, 0], [0, 2]], [1, 0])"  # a reflection in a point other than 0
FIELDS: dict[str, object] = {
    "cyclotomic.cyclotomic_polynomial(7)": [1] * 7,
    # [[1, -i], [i, 1]] / 2; the greatest integers; the greatest degree, phi(39) = 24
    f"{matrix(2, 4, 2, [1, 0], [0, -1], [0, 1], [1, 0])}[1]": [
        [(HALF, Fraction(0)), (Fraction(0), -HALF)],
        [(Fraction(0), HALF), (HALF, Fraction(0))],
    ],
    f"{matrix(2, 4, LARGE, [1, 0], [0, -LARGE])}[1][0]": [
        (Fraction(1, LARGE), Fraction(0)),
        (Fraction(0), Fraction(-1)),
    ],
    f"{matrix(3, 39, 1, degree=24)}[1]": [[(Fraction(0),) * 24] * 3] * 3,
    matrix(3, 105, 1, degree=48): "matrix.field.degree",
    matrix(2, 6, 1): "matrix.field",
    matrix(2, 4, LARGE + 1, [1, 0]): "matrix.entries",
    matrix(2, 4, 1, [0, LARGE + 1]): "matrix.entries",
    matrix(2, 4, 1, [0, -LARGE - 1]): "matrix.entries",
    **{
        read(*given): refusal
        for given in ((0, [1, 0]), (-1, [1, 0]), (2, [2, 4]), (3, [0, 0]))
        for read, refusal in (
            (lambda den, entry: matrix(2, 4, den, entry), "matrix.lowest"),
            (lambda den, entry: element(den, *entry), "element.lowest"),
        )
    },
    f"[{element(2, 1, 3)}, {element(1, 0, 5)}]": [(HALF, Fraction(3, 2)), (Fraction(0), Fraction(5))],
    # 1 + w (2 + x) 2 w (2 + x) + w^2 w y 3
    f"{COSETS}.at((((0, 0), (0, 0)), 0))": {
        (0, 0): (Fraction(-7), Fraction(-8)),
        (1, 0): (Fraction(-8), Fraction(-8)),
        (2, 0): (Fraction(-2), Fraction(-2)),
        (0, 1): (Fraction(3), Fraction(0)),
    },
    # w^2 (2 + x) + w y 2 w (2 + x) + w 3, for w^2 T(1,0) on the first site
    f"{COSETS}.at((((1, 0), (0, 0)), 2))": {
        (0, 0): (Fraction(-2), Fraction(1)),
        (1, 0): (Fraction(-1), Fraction(-1)),
        (0, 1): (Fraction(-4), Fraction(-4)),
        (1, 1): (Fraction(-2), Fraction(-2)),
    },
    # 1, w and w^2 = -1 - w
    f"(lambda sums: sums.powers_of(sums.state.field.zeta(1)))({COSETS})": [
        (Fraction(1), Fraction(0)),
        (Fraction(0), Fraction(1)),
        (Fraction(-1), Fraction(-1)),
    ],
    # the three powers of a shift, given twice, in 3 x 18 operations and no more; a reflection is its own inverse
    "[[phase for _, phase in power] for counter in [Work()] for _ in [setattr(counter, 'done', work.MAX_WORK - 54)] "
    f"for power in conjugation.generated(3, [{SHIFT}] * 2, counter)]": [[0] * 9, [0, 2, 1] * 3, [0, 1, 2] * 3],
    f"[len(group) for group in [conjugation.generated(3, [{POINT}], Work())] if group[1] == {POINT}]": [2],
}


def trapped(x: str, y: str, ratio: str, contraction: str, a: list[list[int]], b: list[list[int]], den: int = 1) -> str:
    """The least coordinates of the region that the rule `trapping` finds around x, y, for the map to a/den, b/den."""
    return (
        f"rules.trapping.check({{'of': 'm', 'point': [Fraction('{x}'), Fraction('{y}')], 'ratio': Fraction('{ratio}'), "
        f"'contraction': Fraction('{contraction}')}}, {{}}, facts(state=namespace(parameters='ab'), of=lambda *x: namespace("
        f"success=namespace(num=[[1]]), functions={{'a': namespace(num={a}, den=[[{den}]]), 'b': namespace(num={b}, "
        f"den=[[{den}]])}}))).least"
    )


TO_CENTRE = ([[1], [1]], [[1, 1]], 4)  # (e_1 + 1)/4, (e_2 + 1)/4: one step is a quarter of the way
TO_EDGE = ([[1], [2]], [[1, 2]], 4)  # (2 e_1 + 1)/4, (2 e_2 + 1)/4: half of the way to e_1 = e_2 = 1/2
TO_CORNER: tuple[list[list[int]], list[list[int]]] = ([[]], [[]])
TRAPPING: dict[str, object] = {
    trapped("1/3", "1/3", "1/2", "1/4", *TO_CENTRE): [Fraction(1, 6)] * 3,
    trapped("1/3", "1/3", "1", "1/4", *TO_CENTRE): [0] * 3,
    trapped("1/3", "1/3", "1/2", "1/5", *TO_CENTRE): "trapping.contracts",
    trapped("1/2", "1/2", "1/2", "1/2", *TO_EDGE): [0, Fraction(1, 4), Fraction(1, 4)],
    trapped("1/2", "1/2", "1/2", "1/3", *TO_EDGE): "trapping.contracts",
    trapped("0", "0", "1/4", "0", *TO_CORNER): [Fraction(3, 4), 0, 0],
    # from everywhere to a point with one coordinate that is less than 1/3
    **{trapped("1/3", "1/3", "1/2", "1/2", [[x]], [[y]], 5): "trapping.contracts" for x, y in ((2, 2), (2, 1), (1, 2))},
    # e_1 is forgotten, e_2 stays: the coefficients are -1 and 0
    trapped("0", "0", "1", "0", [[]], [[0, 1]]): "trapping.contracts",
    trapped("0", "0", "1", "1/65536", *TO_CORNER): [0] * 3,
    trapped("0", "0", "1", "1/65537", *TO_CORNER): "trapping.denominator",
    trapped("0", "0", "1/65537", "0", *TO_CORNER): "trapping.denominator",
    trapped("1/65537", "0", "1", "0", *TO_CORNER): "trapping.denominator",
    trapped("0", "1/65537", "1", "0", *TO_CORNER): "trapping.denominator",
    **{
        trapped(x, y, "1/2", "1/2", *TO_CENTRE): "trapping.point"
        for x, y in (("2/3", "2/3"), ("-1/3", "1/3"), ("1/3", "-1/3"))
    },
    **{trapped("0", "0", ratio, "0", *TO_CORNER): "trapping.ratio" for ratio in ("-1/2", "0", "3/2", "2")},
    **{trapped("0", "0", "1", c, *TO_CORNER): "trapping.contraction" for c in ("-1/2", "-1", "1", "3/2")},
    "rules.trapping.fields(None)['point'](['1/3', '1/2'])": [Fraction(1, 3), Fraction(1, 2)],
    **{f"rules.trapping.fields(None)['point']({['0'] * size})": "list.length" for size in (1, 3)},
    # around (1/2, 1/3, 1/6) half of the way to the corners, in twelfths
    "[rules.trapping.piece((Fraction(1, 2), Fraction(1, 3), Fraction(1, 6)), Fraction(1, 2), j) for j in (0, 1, 2)]": [
        [(6, 4, 2), (3, 8, 1), (3, 2, 7)],
        [(6, 4, 2), (9, 2, 1), (3, 2, 7)],
        [(6, 4, 2), (9, 2, 1), (3, 8, 1)],
    ],
    # x = 6 t_0 + 3 t_1 + 2 t_2, x_1 = 2 t_0 + t_2, F_0 = t_0, F = t_0 + t_1 + 2 t_2:
    # x F_0 - (1/2) (x - (1/4) (x - 3 x_1)) F = x F_0 - (3 t_0 + 9/8 t_1 + 9/8 t_2) F, times 8
    "rules.trapping.excess(triangle.TriangleMap([{(1, 0, 0): 1}, {(0, 1, 0): 1}, {(0, 0, 1): 2}], 1, Work()).forms, "
    "[(1, 2, 3), (2, 0, 1), (0, 1, 1)], (Fraction(1, 2), Fraction(1, 3), Fraction(1, 6)), Fraction(1, 4), 0, 1, Work())": {
        (2, 0, 0): 24,
        (1, 1, 0): -9,
        (1, 0, 1): -41,
        (0, 2, 0): -9,
        (0, 1, 1): -27,
        (0, 0, 2): -18,
    },
}


def wigner(
    bound: str, *values: tuple[str, str], exact: str = "", p: int = 3, parameters: str = "x", read: str = "c"
) -> str:
    """The bound that the rule `wigner` finds for a function with these values, c0 + c1 x each."""
    rows = f"[[Fraction(a), Fraction(b)] for a, b in {list(values)}]"
    return (
        f"(lambda c: patched(rules.wigner, 'values_at', lambda state, tables, at: [namespace(coordinates=x) for x in {exact or '[(x, 0, 0) for x in c[at[1]]]'}], lambda: rules.wigner.check({{'bound': Fraction('{bound}'), 'function': [{read}]}}, {{}}, facts(number=lambda *x: x, "
        f"state=namespace(p={p}, parameters='{parameters}', names=[], points=[(0, i) for i in range(len(c))]))).number))({rows})"
    )


FALLS, RISES = ("3/2", "-1"), ("-1/2", "1")  # 1/2 at x = 1; negative up to 1/2
WIGNERS: dict[str, object] = {
    wigner("1/2", RISES, FALLS): (HALF, HALF),
    wigner("1/2", ("1", "-1"), RISES): (HALF, HALF),  # 0 at x = 1
    wigner("1/4", RISES, ("-1/4", "1")): "wigner.bound.enough",
    wigner("1/2", ("5/4", "-3/2"), RISES): "wigner.bound.above",
    # positive between them; nowhere negative
    wigner("3/4", RISES, FALLS): "wigner.bound.needed",
    wigner("1/2", ("0", "0"), FALLS): "wigner.bound.needed",
    wigner("1/2", ("-1/4", "1"), ("0", "0")): "wigner.bound.needed",
    **{wigner(bound, RISES, FALLS): "wigner.bound.range" for bound in ("-1/2", "0", "1", "3/2")},
    wigner("1/2", RISES, FALLS, p=2): "wigner.p",
    wigner("1/2", RISES, FALLS, parameters="xy"): "wigner.parameters",
    # not rational in one of two coefficients; and another value
    wigner("1/2", RISES, FALLS, exact="[(c[at[1]][0], 1, 0), (c[at[1]][1], 0, 0)]"): "wigner.rational",
    wigner("1/2", RISES, FALLS, exact="[(c[at[1]][0], 0, 0), (c[at[1]][1], 0, 1)]"): "wigner.rational",
    wigner("1/2", RISES, FALLS, read="[[a, b + 1] for a, b in c]"): "wigner.function",
    wigner("1/2", RISES, FALLS, read="[[a + 1, b] for a, b in c]"): "wigner.function",
    "rules.wigner.fields(namespace(state=namespace(p=2)))['function']([[['1', '2/3'], ['0', '1']], [['0', '0'], ['1', '5']]])": [
        [[1, Fraction(2, 3)], [0, 1]],
        [[0, 0], [1, 5]],
    ],
    **{
        f"rules.wigner.fields(namespace(state=namespace(p=1)))['function']([[{['0'] * size}]])": "list.length"
        for size in (1, 3)
    },
}


def twirled(
    labels: str,
    shift: str = "[0, 0]",
    *,
    order: int = 24,
    infidelity: str = "0, 2/3",
    parameters: str = "x",
    uniform: bool = True,
    noise: str = "None",
    sends: str = "t",
) -> str:
    """A call of the rule `twirl` for Cliffords of qutrits: h and n generate a group of order 24."""
    return (
        f"(lambda f: rules.twirl.check({{'cliffords': list('{labels}'), 'order': {order}, 'infidelity': [Fraction(x) for x in "
        f"'{infidelity}'.split(',')]}}, {{}}, facts(state=namespace(p=3, target='t', name='s', parameters='{parameters}', uniform="
        f"{uniform}, field=f, infidelity=lambda: (f.zero, f.rational(Fraction(2, 3)))), noise=lambda: {noise}, of=lambda x, _: "
        f"namespace(shift={shift}, sends={{'t': '{sends}'}}, symplectic={{'h': [[0, 2], [1, 0]], 'n': [[1, 0], [1, 1]]}}[x])))"
        " == established.Established())(cyclotomic.Field(3, Work()))"
    )


TWIRLS: dict[str, object] = {
    twirled("hn"): True,
    twirled("h" * 15 + "n"): True,
    twirled("h" * 16 + "n"): "twirl.cliffords.count",
    twirled(""): "twirl.cliffords.inhabited",
    twirled("n", order=3): "twirl.transitive",
    twirled("h", order=4): "twirl.transitive",
    twirled("hn", order=12): "twirl.order",
    twirled("hn", sends="u"): "twirl.target.fixed",
    **{twirled("hn", shift): "twirl.shift" for shift in ("[0, 1]", "[1, 0]", "[0, -1]", "[-1, 0]")},
    twirled("hn", infidelity="0, 1"): "twirl.infidelity",
    twirled("hn", infidelity="1, 2/3"): "twirl.infidelity",
    twirled("hn", parameters="xy"): "twirl.parameters",
    twirled("hn", uniform=False): "twirl.uniform",
    twirled("hn", noise="verdict.supported(False, 'family.pure', '', '')"): "family.pure",
    "rules.twirl.fields(None)['infidelity'](['0', '2/3'])": [0, Fraction(2, 3)],
    **{f"rules.twirl.fields(None)['infidelity']({['0'] * size})": "list.length" for size in (1, 3)},
}


def eigenvalues(
    first: str, second: str, kind: str, *zeros: str, thick: str = "0", trace: str = "((1, 2), 0), (0, (1, 2))"
) -> str:
    """A call of `check_eigenvalues` for two enclosures, where the characteristic polynomial has these zeros."""
    ends = ", ".join("(Fraction('{}'), Fraction('{}'))".format(*enclosure.split()) for enclosure in (first, second))
    value = " * ".join(f"(x - Fraction('{zero}'))" for zero in zeros)
    return (
        f"rules.fixed_points.check_eigenvalues(namespace(characteristic=lambda x: ({value} - Fraction('{thick}'), {value} + "
        f"Fraction('{thick}')), less=lambda x: ({trace})), {{'eigenvalues': [{ends}], 'type': '{kind}'}})"
    )


def fixed(*places: str, cells: str = "", forms: str = "", kind: str = "attractor", region: str = "") -> str:
    """A call of the rule `fixed-points` for places e_1, e_2, a number or an enclosure each, with the eigenvalue 0 twice."""

    def ends(number: str) -> str:
        low, _, high = number.strip().partition(" to ")
        return f"(Fraction('{low}'), Fraction('{high or low}'))"

    zeros = "[(Fraction(0), Fraction(0))] * 2"
    listed = ", ".join(
        f"{{'at': [{', '.join(map(ends, place.split(',')))}], 'eigenvalues': {zeros}, 'type': '{kind}'}}"
        for place in places
    )
    return (
        f"rules.fixed_points.check({{'of': 'b', 'points': [{listed}]}}, {{}}, facts(of=lambda label, _: namespace(regions="
        f"'r' if '{region}' else '', cover=None, images=namespace(function={forms}, may_be_fixed=lambda _: [{cells}])) if "
        f"label == 'b' else namespace(point=[Fraction(x) for x in '{region}'.split()]))) == established.Established()"
    )


def boxes(*places: str, cells: str) -> str:
    """The boxes whose slopes the rule `fixed-points` looks at."""
    seen = (
        "namespace(at_least_one=lambda: True, at_most_one=lambda: True, characteristic=lambda x: (0, 0), "
        "less=lambda x: (((0, 0), 0), (0, (0, 0))))"
    )
    call = fixed(*places, cells=cells, forms="None")
    return (
        "(lambda found: (patched(rules.fixed_points, 'Slopes', lambda function, box: (found.append(tuple(map(list, box))), "
        f"{seen})[1], lambda: {call}), found)[1])([])"
    )


EIGHTH = Fraction(1, 8)
SQUARES = "triangle.TriangleMap([{(2, 0, 0): 1}, {(0, 2, 0): 1}, {(0, 0, 2): 1}], 2, Work())"  # fixes the three corners
POINTS: dict[str, object] = {
    # zeros 1/2 and 3, in enclosures, exactly, and not
    eigenvalues("1/4 5/8", "2 5", "saddle", "1/2", "3"): None,
    eigenvalues("1/2 1/2", "3 3", "saddle", "1/2", "3"): None,
    eigenvalues("1/4 3/4", "2 5", "saddle", "1/2", "3"): "fixed-points.eigenvalues",  # 1/2 is seen in the middle
    eigenvalues("1/4 1/4", "2 5", "saddle", "1/2", "3"): "fixed-points.eigenvalues",
    eigenvalues("3/4 7/8", "2 5", "saddle", "1/2", "3"): "fixed-points.eigenvalues",
    eigenvalues("1/4 5/8", "2 5/2", "saddle", "1/2", "3"): "fixed-points.eigenvalues",
    eigenvalues("1/4 5/8", "2 5", "attractor", "1/2", "3"): "fixed-points.type",
    eigenvalues("1/8 1/2", "1/2 7/8", "attractor", "1/4", "3/4"): None,
    eigenvalues("1/8 5/8", "1/2 7/8", "attractor", "1/4", "3/4"): "fixed-points.eigenvalues.order",
    eigenvalues("3/4 3/4", "1/4 1/4", "attractor", "1/4", "3/4"): "fixed-points.eigenvalues.order",
    eigenvalues("-3/2 -3/2", "3/2 3/2", "repeller", "-3/2", "3/2"): None,
    # the sign at 1/8 is not known
    eigenvalues("1/8 1/2", "1/2 7/8", "attractor", "1/4", "3/4", thick="5/64"): "fixed-points.eigenvalues",
    eigenvalues("1/8 1/2", "1/2 7/8", "attractor", "1/4", "3/4", thick="3/64"): None,
    # 1, and an enclosure around 1
    eigenvalues("1/2 1/2", "1 1", "saddle", "1/2", "1"): "fixed-points.eigenvalues",
    eigenvalues("1/4 1/4", "1/2 3/2", "saddle", "1/4", "5/4"): "fixed-points.eigenvalues",
    eigenvalues("-3/2 -1/2", "0 0", "saddle", "-5/4", "0"): "fixed-points.eigenvalues",
    # the same zero twice, by the trace
    eigenvalues("1/2 1/2", "1/2 1/2", "attractor", "1/2", trace="((2, 3), 0), (0, (-2, -3))"): None,
    eigenvalues("1/2 1/2", "1/2 1/2", "attractor", "1/2", trace="((2, 3), 0), (0, (-3, -2))"): (
        "fixed-points.eigenvalues.double"
    ),
    **{
        f"rules.fixed_points.number({digits})('{value}')": found
        for digits, value, found in (
            (1, "0.3", (Fraction(1, 4), Fraction(7, 20))),
            (3, "-2.500", (Fraction(-5001, 2000), Fraction(-4999, 2000))),
            (2, "0.3", "fixed-points.digits"),
            (2, "0.300", "fixed-points.digits"),
            (6, "2", (2, 2)),
            (6, f"1/{10**6}", (Fraction(1, 10**6),) * 2),
            (6, f"1/{10**6 + 1}", "fixed-points.denominator"),
        )
    },
    "rules.fixed_points.fields(None)['points']([{'at': ['0.123456789012', '0'], 'eigenvalues': ['1', '0.123456'], 'type': "
    "'saddle'}])": [
        {
            "at": [(Fraction(246913578023, 2 * 10**12), Fraction(246913578025, 2 * 10**12)), (0, 0)],
            "eigenvalues": [(1, 1), (Fraction(246911, 2 * 10**6), Fraction(246913, 2 * 10**6))],
            "type": "saddle",
        }
    ],
    **{
        f"rules.fixed_points.fields(None)['points']([{{'at': {['0'] * size}, 'eigenvalues': {['0'] * (4 - size)}, 'type': "
        "'saddle'}])": "list.length"
        for size in (1, 3)
    },
    **{
        f"rules.fixed_points.fields(None)['points']([{{'at': ['0', '0'], 'eigenvalues': {['0'] * size}, 'type': 'saddle'}}])": (
            "list.length"
        )
        for size in (1, 3)
    },
    "rules.fixed_points.barycentric([(Fraction(1, 8), Fraction(1, 4)), (Fraction(1, 3), Fraction(1, 2))])": (
        [Fraction(1, 4), Fraction(1, 8), THIRD],
        [Fraction(13, 24), Fraction(1, 4), HALF],
    ),
    "rules.fixed_points.shown(([0, 1, 2], [3, 4, 5]))": "[1, 4] x [2, 5]",
    **{
        fixed(*places, forms=SQUARES): found
        for places, found in (
            (("0, 0",), True),
            (("0, 0", "0, 1", "1, 0"), True),
            ((), "fixed-points.count"),
            (("0, 0",) * 64, "fixed-points.distinct"),
            (("0, 0",) * 65, "fixed-points.count"),
            (("1, 0", "0, 1"), "fixed-points.order"),
            (("1/8, 1/8",), "fixed-points.exists"),
            (("-1/8 to 1/8, 0",), "fixed-points.triangle"),
            (("1/2 to 3/4, 3/8",), "fixed-points.triangle"),
            # apart in e_1; in e_2, either way; not for all three; touching in one, meeting in the other
            (("0 to 1/8, 1/8", "1/4 to 1/2, 1/8"), "fixed-points.exists"),
            (("0 to 1/8, 1/8", "1/16 to 1/2, 1/4"), "fixed-points.exists"),
            (("0 to 1/8, 1/4", "1/16 to 1/2, 1/8"), "fixed-points.exists"),
            (("0 to 1/8, 1/8", "1/16 to 1/2, 1/8", "3/4, 1/8"), "fixed-points.distinct"),
            (("0 to 1/8, 1/8", "1/8 to 1/2, 1/8"), "fixed-points.distinct"),
            (("1/8, 1/8 to 1/4", "1/8, 1/4 to 1/2"), "fixed-points.distinct"),
            (("1/16 to 1/8, 1/4 to 1/2", "1/8, 1/8 to 1/4"), "fixed-points.distinct"),
            (("1/16 to 1/4, 1/4 to 1/2", "1/8, 1/8 to 3/8"), "fixed-points.distinct"),
        )
    },
    fixed("0, 0", "1, 0", forms=SQUARES, region="1 0"): True,
    fixed("0, 0", "1, 0", forms=SQUARES, region="0 1"): "fixed-points.attractors",
    fixed("0, 0", forms=SQUARES, kind="saddle"): "fixed-points.type",
    # a corner, all of it or the whole triangle, where there are more
    fixed("0, 0", forms=SQUARES, cells="cover.Cell(3, (7, 0, 0))"): True,
    fixed("0, 0", forms=SQUARES, cells="cover.Cell(0, (0, 0, 0))"): "fixed-points.complete",
    # three points, and each with the cells that are nearest to its least coordinates
    boxes(
        "0, 0",
        "0, 1",
        "3/8 to 1/2, 1/8",
        cells="cover.Cell(3, (6, 1, 0)), cover.Cell(2, (1, 2, 0)), cover.Cell(3, (1, 1, 5)), cover.Cell(3, (2, 1, 4))",
    ): [
        ([1, 0, 0], [1, 0, 0]),
        ([0, 0, 1], [0, 0, 1]),
        ([3 * EIGHTH, 3 * EIGHTH, EIGHTH], [HALF, HALF, EIGHTH]),
        ([6 * EIGHTH, 0, 0], [1, 2 * EIGHTH, EIGHTH]),
        ([0, 0, 5 * EIGHTH], [2 * EIGHTH, 2 * EIGHTH, 1]),
        ([2 * EIGHTH, EIGHTH, 0], [HALF, 6 * EIGHTH, 5 * EIGHTH]),
    ],
}

Sums = dict[tuple[int, int], dict[tuple[int, ...], int]]


def mapped(
    state: str,
    output: dict[str, tuple[list[object], list[object]]],
    sums: Sums,
    bezout: tuple[list[int], list[int]],
    *,
    match: str = "state",
    parameters: str = "s.parameters",
    success: tuple[object, object] = ([[1, 1], [1, 1]], [[1]]),
    k: int = 1,
    only: str = "None",
) -> str:
    """What the rule `map` finds for one site with these sums over the cosets of 1, Z, X and Y, in `sums` by (u, v)."""
    witness = {label: {"num": bezout[0], "den": bezout[1]} for label in output}
    return (
        "(lambda s: (lambda sums: (lambda found: [(f.num, f.den, f.quantity.name) for f in (found.success, "
        "*found.functions.values())])(rules.map_.check({'id': 'm', 'output-match': "
        f"'{match}', 'output-clifford': {{'shift': [0, 0], 'symplectic': [[1, 0], [0, 1]]}}, 'output-twirl': [], 'parameters': "
        f"{parameters}, 'output': {output}, 'success': {success}}}, {{'bezout': {witness}, 'line': [[0, 1]] * (len(s.parameters)"
        f" // 2 * 2)}}, facts(code=namespace(k={k}, p=2, n=1), state=s, uniform=False, only=lambda x: {only}, group_sum=sums[0, 0], "
        "coset_sum=lambda a, b: sums[a[0], b[0]]))))({b: multivariate.Poly({at: s.field.rational(c) for at, c in a.items()}, s.field.work) for b, a in "
        f"{sums}.items()}}))({state})"
    )


MINUS = projector([[1, -1], [-1, 1]], 2, 2, 4)
# x |1><1| + y |+><+| + ..., of which x/(1 + x) and y/(1 + y) are left with the probability (1 + x)(1 + y)
PAIRED = family(["x", "y"], *corners(UP, DOWN, PLUS))
LEFT: dict[str, tuple[list[object], list[object]]] = {"x": ([[], [1]], [[1], [1]]), "y": ([[0, 1]], [[1, 1]])}
FOUR: Sums = {
    (0, 0): {(0, 0): 1, (1, 0): 1, (0, 1): 1, (1, 1): 1},
    (0, 1): {(0, 0): 1, (1, 0): -1, (1, 1): -2},
    (1, 0): {(0, 1): 1, (1, 1): 1},
    (1, 1): {},
}
# x |1><1| + ..., of which x^2/(1 + x) is left with the probability 1 + x; nothing is said of X
FLIPPED = family(["x"], *FLIP)
SQUARE: dict[str, tuple[list[object], list[object]]] = {"x": ([0, 0, 1], [1, 1])}
TWO: Sums = {(0, 0): {(0,): 1, (1,): 1}, (0, 1): {(0,): 1, (1,): 1, (2,): -2}, (1, 0): {}, (1, 1): {}}
# half of each of two bases, or all of one: always the maximally mixed state
SHARES = (["1/2", "-1/2"], ["1/2", "-1/2"], ["0", "1/2"], ["0", "1/2"])
MIXED = family(["x"], *zip("abcd", (UP, DOWN, PLUS, MINUS), SHARES))
ACCEPTED: dict[str, Any] = {"bezout": ([1], [1, -1]), "success": ([1, 1], [1])}
LINE = ([-1], [1])
MAPS: dict[str, object] = {
    mapped(PAIRED, LEFT, FOUR, LINE): [
        ([[1, 1], [1, 1]], [[1]], "SUCCESS"),
        ([[], [1]], [[1], [1]], "PARAMETER"),
        ([[0, 1]], [[1, 1]], "PARAMETER"),
    ],
    mapped(FLIPPED, SQUARE, TWO, **ACCEPTED): [([1, 1], [1], "SUCCESS"), ([0, 0, 1], [1, 1], "PARAMETER")],
    mapped(FLIPPED, SQUARE, TWO | {(1, 0): {(1,): 7}}, match="fidelity", **ACCEPTED): [
        ([1, 1], [1], "SUCCESS"),
        ([0, 0, 1], [1, 1], "OVERLAP"),
    ],
    # another value at one operator
    **{
        mapped(FLIPPED, SQUARE, TWO | {place: {(0,): 1}}, match=match, **ACCEPTED): "map.output"
        for place, match in (((0, 1), "state"), ((1, 0), "state"), ((1, 1), "state"), ((0, 1), "fidelity"))
    },
    mapped(PAIRED, LEFT, FOUR | {(0, 0): {(0, 0): 1}}, LINE): "map.success",
    mapped(PAIRED, LEFT, FOUR, LINE, success=([[1, 1], [1, 1]], [[1], [1]])): "map.success.polynomial",
    mapped(PAIRED, LEFT, FOUR, LINE, success=([[1, 1], [1, 1]], [[1, 1]])): "map.success.polynomial",
    mapped(PAIRED, LEFT, FOUR, LINE, success=([[2, 2], [2, 2]], [[2]])): "function.normalised",
    mapped(PAIRED, LEFT, FOUR, ([1], [1])): "function.witness.bezout",
    mapped(PAIRED, LEFT, FOUR, LINE, parameters="['y', 'x']"): "map.parameters",
    mapped(PAIRED, {"x": LEFT["x"]}, FOUR, LINE): "map.output.names",
    mapped(PAIRED, LEFT, FOUR, LINE, k=0): "map.k",
    mapped(PAIRED, LEFT, FOUR, LINE, k=2): "map.k",
    mapped(PAIRED, LEFT, FOUR, LINE, only="verdict.supported(False, 'claim.needs', '', '')"): "claim.needs",
    mapped(PAIRED, LEFT, FOUR, LINE, match="fidelity"): "map.output-match.parameters",
    mapped(MIXED, SQUARE, TWO, **ACCEPTED): "map.state.varies",
    # |+> becomes |->, and the overlap with |0> stays
    mapped(
        family(["x"], ("a", UP, ["1/2", "0"]), ("b", PLUS, ["1/2", "-1/2"]), ("c", MINUS, ["0", "1/2"])),
        SQUARE,
        TWO,
        match="fidelity",
        **ACCEPTED,
    ): "map.output-match.varies",
    "rules.map_.fields(namespace(state=namespace(p=3, parameters='x')))['success']({'num': ['1'], 'den': ['2']})": (
        [1],
        [2],
    ),
    "rules.map_.fields(namespace(state=namespace(p=3, parameters='xy')))['success']({'num': [['1']], 'den': [['2']]})": (
        [[1]],
        [[2]],
    ),
    **{
        f"rules.map_.fields(namespace(state=namespace(p=3, parameters='x')))['output-clifford']({{'shift': {shift}, 'symplectic': {rows}}})": found
        for shift, rows, found in (
            ([0, 2], [[1, 0], [2, 1]], {"shift": [0, 2], "symplectic": [[1, 0], [2, 1]]}),
            ([0, 3], [[1, 0], [0, 1]], "number.range"),
            ([0], [[1, 0], [0, 1]], "list.length"),
            ([0, 0, 0], [[1, 0], [0, 1]], "list.length"),
            ([0, 0], [[1, 0]], "list.length"),
            ([0, 0], [[1, 0], [0, 1], [0, 0]], "list.length"),
        )
    },
    **{
        f"rules.map_.witness(namespace(state=namespace(parameters='{parameters}')))['line']({line})": found
        for parameters, line, found in (
            ("x", [], []),
            ("x", [["0", "1"]], "list.length"),
            ("xy", [], "list.length"),
            ("xy", [["0", "1"], ["2", "-3"]], [[0, 1], [2, -3]]),
            ("xy", [["0", "1"], ["2"]], "list.length"),
            ("xy", [["0", "1"], ["2", "3", "4"]], "list.length"),
        )
    },
}


def reading(call: str, data: str) -> str:
    """What a reader of files makes of these bytes."""
    return f"patched(loader, 'read_bytes', lambda path: {data.encode()!r}, lambda: loader.{call}('a file'))"


def sha256(words: str) -> str:
    """The hexadecimal SHA-256."""
    return hashlib.sha256(words.encode()).hexdigest()


SPELLED = '{"claims":[\n{"a":1,"b":[2,"x"]},\n{}\n],"first":"y","last":3}\n'
FILES: dict[str, object] = {
    reading("read_free", '{"b": 1,\n "a": [2, "x"]}'): ({"a": [2, "x"], "b": 1}, sha256('{"a":[2,"x"],"b":1}\n')),
    reading("read_statement", SPELLED): (
        {"claims": [{"a": 1, "b": [2, "x"]}, {}], "first": "y", "last": 3},
        sha256(SPELLED),
    ),
    **{
        reading("read_statement", data): check
        for data, check in (
            ('["claims"]\n', "statement.object"),
            ('{"first":"y"}\n', "statement.claims.list"),
            ('{"claims":{},"first":"y"}\n', "statement.claims.list"),
            (SPELLED[:-1], "statement.canonical"),
            (SPELLED.replace(",\n", ","), "statement.canonical"),
            (SPELLED.replace(":1", ": 1"), "statement.canonical"),
            (SPELLED.replace(":3", ": 3"), "statement.canonical"),
        )
    },
    reading("read_certificate", '{"a":1}\n[2,"x"]\n'): [{"a": 1}, [2, "x"]],
    reading("read_certificate", "7\n" * 1024): [7] * 1024,
    **{
        reading("read_certificate", data): check
        for data, check in (
            ("7\n" * 1025, "certificate.lines.count"),
            ('{"a":1}\n[2]', "certificate.complete"),
            ('{"a":1}\n\n[2]\n', "json.syntax"),
            ('{"a":1}\n[2]\n\n', "json.syntax"),
            ('{"a": 1}\n', "certificate.canonical"),
            ('{"a":1}\n{"c":1,"b":2}\n', "certificate.canonical"),
        )
    },
    **{
        f"loader.parse_json({data!r})": check
        for data, check in (
            (b'{"a":1,"a":1}', "json.keys.distinct"),
            (b'{"a":1,"b":1}', {"a": 1, "b": 1}),
            (b"[1.5]", "json.float"),
            (b"NaN", "json.float"),
            (b"[null]", "json.type"),
            (b"true", "json.type"),
            (b'"\x7f"', "json.ascii"),
            (b'"\t"', "json.ascii"),
            (b'"\\n"', "json.ascii"),
            (b'\n"a ~"', "a ~"),
            (b"[1,]", "json.syntax"),
        )
    },
    **{
        f"loader.{call}({value!r})": found
        for call, values in {
            "unread_list": (([1], [1]), ({}, "list.type")),
            "unread_object": (({"a": 1}, {"a": 1}), ([], "object.later")),
            "listed(loader.text)": ((["a", "b"], ["a", "b"]), ({}, "list.length"), ("ab", "list.length")),
            "listed(loader.text, 2)": ((["a", "b"], ["a", "b"]), ("ab", "list.length"), (["a"], "list.length")),
            "keyed(loader.text)": (({"a": "b"}, {"a": "b"}), ([], "object.named"), ({"a b": "c"}, "text.name")),
            "text": (("a b", "a b"), ("", "text.type"), (5, "text.type"), ([], "text.type")),
            "constant('a')": (("a", "a"), ("b", "text.constant")),
            "one_of(['a', 'b'])": (("b", "b"), ("c", "text.constant")),
            "name": (("a.b-3", "a.b-3"), ("", "text.name"), ("-a", "text.name"), (5, "text.name")),
            "digest": (
                ("0f" * 32, "0f" * 32),
                ("0F" * 32, "text.sha256"),
                ("0f" * 32 + "0", "text.sha256"),
                (5, "text.sha256"),
            ),
            "small(2, 5)": (("3", "number.range"), (True, "number.range")),
            "small(0, 5)": ((True, "number.range"),),
            "integer": (
                ("-12", -12),
                ("-0", "integer.spelling"),
                ("012", "integer.spelling"),
                (5, "integer.spelling"),
            ),
            "rational": ((5, "rational.type"), ("1/2/3", "integer.spelling"), ("1/", "integer.spelling")),
            "decimal": (
                (5, "decimal.spelling"),
                ("-0.0", "decimal.spelling"),
                ("1.", "decimal.spelling"),
                ("01.5", "decimal.spelling"),
            ),
            "polynomial_or_zero": (({}, "polynomial.list"), (["1", "0", "0"], "polynomial.leading")),
            "polynomial_in_two": (([], "polynomial.rows"), ({}, "polynomial.rows"), ("ab", "polynomial.rows")),
        }.items()
        for value, found in values
    },
    **{
        f"loader.record({value!r}, {{'a': loader.text}})": found
        for value, found in (
            ({"a": "b"}, {"a": "b"}),
            ({}, "object.keys"),
            ({"a": "b", "c": "d"}, "object.keys"),
            (["a"], "object.type"),
        )
    },
}


def conjugates(rows: str, shift: list[int], symplectic: list[list[int]]) -> str:
    """A call of the rule `clifford` for a qubit, the entries of the matrix being sums of powers of i over their number."""
    return (
        "(lambda f: rules.clifford.check({'matrix': (f, [[f.sum([f.zero, *map(f.zeta, x)]) * Fraction(1, max(1, len(x))) "
        f"for x in row] for row in {rows}]), 'symplectic': {symplectic}, 'shift': {shift}, 'sends': {{}}}}, {{}}, facts(state="
        f"namespace(p=2, field=f, projectors={{}}, names=[]))).shift)({FIELD(4)})"
    )


AS_IT_IS, SHEAR = [[1, 0], [0, 1]], [[1, 0], [1, 1]]
ROOT = "[[[0, 1], [0, 3]], [[0, 3], [0, 1]]]"  # a square root of X
# |0> beside an entangled pair, 1, 0, 0, 1 and zeros: no functions of single qubits
ONE_APART = (
    "(lambda f: rules.outputs.check({{'parameter': 'x', 'success': ([1], [1]), 'target': [f.rational(int(i in (0, 3))) for i in "
    "range(8)], 'any': ([0, 1], [1]), 'each': [([0, 1], [1])] * {}}}, {{}}, facts(code=namespace(p=2, k=3, n=3), state=namespace("
    "field=f, parameters='x'), only=lambda x: {}, group_sum=multivariate.Poly({{(0,): f.one}}, f.work), "
    "coset_sum=lambda a, b: multivariate.Poly({{}}, f.work))))"
    "(cyclotomic.Field(4, Work()))"
).format
OUTPUTS: dict[str, object] = {
    ONE_APART(3, "None"): "outputs.each.count",
    ONE_APART(0, "None"): "outputs.infidelity",
    ONE_APART(0, "verdict.supported(False, 'claim.needs', '', '')"): "claim.needs",
}
CLIFFORDS: dict[str, object] = {
    **{
        conjugates(rows, shift, symplectic): found
        for rows, shift, symplectic, found in (
            ("[[[0], []], [[], [0]]]", [0, 0], AS_IT_IS, [0, 0]),
            ("[[[], [0]], [[0], []]]", [1, 0], AS_IT_IS, [1, 0]),
            ("[[[0], []], [[], [2]]]", [0, 1], AS_IT_IS, [0, 1]),
            ("[[[0], []], [[], [2]]]", [0, 0], AS_IT_IS, "clifford.conjugation"),
            ("[[[], [0]], [[0], []]]", [0, 0], AS_IT_IS, "clifford.conjugation"),
            # X to Y, Z to Z; and X to -Y
            ("[[[0], []], [[], [1]]]", [0, 0], SHEAR, [0, 0]),
            ("[[[0], []], [[], [3]]]", [0, 1], SHEAR, [0, 1]),
            ("[[[0], []], [[], [1]]]", [0, 0], AS_IT_IS, "clifford.conjugation"),
            # Z to -Y, X to X
            (ROOT, [1, 0], [[1, 1], [0, 1]], [1, 0]),
            (ROOT, [0, 0], AS_IT_IS, "clifford.conjugation"),
            (ROOT, [1, 0], AS_IT_IS, "clifford.conjugation"),
        )
    },
}

UNITS = (
    FIELDS
    | ENGINE
    | BOUNDS
    | VALUES
    | PRIMITIVES
    | TRIANGLES
    | STATES
    | ESTABLISHED
    | STATEMENT
    | RULES
    | BASINS
    | SEGMENTS
    | SIGNS
    | SEVERAL
    | LOGICAL
    | PRINTS
    | ORDERS
    | READ
    | RADICALS
    | MANY
    | COVERS
    | BOXES
    | TRAPPING
    | WIGNERS
    | TWIRLS
    | POINTS
    | MAPS
    | FILES
    | CLIFFORDS
    | OUTPUTS
)


def patched(owner: Any, name: str, value: Any, call: Callable[[], Any]) -> Any:
    """What a call returns while a name of a module has another value."""
    with mock.patch.object(owner, name, value):
        return call()


def plain(found: Any) -> Any:
    """A value with elements of fields as their coordinates, and polynomials as their terms."""
    if isinstance(found, dict):
        return {plain(key): plain(value) for key, value in found.items()}
    if type(found) in (list, tuple):
        return type(found)(map(plain, found))
    if type(found).__name__ == "Poly":
        return plain(found.terms)
    return found.coordinates if type(found).__name__ == "Element" else found


def failing(module: Callable[[str], Any], about: str = "") -> list[str]:
    """The first expression with another value, if there is one, for the checker whose modules this function finds.

    Expressions that hold the text `about` come before the others.
    """
    rules, parts = {}, {}
    for path in sorted(CHECKER.rglob("*.py")):
        dotted = ".".join(path.relative_to(CHECKER.parent).with_suffix("").parts)
        if not path.stem.startswith("__"):
            (rules if ".rules." in dotted else parts)[path.stem] = module(dotted)
    scope: dict[str, Any] = {
        "Fraction": Fraction,
        "namespace": SimpleNamespace,
        "patched": patched,
        "Work": parts["work"].Work,
        "rules": SimpleNamespace(**rules),
        **parts,
    }
    scope["ring"] = lambda: scope["polynomial"].Ring(scope["Work"]())
    scope["facts"] = lambda **given: SimpleNamespace(work=scope["Work"](), ring=scope["ring"](), **given)
    wrong = []
    for expression, value in sorted(UNITS.items(), key=lambda unit: about not in unit[0]):
        try:
            found = plain(eval(expression, dict(scope)))  # noqa: S307
        except scope["verdict"].Refusal as refusal:
            found = refusal.check
        exact = type(found) is type(value) or isinstance(found, Fraction)
        if found != value or not exact:
            wrong.append(expression)
            break
    return wrong
