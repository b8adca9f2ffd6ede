"""Triorthogonal matrices: rows of odd weight are logical, rows of even weight are X stabilizers.

The Z stabilizers are the vectors that are orthogonal to all rows; the logical X and Z of an output are X and Z on the
support of its row.  All pairs and triples of rows overlap in an even number of columns (Bravyi and Haah, Phys. Rev. A
86 (2012) 052329, definition 1).  The Clifford correction that the T gates may need is not looked for here.
"""

from __future__ import annotations

from itertools import combinations

from flint import nmod_mat

from ...errors import InputError, OverBudget
from ..code import MAX_SITES
from ..phase_space import PhaseVector
from .rows import Matrix, Rows


def triorthogonal_rows(place: str, matrix: Matrix, logical: list[int], title: str | None = None) -> Rows:
    """The CSS code of a triorthogonal matrix; `logical` has the indices of the logical rows, from 0.

    Raises InputError with the rows where the matrix is not triorthogonal.
    """
    n = len(matrix[0]) if matrix else 0
    if n > MAX_SITES or len(matrix) > MAX_SITES:
        raise OverBudget(f"{place}: {len(matrix)} rows and {n} sites; at most {MAX_SITES} are handled")
    for i, row in enumerate(matrix):
        if len(row) != n or any(x not in (0, 1) for x in row):
            raise InputError(f"{place}: row {i}", f"{n} entries 0 or 1", row)
    if len(set(logical)) != len(logical) or not all(0 <= i < len(matrix) for i in logical) or not logical:
        raise InputError(f"{place}: logical rows", f"distinct rows from 0 to {len(matrix) - 1}", logical)
    for i, row in enumerate(matrix):
        if sum(row) % 2 != int(i in logical):
            expected = "odd weight, as it is logical" if i in logical else "even weight, as it is not logical"
            raise InputError(f"{place}: row {i}", expected, f"weight {sum(row)}")
    for size in (2, 3):
        for chosen in combinations(range(len(matrix)), size):
            overlap = sum(all(matrix[i][j] for i in chosen) for j in range(n))
            if overlap % 2:
                rows = f"{place}: rows {', '.join(map(str, chosen))}"
                raise InputError(rows, "an overlap in an even number of columns", overlap)
    zero = (0,) * n
    kernel, nullity = nmod_mat(matrix, 2).nullspace()
    checks = [tuple(int(kernel[i, j]) for i in range(n)) for j in range(nullity)]
    even = [i for i in range(len(matrix)) if i not in logical]
    vectors = [PhaseVector(2, tuple(matrix[i]), zero) for i in even] + [PhaseVector(2, zero, row) for row in checks]
    where = [f"row {i}" for i in even] + [f"Z stabilizer {j}" for j in range(nullity)]
    x = [PhaseVector(2, tuple(matrix[i]), zero) for i in logical]
    z = [PhaseVector(2, zero, tuple(matrix[i])) for i in logical]
    return Rows(2, n, vectors, where, None, x, z, [], title)
