"""The rows about size: the memory of a generic code, and how the time of generic codes grows."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from statistics import median
from typing import Any

from codes import SEED, generic, low_weights, plausible
from harness import Row, bounded, figures, process, timed
from stillproof.enumerators import macwilliams, weight_enumerator
from stillproof.errors import Declined, OverBudget

CHILD = Path(__file__).resolve().parent / "generic_child.py"
SIZES = range(17, 28, 2)
LONGEST = 120.0  # seconds: a size that is expected to take longer is left out
REFERENCE = "sum, B integral, B_0 to B_2"


def memory_row() -> Row:
    """The peak memory of a process that computes A of a generic [[25,1]]_3."""

    def job() -> tuple[float, object]:
        _, done = process(sys.executable, str(CHILD), "3", "25", str(SEED))()
        code, text = done if isinstance(done, tuple) else (1, "")
        if code:
            raise OverBudget(f"n = 25, exit code {code}")
        answer = json.loads(text)
        return answer["peak_mib"], answer["counts"]

    return bounded(
        "generic [[25,1]]_3, A: peak memory",
        "a limit",
        job,
        200,
        same=lambda counts, low: agrees(25, counts, low),
        reference=low_weights(3, 25, generic(3, 25, SEED)),
        compared=REFERENCE,
        show=lambda x: f"{x:.0f} MiB",
        note="The peak resident size of a whole process.",
    )


def growth_row() -> Row:
    """Generic [[n,1]]_3: the largest factor in time from n to n + 2."""
    times: dict[int, float] = {}
    found: dict[int, object] = {}
    stopped = ""
    for n in SIZES:
        if times and times[n - 2] * 5 > LONGEST:
            stopped = f" n = {n} left out: expected to take more than {LONGEST:g} s."
            break
        try:
            times[n], found[n] = typical(n)
        except (Declined, OverBudget) as error:
            stopped = f" n = {n} declined: {error}."
            break

    def job() -> tuple[float, object]:
        if len(times) < 2:
            raise OverBudget(stopped.strip())
        return max(times[n] / times[n - 2] for n in times if n - 2 in times), found

    return bounded(
        f"generic [[n,1]]_3, A, n = {SIZES[0]} to {max(times, default=SIZES[0])}: time",
        "largest step n to n + 2",
        job,
        5,
        same=lambda mine, low: all(agrees(n, mine[n], low[n]) for n in low),  # type: ignore[index, attr-defined]
        reference={n: low_weights(3, n, generic(3, n, SEED)) for n in found},
        compared=f"for every n: {REFERENCE}",
        show=figures,
        note=", ".join(f"n = {n}: {figures(1000 * t)} ms" for n, t in times.items()) + "." + stopped,
    )


def typical(n: int) -> tuple[float, object]:
    """The median time, of one run if it takes over two seconds and else of five, and A."""
    job = timed(lambda: weight_enumerator(3, n, generic_code))
    generic_code = generic(3, n, SEED)
    samples = [job()]
    samples += [job() for _ in range(4) if samples[0][0] < 2]
    return median(seconds for seconds, _ in samples), samples[0][1]


def agrees(n: int, counts: Any, low: Any) -> bool:
    """Whether counts can be A: the transform is integral (macwilliams refuses else) and begins as the listing does."""
    return plausible(3, n, counts, low, macwilliams(3, counts))
