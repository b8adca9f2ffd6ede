"""Small linear algebra over F_p on lists of integers."""

from __future__ import annotations

from ..codes.phase_space import PhaseVector, from_row


def vanishing(p: int, rows: list[list[int]], column: int) -> list[list[int]]:
    """A basis of the vectors in the span of independent rows with a zero in this column."""
    pivot = next((row for row in rows if row[column]), None)
    if pivot is None:
        return rows
    inverse = pow(pivot[column], -1, p)
    rest = []
    for row in rows:
        if row is not pivot:
            factor = row[column] * inverse % p
            rest.append([(x - factor * y) % p for x, y in zip(row, pivot, strict=True)] if factor else row)
    return rest


def by_site(a: PhaseVector) -> list[int]:
    """u_1, v_1, u_2, v_2, ...: the two columns of a site side by side."""
    return [entry for site in zip(a.u, a.v, strict=True) for entry in site]


def by_last_column(p: int, rows: list[list[int]]) -> dict[int, list[int]]:
    """An echelon form of the span: the rows by their last non-zero column, all different."""
    found: dict[int, list[int]] = {}
    for row in rows:
        rest = row
        while any(rest):
            end = max(t for t, x in enumerate(rest) if x)
            if end not in found:
                found[end] = rest
                break
            factor = rest[end] * pow(found[end][end], -1, p)
            rest = [(x - factor * y) % p for x, y in zip(rest, found[end], strict=True)]
    return found


def inside(p: int, echelon: dict[int, list[int]], row: list[int]) -> bool:
    """Whether a row is in the span of an echelon form from `by_last_column`."""
    rest = row
    for end in sorted(echelon, reverse=True):
        factor = rest[end] * pow(echelon[end][end], -1, p)
        rest = [(x - factor * y) % p for x, y in zip(rest, echelon[end], strict=True)]
    return not any(rest)


def dual(p: int, length: int, rows: list[list[int]]) -> list[list[int]]:
    """A basis of the vectors orthogonal to all rows."""
    echelon = by_last_column(p, rows)
    # Reduce, so that every pivot column has one entry, a 1.
    reduced: dict[int, list[int]] = {}
    for end in sorted(echelon):
        row = [x * pow(echelon[end][end], -1, p) % p for x in echelon[end]]
        for other, pivot in reduced.items():
            row = [(x - row[other] * y) % p for x, y in zip(row, pivot, strict=True)]
        reduced[end] = row
    basis = []
    for free in range(length):
        if free not in reduced:
            vector = [0] * length
            vector[free] = 1
            for end, row in reduced.items():
                vector[end] = -row[free] % p
            basis.append(vector)
    return basis


def complement(p: int, n: int, generators: list[PhaseVector]) -> list[PhaseVector]:
    """A basis of the symplectic complement of the span."""
    return [from_row(p, row) for row in dual(p, 2 * n, [[*g.v, *(-x % p for x in g.u)] for g in generators])]
