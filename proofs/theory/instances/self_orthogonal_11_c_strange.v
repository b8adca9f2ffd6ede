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

Definition self_orthogonal_11_c : code := Code 11
  [:: ([:: 1; 0; 0; 0; 0; 0; 1; 1; 1; 1; 1], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 1; 0; 0; 0; 1; 0; 1; 1; 2; 2], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 1; 0; 0; 2; 1; 1; 2; 0; 2], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 1; 0; 1; 1; 0; 2; 2; 1], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 0; 1; 2; 2; 1; 0; 2; 1], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 1; 0; 0; 0; 0; 0; 1; 1; 1; 1; 1]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 1; 0; 0; 0; 1; 0; 1; 1; 2; 2]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 0; 1; 0; 0; 2; 1; 1; 2; 0; 2]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 0; 0; 1; 0; 1; 1; 0; 2; 2; 1]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 0; 0; 0; 1; 2; 2; 1; 0; 2; 1])]%N
  ([:: 1; 1; 1; 1; 1; 1; 1; 2; 2; 2; 1], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0])%N
  ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 2; 2; 2; 2; 2; 2; 2; 1; 1; 1; 2])%N.

(* the number of elements of each weight in the stabilizer group and in its normalizer, phases left out *)
Definition enumerator_A : seq Z :=
  [:: 1; 0; 0; 0; 0; 0; 528; 0; 7920; 11000; 23760; 15840].
Definition enumerator_B : seq Z :=
  [:: 1; 0; 0; 0; 0; 528; 528; 15840; 40920; 129800; 198000; 145824].

(* probability of success and output parameter, as polynomials, low degree first *)
Definition success_num : seq Z :=
  [:: 2187; -16038; 53460; -102465; 121770; -86328; 23628; 18810; -25245; 13750; -3960; 495].
Definition success_den : seq Z :=
  [:: 3779136].
Definition output_num : seq Z :=
  [:: 0; 0; 0; 13365; -71280; 181764; -283536; 292710; -203280; 92180; -24816; 3021].
Definition output_den : seq Z :=
  [:: 4374; -32076; 106920; -204930; 243540; -172656; 47256; 37620; -50490; 27500; -7920; 990].

(* the threshold is a root of this polynomial *)
Definition threshold_polynomial : seq Z :=
  [:: -9; 33; -31; 15].

Definition self_orthogonal_11_c_strange : statement := Statement self_orthogonal_11_c
  [:: CodeClaim 5;
      EnumeratorClaim enumerator_A enumerator_B;
      MapClaim success_num success_den output_num output_den;
      SuppressionClaim 3 (55, 18);
      RemainderClaim 3 (55, 18) (15, 1) (1, 1);
      ThresholdClaim threshold_polynomial
        (3871543464717955634960014843797, 10000000000000000000000000000000)
        (1935771732358977817480007421899, 5000000000000000000000000000000);
      YieldClaim 3 (19008, 1) (63, 565)%N (94, 843)%N;
      SymmetryClaim [:: GateH];
      SymmetryClaim [:: GateN]].

Definition self_orthogonal_11_c_strange_certificate : certificate := Certificate
  [:: ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 2; 2; 1; 2; 1; 1; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 1; 1; 2; 1; 1; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 2; 0; 2; 1; 1; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 2; 1; 1; 1; 1; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 2; 1; 2; 0; 1; 0; 0; 0; 0; 0]);
      ([:: 1; 1; 2; 1; 2; 2; 0; 0; 0; 0; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 2; 2; 1; 2; 2; 0; 0; 0; 0; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 1; 0; 1; 2; 2; 0; 0; 0; 0; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 1; 2; 2; 2; 2; 0; 0; 0; 0; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 1; 2; 1; 0; 2; 0; 0; 0; 0; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0])]%N
  [:: [:: [:: 0; 0; 0; 0; 0; 1; 0; 0; 0; 0];
        [:: 0; 0; 0; 0; 0; 0; 1; 0; 0; 0];
        [:: 0; 0; 0; 0; 0; 0; 0; 1; 0; 0];
        [:: 0; 0; 0; 0; 0; 0; 0; 0; 1; 0];
        [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 1];
        [:: 2; 0; 0; 0; 0; 0; 0; 0; 0; 0];
        [:: 0; 2; 0; 0; 0; 0; 0; 0; 0; 0];
        [:: 0; 0; 2; 0; 0; 0; 0; 0; 0; 0];
        [:: 0; 0; 0; 2; 0; 0; 0; 0; 0; 0];
        [:: 0; 0; 0; 0; 2; 0; 0; 0; 0; 0]];
    [:: [:: 2; 0; 0; 0; 0; 1; 0; 0; 0; 0];
        [:: 0; 2; 0; 0; 0; 0; 1; 0; 0; 0];
        [:: 0; 0; 2; 0; 0; 0; 0; 1; 0; 0];
        [:: 0; 0; 0; 2; 0; 0; 0; 0; 1; 0];
        [:: 0; 0; 0; 0; 2; 0; 0; 0; 0; 1];
        [:: 0; 0; 0; 0; 0; 2; 0; 0; 0; 0];
        [:: 0; 0; 0; 0; 0; 0; 2; 0; 0; 0];
        [:: 0; 0; 0; 0; 0; 0; 0; 2; 0; 0];
        [:: 0; 0; 0; 0; 0; 0; 0; 0; 2; 0];
        [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 2]]]%N
  [:: 0; -486; 1782; -2187; -117; 3210; -3792; 2117; -593; 66].
End Data.

(* the kernel runs the checker *)
Lemma self_orthogonal_11_c_strange_checked : check self_orthogonal_11_c_strange self_orthogonal_11_c_strange_certificate = true.
Proof. by vm_cast_no_check (erefl true). Qed.

Section Theorems.
Local Open Scope ring_scope.
Variable R : rcfType.

Lemma self_orthogonal_11_c_strange_holds : all_hold R self_orthogonal_11_c (claims self_orthogonal_11_c_strange).
Proof. exact: (check_sound R self_orthogonal_11_c_strange_checked). Qed.
End Theorems.

From Stillproof Require Stated Stating.
From Stillproof.instances Require stated_qutrits.

(* claim_<n> for the n-th claim of the statement: what it says is in ../claims *)
Section Claims.
Local Open Scope ring_scope.
Variable R : rcfType.

Definition claim_1 :=
  (holds_at (self_orthogonal_11_c_strange_holds R) (i := 0) isT).
Definition claim_4 :=
  Stating.same_symmetry (etrans (mulmx1 _) (esym (stated_qutrits.unitary_1 R))) (holds_at (self_orthogonal_11_c_strange_holds R) (i := 7) isT).
Definition claim_5 :=
  Stating.same_symmetry (etrans (mulmx1 _) (esym (stated_qutrits.unitary_2 R))) (holds_at (self_orthogonal_11_c_strange_holds R) (i := 8) isT).
Definition claim_6 :=
  (holds_at (self_orthogonal_11_c_strange_holds R) (i := 1) isT).
Definition claim_7 :=
  Stating.strange_map (@stated_qutrits.family_1 R) (holds_at (self_orthogonal_11_c_strange_holds R) (i := 2) isT).
Definition claim_11 :=
  (holds_at (self_orthogonal_11_c_strange_holds R) (i := 3) isT) _ _ (holds_at (self_orthogonal_11_c_strange_holds R) (i := 2) isT).
Definition claim_12 :=
  Stating.whole (P := (fun b => exists t : R, [/\ zr R 3871543464717955634960014843797%coq_Z / zr R 10000000000000000000000000000000%coq_Z < t < zr R 1935771732358977817480007421899%coq_Z / zr R 5000000000000000000000000000000%coq_Z,
    threshold_below (fraction output_num output_den) b t & only_root threshold_polynomial b t]))
    ((holds_at (self_orthogonal_11_c_strange_holds R) (i := 5) isT) _ _ (holds_at (self_orthogonal_11_c_strange_holds R) (i := 2) isT)).
Definition claim_13 :=
  (holds_at (self_orthogonal_11_c_strange_holds R) (i := 6) isT) _ _ (holds_at (self_orthogonal_11_c_strange_holds R) (i := 2) isT).

(* the constant for the rest: computed here *)
Theorem self_orthogonal_11_c_strange_remainder :
  remainder (fraction output_num output_den : R -> R) 3 (zr R 55%coq_Z / zr R 18%coq_Z) (zr R 15%coq_Z / zr R 1%coq_Z) (zr R 1%coq_Z / zr R 1%coq_Z).
Proof. exact: (holds_at (self_orthogonal_11_c_strange_holds R) (i := 4) isT) _ _ (holds_at (self_orthogonal_11_c_strange_holds R) (i := 2) isT). Qed.
End Claims.
