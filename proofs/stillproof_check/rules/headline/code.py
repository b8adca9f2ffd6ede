"""`code`: the code file is an [[n,k,d]]_p stabilizer code with k pairs of logical operators."""

from typing import Any

from ...entry.loader import Reader, listed, small
from ...entry.verdict import require, supported
from ...operators.symplectic import form, weight
from ...subject.established import CodeParameters, Established
from ...subject.statement import Facts

CONVENTION = (
    "[a,b] = v_a.u_b - u_a.v_b; Pi projects onto the joint +1 eigenspace of the w^sign T(g); "
    "[logical_z,logical_x] = 1, or 1 and 0 for several"
)
LEMMAS = ("displacement-group", "destabilizers", "distance", "listing", "macwilliams")


def fields(facts: Facts) -> dict[str, Reader]:
    """distance, k, n and p."""
    size = small(0, 64)
    return {"distance": size, "k": size, "n": size, "p": small(2, 97)}


def witness(facts: Facts) -> dict[str, Reader]:
    """One destabilizer for each stabilizer, and a logical operator of least weight."""
    vector = listed(listed(small(0, facts.code.p - 1), facts.code.n), 2)
    return {"destabilizers": listed(vector, len(facts.code.stabilizers)), "logical": vector}


def check(claim: dict[str, Any], line: dict[str, Any], facts: Facts) -> Established:
    """Establishes nothing further."""
    code, p = facts.code, facts.code.p
    supported(p == facts.state.p, "code.dimension", f"p = {facts.state.p}, as the state", p)
    require(claim["n"] == code.n, "code.n", code.n, claim["n"])
    require(claim["p"] == p, "code.p", p, claim["p"])
    rank = len(code.stabilizers)
    require(claim["k"] == code.n - rank, "code.k", code.n - rank, claim["k"])
    facts.work.more((rank + 2 * code.k) ** 2 * code.n // 4)
    for i, a in enumerate(code.stabilizers, 1):
        for j, b in enumerate(code.stabilizers[: i - 1], 1):
            value = form(p, a, b)
            require(value == 0, "code.stabilizers.commute", "0", f"[g{i},g{j}] = {value}")
        for letter, operators in (("x", code.logical_x), ("z", code.logical_z)):
            for j, operator in enumerate(operators, 1):
                value = form(p, a, operator)
                require(value == 0, "code.logicals.commute", "0", f"[g{i},logical_{letter}{j}] = {value}")
        for j, d in enumerate(line["destabilizers"], 1):
            expected, value = int(i == j), form(p, a, d)
            require(value == expected, "code.witness.destabilizers", expected, f"[g{i},d{j}] = {value}")
    for j, d in enumerate(line["destabilizers"], 1):
        commutes = all(form(p, d, operator) == 0 for operator in (*code.logical_x, *code.logical_z))
        require(commutes, "code.witness.destabilizers.apart", "d that commute with logical operators", f"d{j}")
    for i, (x, z) in enumerate(zip(code.logical_x, code.logical_z), 1):
        for j, (other_x, other_z) in enumerate(zip(code.logical_x, code.logical_z), 1):
            expected, value = int(i == j), form(p, z, other_x)
            require(value == expected, "code.logicals.pairing", f"[z{i},x{j}] = {expected}", value)
            apart = form(p, x, other_x), form(p, z, other_z)
            require(apart == (0, 0), "code.logicals.apart", f"[x{i},x{j}] = [z{i},z{j}] = 0", apart)

    inside, normalizer = facts.enumerators
    least = next(w for w, (a, b) in enumerate(zip(inside, normalizer)) if a != b)
    require(claim["distance"] == least, "code.distance", least, claim["distance"])
    logical = line["logical"]
    require(weight(logical) == least, "code.witness.logical.weight", least, weight(logical))
    commutes = all(form(p, a, logical) == 0 for a in code.stabilizers)
    require(commutes, "code.witness.logical.commutes", "an operator that commutes with every stabilizer", logical)
    require(code.acts(logical), "code.witness.logical.acts", "an operator that moves a logical operator", "none moved")
    return CodeParameters(least)
