"""Libraries of the gate in which the statements of the fixtures are checked once for all tests of a process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from conftest import ROOT
from stillproof.enumerators import DEFAULT, Budget
from stillproof.gating.known import Library

Found = TypeVar("Found")
CHECKED: dict[str, Any] = {}  # what the checker has certified, by the id of a statement


class Shared(Library):
    """A library over our fixtures that remembers their statements beyond its own life."""

    def kept(self, key: Any, find: Callable[[], Found]) -> Found:
        if not isinstance(key, str):
            return super().kept(key, find)
        if key not in CHECKED:
            CHECKED[key] = super().kept(key, find)
        found: Found = CHECKED[key]
        return found


def library_over(folder: Path, budget: Budget = DEFAULT) -> Library:
    """A library over our fixtures, and over code files of a folder."""
    return Shared(ROOT / "fixtures", folder, budget)
