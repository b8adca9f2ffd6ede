(* Printed when this file is compiled: what each exported theorem rests on.  The claims have their own list, which
   prove.py makes of claims/*.v. *)
From Stillproof Require Import Displacement Projector Decoder Enumerator Polynomial Triangle Listing.
From Stillproof Require Import Strange Product Norell Clifford Branching Twirl Iteration Soundness.
From Stillproof Require Import QubitProjector QubitDecoder QubitListing QubitState QubitClifford.
From Stillproof Require Import QubitCorrection RationalMap QubitSoundness.
From Stillproof.instances Require Import golay11_strange golay11_norell qr17_strange self_orthogonal_11_a_strange
  self_orthogonal_11_b_strange self_orthogonal_11_c_strange self_orthogonal_13_a_strange
  self_orthogonal_13_b_strange self_orthogonal_13_c_strange self_orthogonal_13_d_strange
  self_orthogonal_13_e_strange self_orthogonal_13_f_strange self_orthogonal_13_g_strange five_qubit_t
  reed_muller15_t.
From Stillproof Require Import RealAlgebraic Roots Stating.
From Stillproof Require Import Transversal Spectrum SelectionRule CubicError Suppression.
From Stillproof Require Import QubitSelection.

(* lemmas that the checker's verdicts name *)
Print Assumptions displacement_group_projector.
Print Assumptions code_projector_unique.
Print Assumptions destabilizers_uniq.
Print Assumptions decoder_exists.
Print Assumptions code_rank.
Print Assumptions distanceP.
Print Assumptions listing.
Print Assumptions branching_count.
Print Assumptions branching_productE.
Print Assumptions uniform_map.
Print Assumptions projector_symmetry.
Print Assumptions expectation_eq0.
Print Assumptions twirl_matrix.
Print Assumptions twirl_density.
Print Assumptions strange_infidelity.
Print Assumptions bernstein_sign.
Print Assumptions descartes_count.
Print Assumptions positive_triangle_gt0.
Print Assumptions expansion_bound.
Print Assumptions leading_term_sound.
Print Assumptions remainder_sound.
Print Assumptions yield_sound.
Print Assumptions threshold_root.
Print Assumptions projection_sound.
Print Assumptions norell_map_sound.
Print Assumptions norell_expansion_sound.
Print Assumptions iterate_converges.

(* the selection rule, for every length n = 11 (mod 12) *)
Print Assumptions missing_eigenvalues.
Print Assumptions selection_rule.
Print Assumptions cubic_error.
Print Assumptions cubic_suppression.

(* from the theory to the words of the claims *)
Print Assumptions omega_12.
Print Assumptions zeta24_8.
Print Assumptions strange_map.
Print Assumptions norell_mixture_map.
Print Assumptions qubit_map.
Print Assumptions same_symmetry.

(* the checker *)
Print Assumptions check_sound.

(* over one concrete field *)
Print Assumptions realalg_archimedean.
Print Assumptions golay11_strange_realalg.

(* the instances: every claim of the checking function, and the constant of the rest *)
Print Assumptions golay11_strange_holds.
Print Assumptions golay11_strange_remainder.
Print Assumptions golay11_norell_holds.
Print Assumptions five_qubit_t_holds.
Print Assumptions five_qubit_t_remainder.
Print Assumptions reed_muller15_t_holds.
Print Assumptions reed_muller15_t_remainder.
Print Assumptions qr17_strange_holds.
Print Assumptions self_orthogonal_11_a_strange_holds.
Print Assumptions self_orthogonal_11_b_strange_holds.
Print Assumptions self_orthogonal_11_c_strange_holds.
Print Assumptions self_orthogonal_13_a_strange_holds.
Print Assumptions self_orthogonal_13_b_strange_holds.
Print Assumptions self_orthogonal_13_c_strange_holds.
Print Assumptions self_orthogonal_13_d_strange_holds.
Print Assumptions self_orthogonal_13_e_strange_holds.
Print Assumptions self_orthogonal_13_f_strange_holds.
Print Assumptions self_orthogonal_13_g_strange_holds.

(* qubits *)
Print Assumptions signed_group_projector.
Print Assumptions qubit_projector_unique.
Print Assumptions qubit_decoder_exists.
Print Assumptions qdecode_trace.
Print Assumptions qubit_distanceP.
Print Assumptions signed_listing.
Print Assumptions a_stateE.
Print Assumptions state_determined.
Print Assumptions order_sound.
Print Assumptions rest_sound.
Print Assumptions below_sound.
Print Assumptions gain_sound.
Print Assumptions bound_sound.
Print Assumptions square_root_sound.
Print Assumptions qubit_symmetry.
Print Assumptions qubit_clifford_exists.
Print Assumptions correction.
Print Assumptions qubit_selection_rule.
Print Assumptions qubit_check_sound.
