"""The rows of the tables of forgeries: an edit of one file of an honest base; and values that several tables use.

Every row begins with its id and its verdict, names its base, and ends with what is false about it.  `added` is used
where no claim of the kind can be true of the base's code or state: there the honest twin is the statement without the
claim.
"""

from __future__ import annotations

import json
from typing import Any

from forge import BASES, Case, base_paths
from stillproof_check.rules.table import RULES


def added(
    identifier: str, verdict: int, base: str, kind: str, fields: dict[str, Any], why: str, witness: str = "{}"
) -> Case:
    """A claim at the end of a statement."""
    claim = {"convention": RULES[kind].CONVENTION, "id": "forged", "kind": kind, "place": "test", **fields}
    spelling = json.dumps(claim, sort_keys=True, separators=(",", ":"))
    return Case(identifier, verdict, base, "statement", '\n],"code":', f',\n{spelling}\n],"code":', why, witness)


def statement(identifier: str, verdict: int, base: str, old: str, new: str, why: str) -> Case:
    """An edit of the statement."""
    return Case(identifier, verdict, base, "statement", old, new, why)


def certificate(identifier: str, verdict: int, base: str, old: str, new: str, why: str) -> Case:
    """An edit of the certificate."""
    return Case(identifier, verdict, base, "certificate", old, new, why)


def code(identifier: str, verdict: int, base: str, old: str, new: str, why: str) -> Case:
    """An edit of the code file."""
    return Case(identifier, verdict, base, "code", old, new, why)


def state(identifier: str, verdict: int, base: str, old: str, new: str, why: str) -> Case:
    """An edit of the state file."""
    return Case(identifier, verdict, base, "state", old, new, why)


def built(identifier: str, verdict: int, base: str, file: str, builder: str, why: str) -> Case:
    """A file that is made when the case is run."""
    return Case(identifier, verdict, base, file, "", "", why, builder=builder)


ONE = '{"name":"one","sha256":"54070ee55179f27e142d4bc1ae5529ecd0e0af193ff45b2a1be419d3a6f66753"}'

POWERS = {k: {"den": "1", "m": 12, "num": [str(int(i == k)) for i in range(4)]} for k in range(4)}  # of zeta_12

WAVE = (
    '{"name":"wave"' + (BASES / "states" / "bases.json").read_text().split('{"name":"wave"')[1].split('],"format"')[0]
)

BEZOUT = '{"bezout":{"delta":{"den":["1"],"num":[]}},"line":[]}'

NINES = "9" * 4001  # digits, one more than a number may have

ROWS = "[[1,0,1,1,0,0],[0,1,1,2,0,0]]"  # of the base `classes-6`

SWAP = '{"permutation":[2,1,3,4,5,6],"signs":[1,1,1,2,1,1]}'  # the same

THIRD = {"den": "3", "m": 3, "num": ["1", "0"]}

TRAPPING = {"contraction": "15/16", "of": "map", "point": ["1/3", "1/3"], "ratio": "1/32"}


def mapped(output: dict[str, Any], **changed: Any) -> dict[str, Any]:
    """The fields of a `map` claim without frame and twirl."""
    fields = {
        "output": output,
        "output-clifford": {"shift": [0, 0], "symplectic": [[1, 0], [0, 1]]},
        "output-match": "state",
        "output-twirl": [],
        "parameters": sorted(output),
        "success": {"den": ["1"], "num": ["1"]},
    }
    return fields | changed


def parameter(base: str) -> str:
    """The first parameter of a base's family."""
    state = (BASES / base_paths(base)["state"]).read_text()
    return str(json.loads(state)["parameters"][0])


def threshold(
    identifier: str, verdict: int, base: str, polynomial: list[int], interval: list[str], cofactor: list[int], why: str
) -> Case:
    """A `threshold` claim about the map of a base, with a cofactor that multiplies out."""
    claim = {
        "bound": "1",
        "infidelity": interval,
        "interval": interval,
        "of": "map",
        "output": parameter(base),
        "polynomial": [str(c) for c in polynomial],
    }
    return added(
        identifier,
        verdict,
        base,
        "threshold",
        claim,
        why,
        json.dumps({"cofactor": [str(c) for c in cofactor]}, separators=(",", ":")),
    )


def times(*factors: list[int]) -> list[int]:
    """A product of polynomials, low degree first."""
    product = [1]
    for factor in factors:
        longer = [0] * (len(product) + len(factor) - 1)
        for i, x in enumerate(product):
            for j, y in enumerate(factor):
                longer[i + j] += x * y
        product = longer
    return product
