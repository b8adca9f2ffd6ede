"""The peer planqtn: stabilizer weight enumerators of qubit codes by tensor networks, in its own environment.

Its rotated surface code is contracted in the order in which planqtn builds it, which is planqtn's fastest way here: at
d = 7 the search for an order by cotengra, its default, takes longer than the contraction.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from types import TracebackType

from harness import BUILD, ROOT, Absent, Sample

LOCK = ROOT / "requirements" / "bench.txt"
CHILD = Path(__file__).resolve().parent / "planqtn_child.py"


class Planqtn:
    """A running interpreter with planqtn.  Raises Absent if it cannot be installed or stops."""

    def __init__(self) -> None:
        self.process: subprocess.Popen[str] | None = None
        self.version = ""

    def __enter__(self) -> Planqtn:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process:
            self.process.kill()
            self.process.communicate()

    def surface(self, d: int) -> Sample:
        """Seconds to build and contract the network, and [A_0, ..., A_(d^2)]."""
        if self.process is None:
            command = [str(environment()), "-P", str(CHILD)]
            self.process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
            )
        if self.process.stdin is None or self.process.stdout is None:
            raise Absent("planqtn has no pipe")
        try:
            self.process.stdin.write(f"{d}\n")
            self.process.stdin.flush()
            answer = json.loads(self.process.stdout.readline())
        except (BrokenPipeError, ValueError):
            raise Absent("planqtn stopped") from None
        self.version = f"planqtn {answer['planqtn']}, cotengra {answer['cotengra']}"
        return answer["seconds"], answer["counts"]


def environment() -> Path:
    """The interpreter of build/bench/planqtn, made from requirements/bench.txt.  Raises Absent."""
    folder = BUILD / "planqtn"
    python, stamp = folder / "bin" / "python", folder / ".stamp"
    if stamp.is_file() and stamp.read_bytes() == LOCK.read_bytes():
        return python
    print("setting up planqtn in build/bench", file=sys.stderr)
    install = [
        str(python),
        "-m",
        "pip",
        "install",
        "-q",
        "--disable-pip-version-check",
        "--no-deps",
        "--require-hashes",
    ]
    for command in ([sys.executable, "-m", "venv", "--clear", str(folder)], [*install, "-r", str(LOCK)]):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise Absent("planqtn could not be installed in build/bench from requirements/bench.txt")
    stamp.write_bytes(LOCK.read_bytes())
    return python
