"""`radicals`: a threshold of degree 2 or 3 in square or cube roots."""

from typing import Any

from ..errors import Declined
from ..exact.algebraic import cardano, square_root
from ..protocols.protocol import Protocol

CONVENTION = (
    "the threshold in the parameter of the family; degree 2: (center + s sqrt(D)) / scale, r = 0; degree 3: (center + "
    "cbrt(r + s sqrt(D)) + cbrt(r - s sqrt(D))) / scale; real roots, sqrt(D) > 0"
)
QUESTION: tuple[str, ...] = ("of",)


def _formula(question: dict[str, Any], protocol: Protocol) -> dict[str, int]:
    return protocol.once(("radicals", question["of"]), lambda: _found(question, protocol))


def _found(question: dict[str, Any], protocol: Protocol) -> dict[str, int]:
    threshold = protocol.threshold(protocol.output_of(question["of"]))
    square = square_root(threshold.polynomial, threshold.low)
    found = {"r": 0, **square} if square else cardano(threshold.polynomial)
    if found is None:
        if threshold.polynomial.degree() == 1:
            raise Declined("the threshold is a rational number")
        raise Declined("no formula in square or cube roots of integers was found for its polynomial")
    return found


def answer(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """The degree, and the five integers of the formula."""
    found = _formula(question, protocol)
    numbers = {key: str(value) for key, value in found.items() if key != "cube-root"}
    return {"degree": 3 if "cube-root" in found else 2, **numbers}


def witness(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """For degree 3 the cube root of r^2 - s^2 D, in a list."""
    found = _formula(question, protocol)
    return {"cube-root": [str(found["cube-root"])] if "cube-root" in found else []}
