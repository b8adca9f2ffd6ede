"""One file per claim kind: how its answer and its witness are found.

Every module has `CONVENTION`, the text that a claim of the kind carries; `QUESTION`, the fields of the claim that
ask; `answer(question, protocol)`, the other fields, as JSON; and `witness(question, protocol)`, the certificate's
part.  The first two are the same text and the same words as in the checker, and a test says so.
"""

from typing import Any
from typing import Protocol as Interface

from ..protocols.protocol import Protocol
from . import (
    basin,
    basin_threshold,
    bound,
    class_enumerator,
    classification,
    clifford,
    code,
    correction,
    enumerator,
    expansion,
    fixed_points,
    flow,
    graph_form,
    logical_action,
    map_,
    outputs,
    printed,
    projection,
    quotient,
    radicals,
    suppression,
    symmetry,
    term_weights,
    threshold,
    trapping,
    twirl,
    wigner,
    yield_,
)

Fields = dict[str, Any]


class Kind(Interface):
    """What every module of this package has."""

    __name__: str
    CONVENTION: str
    QUESTION: tuple[str, ...]

    def answer(self, question: Fields, protocol: Protocol) -> Fields:
        """The fields of the claim that answer."""

    def witness(self, question: Fields, protocol: Protocol) -> Fields:
        """What the checker needs to see that the answer is right."""


def kind_of(module: Kind) -> str:
    """The kind whose name a module has, with `_` for `-`, and one more where the name is a word of Python."""
    return module.__name__.rpartition(".")[2].rstrip("_").replace("_", "-")


MODULES: tuple[Kind, ...] = (
    basin, basin_threshold, bound, class_enumerator, classification, clifford, code, correction, enumerator,
    expansion, fixed_points, flow, graph_form, logical_action, map_, outputs, printed, projection, quotient,
    radicals, suppression, symmetry, term_weights, threshold, trapping, twirl, wigner, yield_,
)  # fmt: skip
KINDS: dict[str, Kind] = {kind_of(module): module for module in MODULES}


def claim(identifier: str, kind: str, place: str, question: Fields, protocol: Protocol) -> Fields:
    """A whole claim: its head, its question and the answer."""
    head = {"convention": KINDS[kind].CONVENTION, "id": identifier, "kind": kind, "place": place}
    return {**head, **question, **KINDS[kind].answer({"id": identifier, **question}, protocol)}
