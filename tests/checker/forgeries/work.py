"""Forgeries that ask for more work than is allowed."""

from __future__ import annotations

import json

from edits import added
from forge import LIMIT

ZEROS = [0] * 40

FORTY = json.dumps({
    "destabilizers": [[ZEROS, [2 * int(i == j) for i in range(40)]] for j in range(39)],
    "logical": [[*ZEROS[:39], 1], ZEROS],
}, separators=(",", ":"))  # fmt: skip

EIGHT = {
    "den": ["32"],
    "num": ["9", "-16", "112", "-448", "1120", "-1792", "1792", "-1024", "256"],
}  # 2^-2 N_1 of the base `eight`

ONE_ELEMENT = {"den": "1", "m": 8, "num": ["1", "0", "0", "0"]}

LONG = {"den": "1", "m": 8, "num": ["9" * 3999, "0", "0", "0"]}

FORGERIES = [
    added(
        "work.operations/1",
        LIMIT,
        "forty",
        "code",
        {"distance": 1, "k": 1, "n": 40, "p": 3},
        "3^39 elements to list",
        FORTY,
    ),
    added(
        "work.operations/2",
        LIMIT,
        "eight",
        "outputs",
        {
            "any": {"den": ["1"], "num": ["1"]},
            "each": [],
            "parameter": "eps",
            "success": EIGHT,
            "target": [ONE_ELEMENT, *[LONG] * 63],
        },
        "amplitudes of 3999 digits",
        '{"bezout":{}}',
    ),
]
