"""Forgeries of `classification` claims: each is refused first by a check of this kind."""

from __future__ import annotations

import json
from typing import Any

from edits import ROWS, SWAP, added, certificate, statement
from forge import BASES, DECLINED, LIMIT, MALFORMED, REFUSED, Case

TETRACODE = json.loads((BASES / "statements" / "classes-4.json").read_text().split("\n")[1])["codes"][0]

TETRACODE_GROUP = json.loads((BASES / "certificates" / "classes-4.jsonl").read_text().split("\n")[1])["witness"][
    "groups"
][0]

OTHER_TETRACODE = {"automorphisms": "48", "generator": [[1, 0, 1, 2], [0, 1, 2, 2]]}

OTHER_GROUP = [
    {"permutation": [1, 2, 4, 3], "signs": [1, 2, 2, 2]},
    {"permutation": [1, 3, 2, 4], "signs": [1, 1, 1, 2]},
    {"permutation": [1, 2, 4, 3], "signs": [2, 1, 1, 1]},
    {"permutation": [2, 1, 3, 4], "signs": [1, 1, 2, 1]},
]

SIX = json.loads((BASES / "statements" / "classes-6.json").read_text().split("\n")[1])

SIX_GROUPS = json.loads((BASES / "certificates" / "classes-6.jsonl").read_text().split("\n")[1])["witness"]["groups"]


def classes(
    identifier: str, verdict: int, length: int, dimension: int, codes: list[Any], groups: list[Any], why: str
) -> Case:
    """A second claim `classification`, beside an honest one."""
    fields = {"codes": codes, "dimension": dimension, "length": length}
    return added(
        identifier,
        verdict,
        "classes-4",
        "classification",
        fields,
        why,
        json.dumps({"groups": groups}, separators=(",", ":")),
    )


FORGERIES = [
    added(
        "classification.field/1",
        DECLINED,
        "five-five",
        "classification",
        {
            "codes": [{"automorphisms": "2", "generator": []}],
            "dimension": 0,
            "length": 1,
        },
        "a true claim beside a code with p = 5",
        '{"groups":[[{"permutation":[1],"signs":[2]}]]}',
    ),
    statement(
        "classification.dimension/1", REFUSED, "classes-6", '"length":6', '"length":13', "a dimension of another length"
    ),
    statement(
        "classification.dimension/2", REFUSED, "classes-6", '"length":6', '"length":1', "a dimension of another length"
    ),
    statement(
        "classification.dimension/3", REFUSED, "classes-6", '"dimension":2', '"dimension":3', "another dimension"
    ),
    statement(
        "classification.dimension/4", REFUSED, "classes-6", '"dimension":2', '"dimension":0', "another dimension"
    ),
    statement(
        "classification.dimension/5", REFUSED, "classes-6", '"dimension":2', '"dimension":13', "another dimension"
    ),
    classes("classification.codes/1", LIMIT, 4, 2, [TETRACODE] * 27, [], "more codes than there can be"),
    classes(
        "classification.order/1",
        MALFORMED,
        6,
        2,
        SIX["codes"][::-1],
        SIX_GROUPS[::-1],
        "the code with fewer words of weight 3 first",
    ),
    classes(
        "classification.order/2",
        MALFORMED,
        4,
        2,
        [OTHER_TETRACODE, TETRACODE],
        [OTHER_GROUP, TETRACODE_GROUP],
        "codes with the same weights, the greater rows first",
    ),
    classes("classification.witness.groups/1", REFUSED, 4, 2, [TETRACODE], [], "a code without its group"),
    classes(
        "classification.witness.groups/2", REFUSED, 4, 2, [TETRACODE], [TETRACODE_GROUP] * 2, "a group without its code"
    ),
    statement("classification.generator.shape/1", MALFORMED, "classes-6", ROWS, "[[1,0,1,1,0,0]]", "a row is missing"),
    statement(
        "classification.generator.shape/2",
        MALFORMED,
        "classes-6",
        ROWS,
        f"{ROWS[:-1]},[0,0,0,0,1,1]]",
        "one row too many",
    ),
    statement(
        "classification.generator.shape/3", MALFORMED, "classes-6", ROWS, ROWS.replace("2,0,0", "2,0"), "a short row"
    ),
    statement(
        "classification.generator.echelon/1",
        MALFORMED,
        "classes-6",
        ROWS,
        "[[0,1,1,2,0,0],[1,0,1,1,0,0]]",
        "rows out of order",
    ),
    statement(
        "classification.generator.echelon/2",
        MALFORMED,
        "classes-6",
        ROWS,
        "[[2,0,2,2,0,0],[0,1,1,2,0,0]]",
        "a row times 2",
    ),
    statement(
        "classification.generator.echelon/3",
        MALFORMED,
        "classes-6",
        ROWS,
        "[[1,1,2,0,0,0],[0,1,1,2,0,0]]",
        "a sum of rows",
    ),
    statement(
        "classification.generator.echelon/4",
        MALFORMED,
        "classes-6",
        ROWS,
        "[[1,0,1,1,0,0],[0,0,0,0,0,0]]",
        "dependent rows",
    ),
    statement(
        "classification.generator.echelon/5",
        MALFORMED,
        "classes-6",
        ROWS,
        "[[1,0,1,1,0,0],[1,0,1,1,0,0]]",
        "dependent rows",
    ),
    statement(
        "classification.generator.self-orthogonal/1",
        REFUSED,
        "classes-6",
        ROWS,
        "[[1,0,1,1,0,0],[0,1,1,1,0,0]]",
        "2 between rows",
    ),
    statement(
        "classification.generator.self-orthogonal/2",
        REFUSED,
        "classes-6",
        ROWS,
        "[[1,0,1,1,0,0],[0,1,1,2,0,1]]",
        "a row of norm 1",
    ),
    certificate(
        "classification.witness.permutation/1",
        REFUSED,
        "classes-6",
        SWAP,
        SWAP.replace("[2,1", "[2,2"),
        "a place twice",
    ),
    certificate(
        "classification.witness.permutation/2",
        REFUSED,
        "classes-6",
        SWAP,
        SWAP.replace("[2,1", "[13,1"),
        "a place beyond the last",
    ),
    certificate(
        "classification.witness.permutation/3",
        REFUSED,
        "classes-6",
        SWAP,
        SWAP.replace("5,6]", "5]"),
        "a place is missing",
    ),
    certificate(
        "classification.witness.permutation/4",
        REFUSED,
        "classes-6",
        SWAP,
        SWAP.replace("[1,1,1,2", "[1,1,1,1,2"),
        "a sign too many",
    ),
    certificate(
        "classification.witness.automorphism/1",
        REFUSED,
        "classes-6",
        SWAP,
        SWAP.replace("[1,1,1,2", "[1,1,1,1"),
        "no automorphism",
    ),
    certificate(
        "classification.witness.automorphism/2",
        REFUSED,
        "classes-6",
        SWAP,
        SWAP.replace("[2,1", "[1,2"),
        "no automorphism",
    ),
    certificate(
        "classification.witness.automorphism/3",
        REFUSED,
        "classes-6",
        SWAP,
        SWAP.replace("5,6]", "6,5]").replace("[2,1", "[6,1").replace("6,5]", "2,5]"),
        "no automorphism",
    ),
    certificate(
        "classification.witness.signs/1",
        REFUSED,
        "classes-6",
        SWAP,
        SWAP.replace("2,1,1]}", "2,1,2]}"),
        "a second spelling",
    ),
    certificate(
        "classification.witness.signs/2",
        REFUSED,
        "classes-6",
        '"signs":[1,1,1,1,1,2]',
        '"signs":[1,1,1,1,2,2]',
        "two signs at once",
    ),
    certificate(
        "classification.witness.signs/3",
        REFUSED,
        "classes-6",
        '{"permutation":[1,2,3,4,6,5],"signs":[1,1,1,1,1,1]},{"permutation":[1,2,4,3,5,6],"signs":[1,2',
        '{"permutation":[1,2,3,4,6,5],"signs":[1,1,1,1,1,2]},{"permutation":[1,2,4,3,5,6],"signs":[1,2',
        "a sign with a permutation",
    ),
    certificate("classification.witness.orbit/1", REFUSED, "classes-6", f",{SWAP}", "", "the orbit of +1 is too small"),
    certificate(
        "classification.witness.orbit/2",
        REFUSED,
        "classes-6",
        '{"permutation":[1,2,3,4,5,6],"signs":[1,1,1,1,1,2]},',
        "",
        "the orbit of the last coordinate is too small",
    ),
    certificate(
        "classification.witness.generators/1", REFUSED, "classes-6", SWAP, f"{SWAP},{SWAP}", "a generator twice"
    ),
    certificate(
        "classification.witness.generators/2",
        REFUSED,
        "classes-6",
        SWAP,
        f'{SWAP},{{"permutation":[1,2,3,4,5,6],"signs":[1,1,1,1,1,1]}}',
        "the identity",
    ),
    statement("classification.automorphisms/1", REFUSED, "classes-6", '"384"', '"192"', "half the order"),
    statement("classification.automorphisms/2", REFUSED, "classes-6", '"288"', '"576"', "twice the order"),
    classes(
        "classification.inequivalent/1",
        REFUSED,
        4,
        2,
        [TETRACODE, TETRACODE],
        [TETRACODE_GROUP] * 2,
        "a code twice",
    ),
    classes(
        "classification.inequivalent/2",
        REFUSED,
        4,
        2,
        [TETRACODE, OTHER_TETRACODE],
        [TETRACODE_GROUP, OTHER_GROUP],
        "an equivalent code",
    ),
    classes(
        "classification.mass/1",
        REFUSED,
        6,
        2,
        SIX["codes"][:1],
        SIX_GROUPS[:1],
        "a class is missing",
    ),
    classes("classification.mass/2", REFUSED, 4, 2, [], [], "no class at all"),
]
