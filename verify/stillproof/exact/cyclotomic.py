"""Q(zeta_m), zeta_m = exp(2 pi i / m), as polynomials over Q modulo the cyclotomic polynomial, on FLINT."""

from __future__ import annotations

from functools import cache
from typing import Any

from flint import fmpq, fmpq_mat, fmpq_poly, fmpz, fmpz_poly

Matrix = list[list["Cyclotomic"]]


class CyclotomicField:
    """Q(zeta_m); two fields of the same m are one field."""

    def __init__(self, m: int):
        self.m = m
        self.modulus = fmpq_poly(fmpz_poly.cyclotomic(m))
        self.degree: int = self.modulus.degree()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, CyclotomicField) and other.m == self.m

    def __hash__(self) -> int:
        return hash(self.m)

    def __call__(self, value: Any) -> Cyclotomic:
        """A rational number, or coordinates in 1, zeta, ..., as an element."""
        return Cyclotomic(self, fmpq_poly(value if isinstance(value, list) else [value]) % self.modulus)

    def zeta(self, k: int = 1) -> Cyclotomic:
        """zeta_m^k."""
        return self([0] * (k % self.m) + [1])

    def root_of_unity(self, order: int, k: int) -> Cyclotomic:
        """exp(2 pi i k / order), for an order that divides m."""
        if self.m % order:
            raise ValueError(f"zeta_{order} is not in Q(zeta_{self.m})")
        return self.zeta(self.m // order * k)

    def sqrt_of_two(self) -> Cyclotomic:
        """sqrt(2) = zeta_8 + zeta_8^-1.  Raises ValueError unless 8 divides m."""
        return self.root_of_unity(8, 1) + self.root_of_unity(8, 7)

    def sqrt_of_prime(self, p: int) -> Cyclotomic:
        """The positive square root of an odd prime p, for 4p dividing m: a quadratic Gauss sum (Gauss 1811)."""
        total = sum((self.root_of_unity(p, k * k) for k in range(p)), self(0))
        return total if p % 4 == 1 else total * self.root_of_unity(4, 3)


class Cyclotomic:
    """An element of Q(zeta_m)."""

    __slots__ = ("field", "poly")

    def __init__(self, field: CyclotomicField, poly: fmpq_poly):
        self.field, self.poly = field, poly

    def __add__(self, other: Cyclotomic) -> Cyclotomic:
        return Cyclotomic(self.field, self.poly + other.poly)

    def __sub__(self, other: Cyclotomic) -> Cyclotomic:
        return Cyclotomic(self.field, self.poly - other.poly)

    def __mul__(self, other: Cyclotomic | int | fmpq) -> Cyclotomic:
        if isinstance(other, Cyclotomic):
            return Cyclotomic(self.field, self.poly * other.poly % self.field.modulus)
        return Cyclotomic(self.field, self.poly * other)

    def __pow__(self, k: int) -> Cyclotomic:
        return Cyclotomic(self.field, pow(self.poly, k) % self.field.modulus)

    def inverse(self) -> Cyclotomic:
        """1/x.  Raises ZeroDivisionError at 0."""
        gcd, inverse, _ = self.poly.xgcd(self.field.modulus)
        if gcd.degree() != 0:
            raise ZeroDivisionError("0 has no inverse")
        return Cyclotomic(self.field, inverse % self.field.modulus)

    def conjugate(self) -> Cyclotomic:
        """The complex conjugate."""
        return Cyclotomic(self.field, self.poly(fmpq_poly([0] * (self.field.m - 1) + [1])) % self.field.modulus)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Cyclotomic) and other.field == self.field and other.poly == self.poly

    def __hash__(self) -> int:
        return hash(tuple(map(str, self.coordinates())))

    def __bool__(self) -> bool:
        return bool(self.poly)

    def __repr__(self) -> str:
        return f"Cyclotomic({self.field.m}, {self.coordinates()})"

    def coordinates(self) -> list[fmpq]:
        """The phi(m) coordinates in 1, zeta, ..., zeta^(phi(m)-1)."""
        return [self.poly[i] for i in range(self.field.degree)]

    def into(self, field: CyclotomicField) -> Cyclotomic:
        """The same number in Q(zeta_M), for m dividing M: zeta_m = zeta_M^(M/m)."""
        step = fmpq_poly([0] * (field.m // self.field.m) + [1])
        return Cyclotomic(field, self.poly(step) % field.modulus)

    def within(self, field: CyclotomicField) -> Cyclotomic | None:
        """The same number in Q(zeta_d), for d dividing m; None if it is not in it."""
        columns = [field.zeta(j).into(self.field).coordinates() for j in range(field.degree)]
        rows = [[*(column[i] for column in columns), value] for i, value in enumerate(self.coordinates())]
        solved, rank = fmpq_mat(rows).rref()
        return field([solved[i, field.degree] for i in range(field.degree)]) if rank == field.degree else None

    def rational(self) -> fmpq:
        """The element as a rational number.  Raises ValueError if it is not one."""
        if self.poly.degree() > 0:
            raise ValueError(f"{self} is not rational")
        return self.poly[0]


@cache
def cyclotomic_field(m: int) -> CyclotomicField:
    """Q(zeta_m)."""
    return CyclotomicField(m)


def matrix_product(a: Matrix, b: Matrix) -> Matrix:
    """a b."""
    columns = list(zip(*b, strict=True))
    zero = a[0][0].field(0)
    return [[sum((x * y for x, y in zip(row, column, strict=True)), zero) for column in columns] for row in a]


def adjoint(a: Matrix) -> Matrix:
    """The conjugate transpose."""
    return [[x.conjugate() for x in column] for column in zip(*a, strict=True)]


def lifted(a: Matrix, field: CyclotomicField) -> Matrix:
    """A matrix over Q(zeta_m) in a larger field Q(zeta_M), m dividing M."""
    return [[x.into(field) for x in row] for row in a]


def trace(a: Matrix) -> Cyclotomic:
    """The trace."""
    return sum((a[i][i] for i in range(len(a))), a[0][0].field(0))


def element_json(x: Cyclotomic) -> dict[str, Any]:
    """An element in the format of docs/formats/statement.md."""
    coordinates = x.coordinates()
    den = _common_denominator(coordinates)
    return {"den": str(den), "m": x.field.m, "num": [str(c * den) for c in coordinates]}


def matrix_json(a: Matrix) -> dict[str, Any]:
    """A matrix over one common denominator."""
    entries = [[x.coordinates() for x in row] for row in a]
    den = _common_denominator([c for row in entries for entry in row for c in entry])
    return {
        "den": str(den),
        "entries": [[[str(c * den) for c in entry] for entry in row] for row in entries],
        "m": a[0][0].field.m,
    }


def matrix_from_json(value: Any) -> Matrix:
    """The inverse of `matrix_json`; the shape was checked before."""
    field, den = cyclotomic_field(value["m"]), int(value["den"])
    return [[field([fmpq(int(c), den) for c in entry]) for entry in row] for row in value["entries"]]


def _common_denominator(values: list[fmpq]) -> fmpz:
    den = fmpz(1)
    for value in values:
        den = den.lcm(value.q)
    return den
