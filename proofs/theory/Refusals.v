(* What the checking functions refuse: each of these is one edit away from a claim of an instance that they accept. *)
From Coq Require Import ZArith.
Delimit Scope Z_scope with coq_Z.
From mathcomp Require Import all_ssreflect.
From Stillproof Require Import Definitions Polynomial Triangle Listing Check.
From Stillproof Require QubitState RationalMap Qubit.
From Stillproof.instances Require Import golay11_strange golay11_norell.
From Stillproof.instances Require five_qubit_t reed_muller15_t.

Local Open Scope Z_scope.
Module S := golay11_strange.
Module N := golay11_norell.
Notation cert := S.golay11_strange_certificate.
Notation suppression := (suppression_ok S.output_num S.output_den).
Notation remainder := (remainder_ok S.output_num S.output_den).
Notation threshold := (threshold_ok cert S.output_num S.output_den S.threshold_polynomial).
Notation yield := (yield_ok S.golay11 S.success_num S.success_den S.output_num S.output_den).

Example no_claims : check (Statement S.golay11 [::]) cert = false. Proof. by vm_compute. Qed.

Example suppression_accepted : suppression 3%N (55, 18) = true. Proof. by vm_compute. Qed.
Example suppression_order : suppression 4%N (55, 18) = false. Proof. by vm_compute. Qed.
Example suppression_coefficient : suppression 3%N (56, 18) = false. Proof. by vm_compute. Qed.
Example suppression_denominator : suppression 3%N (0, 0) = false. Proof. by vm_compute. Qed.

Example remainder_accepted : remainder 3%N (55, 18) (15, 1) (1, 1) = true. Proof. by vm_compute. Qed.
Example remainder_constant : remainder 3%N (55, 18) (9, 1) (1, 1) = false. Proof. by vm_compute. Qed.
Example remainder_coefficient : remainder 3%N (56, 18) (15, 1) (1, 1) = false. Proof. by vm_compute. Qed.
Example remainder_radius : remainder 3%N (55, 18) (15, 1) (2, 1) = false. Proof. by vm_compute. Qed.
Example remainder_sign : remainder 3%N (55, 18) (-15, -1) (1, 1) = false. Proof. by vm_compute. Qed.

Example threshold_accepted : threshold (387, 1000) (388, 1000) = true. Proof. by vm_compute. Qed.
Example threshold_below : threshold (386, 1000) (387, 1000) = false. Proof. by vm_compute. Qed.
Example threshold_above : threshold (388, 1000) (389, 1000) = false. Proof. by vm_compute. Qed.
Example threshold_order : threshold (388, 1000) (387, 1000) = false. Proof. by vm_compute. Qed.

Example yield_accepted : yield 3%N (19008, 1) (63, 565)%N (94, 843)%N = true. Proof. by vm_compute. Qed.
Example yield_inputs : yield 3%N (19007, 1) (63, 565)%N (94, 843)%N = false. Proof. by vm_compute. Qed.
Example yield_low : yield 3%N (19008, 1) (64, 565)%N (94, 843)%N = false. Proof. by vm_compute. Qed.
Example yield_high : yield 3%N (19008, 1) (63, 565)%N (94, 844)%N = false. Proof. by vm_compute. Qed.
Example yield_order : yield 2%N (19008, 1) (63, 565)%N (94, 843)%N = false. Proof. by vm_compute. Qed.

Example projection_value : projection_ok S.golay11 0 0 (1, 0) 1729 = false. Proof. by vm_compute. Qed.

(* one coefficient of an output, or of the success probability, of the Norell map *)
Definition more (l : zpoly2) : zpoly2 := if l is (c :: row) :: l' then (Z.add c 1 :: row) :: l' else [:: [:: 1]].
Example norell_output : norell_ok S.golay11 N.success_num N.success_den N.eps0_num N.eps0_den
  (more N.epsS_num) N.epsS_den = false.
Proof. by vm_compute. Qed.
Example expansion_coefficient : expansion_ok N.epsS_num N.epsS_den 3 [:: [:: 0; 0; 0; 56]] 3 = false.
Proof. by vm_compute. Qed.
Example expansion_low : expansion_ok N.epsS_num N.epsS_den 3 [:: [:: 0; 0; 1; 55]] 3 = false.
Proof. by vm_compute. Qed.
Example triangle_accepted : positive_triangle [:: [:: 1; -1]; [:: 1]] = false /\ positive_triangle [:: [:: 2; -1]; [:: 1]] = true.
Proof. by vm_compute. Qed.
Example triangle_inside : positive_triangle [:: [:: 1; -3]; [:: 1]] = false. Proof. by vm_compute. Qed.

(* --- qubits --- *)
Module T := five_qubit_t.
Module A := reed_muller15_t.
Notation qubits c := (fun family x => Qubit.qubit_check (Qubit.Statement c family [:: x]) T.five_qubit_t_certificate).
Notation T_map := (Qubit.MapClaim T.success_num T.success_den T.output_num T.output_den).

Example qubit_no_claims :
  Qubit.qubit_check (Qubit.Statement T.five_qubit QubitState.FamilyT [::]) T.five_qubit_t_certificate = false.
Proof. by vm_compute. Qed.

Example qubit_map_accepted : qubits T.five_qubit QubitState.FamilyT T_map = true. Proof. by vm_compute. Qed.
Example qubit_family : qubits T.five_qubit QubitState.FamilyA T_map = false. Proof. by vm_compute. Qed.
(* another sign of the first stabilizer *)
Definition turned : Qubit.code :=
  let: Qubit.Code n gens lx lz := T.five_qubit in
  Qubit.Code n (if gens is (b, v) :: gens' then (~~ b, v) :: gens' else [::]) lx lz.
Example qubit_sign : qubits turned QubitState.FamilyT T_map = false. Proof. by vm_compute. Qed.
Example qubit_sign_distance : qubits turned QubitState.FamilyT (Qubit.CodeClaim 3) = true. Proof. by vm_compute. Qed.
Example qubit_distance : qubits T.five_qubit QubitState.FamilyT (Qubit.CodeClaim 4) = false. Proof. by vm_compute. Qed.

Notation moved c x z := (qubits c QubitState.FamilyT (Qubit.SymmetryClaim x z)).
Example qubit_symmetry_accepted : moved T.five_qubit (false, (1, 1))%N (false, (1, 0))%N = true.
Proof. by vm_compute. Qed.
Example qubit_symmetry_image : moved T.five_qubit (false, (0, 1))%N (false, (1, 0))%N = false.
Proof. by vm_compute. Qed.
Example qubit_symmetry_code : moved turned (false, (1, 1))%N (false, (1, 0))%N = false. Proof. by vm_compute. Qed.

Notation root := (RationalMap.square_root_ok T.threshold_polynomial).
Example root_accepted : root 1 (1, 1) (3, 7) = true. Proof. by vm_compute. Qed.
Example root_center : root 1 (2, 1) (3, 7) = false. Proof. by vm_compute. Qed.
Example root_radicand : root 1 (1, 1) (4, 7) = false. Proof. by vm_compute. Qed.

Notation below b := (RationalMap.below_ok A.output_num A.output_den b A.threshold_polynomial
  (Qubit.cofactor A.reed_muller15_t_certificate)).
Example below_accepted : below (1, 2) (141, 1000) (142, 1000) = true. Proof. by vm_compute. Qed.
Example below_interval : below (1, 2) (142, 1000) (143, 1000) = false. Proof. by vm_compute. Qed.
Example below_bound : below (1, 1) (141, 1000) (142, 1000) = false. Proof. by vm_compute. Qed.

Notation bounded r above := (RationalMap.bound_ok A.output_num A.output_den r above).
Example bound_low_accepted : bounded (1, 10) false A.bound_low_num A.bound_low_den = true. Proof. by vm_compute. Qed.
Example bound_low_side : bounded (1, 10) true A.bound_low_num A.bound_low_den = false. Proof. by vm_compute. Qed.
Example bound_high_accepted : bounded (1, 10) true A.bound_high_num A.bound_high_den = true. Proof. by vm_compute. Qed.
Example bound_high_range : bounded (1, 3) true A.bound_high_num A.bound_high_den = false. Proof. by vm_compute. Qed.
Example bound_high_value : bounded (1, 10) true [:: 0; 0; 0; 34] A.bound_high_den = false. Proof. by vm_compute. Qed.

(* only stabilizers of Z type are corrected: the first one is of X type *)
Notation corrected := (Qubit.correction_ok A.reed_muller15).
Notation z_type := [:: false; false; false; false; true].
Example correction_accepted : corrected QubitState.FamilyA (false, (1, 1))%N (true, (0, 1))%N z_type = true.
Proof. by vm_compute. Qed.
Example correction_x_type : corrected QubitState.FamilyA (false, (1, 1))%N (true, (0, 1))%N [:: true] = false.
Proof. by vm_compute. Qed.
Example correction_sign : corrected QubitState.FamilyA (false, (1, 1))%N (false, (0, 1))%N z_type = false.
Proof. by vm_compute. Qed.
Example correction_family : corrected QubitState.FamilyT (false, (1, 1))%N (true, (0, 1))%N z_type = false.
Proof. by vm_compute. Qed.
