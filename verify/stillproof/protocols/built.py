"""Families of states that are built, not read: a pure target over Q(zeta_m), and noise that is a mixture with it.

What is built has the form of a state file (docs/formats/state.md).  How exact entries are written:
exact/complex_reading.py.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product
from typing import Any

from flint import fmpq

from ..codes.clifford import Clifford
from ..codes.phase_space import displacement, phase_order
from ..errors import Declined, InputError
from ..exact.complex_reading import in_one_field, read_complex
from ..exact.cyclotomic import (
    Cyclotomic,
    Matrix,
    adjoint,
    cyclotomic_field,
    lifted,
    matrix_json,
    matrix_product,
    trace,
)
from .matching import action, fixes, group, symplectic_group

SEARCHED = 3  # the largest p for which the Cliffords that fix the target are looked for: 24 of them, or 216


def entry(where: str, text: object) -> Cyclotomic:
    """A number that is given as a text or an integer.  Raises InputError."""
    if isinstance(text, float | complex):
        raise InputError(where, 'an exact number, such as "1/sqrt(2)" or "exp(2 pi i/8)"', repr(text))
    try:
        return read_complex(str(text))
    except ValueError as error:
        raise refusal(where, error, f", in {text}") from None


def refusal(where: str, error: ValueError, more: str = "") -> InputError:
    """What `expected .., found ..` of exact/complex_reading.py is at a place."""
    expected, _, found = str(error).removeprefix("expected ").partition(", found ")
    return InputError(where, expected, found + more)


def ket_projector(ket: Sequence[object]) -> Matrix:
    """|v><v| / <v|v> for the exact entries of v, which need not be normalized.  Raises InputError.

    >>> [[str(x.rational()) for x in row] for row in ket_projector([1, "-1"])]
    [['1/2', '-1/2'], ['-1/2', '1/2']]
    """
    p = len(ket)
    if p < 2 or any(p % d == 0 for d in range(2, p)):
        raise InputError("ket", "a prime number of entries", p)
    return projector(together("ket", [entry(f"entry {i + 1} of the ket", text) for i, text in enumerate(ket)], p))


def together(where: str, values: list[Cyclotomic], p: int) -> list[Cyclotomic]:
    """The same numbers in one field, in which there are displacement operators.  Raises InputError if it is large."""
    try:
        return in_one_field(values, phase_order(p))
    except ValueError as error:
        raise refusal(where, error) from None


def projector(vector: Sequence[Cyclotomic]) -> Matrix:
    """|v><v| / <v|v>.  Raises InputError for the zero vector."""
    norm = sum((x * x.conjugate() for x in vector), vector[0].field(0))
    if not norm:
        raise InputError("ket", "a vector other than 0", "0")
    scale = norm.inverse()
    return [[x * y.conjugate() * scale for y in vector] for x in vector]


def bloch_projector(x: object, y: object, z: object) -> Matrix:
    """(I + x X + y Y + z Z)/2 for a Bloch vector of length 1.  Raises InputError for another length.

    >>> [[str(x.rational()) for x in row] for row in bloch_projector("3/5", 0, "4/5")]
    [['9/10', '3/10'], ['3/10', '1/10']]
    """
    parts = [entry(f"{name} of the Bloch vector", part) for name, part in zip("xyz", (x, y, z), strict=True)]
    a, b, c = together("Bloch vector", parts, 2)
    one, i, half = a.field(1), a.field.root_of_unity(4, 1), fmpq(1, 2)
    if any(part != part.conjugate() for part in (a, b, c)) or a * a + b * b + c * c != one:
        raise InputError("Bloch vector", "a real vector of length 1, that of the pure target", f"({x}, {y}, {z})")
    return [[(one + c) * half, (a - b * i) * half], [(a + b * i) * half, (one - c) * half]]


def eigenprojector(clifford: Clifford, eigenvalue: object = None) -> tuple[str, Matrix]:
    """An eigenvalue of V_F T(shift) that belongs to one state, as text, and the projector on that state.

    The unitary has the phase of codes/clifford.py.  Raises InputError, with these eigenvalues, for another one, or if
    there are several and none is given; Declined if there is none.
    """
    found = eigenprojectors(clifford)
    if not found:
        raise Declined("every eigenvalue of this Clifford belongs to several states")
    if eigenvalue is None and len(found) == 1:
        return next(iter(found.items()))
    wanted = [] if eigenvalue is None else [entry("eigenvalue", eigenvalue)]
    for text, matrix in found.items():
        if wanted and len(set(in_one_field([*wanted, read_complex(text)]))) == 1:
            return text, matrix
    raise InputError("eigenvalue", f"one of {', '.join(found)}", "none" if eigenvalue is None else eigenvalue)


def eigenprojectors(clifford: Clifford) -> dict[str, Matrix]:
    """The eigenvalues of V_F T(shift) that belong to one state, as exp(2 pi i a/b), and the projectors on these states.

    >>> list(eigenprojectors(Clifford(2, ((0, 1), (1, 0)))))
    ['exp(2 pi i 0/1)', 'exp(2 pi i 1/2)']
    """
    unitary = clifford.matrix(clifford.field(1))
    powers = [unitary]
    while not is_scalar(powers[-1]):
        powers.append(matrix_product(powers[-1], unitary))
    small, order = unitary[0][0].field, len(powers)
    turn = next(k for k in range(small.m) if small.zeta(k) == powers[-1][0][0])
    field = cyclotomic_field(small.m * order)  # U^order = zeta_m^turn, so the eigenvalues are roots of this order
    powers = [lifted(power, field) for power in powers]
    found = {}
    for k in range(turn, field.m, small.m):
        rows = [
            [
                sum((power[i][j] * field.zeta(-k * (e + 1)) for e, power in enumerate(powers)), field(0))
                * fmpq(1, order)
                for j in range(clifford.p)
            ]
            for i in range(clifford.p)
        ]
        if trace(rows) == field(1):
            turns = fmpq(k, field.m)
            found[f"exp(2 pi i {turns.p}/{turns.q})"] = smaller(rows, phase_order(clifford.p))
    return found


def is_scalar(matrix: Matrix) -> bool:
    """Whether a matrix is a multiple of 1."""
    return all(x == matrix[0][0] if i == j else not x for i, row in enumerate(matrix) for j, x in enumerate(row))


def smaller(matrix: Matrix, order: int) -> Matrix:
    """The same matrix over the smallest Q(zeta_d) that has its entries, for `order` dividing d.

    >>> [row[0].field.m for row in smaller(lifted(bloch_projector(0, 0, 1), cyclotomic_field(24)), 4)]
    [4, 4]
    """
    field = matrix[0][0].field
    for d in (d for d in range(order, field.m, order) if field.m % d == 0):
        small = cyclotomic_field(d)
        found = [[x.within(small) for x in row] for row in matrix]
        if all(x is not None for row in found for x in row):
            return [[x for x in row if x is not None] for row in found]
    return matrix


Member = tuple[str, Matrix, fmpq]  # a name, a pure state, and how often it is there, per unit of the parameter


def depolarizing(target: Matrix, parameter: str) -> list[Member]:
    """(1 - delta) target + delta I/p, by an orthonormal basis; by its infidelity if the parameter is eps."""
    p = len(target)
    share = fmpq(1, p if parameter == "delta" else p - 1)
    return [(f"rest-{i}", state, share) for i, state in enumerate(completion(target), start=1)]


def completion(target: Matrix) -> list[Matrix]:
    """The projectors of an orthonormal basis but the first one, which is given."""
    p, one = len(target), target[0][0].field(1)
    left = [[(one if i == j else one * 0) - target[i][j] for j in range(p)] for i in range(p)]
    found: list[Matrix] = []
    while len(found) < p - 1:
        k = next(k for k in range(p) if left[k][k])
        found.append(projector([row[k] for row in left]))
        left = [[x - y for x, y in zip(*rows, strict=True)] for rows in zip(left, found[-1], strict=True)]
    return found


def displaced(target: Matrix, rates: Mapping[tuple[int, int], fmpq]) -> list[Member]:
    """What T(u|v) makes of the target, with the rates of these errors per unit of the parameter."""
    p, field = len(target), target[0][0].field
    found = []
    for (u, v), rate in rates.items():
        t = displacement(field, p, u, v)
        found.append((f"T.{u}.{v}", matrix_product(matrix_product(t, target), adjoint(t)), rate))
    return found


def fixing(target: Matrix) -> list[Clifford]:
    """Cliffords that generate, up to phases, all that leave the target as it is; none for p above 3.

    >>> fixing(bloch_projector("1/sqrt(2)", 0, "1/sqrt(2)"))
    [Clifford(p=2, symplectic=((0, 1), (1, 0)), shift=(0, 0))]
    """
    p, field = len(target), target[0][0].field
    if p > SEARCHED:
        return []
    sites = [(u, v) for u in range(p) for v in range(p)]
    chi = {site: trace(matrix_product(displacement(field, p, *site), target)) for site in sites}
    every = (Clifford(p, f, shift) for f, shift in product(symplectic_group(p), sites))
    found = {clifford: action(clifford) for clifford in every if fixes(chi, clifford)}
    chosen: list[Clifford] = []
    reached = 1
    while reached < len(found):
        sizes = {x: len(group(p, [found[y] for y in (*chosen, x)])) for x in found}
        chosen.append(max(sizes, key=lambda x: sizes[x]))
        reached = sizes[chosen[-1]]
    return chosen


def clifford_name(clifford: Clifford) -> str:
    """A name that says which one it is.

    >>> clifford_name(Clifford(2, ((0, 1), (1, 0))))
    'F0110S00'
    """
    (a, b), (c, d) = clifford.symplectic
    return f"F{a}{b}{c}{d}S{clifford.shift[0]}{clifford.shift[1]}"


def state_data(
    name: str, parameter: str, target: Matrix, noise: list[Member], cliffords: Mapping[str, Clifford], source: str
) -> dict[str, Any]:
    """The family in the form of a state file: errors that give the same state are one member."""
    p, weights = len(target), [("target", target, fmpq(0))]
    for label, state, rate in noise:
        same = next((i for i, (_, other, _) in enumerate(weights) if other == state), None)
        if same is None:
            weights.append((label, state, rate))
        elif same:  # an error that leaves the target as it is makes no difference
            weights[same] = (*weights[same][:2], weights[same][2] + rate)
    total = sum((rate for _, _, rate in weights), fmpq(0))
    ensemble = [
        {"name": label, "projector": matrix_json(state), "weight": [str(fmpq(not i)), str(rate if i else -total)]}
        for i, (label, state, rate) in enumerate(weights)
    ]
    return {
        "cliffords": [
            {"name": label, "shift": list(x.shift), "symplectic": [list(row) for row in x.symplectic]}
            for label, x in cliffords.items()
        ],
        "ensemble": ensemble,
        "format": "stillproof-state/1",
        "name": name,
        "p": p,
        "parameters": [parameter],
        "source": source,
    }
