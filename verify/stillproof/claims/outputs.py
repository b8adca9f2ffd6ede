"""`outputs`: several encoded qudits; the infidelity of all of them together, and of each, to a target state."""

from typing import Any

from ..errors import Declined
from ..exact.cyclotomic import element_json
from ..exact.rational_function import cofactors
from ..protocols.protocol import Protocol

CONVENTION = (
    "conditioned on the outcome +1 of every stabilizer; target: amplitudes of a vector on the encoded qudits, the "
    "first one the slowest digit, not normalised; any = 1 - <target|output|target> / <target|target>; each: the same "
    "for one qudit"
)
QUESTION: tuple[str, ...] = ("parameter",)


def answer(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """The target, which is what perfect inputs give, and the infidelities.  Raises Declined where one is always 0."""
    functions = dict(protocol.outputs)
    perfect = [name for name, function in functions.items() if not function.num]
    if perfect:
        raise Declined(f"the infidelity of {', '.join(perfect)} is 0 whatever the input")
    return {
        "any": functions.pop("any").json(),
        "each": [function.json() for function in functions.values()],
        "success": protocol.success.json(),
        "target": [element_json(x) for x in protocol.several.target],
    }


def witness(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """For each function integer polynomials u and v with u num + v den = a constant."""
    found, _ = cofactors(list(protocol.outputs.values()))
    return {"bezout": dict(zip(protocol.outputs, found, strict=True))}
