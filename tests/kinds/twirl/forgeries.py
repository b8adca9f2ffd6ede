"""Forgeries of `twirl` claims: each is refused first by a check of this kind."""

from __future__ import annotations

from edits import added, statement
from forge import DECLINED, LIMIT, MALFORMED, REFUSED

FORGERIES = [
    statement("twirl.cliffords.inhabited/1", MALFORMED, "tetra", '"cliffords":["H","N"]', '"cliffords":[]', "no group"),
    statement("twirl.shift/1", DECLINED, "tetra", '"cliffords":["H","N"]', '"cliffords":["H","D"]', "a shift"),
    statement(
        "twirl.target.fixed/1",
        DECLINED,
        "tetra",
        '"sends":{"S":"S"},"shift":[0,0],"symplectic":[[2,0],[1,2]]',
        '"sends":{},"shift":[0,0],"symplectic":[[2,0],[1,2]]',
        "nobody says that N fixes the target",
    ),
    statement("twirl.order/1", REFUSED, "tetra", '"order":24', '"order":25', "another order"),
    statement("twirl.order/2", REFUSED, "tetra", '"order":24', '"order":23', "another order"),
    statement("twirl.order/3", REFUSED, "tetra", '"order":24', '"order":1', "another order"),
    statement("twirl.order/4", REFUSED, "tetra", '"order":24', '"order":1048576', "another order"),
    added(
        "twirl.transitive/1",
        DECLINED,
        "tetra",
        "twirl",
        {"cliffords": ["H"], "infidelity": ["0", "2/3"], "order": 4},
        "a cyclic group of four elements does not twirl",
    ),
    statement("twirl.infidelity/1", REFUSED, "tetra", '["0","2/3"]', '["0","1/3"]', "another infidelity"),
    statement("twirl.infidelity/2", REFUSED, "tetra", '["0","2/3"]', '["1","2/3"]', "another infidelity"),
    added(
        "twirl.uniform/1",
        DECLINED,
        "tilted",
        "twirl",
        {"cliffords": ["H", "N"], "infidelity": ["0", "1"], "order": 24},
        "the twirl leaves the family",
    ),
    statement(
        "twirl.cliffords.count/1",
        LIMIT,
        "tetra",
        '"cliffords":["H","N"]',
        '"cliffords":["H"' + ',"N"' * 16 + "]",
        "17 generators",
    ),
    added(
        "twirl.parameters/1",
        DECLINED,
        "split",
        "twirl",
        {"cliffords": ["H", "N"], "infidelity": ["0", "1"], "order": 24},
        "two parameters",
    ),
]
