"""Ratios against named peers, side by side in one run: `make bench` writes benchmarks/results.md.

Nothing here is a test.  Times are noisy; a ratio in the table was seen on the machine above it.  A row whose two sides
computed different results ends the run without a table.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from coset_rows import coset_row
from enumerator_rows import (
    generic_guava_row,
    golay_guava_row,
    golay_python_row,
    golay_sympy_row,
    qubit_guava_row,
    residue_row,
    surface_row,
)
from gap import Gap
from harness import ROOT, Disagreement, Row, machine, table
from planqtn_peer import Planqtn
from process_rows import checker_rows, help_row
from size_rows import growth_row, memory_row

RESULTS = Path(__file__).resolve().parent / "results.md"
HEAD = """# Measured ratios

Written by `make bench`; [README.md](README.md) says what is compared. Times are medians of rounds in which stillproof
and the peer alternate; the ratio is the median of the rounds' ratios, with the smallest and the largest. With a target
`>=` it is peer / stillproof; with a target `<=` or none, stillproof / peer. Enumerators are timed in process; the
command line and the checker are timed as whole processes.
"""


def commit() -> str:
    """The commit that was measured, if this is a checkout; this page itself may differ."""
    program = shutil.which("git")
    if program is None:
        return ""

    def git(*arguments: str) -> str:
        done = subprocess.run([program, *arguments], capture_output=True, text=True, cwd=ROOT, check=False)
        return done.stdout.strip() if done.returncode == 0 else ""

    name = git("rev-parse", "--short=10", "HEAD")
    changed = git("status", "--porcelain", "--", ":/", f":!/{RESULTS.relative_to(ROOT)}")
    return f" ({name}{', changed' if changed else ''})" if name else ""


def measure() -> tuple[list[Row], list[tuple[str, str]]]:
    """All rows, and the versions of everything that took part."""
    rows: list[Row] = []

    def add(job: Callable[[], Row | list[Row]]) -> None:
        found = job()
        for row in found if isinstance(found, list) else [found]:
            rows.append(row)
            print(f"{row.what}: {row.ratio or '-'} {row.note if not row.ratio else ''}".rstrip(), flush=True)

    with Gap() as gap, Planqtn() as planqtn:
        add(lambda: golay_guava_row(gap))
        add(golay_python_row)
        add(golay_sympy_row)
        add(lambda: generic_guava_row(gap))
        add(lambda: qubit_guava_row(gap))
        add(lambda: surface_row(planqtn))
        for job in (coset_row, residue_row, memory_row, growth_row, help_row, checker_rows):
            add(job)
        packages = ", ".join(f"{name} {version(name)}" for name in ("python-flint", "numpy", "sympy"))
        peers = [gap.version or "GAP not run", planqtn.version or "planqtn not run"]
    return rows, [("stillproof", version("stillproof") + commit()), ("packages", packages), ("peers", "; ".join(peers))]


def main() -> None:
    """Measure, write the page, say how many targets were met."""
    start = time.perf_counter()
    facts = machine()
    try:
        rows, versions = measure()
    except Disagreement as error:
        sys.exit(f"benchmarks: the results differ, so there is no ratio: {error}")
    facts += [
        *versions,
        ("whole run", f"{time.perf_counter() - start:.0f} s, {time.strftime('%Y-%m-%d', time.gmtime())}"),
    ]
    about = "\n".join(["| | |", "|---|---|", *(f"| {name} | {value} |" for name, value in facts)])
    judged = [row.met for row in rows if row.met]
    summary = f"Targets met: {judged.count('yes')} of {len(judged)}; without a verdict: {len(rows) - len(judged)}."
    RESULTS.write_text("\n\n".join([HEAD.rstrip(), about, table(rows).rstrip(), summary]) + "\n", encoding="utf-8")
    print(f"{summary} Written: {RESULTS.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
