"""Numbers that are known exactly or by an enclosure, and rationals on both sides of them."""

from __future__ import annotations

from flint import arb, fmpq

Number = fmpq | arb  # an exact rational, or an enclosure


def ends(value: Number) -> tuple[fmpq, fmpq]:
    """Rationals between which a number lies: twice the number itself where it is exact.

    >>> ends(fmpq(1, 3))
    (1/3, 1/3)
    >>> low, high = ends(arb(2).sqrt())
    >>> low**2 < 2 < high**2
    True
    """
    if isinstance(value, fmpq):
        return value, value
    found = []
    for end in (value.lower(), value.upper()):
        mantissa, exponent = map(int, end.man_exp())
        found.append(fmpq(mantissa << exponent) if exponent >= 0 else fmpq(mantissa, 1 << -exponent))
    return found[0], found[1]
