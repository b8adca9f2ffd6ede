"""Real roots in (0, 1), exactly: isolation by Bernstein coefficients, refinement by bisection, radicals."""

from __future__ import annotations

from math import gcd

from flint import arb, ctx, fmpq, fmpq_poly, fmpz, fmpz_poly

from ..errors import OverBudget
from .decimals import DOWN, on_grid

MAX_BISECTIONS = 256


def sign_changes(poly: fmpz_poly) -> int:
    """The sign changes of the Bernstein coefficients on [0, 1]: those of (1+t)^d f(t/(1+t)), by Descartes."""
    moved = fmpz_poly([int(c) for c in poly.coeffs()][::-1])(fmpz_poly([1, 1]))
    signs = [c > 0 for c in moved.coeffs() if c]
    return sum(x != y for x, y in zip(signs, signs[1:], strict=False))


def roots_in_unit(poly: fmpz_poly) -> list[tuple[fmpq, fmpq]]:
    """Isolating intervals, in order, for the distinct real roots in (0, 1); a rational root r as (r, r).

    Raises OverBudget for roots that MAX_BISECTIONS do not tell apart.
    """
    if not poly:
        raise ValueError("the zero polynomial has no isolated roots")
    squarefree = poly // poly.gcd(poly.derivative()) if poly.degree() > 0 else poly

    def isolate(f: fmpz_poly, low: fmpq, width: fmpq, depth: int) -> list[tuple[fmpq, fmpq]]:
        changes = sign_changes(f)
        if changes == 0:
            return []
        if changes == 1:
            return [(low, low + width)]
        if not depth:
            raise OverBudget(f"roots of a polynomial closer than 2^-{MAX_BISECTIONS} are not told apart")
        half = width / 2
        left = fmpz_poly([int(c) << (f.degree() - i) for i, c in enumerate(f.coeffs())])
        right = left(fmpz_poly([1, 1]))
        middle = [(low + half, low + half)] if right[0] == 0 else []
        return isolate(left, low, half, depth - 1) + middle + isolate(right, low + half, half, depth - 1)

    return isolate(squarefree, fmpq(0), fmpq(1), MAX_BISECTIONS)


def refined(poly: fmpz_poly, low: fmpq, high: fmpq) -> tuple[fmpq, fmpq]:
    """The root of a factor in an isolating interval: exactly where the factor is linear, else to 20 digits."""
    if poly.degree() == 1:
        root = fmpq(-poly[0], poly[1])
        return root, root
    return decimal_interval(poly, low, high, 20)


def rounded_down(low: fmpq, high: fmpq, above: fmpq) -> fmpq:
    """A root as isolated by `refined`: itself where it is rational, else to as few decimals as exceed `above`."""
    if low == high:
        return low
    digits = 3
    while True:
        found = on_grid(low, digits, DOWN)
        if found > above:
            return found
        digits += 1


def stretched(poly: fmpz_poly, by: fmpq) -> fmpz_poly:
    """A multiple of poly(by x), with integer coefficients."""
    d = poly.degree()
    return fmpz_poly([c * by.p**i * by.q ** (d - i) for i, c in enumerate(poly.coeffs())])


def decimal_interval(poly: fmpz_poly, low: fmpq, high: fmpq, digits: int) -> tuple[fmpq, fmpq]:
    """The cell of the decimal grid with this many digits around the one root of poly in (low, high).

    A root on the grid is put in the middle of two cells.
    """
    scale = 10**digits
    rising = _sign(poly, high) > 0 or (_sign(poly, high) == 0 and _sign(poly, low) < 0)
    below, above = int((low * scale).floor()), int((high * scale).ceil())
    if below == above:  # a rational root, isolated as such
        below, above = below - 1, above + 1
    while above - below > 1:
        middle = (below + above) // 2
        sign = _sign(poly, fmpq(middle, scale))
        if sign == 0:
            return fmpq(middle - 1, scale), fmpq(middle + 1, scale)
        if (sign > 0) == rising:
            above = middle
        else:
            below = middle
    return fmpq(below, scale), fmpq(above, scale)


def _sign(poly: fmpz_poly, x: fmpq) -> int:
    value = fmpq_poly(poly)(x)
    return (value > 0) - (value < 0)


def square_root(poly: fmpz_poly, low: fmpq) -> dict[str, int] | None:
    """center, s, D, scale with the root (center + s sqrt D) / scale of a quadratic above `low`; None for others."""
    if poly.degree() != 2:
        return None
    c, b, a = (int(x) for x in poly.coeffs())
    discriminant = b * b - 4 * a * c
    root = 1
    for factor, exponent in fmpz(discriminant).factor():
        root *= int(factor) ** (int(exponent) // 2)
    common = gcd(2 * a, b, root)
    sign = 1 if 2 * a * low + b >= 0 else -1
    return {"D": discriminant // root**2, "center": -b // common, "s": sign * root // common, "scale": 2 * a // common}


def cardano(poly: fmpz_poly) -> dict[str, int] | None:
    """center, scale, r, s, D with the root (center + cbrt(r + s sqrt D) + cbrt(r - s sqrt D)) / scale.

    None unless the polynomial is a cubic with one real root and r^2 - s^2 D a perfect cube of an integer.
    """
    if poly.degree() != 3:
        return None
    d, c, b, a = (int(x) for x in poly.coeffs())
    # y = 3 a x + b turns 27 a^2 f(x) into y^3 + P y + Q.
    linear, constant = 9 * a * c - 3 * b * b, 27 * a * a * d - 9 * a * b * c + 2 * b**3
    # y^3 - 3 k y - 2 r with k = -P/3, 2 r = -Q; everything times 2 and 8 when Q is odd.
    scale, center = 3 * a, -b
    if constant % 2:
        scale, center, linear, constant = 2 * scale, 2 * center, 4 * linear, 8 * constant
    k, r = -linear // 3, -constant // 2
    square = r * r - k**3
    if k >= 0 or square <= 0:
        return None
    if scale < 0:
        return None
    s = 1
    for factor, exponent in fmpz(square).factor():
        s *= int(factor) ** (int(exponent) // 2)
    answer = {"center": center, "scale": scale, "r": r, "s": s, "D": square // (s * s), "cube-root": k}
    return _shrink(answer)


def _shrink(form: dict[str, int]) -> dict[str, int]:
    """Divide y by the largest integer that leaves center, scale, and c integral."""
    for q in range(min(abs(form["scale"]), 10_000), 1, -1):
        whole = form["scale"] % q == 0 and form["center"] % q == 0 and form["cube-root"] % (q * q) == 0
        if whole and form["r"] % q**3 == 0 and form["s"] % q**3 == 0:
            return {
                **form,
                "center": form["center"] // q,
                "scale": form["scale"] // q,
                "r": form["r"] // q**3,
                "s": form["s"] // q**3,
                "cube-root": form["cube-root"] // q**2,
            }
    return form


def log_ratio_bracket(small: int, large: fmpq, max_denominator: int) -> tuple[fmpq, fmpq]:
    """The closest fractions below and above log(small)/log(large), 1 < small < large, by the Stern-Brocot tree.

    p/q < log k / log N if and only if N^p < k^q.  Both bounds are strict, also where the ratio is rational.
    """
    low, high = (0, 1), (1, 1)
    top, bottom = int(large.p), int(large.q)
    while low[1] + high[1] <= max_denominator:
        p, q = low[0] + high[0], low[1] + high[1]
        left, right = top**p, small**q * bottom**p
        if left < right:
            low = (p, q)
        elif left > right:
            high = (p, q)
        else:
            more = (max_denominator - low[1]) // q, (max_denominator - high[1]) // q
            low = (low[0] + more[0] * p, low[1] + more[0] * q)
            high = (high[0] + more[1] * p, high[1] + more[1] * q)
            break
    return fmpq(*low), fmpq(*high)


def log_ratio_floor(small: int, large: fmpq, scale: int) -> int:
    """The floor of scale log(small)/log(large), both above 1: enclosed, and where that does not decide, exactly."""
    if not (small > 1 and large > 1):
        raise ValueError(f"no ratio of the logarithms of {small} and {large}")
    with ctx.workprec(256):
        value = scale * arb(small).log() / (arb(large.p).log() - arb(large.q).log())
        found = value.floor().unique_fmpz()
        if found is not None:
            return int(found)
        nearest = int((value + arb(1) / 2).floor().unique_fmpz() or 0)
    return nearest if large**nearest <= small**scale else nearest - 1
