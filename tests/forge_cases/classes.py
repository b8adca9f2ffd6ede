"""Forgeries of classifications."""

from __future__ import annotations

import json
from typing import Any

from forge import BASES, Case

from .edits import added, certificate, statement

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


def classes(check: str, length: int, dimension: int, codes: list[Any], groups: list[Any], why: str) -> Case:
    """A second claim `classification`, beside an honest one."""
    fields = {"codes": codes, "dimension": dimension, "length": length}
    return added(
        check, "classes-4", "classification", fields, why, json.dumps({"groups": groups}, separators=(",", ":"))
    )


SWAP = '{"permutation":[2,1,3,4,5,6],"signs":[1,1,1,2,1,1]}'

ROWS = "[[1,0,1,1,0,0],[0,1,1,2,0,0]]"

CLASSES = [
    added(
        "classification.field",
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
    statement("number.range", "classes-6", '"length":6', '"length":0', "no coordinates"),
    statement("number.range", "classes-6", '"length":6', '"length":14', "a length over the bound"),
    statement("number.range", "classes-6", '"dimension":2', '"dimension":14', "a dimension over the bound"),
    statement("number.range", "classes-6", ROWS, ROWS.replace("2", "3"), "an entry that is not reduced"),
    statement("classification.dimension", "classes-6", '"length":6', '"length":13', "a dimension of another length"),
    statement("classification.dimension", "classes-6", '"length":6', '"length":1', "a dimension of another length"),
    statement("classification.dimension", "classes-6", '"dimension":2', '"dimension":3', "another dimension"),
    statement("classification.dimension", "classes-6", '"dimension":2', '"dimension":0', "another dimension"),
    statement("classification.dimension", "classes-6", '"dimension":2', '"dimension":13', "another dimension"),
    classes("classification.codes", 4, 2, [TETRACODE] * 27, [], "more codes than there can be"),
    statement(
        "object.keys",
        "classes-6",
        f"{ROWS}}}",
        f'{ROWS},"name":"golay11"}}',
        "a code with the name of another one",
    ),
    classes(
        "classification.order",
        6,
        2,
        SIX["codes"][::-1],
        SIX_GROUPS[::-1],
        "the code with fewer words of weight 3 first",
    ),
    classes(
        "classification.order",
        4,
        2,
        [OTHER_TETRACODE, TETRACODE],
        [OTHER_GROUP, TETRACODE_GROUP],
        "codes with the same weights, the greater rows first",
    ),
    certificate("number.range", "classes-6", SWAP, SWAP.replace("[2,1", "[0,1"), "no such place"),
    certificate("number.range", "classes-6", SWAP, SWAP.replace("[2,1", "[14,1"), "a place over the bound"),
    certificate("number.range", "classes-6", SWAP, SWAP.replace("[1,1,1,2", "[0,1,1,2"), "no sign"),
    certificate("number.range", "classes-6", SWAP, SWAP.replace("[1,1,1,2", "[1,1,1,3"), "no sign"),
    classes("classification.witness.groups", 4, 2, [TETRACODE], [], "a code without its group"),
    classes("classification.witness.groups", 4, 2, [TETRACODE], [TETRACODE_GROUP] * 2, "a group without its code"),
    statement("classification.generator.shape", "classes-6", ROWS, "[[1,0,1,1,0,0]]", "a row is missing"),
    statement("classification.generator.shape", "classes-6", ROWS, f"{ROWS[:-1]},[0,0,0,0,1,1]]", "one row too many"),
    statement("classification.generator.shape", "classes-6", ROWS, ROWS.replace("2,0,0", "2,0"), "a short row"),
    statement(
        "classification.generator.echelon", "classes-6", ROWS, "[[0,1,1,2,0,0],[1,0,1,1,0,0]]", "rows out of order"
    ),
    statement("classification.generator.echelon", "classes-6", ROWS, "[[2,0,2,2,0,0],[0,1,1,2,0,0]]", "a row times 2"),
    statement("classification.generator.echelon", "classes-6", ROWS, "[[1,1,2,0,0,0],[0,1,1,2,0,0]]", "a sum of rows"),
    statement("classification.generator.echelon", "classes-6", ROWS, "[[1,0,1,1,0,0],[0,0,0,0,0,0]]", "dependent rows"),
    statement("classification.generator.echelon", "classes-6", ROWS, "[[1,0,1,1,0,0],[1,0,1,1,0,0]]", "dependent rows"),
    statement(
        "classification.generator.self-orthogonal", "classes-6", ROWS, "[[1,0,1,1,0,0],[0,1,1,1,0,0]]", "2 between rows"
    ),
    statement(
        "classification.generator.self-orthogonal",
        "classes-6",
        ROWS,
        "[[1,0,1,1,0,0],[0,1,1,2,0,1]]",
        "a row of norm 1",
    ),
    certificate("classification.witness.permutation", "classes-6", SWAP, SWAP.replace("[2,1", "[2,2"), "a place twice"),
    certificate(
        "classification.witness.permutation",
        "classes-6",
        SWAP,
        SWAP.replace("[2,1", "[13,1"),
        "a place beyond the last",
    ),
    certificate(
        "classification.witness.permutation", "classes-6", SWAP, SWAP.replace("5,6]", "5]"), "a place is missing"
    ),
    certificate(
        "classification.witness.permutation",
        "classes-6",
        SWAP,
        SWAP.replace("[1,1,1,2", "[1,1,1,1,2"),
        "a sign too many",
    ),
    certificate(
        "classification.witness.automorphism",
        "classes-6",
        SWAP,
        SWAP.replace("[1,1,1,2", "[1,1,1,1"),
        "no automorphism",
    ),
    certificate(
        "classification.witness.automorphism", "classes-6", SWAP, SWAP.replace("[2,1", "[1,2"), "no automorphism"
    ),
    certificate(
        "classification.witness.automorphism",
        "classes-6",
        SWAP,
        SWAP.replace("5,6]", "6,5]").replace("[2,1", "[6,1").replace("6,5]", "2,5]"),
        "no automorphism",
    ),
    certificate(
        "classification.witness.signs", "classes-6", SWAP, SWAP.replace("2,1,1]}", "2,1,2]}"), "a second spelling"
    ),
    certificate(
        "classification.witness.signs",
        "classes-6",
        '"signs":[1,1,1,1,1,2]',
        '"signs":[1,1,1,1,2,2]',
        "two signs at once",
    ),
    certificate(
        "classification.witness.signs",
        "classes-6",
        '{"permutation":[1,2,3,4,6,5],"signs":[1,1,1,1,1,1]},{"permutation":[1,2,4,3,5,6],"signs":[1,2',
        '{"permutation":[1,2,3,4,6,5],"signs":[1,1,1,1,1,2]},{"permutation":[1,2,4,3,5,6],"signs":[1,2',
        "a sign with a permutation",
    ),
    certificate("classification.witness.orbit", "classes-6", f",{SWAP}", "", "the orbit of +1 is too small"),
    certificate(
        "classification.witness.orbit",
        "classes-6",
        '{"permutation":[1,2,3,4,5,6],"signs":[1,1,1,1,1,2]},',
        "",
        "the orbit of the last coordinate is too small",
    ),
    certificate("classification.witness.generators", "classes-6", SWAP, f"{SWAP},{SWAP}", "a generator twice"),
    certificate(
        "classification.witness.generators",
        "classes-6",
        SWAP,
        f'{SWAP},{{"permutation":[1,2,3,4,5,6],"signs":[1,1,1,1,1,1]}}',
        "the identity",
    ),
    statement("classification.automorphisms", "classes-6", '"384"', '"192"', "half the order"),
    statement("classification.automorphisms", "classes-6", '"288"', '"576"', "twice the order"),
    classes(
        "classification.inequivalent",
        4,
        2,
        [TETRACODE, TETRACODE],
        [TETRACODE_GROUP] * 2,
        "a code twice",
    ),
    classes(
        "classification.inequivalent",
        4,
        2,
        [TETRACODE, OTHER_TETRACODE],
        [TETRACODE_GROUP, OTHER_GROUP],
        "an equivalent code",
    ),
    classes(
        "classification.mass",
        6,
        2,
        SIX["codes"][:1],
        SIX_GROUPS[:1],
        "a class is missing",
    ),
    classes("classification.mass", 4, 2, [], [], "no class at all"),
]
