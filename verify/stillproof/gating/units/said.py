"""What `--say KEY=VALUE` says about distillation units: the conventions that their file leaves open.

The keys are those of a claim.  `--say UNIT.KEY=VALUE` is about one unit, by its name in the file.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..lines import WrongFile

KEYS = ("protocol", "parameter", "as", "range", "output", "unit", "noise", "syndromes")
READINGS = ("leading-order", "upper-bound", "lower-bound", "exact")
Said = dict[str | None, dict[str, Any]]  # by the name of a unit, or None for all


def read_said(texts: Sequence[str]) -> Said:
    """The answers.  Raises WrongFile."""
    found: Said = {}
    for text in texts:
        left, sign, value = text.partition("=")
        unit, dot, key = left.rpartition(".")
        if not sign or not value or key not in KEYS or (dot and not unit):
            raise WrongFile("--say", f"KEY=VALUE or UNIT.KEY=VALUE with a key of {', '.join(KEYS)}", ascii(text))
        about = found.setdefault(unit or None, {})
        if key in about:
            raise WrongFile("--say", "one value for every key", ascii(text))
        about[key] = one(key, value)
    return found


def one(key: str, value: str) -> Any:
    """A value as a claim has it.  Raises WrongFile."""
    if key == "as" and value not in READINGS:
        raise WrongFile("--say", f"as={' or as='.join(READINGS)}", ascii(value))
    if key == "range":
        ends = value.split(",")
        if len(ends) != 2:
            raise WrongFile("--say", "range=0,1/10 or other two ends", ascii(value))
        return ends
    if key == "protocol" and "," in value:
        code, _, state = value.partition(",")
        return {"code": code, "state": state}
    return value


def about(said: Said, unit: str) -> dict[str, Any]:
    """What is said of a unit: of it alone, and otherwise of all."""
    return {**said.get(None, {}), **said.get(unit, {})}
