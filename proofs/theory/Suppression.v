(* Cubic suppression in the words of the claims: for a code of length n = 11 (mod 12) that H^(x)n and N^(x)n preserve and
   that has an output map f for strange states with depolarizing noise delta, f has no term of order 1 or 2:
     s(delta) f(delta) <= 4/9 C(n, 3) delta^3   and   s(delta) >= (1 - 2/3 delta)^n s(0),
   so |f(delta)| <= K delta^3 near 0.  That pure strange states are accepted, s(0) > 0, is part of having a map.
   (Prakash 2020, eq. (5.7) and (5.10).) *)
From mathcomp Require Import all_ssreflect all_algebra complex.
From mathcomp.algebra_tactics Require Import ring.
From Stillproof Require Import Definitions Tensor Displacement Projector Clifford Strange Twirl Transversal.
From Stillproof Require Import SelectionRule CubicError.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.
Local Open Scope complex_scope.

Section Depolarizing.
Variable R : rcfType.
Notation C := (complex_numClosedFieldType R).
Notation S := (strange 0 : 'M[C]_3).

(* depolarizing noise is noise on the even vectors: 1/3 = 1/3 |S><S| + 2/3 tau *)
Definition even_mixture : 'M[C]_3 := 2%:R^-1 *: (1%:M - S).

Lemma even_mixture_density : even_density even_mixture.
Proof.
have n2 := c2 R; have [QQ adjQ] := complement (S_sqr R) (adjoint_S R); split.
  by rewrite /even_mixture mxtraceZ raddfB /= mxtrace1 strange_trace; field; rewrite ?n2.
exists ((sqrtC 2%:R)^-1 *: (1%:M - S)).
  rewrite adjoint_scale adjQ -scalemxAl -scalemxAr scalerA QQ fmorphV (conj_Creal (ger0_real _)).
    by rewrite -invfM -expr2 sqrtCK.
  by rewrite sqrtC_ge0 ler0n.
move=> j i; have entry k : ((sqrtC 2%:R)^-1 *: (1%:M - S)) k j =
    (sqrtC 2%:R)^-1 * ((k == j)%:R - ket_S R k * ket_S R j / 2%:R) :> C.
  by rewrite -ket_SE [LHS]mxE [X in _ * X]mxE [X in X + _]mxE [X in _ + X]mxE.
rewrite !entry; congr (_ * _).
case: i => [[|[|[|//]]] i3]; case: j {entry} => [[|[|[|//]]] j3]; rewrite /ket_S /=; field; by rewrite ?n2.
Qed.

Lemma depolarizing (d : R) : strange d =
  (1 - (2%:R / 3%:R * d)%:C) *: S + (2%:R / 3%:R * d)%:C *: even_mixture :> 'M[C]_3.
Proof.
have n2 := c2 R; have n3 := c3 R; apply/matrixP => i j.
have entry : even_mixture i j = 2%:R^-1 * ((i == j)%:R - ket_S R i * ket_S R j / 2%:R) :> C.
  by rewrite -ket_SE [LHS]mxE [X in _ * X]mxE [X in X + _]mxE [X in _ + X]mxE.
have -> : (2%:R / 3%:R * d)%:C = 2%:R / 3%:R * d%:C :> C by rewrite !(rmorphM, fmorphV, rmorph_nat).
rewrite combineE entry ket_SE strangeE; move: (d%:C : C) => D.
by move: (ket_S R i : C) (ket_S R j : C) ((i == j)%:R : C) => x y z; field; rewrite ?n2 ?n3.
Qed.

Lemma outside_strange (c d : R) : \tr ((1%:M - S) *m (c%:C *: strange d)) = (c * (2%:R / 3%:R * d))%:C.
Proof.
rewrite -scalemxAr mxtraceZ mulmxBl mul1mx raddfB /= strange_trace (strange_infidelity d).
by rewrite [RHS]rmorphM.
Qed.
End Depolarizing.

Section Suppression.
Variables (R : rcfType) (n : nat).
Notation C := (complex_numClosedFieldType R).
Notation w := (omega R : C).
Notation H := (clifford_H 1 w).
Notation N := (clifford_N 1 w).
Notation S := (strange 0 : 'M[C]_3).
Variables (gens : seq (phase 1 n)) (lx lz : phase 1 n) (V : 'M[C]_(dim 1 n, 3)).
Hypothesis decV : decoder w gens lx lz V.
Notation P := (V *m adjoint V).
Hypothesis H_sym : tensor (fun=> H) *m P = P *m tensor (fun=> H).
Hypothesis N_sym : tensor (fun=> N) *m P = P *m tensor (fun=> N).
Hypothesis n11 : (n %% 12 = 11)%N.
Variables s f : R -> R.
Hypothesis map_sf : output_map gens lx lz s f.
Notation b := ('C(n, 3)%:R * (4%:R / 9%:R) : R).

Lemma third_error (d : R) : 0 <= d <= 1 -> [/\ 0 <= f d, s d * f d <= b * d ^+ 3
  & (1 - 2%:R / 3%:R * d) ^+ n * s 0 <= s d].
Proof.
move=> d01; have [d0 d1] := andP d01; have [s_gt0 out] := map_sf decV d01.
have zero01 : 0 <= (0 : R) <= 1 by rewrite lexx ler01.
have [_ out0] := map_sf decV zero01.
have n2 := c2 R; have n3 := c3 R; set e : R := 2%:R / 3%:R * d.
have e01R : 0 <= e <= 1.
  rewrite mulr_ge0 ?divr_ge0 ?ler0n // mulr_ile1 ?divr_ge0 ?ler0n //.
  by rewrite ler_pdivr_mulr ?ltr0n // mul1r ler_nat.
have e01 : 0 <= (e%:C : C) <= 1.
  by have : ((0 : R)%:C : C) <= e%:C <= (1 : R)%:C by rewrite !lecR.
have [error success] := cubic_error decV H_sym N_sym n11 (even_mixture_density R) e01.
have error_ge0 := error_ge0 decV (even_mixture_density R) e01.
rewrite -depolarizing out outside_strange in error error_ge0; rewrite -depolarizing out out0 in success.
have scaleE (c x : R) : \tr (c%:C *: (strange x : 'M[C]_3)) = c%:C by rewrite mxtraceZ strange_trace mulr1.
rewrite !scaleE in success.
have success' : (((1 - e) ^+ n * s 0)%:C : C) <= (s d)%:C.
  by apply: le_trans success; rewrite rmorphM rmorphX rmorphB rmorph1.
have error' : ((s d * (2%:R / 3%:R * f d))%:C : C) <= ('C(n, 3)%:R * e ^+ 3)%:C.
  by apply: (le_trans error); rewrite [X in _ <= X]rmorphM rmorphX rmorph_nat.
have error_ge0' : ((0 : R)%:C : C) <= (s d * (2%:R / 3%:R * f d))%:C by [].
rewrite !lecR in success' error' error_ge0'.
have two_thirds : 0 < 2%:R / 3%:R :> R by rewrite divr_gt0 ?ltr0n.
split=> //; first by move: error_ge0'; rewrite pmulr_rge0 // pmulr_rge0.
rewrite -(ler_pmul2l two_thirds) mulrCA; apply: le_trans error' _.
rewrite le_eqVlt; apply/orP; left; apply/eqP; rewrite /e exprMn.
by move: (_%:R : R) (d ^+ 3) => x y; field; rewrite ?pnatr_eq0.
Qed.

(* the first term of the output map that may not vanish is of order 3 *)
Theorem cubic_suppression : exists h K : R, 0 < h /\ forall d, 0 <= d <= h -> 0 <= f d <= K * d ^+ 3.
Proof.
have zero01 : 0 <= (0 : R) <= 1 by rewrite lexx ler01.
have [s0_gt0 _] := map_sf decV zero01.
pose floor : R := (2%:R / 3%:R) ^+ n * s 0.
have floor_gt0 : 0 < floor by rewrite mulr_gt0 // exprn_gt0 // divr_gt0 ?ltr0n.
exists 2%:R^-1, (b / floor); split=> [|d /andP[d0 d_half]]; first by rewrite invr_gt0 ltr0n.
have d1 : d <= 1 by apply: le_trans d_half _; rewrite invf_le1 ?ltr0n // ler1n.
have [f_ge0 sf s_ge] := third_error (introT andP (conj d0 d1)); rewrite f_ge0 /=.
rewrite mulrAC ler_pdivl_mulr //; apply: le_trans sf; rewrite mulrC ler_wpmul2r //.
apply: le_trans s_ge; rewrite ler_pmul2r //.
have third : 2%:R / 3%:R * d <= 2%:R / 3%:R * 2%:R^-1.
  by rewrite ler_pmul2l // divr_gt0 ?ltr0n.
have split_one : 1 - 2%:R / 3%:R * 2%:R^-1 = 2%:R / 3%:R :> R by field; rewrite ?pnatr_eq0.
have two_thirds : 2%:R / 3%:R <= 1 - 2%:R / 3%:R * d by rewrite -[X in X <= _]split_one ler_add2l ler_opp2.
have two_thirds_ge0 : 0 <= 2%:R / 3%:R :> R by rewrite divr_ge0 ?ler0n.
by apply: ler_expn2r; rewrite ?nnegrE // (le_trans two_thirds_ge0).
Qed.
End Suppression.
