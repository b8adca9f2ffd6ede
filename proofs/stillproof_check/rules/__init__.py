"""One file per claim kind: what it says (`CONVENTION`), what it rests on (`LEMMAS`), and its check.

Every rule has `fields` and `witness`, which say how to read the claim and its line of the certificate,
and `check`, which returns what the claim establishes or refuses.
"""

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

MODULES = (
    basin, basin_threshold, bound, class_enumerator, classification, clifford, code, correction, enumerator,
    expansion, fixed_points, flow, graph_form, logical_action, map_, outputs, printed, projection, quotient,
    radicals, suppression, symmetry, term_weights, threshold, trapping, twirl, wigner, yield_,
)  # fmt: skip
# a rule is named as its kind, with `_` for `-`, and one more where the name is a word of Python
RULES = {rule.__name__.rpartition(".")[2].rstrip("_").replace("_", "-"): rule for rule in MODULES}
