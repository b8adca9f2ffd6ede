"""Which claims Coq's kernel checks: read from the list that is made from the instances of the formal theory."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from ..files.places import root


def own_list(certificates: Path) -> Path | None:
    """The list that comes with stillproof, for the certificates that come with it; None for others.

    A list that comes with somebody's certificates is somebody's word, and no kernel has seen it.
    """
    proofs = root() / "proofs"
    ours = certificates.resolve() == proofs / "certificates"
    return proofs / "theory" / "instances" / "claims.json" if ours else None


def kernel_theorems(listed: Path | None, digests: Mapping[str, str]) -> dict[str, dict[str, list[str]]] | None:
    """The theorems about every claim, by statement and claim; None where there is no list.

    The list is read off the instances; it counts only for a statement with the bytes that it was made from: `digests`
    are the SHA-256 of statements by their ids.
    """
    if listed is None:
        return None
    try:
        instances = json.loads(listed.read_text(encoding="ascii"))
    except OSError:
        return None
    return {name: entry["claims"] for name, entry in instances.items() if digests.get(name) == entry["sha256"]}
