"""State families whose members are an orthonormal basis, as some rules need them."""

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


def is_simplex(state: State) -> bool:
    """Whether the parameters are the weights of the members of an orthonormal basis, but for one of them."""
    rows = sorted(state.weights[label] for label in state.names)
    count = len(state.parameters)
    unit = [[int(i == j) for j in range(count + 1)] for i in range(1, count + 1)]
    return is_basis(state) and rows == sorted([[1] + [-1] * count, *unit])
