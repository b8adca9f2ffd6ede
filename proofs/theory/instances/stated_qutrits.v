(* Generated from fixtures/states and the Cliffords of fixtures/statements.  Do not edit. *)
From Coq Require Import ZArith.
Delimit Scope Z_scope with coq_Z.
From mathcomp Require Import all_ssreflect all_algebra complex.
From mathcomp.algebra_tactics Require Import ring.
From Stillproof Require Import Definitions Tensor Polynomial Stated Roots Strange Norell Clifford Stating.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.
Local Open Scope complex_scope.

Section Stated.
Variable R : rcfType.
Notation C := (complex_numClosedFieldType R).

Lemma family_1 (x : R) : strange x =
  (zr R 1%coq_Z / zr R 1%coq_Z + zr R (-2)%coq_Z / zr R 3%coq_Z * x)%:C *: entries 3 (zeta12 R)
    ([:: [:: [:: 0; 0; 0; 0]; [:: 0; 0; 0; 0]; [:: 0; 0; 0; 0]];
       [:: [:: 0; 0; 0; 0]; [:: 1; 0; 0; 0]; [:: -1; 0; 0; 0]];
       [:: [:: 0; 0; 0; 0]; [:: -1; 0; 0; 0]; [:: 1; 0; 0; 0]]])%coq_Z 2%coq_Z
  + (zr R 0%coq_Z / zr R 1%coq_Z + zr R 1%coq_Z / zr R 3%coq_Z * x)%:C *: entries 3 (zeta12 R)
    ([:: [:: [:: 6; 4; 0; -2]; [:: 0; 4; 0; -2]; [:: 0; 4; 0; -2]];
       [:: [:: 0; 4; 0; -2]; [:: 3; -2; 0; 1]; [:: 3; -2; 0; 1]];
       [:: [:: 0; 4; 0; -2]; [:: 3; -2; 0; 1]; [:: 3; -2; 0; 1]]])%coq_Z 12%coq_Z
  + (zr R 0%coq_Z / zr R 1%coq_Z + zr R 1%coq_Z / zr R 3%coq_Z * x)%:C *: entries 3 (zeta12 R)
    ([:: [:: [:: 6; -4; 0; 2]; [:: 0; -4; 0; 2]; [:: 0; -4; 0; 2]];
       [:: [:: 0; -4; 0; 2]; [:: 3; 2; 0; -1]; [:: 3; 2; 0; -1]];
       [:: [:: 0; -4; 0; 2]; [:: 3; 2; 0; -1]; [:: 3; 2; 0; -1]]])%coq_Z 12%coq_Z :> 'M[C]_3.
Proof. strange_mixture. Qed.

Lemma ket_1 : projects_onto (@ket_S R)
  (entries 3 (zeta12 R)
    ([:: [:: [:: 0; 0; 0; 0]; [:: 0; 0; 0; 0]; [:: 0; 0; 0; 0]];
       [:: [:: 0; 0; 0; 0]; [:: 1; 0; 0; 0]; [:: -1; 0; 0; 0]];
       [:: [:: 0; 0; 0; 0]; [:: -1; 0; 0; 0]; [:: 1; 0; 0; 0]]])%coq_Z 2%coq_Z).
Proof. stated_ket real_S. Qed.

Lemma ket_2 : projects_onto (@ket_plus R)
  (entries 3 (zeta12 R)
    ([:: [:: [:: 6; 4; 0; -2]; [:: 0; 4; 0; -2]; [:: 0; 4; 0; -2]];
       [:: [:: 0; 4; 0; -2]; [:: 3; -2; 0; 1]; [:: 3; -2; 0; 1]];
       [:: [:: 0; 4; 0; -2]; [:: 3; -2; 0; 1]; [:: 3; -2; 0; 1]]])%coq_Z 12%coq_Z).
Proof. stated_ket real_plus. Qed.

Lemma ket_3 : projects_onto (@ket_minus R)
  (entries 3 (zeta12 R)
    ([:: [:: [:: 6; -4; 0; 2]; [:: 0; -4; 0; 2]; [:: 0; -4; 0; 2]];
       [:: [:: 0; -4; 0; 2]; [:: 3; 2; 0; -1]; [:: 3; 2; 0; -1]];
       [:: [:: 0; -4; 0; 2]; [:: 3; 2; 0; -1]; [:: 3; 2; 0; -1]]])%coq_Z 12%coq_Z).
Proof. stated_ket real_minus. Qed.

Lemma unitary_1 : entries 3 (zeta12 R)
    ([:: [:: [:: 0; 2; 0; -1]; [:: 0; 2; 0; -1]; [:: 0; 2; 0; -1]];
       [:: [:: 0; 2; 0; -1]; [:: 0; -1; 0; 2]; [:: 0; -1; 0; -1]];
       [:: [:: 0; 2; 0; -1]; [:: 0; -1; 0; -1]; [:: 0; -1; 0; 2]]])%coq_Z 3%coq_Z
  = clifford_H 1 (omega R) :> 'M[C]_3.
Proof. stated_H. Qed.

Lemma unitary_2 : entries 3 (zeta12 R)
    ([:: [:: [:: 1; 0; 0; 0]; [:: 0; 0; 0; 0]; [:: 0; 0; 0; 0]];
       [:: [:: 0; 0; 0; 0]; [:: 0; 0; 0; 0]; [:: -1; 0; 1; 0]];
       [:: [:: 0; 0; 0; 0]; [:: -1; 0; 1; 0]; [:: 0; 0; 0; 0]]])%coq_Z 1%coq_Z
  = clifford_N 1 (omega R) :> 'M[C]_3.
Proof. stated_N. Qed.

Lemma family_2 (x y : R) : norell x y =
  (zr R 1%coq_Z / zr R 1%coq_Z + zr R (-1)%coq_Z / zr R 1%coq_Z * x + zr R (-1)%coq_Z / zr R 1%coq_Z * y)%:C *: entries 3 (zeta12 R)
    ([:: [:: [:: 0; 0; 0; 0]; [:: 0; 0; 0; 0]; [:: 0; 0; 0; 0]];
       [:: [:: 0; 0; 0; 0]; [:: 1; 0; 0; 0]; [:: 1; 0; 0; 0]];
       [:: [:: 0; 0; 0; 0]; [:: 1; 0; 0; 0]; [:: 1; 0; 0; 0]]])%coq_Z 2%coq_Z
  + (zr R 0%coq_Z / zr R 1%coq_Z + zr R 1%coq_Z / zr R 1%coq_Z * x + zr R 0%coq_Z / zr R 1%coq_Z * y)%:C *: entries 3 (zeta12 R)
    ([:: [:: [:: 1; 0; 0; 0]; [:: 0; 0; 0; 0]; [:: 0; 0; 0; 0]];
       [:: [:: 0; 0; 0; 0]; [:: 0; 0; 0; 0]; [:: 0; 0; 0; 0]];
       [:: [:: 0; 0; 0; 0]; [:: 0; 0; 0; 0]; [:: 0; 0; 0; 0]]])%coq_Z 1%coq_Z
  + (zr R 0%coq_Z / zr R 1%coq_Z + zr R 0%coq_Z / zr R 1%coq_Z * x + zr R 1%coq_Z / zr R 1%coq_Z * y)%:C *: entries 3 (zeta12 R)
    ([:: [:: [:: 0; 0; 0; 0]; [:: 0; 0; 0; 0]; [:: 0; 0; 0; 0]];
       [:: [:: 0; 0; 0; 0]; [:: 1; 0; 0; 0]; [:: -1; 0; 0; 0]];
       [:: [:: 0; 0; 0; 0]; [:: -1; 0; 0; 0]; [:: 1; 0; 0; 0]]])%coq_Z 2%coq_Z :> 'M[C]_3.
Proof. norell_mixture. Qed.
End Stated.
