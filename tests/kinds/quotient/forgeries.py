"""Forgeries of `quotient` claims: each is refused first by a check of this kind."""

from __future__ import annotations

from edits import added, statement
from forge import DECLINED, MALFORMED, REFUSED

FRACTION = '["51620579529572741799/100000000000000000000","258102897647863709/500000000000000000"]'

FORGERIES = [
    statement("quotient.low/1", REFUSED, "golay-wigner", FRACTION, '["3/5","4/5"]', "an interval above the fraction"),
    statement(
        "quotient.low/2",
        REFUSED,
        "golay-wigner",
        FRACTION,
        '["1935771732358977817480007421899/3750000000000000000000000000000","1"]',
        "above the fraction, by nothing",
    ),
    statement("quotient.high/1", REFUSED, "golay-wigner", FRACTION, '["1/5","2/5"]', "an interval below the fraction"),
    statement(
        "quotient.high/2",
        REFUSED,
        "golay-wigner",
        FRACTION,
        '["0","1290514488239318544986671614599/2500000000000000000000000000000"]',
        "below it, by nothing",
    ),
    statement(
        "quotient.decided/1",
        DECLINED,
        "golay-wigner",
        "51620579529572741799/100000000000000000000",
        "1548617385887182253984005937519/3000000000000000000000000000000",
        "an interval that cuts the fraction's",
    ),
    statement(
        "quotient.decided/2",
        DECLINED,
        "golay-wigner",
        "258102897647863709/500000000000000000",
        "1548617385887182253984005937519/3000000000000000000000000000000",
        "an interval that cuts the fraction's",
    ),
    added(
        "quotient.units/1",
        DECLINED,
        "twins-basin",
        "quotient",
        {"of": "other-edge", "over": "edge", "unit": "x", "value": ["0", "1"]},
        "places on two segments",
    ),
    statement(
        "quotient.unit/1", MALFORMED, "golay-wigner", '"unit":"delta"', '"unit":"infidelity"', "it is of the parameter"
    ),
]
