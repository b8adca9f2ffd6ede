"""`term-weights`: what the terms with k sites outside the target send to each logical state."""

from fractions import Fraction
from typing import Any

from ..loader import Reader, keyed, listed, name, rational
from ..polynomial import add, homogeneous, is_zero, minus, multiply, power, scale
from ..statement import Facts
from ..verdict import require, supported

CONVENTION = "weights[e][k] = sum over the x with k sites outside the target of <x|Pi_e|x>, Pi_e the encoded state e"
LEMMAS = ("displacement-group", "term-weights", "listing")


def fields(facts: Facts) -> dict[str, Reader]:
    """The id of the `map` claim, and for every member of the ensemble its weights for k = 0..n."""
    return {"of": name, "weights": keyed(listed(rational, facts.code.n + 1))}


def witness(facts: Facts) -> dict[str, Reader]:
    """Nothing: the weights are recomputed from the enumerators."""
    return {}


def check(claim: dict[str, Any], line: dict[str, Any], facts: Facts) -> dict[str, Any]:
    """Establishes nothing further; the weights summed with the noise are the map again."""
    code, state = facts.code, facts.state
    counts, found = facts.only("enumerator"), facts.of(claim["of"], "map")
    supported(counts["uniform"], "term-weights.uniform", "cosets with one enumerator", "several")
    good = state.orthogonal_rest()
    supported(good, "term-weights.ensemble", "an orthonormal basis, all but the target of one weight", state.names)
    target = {state.chi(state.target, a) for a in state.points if a != (0, 0)}
    one = len(target) == 1 and not any(next(iter(target))[1:])
    supported(one, "term-weights.target.uniform", "one rational value of the target's chi", len(target))
    z = next(iter(target))[0]
    # target + t (1 - target) has chi(0) = 1 + (p-1) t and chi(a) = z - z t.
    everywhere, nowhere = [1, code.p - 1], [z, -z]
    inside = homogeneous(counts["A"], everywhere, nowhere)
    outside = scale(Fraction(1, code.p**2 - 1), minus(homogeneous(counts["B"], everywhere, nowhere), inside))
    expected = sorted(state.names)
    require(sorted(claim["weights"]) == expected, "term-weights.states", expected, sorted(claim["weights"]))
    for label in state.names:
        sum_chi = state.field.sum(state.chi(label, a) for a in state.points if a != (0, 0))
        supported(not any(sum_chi[1:]), "term-weights.rational", "a rational sum of chi", label)
        exact = scale(Fraction(1, code.p**code.n), add(inside, scale(sum_chi[0], outside)))
        for k, (claimed, value) in enumerate(zip(claim["weights"][label], exact)):
            require(claimed == value, "term-weights.value", f"{label}[{k}] = {value}", claimed)
    # sum_k weights[target][k] w_target^(n-k) w_rest^k = p_succ (the target's weight in the output)
    w_target, w_rest = state.weights[state.target], state.weights[state.names[1]]
    total: list[Any] = [0]
    for k, weight in enumerate(claim["weights"][state.target]):
        total = add(total, scale(weight, multiply(power(w_target, code.n - k), power(w_rest, k))))
    output = minus(scale(w_target[0], found["den"]), scale(-w_target[1], found["num"]))
    both = minus(multiply(multiply(total, found["den"]), found["p_den"]), multiply(found["p_num"], output))
    require(is_zero(both), "term-weights.map", "the map again", both)
    return {}
