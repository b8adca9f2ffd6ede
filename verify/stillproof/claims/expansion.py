"""`expansion`: Taylor polynomials of the outputs and of the success probability at the pure target."""

from typing import Any

from flint import fmpq

from ..errors import Declined, InputError
from ..protocols.protocol import Protocol

CONVENTION = "every coefficient through total degree `degree`; two parameters: rows by power of the first one"
QUESTION: tuple[str, ...] = ("degree", "function", "of")


def answer(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """The coefficients: 1/den as a geometric series in 1 - den/den(0), cut at the degree."""
    functions = {**protocol.outputs, "success": protocol.success}
    name, degree = question["function"], question["degree"]
    if name not in functions:
        raise InputError("function", f"one of {sorted(functions)}", name)
    found, ring = functions[name], protocol.channel.ring
    count = found.count
    start = found.den(*[fmpq(0)] * count)
    if not start:
        raise Declined(f"{name} has no value where every parameter is 0")

    def cut(poly: Any) -> Any:
        return ring.from_dict({e: c for e, c in poly.to_dict().items() if sum(map(int, e)) <= degree})

    rest, term = cut(ring.constant(1) - found.den * (1 / start)), cut(found.num * (1 / start))
    total = ring.constant(0)
    while term:
        total, term = total + term, cut(term * rest)
    known = {tuple(map(int, e)): str(c) for e, c in total.to_dict().items()}
    if count == 1:
        return {"coefficients": [known.get((i,), "0") for i in range(degree + 1)]}
    rows = [[known.get((i, j), "0") for j in range(degree + 1 - i)] for i in range(degree + 1)]
    return {"coefficients": rows}


def witness(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Nothing."""
    return {}
