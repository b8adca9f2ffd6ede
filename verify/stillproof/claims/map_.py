"""`map`: output parameter and success probability, reduced, with cofactors that show it."""

from typing import Any

from flint import fmpq_poly

from ..protocol import Protocol

CONVENTION = "conditioned on acceptance; every input in the same state of the family; one parameter in and out"
QUESTION: tuple[str, ...] = ("parameter",)


def answer(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """The two rational functions, and whether the output has to be twirled into the family."""
    return {
        "output": protocol.output.json(),
        "output-twirl": "not needed" if protocol.uniform else "applied",
        "success": protocol.success.json(),
    }


def witness(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Integer polynomials u and v with u num + v den = a constant."""
    num, den = (fmpq_poly(x) for x in protocol.output)
    _, u, v = num.xgcd(den)
    scale = u.denom().lcm(v.denom())
    return {"bezout": {key: [str(c) for c in (x * scale).coeffs()] for key, x in (("den", v), ("num", u))}}
