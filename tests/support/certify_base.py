"""Write the certificates of bases again: `make base NAME=...`, names of files in tests/bases/statements/.

Some bases are beyond the producer, which is stricter than the checker.  Their certificates are written by hand.
"""

from __future__ import annotations

import sys
from pathlib import Path

from stillproof.statements.stated import read_stated
from stillproof.statements.statement import certificate, disagreements

BASES = Path(__file__).resolve().parents[1] / "bases"


def main() -> int:
    """Find the witnesses of every statement that is named; 10 if a claim is not what is found."""
    for name in sys.argv[1:]:
        stated = read_stated(BASES, name)
        wrong = [words for claim in stated.claims for words in disagreements(claim, stated.protocol)]
        if wrong:
            print(*wrong, sep="\n", file=sys.stderr)
            return 10
        text = certificate(stated.claims, stated.sha256, stated.protocol)
        (BASES / "certificates" / f"{name}.jsonl").write_text(text, encoding="ascii")
    return 0


if __name__ == "__main__":
    sys.exit(main())
