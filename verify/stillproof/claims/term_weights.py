"""`term-weights`: total weight that the terms with k sites outside the target send to each logical state."""

from typing import Any

from flint import fmpq, fmpq_poly

from ..errors import Declined
from ..protocols.protocol import Protocol

CONVENTION = "weights[e][k] = sum over the x with k sites outside the target of <x|Pi_e|x>, Pi_e the encoded state e"
QUESTION: tuple[str, ...] = ("of",)


def answer(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """The weights, as coefficients of t^k in the image of (target + t (1 - target))^(x)n."""
    code, state = protocol.code, protocol.state
    if not protocol.channel.uniform:
        raise Declined("chi is not one value other than 0 off (0, 0), or p = 2, or there are signs")
    labels = [([a], [b]) for a in range(code.p) for b in range(code.p)][1:]
    cosets = [protocol.channel.counts(*label) for label in labels]
    if any(coset != cosets[0] for coset in cosets):
        raise Declined("the cosets of the stabilizer group have several enumerators")
    if not state.orthogonal_rest:
        raise Declined("the ensemble is not an orthonormal basis with one weight for all but the target")
    target = {state.chi[state.target][a] for a in state.sites if a != (0, 0)}
    if len(target) > 1:
        raise Declined("the target's chi takes several values off 0")
    z = target.pop().rational()
    t = fmpq_poly([0, 1])
    identity, other = 1 + (code.p - 1) * t, z * (1 - t)

    def homogeneous(counts: list[int]) -> fmpq_poly:
        return sum((c * identity ** (code.n - w) * other**w for w, c in enumerate(counts)), fmpq_poly([0]))

    one_coset = [0] * (code.n + 1)
    for (zeros, _), tally in cosets[0].items():
        one_coset[code.n - zeros] += sum(tally)
    inside, coset = homogeneous(protocol.enumerator[0]), homogeneous(one_coset)
    weights = {}
    for name in state.projectors:
        chi_sum = sum((x for a, x in state.chi[name].items() if a != (0, 0)), state.field(0)).rational()
        image = (inside + chi_sum * coset) * fmpq(1, code.p**code.n)
        weights[name] = [str(image[k]) for k in range(code.n + 1)]
    return {"weights": weights}


def witness(question: dict[str, Any], protocol: Protocol) -> dict[str, Any]:
    """Nothing."""
    return {}
