"""Forgeries of `clifford` claims: each is refused first by a check of this kind."""

from __future__ import annotations

from edits import added, statement
from forge import MALFORMED, REFUSED

FORGERIES = [
    statement(
        "clifford.matrix.unitary/1",
        REFUSED,
        "lift",
        '[["0","-1","0","-1"],["0","-1","0","-1"],["0","-1","0","-1"]]',
        '[["0","-1","0","-1"],["0","-1","0","-1"],["0","1","0","1"]]',
        "not unitary",
    ),
    statement("clifford.conjugation/1", REFUSED, "lift", '"shift":[1,2]', '"shift":[1,1]', "another shift"),
    statement("clifford.conjugation/2", REFUSED, "lift", '"shift":[1,2]', '"shift":[2,2]', "another shift"),
    statement(
        "clifford.conjugation/3",
        REFUSED,
        "lift",
        '"shift":[1,2],"symplectic":[[0,2],[1,0]]',
        '"shift":[1,2],"symplectic":[[0,1],[2,0]]',
        "the inverse",
    ),
    added(
        "clifford.conjugation/4",
        REFUSED,
        "four-two-t-gate",
        "clifford",
        {
            "matrix": {
                "den": "1",
                "entries": [
                    [["1", "0", "0", "0"], ["0", "0", "0", "0"]],
                    [["0", "0", "0", "0"], ["0", "0", "1", "0"]],
                ],
                "m": 8,
            },
            "sends": {},
            "shift": [0, 0],
            "symplectic": [[1, 0], [0, 1]],
        },
        "diag(1, i) keeps Z, but takes X to Y",
    ),
    added(
        "clifford.conjugation/5",
        REFUSED,
        "four-two-t-gate",
        "clifford",
        {
            "matrix": {
                "den": "2",
                "entries": [
                    [["1", "0", "1", "0"], ["1", "0", "-1", "0"]],
                    [["1", "0", "-1", "0"], ["1", "0", "1", "0"]],
                ],
                "m": 8,
            },
            "sends": {},
            "shift": [0, 0],
            "symplectic": [[1, 0], [0, 1]],
        },
        "H diag(1, i) H keeps X, but takes Z to another Pauli matrix",
    ),
    added(
        "clifford.field/1",
        MALFORMED,
        "five",
        "clifford",
        {
            "matrix": {
                "den": "1",
                "entries": [
                    [["1", "0"], ["0", "0"], ["0", "0"]],
                    [["0", "0"], ["1", "0"], ["0", "0"]],
                    [["0", "0"], ["0", "0"], ["1", "0"]],
                ],
                "m": 3,
            },
            "sends": {},
            "shift": [0, 0],
            "symplectic": [[1, 0], [0, 1]],
        },
        "a field that lacks the state's entries",
    ),
    statement(
        "clifford.sends.names/1", MALFORMED, "lift", '{"one":"wave"}', '{"one":"ripple"}', "a state that does not exist"
    ),
    statement(
        "clifford.sends.names/2",
        MALFORMED,
        "lift",
        '{"one":"wave"}',
        '{"ripple":"wave"}',
        "a state that does not exist",
    ),
    statement("clifford.sends/1", REFUSED, "lift", '{"one":"wave"}', '{"one":"one"}', "another image"),
    statement("clifford.sends/2", REFUSED, "lift", '{"one":"wave"}', '{"wave":"one"}', "H is not H^-1"),
]
