"""What a computation may cost, and what one is predicted to cost."""

from __future__ import annotations

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


def about(amount: int) -> str:
    """Two digits and a power of ten, as 1.7e12; rounded down."""
    digits = str(amount)
    return digits if len(digits) < 4 else f"{digits[0]}.{digits[1]}e{len(digits) - 1}"
