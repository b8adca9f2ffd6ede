"""Forgeries of `wigner` claims: each is refused first by a check of this kind."""

from __future__ import annotations

from edits import added, statement
from forge import DECLINED, REFUSED

FORGERIES = [
    added(
        "wigner.rational/1",
        DECLINED,
        "plus",
        "wigner",
        {
            "bound": "1/2",
            "function": [[["1/3", "0"]] * 3] * 3,
        },
        "an irrational Wigner function",
    ),
    statement("wigner.function/1", REFUSED, "golay-wigner", '["-1/3","4/9"]', '["-1/3","5/9"]', "W(0,0)"),
    statement(
        "wigner.function/2", REFUSED, "golay-wigner", '["1/6","-1/18"]]],"id"', '["1/6","-1/9"]]],"id"', "W(2,2)"
    ),
    statement("wigner.bound.range/1", DECLINED, "golay-wigner", '"bound":"3/4"', '"bound":"1"', "no bound"),
    statement("wigner.bound.range/2", DECLINED, "golay-wigner", '"bound":"3/4"', '"bound":"0"', "no bound"),
    statement("wigner.bound.enough/1", REFUSED, "golay-wigner", '"bound":"3/4"', '"bound":"2/3"', "negative at 2/3"),
    statement(
        "wigner.bound.needed/1", REFUSED, "golay-wigner", '"bound":"3/4"', '"bound":"4/5"', "not negative below 4/5"
    ),
    added(
        "wigner.bound.needed/2",
        REFUSED,
        "lift",
        "wigner",
        {
            "bound": "1/2",
            "function": [
                [["0", "0"], ["0", "1/3"], ["0", "0"]],
                [["1/3", "-1/3"], ["1/3", "0"], ["1/3", "-1/3"]],
                [["0", "0"], ["0", "1/3"], ["0", "0"]],
            ],
        },
        "never negative",
    ),
    added(
        "wigner.bound.above/1",
        REFUSED,
        "returning",
        "wigner",
        {
            "bound": "50/63",
            "function": [
                [["-1/3", "21/50"], ["1/6", "-2/25"], ["1/6", "-2/25"]],
                [["1/6", "2/25"], ["1/6", "-9/50"], ["1/6", "2/25"]],
                [["1/6", "-2/25"]] * 3,
            ],
        },
        "negative again at delta = 1",
    ),
    added(
        "wigner.p/1",
        DECLINED,
        "signed-t",
        "wigner",
        {"bound": "1/2", "function": [[["1/4", "0"]] * 2] * 2},
        "no Wigner function of this kind",
    ),
    added(
        "wigner.parameters/1",
        DECLINED,
        "twins-norell",
        "wigner",
        {"bound": "1/2", "function": [[["1/9", "0"]] * 3] * 3},
        "two parameters",
    ),
]
