"""A list of claims in Python, as the file that the gate reads."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from ..errors import InputError
from ..files.text import write_atomic
from ..gating.claim import FORMAT
from .arguments import Place, path
from .code import Code
from .numbers import exact_number
from .state import State

Claims = Sequence[Mapping[str, Any]]


@contextmanager
def claims_file(claims: Place | Claims | None) -> Iterator[Path | None]:
    """The path of a file of claims, as long as the block runs: the one that is given, or a temporary one of a list.

    Raises InputError for a float, or for anything that JSON has no word for.
    """
    if claims is None or not isinstance(claims, list | tuple):
        yield None if claims is None else path("claims", claims)
        return
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        lines: list[dict[str, Any]] = [{"format": FORMAT, "implementation": {"name": "a list in Python"}}]
        for i, claim in enumerate(claims):
            if not isinstance(claim, Mapping):
                raise InputError(f"claims[{i}]", "a dictionary", f"{type(claim).__name__} {claim}")
            found = {"id": f"claim-{i + 1}", **claim}
            if isinstance(found.get("protocol"), Mapping):
                found["protocol"] = subject(folder, i, found["protocol"])
            lines.append({str(key): plain(f"claims[{i}], {key}", value) for key, value in found.items()})
        lines.append({"end": len(claims)})
        write_atomic(folder / "claims.jsonl", "".join(json.dumps(line) + "\n" for line in lines))
        yield folder / "claims.jsonl"


def subject(folder: Path, number: int, given: Mapping[str, Any]) -> dict[str, Any]:
    """Code and state of a claim, as files in the folder."""
    found = dict(given)
    if isinstance(found.get("code"), Code | str | Path):
        code = found["code"]
        made = code if isinstance(code, Code) else Code.read(code)
        found["code"] = made.save(folder / f"code-{number}.json").name
    state = found.get("state")
    if isinstance(state, State | Path) or (isinstance(state, str) and state.endswith(".json")):
        found["state"] = State.of(state).save(folder / f"state-{number}.json").name
    return found


def plain(where: str, value: Any) -> Any:
    """A value in the words of JSON; exact numbers are texts."""
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, Mapping):
        return {str(key): plain(f"{where}, {key}", x) for key, x in value.items()}
    if isinstance(value, list | tuple):
        return [plain(f"{where}[{i}]", x) for i, x in enumerate(value)]
    if isinstance(value, Decimal):
        return str(value)  # its last digit says how far it is rounded
    if isinstance(value, float | Fraction):
        return str(exact_number(where, value))
    raise InputError(where, "a text, a number, a list or a dictionary", f"{type(value).__name__} {value}")
