"""Times side by side: rounds that alternate stillproof and its peer, medians, and the table of ratios.

A row exists only if both sides were right: `compare` asks its caller how the two results are compared, does so in
every round, and raises `Disagreement` before any ratio is made.  A peer that is absent and a size that stillproof
declines are rows without a ratio.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from stillproof.errors import Declined, OverBudget

ROOT = Path(__file__).resolve().parents[1]
BUILD = ROOT / "build" / "bench"
Sample = tuple[float, object]
Job = Callable[[], Sample]
Same = Callable[[object, object], bool]


class Disagreement(Exception):
    """The two sides did not compute the same: there is nothing to compare."""


class Absent(Exception):
    """A peer is not installed, cannot be, or did not finish; the message says which."""


@dataclass(frozen=True)
class Target:
    """`at_least`: the peer must take this many times longer.  Otherwise stillproof may take this many times longer."""

    at_least: bool
    value: float

    def met(self, ratio: float) -> bool:
        """Whether a ratio, peer / stillproof or stillproof / peer, reaches it."""
        return ratio >= self.value if self.at_least else ratio <= self.value

    def __str__(self) -> str:
        return f"{'>=' if self.at_least else '<='} {self.value:g}"


@dataclass(frozen=True)
class Row:
    """One line of the table; `ours` and `peers` in seconds, None where there is no measurement."""

    what: str
    peer: str
    target: str
    ours: str = ""
    peers: str = ""
    ratio: str = ""
    met: str = ""
    compared: str = ""
    note: str = ""


def faster(times: float) -> Target:
    """The peer takes at least this many times longer."""
    return Target(True, times)


def within(times: float) -> Target:
    """stillproof takes at most this many times as long as the peer."""
    return Target(False, times)


def timed(job: Callable[[], object], times: int = 1) -> Job:
    """In process: the wall time of one call and its value; for a short job, the mean of some calls in a row."""

    def run() -> Sample:
        start = time.perf_counter()
        for _ in range(times):
            value = job()
        return (time.perf_counter() - start) / times, value

    return run


def process(*arguments: str, cwd: Path = ROOT) -> Job:
    """Whole process: wall time from start to exit; the value is (exit code, standard output).

    Python's own environment variables are left out, so that byte code is kept as in an ordinary installation.
    """
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}

    def run() -> tuple[int, str]:
        done = subprocess.run(arguments, capture_output=True, text=True, cwd=cwd, env=environment, check=False)
        return done.returncode, done.stdout

    return timed(run)


def compare(
    what: str,
    ours: Job,
    peer: str,
    peers: Job,
    target: Target | None,
    *,
    same: Same,
    compared: str,
    rounds: int = 7,
    note: str = "",
) -> Row:
    """One row: medians of `rounds` alternating rounds after one that warms up; a single round is not warmed up.

    `same` says whether the two results agree, `compared` says what it compares.  Without a target the ratio is only
    stated, as stillproof / peer.
    """
    goal = str(target or "")
    samples = []
    try:
        for number in range(rounds + (rounds > 1)):
            (mine, value), (theirs, other) = ours(), peers()
            if not same(value, other):
                raise Disagreement(f"{what}: stillproof has {short(value)}, {peer} has {short(other)}")
            if number or rounds == 1:
                samples.append((mine, theirs))
    except Absent as error:
        return Row(what, peer, goal, note=f"skipped: {error}")
    except (Declined, OverBudget) as error:
        return Row(what, peer, goal, met="no" if target else "", note=f"stillproof declines: {error}")
    ratios = [y / x if target and target.at_least else x / y for x, y in samples]
    ratio = median(ratios)
    spread = f" ({figures(min(ratios))} to {figures(max(ratios))})" if rounds > 1 else " (one round)"
    return Row(
        what,
        peer,
        goal,
        duration(median(x for x, _ in samples)),
        duration(median(y for _, y in samples)),
        figures(ratio) + spread,
        ("yes" if target.met(ratio) else "no") if target else "",
        compared,
        note,
    )


def bounded(
    what: str, quantity: str, job: Callable[[], tuple[float, object]], limit: float, *,
    same: Same, reference: object, compared: str, show: Callable[[float], str] = lambda x: f"{x:.3g}", note: str = "",
) -> Row:  # fmt: skip
    """One row without a peer: a quantity with a limit.  `same` compares the result with a reference by another road."""
    try:
        value, result = job()
    except (Declined, OverBudget) as error:
        return Row(what, quantity, f"<= {show(limit)}", met="no", note=f"stillproof declines: {error}")
    if not same(result, reference):
        raise Disagreement(f"{what}: stillproof has {short(result)}, the reference is {short(reference)}")
    met = "yes" if value <= limit else "no"
    return Row(what, quantity, f"<= {show(limit)}", ratio=show(value), met=met, compared=compared, note=note)


def short(value: object) -> str:
    """Enough of a value for a message."""
    text = str(value)
    return text if len(text) <= 200 else text[:200] + " ..."


def figures(x: float) -> str:
    """Three significant figures at most, never in powers of ten."""
    return f"{x:.0f}" if x >= 100 else f"{x:.3g}"


def duration(seconds: float) -> str:
    """Seconds or milliseconds."""
    return f"{figures(seconds)} s" if seconds >= 1 else f"{figures(1000 * seconds)} ms"


HEADINGS = ("what", "stillproof", "peer", "its time", "ratio", "target", "met", "equal in every round")


def table(rows: Sequence[Row]) -> str:
    """The rows as a Markdown table, with the notes below it."""
    lines = ["| " + " | ".join(HEADINGS) + " |", "|" + "---|" * len(HEADINGS)]
    notes = []
    for row in rows:
        mark = ""
        if row.note:
            notes.append(row.note)
            mark = f" [{len(notes)}]"
        cells = (row.what + mark, row.ours, row.peer, row.peers, row.ratio, row.target, row.met or "-", row.compared)
        lines.append("| " + " | ".join(cell.replace("|", "\\|") or "-" for cell in cells) + " |")
    return "\n".join([*lines, "", *(f"{i}. {note}" for i, note in enumerate(notes, 1))]).rstrip() + "\n"


def machine() -> list[tuple[str, str]]:
    """What a reader must know to judge a time; no name of a host."""
    cpu = next((x.partition(":")[2].strip() for x in lines_of("/proc/cpuinfo") if x.startswith("model name")), "")
    memory = next((int(x.split()[1]) // 1024**2 for x in lines_of("/proc/meminfo") if x.startswith("MemTotal")), None)
    system = next((x.partition("=")[2].strip('"') for x in lines_of("/etc/os-release") if x.startswith("PRETTY")), "")
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "not known"
    return [
        ("processor", f"{cpu or platform.processor() or platform.machine()}, {os.cpu_count()} cores"),
        ("memory", f"{memory} GiB" if memory else "not known"),
        ("system", system or platform.system()),
        ("load at the start", load),
        ("Python", f"{platform.python_implementation()} {platform.python_version()}"),
    ]


def lines_of(path: str) -> list[str]:
    """The lines of a file of the system, or none."""
    try:
        return Path(path).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []


def bare(*flags: str) -> Job:
    """A bare interpreter start with these flags."""
    return process(sys.executable, *flags, "-c", "pass")
