"""What a reader of the supplement has to believe, and what not: one page, with the numbers of this supplement."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from .evidence import CHECKER, SCRIPT, Evidence, Lemma
from .prose import say
from .tree import Code, Text

STATEMENTS, CODES, STATES = Code("fixtures.statements.*"), Code("fixtures.codes.*"), Code("fixtures.states.*")
CERTIFICATES, VALUES, PYTHON = Code("certificates.*"), Code("stillproof-values.*"), Code("stillproof_values.py")
THEORY = Code("proofs/theory")
SEAL = Code("sha256sum $(cut -c 67- MANIFEST.sha256) > new; mv new MANIFEST.sha256")


class Believed(NamedTuple):
    """One thing that a verdict rests on, under its heading."""

    title: str
    words: list[Text]


def believed(found: Evidence, lemmas: Mapping[str, Lemma], total: int, formal: int) -> list[Believed]:
    """The page, for `total` claims of which Coq's kernel checks `formal`."""
    checker = [data for name, data in found.files.items() if name.startswith(f"{CHECKER}.")]
    proved = sum(lemma.theorem is not None for lemma in lemmas.values())
    lines = sum(data.count(b"\n") for data in checker)
    kernel = (
        say("believe.kernel", formal=formal, total=total, theory=THEORY)
        if formal
        else say("believe.kernel.none", total=total)
    )
    return [
        Believed("The words", [say("believe.words", statements=STATEMENTS, codes=CODES, states=STATES)]),
        Believed("The protocol", [say("believe.ideal")]),
        Believed(
            "The checker",
            [
                say("believe.checker", script=Code(SCRIPT), files=len(checker), names=Code(f"{CHECKER}.*"), lines=lines,
                    certificates=CERTIFICATES),
                say("believe.try", certificates=CERTIFICATES, command=SEAL),
            ],
        ),
        Believed(
            "The lemmas", [say("believe.lemmas", total=len(lemmas), formal=proved, paper=len(lemmas) - proved)]
        ),
        Believed("Coq's kernel", [kernel]),
        Believed("Other systems", [say("believe.others", values=VALUES, python=PYTHON)]),
    ]  # fmt: skip
