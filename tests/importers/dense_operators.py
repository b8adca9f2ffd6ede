"""Projectors on code spaces as matrices of complex numbers, from X, Z and phases alone: a road without phase spaces."""

from __future__ import annotations

from functools import reduce
from typing import Any

import numpy as np

from stillproof.codes.code import StabilizerCode

Dense = np.ndarray[Any, np.dtype[np.complex128]]


def shift(p: int) -> Dense:
    """X|k> = |k+1>."""
    return np.roll(np.eye(p), 1, axis=0).astype(complex)


def clock(p: int) -> Dense:
    """Z|k> = w^k|k>."""
    return np.diag(np.exp(2j * np.pi * np.arange(p) / p))


def site(p: int, u: int, v: int) -> Dense:
    """T(u|v) on one site, as docs/formats/code.md has it."""
    root = 1j if p == 2 else np.exp(2j * np.pi * ((p + 1) // 2) / p)
    power = np.linalg.matrix_power
    return np.asarray(root ** (u * v) * power(shift(p), u) @ power(clock(p), v))


def tensor(parts: list[Dense]) -> Dense:
    """The tensor product."""
    return reduce(np.kron, parts)


def word(letters: str) -> Dense:
    """A Pauli word with its sign."""
    pauli = {
        "I": np.eye(2), "_": np.eye(2), "X": np.array([[0, 1], [1, 0]]), "Y": np.array([[0, -1j], [1j, 0]]),
        "Z": np.diag([1, -1]),
    }  # fmt: skip
    sign = -1 if letters.startswith("-") else 1
    return sign * tensor([np.asarray(pauli[c], dtype=complex) for c in letters.lstrip("+-")])


def projector(p: int, operators: list[Dense]) -> Dense:
    """On the joint eigenspace with eigenvalue 1 of operators of order p."""
    size = len(operators[0])
    found = np.eye(size, dtype=complex)
    for operator in operators:
        found = found @ sum(np.linalg.matrix_power(operator, k) for k in range(p)) / p
    return found


def of_code(code: StabilizerCode) -> Dense:
    """The projector of a code, from its rows and signs."""
    w = np.exp(2j * np.pi / code.p)
    operators = [
        w**s * tensor([site(code.p, u, v) for u, v in zip(g.u, g.v, strict=True)])
        for g, s in zip(code.stabilizers, code.signs, strict=True)
    ]
    return projector(code.p, operators)


def same(one: Dense, other: Dense) -> bool:
    """Whether two projectors are one, up to rounding."""
    return one.shape == other.shape and bool(np.allclose(one, other, atol=1e-9))
