"""The field GF(p^2) = F_p[w] with w a root of a primitive polynomial x^2 + c x + d, and the words for its elements.

An element a X + b Z of the plane stands for the vector (a|b), so a reader has to be told which elements are X and Z.
Every choice keeps the commutation relations up to a factor, so no check can find out which one is meant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...errors import InputError

Element = tuple[int, int]  # a + b w
CONWAY = {2: (1, 1), 3: (2, 2), 5: (4, 2), 7: (6, 3)}  # c, d, as GAP and galois choose them
GAP_ROOT = {2: 1, 3: 2, 5: 2, 7: 3}  # Z(p) of GAP


@dataclass(frozen=True)
class QuadraticField:
    """GF(p^2) with w^2 = -c w - d."""

    p: int
    c: int
    d: int

    def times(self, x: Element, y: Element) -> Element:
        """The product."""
        square = x[1] * y[1]
        return (
            (x[0] * y[0] - self.d * square) % self.p,
            (x[0] * y[1] + x[1] * y[0] - self.c * square) % self.p,
        )

    def power(self, k: int) -> Element:
        """w^k."""
        found: Element = (1, 0)
        for _ in range(k % (self.p**2 - 1)):
            found = self.times(found, (0, 1))
        return found

    def of_integer(self, value: int) -> Element:
        """An element as galois writes it, as the integer a + p b."""
        return value % self.p, value // self.p

    def parsed(self, word: str, where: str) -> Element:
        """0, 1, -1, 2, w, w^5, -w, 2*w, and v for w^2 in GF(4); the letter of w may be a, w, W, z or omega.

        Raises InputError.
        """
        text = word.replace(" ", "")
        gap = self.gap(text)
        if gap is not None:
            return gap
        match = re.fullmatch(r"(-?)(?:([0-9]{1,3})\*?)?(?:(v)|(?:w|a|z|omega)(?:\^([0-9]{1,4}))?)?", text)
        if not match or text in ("", "-") or (match[3] and self.p != 2):
            raise InputError(where, f"an element of GF({self.p**2}) such as 0, 1 or w^2", repr(word))
        number = int(match[2]) if match[2] else 1
        if number >= self.p:
            raise InputError(where, f"a number below {self.p}, or a power of w", repr(word))
        only_number = text.lstrip("-").isdigit()
        element = (1, 0) if only_number else self.power(2 if match[3] else int(match[4] or 1))
        factor = -number if match[1] else number
        return factor * element[0] % self.p, factor * element[1] % self.p

    def gap(self, text: str) -> Element | None:
        """An element as GAP writes it, 0*Z(9), Z(9)^3, Z(3^2)^3 or Z(3), or None; w is a root of Conway's."""
        match = re.fullmatch(r"(0\*)?Z\(([0-9]{1,3})(?:\^([0-9]))?\)(?:\^(-?[0-9]{1,4}))?", text)
        if not match:
            return None
        q, k = int(match[2]) ** int(match[3] or 1), int(match[4] or 1)
        if match[1]:
            return 0, 0
        if q == self.p and self.p in GAP_ROOT:
            return pow(GAP_ROOT[self.p], k % (self.p - 1), self.p), 0
        return self.power(k) if q == self.p**2 and (self.c, self.d) == CONWAY.get(self.p) else None


def quadratic(p: int, polynomial: str | None) -> QuadraticField:
    """The field with this polynomial; for p = 2 there is one.  Raises InputError unless it is primitive."""
    if p == 2 and polynomial is None:
        return QuadraticField(2, 1, 1)
    text = (polynomial or "").replace(" ", "").replace("**", "^").replace("*", "")
    match = re.fullmatch(r"([a-z])\^2(?:([+-])([0-9]{0,3})\1)?([+-])([0-9]{1,3})", text)
    if not match:
        raise InputError("--polynomial", "x^2 + c x + d, such as x^2+2x+2", polynomial)
    c = 0 if match[2] is None else int(f"{match[2]}{match[3] or 1}")
    field = QuadraticField(p, c % p, int(f"{match[4]}{match[5]}") % p)
    if len({field.power(k) for k in range(p**2 - 1)}) != p**2 - 1:
        raise InputError("--polynomial", f"a primitive polynomial over F_{p}", polynomial)
    return field


@dataclass(frozen=True)
class ElementMap:
    """Which elements are X and Z."""

    field: QuadraticField
    x: Element
    z: Element

    def vector(self, element: Element) -> tuple[int, int]:
        """(u, v) with element = u x + v z."""
        p = self.field.p
        inverse = pow(self.x[0] * self.z[1] - self.x[1] * self.z[0], -1, p)
        return (
            (element[0] * self.z[1] - element[1] * self.z[0]) * inverse % p,
            (self.x[0] * element[1] - self.x[1] * element[0]) * inverse % p,
        )


def element_map(field: QuadraticField, elements: str) -> ElementMap:
    """The map of an answer such as `X=1,Z=w`; a third Y=.. is compared.  Raises InputError."""
    parts = dict(part.split("=", 1) for part in elements.replace(" ", "").split(",") if "=" in part)
    if not {"X", "Z"} <= parts.keys() <= {"X", "Y", "Z"}:
        raise InputError("--elements", "the elements for X and Z, such as X=1,Z=w", elements)
    found = {letter: field.parsed(word, f"--elements, {letter}") for letter, word in parts.items()}
    (a, b), (c, d) = found["X"], found["Z"]
    if (a * d - b * c) % field.p == 0:
        raise InputError("--elements", "elements for X and Z that are no multiples of each other", elements)
    if "Y" in found and (field.p, found["Y"]) != (2, ((a + c) % 2, (b + d) % 2)):
        raise InputError("--elements", "Y as the sum of X and Z, for p = 2", elements)
    return ElementMap(field, found["X"], found["Z"])
