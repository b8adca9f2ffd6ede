"""Forgeries of `projection` claims: each is refused first by a check of this kind."""

from __future__ import annotations

from edits import added, statement
from forge import DECLINED, MALFORMED, REFUSED

FORGERIES = [
    statement(
        "projection.others/1",
        MALFORMED,
        "five",
        '"others":["minus","plus"]',
        '"others":["plus","minus"]',
        "out of order",
    ),
    statement(
        "projection.others/2",
        MALFORMED,
        "five",
        '"others":["minus","minus"]',
        '"others":["minus","minus","minus"]',
        "three",
    ),
    added(
        "projection.others/3",
        MALFORMED,
        "one",
        "projection",
        {"others": ["plus", "plus"], "values": []},
        "two states on one site",
    ),
    statement(
        "projection.others.known/1",
        MALFORMED,
        "five",
        '"others":["plus"]',
        '"others":["S"]',
        "the target is not another state",
    ),
    statement(
        "projection.others.known/2", MALFORMED, "five", '"others":["plus"]', '"others":["Norell"]', "an unknown state"
    ),
    added(
        "projection.target.uniform/1",
        DECLINED,
        "bare",
        "projection",
        {"others": [], "values": []},
        "several values of chi",
    ),
    statement(
        "projection.values.distinct/1",
        MALFORMED,
        "five",
        '"values":[{"count":20,"value":{"den":"1","m":12,"num":["0","0"',
        '"values":[{"count":20,"value":{"den":"1","m":12,"num":["0","0","0","0"]}},'
        '{"count":20,"value":{"den":"1","m":12,"num":["0","0"',
        "one value twice",
    ),
    statement(
        "projection.values/1",
        REFUSED,
        "five",
        '{"count":1,"value":{"den":"36"',
        '{"count":1,"value":{"den":"37"',
        "a value",
    ),
    statement("projection.values/2", REFUSED, "five", '{"count":20,', '{"count":21,', "a count"),
    statement("projection.values/3", REFUSED, "five", '{"count":20,', '{"count":1048576,', "a count"),
]
