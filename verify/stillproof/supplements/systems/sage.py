"""Sage."""

from __future__ import annotations

from .system import System

PREAMBLE = """import sys
R = PolynomialRing(QQ, "x")
x = R.gen()
passed = []
failed = []
def at(f, v): return R(f)(QQ(v))
def compose(f, g): return R(f)(R(g))
def low(f): return R(f).valuation()
def coefficient(f, k): return R(f)[k]
def rest(f, g): return R(f) % R(g)
def zero(f, g): return R(f) == R(g)
def roots(f, a, b): return sum(1 for r in R(f).roots(AA, multiplicities=False) if a <= r <= b)
def inside(f, b): return sum(1 for r in R(f).roots(AA, multiplicities=False) if 0 < r < b) if R(f) else 0
def moved(f, c, s): return R(f)((x + c)/s)
def macwilliams(f, n, p): return sum(R(f)[w]*(1 - x)^w*(1 + (p^2 - 1)*x)^(n - w) for w in range(n + 1))
def test(words, holds):
    (passed if holds else failed).append(words)
    if not holds:
        print("FAILED:", words)
"""


def definition(name: str, variables: list[str], num: str, den: str) -> str:
    """A function."""
    return f"def {name}({', '.join(variables)}): return {num}/{den}"


SAGE = System(
    "stillproof-values.sage",
    ("(", ")"),
    ("# ", ""),
    ("NOT EXECUTED BY SAGE: stillproof's tests execute such a script with Python, after the changes that Sage makes to",
     "its input, with stand-ins for QQ, AA and PolynomialRing.  To use the functions: load('stillproof-values.sage')"),
    PREAMBLE,
    definition,
    'test("{words}", {left} {relation} {right})',
    """print(len(passed), "of", len(passed) + len(failed), "tests passed")
if failed: sys.exit(10)
""",
)  # fmt: skip
