"""Forgeries of `class-enumerator` claims: each is refused first by a check of this kind."""

from __future__ import annotations

from edits import added, code, statement
from forge import LIMIT, MALFORMED, REFUSED

TERM = '[[0,3],["1","0","3","0"]]'

FORGERIES = [
    code(
        "class-enumerator.terms.counts/1",
        REFUSED,
        "signed-t",
        '"signs":[0,1,0,1]',
        '"signs":[0,0,0,0]',
        "the signs left out",
    ),
    statement(
        "class-enumerator.terms.counts/2", REFUSED, "parity-t-gate", TERM, '[[0,3],["3","0","1","0"]]', "another sign"
    ),
    statement(
        "class-enumerator.terms.counts/3", REFUSED, "parity-t-gate", TERM, '[[0,3],["1","3","0","0"]]', "another phase"
    ),
    statement(
        "class-enumerator.terms.counts/4", REFUSED, "parity-t-gate", TERM, '[[1,2],["1","0","3","0"]]', "other classes"
    ),
    statement(
        "class-enumerator.classes.order/1",
        MALFORMED,
        "parity-t-gate",
        "[[1,0],[1,1]]]",
        "[[1,1],[1,0]]]",
        "out of order",
    ),
    statement("class-enumerator.classes/1", REFUSED, "parity-t-gate", "[[1,0],[1,1]]]", "[[1,0]]]", "Y left out"),
    statement(
        "class-enumerator.cosets/1",
        MALFORMED,
        "parity-t-gate",
        '{"logical":[[0],[1]],"terms":[]},',
        "",
        "a coset left out",
    ),
    added(
        "class-enumerator.cosets/2",
        MALFORMED,
        "eight",
        "class-enumerator",
        {"classes": [[[0, 0]], [[1, 0], [1, 1]]], "cosets": []},
        "4096 cosets left out",
    ),
    statement(
        "class-enumerator.terms/1",
        LIMIT,
        "parity-t-gate",
        '{"logical":[[0],[1]],"terms":[]}',
        '{"logical":[[0],[1]],"terms":[' + ",".join(['[[0,0],["0","0","0","0"]]'] * 4094) + "]}",
        "4097 terms",
    ),
    statement(
        "class-enumerator.terms.order/1",
        MALFORMED,
        "parity-t-gate",
        TERM,
        f'{TERM},[[1,2],["0","0","0","0"]]',
        "none of a kind",
    ),
    statement("class-enumerator.terms.order/2", MALFORMED, "parity-t-gate", TERM, f"{TERM},{TERM}", "one kind twice"),
    statement(
        "class-enumerator.terms.order/3",
        MALFORMED,
        "parity-t-gate",
        '{"logical":[[0],[1]],"terms":[]}',
        '{"logical":[[0],[1]],"terms":[' + ",".join(['[[0,0],["0","0","0","0"]]'] * 4093) + "]}",
        "4096 terms, most of them nothing",
    ),
    added(
        "class-enumerator.cosets.count/1",
        LIMIT,
        "slack",
        "class-enumerator",
        {"classes": [[[0, 0]], [[1, 0], [1, 1]]], "cosets": []},
        "4^7 cosets",
    ),
]
