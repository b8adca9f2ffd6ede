"""Times side by side in one run, as ratios against a named peer or limit: `make bench`.

Each row alternates the two jobs and prints the median of each and of the ratios.  Nothing here is a test: times
are noisy, and a number in print is a number seen on one machine.
"""

import subprocess
import sys
import time
from collections.abc import Callable
from itertools import product
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
Job = Callable[[], object]


def seconds(job: Job) -> float:
    """The wall time of one call."""
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


def compare(title: str, ours: Job, peer_name: str, peer: Job, rounds: int = 7) -> None:
    """One row: ours, the peer, and ours/peer."""
    ours(), peer()
    pairs = [(seconds(ours), seconds(peer)) for _ in range(rounds)]
    a, b = (1000 * median(pair[i] for pair in pairs) for i in (0, 1))
    ratio = median(x / y for x, y in pairs)
    print(f"{title:<44} {a:9.2f} ms   {peer_name:<36} {b:9.2f} ms   ratio {ratio:.4f}")


def process(*arguments: str) -> Job:
    """A whole process of the interpreter."""
    return lambda: subprocess.run([sys.executable, *arguments], check=True, capture_output=True, cwd=ROOT)


def main() -> None:
    """Print the table."""
    from flint import fmpq_poly
    from sympy import Symbol, cancel

    from stillproof.code import read_code
    from stillproof.confirm import confirm
    from stillproof.enumerators import macwilliams, weight_enumerator
    from stillproof.protocol import Protocol
    from stillproof.state import read_state

    code = read_code(ROOT / "fixtures" / "codes" / "golay11.json")
    state = read_state(ROOT / "fixtures" / "states" / "strange.json")
    stabilizers = list(code.stabilizers)

    def enumerators() -> object:
        return macwilliams(3, weight_enumerator(3, 11, stabilizers))

    def naive() -> object:
        rows = [g.row() for g in stabilizers]
        counts = [0] * 12
        for coefficients in product(range(3), repeat=10):
            element = [sum(c * row[i] for c, row in zip(coefficients, rows)) % 3 for i in range(22)]
            counts[sum(1 for i in range(11) if element[i] or element[i + 11])] += 1
        return counts

    def engine_map() -> object:
        protocol = Protocol(code, state)
        return protocol.output, protocol.threshold

    inside, normalizer = Protocol(code, state).enumerator
    delta = Symbol("delta")

    def sympy_map() -> object:
        z = -(1 - delta) / 2
        a, b = (sum(c * z**w for w, c in enumerate(counts)) for counts in (inside, normalizer))
        return cancel((3 * a + b) / (4 * a))

    def flint_map() -> object:
        z = fmpq_poly([-1, 1]) / 2
        a, b = (sum((z**w * c for w, c in enumerate(counts)), fmpq_poly([0])) for counts in (inside, normalizer))
        num, den = 3 * a + b, 4 * a
        common = num.gcd(den)
        return num // common, den // common

    compare("Golay A and B, zeta transform", enumerators, "listing 3^10 elements in Python", naive, 3)
    compare(
        "Golay A and B, zeta transform",
        enumerators,
        "both roads of confirm()",
        lambda: confirm(Protocol(code, state)),
        3,
    )
    compare("delta_out from A and B, FLINT", flint_map, "SymPy cancel()", sympy_map)
    compare("everything up to the threshold", engine_map, "SymPy cancel() of delta_out alone", sympy_map)
    bare = process("-I", "-S", "-c", "pass")
    compare("the checker on all certificates", process("-I", "-S", "proofs", "fixtures", "proofs/certificates"),
            "bare interpreter", bare)  # fmt: skip
    compare("stillproof --help", process("-m", "stillproof", "--help"), "bare interpreter", bare)


if __name__ == "__main__":
    main()
