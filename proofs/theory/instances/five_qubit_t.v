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

Definition five_qubit : code := Code 5
  [:: (false, ([:: 1; 0; 0; 1; 0], [:: 0; 1; 1; 0; 0]));
      (false, ([:: 0; 1; 0; 0; 1], [:: 0; 0; 1; 1; 0]));
      (false, ([:: 1; 0; 1; 0; 0], [:: 0; 0; 0; 1; 1]));
      (false, ([:: 0; 1; 0; 1; 0], [:: 1; 0; 0; 0; 1]))]%N
  ([:: 1; 0; 0; 0; 0], [:: 0; 1; 0; 0; 1])%N
  ([:: 1; 0; 0; 0; 0], [:: 1; 0; 1; 1; 0])%N.

(* the number of elements of each weight in the stabilizer group and in its normalizer, phases left out *)
Definition enumerator_A : seq Z :=
  [:: 1; 0; 0; 0; 15; 0].
Definition enumerator_B : seq Z :=
  [:: 1; 0; 0; 30; 15; 18].

(* probability of success and output parameter, as polynomials, low degree first *)
Definition success_num : seq Z :=
  [:: 8; -20; 30; -20; 5].
Definition success_den : seq Z :=
  [:: 48].
Definition output_num : seq Z :=
  [:: 0; 0; 20; -30; 15; -2].
Definition output_den : seq Z :=
  [:: 8; -20; 30; -20; 5].

(* the threshold is a root of this polynomial *)
Definition threshold_polynomial : seq Z :=
  [:: 4; -14; 7].

Definition five_qubit_t : statement := Statement five_qubit FamilyT
  [:: CodeClaim 3;
      EnumeratorClaim enumerator_A enumerator_B;
      MapClaim success_num success_den output_num output_den;
      SuppressionClaim 2 (5, 2);
      RemainderClaim 2 (5, 2) (3, 1) (1, 1);
      ThresholdClaim (1, 1) threshold_polynomial
        (3453463292920228562017075437531, 10000000000000000000000000000000)
        (863365823230057140504268859383, 2500000000000000000000000000000);
      SymmetryClaim (false, (1, 1))%N (false, (1, 0))%N;
      SquareRootClaim (1, 1) threshold_polynomial
        (3453463292920228562017075437531, 10000000000000000000000000000000)
        (863365823230057140504268859383, 2500000000000000000000000000000)
        (1, 1) (3, 7) true 1;
      YieldClaim 2 (30, 1) (43, 211)%N (161, 790)%N].

Definition five_qubit_t_certificate : certificate := Certificate
  [:: ([:: 1; 0; 0; 0; 1], [:: 1; 0; 0; 0; 0]);
      ([:: 0; 1; 0; 1; 0], [:: 1; 0; 0; 0; 0]);
      ([:: 1; 0; 1; 1; 1], [:: 1; 0; 0; 0; 0]);
      ([:: 0; 1; 1; 1; 1], [:: 0; 0; 0; 0; 0])]%N
  [:: [:: [:: 0; 0; 1; 1];
        [:: 1; 1; 1; 0];
        [:: 0; 1; 1; 1];
        [:: 1; 1; 0; 0]]]%N
  [:: 0; 2; -3; 1].
End Data.

(* the kernel runs the checker *)
Lemma five_qubit_t_checked : qubit_check five_qubit_t five_qubit_t_certificate = true.
Proof. by vm_cast_no_check (erefl true). Qed.

Section Theorems.
Local Open Scope ring_scope.
Variable R : rcfType.

Lemma five_qubit_t_holds : all_hold R five_qubit FamilyT (claims five_qubit_t).
Proof. exact: (qubit_check_sound R five_qubit_t_checked). Qed.
End Theorems.

From Stillproof Require Stated Stating.
From Stillproof.instances Require stated_qubits.

(* claim_<n> for the n-th claim of the statement: what it says is in ../claims *)
Section Claims.
Local Open Scope ring_scope.
Variable R : rcfType.

Definition claim_1 :=
  (holds_at (five_qubit_t_holds R) (i := 0) isT).
Definition claim_3 :=
  (holds_at (five_qubit_t_holds R) (i := 6) isT) _ (stated_qubits.unitary_1 R).
Definition claim_4 :=
  (holds_at (five_qubit_t_holds R) (i := 1) isT).
Definition claim_6 :=
  Stating.qubit_map (@stated_qubits.family_1 R) (holds_at (five_qubit_t_holds R) (i := 2) isT).
Definition claim_9 :=
  (holds_at (five_qubit_t_holds R) (i := 3) isT) _ _ (holds_at (five_qubit_t_holds R) (i := 2) isT).
Definition claim_10 :=
  (holds_at (five_qubit_t_holds R) (i := 5) isT) _ _ (holds_at (five_qubit_t_holds R) (i := 2) isT).
Definition claim_11 :=
  (holds_at (five_qubit_t_holds R) (i := 8) isT) _ _ (holds_at (five_qubit_t_holds R) (i := 2) isT).
Definition claim_12 :=
  (holds_at (five_qubit_t_holds R) (i := 7) isT) _ _ (holds_at (five_qubit_t_holds R) (i := 2) isT).

(* the constant for the rest: computed here *)
Theorem five_qubit_t_remainder :
  remainder (fraction output_num output_den : R -> R) 2 (zr R 5%coq_Z / zr R 2%coq_Z) (zr R 3%coq_Z / zr R 1%coq_Z) (zr R 1%coq_Z / zr R 1%coq_Z).
Proof. exact: (holds_at (five_qubit_t_holds R) (i := 4) isT) _ _ (holds_at (five_qubit_t_holds R) (i := 2) isT). Qed.
End Claims.
