"""`classification`: all maximal self-orthogonal ternary codes of one length, by a walk that ends at the mass."""

from functools import cache
from typing import Any

from ..errors import Declined, InputError
from ..protocols.protocol import Protocol
from ..ternary.self_orthogonal import MAX_LENGTH, Listed, classification, maximal

CONVENTION = (
    "codes over F_3 contained in their duals and in no larger such code, one for each class under the 2^n n! signed "
    "permutations of the coordinates; automorphisms = those that map the code to itself; codes with more words of low "
    "weight come first"
)
QUESTION: tuple[str, ...] = ("length",)


@cache
def _listed(n: int) -> list[Listed]:
    return classification(n)


def _asked(question: dict[str, Any], protocol: Protocol) -> list[Listed]:
    if protocol.code.p != 3:
        raise Declined(f"a classification of ternary codes, beside a code with p = {protocol.code.p}")
    n = question["length"]
    if type(n) is not int or n < 1:
        raise InputError("length", f"an integer from 1 to {MAX_LENGTH}", n)
    return _listed(n)


def answer(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """The dimension, and for each class a generator matrix and the order of its group."""
    found = _asked(question, protocol)
    return {
        "codes": [
            {"automorphisms": str(one.order), "generator": [list(row) for row in one.generator]} for one in found
        ],
        "dimension": maximal(question["length"])[0],
    }


def witness(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Generators of the groups: coordinate i goes to place permutation[i] (from 1) and is multiplied by signs[i]."""
    return {
        "groups": [
            [
                {"permutation": [x // 2 + 1 for x in images[::2]], "signs": [x % 2 + 1 for x in images[::2]]}
                for images in one.generators
            ]
            for one in _asked(question, protocol)
        ]
    }
