"""Forgeries of `threshold` claims: each is refused first by a check of this kind."""

from __future__ import annotations

from edits import added, certificate, statement, threshold, times
from forge import DECLINED, LIMIT, MALFORMED, REFUSED

FORGERIES = [
    statement(
        "threshold.interval.inside/1",
        MALFORMED,
        "golay-threshold",
        '"3871543464717955634960014843797/10000000000000000000000000000000"',
        '"0"',
        "0 is a fixed point too",
    ),
    statement(
        "threshold.interval.inside/2",
        MALFORMED,
        "golay-threshold",
        '"1935771732358977817480007421899/5000000000000000000000000000000"',
        '"1"',
        "1 is a fixed point too",
    ),
    statement(
        "threshold.interval.inside/3",
        MALFORMED,
        "golay-threshold",
        '{"bound":"1"',
        '{"bound":"1/3"',
        "the root lies above",
    ),
    statement(
        "threshold.polynomial.sign/1",
        REFUSED,
        "golay-threshold",
        '"3871543464717955634960014843797/10000000000000000000000000000000"',
        '"3871543464717955634960014843798/10000000000000000000000000000001"',
        "an interval beside the root",
    ),
    threshold(
        "threshold.polynomial.sign/2", REFUSED, "flipped", [-1, 2], ["1/4", "1/2"], [0, 2, -2], "the root is an end"
    ),
    threshold(
        "threshold.polynomial.sign/3", REFUSED, "flipped", [-1, 2], ["1/2", "3/4"], [0, 2, -2], "the root is an end"
    ),
    threshold(
        "threshold.polynomial.multiple/1", DECLINED, "flipped", [1, -4, 4], ["1/4", "3/4"], [0, 2, -2], "squared"
    ),
    threshold(
        "threshold.polynomial.multiple/2", DECLINED, "flipped", [3, -16, 16], ["1/8", "7/8"], [0, 2, -2], "two roots"
    ),
    statement(
        "threshold.polynomial.primitive/1",
        MALFORMED,
        "golay-threshold",
        '["-9","33","-31","15"]',
        '["-18","66","-62","30"]',
        "a content of 2",
    ),
    statement(
        "threshold.polynomial.primitive/2",
        MALFORMED,
        "golay-threshold",
        '["-9","33","-31","15"]',
        '["9","-33","31","-15"]',
        "a negative last coefficient",
    ),
    certificate(
        "threshold.witness.cofactor/1", REFUSED, "golay-threshold", '"-593","66"', '"-593","67"', "another product"
    ),
    threshold("threshold.witness.cofactor/2", REFUSED, "flipped", [-1, 1, 1], ["1/2", "3/4"], [1], "no factor at all"),
    certificate(
        "threshold.witness.cofactor/3",
        REFUSED,
        "junk",
        '{"cofactor":["0","4","-6","2"]}',
        '{"cofactor":["0","8","-6","2"]}',
        "as if the input were delta",
    ),
    added(
        "threshold.witness.cofactor/4",
        REFUSED,
        "junk",
        "threshold",
        {
            "bound": "1",
            "infidelity": ["1/4", "1/3"],
            "interval": ["1/2", "2/3"],
            "of": "outputs",
            "output": "2",
            "polynomial": ["-3", "5"],
        },
        "an untouched qubit improves",
        '{"cofactor":["1"]}',
    ),
    threshold(
        "threshold.denominator.positive/1",
        REFUSED,
        "rising",
        [-2, 3],
        ["1/2", "3/4"],
        times([-1, 1], [-2, 1]),
        "no success at delta = 0",
    ),
    threshold(
        "threshold.denominator.positive/2",
        REFUSED,
        "quad",
        [-2, 3],
        ["1/2", "3/4"],
        times([-1, 1], [-2, 1]),
        "no success at delta = 0, where the probability has a double root",
    ),
    threshold(
        "threshold.cofactor.rootless/1",
        DECLINED,
        "two-crossings",
        [-8, 44, -62, 45],
        ["1/5", "3/10"],
        times([0, 1], [-2, 3], [-2, 1], [-1, 1], [8, -16, 9], [8, -4, -18, 33]),
        "another crossing at 2/3",
    ),
    threshold(
        "threshold.root.unique/1",
        REFUSED,
        "two-crossings",
        times([-8, 44, -62, 45], [-2, 3]),
        ["1/5", "3/10"],
        times([0, 1], [-2, 1], [-1, 1], [8, -16, 9], [8, -4, -18, 33]),
        "another crossing at 2/3",
    ),
    threshold(
        "threshold.direction/1", REFUSED, "flipped", [-1, 2], ["1/4", "3/4"], [0, 2, -2], "worse below, better above"
    ),
    statement("threshold.bound/1", MALFORMED, "golay-threshold", '{"bound":"1"', '{"bound":"2"', "beyond the family"),
    statement("threshold.bound/2", MALFORMED, "golay-threshold", '{"bound":"1"', '{"bound":"0"', "no interval"),
    statement(
        "threshold.bound.denominator/1",
        LIMIT,
        "golay-threshold",
        '{"bound":"1"',
        '{"bound":"1000/1001"',
        "over the bound",
    ),
    statement(
        "threshold.infidelity/1",
        REFUSED,
        "golay-threshold",
        '"infidelity":["1290514488239318544986671614599/5000000000000000000000000000000",',
        '"infidelity":["1290514488239318544986671614597/5000000000000000000000000000000",',
        "not 2/3 of the interval",
    ),
]
