(* The strange state: Tr(T(a) rho(delta)) = -(1 - delta)/2 for every a but 0 (Prakash 2020, sections 2.3 and 5),
   and a matrix with one value of Tr(T(a) M) for all a but 0 is a multiple of some rho(delta'). *)
From mathcomp Require Import all_ssreflect all_algebra complex.
From mathcomp.algebra_tactics Require Import ring.
From Stillproof Require Import Definitions Tensor Displacement.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.
Local Open Scope complex_scope.

Section Strange.
Variable R : rcfType.
Notation C := (complex_numClosedFieldType R).
Notation w := (omega R : C).

Lemma omega_sqr : w ^+ 2 = - 1 - w.
Proof.
have s3 : Num.sqrt 3%:R * Num.sqrt 3%:R = 3%:R :> R by rewrite -expr2 sqr_sqrtr ?ler0n.
have n2 : 2%:R != 0 :> R by rewrite pnatr_eq0.
rewrite expr2 /omega; apply/eqP; rewrite eq_complex /=; move: (Num.sqrt 3%:R) s3 => s s3.
apply/andP; split; apply/eqP; last by field.
have -> : s / 2%:R * (s / 2%:R) = 3%:R / 4%:R by rewrite mulrACA s3; field.
by field.
Qed.

Lemma omega_cube : w ^+ 3 = 1.
Proof. rewrite exprS omega_sqr mulrBr mulrN1 -expr2 omega_sqr; ring. Qed.

Lemma omega_prim : 3.-primitive_root w.
Proof.
have w_neq1 : w != 1.
  apply/eqP => w1; have /eqP := omega_sqr; rewrite w1 expr1n -subr_eq0 opprB opprK.
  by rewrite -[_ + _]/(3%:R : C) pnatr_eq0.
apply/andP; split=> //; apply/forallP => -[[|[|[|//]]] lt3]; rewrite unity_rootE /=.
- by rewrite expr1 (negPf w_neq1).
- apply/eqP/negP => /eqP w2; have := omega_cube; rewrite exprS w2 mulr1.
  by apply/eqP.
- by rewrite omega_cube eqxx.
Qed.

Lemma c2 : 2%:R != 0 :> C. Proof. by rewrite pnatr_eq0. Qed.
Lemma c3 : 3%:R != 0 :> C. Proof. by rewrite pnatr_eq0. Qed.

Definition overlap (d : R) : R := - ((1 - d) / 2%:R).

Lemma strangeE (d : R) i j : strange d i j =
  (1 - d%:C) * (ket_S R i * ket_S R j / 2%:R) + d%:C * ((i == j)%:R / 3%:R) :> C.
Proof. by rewrite mxE rmorphB rmorph1. Qed.

Lemma strange_trace (d : R) : \tr (strange d : 'M[C]_3) = 1.
Proof.
have n2 := c2; have n3 := c3.
rewrite /mxtrace !big_ord_recl big_ord0 !strangeE /ket_S /= ; move: (d%:C : C) => D.
by field; rewrite ?n2 ?n3.
Qed.

Lemma strange_overlap (d : R) (a : 'I_3 * 'I_3) : a != 0 ->
  \tr (displacement1 w a *m (strange d : 'M[C]_3)) = (overlap d)%:C.
Proof.
move=> a_neq0; rewrite trace_displacement1_mul //; last exact: omega_prim.
have -> : (overlap d)%:C = - ((1 - d%:C) / 2%:R) :> C.
  by rewrite /overlap rmorphN rmorphM rmorphB fmorphV rmorph_nat rmorph1.
rewrite !big_ord_recl big_ord0 !strangeE; move: (d%:C : C) => D.
have n2 := c2; have n3 := c3; have w2 := omega_sqr.
case: a a_neq0 => [[[|[|[|//]]] u3] [[|[|[|//]]] v3]] // _; rewrite /phase_factor /ket_S /=.
all: repeat match goal with |- context [w ^+ (?e %% 3)] =>
  let e' := eval compute in (e %% 3)%N in change (w ^+ (e %% 3)) with (w ^+ e') end.
all: rewrite ?expr0 ?expr1 ?w2.
all: field; by rewrite ?n2 ?n3.
Qed.

(* every matrix with these overlaps is s rho(d) *)
Lemma strange_determined (M : 'M[C]_3) (s d : R) : \tr M = s%:C ->
  (forall a, a != 0 -> \tr (displacement1 w a *m M) = (s * overlap d)%:C) -> M = s%:C *: strange d.
Proof.
move=> trM ovM; apply: (@displacement1_separate 1 C w) => //; first exact: omega_prim.
move=> a; rewrite -scalemxAr mxtraceZ.
have [->|a_neq0] := eqVneq a 0; first by rewrite displacement1_0 !mul1mx trM strange_trace mulr1.
by rewrite ovM // strange_overlap // rmorphM.
Qed.
End Strange.
