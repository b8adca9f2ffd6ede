"""What the words and formulas of several kinds have in common: letters of operators, a threshold, an interval."""

from __future__ import annotations

import json
from typing import Any

from ..exact.decimals import terminating
from ..exact.reading import rational
from .prose import say
from .subject import Rows, Subject, Told
from .tree import Code, Flow, Name, Power, Row, Sign, Text, Tree, flow, indexed, joined, listing, number

WIDE = 26  # characters of a matrix on a narrow page


Claim = dict[str, Any]


def projector(subject: Subject) -> Tree:
    """The letter of the projector onto the code."""
    return subject.letter("Pi", "P", "K")


def unitary(name: str, subject: Subject) -> Tree:
    """The unitary of a `clifford` claim."""
    return indexed(subject.letter("V", "U", "K"), name)


def tensored(letter: Tree, n: int) -> Tree:
    """V on every site."""
    return Power(letter, Row((Sign("tensor"), number(n))))


def frame(of: str, subject: Subject) -> list[Text]:
    """A remark where the output is taken after a Clifford."""
    return [say("frame", of=of)] if subject.moved(of) else []


def star(subject: Subject) -> Tree:
    """The threshold."""
    return Power(subject.x, Name("*"))


def between(name: Tree, interval: list[str]) -> Flow:
    """low < x < high, in decimals where they are exact."""
    low, high = (number(terminating(rational(end), 3 * len(end.partition("/")[2]) + 8) or end) for end in interval)
    return joined(flow(low), flow("less", name, "less"), flow(high))


def point(coordinates: list[str]) -> Flow:
    """A point of the triangle."""
    return listing([number(x) for x in coordinates])


HEAD = ("convention", "id", "kind", "place")


def fields(claim: Claim, subject: Subject) -> Told:
    """The fields of a claim, as its statement spells them."""
    rows: Rows = [
        ((Code(key),), (Code(json.dumps(value, sort_keys=True, separators=(", ", ": "))),))
        for key, value in claim.items()
        if key not in HEAD
    ]
    return Told([say("fields")], [], (("field", "value"), rows))
