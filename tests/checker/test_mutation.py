"""Mutation testing, the part that is quick enough for every run: a fixed sample of the mutants, and the bookkeeping.

The sample is every 8th check, deleted or negated, in the order of the files; `make mutants` runs them all.
"""

from __future__ import annotations

import json
import re
from collections import Counter

import pytest

import mutation

STEP = 8


@pytest.mark.sample
def test_a_sample_of_the_mutants_is_killed() -> None:
    rows = list(mutation.run(mutation.check_mutants()[::STEP]))
    assert len(rows) > 50
    assert mutation.verdict(rows) == ([], [])
    assert sum(end == "killed" for _, end, _ in rows) > len(rows) // 2


def test_a_check_that_is_deleted_or_negated_is_missed() -> None:
    mutants = mutation.check_mutants()
    assert len(mutants) > 2 * len({x.check for x in mutants}) - 3
    reasons = json.loads(mutation.EQUIVALENT.read_text())
    assert not [x.key for x in mutants if x.key in reasons]


def test_every_reason_is_about_a_mutant_of_today() -> None:
    known = {mutant.key for mutant in mutation.all_mutants()}
    reasons = json.loads(mutation.EQUIVALENT.read_text())
    assert sorted(set(reasons) - known) == []
    assert all(reasons.values())


def test_the_summary_is_about_the_checker_of_today() -> None:
    counts = re.search(
        r"Mutants (\d+), void (\d+), survived (\d+); of the others (\d+) of (\d+)", mutation.SUMMARY.read_text()
    )
    assert counts
    total, void, survived, killed, judged = map(int, counts.groups())
    assert total == len(mutation.check_mutants())
    assert survived == 0
    assert killed == judged == total - void


def test_the_summary_of_the_arithmetic_is_about_files_of_today_or_says_which() -> None:
    counts = Counter(mutant.file for mutant in mutation.all_mutants())
    reasons = Counter(key.partition(":")[0] for key in json.loads(mutation.EQUIVALENT.read_text()))
    second = mutation.SUMMARY.read_text().partition(mutation.ARITHMETIC)[2]
    rows = re.findall(r"^\| `(.*)` \| `(.*)` \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$", second, re.MULTILINE)
    for file, digest, *cells in rows:
        mutants, killed, void, survived = map(int, cells)
        assert mutants == killed + void + survived
        if digest == mutation.digest(file):
            assert (mutants, survived) == (counts[file], reasons[file])
