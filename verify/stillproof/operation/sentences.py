"""Every sentence of `plan` and `expect`: what they print, and why they decline.  docs/cli.md explains them.

"Target", "improves" and "threshold" are said of families only that are the pure target at 0, of an infidelity c x.
"""

# ruff: noqa: E501 - a sentence stands on few lines
from __future__ import annotations

from ..words.sentences import Sentences

SENTENCES = Sentences(
    {
        # which outcomes count
        "all-accepted": "every stabilizer +1",
        "some-accepted": "{left:count} of {rank:count} stabilizers +1, the others corrected",
        # the table of a plan
        "head": "{left:formula}p_succ{right:formula}",
        "row": "{cells:formula}",
        "dashes": "{dashes:dashes}",
        "input": "input {at:text}",
        "input-given": "input {at:text}, given as {unit:name} = {value:number}; {unit:name} = {relation:formula}",
        "input-pauli": "input {at:text}, given as {unit:name} = {value:number}; {unit:name} = {relation:formula} is the "
        "probability of a Pauli other than the identity, all of them equally likely",
        "input-mixed": "input {at:text}, given as delta = {value:number} on the way from the target to the maximally mixed "
        "state",
        "input-mixed-pauli": "input {at:text}, given as {unit:name} = {value:number}, the probability of a Pauli other than the "
        "identity, all of them equally likely; that is delta = {delta:number} on the way from the target to the maximally "
        "mixed state",
        "measure": "infidelity of an input to the target of {family:name}: {value:text}",
        "levels-none": "the input is at the target of the plan already: no level is needed",
        "goal": "target of the plan: {unit:name} at most {value:number}",
        "goal-fidelity": "target of the plan: fidelity at least {fidelity:number}, {unit:name} at most {value:number}",
        "accepted": "{protocol:name}: accepted is {accepted:text}",
        "states": "{protocol:name}: the output of a block is fed on, a state of {family:name}",
        "states-after": "{protocol:name}: the output of a block is fed on, a state of {family:name} after {gates:text}",
        "gate": "the Clifford gate with F = {symplectic:matrix} and shift {shift:matrix}",
        "gates": "the twirl, a random gate of the group of {cliffords:names}",
        "known-states": "{protocol:name}: outputs {labels:text} of a block are fed on, each a state of {family:name} after the twirl",
        "known-state": "{protocol:name}: output {label:text} of a block is fed on, a state of {family:name} after the twirl",
        "apart": "{protocol:name}: the infidelity is that of the worst of the outputs {labels:text}, each to its own target; none is fed on",
        "apart-one": "{protocol:name}: the infidelity is that of the output to the state that its claim compares it with; it is not fed on",
        "together": "{protocol:name}: the infidelity is that of all outputs of a block together: their joint target is no product of one state for each",
        "left-over": "left over: {reason:text}",
        "digits": "Six significant digits, correctly rounded (exact rationals where --json has them); inputs in expectation, rejected blocks included.",
        "certified": "Every function and threshold used is certified by the checker; twirls, targets and levels are computed from them, exactly or in enclosures.",
        # what a plan assumes
        "twirled": "twirl: certified of an output of {protocol:name} is its infidelity only; a Clifford gate that takes its "
        "target to that of {family:name}, if need be, and then a random gate of the group of {cliffords:names} make it "
        "the state of {family:name} with {parameter:name} = {relation:formula}",
        "correlated": "correlation: the {count:count} outputs of a block of {protocol:name} that are fed on are correlated; "
        "the infidelity of several together is at most the sum",
        "correlated-end": "correlation: the {count:count} outputs of a block of {protocol:name} are correlated; the "
        "infidelity of several together is at most the sum",
        "worst": "worst output: the outputs of {protocol:name} differ; the numbers are those of the worst one, and bounds "
        "for blocks that are fed with outputs of another number",
        "independent": "assumption: the inputs of a block are outputs of one number from different blocks, which share no "
        "block at any earlier level; so they are independent",
        "without": "level {number:count} without the assumption: infidelity of all outputs together at most "
        "{infidelity:formula}, p_succ at least {success:formula}, inputs per output at most {inputs:formula}",
        "without-none": "level {number:count} without the assumption: no bound",
        "without-none-after": "levels {number:count} to {last:count} without the assumption: no bound",
        # why there is no plan
        "not-certified": "not certified: {reason:text}",
        "no-map": "{protocol:name} states no map",
        "no-target": "{reason:text}: nothing can be planned for it",
        "not-pure": "the family {family:name} is not pure where {parameters:names} are 0: nothing can be planned for it",
        "no-noise": "the infidelity of the family {family:name} does not grow with {parameters:names}: nothing can be planned for it",
        "other-target": "{protocol:name}: the target of output {output:text} is not that of {family:name}",
        "no-twirl": "{protocol:name}: output {output:text} is known by its infidelity only, and no certified Clifford gates "
        "twirl it to {family:name}",
        "no-outputs": "{protocol:name}: the joint target of its outputs is no product of one state for each, so that no claim is about the state of a single output, and none is fed on as a state of {family:name}",
        "outside-family": "{protocol:name}: at {at:text} output {output:text} is no state of {family:name}: "
        "{parameter:formula} = {value:formula}",
        "no-better": "{protocol:name}: output {output:text} is no better than the input at {at:text}: infidelity "
        "{after:formula}, of the input {before:formula}",
        "not-below": "{protocol:name}: {at:text} is not certified to be below the threshold of output {output:text}, {parameter:name} = {threshold:decimal}, infidelity {infidelity:decimal}",
        "no-gain": "{protocol:name}: output {output:text} has no certified threshold: it is {relation:text} the input, "
        "which is {value:formula}, for 0 < {parameter:name} < {bound:number}",
        "no-threshold": "{protocol:name}: output {output:text} has no certified threshold: none is stated",
        "no-basin": "{protocol:name} has no certified basin",
        "no-cell": "{protocol:name}: {at:text} is in no cell of the cover that is decided",
        "other-basin": "{protocol:name}: {at:text} flows to ({first:number}, {second:number}), not to the target",
        "too-long": "the input of {protocol:name} has too many digits to look it up in the cells of the basin",
        "only-last": "{protocol:name} can only be the last level: {reason:text}",
        "not-reached": "{protocol:name} reaches the infidelity {infidelity:formula}, above the target of the plan, and cannot be "
        "repeated: {reason:text}; other protocols can come before it, as in A,A,{again:name}",
        "not-rising": "{protocol:name}: fed with outputs that differ, it is bounded by the worst of them only if its outputs "
        "grow and its success falls with the noise, up to {at:text}; that is not so",
        "none-accepted": "{protocol:name} accepts nothing at {at:text}",
        "too-many": "after {levels:count} levels {unit:name} is still {error:formula}",
        "undecided": "{bits:count} bits do not decide whether {unit:name} is above {target:formula}",
        "undecided-family": "{protocol:name}: at {at:text} the enclosures do not decide whether output {output:text} is a "
        "state of {family:name}",
        "no-worst": "the enclosures do not decide which output is the worst",
        # expect
        "protocol": "protocol     {protocol:name} at {at:text}; accepted: {accepted:text}",
        "given": "given        {unit:name} = {value:number}; {unit:name} = {relation:formula}",
        "given-pauli": "given        {unit:name} = {value:number}; {unit:name} = {relation:formula} is the probability of a Pauli "
        "other than the identity, all of them equally likely",
        "given-mixed": "given        delta = {value:number} on the way from the target to the maximally mixed state",
        "given-mixed-pauli": "given        {unit:name} = {value:number}, the probability of a Pauli other than the identity, all "
        "of them equally likely; that is delta = {delta:number} on the way from the target to the maximally mixed state",
        "success": "p_succ       {value:formula}",
        "mean": "mean         {value:formula} of {runs:count} runs",
        "band": "band         {low:count} to {high:count} accepted, at significance {significance:number}, half on each side",
        "inside": "observed     {accepted:count} accepted: inside the band",
        "outside": "observed     {accepted:count} accepted: OUTSIDE the band",
        "help-probability": "# HELP stillproof_acceptance_probability acceptance probability, rounded to {digits:count} significant digits",
        "help-low": "# HELP stillproof_acceptance_low least accepted fraction of {runs:count} runs, rounded down",
        "help-high": "# HELP stillproof_acceptance_high greatest accepted fraction of {runs:count} runs, rounded up",
        "type": "# TYPE stillproof_acceptance_{metric:name} gauge",
        "sample": "stillproof_acceptance_{metric:name}{{labels:text}} {value:formula}",
        "runs": "{runs:count} runs, of at most {limit:count}",
        "tail": "a tail of the distribution is {tail:number} to {bits:count} bits",
    }
)
say = SENTENCES.say
