"""Forgeries of `flow` claims: each is refused first by a check of this kind."""

from __future__ import annotations

from edits import statement
from forge import DECLINED, MALFORMED, REFUSED

FORGERIES = [
    statement(
        "flow.point/1",
        MALFORMED,
        "twins-basin",
        '"point":["1/2","0"],"region"',
        '"point":["1/2","1"],"region"',
        "a point outside",
    ),
    statement(
        "flow.region/1",
        REFUSED,
        "twins-basin",
        '"point":["1/2","0"],"region":"zero"',
        '"point":["1/2","0"],"region":"half"',
        "another fixed point",
    ),
    statement(
        "flow.decided/1",
        DECLINED,
        "twins-basin",
        '"point":["1/2","0"],"region"',
        '"point":["1/3","0"],"region"',
        "on the edge",
    ),
]
