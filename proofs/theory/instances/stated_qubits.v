(* Generated from fixtures/states and the Cliffords of fixtures/statements.  Do not edit. *)
From Coq Require Import ZArith.
Delimit Scope Z_scope with coq_Z.
From mathcomp Require Import all_ssreflect all_algebra complex.
From mathcomp.algebra_tactics Require Import ring.
From Stillproof Require Import Definitions Tensor Polynomial Stated Roots Pauli QubitState Stating.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.
Local Open Scope complex_scope.

Section Stated.
Variable R : rcfType.
Notation C := (complex_numClosedFieldType R).

Lemma family_1 (x : R) : t_state x =
  (zr R 1%coq_Z / zr R 1%coq_Z + zr R (-1)%coq_Z / zr R 2%coq_Z * x)%:C *: entries 2 (zeta12 R)
    ([:: [:: [:: 3; 2; 0; -1]; [:: 1; 2; -2; -1]];
       [:: [:: -1; 2; 2; -1]; [:: 3; -2; 0; 1]]])%coq_Z 6%coq_Z
  + (zr R 0%coq_Z / zr R 1%coq_Z + zr R 1%coq_Z / zr R 2%coq_Z * x)%:C *: entries 2 (zeta12 R)
    ([:: [:: [:: 3; -2; 0; 1]; [:: -1; -2; 2; 1]];
       [:: [:: 1; -2; -2; 1]; [:: 3; 2; 0; -1]]])%coq_Z 6%coq_Z :> 'M[C]_2.
Proof. t_mixture. Qed.

Lemma unitary_1 : qubit_clifford (false, (1, 1)) (false, (1, 0))
  (entries 2 (zeta24 R)
    ([:: [:: [:: 0; 1; 0; 1; 0; -1; 0; 0]; [:: 0; 1; 0; -1; 0; -1; 0; 0]];
       [:: [:: 0; 1; 0; 1; 0; -1; 0; 0]; [:: 0; -1; 0; 1; 0; 1; 0; 0]]])%coq_Z 2%coq_Z : 'M[C]_2).
Proof. stated_clifford24. Qed.

Lemma family_2 (x : R) : a_state x =
  (zr R 1%coq_Z / zr R 1%coq_Z + zr R (-1)%coq_Z / zr R 1%coq_Z * x)%:C *: entries 2 (zeta8 R)
    ([:: [:: [:: 1; 0; 0; 0]; [:: 0; 0; 0; -1]];
       [:: [:: 0; 1; 0; 0]; [:: 1; 0; 0; 0]]])%coq_Z 2%coq_Z
  + (zr R 0%coq_Z / zr R 1%coq_Z + zr R 1%coq_Z / zr R 1%coq_Z * x)%:C *: entries 2 (zeta8 R)
    ([:: [:: [:: 1; 0; 0; 0]; [:: 0; 0; 0; 1]];
       [:: [:: 0; -1; 0; 0]; [:: 1; 0; 0; 0]]])%coq_Z 2%coq_Z :> 'M[C]_2.
Proof. a_mixture. Qed.

Lemma unitary_2 : qubit_clifford (false, (1, 1)) (true, (0, 1))
  (entries 2 (zeta8 R)
    ([:: [:: [:: 0; 0; 0; 0]; [:: 0; 0; -1; 0]];
       [:: [:: 1; 0; 0; 0]; [:: 0; 0; 0; 0]]])%coq_Z 1%coq_Z : 'M[C]_2).
Proof. stated_clifford8. Qed.
End Stated.
