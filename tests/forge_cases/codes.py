"""Forgeries of codes and enumerators."""

from __future__ import annotations

import json

from forge import Case

from .edits import added, certificate, code, statement

ZEROS = [0] * 40

FORTY = json.dumps({
    "destabilizers": [[ZEROS, [2 * int(i == j) for i in range(40)]] for j in range(39)],
    "logical": [[*ZEROS[:39], 1], ZEROS],
}, separators=(",", ":"))  # fmt: skip

CODES = [
    code("code.keys", "one", '"source":"one site, no stabilizer",', "", "no source"),
    Case("code.keys", "one", "code", "", "[]\n", "a code that is a list"),
    code("map.success", "pair", '"source"', '"signs":[1],"source"', "a sign that changes the probability"),
    code("class-enumerator.terms.counts", "signed-t", '"signs":[0,1,0,1]', '"signs":[0,0,0,0]', "the signs left out"),
    code("code.sites", "one", '"n":1', '"n":65', "65 sites"),
    code("code.stabilizers.count", "one", '"stabilizers":[]', '"stabilizers":[[[0],[1]]]', "no encoded qudit"),
    code("code.dimension", "one", '"p":3', '"p":5', "a code of another dimension than the state's"),
    statement("code.n", "one", '"n":1,', '"n":2,', "another number of sites"),
    statement("code.p", "one", '"p":3,', '"p":5,', "another dimension"),
    statement("code.k", "one", '"k":1,', '"k":2,', "another number of encoded qudits"),
    code("code.stabilizers.commute", "five", "[[0,1,0,0,2],[0,0,1,2,0]]", "[[0,1,0,0,2],[0,0,1,1,0]]", "ZX = wXZ"),
    code(
        "code.logicals.commute", "five", '"logical_x":[[1,1,1,1,1]', '"logical_x":[[1,1,1,1,2]', "an error is detected"
    ),
    code("code.logicals.commute", "five", "[2,2,2,2,2]]", "[2,2,2,2,1]]", "an error is detected"),
    certificate(
        "code.witness.destabilizers",
        "five",
        '"destabilizers":[[[1,2,1,1,1]',
        '"destabilizers":[[[2,1,2,2,2]',
        "a form that is 2",
    ),
    certificate(
        "code.witness.destabilizers",
        "five",
        "[[0,1,1,1,0],[0,0,0,0,0]]",
        "[[0,1,1,1,1],[0,0,0,0,0]]",
        "a form that is not 0",
    ),
    certificate(
        "code.witness.destabilizers.apart",
        "five",
        "[[0,1,1,1,0],[0,0,0,0,0]]",
        "[[1,2,2,2,1],[0,0,0,0,0]]",
        "times a logical X",
    ),
    certificate(
        "code.witness.destabilizers.apart",
        "five",
        "[[0,1,1,1,0],[0,0,0,0,0]]",
        "[[0,1,1,1,0],[2,2,2,2,2]]",
        "times a logical Z",
    ),
    code(
        "code.witness.destabilizers",
        "five",
        "[[0,2,0,1,0],[2,0,0,0,1]]",
        "[[0,0,0,0,0],[0,0,0,0,0]]",
        "dependent stabilizers",
    ),
    code("code.logicals.pairing", "five", "[2,2,2,2,2]]", "[1,1,1,1,1]]", "the inverse of logical_z"),
    code("code.logicals.pairing", "five", "[[0,0,0,0,0],[2,2,2,2,2]]", "[[0,0,0,0,0],[0,0,0,0,0]]", "no logical_z"),
    statement("code.distance", "five", '"distance":3', '"distance":4', "a distance that is too large"),
    statement("code.distance", "five", '"distance":3', '"distance":2', "a distance that is too small"),
    certificate(
        "code.witness.logical.weight",
        "five",
        '"logical":[[2,1,2,0,0],[2,2,2,0,0]]',
        '"logical":[[1,1,1,1,1],[0,0,0,0,0]]',
        "a logical operator of weight 5",
    ),
    certificate(
        "code.witness.logical.commutes",
        "five",
        '"logical":[[2,1,2,0,0],[2,2,2,0,0]]',
        '"logical":[[1,1,2,0,0],[2,2,2,0,0]]',
        "an error that is detected",
    ),
    certificate(
        "code.witness.logical.acts",
        "wide",
        '"logical":[[0,0,0,0],[1,2,0,0]]',
        '"logical":[[0,0,0,2],[0,2,0,0]]',
        "a stabilizer",
    ),
    statement(
        "enumerator.counts", "five", '"A":["1","0","0","0","40","40"]', '"A":["1","0","0","0","41","40"]', "A[4]"
    ),
    statement("enumerator.counts", "five", '"B":["1","0","0","80"', '"B":["1","0","0","81"', "B[3]"),
    statement("enumerator.counts", "five", '"240","408"]', '"240","407"]', "B[5]"),
    added("work.operations", "forty", "code", {"distance": 1, "k": 1, "n": 40, "p": 3}, "3^39 elements to list", FORTY),
]
