"""Forgeries of `suppression` claims: each is refused first by a check of this kind."""

from __future__ import annotations

from edits import added, statement
from forge import DECLINED, REFUSED

FORGERIES = [
    added(
        "suppression.success/1",
        DECLINED,
        "singled",
        "suppression",
        {"coefficient": "1", "of": "map", "order": 1, "output": "delta"},
        "target states are never accepted",
    ),
    statement("suppression.order/1", REFUSED, "five", '"order":1', '"order":2', "the suppression is linear"),
    statement("suppression.order/2", REFUSED, "five", '"order":1', '"order":512', "another order"),
    statement(
        "suppression.coefficient/1",
        REFUSED,
        "five",
        '"coefficient":"5/2"',
        '"coefficient":"5/3"',
        "another coefficient",
    ),
]
