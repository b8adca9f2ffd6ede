"""What `certify` returns: exact values, each with its quantity and unit, in objects that cannot be changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from html import escape
from numbers import Rational
from pathlib import Path
from typing import Any

from flint import fmpq

from ..errors import Declined, InputError
from ..exact import as_text, reading
from ..exact.rational_function import RationalFunction
from ..exact.reading import Spelling

NUMBER = Spelling(digits=400, signed=True)


def exact_number(where: str, value: object) -> fmpq:
    """A number that is given as a text, an int, a Fraction or a Decimal.  Raises InputError, for a float too.

    >>> exact_number("delta", "1/10"), exact_number("delta", Fraction(1, 3)), exact_number("delta", Decimal("0.01"))
    (1/10, 1/3, 1/100)
    >>> exact_number("delta", 0.1)
    Traceback (most recent call last):
    ...
    stillproof.errors.InputError: delta: expected an exact number, such as "0.1" or "1/10", found the float 0.1
    """
    if isinstance(value, float):
        text = repr(value)
        near = Fraction(value).limit_denominator(10**6)
        also = f' or "{near}"' if float(near) == value and near.denominator > 1 else ""
        raise InputError(where, f'an exact number, such as "{text}"{also}', f"the float {text}")
    if isinstance(value, Rational):
        return fmpq(int(value.numerator), int(value.denominator))
    if isinstance(value, str | Decimal | fmpq):
        try:
            return reading.read_number(str(value).strip(), NUMBER).value
        except ValueError:
            raise InputError(where, "a number such as 1/100, 0.01 or 1e-15", value) from None
    raise InputError(where, "a text, an int, a Fraction or a Decimal", f"{type(value).__name__} {value}")


def fraction(value: fmpq) -> Fraction:
    """The same number as a Fraction."""
    return Fraction(int(value.p), int(value.q))


@dataclass(frozen=True)
class Function:
    """A rational function of the family's parameters.

    `num` and `den` are coefficients, the lowest degree first; of two parameters, rows by the power of the first one.
    `quantity` says what it is the value of.  `units` has the names under which the noise can be given, and by which
    rational each is the family's parameter multiplied.
    """

    quantity: str
    num: tuple[Any, ...]
    den: tuple[Any, ...]
    parameters: tuple[str, ...]
    units: tuple[tuple[str, Fraction], ...]

    def __call__(self, **point: object) -> Fraction:
        """The value at a state of the family, as f(delta="1/10"), or in another unit of `units`.

        Raises InputError for a float, an unknown unit or a point outside the family; Declined where it has no value.
        """
        place = self.place(point)
        function = RationalFunction.stated({"num": list(self.num), "den": list(self.den)})
        if not function.value_den(place):
            raise Declined(f"{self.quantity}: no value there, since nothing is accepted")
        return fraction(function.at(*place))

    def place(self, point: Mapping[str, object]) -> list[fmpq]:
        """The parameters of the point that is named."""
        if tuple(sorted(point)) == tuple(sorted(self.parameters)):
            found = [exact_number(name, point[name]) for name in self.parameters]
        else:
            scales = dict(self.units)
            if len(point) != 1 or next(iter(point)) not in scales:
                known = " or ".join(dict.fromkeys([", ".join(self.parameters), *scales]))
                raise InputError("point", known, ", ".join(point) or "nothing")
            ((name, value),) = point.items()
            scale = scales[name]
            found = [exact_number(name, value) / fmpq(scale.numerator, scale.denominator)]
        if any(x < 0 for x in found) or sum(found, fmpq(0)) > 1:
            shown = ", ".join(f"{name} = {x}" for name, x in zip(self.parameters, found, strict=True))
            raise InputError("point", "a state of the family: no negative parameter, and their sum at most 1", shown)
        return found

    def __str__(self) -> str:
        return as_text.function({"num": list(self.num), "den": list(self.den)}, list(self.parameters))

    def __repr__(self) -> str:
        return f"Function({self.quantity}: {self})"
