(* Pauli operators T(u|v) = i^(uv) X^u Z^v of one and of n qubits, with T(1|1) = iXZ = Y, and the group that they
   generate with the powers of i.  An element (c, a) of the group stands for i^c T(a), c an integer mod 4.
   Proved: T(a) T(b) = i^kappa(a,b) T(a+b) = (-1)^[a,b] T(b) T(a), T(a)* = T(a), T(a)^2 = 1, Tr T(a) = 2^n for
   a = 0 and 0 otherwise, and a matrix is determined by its products with the T(a) under the trace. *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp.algebra_tactics Require Import ring.
From Stillproof Require Import Definitions Tensor Displacement.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

(* T(x) T(y) = i^(kap x y) T(x + y) on one site: XY = iZ, YZ = iX, ZX = iY *)
Definition kap (x y : nat * nat) : nat :=
  match x, y with
  | (1, 0), (1, 1) | (1, 1), (0, 1) | (0, 1), (1, 0) => 1
  | (1, 1), (1, 0) | (0, 1), (1, 1) | (1, 0), (0, 1) => 3
  | _, _ => 0
  end%N.
Definition digits (a : 'I_2 * 'I_2) : nat * nat := (a.1 : nat, a.2 : nat).
Definition kappa1 (a b : 'I_2 * 'I_2) : 'I_4 := (kap (digits a) (digits b))%:R.
Definition kappa n (a b : phase 0 n) : 'I_4 := \sum_k kappa1 (a k) (b k).

Section Pauli.
Variable C : numClosedFieldType.
Notation T1 := (@pauli1 C).
Notation T := (@pauli C _).
Notation adj := (@adjoint C _ _).

Lemma i_prim : 4.-primitive_root ('i : C).
Proof.
have n1 : (-1 : C) != 1 by rewrite -subr_eq0 -opprD oppr_eq0 -[1 + 1]/(2%:R : C) pnatr_eq0.
have i4 : ('i : C) ^+ 4 = 1 by rewrite (exprM _ 2 2) sqrCi expr2 mulrNN mulr1.
apply/andP; split=> //; apply/forallP => -[[|[|[|[|//]]]] lt4]; rewrite unity_rootE /=.
- apply/eqP/negP; rewrite expr1 => /eqP i1; have := sqrCi C; rewrite i1 expr1n => e.
  by rewrite -e eqxx in n1.
- by rewrite sqrCi (negPf n1).
- apply/eqP/negP => /eqP i3; have := i4; rewrite exprSr i3 mul1r => i1; have := sqrCi C; rewrite i1 expr1n => e.
  by rewrite -e eqxx in n1.
- by rewrite i4 eqxx.
Qed.

Lemma m1_prim : 2.-primitive_root (-1 : C).
Proof.
have n1 : (-1 : C) != 1 by rewrite -subr_eq0 -opprD oppr_eq0 -[1 + 1]/(2%:R : C) pnatr_eq0.
apply/andP; split=> //; apply/forallP => -[[|[|//]] lt2]; rewrite unity_rootE /=.
  by rewrite expr1 (negPf n1).
by rewrite expr2 mulrNN mulr1 eqxx.
Qed.

(* i^c for an integer c mod 4 *)
Definition ipow (c : 'I_4) : C := phase_factor 'i c.

Lemma ipow0 : ipow 0 = 1. Proof. by []. Qed.
Lemma ipowD c d : ipow (c + d) = ipow c * ipow d.
Proof. by rewrite /ipow phase_factorD //; exact: i_prim. Qed.
Lemma ipow2 : ipow 2%:R = -1. Proof. by rewrite /ipow /phase_factor /= sqrCi. Qed.
Lemma ipow_neq0 c : ipow c != 0.
Proof. by apply: (@phase_factor_neq0 2); exact: i_prim. Qed.
Lemma ipow_nat m : ipow m%:R = 'i ^+ m.
Proof. by rewrite /ipow /phase_factor Zp_nat /= (prim_expr_mod i_prim). Qed.
Lemma ipow_conj c : (ipow c)^* = ipow (- c).
Proof. by rewrite /ipow (@phase_factor_conj 2) //; exact: i_prim. Qed.

Lemma i_eq m k : (m %% 4 = k %% 4)%N -> ('i : C) ^+ m = 'i ^+ k.
Proof. by move=> e; rewrite -(prim_expr_mod i_prim) e (prim_expr_mod i_prim). Qed.

(* entries *)
Lemma pauli1E a i j : T1 a i j = (i == j + a.1)%:R * 'i ^+ (a.1 * a.2 + 2 * (j * a.2)).
Proof.
rewrite /pauli1 shift_exp clock_exp !mxE (bigD1 j) //= !mxE eqxx mul1r.
rewrite big1 ?addr0 => [|k /negPf k_neq]; last by rewrite !mxE k_neq mul0r mulr0.
by rewrite natr_Zp mulrCA exprD -sqrCi -exprM.
Qed.

Lemma pauli1_mul a b : T1 a *m T1 b = ipow (kappa1 a b) *: T1 (a + b).
Proof.
apply/matrixP => i j; rewrite [LHS]mxE (bigD1 (j + b.1)) //= !pauli1E eqxx mul1r.
rewrite big1 ?addr0 => [|k /negPf k_neq]; last by rewrite !pauli1E k_neq mul0r mulr0.
rewrite [RHS]mxE pauli1E [RHS]mulrCA -mulrA -exprD /kappa1 ipow_nat -exprD.
rewrite !pair_addE -addrA [b.1 + a.1]addrC; congr (_ * _); apply: i_eq.
case: a b j => [[[|[|//]] ?] [[|[|//]] ?]] [[[|[|//]] ?] [[|[|//]] ?]] [[|[|//]] ?] //.
Qed.

Lemma pauli1_0 : T1 0 = 1%:M.
Proof. by rewrite /pauli1 !expr0 mulmx1 scale1r. Qed.

Lemma pauli1_sqr a : T1 a *m T1 a = 1%:M.
Proof.
rewrite pauli1_mul; have -> : a + a = 0.
  by case: a => [[[|[|//]] ?] [[|[|//]] ?]]; congr (_, _); apply: val_inj.
have -> : kappa1 a a = 0 by case: a => [[[|[|//]] ?] [[|[|//]] ?]]; apply: val_inj.
by rewrite scale1r pauli1_0.
Qed.

Lemma pauli1_swap a b : T1 a *m T1 b = (-1) ^+ symplectic1 a b *: (T1 b *m T1 a).
Proof.
rewrite !pauli1_mul scalerA [b + a]addrC; congr (_ *: _); rewrite -sqrCi -exprM /kappa1 !ipow_nat -exprD.
apply: i_eq; case: a b => [[[|[|//]] ?] [[|[|//]] ?]] [[[|[|//]] ?] [[|[|//]] ?]] //.
Qed.

Lemma pauli1_adjoint a : adj (T1 a) = T1 a.
Proof.
apply/matrixP => i j; rewrite mxE !pauli1E rmorphM rmorph_nat.
rewrite (_ : (j == i + a.1) = (i == j + a.1)); last first.
  by case: a i j => [[[|[|//]] ?] v] [[|[|//]] ?] [[|[|//]] ?].
have [->|_] := eqVneq i (j + a.1); last by rewrite !mul0r.
rewrite !mul1r -!ipow_nat ipow_conj; congr (ipow _).
by case: a j => [[[|[|//]] ?] [[|[|//]] ?]] [[|[|//]] ?]; apply: val_inj.
Qed.

Lemma pauli1_trace a : \tr (T1 a) = (a == 0)%:R * 2%:R.
Proof.
rewrite /mxtrace !big_ord_recl big_ord0 addr0 !pauli1E.
case: a => [[[|[|//]] ?] [[|[|//]] ?]]; rewrite /= ?mul0r ?addr0 ?mul1r //.
by rewrite sqrCi subrr.
Qed.

Lemma pauli1_trace2 a b : \tr (T1 a *m T1 b) = (a == b)%:R * 2%:R.
Proof.
rewrite pauli1_mul mxtraceZ pauli1_trace.
have -> : (a + b == 0) = (a == b).
  by case: a b => [[[|[|//]] ?] [[|[|//]] ?]] [[[|[|//]] ?] [[|[|//]] ?]].
have [->|_] := eqVneq a b; last by rewrite !mul0r mulr0.
have -> : kappa1 b b = 0 by case: b => [[[|[|//]] ?] [[|[|//]] ?]]; apply: val_inj.
by rewrite ipow0 mul1r.
Qed.

(* a matrix is determined by its products with the Pauli operators *)
Lemma pauli1_separate (M N : 'M[C]_2) : (forall a, \tr (T1 a *m M) = \tr (T1 a *m N)) -> M = N.
Proof.
move=> same; apply/eqP; rewrite -subr_eq0; apply/eqP; set D := M - N.
have zero (u v : 'I_2) : \sum_(j : 'I_2) 'i ^+ (u * v + 2 * (j * v)) * D j (j + u) = 0.
  have : \tr (T1 (u, v) *m D) = 0 by rewrite mulmxBr raddfB /= same subrr.
  rewrite /mxtrace; under eq_bigr do rewrite mxE; rewrite exchange_big /= => e.
  rewrite -[RHS]e; apply: eq_bigr => j _; rewrite (bigD1 (j + u)) //= pauli1E eqxx mul1r.
  by rewrite big1 ?addr0 // => k /negPf k_neq; rewrite pauli1E k_neq !mul0r.
have ord2 (f : 'I_2 -> C) : \sum_j f j = f 0 + f 1.
  by rewrite !big_ord_recl big_ord0 addr0; congr (_ + f _); apply: val_inj.
have two (x y : C) : x + y = 0 -> x - y = 0 -> x = 0 /\ y = 0.
  move=> e1 e2; have x0 : x = 0.
    have : x *+ 2 = 0 by rewrite mulr2n -{1}[x](addrK y) e1 sub0r -[x](subrK y) e2 add0r addNr.
    by move/eqP; rewrite mulrn_eq0 => /eqP.
  by split=> //; rewrite -e1 x0 add0r.
have i0 m : ('i : C) ^+ m != 0 by rewrite -ipow_nat ipow_neq0.
have rows (u : 'I_2) : D 0 u = 0 /\ D 1 (1 + u) = 0.
  apply: two; first by have := zero u 0; rewrite ord2 !muln0 !mul1r add0r.
  have := zero u 1; rewrite ord2 muln1 mul0n muln0 addn0 exprD sqrCi mulrN1 mulNr -mulrBr add0r => /eqP.
  by rewrite mulf_eq0 (negPf (i0 _)) => /eqP.
apply/matrixP => i j; rewrite [RHS]mxE; have [d0 _] := rows j; have [_] := rows (1 + j).
rewrite addrA (_ : 1 + 1 = 0) ?add0r => [d1|]; last exact: val_inj.
by case: i => [[|[|//]] ?]; [rewrite -d0|rewrite -d1]; congr (D _ _); apply: val_inj.
Qed.

Section Sites.
Variable n : nat.
Implicit Types a b : phase 0 n.

Lemma ipow_sum (I : finType) (f : I -> 'I_4) : \prod_i ipow (f i) = ipow (\sum_i f i).
Proof. by apply: (big_rec2 (fun x y => x = ipow y)) => // i x y _ ->; rewrite ipowD. Qed.

Lemma pauli_mul a b : T a *m T b = ipow (kappa a b) *: T (a + b).
Proof.
rewrite /pauli tensor_mul /kappa -ipow_sum -tensor_scale.
by apply: eq_tensor => k; rewrite pauli1_mul ffunE.
Qed.

Lemma pauli0 : T (0 : phase 0 n) = 1%:M.
Proof. by rewrite -(tensor1 0 C n); apply: eq_tensor => k; rewrite ffunE pauli1_0. Qed.

Lemma pauli_sqr a : T a *m T a = 1%:M.
Proof. by rewrite /pauli tensor_mul -(tensor1 0 C n); apply: eq_tensor => k; rewrite pauli1_sqr. Qed.

Lemma pauli_adjoint a : adj (T a) = T a.
Proof. by rewrite /pauli tensor_adjoint; apply: eq_tensor => k; rewrite pauli1_adjoint. Qed.

Lemma sign_sum (I : finType) (f : I -> 'I_2) : \prod_i (-1 : C) ^+ f i = (-1) ^+ (\sum_i f i)%R.
Proof.
apply: (big_rec2 (fun x (y : 'I_2) => x = (-1 : C) ^+ y)) => // i x y _ ->.
by rewrite -exprD -[LHS](prim_expr_mod m1_prim).
Qed.

Lemma pauli_swap a b : T a *m T b = (-1) ^+ symplectic a b *: (T b *m T a).
Proof.
rewrite /pauli !tensor_mul /symplectic -sign_sum -tensor_scale.
by apply: eq_tensor => k; rewrite pauli1_swap.
Qed.

Lemma pauli_commute a b : symplectic a b = 0 -> T a *m T b = T b *m T a.
Proof. by move=> ab; rewrite pauli_swap ab scale1r. Qed.

Lemma pauli_trace a : \tr (T a) = (a == 0)%:R * (2 ^ n)%:R.
Proof.
rewrite tensor_trace; under eq_bigr do rewrite pauli1_trace.
rewrite big_split /= prodr_const card_ord -natrX; congr (_ * _).
have [->|neq_a] := eqVneq a 0; first by rewrite big1 // => k _; rewrite ffunE eqxx.
have [k k_neq] : exists k, a k != 0.
  apply/existsP; rewrite -negb_forall; apply: contra neq_a => /forallP zero.
  by apply/eqP/ffunP => k; rewrite ffunE; apply/eqP.
by rewrite (bigD1 k) //= (negPf k_neq) mul0r.
Qed.
End Sites.
End Pauli.

Section Group.
Variable n : nat.
Implicit Types a b : phase 0 n.
Definition element := ('I_4 * phase 0 n)%type.
Definition gmul (e f : element) : element := (e.1 + f.1 + kappa e.2 f.2, e.2 + f.2).
Definition lift (g : bool * phase 0 n) : element := ((2 * g.1)%:R, g.2).

Variable C : numClosedFieldType.
Definition op (e : element) : 'M[C]_(dim 0 n) := ipow C e.1 *: pauli C e.2.

Lemma op_mul e f : op (gmul e f) = op e *m op f.
Proof.
rewrite /op /= -scalemxAl -scalemxAr scalerA pauli_mul scalerA -!ipowD.
by congr (ipow _ _ *: _).
Qed.

Lemma op_lift g : op (lift g) = signed C g.
Proof. by rewrite /op /signed /= ipow_nat exprM sqrCi. Qed.

Lemma op0 : op (0, 0) = 1%:M.
Proof. by rewrite /op /= ipow0 scale1r pauli0. Qed.

Lemma signed_sqr g : signed C g *m signed C g = 1%:M :> 'M_(dim 0 n).
Proof. by rewrite /signed -scalemxAl -scalemxAr scalerA -exprD addnn -mul2n exprM
  sqrrN expr1n expr1n scale1r pauli_sqr. Qed.

Lemma signed_adjoint g : adjoint (signed C g) = signed C g :> 'M_(dim 0 n).
Proof. by rewrite /signed adjoint_scale pauli_adjoint rmorphX rmorphN rmorph1. Qed.

Lemma signed_commute (g h : bool * phase 0 n) : symplectic g.2 h.2 = 0 ->
  signed C g *m signed C h = signed C h *m signed C g.
Proof. by move=> gh; rewrite /signed -!scalemxAl -!scalemxAr pauli_commute // !scalerA mulrC. Qed.
End Group.
