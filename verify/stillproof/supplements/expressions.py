"""What the self-tests of all kinds are made of.

A test is a comparison of two expressions, and an expression is text that the systems read alike, but for integers and
powers, which Python and Julia spell in their own way, and for calls: those are `Call`, which Mathematica writes with
brackets.  Polynomials are in x, or in x and y.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from ..exact.as_text import ALGEBRA, terms, written
from ..statements.stated import Stated, at_zero, outputs

Claim = dict[str, Any]


Known = dict[str, Claim]


class Call(NamedTuple):
    """A function of the preamble, called."""

    name: str
    arguments: tuple[Expression, ...]


class Infix(NamedTuple):
    """Two expressions with a sign of arithmetic between them, in parentheses."""

    left: Expression
    sign: str
    right: Expression


Expression = str | Call | Infix


class Test(NamedTuple):
    """A comparison: what it says, and both sides."""

    words: str
    left: Expression
    relation: str
    right: Expression


def call(name: str, *arguments: Expression | int) -> Call:
    """A function, called."""
    return Call(name, tuple(str(x) if isinstance(x, int) else x for x in arguments))


def poly(coefficients: list[Any]) -> str:
    """A polynomial in x, low degree first, or in x and y, in parentheses."""
    names = ["x", "y"] if any(isinstance(row, list) for row in coefficients) else ["x"]
    return f"({written(terms(coefficients, names, graded=False), ALGEBRA)})"


def times(*factors: Expression) -> Expression:
    """A product."""
    first, *rest = factors
    for factor in rest:
        first = Infix(first, "*", factor)
    return first


def minus(left: Expression, right: Expression) -> Infix:
    """A difference."""
    return Infix(left, "-", right)


def function(claim: Claim, label: str) -> tuple[str, str]:
    """num and den of a function of a `map`, `outputs` or `correction` claim."""
    whole = label == "success" or claim["kind"] == "correction"
    value = claim["success"] if whole else outputs(claim)[label]
    return poly(value["num"]), poly(value["den"])


def one_parameter(claim: Claim) -> bool:
    """Whether a map has one parameter."""
    return claim["kind"] != "map" or len(claim["parameters"]) == 1


Tests = Iterator[Test]


def no_tests(claim: Claim, stated: Stated) -> Tests:
    """No test for a claim of this kind."""
    yield from ()


def success_tests(claim: Claim, stated: Stated) -> Iterator[Test]:
    """The success probability is one where it must be."""
    if not one_parameter(claim):
        return
    num, den = function(claim, "success")
    yield Test("the success probability at 0", Infix(call("at", num, 0), "/", call("at", den, 0)), "==",
               str(at_zero(claim["success"])))  # fmt: skip
    value = Infix(call("at", num, "1/2"), "/", call("at", den, "1/2"))
    yield Test("the success probability at 1/2 is positive", value, ">", "0")
    yield Test("the success probability at 1/2 is at most 1", value, "<=", "1")
