"""Errata: published values that are wrong, or right under one convention only, each with a witness.

They are the claims of fixtures/claims/ about the protocols of the supplement, judged by the gate, which compares them
with certified claims.
"""

from __future__ import annotations

import json
from collections.abc import Container, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from ..exact.as_text import polynomial
from ..gating.judge import judge_line
from ..gating.known import Library
from ..gating.run import Summary, claims_of
from ..statements.stated import Stated
from .prose import quotable, words

CORPORA = ("paper", "public")


class Erratum(NamedTuple):
    """A published value, and what is wrong with it."""

    id: str
    verdict: str
    where: str
    protocol: str
    said: str
    why: str
    witness: str


class Errata(NamedTuple):
    """The errata, and how many published values were judged."""

    rows: list[Erratum]
    judged: int
    right: int
    declined: int

    @property
    def summary(self) -> str:
        """The counts in a sentence."""
        if not self.judged:
            return words("errata.none")
        return words(
            "errata.counts", judged=self.judged, right=self.right, wrong=len(self.rows), declined=self.declined
        )


def errata(fixtures: Path, stated: Mapping[str, Stated], codes: list[str] | None) -> Errata:
    """What is on record about some protocols and about variants of their codes; about everything without `codes`.

    `stated` are the certified statements about these protocols, by id: they are not checked again.
    """
    rows, judged, right, declined = [], 0, 0, 0
    for corpus in CORPORA:
        path = fixtures / "claims" / f"{corpus}.jsonl"
        if not path.is_file():
            continue
        library = Library(fixtures, path.parent, certified=list(stated.values()))
        for number, line in claims_of(path, Summary(corpus)):
            claim = json.loads(line)
            if "protocol" not in claim or not (codes is None or about(claim["protocol"], stated, codes)):
                continue
            row = judge_line(number, line, library)
            judged += 1
            right += row.verdict == "certified"
            declined += row.verdict not in ("certified", "refuted", "ambiguous")
            if row.verdict in ("refuted", "ambiguous"):
                reason = row.reason.replace(f"{path.parent}/", "")
                witness = json.dumps(row.witness, sort_keys=True).replace(f"{path.parent}/", "")
                where = quotable(str(claim.get("source", corpus)))
                rows.append(Erratum(claim["id"], row.verdict, where, subject(claim), said(claim), reason, witness))
    return Errata(rows, judged, right, declined)


def about(protocol: Any, names: Container[str], codes: list[str]) -> bool:
    """Whether a claim is about one of these protocols, or about a code file named after one of these codes."""
    if isinstance(protocol, str):
        return protocol in names
    stem = Path(str(protocol.get("code", ""))).stem if isinstance(protocol, dict) else ""
    return any(stem == code or stem.startswith(f"{code}-") for code in codes)


def subject(claim: dict[str, Any]) -> str:
    """What a claim is about."""
    protocol = claim["protocol"]
    return protocol if isinstance(protocol, str) else Path(str(protocol["code"])).stem


def said(claim: dict[str, Any]) -> str:
    """What a claim says, in one line."""
    value = claim["value"]
    if isinstance(value, dict) and {"num", "den"} <= value.keys():
        num, den = (polynomial(value[key], ["x"]) for key in ("num", "den"))
        value = num if den == "1" else f"({num}) / ({den})"
    elif not isinstance(value, str | int):
        value = json.dumps(value, sort_keys=True)
    return f"{claim['quantity']} {value}, as {claim['as']}"
