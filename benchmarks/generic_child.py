"""A of the generic code `p n seed` in a process of its own, with the largest memory that it had."""

import json
import resource
import sys
from pathlib import Path

from codes import generic
from stillproof.enumerators import weight_enumerator
from stillproof.errors import StillproofError


def peak_mib() -> float:
    """The peak resident size; Linux's VmHWM, because ru_maxrss there remembers the parent's size before exec."""
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="ascii").splitlines() if status.is_file() else []
    kib = next((int(line.split()[1]) for line in lines if line.startswith("VmHWM")), None)
    return (kib or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) / 1024


def main() -> None:
    """Print the answer as JSON, or leave with the exit code of a refusal."""
    p, n, seed = map(int, sys.argv[1:])
    try:
        counts = weight_enumerator(p, n, generic(p, n, seed))
    except StillproofError as error:
        sys.exit(error.code)
    print(json.dumps({"counts": counts, "peak_mib": peak_mib()}))


if __name__ == "__main__":
    main()
