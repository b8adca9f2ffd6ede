"""What a reader takes from a file: rows of operators, or matrices whose meaning is still open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from ...errors import InputError
from ..phase_space import PhaseVector

Matrix = list[list[int]]


@dataclass(frozen=True)
class Rows:
    """Operators w^s T(u|v) as a file has them, dependent ones too; `where` says which part of the file a row is.

    `signs` is None where the file has none, and `shifts` are added to the signs: those of products of X and Z on one
    site.  Logical operators are None where they are to be found.
    """

    p: int
    n: int
    vectors: list[PhaseVector]
    where: list[str]
    signs: list[int] | None = None
    logical_x: list[PhaseVector] | None = None
    logical_z: list[PhaseVector] | None = None
    assumed: list[str] = field(default_factory=list)
    title: str | None = None
    shifts: list[int] | None = None


@dataclass(frozen=True)
class Loose:
    """One matrix, or one for X and one for Z, over F_p; p is None where the file does not say it.

    A file that can be read in several ways has several readings, each with its name.
    """

    readings: list[tuple[str, Matrix]]
    z: list[tuple[str, Matrix]] | None = None
    p: int | None = None
    layout: str | None = None
    signs: list[int] | None = None
    assumed: list[str] = field(default_factory=list)
    title: str | None = None


Read = Rows | Loose


def product_sign(vector: PhaseVector, product: str, where: str) -> int:
    """s with w^s T(u|v) = the product of X^u_i Z^v_i (xz) or Z^v_i X^u_i (zx) on every site.

    For p = 2 and m sites with both letters the product is (-i)^m or i^m times T.  Raises InputError for an odd m.
    """
    m = sum(map(int.__mul__, vector.u, vector.v))
    if product == "displacement":
        return 0
    if vector.p == 2:
        if m % 2:
            raise InputError(
                where, "a product that is Hermitian", f"X times Z on {m} qubit{'s' * (m > 1)}, which is not"
            )
        return m // 2 % 2
    half = m * (vector.p + 1) // 2
    return (-half if product == "xz" else half) % vector.p


def same(value: object, expected: object, where: str, what: str) -> None:
    """Raises InputError unless two values are one."""
    if value != expected:
        raise InputError(where, f"{expected} {what}", value)


Reader = Callable[..., Read]
