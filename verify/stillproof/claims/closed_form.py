"""`closed-form`: a cubic threshold in radicals."""

from typing import Any

from ..algebraic import cardano
from ..errors import Declined
from ..protocol import Protocol

CONVENTION = "(center + cbrt(r + s sqrt(D)) + cbrt(r - s sqrt(D))) / scale, with real cube roots"
QUESTION: tuple[str, ...] = ("of",)


def _formula(question: dict[str, Any], protocol: Protocol) -> dict[str, str]:
    found = cardano(protocol.threshold(protocol.output_of(question["of"])).polynomial)
    if found is None:
        raise Declined(
            "the threshold is not the root of a cubic with one real root that Cardano's formula writes in integers"
        )
    return {key: str(value) for key, value in found.items()}


def answer(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """The five integers of the formula."""
    return {key: value for key, value in _formula(question, protocol).items() if key != "cube-root"}


def witness(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """The cube root of r^2 - s^2 D."""
    return {"cube-root": _formula(question, protocol)["cube-root"]}
