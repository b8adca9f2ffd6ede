"""Forgeries of `outputs` claims: each is refused first by a check of this kind."""

from __future__ import annotations

from edits import THIRD, added, statement
from forge import DECLINED, LIMIT, MALFORMED, REFUSED

OUTPUTS = '"success":{"den":["8"],"num":["3","-4","6","-4","1"]}'

FORGERIES = [
    added(
        "outputs.dimension/1",
        LIMIT,
        "slack",
        "outputs",
        {
            "any": {"den": ["1"], "num": ["1"]},
            "each": [],
            "parameter": "eps",
            "success": {"den": ["1"], "num": ["1"]},
            "target": [],
        },
        "seven encoded qubits",
        '{"bezout":{}}',
    ),
    statement(
        "outputs.each.count/1",
        MALFORMED,
        "free",
        '"each":[{"den":["2"],"num":["0","1"]},{"den":["2"],"num":["0","1"]}]',
        '"each":[{"den":["2"],"num":["0","1"]}]',
        "one output left out",
    ),
    statement(
        "outputs.each.count/2",
        MALFORMED,
        "four-two-h",
        '"each":[]',
        '"each":[{"den":["1"],"num":["0","1"]},{"den":["1"],"num":["0","1"]}]',
        "the target is entangled",
    ),
    statement(
        "outputs.infidelity/1",
        REFUSED,
        "four-two-h",
        '"num":["0","4","2","-4","1"]',
        '"num":["0","4","2","-4","2"]',
        "another infidelity",
    ),
    statement(
        "outputs.infidelity/2",
        REFUSED,
        "free",
        '"each":[{"den":["2"],"num":["0","1"]}',
        '"each":[{"den":["2"],"num":["0","3"]}',
        "another infidelity of the first",
    ),
    statement(
        "outputs.infidelity/3",
        REFUSED,
        "four-two-h",
        '[{"den":"1","m":8,"num":["1","0","0","0"]},{"den":"3","m":8,"num":["1"',
        '[{"den":"1","m":8,"num":["1","0","0","0"]},{"den":"3","m":8,"num":["2"',
        "another target",
    ),
    statement(
        "outputs.target.first/1",
        MALFORMED,
        "four-two-h",
        '[{"den":"1","m":8,"num":["1","0","0","0"]},',
        '[{"den":"1","m":8,"num":["0","1","0","0"]},',
        "a second spelling of a target",
    ),
    statement(
        "outputs.target.first/2",
        MALFORMED,
        "four-two-h",
        '[{"den":"1","m":8,"num":["1","0","0","0"]},'
        + ",".join(['{"den":"3","m":8,"num":["1","0","0","0"]}'] * 3)
        + "]",
        "[" + ",".join(['{"den":"1","m":8,"num":["0","0","0","0"]}'] * 4) + "]",
        "no state",
    ),
    added(
        "outputs.k/1",
        DECLINED,
        "one",
        "outputs",
        {
            "any": {"den": ["1"], "num": ["1"]},
            "each": [],
            "parameter": "delta",
            "success": {"den": ["1"], "num": ["1"]},
            "target": [{"den": "1", "m": 12, "num": ["1", "0", "0", "0"]}] * 3,
        },
        "one encoded qutrit",
        '{"bezout":{}}',
    ),
    statement(
        "outputs.parameter/1",
        MALFORMED,
        "four-two-h",
        '"kind":"outputs","parameter":"delta"',
        '"kind":"outputs","parameter":"eps"',
        "the infidelity is not delta",
    ),
    added(
        "outputs.parameters/1",
        DECLINED,
        "split",
        "outputs",
        {
            "any": {"den": ["1"], "num": ["1"]},
            "each": [],
            "parameter": "eps0",
            "success": {"den": ["1"], "num": ["1"]},
            "target": [THIRD] * 9,
        },
        "two parameters",
        '{"bezout":{}}',
    ),
    statement(
        "outputs.success/1", REFUSED, "four-two-h", OUTPUTS, OUTPUTS.replace('"1"]', '"2"]'), "another probability"
    ),
    statement(
        "outputs.success.polynomial/1",
        MALFORMED,
        "four-two-h",
        OUTPUTS,
        '"success":{"den":["8","8"],"num":["3","-1","2","2","-3","1"]}',
        "a factor 1 + delta above and below",
    ),
]
