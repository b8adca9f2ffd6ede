"""One file per claim kind: what it says (`CONVENTION`), what it rests on (`LEMMAS`), and its check.

Every rule has `fields` and `witness`, which say how to read the claim and its line of the certificate,
and `check`, which returns what the claim establishes or refuses.
"""

from . import (
    class_enumerator,
    clifford,
    closed_form,
    code,
    correction,
    enumerator,
    expansion,
    fraction,
    logical_action,
    map_,
    outputs,
    printed,
    projection,
    square_root,
    suppression,
    symmetry,
    term_weights,
    threshold,
    twirl,
    wigner,
    yield_,
)

RULES = {
    "class-enumerator": class_enumerator,
    "clifford": clifford,
    "closed-form": closed_form,
    "code": code,
    "correction": correction,
    "enumerator": enumerator,
    "expansion": expansion,
    "fraction": fraction,
    "logical-action": logical_action,
    "map": map_,
    "outputs": outputs,
    "printed": printed,
    "projection": projection,
    "square-root": square_root,
    "suppression": suppression,
    "symmetry": symmetry,
    "term-weights": term_weights,
    "threshold": threshold,
    "twirl": twirl,
    "wigner": wigner,
    "yield": yield_,
}
