"""Forgeries of state files, and of what a claim needs of a family."""

from __future__ import annotations

from edits import WAVE, added, state
from forge import BASES, DECLINED, LIMIT, MALFORMED, REFUSED

LEADING = {"coefficient": "1", "of": "map", "order": 1, "output": "x"}

PLUS = (BASES / "states" / "plus.json").read_text().split('"ensemble":[')[1].split('],"format"')[0]

ZERO = (BASES / "states" / "bitflip.json").read_text().split('"ensemble":[')[1].split(',{"name":"one"')[0]


def halved(name: str) -> str:
    """The first member of the bit flips with half of its weight."""
    return ZERO.replace('"zero"', f'"{name}"').replace('["1","-1"]', '["1/2","-1/2"]')


FORGERIES = [
    state("state.p.size/1", LIMIT, "plus", '"p":3', '"p":9', "a dimension over the bound, and not a prime"),
    state("state.p.size/2", LIMIT, "plus", '"p":3', '"p":97', "a dimension over the bound"),
    state("state.p.prime/1", DECLINED, "plus", '"p":3', '"p":4', "an even dimension"),
    state("state.ensemble.inhabited/1", MALFORMED, "plus", PLUS, "", "no state"),
    state("state.ensemble.size/1", LIMIT, "lift", WAVE, ",".join([WAVE] * 32), "33 members"),
    state("state.names.distinct/1", MALFORMED, "lift", '"name":"wave"', '"name":"one"', "one name for two states"),
    state("state.names.distinct/2", MALFORMED, "lift", WAVE, ",".join([WAVE] * 31), "32 members of two names"),
    state("state.field/1", MALFORMED, "lift", '"m":3},"weight":["1","-1"]', '"m":6},"weight":["1","-1"]', "two fields"),
    state(
        "state.projector.hermitian/1",
        REFUSED,
        "lift",
        '["-1","-1"],["0","1"]]',
        '["-1","-1"],["-1","-1"]]',
        "P* is not P",
    ),
    state(
        "state.projector.idempotent/1",
        REFUSED,
        "lift",
        '{"den":"1","entries"',
        '{"den":"2","entries"',
        "half a projector",
    ),
    state(
        "state.projector.idempotent/2",
        REFUSED,
        "plus",
        '"den":"12"',
        f'"den":"1{"0" * 40}"',
        "a small multiple of a projector",
    ),
    state(
        "state.projector.trace/1",
        REFUSED,
        "lift",
        '["1","0"],["0","0"]],[["0","0"],["0","0"],["0","0"]]],"m":3},"weight":["1"',
        '["0","0"],["0","0"]],[["0","0"],["0","0"],["0","0"]]],"m":3},"weight":["1"',
        "the projector 0",
    ),
    state(
        "state.members.distinct/1",
        MALFORMED,
        "half",
        ZERO,
        f"{halved('zero')},{halved('again')}",
        "one state under two names",
    ),
    state("state.weights.positive/1", REFUSED, "lift", '["1","-1"]', '["1","-2"]', "a negative weight at 1"),
    state("state.weights.positive/2", REFUSED, "lift", '["0","1"]}', '["-1","2"]}', "a negative weight at 0"),
    state(
        "state.weights.sum/1",
        REFUSED,
        "lift",
        '"weight":["0","1"]',
        '"weight":["0","1/2"]',
        "weights that sum to 1 at 0 only",
    ),
    state(
        "state.weights.sum/2",
        REFUSED,
        "lift",
        '"weight":["1","-1"]',
        '"weight":["1/2","-1/2"]',
        "weights that sum to 1 at 1",
    ),
    state(
        "state.weights.sum/3",
        REFUSED,
        "plus",
        '"weight":["1","0"]',
        f'"weight":["1","1/1{"0" * 40}"]',
        "not summing to 1",
    ),
    added(
        "family.pure/1",
        DECLINED,
        "reversed",
        "suppression",
        {"coefficient": "4/3", "of": "map", "order": 1, "output": "x"},
        "the family starts at a mixture",
    ),
    added(
        "family.pure/2",
        DECLINED,
        "shuffled",
        "suppression",
        {"coefficient": "5/2", "of": "map", "order": 1, "output": "x"},
        "the family starts at another member than its first",
    ),
    added(
        "family.pure/3",
        DECLINED,
        "reversed",
        "threshold",
        {
            "bound": "1",
            "infidelity": ["1/4", "1/2"],
            "interval": ["1/4", "1/2"],
            "of": "map",
            "output": "x",
            "polynomial": ["-1", "3"],
        },
        "worse below, better above",
        '{"cofactor":["0","1","1"]}',
    ),
    state("state.parameters.count/1", DECLINED, "plus", '"parameters":["x"]', '"parameters":[]', "no parameter"),
    state(
        "state.parameters.count/2", DECLINED, "plus", '"parameters":["x"]', '"parameters":["x","x"]', "one name twice"
    ),
    state(
        "state.parameters.count/3",
        DECLINED,
        "plus",
        '"parameters":["x"]',
        '"parameters":["a","b","c"]',
        "three parameters",
    ),
    state(
        "state.parameters.reserved/1",
        MALFORMED,
        "plus",
        '"parameters":["x"]',
        '"parameters":["success"]',
        "a probability",
    ),
    state(
        "state.parameters.reserved/2",
        MALFORMED,
        "plus",
        '"parameters":["x"]',
        '"parameters":["Fidelity"]',
        "1 - infidelity",
    ),
    state(
        "state.parameters.reserved/3",
        MALFORMED,
        "plus",
        '"parameters":["x"]',
        '"parameters":["1"]',
        "an output's number",
    ),
    state("state.parameters.reserved/4", MALFORMED, "plus", '"parameters":["x"]', '"parameters":["x-1"]', "a formula"),
    state(
        "state.parameters.reserved/5", MALFORMED, "plus", '"parameters":["x"]', '"parameters":["p"]', "of a Pauli error"
    ),
    state(
        "state.parameters.reserved/6",
        MALFORMED,
        "plus",
        '"parameters":["x"]',
        '"parameters":["i"]',
        "the square root of -1",
    ),
    state(
        "state.parameters.reserved/7",
        MALFORMED,
        "plus",
        '"parameters":["x"]',
        '"parameters":["O"]',
        "terms of higher order",
    ),
    state(
        "state.parameters.reserved/8",
        MALFORMED,
        "plus",
        '"parameters":["x"]',
        '"parameters":["omega"]',
        "a root of unity",
    ),
    state(
        "state.parameters.reserved/9",
        MALFORMED,
        "plus",
        '"parameters":["x"]',
        '"parameters":["zeta"]',
        "a root of unity",
    ),
    state("state.parameters.reserved/10", MALFORMED, "plus", '"parameters":["x"]', '"parameters":["pi"]', "a constant"),
    state(
        "state.parameters.reserved/11",
        MALFORMED,
        "plus",
        '"parameters":["x"]',
        '"parameters":["target"]',
        "the state at 0",
    ),
    state(
        "state.parameters.reserved/12",
        MALFORMED,
        "plus",
        '"parameters":["x"]',
        '"parameters":["theThreshold"]',
        "a threshold",
    ),
    state(
        "state.parameters.meaning/1",
        MALFORMED,
        "five",
        '"parameters":["delta"]',
        '"parameters":["eps"]',
        "a depolarizing rate",
    ),
    state(
        "state.parameters.meaning/2",
        MALFORMED,
        "five",
        '"parameters":["delta"]',
        '"parameters":["Delta"]',
        "another spelling",
    ),
    state(
        "state.parameters.meaning/3",
        MALFORMED,
        "parity-t-gate",
        '"parameters":["eps"]',
        '"parameters":["delta"]',
        "no rate",
    ),
    state(
        "state.parameters.meaning/4",
        MALFORMED,
        "reversed",
        '"parameters":["x"]',
        '"parameters":["delta"]',
        "the wrong way",
    ),
    state(
        "state.parameters.meaning/5",
        MALFORMED,
        "reversed",
        '"parameters":["x"]',
        '"parameters":["eps"]',
        "the wrong way",
    ),
    state(
        "state.parameters.meaning/6",
        MALFORMED,
        "twins-norell",
        '"parameters":["eps0"',
        '"parameters":["eps"',
        "one of two",
    ),
    state("state.names.target/1", MALFORMED, "five", '"name":"minus"', '"name":"target"', "the target is S"),
    state(
        "state.weights.size/1", LIMIT, "plus", '"weight":["1","0"]', f'"weight":["1","1/1{"0" * 39}1"]', "a long weight"
    ),
    added("family.noise/1", DECLINED, "slanted", "suppression", LEADING, "an irrational infidelity"),
]
