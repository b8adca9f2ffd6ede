"""Forgeries of documented bounds, and what is declined."""

from __future__ import annotations

from forge import BASES

from .edits import ONE, POWERS, WAVE, added, certificate, code, state, statement, threshold, times

ALONE_WITNESS = "\n".join((BASES / "certificates" / "alone.jsonl").read_text().splitlines()[1:])

MATRIX = '"matrix":[[0,0,1,0],[0,0,0,1],[2,0,0,0],[0,2,0,0]]'

CLIFFORD = '"cliffords":[{"name":"x","shift":[0,%d],"symplectic":[[1,0]%s]}]'

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
    code("code.sites", "one", '"n":1,', '"n":1048576,', "more sites than the bound"),
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
    added("printed.decided", "golay-ties", "printed", {**PRINTED, "value": "0.38716"}, "the interval ends at the tie"),
    added("printed.decided", "golay-ties", "printed", {**PRINTED, "value": "0.38714"}, "the interval ends at the tie"),
    added(
        "radicals.polynomial",
        "golay-threshold",
        "radicals",
        {
            "D": "2",
            "center": "0",
            "degree": 3,
            "of": "threshold",
            "r": "1",
            "s": "1",
            "scale": "1",
        },
        "the root of another cubic",
        '{"cube-root":["-1"]}',
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
        "family.pure",
        "shuffled",
        "suppression",
        {"coefficient": "5/2", "of": "map", "order": 1, "output": "x"},
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
    threshold("threshold.polynomial.sign", "flipped", [-1, 2], ["1/4", "1/2"], [0, 2, -2], "the root is an end"),
    threshold("threshold.polynomial.sign", "flipped", [-1, 2], ["1/2", "3/4"], [0, 2, -2], "the root is an end"),
    threshold(
        "threshold.denominator.positive",
        "quad",
        [-2, 3],
        ["1/2", "3/4"],
        times([-1, 1], [-2, 1]),
        "no success at delta = 0, where the probability has a double root",
    ),
    threshold("threshold.witness.cofactor", "flipped", [-1, 1, 1], ["1/2", "3/4"], [1], "no factor at all"),
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

HIGH_VALUE = '"value":{"den":["3","-12"],"num":["0","4"]}'

CLAIM = {"of": "map", "relation": "at most", "value": {"den": ["1"], "num": ["1"]}}

# Claims of kind `bound`.
RATIONAL = [
    added(
        "bound.parameters", "twins-norell", "bound", CLAIM | {"function": "eps0", "range": ["0", "1"]}, "two parameters"
    ),
    statement("bound.function", "bounded", '"any","id":"any-high"', '"each","id":"any-high"', "a list, no output"),
    statement("bound.function", "bounded", '"success","id":"corrected"', '"any","id":"corrected"', "not established"),
    statement("bound.range", "bounded", '["0","1/5"]', '["-1/5","1/5"]', "no state of the family"),
    statement("bound.range", "bounded", '"1/7"', '"8/7"', "no state of the family"),
    statement("bound.range.denominator", "bounded", '"101/1000"', '"101/1001"', "a low end over the bound"),
    statement("bound.range.denominator", "bounded", '"1/7"', '"142/1001"', "a high end over the bound"),
    statement(
        "bound.normalised", "bounded", HIGH_VALUE, '"value":{"den":["6","-24"],"num":["0","8"]}', "a common factor 2"
    ),
    statement(
        "bound.denominator",
        "bounded",
        HIGH_VALUE,
        '"value":{"den":["-3","12"],"num":["0","-4"]}',
        "the other sign of both",
    ),
    statement("bound.denominator", "bounded", '["0","1/5"]', '["0","1/3"]', "a pole at 1/4"),
    statement("bound.holds", "bounded", '"1/5"],"relation":"at most"', '"1/5"],"relation":"at least"', "less"),
    statement("bound.holds", "bounded", '"1/7"],"relation":"at least"', '"1/7"],"relation":"at most"', "more"),
    statement("bound.holds", "bounded", '"num":["3","-8","24"]', '"num":["3","-8","23"]', "not so below 0.034"),
    statement(
        "bound.holds", "bounded", '"num":["3","-8","24","-32","16"]}}\n', '"num":["3","-8","24","-32","17"]}}\n', "more"
    ),
    statement(
        "bound.holds",
        "bounded",
        '"value":{"den":["4"],"num":["1"]}',
        '"value":{"den":["4000000000"],"num":["1000000001"]}',
        "the probability is 1/4 at 1/2",
    ),
    statement("bound.decided", "bounded", '["0","1/2"]', '["0","1"]', "equal at the middle of the range"),
    statement("polynomial.bisections", "bounded", '["0","1/2"]', '["0","3/4"]', "equal at 2/3 of the range"),
]
