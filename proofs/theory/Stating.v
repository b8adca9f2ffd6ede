(* From the theory to what claims/*.v say: the families and Clifford unitaries of the theory are those that the files
   write in numbers, and claims about them follow.  The tactics prove one equation of matrices each. *)
From Coq Require Import ZArith.
Delimit Scope Z_scope with coq_Z.
From mathcomp Require Import all_ssreflect all_algebra complex.
From mathcomp.algebra_tactics Require Import ring.
From Stillproof Require Import Definitions Tensor Polynomial Stated Roots Strange Norell Clifford Pauli QubitState.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.
Local Open Scope complex_scope.

Ltac literals := repeat match goal with |- context [@zr ?K ?c] =>
  let m := eval compute in (Z.abs_nat c) in
  match c with
  | Z0 => change (@zr K c) with (0 : K)
  | Zpos _ => change (@zr K c) with (m%:R : K)
  | Zneg _ => change (@zr K c) with (- m%:R : K)
  end end.
Ltac powers := repeat match goal with |- context [?x ^+ ?e] =>
  let e' := eval compute in e in progress change (x ^+ e) with (x ^+ e') end.
Ltac entry3 := apply/matrixP => -[[|[|[|//]]] ?] -[[|[|[|//]]] ?].
Ltac entry2 := apply/matrixP => -[[|[|//]] ?] -[[|[|//]] ?].
Ltac solved := by rewrite ?pnatr_eq0.

(* an equation in Q(zeta_m) *)
Ltac modulo z power := let x := fresh "x" in let e := fresh "e" in move: z power => x e; field: e; solved.
Ltac in_field := lazymatch goal with
  | |- context [zeta8 ?R] => modulo (zeta8 R : complex_numClosedFieldType R) (zeta8_4 R)
  | |- context [zeta12 ?R] => modulo (zeta12 R : complex_numClosedFieldType R) (zeta12_4 R)
  | |- context [zeta24 ?R] => modulo (zeta24 R : complex_numClosedFieldType R) (zeta24_8 R)
  end.

Ltac strange_mixture := entry3; rewrite strangeE !mxE /ket_S /=; literals; rewrite !in_C; field; solved.
Ltac norell_mixture := entry3; rewrite norellE !mxE /ket_S /ket_N /=; literals; rewrite !in_C; field; solved.
Ltac t_mixture :=
  entry2; rewrite /t_state mixtureE /bloch !combinationE !pauli1E !mxE /=; literals; powers;
  rewrite ?inverse_root ?in_C // ?sqrt3_12 ?i_12; in_field.
Ltac a_mixture :=
  entry2; rewrite a_stateE /bloch !combinationE !pauli1E !mxE /=; literals; powers;
  rewrite ?inverse_root ?in_C // ?inverse_root_C // ?sqrt2_8 ?i_8; in_field.
Ltac stated_H := entry3; rewrite !mxE /=; literals; powers; rewrite sqrtC_3 inverse_root_C // sqrt3_12 omega_12; in_field.
Ltac stated_N := entry3; rewrite !mxE /=; literals; powers; rewrite ?omega_12; in_field.

Section Lemmas.
Variable R : rcfType.
Notation C := (complex_numClosedFieldType R).
Notation J := (@conjC C).

Lemma adjoint_entries p (z : C) rows den i j :
  adjoint (entries p z rows den : 'M[C]_p) i j = peval (nth [::] (nth [::] rows j) i) (J z) / zr C den.
Proof. by rewrite !mxE conjM conjV conj_peval conj_zr. Qed.

(* the members of the strange state's ensemble *)
Lemma projects_real (x : 'I_3 -> C) (M : 'M[C]_3) : (forall i, J (x i) = x i) ->
  (forall i j, x i * x j = (\sum_k x k * x k) * M i j) -> projects_onto x M.
Proof. by move=> xJ eq i j; rewrite xJ eq; congr (_ * _); apply: eq_bigr => k _; rewrite xJ. Qed.
Lemma real_S i : J (ket_S R i) = ket_S R i. Proof. by rewrite /ket_S conjD conjN !conj_nat. Qed.
Lemma real_plus i : J (ket_plus R i) = ket_plus R i.
Proof. by rewrite /ket_plus conjD conjM conj1 conj_nat conj_real. Qed.
Lemma real_minus i : J (ket_minus R i) = ket_minus R i.
Proof. by rewrite /ket_minus conjD conjN conjM conj1 conj_nat conj_real. Qed.
End Lemmas.

Ltac stated_ket real := apply: projects_real; [exact: real|];
  move=> -[[|[|[|//]]] ?] -[[|[|[|//]]] ?]; rewrite !(mxE, big_ord_recl, big_ord0) /ket_S /ket_plus /ket_minus /=;
  literals; rewrite ?sqrt3_12; in_field.
Ltac stated_clifford conj i := split;
  [ entry2; rewrite mxE !big_ord_recl big_ord0 !adjoint_entries conj !mxE /=; literals; in_field
  | entry2; rewrite !(pauli1E, mxE, big_ord_recl, big_ord0) /=; literals; powers; rewrite ?i; in_field
  | entry2; rewrite !(pauli1E, mxE, big_ord_recl, big_ord0) /=; literals; powers; rewrite ?i; in_field ].
Ltac stated_clifford8 := stated_clifford conj_8 i_8.
Ltac stated_clifford24 := stated_clifford conj_24 i_24.


Section Claims.
Variable R : rcfType.
Notation C := (complex_numClosedFieldType R).

(* a map about the family of the theory is one about the mixture that a state file states *)
Lemma strange_map (rho : R -> 'M[C]_3) n (gens : seq (phase 1 n)) lx lz s f : (forall d, strange d = rho d) ->
  output_map gens lx lz s f -> forall V, decoder (omega R : C) gens lx lz V -> forall d : R, 0 <= d <= 1 ->
  0 < s d /\ decode V (rho d) = (s d)%:C *: rho (f d).
Proof. by move=> same map V dec d d_in; rewrite -!same; apply: map. Qed.

Lemma norell_mixture_map (rho : R -> R -> 'M[C]_3) n (gens : seq (phase 1 n)) lx lz s f0 fS :
  (forall e0 eS, norell e0 eS = rho e0 eS) -> norell_map gens lx lz s f0 fS ->
  forall V, decoder (omega R : C) gens lx lz V -> forall e0 eS : R, 0 <= e0 -> 0 <= eS -> e0 + eS <= 1 ->
  0 < s e0 eS /\ decode V (rho e0 eS) = (s e0 eS)%:C *: rho (f0 e0 eS) (fS e0 eS).
Proof. by move=> same map V dec e0 eS e0_ge0 eS_ge0 e_le1; rewrite -!same; apply: map. Qed.

Lemma qubit_map (family rho : R -> 'M[C]_2) n (gens : seq (bool * phase 0 n)) lx lz s f :
  (forall x, family x = rho x) -> qubit_output_map family gens lx lz s f ->
  forall V : 'M[C]_(dim 0 n, 2), qubit_decoder gens lx lz V -> forall x : R, 0 <= x <= 1 ->
  0 < s x /\ decode V (rho x) = (s x)%:C *: rho (f x).
Proof. by move=> same map V dec x x_in; rewrite -!same; apply: map. Qed.

Lemma same_symmetry q n (U M : 'M[C]_q.+2) (good : 'M[C]_(dim q n) -> Prop) : U = M ->
  (forall P, good P -> tensor (fun=> U) *m P = P *m tensor (fun=> U)) ->
  forall P, good P -> tensor (fun=> M) *m P = P *m tensor (fun=> M).
Proof. by move=> <-. Qed.

(* 1/1 is 1 *)
Lemma whole (P : R -> Prop) : P 1 -> P (zr R (Zpos xH) / zr R (Zpos xH)).
Proof. by rewrite zr1 divr1. Qed.
End Claims.
