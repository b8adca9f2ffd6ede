"""What `certify` and `basin` found, as text for people: the verdict first, then a marked line for each value."""

from __future__ import annotations

from typing import Any

from ..exact.as_text import function, polynomial
from ..exact.decimals import DOWN, UP, to_places, without_zeros
from ..exact.reading import rational
from ..statements.stated import IDENTITY
from ..words.sentences import Sentences

NOTE = "note           "
SENTENCES = Sentences(
    {
        "verdict": "CERTIFIED: {certified:count} of {total:count} claims, by the checker",
        "verdict.not": "NOT CERTIFIED: {certified:count} of {total:count} claims, by the checker",
        "code": "{mark:mark}  code         {code:code}, logicals {logicals:name}",
        "A": "{mark:mark}  A            {counts:numbers}",
        "B": "{mark:mark}  B            {counts:numbers}",
        "success": "{mark:mark}  p_succ       {function:formula}",
        "output": "{mark:mark}  {output:label} {function:formula}",
        "parameters": "               {names:names} as in the state file; conditioned on +1 of every stabilizer",
        "several": "               any, 1, 2, ..: the infidelity of all outputs together, and of each, to the output "
        "at {x:name} = 0",
        "several.any": "               any: the infidelity of all outputs together to the output at {x:name} = 0",
        "overlap": "               {x:name}_out: by its overlap with {state:name}, all that is known of the output",
        "frame": "{mark:mark}  frame        symplectic {symplectic:matrix}, shift {shift:matrix}, {twirl:twirl}",
        "suppression": "{mark:mark}  suppression  {output:name}_out = {coefficient:number} {x:name}^{order:count} + "
        "O({x:name}^{next:count})",
        "threshold": "{mark:mark}  threshold    {x:name} = {decimal:decimal} (rounded), root of {polynomial:formula}",
        "threshold.of": "               for 0 < {x:name} < {bound:number}, {output:name}_out is below {input:text} up "
        "to the threshold, and above it from there on",
        "negative": NOTE + "{output:name}_out = {value:number} at {names:names} = {at:numbers}: there the "
        "parameter is negative",
        "unclaimed": "not claimed    {claim:name}: {reason:text}",
        "error": "error          {message:text}",
        "certificate": "certificate    {path:text}",
        "corrected": "corrected code {path:text}",
        "triangle": "               {first:name}, {second:name} >= 0 with sum at most 1, cut into cells of level "
        "{level:count}",
        "attractor": "{mark:mark}  attractor    {id:name} at ({point:numbers}): {share:decimal} or more, in "
        "{steps:count} steps or fewer",
        "undecided": "{mark:mark}  undecided    {share:decimal} or less",
        "edge": "{mark:mark}  edge         {region:name}: x = {decimal:decimal} (rounded), on ({start:numbers}) + "
        "x (({end:numbers}) - ({start:numbers}))",
        "flow": "{mark:mark}  flow         ({point:numbers}) flows to {region:name}",
        "fixed": "{mark:mark}  fixed points {x:name} = {points:points} (rounded)",
        "fixed.none": "{mark:mark}  fixed points none in [0, 1]",
        "fixed.all": "{mark:mark}  fixed points all of [0, 1] where something is accepted",
        "below": "{mark:mark}  basin        every {x:name} in [0, {low:decimal}...) flows to 0, the state "
        "{target:name}",
        "below.rest": "               by the claim `threshold`; nothing is claimed about the others",
    }
)
OFFERS = Sentences(
    {
        "offer.gates": "a Clifford correction seems to be missing: with the gate {gate:gate} on the inputs of the "
        "sites {sites:numbers} ({change:change} in the stabilizers) the X stabilizers accept at 0 whenever the Z ones "
        "do",
        "offer.powers": "a Clifford correction seems to be missing: with the gates {gate:gate}^c, c = {powers:numbers} "
        "on the inputs of the sites {sites:numbers} (X Z^-c for X in the stabilizers), the X stabilizers "
        "accept at 0 whenever the Z ones do",
        "offer.signs": "with other signs of the stabilizers {numbers:numbers} the X stabilizers accept at 0 whenever "
        "the Z ones do",
        "offer.flips": "signs of the stabilizers {numbers:numbers} change as well",
        "offer.symmetry": "with other signs of the stabilizers {numbers:numbers} the code would have the symmetry "
        "{names:names}",
        "offer.success": "the success probability at 0 would then be {then:number}; it is {now:number}",
        "offer.write": "found by linear algebra, not certified: `--corrected FILE` writes that code, for `certify`",
    }
)
CHANGES = {2: ("diag(1, i)", "-Y for X"), 3: ("diag(1, w^2, w^2)", "X Z^-1 for X")}


def report(summary: dict[str, Any]) -> str:
    """The summary of `certify`; what does not exist comes with its reason."""
    say, parameters, x = SENTENCES.say, summary["parameters"], summary["parameters"][0]
    mark = {key: mark_of(good) for key, good in summary["certified"].items() if key != "outputs"}
    lines = [verdict(summary), *notes(summary), code_line(summary)]
    for label in ("A", "B"):
        counts = " ".join(map(str, summary["enumerators"][label]))
        lines.append(say(label, mark=mark["enumerators"], counts=counts))
    success, functions = summary["success_probability"], summary["map"]
    if success:
        lines.append(say("success", mark=mark["success_probability"], function=function(success, parameters)))
    for name, value in (functions or {}).items():
        shown = function(value, parameters)
        lines.append(say("output", mark=mark["map"], output=f"{name + '_out':<12}", function=shown))
    if functions:
        lines.append(say("parameters", names=", ".join(parameters)))
    if functions and summary["code"]["k"] > 1:
        lines.append(say("several" if len(functions) > 1 else "several.any", x=x))
    if summary["output_match"] == "fidelity":
        lines.append(say("overlap", x=x, state=summary["target"]))
    if summary["output_clifford"]:
        lines.append(frame_line(summary))
    for name in summary["outputs"]:
        lines += output_lines(summary, name)
    return "\n".join([*lines, *rest(summary)])


def output_lines(summary: dict[str, Any], name: str) -> list[str]:
    """Leading term and threshold of one output, and what it is compared with."""
    say, lines, parameters = SENTENCES.say, [], summary["parameters"]
    x, good = parameters[0], summary["certified"]["outputs"][name]
    leading, threshold = summary["outputs"][name]["suppression"], summary["outputs"][name]["threshold"]
    if leading:
        order = leading["order"]
        fields = {"output": name, "coefficient": leading["coefficient"], "x": x, "order": order, "next": order + 1}
        lines.append(say("suppression", mark=mark_of(good["suppression"]), **fields))
    if threshold:
        fields = {"decimal": threshold["decimal"], "polynomial": polynomial(threshold["polynomial"], parameters)}
        lines.append(say("threshold", mark=mark_of(good["threshold"]), x=x, **fields))
        measured = x if threshold["input"] == "1" else f"{threshold['input']} {x}"
        if summary["code"]["k"] > 1:
            measured += " (the infidelity of one input)"
        lines.append(say("threshold.of", output=name, input=measured, x=x, bound=threshold["bound"]))
    return lines


def notes(summary: dict[str, Any]) -> list[str]:
    """What a reader may not expect of the protocol: a correction that it lacks, a parameter that gets negative."""
    lines = [f"{NOTE}{sentence}" for sentence in offer_sentences(summary["offer"])] if summary["offer"] else []
    below = summary["negative"]
    if below:
        fields = {"output": below["output"], "value": below["value"], "at": ", ".join(below["at"])}
        lines.append(SENTENCES.say("negative", names=", ".join(summary["parameters"]), **fields))
    return lines


def basin_report(summary: dict[str, Any]) -> str:
    """The summary of `basin`: where states go."""
    say, lines = SENTENCES.say, [verdict(summary), code_line(summary)]
    mark = {key: mark_of(good) for key, good in summary["certified"].items()}
    if summary["output_clifford"] != IDENTITY or summary["output_twirl"]:
        lines.append(frame_line(summary))
    if "attractors" in summary:
        lines += triangle_lines(summary)
    else:
        (x,) = summary["parameters"]
        points = summary["fixed_points"]
        if points:
            shown = ", ".join(without_zeros(point["decimal"]) for point in points)
            lines.append(say("fixed", mark=mark["fixed_points"], x=x, points=shown))
        else:
            lines.append(say("fixed.all" if points is None else "fixed.none", mark=mark["fixed_points"]))
        if summary["flows_below"]:
            low = to_places(rational(summary["flows_below"]), 25, DOWN)
            lines.append(say("below", mark=mark["flows_below"], x=x, low=low, target=summary["target"]))
            lines.append(say("below.rest"))
    return "\n".join([*lines, *rest(summary)])


def triangle_lines(summary: dict[str, Any]) -> list[str]:
    """The basins of a map of two parameters."""
    say, good = SENTENCES.say, summary["certified"]
    first, second = summary["parameters"]
    lines = [say("triangle", first=first, second=second, level=summary["level"])]
    for found in summary["attractors"]:
        fields = {"id": found["id"], "point": ", ".join(found["point"]), "steps": found["steps"]}
        share = to_places(rational(found["share"]), 6, DOWN)
        lines.append(say("attractor", mark=mark_of(good["attractors"][found["id"]]), share=share, **fields))
    share = to_places(rational(summary["undecided"]), 6, UP)
    lines.append(say("undecided", mark=mark_of(good["undecided"]), share=share))
    for found in summary["thresholds"]:
        start, end = ", ".join(found["start"]), ", ".join(found["end"])
        fields = {"region": found["region"], "decimal": found["decimal"], "start": start, "end": end}
        lines.append(say("edge", mark=mark_of(good["thresholds"][found["id"]]), **fields))
    for number, found in enumerate(summary["flows"]):
        if found["region"]:
            fields = {"point": ", ".join(found["point"]), "region": found["region"]}
            lines.append(say("flow", mark=mark_of(good["flows"][number]), **fields))
    return lines


def offer_sentences(offer: dict[str, Any]) -> list[str]:
    """What a corrected code has that the given one has not."""
    say, flipped, sites = OFFERS.say, ", ".join(map(str, offer["flipped"])), ", ".join(map(str, offer["sites"]))
    lines = []
    if sites:
        gate, change = CHANGES.get(offer["p"], ("diag(w^(j^2/2))", "X Z^-1 for X"))
        if set(offer["powers"]) == {1}:
            lines.append(say("offer.gates", gate=gate, sites=sites, change=change))
        else:
            powers = ", ".join(map(str, offer["powers"]))
            lines.append(say("offer.powers", gate=gate, sites=sites, powers=powers))
        if flipped:
            lines.append(say("offer.flips", numbers=flipped))
    elif offer["accepts"]:
        lines.append(say("offer.signs", numbers=flipped))
    else:
        lines.append(say("offer.symmetry", numbers=flipped, names=", ".join(offer["symmetries"])))
    if offer["success_at_zero"] is not None and offer["success_then"] is not None:
        lines.append(say("offer.success", now=offer["success_at_zero"], then=offer["success_then"]))
    return [*lines, say("offer.write")]


def code_line(summary: dict[str, Any]) -> str:
    """Parameters of the code."""
    code = summary["code"]
    shown = f"[[{code['n']},{code['k']},{code['distance']}]]_{code['p']}"
    return SENTENCES.say("code", mark=mark_of(summary["certified"]["code"]), code=shown, logicals=code["logicals"])


def frame_line(summary: dict[str, Any]) -> str:
    """The Clifford gate and the twirl that make the decoded output a state of the family, once for every step."""
    frame = {**summary["output_clifford"], "twirl": "no twirl"}
    if summary["output_twirl"]:
        frame["twirl"] = "twirl over " + ", ".join(summary["output_twirl"])
    return SENTENCES.say("frame", mark=mark_of(summary["certified"]["output_clifford"]), **frame)


def mark_of(certified: bool) -> str:
    """How a line begins."""
    return "certified    " if certified else "NOT certified"


def verdict(summary: dict[str, Any]) -> str:
    """The count of claims."""
    counts = summary["claims"]
    return SENTENCES.say("verdict" if summary["verdict"] == "certified" else "verdict.not", **counts)


def rest(summary: dict[str, Any]) -> list[str]:
    """What is not claimed, errors, and where the files are."""
    say = SENTENCES.say
    lines = [say("unclaimed", claim=name, reason=reason) for name, reason in summary["reasons"].items()]
    lines += [say("error", message=" ".join(text.split())) for text in summary.get("errors", []) if text.strip()]
    if summary.get("corrected"):
        lines.append(say("corrected", path=summary["corrected"]))
    if summary["certificate"]:
        lines.append(say("certificate", path=summary["certificate"]))
    return lines
