"""What a computation may cost, and what one is predicted to cost."""

from __future__ import annotations

from typing import NamedTuple

from flint import fmpq

from ..errors import InputError
from ..exact.decimals import DOWN, to_digits
from ..exact.reading import Spelling, read_number

AMOUNT = Spelling(digits=30, whole=True, powers="e^")


class Budget(NamedTuple):
    """work: element operations, one NumPy operation on one array element, about a nanosecond; memory: bytes."""

    work: int
    memory: int


class Estimate(NamedTuple):
    """What an algorithm is predicted to cost, in the units of `Budget`."""

    algorithm: str
    work: int
    memory: int

    def fits(self, budget: Budget) -> bool:
        """Whether the budget allows it."""
        return self.work <= budget.work and self.memory <= budget.memory

    def covered(self, budget: Budget) -> str:
        """A budget that allows it, as `read_budget` reads it: the given one where that is enough."""
        pairs = ((self.work, budget.work), (self.memory, budget.memory))
        return ",".join(f"2^{needed.bit_length()}" if needed > given else str(given) for needed, given in pairs)


DEFAULT = Budget(work=10**12, memory=2**30)
"""About a quarter of an hour and a gibibyte."""


def read_budget(text: str) -> Budget:
    """A budget from `WORK` or `WORK,MEMORY`, whole numbers such as 1000, 1e12 or 2^30.  Raises InputError."""
    try:
        work, *rest = (int(read_number(part, AMOUNT).value) for part in text.split(","))
        (memory,) = rest or [DEFAULT.memory]
    except ValueError:
        raise InputError("--budget", "WORK or WORK,MEMORY, whole numbers such as 1e12 or 2^30", text) from None
    return Budget(work, memory)


def about(amount: int) -> str:
    """Two digits and a power of ten, as 1.7e12; rounded down."""
    return str(amount) if amount < 1000 else to_digits(fmpq(int(amount)), 2, DOWN)
