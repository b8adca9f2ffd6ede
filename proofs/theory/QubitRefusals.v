(* What the checking function for qubits refuses: each of these is one edit away from what it accepts of an instance. *)
From Coq Require Import ZArith.
Delimit Scope Z_scope with coq_Z.
From mathcomp Require Import all_ssreflect.
From Stillproof Require Import Definitions Polynomial QubitState RationalMap Qubit.
From Stillproof.instances Require Import five_qubit_t reed_muller15_t.

Local Open Scope Z_scope.
Module F := five_qubit_t.
Module M := reed_muller15_t.
Notation cert := F.five_qubit_t_certificate.
Notation the_map := (MapClaim F.success_num F.success_den F.output_num F.output_den).
(* one claim about a code and a family; one about the code of the instance, with its map, which is accepted *)
Notation holds code rho x := (qubit_check (Statement code rho [:: x]) cert).
Notation says x := (qubit_check (Statement F.five_qubit FamilyT [:: the_map; x]) cert).

Example accepted : qubit_check F.five_qubit_t cert = true. Proof. exact: F.five_qubit_t_checked. Qed.
Example no_claims : qubit_check (Statement F.five_qubit FamilyT [::]) cert = false. Proof. by vm_compute. Qed.

(* the code: one sign, one entry of a stabilizer, one dropped, the logical operators exchanged; the family *)
Definition edited edit : code :=
  Code 5 (edit (stabilizers F.five_qubit)) (logical_x F.five_qubit) (logical_z F.five_qubit).
Definition flip_first (gens : seq (bool * vector)) := if gens is g :: gens' then (~~ g.1, g.2) :: gens' else [::].
Definition first_X (gens : seq (bool * vector)) :=
  if gens is g :: gens' then (g.1, (set_nth 0%N g.2.1 1%N 1%N, g.2.2)) :: gens' else [::].
Definition exchanged : code := Code 5 (stabilizers F.five_qubit) (logical_z F.five_qubit) (logical_x F.five_qubit).
Example map_accepted : holds (edited id) FamilyT the_map = true. Proof. by vm_compute. Qed.
Example map_sign : holds (edited flip_first) FamilyT the_map = false. Proof. by vm_compute. Qed.
Example map_family : holds (edited id) FamilyA the_map = false. Proof. by vm_compute. Qed.
Example code_sign : holds (edited flip_first) FamilyT (CodeClaim 3) = true. Proof. by vm_compute. Qed.
Example code_entry : holds (edited first_X) FamilyT (CodeClaim 3) = false. Proof. by vm_compute. Qed.
Example code_dropped : holds (edited behead) FamilyT (CodeClaim 3) = false. Proof. by vm_compute. Qed.
Example code_logical : holds exchanged FamilyT the_map = false. Proof. by vm_compute. Qed.
Example code_destabilizer : qubit_check (Statement F.five_qubit FamilyT [:: CodeClaim 3])
  (Certificate (rev (destabilizers cert)) (matrices cert) (cofactor cert)) = false.
Proof. by vm_compute. Qed.

Definition more (k : nat) (l : zpoly) : zpoly := set_nth Z0 l k (Z.add (nth Z0 l k) 1).
Example map_success : says (MapClaim (more 1 F.success_num) F.success_den F.output_num F.output_den) = false.
Proof. by vm_compute. Qed.
Example map_output : says (MapClaim F.success_num F.success_den (more 3 F.output_num) F.output_den) = false.
Proof. by vm_compute. Qed.

Example distance_accepted : says (CodeClaim 3) = true. Proof. by vm_compute. Qed.
Example distance_low : says (CodeClaim 2) = false. Proof. by vm_compute. Qed.
Example distance_high : says (CodeClaim 4) = false. Proof. by vm_compute. Qed.

Example enumerator_accepted : says (EnumeratorClaim F.enumerator_A F.enumerator_B) = true. Proof. by vm_compute. Qed.
Example enumerator_stabilizer : says (EnumeratorClaim (more 4 F.enumerator_A) F.enumerator_B) = false.
Proof. by vm_compute. Qed.
Example enumerator_normalizer : says (EnumeratorClaim F.enumerator_A (more 3 F.enumerator_B)) = false.
Proof. by vm_compute. Qed.

Example symmetry_accepted : says (SymmetryClaim (false, (1, 1)) (false, (1, 0)))%N = true. Proof. by vm_compute. Qed.
Example symmetry_given : holds F.five_qubit FamilyT (SymmetryClaim (false, (1, 1)) (false, (1, 0)))%N = true.
Proof. by vm_compute. Qed.
Example symmetry_sign : holds (edited flip_first) FamilyT (SymmetryClaim (false, (1, 1)) (false, (1, 0)))%N = false.
Proof. by vm_compute. Qed.
Example symmetry_hadamard : says (SymmetryClaim (false, (0, 1)) (false, (1, 0)))%N = false. Proof. by vm_compute. Qed.
Example symmetry_exchanged : says (SymmetryClaim (false, (1, 0)) (false, (1, 1)))%N = false. Proof. by vm_compute. Qed.

Example suppression_accepted : says (SuppressionClaim 2 (5, 2)) = true. Proof. by vm_compute. Qed.
Example suppression_order : says (SuppressionClaim 3 (5, 2)) = false. Proof. by vm_compute. Qed.
Example suppression_order_low : says (SuppressionClaim 1 (5, 2)) = false. Proof. by vm_compute. Qed.
Example suppression_coefficient : says (SuppressionClaim 2 (5, 3)) = false. Proof. by vm_compute. Qed.
Example suppression_denominator : says (SuppressionClaim 2 (0, 0)) = false. Proof. by vm_compute. Qed.
Example suppression_no_map : holds F.five_qubit FamilyT (SuppressionClaim 2 (5, 2)) = false. Proof. by vm_compute. Qed.

Example remainder_accepted : says (RemainderClaim 2 (5, 2) (3, 1) (1, 1)) = true. Proof. by vm_compute. Qed.
Example remainder_constant : says (RemainderClaim 2 (5, 2) (1, 1) (1, 1)) = false. Proof. by vm_compute. Qed.
Example remainder_coefficient : says (RemainderClaim 2 (5, 3) (3, 1) (1, 1)) = false. Proof. by vm_compute. Qed.
Example remainder_radius : says (RemainderClaim 2 (5, 2) (3, 1) (2, 1)) = false. Proof. by vm_compute. Qed.
Example remainder_sign : says (RemainderClaim 2 (5, 2) (-3, -1) (1, 1)) = false. Proof. by vm_compute. Qed.

(* 1 - sqrt(3/7) is 0.3453... *)
Notation threshold low high := (says (ThresholdClaim (1, 1) F.threshold_polynomial low high)).
Example threshold_accepted : threshold (345, 1000) (346, 1000) = true. Proof. by vm_compute. Qed.
Example threshold_under : threshold (344, 1000) (345, 1000) = false. Proof. by vm_compute. Qed.
Example threshold_over : threshold (346, 1000) (347, 1000) = false. Proof. by vm_compute. Qed.
Example threshold_order : threshold (346, 1000) (345, 1000) = false. Proof. by vm_compute. Qed.
Example threshold_polynomial :
  says (ThresholdClaim (1, 1) (more 1 F.threshold_polynomial) (345, 1000) (346, 1000)) = false.
Proof. by vm_compute. Qed.
Example threshold_bound : says (ThresholdClaim (1, 3) F.threshold_polynomial (345, 1000) (346, 1000)) = false.
Proof. by vm_compute. Qed.
Example threshold_unit : says (ThresholdClaim (2, 1) F.threshold_polynomial (345, 1000) (346, 1000)) = false.
Proof. by vm_compute. Qed.

Notation root c r minus multiple :=
  (says (SquareRootClaim (1, 1) F.threshold_polynomial (345, 1000) (346, 1000) c r minus multiple)).
Example root_accepted : root (1, 1) (3, 7) true 1 = true. Proof. by vm_compute. Qed.
Example root_other : root (1, 1) (3, 7) false 1 = false. Proof. by vm_compute. Qed.
Example root_radicand : root (1, 1) (4, 7) true 1 = false. Proof. by vm_compute. Qed.
Example root_center : root (1, 2) (3, 7) true 1 = false. Proof. by vm_compute. Qed.
Example root_multiple : root (1, 1) (3, 7) true 2 = false. Proof. by vm_compute. Qed.

Notation yield k inputs low high := (says (YieldClaim k inputs low high)).
Example yield_accepted : yield 2 (30, 1) (43, 211)%N (161, 790)%N = true. Proof. by vm_compute. Qed.
Example yield_inputs : yield 2 (29, 1) (43, 211)%N (161, 790)%N = false. Proof. by vm_compute. Qed.
Example yield_low : yield 2 (30, 1) (44, 211)%N (161, 790)%N = false. Proof. by vm_compute. Qed.
Example yield_high : yield 2 (30, 1) (43, 211)%N (161, 791)%N = false. Proof. by vm_compute. Qed.
Example yield_order : yield 3 (30, 1) (43, 211)%N (161, 790)%N = false. Proof. by vm_compute. Qed.

(* the code on 15 qubits: bounds on (0, 1/10), corrected outcomes, and the yield with them *)
Notation bound r above num den := (bound_ok M.output_num M.output_den r above num den).
Example bound_accepted : bound (1, 10) false M.bound_1_num M.bound_1_den = true. Proof. by vm_compute. Qed.
Example bound_side : bound (1, 10) true M.bound_1_num M.bound_1_den = false. Proof. by vm_compute. Qed.
Example bound_coefficient : bound (1, 10) false (more 3 M.bound_1_num) M.bound_1_den = false.
Proof. by vm_compute. Qed.
Example bound_radius : bound (1, 2) false M.bound_1_num M.bound_1_den = false. Proof. by vm_compute. Qed.

Notation correction rho x z which := (correction_ok M.reed_muller15 rho x z which).
Definition z_type : bitseq := nseq 4 false ++ nseq 10 true.
Example correction_accepted : correction FamilyA (false, (1, 1))%N (true, (0, 1))%N z_type = true.
Proof. by vm_compute. Qed.
Example correction_family : correction FamilyT (false, (1, 1))%N (true, (0, 1))%N z_type = false.
Proof. by vm_compute. Qed.
Example correction_clifford : correction FamilyA (false, (1, 1))%N (false, (0, 1))%N z_type = false.
Proof. by vm_compute. Qed.
Example correction_X_type :
  correction FamilyA (false, (1, 1))%N (true, (0, 1))%N (nseq 3 false ++ nseq 11 true) = false.
Proof. by vm_compute. Qed.

Notation gain many inputs := (gain_ok 15 many M.success_num M.success_den M.output_num M.output_den 3 inputs
  (357, 880)%N (157, 387)%N).
Example gain_accepted : gain 1024 (15, 1) = true. Proof. by vm_compute. Qed.
Example gain_outcomes : gain 512 (15, 1) = false. Proof. by vm_compute. Qed.
Example gain_inputs : gain 1024 (14, 1) = false. Proof. by vm_compute. Qed.
