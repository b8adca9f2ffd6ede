(* Generated from the statement with the name of this file, its code and its certificate.  Do not edit. *)
From Coq Require Import ZArith.
Delimit Scope Z_scope with coq_Z.
From mathcomp Require Import all_ssreflect all_algebra complex.
From Stillproof Require Import Definitions Displacement Projector Polynomial Listing RationalMap Check Soundness.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory.

Section Data.
Local Open Scope Z_scope.

Definition self_orthogonal_13_f : code := Code 13
  [:: ([:: 1; 0; 0; 0; 0; 0; 0; 1; 1; 1; 1; 1; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 1; 0; 0; 0; 0; 1; 0; 1; 1; 2; 2; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 1; 0; 0; 0; 2; 1; 1; 2; 0; 2; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 1; 0; 0; 1; 1; 2; 0; 1; 2; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 0; 1; 0; 1; 1; 0; 2; 2; 1; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 0; 0; 1; 1; 2; 1; 2; 1; 0; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 1; 0; 0; 0; 0; 0; 0; 1; 1; 1; 1; 1; 0]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 1; 0; 0; 0; 0; 1; 0; 1; 1; 2; 2; 0]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 0; 1; 0; 0; 0; 2; 1; 1; 2; 0; 2; 0]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 0; 0; 1; 0; 0; 1; 1; 2; 0; 1; 2; 0]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 0; 0; 0; 1; 0; 1; 1; 0; 2; 2; 1; 0]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 0; 0; 0; 0; 1; 1; 2; 1; 2; 1; 0; 0])]%N
  ([:: 1; 1; 1; 1; 1; 2; 1; 2; 1; 1; 2; 2; 1], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0])%N
  ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 1; 1; 1; 1; 1; 2; 1; 2; 1; 1; 2; 2; 1])%N.

(* the number of elements of each weight in the stabilizer group and in its normalizer, phases left out *)
Definition enumerator_A : seq Z :=
  [:: 1; 0; 0; 0; 0; 0; 1056; 0; 23760; 44000; 142560; 190080; 129984; 0].
Definition enumerator_B : seq Z :=
  [:: 1; 8; 0; 0; 0; 0; 1056; 8448; 23760; 234080; 494560; 1330560; 1650624; 1039872].

(* probability of success and output parameter, as polynomials, low degree first *)
Definition success_num : seq Z :=
  [:: 6561; -52488; 192456; -427680; 654885; -755568; 708840; -567072; 382635; -203720; 77616; -18432; 2031].
Definition success_den : seq Z :=
  [:: 34012224].
Definition output_num : seq Z :=
  [:: 0; 1].
Definition output_den : seq Z :=
  [:: 1].

Definition self_orthogonal_13_f_strange : statement := Statement self_orthogonal_13_f
  [:: CodeClaim 1;
      EnumeratorClaim enumerator_A enumerator_B;
      MapClaim success_num success_den output_num output_den;
      SuppressionClaim 1 (1, 1);
      RemainderClaim 1 (1, 1) (1, 1) (1, 1);
      SymmetryClaim [:: GateH];
      SymmetryClaim [:: GateN]].

Definition self_orthogonal_13_f_strange_certificate : certificate := Certificate
  [:: ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 2; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 1]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 2; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 1]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 0; 2; 0; 0; 0; 0; 0; 0; 0; 0; 0; 1]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 0; 0; 2; 0; 0; 0; 0; 0; 0; 0; 0; 1]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 0; 0; 0; 2; 0; 0; 0; 0; 0; 0; 0; 1]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 0; 0; 0; 0; 2; 0; 0; 0; 0; 0; 0; 2]);
      ([:: 1; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 2], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 1; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 2], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 1; 0; 0; 0; 0; 0; 0; 0; 0; 0; 2], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 1; 0; 0; 0; 0; 0; 0; 0; 0; 2], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 0; 1; 0; 0; 0; 0; 0; 0; 0; 2], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 0; 0; 1; 0; 0; 0; 0; 0; 0; 1], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0])]%N
  [:: [:: [:: 0; 0; 0; 0; 0; 0; 1; 0; 0; 0; 0; 0];
        [:: 0; 0; 0; 0; 0; 0; 0; 1; 0; 0; 0; 0];
        [:: 0; 0; 0; 0; 0; 0; 0; 0; 1; 0; 0; 0];
        [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 1; 0; 0];
        [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 1; 0];
        [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 1];
        [:: 2; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0];
        [:: 0; 2; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0];
        [:: 0; 0; 2; 0; 0; 0; 0; 0; 0; 0; 0; 0];
        [:: 0; 0; 0; 2; 0; 0; 0; 0; 0; 0; 0; 0];
        [:: 0; 0; 0; 0; 2; 0; 0; 0; 0; 0; 0; 0];
        [:: 0; 0; 0; 0; 0; 2; 0; 0; 0; 0; 0; 0]];
    [:: [:: 2; 0; 0; 0; 0; 0; 1; 0; 0; 0; 0; 0];
        [:: 0; 2; 0; 0; 0; 0; 0; 1; 0; 0; 0; 0];
        [:: 0; 0; 2; 0; 0; 0; 0; 0; 1; 0; 0; 0];
        [:: 0; 0; 0; 2; 0; 0; 0; 0; 0; 1; 0; 0];
        [:: 0; 0; 0; 0; 2; 0; 0; 0; 0; 0; 1; 0];
        [:: 0; 0; 0; 0; 0; 2; 0; 0; 0; 0; 0; 1];
        [:: 0; 0; 0; 0; 0; 0; 2; 0; 0; 0; 0; 0];
        [:: 0; 0; 0; 0; 0; 0; 0; 2; 0; 0; 0; 0];
        [:: 0; 0; 0; 0; 0; 0; 0; 0; 2; 0; 0; 0];
        [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 2; 0; 0];
        [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 2; 0];
        [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 2]]]%N
  [::].
End Data.

(* the kernel runs the checker *)
Lemma self_orthogonal_13_f_strange_checked : check self_orthogonal_13_f_strange self_orthogonal_13_f_strange_certificate = true.
Proof. by vm_cast_no_check (erefl true). Qed.

Section Theorems.
Local Open Scope ring_scope.
Variable R : rcfType.

Lemma self_orthogonal_13_f_strange_holds : all_hold R self_orthogonal_13_f (claims self_orthogonal_13_f_strange).
Proof. exact: (check_sound R self_orthogonal_13_f_strange_checked). Qed.
End Theorems.

From Stillproof Require Stated Stating.
From Stillproof.instances Require stated_qutrits.

(* claim_<n> for the n-th claim of the statement: what it says is in ../claims *)
Section Claims.
Local Open Scope ring_scope.
Variable R : rcfType.

Definition claim_1 :=
  (holds_at (self_orthogonal_13_f_strange_holds R) (i := 0) isT).
Definition claim_4 :=
  Stating.same_symmetry (etrans (mulmx1 _) (esym (stated_qutrits.unitary_1 R))) (holds_at (self_orthogonal_13_f_strange_holds R) (i := 5) isT).
Definition claim_5 :=
  Stating.same_symmetry (etrans (mulmx1 _) (esym (stated_qutrits.unitary_2 R))) (holds_at (self_orthogonal_13_f_strange_holds R) (i := 6) isT).
Definition claim_6 :=
  (holds_at (self_orthogonal_13_f_strange_holds R) (i := 1) isT).
Definition claim_7 :=
  Stating.strange_map (@stated_qutrits.family_1 R) (holds_at (self_orthogonal_13_f_strange_holds R) (i := 2) isT).
Definition claim_11 :=
  (holds_at (self_orthogonal_13_f_strange_holds R) (i := 3) isT) _ _ (holds_at (self_orthogonal_13_f_strange_holds R) (i := 2) isT).

(* the constant for the rest: computed here *)
Theorem self_orthogonal_13_f_strange_remainder :
  remainder (fraction output_num output_den : R -> R) 1 (zr R 1%coq_Z / zr R 1%coq_Z) (zr R 1%coq_Z / zr R 1%coq_Z) (zr R 1%coq_Z / zr R 1%coq_Z).
Proof. exact: (holds_at (self_orthogonal_13_f_strange_holds R) (i := 4) isT) _ _ (holds_at (self_orthogonal_13_f_strange_holds R) (i := 2) isT). Qed.
End Claims.
