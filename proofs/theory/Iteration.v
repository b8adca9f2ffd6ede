(* Repeated distillation: where each round gains at least a positive amount, the error goes to 0.
   (Prakash 2020, section 5: what "threshold" means.) *)
From mathcomp Require Import all_ssreflect all_algebra.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section Iteration.
Variable R : realFieldType.
Hypothesis archi : Num.archimedean_axiom R.
Variables (f : R -> R) (t : R).
Hypothesis improves : forall d, 0 < d < t -> 0 < f d < d.
Hypothesis gains : forall x y, 0 < x -> x <= y -> y < t ->
  exists2 e, 0 < e & forall d, x <= d <= y -> e <= d - f d.

Theorem iterate_converges d : 0 < d < t -> forall eps, 0 < eps ->
  exists N, forall m, (N <= m)%N -> 0 < iter m f d < eps.
Proof.
move=> /andP[d0 dt] eps eps0.
have inside m : 0 < iter m f d <= d.
  elim: m => [|m /andP[x0 xd]]; first by rewrite d0 lexx.
  have /andP[fx0 fx] := improves (introT andP (conj x0 (le_lt_trans xd dt))).
  by rewrite iterS fx0 (le_trans (ltW fx)).
have down m : iter m.+1 f d < iter m f d.
  have /andP[x0 xd] := inside m.
  by have /andP[] := improves (introT andP (conj x0 (le_lt_trans xd dt))).
have [d_small|d_big] := ltP d eps.
  by exists 0%N => m _; have /andP[x0 xd] := inside m; rewrite x0 (le_lt_trans xd).
have [e e0 gain] := gains eps0 d_big dt.
have step m : iter m f d < eps \/ iter m f d <= d - e *+ m.
  elim: m => [|m [small|big]]; first by right; rewrite mulr0n subr0.
    by left; apply: lt_trans (down m) small.
  have [small|large] := ltP (iter m f d) eps; first by left; apply: lt_trans (down m) small.
  right; have /andP[_ xd] := inside m; have := gain _ (introT andP (conj large xd)).
  rewrite iterS ler_subr_addl -ler_subr_addr => h; apply: le_trans h _.
  by rewrite mulrSr opprD addrA ler_add2r.
have [N dN] := archi (d / e); exists N => m le_Nm; have /andP[-> _] := inside m => /=.
have small : iter N f d < eps.
  case: (step N) => // big; have /andP[x0 _] := inside N.
  have := lt_le_trans x0 big; rewrite subr_gt0 -mulr_natr mulrC -ltr_pdivl_mulr // => lt_N.
  by have := lt_trans (le_lt_trans (ler_norm _) dN) lt_N; rewrite ltxx.
elim: m le_Nm => [|m IHm]; first by rewrite leqn0 => /eqP N0; rewrite N0 in small.
by rewrite leq_eqVlt => /predU1P[<- //|/IHm]; apply: lt_trans (down m).
Qed.
End Iteration.
