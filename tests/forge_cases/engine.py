"""Forgeries of signs, several outputs, twirls and two parameters."""

from __future__ import annotations

from .edits import BEZOUT, added, certificate, code, mapped, state, statement

THIRD = {"den": "3", "m": 3, "num": ["1", "0"]}

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
    statement("class-enumerator.classes.order", "parity-t-gate", "[[1,0],[1,1]]]", "[[1,1],[1,0]]]", "out of order"),
    statement("class-enumerator.classes", "parity-t-gate", "[[1,0],[1,1]]]", "[[1,0]]]", "Y left out"),
    statement("class-enumerator.cosets", "parity-t-gate", '{"logical":[[0],[1]],"terms":[]},', "", "a coset left out"),
    statement(
        "class-enumerator.terms",
        "parity-t-gate",
        '{"logical":[[0],[1]],"terms":[]}',
        '{"logical":[[0],[1]],"terms":[' + ",".join(['[[0,0],["0","0","0","0"]]'] * 4094) + "]}",
        "4097 terms",
    ),
    statement(
        "class-enumerator.terms.order", "parity-t-gate", TERM, f'{TERM},[[1,2],["0","0","0","0"]]', "none of a kind"
    ),
    statement("class-enumerator.terms.order", "parity-t-gate", TERM, f"{TERM},{TERM}", "one kind twice"),
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
    statement("correction.stabilizers.sorted", "parity-t-gate", '"stabilizers":[1,2]', '"stabilizers":[]', "none"),
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
        "work.operations",
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
        mapped({"x": {"den": ["1"], "num": ["0", "1"]}}),
        "thousands of class counts",
        BEZOUT.replace("delta", "x"),
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
        "function.normalised",
        "four-two-h",
        '{"den":["6","-8","12","-8","2"],"num":["0","4","2","-4","1"]}',
        '{"den":["12","-16","24","-16","4"],"num":["0","8","4","-8","2"]}',
        "twice the numerator and the denominator of several outputs",
    ),
    statement(
        "function.normalised",
        "four-two-h",
        '"success":{"den":["8"],"num":["3","-4","6","-4","1"]}',
        '"success":{"den":["16"],"num":["6","-8","12","-8","2"]}',
        "twice the numerator and the denominator of the success probability of several outputs",
    ),
    statement(
        "function.witness.bezout",
        "four-two-h",
        '{"den":["6","-8","12","-8","2"],"num":["0","4","2","-4","1"]}',
        '{"den":["6","-2","4","4","-6","2"],"num":["0","4","6","-2","-3","1"]}',
        "both times 1 + delta: several outputs, not in lowest terms",
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
    statement("radicals.branch", "five-qubit-t", '"s":"-1"', '"s":"1"', "the other root"),
    statement("radicals.polynomial", "five-qubit-t", '"D":"21"', '"D":"22"', "another root"),
    statement("radicals.polynomial", "five-qubit-t", '"center":"7"', '"center":"8"', "another center"),
    statement("radicals.polynomial", "five-qubit-t", '"s":"-1","scale":"7"', '"s":"-1","scale":"8"', "another scale"),
    statement("radicals.signs", "five-qubit-t", '"s":"-1","scale":"7"', '"s":"-1","scale":"-7"', "a second spelling"),
    statement("radicals.signs", "five-qubit-t", '"s":"-1","scale":"7"', '"s":"-1","scale":"0"', "a division by 0"),
    statement("radicals.signs", "five-qubit-t", '"D":"21"', '"D":"-21"', "an imaginary square root"),
    statement("radicals.signs", "five-qubit-t", '"D":"21"', '"D":"0"', "no square root"),
    added(
        "radicals.degree",
        "golay-threshold",
        "radicals",
        {"D": "2", "center": "0", "degree": 2, "of": "threshold", "r": "0", "s": "1", "scale": "1"},
        "a cubic",
        '{"cube-root":[]}',
    ),
    state("state.parameters.count", "plus", '"parameters":["x"]', '"parameters":[]', "no parameter"),
    state("state.parameters.count", "plus", '"parameters":["x"]', '"parameters":["x","x"]', "one name twice"),
    state("state.parameters.count", "plus", '"parameters":["x"]', '"parameters":["a","b","c"]', "three parameters"),
    added("term-weights.chi", "signed-t", "term-weights", {"of": "map", "weights": {}}, "p = 2"),
    added("term-weights.chi", "partial", "term-weights", {"of": "map", "weights": {}}, "chi vanishes at some points"),
    statement("threshold.bound", "golay-threshold", '{"bound":"1"', '{"bound":"2"', "beyond the family"),
    statement("threshold.bound", "golay-threshold", '{"bound":"1"', '{"bound":"0"', "no interval"),
    statement(
        "threshold.bound.denominator", "golay-threshold", '{"bound":"1"', '{"bound":"1000/1001"', "over the bound"
    ),
    statement("threshold.interval.inside", "golay-threshold", '{"bound":"1"', '{"bound":"1/3"', "the root lies above"),
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

ALWAYS = '{"bezout":{"delta":{"den":["1"],"num":[]}},"line":[]}'

NO_GAIN = {
    "function": "delta",
    "of": "map",
    "range": ["0", "1"],
    "relation": "above",
    "value": {"den": ["1"], "num": ["0", "1"]},
}

REASONS = [
    certificate(
        "function.witness.bezout.degree", "singled", ALWAYS, ALWAYS.replace('"1"', '"2"'), "twice the cofactor"
    ),
    certificate("function.witness.bezout.degree", "singled", ALWAYS, ALWAYS.replace('"1"', '"-1"'), "its negative"),
    added("bound.range", "five-qubit-t", "bound", NO_GAIN | {"range": ["0", "2"]}, "beyond the family"),
    added("bound.holds", "five-qubit-t", "bound", NO_GAIN | {"relation": "equal to"}, "not the identity"),
    added("bound.holds", "singled", "bound", NO_GAIN, "the identity is not above it"),
    added("bound.holds", "singled", "bound", NO_GAIN | {"relation": "below"}, "nor below it"),
    added("bound.holds", "five-qubit-t", "bound", NO_GAIN, "the output is better below the threshold"),
    statement(
        "map.output-match.parameters", "twins-norell", '"output-match":"state"', '"output-match":"fidelity"', "two"
    ),
    added(
        "map.output-match.varies",
        "resting",
        "map",
        mapped(
            {"x": {"den": ["1"], "num": ["0", "1"]}},
            success={"den": ["24"], "num": ["8", "0", "1"]},
            **{"output-match": "fidelity"},
        ),
        "half of every state is the target",
        BEZOUT.replace("delta", "x"),
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
        "class-enumerator.terms.order",
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
        "claim.needs",
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
