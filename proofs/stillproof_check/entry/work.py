"""The one counter of work: what checking a statement may cost in all, whatever its claims are.

An operation takes about a microsecond or less: one mask of a listing, one step of a search, one product of short
numbers.  Long numbers cost more, as the product of their lengths.  A function whose loops grow with its input takes the
counter, or something that holds it (`Ring`, `Field`, `TriangleMap`, `Facts`), so that no rule can leave it out; the
functions that do without one are listed, with the reason, in tests/checker/test_work.py.
"""

from .verdict import within

MAX_WORK = 50_000_000  # operations for one statement
SQUARE = 20  # 2^20 pairs of bits of two numbers take as long as one operation


class Work:
    """What has been done for one statement, in operations."""

    def __init__(self) -> None:
        self.done = 0

    def more(self, count: int) -> None:
        """Operations that are about to be done."""
        expected = f"at most {MAX_WORK} operations, {self.done} of them done"
        within(self.done + count <= MAX_WORK, "work.operations", expected, f"{count} more")
        self.done += count

    def products(self, count: int, first: int, second: int) -> None:
        """Products, sums or divisions of numbers with that many bits, that are about to be done."""
        self.more(count * (1 + (first * second >> SQUARE)))
