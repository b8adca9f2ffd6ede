"""`projection`: <x|Pi|x> as a sum of Wigner functions over the normalizer (Prakash 2020, eq. (2.11), (2.12)).

Pi is p^(k-n) times the sum of the T(s), so <x|Pi|x> = sum over a in the normalizer of prod_i W_i(a_i).
The checker sums characteristic functions over the stabilizer group instead.
"""

from collections import Counter
from itertools import permutations
from typing import Any

import numpy as np
import numpy.typing as npt

from ..errors import Declined, OverBudget
from ..exact.cyclotomic import Cyclotomic, element_json
from ..protocols.protocol import Protocol

CONVENTION = "x is the target state on every site but the places of `others`, which runs over all distinct placements"
QUESTION: tuple[str, ...] = ("others",)
MAX_ELEMENTS = 1 << 25


def normalizer_symbols(protocol: Protocol) -> npt.NDArray[np.uint8]:
    """Every element of the normalizer: an array of shape (p^(n+1), n) with the symbol p u_i + v_i on each site."""
    code = protocol.code
    p, n = code.p, code.n
    if p ** (n + code.k) > MAX_ELEMENTS:
        raise OverBudget(f"the normalizer has {p}^{n + code.k} elements; the budget is {MAX_ELEMENTS}")
    rows = np.zeros((1, 2 * n), dtype=np.uint8)
    for g in (*code.stabilizers, *code.logicals):
        step = np.array(g.row(), dtype=np.uint8)
        rows = np.concatenate([(rows + c * step) % p for c in range(p)])
    return rows[:, :n] * np.uint8(p) + rows[:, n:]


def answer(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Each value with the number of placements that have it."""
    state, n = protocol.state, protocol.code.n
    others: list[str] = question["others"]
    if state.p == 2 or any(protocol.code.signs) or protocol.code.k != 1:
        raise Declined("Wigner functions need an odd p; signs and several encoded qudits are not handled")
    wigner = state.wigner
    at_target = [wigner[state.target][a] for a in state.sites]
    if len(set(at_target[1:])) > 1:
        raise Declined("the target's Wigner function takes several values off the origin")
    origin, off = at_target[0], at_target[1]
    symbols = normalizer_symbols(protocol)
    at_origin = (symbols == 0).sum(axis=1)

    values: Counter[Cyclotomic] = Counter()
    for placement in sorted(
        {tuple(sorted(zip(order, others, strict=True))) for order in permutations(range(n), len(others))}
    ):
        # key: the symbols on the chosen sites, then how many of the other sites are at the origin
        key = at_origin.astype(np.int64)
        for site, _ in placement:
            key = key - (symbols[:, site] == 0)
        size = n + 1
        for site, _ in placement:
            key = key + size * symbols[:, site].astype(np.int64)
            size *= state.p**2
        counts = np.bincount(key, minlength=size)
        total = state.field(0)
        for index in np.flatnonzero(counts):
            rest, zeros = divmod(int(index), n + 1)
            term = origin**zeros * off ** (n - len(others) - zeros)
            for _, name in placement:
                rest, symbol = divmod(rest, state.p**2)
                term = term * wigner[name][state.sites[symbol]]
            total = total + term * int(counts[index])
        values[total] += 1
    rows = [{"count": count, "value": element_json(value)} for value, count in values.items()]
    return {"values": sorted(rows, key=str)}


def witness(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Nothing."""
    return {}
