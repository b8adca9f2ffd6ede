"""Which claims of a statement are about one function: what stands side by side is said of one source.

A statement can have several `map` or `outputs` claims.  Leading term, threshold, bound and yield each name the claim
that they rest on, so that a threshold of one source is never put beside the curve of another.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Claim = Mapping[str, Any]
IDENTITY = {"shift": [0, 0], "symplectic": [[1, 0], [0, 1]]}  # an `output-clifford` that does nothing


def source(claims: Sequence[Any]) -> Any:
    """The `map` or `outputs` claim: the first on which a threshold rests, else the first; None without one."""
    found = [claim for kind in ("map", "outputs") for claim in claims if claim["kind"] == kind]
    known = {claim["of"] for claim in claims if claim["kind"] == "threshold"}
    return next((claim for claim in found if claim["id"] in known), next(iter(found), None))


def resting(claims: Sequence[Any], kind: str, on: Claim, **fields: Any) -> list[Any]:
    """The claims of a kind that rest on a claim and have these fields."""
    return [
        claim
        for claim in claims
        if claim["kind"] == kind and claim["of"] == on["id"] and all(claim[key] == x for key, x in fields.items())
    ]


def code(claims: Sequence[Any]) -> Any:
    """The first `code` claim; all of them say the same.  None without one."""
    return next((claim for claim in claims if claim["kind"] == "code"), None)


def accepted(claims: Sequence[Any], on: Claim, counted: Claim | None) -> Any:
    """The claim whose success probability counts: the one that a `yield` claim names, else source or correction."""
    if counted is not None:
        return next(claim for claim in claims if claim["id"] == counted["success-of"])
    return next(iter(resting(claims, "correction", on)), on)


def quantity(source: dict[str, Any]) -> str:
    """What the outputs of a `map` or `outputs` claim measure."""
    if source["kind"] == "outputs":
        return "infidelity"
    return "parameter" if source["output-match"] == "state" else "overlap"
