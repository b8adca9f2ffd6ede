"""Forgeries of state families."""

from __future__ import annotations

from forge import BASES

from .edits import WAVE, added, state, statement

FRACTION = '["51620579529572741799/100000000000000000000","258102897647863709/500000000000000000"]'

PLUS = (BASES / "states" / "plus.json").read_text().split('"ensemble":[')[1].split('],"format"')[0]
ZERO = (BASES / "states" / "bitflip.json").read_text().split('"ensemble":[')[1].split(',{"name":"one"')[0]


def halved(name: str) -> str:
    """The first member of the bit flips with half of its weight."""
    return ZERO.replace('"zero"', f'"{name}"').replace('["1","-1"]', '["1/2","-1/2"]')


STATES = [
    state("matrix.entries", "plus", '"den":"12"', f'"den":"1{"0" * 400}1"', "a denominator over the bound"),
    state("state.p.size", "plus", '"p":3', '"p":9', "a dimension over the bound, and not a prime"),
    state("state.p.prime", "plus", '"p":3', '"p":4', "an even dimension"),
    state("state.ensemble.inhabited", "plus", PLUS, "", "no state"),
    state("state.ensemble.size", "lift", WAVE, ",".join([WAVE] * 32), "33 members"),
    state("state.names.distinct", "lift", '"name":"wave"', '"name":"one"', "one name for two states"),
    state("state.field", "lift", '"m":3},"weight":["1","-1"]', '"m":6},"weight":["1","-1"]', "two fields"),
    state("state.projector.hermitian", "lift", '["-1","-1"],["0","1"]]', '["-1","-1"],["-1","-1"]]', "P* is not P"),
    state("state.projector.idempotent", "lift", '{"den":"1","entries"', '{"den":"2","entries"', "half a projector"),
    state(
        "state.projector.trace",
        "lift",
        '["1","0"],["0","0"]],[["0","0"],["0","0"],["0","0"]]],"m":3},"weight":["1"',
        '["0","0"],["0","0"]],[["0","0"],["0","0"],["0","0"]]],"m":3},"weight":["1"',
        "the projector 0",
    ),
    state("state.members.distinct", "half", ZERO, f"{halved('zero')},{halved('again')}", "one state under two names"),
    state("state.weights.positive", "lift", '["1","-1"]', '["1","-2"]', "a negative weight at 1"),
    state("state.weights.positive", "lift", '["0","1"]}', '["-1","2"]}', "a negative weight at 0"),
    state("state.weights.sum", "lift", '"weight":["0","1"]', '"weight":["0","1/2"]', "weights that sum to 1 at 0 only"),
    state("state.weights.sum", "lift", '"weight":["1","-1"]', '"weight":["1/2","-1/2"]', "weights that sum to 1 at 1"),
    added(
        "wigner.rational",
        "plus",
        "wigner",
        {
            "bound": "1/2",
            "function": [[["1/3", "0"]] * 3] * 3,
        },
        "an irrational Wigner function",
    ),
    statement("wigner.function", "golay-wigner", '["-1/3","4/9"]', '["-1/3","5/9"]', "W(0,0)"),
    statement("wigner.function", "golay-wigner", '["1/6","-1/18"]]],"id"', '["1/6","-1/9"]]],"id"', "W(2,2)"),
    statement("wigner.bound.range", "golay-wigner", '"bound":"3/4"', '"bound":"1"', "no bound"),
    statement("wigner.bound.range", "golay-wigner", '"bound":"3/4"', '"bound":"0"', "no bound"),
    statement("wigner.bound.enough", "golay-wigner", '"bound":"3/4"', '"bound":"2/3"', "negative at 2/3"),
    statement("wigner.bound.needed", "golay-wigner", '"bound":"3/4"', '"bound":"4/5"', "not negative below 4/5"),
    added(
        "wigner.bound.above",
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
        "wigner.bound.needed",
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
    statement("quotient.low", "golay-wigner", FRACTION, '["3/5","4/5"]', "an interval above the fraction"),
    statement("quotient.high", "golay-wigner", FRACTION, '["1/5","2/5"]', "an interval below the fraction"),
    statement(
        "quotient.low",
        "golay-wigner",
        FRACTION,
        '["1935771732358977817480007421899/3750000000000000000000000000000","1"]',
        "above the fraction, by nothing",
    ),
    statement(
        "quotient.high",
        "golay-wigner",
        FRACTION,
        '["0","1290514488239318544986671614599/2500000000000000000000000000000"]',
        "below it, by nothing",
    ),
    statement(
        "quotient.decided",
        "golay-wigner",
        "51620579529572741799/100000000000000000000",
        "1548617385887182253984005937519/3000000000000000000000000000000",
        "an interval that cuts the fraction's",
    ),
    statement(
        "quotient.decided",
        "golay-wigner",
        "258102897647863709/500000000000000000",
        "1548617385887182253984005937519/3000000000000000000000000000000",
        "an interval that cuts the fraction's",
    ),
]
