(* The Norell state N, the states |0> and S, and their mixtures: Tr(T(u|v) rho) is 1 at (0,0), (3 e0 - 1)/2 where only
   u = 0, and (1 - e0 - 2 eS)/2 elsewhere; a matrix with traces of this form is a multiple of a mixture.
   (Prakash 2020, section 6 and appendix B.) *)
From mathcomp Require Import all_ssreflect all_algebra complex.
From mathcomp.algebra_tactics Require Import ring.
From Stillproof Require Import Definitions Tensor Displacement Listing Strange.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.
Local Open Scope complex_scope.

Section Norell.
Variable R : rcfType.
Notation C := (complex_numClosedFieldType R).
Notation w := (omega R : C).
Let w_prim := omega_prim R.

Definition on_line (e0 : R) : R := (3%:R * e0 - 1) / 2%:R.
Definition off_line (e0 eS : R) : R := (1 - e0 - 2%:R * eS) / 2%:R.
Definition norell_value e0 eS : 'I_3 * 'I_3 -> R := @class_value 1 R (on_line e0) (off_line e0 eS).

Lemma norellE (e0 eS : R) i j : norell e0 eS i j =
  (1 - e0%:C - eS%:C) * (ket_N R i * ket_N R j / 2%:R) + e0%:C * ((i == 0)%:R * (j == 0)%:R)
  + eS%:C * (ket_S R i * ket_S R j / 2%:R) :> C.
Proof. by rewrite mxE !rmorphB rmorph1. Qed.

Lemma norell_trace (e0 eS : R) (a : 'I_3 * 'I_3) :
  \tr (displacement1 w a *m (norell e0 eS : 'M[C]_3)) = (norell_value e0 eS a)%:C.
Proof.
have n2 := c2 R; have w2 := omega_sqr R.
have on_C : (on_line e0)%:C = (3%:R * e0%:C - 1) / 2%:R :> C.
  by rewrite /on_line !(rmorphB, rmorphM, fmorphV, rmorph_nat, rmorph1).
have off_C : (off_line e0 eS)%:C = (1 - e0%:C - 2%:R * eS%:C) / 2%:R :> C.
  by rewrite /off_line !(rmorphB, rmorphM, fmorphV, rmorph_nat, rmorph1).
rewrite trace_displacement1_mul // !big_ord_recl big_ord0 !norellE /norell_value /class_value.
move: (on_line e0) (off_line e0 eS) on_C off_C => on off on_C off_C.
case: a => [[[|[|[|//]]] u3] [[|[|[|//]]] v3]]; rewrite /phase_factor /ket_S /ket_N /=.
all: repeat match goal with |- context [w ^+ (?e %% 3)] =>
  let e' := eval compute in (e %% 3)%N in change (w ^+ (e %% 3)) with (w ^+ e') end.
all: rewrite ?expr0 ?expr1 ?w2 ?rmorph1 ?on_C ?off_C; move: (e0%:C : C) (eS%:C : C) => x y.
all: by field; rewrite ?n2.
Qed.

Lemma norell_determined (M : 'M[C]_3) (s e0 eS : R) :
  (forall a, \tr (displacement1 w a *m M) = (s * norell_value e0 eS a)%:C) -> M = s%:C *: norell e0 eS.
Proof.
move=> trM; apply: (displacement1_separate w_prim) => a.
by rewrite -scalemxAr mxtraceZ trM norell_trace rmorphM.
Qed.
End Norell.
