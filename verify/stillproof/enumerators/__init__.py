"""Enumerators of linear spaces and cosets of displacement operators: one algorithm per file, chosen by its cost.

- `direct`: listing of the elements; weights or classes, with signs.
- `rows`: the same by sorted rows, for more classes than fit in one number.
- `lattice`: the support lattice; weights only, 2^n whatever p is.
- `counts`: MacWilliams' identity.
- `budget`: predicted work and memory, and the refusal of what is over budget.
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
