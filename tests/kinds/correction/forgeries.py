"""Forgeries of `correction` claims: each is refused first by a check of this kind."""

from __future__ import annotations

from edits import added, statement
from forge import DECLINED, MALFORMED, REFUSED

CORRECTION = '"stabilizers":[1,2],"success":{"den":["1"],"num":["1"]}'

FORGERIES = [
    statement(
        "correction.clifford.fixes/1",
        DECLINED,
        "parity-t-gate",
        '{"A":"A","ZA":"ZA"},"shift":[1,0]',
        '{"A":"A"},"shift":[1,0]',
        "ZA is not fixed",
    ),
    statement(
        "correction.clifford.flips/1",
        DECLINED,
        "parity-t-gate",
        '"clifford":"TXT-adjoint","convention":"the stab',
        '"clifford":"one","convention":"the stab',
        "the identity flips nothing",
    ),
    statement(
        "correction.stabilizers.sorted/1",
        MALFORMED,
        "parity-t-gate",
        '"stabilizers":[1,2]',
        '"stabilizers":[2,1]',
        "out of order",
    ),
    statement(
        "correction.stabilizers.sorted/2",
        MALFORMED,
        "parity-t-gate",
        '"stabilizers":[1,2]',
        '"stabilizers":[1,1]',
        "one twice",
    ),
    statement(
        "correction.stabilizers.sorted/3", MALFORMED, "parity-t-gate", '"stabilizers":[1,2]', '"stabilizers":[]', "none"
    ),
    statement(
        "correction.stabilizers.type/1",
        DECLINED,
        "four-two-t-gate",
        '"stabilizers":[2]',
        '"stabilizers":[1]',
        "X on every site",
    ),
    statement(
        "correction.success/1",
        REFUSED,
        "parity-t-gate",
        CORRECTION,
        CORRECTION.replace('"num":["1"]', '"num":["2"]'),
        "another probability",
    ),
    statement(
        "correction.success/2",
        REFUSED,
        "parity-t-gate",
        '"stabilizers":[1,2]',
        '"stabilizers":[1]',
        "one of two is post-selected",
    ),
    statement(
        "correction.normalised/1",
        MALFORMED,
        "parity-t-gate",
        CORRECTION,
        '"stabilizers":[1,2],"success":{"den":["2"],"num":["2"]}',
        "not reduced",
    ),
    statement(
        "correction.normalised/2",
        MALFORMED,
        "parity-t-gate",
        CORRECTION,
        '"stabilizers":[1,2],"success":{"den":["-1"],"num":["-1"]}',
        "a sign",
    ),
    statement(
        "correction.normalised/3",
        MALFORMED,
        "parity-t-gate",
        CORRECTION,
        '"stabilizers":[1,2],"success":{"den":["1","1"],"num":["1","1"]}',
        "a factor 1 + eps above and below",
    ),
    added(
        "correction.parameters/1",
        DECLINED,
        "twins-norell",
        "correction",
        {"clifford": "N", "of": "map", "stabilizers": [1], "success": {"den": ["1"], "num": ["1"]}},
        "two parameters",
    ),
]
