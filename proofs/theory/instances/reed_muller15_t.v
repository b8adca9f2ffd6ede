(* Generated from the statement with the name of this file, its code and its certificate.  Do not edit. *)
From Coq Require Import ZArith.
Delimit Scope Z_scope with coq_Z.
From mathcomp Require Import all_ssreflect all_algebra complex.
From Stillproof Require Import Definitions Polynomial QubitState QubitClifford RationalMap Qubit QubitSoundness.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory.

Section Data.
Local Open Scope Z_scope.

Definition reed_muller15 : code := Code 15
  [:: (false, ([:: 1; 0; 1; 0; 1; 0; 1; 0; 1; 0; 1; 0; 1; 0; 1], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]));
      (false, ([:: 0; 1; 1; 0; 0; 1; 1; 0; 0; 1; 1; 0; 0; 1; 1], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]));
      (false, ([:: 0; 0; 0; 1; 1; 1; 1; 0; 0; 0; 0; 1; 1; 1; 1], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]));
      (false, ([:: 0; 0; 0; 0; 0; 0; 0; 1; 1; 1; 1; 1; 1; 1; 1], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]));
      (false, ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 1; 0; 1; 0; 1; 0; 1; 0; 1; 0; 1; 0; 1; 0; 1]));
      (false, ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 1; 1; 0; 0; 1; 1; 0; 0; 1; 1; 0; 0; 1; 1]));
      (false, ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 0; 0; 1; 1; 1; 1; 0; 0; 0; 0; 1; 1; 1; 1]));
      (false, ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 0; 0; 0; 0; 0; 0; 1; 1; 1; 1; 1; 1; 1; 1]));
      (false, ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 0; 1; 0; 0; 0; 1; 0; 0; 0; 1; 0; 0; 0; 1]));
      (false, ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 0; 0; 0; 1; 0; 1; 0; 0; 0; 0; 0; 1; 0; 1]));
      (false, ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 1; 0; 1; 0; 1; 0; 1]));
      (false, ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 0; 0; 0; 0; 1; 1; 0; 0; 0; 0; 0; 0; 1; 1]));
      (false, ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 1; 1; 0; 0; 1; 1]));
      (false, ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 1; 1; 1; 1]))]%N
  ([:: 1; 1; 1; 1; 1; 1; 1; 1; 1; 1; 1; 1; 1; 1; 1], [:: 1; 1; 1; 1; 1; 1; 1; 1; 1; 1; 1; 1; 1; 1; 1])%N
  ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 1; 1; 1; 1; 1; 1; 1; 1; 1; 1; 1; 1; 1; 1; 1])%N.

(* the number of elements of each weight in the stabilizer group and in its normalizer, phases left out *)
Definition enumerator_A : seq Z :=
  [:: 1; 0; 0; 0; 105; 0; 280; 0; 675; 0; 5208; 0; 8435; 0; 1680; 0].
Definition enumerator_B : seq Z :=
  [:: 1; 0; 0; 35; 105; 168; 280; 675; 675; 8680; 5208; 25305; 8435; 11760; 1680; 2529].

(* probability of success and output parameter, as polynomials, low degree first *)
Definition success_num : seq Z :=
  [:: 1; -15; 105; -420; 1050; -1680; 1680; -960; 240].
Definition success_den : seq Z :=
  [:: 1024].
Definition output_num : seq Z :=
  [:: 0; 0; 0; 35; -420; 2478; -9380; 25320; -51360; 80080; -96096; 87360; -58240; 26880; -7680; 1024].
Definition output_den : seq Z :=
  [:: 1; -15; 105; -420; 1050; -1680; 1680; -960; 240].

(* the threshold is a root of this polynomial *)
Definition threshold_polynomial : seq Z :=
  [:: -1; 12; -32; -120; 1132; -4064; 9184; -14720; 17312; -14720; 8576; -3072; 512].

(* a bound *)
Definition bound_1_num : seq Z :=
  [:: 0; 0; 0; 35].
Definition bound_1_den : seq Z :=
  [:: 1].
(* a bound *)
Definition bound_2_num : seq Z :=
  [:: 0; 0; 0; 35].
Definition bound_2_den : seq Z :=
  [:: 1; -4].
Definition reed_muller15_t : statement := Statement reed_muller15 FamilyA
  [:: CodeClaim 3;
      EnumeratorClaim enumerator_A enumerator_B;
      MapClaim success_num success_den output_num output_den;
      SuppressionClaim 3 (35, 1);
      RemainderClaim 3 (35, 1) (192, 1) (1, 2);
      ThresholdClaim (1, 2) threshold_polynomial
        (70740146328083619172289665233, 500000000000000000000000000000)
        (1414802926561672383445793304661, 10000000000000000000000000000000);
      SymmetryClaim (false, (1, 1))%N (true, (0, 1))%N;
      BoundClaim (1, 10) false bound_1_num bound_1_den;
      BoundClaim (1, 10) true bound_2_num bound_2_den;
      CorrectionClaim (false, (1, 1))%N (true, (0, 1))%N [:: false; false; false; false; true; true; true; true; true; true; true; true; true; true];
      CorrectedYieldClaim [:: false; false; false; false; true; true; true; true; true; true; true; true; true; true] 3 (15, 1) (357, 880)%N (157, 387)%N].

Definition reed_muller15_t_certificate : certificate := Certificate
  [:: ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 1; 1; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 1; 0; 1; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 1; 1; 1; 1; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 1; 1; 1; 0; 0; 0; 0; 1; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 1; 1; 1; 1; 1; 1; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 1; 0; 1; 1; 1; 1; 1; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 1; 1; 1; 0; 1; 1; 1; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 1; 1; 1; 1; 1; 1; 1; 1; 0; 0; 0; 0; 0; 0; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 1; 1; 1; 1; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 1; 1; 0; 0; 1; 1; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 1; 1; 1; 1; 1; 1; 1; 1; 0; 0; 0; 0; 0; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 1; 0; 1; 0; 1; 0; 1; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 1; 0; 1; 1; 1; 1; 1; 1; 0; 1; 0; 0; 0; 0; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 1; 1; 1; 0; 1; 1; 1; 1; 0; 0; 0; 1; 0; 0; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0])]%N
  [:: [:: [:: 1; 0; 0; 0; 1; 0; 0; 0; 0; 0; 0; 0; 0; 0];
        [:: 0; 1; 0; 0; 0; 1; 0; 0; 0; 0; 0; 0; 0; 0];
        [:: 0; 0; 1; 0; 0; 0; 1; 0; 0; 0; 0; 0; 0; 0];
        [:: 0; 0; 0; 1; 0; 0; 0; 1; 0; 0; 0; 0; 0; 0];
        [:: 0; 0; 0; 0; 1; 0; 0; 0; 0; 0; 0; 0; 0; 0];
        [:: 0; 0; 0; 0; 0; 1; 0; 0; 0; 0; 0; 0; 0; 0];
        [:: 0; 0; 0; 0; 0; 0; 1; 0; 0; 0; 0; 0; 0; 0];
        [:: 0; 0; 0; 0; 0; 0; 0; 1; 0; 0; 0; 0; 0; 0];
        [:: 0; 0; 0; 0; 0; 0; 0; 0; 1; 0; 0; 0; 0; 0];
        [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 1; 0; 0; 0; 0];
        [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 1; 0; 0; 0];
        [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 1; 0; 0];
        [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 1; 0];
        [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 1]]]%N
  [:: 0; -1; 3; -2].
End Data.

(* the kernel runs the checker *)
Lemma reed_muller15_t_checked : qubit_check reed_muller15_t reed_muller15_t_certificate = true.
Proof. by vm_cast_no_check (erefl true). Qed.

Section Theorems.
Local Open Scope ring_scope.
Variable R : rcfType.

Lemma reed_muller15_t_holds : all_hold R reed_muller15 FamilyA (claims reed_muller15_t).
Proof. exact: (qubit_check_sound R reed_muller15_t_checked). Qed.
End Theorems.

From Stillproof Require Stated Stating.
From Stillproof.instances Require stated_qubits.

(* claim_<n> for the n-th claim of the statement: what it says is in ../claims *)
Section Claims.
Local Open Scope ring_scope.
Variable R : rcfType.

Definition claim_1 :=
  (holds_at (reed_muller15_t_holds R) (i := 0) isT).
Definition claim_3 :=
  (holds_at (reed_muller15_t_holds R) (i := 6) isT) _ (stated_qubits.unitary_2 R).
Definition claim_4 :=
  (holds_at (reed_muller15_t_holds R) (i := 1) isT).
Definition claim_6 :=
  Stating.qubit_map (@stated_qubits.family_2 R) (holds_at (reed_muller15_t_holds R) (i := 2) isT).
Definition claim_9 :=
  (holds_at (reed_muller15_t_holds R) (i := 3) isT) _ _ (holds_at (reed_muller15_t_holds R) (i := 2) isT).
Definition claim_10 :=
  (holds_at (reed_muller15_t_holds R) (i := 7) isT) _ _ (holds_at (reed_muller15_t_holds R) (i := 2) isT).
Definition claim_11 :=
  (holds_at (reed_muller15_t_holds R) (i := 8) isT) _ _ (holds_at (reed_muller15_t_holds R) (i := 2) isT).
Definition claim_12 :=
  (holds_at (reed_muller15_t_holds R) (i := 5) isT) _ _ (holds_at (reed_muller15_t_holds R) (i := 2) isT).

(* the constant for the rest: computed here *)
Theorem reed_muller15_t_remainder :
  remainder (fraction output_num output_den : R -> R) 3 (zr R 35%coq_Z / zr R 1%coq_Z) (zr R 192%coq_Z / zr R 1%coq_Z) (zr R 1%coq_Z / zr R 2%coq_Z).
Proof. exact: (holds_at (reed_muller15_t_holds R) (i := 4) isT) _ _ (holds_at (reed_muller15_t_holds R) (i := 2) isT). Qed.
End Claims.
