"""`enumerator`: A and B, the weight enumerators of the stabilizer group and of its normalizer."""

from typing import Any

from ...entry.loader import Reader, integer, listed, no_witness
from ...entry.verdict import require
from ...subject.established import CodeParameters, Established
from ...subject.statement import Facts

CONVENTION = "A[w], B[w] count elements of weight w, phases left out"
LEMMAS = ("listing", "macwilliams")


def fields(facts: Facts) -> dict[str, Reader]:
    """A and B, from weight 0 to n."""
    counts = listed(integer, facts.code.n + 1)
    return {"A": counts, "B": counts}


witness = no_witness  # no witness is known that beats listing the group again


def check(claim: dict[str, Any], line: dict[str, Any], facts: Facts) -> Established:
    """Establishes nothing further."""
    facts.only(CodeParameters)
    for letter, exact in zip("AB", facts.enumerators):
        for w, (claimed, count) in enumerate(zip(claim[letter], exact)):
            require(claimed == count, "enumerator.counts", f"{letter}[{w}] = {count}", claimed)
    return Established()
