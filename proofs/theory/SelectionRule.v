(* The selection rule: why codes of length n = 11 (mod 12) suppress the noise of strange states to third order.
   A qutrit vector is odd if x(-j) = -x(j), which is a multiple of |S>, and even if x(-j) = x(j), which is a combination
   of |0> and |N>.  selection-rule: for a code that H^(x)n and N^(x)n preserve, a product of n-k odd and k even vectors
   is orthogonal to the code space for k = 1 and k = 2.

   Proof.  |S>, |0> and |N> are eigenvectors of N, so their products are eigenvectors of N^(x)n.  With one or two |0> and
   |N>, not all |N>, the eigenvalue is w, -1 or -w, which does not occur on the code (Spectrum.v).  H takes |0> to
   (|0> + |N>)/sqrt 3, and H^(x)n commutes with the projector: so the products of |N> vanish too.
   (Prakash 2020, section 5, eq. (5.4) and (5.5), asks for the origin of the cubic suppression.) *)
From mathcomp Require Import all_ssreflect all_algebra complex.
From mathcomp.algebra_tactics Require Import ring.
From Stillproof Require Import Definitions Tensor Displacement Projector Clifford Strange Transversal Spectrum.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.
Local Open Scope complex_scope.

Section Kets.
Variables (R : rcfType) (n : nat).
Notation C := (complex_numClosedFieldType R).
Notation w := (omega R : C).
Notation H := (clifford_H 1 w).
Notation N := (clifford_N 1 w).
Notation vector := ('I_3 -> C).
Notation label := {ffun 'I_n -> 'I_3}.
Implicit Types (x : 'I_n -> vector) (y z : vector) (F : 'I_n -> 'M[C]_3).
Let w_prim := omega_prim R.
Let odd3 : odd 3 := isT.

Definition odd_ket y := forall j, y (- j) = - y j.
Definition even_ket y := forall j, y (- j) = y j.
Definition ket_0 : vector := fun j => (j == 0)%:R.
Definition apply (U : 'M[C]_3) y : vector := fun i => \sum_j U i j * y j.

Lemma same_ket x x' : (forall k j, x k j = x' k j) -> ket x = ket x' :> 'cV[C]_(dim 1 n).
Proof. by move=> same; apply/colP => i; rewrite !mxE; apply: eq_bigr => k _. Qed.

Lemma tensor_ket F x : tensor F *m ket x = ket (fun k => apply (F k) (x k)).
Proof.
apply/colP => i; rewrite !mxE; under eq_bigr do rewrite !mxE -big_split /=.
rewrite (sum_dim (fun y : label => \prod_k (F k ((enum_val i : label) k) (y k) * x k (y k)))).
by rewrite (sum_prod (fun k a => F k ((enum_val i : label) k) a * x k a)).
Qed.

Lemma scale_ket (c : 'I_n -> C) x : ket (fun k j => c k * x k j) = (\prod_k c k) *: ket x.
Proof. by apply/colP => i; rewrite !mxE big_split. Qed.

Lemma eigen_ket U (c : 'I_n -> C) x : (forall k j, apply U (x k) j = c k * x k j) ->
  tensor (fun=> U) *m ket x = (\prod_k c k) *: ket x.
Proof. by move=> Ux; rewrite tensor_ket -scale_ket; apply: same_ket => k j; rewrite Ux. Qed.

(* x with y at the site k *)
Definition put x k y : 'I_n -> vector := fun l => if l == k then y else x l.

Lemma put_ket x k : ket x = ket (put x k (x k)) :> 'cV[C]_(dim 1 n).
Proof. by apply: same_ket => l j; rewrite /put; case: eqP => // ->. Qed.

Lemma ket_linear x k (a b : C) y z : ket (put x k (fun j => a * y j + b * z j)) =
  a *: ket (put x k y) + b *: ket (put x k z) :> 'cV[C]_(dim 1 n).
Proof.
apply/colP => i; rewrite !mxE !(bigD1 k (P := xpredT)) //= /put eqxx mulrDl !mulrA.
by congr (_ * _ + _ * _); apply: eq_bigr => l /negPf l_neq; rewrite l_neq.
Qed.

Lemma apply_N y j : apply N y j = w ^+ (j * j) * y (- j).
Proof.
rewrite /apply (bigD1 (- j)) //= big1 ?addr0 => [|i /negPf i_neq]; last first.
  by rewrite clifford_NE // -eqr_oppLR eq_sym i_neq !mul0r.
by rewrite clifford_NE // opprK eqxx mul1r mulrNN /phase_factor /= (w_mod w_prim).
Qed.

Lemma odd_N y j : odd_ket y -> apply N y j = - w * y j.
Proof.
move=> y_odd; rewrite apply_N y_odd.
have y0 : y 0 = 0.
  have /eqP := y_odd 0; rewrite oppr0 -addr_eq0 -mulr2n -mulr_natr mulf_eq0 pnatr_eq0 orbF => /eqP //.
have w4 : w ^+ 4 = w by rewrite exprS omega_cube mulr1.
case: j => [[|[|[|//]]] j3] /=; rewrite ?expr1 ?w4 ?mulrN ?mulNr //.
rewrite (_ : Ordinal j3 = 0) ?y0 ?mulr0 //; exact: val_inj.
Qed.

Lemma N_0 j : apply N ket_0 j = 1 * ket_0 j.
Proof. by rewrite apply_N /ket_0 oppr_eq0 mul1r; case: eqP => [->|_]; rewrite ?mulr0 ?mulr1. Qed.

Lemma N_N j : apply N (ket_N R) j = w * ket_N R j.
Proof.
have w4 : w ^+ 4 = w by rewrite exprS omega_cube mulr1.
by rewrite apply_N /ket_N; case: j => [[|[|[|//]]] j3] /=; rewrite ?expr1 ?w4 ?add0r ?addr0 ?mulr0.
Qed.

(* an even vector is y(0)|0> + y(1)(|1> + |2>) *)
Lemma even_ketE y j : even_ket y -> y j = y 0 * ket_0 j + y 1 * ket_N R j.
Proof.
move=> y_even; have y2 : y 2%:R = y 1 by rewrite -y_even; congr (y _); exact: val_inj.
have simp := (mulr0, mulr1, addr0, add0r).
rewrite /ket_0 /ket_N; case: j => [[|[|[|//]]] j3] /=; rewrite !simp.
all: first [by congr (y _); exact: val_inj|by rewrite -y2; congr (y _); exact: val_inj].
Qed.

Definition root3 : C := (sqrtC 3%:R)^-1.
Lemma root3_neq0 : root3 != 0. Proof. by rewrite invr_eq0 sqrtC_eq0 pnatr_eq0. Qed.

Lemma odd_H y j : odd_ket y -> apply H y j = gauss R * root3 * y j.
Proof.
move=> y_odd; have w2 := omega_sqr R.
have y2 : y 2%:R = - y 1 by rewrite -y_odd; congr (y _); exact: val_inj.
have y0 : y 0 = 0.
  have /eqP := y_odd 0; rewrite oppr0 -addr_eq0 -mulr2n -mulr_natr mulf_eq0 pnatr_eq0 orbF => /eqP //.
have yE i : y i = (if i == 0 then 0 else if i == 1 then y 1 else - y 1).
  by case: i => [[|[|[|//]]] i3] /=; rewrite -?y0 -?y2; congr (y _); exact: val_inj.
move: (y 1) yE => a yE; rewrite /apply !big_ord_recl big_ord0 !yE !clifford_HE // /phase_factor /gauss -/root3 /=.
case: j => [[|[|[|//]]] j3] /=.
all: repeat match goal with |- context [w ^+ (?e %% 3)] =>
  let e' := eval compute in (e %% 3)%N in change (w ^+ (e %% 3)) with (w ^+ e') end.
all: rewrite ?expr0 ?expr1 ?w2; ring.
Qed.

Lemma H_0 j : apply H ket_0 j = root3 * ket_0 j + root3 * ket_N R j.
Proof.
rewrite /apply (bigD1 0) //= big1 ?addr0 => [|i /negPf i_neq]; last by rewrite /ket_0 i_neq mulr0.
rewrite clifford_HE // mulr0 phase_factor0 /ket_0 /ket_N -/root3.
by case: j => [[|[|[|//]]] j3] /=; ring.
Qed.
End Kets.

Section Rule.
Variables (R : rcfType) (n : nat).
Notation C := (complex_numClosedFieldType R).
Notation w := (omega R : C).
Notation H := (clifford_H 1 w).
Notation N := (clifford_N 1 w).
Notation vector := ('I_3 -> C).
Let w_prim := omega_prim R.
Let odd3 : odd 3 := isT.
Variables (gens : seq (phase 1 n)) (lx lz : phase 1 n) (V : 'M[C]_(dim 1 n, 3)).
Hypothesis decV : decoder w gens lx lz V.
Notation P := (V *m adjoint V).
Hypothesis H_sym : tensor (fun=> H) *m P = P *m tensor (fun=> H).
Hypothesis N_sym : tensor (fun=> N) *m P = P *m tensor (fun=> N).
Hypothesis n11 : (n %% 12 = 11)%N.
Notation K := (adjoint V).
Implicit Types (x : 'I_n -> vector) (y z : vector) (A : {set 'I_n}).

Lemma n_mod4 : (n %% 4 = 3)%N.
Proof. by rewrite -(modn_dvdm n (_ : 4 %| 12)%N) // n11. Qed.

Lemma n_mod12 m : (m <= 11)%N -> n = ((n %/ 12) * 12 + (11 - m) + m)%N.
Proof. by move=> m11; rewrite -addnA subnK // [LHS](divn_eq n 12) n11. Qed.

(* powers of -w, the eigenvalue of N on odd vectors *)
Lemma minus_w_power m : (m <= 11)%N -> (- w) ^+ (n - m) = (- w) ^+ (11 - m).
Proof.
move=> m11; rewrite {1}(n_mod12 m11) addnK exprD mulnC exprM.
have -> : (- w) ^+ 12 = 1 by rewrite -mulN1r exprMn -signr_odd (exprM w 3 4) omega_cube !expr1n mulr1.
by rewrite expr1n mul1r.
Qed.

Lemma lost x (c : 'I_n -> C) : (forall k j, apply N (x k) j = c k * x k j) ->
  \prod_k c k \in [:: w; -1; - w] -> K *m ket x = 0.
Proof.
have [miss1 miss2 miss3] := missing_eigenvalues decV H_sym N_sym n_mod4.
move=> /eigen_ket eig; have := decode_apply (isometry decV) (ket x) N_sym; rewrite eig -scalemxAr => /esym Ly.
rewrite !inE => /or3P[] /eqP cE; rewrite cE in Ly; [exact: miss1|exact: miss2|exact: miss3].
Qed.

Lemma lost_H x x' (d : 'I_n -> C) : (forall k, d k != 0) -> (forall k j, apply H (x k) j = d k * x' k j) ->
  K *m ket x = 0 -> K *m ket x' = 0.
Proof.
move=> d_neq0 Hx Kx; have := decode_apply (isometry decV) (ket x) H_sym.
rewrite tensor_ket (same_ket Hx) scale_ket Kx mulmx0 -scalemxAr => /eqP.
by rewrite scaler_eq0 prodf_seq_eq0 => /orP[/hasP[k _]|/eqP //]; rewrite /= (negPf (d_neq0 k)).
Qed.

Definition ones : vector := fun j => 1 * ket_0 R j + 1 * ket_N R j.

Lemma H_ones j : apply H (ket_0 R) j = root3 R * ones j.
Proof. by rewrite H_0 /ones !mul1r mulrDr. Qed.

Lemma gauss_root3_neq0 : gauss R * root3 R != 0.
Proof.
rewrite mulf_neq0 ?root3_neq0 //; apply/eqP => g0; have /eqP := gauss_sqr R.
by rewrite g0 expr0n eq_sym oppr_eq0 pnatr_eq0.
Qed.

(* one even vector *)
Lemma one_even x i : (forall k, k != i -> odd_ket (x k)) -> even_ket (x i) -> K *m ket x = 0.
Proof.
move=> x_odd x_even; have w2 := omega_sqr R; pose g y := K *m ket (put x i y).
have g0 : g (ket_0 R) = 0.
  apply: (lost (c := fun k => if k == i then 1 else - w)) => [k j|].
    by rewrite /put; case: eqP => [_|/eqP /x_odd]; [exact: N_0|exact: odd_N].
  rewrite (bigD1 i) //= eqxx mul1r (eq_bigr (fun=> - w)) => [|k /negPf -> //].
  rewrite prodr_const (eq_card (B := predC1 i)) // cardC1 card_ord -subn1 minus_w_power //.
  by rewrite (_ : (- w) ^+ _ = w) ?mem_head //; ring: w2.
have g1 : g ones = 0.
  apply: (lost_H (d := fun k => if k == i then root3 R else gauss R * root3 R)) g0 => [k|k j].
    by case: (k == i); [exact: root3_neq0|exact: gauss_root3_neq0].
  by rewrite /put; case: eqP => [_|/eqP /x_odd]; [exact: H_ones|exact: odd_H].
have gN : g (ket_N R) = 0.
  by have := g1; rewrite /g /ones ket_linear !scale1r mulmxDr -/(g _) g0 add0r.
rewrite (put_ket x i) (same_ket (x' := put x i (fun j => x i 0 * ket_0 R j + x i 1 * ket_N R j))).
  by rewrite ket_linear mulmxDr -!scalemxAr -!/(g _) g0 gN !scaler0 addr0.
by move=> k j; rewrite /put; case: eqP => // _; exact: even_ketE.
Qed.

(* two even vectors *)
Lemma two_even x i j : i != j -> (forall k, k != i -> k != j -> odd_ket (x k)) ->
  even_ket (x i) -> even_ket (x j) -> K *m ket x = 0.
Proof.
move=> ij x_odd i_even j_even; have w2 := omega_sqr R; pose g y z := K *m ket (put (put x i y) j z).
have g_lost y z cy cz : (forall l, apply N y l = cy * y l) -> (forall l, apply N z l = cz * z l) ->
    cy * cz * - 1 \in [:: w; -1; - w] -> g y z = 0.
  move=> Ny Nz prod; apply: (lost (c := fun k => if k == j then cz else if k == i then cy else - w)) => [k l|].
    rewrite /put; case: eqP => [_|/eqP k_neq]; first exact: Nz.
    by case: eqP => [_|/eqP k_neq']; [exact: Ny|apply: odd_N; exact: x_odd].
  rewrite (bigD1 j) //= (bigD1 i) //= eqxx (negPf ij) eqxx (eq_bigr (fun=> - w)); last first.
    by move=> k /andP[/negPf -> /negPf ->].
  rewrite prodr_const (eq_card (B := predC (pred2 i j))); last first.
    by move=> k; rewrite !inE negb_or andbC.
  have -> : #|predC (pred2 i j)| = (n - 2)%N.
    by have := cardC (pred2 i j); rewrite card2 ij card_ord => sum; rewrite -[X in (X - 2)%N]sum addKn.
  rewrite minus_w_power // (_ : (- w) ^+ _ = -1); last by ring: w2.
  by rewrite mulrA [cz * cy]mulrC.
have g00 : g (ket_0 R) (ket_0 R) = 0.
  by apply: (g_lost _ _ 1 1); [exact: N_0|exact: N_0|rewrite !mul1r !inE eqxx orbT].
have g0N : g (ket_0 R) (ket_N R) = 0.
  by apply: (g_lost _ _ 1 w); [exact: N_0|exact: N_N|rewrite mul1r mulrN1 !inE eqxx !orbT].
have gN0 : g (ket_N R) (ket_0 R) = 0.
  by apply: (g_lost _ _ w 1); [exact: N_N|exact: N_0|rewrite mulr1 mulrN1 !inE eqxx !orbT].
have g11 : g ones ones = 0.
  apply: (lost_H (d := fun k => if k == j then root3 R else if k == i then root3 R else gauss R * root3 R)) g00.
    by move=> k; case: (k == j); last case: (k == i); [exact: root3_neq0|exact: root3_neq0|exact: gauss_root3_neq0].
  move=> k l; rewrite /put; case: eqP => [_|/eqP k_neq]; first exact: H_ones.
  by case: eqP => [_|/eqP k_neq']; [exact: H_ones|apply: odd_H; exact: x_odd].
have g_right y (a b : C) z z' : g y (fun l => a * z l + b * z' l) = a *: g y z + b *: g y z'.
  by rewrite /g ket_linear mulmxDr -!scalemxAr.
have swap y z : g y z = K *m ket (put (put x j z) i y).
  congr (_ *m _); apply: same_ket => k l; rewrite /put; case: (eqVneq k j) => [->|//].
  by rewrite eq_sym (negPf ij).
have g_left (a b : C) y y' z : g (fun l => a * y l + b * y' l) z = a *: g y z + b *: g y' z.
  by rewrite !swap ket_linear mulmxDr -!scalemxAr.
have gNN : g (ket_N R) (ket_N R) = 0.
  by have := g11; rewrite /ones g_left !g_right g00 g0N gN0 !scale1r !add0r.
pose even y : vector := fun l => y 0 * ket_0 R l + y 1 * ket_N R l.
have -> : K *m ket x = g (even (x i)) (even (x j)).
  congr (_ *m _); apply: same_ket => k l; rewrite /put.
  case: eqP => [->|_]; first exact: even_ketE.
  by case: eqP => [->|_ //]; exact: even_ketE.
by rewrite /even g_left !g_right g00 g0N gN0 gNN !(scaler0, addr0).
Qed.

(* selection-rule: odd vectors outside of A, even vectors in A, and A has one or two sites *)
Theorem selection_rule x A : (0 < #|A| <= 2)%N -> (forall k, k \notin A -> odd_ket (x k)) ->
  (forall k, k \in A -> even_ket (x k)) -> K *m ket x = 0.
Proof.
case/andP=> A_gt0 A_le2 x_odd x_even; have [/cards1P[i Ai]|A_neq1] := boolP (#|A| == 1%N).
  apply: (@one_even x i) => [k k_neq|]; first by apply: x_odd; rewrite Ai inE.
  by apply: x_even; rewrite Ai inE.
have A2 : #|A| == 2%N by case: #|A| A_gt0 A_le2 A_neq1 => [|[|[|m]]].
have [i [j [ij Aij]]] := cards2P A A2.
apply: (two_even ij) => [k k_i k_j||]; first by apply: x_odd; rewrite Aij !inE negb_or k_i.
  by apply: x_even; rewrite Aij !inE eqxx.
by apply: x_even; rewrite Aij !inE eqxx orbT.
Qed.
End Rule.
