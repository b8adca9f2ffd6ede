"""Exact values, each with its quantity and unit: functions of the noise, leading terms, thresholds, outputs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from flint import fmpq

from ..errors import Declined, InputError
from ..exact import as_text
from ..exact.rational_function import RationalFunction
from .numbers import exact_number


def fraction(value: fmpq) -> Fraction:
    """The same number as a Fraction."""
    return Fraction(int(value.p), int(value.q))


@dataclass(frozen=True, repr=False)
class Function:
    """A rational function of the family's parameters, for inputs that are all in the same state of the family.

    `quantity` says in words what it is the value of; `num` and `den` are coefficients, the lowest degree first, and of
    two parameters rows by the power of the first one.  `units` are names under which the noise can be given, each with
    the number in that unit divided by the parameter.

    >>> from stillproof import certify
    >>> found = certify("fixtures/codes/five-qubit.json", "t").success
    >>> found
    Function(probability of acceptance: (8 - 20 delta + 30 delta^2 - 20 delta^3 + 5 delta^4) / (48))
    >>> found.units  # doctest: +NORMALIZE_WHITESPACE
    (('delta', Fraction(1, 1)), ('eps', Fraction(1, 2)), ('p', Fraction(3, 4)), ('pauli', Fraction(3, 4)),
     ('infidelity', Fraction(1, 2)))
    """

    quantity: str
    num: tuple[Any, ...]
    den: tuple[Any, ...]
    parameters: tuple[str, ...]
    units: tuple[tuple[str, Fraction], ...]

    def __call__(self, **point: object) -> Fraction:
        """The value at a state of the family, as f(delta="1/10").

        The state is given by the parameters, by another one of the `units`, or by its fidelity.  Raises
        InputError for a float, another unit, or no state of the family; Declined where nothing is accepted.

        >>> from stillproof import certify
        >>> success = certify("fixtures/codes/five-qubit.json", "t").success
        >>> success(delta="1/10"), success(fidelity="19/20")
        (Fraction(4187, 32000), Fraction(4187, 32000))
        """
        found = RationalFunction.stated({"num": lists(self.num), "den": lists(self.den)})
        try:
            return fraction(found.at(*self._place(point)))
        except ZeroDivisionError:
            raise Declined(f"{self.quantity}: no value, since nothing is accepted there") from None

    def _place(self, point: Mapping[str, object]) -> list[fmpq]:
        """The parameters of the state that is named."""
        scales = dict(self.units)
        if set(point) == set(self.parameters):
            found = [exact_number(name, point[name]) for name in self.parameters]
        elif len(point) == 1 and next(iter(point)) in scales:
            ((name, value),) = point.items()
            found = [exact_number(name, value) / _fmpq(scales[name])]
        elif set(point) == {"fidelity"} and "infidelity" in scales:
            found = [(1 - exact_number("fidelity", point["fidelity"])) / _fmpq(scales["infidelity"])]
        else:
            also = ["fidelity"] if "infidelity" in scales else []
            known = " or ".join(dict.fromkeys([", ".join(self.parameters), *scales, *also]))
            raise InputError("point", known, ", ".join(point) or "nothing")
        if any(x < 0 for x in found) or sum(found, fmpq(0)) > 1:
            shown = ", ".join(f"{name} = {x}" for name, x in zip(self.parameters, found, strict=True))
            raise InputError("point", "a state of the family: no negative parameter, and a sum of at most 1", shown)
        return found

    def __str__(self) -> str:
        return as_text.function({"num": lists(self.num), "den": lists(self.den)}, list(self.parameters))

    def __repr__(self) -> str:
        return f"Function({self.quantity}: {self})"


@dataclass(frozen=True, repr=False)
class Leading:
    """The leading term of an output at the pure target: coefficient times the parameter to the order.

    >>> from stillproof import certify
    >>> found = certify("fixtures/codes/five-qubit.json", "t").suppression
    >>> found.coefficient, found.order, found.parameter
    (Fraction(5, 2), 2, 'delta')
    """

    coefficient: Fraction
    order: int
    parameter: str

    def __str__(self) -> str:
        return f"{self.coefficient} {self.parameter}^{self.order}"

    def __repr__(self) -> str:
        return f"Leading({self})"


@dataclass(frozen=True, repr=False)
class Threshold:
    """The one root of an integer polynomial between two rationals: below it an output is better than an input.

    `interval` is in the parameter of the family, `infidelity` the same for the infidelity of one input; `decimal` is
    the number in the parameter, correctly rounded.  The comparison is certified from 0 to `bound`.

    >>> from stillproof import certify
    >>> found = certify("fixtures/codes/five-qubit.json", "t").threshold
    >>> found.decimal, found.polynomial, found.bound
    (Decimal('0.3453463292920228562017075'), (4, -14, 7), Fraction(1, 1))
    """

    decimal: Decimal
    interval: tuple[Fraction, Fraction]
    infidelity: tuple[Fraction, Fraction]
    polynomial: tuple[int, ...]
    bound: Fraction
    parameter: str

    def __str__(self) -> str:
        poly = as_text.polynomial(list(map(str, self.polynomial)), [self.parameter])
        return f"{self.parameter} = {self.decimal}, root of {poly}"

    def __repr__(self) -> str:
        return f"Threshold({self})"


@dataclass(frozen=True, repr=False)
class Output:
    """An output: its function, and leading term and threshold where they are certified, else None.

    >>> from stillproof import certify
    >>> certify("fixtures/codes/ccz8.json", "t-gate").outputs["any"].suppression
    Leading(28 eps^2)
    """

    function: Function
    suppression: Leading | None
    threshold: Threshold | None

    def __repr__(self) -> str:
        return f"Output({self.function}, {self.suppression}, {self.threshold})"


def frozen(rows: list[Any]) -> tuple[Any, ...]:
    """Coefficients as tuples of fractions."""
    return tuple(frozen(row) if isinstance(row, list) else Fraction(row) for row in rows)


def lists(rows: tuple[Any, ...]) -> list[Any]:
    """Coefficients as claims have them."""
    return [lists(row) if isinstance(row, tuple) else str(row) for row in rows]


def _fmpq(value: Fraction) -> fmpq:
    return fmpq(value.numerator, value.denominator)
