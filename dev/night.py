"""`make nightly`: what takes longer than a change can wait for, and the record of it.

    .venv/bin/python dev/night.py [PART ...]

Every part is a command whose last lines say what was counted.  What it said goes into docs/night.json, with the date,
the commit, the seed and the time, and from there into docs/soundness.md (docs/generate.py).  Nobody types it: a record
is what a run said of itself.  Of every part the last run is kept, whether it passed or not.  A tree with changes is not
recorded, as no commit names it.
"""

from __future__ import annotations

import datetime
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
RECORD = ROOT / "docs" / "night.json"
LOGS = ROOT / "build" / "night"
ATTEMPTS = 1_000_000
FUZZ_MINUTES = 60


class Part(NamedTuple):
    """One part of the night."""

    name: str
    what: str
    command: str  # SEED stands for the seed
    says: str  # how the lines begin, or what is in them, that go into the record
    seeded: bool = False


PARTS = (
    Part("suite", "all tests", "CI=1 make test", " passed"),
    Part("attack", "spoiled files", f"make attack ATTEMPTS={ATTEMPTS} SEED=SEED", "refused", True),
    Part("kills", "certify killed", "make kills", "certify killed"),
    Part(
        "mutation",
        "every operator of the checker changed",
        ".venv/bin/python tests/checker/mutation.py --all",
        " mutants: ",
    ),
    Part("fuzz", "coverage-guided fuzzing", f"make fuzz MINUTES={FUZZ_MINUTES} SEED=SEED", "DONE", True),
    Part(
        "prove",
        "the theory, all instances, coqchk",
        "make prove-both",
        "kernel-checked claims|closed under|coqchk",
    ),
    Part(
        "qualtran",
        "the example for Qualtran, with Qualtran",
        ".venv/bin/python dev/real_qualtran.py",
        " passed|NOT TRIED",
    ),
    Part("versions", "all tests on every supported Python", "make versions WHOLE=--whole", "passed|FAILED|NOT TRIED"),
)


def said(output: str, says: str) -> list[str]:
    """The lines of an output that count something: those with one of these words, the last five of them."""
    words = says.split("|")
    lines = [line.strip() for line in output.splitlines()]
    return [line[:200] for line in lines if any(word in line for word in words)][-5:]


def entry(part: Part, code: int, output: str, at: dict[str, Any]) -> dict[str, Any]:
    """What is recorded of a run.  A run that counted nothing did not pass."""
    lines = said(output, part.says)
    found = {"part": part.name, "what": part.what, "passed": code == 0 and bool(lines), "said": lines, **at}
    if not part.seeded:
        found.pop("seed", None)
    return found


def recorded(old: list[dict[str, Any]], new: dict[str, Any]) -> list[dict[str, Any]]:
    """The record with this run in the place of the last one of its part."""
    return sorted([*(row for row in old if row["part"] != new["part"]), new], key=lambda row: str(row["part"]))


def table(rows: list[dict[str, Any]]) -> str:
    """The record as it stands on the page."""
    if not rows:
        return "No night has been recorded yet."
    lines = ["| what | date | commit | seed | it said | |", "|---|---|---|---|---|---|"]
    for row in rows:
        words = "; ".join(line.replace("|", "\\|") for line in row["said"]) or "nothing"
        word = "passed" if row["passed"] else "**failed**"
        cells = [row["what"], row["date"], f"`{row['commit']}`", str(row.get("seed", "-")), words, word]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def read() -> list[dict[str, Any]]:
    """The record as it is stored."""
    rows: list[dict[str, Any]] = json.loads(RECORD.read_text(encoding="ascii"))
    return rows


def commit() -> str | None:
    """The commit that the tree is, or None if it differs from it, but for the record and its page."""
    own = [":!docs/night.json", ":!docs/soundness.md"]
    status = subprocess.run(
        ["git", "status", "--porcelain", "--", ".", *own], cwd=ROOT, capture_output=True, text=True, check=True
    )
    head = subprocess.run(
        ["git", "rev-parse", "--short=8", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return None if status.stdout else head.stdout.strip()


def run(part: Part, day: datetime.date, at_commit: str) -> dict[str, Any]:
    """Run a part; what is recorded of it."""
    seed = int(day.strftime("%Y%m%d"))
    LOGS.mkdir(parents=True, exist_ok=True)
    start = time.monotonic()
    command = part.command.replace("=SEED", f"={seed}")
    done = subprocess.run(
        ["bash", "-c", command], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    (LOGS / f"{part.name}.log").write_text(done.stdout, encoding="utf-8")
    at = {"commit": at_commit, "date": day.isoformat(), "minutes": round((time.monotonic() - start) / 60), "seed": seed}
    return entry(part, done.returncode, done.stdout, at)


def main() -> int:
    """The parts that are asked for, or all of them, one after the other."""
    wanted = sys.argv[1:] or [part.name for part in PARTS]
    if unknown := set(wanted) - {part.name for part in PARTS}:
        print(f"no part {', '.join(sorted(unknown))}; there are {', '.join(part.name for part in PARTS)}")
        return 2
    at_commit, failed = commit(), 0
    if at_commit is None:
        print("the tree has changes that no commit names: nothing would be recorded")
        return 2
    for part in PARTS:
        if part.name not in wanted:
            continue
        row = run(part, datetime.datetime.now(tz=datetime.UTC).date(), at_commit)
        failed += not row["passed"]
        RECORD.write_text(json.dumps(recorded(read(), row), indent=1, sort_keys=True) + "\n", encoding="ascii")
        print(
            f"{part.name}: {'passed' if row['passed'] else 'FAILED'} in {row['minutes']} min: {'; '.join(row['said'])}"
        )
    subprocess.run([sys.executable, str(ROOT / "docs" / "generate.py")], check=True)
    print(f"{len(wanted) - failed} passed, {failed} failed; recorded in docs/night.json and on docs/soundness.md")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
