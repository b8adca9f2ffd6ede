"""Forgeries of `enumerator` claims: each is refused first by a check of this kind."""

from __future__ import annotations

from edits import statement
from forge import REFUSED

FORGERIES = [
    statement(
        "enumerator.counts/1",
        REFUSED,
        "five",
        '"A":["1","0","0","0","40","40"]',
        '"A":["1","0","0","0","41","40"]',
        "A[4]",
    ),
    statement("enumerator.counts/2", REFUSED, "five", '"B":["1","0","0","80"', '"B":["1","0","0","81"', "B[3]"),
    statement("enumerator.counts/3", REFUSED, "five", '"240","408"]', '"240","407"]', "B[5]"),
]
