"""Mutation testing, the part that is quick enough for every run: a fixed sample of the mutants, and the bookkeeping.

The sample is every 20th mutant in the order of the files; `make mutants` runs them all.
"""

from __future__ import annotations

import json
import re

import mutation

STEP = 20


def test_a_sample_of_the_mutants_is_killed() -> None:
    rows = mutation.run(mutation.all_mutants()[::STEP])
    assert len(rows) > 50
    assert mutation.verdict(rows) == ([], [])
    assert sum(end == "killed" for _, end, _ in rows) > len(rows) // 2


def test_a_check_that_is_deleted_or_negated_is_missed() -> None:
    mutants = [x for x in mutation.all_mutants() if x.check and x.what in ("deleted", "condition negated")]
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
        r"Mutants (\d+), void \d+, equivalent (\d+); of the others (\d+) of (\d+)", mutation.SUMMARY.read_text()
    )
    assert counts
    total, equivalent, killed, judged = map(int, counts.groups())
    assert total == len(mutation.all_mutants())
    assert equivalent == len(json.loads(mutation.EQUIVALENT.read_text()))
    assert killed == judged
