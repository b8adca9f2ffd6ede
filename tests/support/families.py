"""The code and state files of the families in tests/meaning/, from what a family says of them."""

from __future__ import annotations

import json
from typing import Any

from conftest import ROOT


def state(value: Any) -> dict[str, Any]:
    """A state file: of the fixtures by its name, or with other weights and keys, or as it stands."""
    if isinstance(value, str):
        value = {"of": value}
    if "of" not in value:
        return dict(value)
    found = json.loads((ROOT / "fixtures" / "states" / f"{value['of']}.json").read_text())
    for member, weight in zip(found["ensemble"], value.get("weights", []), strict=False):
        member["weight"] = weight
    return {**found, **{key: x for key, x in value.items() if key not in ("of", "weights")}}


def code(name: str, value: dict[str, Any]) -> dict[str, Any]:
    """A code file: of the fixtures with other keys, or of stabilizers u|v; logical operators as in a code file."""
    if "of" in value:
        found = json.loads((ROOT / "fixtures" / "codes" / f"{value['of']}.json").read_text())
        return {**found, **{key: x for key, x in value.items() if key != "of"}, "name": name}
    rows = [[[int(x) for x in half] for half in row.split("|")] for row in value["stabilizers"]]
    logicals = {key: x for key, x in value.items() if key in ("logical_x", "logical_z")}
    found = {"format": "stillproof-code/1", "name": name, "n": len(rows[0][0]), "p": value["p"], "stabilizers": rows}
    return found | logicals
