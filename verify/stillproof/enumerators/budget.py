"""What a computation may cost, and what one is predicted to cost."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..errors import InputError


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
    parts = [re.fullmatch(r"([0-9]{1,30})(?:([e^])([0-9]{1,3}))?", part) for part in text.split(",")]
    numbers = []
    for part in parts:
        if part is None or len(parts) > 2:
            raise InputError("--budget", "WORK or WORK,MEMORY, whole numbers such as 1e12 or 2^30", text)
        base, sign, power = int(part[1]), part[2], int(part[3] or 0)
        numbers.append(base**power if sign == "^" else base * 10**power)
    return Budget(numbers[0], numbers[1] if len(numbers) == 2 else DEFAULT.memory)


def about(amount: int) -> str:
    """Two digits and a power of ten, as 1.7e12; rounded down."""
    digits = str(amount)
    return digits if len(digits) < 4 else f"{digits[0]}.{digits[1]}e{len(digits) - 1}"
