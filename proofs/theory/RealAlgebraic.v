(* The theory over one concrete field: the real algebraic numbers.  A theorem with the archimedean property among its
   premises says something, since here is a field that has it; and the iterates of the Golay code's map converge there. *)
From Coq Require Import ZArith.
Delimit Scope Z_scope with coq_Z.
From mathcomp Require Import all_ssreflect all_algebra complex realalg.
From Stillproof Require Import Definitions Polynomial RationalMap.
From Stillproof.claims Require golay11_strange.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Lemma realalg_archimedean : Num.archimedean_axiom realalg_rcfType.
Proof.
move=> x; exists (Num.bound (`|x| : realalg_archiFieldType)).
exact: (@archi_boundP realalg_archiFieldType `|x| (normr_ge0 x)).
Qed.

Notation delta_out := (@golay11_strange.output_11_1 realalg_rcfType).

Theorem golay11_strange_realalg : exists t : realalg,
  [/\ 0 < t < 1, delta_out t = t, only_root [:: -9; 33; -31; 15]%coq_Z 1 t
    & forall d : realalg, 0 < d < t -> forall eps : realalg, 0 < eps ->
      exists N, forall m, (N <= m)%N -> 0 < iter m delta_out d < eps].
Proof.
have [t [_]] := golay11_strange.claim_23 realalg_rcfType; rewrite zr1 divr1.
move=> [[t_in fixed] _ _ converges _] root.
by exists t; split; last exact: (converges realalg_archimedean).
Qed.
