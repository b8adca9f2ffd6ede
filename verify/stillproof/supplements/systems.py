"""The exact values once more, as self-tests for PARI/GP, Mathematica and Sage: a third opinion.

Here is how a system is written; which tests a claim has is in the file of its kind.  Nothing is taken from the
certificates: the systems compute, and compare with the statement.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..statements.stated import Stated
from .expressions import Call, Expression, Infix, Test
from .kinds import KINDS


def self_tests(stated: Stated) -> Iterator[Test]:
    """The self-tests of a statement about a protocol."""
    for claim in stated.claims:
        for test in KINDS[claim["kind"]].self_tests(claim, stated):
            yield test._replace(words=f"{stated.name} {claim['id']}: {test.words}")


class System(NamedTuple):
    """How one system is written."""

    suffix: str
    brackets: tuple[str, str]
    comment: tuple[str, str]
    preamble: str
    line: str
    ending: str


PARI = System(
    "gp",
    ("(", ")"),
    ("\\\\ ", ""),
    r"""failed = 0; passed = 0;
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
""",
    'test("{words}", {left} {relation} {right});',
    """print(passed, " of ", passed + failed, " tests passed");
quit(if(failed, 10, 0));
""",
)
MATHEMATICA = System(
    "wl",
    ("[", "]"),
    ("(* ", " *)"),
    """failed = 0; passed = 0;
at[f_, v_] := f /. x -> v;
compose[f_, g_] := f /. x -> g;
low[f_] := Exponent[Expand[f], x, Min];
coefficient[f_, k_] := Coefficient[Expand[f], x, k];
rest[f_, g_] := PolynomialRemainder[f, g, x];
zero[f_, g_] := Expand[f - g] === 0;
roots[f_, a_, b_] := CountRoots[squarefree[f], {x, a, b}];
squarefree[f_] := PolynomialQuotient[f, PolynomialGCD[f, D[f, x]], x];
strip[f_, a_] := NestWhile[PolynomialQuotient[#, x - a, x] &, Expand[f], # =!= 0 && at[#, a] === 0 &];
inside[f_, b_] := With[{g = strip[strip[f, 0], b]}, If[Exponent[g, x] < 1, 0, roots[g, 0, b]]];
moved[f_, c_, s_] := Expand[f /. x -> (x + c)/s];
macwilliams[f_, n_, p_] := Sum[coefficient[f, w] (1 - x)^w (1 + (p^2 - 1) x)^(n - w), {w, 0, n}];
test[words_, holds_] := If[TrueQ[holds], passed++, failed++; Print["FAILED: ", words]];
""",
    'test["{words}", {left} {relation} {right}];',
    """Print[passed, " of ", passed + failed, " tests passed"];
Exit[If[failed > 0, 10, 0]]
""",
)
SAGE = System(
    "sage",
    ("(", ")"),
    ("# ", ""),
    """import sys
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
""",
    'test("{words}", {left} {relation} {right})',
    """print(len(passed), "of", len(passed) + len(failed), "tests passed")
sys.exit(10 if failed else 0)
""",
)
SYSTEMS = (PARI, MATHEMATICA, SAGE)


def spelled(expression: Expression, system: System) -> str:
    """An expression in a system's language."""
    match expression:
        case Call(name, arguments):
            opening, closing = system.brackets
            return f"{name}{opening}{', '.join(spelled(x, system) for x in arguments)}{closing}"
        case Infix(left, sign, right):
            return f"({spelled(left, system)}{sign}{spelled(right, system)})"
        case _:
            return expression


def line(test: Test, system: System) -> str:
    """One self-test."""
    left, right = spelled(test.left, system), spelled(test.right, system)
    if test.relation == "zero":
        opening, closing = system.brackets
        left, relation, right = f"zero{opening}{left}, {right}{closing}", "", ""
    else:
        relation = test.relation
    shown = system.line.format(words=test.words, left=left, relation=relation, right=right)
    return shown.replace("  ", " ").replace(" )", ")").replace(" ]", "]")


def script(found: list[Test], system: System) -> str:
    """All self-tests for one system."""
    start, end = system.comment
    head = [
        "Certified values as self-tests: every line computes and compares; exit code 0 if all tests pass, else 10.",
        "Polynomials are in x, the parameter of the family.",
    ]
    comments = "".join(f"{start}{words}{end}\n" for words in head)
    return comments + system.preamble + "".join(line(test, system) + "\n" for test in found) + system.ending
