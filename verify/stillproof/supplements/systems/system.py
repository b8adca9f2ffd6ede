"""What the scripts for all systems are made of."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

Definition = Callable[[str, list[str], str, str], str]


class System(NamedTuple):
    """How one system is written: `head` says how far the script has been tried, `definition` defines a function."""

    file: str
    brackets: tuple[str, str]
    comment: tuple[str, str]
    head: tuple[str, ...]
    preamble: str
    definition: Definition
    line: str
    ending: str
    text: Callable[[str], str] = str  # an expression in letters
    opening: str = ""  # before the tests
    indent: str = ""


def exact(power: str) -> Callable[[str], str]:
    """Expressions whose integers are spelled Q(1), but for exponents, and whose power is this sign.

    So no integer is divided as a float, and none is too large.
    """

    def text(expression: str) -> str:
        found = re.sub(r"(?<![\w^])\d+", lambda digits: f"Q({digits[0]})", expression)
        return found.replace("^", power)

    return text
