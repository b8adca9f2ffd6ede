"""The forgeries, as edits of the honest bases in tests/forged/bases/; what is made of them is stored in tests/forged/.

Each entry says which check must refuse it first and what is false.  `added` is used where no claim of the kind can
be true of the base's code or state: there the honest twin is the statement without the claim.
"""

from __future__ import annotations

import json
from typing import Any

from forge import BASES, Case
from stillproof_check.rules import RULES


def added(check: str, base: str, kind: str, fields: dict[str, Any], why: str, witness: str = "{}") -> Case:
    """A claim at the end of a statement."""
    claim = {"convention": RULES[kind].CONVENTION, "id": "forged", "kind": kind, "place": "test", **fields}
    spelling = json.dumps(claim, sort_keys=True, separators=(",", ":"))
    return Case(check, base, "statement", '\n],"code":', f',\n{spelling}\n],"code":', why, witness)


def statement(check: str, base: str, old: str, new: str, why: str) -> Case:
    """An edit of the statement."""
    return Case(check, base, "statement", old, new, why)


def certificate(check: str, base: str, old: str, new: str, why: str) -> Case:
    """An edit of the certificate."""
    return Case(check, base, "certificate", old, new, why)


def code(check: str, base: str, old: str, new: str, why: str) -> Case:
    """An edit of the code file."""
    return Case(check, base, "code", old, new, why)


def state(check: str, base: str, old: str, new: str, why: str) -> Case:
    """An edit of the state file."""
    return Case(check, base, "state", old, new, why)


def built(check: str, base: str, file: str, builder: str, why: str) -> Case:
    """A file that is made when the case is run."""
    return Case(check, base, file, "", "", why, builder=builder)


NINES = "9" * 4001
ONE = '{"name":"one","sha256":"54070ee55179f27e142d4bc1ae5529ecd0e0af193ff45b2a1be419d3a6f66753"}'
ALONE = (BASES / "statements" / "alone.json").read_text().split("\n")[1]
ALONE_WITNESS = "\n".join((BASES / "certificates" / "alone.jsonl").read_text().splitlines()[1:])
FRACTION = (
    '["1290514488239318544986671614599/2500000000000000000000000000000",'
    '"1935771732358977817480007421899/3750000000000000000000000000000"]'
)
ZEROS = [0] * 40
FORTY = json.dumps({
    "destabilizers": [[ZEROS, [2 * int(i == j) for i in range(40)]] for j in range(39)],
    "logical": [[*ZEROS[:39], 1], ZEROS],
}, separators=(",", ":"))  # fmt: skip
THIRD = {"den": "3", "m": 3, "num": ["1", "0"]}
POWERS = {k: {"den": "1", "m": 12, "num": [str(int(i == k)) for i in range(4)]} for k in range(4)}  # of zeta_12
PLUS = (BASES / "states" / "plus.json").read_text().split('"ensemble":[')[1].split('],"format"')[0]
WAVE = (
    '{"name":"wave"' + (BASES / "states" / "bases.json").read_text().split('{"name":"wave"')[1].split('],"format"')[0]
)


BEZOUT = '{"bezout":{"delta":{"den":["1"],"num":[]}},"line":[]}'


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


def threshold(check: str, base: str, polynomial: list[int], interval: list[str], cofactor: list[int], why: str) -> Case:
    """A `threshold` claim about the map of a base, with a cofactor that multiplies out."""
    claim = {
        "bound": "1",
        "interval": interval,
        "of": "map",
        "output": "delta",
        "polynomial": [str(c) for c in polynomial],
    }
    return added(
        check,
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


GRAZING = (
    [-49311394696204139539172308400315760776918064631, 12549311394696204139539172308400315760776918064631],
    times(
        [6200688605303795860460827691599684239223081935369, 12549311394696204139539172308400315760776918064631],
        [1, -1],
        [8316896201767931953486942563866561413074360645123, 4183103798232068046513057436133438586925639354877],
    ),
)

FILES = [
    built("file.readable", "one", "statement", "link", "a symbolic link could lead out of the tree"),
    built("file.readable", "one", "code", "absent", "the statement names a code that is not there"),
    built("file.regular", "one", "certificate", "pipe", "a pipe has no end, and its content is not stored"),
    built("file.regular", "one", "statement", "directory", "a folder is not a statement"),
    built("file.size", "one", "code", "oversize", "one byte over the bound"),
    built("file.size.read", "one", "code", "growing", "a file that grows over the bound while it is read"),
    code("json.ascii", "one", "one site", "\xe9ne site", "a letter outside ASCII"),
    code("json.ascii", "one", "one site", "one\\u0020site", "an escape: a second spelling of a blank"),
    code("json.ascii", "one", "one site", "one\tsite", "a tab"),
    code("json.ascii", "one", "one site", "one\x7fsite", "a control character"),
    code("json.ascii", "one", "one site", "one\x1fsite", "a control character"),
    code("json.keys.distinct", "one", '"n":1,', '"n":1,"n":1,', "two values for one key"),
    code("json.float", "one", '"n":1,', '"n":1.0,', "a float"),
    code("json.float", "one", '"n":1,', '"n":NaN,', "not a number"),
    code("json.float", "one", '"n":1,', '"n":1e400,', "a float that overflows"),
    code("json.number", "one", '"n":1,', '"n":-1,', "a sign"),
    code("json.number.size", "one", '"n":1,', '"n":1048577,', "a number over the bound"),
    code("json.number.size", "one", '"n":1,', f'"n":{NINES},', "a number over the bound"),
    code("json.syntax", "one", '"n":1,', '"n":01,', "a second spelling of 1"),
    code("json.syntax", "one", '"n":1,', '"n":+1,', "a second spelling of 1"),
    code("json.depth", "one", '"n":1,', '"n":[[[[[[[[[[[1]]]]]]]]]]],', "thirteen levels"),
    built("json.depth.parser", "one", "code", "nested", "more levels than the parser of the standard library takes"),
    code("json.type", "one", '"n":1,', '"n":null,', "null"),
    code("json.type", "one", '"n":1,', '"n":true,', "true is 1 in Python"),
    Case("statement.object", "one", "statement", "", "[]\n", "a statement that is a list"),
    statement("statement.claims.list", "one", '{"claims":[', '{"claims-":[', "no claims"),
    Case("statement.claims.list", "one", "statement", "", '{"claims":{}}\n', "claims that are an object"),
    statement("statement.canonical", "one", '"n":1,', '"n": 1,', "a second spelling of the statement"),
    statement("statement.canonical", "one", '"n":1,', '"n":1,"zzz":1,', "keys out of order"),
    certificate("certificate.complete", "one", '{"end":4}\n', '{"end":4}', "a certificate cut short"),
    certificate("certificate.canonical", "one", '{"end":4}\n', '{"end": 4}\n', "a second spelling of a line"),
    certificate("certificate.canonical", "one", '"den":["1"],"num":[]', '"num":[],"den":["1"]', "keys out of order"),
]

VALUES = [
    code("list.type", "one", '"stabilizers":[]', '"stabilizers":""', "an empty string iterates as an empty list does"),
    code("list.type", "one", '"logical_x":[[1],[0]]', '"logical_x":5', "a number instead of a list"),
    certificate("object.later", "one", '"witness":{"destabilizers":[],"logical":[[1],[0]]}', '"witness":[]', "a list"),
    statement("object.type", "one", f'"code":{ONE}', '"code":"one"', "a name without a hash"),
    code("object.keys", "one", '"n":1,', '"n":1,"note":1,', "an unknown key"),
    statement("object.keys", "one", '"distance":1,', "", "a claim without its answer"),
    code("list.length", "pair", "[0,1],[1,0]", "[0,1,0],[1,0]", "three entries for two sites"),
    code("list.length", "pair", '"source"', '"signs":[0,0],"source"', "two signs for one stabilizer"),
    statement("object.named", "lift", '"sends":{"one":"wave"}', '"sends":["one"]', "a list instead of an object"),
    code("text.type", "one", '"source":"one site, no stabilizer"', '"source":""', "no source"),
    code("text.type", "one", '"source":"one site, no stabilizer"', '"source":[[[[[[[[[[1]]]]]]]]]]', "a list"),
    statement(
        "text.type",
        "one",
        '"kind":"suppression","of":"map","order":1,"output":"delta","place":"test"',
        '"kind":"suppression","of":"map","order":1,"output":"delta","place":""',
        "a claim about no place",
    ),
    code("text.constant", "one", "stillproof-code/1", "stillproof-code/2", "a format of the future"),
    statement(
        "text.constant",
        "one",
        "A[w], B[w] count elements of weight w, phases left out",
        "A[w], B[w] count elements of weight w",
        "another convention",
    ),
    code("text.name", "one", '"name":"one"', '"name":"one/two"', "a name that is a path"),
    code("text.name", "one", '"name":"one"', '"name":".one"', "a name that begins with a dot"),
    code("text.name", "one", '"name":"one"', f'"name":"{"a" * 65}"', "a name over the bound"),
    code("text.name", "one", '"name":"one"', '"name":[]', "a list instead of a name"),
    statement(
        "text.sha256",
        "one",
        '"state":{"name":"strange","sha256":"e364',
        '"state":{"name":"strange","sha256":"E364',
        "a capital letter",
    ),
    statement(
        "text.sha256",
        "one",
        '"state":{"name":"strange","sha256":"e364',
        '"state":{"name":"strange","sha256":"364',
        "63 digits",
    ),
    code("number.range", "one", '"n":1,', '"n":65,', "more sites than the bound"),
    code("number.range", "one", '"n":1,', '"n":0,', "no site"),
    code("number.range", "one", '"n":1,', '"n":"1",', "a string instead of a number"),
    code("number.range", "one", '"p":3', '"p":1', "no dimension"),
    code("number.range", "one", '"p":3', '"p":98', "a dimension over the bound"),
    code("number.range", "one", '"logical_x":[[1],[0]]', '"logical_x":[[3],[0]]', "an entry that is not reduced"),
    statement("integer.digits", "golay-threshold", '"r":"-11924"', f'"r":"{NINES}"', "4001 digits"),
    statement("integer.spelling", "golay-threshold", '"r":"-11924"', '"r":"-011924"', "a second spelling"),
    statement("integer.spelling", "golay-threshold", '"s":"1620"', '"s":"+1620"', "a second spelling"),
    statement("integer.spelling", "golay-threshold", '"s":"1620"', '"s":"1_620"', "a second spelling"),
    statement("integer.spelling", "golay-threshold", '"s":"1620"', '"s":1620', "a number instead of a string"),
    statement("integer.spelling", "golay-threshold", '"s":"1620"', f'"s":"{"0" * 4000}"', "a second spelling of 0"),
    statement("rational.type", "one", '"coefficient":"1"', '"coefficient":1', "a number instead of a string"),
    statement("rational.lowest", "golay-threshold", '"coefficient":"55/18"', '"coefficient":"110/36"', "not reduced"),
    statement("rational.lowest", "golay-threshold", '"inputs":"19008"', '"inputs":"19008/1"', "a second spelling"),
    statement("rational.lowest", "golay-threshold", '"inputs":"19008"', '"inputs":"-19008/-1"', "a second spelling"),
    statement("rational.lowest", "golay-threshold", '"inputs":"19008"', '"inputs":"19008/0"', "no number"),
    statement("decimal.digits", "golay-threshold", '"value":"0.38715"', f'"value":"{NINES}"', "4001 digits"),
    statement("decimal.spelling", "golay-threshold", '"value":"0.38715"', '"value":".38715"', "a second spelling"),
    statement("decimal.spelling", "golay-threshold", '"value":"0.38715"', '"value":"-0"', "a negative zero"),
    statement("decimal.spelling", "golay-threshold", '"value":"0.38715"', '"value":38715', "a number"),
    statement("decimal.spelling", "golay-threshold", '"value":"0.38715"', f'"value":"{"0" * 4000}"', "zeros in front"),
    certificate(
        "polynomial.nonzero",
        "golay-threshold",
        '"cofactor":["0","-486","1782","-2187","-117","3210","-3792","2117","-593","66"]',
        '"cofactor":[]',
        "the zero polynomial",
    ),
    statement("polynomial.list", "one", '"den":["1"],"num":["0","1"]', '"den":["1"],"num":"01"', "a string"),
    statement(
        "polynomial.terms",
        "one",
        '"den":["1"],"num":["0","1"]',
        '"den":["1"],"num":["0"' + ',"1"' * 128 + "]",
        "129 coefficients",
    ),
    statement("polynomial.leading", "one", '"den":["1"],"num":["0","1"]', '"den":["1"],"num":["0","1","0"]', "a zero"),
    statement(
        "interval.order",
        "golay-threshold",
        '"exponent":["63/565","94/843"]',
        '"exponent":["94/843","63/565"]',
        "an interval the wrong way round",
    ),
    statement(
        "interval.order",
        "golay-threshold",
        '"exponent":["63/565","94/843"]',
        '"exponent":["94/843","94/843"]',
        "an interval without an inside",
    ),
]

STATEMENTS = [
    statement(
        "statement.name", "one", '"name":"one","source"', '"name":"two","source"', "the name of another statement"
    ),
    statement("statement.claims.inhabited", "alone", ALONE, "", "a statement that claims nothing"),
    statement("statement.subject.sha256", "one", '"sha256":"e364', '"sha256":"f364', "the hash of another state"),
    statement("statement.claims.distinct", "one", '"id":"enumerator"', '"id":"code"', "one id for two claims"),
    built("certificate.present", "one", "certificate", "absent", "a statement that nobody has certified"),
    statement("claim.object", "one", '\n],"code":', ',\n"everything"\n],"code":', "a claim that says nothing"),
    statement("claim.kind", "one", '"kind":"enumerator"', '"kind":"census"', "a kind that does not exist"),
    statement("claim.kind", "one", '"kind":"enumerator"', '"kind":["enumerator"]', "a kind that is a list"),
    Case("certificate.lines", "one", "certificate", "", '{"end":0}\n', "an end without a header"),
    certificate("certificate.witness.statement", "one", '"statement":"sha256:', '"statement":"sha256:0', "no hash"),
    certificate("certificate.witness.end", "one", '{"end":4}', '{"end":3}', "a wrong count"),
    certificate("certificate.witness.end", "one", '{"end":4}', '{"end":5}', "a wrong count"),
    certificate("certificate.witness.claims", "one", '"claim":"enumerator"', '"claim":"enumerators"', "another claim"),
    statement(
        "claim.rests-on",
        "golay-threshold",
        '"id":"suppression","kind":"suppression","of":"map"',
        '"id":"suppression","kind":"suppression","of":"code"',
        "a map that is a code",
    ),
    statement(
        "claim.rests-on",
        "golay-threshold",
        '"id":"suppression","kind":"suppression","of":"map"',
        '"id":"suppression","kind":"suppression","of":"yield"',
        "a claim that comes later",
    ),
    added(
        "claim.needs",
        "lift",
        "enumerator",
        {"A": ["1", "0", "0", "2"], "B": ["1", "0", "0", "2"]},
        "an enumerator without a certified code",
    ),
]

FOLDERS = [
    built("folder.suffix", "one", "statement", "note", "a statement under another suffix would be passed over"),
    built("folder.suffix", "one", "certificate", "note", "a certificate under another suffix would be passed over"),
    built("folder.stray", "one", "certificate", "twice", "a certificate without a statement"),
    statement("statement.claims.count", "one", '\n],"code":', ",\n0" * 253 + '\n],"code":', "257 claims"),
    code("statement.subject.name", "one", '"name":"one"', '"name":"two"', "the name of another code"),
]

CODES = [
    code("code.keys", "one", '"source":"one site, no stabilizer",', "", "no source"),
    Case("code.keys", "one", "code", "", "[]\n", "a code that is a list"),
    code("map.success", "pair", '"source"', '"signs":[1],"source"', "a sign that changes the probability"),
    code("class-enumerator.terms.counts", "signed-t", '"signs":[0,1,0,1]', '"signs":[0,0,0,0]', "the signs left out"),
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
    added("listing.work", "forty", "code", {"distance": 1, "k": 1, "n": 40, "p": 3}, "3^39 elements to list", FORTY),
]

CLIFFORDS = [
    state("matrix.field", "plus", '"m":12', '"m":13', "a field without the cube roots of unity"),
    state("matrix.field.degree", "plus", '"m":12', '"m":87', "a field of degree 56"),
    state("matrix.lowest", "plus", '"den":"12"', '"den":"-12"', "a negative denominator"),
    state("matrix.lowest", "plus", '"den":"12"', '"den":"0"', "no denominator"),
    state(
        "matrix.lowest",
        "lift",
        '{"den":"1","entries":[[["0","0"],["0","0"],["0","0"]],[["0","0"],["1","0"]',
        '{"den":"2","entries":[[["0","0"],["0","0"],["0","0"]],[["0","0"],["2","0"]',
        "not reduced",
    ),
    statement(
        "element.lowest", "five", '{"den":"36","m":12,"num":["1"', '{"den":"72","m":12,"num":["2"', "not reduced"
    ),
    statement("element.lowest", "five", '{"den":"36","m":12,"num":["1"', '{"den":"-36","m":12,"num":["-1"', "a sign"),
    statement("number.range", "five", '{"den":"36","m":12', '{"den":"36","m":24', "another field"),
    statement(
        "clifford.matrix.unitary",
        "lift",
        '[["0","-1","0","-1"],["0","-1","0","-1"],["0","-1","0","-1"]]',
        '[["0","-1","0","-1"],["0","-1","0","-1"],["0","1","0","1"]]',
        "not unitary",
    ),
    statement("clifford.conjugation", "lift", '"shift":[1,2]', '"shift":[1,1]', "another shift"),
    statement("clifford.conjugation", "lift", '"shift":[1,2]', '"shift":[2,2]', "another shift"),
    statement(
        "clifford.conjugation",
        "lift",
        '"shift":[1,2],"symplectic":[[0,2],[1,0]]',
        '"shift":[1,2],"symplectic":[[0,1],[2,0]]',
        "the inverse",
    ),
    added(
        "clifford.field",
        "five",
        "clifford",
        {
            "matrix": {
                "den": "1",
                "entries": [
                    [["1", "0"], ["0", "0"], ["0", "0"]],
                    [["0", "0"], ["1", "0"], ["0", "0"]],
                    [["0", "0"], ["0", "0"], ["1", "0"]],
                ],
                "m": 3,
            },
            "sends": {},
            "shift": [0, 0],
            "symplectic": [[1, 0], [0, 1]],
        },
        "a field that lacks the state's entries",
    ),
    statement("clifford.sends.names", "lift", '{"one":"wave"}', '{"one":"ripple"}', "a state that does not exist"),
    statement("clifford.sends.names", "lift", '{"one":"wave"}', '{"ripple":"wave"}', "a state that does not exist"),
    statement("clifford.sends", "lift", '{"one":"wave"}', '{"one":"one"}', "another image"),
    statement("clifford.sends", "lift", '{"one":"wave"}', '{"wave":"one"}', "H is not H^-1"),
    statement("twirl.cliffords.inhabited", "tetra", '"cliffords":["H","N"]', '"cliffords":[]', "no group"),
    statement("twirl.shift", "tetra", '"cliffords":["H","N"]', '"cliffords":["H","D"]', "a shift"),
    statement(
        "twirl.target.fixed",
        "tetra",
        '"sends":{"S":"S"},"shift":[0,0],"symplectic":[[2,0],[1,2]]',
        '"sends":{},"shift":[0,0],"symplectic":[[2,0],[1,2]]',
        "nobody says that N fixes the target",
    ),
    statement("twirl.order", "tetra", '"order":24', '"order":25', "another order"),
    statement("twirl.order", "tetra", '"order":24', '"order":23', "another order"),
    added(
        "twirl.transitive",
        "tetra",
        "twirl",
        {"cliffords": ["H"], "infidelity": ["0", "2/3"], "order": 4},
        "a cyclic group of four elements does not twirl",
    ),
    statement("twirl.infidelity", "tetra", '["0","2/3"]', '["0","1/3"]', "another infidelity"),
    statement("twirl.infidelity", "tetra", '["0","2/3"]', '["1","2/3"]', "another infidelity"),
    statement("symmetry.phase", "bare", '{"clifford":"H"', '{"clifford":"HD"', "the shift gives g2 a phase"),
    certificate("symmetry.witness.matrix", "bare", '"matrix":[[0,0,1,0]', '"matrix":[[0,0,2,0]', "another element"),
    statement("symmetry.witness.matrix", "bare", '{"clifford":"H"', '{"clifford":"one"', "another unitary"),
    statement(
        "logical-action.symmetry",
        "golay-cliffords",
        '"acts-as":"H-inverse","clifford":"H"',
        '"acts-as":"H-inverse","clifford":"H-inverse"',
        "no claim that H^-1 is a symmetry",
    ),
    certificate(
        "logical-action.witness.image",
        "golay-cliffords",
        '{"claim":"logical-H","witness":{"x":[0',
        '{"claim":"logical-H","witness":{"x":[1',
        "another element of the coset",
    ),
    statement(
        "logical-action.witness.image",
        "golay-cliffords",
        '"acts-as":"H-inverse","clifford":"H"',
        '"acts-as":"H","clifford":"H"',
        "H acts as its inverse on this code",
    ),
    statement(
        "logical-action.shift",
        "golay-cliffords",
        '"acts-as":"H-inverse","clifford":"H"',
        '"acts-as":"H-inverse-D","clifford":"H"',
        "a logical displacement operator too many",
    ),
    added(
        "logical-action.shift",
        "golay-cliffords",
        "logical-action",
        {
            "acts-as": "one",
            "clifford": "DZ",
            "eigenvalue": POWERS[0],
            "logical-eigenvalue": POWERS[0],
            "of": "map",
        },
        "Z on every site is not the identity",
        '{"x":[0,0,0,0,0,0,0,0,0,0],"z":[0,0,0,0,0,0,0,0,0,0]}',
    ),
    added(
        "logical-action.target",
        "tetra",
        "logical-action",
        {
            "acts-as": "H",
            "clifford": "H",
            "eigenvalue": POWERS[3],
            "logical-eigenvalue": POWERS[3],
            "of": "map",
        },
        "no input of target states is accepted, so their eigenvalues say nothing",
        '{"x":[0,0,0,0],"z":[0,0,0,0]}',
    ),
    added(
        "logical-action.target",
        "pair-one",
        "logical-action",
        {
            "acts-as": "one",
            "clifford": "one",
            "eigenvalue": POWERS[0],
            "logical-eigenvalue": POWERS[0],
            "of": "map",
        },
        "target states do not give the target, so their eigenvalues say nothing",
        '{"x":[0],"z":[0]}',
    ),
    added(
        "logical-action.target",
        "turned",
        "logical-action",
        {
            "acts-as": "N-turned-back",
            "clifford": "N",
            "eigenvalue": {"den": "1", "m": 12, "num": ["1", "0", "-1", "0"]},
            "logical-eigenvalue": POWERS[2],
            "of": "map",
        },
        "the family does not start at its first member: N on five sites is N, and not N times a cube root of unity",
        '{"x":[0,0,0,0],"z":[0,0,0,0]}',
    ),
    added(
        "logical-action.field",
        "loose",
        "logical-action",
        {
            "acts-as": "one",
            "clifford": "one",
            "eigenvalue": {"den": "1", "m": 3, "num": ["1", "0"]},
            "logical-eigenvalue": {"den": "1", "m": 3, "num": ["1", "0"]},
            "of": "map",
        },
        "a matrix over another field than the state's",
        '{"x":[0,0],"z":[0,0]}',
    ),
    statement(
        "logical-action.eigenvalue",
        "golay-cliffords",
        '"num":["0","0","0","1"]}',
        '"num":["0","0","0","-1"]}',
        "the eigenvalue of H^-1",
    ),
    statement(
        "logical-action.eigenvalue",
        "golay-cliffords",
        '"num":["0","0","0","-1"]}',
        '"num":["0","0","0","1"]}',
        "the eigenvalue of H",
    ),
    statement(
        "logical-action.phase",
        "phases",
        '"clifford":"omega","convention":"V^(x)n W = W U for the encoding isometry W that takes T(a|b) to '
        'T(a logical_x + b logical_z)","eigenvalue":{"den":"1","m":12,"num":["-1","0","1","0"]}',
        '"clifford":"minus","convention":"V^(x)n W = W U for the encoding isometry W that takes T(a|b) to '
        'T(a logical_x + b logical_z)","eigenvalue":{"den":"1","m":12,"num":["-1","0","0","0"]}',
        "-1 on each of three sites is -1, and not 1",
    ),
]

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
    statement("fraction.low", "golay-wigner", FRACTION, '["3/5","4/5"]', "an interval above the fraction"),
    statement("fraction.high", "golay-wigner", FRACTION, '["1/5","2/5"]', "an interval below the fraction"),
    statement(
        "fraction.low",
        "golay-wigner",
        FRACTION,
        '["1935771732358977817480007421899/3750000000000000000000000000000","1"]',
        "above the fraction, by nothing",
    ),
    statement(
        "fraction.high",
        "golay-wigner",
        FRACTION,
        '["0","1290514488239318544986671614599/2500000000000000000000000000000"]',
        "below it, by nothing",
    ),
    statement(
        "fraction.decided",
        "golay-wigner",
        "1290514488239318544986671614599/2500000000000000000000000000000",
        "1548617385887182253984005937519/3000000000000000000000000000000",
        "an interval that cuts the fraction's",
    ),
    statement(
        "fraction.decided",
        "golay-wigner",
        "1935771732358977817480007421899/3750000000000000000000000000000",
        "1548617385887182253984005937519/3000000000000000000000000000000",
        "an interval that cuts the fraction's",
    ),
]

MAPS = [
    statement(
        "map.parameters", "pair", '"parameters":["delta"]', '"parameters":["eps"]', "the infidelity is not delta"
    ),
    statement("map.output.names", "pair", '"output":{"delta":', '"output":{"delt":', "an output of no parameter"),
    statement("map.output", "pair", '"output-twirl":["H","N"]', '"output-twirl":[]', "a twirl is needed"),
    statement("map.output", "pair", '"output-twirl":["H","N"]', '"output-twirl":["H"]', "half the twirl"),
    statement("map.output", "odd-t", '"output-twirl":["cycle"]', '"output-twirl":[]', "a twirl is needed"),
    statement("map.output", "odd-t", '"shift":[1,0],"symplectic"', '"shift":[0,1],"symplectic"', "another frame"),
    statement("map.output", "parity-t-gate", '"shift":[1,1]', '"shift":[0,1]', "another frame"),
    statement("map.output", "parity-t-gate", '"shift":[1,1]', '"shift":[1,0]', "another frame"),
    statement(
        "map.output",
        "signed-t",
        '"output-clifford":{"shift":[0,0],"symplectic":[[0,1],[1,0]]}',
        '"output-clifford":{"shift":[0,0],"symplectic":[[1,0],[0,1]]}',
        "another frame",
    ),
    statement("map.output", "twins-norell", '"num":[[],[],["2"]]', '"num":[[],[],["3"]]', "another output"),
    statement("map.output", "twins-norell", '[["0","2","-2"],["0","-2"]]', '[["0","2"],["0","-2"]]', "another output"),
    statement(
        "map.success", "twins-norell", '"num":[["1"],["-2"],["3"]]}},', '"num":[["1"],["-2"],["4"]]}},', "success"
    ),
    statement(
        "map.output",
        "partial",
        '"output":{"delta":{"den":["3","-6","6","-2"],"num":["0","0","2","-1"]}}',
        '"output":{"delta":{"den":["9","-22","20","-6"],"num":["6","-16","16","-5"]}}',
        "what the weight enumerators would give, if chi had one value off 0",
    ),
    statement(
        "map.output-clifford.determinant",
        "odd-t",
        '"shift":[1,0],"symplectic":[[1,0],[0,1]]',
        '"shift":[1,0],"symplectic":[[1,0],[0,0]]',
        "no Clifford",
    ),
    statement(
        "map.output-twirl.target",
        "pair",
        '"sends":{"S":"S"},"shift":[0,0],"symplectic":[[2,0],[1,2]]',
        '"sends":{},"shift":[0,0],"symplectic":[[2,0],[1,2]]',
        "nobody says that N fixes the target",
    ),
    statement(
        "map.output-twirl.count",
        "pair",
        '"output-twirl":["H","N"]',
        '"output-twirl":["H"' + ',"N"' * 16 + "]",
        "17 generators",
    ),
    added(
        "map.k",
        "four-two-h",
        "map",
        mapped({"delta": {"den": ["1"], "num": ["0", "1"]}}),
        "two encoded qubits",
        BEZOUT,
    ),
    statement("map.success", "pair", '"num":["3","-2","1"]', '"num":["3","-2","2"]', "another probability"),
    statement(
        "map.success.polynomial",
        "loose",
        '"success":{"den":["9"],"num":["3","-4","2"]}',
        '"success":{"den":["9","9"],"num":["3","-1","-2","2"]}',
        "a factor 1 + delta above and below",
    ),
    added(
        "map.state.varies",
        "constant",
        "map",
        mapped({"delta": {"den": ["1"], "num": ["0", "1"]}}, success={"den": ["2"], "num": ["1"]}),
        "no parameter to speak of",
        BEZOUT,
    ),
    statement("map.output", "pair", '"num":["9","-12","7"]', '"num":["9","-12","8"]', "another output"),
    statement(
        "map.output",
        "pair",
        '"output":{"delta":{"den":["6","-4","2"]',
        '"output":{"delta":{"den":["6","-4","3"]',
        "another output",
    ),
    statement(
        "function.normalised",
        "pair",
        '"success":{"den":["6"],"num":["3","-2","1"]}',
        '"success":{"den":["12"],"num":["6","-4","2"]}',
        "not reduced",
    ),
    statement(
        "function.normalised",
        "pair",
        '"success":{"den":["6"],"num":["3","-2","1"]}',
        '"success":{"den":["-6"],"num":["-3","2","-1"]}',
        "a second spelling",
    ),
    statement(
        "function.normalised",
        "pair",
        '"output":{"delta":{"den":["6","-4","2"],"num":["9","-12","7"]}}',
        '"output":{"delta":{"den":["-6","4","-2"],"num":["-9","12","-7"]}}',
        "a second spelling",
    ),
    certificate("function.witness.bezout", "pair", '"den":["30","7"]', '"den":["31","7"]', "not a constant"),
    certificate("function.witness.bezout", "pair", '"den":["30","7"],"num":["-8","-2"]', '"den":[],"num":[]', "0"),
    certificate(
        "function.witness.bezout.degree",
        "pair",
        '"den":["30","7"],"num":["-8","-2"]',
        '"den":["21","19","-7"],"num":["-2","-6","2"]',
        "cofactors that are not the least ones",
    ),
    added(
        "suppression.pure",
        "reversed",
        "suppression",
        {"coefficient": "4/3", "of": "map", "order": 1, "output": "delta"},
        "the family starts at a mixture",
    ),
    added(
        "suppression.success",
        "singled",
        "suppression",
        {"coefficient": "1", "of": "map", "order": 1, "output": "delta"},
        "target states are never accepted",
    ),
    statement("suppression.order", "five", '"order":1', '"order":2', "the suppression is linear"),
    statement("suppression.coefficient", "five", '"coefficient":"5/2"', '"coefficient":"5/3"', "another coefficient"),
    statement("yield.inputs", "golay-threshold", '"inputs":"19008"', '"inputs":"1728"', "n is left out"),
    added(
        "yield.order",
        "five",
        "yield",
        {"exponent": ["1/3", "1/2"], "inputs": "180", "of": "suppression", "success-of": "map"},
        "linear suppression has no yield exponent",
    ),
    statement("yield.denominator", "golay-threshold", '"63/565"', '"1/1001"', "a power that is too large"),
    statement("yield.denominator", "golay-threshold", '"94/843"', '"1000/1001"', "a power that is too large"),
    statement("yield.exponent.range", "golay-threshold", '"63/565"', '"0"', "no lower end"),
    statement("yield.exponent.range", "golay-threshold", '"94/843"', '"1"', "no upper end"),
    statement("yield.exponent.low", "golay-threshold", '["63/565","94/843"]', '["94/843","1/2"]', "above the exponent"),
    statement(
        "yield.exponent.high", "golay-threshold", '["63/565","94/843"]', '["1/9","63/565"]', "below the exponent"
    ),
    statement("printed.quantity", "golay-threshold", '"quantity":"threshold"', '"quantity":"error"', "no such value"),
    statement("printed.rounding.low", "golay-threshold", '"value":"0.38715"', '"value":"0.38716"', "rounded up"),
    statement("printed.rounding.high", "golay-threshold", '"value":"0.38715"', '"value":"0.38714"', "rounded down"),
    statement("printed.rounding.low", "golay-threshold", '"value":"0.38715"', '"value":"0.38717"', "another value"),
    statement("printed.rounding.high", "golay-threshold", '"value":"0.112"', '"value":"0.111"', "rounded down"),
    statement("printed.rounding.high", "golay-threshold", '"value":"19008"', '"value":"19007"', "another value"),
    statement("printed.rounding.low", "golay-threshold", '"value":"19008"', '"value":"19009"', "another value"),
    statement("printed.decided", "golay-threshold", '"value":"0.112"', '"value":"0.11151"', "the interval has a tie"),
]

THRESHOLDS = [
    statement(
        "threshold.interval.inside",
        "golay-threshold",
        '"3871543464717955634960014843797/10000000000000000000000000000000"',
        '"0"',
        "0 is a fixed point too",
    ),
    statement(
        "threshold.interval.inside",
        "golay-threshold",
        '"1935771732358977817480007421899/5000000000000000000000000000000"',
        '"1"',
        "1 is a fixed point too",
    ),
    statement(
        "threshold.polynomial.sign",
        "golay-threshold",
        '"3871543464717955634960014843797/10000000000000000000000000000000"',
        '"3871543464717955634960014843798/10000000000000000000000000000001"',
        "an interval beside the root",
    ),
    statement(
        "threshold.polynomial.primitive",
        "golay-threshold",
        '["-9","33","-31","15"]',
        '["-18","66","-62","30"]',
        "a content of 2",
    ),
    statement(
        "threshold.polynomial.primitive",
        "golay-threshold",
        '["-9","33","-31","15"]',
        '["9","-33","31","-15"]',
        "a negative last coefficient",
    ),
    certificate("threshold.witness.cofactor", "golay-threshold", '"-593","66"', '"-593","67"', "another product"),
    threshold(
        "threshold.denominator.positive",
        "rising",
        [-2, 3],
        ["1/2", "3/4"],
        times([-1, 1], [-2, 1]),
        "no success at delta = 0",
    ),
    threshold(
        "threshold.denominator.positive",
        "sinking",
        [-1, 9],
        ["1/10", "1/8"],
        times([1, 3], [5, 3], [1]),
        "no success at delta = 1",
    ),
    threshold(
        "threshold.numerator.positive",
        "falling",
        [-1, 7],
        ["1/10", "1/5"],
        times([3, 7], [15, 7]),
        "a negative output near delta = 1",
    ),
    threshold(
        "threshold.cofactor.rootless",
        "two-crossings",
        [-8, 44, -62, 45],
        ["1/5", "3/10"],
        times([0, 1], [-2, 3], [-2, 1], [-1, 1], [8, -16, 9], [8, -4, -18, 33]),
        "another crossing at 2/3",
    ),
    threshold(
        "threshold.root.unique",
        "two-crossings",
        times([-8, 44, -62, 45], [-2, 3]),
        ["1/5", "3/10"],
        times([0, 1], [-2, 1], [-1, 1], [8, -16, 9], [8, -4, -18, 33]),
        "another crossing at 2/3",
    ),
    threshold("threshold.direction", "reversed", [-1, 3], ["1/4", "1/2"], [0, 1, 1], "worse below, better above"),
    threshold(
        "polynomial.bisections",
        "grazing",
        GRAZING[0],
        ["1/1000", "1/100"],
        GRAZING[1],
        "two roots of the output closer than the bound can tell from none",
    ),
    statement("closed-form.signs", "golay-threshold", '"scale":"45"', '"scale":"-45"', "a second spelling"),
    statement("closed-form.signs", "golay-threshold", '"scale":"45"', '"scale":"0"', "a division by 0"),
    statement("closed-form.signs", "golay-threshold", '"s":"1620"', '"s":"-1620"', "a second spelling"),
    statement("closed-form.signs", "golay-threshold", '"s":"1620"', '"s":"0"', "no square root"),
    statement("closed-form.signs", "golay-threshold", '"D":"109"', '"D":"-109"', "an imaginary square root"),
    statement("closed-form.signs", "golay-threshold", '"D":"109"', '"D":"0"', "no square root"),
    certificate("closed-form.witness.cube-root", "golay-threshold", '"-524"', '"-523"', "another number"),
    certificate("closed-form.witness.cube-root", "golay-threshold", '"-524"', '"524"', "another sign"),
    added(
        "closed-form.one-real-root",
        "golay-threshold",
        "closed-form",
        {
            "D": "1",
            "center": "0",
            "of": "threshold",
            "r": "3",
            "s": "1",
            "scale": "1",
        },
        "r^2 above s^2 D",
        '{"cube-root":"2"}',
    ),
    added(
        "closed-form.one-real-root",
        "golay-threshold",
        "closed-form",
        {
            "D": "1",
            "center": "0",
            "of": "threshold",
            "r": "1",
            "s": "1",
            "scale": "1",
        },
        "r^2 = s^2 D",
        '{"cube-root":"0"}',
    ),
    added(
        "closed-form.cubic",
        "golay-quartic",
        "closed-form",
        {
            "D": "109",
            "center": "31",
            "of": "threshold",
            "r": "-11924",
            "s": "1620",
            "scale": "45",
        },
        "delta times the cubic",
        '{"cube-root":"-524"}',
    ),
    statement("closed-form.polynomial", "golay-threshold", '"center":"31"', '"center":"32"', "another center"),
    statement("closed-form.polynomial", "golay-threshold", '"scale":"45"', '"scale":"46"', "another scale"),
    statement("closed-form.polynomial", "golay-threshold", '"r":"-11924"', '"r":"11924"', "another sign"),
]

TERMS = [
    statement("projection.others", "five", '"others":["minus","plus"]', '"others":["plus","minus"]', "out of order"),
    statement("projection.others", "five", '"others":["minus","minus"]', '"others":["minus","minus","minus"]', "three"),
    added(
        "projection.others", "one", "projection", {"others": ["plus", "plus"], "values": []}, "two states on one site"
    ),
    statement(
        "projection.others.known", "five", '"others":["plus"]', '"others":["S"]', "the target is not another state"
    ),
    statement("projection.others.known", "five", '"others":["plus"]', '"others":["Norell"]', "an unknown state"),
    added("projection.target.uniform", "bare", "projection", {"others": [], "values": []}, "several values of chi"),
    statement(
        "projection.values.distinct",
        "five",
        '"values":[{"count":20,"value":{"den":"1","m":12,"num":["0","0"',
        '"values":[{"count":20,"value":{"den":"1","m":12,"num":["0","0","0","0"]}},'
        '{"count":20,"value":{"den":"1","m":12,"num":["0","0"',
        "one value twice",
    ),
    statement(
        "projection.values", "five", '{"count":1,"value":{"den":"36"', '{"count":1,"value":{"den":"37"', "a value"
    ),
    statement("projection.values", "five", '{"count":20,', '{"count":21,', "a count"),
    added(
        "term-weights.uniform",
        "pair",
        "term-weights",
        {
            "of": "map",
            "weights": {"N": ["0"] * 3, "S": ["0"] * 3, "zero": ["0"] * 3},
        },
        "cosets with several enumerators",
    ),
    added("term-weights.ensemble", "five-five", "term-weights", {"of": "map", "weights": {}}, "no pure target"),
    statement("term-weights.states", "five", '"S":["1/36"', '"T":["1/36"', "a state that does not exist"),
    statement("term-weights.value", "five", '"S":["1/36","0","5/18"', '"S":["1/36","0","5/17"', "another weight"),
    statement(
        "term-weights.value", "five", '"25/36","0","17/72"],"plus"', '"25/36","0","17/71"],"plus"', "the last one"
    ),
]

MATRIX = '"matrix":[[0,0,1,0],[0,0,0,1],[2,0,0,0],[0,2,0,0]]'
CLIFFORD = '"cliffords":[{"name":"x","shift":[0,%d],"symplectic":[[1,0]%s]}]'
LOW = "3871543464717955634960014843797/10000000000000000000000000000000"
HIGH = "1935771732358977817480007421899/5000000000000000000000000000000"
PRINTED = {"of": "threshold", "quantity": "threshold"}

# One step inside a bound, something else is wrong; one step outside, the bound is.
BOUNDS = [
    statement("code.distance", "one", '"distance":1', '"distance":64', "another distance"),
    statement("code.distance", "one", '"distance":1', '"distance":0', "another distance"),
    statement("number.range", "one", '"distance":1', '"distance":65', "a distance over the bound"),
    statement("code.p", "one", '"p":3,', '"p":2,', "another dimension"),
    statement("code.p", "one", '"p":3,', '"p":97,', "another dimension"),
    statement("number.range", "one", '"p":3,', '"p":1,', "no dimension"),
    statement("number.range", "one", '"p":3,', '"p":98,', "a dimension over the bound"),
    code("code.dimension", "one", '"p":3', '"p":2', "a qubit code"),
    code("code.dimension", "one", '"p":3', '"p":97', "another dimension"),
    code("list.length", "one", '"n":1,', '"n":64,', "one entry for 64 sites"),
    code("number.range", "one", '"n":1,', '"n":1048576,', "more sites than the bound"),
    code("number.range", "pair", '"source"', '"signs":[3],"source"', "a sign that is not reduced"),
    code("map.success", "pair", '"source"', '"signs":[2],"source"', "a sign"),
    code("list.length", "pair", "[0,1],[1,0]", '"01",[1,0]', "a string instead of a list"),
    statement("text.sha256", "one", f'"code":{ONE}', '"code":{"name":"one","sha256":5}', "a number instead of a hash"),
    state("list.length", "plus", '"p":3', '"p":2', "three rows for a qubit"),
    state("state.p.size", "plus", '"p":3', '"p":97', "a dimension over the bound"),
    state("number.range", "plus", '"p":3', '"p":98', "a dimension over the bound"),
    state("number.range", "plus", '"p":3', '"p":1', "no dimension"),
    state("matrix.field", "plus", '"p":3', '"p":7', "a field without the seventh roots of unity"),
    state("list.length", "plus", '"cliffords":[]', CLIFFORD % (96, ""), "half a matrix"),
    state("number.range", "plus", '"cliffords":[]', CLIFFORD % (97, ",[0,1]"), "an entry over the bound"),
    state("list.length", "plus", '"m":12', '"m":72', "four coordinates in a field of degree 24"),
    state(
        "state.projector.idempotent", "plus", '"den":"12"', f'"den":"1{"0" * 40}"', "a small multiple of a projector"
    ),
    state(
        "matrix.entries", "plus", '[["6","4","0","-2"]', f'[["1{"0" * 40}1","4","0","-2"]', "an entry over the bound"
    ),
    state("state.names.distinct", "lift", WAVE, ",".join([WAVE] * 31), "32 members of two names"),
    statement("element.lowest", "five", '{"den":"36","m":12,"num":["1"', '{"den":"0","m":12,"num":["1"', "1/0"),
    statement("number.range", "lift", '"shift":[1,2]', '"shift":[1,3]', "an entry that is not reduced"),
    certificate(
        "number.range", "five", '"destabilizers":[[[1,2', '"destabilizers":[[[1,3', "an entry that is not reduced"
    ),
    certificate("number.range", "bare", MATRIX, MATRIX.replace("1", "3"), "an entry that is not reduced"),
    certificate(
        "number.range",
        "golay-cliffords",
        '{"claim":"logical-H","witness":{"x":[0',
        '{"claim":"logical-H","witness":{"x":[3',
        "an entry that is not reduced",
    ),
    statement("number.range", "five", '"order":1', '"order":0', "no order"),
    statement("suppression.order", "five", '"order":1', '"order":512', "another order"),
    statement("number.range", "five", '"order":1', '"order":513', "an order over the bound"),
    statement("number.range", "tetra", '"order":24', '"order":0', "no group"),
    statement("twirl.order", "tetra", '"order":24', '"order":1', "another order"),
    statement("twirl.order", "tetra", '"order":24', '"order":1048576', "another order"),
    statement("number.range", "five", '{"count":20,', '{"count":0,', "a value that nothing has"),
    statement("projection.values", "five", '{"count":20,', '{"count":1048576,', "a count"),
    statement(
        "map.output", "one", '"den":["1"],"num":["0","1"]', '"den":["1"],"num":["0"' + ',"1"' * 127 + "]", "128 terms"
    ),
    statement("claim.object", "one", '\n],"code":', ",\n0" * 252 + '\n],"code":', "256 claims, most of them nothing"),
    certificate("certificate.witness.end", "one", '{"end":4}', '{"end":1048576}', "a wrong count"),
    certificate("certificate.witness.claims", "alone", ALONE_WITNESS, '{"end":0}', "nothing is certified"),
    certificate(
        "function.witness.bezout",
        "pair",
        '"den":["30","7"],"num":["-8","-2"]',
        '"den":["-7"],"num":["2"]',
        "4 delta - 24",
    ),
    statement("printed.decided", "golay-threshold", LOW, "77429/200000", "a tie at the end of the interval"),
    statement("printed.decided", "golay-threshold", HIGH, "77431/200000", "a tie at the end of the interval"),
    added("printed.decided", "golay-ties", "printed", {**PRINTED, "value": "0.38716"}, "the interval ends at the tie"),
    added("printed.decided", "golay-ties", "printed", {**PRINTED, "value": "0.38714"}, "the interval ends at the tie"),
    added(
        "closed-form.polynomial",
        "golay-threshold",
        "closed-form",
        {
            "D": "2",
            "center": "0",
            "of": "threshold",
            "r": "1",
            "s": "1",
            "scale": "1",
        },
        "the root of another cubic",
        '{"cube-root":"-1"}',
    ),
    added("claim.needs", "lift", "projection", {"others": [], "values": []}, "no certified code"),
    added("claim.needs", "lift", "symmetry", {"clifford": "H"}, "no certified code", '{"matrix":[[1]]}'),
    statement(
        "claim.rests-on", "five", '"kind":"term-weights","of":"map"', '"kind":"term-weights","of":"code"', "no map"
    ),
    added(
        "twirl.uniform",
        "tilted",
        "twirl",
        {"cliffords": ["H", "N"], "infidelity": ["0", "1"], "order": 24},
        "the twirl leaves the family",
    ),
    added(
        "suppression.pure",
        "shuffled",
        "suppression",
        {"coefficient": "5/2", "of": "map", "order": 1, "output": "delta"},
        "the family starts at another member than its first",
    ),
    added(
        "term-weights.ensemble",
        "shuffled",
        "term-weights",
        {
            "of": "map",
            "weights": {
                "N": ["0"] * 6,
                "S": ["0"] * 6,
                "zero": ["0"] * 6,
            },
        },
        "the members outside the target have several weights",
    ),
    added(
        "term-weights.ensemble",
        "framed",
        "term-weights",
        {
            "of": "map",
            "weights": {
                "S": ["1/36", "0", "5/18", "0", "25/36", "0"],
                **{f"f{k}": ["0", "5/72", "0", "25/36", "0", "17/72"] for k in range(3)},
            },
        },
        "four states in three dimensions",
    ),
    added(
        "logical-action.eigenvalue",
        "golay-cliffords",
        "logical-action",
        {
            "acts-as": "D",
            "clifford": "D",
            "eigenvalue": POWERS[0],
            "logical-eigenvalue": POWERS[0],
            "of": "map",
        },
        "X moves the target",
        '{"x":[0,0,0,0,0,0,0,0,0,0],"z":[0,0,0,0,0,0,0,0,0,0]}',
    ),
    statement("symmetry.phase", "skew", '{"clifford":"D12"', '{"clifford":"D"', "w on g1"),
    code("code.stabilizers.commute", "triple", "[[0,0,0],[1,1,1]]", "[[0,0,0],[1,1,2]]", "XXX and ZZZ^2"),
    threshold("threshold.polynomial.sign", "reversed", [-1, 3], ["1/4", "1/3"], [0, 1, 1], "the root is an end"),
    threshold("threshold.polynomial.sign", "reversed", [-1, 3], ["1/3", "1/2"], [0, 1, 1], "the root is an end"),
    threshold(
        "threshold.denominator.positive",
        "quad",
        [-2, 3],
        ["1/2", "3/4"],
        times([-1, 1], [-2, 1]),
        "no success at delta = 0, where the probability has a double root",
    ),
    threshold("threshold.witness.cofactor", "reversed", [-1, 1, 1], ["1/2", "3/4"], [1], "no factor at all"),
    added(
        "logical-action.target",
        "singled-one",
        "logical-action",
        {
            "acts-as": "one",
            "clifford": "one",
            "eigenvalue": POWERS[0],
            "logical-eigenvalue": POWERS[0],
            "of": "map",
        },
        "no input of target states is accepted, so their eigenvalues say nothing",
        '{"x":[0],"z":[0]}',
    ),
    code(
        "number.range",
        "idle",
        '"logical_x":[[1],[0]],"logical_z":[[0],[1]],"n":1,"name":"one","p":3',
        '"logical_x":[[0],[0]],"logical_z":[[0],[0]],"n":1,"name":"one","p":1',
        "sites of dimension 1",
    ),
]

TETRACODE = json.loads((BASES / "statements" / "classes-4.json").read_text().split("\n")[1])["codes"][0]
TETRACODE_GROUP = json.loads((BASES / "certificates" / "classes-4.jsonl").read_text().split("\n")[1])["witness"][
    "groups"
][0]
OTHER_TETRACODE = {"automorphisms": "48", "generator": [[1, 0, 1, 2], [0, 1, 2, 2]], "name": "self-orthogonal-4-b"}
OTHER_GROUP = [
    {"permutation": [1, 2, 4, 3], "signs": [1, 2, 2, 2]},
    {"permutation": [1, 3, 2, 4], "signs": [1, 1, 1, 2]},
    {"permutation": [1, 2, 4, 3], "signs": [2, 1, 1, 1]},
    {"permutation": [2, 1, 3, 4], "signs": [1, 1, 2, 1]},
]
THIRTEEN = json.loads((BASES.parents[2] / "fixtures" / "statements" / "self-orthogonal-13.json").read_text())
THIRTEEN_GROUPS = (BASES.parents[2] / "proofs" / "certificates" / "self-orthogonal-13.jsonl").read_text().split("\n")[1]
LETTERS = "abcdefghijklmnopqrstuvwxyz"


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
            "codes": [{"automorphisms": "2", "generator": [], "name": "self-orthogonal-1-a"}],
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
    statement("classification.names", "classes-6", '"name":"self-orthogonal-6-b"', '"name":"golay"', "another name"),
    statement(
        "classification.names",
        "classes-6",
        '"name":"self-orthogonal-6-a"',
        '"name":"self-orthogonal-6-b"',
        "a name twice",
    ),
    classes(
        "classification.names",
        4,
        2,
        [TETRACODE | {"name": f"self-orthogonal-4-{letter}"} for letter in [*LETTERS, "aa"]],
        [],
        "more codes than letters",
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
        [TETRACODE, TETRACODE | {"name": "self-orthogonal-4-b"}],
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
        [json.loads((BASES / "statements" / "classes-6.json").read_text().split("\n")[1])["codes"][0]],
        [json.loads((BASES / "certificates" / "classes-6.jsonl").read_text().split("\n")[1])["witness"]["groups"][0]],
        "a class is missing",
    ),
    classes("classification.mass", 4, 2, [], [], "no class at all"),
    classes(
        "monomial.nodes",
        13,
        6,
        [THIRTEEN["claims"][0]["codes"][3] | {"name": f"self-orthogonal-13-{letter}"} for letter in LETTERS],
        [json.loads(THIRTEEN_GROUPS)["witness"]["groups"][3]] * 26,
        "one code for every letter, too much to search",
    ),
]

TERM = '[[0,3],["1","0","3","0"]]'
CORRECTION = '"stabilizers":[1,2],"success":{"den":["1"],"num":["1"]}'
OUTPUTS = '"success":{"den":["8"],"num":["3","-4","6","-4","1"]}'
EIGHT = {
    "den": ["32"],
    "num": ["9", "-16", "112", "-448", "1120", "-1792", "1792", "-1024", "256"],
}  # 2^-2 N_1 of the base `eight`
ONE_ELEMENT = {"den": "1", "m": 8, "num": ["1", "0", "0", "0"]}
LONG = {"den": "1", "m": 8, "num": ["9" * 3999, "0", "0", "0"]}
QUBIT_SERIES = '"coefficients":["1/6","-5/12","5/8","-5/12"]'
SPLIT = {"output": "eps0", "of": "map"}

ENGINE = [
    added("claim.parameters.one", "twins-norell", "suppression", {**SPLIT, "coefficient": "2", "order": 2}, "two"),
    statement("claim.output", "one", '"order":1,"output":"delta"', '"order":1,"output":"any"', "no such output"),
    code(
        "code.logicals.apart",
        "four-two-h",
        "[[1,1,0,0],[0,0,0,0]],[[1,0,1,0],[0,0,0,0]]",
        "[[1,1,0,0],[1,1,0,0]],[[1,0,1,0],[0,0,0,0]]",
        "two logical X that do not commute",
    ),
    code(
        "code.logicals.apart",
        "four-two-h",
        "[[0,0,0,0],[1,0,1,0]],[[0,0,0,0],[1,1,0,0]]",
        "[[1,0,1,0],[1,0,1,0]],[[0,0,0,0],[1,1,0,0]]",
        "two logical Z that do not commute",
    ),
    code(
        "code.logicals.pairing",
        "four-two-h",
        "[[1,1,0,0],[0,0,0,0]],[[1,0,1,0],[0,0,0,0]]",
        "[[1,0,1,0],[0,0,0,0]],[[1,1,0,0],[0,0,0,0]]",
        "two logical X the wrong way round",
    ),
    statement("class-enumerator.classes", "parity-t-gate", "[[1,0],[1,1]]]", "[[1,1],[1,0]]]", "out of order"),
    statement("class-enumerator.classes", "parity-t-gate", "[[1,0],[1,1]]]", "[[1,0]]]", "Y left out"),
    statement("class-enumerator.cosets", "parity-t-gate", '{"logical":[[0],[1]],"terms":[]},', "", "a coset left out"),
    statement(
        "class-enumerator.terms",
        "parity-t-gate",
        '{"logical":[[0],[1]],"terms":[]}',
        '{"logical":[[0],[1]],"terms":[' + ",".join(['[[0,0],["0","0","0","0"]]'] * 4094) + "]}",
        "4097 terms",
    ),
    statement("class-enumerator.terms.counts", "parity-t-gate", TERM, '[[0,3],["3","0","1","0"]]', "another sign"),
    statement("class-enumerator.terms.counts", "parity-t-gate", TERM, '[[0,3],["1","3","0","0"]]', "another phase"),
    statement("class-enumerator.terms.counts", "parity-t-gate", TERM, '[[1,2],["1","0","3","0"]]', "other classes"),
    added(
        "class-enumerator.cosets.count",
        "slack",
        "class-enumerator",
        {"classes": [[[0, 0]], [[1, 0], [1, 1]]], "cosets": []},
        "4^7 cosets",
    ),
    statement(
        "correction.clifford.fixes",
        "parity-t-gate",
        '{"A":"A","ZA":"ZA"},"shift":[1,0]',
        '{"A":"A"},"shift":[1,0]',
        "ZA is not fixed",
    ),
    statement(
        "correction.clifford.flips",
        "parity-t-gate",
        '"clifford":"TXT-adjoint","convention":"the stab',
        '"clifford":"one","convention":"the stab',
        "the identity flips nothing",
    ),
    statement(
        "correction.stabilizers.sorted", "parity-t-gate", '"stabilizers":[1,2]', '"stabilizers":[2,1]', "out of order"
    ),
    statement(
        "correction.stabilizers.sorted", "parity-t-gate", '"stabilizers":[1,2]', '"stabilizers":[1,1]', "one twice"
    ),
    statement(
        "correction.stabilizers.type", "four-two-t-gate", '"stabilizers":[2]', '"stabilizers":[1]', "X on every site"
    ),
    statement(
        "correction.success",
        "parity-t-gate",
        CORRECTION,
        CORRECTION.replace('"num":["1"]', '"num":["2"]'),
        "another probability",
    ),
    statement(
        "correction.success", "parity-t-gate", '"stabilizers":[1,2]', '"stabilizers":[1]', "one of two is post-selected"
    ),
    statement(
        "correction.normalised",
        "parity-t-gate",
        CORRECTION,
        '"stabilizers":[1,2],"success":{"den":["2"],"num":["2"]}',
        "not reduced",
    ),
    statement(
        "correction.normalised",
        "parity-t-gate",
        CORRECTION,
        '"stabilizers":[1,2],"success":{"den":["-1"],"num":["-1"]}',
        "a sign",
    ),
    statement(
        "correction.normalised",
        "parity-t-gate",
        CORRECTION,
        '"stabilizers":[1,2],"success":{"den":["1","1"],"num":["1","1"]}',
        "a factor 1 + eps above and below",
    ),
    statement("number.range", "parity-t-gate", '"stabilizers":[1,2]', '"stabilizers":[1,3]', "no third stabilizer"),
    statement(
        "number.range", "parity-t-gate", '"stabilizers":[1,2]', '"stabilizers":[0,1]', "stabilizers are counted from 1"
    ),
    added(
        "number.range",
        "free",
        "correction",
        {"clifford": "H", "of": "outputs", "stabilizers": [1], "success": {"den": ["1"], "num": ["2"]}},
        "no stabilizer to correct",
    ),
    added(
        "correction.parameters",
        "twins-norell",
        "correction",
        {"clifford": "N", "of": "map", "stabilizers": [1], "success": {"den": ["1"], "num": ["1"]}},
        "two parameters",
    ),
    statement(
        "expansion.coefficients", "five-qubit-t", QUBIT_SERIES, QUBIT_SERIES.replace("5/8", "3/8"), "a coefficient"
    ),
    statement(
        "expansion.coefficients", "five-qubit-t", QUBIT_SERIES, QUBIT_SERIES.replace('-5/12"]', '5/12"]'), "a sign"
    ),
    statement("expansion.coefficients", "twins-norell", '["-1","0","0"]', '["-1","0","1"]', "a mixed term"),
    statement("expansion.shape", "five-qubit-t", '"degree":3', '"degree":2', "a coefficient beyond the degree"),
    statement(
        "expansion.shape",
        "twins-norell",
        '[["1/2","0","0","0"],["-1","0","0"],["3/2","0"],["0"]]',
        '[["1/2","0","0","0"],["-1","0","0"],["3/2","0"]]',
        "a row left out",
    ),
    statement("expansion.function", "five-qubit-t", '"function":"success"', '"function":"chance"', "no such function"),
    added(
        "field.work",
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
    added(
        "listing.keys",
        "graph",
        "map",
        mapped({"delta": {"den": ["1"], "num": ["0", "1"]}}),
        "thousands of class counts",
        BEZOUT,
    ),
    certificate(
        "function.line",
        "twins-norell",
        '"line":[["0","1"],["0","1"]]',
        '"line":[["0","1001"],["0","1"]]',
        "over the bound",
    ),
    certificate(
        "function.line",
        "twins-norell",
        '"line":[["0","1"],["0","1"]]',
        '"line":[["0","1"],["-1001","1"]]',
        "over the bound",
    ),
    certificate(
        "function.witness.line",
        "twins-norell",
        '"line":[["0","1"],["0","1"]]',
        '"line":[["1","0"],["1","0"]]',
        "a point",
    ),
    certificate(
        "function.witness.line",
        "twins-norell",
        '"line":[["0","1"],["0","1"]]',
        '"line":[["1","0"],["0","1"]]',
        "a line on which den is 2",
    ),
    certificate(
        "function.witness.bezout",
        "twins-norell",
        '{"den":["2","4"],"num":["1","-6"]}',
        '{"den":["2","4"],"num":["1","-7"]}',
        "not a constant",
    ),
    certificate(
        "function.witness.bezout.names",
        "pair",
        '"bezout":{"delta":',
        '"bezout":{"delt":',
        "cofactors of another output",
    ),
    statement(
        "function.witness.bezout",
        "twins-norell",
        '"eps0":{"den":[["1"],["-2"],["3"]],"num":[[],[],["2"]]}',
        '"eps0":{"den":[["1","1"],["-2","-2"],["3","3"]],"num":[[],[],["2","2"]]}',
        "a factor 1 + epsS above and below",
    ),
    added(
        "logical-action.k",
        "lift",
        "logical-action",
        {"acts-as": "H", "clifford": "H", "eigenvalue": THIRD, "logical-eigenvalue": THIRD, "of": "map"},
        "two encoded qutrits",
        '{"x":[0],"z":[0]}',
    ),
    added(
        "outputs.dimension",
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
        "outputs.each.count",
        "free",
        '"each":[{"den":["2"],"num":["0","1"]},{"den":["2"],"num":["0","1"]}]',
        '"each":[{"den":["2"],"num":["0","1"]}]',
        "one output left out",
    ),
    statement(
        "outputs.each.count",
        "four-two-h",
        '"each":[]',
        '"each":[{"den":["1"],"num":["0","1"]},{"den":["1"],"num":["0","1"]}]',
        "the target is entangled",
    ),
    statement(
        "outputs.infidelity",
        "four-two-h",
        '"num":["0","4","2","-4","1"]',
        '"num":["0","4","2","-4","2"]',
        "another infidelity",
    ),
    statement(
        "outputs.infidelity",
        "free",
        '"each":[{"den":["2"],"num":["0","1"]}',
        '"each":[{"den":["2"],"num":["0","3"]}',
        "another infidelity of the first",
    ),
    statement(
        "outputs.infidelity",
        "four-two-h",
        '[{"den":"1","m":8,"num":["1","0","0","0"]},{"den":"3","m":8,"num":["1"',
        '[{"den":"1","m":8,"num":["1","0","0","0"]},{"den":"3","m":8,"num":["2"',
        "another target",
    ),
    statement(
        "outputs.target.first",
        "four-two-h",
        '[{"den":"1","m":8,"num":["1","0","0","0"]},',
        '[{"den":"1","m":8,"num":["0","1","0","0"]},',
        "a second spelling of a target",
    ),
    added(
        "outputs.k",
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
        "outputs.parameter",
        "four-two-h",
        '"kind":"outputs","parameter":"delta"',
        '"kind":"outputs","parameter":"eps"',
        "the infidelity is not delta",
    ),
    added(
        "outputs.parameters",
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
    statement("outputs.success", "four-two-h", OUTPUTS, OUTPUTS.replace('"1"]', '"2"]'), "another probability"),
    statement(
        "outputs.success.polynomial",
        "four-two-h",
        OUTPUTS,
        '"success":{"den":["8","8"],"num":["3","-1","2","2","-3","1"]}',
        "a factor 1 + delta above and below",
    ),
    statement(
        "outputs.target.first",
        "four-two-h",
        '[{"den":"1","m":8,"num":["1","0","0","0"]},'
        + ",".join(['{"den":"3","m":8,"num":["1","0","0","0"]}'] * 3)
        + "]",
        "[" + ",".join(['{"den":"1","m":8,"num":["0","0","0","0"]}'] * 4) + "]",
        "no state",
    ),
    statement("polynomial.rows", "twins-norell", '"success":{"den":[["2"]]', '"success":{"den":[]', "no row"),
    statement("polynomial.rows", "twins-norell", '"success":{"den":[["2"]]', '"success":{"den":"2"', "a string"),
    statement(
        "polynomial.rows.count",
        "twins-norell",
        '"success":{"den":[["2"]]',
        '"success":{"den":[[' + "],[".join(['"1"'] * 129) + "]]",
        "129 rows",
    ),
    statement(
        "polynomial.rows.last",
        "twins-norell",
        '"success":{"den":[["2"]]',
        '"success":{"den":[["2"],[]]',
        "a second spelling",
    ),
    statement(
        "polynomial.rows.size",
        "twins-norell",
        '"success":{"den":[["2"]]',
        '"success":{"den":[' + ",".join(["[" + ",".join(['"1"'] * 125) + "]"] * 9) + "]",
        "1125 coefficients",
    ),
    added(
        "printed.parameters",
        "twins-norell",
        "printed",
        {"of": "map", "quantity": "success-at-zero", "value": "0.5"},
        "two parameters",
    ),
    statement("square-root.branch", "five-qubit-t", '"s":"-1"', '"s":"1"', "the other root"),
    statement("square-root.polynomial", "five-qubit-t", '"D":"21"', '"D":"22"', "another root"),
    statement("square-root.polynomial", "five-qubit-t", '"center":"7"', '"center":"8"', "another center"),
    statement(
        "square-root.polynomial", "five-qubit-t", '"s":"-1","scale":"7"', '"s":"-1","scale":"8"', "another scale"
    ),
    statement(
        "square-root.signs", "five-qubit-t", '"s":"-1","scale":"7"', '"s":"-1","scale":"-7"', "a second spelling"
    ),
    statement("square-root.signs", "five-qubit-t", '"s":"-1","scale":"7"', '"s":"-1","scale":"0"', "a division by 0"),
    statement("square-root.signs", "five-qubit-t", '"D":"21"', '"D":"-21"', "an imaginary square root"),
    statement("square-root.signs", "five-qubit-t", '"D":"21"', '"D":"0"', "no square root"),
    added(
        "square-root.degree",
        "golay-threshold",
        "square-root",
        {"D": "2", "center": "0", "of": "threshold", "s": "1", "scale": "1"},
        "a cubic",
    ),
    state("state.parameters.count", "plus", '"parameters":["delta"]', '"parameters":[]', "no parameter"),
    state(
        "state.parameters.count", "plus", '"parameters":["delta"]', '"parameters":["delta","delta"]', "one name twice"
    ),
    state("state.parameters.count", "plus", '"parameters":["delta"]', '"parameters":["a","b","c"]', "three parameters"),
    added("term-weights.chi", "signed-t", "term-weights", {"of": "map", "weights": {}}, "p = 2"),
    added("term-weights.chi", "partial", "term-weights", {"of": "map", "weights": {}}, "chi vanishes at some points"),
    statement("threshold.bound", "golay-threshold", '{"bound":"1"', '{"bound":"2"', "beyond the family"),
    statement("threshold.bound", "golay-threshold", '{"bound":"1"', '{"bound":"0"', "no interval"),
    statement(
        "threshold.bound.denominator", "golay-threshold", '{"bound":"1"', '{"bound":"1000/1001"', "over the bound"
    ),
    statement("threshold.interval.inside", "golay-threshold", '{"bound":"1"', '{"bound":"1/3"', "the root lies above"),
    statement(
        "threshold.cofactor.rootless", "four-two-h", '{"bound":"1/2"', '{"bound":"1"', "another crossing above 1/2"
    ),
    statement(
        "twirl.cliffords.count",
        "tetra",
        '"cliffords":["H","N"]',
        '"cliffords":["H"' + ',"N"' * 16 + "]",
        "17 generators",
    ),
    added(
        "twirl.parameters",
        "split",
        "twirl",
        {"cliffords": ["H", "N"], "infidelity": ["0", "1"], "order": 24},
        "two parameters",
    ),
    added(
        "wigner.p",
        "signed-t",
        "wigner",
        {"bound": "1/2", "function": [[["1/4", "0"]] * 2] * 2},
        "no Wigner function of this kind",
    ),
    added(
        "wigner.parameters",
        "twins-norell",
        "wigner",
        {"bound": "1/2", "function": [[["1/9", "0"]] * 3] * 3},
        "two parameters",
    ),
    added(
        "expansion.denominator",
        "hidden",
        "expansion",
        {"coefficients": [["0"]], "degree": 0, "function": "eps0", "of": "map"},
        "no success at the target",
    ),
]

TRAPPING = {"contraction": "15/16", "of": "map", "point": ["1/3", "1/3"], "ratio": "1/32"}
ZERO = '"id":"zero","kind":"trapping","of":"map","place":"test","point":["1","0"],"ratio":"5/8"'
EDGE = '"end":["0","1/2"],"id":"edge","interval":["1333333333/2000000000","6666666669/10000000000"]'
BASINS = [
    added("triangle.parameters", "golay-threshold", "trapping", TRAPPING, "one parameter"),
    added("triangle.signs", "steep", "trapping", TRAPPING, "points of the triangle that are no states"),
    added("triangle.accepted", "hidden", "trapping", TRAPPING, "the target is never accepted"),
    statement("trapping.point", "twins-basin", ZERO, ZERO.replace('"0"]', '"1/2"]'), "a point outside"),
    statement("trapping.point", "twins-basin", ZERO, ZERO.replace('"1","0"', '"-1","0"'), "a negative coordinate"),
    statement("trapping.ratio", "twins-basin", ZERO, ZERO.replace("5/8", "9/8"), "beyond the triangle"),
    statement("trapping.ratio", "twins-basin", ZERO, ZERO.replace("5/8", "0"), "only the point"),
    added("trapping.contraction", "twins-basin", "trapping", TRAPPING | {"contraction": "1"}, "it does not contract"),
    added("trapping.contraction", "twins-basin", "trapping", TRAPPING | {"contraction": "-1"}, "a negative factor"),
    statement("trapping.denominator", "twins-basin", ZERO, ZERO.replace("5/8", "5/1048583"), "over the bound"),
    statement("trapping.contracts", "twins-basin", ZERO, ZERO.replace("5/8", "3/4"), "a widened region"),
    statement("trapping.contracts", "twins-basin", ZERO, ZERO.replace('"1","0"', '"31/32","1/32"'), "no fixed point"),
    added("trapping.contracts", "twins-basin", "trapping", TRAPPING, "a saddle"),
    added(
        "basin.regions.count",
        "twins-basin",
        "basin",
        {"areas": [], "level": 0, "of": "map", "regions": [f"r{i}" for i in range(27)], "steps": 0, "undecided": "1"},
        "more regions than letters",
        '{"cover":"."}',
    ),
    statement("basin.regions.distinct", "twins-basin", '["zero","half"]', '["zero","zero"]', "a region twice"),
    statement(
        "basin.regions.map",
        "twins-basin",
        '"of":"map","place":"test","regions"',
        '"of":"again","place":"test","regions"',
        "regions of another map",
    ),
    certificate("cover.level", "twins-basin", '"cover":"+', '"cover":"' + "+" * 49, "cells that are too small"),
    certificate("cover.mark", "twins-basin", '"cover":"++++++.', '"cover":"++++++,', "no mark"),
    certificate("cover.region", "twins-basin", '"cover":"++++++...', '"cover":"++++++c1..', "a third region"),
    certificate("cover.mark", "twins-basin", '+...."}', '+..."}', "a cover that breaks off"),
    certificate("cover.mark", "twins-basin", '+...."}', '+...b"}', "no number of steps"),
    certificate("cover.mark", "twins-basin", "b7.+b6", "b-.+b6", "another sign for the steps"),
    certificate("cover.mark", "twins-basin", '+...."}', '+...bZ"}', "steps that go on and do not end"),
    certificate("cover.end", "twins-basin", '+...."}', '+....."}', "one cell more than the triangle has"),
    certificate("basin.witness.reaches", "twins-basin", '"cover":"++++++.', '"cover":"++++++b9', "a cell on the edge"),
    certificate("basin.witness.reaches", "twins-basin", "b7.+b6", "a7.+b6", "a cell that reaches another region"),
    certificate("basin.witness.reaches", "twins-basin", "b6b6b5b6", "b6b6.b6", "a gap of one cell that others need"),
    certificate("basin.witness.steps", "twins-basin", "b7.+b6", "b6.+b6", "one step fewer"),
    certificate("basin.witness.steps", "twins-basin", "b7.+b6", "b8.+b6", "one step more"),
    certificate("basin.witness.steps", "twins-basin", "b7b5b7a0", "b7b5b7a1", "a step for a cell in the region"),
    certificate("basin.areas", "twins-basin", "b7.+b6", "..+b6", "a gap of one cell that no other needs"),
    statement("basin.areas", "twins-basin", '"areas":["', '"areas":["1', "a larger basin"),
    statement("basin.undecided", "twins-basin", '"undecided":"', '"undecided":"1', "more undecided"),
    statement("basin.level", "twins-basin", '"level":6', '"level":5', "larger undecided cells"),
    statement("basin.level", "twins-basin", '"level":6', '"level":7', "smaller undecided cells"),
    statement("basin.steps", "twins-basin", '"steps":42', '"steps":43', "more steps"),
    statement("basin.steps", "twins-basin", '"steps":42', '"steps":41', "fewer steps"),
    statement(
        "basin-threshold.region",
        "twins-basin",
        '"place":"test","region":"zero","start"',
        '"place":"test","region":"map","start"',
        "no region",
    ),
    statement(
        "basin-threshold.interval",
        "twins-basin",
        EDGE,
        EDGE.replace("1333333333/", "-1333333333/"),
        "below the segment",
    ),
    statement(
        "basin-threshold.interval",
        "twins-basin",
        EDGE,
        EDGE.replace("6666666669/", "16666666669/"),
        "beyond the segment",
    ),
    statement(
        "basin-threshold.width", "twins-basin", EDGE, EDGE.replace("1333333333/2000000000", "1/2"), "a wide interval"
    ),
    statement("basin-threshold.segment", "twins-basin", EDGE, EDGE.replace('"1/2"]', '"3/2"]'), "an end outside"),
    statement("basin-threshold.segment", "twins-basin", EDGE, EDGE.replace('"0","1/2"', '"1","0"'), "a point"),
    statement(
        "basin-threshold.below",
        "twins-basin",
        EDGE,
        EDGE.replace("1333333333/2000000000", "6666666667/10000000000"),
        "above the edge",
    ),
    statement(
        "basin-threshold.above",
        "twins-basin",
        EDGE,
        EDGE.replace("6666666669/10000000000", "3333333333/5000000000"),
        "below the edge",
    ),
    statement(
        "flow.point", "twins-basin", '"point":["1/2","0"],"region"', '"point":["1/2","1"],"region"', "a point outside"
    ),
    statement(
        "flow.region",
        "twins-basin",
        '"point":["1/2","0"],"region":"zero"',
        '"point":["1/2","0"],"region":"half"',
        "another fixed point",
    ),
    statement(
        "flow.region", "twins-basin", '"point":["1/2","0"],"region"', '"point":["1/3","0"],"region"', "on the edge"
    ),
    statement(
        "comparison.apart",
        "twins-basin",
        '"left":"other-edge","place":"test","right":"edge"',
        '"left":"edge","place":"test","right":"other-edge"',
        "the larger one on the left",
    ),
    statement(
        "comparison.apart",
        "twins-basin",
        '"left":"other-edge","place":"test","right":"edge"',
        '"left":"edge","place":"test","right":"edge"',
        "a value with itself",
    ),
]

ALWAYS = '{"bezout":{"delta":{"den":["1"],"num":[]}},"line":[]}'
NO_GAIN = {"bound": "1", "of": "map", "output": "delta", "relation": "output > x"}
REASONS = [
    certificate(
        "function.witness.bezout.degree", "singled", ALWAYS, ALWAYS.replace('"1"', '"2"'), "twice the cofactor"
    ),
    certificate("function.witness.bezout.degree", "singled", ALWAYS, ALWAYS.replace('"1"', '"-1"'), "its negative"),
    added("no-gain.bound", "five-qubit-t", "no-gain", NO_GAIN | {"bound": "2"}, "beyond the family"),
    added("no-gain.bound", "five-qubit-t", "no-gain", NO_GAIN | {"bound": "0"}, "an empty range"),
    added("no-gain.relation", "five-qubit-t", "no-gain", NO_GAIN | {"relation": "output = x"}, "not the identity"),
    added("no-gain.relation", "singled", "no-gain", NO_GAIN, "the identity"),
    added("no-gain.loss", "five-qubit-t", "no-gain", NO_GAIN, "the output is better below the threshold"),
    statement(
        "map.output-match.parameters", "twins-norell", '"output-match":"state"', '"output-match":"fidelity"', "two"
    ),
    added(
        "map.output-match.varies",
        "resting",
        "map",
        mapped(
            {"delta": {"den": ["1"], "num": ["0", "1"]}},
            success={"den": ["24"], "num": ["8", "0", "1"]},
            **{"output-match": "fidelity"},
        ),
        "half of every state is the target",
        BEZOUT,
    ),
]

# What mutation testing missed at first.
MISSED = [
    statement("map.output", "bit", '"shift":[0,0]', '"shift":[1,0]', "Z turned, X not"),
    statement("map.output", "bit", '"shift":[0,0]', '"shift":[0,1]', "X turned, Z not"),
    statement("number.range", "bit", '"shift":[0,0]', '"shift":[2,0]', "an entry that is not reduced"),
    statement("number.range", "bit", '"shift":[0,0]', '"shift":[3,0]', "an entry that is not reduced"),
    statement(
        "map.success.polynomial",
        "twins-norell",
        '"success":{"den":[["2"]],"num":[["1"],["-2"],["3"]]}',
        '"success":{"den":[["2"],["2"]],"num":[["1"],["-1"],["1"],["3"]]}',
        "a factor 1 + eps0 above and below",
    ),
    statement(
        "number.range", "parity-t-gate", '{"logical":[[0],[0]]', '{"logical":[[2],[0]]', "an entry that is not reduced"
    ),
    statement(
        "number.range", "parity-t-gate", '{"logical":[[0],[0]]', '{"logical":[[3],[0]]', "an entry that is not reduced"
    ),
    statement(
        "class-enumerator.terms.counts",
        "parity-t-gate",
        '{"logical":[[0],[1]],"terms":[]}',
        '{"logical":[[0],[1]],"terms":[' + ",".join(['[[0,0],["0","0","0","0"]]'] * 4093) + "]}",
        "4096 terms, most of them nothing",
    ),
    added(
        "class-enumerator.cosets",
        "eight",
        "class-enumerator",
        {"classes": [[[0, 0]], [[1, 0], [1, 1]]], "cosets": []},
        "4096 cosets left out",
    ),
    added(
        "claim.needs",
        "idle",
        "class-enumerator",
        {"classes": [[[0, 0]]], "cosets": []},
        "no certified code",
    ),
    certificate(
        "function.witness.bezout.degree",
        "one",
        '"den":["1"],"num":[]',
        '"den":["1","-1"],"num":["1"]',
        "cofactors that are not the least ones",
    ),
]


def fixed(check: str, old: str, new: str, why: str) -> Case:
    """An edit of a list of fixed points."""
    return statement(check, "twins-fixed", old, new, why)


REPELLER = '{"at":["1/3","0"],"eigenvalues":["2","2"],"type":"repeller"},'
DECIMAL = '{"at":["0.333333333333","0.333333333333"],"eigenvalues":["0.000000","2.000000"],"type":"saddle"},'
ORIGIN = '{"at":["0","0"],"eigenvalues":["0","2"],"type":"saddle"},'
HALF = '{"at":["0","1/2"],"eigenvalues":["0","0"],"type":"attractor"},'
LAST = ',{"at":["1","0"],"eigenvalues":["0","0"],"type":"attractor"}]'
ALL = ORIGIN + HALF + DECIMAL + REPELLER[:-1] + LAST
EXACT = DECIMAL.replace("0.333333333333", "1/3")
BESIDE = DECIMAL.replace("0.333333333333", "0.333333333334", 1)

FIXED = [
    fixed("fixed-points.count", ALL, "]", "no fixed point at all"),
    fixed("fixed-points.count", ALL, ORIGIN * 64 + ALL, "69 points, most of them one"),
    fixed("fixed-points.order", DECIMAL + REPELLER, REPELLER + DECIMAL, "1/3 before the decimal below it"),
    fixed("fixed-points.order", ORIGIN + HALF, HALF + ORIGIN, "e_2 = 1/2 before 0"),
    fixed("fixed-points.distinct", HALF, HALF * 2, "a point twice"),
    fixed("fixed-points.distinct", REPELLER, REPELLER + EXACT, "exactly and as a decimal"),
    fixed("fixed-points.distinct", REPELLER, REPELLER + BESIDE, "enclosures with an end in common"),
    fixed("fixed-points.attractors", HALF, "", "half and half left out"),
    fixed("fixed-points.attractors", '"1/2"],"eig', '"0.500000000000"],"eig', "a decimal for the point of a region"),
    fixed("fixed-points.triangle", '["1/3","0"]', '["1/3","3/4"]', "e_1 + e_2 = 13/12"),
    fixed("fixed-points.triangle", '"at":["0","0"]', '"at":["0","-1/2"]', "e_2 below 0"),
    fixed("fixed-points.triangle", '"at":["0","0"]', '"at":["0","0.000000000000"]', "an enclosure across an edge"),
    fixed("fixed-points.exists", '"0.333333333333"],"eig', '"0.333333333334"],"eig', "the neighbouring decimal"),
    fixed("fixed-points.exists", '["0.333333333333",', '["0.333333333332",', "the neighbouring decimal"),
    fixed("fixed-points.exists", '["1/3","0"]', '["1/2","0"]', "a point that moves along an edge"),
    fixed("fixed-points.exists", '["1/3","0"]', '["1/3","1/6"]', "a point that moves in e_2 alone"),
    fixed("fixed-points.exists", '"at":["0","0"]', '"at":["0","0.250000000000"]', "none on this part of an edge"),
    fixed("fixed-points.eigenvalues", '["0","2"]', '["0","3"]', "3 for 2"),
    fixed("fixed-points.eigenvalues", '["0","2"]', '["1","2"]', "1 for 0"),
    fixed("fixed-points.eigenvalues", '"2.000000"', '"2.000001"', "the neighbouring decimal"),
    fixed("fixed-points.eigenvalues", '"0.000000"', '"-0.000001"', "the neighbouring decimal"),
    fixed("fixed-points.eigenvalues", '"0.000000"', '"0"', "an enclosure does not show that it is 0"),
    fixed("fixed-points.eigenvalues", '["0","2"]', '["0","2.000000"]', "2 as a decimal, though it is seen to be exact"),
    fixed("fixed-points.eigenvalues", '["2","2"]', '["2.000000","3"]', "2 is a double root: no change of sign"),
    fixed("fixed-points.eigenvalues.order", '["0","2"]', '["2","0"]', "the greater one first"),
    fixed("fixed-points.eigenvalues.order", '"2.000000"', '"0.000000"', "an enclosure of one eigenvalue twice"),
    fixed("fixed-points.eigenvalues.double", '["0","2"]', '["0","0"]', "0 twice for 0 and 2"),
    fixed("fixed-points.eigenvalues.double", '["0","2"]', '["2","2"]', "2 twice for 0 and 2"),
    fixed("fixed-points.type", '"2"],"type":"saddle"', '"2"],"type":"repeller"', "a saddle called repeller"),
    fixed("fixed-points.type", '"2"],"type":"repeller"', '"2"],"type":"saddle"', "a repeller called saddle"),
    fixed(
        "fixed-points.type",
        '["1","0"],"eigenvalues":["0","0"],"type":"attractor"',
        '["1","0"],"eigenvalues":["0","0"],"type":"saddle"',
        "an attractor called saddle",
    ),
    fixed("fixed-points.complete", DECIMAL, "", "the saddle inside left out"),
    fixed("fixed-points.complete", REPELLER, "", "the repeller left out"),
    fixed("fixed-points.complete", ORIGIN, "", "the saddle at a corner left out"),
    fixed("fixed-points.digits", '"0.333333333333"],"eig', '"0.33333333333"],"eig', "11 decimals"),
    fixed("fixed-points.digits", '"2.000000"', '"2.0000000"', "7 decimals of an eigenvalue"),
    fixed("fixed-points.denominator", '["1/3","0"]', '["333334/1000003","0"]', "a fraction near 1/3"),
    fixed("fixed-points.denominator", '["2","2"]', '["2","2000001/1000001"]', "a fraction near 2"),
]

CASES = [
    *FILES,
    *VALUES,
    *STATEMENTS,
    *FOLDERS,
    *CODES,
    *CLIFFORDS,
    *STATES,
    *MAPS,
    *THRESHOLDS,
    *TERMS,
    *BOUNDS,
    *CLASSES,
    *ENGINE,
    *BASINS,
    *REASONS,
    *MISSED,
    *FIXED,
]
