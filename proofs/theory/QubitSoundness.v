(* qubit_check s c = true implies what the statement s means, for every statement and every certificate. *)
From Coq Require Import ZArith Lia.
From mathcomp Require Import all_ssreflect all_algebra complex.
From mathcomp.zify Require Import ssrZ.
From mathcomp.algebra_tactics Require Import ring.
From Stillproof Require Import Definitions Tensor Displacement Projector Polynomial Listing Iteration.
From Stillproof Require Import Pauli QubitProjector QubitDecoder QubitListing QubitState.
From Stillproof Require Import QubitClifford QubitCorrection RationalMap Qubit.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.
Local Open Scope complex_scope.

(* even and odd powers *)
Lemma parts_eval (K : comRingType) (l : zpoly) (x : K) :
  peval l x = peval (evens l) (x ^+ 2) + x * peval (odds l) (x ^+ 2).
Proof.
elim: l => [|a l IH] /=; first by rewrite mulr0 addr0.
by rewrite IH -addrA; congr (_ + _); rewrite mulrDr addrC mulrA -expr2.
Qed.

Section Code.
Variables (c : code) (z : certificate).
Hypothesis ok : code_ok c z.
Notation n := (sites c).
Notation vec := (vec 0 n).
Notation word_ok := (word_ok 0 n).
Notation gens := (gens_of c).
Notation lx := (lx_of c).
Notation lz := (lz_of c).
Definition ds := map vec (map word_of (destabilizers z)).

Lemma phase_vec v : vector_ok c v -> phase_of n v = vec (word_of v).
Proof.
case/andP=> /eqP same _; apply/ffunP => k; rewrite !ffunE /word_of.
by rewrite /origin nth_zip.
Qed.

Lemma vector_word v : vector_ok c v -> word_ok (word_of v). Proof. by case/andP. Qed.

Lemma vectors_ok : [/\ vector_ok c (logical_x c), vector_ok c (logical_z c),
  all (fun g => vector_ok c g.2) (stabilizers c) & all (vector_ok c) (destabilizers z)].
Proof. by case/and5P: ok => _ /and4P[? ? ? ?] _ _ _. Qed.

Lemma words_ok : all (fun g => word_ok g.2) (words c).
Proof.
have [_ _ oks _] := vectors_ok; rewrite all_map; apply: sub_all oks => g; exact: vector_word.
Qed.

Lemma bare_ok : all word_ok (bare_words c).
Proof. by rewrite all_map; apply: words_ok. Qed.

Lemma lx_word : word_ok (word_of (logical_x c)).
Proof. by have [h _ _ _] := vectors_ok; apply: vector_word. Qed.
Lemma lz_word : word_ok (word_of (logical_z c)).
Proof. by have [_ h _ _] := vectors_ok; apply: vector_word. Qed.
Lemma lxE : lx = vec (word_of (logical_x c)).
Proof. by have [h _ _ _] := vectors_ok; apply: phase_vec. Qed.
Lemma lzE : lz = vec (word_of (logical_z c)).
Proof. by have [_ h _ _] := vectors_ok; apply: phase_vec. Qed.

Lemma gensE : gens = map (generator n) (words c).
Proof.
have [_ _ /allP oks _] := vectors_ok; rewrite /gens_of /words -map_comp.
by apply/eq_in_map => g /oks okg; rewrite /generator /= phase_vec.
Qed.

Lemma bareE : bare gens = map vec (bare_words c).
Proof. by rewrite gensE /bare /bare_words -!map_comp. Qed.

Lemma code_one_left : n = (size gens).+1.
Proof. by case/and5P: ok => /eqP + _ _ _ _; rewrite size_map. Qed.

Lemma words_commute a : word_ok a -> all (form_is 0 0%N a) (bare_words c) -> normal (bare gens) (vec a).
Proof.
move=> oka /allP commute; rewrite bareE; apply/allP => _ /mapP[h h_in ->]; apply/eqP.
by rewrite (form_isP (m := 0%N) oka) ?commute //; apply: (allP bare_ok).
Qed.

Lemma code_isotropic : isotropic (bare gens).
Proof.
have /allP commute : all (fun g => all (form_is 0 0%N g) (bare_words c)) (bare_words c) by case/and5P: ok => _ _ ? _ _.
move=> g h; rewrite {1}bareE => /mapP[a a_in ->] h_in; apply/eqP.
by have /allP := words_commute (allP bare_ok a a_in) (commute a a_in); apply.
Qed.

Lemma code_lx_normal : normal (bare gens) lx.
Proof. by rewrite lxE words_commute ?lx_word //; case/and5P: ok => _ _ _ _ /and3P[]. Qed.
Lemma code_lz_normal : normal (bare gens) lz.
Proof. by rewrite lzE words_commute ?lz_word //; case/and5P: ok => _ _ _ _ /and3P[]. Qed.

Lemma code_pairing : symplectic lz lx = 1.
Proof.
rewrite lzE lxE (form_isP (m := 1%N) lz_word lx_word) //.
by case/and5P: ok => _ _ _ _ /and3P[].
Qed.

Lemma code_dual : dual (bare gens) ds.
Proof.
rewrite bareE /ds; have : all word_ok (map word_of (destabilizers z)).
  have [_ _ _ oks] := vectors_ok; rewrite all_map; apply: sub_all oks => v; exact: vector_word.
have : dual_ok (bare_words c) (map word_of (destabilizers z)) by case/and5P: ok.
elim: (bare_words c) (map word_of _) bare_ok => [|g gs IH] [|d es] //=.
move=> /andP[okg oks] /and3P[gd /allP others rest] /andP[okd okes]; apply/and3P; split.
- by rewrite (form_isP okg okd gd).
- apply/allP => _ /mapP[h h_in ->].
  by rewrite (form_isP (m := 0%N) _ okd) ?others //; apply: (allP oks).
- exact: IH.
Qed.

(* the encoded operators *)
Lemma zero_word_ok : word_ok (zero_word c).
Proof. by rewrite /Listing.word_ok size_nseq eqxx all_nseq orbT. Qed.

Lemma vec_zero : vec (zero_word c) = 0.
Proof. by apply/ffunP => k; rewrite !ffunE nth_nseq ltn_ord. Qed.

Lemma iter_word a m : word_ok a ->
  word_ok (iter m (word_add 0 a) (zero_word c)) /\ vec (iter m (word_add 0 a) (zero_word c)) = vec a *+ m.
Proof.
move=> oka; elim: m => [|m [okm IH]]; first by rewrite mulr0n zero_word_ok vec_zero.
by rewrite iterS word_add_ok // vec_add // IH mulrS.
Qed.

Lemma digits_label (a : 'I_2 * 'I_2) : digits a \in coset_labels.
Proof. by case: a => [[[|[|//]] ?] [[|[|//]] ?]]. Qed.

Lemma coset_wordE (a : 'I_2 * 'I_2) :
  signed_ok n (coset_word c (digits a)) /\ elt n (coset_word c (digits a)) = qlogical lx lz a.
Proof.
have [okx ex] := iter_word a.1 lx_word; have [okz ez] := iter_word a.2 lz_word.
have ok1 : signed_ok n ((a.1 * a.2)%N, iter a.1 (word_add 0 (word_of (logical_x c))) (zero_word c)).
  by rewrite /signed_ok okx andbT; case: a {okx ex okz ez} => [[[|[|//]] ?] [[|[|//]] ?]].
have ok2 : signed_ok n (0%N, iter a.2 (word_add 0 (word_of (logical_z c))) (zero_word c)).
  by rewrite /signed_ok okz.
rewrite /coset_word smul_ok // elt_smul //; split=> //.
by rewrite /elt /qlogical /= ex ez lxE lzE.
Qed.

Lemma table_nth part mult (a : 'I_2 * 'I_2) : nth [::] (table c part mult) (index (digits a) coset_labels) =
  coset_total (leaf_of part mult) (words c) (coset_word c (digits a)).
Proof. by rewrite (nth_map (0, 0)%N) ?index_mem ?digits_label // nth_index // digits_label. Qed.

Lemma labels_perm : perm_eq (map digits (enum [finType of 'I_2 * 'I_2])) coset_labels.
Proof.
have digits_inj : injective digits.
  by move=> [u v] [u' v'] [/val_inj-> /val_inj->].
apply: uniq_perm => [|//|x]; first by rewrite (map_inj_uniq digits_inj) enum_uniq.
 apply/mapP/idP => [[a _ ->]|]; first exact: digits_label.
rewrite !inE => /or4P[]/eqP->.
- by exists (0, 0); rewrite ?mem_enum.
- by exists (0, 1); rewrite ?mem_enum.
- by exists (1, 0); rewrite ?mem_enum.
- by exists (1, 1); rewrite ?mem_enum.
Qed.

Lemma number_of_nat (k : nat) x : int_of_Z x = k%:Z -> Z.of_nat k = x.
Proof. by move=> e; rewrite -[x]int_of_ZK e. Qed.

Lemma count_table (a : 'I_2 * 'I_2) m : nth Z0 (nth [::] (counts c) (index (digits a) coset_labels)) m =
  Z.of_nat (count (fun f : element n => weight f.2 == m) (coset gens (qlogical lx lz a))).
Proof.
have [oka <-] := coset_wordE a; rewrite /counts table_nth gensE; symmetry; apply: number_of_nat.
exact: leaf_count words_ok oka.
Qed.

Section Field.
Variable R : rcfType.
Notation C := (complex_numClosedFieldType R).
Notation P := (qprojector C gens).

Lemma stabilizes_table m : Z.of_nat (number (qubit_stabilizes P) m) = nth Z0 (nth [::] (counts c) 0) m.
Proof.
rewrite (number_stab C code_isotropic code_dual code_one_left).
rewrite -[0%N in RHS]/(index (digits 0) coset_labels) count_table; congr Z.of_nat.
rewrite -(count_map snd (fun a => weight a == m)) coset_vectors count_map; apply: eq_count => s /=.
by rewrite !mulr0n !add0r.
Qed.

Lemma normalizes_table m : Z.of_nat (number (qubit_normalizes P) m) = nth Z0 (sum_counts (counts c)) m.
Proof.
rewrite (number_norm C code_isotropic code_dual code_one_left code_lx_normal code_lz_normal code_pairing).
have partial (l : seq ('I_2 * 'I_2)) :
    Z.of_nat (\sum_(b <- l) count (fun f : element n => weight f.2 == m) (coset gens (qlogical lx lz b)))
    = nth Z0 (foldr padd [::] [seq nth [::] (counts c) (index d coset_labels) | d <- map digits l]) m.
  elim: l => [|b l IH]; first by rewrite big_nil nth_nil.
  by rewrite big_cons Nat2Z.inj_add [map _ _]/= [foldr _ _ _]/= nth_padd -IH count_table.
rewrite -big_enum partial /sum_counts.
have sumE (l : seq zpoly) : nth Z0 (foldr padd [::] l) m = foldr Z.add Z0 [seq nth Z0 t m | t <- l].
  by elim: l => [|t l IH]; rewrite ?nth_nil //= nth_padd IH.
have permE (k l : seq (nat * nat)) (F : nat * nat -> Z) : perm_eq k l ->
    foldr Z.add Z0 (map F k) = foldr Z.add Z0 (map F l).
  have foldE (s : seq (nat * nat)) : int_of_Z (foldr Z.add Z0 (map F s)) = \sum_(x <- s) int_of_Z (F x).
    by elim: s => [|x s IH]; rewrite ?big_nil // big_cons /= rmorphD /= IH.
  by move=> kl; apply: (can_inj int_of_ZK); rewrite !foldE (perm_big _ kl).
by rewrite !sumE -map_comp (permE _ _ _ labels_perm).
Qed.

Lemma projector_given (Q : 'M[C]_(dim 0 n)) : qubit_projector gens Q -> Q = P.
Proof.
move=> hQ; apply: qubit_projector_unique hQ _; apply: signed_group_projector.
exact: code_isotropic.
Qed.

Lemma some_decoder : exists V : 'M[C]_(dim 0 n, 2), qubit_decoder gens lx lz V.
Proof.
exact: (qubit_decoder_exists C code_isotropic code_dual code_one_left code_lx_normal code_lz_normal code_pairing).
Qed.

(* soundness for claims of kind code and enumerator *)
Theorem code_sound rho d re im maps : claim_ok c rho z (counts c) re im maps (CodeClaim d) ->
  meaning R c rho (CodeClaim d).
Proof.
case/andP=> /allP below at_d; have [V decV] := some_decoder.
split; first by exists V.
exists P; split; first by apply: signed_group_projector; exact: code_isotropic.
  exact: (qcode_rank code_isotropic decV).
apply: (qubit_distanceP code_isotropic code_dual code_one_left) => [m m_lt|].
  apply: Nat2Z.inj; rewrite normalizes_table stabilizes_table.
  by symmetry; apply/Z.eqb_eq; apply: below; rewrite mem_iota.
apply/ssrnat.ltP/Nat2Z.inj_lt; rewrite normalizes_table stabilizes_table.
exact/Z.ltb_lt.
Qed.

Theorem enumerator_sound rho A B re im maps :
  claim_ok c rho z (counts c) re im maps (EnumeratorClaim A B) -> meaning R c rho (EnumeratorClaim A B).
Proof.
case/andP=> eqA eqB Q /projector_given-> m.
by rewrite stabilizes_table normalizes_table (peq_nth m eqA) (peq_nth m eqB).
Qed.

(* soundness for claims of kind symmetry *)
Theorem symmetry_sound rho x y re im maps :
  claim_ok c rho z (counts c) re im maps (SymmetryClaim x y) -> meaning R c rho (SymmetryClaim x y).
Proof.
case/hasP=> rows _ /and4P[x_small y_small /eqP sizes /allP images] U U_clifford Q /projector_given->.
apply: (qubit_symmetry x_small y_small U_clifford code_isotropic) => g.
rewrite {1}gensE => /mapP[a a_in ->].
have oka : word_ok a.2 := allP words_ok a a_in; have [_ imE] := image_wordE x_small y_small (sign_word_ok oka).
have liftE : lift (generator n a) = elt n (sign_word a) by [].
have a_lt : (index a (words c) < size (words c))%N by rewrite index_mem.
rewrite liftE -imE; have /images /= /eqP -> : (a, nth [::] rows (index a (words c))) \in zip (words c) rows.
  rewrite -{1}(nth_index (false, [::]) a_in) -nth_zip // mem_nth // size_zip sizes minnn //.
have zero_ok : signed_ok n (0%N, zero_word c) by rewrite /signed_ok zero_word_ok.
have := combination_coset (nth [::] rows (index a (words c))) words_ok zero_ok.
by rewrite -gensE /elt vec_zero.
Qed.

(* soundness for claims of kind correction *)
Theorem correction_sound rho x y which re im maps :
  claim_ok c rho z (counts c) re im maps (CorrectionClaim x y which) -> meaning R c rho (CorrectionClaim x y which).
Proof.
case/and4P=> fam /eqP-> /eqP-> /allP ztype U U_clifford d; have [UU _ UZ] := U_clifford.
have fixed : U *m state rho d = state rho d *m U by case: (rho) fam => // _; apply: a_state_fixed.
have flips : U *m pauli1 C (0, 1) = - (pauli1 C (0, 1) *m U).
  by rewrite UZ expr1 scaleN1r; congr (- (pauli1 C _ *m U)).
have iso : isotropic (bare (mask which gens)).
  by move=> g h; rewrite /bare !map_mask => /mem_mask g_in /mem_mask h_in; apply: code_isotropic.
have indep : dual (bare (mask which gens)) (mask which ds).
  by rewrite /bare map_mask; apply: dual_mask; exact: code_dual.
apply: (correction UU flips iso indep) fixed.
apply/allP => g; rewrite gensE -map_mask => /mapP[a a_in ->]; apply/forallP => k.
have a_ok := allP words_ok a (mem_mask a_in); have /allP az := ztype a a_in.
rewrite -[(_ k).1]/((vec a.2 k).1) -val_eqE; have := digits_vec k a_ok; rewrite /digits => /(congr1 fst) /= ->.
by apply: az; apply: mem_nth; case/andP: a_ok => /eqP-> _.
Qed.

(* evaluation of integer polynomials at a real number, seen in the complex numbers *)
Lemma zr_complex x : zr C x = (zr R x)%:C.
Proof. by rewrite /zr rmorph_int. Qed.
Lemma peval_complex l (x : R) : peval l (x%:C : C) = (peval l x)%:C.
Proof. by elim: l => [|a l IH] /=; rewrite ?rmorph0 // IH zr_complex rmorphD rmorphM. Qed.

Lemma ipow_parts (k : 'I_4) : ipow C k = zr C (real_part k) + 'i%R * zr C (imaginary_part k).
Proof.
rewrite /ipow /phase_factor; case: k => [[|[|[|[|//]]]] ?] /=; rewrite ?zr0 ?zr1 ?zrN1 ?mulr0 ?addr0 ?add0r ?mulr1 //.
  exact: sqrCi.
by rewrite exprS sqrCi.
Qed.

Section Map.
Variables (rho : family) (sn sd on od : zpoly).
Hypothesis map_check : map_ok c rho (reals c rho) (imaginaries c rho) sn sd on od.
Notation r := (size (words c)).
Notation re k := (nth [::] (reals c rho) k).
Notation E := (evens (re 0%N)).
Notation O := (odds (re 2)).
Notation ov := (overlap rho).
Notation y d := ((ov d) ^+ 2).

Lemma D_gt0 : 0 < zr R (radicand rho). Proof. by case: rho; rewrite zr_gt0. Qed.

Lemma line_eval (d : R) : peval (line rho) d = ov d * root R rho.
Proof.
rewrite /overlap divfK ?lt0r_neq0 ?root_gt0 // /line /= mulr0 addr0 zr1.
by have -> : zr R (Z.opp (slope rho)) = - zr R (slope rho); [case: rho|rewrite mulrN mulrC].
Qed.

Lemma in_parameterE l (d : R) : size (pad c l) == n.+1 ->
  zr R (radicand rho) * peval (in_parameter c rho l) d = zr R (radicand rho) ^+ n.+1 * peval l (y d).
Proof.
move/eqP=> sz; have pad_eval x : peval (pad c l) x = peval l x :> R.
  rewrite /pad peval_add; have -> : nseq n.+1 Z0 = nseq n.+1 Z0 ++ [::] by rewrite cats0.
  by rewrite peval_nseq0 /= mulr0 addr0.
have den : peval [:: radicand rho] d = zr R (radicand rho) by rewrite /= mulr0 addr0.
have := @peval_homogeneous R (pad c l) (pmul (line rho) (line rho)) [:: radicand rho] d.
rewrite den lt0r_neq0 ?D_gt0 // => /(_ isT) ->; rewrite sz pad_eval peval_mul line_eval.
by rewrite mulrACA -expr2 -[_ * root R rho]expr2 root_sqr mulfK ?lt0r_neq0 ?D_gt0.
Qed.

Lemma map_unit : [/\ positive_unit sn, positive_unit sd & positive_unit od].
Proof. by case/andP: map_check => _ /and5P[_ _ ? ? /and3P[]]. Qed.

Lemma od_gt0 (d : R) : 0 <= d <= 1 -> 0 < peval od d.
Proof. by have [_ _ ?] := map_unit; apply: positive_unit_gt0. Qed.

Lemma success_gt0 (d : R) : 0 <= d <= 1 -> 0 < fraction sn sd d.
Proof. by have [? ? _] := map_unit; move=> d01; rewrite divr_gt0 ?positive_unit_gt0. Qed.

Lemma success_eval (d : R) : 0 <= d <= 1 -> fraction sn sd d = 2%:R ^- r * peval E (y d).
Proof.
case/andP: (map_check) => _ /and5P[sE _ _ _ /and3P[_ /(peqP (K := R) d) e _]] d01.
have [_ sd_pos _] := map_unit; have sd0 : peval sd d != 0 by rewrite lt0r_neq0 // positive_unit_gt0.
move: e; rewrite peval_mul !peval_scale in_parameterE // zrM !zrX zr2 => e.
have D0 : zr R (radicand rho) ^+ n.+1 != 0 by rewrite expf_neq0 // lt0r_neq0 ?D_gt0.
have two0 : 2%:R ^+ r != 0 :> R by rewrite expf_neq0 // pnatr_eq0.
apply: (mulfI two0); rewrite [RHS]mulVKf // /fraction mulrA; apply: (canLR (mulfK sd0)).
by apply: (mulfI D0); rewrite !mulrA -e.
Qed.

Lemma output_eval (d : R) : 0 <= d <= 1 -> peval E (y d) * ov (fraction on od d) = ov d * peval O (y d).
Proof.
case/andP: (map_check) => _ /and5P[sE sO _ _ /and3P[_ _ /(peqP (K := R) d) e]] d01.
have od0 : peval od d != 0 by rewrite lt0r_neq0 // od_gt0.
have D0 := lt0r_neq0 D_gt0; have Dn0 : zr R (radicand rho) ^+ n.+1 != 0 by rewrite expf_neq0.
have r0 := lt0r_neq0 (root_gt0 R rho).
have e2 : zr R (slope rho) * (peval on d * peval E (y d)) =
  peval od d * (peval E (y d) - ov d * root R rho * peval O (y d)).
  have ea := in_parameterE d sE; have eb := in_parameterE d sO.
  move: e; rewrite peval_scale !peval_mul peval_add peval_opp peval_mul line_eval.
  move: (peval (in_parameter _ _ _) d) (peval (in_parameter _ _ _) d) ea eb => o1 e1 ea eb e.
  apply: (mulfI Dn0); move: (peval on d) (peval od d) (peval E (y d)) (peval O (y d)) (ov d * root R rho)
    (zr R (slope rho)) (zr R (radicand rho)) (zr R (radicand rho) ^+ n.+1) ea eb e => u v a b l k D Dn ea eb e.
  transitivity (k * u * (Dn * a)); first by ring.
  transitivity (v * (Dn * a - l * (Dn * b))); last by ring.
  rewrite -ea -eb; transitivity (D * (k * (u * e1))); first by ring.
  by rewrite e; ring.
rewrite /fraction [overlap rho (_ / _)]/overlap.
move: (ov d) (peval E (y d)) (peval O (y d)) (peval on d) (peval od d) (root R rho) (zr R (slope rho)) od0 r0 e2.
move=> x a b u v s k v0 s0 e2; apply: (mulfI (_ : v * s != 0)); first by rewrite mulf_neq0.
transitivity (v * a - k * (u * a)); last by rewrite e2; ring.
by field; rewrite s0 v0.
Qed.

Lemma decode_overlap (V : 'M[C]_(dim 0 n, 2)) (d : R) (a : 'I_2 * 'I_2) : qubit_decoder gens lx lz V ->
  \tr (pauli1 C a *m decode V (state rho d : 'M[C]_2)) =
  (2%:R ^- r * peval (re (index (digits a) coset_labels)) (ov d))%:C.
Proof.
move=> decV; rewrite (qdecode_trace code_isotropic decV) gensE size_map -gensE.
rewrite rmorphM fmorphV rmorphX rmorph_nat; congr (_ * _).
have [oka <-] := coset_wordE a.
have siteE (f : element n) : \prod_k \tr (pauli1 C (f.2 k) *m (state rho d : 'M[C]_2)) =
    \prod_k site (multiple rho) ((ov d)%:C : C) (f.2 k).
  apply: eq_bigr => k _; rewrite /site; have [->|b0] := eqVneq (f.2 k) 0.
    by rewrite pauli1_0 mul1mx state_trace.
  by rewrite state_overlap // rmorphM zr_complex.
transitivity (peval (re (index (digits a) coset_labels)) ((ov d)%:C : C)
    + 'i%R * peval (nth [::] (imaginaries c rho) (index (digits a) coset_labels)) ((ov d)%:C : C)).
  rewrite /reals /imaginaries !table_nth !(leaf_eval _ _ _ words_ok oka) -gensE mulr_sumr -big_split.
  by apply: eq_bigr => f _; rewrite siteE ipow_parts mulrDl -mulrA.
have im0 : peval (nth [::] (imaginaries c rho) (index (digits a) coset_labels)) ((ov d)%:C : C) = 0.
  case/andP: map_check => /and5P[/allP im _ _ _ _] _; apply: pzeroP; apply: im; apply: mem_nth.
  by rewrite size_map index_mem digits_label.
by rewrite im0 mulr0 addr0 peval_complex.
Qed.

Lemma coset_eval (d : R) (a : 'I_2 * 'I_2) : a != 0 -> peval (re (index (digits a) coset_labels)) (ov d) =
  zr R (multiple rho (digits a)) * (ov d * peval O (y d)).
Proof.
case/andP: map_check => /and5P[_ _ /allP ev o1 /andP[o2 o3]] _.
have even0 k : (k < 3)%N -> peval (evens (re k.+1)) (y d) = 0.
  by move=> k3; apply: pzeroP; apply: ev; rewrite -nth_behead mem_nth.
case: a => u v; case: (ord2_cases u) => ->; case: (ord2_cases v) => -> // _; rewrite parts_eval.
- by rewrite (_ : index _ _ = 1%N) // (even0 0%N) // (peqP _ o1) peval_scale add0r mulrCA.
- by rewrite (_ : index _ _ = 2%N) // (even0 1%N) // add0r [RHS]mulrCA -peval_scale -(peqP _ o2).
- by rewrite (_ : index _ _ = 3%N) // (even0 2%N) // (peqP _ o3) peval_scale add0r mulrCA.
Qed.

Theorem map_sound : meaning R c rho (MapClaim sn sd on od).
Proof.
move=> V decV d d01; split; first exact: success_gt0.
apply: state_determined => [|a a0].
  have := decode_overlap d 0 decV; rewrite pauli1_0 mul1mx => ->; congr (_%:C).
  rewrite success_eval // parts_eval [X in _ + _ * X](_ : _ = 0) ?mulr0 ?addr0 //.
  by apply: pzeroP; case/andP: map_check => /and5P[].
rewrite decode_overlap // coset_eval // success_eval // -output_eval //; congr (_%:C); ring.
Qed.

(* the output parameter is determined by the protocol *)
Lemma map_unique (s f : R -> R) d : distils c rho s f -> 0 <= d <= 1 ->
  s d = fraction sn sd d /\ f d = fraction on od d.
Proof.
move=> given d01; have [V decV] := some_decoder.
have [s0 out] := given V decV d d01; have [_ out'] := map_sound decV d01.
have same_s : s d = fraction sn sd d.
  have := congr1 mxtrace out; rewrite out' !mxtraceZ !state_trace !mulr1.
  by move/complexI.
split=> //; pose a : 'I_2 * 'I_2 := (1, 0).
have := congr1 (fun M => \tr (pauli1 C a *m M)) out; rewrite out' -!scalemxAr !mxtraceZ -same_s.
rewrite !state_overlap // -!rmorphM => /complexI/(mulfI (lt0r_neq0 s0)).
have -> : zr R (multiple rho (digits a)) = 1 by case: rho.
rewrite !mul1r /overlap => /divIf; rewrite lt0r_neq0 ?root_gt0 // => /(_ isT)/(addrI 1)/oppr_inj/mulfI-> //.
by rewrite lt0r_neq0 //; case: rho; rewrite zr_gt0.
Qed.

Section Given.
Variables (s f : R -> R).
Hypothesis given : distils c rho s f.
Let fE (d : R) : 0 <= d <= 1 -> f d = peval on d / peval od d.
Proof. by move=> d01; have [_ ->] := map_unique given d01. Qed.

Lemma yield_given many k N low high (s' : R -> R) : gain_ok n many sn sd on od k N low high ->
  s' 0 = zr R many * s 0 -> yield n s' f k (quotient_of R N) low high.
Proof.
move=> good s'0; have unit0 : 0 <= (0 : R) <= 1 by rewrite lexx ler01.
have [s0 _] := map_unique given unit0; rewrite s0 in s'0; apply: (gain_sound od_gt0 fE good _ s'0).
by have [_ sd_pos _] := map_unit; rewrite lt0r_neq0 // positive_unit_gt0.
Qed.

Theorem square_root_claim_sound b P' low high x r' minus e :
  [&& below_ok on od b P' (cofactor z) low high, square_root_ok P' e x r'
    & if minus then Z.leb (Z.mul high.1 x.2) (Z.mul x.1 high.2) else Z.leb (Z.mul x.1 low.2) (Z.mul low.1 x.2)] ->
  threshold_below f (quotient_of R b)
    (if minus then quotient_of R x - Num.sqrt (quotient_of R r') else quotient_of R x + Num.sqrt (quotient_of R r')).
Proof.
case/and3P=> below square side; have [t [t_in thr zero]] := below_sound od_gt0 fE below.
have x2 : Z.ltb 0 x.2 by case/and3P: square.
have [low2 high2] : Z.ltb 0 low.2 /\ Z.ltb 0 high.2.
  by case/andP: below => /andP[/and5P[_ _ _ _ /andP[? ?]] _] _.
have le_q (a b' : quotient) : Z.ltb 0 a.2 -> Z.ltb 0 b'.2 -> Z.leb (Z.mul a.1 b'.2) (Z.mul b'.1 a.2) ->
    quotient_of R a <= quotient_of R b'.
  move=> /(zr_gt0 R) a0 /(zr_gt0 R) b0 /Z.leb_le h; rewrite /quotient_of ler_pdivr_mulr // mulrAC ler_pdivl_mulr //.
  rewrite -!zrM -subr_ge0 -mulN1r -zrN1 -zrM -zrD; apply: zr_ge0.
  by apply/Z.leb_le; lia.
suff <- : t =
  if minus then quotient_of R x - Num.sqrt (quotient_of R r') else quotient_of R x + Num.sqrt (quotient_of R r') by [].
apply: (square_root_sound square).
  by apply/(zero t) => //; case: thr => [[/andP[-> ->] _] _ _ _ _].
by case/andP: t_in => lt_t t_lt; case: minus side => h;
  [apply: le_trans (ltW t_lt) _|apply: le_trans (ltW lt_t)]; apply: le_q.
Qed.
End Given.
End Map.
End Field.
End Code.

Theorem qubit_check_sound (R : rcfType) s z :
  qubit_check s z = true -> all_hold R (subject s) (states s) (claims s).
Proof.
case/and3P=> _ code_good; set maps := find_map _; move: maps => maps.
elim: (claims s) => [|x xs IH] //= /andP[x_good /IH xs_hold]; split=> // {IH xs_hold}.
case: x x_good
  => [d|x y|A B|sn sd on od|k cf|k cf K h|r above un ud|b P lo hi|b P lo hi x r minus e|k N lo hi|x y w|w k N lo hi].
- exact: (code_sound code_good).
- exact: (symmetry_sound code_good).
- exact: (enumerator_sound code_good).
- exact: (map_sound code_good).
7: by move=> h; apply: (correction_sound code_good) h.
all: case: maps => [[[[sn sd] on] od]|//] /andP[map_good good] s' f given.
all: have od0 := @od_gt0 _ R _ _ _ _ _ map_good;
  have fE d (d01 : 0 <= d <= 1) := (map_unique code_good map_good given d01).2.
- exact: (order_sound od0 fE good).
- exact: (rest_sound od0 fE good).
- exact: (bound_sound od0 fE good).
- exact: (below_sound od0 fE good).
- exact: (square_root_claim_sound code_good map_good given good).
- by apply: (yield_given code_good map_good given good); rewrite zr1 mul1r.
- by apply: (yield_given code_good map_good given good); rewrite zrX zr2.
Qed.

(* one claim of a statement *)
Lemma holds_at (R : rcfType) c rho (xs : seq claim) i : all_hold R c rho xs -> (i < size xs)%N ->
  meaning R c rho (nth (CodeClaim 0) xs i).
Proof. by elim: xs i => [|x xs IH] [|i] //= [hx hxs] // i_lt; apply: IH. Qed.
