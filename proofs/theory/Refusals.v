(* What the checking function refuses: each of these is one edit away from a claim of an instance that it accepts. *)
From Coq Require Import ZArith.
Delimit Scope Z_scope with coq_Z.
From mathcomp Require Import all_ssreflect.
From Stillproof Require Import Definitions Polynomial Triangle Listing RationalMap Check.
From Stillproof.instances Require Import golay11_strange golay11_norell.

Local Open Scope Z_scope.
Module S := golay11_strange.
Module N := golay11_norell.
Notation cert := S.golay11_strange_certificate.
Notation suppression := (order_ok S.output_num S.output_den).
Notation remainder := (rest_ok S.output_num S.output_den).
Notation threshold := (below_ok S.output_num S.output_den one_whole S.threshold_polynomial (cofactor cert)).
Notation yield := (gain_ok 11 1 S.success_num S.success_den S.output_num S.output_den).

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
Example triangle_accepted :
  positive_triangle [:: [:: 1; -1]; [:: 1]] = false /\ positive_triangle [:: [:: 2; -1]; [:: 1]] = true.
Proof. by vm_compute. Qed.
Example triangle_inside : positive_triangle [:: [:: 1; -3]; [:: 1]] = false. Proof. by vm_compute. Qed.
