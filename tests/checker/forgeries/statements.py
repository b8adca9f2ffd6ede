"""Forgeries of statements, certificates, and of what every claim has."""

from __future__ import annotations

from edits import added, built, certificate, code, statement
from forge import BASES, DECLINED, LIMIT, MALFORMED, REFUSED, Case

ALONE_WITNESS = "\n".join((BASES / "certificates" / "alone.jsonl").read_text().splitlines()[1:])

SPLIT = {"output": "eps0", "of": "map"}

ALONE = (BASES / "statements" / "alone.json").read_text().split("\n")[1]

FORGERIES = [
    Case("statement.object/1", MALFORMED, "one", "statement", "", "[]\n", "a statement that is a list"),
    statement("statement.claims.list/1", MALFORMED, "one", '{"claims":[', '{"claims-":[', "no claims"),
    Case("statement.claims.list/2", MALFORMED, "one", "statement", "", '{"claims":{}}\n', "claims that are an object"),
    statement("statement.canonical/1", MALFORMED, "one", '"n":1,', '"n": 1,', "a second spelling of the statement"),
    statement("statement.canonical/2", MALFORMED, "one", '"n":1,', '"n":1,"zzz":1,', "keys out of order"),
    certificate("certificate.complete/1", MALFORMED, "one", '{"end":4}\n', '{"end":4}', "a certificate cut short"),
    certificate(
        "certificate.canonical/1", MALFORMED, "one", '{"end":4}\n', '{"end": 4}\n', "a second spelling of a line"
    ),
    certificate(
        "certificate.canonical/2", MALFORMED, "one", '"den":["1"],"num":[]', '"num":[],"den":["1"]', "keys out of order"
    ),
    statement(
        "statement.name/1",
        MALFORMED,
        "one",
        '"name":"one","source"',
        '"name":"two","source"',
        "the name of another statement",
    ),
    statement("statement.claims.inhabited/1", MALFORMED, "alone", ALONE, "", "a statement that claims nothing"),
    statement(
        "statement.subject.sha256/1", REFUSED, "one", '"sha256":"e364', '"sha256":"f364', "the hash of another state"
    ),
    statement(
        "statement.claims.distinct/1", MALFORMED, "one", '"id":"enumerator"', '"id":"code"', "one id for two claims"
    ),
    built("certificate.present/1", DECLINED, "one", "certificate", "absent", "a statement that nobody has certified"),
    statement(
        "claim.object/1", MALFORMED, "one", '\n],"code":', ',\n"everything"\n],"code":', "a claim that says nothing"
    ),
    statement(
        "claim.object/2",
        MALFORMED,
        "one",
        '\n],"code":',
        ",\n0" * 252 + '\n],"code":',
        "256 claims, most of them nothing",
    ),
    statement("claim.kind/1", DECLINED, "one", '"kind":"enumerator"', '"kind":"census"', "a kind that does not exist"),
    statement("claim.kind/2", DECLINED, "one", '"kind":"enumerator"', '"kind":["enumerator"]', "a kind that is a list"),
    Case("certificate.lines/1", MALFORMED, "one", "certificate", "", '{"end":0}\n', "an end without a header"),
    certificate(
        "certificate.witness.statement/1", REFUSED, "one", '"statement":"sha256:', '"statement":"sha256:0', "no hash"
    ),
    certificate("certificate.witness.end/1", REFUSED, "one", '{"end":4}', '{"end":3}', "a wrong count"),
    certificate("certificate.witness.end/2", REFUSED, "one", '{"end":4}', '{"end":5}', "a wrong count"),
    certificate("certificate.witness.end/3", REFUSED, "one", '{"end":4}', '{"end":1048576}', "a wrong count"),
    certificate(
        "certificate.witness.claims/1", REFUSED, "one", '"claim":"enumerator"', '"claim":"enumerators"', "another claim"
    ),
    certificate("certificate.witness.claims/2", REFUSED, "alone", ALONE_WITNESS, '{"end":0}', "nothing is certified"),
    statement(
        "claim.rests-on/1",
        DECLINED,
        "golay-threshold",
        '"id":"suppression","kind":"suppression","of":"map"',
        '"id":"suppression","kind":"suppression","of":"code"',
        "a map that is a code",
    ),
    statement(
        "claim.rests-on/2",
        DECLINED,
        "golay-threshold",
        '"id":"suppression","kind":"suppression","of":"map"',
        '"id":"suppression","kind":"suppression","of":"yield"',
        "a claim that comes later",
    ),
    statement(
        "claim.rests-on/3",
        DECLINED,
        "five",
        '"kind":"term-weights","of":"map"',
        '"kind":"term-weights","of":"code"',
        "no map",
    ),
    added(
        "claim.needs/1",
        DECLINED,
        "lift",
        "enumerator",
        {"A": ["1", "0", "0", "2"], "B": ["1", "0", "0", "2"]},
        "an enumerator without a certified code",
    ),
    added("claim.needs/2", DECLINED, "lift", "projection", {"others": [], "values": []}, "no certified code"),
    added("claim.needs/3", DECLINED, "lift", "symmetry", {"clifford": "H"}, "no certified code", '{"matrix":[[1]]}'),
    added(
        "claim.needs/4",
        DECLINED,
        "idle",
        "map",
        {
            "output": {"x": {"den": ["1"], "num": ["0", "1"]}},
            "output-clifford": {"shift": [0, 0], "symplectic": [[1, 0], [0, 1]]},
            "output-match": "state",
            "output-twirl": [],
            "parameters": ["x"],
            "success": {"den": ["1"], "num": ["1"]},
        },
        "no certified code",
        '{"bezout":{"x":{"den":["1"],"num":[]}},"line":[]}',
    ),
    added(
        "claim.needs/5",
        DECLINED,
        "idle",
        "outputs",
        {
            "any": {"den": ["1"], "num": ["0", "1"]},
            "each": [],
            "parameter": "x",
            "success": {"den": ["1"], "num": ["1"]},
            "target": [{"den": "1", "m": 3, "num": ["1" if i == 1 else "0", "0"]} for i in range(3)],
        },
        "no certified code",
        '{"bezout":{"any":{"den":["1"],"num":[]}}}',
    ),
    added(
        "claim.needs/6",
        DECLINED,
        "idle",
        "class-enumerator",
        {"classes": [[[0, 0]]], "cosets": []},
        "no certified code",
    ),
    added(
        "claim.needs/7",
        DECLINED,
        "lift",
        "graph-form",
        {
            "adjacency": [[0, 2, 2], [2, 0, 0], [2, 0, 0]],
            "local": [[[1, 0], [0, 1]], [[0, 1], [2, 0]], [[0, 1], [2, 0]]],
            "vertices": [[0, 1, 1], [0, 2, 0]],
        },
        "no certified code",
        '{"matrix":[[1,0,0],[0,2,1],[0,2,0]]}',
    ),
    statement("statement.claims.count/1", LIMIT, "one", '\n],"code":', ",\n0" * 253 + '\n],"code":', "257 claims"),
    code("statement.subject.name/1", MALFORMED, "one", '"name":"one"', '"name":"two"', "the name of another code"),
    added(
        "claim.parameters.one/1",
        DECLINED,
        "twins-norell",
        "suppression",
        {**SPLIT, "coefficient": "2", "order": 2},
        "two",
    ),
    statement(
        "claim.output/1", MALFORMED, "one", '"order":1,"output":"delta"', '"order":1,"output":"any"', "no such output"
    ),
    certificate("certificate.lines.count/1", LIMIT, "one", '{"end":4}', "0\n" * 1020 + '{"end":4}', "1025 lines"),
]
