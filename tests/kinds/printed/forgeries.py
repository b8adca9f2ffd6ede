"""Forgeries of `printed` claims: each is refused first by a check of this kind."""

from __future__ import annotations

from edits import added, statement
from forge import DECLINED, REFUSED

PRINTED = {"of": "threshold", "quantity": "threshold"}

FORGERIES = [
    statement(
        "printed.rounding.low/1", REFUSED, "golay-threshold", '"value":"0.38715"', '"value":"0.38716"', "rounded up"
    ),
    statement(
        "printed.rounding.low/2", REFUSED, "golay-threshold", '"value":"0.38715"', '"value":"0.38717"', "another value"
    ),
    statement(
        "printed.rounding.low/3", REFUSED, "golay-threshold", '"value":"19008"', '"value":"19009"', "another value"
    ),
    statement(
        "printed.rounding.high/1", REFUSED, "golay-threshold", '"value":"0.38715"', '"value":"0.38714"', "rounded down"
    ),
    statement(
        "printed.rounding.high/2", REFUSED, "golay-threshold", '"value":"0.112"', '"value":"0.111"', "rounded down"
    ),
    statement(
        "printed.rounding.high/3", REFUSED, "golay-threshold", '"value":"19008"', '"value":"19007"', "another value"
    ),
    statement(
        "printed.decided/1",
        DECLINED,
        "golay-threshold",
        '"value":"0.112"',
        '"value":"0.11151"',
        "the interval has a tie",
    ),
    added(
        "printed.decided/2",
        DECLINED,
        "golay-ties",
        "printed",
        {**PRINTED, "value": "0.38716"},
        "the interval ends at the tie",
    ),
    added(
        "printed.decided/3",
        DECLINED,
        "golay-ties",
        "printed",
        {**PRINTED, "value": "0.38714"},
        "the interval ends at the tie",
    ),
    added(
        "printed.parameters/1",
        DECLINED,
        "twins-norell",
        "printed",
        {"of": "map", "quantity": "success-at-zero", "value": "0.5"},
        "two parameters",
    ),
]
