"""Forgeries of `basin` claims: each is refused first by a check of this kind."""

from __future__ import annotations

from edits import added, certificate, statement
from forge import DECLINED, LIMIT, MALFORMED, REFUSED

FORGERIES = [
    added(
        "basin.regions.count/1",
        LIMIT,
        "twins-basin",
        "basin",
        {"areas": [], "level": 0, "of": "map", "regions": [f"r{i}" for i in range(27)], "steps": 0, "undecided": "1"},
        "more regions than letters",
        '{"cover":"."}',
    ),
    statement(
        "basin.regions.distinct/1", MALFORMED, "twins-basin", '["zero","half"]', '["zero","zero"]', "a region twice"
    ),
    statement(
        "basin.regions.points/1",
        MALFORMED,
        "twins-basin",
        '["zero","half"]',
        '["inner","half"]',
        "a region in a region",
    ),
    statement(
        "basin.regions.map/1",
        DECLINED,
        "twins-basin",
        '"of":"map","place":"test","regions"',
        '"of":"again","place":"test","regions"',
        "regions of another map",
    ),
    certificate(
        "basin.witness.reaches/1", REFUSED, "twins-basin", '"cover":"++++++.', '"cover":"++++++b9', "a cell on the edge"
    ),
    certificate(
        "basin.witness.reaches/2", REFUSED, "twins-basin", "b7.+b6", "a7.+b6", "a cell that reaches another region"
    ),
    certificate(
        "basin.witness.reaches/3", REFUSED, "twins-basin", "b6b6b5b6", "b6b6.b6", "a gap of one cell that others need"
    ),
    certificate("basin.witness.steps/1", REFUSED, "twins-basin", "b7.+b6", "b6.+b6", "one step fewer"),
    certificate("basin.witness.steps/2", REFUSED, "twins-basin", "b7.+b6", "b8.+b6", "one step more"),
    certificate(
        "basin.witness.steps/3", REFUSED, "twins-basin", "b7b5b7a0", "b7b5b7a1", "a step for a cell in the region"
    ),
    certificate("basin.areas/1", DECLINED, "twins-basin", "b7.+b6", "..+b6", "a gap of one cell that no other needs"),
    statement("basin.areas/2", DECLINED, "twins-basin", '"areas":["', '"areas":["1', "a larger basin"),
    statement("basin.undecided/1", DECLINED, "twins-basin", '"undecided":"', '"undecided":"1', "more undecided"),
    statement("basin.level/1", DECLINED, "twins-basin", '"level":6', '"level":5', "larger undecided cells"),
    statement("basin.level/2", DECLINED, "twins-basin", '"level":6', '"level":7', "smaller undecided cells"),
    statement("basin.steps/1", DECLINED, "twins-basin", '"steps":42', '"steps":43', "more steps"),
    statement("basin.steps/2", DECLINED, "twins-basin", '"steps":42', '"steps":41', "fewer steps"),
]
