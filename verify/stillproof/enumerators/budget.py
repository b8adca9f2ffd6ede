"""What a computation may cost, and the refusal of one that would cost more."""

from __future__ import annotations

from typing import NamedTuple

from ..errors import InputError, OverBudget


class Budget(NamedTuple):
    """work: element operations, one NumPy operation on one array element, about a nanosecond; memory: bytes."""

    work: int
    memory: int


class Estimate(NamedTuple):
    """What an algorithm is predicted to cost, in the units of `Budget`."""

    algorithm: str
    work: int
    memory: int

    def __str__(self) -> str:
        return f"{self.algorithm}, {about(self.work)} element operations and {about(self.memory)} bytes"


DEFAULT = Budget(work=10**12, memory=2**30)
"""A quarter of an hour and a gibibyte."""


def read_budget(text: str) -> Budget:
    """A budget from `WORK` or `WORK,MEMORY`, whole numbers such as 1000, 1e12 or 2^30.  Raises InputError."""
    numbers = []
    for part in text.split(","):
        sign = "^" if "^" in part else "e"
        base, _, power = part.partition(sign)
        if not (base.isdecimal() and (power or "0").isdecimal()) or len(base) > 30 or len(power) > 3:
            raise InputError("--budget", "WORK or WORK,MEMORY, numbers such as 1e12 or 2^30", text)
        numbers.append(int(base) ** int(power or "1") if sign == "^" else int(base) * 10 ** int(power or "0"))
    if len(numbers) > 2:
        raise InputError("--budget", "WORK or WORK,MEMORY, numbers such as 1e12 or 2^30", text)
    return Budget(*numbers) if len(numbers) == 2 else Budget(numbers[0], DEFAULT.memory)


def cheapest(estimates: list[Estimate], budget: Budget) -> Estimate:
    """The estimate of least work within the budget.  Raises OverBudget where there is none."""
    within = [x for x in estimates if x.work <= budget.work and x.memory <= budget.memory]
    if within:
        return min(within, key=lambda x: (x.work, x.algorithm))
    if not estimates:
        raise OverBudget("no enumerator algorithm applies to this job")
    least = min(estimates, key=lambda x: (x.work, x.algorithm))
    raise OverBudget(
        f"the cheapest way to the enumerator is the {least}; the budget is {about(budget.work)} and "
        f"{about(budget.memory)}; raise it with --budget {above(least.work, budget.work)},"
        f"{above(least.memory, budget.memory)}"
    )


def about(amount: int) -> str:
    """Two digits and a power of ten, as 1.7e12; rounded down."""
    digits = str(amount)
    return digits if len(digits) < 4 else f"{digits[0]}.{digits[1]}e{len(digits) - 1}"


def above(amount: int, budget: int) -> str:
    """A number above this one as `read_budget` reads it, or the budget where that is enough."""
    return f"2^{amount.bit_length()}" if amount > budget else str(budget)
