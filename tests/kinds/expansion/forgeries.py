"""Forgeries of `expansion` claims: each is refused first by a check of this kind."""

from __future__ import annotations

from edits import added, statement
from forge import DECLINED, MALFORMED, REFUSED

QUBIT_SERIES = '"coefficients":["1/6","-5/12","5/8","-5/12"]'

FORGERIES = [
    statement(
        "expansion.coefficients/1",
        REFUSED,
        "five-qubit-t",
        QUBIT_SERIES,
        QUBIT_SERIES.replace("5/8", "3/8"),
        "a coefficient",
    ),
    statement(
        "expansion.coefficients/2",
        REFUSED,
        "five-qubit-t",
        QUBIT_SERIES,
        QUBIT_SERIES.replace('-5/12"]', '5/12"]'),
        "a sign",
    ),
    statement("expansion.coefficients/3", REFUSED, "twins-norell", '["-1","0","0"]', '["-1","0","1"]', "a mixed term"),
    statement(
        "expansion.shape/1", MALFORMED, "five-qubit-t", '"degree":3', '"degree":2', "a coefficient beyond the degree"
    ),
    statement(
        "expansion.shape/2",
        MALFORMED,
        "twins-norell",
        '[["1/2","0","0","0"],["-1","0","0"],["3/2","0"],["0"]]',
        '[["1/2","0","0","0"],["-1","0","0"],["3/2","0"]]',
        "a row left out",
    ),
    statement(
        "expansion.function/1",
        MALFORMED,
        "five-qubit-t",
        '"function":"success"',
        '"function":"chance"',
        "no such function",
    ),
    added(
        "expansion.denominator/1",
        DECLINED,
        "hidden",
        "expansion",
        {"coefficients": [["0"]], "degree": 0, "function": "eps0", "of": "map"},
        "no success at the target",
    ),
]
