"""Which claims Coq's kernel checks: read from the list that is made from the instances of the formal theory."""

from __future__ import annotations

import json
from pathlib import Path

from .files import sha256

LIST = Path("theory") / "instances" / "claims.json"  # beside the certificates


def kernel_theorems(listed: Path, fixtures: Path) -> dict[str, dict[str, list[str]]] | None:
    """The theorems about every claim, by statement and claim; None where there is no list.

    The list is read off the instances; it counts only for a statement with the bytes that it was made from.
    """
    try:
        instances = json.loads(listed.read_text(encoding="ascii"))
    except OSError:
        return None
    found = {}
    for name, entry in instances.items():
        path = fixtures / "statements" / f"{name}.json"
        if path.is_file() and sha256(path.read_text(encoding="ascii")) == entry["sha256"]:
            found[name] = entry["claims"]
    return found
