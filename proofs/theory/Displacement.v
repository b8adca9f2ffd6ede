(* The displacement operators T(u|v) = w^(uv/2) X^u Z^v of one and of n qudits of odd dimension p.
   Proved: T(a) T(b) = w^([a,b]/2) T(a+b), T(a)* = T(-a), and Tr T(a) = p^n for a = 0 and 0 otherwise;
   a matrix is determined by its products with the T(a) under the trace.  (Prakash 2020, section 2.) *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp.algebra_tactics Require Import ring.
From Stillproof Require Import Definitions Tensor.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

(* [a, b] = sum_i v_a u_b - u_a v_b *)
Definition symplectic1 q (a b : 'I_q.+2 * 'I_q.+2) : 'I_q.+2 := a.2 * b.1 - a.1 * b.2.
Definition symplectic q n (a b : phase q n) : 'I_q.+2 := \sum_k symplectic1 (a k) (b k).

Lemma pair_add1 (U V : zmodType) (x y : U * V) : (x + y).1 = x.1 + y.1. Proof. by []. Qed.
Lemma pair_add2 (U V : zmodType) (x y : U * V) : (x + y).2 = x.2 + y.2. Proof. by []. Qed.
Definition pair_addE := (pair_add1, pair_add2).

Section Symplectic.
Variables (q n : nat).
Implicit Types a b c : phase q n.

Lemma symplecticDl a b c : symplectic (a + b) c = symplectic a c + symplectic b c.
Proof.
rewrite /symplectic -big_split; apply: eq_bigr => k _.
by rewrite ffunE /symplectic1 !pair_addE /= !mulrDl opprD addrACA.
Qed.

Lemma symplecticC a b : symplectic a b = - symplectic b a.
Proof.
rewrite /symplectic -sumrN; apply: eq_bigr => k _.
by rewrite /symplectic1 opprB; congr (_ - _); rewrite mulrC.
Qed.

Lemma symplecticDr a b c : symplectic a (b + c) = symplectic a b + symplectic a c.
Proof. by rewrite symplecticC symplecticDl opprD -!symplecticC. Qed.

Lemma symplectic0 a : symplectic a 0 = 0.
Proof.
rewrite /symplectic big1 // => k _.
by rewrite ffunE /symplectic1 /= !mulr0 subrr.
Qed.

Lemma symplectic0l a : symplectic 0 a = 0.
Proof. by rewrite symplecticC symplectic0 oppr0. Qed.

Lemma symplecticMn a b m : symplectic a (b *+ m) = symplectic a b *+ m.
Proof. by elim: m => [|m IHm]; rewrite ?mulr0n ?symplectic0 // !mulrS symplecticDr IHm. Qed.

Lemma symplecticMnl a b m : symplectic (a *+ m) b = symplectic a b *+ m.
Proof. by rewrite symplecticC symplecticMn -mulNrn -symplecticC. Qed.

Lemma symplecticNr a b : symplectic a (- b) = - symplectic a b.
Proof.
by apply/eqP; rewrite -subr_eq0 opprK -symplecticDr addNr symplectic0.
Qed.

Lemma symplecticNl a b : symplectic (- a) b = - symplectic a b.
Proof. by rewrite symplecticC symplecticNr -symplecticC. Qed.

Lemma symplectic_self a : symplectic a a = 0.
Proof.
rewrite /symplectic big1 // => k _.
by rewrite /symplectic1 [_.2 * _]mulrC subrr.
Qed.

Lemma phase_char a : a *+ q.+2 = 0.
Proof.
have ord_char (x : 'I_q.+2) : x *+ q.+2 = 0.
  by apply: val_inj; rewrite Zp_mulrn /= modnMl.
apply/ffunP => k; rewrite ffunMnE ffunE.
by case: (a k) => u v; rewrite [LHS]surjective_pairing !raddfMn /= !ord_char.
Qed.

Lemma phase_mulrn_mod a m : a *+ (m %% q.+2) = a *+ m.
Proof. by rewrite {2}(divn_eq m q.+2) mulrnDr mulnC mulrnA phase_char mul0rn add0r. Qed.
End Symplectic.

Section Displacement.
Variables (q : nat) (C : numClosedFieldType) (w : C).
Notation p := q.+2.
Hypothesis odd_p : odd p.
Hypothesis w_prim : p.-primitive_root w.
Notation T1 := (@displacement1 q C w).
Notation T := (@displacement q C w _).
Notation adj := (@adjoint C _ _).

Definition phase_factor (x : 'I_p) : C := w ^+ x.
Notation chi := phase_factor.

Lemma w_mod m : w ^+ (m %% p) = w ^+ m.
Proof. by rewrite (prim_expr_mod w_prim). Qed.

Lemma phase_factorD x y : chi (x + y) = chi x * chi y.
Proof. by rewrite /chi /= w_mod exprD. Qed.

Lemma phase_factor0 : chi 0 = 1.
Proof. by []. Qed.

Lemma phase_factor_eq1 x : (chi x == 1) = (x == 0).
Proof. by rewrite /chi -(prim_order_dvd w_prim) /dvdn modn_small. Qed.

Lemma phase_factor_norm x : `|chi x| = 1.
Proof.
have w_norm : `|w| = 1.
  apply/eqP; rewrite -(@pexpr_eq1 _ _ p) ?normr_ge0 // -normrX.
  by rewrite (prim_expr_order w_prim) normr1.
by rewrite normrX w_norm expr1n.
Qed.

Lemma phase_factor_neq0 x : chi x != 0.
Proof. by rewrite -normr_gt0 phase_factor_norm ltr01. Qed.

Lemma phase_factor_conj x : (chi x)^* = chi (- x).
Proof.
apply: (mulfI (phase_factor_neq0 x)); rewrite -normCK phase_factor_norm expr1n.
by rewrite -phase_factorD subrr.
Qed.

Lemma phase_factor_sum v : \sum_(j : 'I_p) chi (v * j) = (v == 0)%:R * p%:R.
Proof.
have [->|v_neq0] := eqVneq v 0.
  rewrite mul1r -[p in RHS]card_ord -sumr_const; apply: eq_bigr => j _.
  by rewrite mul0r.
rewrite mul0r; set s := \sum_j _.
have shifted : s = chi v * s.
  rewrite {1}/s (reindex_inj (addIr 1)) /= mulr_sumr; apply: eq_bigr => j _.
  by rewrite mulrDr mulr1 phase_factorD mulrC.
apply/eqP; have /eqP := shifted; rewrite -subr_eq0 -{1}[s]mul1r -mulrBl mulf_eq0.
by rewrite subr_eq0 eq_sym phase_factor_eq1 (negPf v_neq0).
Qed.

Definition half : 'I_p := inZp p.+1./2.

Lemma halfD x : half * x + half * x = x.
Proof.
suff two_half : half + half = 1 by rewrite -mulrDl two_half mul1r.
apply: val_inj; rewrite /= modnDml modnDmr addnn.
have -> : (p.+1)./2.*2 = p.+1 by rewrite -[RHS]odd_double_half [odd p.+1]oddS odd_p.
by rewrite -[p.+1]add1n modnDr.
Qed.

(* entries *)
Lemma shift_exp m : shift q C ^+ m = \matrix_(i, j) (i == j + m%:R)%:R.
Proof.
elim: m => [|m IHm]; first by apply/matrixP => i j; rewrite expr0 !mxE addr0.
rewrite exprSr IHm; apply/matrixP => i j; rewrite !mxE (bigD1 (j + 1)) //= !mxE eqxx mulr1.
rewrite big1 ?addr0 => [|k /negPf k_neq]; last by rewrite !mxE k_neq mulr0.
by rewrite -addrA -mulrS.
Qed.

Lemma clock_exp m : clock q w ^+ m = \matrix_(i, j) ((i == j)%:R * w ^+ (j * m)).
Proof.
elim: m => [|m IHm]; first by apply/matrixP => i j; rewrite expr0 !mxE muln0 mulr1.
rewrite exprSr IHm; apply/matrixP => i j; rewrite !mxE (bigD1 j) //= !mxE eqxx mul1r.
rewrite big1 ?addr0 => [|k /negPf k_neq]; last by rewrite !mxE k_neq mul0r mulr0.
by rewrite -mulrA -exprD mulnS addnC.
Qed.

Lemma displacement1E a i j : T1 a i j = (i == j + a.1)%:R * chi (half * (a.1 * a.2) + a.2 * j).
Proof.
rewrite /displacement1 shift_exp clock_exp !mxE (bigD1 j) //= !mxE eqxx mul1r.
rewrite big1 ?addr0 => [|k /negPf k_neq]; last by rewrite !mxE k_neq mul0r mulr0.
rewrite natr_Zp mulrCA; congr (_ * _).
rewrite phase_factorD -[w ^+ _]w_mod -[w ^+ (j * _)]w_mod mulnC; congr (w ^+ _ * w ^+ _).
  by rewrite /= modnMmr modnMml mulnC.
by rewrite mulnC.
Qed.

Lemma displacement1_mul a b : T1 a *m T1 b = chi (half * symplectic1 a b) *: T1 (a + b).
Proof.
apply/matrixP => i j; rewrite [LHS]mxE (bigD1 (j + b.1)) //= !displacement1E eqxx mul1r.
rewrite big1 ?addr0 => [|k /negPf k_neq]; last by rewrite !displacement1E k_neq mul0r mulr0.
rewrite [RHS]mxE displacement1E [RHS]mulrCA -mulrA -!phase_factorD -addrA [b.1 + a.1]addrC.
rewrite !pair_addE; congr (_ * chi _); rewrite /symplectic1.
move: (halfD (a.2 * b.1)); move: half a.1 a.2 b.1 b.2 => h x y z t hyz.
have -> : y * (j + z) = y * j + (h * (y * z) + h * (y * z)) by rewrite hyz mulrDr.
ring.
Qed.

Lemma displacement1_0 : T1 (0 : 'I_p * 'I_p) = 1%:M.
Proof. by rewrite /displacement1 !expr0 mulmx1 muln0 expr0 scale1r. Qed.

Lemma displacement1_adjoint a : adj (T1 a) = T1 (- a).
Proof.
apply/matrixP => i j; rewrite mxE !displacement1E rmorphM rmorph_nat phase_factor_conj /=.
have -> : (j == i + a.1) = (i == j - a.1) by rewrite eq_sym (eq_sym i) subr_eq.
have [->|_] := eqVneq i (j - a.1); last by rewrite !mul0r.
congr (_ * chi _).
have -> : a.2 * (j - a.1) = a.2 * j - (half * (a.1 * a.2) + half * (a.1 * a.2)).
  by rewrite halfD; ring.
ring.
Qed.

Lemma trace_displacement1_mul a (M : 'M[C]_p) :
  \tr (T1 a *m M) = \sum_j chi (half * (a.1 * a.2) + a.2 * j) * M j (j + a.1).
Proof.
rewrite /mxtrace; under eq_bigr do rewrite mxE; rewrite exchange_big /=.
apply: eq_bigr => j _; rewrite (bigD1 (j + a.1)) //= displacement1E eqxx mul1r.
by rewrite big1 ?addr0 // => k /negPf k_neq; rewrite displacement1E k_neq !mul0r.
Qed.

Lemma displacement1_trace a : \tr (T1 a) = (a == 0)%:R * p%:R.
Proof.
rewrite -[T1 a]mulmx1 trace_displacement1_mul; case: a => u v /=.
have -> : ((u, v) == 0) = (u == 0) && (v == 0) by [].
have fixed j : (j == j + u) = (u == 0) by rewrite -{1}[j]addr0 (inj_eq (addrI j)) eq_sym.
under eq_bigr do rewrite mxE fixed.
rewrite -mulr_suml; have [->|_] := eqVneq u 0; last by rewrite mulr0 mul0r.
under eq_bigr do rewrite mul0r mulr0 add0r.
by rewrite phase_factor_sum mulr1.
Qed.

(* a matrix is determined by its products with the displacement operators *)
Lemma displacement1_separate (M N : 'M[C]_p) :
  (forall a, \tr (T1 a *m M) = \tr (T1 a *m N)) -> M = N.
Proof.
move=> same; apply/eqP; rewrite -subr_eq0; apply/eqP; set D := M - N.
have zero u v : \sum_j chi (v * j) * D j (j + u) = 0.
  have : \tr (T1 (u, v) *m D) = 0 by rewrite mulmxBr raddfB /= same subrr.
  rewrite trace_displacement1_mul /=; under eq_bigr do rewrite phase_factorD -mulrA.
  rewrite -mulr_sumr => /eqP; rewrite mulf_eq0 => /orP[|/eqP //].
  by rewrite (negPf (phase_factor_neq0 _)).
have entry u i : D i (i + u) *+ p = 0.
  have inner v : chi (- (v * i)) * (\sum_j chi (v * j) * D j (j + u)) =
      \sum_j chi ((j - i) * v) * D j (j + u).
    rewrite mulr_sumr; apply: eq_bigr => j _.
    by rewrite mulrA -phase_factorD -mulrN -mulrDr addrC [v * _]mulrC.
  have : \sum_v chi (- (v * i)) * (\sum_j chi (v * j) * D j (j + u)) = 0.
    by rewrite big1 // => v _; rewrite zero mulr0.
  rewrite (eq_bigr _ (fun v _ => inner v)) exchange_big /=.
  under eq_bigr do rewrite -mulr_suml phase_factor_sum.
  rewrite (bigD1 i) //= subrr eqxx mul1r big1 ?addr0 => [<-|j neq_ji]; first by rewrite mulr_natl.
  by rewrite subr_eq0 (negPf neq_ji) !mul0r.
apply/matrixP => i j; rewrite [RHS]mxE; apply/eqP.
have /eqP := entry (j - i) i; rewrite addrC subrK.
by rewrite -mulr_natr mulf_eq0 pnatr_eq0 orbF.
Qed.

Section Sites.
Variable n : nat.
Implicit Types a b : phase q n.

Lemma phase_factor_sumE (I : finType) (f : I -> 'I_p) : \prod_i chi (f i) = chi (\sum_i f i).
Proof.
by apply: (big_rec2 (fun x y => x = chi y)) => // i x y _ ->; rewrite phase_factorD.
Qed.

(* displacement-group: the group law *)
Lemma displacement_mul a b : T a *m T b = chi (half * symplectic a b) *: T (a + b).
Proof.
rewrite /displacement tensor_mul /symplectic mulr_sumr -phase_factor_sumE -tensor_scale.
by apply: eq_tensor => k; rewrite displacement1_mul ffunE.
Qed.

Lemma displacement_mul0 a b : symplectic a b = 0 -> T a *m T b = T (a + b).
Proof. by move=> ab0; rewrite displacement_mul ab0 mulr0 scale1r. Qed.

Lemma displacement0 : T (0 : phase q n) = 1%:M.
Proof. by rewrite -(tensor1 q C n); apply: eq_tensor => k; rewrite ffunE displacement1_0. Qed.

Lemma displacement_adjoint a : adj (T a) = T (- a).
Proof.
rewrite /displacement tensor_adjoint; apply: eq_tensor => k.
by rewrite displacement1_adjoint ffunE.
Qed.

Lemma displacementNK a : T (- a) *m T a = 1%:M.
Proof. by rewrite displacement_mul0 ?symplecticNl ?symplectic_self ?oppr0 // addNr displacement0. Qed.

Lemma displacement_unitary a : adj (T a) *m T a = 1%:M.
Proof. by rewrite displacement_adjoint displacementNK. Qed.

Lemma displacement_swap a b : T a *m T b = chi (symplectic a b) *: (T b *m T a).
Proof.
rewrite !displacement_mul scalerA -phase_factorD [b + a]addrC; congr (chi _ *: _).
by rewrite [symplectic b a]symplecticC mulrN; apply: (canRL (addrK _)); rewrite halfD.
Qed.

Lemma displacement_exp a m : T (a *+ m) = iter m (mulmx (T a)) 1%:M.
Proof.
elim: m => [|m IHm]; first by rewrite mulr0n displacement0.
by rewrite iterS -IHm displacement_mul0 ?mulrS // symplecticMn symplectic_self mul0rn.
Qed.

Lemma displacement_trace a : \tr (T a) = (a == 0)%:R * (dim q n)%:R.
Proof.
rewrite tensor_trace; under eq_bigr do rewrite displacement1_trace.
rewrite big_split /= prodr_const card_ord -natrX dimE; congr (_ * _).
have [->|neq_a] := eqVneq a 0; first by rewrite big1 // => k _; rewrite ffunE eqxx.
have [k k_neq] : exists k, a k != 0.
  apply/existsP; rewrite -negb_forall; apply: contra neq_a => /forallP zero.
  by apply/eqP/ffunP => k; rewrite ffunE; apply/eqP.
by rewrite (bigD1 k) //= (negPf k_neq) mul0r.
Qed.
End Sites.
End Displacement.
