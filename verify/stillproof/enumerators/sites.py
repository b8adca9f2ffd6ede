"""One-site tables: classes and phases of the displacement operators of one qudit, by the code u p + v of (u, v).

An element is an operator w^e T(a) (odd p) or i^e T(a) (p = 2).  For odd p, T(a) T(b) = T(a+b) where the two commute, so
exponents add.  For p = 2, T(a) T(b) = i^s T(a+b) with s a sum over sites of `site_phase`, since T(u|v) is the tensor
product of the i^(uv) X^u Z^v; exponents are counted modulo 4, and are even once everything commutes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ..codes.phase_space import PhaseVector

Classes = Mapping[tuple[int, int], int | None]
Histogram = dict[int, dict[int, int]]
"""exponent -> label (see `Labels`) -> number of elements."""


class Labels(NamedTuple):
    """How many sites there are in every class, as one number: the sum of the strides of the sites.

    strides[u p + v] is (n+1)^(j-1) for class j > 0 and 0 for class 0; a site without a class counts like one more
    class, so that labels from `size` on belong to dropped elements.  `top` is above every label.
    """

    n: int
    classes: int
    strides: tuple[int, ...]
    size: int
    top: int

    @staticmethod
    def of(p: int, n: int, classes: Classes) -> Labels:
        """The labels for classes 0 ... c-1."""
        sites = [classes[divmod(code, p)] for code in range(p * p)]
        count = 1 + max((j for j in sites if j is not None), default=0)
        size = (n + 1) ** (count - 1)
        strides = tuple(size if j is None else (n + 1) ** (j - 1) if j else 0 for j in sites)
        return Labels(n, count, strides, size, size * (n + 1) if None in sites else size)

    def exponents(self, label: int) -> tuple[int, ...]:
        """(n_0, ..., n_{c-1}) of a label below `size`."""
        digits = []
        for _ in range(self.classes - 1):
            label, digit = divmod(label, self.n + 1)
            digits.append(digit)
        return (self.n - sum(digits), *digits)


def weight_classes(p: int) -> Classes:
    """Class 0 for the identity, class 1 for everything else."""
    return {divmod(code, p): int(code > 0) for code in range(p * p)}


def codes(a: PhaseVector) -> list[int]:
    """u p + v on every site."""
    return [u * a.p + v for u, v in zip(a.u, a.v, strict=True)]


def site_sum(p: int, a: int, b: int) -> int:
    """The code of the sum of two one-site vectors."""
    (ua, va), (ub, vb) = divmod(a, p), divmod(b, p)
    return (ua + ub) % p * p + (va + vb) % p


def site_phase(p: int, a: int, b: int) -> int:
    """s modulo 4 with T(a) T(b) = i^s T(a+b) on one qubit; 0 for odd p, where the product commutes in the end."""
    if p > 2:
        return 0
    (ua, va), (ub, vb) = divmod(a, 2), divmod(b, 2)
    return (ua * va + ub * vb + 2 * va * ub - (ua ^ ub) * (va ^ vb)) % 4


def phases(p: int) -> int:
    """How many exponents are told apart on the way: 4 for p = 2, else p."""
    return 4 if p == 2 else p


def sign_step(p: int) -> int:
    """What one unit of a generator's sign adds to the exponent."""
    return 2 if p == 2 else 1
