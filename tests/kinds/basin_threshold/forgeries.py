"""Forgeries of `basin-threshold` claims: each is refused first by a check of this kind."""

from __future__ import annotations

from edits import statement
from forge import DECLINED, LIMIT, MALFORMED, REFUSED

EDGE = '"end":["0","1/2"],"id":"edge","interval":["1333333333/2000000000","6666666669/10000000000"]'

FORGERIES = [
    statement(
        "basin-threshold.denominator/1",
        LIMIT,
        "twins-basin",
        EDGE,
        EDGE.replace("6666666669/10000000000", f"6666666669{'0' * 30}1/1{'0' * 41}"),
        "a long end",
    ),
    statement(
        "basin-threshold.region/1",
        MALFORMED,
        "twins-basin",
        '"place":"test","region":"zero","start"',
        '"place":"test","region":"map","start"',
        "no region",
    ),
    statement(
        "basin-threshold.interval/1",
        MALFORMED,
        "twins-basin",
        EDGE,
        EDGE.replace("1333333333/", "-1333333333/"),
        "below the segment",
    ),
    statement(
        "basin-threshold.interval/2",
        MALFORMED,
        "twins-basin",
        EDGE,
        EDGE.replace("6666666669/", "16666666669/"),
        "beyond the segment",
    ),
    statement(
        "basin-threshold.width/1",
        REFUSED,
        "twins-basin",
        EDGE,
        EDGE.replace("1333333333/2000000000", "1/2"),
        "a wide interval",
    ),
    statement(
        "basin-threshold.segment/1", MALFORMED, "twins-basin", EDGE, EDGE.replace('"1/2"]', '"3/2"]'), "an end outside"
    ),
    statement(
        "basin-threshold.segment/2", MALFORMED, "twins-basin", EDGE, EDGE.replace('"0","1/2"', '"1","0"'), "a point"
    ),
    statement(
        "basin-threshold.below/1",
        REFUSED,
        "twins-basin",
        EDGE,
        '"end":["0","1/2"],"id":"edge","interval":["9/10","9000000001/10000000000"]',
        "beyond the edge",
    ),
    statement(
        "basin-threshold.above/1",
        REFUSED,
        "twins-basin",
        EDGE,
        '"end":["0","1/2"],"id":"edge","interval":["1/3","1666666667/5000000000"]',
        "half way to the edge",
    ),
    statement(
        "basin-threshold.decided/1",
        DECLINED,
        "twins-basin",
        EDGE,
        EDGE.replace("1333333333/2000000000", "6666666667/10000000000"),
        "above the edge",
    ),
    statement(
        "basin-threshold.decided/2",
        DECLINED,
        "twins-basin",
        EDGE,
        EDGE.replace("6666666669/10000000000", "3333333333/5000000000"),
        "below the edge",
    ),
]
