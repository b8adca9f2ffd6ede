(* The decoder exists: for independent commuting stabilizers with a logical pair there is an isometry V onto the
   code space on which the logical operators act as X and Z, and the code space has dimension p.
   uniform-map, first half: for every such V the output of decoding rho^(x)n has
   Tr(T(a,b) V^* rho^(x)n V) = p^-r sum_(s in S) prod_k Tr(T(L_k + s_k) rho), L = a lx + b lz.
   (Prakash 2020, section 4, eq. (4.5), and section 5, eq. (5.7) to (5.9).) *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp.algebra_tactics Require Import ring.
From Stillproof Require Import Definitions Tensor Displacement Projector.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section Decoder.
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
Notation P0 := (projector w (lz :: gens)).

Lemma mul_shift m (M : 'M[C]_(m, p)) : M *m shift q C = \matrix_(i, j) M i (j + 1).
Proof.
apply/matrixP => i j; rewrite !mxE (bigD1 (j + 1)) //= !mxE eqxx mulr1 big1 ?addr0 //.
by move=> l /negPf l_neq; rewrite !mxE l_neq mulr0.
Qed.

Lemma mul_clock m (M : 'M[C]_(m, p)) : M *m clock q w = \matrix_(i, j) (M i j * chi j).
Proof.
apply/matrixP => i j; rewrite !mxE (bigD1 j) //= !mxE eqxx mul1r big1 ?addr0 //.
by move=> l /negPf l_neq; rewrite !mxE l_neq mul0r mulr0.
Qed.

Lemma code_trace : \tr P = p%:R.
Proof.
have dim_p : (dim q n)%:R = p%:R ^+ (size gens).+1 :> C by rewrite -one_left dimE natrX.
by rewrite (trace_projector odd_p w_prim indep) dim_p exprS mulrCA mulVf ?mulr1 ?pX_neq0.
Qed.

Lemma lz_isotropic : isotropic (lz :: gens).
Proof.
have lz_gens g : g \in gens -> symplectic lz g = 0 by move/allP: lz_normal => h /h/eqP.
move=> g h; rewrite !inE => /predU1P[->|g_in] /predU1P[->|h_in].
- exact: symplectic_self.
- exact: lz_gens.
- by rewrite symplecticC lz_gens ?oppr0.
- exact: iso.
Qed.

Lemma lz_dual : dual (lz :: gens) (lx :: ds).
Proof.
rewrite /= pairing eqxx indep andbT; apply/allP => h h_in.
by rewrite symplecticC oppr_eq0; move/allP: lx_normal; apply.
Qed.

Lemma zero_trace : \tr P0 = 1.
Proof. by rewrite (trace_projector odd_p w_prim lz_dual) dimE natrX /= -one_left mulVf ?pX_neq0. Qed.

Lemma encoded_zero : exists e : 'cV[C]_(dim q n),
  adjoint e *m e = 1%:M /\ forall g, g \in lz :: gens -> T g *m e = e.
Proof.
have [j xj_neq0] : exists j, col j P0 != 0.
  apply/existsP; rewrite -negb_forall; apply/negP => /forallP zero.
  have P00 : P0 = 0 by apply/matrixP => i j; have /eqP/matrixP/(_ i 0) := zero j; rewrite !mxE.
  by have /eqP := zero_trace; rewrite P00 mxtrace0 eq_sym oner_eq0.
set x := col j P0 in xj_neq0; set N := (adjoint x *m x) 0 0.
have NE : N = \sum_i x i 0 * (x i 0)^* by rewrite /N mxE; apply: eq_bigr => i _; rewrite mxE mulrC.
have N_ge0 : 0 <= N by rewrite NE sumr_ge0 // => i _; apply: mul_conjC_ge0.
have N_neq0 : N != 0.
  apply: contra xj_neq0 => /eqP N0; apply/eqP; apply: trace_gram_eq0.
  by rewrite /mxtrace big_ord1.
have s_neq0 : sqrtC N != 0 by rewrite sqrtC_eq0.
have s_conj : (sqrtC N)^* = sqrtC N by apply: conj_Creal; rewrite ger0_real // sqrtC_ge0.
exists ((sqrtC N)^-1 *: x); split=> [|g g_in].
  rewrite adjoint_scale -scalemxAl -scalemxAr scalerA fmorphV s_conj.
  apply/matrixP => a b; rewrite !ord1 mxE -/N mxE eqxx -invfM -expr2 sqrtCK.
  by rewrite mulVf.
by rewrite -scalemxAr /x -col_mulmx (displacement_projector odd_p w_prim lz_isotropic g_in).
Qed.

(* for a code that the checker accepts, there is a decoder *)
Theorem decoder_exists : exists V, decoder w gens lx lz V.
Proof.
have [e [ee fixe]] := encoded_zero.
pose V : 'M[C]_(dim q n, p) := \matrix_(i, k) (T (lx *+ (k : 'I_p)) *m e) i 0.
have colV k : col k V = T (lx *+ k) *m e by apply/matrixP => i j; rewrite ord1 !mxE.
have same_col m (A B : 'M[C]_(m, p)) : (forall k, col k A = col k B) -> A = B.
  by move=> AB; apply/matrixP => i k; have /matrixP/(_ i 0) := AB k; rewrite !mxE.
have VX : T lx *m V = V *m shift q C.
  apply: same_col => k; rewrite col_mulmx colV mulmxA displacement_mul0 //; last first.
    by rewrite symplecticMn symplectic_self mul0rn.
  rewrite mul_shift.
  rewrite -mulrS -(phase_mulrn_mod lx k.+1) -[k.+1]addn1.
  by apply/matrixP => i j; rewrite ord1 !mxE.
have VZ : T lz *m V = V *m clock q w.
  apply: same_col => k; rewrite col_mulmx colV mulmxA (displacement_swap odd_p w_prim).
  rewrite symplecticMn pairing natr_Zp -scalemxAl -mulmxA fixe ?mem_head //.
  by rewrite mul_clock; apply/matrixP => i j; rewrite ord1 [LHS]mxE !mxE mulrC.
have TV g : g \in gens -> T g *m V = V.
  move=> g_in; apply: same_col => k; rewrite col_mulmx colV mulmxA (displacement_swap odd_p w_prim).
  have -> : symplectic g (lx *+ k) = 0.
    rewrite symplecticMn symplecticC; move/allP: lx_normal => /(_ g g_in)/eqP->.
    by rewrite oppr0 mul0rn.
  by rewrite phase_factor0 scale1r -mulmxA fixe // inE g_in orbT.
have VV : adjoint V *m V = 1%:M.
  apply/matrixP => k l.
  have gram k' l' : (adjoint V *m V) k' l' = (adjoint (col k' V) *m col l' V) 0 0.
    by rewrite !mxE; apply: eq_bigr => i _; rewrite !mxE.
  have [<-|neq_kl] := eqVneq k l.
    rewrite gram colV adjoint_mul mulmxA -[adjoint e *m _ *m _]mulmxA.
    by rewrite displacement_unitary // mulmx1 ee !mxE !eqxx.
  have : adjoint V *m V = adjoint (T lz *m V) *m (T lz *m V).
    by rewrite adjoint_mul mulmxA -[adjoint V *m _ *m _]mulmxA displacement_unitary ?mulmx1.
  rewrite VZ adjoint_mul !mulmxA -[adjoint _ *m _ *m V]mulmxA.
  move: (adjoint V *m V) => G /matrixP/(_ k l).
  rewrite mul_clock mxE -[_ *m G]adjointK adjoint_mul adjointK mul_clock !mxE rmorphM conjCK.
  rewrite phase_factor_conj // -mulrA -phase_factorD // => /eqP.
  rewrite -subr_eq0 -{1}[G k l]mulr1 -mulrBr mulf_eq0 subr_eq0 => /orP[/eqP->|].
    by rewrite (negPf neq_kl).
  by rewrite eq_sym phase_factor_eq1 // addrC subr_eq0 eq_sym (negPf neq_kl).
exists V; split=> //; suff -> : V *m adjoint V = P by apply: displacement_group_projector.
have [PP adjP _] := displacement_group_projector odd_p w_prim iso.
have PV : P *m V = V by apply: projector_fixed.
have VP : adjoint V *m P = adjoint V by rewrite -{2}PV adjoint_mul adjP.
apply/eqP; rewrite eq_sym -subr_eq0; apply/eqP/trace_gram_eq0.
have -> : adjoint (P - V *m adjoint V) = P - V *m adjoint V.
  by rewrite adjointB adjP adjoint_mul adjointK.
rewrite mulmxBl !mulmxBr PP mulmxA PV -!mulmxA VP [adjoint V *m (V *m _)]mulmxA VV mul1mx subrr subr0.
by rewrite raddfB /= mxtrace_mulC VV code_trace mxtrace1 subrr.
Qed.

Section Given.
Variable V : 'M[C]_(dim q n, p).
Hypothesis decV : decoder w gens lx lz V.

Lemma decoder_projector : V *m adjoint V = P.
Proof.
case: decV => _ VP _ _; apply: code_projector_unique VP _.
exact: displacement_group_projector.
Qed.

Lemma code_rank : \rank P = p.
Proof.
have [VV _ _ _] := decV; apply/eqP; rewrite eqn_leq -decoder_projector.
rewrite (leq_trans (mxrankM_maxr _ _)) ?rank_leq_row //=.
have VE : V = (V *m adjoint V) *m V by rewrite -mulmxA VV mulmx1.
apply: leq_trans (mxrankM_maxl (V *m adjoint V) V); rewrite -VE.
by apply: leq_trans (mxrankM_maxr (adjoint V) V); rewrite VV mxrank1.
Qed.

Definition logical (a : 'I_p * 'I_p) : phase q n := lx *+ a.1 + lz *+ a.2.

Lemma logical_normal a : normal gens (logical a).
Proof.
apply/allP => g g_in; rewrite symplecticDl !symplecticMnl.
by move/allP: lx_normal => /(_ g g_in)/eqP->; move/allP: lz_normal => /(_ g g_in)/eqP->; rewrite !mul0rn addr0.
Qed.

Lemma logical_displacement a : T (logical a) *m V = V *m T1 a.
Proof.
have [_ _ VX VZ] := decV.
have iterV b (M : 'M[C]_p) m : T b *m V = V *m M -> T (b *+ m) *m V = V *m M ^+ m.
  move=> bV; rewrite displacement_exp //; elim: m => [|m IHm]; first by rewrite mul1mx mulmx1.
  by rewrite iterS -mulmxA IHm mulmxA bV -mulmxA exprS.
have form : symplectic (lx *+ a.1) (lz *+ a.2) = - (a.1 * a.2).
  by rewrite symplecticMn symplecticMnl symplecticC pairing !mulNrn natr_Zp -mulr_natr natr_Zp.
have -> : T (logical a) = chi (half q * (a.1 * a.2)) *: (T (lx *+ a.1) *m T (lz *+ a.2)).
  rewrite displacement_mul // scalerA -phase_factorD // form mulrN subrr.
  by rewrite phase_factor0 scale1r.
rewrite -scalemxAl -mulmxA (iterV _ _ _ VZ) mulmxA (iterV _ _ _ VX) -mulmxA scalemxAr.
rewrite /displacement1; congr (_ *m (_ *: _)).
by rewrite -[RHS](w_mod w_prim) /phase_factor /= modnMmr modnMml.
Qed.

Theorem decode_trace rho a : \tr (T1 a *m decode V rho) =
  p%:R ^- size gens * \sum_(s <- span gens) \prod_k \tr (T1 ((logical a + s) k) *m rho).
Proof.
rewrite /decode !mulmxA mxtrace_mulC !mulmxA -logical_displacement.
rewrite -[_ *m V *m adjoint V]mulmxA decoder_projector.
rewrite /projector -scalemxAr -scalemxAl mxtraceZ; congr (_ * _).
rewrite mulmx_sumr mulmx_suml raddf_sum; apply: eq_big_seq => s s_in /=.
rewrite displacement_mul0 ?(normal_span (logical_normal a)) //.
by rewrite /displacement tensor_mul tensor_trace.
Qed.

(* uniform-map *)
Theorem uniform_map rho z a : \tr rho = 1 -> (forall b, b != 0 -> \tr (T1 b *m rho) = z) ->
  \tr (T1 a *m decode V rho) = p%:R ^- size gens * \sum_(s <- span gens) z ^+ weight (logical a + s).
Proof.
move=> rho1 rhoz; rewrite decode_trace; congr (_ * _); apply: eq_bigr => s _.
rewrite /weight -prodr_const [RHS]big_mkcond; apply: eq_bigr => k _; rewrite inE.
have [->|/rhoz //] := eqVneq ((logical a + s) k) 0.
by rewrite displacement1_0 mul1mx.
Qed.
End Given.
End Decoder.
