"""Replay what the fuzzer kept, and the committed files themselves: only a Refusal may come out of the checker."""

import pytest

from conftest import ROOT
from fuzz import try_input

CORPUS = sorted((ROOT / "tests" / "checker" / "fuzz_corpus").iterdir())


def test_the_corpus_is_kept() -> None:
    assert len(CORPUS) >= 25


@pytest.mark.parametrize("part", range(8))
def test_the_corpus_is_refused_or_accepted_but_never_crashes(part: int) -> None:
    for path in CORPUS[part::8]:
        try_input(path.read_bytes())


def test_the_committed_files_pass_every_road() -> None:
    for pattern in ("fixtures/*/*.json", "proofs/certificates/*.jsonl"):
        for path in ROOT.glob(pattern):
            try_input(path.read_bytes())
            for line in path.read_bytes().splitlines():
                try_input(line)
