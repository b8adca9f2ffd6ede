"""Numbers that a caller gives: exact ones, in every form that Python has for them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from numbers import Rational

from flint import fmpq

from ..errors import InputError
from ..exact import reading
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
        near = Fraction(value).limit_denominator(10**6)
        also = f' or "{near}"' if float(near) == value and near.denominator > 1 else ""
        raise InputError(where, f'an exact number, such as "{value!r}"{also}', f"the float {value!r}")
    if isinstance(value, Rational):
        return fmpq(int(value.numerator), int(value.denominator))
    if isinstance(value, str | Decimal | fmpq):
        try:
            return reading.read_number(str(value).strip(), NUMBER).value
        except ValueError:
            raise InputError(where, "a number such as 1/100, 0.01 or 1e-15", value) from None
    raise InputError(where, "a text, an int, a Fraction or a Decimal", f"{type(value).__name__} {value}")
