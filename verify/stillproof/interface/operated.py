"""What `plan` and `expect` return: levels with exact costs, and a band of counts."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, localcontext
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from flint import fmpz

from ..operation.expect import prometheus
from ..operation.text import expect_report, plan_report
from .display import sentence, table


@dataclass(frozen=True, repr=False)
class Amount:
    """A number: `exact` where it is known so, and `decimal`, its six significant digits, correctly rounded.

    Where the plan has a bound in its place, the decimal is rounded to the side of the bound.  Deep in a plan the exact
    number gets too long; then `exact` is None, and the digits are certain all the same.

    >>> from stillproof import plan
    >>> plan("five-qubit-t", input="delta=1/100", target="1e-3").levels[0].inputs_per_output
    Amount(30.7575, exactly 1600000000/52019867)
    """

    decimal: Decimal
    exact: Fraction | None

    def __repr__(self) -> str:
        known = self.exact is not None and max(map(int.bit_length, self.exact.as_integer_ratio())) < 90
        return f"Amount({self.decimal}{f', exactly {self.exact}' if known else ''})"


@dataclass(frozen=True, repr=False)
class Level:
    """One level of a plan: which `protocol` is run, how often it succeeds, and what comes out.

    `success_probability` is that of a block; `infidelity` that of the worst output that counts; `output` has the
    output's parameters of the family, and is empty where no output is a state of it; `inputs_per_output` counts all
    inputs of the first level, rejected ones included.

    >>> from stillproof import plan
    >>> plan("five-qubit-t", input="delta=1/100", target="1e-3").levels[0].protocol
    'five-qubit-t'
    """

    protocol: str
    success_probability: Amount
    output: Mapping[str, Amount]
    infidelity: Amount
    inputs_per_output: Amount

    def __repr__(self) -> str:
        return (
            f"Level({self.protocol}: infidelity {self.infidelity.decimal}, "
            f"{self.inputs_per_output.decimal} inputs per output)"
        )


@dataclass(frozen=True, repr=False)
class PlanResult:
    """How many levels reach a target, and what an output costs then.

    `levels` has one Level for each; without any the input is good enough.  `assumptions` are sentences about how
    outputs are used, and `notes` say where codes and states were read from.  `unit` says in what the `target` is.

    >>> from stillproof import plan
    >>> plan("five-qubit-t", input={"delta": "1/100"}, target="1e-15")
    PlanResult(4 levels, 830977 inputs per output)
    """

    levels: tuple[Level, ...]
    target: Fraction
    unit: str
    assumptions: tuple[str, ...]
    notes: tuple[str, ...]
    _found: dict[str, Any] = field(compare=False)

    @property
    def inputs_per_output(self) -> Fraction | Decimal:
        """Inputs that an output of the last level costs on average: exactly, or six digits where that is too long.

        >>> from stillproof import plan
        >>> plan("five-qubit-t", input="delta=1/100", target="1e-3").inputs_per_output
        Fraction(1600000000, 52019867)
        """
        if not self.levels:
            return Fraction(1)
        last = self.levels[-1].inputs_per_output
        return last.decimal if last.exact is None else last.exact

    def report(self) -> str:
        """What the command prints.

        >>> from stillproof import plan
        >>> print(plan("five-qubit-t", input="delta=1/100", target="1e-3").report().splitlines()[0])
        level  protocol      p_succ    delta       infidelity  inputs per output
        """
        return "\n".join([plan_report(self._found), *self.notes])

    def to_dict(self) -> dict[str, Any]:
        """What `stillproof plan --json` prints.

        >>> from stillproof import plan
        >>> plan("five-qubit-t", input="delta=1/100", target="1e-3").to_dict()["target"]
        '1/1000'
        """
        return copy.deepcopy(self._found)

    def __repr__(self) -> str:
        count = len(self.levels)
        cost = self.levels[-1].inputs_per_output.decimal if self.levels else 1
        return f"PlanResult({count} level{'s' * (count != 1)}, {cost} inputs per output)"

    def _repr_html_(self) -> str:
        """A row for each level."""
        rows = [
            (
                str(number),
                level.protocol,
                str(level.success_probability.decimal),
                str(level.infidelity.decimal),
                str(level.inputs_per_output.decimal),
            )
            for number, level in enumerate(self.levels, 1)
        ]
        head = ("level", "protocol", "success probability", "infidelity", "inputs per output")
        goal = sentence(f"target: {self.unit} at most {self.target}")
        return goal + table(rows, head) + "".join(map(sentence, self.assumptions))


@dataclass(frozen=True, repr=False)
class ExpectResult:
    """How many of so many `runs` are accepted: from `low` to `high`, with a probability of error `significance`.

    `success` is the probability of acceptance, `mean` the mean count.  `inside` says whether a count that was given
    lies in the band, and is None without one.  `notes` say where code and state were read from.

    >>> from stillproof import expect
    >>> expect("five-qubit-t", at="delta=1/10", runs=1000)
    ExpectResult(97 to 167 of 1000 runs)
    """

    success: Fraction
    mean: Fraction
    low: int
    high: int
    runs: int
    significance: Fraction
    inside: bool | None
    notes: tuple[str, ...]
    _found: dict[str, Any] = field(compare=False)

    @property
    def exit_code(self) -> int:
        """That of the command: 10 if a count that was given lies outside of the band, else 0.

        >>> from stillproof import expect
        >>> expect("five-qubit-t", at="delta=1/10", runs=1000, accepted=500).exit_code
        10
        """
        return 10 if self.inside is False else 0

    def report(self) -> str:
        """What the command prints.

        >>> from stillproof import expect
        >>> print(expect("five-qubit-t", at="delta=1/10", runs=1000, accepted=500).report().splitlines()[-1])
        observed     500 accepted: OUTSIDE the band
        """
        return "\n".join([expect_report(self._found), *self.notes])

    def prometheus(self) -> str:
        """The band as metrics, as the command prints it with `--prometheus`.

        >>> from stillproof import expect
        >>> expect("five-qubit-t", at="delta=1/10", runs=1000).prometheus().splitlines()[0]
        '# HELP stillproof_acceptance_probability acceptance probability, rounded to 15 significant digits'
        """
        return prometheus(self._found)

    def to_dict(self) -> dict[str, Any]:
        """What `stillproof expect --json` prints.

        >>> from stillproof import expect
        >>> expect("five-qubit-t", at="delta=1/10", runs=1000).to_dict()["band"]
        [97, 167]
        """
        return copy.deepcopy(self._found)

    def __repr__(self) -> str:
        word = {None: "", True: ", and the given count is inside", False: ", and the given count is OUTSIDE"}
        return f"ExpectResult({self.low} to {self.high} of {self.runs} runs{word[self.inside]})"

    def _repr_html_(self) -> str:
        """The lines of the report."""
        return "".join(map(sentence, self.report().splitlines()))


def amount(value: dict[str, Any]) -> Amount:
    """A number of a plan."""
    return Amount(decimal(value["decimal"]), None if value["exact"] is None else exact(value["exact"]))


def exact(text: str) -> Fraction:
    """A fraction of any length: Python's own reader stops at 4,300 digits."""
    above, _, below = text.partition("/")
    return Fraction(int(fmpz(above)), int(fmpz(below or "1")))


def decimal(text: str) -> Decimal:
    """A decimal as a plan has it: below 1 by less than its digits show, it is written as a difference.

    >>> decimal("1 - 2.1e-40") + 0
    Decimal('1.000000000000000000000000000')
    >>> 1 - decimal("1 - 2.1e-9") == Decimal("2.1e-9")
    True
    """
    if not text.startswith("1 - "):
        return Decimal(text)
    gap = Decimal(text.removeprefix("1 - "))
    with localcontext(prec=5 - gap.adjusted()):
        return 1 - gap


def plan_result(found: dict[str, Any]) -> PlanResult:
    """The result of what `operation.plan` found."""
    levels = tuple(
        Level(
            level["protocol"],
            amount(level["success_probability"]),
            MappingProxyType({name: amount(value) for name, value in level["output"].items()}),
            amount(level["infidelity"]),
            amount(level["inputs_per_output"]),
        )
        for level in found["levels"]
    )
    said, read = tuple(found["assumptions"]), tuple(found["read"])
    return PlanResult(levels, Fraction(found["target"]), found["unit"], said, read, found)


def expect_result(found: dict[str, Any]) -> ExpectResult:
    """The result of what `operation.expect` found."""
    low, high = found["band"]
    success, mean = (exact(found[key]["exact"]) for key in ("success_probability", "mean"))
    inside = found.get("inside")
    level, read = Fraction(found["significance"]), tuple(found["read"])
    return ExpectResult(success, mean, low, high, found["runs"], level, inside, read, found)
