"""Forgeries of meaning: the numbers are right, of another quantity, in another unit, or for another target."""

from __future__ import annotations

from .edits import added, certificate, state, statement

LEADING = {"coefficient": "1", "of": "map", "order": 1, "output": "x"}

MEANING = [
    state("state.parameters.reserved", "plus", '"parameters":["x"]', '"parameters":["success"]', "a probability"),
    state("state.parameters.reserved", "plus", '"parameters":["x"]', '"parameters":["Fidelity"]', "1 - infidelity"),
    state("state.parameters.reserved", "plus", '"parameters":["x"]', '"parameters":["1"]', "an output's number"),
    state("state.parameters.reserved", "plus", '"parameters":["x"]', '"parameters":["x-1"]', "a formula"),
    state("state.parameters.reserved", "plus", '"parameters":["x"]', '"parameters":["p"]', "of a Pauli error"),
    *(
        state("state.parameters.reserved", "plus", '"parameters":["x"]', f'"parameters":["{name}"]', why)
        for name, why in (
            ("i", "the square root of -1"),
            ("O", "terms of higher order"),
            ("omega", "a root of unity"),
            ("zeta", "a root of unity"),
            ("pi", "a constant"),
        )
    ),
    state("state.parameters.meaning", "five", '"parameters":["delta"]', '"parameters":["eps"]', "a depolarizing rate"),
    state("state.parameters.meaning", "five", '"parameters":["delta"]', '"parameters":["Delta"]', "another spelling"),
    state("state.parameters.meaning", "parity-t-gate", '"parameters":["eps"]', '"parameters":["delta"]', "no rate"),
    state("state.parameters.meaning", "reversed", '"parameters":["x"]', '"parameters":["delta"]', "the wrong way"),
    state("state.parameters.meaning", "reversed", '"parameters":["x"]', '"parameters":["eps"]', "the wrong way"),
    state("state.parameters.meaning", "twins-norell", '"parameters":["eps0"', '"parameters":["eps"', "one of two"),
    state("state.parameters.reserved", "plus", '"parameters":["x"]', '"parameters":["target"]', "the state at 0"),
    state("state.parameters.reserved", "plus", '"parameters":["x"]', '"parameters":["theThreshold"]', "a threshold"),
    certificate("certificate.lines.count", "one", '{"end":4}', "0\n" * 1020 + '{"end":4}', "1025 lines"),
    certificate("object.type", "one", '{"end":4}', "0\n" * 1018 + '{"end":4}', "1023 lines, most of them nothing"),
    state("state.names.target", "five", '"name":"minus"', '"name":"target"', "the target is S"),
    state("state.weights.size", "plus", '"weight":["1","0"]', f'"weight":["1","1/1{"0" * 39}1"]', "a long weight"),
    state("state.weights.sum", "plus", '"weight":["1","0"]', f'"weight":["1","1/1{"0" * 40}"]', "not summing to 1"),
    added("family.noise", "slanted", "suppression", LEADING, "an irrational infidelity"),
    added(
        "family.pure",
        "reversed",
        "threshold",
        {
            "bound": "1",
            "infidelity": ["1/4", "1/2"],
            "interval": ["1/4", "1/2"],
            "of": "map",
            "output": "x",
            "polynomial": ["-1", "3"],
        },
        "worse below, better above",
        '{"cofactor":["0","1","1"]}',
    ),
    statement(
        "threshold.infidelity",
        "golay-threshold",
        '"infidelity":["1290514488239318544986671614599/5000000000000000000000000000000",',
        '"infidelity":["1290514488239318544986671614597/5000000000000000000000000000000",',
        "not 2/3 of the interval",
    ),
    certificate(
        "threshold.witness.cofactor",
        "junk",
        '{"cofactor":["0","4","-6","2"]}',
        '{"cofactor":["0","8","-6","2"]}',
        "as if the input were delta",
    ),
    added(
        "threshold.witness.cofactor",
        "junk",
        "threshold",
        {
            "bound": "1",
            "infidelity": ["1/4", "1/3"],
            "interval": ["1/2", "2/3"],
            "of": "outputs",
            "output": "2",
            "polynomial": ["-3", "5"],
        },
        "an untouched qubit improves",
        '{"cofactor":["1"]}',
    ),
    statement("quotient.unit", "golay-wigner", '"unit":"delta"', '"unit":"infidelity"', "it is of the parameter"),
    statement("yield.outputs", "junk", '"outputs":1', '"outputs":2', "an untouched qubit is no output"),
    statement("yield.inputs", "junk", '"inputs":"30"', '"inputs":"36"', "an untouched qubit is no input"),
    statement("yield.source", "crossed", '"success-of":"outputs"', '"success-of":"product"', "of another target"),
    added(
        "yield.common",
        "junk",
        "yield",
        {"exponent": ["1/9", "1/8"], "inputs": "15", "of": "suppression-any", "outputs": 2, "success-of": "outputs"},
        "outputs of orders 1 and 2",
    ),
    statement("radicals.quadratic", "five-qubit-t", '"r":"0"', '"r":"1"', "a second spelling"),
    certificate(
        "radicals.witness.cube-root.count", "five-qubit-t", '{"cube-root":[]}', '{"cube-root":["1"]}', "none is needed"
    ),
]
