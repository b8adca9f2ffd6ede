"""Forgeries of `trapping` claims: each is refused first by a check of this kind."""

from __future__ import annotations

from edits import TRAPPING, added, statement
from forge import DECLINED, LIMIT, MALFORMED

ZERO = '"id":"zero","kind":"trapping","of":"map","place":"test","point":["1","0"],"ratio":"5/8"'

FORGERIES = [
    statement("trapping.point/1", MALFORMED, "twins-basin", ZERO, ZERO.replace('"0"]', '"1/2"]'), "a point outside"),
    statement(
        "trapping.point/2", MALFORMED, "twins-basin", ZERO, ZERO.replace('"1","0"', '"-1","0"'), "a negative coordinate"
    ),
    statement("trapping.ratio/1", MALFORMED, "twins-basin", ZERO, ZERO.replace("5/8", "9/8"), "beyond the triangle"),
    statement("trapping.ratio/2", MALFORMED, "twins-basin", ZERO, ZERO.replace("5/8", "0"), "only the point"),
    added(
        "trapping.contraction/1",
        MALFORMED,
        "twins-basin",
        "trapping",
        TRAPPING | {"contraction": "1"},
        "it does not contract",
    ),
    added(
        "trapping.contraction/2",
        MALFORMED,
        "twins-basin",
        "trapping",
        TRAPPING | {"contraction": "-1"},
        "a negative factor",
    ),
    statement("trapping.denominator/1", LIMIT, "twins-basin", ZERO, ZERO.replace("5/8", "5/1048583"), "over the bound"),
    statement("trapping.contracts/1", DECLINED, "twins-basin", ZERO, ZERO.replace("5/8", "3/4"), "a widened region"),
    statement(
        "trapping.contracts/2",
        DECLINED,
        "twins-basin",
        ZERO,
        ZERO.replace('"1","0"', '"31/32","1/32"'),
        "no fixed point",
    ),
    added("trapping.contracts/3", DECLINED, "twins-basin", "trapping", TRAPPING, "a saddle"),
]
