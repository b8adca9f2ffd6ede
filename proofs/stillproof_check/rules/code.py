"""`code`: the code file is an [[n,k,d]]_p stabilizer code with a pair of logical operators."""

from typing import Any

from ..loader import Reader, listed, small
from ..statement import Facts
from ..symplectic import form, weight
from ..verdict import require, supported

CONVENTION = "[a,b] = v_a.u_b - u_a.v_b; Pi projects onto the joint +1 eigenspace; [logical_z,logical_x] = 1"
LEMMAS = ("displacement-group", "destabilizers", "distance", "listing")


def fields(facts: Facts) -> dict[str, Reader]:
    """distance, k, n and p."""
    size = small(0, 64)
    return {"distance": size, "k": size, "n": size, "p": small(2, 97)}


def witness(facts: Facts) -> dict[str, Reader]:
    """One destabilizer for each stabilizer, and a logical operator of least weight."""
    vector = listed(listed(small(0, facts.code.p - 1), facts.code.n), 2)
    return {"destabilizers": listed(vector, len(facts.code.stabilizers)), "logical": vector}


def check(claim: dict[str, Any], line: dict[str, Any], facts: Facts) -> dict[str, Any]:
    """Establishes the weight enumerator of every coset of S by a logical operator, as `cosets`."""
    code, p = facts.code, facts.code.p
    supported(p == facts.state.p, "code.dimension", f"p = {facts.state.p}, as the state", p)
    require(claim["n"] == code.n, "code.n", code.n, claim["n"])
    require(claim["p"] == p, "code.p", p, claim["p"])
    rank = len(code.stabilizers)
    require(claim["k"] == code.n - rank, "code.k", code.n - rank, claim["k"])
    supported(claim["k"] == 1, "code.k.one", "one encoded qudit", claim["k"])
    for i, a in enumerate(code.stabilizers, 1):
        for j, b in enumerate(code.stabilizers[: i - 1], 1):
            value = form(p, a, b)
            require(value == 0, "code.stabilizers.commute", "0", f"[g{i},g{j}] = {value}")
        for letter, operator in (("x", code.logical_x), ("z", code.logical_z)):
            value = form(p, a, operator)
            require(value == 0, "code.logicals.commute", "0", f"[g{i},logical_{letter}] = {value}")
        for j, d in enumerate(line["destabilizers"], 1):
            expected, value = int(i == j), form(p, a, d)
            require(value == expected, "code.witness.destabilizers", expected, f"[g{i},d{j}] = {value}")
    value = form(p, code.logical_z, code.logical_x)
    require(value == 1, "code.logicals.pairing", "[logical_z,logical_x] = 1", value)

    cosets = facts.coset_counts()
    outside = [sum(column) for column in zip(*(counts for at, counts in cosets.items() if at != (0, 0)))]
    least = next(w for w, count in enumerate(outside) if count)
    require(claim["distance"] == least, "code.distance", least, claim["distance"])
    logical = line["logical"]
    require(weight(logical) == least, "code.witness.logical.weight", least, weight(logical))
    commutes = all(form(p, a, logical) == 0 for a in code.stabilizers)
    require(commutes, "code.witness.logical.commutes", "an operator that commutes with every stabilizer", logical)
    acts = form(p, code.logical_x, logical), form(p, code.logical_z, logical)
    require(any(acts), "code.witness.logical.acts", "an operator that moves a logical operator", acts)
    return {"cosets": cosets}
