"""The peer GUAVA 3.17 (GAP): weight distributions of classical linear codes, in one GAP process that is asked by pipe.

GUAVA has no symplectic weight.  Two roads lead to it: a CSS code whose X and Z parts are one code C over F_p is C over
GF(p^2), with the same weights; any stabilizer code is a code over F_p of length (p+1) n when (u,v) is replaced by the
p + 1 values (u, v, u+v, .., u+(p-1)v), of which p differ from 0 unless (u,v) = (0,0): weights are multiplied by p.
GAP times `WeightDistribution` alone, on a new code object each time.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from threading import Timer
from types import TracebackType

from harness import Absent, Sample
from stillproof.codes.phase_space import PhaseVector

Rows = list[list[int]]
PACKAGES = ("gap-core", "gap-guava")
PREPARE = """
if LoadPackage("guava") <> true then Print("no guava\\n"); QUIT; fi;
SizeScreen([4096, 24]);
measure := function(rows, q, times)
  local code, start, counts, sum, i;
  sum := 0;
  for i in [1..times] do
    code := GeneratorMatCode(rows * One(GF(q)), GF(q));
    start := NanosecondsSinceEpoch();
    counts := WeightDistribution(code);
    sum := sum + NanosecondsSinceEpoch() - start;
  od;
  Print("answer ", Int(sum / times), " ", counts, "\\n");
end;
dual := function(rows, q, times)
  Print("answer 0 ", WeightDistribution(DualCode(GeneratorMatCode(rows * One(GF(q)), GF(q)))), "\\n");
end;
Print("ready ", GAPInfo.Version, " ", InstalledPackageVersion("guava"), "\\n");
"""


class Gap:
    """A running GAP with GUAVA.  Raises Absent if it cannot run, and when an answer takes longer than `limit`."""

    def __init__(self, limit: float = 120.0):
        self.limit, self.version = limit, ""
        self.process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Gap:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """End the process; the next question starts a new one."""
        if self.process:
            self.process.kill()
            self.process.communicate()
        self.process = None

    def ask(self, text: str, word: str) -> list[str]:
        """The words after `word` on the first line that begins with it."""
        if self.process is None:
            program = shutil.which("gap") or install()
            self.process = subprocess.Popen(
                [program, "-q", "--quitonbreak"],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
            )  # fmt: skip
            text = PREPARE + text
        pipe_in, pipe_out = self.process.stdin, self.process.stdout
        if pipe_in is None or pipe_out is None:
            raise Absent("GAP has no pipe")
        timer = Timer(self.limit, self.process.kill)
        timer.start()
        try:
            pipe_in.write(text)
            pipe_in.flush()
            for line in pipe_out:
                if line.startswith("ready "):
                    _, gap, guava = line.split()
                    self.version = f"GAP {gap}, GUAVA {guava}"
                if line.startswith(word):
                    return line.split()[1:]
        except BrokenPipeError:
            pass
        finally:
            timer.cancel()
        self.stop()
        raise Absent(f"GAP with GUAVA did not answer within {self.limit:g} s, or stopped")

    def weights(self, rows: Rows, q: int, scale: int = 1, function: str = "measure", times: int = 1) -> Sample:
        """Mean seconds in WeightDistribution, and [A_0, ..., A_n], weights divided by `scale` as in `concatenated`."""
        elapsed, *counts = self.ask(f"{function}({rows}, {q}, {times});\n", "answer ")
        values = [int(x.strip("[],")) for x in counts if x.strip("[],")]
        n = len(rows[0]) // (scale + 1) if scale > 1 else len(rows[0])
        if any(value for w, value in enumerate(values) if w % scale or w > n * scale):
            raise ArithmeticError(f"a weight is no multiple of {scale}, or over {n * scale}")
        return int(elapsed) / 1e9, values[: n * scale + 1 : scale]


def concatenated(p: int, generators: list[PhaseVector]) -> Rows:
    """(u,v) as the p + 1 values u, v, u+v, .., u+(p-1)v at every site."""
    pairs = [(1, 0), *((k, 1) for k in range(p))]
    return [[(a * u + b * v) % p for a, b in pairs for u, v in zip(g.u, g.v, strict=True)] for g in generators]


def install() -> str:
    """The path of gap, from the Debian packages if this is root on Debian.  Raises Absent."""
    apt = shutil.which("apt-get")
    if apt is None or os.geteuid() != 0:
        raise Absent(f"gap is not installed (Debian: {' '.join(PACKAGES)})")
    for arguments in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *PACKAGES]):
        subprocess.run([apt, *arguments], capture_output=True, check=False)
    found = shutil.which("gap")
    if found is None:
        raise Absent(f"gap is not installed, and apt-get could not install {' '.join(PACKAGES)}")
    return found
