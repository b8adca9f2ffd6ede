"""Facts about single functions of the checker that no small file can show: for `mutation.py` and `test_forged.py`.

Each is an expression over the modules of the checker and its value, or the id of the refusal that it ends in.  The
bounds are those of docs/formats/.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from types import SimpleNamespace
from typing import Any

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
    "cyclotomic.MAX_WORK": 4194304,
    "listing.INNER_BITS": 60000,
    "listing.MAX_WORK": 33554432,
    "listing.MAX_KEYS": 4096,
    "weights.MAX_SPLIT": 262144,
    "conjugation.MAX_GENERATORS": 16,
    "lowest.MAX_LINE": 1000,
    "polynomial.MAX_BISECTIONS": 64,
    "state.MAX_P": 7,
    "state.MAX_MEMBERS": 32,
    "state.MAX_PARAMETERS": 2,
    "run.MAX_CLAIMS": 256,
    "rules.yield_.MAX_DENOMINATOR": 1000,
    "rules.classification.MAX_LENGTH": 13,
    "monomial.MAX_NODES": 2048,
    "rules.threshold.MAX_DENOMINATOR": 1000,
    "rules.class_enumerator.MAX_ROWS": 4096,
    "rules.expansion.MAX_DEGREE": 12,
    "rules.outputs.MAX_DIMENSION": 64,
}

# A yield claim over made-up suppression and success: the exponent log 3 / log 9 = 1/2 exactly, or log 2 / log 4.
YIELD = (
    "rules.yield_.check({{'of': 's', 'success-of': 'm', 'inputs': Fraction({n}), 'exponent': (Fraction({low}), "
    "Fraction({high}))}}, {{}}, statement.Facts(namespace(n={n}, k=1), None, {{'s': ('suppression', {{'order': {k}}}), "
    "'m': ('map', {{'success': ([1], [1])}})}}))['inputs']"
)

# A search for an automorphism of an [8,3] code that comes to nothing on the second level.
APART = (
    "(lambda w: monomial.{call}(w, w, w.colours[0] if '{call}' == 'attempt' else"
    " monomial.refined(w.colours[0], w.columns[12]), {last}))(monomial.Words("
    "[[0, 0, 0, 2, 0, 2, 1, 2], [2, 1, 2, 2, 1, 1, 2, 1], [0, 1, 1, 1, 2, 1, 1, 0]], 8))"
)


def exponent(n: int, k: int, low: str, high: str) -> str:
    """A call of the rule `yield`."""
    return YIELD.format(n=n, k=k, low=repr(low), high=repr(high))


VALUES: dict[str, object] = {
    # roots 1/4, 1/2 and 3/4; 1/4 and 1/2; 1/4 and 3/4; 5/8 and 7/8
    "polynomial.roots_in_unit([-3, 22, -48, 32])": 3,
    "polynomial.roots_in_unit([1, -6, 8])": 2,
    "polynomial.roots_in_unit([3, -16, 16])": 2,
    "polynomial.roots_in_unit([35, -96, 64])": 2,
    # roots 1/16 and 3/16, 13/16 and 15/16: three bisections
    "polynomial.roots_in_unit([3, -64, 256], 3)": 2,
    "polynomial.roots_in_unit([195, -448, 256], 3)": 2,
    "polynomial.roots_in_unit([3, -64, 256], 2)": "polynomial.bisections",
    "polynomial.roots_in_unit([195, -448, 256], 2)": "polynomial.bisections",
    "polynomial.roots_in_unit([3, -16, 16], 1)": 2,
    "polynomial.roots_in_unit([3, -16, 16], 0)": "polynomial.bisections",
    "polynomial.positive_on_closed_unit([1])": True,
    "polynomial.positive_on_closed_unit([Fraction(1, 2)])": True,
    "polynomial.positive_on_closed_unit([0, 1])": False,
    "polynomial.positive_on_closed_unit([1, -1])": False,
    "polynomial.positive_on_closed_unit([2, -1])": True,
    "polynomial.positive_on_closed_unit([1, -4, 4])": False,
    "polynomial.positive_on_unit([1, 1])": True,
    "polynomial.positive_on_unit([-1])": False,
    "polynomial.positive_on_unit([Fraction(-1, 2)])": False,
    "polynomial.positive_on_unit([0])": False,
    "polynomial.positive_on_unit([-1, 2])": False,
    "polynomial.positive_on_unit([-1, 4])": False,
    "polynomial.variations([Fraction(-1, 2), Fraction(1)])": 1,
    "polynomial.variations([Fraction(1, 2), Fraction(1, 3)])": 0,
    "polynomial.variations([Fraction(1), Fraction(0), Fraction(-1)])": 1,
    # the table of docs/lemmas.md, `isotropic-count`
    "sorted(map(rules.classification.maximal, [1, 2, 3, 4]))": [(0, 1), (0, 1), (1, 4), (2, 8)],
    "sorted(map(rules.classification.maximal, [5, 6, 7]))": [(2, 40), (2, 280), (3, 1120)],
    "sorted(map(rules.classification.maximal, [8, 9, 10]))": [(4, 2240), (4, 91840), (4, 5602240)],
    "rules.classification.maximal(11)": (5, 22408960),
    "rules.classification.maximal(12)": (6, 44817920),
    "rules.classification.maximal(13)": (6, 16358540800),
    "sum(1 for _ in monomial.budget())": 2048,
    "monomial.refined([1, 2], [0, 2])": [3, 8],
    "monomial.first_moved([0, 1, 3, 2])": 1,
    "monomial.first_moved([0, 1, 2, 3])": 2,
    # +1 -> +7 keeps the first profile, and none of the 14 points left keeps the second
    APART.format(call="extends", last="(6,), iter(range(14))"): False,
    APART.format(call="extends", last="(6,), iter(range(13))"): "monomial.nodes",
    APART.format(call="attempt", last="(), 12, iter(range(15))"): False,
    APART.format(call="attempt", last="(), 12, iter(range(14))"): "monomial.nodes",
    "weights.macwilliams(2, [1, 0, 0])": [1, 6, 9],
    "weights.macwilliams(3, [1, 0, 0, 0, 40, 40])": [1, 0, 0, 80, 240, 408],
    "listing.Work().more(33554432)": None,
    "listing.Work().more(33554433)": "listing.work",
    exponent(9, 3, "1/3", "2/3"): 9,
    exponent(9, 3, "1/2", "2/3"): "yield.exponent.low",
    exponent(9, 3, "1/3", "1/2"): "yield.exponent.high",
    exponent(4, 2, "499/1000", "501/1000"): 4,
    exponent(4, 2, "499/1001", "501/1000"): "yield.denominator",
}

UNITS = BOUNDS | VALUES


def failing(module: Callable[[str], Any]) -> list[str]:
    """The expressions that have another value, for the checker whose modules are found by this function."""
    names = ["loader", "cyclotomic", "listing", "monomial", "polynomial", "state", "run", "rules", "statement", "verdict"]
    names += ["conjugation", "cosets", "lowest", "multivariate", "symplectic", "weights"]
    scope = {
        "Fraction": Fraction,
        "namespace": SimpleNamespace,
        **{name: module(f"stillproof_check.{name}") for name in names},
    }
    wrong = []
    for expression, value in UNITS.items():
        try:
            found = eval(expression, dict(scope))  # noqa: S307
        except scope["verdict"].Refusal as refusal:
            found = refusal.check
        exact = type(found) is type(value) or isinstance(found, Fraction)
        if found != value or not exact:
            wrong.append(expression)
            break
    return wrong
