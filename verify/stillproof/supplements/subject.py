"""What a claim is about, and what is told of it."""

from __future__ import annotations

from typing import Any, NamedTuple

from ..exact.rational_function import RationalFunction
from ..exact.reading import rational
from ..operation.family import inputs_again
from ..statements.stated import IDENTITY, Stated
from .prose import words
from .tree import Flow, Index, Over, Text, Tree, Word, bracketed, flow, indexed, joined, number, polynomial, variable

Rows = list[tuple[Text, ...]]


class Told(NamedTuple):
    """A claim in words, in formulas, and in a table."""

    words: list[Text]
    shown: list[Flow]
    table: tuple[tuple[str, ...], Rows] | None = None


class Subject(NamedTuple):
    """A statement of certified claims, as it is told."""

    stated: Stated

    @property
    def name(self) -> str:
        """The id of the statement."""
        return self.stated.name

    @property
    def known(self) -> dict[str, dict[str, Any]]:
        """The claims by id."""
        return self.stated.by_id

    @property
    def code(self) -> dict[str, Any]:
        """The code as in its file."""
        return self.stated.protocol.code.json()

    @property
    def state(self) -> dict[str, Any]:
        """The state as in its file."""
        return self.stated.state.data

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
    def first(self) -> str:
        """The name of the first member of the ensemble: the target, where `noise` says that there is one."""
        return str(self.state["ensemble"][0]["name"])

    def letter(self, *wanted: str) -> Tree:
        """The first of three letters that is not a parameter; there are at most two parameters."""
        taken = [x.base if isinstance(x, Index) else x for x in self.variables]
        return next(x for x in map(variable, wanted) if x not in taken)

    @property
    def encoded(self) -> int:
        """The number of encoded qudits."""
        return int(self.code["n"]) - len(self.code["stabilizers"])

    @property
    def noise(self) -> bool:
        """Whether the family is the pure first member at 0 and its infidelity to it is c x, c > 0.

        The checker has established that if it has certified a claim of one of these kinds.
        """
        return any(claim["kind"] in ("suppression", "threshold", "twirl") for claim in self.known.values())

    @property
    def slope(self) -> str | None:
        """c, where a claim has it; None elsewhere."""
        for claim in self.known.values():
            if claim["kind"] == "twirl":
                return str(claim["infidelity"][1])
            if claim["kind"] == "threshold":
                return str(rational(claim["infidelity"][0]) / rational(claim["interval"][0]))
        return None

    def depolarizing(self, claim: dict[str, Any]) -> bool:
        """Whether the segment of a `basin-threshold` claim goes from a pure state to the maximally mixed one."""
        return self.stated.state.depolarizes_along(claim["start"], claim["end"])

    def at(self, point: list[str]) -> str:
        """The name of the member that the family is at a point; no name where it is a mixture of several."""
        name, *more = self.stated.state.mixture([rational(x) for x in point])
        return "" if more else name

    def what(self, of: str, label: str) -> str:
        """What a function of a claim measures, in words."""
        claim = self.known[of]
        if claim["kind"] == "correction":
            return words("quantity.corrected", numbers=", ".join(map(str, claim["stabilizers"])), of=of)
        if label == "success":
            return words("quantity.success", of=of)
        if claim["kind"] == "map":
            if claim["output-match"] == "state":
                return words("quantity.parameter", x=label, of=of)
            return words("quantity.overlap", x=label, state=self.first, of=of)
        if label != "any":
            return words("quantity.one", output=label, of=of)
        return words("quantity.product" if claim["each"] else "quantity.joint", count=self.encoded, of=of)

    def infidelity(self, of: str, label: str) -> str:
        """The infidelity that falls below a threshold, in words."""
        several = self.known[of]["kind"] == "outputs"
        return self.what(of, label) if several else words("quantity.output", state=self.first, of=of)

    def input(self, of: str) -> dict[str, list[str]] | None:
        """The input measured as the outputs of a claim are, as num/den; None where no claim says what it is."""
        if self.known[of]["kind"] == "map":
            return {"den": ["1"], "num": ["0", "1"]}
        if self.slope is None:
            return None
        slope = rational(self.slope)
        return RationalFunction.multiple(slope).json()

    def joint(self, of: str) -> bool:
        """Whether a claim is about several outputs in a joint state, which has no parts."""
        return self.known[of]["kind"] == "outputs" and not self.known[of]["each"]

    def moved(self, of: str) -> bool:
        """Whether the output of a `map` claim is taken after a Clifford."""
        return bool(self.known[of].get("output-clifford", IDENTITY) != IDENTITY)

    def output(self, of: str, label: str) -> Tree:
        """The symbol of a function of a claim: an output, or a success probability.

        No two functions have one symbol: where another claim of this kind has its own, the claim is a part of it.
        With all outcomes +1 the success probability is the same in every claim.
        """
        kind = self.known[of]["kind"]
        if kind == "correction":
            symbol = indexed(variable("p"), "corr")
        elif label == "success":
            return indexed(variable("p"), "succ")
        else:
            symbol = indexed(variable(label), "out") if kind == "map" else indexed(self.x, label)
        alone = sum(claim["kind"] == kind for claim in self.known.values()) == 1
        return symbol if alone else indexed(symbol, of)

    def recurs(self, of: str, label: str) -> str:
        """Why an output of an `outputs` claim is no input of a next level, as `plan` says it; empty where it can be."""
        reasons = inputs_again(self.stated.protocol, self.known[of]["target"])
        return reasons["1" if label == "any" else label]

    def polynomial(self, coefficients: list[Any]) -> Flow:
        """A polynomial in the parameters."""
        return polynomial(coefficients, self.variables[:1] if flat(coefficients) else self.variables)


def flat(coefficients: list[Any]) -> bool:
    """Whether these are coefficients of one variable."""
    return not any(isinstance(entry, list) for entry in coefficients)


def rational_functions(named: list[tuple[Tree, dict[str, Any]]], subject: Subject) -> list[Flow]:
    """Functions one after the other: with "same D" where the last D that is shown is the denominator of the next."""
    shown: list[Flow] = []
    before = None
    for name, value in named:
        shown += rational_function(name, value, subject, same=value["den"] == before)
        if constant(value["den"]) is None:
            before = value["den"]
    return shown


def constant(den: list[Any]) -> str | None:
    """The one coefficient of a constant, of one variable or two; None for another polynomial."""
    first = den[0] if len(den) == 1 else None
    if isinstance(first, list):
        return str(first[0]) if len(first) == 1 else None
    return first


def rational_function(name: Tree, value: dict[str, Any], subject: Subject, same: bool = False) -> list[Flow]:
    """num/den, as one formula where den is a constant, and otherwise as three; `same`: as two, with den as before."""
    num, den = value["num"], value["den"]
    divisor = constant(den)
    if divisor == "1":
        return [joined(flow(name, "equals"), subject.polynomial(num))]
    if divisor is not None:
        factor = flow(name, "equals", number(f"1/{divisor}"))
        return [joined(factor, bracketed(subject.polynomial(num)))]
    above, below = subject.letter("N", "M", "A"), subject.letter("D", "Q", "B")
    again: list[Tree | str | int] = ["comma", "space", Word("same"), "space", below] if same else []
    shown = [
        flow(name, "equals", Over(above, below), *again),
        joined(flow(above, "equals"), subject.polynomial(num)),
    ]
    return shown if same else [*shown, joined(flow(below, "equals"), subject.polynomial(den))]
