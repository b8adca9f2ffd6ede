"""Every sentence and label of a figure that says what is seen, by id: nothing else writes prose there."""

from __future__ import annotations

from ..words.sentences import Sentences

SENTENCES = Sentences(
    {
        "basins": "Where the states of the family {family:name} flow when {name:name} is applied again and again",
        "basins.undecided": "undecided",
        "basins.flows": "flows to",
        "basins.share": "share",
        "basins.steps": "darker: more steps",
        "basins.depolarizing": "dashed: depolarizing noise",
        "basins.segment": "dashed: a segment",
        "basins.threshold": "\u00d7: threshold on such a line",
        "basins.stabilizer": "{mark:text}: a stabilizer state",
        "basins.edge": "\u00d7: edge of a basin on it",
        "graph.site": "a site",
        "graph.power": "a site on which logical {x:text} is {power:text}",
        "graph.weight": "weight {weight:text}",
        "graph": "A graph form of the code of {name:name}: vertices are sites; filled ones carry logical X as a power"
        " of Z",
        "map": "The parameter {x:name} of the output against that of the inputs, with the diagonal: {names:text}",
        "map.overlap": "The parameter {x:name} of the output, by its overlap with the state {state:name}, against that"
        " of the inputs, with the diagonal: {names:text}",
        "outputs": "Infidelities of the outputs against the infidelity of one input, with the diagonal: {names:text}",
        "outputs.parameter": "Infidelities of the outputs against the parameter {x:name} of the inputs: {names:text}",
        "map.input": "input {x:text}",
        "map.output": "output {x:text}",
        "outputs.input": "infidelity of one input",
        "outputs.output": "infidelity of outputs",
        "diagonal": "output = input",
        "threshold": "threshold",
        "stabilizer": "target: stabilizer state",
        "caption.stabilizer": "{caption:text}; the target is a stabilizer state, without magic",
        "threshold.at": "{x:text} {value:text}",
        "threshold.infidelity": "infidelity {value:text}",
        "threshold.none": "no threshold is claimed",
        "gain.none": "no threshold: output {sign:text} input",
        "gain.range": "for {range:text}",
        "output.all": "all outputs together",
        "output.one": "output {label:text}",
        "output.run": "each of outputs {first:count} to {last:count}",
        "protocols": "Infidelity of an output against infidelity of an input of {count:count} protocols, and what an"
        " output costs in inputs, for pure inputs; the noise is that of the family, of a family of two parameters"
        " depolarizing.  Below: where each curve crosses the line output = input",
        "protocols.ratio": "output / input",
        "protocols.meeting": "infidelity of the inputs",
        "protocols.meets": "marks: output = input; the number is the infidelity there",
        "protocols.line": "of one round with depolarizing noise: not the threshold of iteration",
        "protocols.input": "infidelity of the inputs",
        "protocols.output": "infidelity of the output",
        "protocols.note": "inputs per output: for pure inputs, rejected blocks included;",
        "protocols.several": "of several outputs the worst, costs where all are alike;",
        "protocols.joint": "outputs in a joint target count as one",
        "protocols.magic": "the target is a stabilizer state: no magic",
        "protocols.protocol": "protocol",
        "protocols.code": "code",
        "protocols.cost": "inputs/output",
        "wigner": "Discrete Wigner function of the state {names:names}",
        "wigner.several": "Discrete Wigner functions of the states {names:names}",
        "wigner.stabilizer": "{caption:text}; {mark:text}: a stabilizer state",
        "paper": "{caption:text} (figure {number:count} of Prakash 2020)",
    }
)
say = SENTENCES.say
