"""A fixture for pytest: assert in your own tests that a number about a protocol is the certified one.

Loaded by pytest wherever stillproof is installed; everything heavy is loaded with the first assertion only.
"""

from __future__ import annotations

import json
from decimal import Decimal
from numbers import Rational
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from .known import Library


def exact(value: Any) -> str:
    """A number that JSON has no form for, if it is exact.  Raises TypeError, for numpy's floats too."""
    from flint import fmpq, fmpz

    if isinstance(value, Rational | Decimal | fmpq | fmpz):
        return str(value)
    raise TypeError(f"expected a text, an integer, a Fraction or a Decimal, got {type(value).__name__} {value}")


class Gate:
    """The gate as an assertion; protocols are checked once for each session."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.library: Library | None = None

    def assert_certified(
        self, protocol: str | tuple[str, str], quantity: str, value: Any, as_: str = "exact", **conventions: Any
    ) -> None:
        """Raise AssertionError, with reason and witness, unless a claim is certified.

        The arguments are the keys of a claim (docs/formats/claims.md) with underscores for hyphens.  `protocol` is an
        id, or a code file and a state; a path starts at the root of the test run.  Numbers are texts, integers,
        fractions or decimals, never floats: what is claimed has to be exactly what is written.
        """
        __tracebackhide__ = True
        from ..files.places import fixtures_folder
        from .judge import judge_line
        from .known import Library

        if self.library is None:
            self.library = Library(fixtures_folder(), self.folder)
        claim = {"as": as_, "id": "assertion", "protocol": protocol, "quantity": quantity, "value": value}
        if isinstance(protocol, tuple):
            names = ("code", "state", *map(str, range(3, len(protocol) + 1)))
            claim["protocol"] = dict(zip(names, protocol, strict=False))
        claim |= {key.replace("_", "-"): part for key, part in conventions.items()}
        row = judge_line(1, json.dumps(claim, default=exact).encode(), self.library)
        if row.verdict != "certified":
            witness = f"\nwitness {json.dumps(row.witness, sort_keys=True)}" if row.witness else ""
            raise AssertionError(f"{row.verdict}: {row.reason}{witness}")


@pytest.fixture(scope="session")
def stillproof(pytestconfig: pytest.Config) -> Gate:
    """Certified facts about magic-state distillation, as assertions."""
    return Gate(pytestconfig.rootpath)
