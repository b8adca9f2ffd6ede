"""What a paper quotes from one claim: values, exactly, each with its label and its words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from ..exact.reading import rational
from ..gating.exact import Exact, Rational, decimal
from ..statements.stated import at_zero
from .prose import words
from .subject import Subject
from .tree import Flow, flow, number

Claim = dict[str, Any]


Found = Iterator[tuple[str, str, Exact, Flow | None, Flow | None]]


class Value(NamedTuple):
    """A certified number: the claim that certifies it, what it is, and the printed decimals that a claim compares."""

    claim: str
    label: str
    words: str
    exact: Exact
    formula: Flow | None
    polynomial: Flow | None
    printed: list[str]


def plain(label: str, said: str, value: str) -> tuple[str, str, Exact, Flow | None, Flow | None]:
    """A rational number."""
    return label, said, Rational(rational(value)), flow(number(value)), None


def cut_off(exact: Exact, digits: int = 25) -> tuple[str, bool] | None:
    """Its decimals, cut off, and whether more follow; None where what is certified decides no decimal."""
    shown = decimal(exact, digits)
    cut = shown.removesuffix("...")
    more = cut != shown
    return None if " to " in shown or (more and "." not in cut) else (cut, more)


def no_values(claim: Claim, subject: Subject) -> Found:
    """Nothing to quote from a claim of this kind."""
    yield from ()


def success(claim: Claim, subject: Subject) -> Found:
    """The success probability where every parameter is 0, all outcomes +1."""
    named = words("value.success", x=", ".join(subject.parameters))
    yield plain("success-at-zero", named, str(at_zero(claim["success"])))
