"""`correction`: some syndromes are corrected instead of post-selected, and nothing else changes.

Bravyi and Kitaev 2005, section IV: a Clifford K that fixes the noisy state and maps Z to a multiple of Z turns every
outcome of the measured Z-type stabilizers into the outcome +1.
"""

from dataclasses import dataclass
from typing import Any

from ...entry.loader import Reader, fraction_of_polynomials, listed, name, no_witness, small
from ...entry.verdict import require, supported, wellformed
from ...numbers.lowest import content
from ...numbers.multivariate import in_one
from ...subject.established import Accepted, Clifford, Established, Function, Outputs, Quantity
from ...subject.statement import Facts

CONVENTION = (
    "the stabilizers of these numbers, counted from 1, are measured first; for any outcome powers of K restore +1; "
    "success = p^(their number) times that of all outcomes +1"
)
LEMMAS = ("correction", "clifford-conjugation")


@dataclass(frozen=True)
class Correction(Accepted):
    """The same outputs with more syndromes accepted."""


def fields(facts: Facts) -> dict[str, Reader]:
    """The ids of the `clifford` claim of K and of the `map` or `outputs` claim; stabilizers; success probability."""
    number = small(1, len(facts.code.stabilizers))
    return {"clifford": name, "of": name, "stabilizers": listed(number), "success": fraction_of_polynomials}


witness = no_witness  # K is compared with the states and the stabilizers


def check(claim: dict[str, Any], line: dict[str, Any], facts: Facts) -> Established:
    """Establishes the success probability with more syndromes accepted."""
    code, state = facts.code, facts.state
    supported(len(state.parameters) == 1, "correction.parameters", "a family with one parameter", state.parameters)
    source = facts.of(claim["of"], Outputs).success
    p_num, p_den = source.num, source.den
    k = facts.of(claim["clifford"], Clifford)
    moved = [label for label in state.names if k.sends.get(label) != label]
    supported(not moved, "correction.clifford.fixes", "a Clifford that sends every member to itself", moved)
    f, shift = k.symplectic, k.shift
    column = [f[0][1], f[1][1]]
    supported(column == [0, 1] and shift[0] != 0, "correction.clifford.flips", "Z to w^c Z with c != 0", (f, shift))
    numbers = claim["stabilizers"]
    good = numbers and numbers == sorted(set(numbers))
    wellformed(good, "correction.stabilizers.sorted", "at least one, distinct and sorted", numbers)
    mixed = [number for number in numbers if any(code.stabilizers[number - 1][0])]
    supported(not mixed, "correction.stabilizers.type", "stabilizers of Z type", mixed)
    num, den = claim["success"]
    factor = code.p ** len(numbers)
    left, right = in_one(facts.work, num, p_den), in_one(facts.work, den, p_num)
    require(left == right * factor, "correction.success", f"{factor} times {p_num} / {p_den}", f"{num} / {den}")
    normal = content(num, den) == 1 and len(den) == 1 and den[0] > 0
    wellformed(normal, "correction.normalised", "content 1, a positive constant den", (num, den))
    return Correction(Function(Quantity.SUCCESS, num, den, source.source, corrected=tuple(numbers)))
