"""`term-weights`: what the terms with k sites outside the target send to each logical state."""

from fractions import Fraction
from typing import Any

from ...entry.loader import Reader, keyed, listed, name, no_witness, rational
from ...entry.verdict import require, supported
from ...numbers.multivariate import affine, homogeneous
from ...subject.ensemble import orthogonal_rest
from ...subject.established import Established, Map
from ...subject.statement import Facts

CONVENTION = "weights[e][k] = sum over the x with k sites outside the target of <x|Pi_e|x>, Pi_e the encoded state e"
LEMMAS = ("displacement-group", "term-weights", "listing", "macwilliams")


def fields(facts: Facts) -> dict[str, Reader]:
    """The id of the `map` claim, and for every member of the ensemble its weights for k = 0..n."""
    return {"of": name, "weights": keyed(listed(rational, facts.code.n + 1))}


witness = no_witness  # the weights are recomputed from the enumerators


def check(claim: dict[str, Any], line: dict[str, Any], facts: Facts) -> Established:
    """Establishes nothing further."""
    code, state, field = facts.code, facts.state, facts.state.field
    facts.of(claim["of"], Map)
    supported(facts.uniform, "term-weights.chi", "odd p, no signs, one value of chi off 0", state.name)
    digits = [(a, b) for a in range(code.p) for b in range(code.p)][1:]
    cosets = [facts.sums.counts(code.encoded([a], [b])) for a, b in digits]
    alike = all(counts == cosets[0] for counts in cosets)
    supported(alike, "term-weights.uniform", "cosets with one enumerator", "several")
    enumerators = dict(zip("AB", facts.enumerators))
    good = orthogonal_rest(state)
    supported(good, "term-weights.ensemble", "an orthonormal basis, all but the target of one weight", state.names)
    # rho = w_target P + w_rest (1 - P), and its chi has one value off 0: so has the target's.
    z = state.chi(state.target, (0, 1))
    # target + t (1 - target) has chi(0) = 1 + (p-1) t and chi(a) = z - z t.
    one, everywhere = affine((field.one, field.zero)), affine((field.one, field.rational(code.p - 1)))
    nowhere = affine((z, z * -1))
    inside, normalizer = (homogeneous(enumerators[letter], everywhere, nowhere, one) for letter in "AB")
    outside = (normalizer - inside) * Fraction(1, code.p**2 - 1)
    expected = sorted(state.names)
    require(sorted(claim["weights"]) == expected, "term-weights.states", expected, sorted(claim["weights"]))
    for label in state.names:
        sum_chi = field.sum(state.chi(label, a) for a in state.points if a != (0, 0))
        total = (inside + outside * sum_chi) * Fraction(1, code.p**code.n)
        for k, claimed in enumerate(claim["weights"][label]):
            exact = total.terms.get((k,), field.zero)
            require(field.rational(claimed) == exact, "term-weights.value", f"{label}[{k}] = {exact}", claimed)
    return Established()
