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

Definition golay11 : code := Code 11
  [:: ([:: 1; 2; 2; 2; 1; 0; 1; 0; 0; 0; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 1; 2; 2; 2; 1; 0; 1; 0; 0; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 1; 2; 2; 2; 1; 0; 1; 0; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 1; 2; 2; 2; 1; 0; 1; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 0; 1; 2; 2; 2; 1; 0; 1], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 1; 2; 2; 2; 1; 0; 1; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 1; 2; 2; 2; 1; 0; 1; 0; 0; 0]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 0; 1; 2; 2; 2; 1; 0; 1; 0; 0]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 0; 0; 1; 2; 2; 2; 1; 0; 1; 0]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 0; 0; 0; 1; 2; 2; 2; 1; 0; 1])]%N
  ([:: 1; 1; 1; 1; 1; 1; 1; 1; 1; 1; 1], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0])%N
  ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 2; 2; 2; 2; 2; 2; 2; 2; 2; 2; 2])%N.

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

Definition golay11_strange : statement := Statement golay11
  [:: CodeClaim 5;
      EnumeratorClaim enumerator_A enumerator_B;
      MapClaim success_num success_den output_num output_den;
      SuppressionClaim 3 (55, 18);
      RemainderClaim 3 (55, 18) (15, 1) (1, 1);
      ThresholdClaim threshold_polynomial
        (3871543464717955634960014843797, 10000000000000000000000000000000)
        (1935771732358977817480007421899, 5000000000000000000000000000000);
      YieldClaim 3 (19008, 1) (63, 565)%N (94, 843)%N;
      ProjectionClaim 0 0 (1, 0) 1728;
      ProjectionClaim 1 0 (0, 0) 1;
      ProjectionClaim 0 1 (0, 0) 1;
      ProjectionClaim 2 0 (0, 0) 1;
      ProjectionClaim 1 1 (0, 0) 1;
      ProjectionClaim 0 2 (0, 0) 1;
      SymmetryClaim [:: GateH];
      SymmetryClaim [:: GateN]].

Definition golay11_strange_certificate : certificate := Certificate
  [:: ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 1; 0; 1; 2; 1; 1; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 2; 2; 1; 2; 2; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 2; 0; 2; 1; 1; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 1; 1; 0; 2; 2; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 1; 2; 0; 0; 1; 2; 0; 0; 0; 0; 0]);
      ([:: 2; 0; 2; 1; 2; 2; 0; 0; 0; 0; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 1; 1; 2; 1; 1; 0; 0; 0; 0; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 1; 0; 1; 2; 2; 0; 0; 0; 0; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 2; 2; 0; 1; 1; 0; 0; 0; 0; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 2; 1; 0; 0; 2; 1; 0; 0; 0; 0; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0])]%N
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
Lemma golay11_strange_checked : check golay11_strange golay11_strange_certificate = true.
Proof. by vm_cast_no_check (erefl true). Qed.

Section Theorems.
Local Open Scope ring_scope.
Variable R : rcfType.

Lemma golay11_strange_holds : all_hold R golay11 (claims golay11_strange).
Proof. exact: (check_sound R golay11_strange_checked). Qed.
End Theorems.

From Stillproof Require Stated Stating.
From Stillproof.instances Require stated_qutrits.

(* claim_<n> for the n-th claim of the statement: what it says is in ../claims *)
Section Claims.
Local Open Scope ring_scope.
Variable R : rcfType.

Definition claim_1 :=
  (holds_at (golay11_strange_holds R) (i := 0) isT).
Definition claim_8 :=
  Stating.same_symmetry (etrans (mulmx1 _) (esym (stated_qutrits.unitary_1 R))) (holds_at (golay11_strange_holds R) (i := 13) isT).
Definition claim_9 :=
  Stating.same_symmetry (etrans (mulmx1 _) (esym (stated_qutrits.unitary_2 R))) (holds_at (golay11_strange_holds R) (i := 14) isT).
Definition claim_10 :=
  (holds_at (golay11_strange_holds R) (i := 1) isT).
Definition claim_11 :=
  Stating.strange_map (@stated_qutrits.family_1 R) (holds_at (golay11_strange_holds R) (i := 2) isT).
Definition claim_15 :=
  And4 (stated_qutrits.ket_1 R) (stated_qutrits.ket_2 R) (stated_qutrits.ket_3 R) (holds_at (golay11_strange_holds R) (i := 7) isT).
Definition claim_16 :=
  And4 (stated_qutrits.ket_1 R) (stated_qutrits.ket_2 R) (stated_qutrits.ket_3 R) (holds_at (golay11_strange_holds R) (i := 8) isT).
Definition claim_17 :=
  And4 (stated_qutrits.ket_1 R) (stated_qutrits.ket_2 R) (stated_qutrits.ket_3 R) (holds_at (golay11_strange_holds R) (i := 9) isT).
Definition claim_18 :=
  And4 (stated_qutrits.ket_1 R) (stated_qutrits.ket_2 R) (stated_qutrits.ket_3 R) (holds_at (golay11_strange_holds R) (i := 10) isT).
Definition claim_19 :=
  And4 (stated_qutrits.ket_1 R) (stated_qutrits.ket_2 R) (stated_qutrits.ket_3 R) (holds_at (golay11_strange_holds R) (i := 11) isT).
Definition claim_20 :=
  And4 (stated_qutrits.ket_1 R) (stated_qutrits.ket_2 R) (stated_qutrits.ket_3 R) (holds_at (golay11_strange_holds R) (i := 12) isT).
Definition claim_22 :=
  (holds_at (golay11_strange_holds R) (i := 3) isT) _ _ (holds_at (golay11_strange_holds R) (i := 2) isT).
Definition claim_23 :=
  Stating.whole (P := (fun b => exists t : R, [/\ zr R 3871543464717955634960014843797%coq_Z / zr R 10000000000000000000000000000000%coq_Z < t < zr R 1935771732358977817480007421899%coq_Z / zr R 5000000000000000000000000000000%coq_Z,
    threshold_below (fraction output_num output_den) b t & only_root threshold_polynomial b t]))
    ((holds_at (golay11_strange_holds R) (i := 5) isT) _ _ (holds_at (golay11_strange_holds R) (i := 2) isT)).
Definition claim_25 :=
  (holds_at (golay11_strange_holds R) (i := 6) isT) _ _ (holds_at (golay11_strange_holds R) (i := 2) isT).

(* the constant for the rest: computed here *)
Theorem golay11_strange_remainder :
  remainder (fraction output_num output_den : R -> R) 3 (zr R 55%coq_Z / zr R 18%coq_Z) (zr R 15%coq_Z / zr R 1%coq_Z) (zr R 1%coq_Z / zr R 1%coq_Z).
Proof. exact: (holds_at (golay11_strange_holds R) (i := 4) isT) _ _ (holds_at (golay11_strange_holds R) (i := 2) isT). Qed.
End Claims.
