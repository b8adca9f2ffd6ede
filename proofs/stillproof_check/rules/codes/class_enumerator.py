"""`class-enumerator`: every coset of the stabilizer group, by the classes of its operators and by their phases."""

from typing import Any

from ...entry.loader import Reader, integer, listed, no_witness, record, small, unread_list
from ...entry.verdict import require, wellformed, within
from ...operators.symplectic import phase_order
from ...subject.established import CodeParameters, Established
from ...subject.statement import Facts

CONVENTION = (
    "classes: points (u,v) with one chi, (0,0) first, chi = 0 left out, and operators with such a site; terms of the "
    "coset of the encoded T(a|b): [sites in each class, operators with phase 1, r, r^2, .. over T(u|v)], r = w, or i "
    "for p = 2; Y = T(1|1) = iXZ for p = 2"
)
LEMMAS = ("displacement-group", "coset-sums", "listing")
MAX_ROWS = 4096  # terms of a claim


def fields(facts: Facts) -> dict[str, Reader]:
    """The classes, and for every coset its logical operator and its terms."""
    p, k = facts.code.p, facts.code.k
    entry = small(0, p - 1)

    def term(value: Any) -> tuple[tuple[int, ...], list[int]]:
        key, counts = listed(unread_list, 2)(value)
        sites = listed(small(0, facts.code.n), len(facts.sums.classes))(key)
        return tuple(sites), listed(integer, phase_order(p))(counts)

    coset = {"logical": listed(listed(entry, k), 2), "terms": listed(term)}
    return {"classes": listed(listed(listed(entry, 2))), "cosets": listed(lambda value: record(value, coset))}


witness = no_witness  # the cosets are listed


def check(claim: dict[str, Any], line: dict[str, Any], facts: Facts) -> Established:
    """Establishes nothing further."""
    code = facts.code
    facts.only(CodeParameters)
    classes = [[list(a) for a in values] for values in facts.sums.classes]
    alike = sorted(map(sorted, claim["classes"])) == sorted(map(sorted, classes))
    require(alike, "class-enumerator.classes", classes, claim["classes"])
    wellformed(claim["classes"] == classes, "class-enumerator.classes.order", classes, claim["classes"])
    size = sum(len(coset["terms"]) for coset in claim["cosets"])
    within(size <= MAX_ROWS, "class-enumerator.terms", f"at most {MAX_ROWS}", size)
    cosets = code.p ** (2 * code.k)
    within(cosets <= MAX_ROWS, "class-enumerator.cosets.count", f"at most {MAX_ROWS}", cosets)
    order = phase_order(code.p)
    logicals = [coset["logical"] for coset in claim["cosets"]]
    labels = [[digits[: code.k], digits[code.k :]] for digits in all_digits(code.p, 2 * code.k)]
    wellformed(logicals == labels, "class-enumerator.cosets", "every (a|b) once, in order", logicals)
    for coset, (a, b) in zip(claim["cosets"], labels):
        exact = facts.sums.counts(code.encoded(a, b))
        shown = sorted((key, [tally.get(phase, 0) for phase in range(order)]) for key, tally in exact.items())
        stated = coset["terms"]
        keys = [key for key, counts in stated if any(counts)]
        once = len(keys) == len(stated) and keys == sorted(set(keys))
        wellformed(once, "class-enumerator.terms.order", "terms that count something, by their sites", stated)
        require(stated == shown, "class-enumerator.terms.counts", f"at ({a}|{b}): {shown}", stated)
    return Established()


def all_digits(p: int, length: int) -> list[list[int]]:
    """All lists of this length with entries from 0 to p - 1, in order."""
    found: list[list[int]] = [[]]
    for _ in range(length):
        found = [[*digits, x] for digits in found for x in range(p)]
    return found
