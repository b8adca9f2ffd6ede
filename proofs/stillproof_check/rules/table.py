"""All rules by the kind of claim; a rule has the name of its kind."""

from typing import Any

from .codes import class_enumerator, classification, correction, graph_form, outputs, projection, term_weights
from .headline import code, enumerator, map_, suppression, threshold, yield_
from .iteration import basin, basin_threshold, fixed_points, flow, trapping
from .numbers import bound, expansion, printed, quotient, radicals, wigner
from .symmetry import clifford, logical_action, symmetry, twirl

CODES = (class_enumerator, classification, correction, graph_form, outputs, projection, term_weights)
HEADLINE = (code, enumerator, map_, suppression, threshold, yield_)
ITERATION = (basin, basin_threshold, fixed_points, flow, trapping)
NUMBERS = (bound, expansion, printed, quotient, radicals, wigner)
SYMMETRY = (clifford, logical_action, symmetry, twirl)
ALL = (*CODES, *HEADLINE, *ITERATION, *NUMBERS, *SYMMETRY)


def kind(rule: Any) -> str:
    """The kind of claim that a rule is for."""
    return str(rule.__name__).rpartition(".")[2].rstrip("_").replace("_", "-")


RULES: dict[str, Any] = dict(sorted((kind(rule), rule) for rule in ALL))
