"""`projection`: <x|Pi|x> for every product of target states with at most two other states, exactly."""

from collections import Counter
from fractions import Fraction
from itertools import permutations
from typing import Any

from ...entry.loader import Reader, listed, name, no_witness, record, small
from ...entry.verdict import require, supported, wellformed
from ...numbers.cyclotomic import Element, read_element
from ...operators.pairs import pair_counts
from ...operators.symplectic import phase_order
from ...subject.established import CodeParameters, Established
from ...subject.statement import Facts

CONVENTION = "x is the target state on every site but the places of `others`, which runs over all distinct placements"
LEMMAS = ("displacement-group", "projection-trace", "listing")


def fields(facts: Facts) -> dict[str, Reader]:
    """The names of the other states, and each value in Q(zeta_m) with the number of placements that have it."""
    entry = {"count": small(1, 1 << 20), "value": lambda value: read_element(value, facts.state.field)}
    return {"others": listed(name), "values": listed(lambda value: record(value, entry))}


witness = no_witness  # the group is listed


def check(claim: dict[str, Any], line: dict[str, Any], facts: Facts) -> Established:
    """Establishes nothing further."""
    code, state, others = facts.code, facts.state, claim["others"]
    facts.only(CodeParameters)
    field = state.field
    few = others == sorted(others) and len(others) <= min(2, code.n)
    wellformed(few, "projection.others", "at most two, at most n, sorted", others)
    wellformed(set(others) <= set(state.names[1:]), "projection.others.known", state.names[1:], others)
    target = {state.chi(state.target, a) for a in state.points if a != (0, 0)}
    supported(len(target) == 1, "projection.target.uniform", "one value of the target's chi", len(target))
    z = target.pop()

    # Classes of (u, v): (0, 0) alone, the rest by the values of chi for the other states.
    values: dict[tuple[Element, ...], list[tuple[int, int]]] = {}
    for a in state.points:
        key = tuple(state.chi(label, a) for label in others)
        values.setdefault(key if a != (0, 0) else (), []).append(a)
    keys = [key or (field.one,) * len(others) for key in values]
    background = [field.one]
    while len(background) <= code.n:
        background.append(background[-1] * z)

    placements = sorted({tuple(sorted(zip(order, others))) for order in permutations(range(code.n), len(others))})
    sites = sorted({tuple(site for site, _ in placement) for placement in placements})
    tallies: list[Counter[tuple[tuple[int, ...], int, int]]] = [Counter() for _ in sites]

    step = field.m // phase_order(code.p)

    def count(index: int, kinds: tuple[int, ...], w: int, phase: int, number: int) -> None:
        if number:
            tallies[index][kinds, w, phase] += number

    pair_counts(code.p, code.n, code.generators, list(values.values()), sites, facts.work, count)
    zero_class = list(values).index(())
    known: dict[Any, Element] = {}
    exact: Counter[Element] = Counter()
    for placement in placements:
        labels = [label for _, label in placement]
        facts.work.more(len(sites))
        tally = sorted(tallies[sites.index(tuple(site for site, _ in placement))].items())
        same = tuple(labels), tuple(tally)
        if same not in known:  # placements with equal tallies have equal values
            total = field.zero
            for (kinds, w, phase), number in tally:
                rest = background[w - sum(kind != zero_class for kind in kinds)]
                term = field.zeta(step * phase) * number * rest
                for kind, label in zip(kinds, labels):
                    term = term * keys[kind][others.index(label)]
                total = total + term
            known[same] = total * Fraction(1, code.p ** len(code.stabilizers))
        exact[known[same]] += 1
    claimed = {entry["value"]: entry["count"] for entry in claim["values"]}
    wellformed(len(claimed) == len(claim["values"]), "projection.values.distinct", "distinct values", len(claimed))
    shown = {str(value): number for value, number in exact.items()}
    require(claimed == dict(exact), "projection.values", shown, {str(v): c for v, c in claimed.items()})
    return Established()
