"""The lanes of CI: what runs for a change, side by side where it can.

    python3 dev/lanes.py [--list] [LANE ...]

`.ci/run` sets up and calls this; `.github/workflows/ci.yml` calls `.ci/run`.  Every lane is a command with the number
of cores that it uses.  Lanes start in this order as cores become free.  A lane that guards what did not change is
smaller or left out, and says why (dev/touched.py); without a base to compare with, all lanes are whole.

Nothing is done twice: tests marked `native` or `kernel` are lanes, and tests marked `sample` do what a lane does for
all certificates (`verify`) or begins with (`mutants`: every forgery and every honest file); the lane `tests` leaves
them out.  The exit code is 1 if a lane fails.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "dev"))

import touched  # noqa: E402

LOGS = ROOT / "build" / "lanes"
ATTEMPTS = 25_000  # `make nightly` makes 40 times as many
SHOWN = 3  # last lines of a lane that passes
FAILED = 80  # and of one that fails
PYTEST = ".venv/bin/python -m pytest -q -ra"
SUPPLEMENT = (
    "make supplement && rm -rf build/referee && cp -r build/supplement build/referee && cd build/referee && "
    'env -i "$(command -v python3)" -I -S check.py | tail -n 1'
)


@dataclass(frozen=True)
class Lane:
    """One lane: its command for a shell, how many cores it uses, and what it says of what it leaves out."""

    name: str
    command: str  # empty: nothing to run
    cores: int
    note: str = ""


def plan(scope: touched.Scope) -> list[Lane]:
    """The lanes for what was touched."""
    core, both = scope.checker, os.cpu_count() or 1
    data, theory = scope.data or bool(scope.instances), scope.theory
    everything = scope.everything
    return [
        Lane("lint", "make lint", 1),
        Lane("verify", "make verify", 1),
        Lane("supplement", SUPPLEMENT, 1),
        Lane("bare", f'env -i PATH="$PATH" make check NAMES=golay11-strange PYTHON="{sys.executable}"', 1),
        Lane("dist", "make dist", 1),
        prove(scope, both),  # on all cores, so that it ends before the next one starts, which uses what it compiled
        native(everything or core or data or theory or scope.native or "native" in scope.marked, everything or theory),
        kernel(everything or core or data or theory or "kernel" in scope.marked),
        Lane("tests", 'CI=1 make test WHICH="not native and not kernel and not sample"', both, LEFT_TO_OTHERS),
        mutants(scope, both),
        attack(core or data, both),
        Lane("versions", "make versions OTHERS=--others", both),
    ]


UNTOUCHED = "left out: no file that it reads differs"
LEFT_TO_OTHERS = (
    "without the tests marked native and kernel, which are lanes; and without those marked sample: "
    "the lanes verify and mutants do the same for all certificates and forgeries"
)


def native(needed: bool, compiled: bool) -> Lane:
    """The native program against the Python checker; the theory may have been compiled by the lane `prove`."""
    if not needed:
        return Lane("native", "", 1, UNTOUCHED)
    theory = f"STILLPROOF_THEORY={ROOT / 'build' / 'kernel'} " if compiled else ""
    return Lane("native", f"CI=1 {theory}{PYTEST} -m native tests", 1)


def kernel(needed: bool) -> Lane:
    """Forgeries for the road from JSON to the kernel."""
    if not needed:
        return Lane("kernel", "", 1, UNTOUCHED)
    return Lane("kernel", f"CI=1 {PYTEST} -m kernel tests", 1)


def mutants(scope: touched.Scope, cores: int) -> Lane:
    """All mutants of the checks, those of the rules that differ, or a sample."""
    if not scope.checker:
        note = "a sample: neither the checker nor a forgery differs, so that each mutant meets the same forgeries"
        return Lane("mutants", f"CI=1 {PYTEST} -m sample tests -k mutants", cores, note)
    if scope.everything or scope.core or scope.forged:
        return Lane("mutants", "make mutants", cores)
    files = " ".join(rule_files(scope.rules))
    note = f"only of {files}: no other file of the checker differs, and no forgery"
    return Lane("mutants", f".venv/bin/python tests/checker/mutation.py {files}", cores, note)


def rule_files(kinds: Iterable[str]) -> list[str]:
    """The files of the rules of these claim kinds, and of the rules that use them, in the checker."""
    home = ROOT / touched.CHECKER / "rules"
    texts = {path: path.read_text(encoding="utf-8") for path in sorted(home.glob("*/*.py"))}
    found = [path for path in texts if path.stem.rstrip("_").replace("_", "-") in set(kinds)]
    for used in found:  # grows
        uses = re.compile(rf"^from (\.|\.\.{used.parent.name}\.){used.stem} import ", re.MULTILINE)
        found += [path for path, text in texts.items() if path not in found and uses.search(text)]
    return sorted(str(path.relative_to(home.parent)) for path in found)


def attack(needed: bool, cores: int) -> Lane:
    """Spoiled files."""
    if not needed:
        return Lane("attack", "", cores, UNTOUCHED)
    return Lane("attack", f".venv/bin/python tests/checker/attack.py --attempts {ATTEMPTS}", cores)


def prove(scope: touched.Scope, cores: int) -> Lane:
    """The theory with all instances, and coqchk; or the instances whose inputs differ."""
    if scope.everything or scope.theory:
        return Lane("prove", "make prove-both", cores)
    if not scope.instances:
        return Lane("prove", "", cores, UNTOUCHED)
    names = " ".join(sorted(scope.instances))
    note = f"only the instances whose inputs differ: {names}; the theory and the other instances do not"
    return Lane("prove", f'make prove ONLY="{names}"', cores, note)


@dataclass
class Run:
    """A lane that has been started."""

    lane: Lane
    process: subprocess.Popen[bytes]
    log: Path
    start: float = field(default_factory=time.monotonic)


def started(lane: Lane) -> Run:
    """Start a lane; what it says goes into a file."""
    LOGS.mkdir(parents=True, exist_ok=True)
    log = LOGS / f"{lane.name}.log"
    with log.open("wb") as out:
        command = ["bash", "-euo", "pipefail", "-c", lane.command]
        process = subprocess.Popen(command, cwd=ROOT, stdout=out, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
    print(f"--- {lane.name}: started", flush=True)
    return Run(lane, process, log)


def finished(run: Run, status: int, usage: object) -> bool:
    """Say how a lane ended; whether it passed."""
    code = os.waitstatus_to_exitcode(status)
    run.process.returncode = code  # it has been waited for
    spent = getattr(usage, "ru_utime", 0.0) + getattr(usage, "ru_stime", 0.0)
    wall = time.monotonic() - run.start
    word = "passed" if code == 0 else f"FAILED ({code})"
    print(f"--- {run.lane.name}: {word} in {wall:.0f} s, {spent:.0f} s of processor time")
    lines = run.log.read_text(encoding="utf-8", errors="replace").splitlines()
    print("\n".join(f"    {line}" for line in lines[-(SHOWN if code == 0 else FAILED) :]), flush=True)
    return code == 0


def execute(lanes: list[Lane], cores: int) -> list[str]:
    """Run lanes, in order, as long as cores are free; the names of those that failed."""
    waiting, running, failed = [lane for lane in lanes if lane.command], {}, []
    while waiting or running:
        free = cores - sum(min(run.lane.cores, cores) for run in running.values())
        if waiting and min(waiting[0].cores, cores) <= free:
            run = started(waiting.pop(0))
            running[run.process.pid] = run
            continue
        pid, status, usage = os.wait4(-1, 0)
        if pid in running:
            run = running.pop(pid)
            if not finished(run, status, usage):
                failed.append(run.lane.name)
    return failed


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description="Run the lanes of CI, after .ci/run has set up.")
    parser.add_argument("--list", action="store_true", help="say what would run, and why, and stop")
    parser.add_argument("lanes", nargs="*", metavar="LANE")
    options = parser.parse_args()
    scope = touched.now()
    lanes = plan(scope)
    known = [lane.name for lane in lanes]
    if unknown := set(options.lanes) - set(known):
        parser.error(f"no lane {', '.join(sorted(unknown))}; there are {', '.join(known)}")
    lanes = [lane for lane in lanes if not options.lanes or lane.name in options.lanes]
    print(f"lanes for {scope.reason}")
    for lane in lanes:
        print(f"{lane.name}: {lane.command or 'nothing'}" + (f"\n    {lane.note}" if lane.note else ""), flush=True)
    if options.list:
        return 0
    start = time.monotonic()
    failed = execute(lanes, os.cpu_count() or 1)
    ran = sum(bool(lane.command) for lane in lanes)
    print(f"{ran - len(failed)} lanes passed, {len(failed)} failed, {len(lanes) - ran} left out, "
          f"in {(time.monotonic() - start) / 60:.1f} minutes")  # fmt: skip
    for name in failed:
        print(f"FAILED: {name}")
    return 1 if failed or not ran else 0


if __name__ == "__main__":
    sys.exit(main())
