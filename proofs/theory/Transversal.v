(* One unitary on every site, and the code projector.  The projector of an [[n, 1]] code is the sum over its stabilizers
   T(a), each with the factor p/p^n, and there are p^n/p of them.  So the trace of Pi U^(x)n is a sum over the stabilizers
   of products over the sites, and where U^(x)n commutes with Pi, its action takes stabilizers to stabilizers.
   No generators are chosen here: a stabilizer is any a with T(a) Pi = Pi. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Stillproof Require Import Definitions Tensor Displacement Projector Clifford Enumerator.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section Transversal.
Variables (q : nat) (C : numClosedFieldType) (w : C).
Notation p := q.+2.
Hypothesis odd_p : odd p.
Hypothesis w_prim : p.-primitive_root w.
Variable n : nat.
Notation T := (@displacement q C w n).
Notation T1 := (@displacement1 q C w).
Implicit Types (a b : phase q n) (U : 'M[C]_p).
Variables (gens : seq (phase q n)) (P : 'M[C]_(dim q n)).
Hypothesis codeP : code_projector w gens P.
Hypothesis traceP : \tr P = p%:R.
Notation S := (stabilizes w P).

Lemma code_neq0 : P != 0.
Proof. by apply/eqP => P0; have /eqP := traceP; rewrite P0 mxtrace0 eq_sym pnatr_eq0. Qed.

Lemma stabilizers_commute a b : S a -> S b -> symplectic a b = 0.
Proof. by move=> /eqP aP /eqP bP; apply: (swap_one odd_p w_prim code_neq0); rewrite -mulmxA ?aP ?bP. Qed.

Lemma generator_stabilizes g : g \in gens -> S g.
Proof. by move=> g_in; apply/eqP; exact: code_projector_fixes codeP g_in. Qed.

Lemma generators_isotropic : isotropic gens.
Proof. by move=> g h g_in h_in; apply: stabilizers_commute; apply: generator_stabilizes. Qed.

Lemma code_projectorE : P = projector w gens.
Proof. exact: code_projector_unique codeP (displacement_group_projector odd_p w_prim generators_isotropic). Qed.

Lemma stabilizersD a b : S a -> S b -> S (a + b).
Proof.
move=> Sa Sb; apply/eqP; rewrite -(displacement_mul0 odd_p w_prim (stabilizers_commute Sa Sb)) -mulmxA.
by rewrite (eqP Sb) (eqP Sa).
Qed.

Lemma stabilizersN a : S a -> S (- a).
Proof. by move=> /eqP aP; apply/eqP; rewrite -{1}aP mulmxA displacementNK // mul1mx. Qed.

(* a list of vectors, with multiplicities, is a sum over all vectors *)
Lemma sum_count (F : phase q n -> 'M[C]_(dim q n)) l :
  \sum_(s <- l) F s = \sum_a (count_mem a l)%:R *: F a.
Proof.
elim: l => [|s l IH]; first by rewrite big_nil big1 // => a _; rewrite scale0r.
rewrite big_cons IH /=; under [RHS]eq_bigr do rewrite natrD scalerDl.
rewrite big_split /=; congr (_ + _); rewrite (bigD1 s) //= eqxx scale1r big1 ?addr0 // => a /negPf a_neq.
by rewrite eq_sym a_neq scale0r.
Qed.

Lemma projector_sum : P = (p%:R / p%:R ^+ n) *: \sum_(a | S a) T a.
Proof.
have p_neq := pX_neq0 q C n.
rewrite {1}code_projectorE /projector sum_count [in RHS]big_mkcond !scaler_sumr; apply: eq_bigr => a _.
rewrite scalerA; case: ifP => [Sa|not_Sa]; last first.
  suff -> : count_mem a (span gens) = 0%N by rewrite mulr0 scale0r scaler0.
  apply/eqP; rewrite eqn0Ngt -has_count has_pred1; apply: contraFN not_Sa => a_in.
  rewrite /stabilizes code_projectorE; apply/eqP; apply: fixed_span a_in => //; first exact: generators_isotropic.
  by move=> g; apply: displacement_projector => //; exact: generators_isotropic.
congr (_ *: _); apply: (mulIf p_neq); rewrite divfK //.
have norm_a : normal gens (- a).
  by apply/allP => g g_in; apply/eqP; apply: stabilizers_commute; [exact: stabilizersN|exact: generator_stabilizes].
have := trace_displacement_projector odd_p w_prim norm_a.
by rewrite -code_projectorE (eqP (stabilizersN Sa)) traceP opprK dimE natrX mulrAC => <-.
Qed.

Lemma card_stabilizers : #|[pred a | S a]|%:R = p%:R ^+ n / p%:R :> C.
Proof.
have p_neq := pX_neq0 q C n; have p1_neq := p_neq0 q C.
have [PP _ _] := codeP; have := projector_sum => /(congr1 (mulmx^~ P)); rewrite PP -scalemxAl mulmx_suml.
rewrite (eq_bigr (fun=> P)) => [|a /eqP //]; rewrite sumr_const -scaler_nat scalerA => PE.
have /esym one := unit_scale code_neq0 PE; apply: (mulfI (x := p%:R / p%:R ^+ n)).
  by rewrite mulf_neq0 ?invr_eq0.
by rewrite -one mulrA divfK // divff.
Qed.

Lemma trace_transversal U :
  \tr (P *m tensor (fun=> U)) = p%:R / p%:R ^+ n * \sum_(a | S a) \prod_k \tr (T1 (a k) *m U).
Proof.
rewrite {1}projector_sum -scalemxAl mxtraceZ mulmx_suml raddf_sum; congr (_ * _).
by apply: eq_bigr => a _; rewrite /displacement tensor_mul /= tensor_trace.
Qed.

Lemma stabilizers_moved U F a : moves w U F ->
  tensor (fun=> U) *m P = P *m tensor (fun=> U) -> S a -> S (everywhere F a).
Proof.
move=> UF comm /eqP aP; have [UU _ _] := UF; have inv := unitaryC (tensor_unitary n UU).
have moved : T (everywhere F a) *m P *m tensor (fun=> U) = P *m tensor (fun=> U).
  by rewrite -mulmxA -comm mulmxA -(tensor_moves a UF) -mulmxA aP.
by apply/eqP; rewrite -[LHS]mulmx1 -inv mulmxA moved -mulmxA inv mulmx1.
Qed.
End Transversal.

(* a unitary of finite order has no eigenvector for c if the c-part of its traces is not positive *)
Lemma eigenvector_eq0 (C : numClosedFieldType) m k (L : 'M[C]_m.+1) (c : C) (y : 'cV[C]_m.+1) :
  (0 < k)%N -> adjoint L *m L = 1%:M -> L ^+ k = 1 -> c ^+ k = 1 ->
  \sum_(j < k) c ^- j * \tr (L ^+ j) <= 0 -> L *m y = c *: y -> y = 0.
Proof.
move=> k_gt0 LL Lk ck neg Ly.
have c_neq0 : c != 0 by apply: contra_eq_neq ck => ->; rewrite expr0n gtn_eqF // eq_sym oner_eq0.
have c_norm : `|c| = 1.
  by apply/eqP; rewrite -(@pexpr_eq1 _ _ k) ?normr_ge0 // -normrX ck normr1.
have conj_c : c^* = c^-1 by apply: (mulfI c_neq0); rewrite -normCK c_norm expr1n divff.
have k_neq0 : k%:R != 0 :> C by rewrite pnatr_eq0 -lt0n.
have powS j : L ^+ j.+1 = L *m L ^+ j by rewrite exprS.
have powSr j : L ^+ j.+1 = L ^+ j *m L by rewrite exprSr.
pose term j : 'M[C]_m.+1 := c ^- j *: L ^+ j.
pose Q : 'M[C]_m.+1 := k%:R^-1 *: \sum_(j < k) term j.
have LQ : L *m Q = c *: Q.
  rewrite /Q -scalemxAr scalerA mulrC -scalerA mulmx_sumr; congr (_ *: _).
  have shift_term j : L *m term j = c *: term j.+1.
    by rewrite /term -scalemxAr -powS scalerA [c ^+ _.+1]exprS invfM mulVKf.
  under eq_bigr do rewrite shift_term.
  rewrite -scaler_sumr; congr (_ *: _); case: k k_gt0 Lk ck {neg k_neq0 Q} => // k _ Lk ck.
  rewrite big_ord_recr [RHS]big_ord_recl /= addrC; congr (_ + _).
  by rewrite /term Lk ck expr0 expr0 invr1.
have QQ : adjoint Q *m Q = Q.
  have adjLQ j : adjoint (L ^+ j) *m Q = c ^- j *: Q.
    elim: j => [|j IHj]; first by rewrite !expr0 invr1 scale1r [1]/(1%:M) adjoint1 mul1mx.
    have step : adjoint L *m Q = c^-1 *: Q.
      by apply: (scalerI c_neq0); rewrite scalerA divff // scale1r scalemxAr -LQ mulmxA LL mul1mx.
    by rewrite powSr adjoint_mul -mulmxA IHj -scalemxAr step scalerA exprSr invfM mulrC.
  rewrite {1}/Q adjoint_scale -scalemxAl.
  have -> : adjoint (\sum_(j < k) term j) = \sum_(j < k) adjoint (term j).
    by apply: (big_morph (@adjoint C _ _)) => [A B|]; [exact: adjointD|apply/matrixP => i j; rewrite !mxE rmorph0].
  rewrite mulmx_suml (eq_bigr (fun=> Q)) => [|j _].
    by rewrite sumr_const card_ord -scaler_nat scalerA fmorphV rmorph_nat mulVf // scale1r.
  rewrite /term adjoint_scale -scalemxAl adjLQ scalerA fmorphV rmorphX conj_c /=.
  by rewrite exprVn invrK divff ?scale1r // expf_neq0.
have trQ : \tr Q <= 0.
  rewrite mxtraceZ raddf_sum /= (eq_bigr (fun j : 'I_k => c ^- j * \tr (L ^+ j))) => [|j _]; last exact: mxtraceZ.
  by rewrite pmulr_rle0 // invr_gt0 ltr0n.
have Q0 : Q = 0.
  apply: trace_gram_eq0; apply/eqP; rewrite eq_le QQ trQ -QQ /mxtrace sumr_ge0 // => i _.
  by rewrite mxE sumr_ge0 // => j _; rewrite mxE mulrC mul_conjC_ge0.
have powers j : L ^+ j *m y = c ^+ j *: y.
  elim: j => [|j IHj]; first by rewrite !expr0 [1]/(1%:M) mul1mx scale1r.
  by rewrite powSr -mulmxA Ly -scalemxAr IHj scalerA exprS.
have : Q *m y = y.
  rewrite /Q -scalemxAl mulmx_suml (eq_bigr (fun=> y)) => [|j _].
    by rewrite sumr_const card_ord -scaler_nat scalerA mulVf ?scale1r.
  by rewrite /term -scalemxAl powers scalerA mulVf ?scale1r // expf_neq0.
by rewrite Q0 mul0mx.
Qed.

(* the action on the encoded qudit of a unitary that commutes with the projector: V^* U^(x)n V *)
Section Encoded.
Variables (q : nat) (C : numClosedFieldType) (n : nat).
Notation p := q.+2.
Variable V : 'M[C]_(dim q n, p).
Hypothesis VV : adjoint V *m V = 1%:M.
Notation P := (V *m adjoint V).
Implicit Types U : 'M[C]_p.

Lemma encoded_trace : \tr P = p%:R.
Proof. by rewrite mxtrace_mulC VV mxtrace1. Qed.

Lemma decode_apply U m (x : 'M[C]_(dim q n, m)) : tensor (fun=> U) *m P = P *m tensor (fun=> U) ->
  adjoint V *m (tensor (fun=> U) *m x) = decode V U *m (adjoint V *m x).
Proof.
move=> comm; rewrite /decode -!mulmxA [V *m (adjoint V *m x)]mulmxA.
by rewrite [tensor _ *m (P *m x)]mulmxA comm -!mulmxA [adjoint V *m (V *m _)]mulmxA VV mul1mx.
Qed.

Lemma decode_mul U U' : tensor (fun=> U) *m P = P *m tensor (fun=> U) ->
  decode V (U *m U') = decode V U *m decode V U'.
Proof.
move=> comm; have := decode_apply (tensor (fun=> U') *m V) comm.
by rewrite /decode -(tensor_mul (fun=> U) (fun=> U')) !mulmxA.
Qed.

Lemma decode_exp U m : tensor (fun=> U) *m P = P *m tensor (fun=> U) ->
  decode V (U ^+ m) = decode V U ^+ m.
Proof.
move=> comm; elim: m => [|m IHm].
  by rewrite !expr0 /decode tensor1 mulmx1 VV.
by rewrite exprS [U * _]/(U *m _) decode_mul // IHm exprS.
Qed.

Lemma transversal_exp U m : tensor (fun=> U) *m P = P *m tensor (fun=> U) ->
  tensor (fun=> U ^+ m) *m P = P *m tensor (fun=> U ^+ m).
Proof.
move=> comm; elim: m => [|m IHm]; first by rewrite !expr0 tensor1 mul1mx mulmx1.
by rewrite exprS -(tensor_mul (fun=> U) (fun=> U ^+ m)) -mulmxA IHm mulmxA comm mulmxA.
Qed.

Lemma decode_unitary U : tensor (fun=> U) *m P = P *m tensor (fun=> U) -> adjoint U *m U = 1%:M ->
  adjoint (decode V U) *m decode V U = 1%:M.
Proof.
move=> comm UU.
have VL : V *m decode V U = tensor (fun=> U) *m V.
  by rewrite /decode !mulmxA -comm -!mulmxA VV mulmx1.
rewrite -[decode V U in X in _ *m X]mul1mx -VV -mulmxA mulmxA -adjoint_mul VL adjoint_mul.
by rewrite -mulmxA [adjoint (tensor _) *m _]mulmxA tensor_unitary // mul1mx VV.
Qed.

Lemma decode_trace_power U m : tensor (fun=> U) *m P = P *m tensor (fun=> U) ->
  \tr (decode V U ^+ m) = \tr (P *m tensor (fun=> U ^+ m)).
Proof. by move=> comm; rewrite -decode_exp // /decode mxtrace_mulC !mulmxA. Qed.
End Encoded.

Section Decoder.
Variables (q : nat) (C : numClosedFieldType) (w : C) (n : nat) (gens : seq (phase q n)) (lx lz : phase q n).
Variable V : 'M[C]_(dim q n, q.+2).
Hypothesis decV : decoder w gens lx lz V.

Lemma isometry : adjoint V *m V = 1%:M. Proof. by case: decV. Qed.
Lemma decoder_code : code_projector w gens (V *m adjoint V). Proof. by case: decV. Qed.
Lemma decoder_trace : \tr (V *m adjoint V) = q.+2%:R. Proof. exact: encoded_trace isometry. Qed.
End Decoder.
