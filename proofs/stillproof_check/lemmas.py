"""The lemmas that verdicts rest on: one line each.  Proofs and references: docs/lemmas.md.

`FORMAL` names the theorem in proofs/theory/ for each lemma that is proved there.
"""

LEMMAS = {
    "affine-patch": "On a triangle a function differs from the affine one with its values at the corners by 2/9 of max |D^2(u, v)|, u, v edges.",
    "affine-sign": "A function c0 + c1 x with c0 < 0 that vanishes at b > 0 is negative on [0, b).",
    "basin-cover": "A cell whose image lies in cells that reach a region in s steps or fewer reaches it in s + 1 steps.",
    "bernstein-sign": "A polynomial without a root in (0, 1) has there the sign of its value at 1/2.",
    "bezout-line": "If den keeps its degree on a line, and num and den have no common factor there, they have none at all.",
    "cardano": "If c^3 = r^2 - s^2 D < 0, then cbrt(r + s sqrt D) + cbrt(r - s sqrt D) is the one real root of y^3 - 3cy - 2r.",
    "classification-mass": "If the sum of 2^n n!/|Aut C| over inequivalent maximal codes is the number of these codes, none is missing.",
    "clifford-conjugation": "A unitary that conjugates X and Z to displacement operators up to signs or phases is determined up to a phase.",
    "correction": "If K fixes the input states and maps Z to w^c Z, c != 0, powers of K turn any outcome of Z-type stabilizers into +1.",
    "coset-sums": "p_succ = p^(k-n) N_0 and chi_out(L) = N_L / N_0, N_L the sum over the operators of L S of their phase times prod_i chi.",
    "descartes-count": "0 or 1 sign changes of the Bernstein coefficients on (a, b) mean exactly 0 or 1 roots there.",
    "destabilizers": "Vectors d_j with [g_i, d_j] = 1 for i = j and 0 otherwise make g_1 ... g_r independent.",
    "disjoint-intervals": "If a <= h and l <= b with h < l, then a < b.",
    "displacement-group": "Commuting independent generators with signs make a group without a multiple of 1; its mean Pi is a projector.",
    "distance": "The least weight in the normalizer outside S is the least weight at which a coset L + S, L != 0, has elements.",
    "integer-powers": "p/q < log k / log N if and only if N^p < k^q, for k, N > 1 and q > 0.",
    "interior-success": "On (0, 1) the states of a family have one support, so p_succ, if not zero everywhere, is positive there.",
    "isotropic-count": "In F_3^n all maximal self-orthogonal codes have one dimension, and their number is a product of terms 3^i + 1.",
    "leading-term": "num/den with den(0) != 0 is num_k/den_0 x^k + O(x^(k+1)) for the first num_k != 0.",
    "listing": "For independent g_j, the p^r bits stand for the operators of L S once each; masks count them by classes and phases.",
    "logical-action": "If V^(x)n acts on logical operators as U does, then V^(x)n W = c W U, and the encoded target gives c.",
    "macwilliams": "B_j = |S|^-1 sum_w A_w K_j(w), with the Krawtchouk polynomials K_j of p^2 letters.",
    "newton-box": "If det S != 0 for all S with entries in the ranges of those of DG on a box, G has at most one zero in it; one if no S^-1 G(middle) leaves it.",
    "output-frame": "chi of the average of V rho V* over a finite set of Cliffords V is the average of phases times chi at V*'s images.",
    "overlap": "<t|rho|t> = p^-k sum_L conj(chi_t(L)) chi(L); a state of one qudit is pure when sum_L |chi(L)|^2 = p.",
    "positive-forms": "A state mixed of three with weights e_1, e_2 and the rest: p_succ and output are forms, positive if the corners are accepted.",
    "projection-trace": "<x|Pi|x> = p^-r sum_S prod_i chi_i(s_i) for a product of pure states.",
    "projector-symmetry": "If V^(x)n maps a generating set of the T(s) into the group of the T(s), it commutes with Pi.",
    "rounding": "A value strictly within half a unit of the last digit rounds to the printed decimal.",
    "segment-cover": "Finitely many closed intervals of positive length that cover a segment up to finitely many points cover it.",
    "square-root": "A quadratic with positive leading coefficient is negative just below its larger root and positive just below the smaller.",
    "stabilizer-chain": "The order of a group is the product of the orbits of b_i under the stabilizers of b_1 ... b_(i-1).",
    "taylor": "If den(0) != 0, num = den series through degree d determines the coefficients of the series through degree d.",
    "term-weights": "The input mixture's terms with k sites outside the target are a coefficient of t^k in a product input.",
    "threshold-root": "x - output changes sign in (0, bound) only at the root of its one factor that has a root there.",
    "trapping-region": "If a gauge falls by a factor below 1 at every step in a region, all its points flow to the one with gauge 0.",
    "twirl": "The average over a group transitive on nonzero displacements that fixes P maps onto the span of P and 1.",
    "uniform-map": "If chi = z off 0 and there are no signs, N_L is the enumerator of L S at z, and N_L averages to (B - A)/(p^2 - 1) off S.",
    "wigner-function": "W(a) = p^-2 sum_b w^[a,b] chi(b), for odd p.",
    "yield-exponent": "N inputs for one output with error c delta^k: the error falls as exp(-const N_total^x), x = log k / log N.",
}

FORMAL: dict[str, str] = {}
