"""One file per claim kind: what it says (`CONVENTION`), what it rests on (`LEMMAS`), and its check.

Every rule has `fields` and `witness`, which say how to read the claim and its line of the certificate,
and `check`, which returns what the claim establishes or refuses.
"""

from . import (
    classification,
    clifford,
    closed_form,
    code,
    enumerator,
    logical_action,
    map_,
    printed,
    projection,
    suppression,
    symmetry,
    term_weights,
    threshold,
    twirl,
    wigner,
    yield_,
)

RULES = {
    "classification": classification,
    "clifford": clifford,
    "closed-form": closed_form,
    "code": code,
    "enumerator": enumerator,
    "logical-action": logical_action,
    "map": map_,
    "printed": printed,
    "projection": projection,
    "suppression": suppression,
    "symmetry": symmetry,
    "term-weights": term_weights,
    "threshold": threshold,
    "twirl": twirl,
    "wigner": wigner,
    "yield": yield_,
}
