"""The strange-state maps of the codes fixtures/codes/self-orthogonal-*.json, by plain listing and SymPy.

    SYMPY_GROUND_TYPES=python python tests/oracles/self_orthogonal.py

Shares no code with the engine or the checker: A and B are counted pair by pair over C x C and C^perp x C^perp, both
listed word by word; roots are counted and isolated by SymPy on its own integers.  Prints self_orthogonal.json.
delta is the depolarizing rate; z = -(1 - delta)/2, p_succ = A(z)/3^(n-1), delta_out = (3 A(z) + B(z))/(4 A(z)).
"""

from __future__ import annotations

import json
from collections import Counter
from itertools import product
from pathlib import Path
from typing import Any

from sympy import Poly, Rational, factor_list, fraction, gcd_list, nsimplify, symbols, together
from sympy.external.gmpy import GROUND_TYPES

ROOT = Path(__file__).resolve().parents[2]
DELTA = symbols("delta")


def supports(n: int, words: list[tuple[int, ...]]) -> Counter[int]:
    """How many words have each support, as a bit mask."""
    return Counter(sum(1 << i for i in range(n) if word[i]) for word in words)


def pair_weights(n: int, words: list[tuple[int, ...]]) -> list[int]:
    """How many pairs (u, v) of words differ from (0, 0) on w sites, w = 0..n."""
    found = [0] * (n + 1)
    counted = list(supports(n, words).items())
    for mask, count in counted:
        for other, more in counted:
            found[(mask | other).bit_count()] += count * more
    return found


def strings(polynomial: Poly) -> list[str]:
    """Coefficients as decimal strings, low degree first."""
    return [str(c) for c in reversed(polynomial.all_coeffs())]


def lowest(num: Poly, den: Poly) -> tuple[Poly, Poly]:
    """num/den in lowest terms, integers of content 1, the first nonzero coefficient of den positive."""
    above, below = (Poly(x, DELTA, domain="QQ") for x in fraction(together((num / den).cancel())))
    scale = 1 / gcd_list([*above.all_coeffs(), *below.all_coeffs()])
    sign = 1 if next(c for c in reversed(below.all_coeffs()) if c) > 0 else -1
    return tuple(Poly([c * scale * sign for c in x.all_coeffs()], DELTA, domain="QQ") for x in (above, below))  # type: ignore[return-value]


def valuation(polynomial: Poly) -> int:
    """The exponent of the lowest term."""
    return min(monomial[0] for monomial in polynomial.monoms())


def first_term(num: Poly, den: Poly) -> tuple[int, str]:
    """k and c of num/den = c delta^k + ..."""
    low, high = valuation(den), valuation(num)
    return high - low, str(num.coeff_monomial(DELTA**high) / den.coeff_monomial(DELTA**low))


def crossings(num: Poly, den: Poly) -> list[dict[str, Any]]:
    """The roots of delta - num/den in (0, 1), with the sign of delta - num/den in front of each."""
    difference = Poly(DELTA, DELTA, domain="QQ") * den - num
    if difference.is_zero:
        return []
    found = []
    for factor, _ in factor_list(difference)[1]:
        for (low, high), _ in factor.intervals(eps=Rational(1, 10**30)):
            if low > 0 and high < 1 and factor.degree() >= 1:
                found.append(
                    {
                        "decimal": str(nsimplify(low).evalf(24)),
                        "interval": [str(low), str(high)],
                        "polynomial": strings(Poly(factor.primitive()[1], DELTA)),
                    }
                )
    return sorted(found, key=lambda x: Rational(x["interval"][0]))


def sign_at(num: Poly, den: Poly, at: Rational) -> int:
    """The sign of num/den - delta."""
    value = num.eval(at) / den.eval(at) - at
    return 1 if value > 0 else -1 if value < 0 else 0


def verdict(num: Poly, den: Poly, success_at_0: Any, signs: list[int]) -> str:
    """Whether the code distils, or why not."""
    order, coefficient = first_term(num, den)
    if num == Poly(DELTA, DELTA, domain="QQ") * den:
        return "does not distil: delta_out = delta, the output is one of the inputs"
    if -1 not in signs:
        at_0 = f"p_succ(0) = 0 and delta_out(0) = {coefficient}" if success_at_0 == 0 else f"linear term {coefficient}"
        return f"does not distil: {at_0}, and delta_out > delta on (0, 1)"
    if signs == [-1, 1] and order > 1 and success_at_0 > 0:
        return f"distils: delta_out = {coefficient} delta^{order} + ..., delta_out < delta exactly below the threshold"
    return "another case"


def row(path: Path) -> dict[str, Any]:
    """Everything about one code."""
    data = json.loads(path.read_text())
    n = data["n"]
    generator = [u for u, v in data["stabilizers"] if not any(v)]
    assert generator == [v for u, v in data["stabilizers"] if not any(u)]
    code = {
        tuple(sum(c * g[i] for c, g in zip(cs, generator, strict=True)) % 3 for i in range(n))
        for cs in product(range(3), repeat=len(generator))
    }
    spanning = [*generator, data["logical_x"][0]]
    dual = {
        tuple(sum(c * g[i] for c, g in zip(cs, spanning, strict=True)) % 3 for i in range(n))
        for cs in product(range(3), repeat=len(spanning))
    }
    assert len(code) == 3 ** (n // 2)
    assert len(dual) == 3 * len(code)
    assert all(sum(x * y for x, y in zip(w, g, strict=True)) % 3 == 0 for w in dual for g in generator)
    inside, normalizer = pair_weights(n, list(code)), pair_weights(n, list(dual))

    z = Poly(DELTA / 2 - Rational(1, 2), DELTA, domain="QQ")
    a, b = (sum((c * z**w for w, c in enumerate(x)), Poly(0, DELTA, domain="QQ")) for x in (inside, normalizer))
    success = lowest(a, Poly(3 ** (n - 1), DELTA, domain="QQ"))
    num, den = lowest(3 * a + b, 4 * a)
    order, coefficient = first_term(num, den)
    roots = crossings(num, den)
    at_0 = success[0].eval(0) / success[1].eval(0)
    cuts = [Rational(0), *(Rational(x["interval"][0]) for x in roots), Rational(1)]
    signs = [sign_at(num, den, (x + y) / 2) for x, y in zip(cuts, cuts[1:], strict=False)]
    return {
        "A": [str(c) for c in inside],
        "B": [str(c) for c in normalizer],
        "code-weights": [str(sum(1 for word in code if n - word.count(0) == w)) for w in range(n + 1)],
        "full-weight-in-dual": sum(all(word) for word in dual),
        "distance": next(w for w in range(n + 1) if normalizer[w] != inside[w]),
        "map": {"den": strings(den), "num": strings(num)},
        "success": {"den": strings(success[1]), "num": strings(success[0])},
        "success-at-0": str(at_0),
        "success-first-term": list(first_term(*success)),
        "first-term": [order, coefficient],
        "crossings": roots,
        "signs-between": signs,
        "verdict": verdict(num, den, at_0, signs),
    }


def main() -> None:
    """Print the table."""
    assert GROUND_TYPES == "python"
    rows = {path.stem: row(path) for path in sorted((ROOT / "fixtures" / "codes").glob("self-orthogonal-*.json"))}
    print(json.dumps(rows, indent=1, sort_keys=True))


if __name__ == "__main__":
    main()
