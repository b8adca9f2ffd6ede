"""`map`: output parameter and success probability as rational functions of the input parameter."""

from fractions import Fraction
from math import gcd
from typing import Any

from ..loader import Reader, constant, fraction_of_polynomials, name, polynomial_or_zero, record
from ..polynomial import add, evaluate, homogeneous, is_zero, minus, multiply, scale
from ..statement import Facts
from ..verdict import require, supported, wellformed

CONVENTION = "conditioned on acceptance; every input in the same state of the family; one parameter in and out"
LEMMAS = ("displacement-group", "uniform-map", "output-twirl", "listing")
TWIRLS = ("not needed", "applied")


def fields(facts: Facts) -> dict[str, Reader]:
    """`output` = num/den, `success` = num/den, the parameter, and whether the output is twirled."""
    return {
        "output": fraction_of_polynomials,
        "output-twirl": lambda value: constant(value if value in TWIRLS else " or ".join(TWIRLS))(value),
        "parameter": name,
        "success": fraction_of_polynomials,
    }


def witness(facts: Facts) -> dict[str, Reader]:
    """Polynomials u and v with u num + v den = a constant: `output` has no common factor."""
    return {"bezout": lambda value: record(value, {"den": polynomial_or_zero, "num": polynomial_or_zero})}


def check(claim: dict[str, Any], line: dict[str, Any], facts: Facts) -> dict[str, Any]:
    """Establishes the parts of `output` and `success`: num, den, p_num and p_den."""
    code, state = facts.code, facts.state
    counts = facts.only("enumerator")
    z = state.uniform()
    wellformed(claim["parameter"] == state.parameter, "map.parameter", state.parameter, claim["parameter"])
    twirl = TWIRLS[not counts["uniform"]]
    require(claim["output-twirl"] == twirl, "map.output-twirl", twirl, claim["output-twirl"])

    # p_succ = A(z) / p^(n-k); the output's chi is z_out = (B(z) - A(z)) / ((p^2 - 1) A(z)) = z_0 + z_1 delta_out.
    p_num, p_den = claim["success"]
    inside, all_of_it = (homogeneous(counts[letter], [1], z) for letter in "AB")
    inverse = Fraction(1, code.p ** (code.n - 1))
    gap = difference(claim["success"], scale(inverse, inside), [1])
    require(gap is None, "map.success", *(gap or ("", "")))
    wellformed(len(p_den) == 1, "map.success.polynomial", "a polynomial: a constant den", p_den)
    supported(z[1] != 0, "map.state.depends", "a chi that depends on the parameter", z)
    slope = (code.p**2 - 1) * z[1]
    exact_num = add(all_of_it, scale(-1 - (code.p**2 - 1) * z[0], inside))
    gap = difference(claim["output"], exact_num, scale(slope, inside))
    require(gap is None, "map.output", *(gap or ("", "")))

    for num, den in (claim["success"], claim["output"]):
        normal = gcd(*num, *den) == 1 and next(c for c in den if c) > 0
        wellformed(normal, "map.normalised", "content 1, the first non-zero coefficient of den positive", (num, den))

    num, den = claim["output"]
    u, v = line["bezout"]["num"], line["bezout"]["den"]
    constant_term = add(multiply(u, num), multiply(v, den))
    good = any(constant_term[:1]) and is_zero(constant_term[1:])
    require(good, "map.witness.bezout", "u num + v den = a constant that is not 0", constant_term)
    short = len(u) < len(den) and len(v) < len(num)
    require(short, "map.witness.bezout.degree", "cofactors of lower degree", (len(u), len(v)))
    return {"num": num, "den": den, "p_num": p_num, "p_den": p_den}


def difference(claimed: Any, num: Any, den: Any) -> tuple[str, str] | None:
    """Where num/den and the claimed function differ, by cross multiplication; None where they are equal."""
    gap = minus(multiply(claimed[0], den), multiply(claimed[1], num))
    return None if is_zero(gap) else witness_point(gap, claimed, num, den)


def witness_point(gap: Any, claimed: Any, num: Any, den: Any) -> tuple[str, str]:
    """For the message: a point at which two functions differ, and both values."""
    for at in (Fraction(i, len(gap) + 2) for i in range(2 * len(gap) + 2 * len(den))):
        exact, got = evaluate(den, at), evaluate(claimed[1], at)
        if evaluate(gap, at) and exact and got:
            return f"{evaluate(num, at) / exact} at delta = {at}", f"{evaluate(claimed[0], at) / got}"
    return "a denominator that is not zero", "zero"
