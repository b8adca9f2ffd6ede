(* Cubic noise suppression for every length n = 11 (mod 12).  Let rho = (1 - e)|S><S| + e tau, where tau is a density
   matrix on the span of |0> and |N>; every noise that commutes with the parity |j> -> |-j> has this form, among it
   depolarizing noise.  For a code that H^(x)n and N^(x)n preserve the output has
     success probability * infidelity <= C(n, 3) e^3   and   success probability >= (1 - e)^n p0,
   where p0 is the success probability of pure strange states.  So where p0 > 0, the error is of order e^3.
   Not proved here: that p0 > 0, which is false for some codes of length 11, and that the cubic term is not 0.

   Proof.  rho^(x)n is a sum over the sets A of sites with tau; by the selection rule the terms with |A| = 1 or 2 vanish,
   the term with A empty is a multiple of |S><S|, and the terms with |A| >= 3 have weight at most C(n, 3) e^3.
   (Prakash 2020, eq. (5.3) to (5.5) and (5.10).) *)
From mathcomp Require Import all_ssreflect all_algebra complex.
From mathcomp.algebra_tactics Require Import ring.
From Stillproof Require Import Definitions Tensor Displacement Projector Decoder Clifford Strange Transversal Spectrum.
From Stillproof Require Import SelectionRule.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.
Local Open Scope complex_scope.

(* a product of sums is a sum over the sets of the factors that take the first term *)
Lemma prod_add (C : comRingType) (I : finType) (F G : I -> C) :
  \prod_i (F i + G i) = \sum_(A : {set I}) \prod_i (if i \in A then F i else G i).
Proof.
rewrite (eq_bigr (fun i => \sum_(b : bool) if b then F i else G i)) => [|i _]; last by rewrite big_bool.
rewrite bigA_distr_bigA (reindex (fun A : {set I} => [ffun i => i \in A])) /=.
  by apply: eq_bigr => A _; apply: eq_bigr => i _; rewrite ffunE.
exists (fun f : {ffun I -> bool} => [set i | f i]) => [A _|f _]; first by apply/setP => i; rewrite !(inE, ffunE).
by apply/ffunP => i; rewrite !(inE, ffunE).
Qed.

(* the weight of a set A of sites, and of all sets of at least three *)
Section Weights.
Variables (C : numClosedFieldType) (I : finType) (e : C).
Hypothesis e01 : 0 <= e <= 1.
Implicit Types A B : {set I}.

Definition set_weight A : C := \prod_i (if i \in A then e else 1 - e).

Lemma set_weight_ge0 A : 0 <= set_weight A.
Proof. by case/andP: e01 => e0 e1; apply: prodr_ge0 => i _; case: (i \in A); rewrite ?subr_ge0. Qed.

Lemma set_weight0 : set_weight set0 = (1 - e) ^+ #|I|.
Proof. by rewrite /set_weight (eq_bigr (fun=> 1 - e)) ?prodr_const // => i _; rewrite inE. Qed.

Lemma sum_above B : \sum_(A : {set I} | B \subset A) set_weight A = e ^+ #|B|.
Proof.
pose G i := if i \in B then 0 else 1 - e.
have -> : e ^+ #|B| = \prod_i (e + G i).
  rewrite -prodr_const big_mkcond; apply: eq_bigr => i _; rewrite /G.
  by case: ifP => _; rewrite ?addr0 // addrC subrK.
rewrite prod_add [LHS]big_mkcond; apply: eq_bigr => A _; case: ifP => [/subsetP BA|].
  by apply: eq_bigr => i _; case: ifP => // /negP not_A; rewrite /G; case: ifP => // /BA.
move/negbT/subsetPn => [i iB not_A]; rewrite (bigD1 i) //= (negPf not_A) /G iB mul0r //.
Qed.

Lemma subset_of_three A : (2 < #|A|)%N -> exists2 B : {set I}, B \subset A & #|B| = 3%N.
Proof.
move=> A3; have sub i : i \in take 3 (enum A) -> i \in A by move/mem_take; rewrite mem_enum.
exists [set i in take 3 (enum A)]; first by apply/subsetP => i; rewrite inE => /sub.
by rewrite cardsE (card_uniqP _) ?take_uniq ?enum_uniq // size_takel // -cardE.
Qed.

Lemma sum_three (D : {set I} -> C) : (forall A, (#|A| <= 2)%N -> D A = 0) -> (forall A, 0 <= D A <= 1) ->
  \sum_(A : {set I}) set_weight A * D A <= 'C(#|I|, 3)%:R * e ^+ 3.
Proof.
move=> D0 D01; pose three A : C := \sum_(B : {set I} | (#|B| == 3%N) && (B \subset A)) set_weight A.
apply: (@le_trans _ _ (\sum_(A : {set I}) three A)).
  apply: ler_sum => A _; rewrite /three; have [/D0 ->|/subset_of_three [B BA B3]] := leqP #|A| 2.
    by rewrite mulr0 sumr_ge0 // => B _; exact: set_weight_ge0.
  rewrite (bigD1 B) ?B3 ?eqxx //=; apply: (@le_trans _ _ (set_weight A)).
    by rewrite ler_pimulr ?set_weight_ge0 //; case/andP: (D01 A).
  by rewrite ler_addl sumr_ge0 // => B' _; exact: set_weight_ge0.
rewrite /three (exchange_big_dep (fun B : {set I} => #|B| == 3%N)) /= => [|A B _ /andP[] //].
rewrite (eq_bigr (fun=> e ^+ 3)) => [|B B3].
  by rewrite sumr_const -mulr_natl -card_draws cardsE.
by rewrite -[in RHS](eqP B3) -sum_above; apply: eq_bigl => A; rewrite B3.
Qed.
End Weights.

Section Noise.
Variables (R : rcfType) (n : nat).
Notation label := {ffun 'I_n -> 'I_3}.
Notation C := (complex_numClosedFieldType R).
Notation w := (omega R : C).
Notation H := (clifford_H 1 w).
Notation N := (clifford_N 1 w).
Notation S := (strange 0 : 'M[C]_3).
Let w_prim := omega_prim R.
Let odd3 : odd 3 := isT.
Implicit Types (tau B : 'M[C]_3) (A : {set 'I_n}).

Lemma ket_SE i j : strange 0 i j = ket_S R i * ket_S R j / 2%:R :> C.
Proof. by rewrite strangeE rmorph0 subr0 mul1r mul0r addr0. Qed.

Lemma adjoint_S : adjoint S = S.
Proof.
apply/matrixP => i j; rewrite mxE !ket_SE !(rmorphM, fmorphV, rmorph_nat, rmorphB) /=; congr (_ / _).
exact: mulrC.
Qed.

Lemma ket_S_odd : odd_ket (ket_S R : 'I_3 -> C).
Proof. by case=> [[|[|[|//]]] j3]; rewrite /ket_S /= ?subrr ?subr0 ?sub0r ?opprK ?oppr0. Qed.

(* S is the projector onto the odd vectors *)
Lemma odd_S (y : 'cV[C]_3) : odd_ket (fun i => y i 0) -> S *m y = y.
Proof.
move=> y_odd; have n2 := c2 R.
have y2 : y 2%:R 0 = - y 1 0 by rewrite -y_odd; congr (y _ 0); exact: val_inj.
have y0 : y 0 0 = 0.
  have /eqP := y_odd 0; rewrite oppr0 -addr_eq0 -mulr2n -mulr_natr mulf_eq0 pnatr_eq0 orbF => /eqP //.
have yE i : y i 0 = (if i == 0 then 0 else if i == 1 then y 1 0 else - y 1 0).
  by case: i => [[|[|[|//]]] i3] /=; rewrite -?y0 -?y2; congr (y _ _); exact: val_inj.
move: (y 1 0) yE => a yE; apply/colP => j; rewrite mxE !big_ord_recl big_ord0 !yE !ket_SE /ket_S /=.
by case: j => [[|[|[|//]]] j3] /=; field; rewrite ?n2.
Qed.

Lemma combineE (a b : C) (X Y : 'M[C]_3) i j : (a *: X + b *: Y) i j = a * X i j + b * Y i j.
Proof. by rewrite !mxE. Qed.

Lemma S_sqr : S *m S = S.
Proof.
have columns (X Y : 'M[C]_3) : (forall j, col j X = col j Y) -> X = Y.
  by move=> XY; apply/matrixP => i j; have /colP/(_ i) := XY j; rewrite !mxE.
apply: columns => j; rewrite col_mulmx; apply: odd_S => i.
have colS k : col j S k 0 = strange 0 k j by rewrite mxE.
by rewrite !colS !ket_SE ket_S_odd !mulNr.
Qed.

Lemma mulmx_cols m (M : 'M[C]_(m, dim 1 n)) k (X : 'M[C]_(dim 1 n, k)) :
  (forall j, M *m col j X = 0) -> M *m X = 0.
Proof. by move=> cols; apply/matrixP => i j; have /colP/(_ i) := cols j; rewrite -col_mulmx !mxE. Qed.

Lemma col_tensor (F : 'I_n -> 'M[C]_3) j :
  col j (tensor F) = ket (fun k i => F k i ((enum_val j : label) k)).
Proof. by apply/colP => i; rewrite !mxE. Qed.

Lemma trace_product_ge0 m k (Q : 'M[C]_m) (B : 'M[C]_(m, k)) : Q *m Q = Q -> adjoint Q = Q ->
  0 <= \tr (Q *m (B *m adjoint B)).
Proof.
move=> QQ adjQ; have -> : \tr (Q *m (B *m adjoint B)) = \tr (adjoint (Q *m B) *m (Q *m B)).
  by rewrite adjoint_mul adjQ -mulmxA [Q *m (Q *m B)]mulmxA QQ [RHS]mxtrace_mulC mulmxA.
by rewrite /mxtrace sumr_ge0 // => i _; rewrite mxE sumr_ge0 // => j _; rewrite mxE mulrC mul_conjC_ge0.
Qed.

Lemma complement m (Q : 'M[C]_m) : Q *m Q = Q -> adjoint Q = Q ->
  (1%:M - Q) *m (1%:M - Q) = 1%:M - Q /\ adjoint (1%:M - Q) = 1%:M - Q.
Proof.
move=> QQ adjQ; split; last by rewrite adjointB adjoint1 adjQ.
by rewrite mulmxBl !mulmxBr !mul1mx mulmx1 QQ subrr subr0.
Qed.

(* a density matrix on the span of |0> and |N>: B has even columns *)
Definition even_density tau : Prop :=
  \tr tau = 1 /\ exists2 B : 'M[C]_3, tau = B *m adjoint B & forall j, even_ket (fun i => B i j).
End Noise.

Section CubicError.
Variables (R : rcfType) (n : nat).
Notation label := {ffun 'I_n -> 'I_3}.
Notation C := (complex_numClosedFieldType R).
Notation w := (omega R : C).
Notation H := (clifford_H 1 w).
Notation N := (clifford_N 1 w).
Notation S := (strange 0 : 'M[C]_3).
Let w_prim := omega_prim R.
Let odd3 : odd 3 := isT.
Variables (gens : seq (phase 1 n)) (lx lz : phase 1 n) (V : 'M[C]_(dim 1 n, 3)).
Hypothesis decV : decoder w gens lx lz V.
Notation P := (V *m adjoint V).
Hypothesis H_sym : tensor (fun=> H) *m P = P *m tensor (fun=> H).
Hypothesis N_sym : tensor (fun=> N) *m P = P *m tensor (fun=> N).
Hypothesis n11 : (n %% 12 = 11)%N.
Notation K := (adjoint V).

(* the parity N^3 acts on the encoded qutrit as the parity, whatever the logical operators are *)
Lemma parityE i j : (N ^+ 3) i j = (i == - j)%:R.
Proof.
rewrite clifford_NX /= (_ : 3%:R = 0 :> 'I_3) ?mul0r ?mulr1 //; exact: val_inj.
Qed.

Lemma parity_moves a : iter 3 (@act_N 1) a = - a.
Proof. by case: a => [[[|[|[|//]]] u3] [[|[|[|//]]] v3]]; apply/eqP. Qed.

Lemma encoded_parity : decode V (N ^+ 3) = N ^+ 3.
Proof.
have [VV _ VX VZ] := decV; set D := decode V (N ^+ 3).
have N3_moves := moves_exp 3 (moves_N odd3 w_prim).
have flip a (M : 'M[C]_3) : displacement w a *m V = V *m M -> D *m M = adjoint M *m D.
  move=> aV; rewrite /D /decode -[_ *m V *m M]mulmxA -aV !mulmxA -[K *m _ *m _]mulmxA (tensor_moves a N3_moves).
  have -> : everywhere (iter 3 (@act_N 1)) a = - a by apply/ffunP => k; rewrite !ffunE parity_moves.
  by rewrite -(displacement_adjoint odd3 w_prim) !mulmxA -adjoint_mul aV adjoint_mul.
have DX i j : D i (j + 1) = D (i + 1) j.
  have /matrixP/(_ i j) := flip _ _ VX; rewrite mul_shift mxE => ->.
  by rewrite -[_ *m D]adjointK adjoint_mul adjointK mul_shift !mxE conjCK.
have DZ i j : i != - j -> D i j = 0.
  have /matrixP/(_ i j) := flip _ _ VZ; rewrite mul_clock mxE => DE ij; apply/eqP.
  move: DE; rewrite -[_ *m D]adjointK adjoint_mul adjointK mul_clock !mxE rmorphM conjCK => /eqP.
  rewrite (phase_factor_conj w_prim) -subr_eq0 -mulrBr mulf_eq0 => /orP[//|].
  rewrite subr_eq0 -(inj_eq (mulIf (phase_factor_neq0 w_prim i))) -!(phase_factorD w_prim) addNr phase_factor0.
  by rewrite (phase_factor_eq1 w_prim) addrC addr_eq0 (negPf ij).
have D00 : D 0 0 = 1.
  have [_ tr3 _] := trace_L_odd decV N_sym; rewrite -(decode_exp (isometry decV) 3 N_sym) -/D in tr3.
  rewrite -[RHS]tr3 /mxtrace !big_ord_recl big_ord0 [D (lift _ _) _]DZ // [D (lift _ _) _]DZ //.
  by rewrite !addr0; congr (D _ _); exact: val_inj.
have D12 : D 1 2%:R = 1 by rewrite -D00 -[in LHS](add0r 1) -DX; congr (D _ _); exact: val_inj.
have D21 : D 2%:R 1 = 1 by rewrite -D12 -[2%:R in LHS]/(1 + 1) -DX.
apply/matrixP => i j; rewrite parityE; case: eqP => [->|/eqP /DZ //].
by case: j => [[|[|[|//]]] j3]; [rewrite -[RHS]D00|rewrite -[RHS]D21|rewrite -[RHS]D12]; congr (D _ _); exact: val_inj.
Qed.

(* pure strange states give a multiple of the strange state *)
Lemma odd_output (x : 'I_n -> 'I_3 -> C) : (forall k, odd_ket (x k)) -> S *m (K *m ket x) = K *m ket x.
Proof.
move=> x_odd; apply: odd_S => i; set y := K *m ket x.
have N3_sym := transversal_exp 3 N_sym.
have parity (z : 'I_3 -> C) j : apply (N ^+ 3) z j = z (- j).
  rewrite /apply (bigD1 (- j)) //= parityE opprK eqxx mul1r big1 ?addr0 // => l /negPf l_neq.
  by rewrite parityE -eqr_oppLR eq_sym l_neq mul0r.
have eig := eigen_ket (c := fun=> -1) (fun k j => etrans (parity (x k) j) (etrans (x_odd k j) (esym (mulN1r _)))).
have := decode_apply (isometry decV) (ket x) N3_sym; rewrite eig encoded_parity -/y -scalemxAr -/y prodr_const card_ord.
rewrite -signr_odd -(odd_mod n (d := 12)) // n11 /= expr1 scaleN1r => /colP/(_ i).
have -> : (N ^+ 3 *m y) i 0 = y (- i) 0 by rewrite mxE; exact: (parity (fun j => y j 0)).
by rewrite [X in X = _ -> _]mxE => <-.
Qed.

Section Noisy.
Variables (tau : 'M[C]_3) (e : C).
Hypothesis tau_even : even_density tau.
Hypothesis e01 : 0 <= e <= 1.
Notation rho := ((1 - e) *: S + e *: tau).
Implicit Types A : {set 'I_n}.

(* the term of rho^(x)n with tau at the sites of A *)
Definition term A : 'M[C]_3 := K *m tensor (fun k => if k \in A then tau else S) *m V.

Lemma decode_terms : decode V rho = \sum_(A : {set 'I_n}) set_weight e A *: term A.
Proof.
rewrite /decode; have -> : tensor (fun=> rho) =
    \sum_(A : {set 'I_n}) set_weight e A *: tensor (fun k => if k \in A then tau else S) :> 'M[C]_(dim 1 n).
  apply/matrixP => i j; rewrite summxE mxE.
  rewrite (eq_bigr (fun k : 'I_n => e * tau ((enum_val i : label) k) ((enum_val j : label) k)
    + (1 - e) * S ((enum_val i : label) k) ((enum_val j : label) k))) => [|k _]; last first.
    by rewrite combineE addrC.
  rewrite prod_add; apply: eq_bigr => A _; rewrite /set_weight [RHS]mxE [X in _ * X]mxE -big_split.
  by apply: eq_bigr => k _ /=; case: ifP.
by rewrite mulmx_sumr mulmx_suml; apply: eq_bigr => A _; rewrite -scalemxAr -scalemxAl.
Qed.

Lemma trace_S : \tr S = 1. Proof. exact: strange_trace. Qed.

(* a term is W W^* *)
Lemma term_square A : exists B : 'I_n -> 'M[C]_3,
  [/\ term A = K *m tensor B *m adjoint (K *m tensor B),
      \tr (tensor B *m adjoint (tensor B)) = 1 &
      forall k j, if k \in A then even_ket (fun i => B k i j) else odd_ket (fun i => B k i j)].
Proof.
have [tr_tau [B tauB B_even]] := tau_even; exists (fun k => if k \in A then B else S); split.
- rewrite /term adjoint_mul adjointK tensor_adjoint !mulmxA -[K *m _ *m tensor _]mulmxA tensor_mul.
  congr (_ *m _ *m _); apply: eq_tensor => k; case: ifP => _; rewrite ?tauB // adjoint_S; exact/esym/S_sqr.
- rewrite tensor_adjoint tensor_mul tensor_trace big1 // => k _.
  by case: ifP => _; [rewrite -tauB|rewrite adjoint_S S_sqr trace_S].
by move=> k j; case: (k \in A); [exact: B_even|move=> i; rewrite !ket_SE ket_S_odd !mulNr].
Qed.

(* the part of a term outside of |S> *)
Definition defect A : C := \tr ((1%:M - S) *m term A).

Lemma term_ge0 A : 0 <= \tr (term A).
Proof.
have [B [-> _ _]] := term_square A; rewrite -[X in \tr X]mul1mx.
by apply: trace_product_ge0; rewrite ?mul1mx ?adjoint1.
Qed.

Lemma term_le1 A : \tr (term A) <= 1.
Proof.
have [B [-> trB _]] := term_square A; have [_ [PP adjP _] _ _] := decV; have [QQ adjQ] := complement PP adjP.
have := trace_product_ge0 (tensor B) QQ adjQ; rewrite mulmxBl mul1mx raddfB /= trB subr_ge0.
have -> // : \tr (K *m tensor B *m adjoint (K *m tensor B)) = \tr (P *m (tensor B *m adjoint (tensor B))).
by rewrite adjoint_mul adjointK !mulmxA [LHS]mxtrace_mulC !mulmxA.
Qed.

Lemma defect_bounds A : 0 <= defect A <= 1.
Proof.
have [QQ adjQ] := complement (S_sqr R) (adjoint_S R); apply/andP; split.
  by have [B [termE _ _]] := term_square A; rewrite /defect termE; exact: trace_product_ge0.
apply: le_trans (term_le1 A); rewrite /defect mulmxBl mul1mx raddfB /= ler_subl_addr ler_addl.
by have [B [-> _ _]] := term_square A; apply: trace_product_ge0; [exact: S_sqr|exact: adjoint_S].
Qed.

(* the selection rule for |A| = 1 and 2 *)
Lemma defect_small A : (#|A| <= 2)%N -> defect A = 0.
Proof.
move=> A2; have [B [termE _ parity]] := term_square A.
have gone : (1%:M - S) *m K *m tensor B = 0.
  apply: mulmx_cols => j; rewrite col_tensor -mulmxA; have [A0|A_neq0] := posnP #|A|.
    rewrite mulmxBl mul1mx odd_output ?subrr // => k.
    by have := parity k ((enum_val j : label) k); rewrite (cards0_eq A0) inE.
  rewrite (@selection_rule R n gens lx lz V decV H_sym N_sym n11 _ A) ?mulmx0 ?A_neq0 //.
    by move=> k /negPf kA; have := parity k ((enum_val j : label) k); rewrite kA.
  by move=> k kA; have := parity k ((enum_val j : label) k); rewrite kA.
by rewrite /defect termE !mulmxA gone !mul0mx mxtrace0.
Qed.

Lemma error_terms : \tr ((1%:M - S) *m decode V rho) = \sum_(A : {set 'I_n}) set_weight e A * defect A.
Proof.
rewrite decode_terms mulmx_sumr raddf_sum; apply: eq_bigr => A _ /=.
by rewrite -scalemxAr mxtraceZ.
Qed.

Lemma error_ge0 : 0 <= \tr ((1%:M - S) *m decode V rho).
Proof.
rewrite error_terms sumr_ge0 // => A _; rewrite mulr_ge0 ?set_weight_ge0 //.
by case/andP: (defect_bounds A).
Qed.

(* success probability times infidelity, and the success probability *)
Theorem cubic_error : \tr ((1%:M - S) *m decode V rho) <= 'C(n, 3)%:R * e ^+ 3
  /\ (1 - e) ^+ n * \tr (decode V S) <= \tr (decode V rho).
Proof.
split.
  rewrite error_terms -[n in 'C(n, _)]card_ord.
  by apply: (sum_three e01) => A; [exact: defect_small|exact: defect_bounds].
rewrite decode_terms raddf_sum /= (bigD1 set0) //= mxtraceZ set_weight0 card_ord.
have -> : term set0 = decode V S by rewrite /term /decode (eq_tensor (G := fun=> S)) // => k; rewrite inE.
by rewrite ler_addl sumr_ge0 // => A _; rewrite mxtraceZ mulr_ge0 ?set_weight_ge0 ?term_ge0.
Qed.
End Noisy.
End CubicError.
