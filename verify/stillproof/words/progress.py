"""How a long computation says how far it is: it calls a function with (steps done, steps in all)."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int], None]


def unheard(done: int, total: int) -> None:
    """The progress that nobody hears."""
