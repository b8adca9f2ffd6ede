"""Forgeries of single values: numbers, names, lists and objects, and how they are spelled."""

from __future__ import annotations

from edits import NINES, ONE, ROWS, SWAP, added, certificate, code, state, statement
from forge import LIMIT, MALFORMED

MATRIX = '"matrix":[[0,0,1,0],[0,0,0,1],[2,0,0,0],[0,2,0,0]]'

CLIFFORD = '"cliffords":[{"name":"x","shift":[0,%d],"symplectic":[[1,0]%s]}]'

FORGERIES = [
    code(
        "list.type/1",
        MALFORMED,
        "one",
        '"stabilizers":[]',
        '"stabilizers":""',
        "an empty string iterates as an empty list does",
    ),
    code("list.type/2", MALFORMED, "one", '"logical_x":[[1],[0]]', '"logical_x":5', "a number instead of a list"),
    certificate(
        "object.later/1",
        MALFORMED,
        "one",
        '"witness":{"destabilizers":[],"logical":[[1],[0]]}',
        '"witness":[]',
        "a list",
    ),
    statement("object.type/1", MALFORMED, "one", f'"code":{ONE}', '"code":"one"', "a name without a hash"),
    certificate(
        "object.type/2", MALFORMED, "one", '{"end":4}', "0\n" * 1018 + '{"end":4}', "1023 lines, most of them nothing"
    ),
    code("object.keys/1", MALFORMED, "one", '"n":1,', '"n":1,"note":1,', "an unknown key"),
    statement("object.keys/2", MALFORMED, "one", '"distance":1,', "", "a claim without its answer"),
    statement(
        "object.keys/3",
        MALFORMED,
        "classes-6",
        f"{ROWS}}}",
        f'{ROWS},"name":"golay11"}}',
        "a code with the name of another one",
    ),
    code("list.length/1", MALFORMED, "pair", "[0,1],[1,0]", "[0,1,0],[1,0]", "three entries for two sites"),
    code("list.length/2", MALFORMED, "pair", '"source"', '"signs":[0,0],"source"', "two signs for one stabilizer"),
    code("list.length/3", MALFORMED, "one", '"n":1,', '"n":64,', "one entry for 64 sites"),
    code("list.length/4", MALFORMED, "pair", "[0,1],[1,0]", '"01",[1,0]', "a string instead of a list"),
    state("list.length/5", MALFORMED, "plus", '"p":3', '"p":2', "three rows for a qubit"),
    state("list.length/6", MALFORMED, "plus", '"cliffords":[]', CLIFFORD % (96, ""), "half a matrix"),
    state("list.length/7", MALFORMED, "plus", '"m":12', '"m":72', "four coordinates in a field of degree 24"),
    statement(
        "list.length/8", MALFORMED, "local", '"vertices":[[2,2]]', '"vertices":[]', "a logical operator left out"
    ),
    statement(
        "object.named/1", MALFORMED, "lift", '"sends":{"one":"wave"}', '"sends":["one"]', "a list instead of an object"
    ),
    code("text.type/1", MALFORMED, "one", '"source":"one site, no stabilizer"', '"source":""', "no source"),
    code(
        "text.type/2",
        MALFORMED,
        "one",
        '"source":"one site, no stabilizer"',
        '"source":[[[[[[[[[[1]]]]]]]]]]',
        "a list",
    ),
    statement(
        "text.type/3",
        MALFORMED,
        "one",
        '"kind":"suppression","of":"map","order":1,"output":"delta","place":"test"',
        '"kind":"suppression","of":"map","order":1,"output":"delta","place":""',
        "a claim about no place",
    ),
    code("text.constant/1", MALFORMED, "one", "stillproof-code/1", "stillproof-code/2", "a format of the future"),
    statement(
        "text.constant/2",
        MALFORMED,
        "one",
        "A[w], B[w] count elements of weight w, phases left out",
        "A[w], B[w] count elements of weight w",
        "another convention",
    ),
    statement(
        "text.constant/3", MALFORMED, "golay-threshold", '"quantity":"threshold"', '"quantity":"error"', "no such value"
    ),
    code("text.name/1", MALFORMED, "one", '"name":"one"', '"name":"one/two"', "a name that is a path"),
    code("text.name/2", MALFORMED, "one", '"name":"one"', '"name":".one"', "a name that begins with a dot"),
    code("text.name/3", MALFORMED, "one", '"name":"one"', f'"name":"{"a" * 65}"', "a name over the bound"),
    code("text.name/4", MALFORMED, "one", '"name":"one"', '"name":[]', "a list instead of a name"),
    statement(
        "text.sha256/1",
        MALFORMED,
        "one",
        '"state":{"name":"strange","sha256":"e364',
        '"state":{"name":"strange","sha256":"E364',
        "a capital letter",
    ),
    statement(
        "text.sha256/2",
        MALFORMED,
        "one",
        '"state":{"name":"strange","sha256":"e364',
        '"state":{"name":"strange","sha256":"364',
        "63 digits",
    ),
    statement(
        "text.sha256/3",
        MALFORMED,
        "one",
        f'"code":{ONE}',
        '"code":{"name":"one","sha256":5}',
        "a number instead of a hash",
    ),
    code("number.range/1", MALFORMED, "one", '"n":1,', '"n":0,', "no site"),
    code("number.range/2", MALFORMED, "one", '"n":1,', '"n":"1",', "a string instead of a number"),
    code("number.range/3", MALFORMED, "one", '"p":3', '"p":1', "no dimension"),
    code("number.range/4", MALFORMED, "one", '"p":3', '"p":98', "a dimension over the bound"),
    code(
        "number.range/5",
        MALFORMED,
        "one",
        '"logical_x":[[1],[0]]',
        '"logical_x":[[3],[0]]',
        "an entry that is not reduced",
    ),
    statement("number.range/6", MALFORMED, "five", '{"den":"36","m":12', '{"den":"36","m":24', "another field"),
    statement("number.range/7", MALFORMED, "one", '"distance":1', '"distance":65', "a distance over the bound"),
    statement("number.range/8", MALFORMED, "one", '"p":3,', '"p":1,', "no dimension"),
    statement("number.range/9", MALFORMED, "one", '"p":3,', '"p":98,', "a dimension over the bound"),
    code("number.range/10", MALFORMED, "pair", '"source"', '"signs":[3],"source"', "a sign that is not reduced"),
    state("number.range/11", MALFORMED, "plus", '"p":3', '"p":98', "a dimension over the bound"),
    state("number.range/12", MALFORMED, "plus", '"p":3', '"p":1', "no dimension"),
    state("number.range/13", MALFORMED, "plus", '"cliffords":[]', CLIFFORD % (97, ",[0,1]"), "an entry over the bound"),
    statement("number.range/14", MALFORMED, "lift", '"shift":[1,2]', '"shift":[1,3]', "an entry that is not reduced"),
    certificate(
        "number.range/15",
        MALFORMED,
        "five",
        '"destabilizers":[[[1,2',
        '"destabilizers":[[[1,3',
        "an entry that is not reduced",
    ),
    certificate("number.range/16", MALFORMED, "bare", MATRIX, MATRIX.replace("1", "3"), "an entry that is not reduced"),
    certificate(
        "number.range/17",
        MALFORMED,
        "golay-cliffords",
        '{"claim":"logical-H","witness":{"x":[0',
        '{"claim":"logical-H","witness":{"x":[3',
        "an entry that is not reduced",
    ),
    statement("number.range/18", MALFORMED, "five", '"order":1', '"order":0', "no order"),
    statement("number.range/19", MALFORMED, "five", '"order":1', '"order":513', "an order over the bound"),
    statement("number.range/20", MALFORMED, "tetra", '"order":24', '"order":0', "no group"),
    statement("number.range/21", MALFORMED, "five", '{"count":20,', '{"count":0,', "a value that nothing has"),
    code(
        "number.range/22",
        MALFORMED,
        "idle",
        '"logical_x":[[1],[0]],"logical_z":[[0],[1]],"n":1,"name":"one","p":3',
        '"logical_x":[[0],[0]],"logical_z":[[0],[0]],"n":1,"name":"one","p":1',
        "sites of dimension 1",
    ),
    statement("number.range/23", MALFORMED, "classes-6", '"length":6', '"length":0', "no coordinates"),
    statement("number.range/24", MALFORMED, "classes-6", '"length":6', '"length":14', "a length over the bound"),
    statement(
        "number.range/25", MALFORMED, "classes-6", '"dimension":2', '"dimension":14', "a dimension over the bound"
    ),
    statement("number.range/26", MALFORMED, "classes-6", ROWS, ROWS.replace("2", "3"), "an entry that is not reduced"),
    certificate("number.range/27", MALFORMED, "classes-6", SWAP, SWAP.replace("[2,1", "[0,1"), "no such place"),
    certificate(
        "number.range/28", MALFORMED, "classes-6", SWAP, SWAP.replace("[2,1", "[14,1"), "a place over the bound"
    ),
    certificate("number.range/29", MALFORMED, "classes-6", SWAP, SWAP.replace("[1,1,1,2", "[0,1,1,2"), "no sign"),
    certificate("number.range/30", MALFORMED, "classes-6", SWAP, SWAP.replace("[1,1,1,2", "[1,1,1,3"), "no sign"),
    statement(
        "number.range/31",
        MALFORMED,
        "parity-t-gate",
        '"stabilizers":[1,2]',
        '"stabilizers":[1,3]',
        "no third stabilizer",
    ),
    statement(
        "number.range/32",
        MALFORMED,
        "parity-t-gate",
        '"stabilizers":[1,2]',
        '"stabilizers":[0,1]',
        "stabilizers are counted from 1",
    ),
    added(
        "number.range/33",
        MALFORMED,
        "free",
        "correction",
        {"clifford": "H", "of": "outputs", "stabilizers": [1], "success": {"den": ["1"], "num": ["2"]}},
        "no stabilizer to correct",
    ),
    statement("number.range/34", MALFORMED, "bit", '"shift":[0,0]', '"shift":[2,0]', "an entry that is not reduced"),
    statement("number.range/35", MALFORMED, "bit", '"shift":[0,0]', '"shift":[3,0]', "an entry that is not reduced"),
    statement(
        "number.range/36",
        MALFORMED,
        "parity-t-gate",
        '{"logical":[[0],[0]]',
        '{"logical":[[2],[0]]',
        "an entry that is not reduced",
    ),
    statement(
        "number.range/37",
        MALFORMED,
        "parity-t-gate",
        '{"logical":[[0],[0]]',
        '{"logical":[[3],[0]]',
        "an entry that is not reduced",
    ),
    statement("integer.digits/1", LIMIT, "golay-threshold", '"r":"-11924"', f'"r":"{NINES}"', "4001 digits"),
    statement("integer.spelling/1", MALFORMED, "golay-threshold", '"r":"-11924"', '"r":"-011924"', "a second spelling"),
    statement("integer.spelling/2", MALFORMED, "golay-threshold", '"s":"1620"', '"s":"+1620"', "a second spelling"),
    statement("integer.spelling/3", MALFORMED, "golay-threshold", '"s":"1620"', '"s":"1_620"', "a second spelling"),
    statement(
        "integer.spelling/4", MALFORMED, "golay-threshold", '"s":"1620"', '"s":1620', "a number instead of a string"
    ),
    statement(
        "integer.spelling/5",
        MALFORMED,
        "golay-threshold",
        '"s":"1620"',
        f'"s":"{"0" * 4000}"',
        "a second spelling of 0",
    ),
    statement(
        "rational.type/1", MALFORMED, "one", '"coefficient":"1"', '"coefficient":1', "a number instead of a string"
    ),
    statement(
        "rational.lowest/1",
        MALFORMED,
        "golay-threshold",
        '"coefficient":"55/18"',
        '"coefficient":"110/36"',
        "not reduced",
    ),
    statement(
        "rational.lowest/2", MALFORMED, "golay-threshold", '"inputs":"19008"', '"inputs":"19008/1"', "a second spelling"
    ),
    statement(
        "rational.lowest/3",
        MALFORMED,
        "golay-threshold",
        '"inputs":"19008"',
        '"inputs":"-19008/-1"',
        "a second spelling",
    ),
    statement("rational.lowest/4", MALFORMED, "golay-threshold", '"inputs":"19008"', '"inputs":"19008/0"', "no number"),
    statement("decimal.digits/1", LIMIT, "golay-threshold", '"value":"0.38715"', f'"value":"{NINES}"', "4001 digits"),
    statement(
        "decimal.spelling/1", MALFORMED, "golay-threshold", '"value":"0.38715"', '"value":".38715"', "a second spelling"
    ),
    statement(
        "decimal.spelling/2", MALFORMED, "golay-threshold", '"value":"0.38715"', '"value":"-0"', "a negative zero"
    ),
    statement("decimal.spelling/3", MALFORMED, "golay-threshold", '"value":"0.38715"', '"value":38715', "a number"),
    statement(
        "decimal.spelling/4",
        MALFORMED,
        "golay-threshold",
        '"value":"0.38715"',
        f'"value":"{"0" * 4000}"',
        "zeros in front",
    ),
    statement(
        "interval.order/1",
        MALFORMED,
        "golay-threshold",
        '"exponent":["63/565","94/843"]',
        '"exponent":["94/843","63/565"]',
        "an interval the wrong way round",
    ),
    statement(
        "interval.order/2",
        MALFORMED,
        "golay-threshold",
        '"exponent":["63/565","94/843"]',
        '"exponent":["94/843","94/843"]',
        "an interval without an inside",
    ),
    statement(
        "element.lowest/1",
        MALFORMED,
        "five",
        '{"den":"36","m":12,"num":["1"',
        '{"den":"72","m":12,"num":["2"',
        "not reduced",
    ),
    statement(
        "element.lowest/2",
        MALFORMED,
        "five",
        '{"den":"36","m":12,"num":["1"',
        '{"den":"-36","m":12,"num":["-1"',
        "a sign",
    ),
    statement(
        "element.lowest/3", MALFORMED, "five", '{"den":"36","m":12,"num":["1"', '{"den":"0","m":12,"num":["1"', "1/0"
    ),
]
