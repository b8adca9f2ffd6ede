"""State families whose members are an orthonormal basis, as some rules need them."""

from fractions import Fraction

from .state import State


def is_basis(state: State) -> bool:
    """Whether the members are an orthonormal basis."""
    field = state.field
    total = [[field.zero] * state.p for _ in range(state.p)]
    for matrix in state.projectors.values():
        total = [[x + y for x, y in zip(*rows)] for rows in zip(total, matrix)]
    return total == field.identity(state.p)  # projectors that sum to 1 are orthogonal, and p by the trace


def orthogonal_rest(state: State) -> bool:
    """Whether the members are an orthonormal basis and all but the target have the same weight."""
    others = [state.weights[label] for label in state.names[1:]]
    return is_basis(state) and all(weight == others[0] for weight in others)


def depolarizes_along(state: State, start: list[Fraction], end: list[Fraction]) -> bool:
    """Whether a segment goes from a member to the maximally mixed state, whose chi is 0 off 0."""
    pure = any(c + d * start[0] + e * start[1] == 1 for c, d, e in state.weights.values())
    chi = map(state.family_chi, state.points[1:])
    return pure and not any(c + d * end[0] + e * end[1] for c, d, e in chi)
