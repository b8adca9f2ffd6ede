"""What `plan` and `expect` found, as text for people; every line is a sentence of the catalogue."""

from __future__ import annotations

from typing import Any

from ..words.tables import lines
from .certified import Quantity
from .family import PAULI
from .reading import INFIDELITY
from .sentences import say


def plan_report(found: dict[str, Any]) -> str:
    """A row for each level; six significant digits, correctly rounded from exact rationals; then what they mean."""
    lines = [
        *table(found),
        "",
        start(found),
        say("measure", family=found["family"], value=measure(found)),
        goal(found),
        *(say("accepted", protocol=name, accepted=accepted) for name, accepted in found["accepted"].items()),
    ]
    levels = found["levels"]
    if not levels:
        lines.append(say("levels-none"))
    lines += dict.fromkeys(line for level in levels for line in meaning(found, level))
    lines += [*found["assumptions"], *without(levels), say("digits"), say("certified")]
    return "\n".join(lines)


def table(found: dict[str, Any]) -> list[str]:
    """The rows of the levels; the infidelity has a column unless the one parameter is the infidelity."""
    last = found["levels"][-1:]
    bare = found["parameters"] == ["eps"] and all(level["output"] for level in last)
    mixed = [] if bare else [INFIDELITY]
    head = ("level", "protocol", "p_succ", *found["parameters"], *mixed, "inputs per output")
    rows = [head, ("0", "input", "-", *found["input"].values(), *(found["input_infidelity"] for _ in mixed), "1")]
    for number, level in enumerate(found["levels"], 1):
        outputs = [level["output"][x]["decimal"] if level["output"] else "-" for x in found["parameters"]]
        outputs += [level["infidelity"]["decimal"] for _ in mixed]
        success, cost = (level[key]["decimal"] for key in ("success_probability", "inputs_per_output"))
        rows.append((str(number), level["protocol"], success, *outputs, cost))
    top, dashes, *rest = lines(rows)
    left, right = top.split("p_succ")
    return [say("head", left=left, right=right), say("dashes", dashes=dashes), *(say("row", cells=row) for row in rest)]


def point(values: dict[str, str]) -> str:
    """A state of the family."""
    return ", ".join(f"{label} = {x}" for label, x in values.items())


def start(found: dict[str, Any]) -> str:
    """The input, and the unit in which it was given."""
    at, given = found["input"], found.get("given")
    return as_given("input", at, given, at=point(at)) if given else say("input", at=point(at))


def as_given(word: str, state: dict[str, str], given: dict[str, str], **fields: str) -> str:
    """A state in the unit in which it was given, and how that unit is made of the parameter."""
    pauli = given["unit"] in PAULI and given["unit"] not in state
    fields |= {"value": given["value"]}
    if len(state) > 1:
        if not pauli:
            return say(f"{word}-mixed", **fields)
        return say(f"{word}-mixed-pauli", unit=given["unit"], delta=given["delta"], **fields)
    name = f"{word}-pauli" if pauli else "input-given" if word == "input" else word
    return say(name, unit=given["unit"], relation=relation(next(iter(state)), given), **fields)


def relation(parameter: str, given: dict[str, str]) -> str:
    """A unit as a function of the parameter, such as 3/4 delta, or 1 - 1/2 delta."""
    size = given["scale"].removeprefix("-")
    term = parameter if size == "1" else f"{size} {parameter}"
    return term if given["offset"] == "0" else f"{given['offset']} - {term}"


def goal(found: dict[str, Any]) -> str:
    """The error to reach, in its unit."""
    fields = {"unit": found["unit"], "value": found["target"]}
    if "target_fidelity" in found:
        return say("goal-fidelity", fidelity=found["target_fidelity"], **fields)
    return say("goal", **fields)


def measure(found: dict[str, Any]) -> str:
    """The infidelity of an input in the parameters."""
    pairs = zip(found["infidelity"], found["parameters"], strict=True)
    return " + ".join(x if c == "1" else f"{c} {x}" for c, x in pairs)


def meaning(found: dict[str, Any], level: dict[str, Any]) -> list[str]:
    """What the numbers of a level measure, and which outputs are left over."""
    labels, protocol, family = level["outputs"], {"protocol": level["protocol"]}, found["family"]
    several, quantity = len(labels) > 1, level["quantity"]
    if quantity == Quantity.JOINT.value:
        line = say("together", **protocol)
    elif not level["output"]:
        line = say("apart", **protocol, labels=", ".join(labels)) if several else say("apart-one", **protocol)
    elif quantity == Quantity.PARAMETER.value:
        gates = after(level)
        more = {"gates": gates} if gates else {}
        line = say("states-after" if gates else "states", **protocol, family=family, **more)
    elif several:
        line = say("known-states", **protocol, labels=", ".join(labels), family=family)
    else:
        line = say("known-state", **protocol, label=labels[0], family=family)
    return [line, *(say("left-over", reason=reason) for reason in level["left_over"])]


def after(level: dict[str, Any]) -> str:
    """The gates on the output of a `map` claim: the Clifford of its frame, then the twirl; empty without any."""
    gates = []
    if level["clifford"]:
        gates.append(say("gate", **level["clifford"]))
    if level["twirl"]:
        gates.append(say("gates", cliffords=", ".join(level["twirl"])))
    return " and then ".join(gates)


def without(levels: list[dict[str, Any]]) -> list[str]:
    """What is certain of the levels whose inputs are independent by assumption only."""
    lines = []
    assumed = [i for i, level in enumerate(levels, 1) if level["independence"] == "assumed"]
    known = [i for i in assumed if levels[i - 1]["without_independence"]]
    for number in known:
        bound = levels[number - 1]["without_independence"]
        infidelity, inputs, success = (bound[key]["decimal"] for key in sorted(bound))
        lines.append(say("without", number=number, infidelity=infidelity, success=success, inputs=inputs))
    rest = [i for i in assumed if i not in known]
    if len(rest) > 1:
        lines.append(say("without-none-after", number=rest[0], last=rest[-1]))
    elif rest:
        lines.append(say("without-none", number=rest[0]))
    return lines


def expect_report(found: dict[str, Any]) -> str:
    """The band, and the verdict on an observed count."""
    low, high = found["band"]
    lines = [say("protocol", protocol=found["protocol"], at=point(found["at"]), accepted=found["accepted"])]
    if given := found.get("given"):
        lines.append(as_given("given", found["at"], given))
    lines += [
        say("success", value=found["success_probability"]["decimal"]),
        say("mean", value=found["mean"]["decimal"], runs=found["runs"]),
        say("band", low=low, high=high, significance=found["significance"]),
    ]
    if "observed" in found:
        lines.append(say("inside" if found["inside"] else "outside", accepted=found["observed"]))
    return "\n".join(lines)
