"""What a claim is about, and what is told of it."""

from __future__ import annotations

from typing import Any, NamedTuple

from ..tree import Flow, Over, Text, Tree, Word, bracketed, flow, indexed, joined, number, polynomial, variable

Rows = list[tuple[Text, ...]]


class Told(NamedTuple):
    """A claim in words, in formulas, and in a table."""

    words: list[Text]
    shown: list[Flow]
    table: tuple[tuple[str, ...], Rows] | None = None


class Subject(NamedTuple):
    """A statement: its claims by id, its code and its state as in their files, and its parameters."""

    name: str
    known: dict[str, dict[str, Any]]
    code: dict[str, Any]
    state: dict[str, Any]

    @property
    def parameters(self) -> list[str]:
        """The names of the family's parameters."""
        return list(self.state["parameters"])

    @property
    def variables(self) -> list[Tree]:
        """The parameters."""
        return [variable(name) for name in self.parameters]

    @property
    def x(self) -> Tree:
        """The first parameter."""
        return self.variables[0]

    @property
    def target(self) -> str:
        """The name of the state that is distilled."""
        return str(self.state["ensemble"][0]["name"])

    def output(self, label: str) -> Tree:
        """An output, or the success probability."""
        if label == "success":
            return indexed(variable("p"), "succ")
        return indexed(variable(label), "out") if label in self.parameters else indexed(self.x, label)

    def polynomial(self, coefficients: list[Any]) -> Flow:
        """A polynomial in the parameters."""
        return polynomial(coefficients, self.variables[:1] if flat(coefficients) else self.variables)


def flat(coefficients: list[Any]) -> bool:
    """Whether these are coefficients of one variable."""
    return not any(isinstance(entry, list) for entry in coefficients)


def rational_function(name: Tree, value: dict[str, Any], subject: Subject, same: bool = False) -> list[Flow]:
    """num/den, as one formula where den is a constant, and otherwise as three; `same`: as two, with den as before."""
    num, den = value["num"], value["den"]
    constant = den[0] if len(den) == 1 and not isinstance(den[0], list) else None
    if len(den) == 1 and isinstance(den[0], list) and len(den[0]) == 1:
        constant = den[0][0]
    if constant == "1":
        return [joined(flow(name, "equals"), subject.polynomial(num))]
    if constant is not None:
        factor = flow(name, "equals", number(f"1/{constant}"))
        return [joined(factor, bracketed(subject.polynomial(num)))]
    above, below = variable("N"), variable("D")
    again: list[Tree | str | int] = ["comma", "space", Word("same"), "space", below] if same else []
    shown = [
        flow(name, "equals", Over(above, below), *again),
        joined(flow(above, "equals"), subject.polynomial(num)),
    ]
    return shown if same else [*shown, joined(flow(below, "equals"), subject.polynomial(den))]
