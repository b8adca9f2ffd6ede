"""Every kind of claim in words and symbols.  A kind that has no words here is shown by its fields."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from ..prose import say
from ..subject import Rows, Subject, Told
from ..tree import Code
from . import codes, maps, numbers, planes

KINDS: dict[str, Callable[[dict[str, Any], Subject], Told]] = {
    "basin": planes.basin,
    "basin-threshold": planes.basin_threshold,
    "bound": maps.bound,
    "class-enumerator": codes.class_enumerator,
    "classification": codes.classification,
    "clifford": codes.clifford,
    "code": codes.code,
    "correction": maps.correction,
    "enumerator": codes.enumerator,
    "expansion": maps.expansion,
    "fixed-points": planes.fixed_points,
    "flow": planes.flow_to,
    "graph-form": codes.graph_form,
    "logical-action": codes.logical_action,
    "map": maps.map_,
    "outputs": maps.outputs,
    "printed": numbers.printed,
    "projection": maps.projection,
    "quotient": numbers.quotient,
    "radicals": numbers.radical,
    "suppression": maps.suppression,
    "symmetry": codes.symmetry,
    "term-weights": maps.term_weights,
    "threshold": numbers.threshold,
    "trapping": planes.trapping,
    "twirl": codes.twirl,
    "wigner": numbers.wigner,
    "yield": numbers.yield_,
}
HEAD = ("convention", "id", "kind", "place")


def describe(claim: dict[str, Any], subject: Subject) -> Told:
    """What a claim says."""
    kind = KINDS.get(claim["kind"])
    return kind(claim, subject) if kind else fields(claim)


def fields(claim: dict[str, Any]) -> Told:
    """The fields of a claim, as its statement spells them."""
    rows: Rows = [
        ((Code(key),), (Code(json.dumps(value, sort_keys=True, separators=(", ", ": "))),))
        for key, value in claim.items()
        if key not in HEAD
    ]
    return Told([say("fields")], [], (("field", "value"), rows))
