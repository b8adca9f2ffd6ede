(* What the enumerators count.  The T(a) that fix the code space pointwise are those with a in the span of the
   stabilizers; the T(a) that map it to itself are those with a in one of the p^2 cosets L + S, each a once.
   distance: so the distance is the least weight that the two counts do not share.  (Prakash 2020, section 4.) *)
From mathcomp Require Import all_ssreflect all_algebra.
From Stillproof Require Import Definitions Tensor Displacement Projector Decoder.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section Enumerator.
Variables (q : nat) (C : numClosedFieldType) (w : C).
Notation p := q.+2.
Hypothesis odd_p : odd p.
Hypothesis w_prim : p.-primitive_root w.
Variable n : nat.
Notation T := (@displacement q C w n).
Notation T1 := (@displacement1 q C w).
Notation chi := (phase_factor w).
Variables (gens ds : seq (phase q n)) (lx lz : phase q n).
Hypothesis iso : isotropic gens.
Hypothesis indep : dual gens ds.
Hypothesis one_left : n = (size gens).+1.
Hypothesis lx_normal : normal gens lx.
Hypothesis lz_normal : normal gens lz.
Hypothesis pairing : symplectic lz lx = 1.
Notation P := (projector w gens).
Notation logical := (logical lx lz).
Implicit Types a s : phase q n.

Lemma projector_neq0 : P != 0.
Proof.
apply/eqP => P0; have := code_trace odd_p w_prim indep one_left.
by rewrite P0 mxtrace0 => /eqP; rewrite eq_sym pnatr_eq0.
Qed.

Lemma unit_scale (c : C) (A : 'M[C]_(dim q n)) : A != 0 -> A = c *: A -> c = 1.
Proof.
move=> A_neq0 /eqP; rewrite -subr_eq0 -{1}[A]scale1r -scalerBl scaler_eq0 (negPf A_neq0) orbF.
by rewrite subr_eq0 => /eqP.
Qed.

Lemma swap_one a b (A : 'M[C]_(dim q n)) :
  A != 0 -> T a *m T b *m A = A -> T b *m T a *m A = A -> symplectic a b = 0.
Proof.
move=> A_neq0 ab ba; apply/eqP; rewrite -(phase_factor_eq1 w_prim); apply/eqP.
by apply: (unit_scale A_neq0); rewrite -{2}ba scalemxAl -displacement_swap.
Qed.

Lemma stabilizes_normal a : stabilizes w P a -> normal gens a.
Proof.
move=> /eqP aP; apply/allP => g g_in; apply/eqP.
have gP : T g *m P = P by apply: displacement_projector.
by apply: (swap_one projector_neq0); rewrite -mulmxA ?gP ?aP.
Qed.

Lemma span_stabilizes s : s \in span gens -> stabilizes w P s.
Proof. by move=> s_in; apply/eqP; apply: fixed_span s_in => // g; apply: displacement_projector. Qed.

Lemma stabilizesN a : stabilizes w P (- a) = stabilizes w P a.
Proof.
have half_way b : stabilizes w P b -> stabilizes w P (- b).
  by move=> /eqP bP; apply/eqP; rewrite -{1}bP mulmxA displacementNK // mul1mx.
by apply/idP/idP => /half_way //; rewrite opprK.
Qed.

Lemma stabilizes_span a : stabilizes w P a = (a \in span gens).
Proof.
apply/idP/idP => [|/span_stabilizes //]; rewrite -stabilizesN => stab.
have := trace_displacement_projector odd_p w_prim (stabilizes_normal stab).
move/eqP: stab => ->; rewrite opprK (code_trace odd_p w_prim indep one_left).
apply: contra_eqT => /count_memPn->; rewrite mulr0; exact: p_neq0.
Qed.

Lemma displacement_neq0 a (A : 'M[C]_(dim q n)) : A != 0 -> T a *m A != 0.
Proof.
apply: contra => /eqP aA; rewrite -[A]mul1mx -(displacementNK odd_p w_prim a) -mulmxA aA.
by rewrite mulmx0.
Qed.

Lemma normalizes_normal a : normalizes w P a = normal gens a.
Proof.
apply/eqP/idP => [aP|a_norm].
  apply/allP => g g_in; have gP : T g *m P = P by apply: displacement_projector.
  rewrite symplecticC oppr_eq0 -(phase_factor_eq1 w_prim); apply/eqP.
  apply: (unit_scale (displacement_neq0 a projector_neq0)).
  rewrite -{2}gP [T a *m (_ *m _)]mulmxA scalemxAl -displacement_swap // -mulmxA aP mulmxA gP.
  by rewrite -aP.
rewrite /projector -scalemxAl -scalemxAr mulmx_sumr mulmx_suml; congr (_ *: _).
apply: eq_big_seq => s s_in.
by rewrite [LHS]displacement_swap // (normal_span a_norm s_in) phase_factor0 scale1r.
Qed.

Definition cosets := [seq logical b + s | b <- enum [finType of 'I_p * 'I_p], s <- span gens].

Lemma logical_lz b s : s \in span gens -> symplectic lz (logical b + s) = b.1.
Proof.
move=> s_in; rewrite !symplecticDr (normal_span lz_normal s_in) !symplecticMn pairing.
by rewrite symplectic_self mul0rn !addr0 natr_Zp.
Qed.

Lemma logical_lx b s : s \in span gens -> symplectic lx (logical b + s) = - b.2.
Proof.
move=> s_in; rewrite !symplecticDr (normal_span lx_normal s_in) !symplecticMn symplectic_self.
by rewrite symplecticC pairing mul0rn add0r addr0 mulNrn natr_Zp.
Qed.

Lemma cosets_uniq : uniq cosets.
Proof.
apply: allpairs_uniq; rewrite ?enum_uniq ?(destabilizers_uniq indep) //.
move=> x y /allpairsP[[b s]] [/= _ s_in ->] /allpairsP[[c t]] [/= _ t_in ->] /= eq_bc.
have eb1 : b.1 = c.1 by rewrite -(logical_lz b s_in) eq_bc logical_lz.
have eb2 : b.2 = c.2 by apply: oppr_inj; rewrite -(logical_lx b s_in) eq_bc logical_lx.
have bc : b = c by case: b c eb1 eb2 {eq_bc} => b1 b2 [c1 c2] /= -> ->.
by rewrite bc in eq_bc *; congr (_, _); apply: addrI eq_bc.
Qed.

Lemma spanN s : s \in span gens -> - s \in span gens.
Proof. by rewrite -!stabilizes_span stabilizesN. Qed.

Lemma logicalN b : exists c, - logical b = logical c.
Proof.
exists (- b); rewrite /logical opprD -!mulNrn.
have opp_mod (x : phase q n) (m : 'I_p) : (- x) *+ m = x *+ (- m).
  rewrite mulNrn; apply/eqP; rewrite eq_sym -addr_eq0 -mulrnDr; apply/eqP.
  rewrite -phase_mulrn_mod (_ : ((- m)%R + m) %% p = 0)%N ?mulr0n //.
  exact: (congr1 val (addNr m)).
by rewrite !opp_mod.
Qed.

Lemma normal_cosets a : normal gens a = (a \in cosets).
Proof.
apply/idP/allpairsP => [a_norm|[[b s]] [_ s_in ->]]; last first.
  apply/allP => g g_in; rewrite symplecticDl; move/allP: (logical_normal lx_normal lz_normal b) => /(_ g g_in)/eqP->.
  by rewrite add0r; move/allP: (span_normal iso s_in); apply.
have [V decV] := decoder_exists odd_p w_prim iso indep one_left lx_normal lz_normal pairing.
have [VV _ _ _] := decV; have VP := decoder_projector odd_p w_prim iso decV.
pose M := adjoint V *m T a *m V.
have VM : V *m M = T a *m V.
  rewrite /M !mulmxA VP -{1}[P *m T a]/(P *m T a); have /eqP <- : normalizes w P a by rewrite normalizes_normal.
  by rewrite -mulmxA -VP -mulmxA VV mulmx1.
have [b b_in] : exists b, - (logical b + a) \in span gens.
  apply/existsP; rewrite -[X in is_true X]negbK negb_exists; apply/negP => /forallP none.
  suff M0 : M = 0.
    have V0 : V = 0 by rewrite -[V]mul1mx -(displacementNK odd_p w_prim a) -mulmxA -VM M0 mulmx0 mulmx0.
    by have /matrixP/(_ 0 0) := VV; rewrite V0 mulmx0 !mxE => /eqP; rewrite eq_sym oner_eq0.
  apply: (displacement1_separate w_prim) => b; rewrite mulmx0 mxtrace0.
  rewrite /M !mulmxA mxtrace_mulC !mulmxA.
  rewrite -(logical_displacement odd_p w_prim pairing decV) -[_ *m V *m adjoint V]mulmxA VP.
  rewrite -mulmxA; have /eqP <- : normalizes w P a by rewrite normalizes_normal.
  rewrite mulmxA displacement_mul // -scalemxAl mxtraceZ trace_displacement_projector //.
    by rewrite (count_memPn (none b)) !mulr0.
  apply/allP => g g_in; rewrite symplecticDl; move/allP: a_norm => /(_ g g_in)/eqP->.
  by rewrite addr0; move/allP: (logical_normal lx_normal lz_normal b); apply.
have [c cE] := logicalN b; exists (c, - (logical b + a) *+ 1 *- 1); rewrite /= mem_enum; split=> //.
  by rewrite mulr1n; apply: spanN.
by rewrite -cE mulr1n opprK addrA addNr add0r.
Qed.

Lemma number_stabilizes m : number (stabilizes w P) m = count (fun s => weight s == m) (span gens).
Proof.
rewrite -size_filter -(card_uniqP _); last by rewrite filter_uniq // (destabilizers_uniq indep).
by apply: eq_card => a; rewrite !inE mem_filter stabilizes_span andbC.
Qed.

Lemma number_normalizes m : number (normalizes w P) m =
  (\sum_(b : 'I_p * 'I_p) count (fun s => weight (logical b + s)%R == m) (span gens))%N.
Proof.
rewrite /number; transitivity (count (fun a => weight a == m) cosets).
  rewrite -size_filter -(card_uniqP _); last by rewrite filter_uniq // cosets_uniq.
  by apply: eq_card => a; rewrite !inE mem_filter normalizes_normal normal_cosets andbC.
rewrite /cosets count_flatten -map_comp sumnE big_map big_enum /=.
by apply: eq_bigr => b _; rewrite count_map.
Qed.

Theorem distanceP d : (forall m, (m < d)%N -> number (normalizes w P) m = number (stabilizes w P) m) ->
  (number (stabilizes w P) d < number (normalizes w P) d)%N -> distance w P d.
Proof.
pose out m := #|[pred a | normalizes w P a && ~~ stabilizes w P a & weight a == m]|.
have split_number m : number (normalizes w P) m = (number (stabilizes w P) m + out m)%N.
  rewrite /number -(cardID [pred a | stabilizes w P a]); congr (_ + _)%N; apply: eq_card => a; rewrite !inE.
    rewrite andbC andbA; congr (_ && _); rewrite andb_idr // => /stabilizes_normal.
    by rewrite normalizes_normal.
  by rewrite andbCA andbA.
move=> below at_d; split.
  have : (0 < out d)%N by rewrite split_number -{1}[number _ _]addn0 ltn_add2l in at_d.
  by case/card_gt0P=> a; rewrite !inE => /andP[good /eqP]; exists a.
move=> a a_norm a_out; rewrite leqNgt; apply/negP => /below /eqP.
rewrite split_number -{2}[number _ _]addn0 eqn_add2l; apply/negP; rewrite -lt0n.
by apply/card_gt0P; exists a; rewrite !inE a_norm a_out eqxx.
Qed.
End Enumerator.
