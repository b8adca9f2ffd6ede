"""One file per claim kind: how a certified claim is told, what a paper quotes from it, and its self-tests.

Every module has `PROSE`, its sentences; `told(claim, subject)`, the claim in words and formulas; `values(claim,
subject)`, its numbers, or `no_values`; and `self_tests(claim, stated)`, or `no_tests`.  What several kinds share is in
`shown`, `quoted` and `expressions`.  Where a claim rests on one of another kind, its module may import the other one.
"""

from __future__ import annotations

from typing import Any
from typing import Protocol as Interface

from ...statements.stated import Stated
from ..expressions import Tests
from ..prose import Prose
from ..quoted import Found
from ..subject import Subject, Told
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


class Kind(Interface):
    """What every module of this package has."""

    __name__: str
    PROSE: Prose

    def told(self, claim: dict[str, Any], subject: Subject) -> Told:
        """The claim in words, in formulas, and in a table."""

    def values(self, claim: dict[str, Any], subject: Subject) -> Found:
        """The numbers of the claim."""

    def self_tests(self, claim: dict[str, Any], stated: Stated) -> Tests:
        """Comparisons for other systems."""


MODULES: tuple[Kind, ...] = (
    basin, basin_threshold, bound, class_enumerator, classification, clifford, code, correction, enumerator,
    expansion, fixed_points, flow, graph_form, logical_action, map_, outputs, printed, projection, quotient,
    radicals, suppression, symmetry, term_weights, threshold, trapping, twirl, wigner, yield_,
)  # fmt: skip
KINDS: dict[str, Kind] = {
    module.__name__.rpartition(".")[2].rstrip("_").replace("_", "-"): module for module in MODULES
}
