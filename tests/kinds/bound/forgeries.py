"""Forgeries of `bound` claims: each is refused first by a check of this kind."""

from __future__ import annotations

from edits import added, statement
from forge import DECLINED, LIMIT, MALFORMED, REFUSED

HIGH_VALUE = '"value":{"den":["3","-12"],"num":["0","4"]}'

CLAIM = {"of": "map", "relation": "at most", "value": {"den": ["1"], "num": ["1"]}}

NO_GAIN = {
    "function": "delta",
    "of": "map",
    "range": ["0", "1"],
    "relation": "above",
    "value": {"den": ["1"], "num": ["0", "1"]},
}

FORGERIES = [
    added("bound.range/1", MALFORMED, "five-qubit-t", "bound", NO_GAIN | {"range": ["0", "2"]}, "beyond the family"),
    statement("bound.range/2", MALFORMED, "bounded", '["0","1/5"]', '["-1/5","1/5"]', "no state of the family"),
    statement("bound.range/3", MALFORMED, "bounded", '"1/7"', '"8/7"', "no state of the family"),
    added("bound.holds/1", REFUSED, "five-qubit-t", "bound", NO_GAIN | {"relation": "equal to"}, "not the identity"),
    added("bound.holds/2", REFUSED, "singled", "bound", NO_GAIN, "the identity is not above it"),
    added("bound.holds/3", REFUSED, "singled", "bound", NO_GAIN | {"relation": "below"}, "nor below it"),
    added("bound.holds/4", REFUSED, "five-qubit-t", "bound", NO_GAIN, "the output is better below the threshold"),
    statement(
        "bound.holds/5", REFUSED, "bounded", '"1/5"],"relation":"at most"', '"1/5"],"relation":"at least"', "less"
    ),
    statement(
        "bound.holds/6", REFUSED, "bounded", '"1/7"],"relation":"at least"', '"1/7"],"relation":"at most"', "more"
    ),
    statement(
        "bound.holds/7", REFUSED, "bounded", '"num":["3","-8","24"]', '"num":["3","-8","23"]', "not so below 0.034"
    ),
    statement(
        "bound.holds/8",
        REFUSED,
        "bounded",
        '"num":["3","-8","24","-32","16"]}}\n',
        '"num":["3","-8","24","-32","17"]}}\n',
        "more",
    ),
    statement(
        "bound.holds/9",
        REFUSED,
        "bounded",
        '"value":{"den":["4"],"num":["1"]}',
        '"value":{"den":["4000000000"],"num":["1000000001"]}',
        "the probability is 1/4 at 1/2",
    ),
    added(
        "bound.parameters/1",
        DECLINED,
        "twins-norell",
        "bound",
        CLAIM | {"function": "eps0", "range": ["0", "1"]},
        "two parameters",
    ),
    statement(
        "bound.function/1", MALFORMED, "bounded", '"any","id":"any-high"', '"each","id":"any-high"', "a list, no output"
    ),
    statement(
        "bound.function/2",
        MALFORMED,
        "bounded",
        '"success","id":"corrected"',
        '"any","id":"corrected"',
        "not established",
    ),
    statement("bound.range.denominator/1", LIMIT, "bounded", '"101/1000"', '"101/1001"', "a low end over the bound"),
    statement("bound.range.denominator/2", LIMIT, "bounded", '"1/7"', '"142/1001"', "a high end over the bound"),
    statement(
        "bound.normalised/1",
        MALFORMED,
        "bounded",
        HIGH_VALUE,
        '"value":{"den":["6","-24"],"num":["0","8"]}',
        "a common factor 2",
    ),
    statement(
        "bound.denominator/1",
        DECLINED,
        "bounded",
        HIGH_VALUE,
        '"value":{"den":["-3","12"],"num":["0","-4"]}',
        "the other sign of both",
    ),
    statement("bound.denominator/2", DECLINED, "bounded", '["0","1/5"]', '["0","1/3"]', "a pole at 1/4"),
    statement("bound.decided/1", DECLINED, "bounded", '["0","1/2"]', '["0","1"]', "equal at the middle of the range"),
]
