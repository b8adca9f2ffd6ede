(* The decoder of a qubit code exists, and the output of decoding rho^(x)n has
   Tr(T(a) V^* rho^(x)n V) = 2^-r sum over (c, b) in the coset of the encoded T(a) of i^c prod_k Tr(T(b_k) rho).
   What the enumerators count, phases left out, and what they say about the distance.
   The same statements as in Decoder.v and Enumerator.v, for p = 2 and with signs. *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp.algebra_tactics Require Import ring.
From Stillproof Require Import Definitions Tensor Displacement Projector Decoder Enumerator Pauli QubitProjector.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section QubitDecoder.
Variables (C : numClosedFieldType) (n : nat).
Notation T := (@pauli C n).
Notation T1 := (@pauli1 C).
Notation S := (@signed C n).
Notation op := (@op n C).
Variables (gens : seq (bool * phase 0 n)) (ds : seq (phase 0 n)) (lx lz : phase 0 n).
Hypothesis iso : isotropic (bare gens).
Hypothesis indep : dual (bare gens) ds.
Hypothesis one_left : n = (size gens).+1.
Hypothesis lx_normal : normal (bare gens) lx.
Hypothesis lz_normal : normal (bare gens) lz.
Hypothesis pairing : symplectic lz lx = 1.
Notation P := (qprojector C gens).
Notation P0 := (qprojector C ((false, lz) :: gens)).
Implicit Types (a s : phase 0 n) (e f : element n).

Lemma qcode_trace : \tr P = 2%:R.
Proof. by rewrite (trace_qprojector C indep) natrX {2}one_left exprS mulrCA mulVf ?mulr1 ?twoX_neq0. Qed.

Lemma qlz_isotropic : isotropic (bare ((false, lz) :: gens)).
Proof.
have lz_gens g : g \in bare gens -> symplectic lz g = 0 by move/allP: lz_normal => h /h/eqP.
move=> g h; rewrite !inE => /predU1P[->|g_in] /predU1P[->|h_in].
- exact: symplectic_self.
- exact: lz_gens.
- by rewrite symplecticC lz_gens ?oppr0.
- exact: iso.
Qed.

Lemma qzero_trace : \tr P0 = 1.
Proof.
have lz_dual : dual (bare ((false, lz) :: gens)) (lx :: ds).
  rewrite /= pairing eqxx indep andbT; apply/allP => h h_in.
  by rewrite symplecticC oppr_eq0; move/allP: lx_normal; apply.
by rewrite (trace_qprojector C lz_dual) natrX [size _]/= -one_left mulVf ?twoX_neq0.
Qed.

Lemma qencoded_zero : exists e : 'cV[C]_(dim 0 n),
  [/\ adjoint e *m e = 1%:M, T lz *m e = e & forall g, g \in gens -> S g *m e = e].
Proof.
have [j xj_neq0] : exists j, col j P0 != 0.
  apply/existsP; rewrite -negb_forall; apply/negP => /forallP zero.
  have P00 : P0 = 0 by apply/matrixP => i j; have /eqP/matrixP/(_ i 0) := zero j; rewrite !mxE.
  by have /eqP := qzero_trace; rewrite P00 mxtrace0 eq_sym oner_eq0.
set x := col j P0 in xj_neq0; set N := (adjoint x *m x) 0 0.
have NE : N = \sum_i x i 0 * (x i 0)^* by rewrite /N mxE; apply: eq_bigr => i _; rewrite mxE mulrC.
have N_ge0 : 0 <= N by rewrite NE sumr_ge0 // => i _; apply: mul_conjC_ge0.
have N_neq0 : N != 0.
  apply: contra xj_neq0 => /eqP N0; apply/eqP; apply: trace_gram_eq0.
  by rewrite /mxtrace big_ord1.
have s_conj : (sqrtC N)^* = sqrtC N by apply: conj_Creal; rewrite ger0_real // sqrtC_ge0.
have fixed g : g \in (false, lz) :: gens -> S g *m ((sqrtC N)^-1 *: x) = (sqrtC N)^-1 *: x.
  by move=> g_in; rewrite -scalemxAr /x -col_mulmx (signed_qprojector C qlz_isotropic g_in).
exists ((sqrtC N)^-1 *: x); split=> [||g g_in]; last by rewrite fixed // inE g_in orbT.
  rewrite adjoint_scale -scalemxAl -scalemxAr scalerA fmorphV s_conj.
  apply/matrixP => a b; rewrite !ord1 mxE -/N mxE eqxx -invfM -expr2 sqrtCK.
  by rewrite mulVf.
by have := fixed (false, lz) (mem_head _ _); rewrite /signed expr0 scale1r.
Qed.

Lemma same_col m (A B : 'M[C]_(m, 2)) : col 0 A = col 0 B -> col 1 A = col 1 B -> A = B.
Proof.
move=> /matrixP AB0 /matrixP AB1; apply/matrixP => i k.
by have := AB0 i 0; have := AB1 i 0; rewrite !mxE => e1 e0; case: (ord2_cases k) => ->.
Qed.

Lemma col_shift m k (V : 'M[C]_(m, 2)) : col k (V *m shift 0 C) = col (k + 1) V.
Proof. by rewrite mul_shift; apply/matrixP => i j; rewrite !mxE. Qed.

Lemma col_clock m (k : 'I_2) (V : 'M[C]_(m, 2)) : col k (V *m clock 0 (-1)) = (-1) ^+ k *: col k V.
Proof. by rewrite mul_clock; apply/matrixP => i j; rewrite !mxE mulrC. Qed.

Theorem qubit_decoder_exists : exists V : 'M[C]_(dim 0 n, 2), qubit_decoder gens lx lz V.
Proof.
have [e [ee ze fixe]] := qencoded_zero.
have anti : T lz *m T lx = - (T lx *m T lz) by rewrite pauli_swap pairing expr1 scaleN1r.
pose V : 'M[C]_(dim 0 n, 2) := \matrix_(i, k) (if k == 0 then e else T lx *m e) i 0.
have col0 : col 0 V = e by apply/matrixP => i j; rewrite ord1 !mxE.
have col1 : col 1 V = T lx *m e by apply/matrixP => i j; rewrite ord1 mxE mxE.
have two0 : 1 + 1 = 0 :> 'I_2 by apply: val_inj.
have VX : T lx *m V = V *m shift 0 C.
  apply: same_col; rewrite col_mulmx col_shift; first by rewrite col0 add0r col1.
  by rewrite two0 col0 col1 mulmxA pauli_sqr mul1mx.
have VZ : T lz *m V = V *m clock 0 (-1).
  apply: same_col; rewrite col_mulmx col_clock; first by rewrite col0 ze scale1r.
  by rewrite col1 expr1 scaleN1r mulmxA anti mulNmx -mulmxA ze.
have SV g : g \in gens -> S g *m V = V.
  move=> g_in; apply: same_col; rewrite col_mulmx ?col0 ?col1; first exact: fixe.
  rewrite mulmxA (_ : S g *m T lx = T lx *m S g) -?mulmxA ?fixe //.
  rewrite /signed -scalemxAl -scalemxAr pauli_commute // symplecticC.
  by move/allP: lx_normal => /(_ g.2 (map_f snd g_in))/eqP->; rewrite oppr0.
have cross : adjoint e *m (T lx *m e) = 0.
  have flip : adjoint e *m (T lx *m e) = - (adjoint e *m (T lx *m e)).
    rewrite -{1 2}ze adjoint_mul pauli_adjoint -!mulmxA (mulmxA (T lz)) anti !mulNmx mulmxN.
    by rewrite -(mulmxA (T lx)) (mulmxA (T lz)) pauli_sqr mul1mx.
  apply/eqP; have /eqP := flip; rewrite -addr_eq0 -mulr2n -scaler_nat scaler_eq0.
  by rewrite (negPf (two_neq0 C)).
have cross' : adjoint (T lx *m e) *m e = 0.
  rewrite -[LHS]adjointK adjoint_mul adjointK cross; apply/matrixP => i j; by rewrite !mxE rmorph0.
have gram k l : (adjoint V *m V) k l = (adjoint (col k V) *m col l V) 0 0.
  by rewrite !mxE; apply: eq_bigr => i _; rewrite !mxE.
have VV : adjoint V *m V = 1%:M.
  apply/matrixP => k l; rewrite gram.
  have ee1 : adjoint (T lx *m e) *m (T lx *m e) = 1%:M.
    by rewrite adjoint_mul pauli_adjoint mulmxA -(mulmxA _ (T lx) (T lx)) pauli_sqr mulmx1 ee.
  by case: (ord2_cases k) => ->; case: (ord2_cases l) => ->; rewrite ?col0 ?col1 ?ee ?ee1 ?cross ?cross' !mxE.
exists V; split=> //; suff -> : V *m adjoint V = P by apply: signed_group_projector.
have [PP adjP _] := signed_group_projector C iso.
have PV : P *m V = V by apply: qprojector_fixed.
have VP : adjoint V *m P = adjoint V by rewrite -{2}PV adjoint_mul adjP.
apply/eqP; rewrite eq_sym -subr_eq0; apply/eqP/trace_gram_eq0.
have -> : adjoint (P - V *m adjoint V) = P - V *m adjoint V.
  by rewrite adjointB adjP adjoint_mul adjointK.
rewrite mulmxBl !mulmxBr PP mulmxA PV -!mulmxA VP [adjoint V *m (V *m _)]mulmxA VV mul1mx subrr subr0.
by rewrite raddfB /= mxtrace_mulC VV qcode_trace mxtrace1 subrr.
Qed.

(* the encoded T(a), as an element of the group *)
Definition qlogical (a : 'I_2 * 'I_2) : element n := gmul ((a.1 * a.2)%N%:R, lx *+ a.1) (0, lz *+ a.2).

Lemma qlogical_normal (a : 'I_2 * 'I_2) : normal (bare gens) (qlogical a).2.
Proof.
apply/allP => g g_in; rewrite symplecticDl !symplecticMnl.
by move/allP: lx_normal => /(_ g g_in)/eqP->; move/allP: lz_normal => /(_ g g_in)/eqP->; rewrite !mul0rn addr0.
Qed.

Section Given.
Variable V : 'M[C]_(dim 0 n, 2).
Hypothesis decV : qubit_decoder gens lx lz V.

Lemma qdecoder_projector : V *m adjoint V = P.
Proof.
case: decV => _ VP _ _; apply: qubit_projector_unique VP _.
exact: signed_group_projector.
Qed.

Lemma qcode_rank : \rank P = 2%N.
Proof.
have [VV _ _ _] := decV; apply/eqP; rewrite eqn_leq -qdecoder_projector.
rewrite (leq_trans (mxrankM_maxr _ _)) ?rank_leq_row //=.
have VE : V = (V *m adjoint V) *m V by rewrite -mulmxA VV mulmx1.
apply: leq_trans (mxrankM_maxl (V *m adjoint V) V); rewrite -VE.
by apply: leq_trans (mxrankM_maxr (adjoint V) V); rewrite VV mxrank1.
Qed.

Lemma qlogical_pauli (a : 'I_2 * 'I_2) : op (qlogical a) *m V = V *m T1 a.
Proof.
have [_ _ VX VZ] := decV.
have iterV b (M : 'M[C]_2) (m : 'I_2) : T b *m V = V *m M -> T (b *+ m) *m V = V *m M ^+ m.
  by move=> bV; case: (ord2_cases m) => ->; rewrite ?pauli0 ?mul1mx ?mulmx1.
rewrite /qlogical op_mul /op /= ipow0 scale1r ipow_nat -!scalemxAl -mulmxA (iterV _ _ _ VZ) mulmxA (iterV _ _ _ VX).
by rewrite -mulmxA scalemxAr.
Qed.

Theorem qdecode_trace rho (a : 'I_2 * 'I_2) : \tr (T1 a *m decode V rho) =
  2%:R ^- size gens * \sum_(f <- coset gens (qlogical a)) ipow C f.1 * \prod_k \tr (T1 (f.2 k) *m rho).
Proof.
rewrite /decode !mulmxA mxtrace_mulC !mulmxA -qlogical_pauli.
rewrite -[_ *m V *m adjoint V]mulmxA qdecoder_projector.
have -> : op (qlogical a) *m P = 2%:R ^- size gens *: \sum_(f <- coset gens (qlogical a)) op f.
  by rewrite coset_sum scalerA mulVf ?twoX_neq0 // scale1r.
rewrite -scalemxAl mxtraceZ mulmx_suml raddf_sum; congr (_ * _); apply: eq_bigr => f _ /=.
by rewrite /op -scalemxAl mxtraceZ /pauli tensor_mul tensor_trace.
Qed.
End Given.

(* what the enumerators count *)
Lemma qprojector_neq0 : P != 0.
Proof. by apply/eqP => P0'; have /eqP := qcode_trace; rewrite P0' mxtrace0 eq_sym pnatr_eq0. Qed.

Lemma opposite_eq0 (A : 'M[C]_(dim 0 n)) : A = - A -> A = 0.
Proof.
move/eqP; rewrite -addr_eq0 -mulr2n -scaler_nat scaler_eq0 (negPf (two_neq0 C)).
by move/eqP.
Qed.

Lemma stab_normal a : qubit_stabilizes P a -> normal (bare gens) a.
Proof.
move=> stab; apply/allP => _ /mapP[g g_in ->].
have gP := signed_qprojector C iso g_in.
have [c aP c0] : exists2 c : C, T a *m P = c *: P & c != 0.
  by case/orP: stab => /eqP->; [exists 1|exists (-1)]; rewrite ?scale1r ?scaleN1r ?oppr_eq0 ?oner_eq0.
case: (ord2_cases (symplectic a g.2)) => [->//|one]; case/eqP: qprojector_neq0.
have flip : T a *m S g = - (S g *m T a).
  by rewrite /signed -scalemxAl -scalemxAr (pauli_swap C a g.2) one expr1 scaleN1r scalerN.
have : c *: P = - (c *: P) by rewrite -{1}aP -{1}gP mulmxA flip mulNmx -mulmxA aP -scalemxAr gP.
by move/opposite_eq0/eqP; rewrite scaler_eq0 (negPf c0) => /eqP.
Qed.

Lemma norm_normal a : qubit_normalizes P a = normal (bare gens) a.
Proof.
apply/eqP/idP => [aP|]; last exact: qprojector_commute.
apply/allP => _ /mapP[g g_in ->]; have gP := signed_qprojector C iso g_in.
case: (ord2_cases (symplectic a g.2)) => [->//|one]; case/eqP: qprojector_neq0; apply: opposite_eq0.
have aaP : T a *m (T a *m P) = P by rewrite mulmxA pauli_sqr mul1mx.
have one' : symplectic g.2 a = 1 by rewrite symplecticC one; apply: val_inj.
have flip : S g *m T a = - (T a *m S g).
  by rewrite /signed -scalemxAl -scalemxAr (pauli_swap C g.2 a) one' expr1 scaleN1r scalerN.
have : T a *m P = - (T a *m P).
  by rewrite {1}aP -{1}gP -mulmxA -aP mulmxA flip mulNmx -mulmxA gP.
by move=> e; rewrite -aaP {1}e mulmxN.
Qed.

Lemma stab_span a : qubit_stabilizes P a = (a \in span (bare gens)).
Proof.
apply/idP/idP => [stab|a_in].
  apply: contraT => a_out; have := @trace_outside C n gens (0, a) a_out.
  rewrite /op ipow0 scale1r; case/orP: stab => /eqP->; rewrite ?mxtraceN ?raddfN /= qcode_trace => /eqP.
    by rewrite pnatr_eq0.
  by rewrite oppr_eq0 pnatr_eq0.
have : a \in map snd (coset gens (0, 0)) by rewrite coset_vectors /= (eq_map (add0r (V := _))) map_id.
case/mapP=> f f_in aE.
have opP : op f *m P = P.
  by apply: coset_absorb f_in; rewrite ?op0 ?mul1mx // => g; apply: signed_qprojector.
have aP : T a *m P = (ipow C f.1)^-1 *: P.
  by rewrite -{2}opP /op -aE -scalemxAl scalerA mulVf ?ipow_neq0 // scale1r.
have : (ipow C f.1)^-1 ^+ 2 == 1.
  rewrite -subr_eq0; have : ((ipow C f.1)^-1 ^+ 2 - 1) *: P == 0.
    by rewrite scalerBl scale1r expr2 -scalerA -aP scalemxAr -aP mulmxA pauli_sqr mul1mx subrr.
  by rewrite scaler_eq0 (negPf qprojector_neq0) orbF.
by rewrite sqrf_eq1 /qubit_stabilizes aP => /orP[]/eqP->; rewrite ?scale1r ?scaleN1r eqxx ?orbT.
Qed.

(* the cosets of the encoded T(b), as vectors *)
Notation cosets := (cosets (bare gens) lx lz).

Lemma norm_cosets a : qubit_normalizes P a = (a \in cosets).
Proof.
apply/idP/allpairsP => [a_norm|[[b s]] [_ s_in ->]]; last first.
  rewrite norm_normal; apply/allP => g g_in; rewrite symplecticDl.
  move/allP: (qlogical_normal b) => /(_ g g_in)/eqP->.
  by rewrite add0r; move/allP: (span_normal iso s_in); apply.
have [V decV] := qubit_decoder_exists.
have [VV _ _ _] := decV; have VP := qdecoder_projector decV.
pose M := adjoint V *m T a *m V; move/eqP: (a_norm) => aP.
have VM : V *m M = T a *m V.
  by rewrite /M !mulmxA VP -aP -mulmxA -VP -mulmxA VV mulmx1.
have [b b_in] : exists b, (qlogical b).2 + a \in span (bare gens).
  apply/existsP; rewrite -[X in is_true X]negbK negb_exists; apply/negP => /forallP none.
  suff M0 : M = 0.
    have V0 : V = 0 by rewrite -[V]mul1mx -(pauli_sqr C a) -mulmxA -VM M0 !mulmx0.
    by have /matrixP/(_ 0 0) := VV; rewrite V0 mulmx0 !mxE => /eqP; rewrite eq_sym oner_eq0.
  apply: pauli1_separate => b; rewrite mulmx0 mxtrace0.
  rewrite /M !mulmxA mxtrace_mulC !mulmxA -(qlogical_pauli decV) -[_ *m V *m adjoint V]mulmxA VP.
  rewrite -mulmxA -aP mulmxA (_ : T a = op (0, a)); last by rewrite /op ipow0 scale1r.
  by rewrite -op_mul (trace_outside (e := gmul (qlogical b) (0, a)) C (none b)).
exists (b, (qlogical b).2 + a); split; rewrite ?mem_enum //=.
by rewrite addrA -[X in X + a]mulr2n phase_char add0r.
Qed.

Lemma number_stab m : number (qubit_stabilizes P) m = count (fun s => weight s == m) (span (bare gens)).
Proof.
rewrite -size_filter -(card_uniqP _); last by rewrite filter_uniq // (destabilizers_uniq indep).
by apply: eq_card => a; rewrite !inE mem_filter stab_span andbC.
Qed.

Lemma number_norm m : number (qubit_normalizes P) m =
  (\sum_(b : 'I_2 * 'I_2) count (fun f : element n => weight f.2 == m) (coset gens (qlogical b)))%N.
Proof.
rewrite /number; transitivity (count (fun a => weight a == m) cosets).
  rewrite -size_filter -(card_uniqP _); last by rewrite filter_uniq // (cosets_uniq indep lx_normal lz_normal pairing).
  by apply: eq_card => a; rewrite !inE mem_filter norm_cosets andbC.
rewrite /cosets count_flatten -map_comp sumnE big_map big_enum /=.
apply: eq_bigr => b _; rewrite -(count_map snd (fun a => weight a == m)) coset_vectors !count_map.
by apply: eq_count.
Qed.

Theorem qubit_distanceP d : (forall m, (m < d)%N -> number (qubit_normalizes P) m = number (qubit_stabilizes P) m) ->
  (number (qubit_stabilizes P) d < number (qubit_normalizes P) d)%N -> qubit_distance P d.
Proof.
pose out m := #|[pred a | qubit_normalizes P a && ~~ qubit_stabilizes P a & weight a == m]|.
have split_number m : number (qubit_normalizes P) m = (number (qubit_stabilizes P) m + out m)%N.
  rewrite /number -(cardID [pred a | qubit_stabilizes P a]); congr (_ + _)%N; apply: eq_card => a; rewrite !inE.
    by rewrite andbC andbA; congr (_ && _); rewrite andb_idr // => /stab_normal; rewrite norm_normal.
  by rewrite andbCA andbA.
move=> below at_d; split.
  have : (0 < out d)%N by rewrite split_number -{1}[number _ _]addn0 ltn_add2l in at_d.
  by case/card_gt0P=> a; rewrite !inE => /andP[good /eqP]; exists a.
move=> a a_norm a_out; rewrite leqNgt; apply/negP => /below /eqP.
rewrite split_number -{2}[number _ _]addn0 eqn_add2l; apply/negP; rewrite -lt0n.
by apply/card_gt0P; exists a; rewrite !inE a_norm a_out eqxx.
Qed.
End QubitDecoder.
