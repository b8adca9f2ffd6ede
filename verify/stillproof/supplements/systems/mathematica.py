"""Mathematica, the Wolfram Language."""

from __future__ import annotations

from .system import System

PREAMBLE = """failed = 0; passed = 0;
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
"""


def definition(name: str, variables: list[str], num: str, den: str) -> str:
    """A function."""
    return f"{name}[{', '.join(f'{x}_' for x in variables)}] := {num}/{den};"


MATHEMATICA = System(
    "stillproof-values.wl",
    ("[", "]"),
    ("(* ", " *)"),
    ("NOT EXECUTED: stillproof's tests only parse such a script; no Mathematica has run it.",
     'To use the functions: Get["stillproof-values.wl"]'),
    PREAMBLE,
    definition,
    'test["{words}", {left} {relation} {right}];',
    """Print[passed, " of ", passed + failed, " tests passed"];
If[failed > 0, Exit[10]];
""",
)  # fmt: skip
