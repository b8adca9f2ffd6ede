"""Forgeries of `yield` claims: each is refused first by a check of this kind."""

from __future__ import annotations

from edits import added, statement
from forge import DECLINED, LIMIT, MALFORMED, REFUSED

FORGERIES = [
    statement("yield.inputs/1", REFUSED, "golay-threshold", '"inputs":"19008"', '"inputs":"1728"', "n is left out"),
    statement("yield.inputs/2", REFUSED, "junk", '"inputs":"30"', '"inputs":"36"', "an untouched qubit is no input"),
    added(
        "yield.order/1",
        DECLINED,
        "five",
        "yield",
        {"exponent": ["1/3", "1/2"], "inputs": "180", "of": "suppression", "outputs": 1, "success-of": "map"},
        "linear suppression has no yield exponent",
    ),
    statement("yield.denominator/1", LIMIT, "golay-threshold", '"63/565"', '"1/1001"', "a power that is too large"),
    statement("yield.denominator/2", LIMIT, "golay-threshold", '"94/843"', '"1000/1001"', "a power that is too large"),
    statement("yield.exponent.range/1", MALFORMED, "golay-threshold", '"63/565"', '"0"', "no lower end"),
    statement("yield.exponent.range/2", MALFORMED, "golay-threshold", '"94/843"', '"1"', "no upper end"),
    statement(
        "yield.exponent.low/1",
        REFUSED,
        "golay-threshold",
        '["63/565","94/843"]',
        '["94/843","1/2"]',
        "above the exponent",
    ),
    statement(
        "yield.exponent.high/1",
        REFUSED,
        "golay-threshold",
        '["63/565","94/843"]',
        '["1/9","63/565"]',
        "below the exponent",
    ),
    statement("yield.outputs/1", REFUSED, "junk", '"outputs":1', '"outputs":2', "an untouched qubit is no output"),
    statement(
        "yield.source/1", DECLINED, "crossed", '"success-of":"outputs"', '"success-of":"product"', "of another target"
    ),
    added(
        "yield.common/1",
        DECLINED,
        "junk",
        "yield",
        {"exponent": ["1/9", "1/8"], "inputs": "15", "of": "suppression-any", "outputs": 2, "success-of": "outputs"},
        "outputs of orders 1 and 2",
    ),
]
