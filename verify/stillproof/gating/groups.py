"""Claims that belong together: what one line says about the protocol of its neighbours.

Claims with one protocol and one beginning of their ids, up to the last of `- . _ : /`, are a group.  A group speaks of
decoding if one of its claims says that outcomes are corrected or decoded, and that everything is accepted.
"""

from __future__ import annotations

import re
from pathlib import Path

from flint import fmpq

from ..errors import StillproofError
from ..exact.rational_function import RationalFunction
from .claim import Claim, Number, Protocol, read_claim
from .lines import lines, opened, parsed

ACCEPTED = ("success-probability", "acceptance", "failure-probability")
END = re.compile(r"[-._:/][^-._:/]*$")


def group(identifier: str) -> str:
    """The id without its last part; all of it if it has one part."""
    return END.sub("", identifier)


def everything(claim: Claim) -> bool:
    """Whether a claim says that with errors everything is accepted, because they are corrected."""
    all_of_it = fmpq(claim.quantity != "failure-probability")
    if claim.quantity not in ACCEPTED or claim.mode != "exact" or claim.syndromes not in ("corrected", "decoded"):
        return False
    if isinstance(claim.value, RationalFunction):
        return claim.value.num == all_of_it * claim.value.den
    noisy = any(value != (name == "fidelity") for name, value in (claim.at or {}).items())
    return isinstance(claim.value, Number) and claim.value.value == all_of_it and noisy


def decoded(path: Path) -> frozenset[tuple[str, Protocol]]:
    """The groups of a file that speak of decoding, each with its protocol.  Raises WrongFile."""
    found = set()
    with opened(path) as stream:
        try:
            for number, line in lines(stream, str(path)):
                if not any(word.encode() in line for word in ACCEPTED):
                    continue
                try:
                    claim = read_claim(number, parsed(line))
                except Exception:  # noqa: S112 - the line has its row when it is judged
                    continue
                if everything(claim):
                    found.add((group(claim.id), claim.protocol))
        except StillproofError:
            pass  # a line that is too long ends the file, here as there
    return frozenset(found)
