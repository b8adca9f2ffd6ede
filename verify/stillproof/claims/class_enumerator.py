"""`class-enumerator`: every coset of the stabilizer group, by the classes of its operators and by their phases."""

from itertools import product
from typing import Any

from ..errors import Declined
from ..protocols.protocol import Protocol

CONVENTION = (
    "classes: points (u,v) with one chi, (0,0) first, chi = 0 left out, and operators with such a site; terms of the "
    "coset of the encoded T(a|b): [sites in each class, operators with phase 1, r, r^2, .. over T(u|v)], r = w, or i "
    "for p = 2; Y = T(1|1) = iXZ for p = 2"
)
QUESTION: tuple[str, ...] = ()
MAX_ROWS = 4096


def answer(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """The classes and the terms."""
    code, channel = protocol.code, protocol.channel
    cosets, size = [], 0
    for digits in product(range(code.p), repeat=2 * code.k):
        a, b = list(digits[: code.k]), list(digits[code.k :])
        terms = sorted(channel.counts(a, b).items())
        size += len(terms)
        if size > MAX_ROWS:
            raise Declined(f"more than {MAX_ROWS} terms")
        cosets.append({"logical": [a, b], "terms": [[list(key), [str(c) for c in row]] for key, row in terms]})
    return {"classes": [[list(point) for point in points] for _, points in channel.classes()], "cosets": cosets}


def witness(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Nothing."""
    return {}
