"""Questions about the protocols of the fixtures: what a program is asked, without the answers."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from ..errors import Declined, OverBudget
from ..files.places import statement_names
from ..statements.stated import Stated, at_zero, read_named
from .claim import KEYS, NAME
from .known import Known
from .lines import MAX_LINE, Malformed, WrongFile, opened, parsed
from .outputs import alike
from .sentences import say

POINTS = ("1/100", "1/10")
MAX_QUESTIONS = 100_000
ASKED = tuple(key for key in KEYS if key not in ("value", "as", "tolerance", "relative-tolerance", "source"))


def questions(fixtures: Path, names: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Questions about some protocols, or about all; every convention is said.  Raises Declined for an unknown one."""
    for name in dict.fromkeys(names) or statement_names(fixtures):
        for number, (quantity, extra) in enumerate(about(read_named(fixtures, name)), 1):
            yield {"id": f"{name}/{number}", "protocol": name, "quantity": quantity, **extra}


def about(stated: Stated) -> Iterator[tuple[str, dict[str, Any]]]:
    """The questions that the claims of a statement answer."""
    if stated.code:
        yield "distance", {}
    if stated.of_kind("enumerator"):
        yield "enumerator-A", {}
        yield "enumerator-B", {}
    source = stated.source
    if source is None:
        return
    names = source["parameters"] if source["kind"] == "map" else [source["parameter"]]
    syndromes = outcomes(stated)
    counted = {"unit": "eps"} if source["kind"] == "outputs" and names != ["eps"] else {}
    single = {"output": "any"} if source["kind"] == "outputs" else {}
    for x in POINTS:
        at = {"at": dict.fromkeys(names, x)}
        yield "success-probability", {**at, **syndromes}
        for output in labels(source):
            yield "error-map", {**at, **output, **counted}
    if len(names) == 1:
        yield "success-probability", {"parameter": names[0], **syndromes}
        for output in labels(source):
            where = {"parameter": names[0], **output}
            label = output.get("output", names[0])
            label = "1" if label == "each" else label
            yield "error-map", {**where, **counted}
            for kind, quantity in (("suppression", "leading-term"), ("threshold", "threshold")):
                if stated.about(kind, output=label):
                    yield quantity, {**where, **(counted if quantity == "leading-term" else {})}
    if has_cost(stated, single.get("output", names[0])):
        yield "inputs-per-output", {"success-probability": "included", **single, **syndromes}


def outcomes(stated: Stated) -> dict[str, str]:
    """What is done after other outcomes than +1, where outcomes could be undone."""
    if stated.correction:
        return {"syndromes": "clifford-corrected"}
    return {"syndromes": "post-selected"} if Known(stated, {}).correctable else {}


def has_cost(stated: Stated, label: str) -> bool:
    """Whether the claims say how many inputs an output takes at the pure target."""
    known = Known(stated, {})
    try:
        alike(known, label)
    except Declined:
        return False
    return stated.state.starts_pure and at_zero(stated.accepted(None)["success"]) > 0


def labels(source: dict[str, Any]) -> list[dict[str, str]]:
    """The outputs to ask about."""
    if source["kind"] == "map":
        return [{}] if len(source["parameters"]) == 1 else [{"output": name} for name in source["parameters"]]
    return [{"output": "any"}, *([{"output": "each"}] if source["each"] else [])]


def read_questions(path: Path) -> list[dict[str, Any]]:
    """The questions of a file, one per line.  Raises WrongFile, OverBudget."""
    found: list[dict[str, Any]] = []
    ids: set[str] = set()
    with opened(path) as stream:
        for number, line in enumerate(iter(lambda: stream.readline(MAX_LINE + 1), b""), 1):
            if not line.strip():
                continue
            try:
                question = parsed(line)
                for key in question:
                    if key not in ASKED:
                        raise Malformed("line", f"the keys {', '.join(ASKED)}", key)
                for key in ("id", "protocol", "quantity"):
                    if not isinstance(question.get(key), str) or not NAME.fullmatch(question[key]):
                        raise Malformed(key, "a name", question.get(key))
                if question["id"] in ids:
                    raise Malformed("id", "distinct ids", question["id"])
            except Malformed as error:
                raise WrongFile(f"{path}:{number}", "a question", error) from None
            ids.add(question["id"])
            found.append(question)
            if len(found) > MAX_QUESTIONS:
                raise OverBudget(say("file-many-lines", where=path, limit=MAX_QUESTIONS))
    if not found:
        raise WrongFile(str(path), "at least one question", "none")
    return found


def spelled(question: dict[str, Any]) -> str:
    """A question as a line."""
    return json.dumps(question, sort_keys=True, separators=(",", ":"))
