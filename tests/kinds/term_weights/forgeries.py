"""Forgeries of `term-weights` claims: each is refused first by a check of this kind."""

from __future__ import annotations

from edits import added, statement
from forge import DECLINED, REFUSED

FORGERIES = [
    added(
        "term-weights.uniform/1",
        DECLINED,
        "pair",
        "term-weights",
        {
            "of": "map",
            "weights": {"N": ["0"] * 3, "S": ["0"] * 3, "zero": ["0"] * 3},
        },
        "cosets with several enumerators",
    ),
    added(
        "term-weights.ensemble/1", DECLINED, "five-five", "term-weights", {"of": "map", "weights": {}}, "no pure target"
    ),
    added(
        "term-weights.ensemble/2",
        DECLINED,
        "shuffled",
        "term-weights",
        {
            "of": "map",
            "weights": {
                "N": ["0"] * 6,
                "S": ["0"] * 6,
                "zero": ["0"] * 6,
            },
        },
        "the members outside the target have several weights",
    ),
    added(
        "term-weights.ensemble/3",
        DECLINED,
        "framed",
        "term-weights",
        {
            "of": "map",
            "weights": {
                "S": ["1/36", "0", "5/18", "0", "25/36", "0"],
                **{f"f{k}": ["0", "5/72", "0", "25/36", "0", "17/72"] for k in range(3)},
            },
        },
        "four states in three dimensions",
    ),
    statement("term-weights.states/1", REFUSED, "five", '"S":["1/36"', '"T":["1/36"', "a state that does not exist"),
    statement(
        "term-weights.value/1", REFUSED, "five", '"S":["1/36","0","5/18"', '"S":["1/36","0","5/17"', "another weight"
    ),
    statement(
        "term-weights.value/2",
        REFUSED,
        "five",
        '"25/36","0","17/72"],"plus"',
        '"25/36","0","17/71"],"plus"',
        "the last one",
    ),
    added("term-weights.chi/1", DECLINED, "signed-t", "term-weights", {"of": "map", "weights": {}}, "p = 2"),
    added(
        "term-weights.chi/2",
        DECLINED,
        "partial",
        "term-weights",
        {"of": "map", "weights": {}},
        "chi vanishes at some points",
    ),
]
