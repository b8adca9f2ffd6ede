(* Clifford unitaries: H T(u|v) = T(-v|u) H and N T(u|v) = T(-u|-2u-v) N for every odd p, and so for products of them.
   projector-symmetry: a Clifford on every site whose action maps the span of the stabilizers into itself commutes
   with the code projector.  (Prakash 2020, section 2, eq. (2.7) and (2.8), and section 4, eq. (4.2) and (4.3).) *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp.algebra_tactics Require Import ring.
From Stillproof Require Import Definitions Tensor Displacement Projector.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section Clifford.
Variables (q : nat) (C : numClosedFieldType) (w : C).
Notation p := q.+2.
Hypothesis odd_p : odd p.
Hypothesis w_prim : p.-primitive_root w.
Notation T1 := (@displacement1 q C w).
Notation T := (@displacement q C w _).
Notation chi := (phase_factor w).
Notation point := ('I_p * 'I_p)%type.
Implicit Types (U : 'M[C]_p) (F : point -> point) (a b : point).

(* U T(a) U^* = T(F a) for an additive F *)
Definition moves U F := [/\ adjoint U *m U = 1%:M, {morph F : a b / a + b} & forall a, U *m T1 a = T1 (F a) *m U].

Definition act_H a : point := (- a.2, a.1).
Definition act_N a : point := (- a.1, - (a.1 + a.1 + a.2)).

Lemma moves1 : moves 1%:M id.
Proof. by split=> // [|a]; rewrite ?adjoint1 mul1mx ?mulmx1. Qed.

Lemma moves_mul U U' F F' : moves U F -> moves U' F' -> moves (U *m U') (F \o F').
Proof.
move=> [UU FD UT] [UU' FD' UT']; split=> [|a b|a] /=; last by rewrite -mulmxA UT' !mulmxA UT.
  by rewrite adjoint_mul mulmxA -[_ *m _ *m U]mulmxA UU mulmx1.
by rewrite FD' FD.
Qed.

Lemma moves_exp U F m : moves U F -> moves (U ^+ m) (iter m F).
Proof. by move=> UF; elim: m => [|m IHm]; [exact: moves1|rewrite exprS; exact: moves_mul]. Qed.

Lemma unitaryC n (U : 'M[C]_n) : adjoint U *m U = 1%:M -> U *m adjoint U = 1%:M.
Proof. exact: mulmx1C. Qed.

Lemma clifford_HE i j : clifford_H q w i j = (sqrtC p%:R)^-1 * chi (i * j).
Proof. by rewrite mxE -(w_mod w_prim). Qed.

Lemma clifford_NE i j : clifford_N q w i j = (i == - j)%:R * chi (j * j).
Proof. by rewrite mxE -(w_mod w_prim). Qed.

Lemma moves_H : moves (clifford_H q w) act_H.
Proof.
split=> [|a b|a]; last 2 first.
- by rewrite /act_H !pair_addE opprD.
- apply/matrixP => i j; rewrite !mxE (bigD1 (j + a.1)) //= big1 ?addr0 => [|k /negPf k_neq]; last first.
    by rewrite displacement1E // k_neq mul0r mulr0.
  rewrite (bigD1 (i + a.2)) //= big1 ?addr0 => [|k]; last first.
    by move=> /negPf k_neq; rewrite displacement1E // eq_sym subr_eq k_neq !mul0r.
  rewrite !clifford_HE !displacement1E //= addrK !eqxx !mul1r [RHS]mulrCA -mulrA; congr (_ * _).
  rewrite -!phase_factorD //; congr (chi _).
  have -> : a.1 * (i + a.2) = i * a.1 + (half q * (a.1 * a.2) + half q * (a.1 * a.2)) by rewrite halfD //; ring.
  ring.
apply/matrixP => i j; rewrite !mxE.
have p_norm : (sqrtC p%:R : C) ^+ 2 = p%:R by rewrite sqrtCK.
have conj_p : ((sqrtC p%:R : C)^-1)^* = (sqrtC p%:R)^-1.
  by rewrite fmorphV (conj_Creal (ger0_real _)) // sqrtC_ge0 ler0n.
transitivity ((sqrtC p%:R : C) ^- 2 * \sum_k chi ((j - i) * k)).
  rewrite mulr_sumr; apply: eq_bigr => k _; rewrite !mxE -!(w_mod w_prim (_ * _)) rmorphM conj_p.
  rewrite -[w ^+ _]/(chi (k * i)) -[w ^+ _]/(chi (k * j)) phase_factor_conj // mulrACA -invfM -expr2.
  by rewrite -phase_factorD //; congr (_ * chi _); ring.
rewrite phase_factor_sum // p_norm subr_eq0 [j == i]eq_sym mulrCA mulVf ?mulr1 //; exact: p_neq0.
Qed.

Lemma moves_N : moves (clifford_N q w) act_N.
Proof.
split=> [|a b|a]; last 2 first.
- rewrite /act_N !pair_addE; congr pair; rewrite -?opprD; [by []|congr (- _); ring].
- apply/matrixP => i j; rewrite !mxE (bigD1 (j + a.1)) //= big1 ?addr0 => [|k /negPf k_neq]; last first.
    by rewrite displacement1E // k_neq mul0r mulr0.
  rewrite (bigD1 (- j)) //= big1 ?addr0 => [|k /negPf k_neq]; last by rewrite clifford_NE k_neq mul0r mulr0.
  rewrite !clifford_NE !displacement1E //= !eqxx !mul1r -opprD -!mulrA; congr (_ * _).
  rewrite -!phase_factorD //; congr (chi _).
  have -> : half q * (- a.1 * - (a.1 + a.1 + a.2)) = (half q * (a.1 * a.1) + half q * (a.1 * a.1))
    + half q * (a.1 * a.2).
    by ring.
  by rewrite halfD //; ring.
apply/matrixP => i j; rewrite !mxE (bigD1 (- j)) //= big1 ?addr0 => [|k /negPf k_neq]; last first.
  by rewrite (clifford_NE k) k_neq mul0r mulr0.
rewrite !mxE -!(w_mod w_prim (_ * _)) eqxx mul1r (inj_eq oppr_inj) [j == i]eq_sym.
have [->|_] := eqVneq i j; last by rewrite mul0r rmorph0 mul0r.
rewrite mul1r -[w ^+ _]/(chi (j * j)) phase_factor_conj // -phase_factorD // addNr.
exact: phase_factor0.
Qed.

Lemma moves_inj U F : moves U F -> injective F.
Proof.
case=> UU _ UT a b Fab; have same : T1 a = T1 b.
  by rewrite -[T1 a]mul1mx -UU -mulmxA UT Fab -UT mulmxA UU mul1mx.
have := congr1 (fun M => \tr (T1 (- b) *m M)) same; rewrite /= !displacement1_mul //.
have traceZ c x : \tr (c *: T1 x) = c * \tr (T1 x) by exact: mxtraceZ.
rewrite !traceZ !(displacement1_trace w_prim) addNr eqxx mul1r addrC subr_eq0.
case: eqP => // _; rewrite mul0r mulr0 => /esym/eqP; rewrite mulf_eq0 pnatr_eq0 orbF.
by rewrite (negPf (phase_factor_neq0 _ _)).
Qed.

Section Sites.
Variable n : nat.
Implicit Types (gens : seq (phase q n)) (x y : phase q n).

Definition everywhere F x : phase q n := [ffun k => F (x k)].

Lemma tensor_moves U F x : moves U F -> tensor (fun=> U) *m T x = T (everywhere F x) *m tensor (fun=> U).
Proof. by case=> _ _ UT; rewrite /displacement !tensor_mul; apply: eq_tensor => k; rewrite UT ffunE. Qed.

Lemma tensor_unitary U : adjoint U *m U = 1%:M -> adjoint (tensor (fun _ : 'I_n => U)) *m tensor (fun=> U) = 1%:M.
Proof. by move=> UU; rewrite tensor_adjoint tensor_mul -[RHS]tensor1; apply: eq_tensor. Qed.

Lemma span_gen gens g s : g \in gens -> s \in span gens -> g + s \in span gens.
Proof.
elim: gens s => [|h gens IH] s //; rewrite inE => /predU1P[->|g_in].
  case/allpairsP=> [[j t]] [/= _ t_in ->]; apply/allpairsP; exists (j + 1, t); rewrite mem_enum; split=> //=.
  by rewrite addrA -mulrS -(phase_mulrn_mod _ j.+1) addn1.
case/allpairsP=> [[j t]] [/= _ t_in ->]; apply/allpairsP; exists (j, g + t); rewrite mem_enum; split=> //=.
  exact: IH.
by rewrite addrCA.
Qed.

Lemma spanD gens s t : s \in span gens -> t \in span gens -> s + t \in span gens.
Proof.
move=> s_in t_in; move: s s_in; apply: (@span_ind q n (fun s => s + t \in span gens)) => [|g s g_in IH].
  by rewrite add0r.
by rewrite -addrA span_gen.
Qed.

Lemma spanMn gens s m : s \in span gens -> s *+ m \in span gens.
Proof. by move=> s_in; elim: m => [|m IHm]; rewrite ?mulr0n ?span0 // mulrS spanD. Qed.

Lemma mem_span gens g : g \in gens -> g \in span gens.
Proof. by move=> g_in; rewrite -[g]addr0 span_gen // span0. Qed.

(* projector-symmetry *)
Theorem projector_symmetry U F gens ds : moves U F -> isotropic gens -> dual gens ds ->
  (forall g, g \in gens -> everywhere F g \in span gens) ->
  tensor (fun=> U) *m projector w gens = projector w gens *m tensor (fun=> U).
Proof.
move=> UF iso indep keeps; have [_ FD _] := UF.
have everywhereD x y : everywhere F (x + y) = everywhere F x + everywhere F y.
  by apply/ffunP => k; rewrite !ffunE FD.
have F0 : F 0 = 0 by apply: (addrI (F 0)); rewrite -FD !addr0.
have everywhere_inj : injective (everywhere F).
  by move=> x y /ffunP xy; apply/ffunP => k; apply: (moves_inj UF); have := xy k; rewrite !ffunE.
have closed : {subset map (everywhere F) (span gens) <= span gens}.
  move=> _ /mapP[s s_in ->]; move: s s_in.
  apply: (@span_ind q n (fun s => everywhere F s \in span gens)) => [|g s g_in IH].
    by rewrite (_ : everywhere F 0 = 0) ?span0 //; apply/ffunP => k; rewrite !ffunE F0.
  by rewrite everywhereD spanD // keeps.
have span_uniq := destabilizers_uniq indep.
have perm : perm_eq (map (everywhere F) (span gens)) (span gens).
  apply: uniq_perm => //; first by rewrite map_inj_uniq.
  by apply: (uniq_min_size _ closed _).2; rewrite ?size_map // map_inj_uniq.
rewrite /projector -scalemxAr -scalemxAl mulmx_sumr mulmx_suml; congr (_ *: _).
rewrite [RHS](perm_big _ (_ : perm_eq _ (map (everywhere F) (span gens)))) ?(perm_sym _ (map _ _)) //= big_map.
by apply: eq_bigr => s _; exact: tensor_moves.
Qed.
End Sites.
End Clifford.
