"""PARI/GP."""

from __future__ import annotations

from .system import System

PREAMBLE = r"""failed = 0; passed = 0;
at(f, v) = subst(f + 0*x, x, v);
compose(f, g) = subst(f + 0*x, x, g);
low(f) = valuation(f + 0*x, x);
coefficient(f, k) = polcoef(f + 0*x, k, x);
rest(f, g) = (f + 0*x) % g;
zero(f, g) = (f + 0*x) == g;
roots(f, a, b) = polsturm(f/gcd(f, f'), [a, b]);
strip(f, a) = if(f != 0, while(at(f, a) == 0, f = f \ (x - a))); f;
inside(f, b) = f = strip(strip(f + 0*x, 0), b); if(poldegree(f) < 1, 0, roots(f, 0, b));
moved(f, c, s) = subst(f + 0*x, x, (x + c)/s);
macwilliams(f, n, p) = sum(w = 0, n, coefficient(f, w)*(1 - x)^w*(1 + (p^2 - 1)*x)^(n - w));
test(words, holds) = if(holds, passed++, failed++; print("FAILED: ", words));
"""


def definition(name: str, variables: list[str], num: str, den: str) -> str:
    """A function."""
    return f"{name}({', '.join(variables)}) = {num}/{den};"


PARI = System(
    "stillproof-values.gp",
    ("(", ")"),
    ("\\\\ ", ""),
    ("stillproof's tests execute such a script with PARI/GP, for every statement of its own.",
     "To use the functions: \\r stillproof-values.gp"),
    PREAMBLE,
    definition,
    'test("{words}", {left} {relation} {right});',
    """print(passed, " of ", passed + failed, " tests passed");
if(failed, quit(10));
""",
)  # fmt: skip
