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

Definition self_orthogonal_13_b : code := Code 13
  [:: ([:: 1; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 1; 1], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 1; 0; 0; 0; 0; 0; 0; 0; 0; 0; 1; 2], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 1; 0; 0; 0; 0; 0; 0; 1; 1; 0; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 1; 0; 0; 1; 1; 1; 1; 2; 0; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 0; 1; 0; 0; 1; 2; 0; 0; 0; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 0; 0; 1; 1; 2; 2; 2; 1; 0; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 1; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 1; 1]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 1; 0; 0; 0; 0; 0; 0; 0; 0; 0; 1; 2]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 0; 1; 0; 0; 0; 0; 0; 0; 1; 1; 0; 0]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 0; 0; 1; 0; 0; 1; 1; 1; 1; 2; 0; 0]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 0; 0; 0; 1; 0; 0; 1; 2; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 0; 0; 0; 0; 1; 1; 2; 2; 2; 1; 0; 0])]%N
  ([:: 0; 1; 0; 0; 1; 1; 1; 1; 2; 1; 2; 1; 2], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0])%N
  ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 1; 0; 0; 1; 1; 1; 1; 2; 1; 2; 1; 2])%N.

(* the number of elements of each weight in the stabilizer group and in its normalizer, phases left out *)
Definition enumerator_A : seq Z :=
  [:: 1; 0; 0; 56; 48; 0; 1176; 2448; 2592; 15296; 61056; 145152; 196096; 107520].
Definition enumerator_B : seq Z :=
  [:: 1; 0; 0; 56; 264; 864; 3336; 18864; 63072; 143168; 468864; 1320192; 1827328; 936960].

Definition self_orthogonal_13_b_strange : statement := Statement self_orthogonal_13_b
  [:: CodeClaim 4;
      EnumeratorClaim enumerator_A enumerator_B;
      SymmetryClaim [:: GateH];
      SymmetryClaim [:: GateN]].

Definition self_orthogonal_13_b_strange_certificate : certificate := Certificate
  [:: ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 2; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 2; 0; 2; 2; 1; 0; 1; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 0; 2; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 0; 0; 2; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 0; 0; 2; 1; 1; 0; 1; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 0; 0; 2; 2; 0; 0; 1; 0; 0; 0; 0; 0]);
      ([:: 1; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 1; 0; 1; 1; 2; 0; 2; 0; 0; 0; 0; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 1; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 1; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 1; 2; 2; 0; 2; 0; 0; 0; 0; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 1; 1; 0; 0; 2; 0; 0; 0; 0; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0])]%N
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
Lemma self_orthogonal_13_b_strange_checked : check self_orthogonal_13_b_strange self_orthogonal_13_b_strange_certificate = true.
Proof. by vm_cast_no_check (erefl true). Qed.

Section Theorems.
Local Open Scope ring_scope.
Variable R : rcfType.

Lemma self_orthogonal_13_b_strange_holds : all_hold R self_orthogonal_13_b (claims self_orthogonal_13_b_strange).
Proof. exact: (check_sound R self_orthogonal_13_b_strange_checked). Qed.
End Theorems.

From Stillproof Require Stated Stating.
From Stillproof.instances Require stated_qutrits.

(* claim_<n> for the n-th claim of the statement: what it says is in ../claims *)
Section Claims.
Local Open Scope ring_scope.
Variable R : rcfType.

Definition claim_1 :=
  (holds_at (self_orthogonal_13_b_strange_holds R) (i := 0) isT).
Definition claim_4 :=
  Stating.same_symmetry (etrans (mulmx1 _) (esym (stated_qutrits.unitary_1 R))) (holds_at (self_orthogonal_13_b_strange_holds R) (i := 2) isT).
Definition claim_5 :=
  Stating.same_symmetry (etrans (mulmx1 _) (esym (stated_qutrits.unitary_2 R))) (holds_at (self_orthogonal_13_b_strange_holds R) (i := 3) isT).
Definition claim_6 :=
  (holds_at (self_orthogonal_13_b_strange_holds R) (i := 1) isT).
End Claims.
