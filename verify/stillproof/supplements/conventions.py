"""The conventions of the claim kinds, typeset.

The text of a convention is fixed: the checker compares it.  Here it stands once more with its formulas in TeX and its
fields in backticks, and what is printed is what stands here only if it reads letter by letter as the claim's own text.
"""

from __future__ import annotations

import re

from .proofs import inline
from .tree import Text

TYPESET = {
    "basin": r"`areas[i]` = the part of the area of the triangle $e_1, e_2 \ge 0$, $e_1 + e_2 \le 1$ in the cells that"
    r" are shown to reach `regions[i]`, all points after at most `steps` steps; `undecided` = the part in the other"
    r" cells, none of them of a level below `level`",
    "basin-threshold": r"the points $\mathrm{start} + x\,(\mathrm{end} - \mathrm{start})$: for"
    r" $0 \le x \le {}$`interval[0]` all flow to the point of the region, for `interval[1]`${} \le x \le 1$ none does;"
    r" $x$ is the depolarizing rate $\delta$ where `start` is pure and `end` maximally mixed",
    "bound": r"for every $x$ with `range[0]`${} < x < {}$`range[1]`, $x$ the parameter of the family: `value.den`"
    r"${} > 0$, and the function stands in the relation to `value.num` / `value.den`; at least, at most and equal to"
    r" hold at the ends too, by continuity, where both sides are defined",
    "class-enumerator": r"`classes`: points $(u,v)$ with one $\chi$, $(0,0)$ first, $\chi = 0$ left out, and operators"
    r" with such a site; `terms` of the coset of the encoded $T(a|b)$: [sites in each class, operators with phase $1$,"
    r" $r$, $r^2$, .. over $T(u|v)$], $r = \omega$, or $i$ for $p = 2$; $Y = T(1|1) = iXZ$ for $p = 2$",
    "classification": r"codes over $\mathbb{F}_3$ contained in their duals and in no larger such code, one for each"
    r" class under the $2^n n!$ signed permutations of the coordinates; `automorphisms` = those that map the code to"
    r" itself; codes with more words of low weight come first",
    "clifford": r"$V\,T(b)\,V^* = \omega^{[\mathrm{shift},b]}\,T(\mathrm{symplectic}\,b)$ at $b = (1,0)$ and $(0,1)$,"
    r" that is $V = V_F\,T(\mathrm{shift})$ up to a phase",
    "code": r"$[a,b] = v_a\cdot u_b - u_a\cdot v_b$; $\Pi$ projects onto the joint $+1$ eigenspace of the"
    r" $\omega^{\mathrm{sign}}\,T(g)$; [`logical_z`,`logical_x`]${} = 1$, or $1$ and $0$ for several",
    "correction": r"the stabilizers of these numbers, counted from 1, are measured first; for any outcome powers of $K$"
    r" restore $+1$; success = $p^{(\mathrm{their\ number})}$ times that of all outcomes $+1$",
    "enumerator": r"$A[w]$, $B[w]$ count elements of weight $w$, phases left out",
    "expansion": r"every coefficient through total degree `degree`; two parameters: rows by power of the first one",
    "fixed-points": r"`points` = all fixed points of the map in the triangle, sorted by the lower ends of $e_1$, then"
    r" $e_2$; `at` = $e_1$ and $e_2$; `eigenvalues` = those of the Jacobian of the outputs by $(e_1, e_2)$, sorted; a"
    r" decimal is within half a unit of its last digit; `type` = attractor, saddle, repeller: two, one, none of the"
    r" eigenvalues of absolute value below 1",
    "flow": r"iterating the map from `point` converges to the point of the region",
    "graph-form": r"unitaries $V_i$ with $V_i\,T(b)\,V_i^* = T(\mathrm{local}[i]\,b)$ up to phases take the joint $+1$"
    r" eigenvector of stabilizers and `logical_z` to that of the $X_i\,\prod_j Z_j^{\mathrm{adjacency}[i][j]}$, and"
    r" `logical_x[m]` times a product of stabilizers and `logical_z` to $\prod_i Z_i^{\mathrm{vertices}[m][i]}$ up to a"
    r" phase; `adjacency` symmetric, $0$ on the diagonal",
    "logical-action": r"$V^{\otimes n}\,W = W\,U$ for the encoding isometry $W$ with $W\,X = T(\mathrm{logical\_x})\,W$"
    r" and $W\,Z = T(\mathrm{logical\_z})\,W$",
    "map": r"conditioned on the outcome $+1$ of every stabilizer; every input in the same state of the family; the"
    r" output is decoded, conjugated by `output-clifford`, and twirled over the group of `output-twirl`;"
    r" `output-match`: the output is the family at these parameters (`state`), or has its overlap with the target"
    r" (`fidelity`)",
    "outputs": r"conditioned on the outcome $+1$ of every stabilizer; `target`: amplitudes of a vector on the encoded"
    r" qudits, the first one the slowest digit, not normalised;"
    r" `any` = $1 - \langle \mathrm{target}|\mathrm{output}|\mathrm{target}\rangle /"
    r" \langle \mathrm{target}|\mathrm{target}\rangle$; `each`: the same for one qudit",
    "printed": r"within half a unit of the last printed digit; `threshold`, `coefficient`: in the parameter of the"
    r" family, or the place on the segment; `infidelity`: of the input at the threshold; `success-at-zero`: where the"
    r" parameter is $0$",
    "projection": r"$x$ is the target state on every site but the places of `others`, which runs over all distinct"
    r" placements",
    "quotient": r"`value[0]`${} < {}$`of` / `over`${} < {}$`value[1]`; `of`, `over`: the claims' thresholds, or"
    r" `bound` of the `wigner` claim; `unit`: the unit of both, the family's parameter for a `threshold` or `wigner`"
    r" claim",
    "radicals": r"the threshold in the parameter of the family; degree $2$:"
    r" $(\mathrm{center} + s\,\sqrt{D}) / \mathrm{scale}$, $r = 0$; degree $3$:"
    r" $(\mathrm{center} + \sqrt[3]{r + s\,\sqrt{D}} + \sqrt[3]{r - s\,\sqrt{D}}) / \mathrm{scale}$; real roots,"
    r" $\sqrt{D} > 0$",
    "suppression": r"output = coefficient $x^{\mathrm{order}} + O(x^{\mathrm{order}+1})$, $x$ to $0$, $x$ the parameter"
    r" of the family",
    "symmetry": r"$V^{\otimes n}\,\Pi = \Pi\,V^{\otimes n}$",
    "term-weights": r"`weights[e][k]` = sum over the $x$ with $k$ sites outside the target of"
    r" $\langle x|\Pi_e|x\rangle$, $\Pi_e$ the encoded state $e$",
    "threshold": r"$0 < \mathrm{output} < \mathrm{input}$ on $(0, x^*)$, $\mathrm{output} > \mathrm{input}$ on"
    r" $(x^*, \mathrm{bound})$, success and the denominator of the output positive on $[0, \mathrm{bound}]$; $x$ the"
    r" parameter of the family, `interval`: of $x^*$; $c\,x$ the infidelity of one input to its target, `infidelity`:"
    r" of $c\,x^*$; $\mathrm{input} = c\,x$ where the output is an infidelity, else $x$",
    "trapping": r"$x_0 = 1 - e_1 - e_2$, $x_1 = e_1$, $x_2 = e_2$; the region = the points with gauge at most `ratio`,"
    r" gauge = the greatest $1 - x_i/P_i$ over $P_i > 0$, $P$ the point; there"
    r" $\mathrm{gauge}(\mathrm{output}) \le \mathrm{contraction}\,\mathrm{gauge}(\mathrm{input})$",
    "twirl": r"`infidelity` = $1 - \langle \mathrm{target}|\rho(x)|\mathrm{target}\rangle$, as `[c0, c1]` for"
    r" $c_0 + c_1\,x$; the group is counted up to phases",
    "wigner": r"$W(u,v) = p^{-2}\,\sum_b \omega^{[(u,v),b]}\,\mathrm{Tr}(T(b)\,\rho)$, `function[u][v]` = `[c0, c1]`"
    r" for $c_0 + c_1\,x$, $x$ in $[0, 1]$ the parameter",
    "yield": r"`inputs` = $\mathrm{sites} / (\mathrm{outputs}\,p_{\mathrm{succ}})$ at the pure target, success"
    r" probability included; `outputs` = how many have the target and the order of the `suppression` claim, of all"
    r" together $1$ unless their target is a product of states of single qudits; sites = those on which a stabilizer or"
    r" a logical operator of these outputs acts;"
    r" `exponent` = $\log(\mathrm{order}) / \log(\mathrm{inputs})$",
}
LETTERS = [  # how the fixed texts write what TeX has a command for; in this order
    (r"\\sqrt\[3\]\{((?:[^{}]|\{[^{}]*\})*)\}", r"cbrt(\1)"),
    (r"\\sqrt\{(\w)\}", r"sqrt(\1)"),
    (r"\^\{\\otimes n\}", "^(x)n"),
    (r"\\mathbb\{F\}", "F"),
    (r"\\mathrm\{([^{}]*)\}", r"\1"),
    (r"\\_", "_"),
    (r"\^\{(\w+\+1)\}", r"^(\1)"),
    (r"([\^_])\{([^{}]*)\}", r"\1\2"),
    (r"\{\}", ""),
    (r"\\omega", "w"),
    (r"\\rangle", ">"),
    (r"\\langle ", "<"),
    (r"\\cdot ", "."),
    (r"\^\*", "*"),
    (r"\\[, ]", " "),
    (r"\\ge\b", ">="),
    (r"\\le\b", "<="),
    (r"\\(chi|delta|log|Pi|prod|rho|sum)(?![A-Za-z])", r"\1"),
    (r"\bc_([01])\b", r"c\1"),
]


def typeset(kind: str, text: str) -> Text:
    """The convention of a claim, typeset; as it stands where what is written here reads otherwise."""
    shown = TYPESET.get(kind, "")
    return inline(shown) if letters(shown) == text.replace("`", "") else (text,)


def letters(shown: str) -> str:
    """What stands here as the fixed texts write it, without backticks."""
    return re.sub(r"\$([^$]*)\$", lambda found: plain(found[1]), shown).replace("`", "")


def plain(formula: str) -> str:
    """A formula in TeX as the fixed texts write it."""
    for old, new in LETTERS:
        formula = re.sub(old, new, formula)
    return formula
