"""Enumerators of linear spaces and cosets of displacement operators: one algorithm per file, chosen by its cost.

Weights only:
- `lattice`: the support lattice, 2^n whatever p is;
- `css`: the same numbers for a CSS code, by a zeta transform of the supports of its words;
- `counts`: from support counts to weights, and MacWilliams' identity.

Weights or classes of sites, with signs:
- `direct`: listing of the elements;
- `trellis`: site by site, for narrow codes (`spans`);
- `pairs`: pairs of supports of the words of a CSS code;
- `character`: where classes are weights, from weight enumerators.

From weights to an operator: `logical` finds a logical operator of least weight.

`plan` predicts the work and the memory of those that apply and takes the cheapest within a `budget`.
"""

from .budget import DEFAULT, Budget, read_budget
from .classes import class_enumerator, class_enumerators
from .counts import macwilliams
from .linear import vanishing
from .weights import coset_enumerator, weight_enumerator

__all__ = [
    "DEFAULT",
    "Budget",
    "class_enumerator",
    "class_enumerators",
    "coset_enumerator",
    "macwilliams",
    "read_budget",
    "vanishing",
    "weight_enumerator",
]
