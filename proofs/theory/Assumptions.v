(* Printed when this file is compiled: what each exported theorem rests on. *)
From Stillproof Require Import Displacement Projector Decoder Enumerator Polynomial Triangle Listing.
From Stillproof Require Import Strange Product Norell Clifford Branching Twirl Iteration Soundness.
From Stillproof.instances Require Import golay11_strange golay11_norell qr17_strange self_orthogonal_11_a_strange
  self_orthogonal_11_b_strange self_orthogonal_11_c_strange self_orthogonal_13_a_strange
  self_orthogonal_13_b_strange self_orthogonal_13_c_strange self_orthogonal_13_d_strange
  self_orthogonal_13_e_strange self_orthogonal_13_f_strange self_orthogonal_13_g_strange.

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
Print Assumptions leading_term_sound.
Print Assumptions remainder_sound.
Print Assumptions yield_sound.
Print Assumptions threshold_root.
Print Assumptions projection_sound.
Print Assumptions norell_map_sound.
Print Assumptions iterate_converges.

(* the checker *)
Print Assumptions check_sound.

(* the center *)
Print Assumptions golay11_decoder_exists.
Print Assumptions golay11_code.
Print Assumptions golay11_enumerators.
Print Assumptions golay11_symmetry_H.
Print Assumptions golay11_symmetry_N.
Print Assumptions golay11_projection_S.
Print Assumptions golay11_projection.
Print Assumptions golay11_strange_protocol.
Print Assumptions golay11_strange_suppression.
Print Assumptions golay11_strange_remainder.
Print Assumptions golay11_strange_threshold.
Print Assumptions golay11_strange_success_at_0.
Print Assumptions golay11_strange_yield.
Print Assumptions golay11_norell_protocol.

(* other codes with the strange state: every claim of the instance *)
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
