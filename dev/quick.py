"""`make quick`: does what I changed hold together?  In a minute or so, on two cores.

    .venv/bin/python dev/quick.py [--tests-only]

Lint and types; and the tests marked `quick`: rooms, lanes, the flagship, and the forgeries of the claim kinds that
differ from the base (dev/touched.py), of all kinds if the checker's core differs.  The last line says how many passed
and failed.  With --tests-only there is no lint: dev/versions.py runs the tests with other Pythons.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "dev"))

import touched  # noqa: E402

REPORT = ROOT / "build" / "quick.xml"
BIN = Path(sys.executable).parent
LINT = (
    [str(BIN / "ruff"), "check", "-q", "."],
    [str(BIN / "ruff"), "format", "--check", "-q", "."],
    [str(BIN / "mypy"), "--no-error-summary"],
)


def forgeries(scope: touched.Scope) -> tuple[str, str]:
    """The kinds whose forgeries are run, as the tests are told, and a sentence."""
    if scope.everything or scope.core:
        return (
            "all",
            f"forgeries of all kinds: {scope.reason if scope.everything else 'the core of the checker differs'}",
        )
    names = sorted(scope.kinds)
    if names:
        return ",".join(names), f"forgeries of {', '.join(names)}: {scope.reason}"
    return "", f"no forgeries: no rule and no forgery differs, in {scope.reason}"


def counted(report: Path) -> tuple[int, int]:
    """How many tests passed and failed, in a report of pytest; without a report one failed."""
    if not report.is_file():
        return 0, 1
    passed = failed = 0
    for case in ElementTree.parse(report).iter("testcase"):  # noqa: S314 (our own file)
        ends = {child.tag for child in case}
        failed += bool(ends & {"failure", "error"})
        passed += not ends & {"failure", "error", "skipped"}
    return passed, failed


def tests(kinds: str) -> tuple[int, int]:
    """Run the quick tests."""
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.unlink(missing_ok=True)
    command = [sys.executable, "-m", "pytest", "-q", "-m", "quick and not long", "-n", "auto", "--dist", "loadgroup"]
    done = subprocess.run(
        [*command, f"--kinds={kinds}", f"--junitxml={REPORT}"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    passed, failed = counted(REPORT)
    if done.returncode != 0:
        print(re.sub(r"\A.*?^(?==+ )", "", done.stdout, flags=re.DOTALL | re.MULTILINE) + done.stderr)
        failed = max(failed, 1)
    return passed, failed


def main() -> int:
    """Run it all, side by side; 1 if something failed."""
    scope = touched.now()
    kinds, said = forgeries(scope)
    print(said, flush=True)
    lint = [] if "--tests-only" in sys.argv[1:] else LINT
    begun = [
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        for command in lint
    ]
    passed, failed = tests(kinds)
    for command, process in zip(lint, begun, strict=True):
        out, _ = process.communicate()
        if process.returncode == 0:
            passed += 1
            continue
        failed += 1
        print(" ".join(["FAILED:", Path(command[0]).name, *command[1:]]), out, sep="\n")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
