(* The kinds of claims that the theory does not speak of, with their conventions: such a claim is declined, and under
   another convention it is malformed.  tests/theory/test_native.py compares them with the rules of the Python checker. *)

let conventions =
  [ ("basin",
      "areas[i] = the part of the area of the triangle e_1, e_2 >= 0, e_1 + e_2 <= 1 in the cells that are "
      ^ "shown to reach regions[i], all points after at most `steps` steps; undecided = the part in the other "
      ^ "cells, none of them of a level below `level`");
    ("basin-threshold",
      "the points start + x (end - start): for 0 <= x <= interval[0] all flow to the point of the region, "
      ^ "for interval[1] <= x <= 1 none does; x is the depolarizing rate delta where start is pure and end "
      ^ "maximally mixed");
    ("class-enumerator",
      "classes: points (u,v) with one chi, (0,0) first, chi = 0 left out; terms of the coset of the "
      ^ "encoded T(a|b): [sites in each class, operators with phase 1, r, r^2, .. over T(u|v)], r = w, or i "
      ^ "for p = 2; Y = T(1|1) = iXZ for p = 2");
    ("classification",
      "codes over F_3 contained in their duals and in no larger such code, one for each class under the "
      ^ "2^n n! signed permutations of the coordinates; automorphisms = those that map the code to itself; "
      ^ "codes with more words of low weight come first");
    ("fixed-points",
      "points = all fixed points of the map in the triangle, sorted by the lower ends of e_1, then e_2; at "
      ^ "= e_1 and e_2; eigenvalues = those of the Jacobian of the outputs by (e_1, e_2), sorted; a decimal "
      ^ "is within half a unit of its last digit; type = attractor, saddle, repeller: two, one, none of the "
      ^ "eigenvalues of absolute value below 1");
    ("flow",
      "iterating the map from `point` converges to the point of the region");
    ("graph-form",
      "unitaries V_i with V_i T(b) V_i* = T(local[i] b) up to phases take the joint +1 eigenvector of "
      ^ "stabilizers and logical_z to that of the X_i prod_j Z_j^adjacency[i][j], and logical_x[m] times a "
      ^ "product of stabilizers and logical_z to prod_i Z_i^vertices[m][i] up to a phase; adjacency symmetric, 0 on the diagonal");
    ("logical-action",
      "V^(x)n W = W U for the encoding isometry W with W X = T(logical_x) W and W Z = T(logical_z) W");
    ("outputs",
      "conditioned on the outcome +1 of every stabilizer; target: amplitudes of a vector on the encoded "
      ^ "qudits, the first one the slowest digit, not normalised; any = 1 - <target|output|target> / <target|target>; each: "
      ^ "the same for one qudit");
    ("printed",
      "within half a unit of the last printed digit; threshold, coefficient: in the parameter of the "
      ^ "family, or the place on the segment; infidelity: of the input at the threshold; success-at-zero: "
      ^ "where the parameter is 0");
    ("quotient",
      "value[0] < of / over < value[1]; of, over: the claims' thresholds, or bound of the `wigner` claim; "
      ^ "unit: the unit of both, the family's parameter for a `threshold` or `wigner` claim");
    ("term-weights",
      "weights[e][k] = sum over the x with k sites outside the target of <x|Pi_e|x>, Pi_e the encoded "
      ^ "state e");
    ("trapping",
      "x_0 = 1 - e_1 - e_2, x_1 = e_1, x_2 = e_2; the region = the points with gauge at most `ratio`, "
      ^ "gauge = the greatest 1 - x_i/P_i over P_i > 0, P the point; there gauge(output) <= contraction "
      ^ "gauge(input)");
    ("twirl",
      "infidelity = 1 - <target|rho(x)|target>, as [c0, c1] for c0 + c1 x; the group is counted up to "
      ^ "phases");
    ("wigner",
      "W(u,v) = p^-2 sum_b w^[(u,v),b] Tr(T(b) rho), function[u][v] = [c0, c1] for c0 + c1 x, x in [0, 1] "
      ^ "the parameter") ]
