(* The selection rule for qubits.  M = (1 - i(X + Y + Z))/2 has the eigenvalue exp(i pi/3) on one T state and exp(-i pi/3)
   on the other.  Where M^(x)n commutes with the projector of an [[n, 1]] code with n odd, M^(x)n on the code has these two
   eigenvalues and not -1.  So products of n-k operators on the first state and k on the second are orthogonal to the
   code space if n - 2k = 3 (mod 6): one error for n = 5, pure states for n = 3, two errors for n = 1 (mod 6).

   Proof.  Let s be a stabilizer with its sign.  As s and M^(x)n act on the code as 1 and as a unitary, (s M^(x)n)^3 acts
   on it as (M^(x)n)^3 = (-1)^n.  Site by site (P M)^3 = -i for P = X, Y, Z, so sign * i^weight = 1.  Then
   Tr(s M^(x)n) = sign * (-i)^weight = 1 for every stabilizer, and Tr(Pi M^(x)n) = 1.  (Prakash 2020, appendix C.) *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp.algebra_tactics Require Import ring.
From Stillproof Require Import Definitions Tensor Displacement Projector Transversal Pauli QubitProjector.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section Site.
Variable C : numClosedFieldType.
Notation T1 := (@pauli1 C).
Implicit Types (a : 'I_2 * 'I_2) (A B : 'M[C]_2).

Definition clifford_M : 'M[C]_2 := 2%:R^-1 *: (1%:M - 'i *: (T1 (1, 0) + T1 (1, 1) + T1 (0, 1))).
Notation M := clifford_M.

Lemma i_sqr : ('i : C) ^+ 2 = -1. Proof. exact: sqrCi. Qed.

Lemma mul2E A B i j : (A *m B) i j = A i 0 * B 0 j + A i 1 * B 1 j.
Proof. by rewrite mxE sum_ord2. Qed.

Lemma clifford_ME i j : M i j =
  2%:R^-1 * (if i == 0 then if j == 0 then 1 - 'i else - 'i - 1 else if j == 0 then 1 - 'i else 1 + 'i).
Proof.
have i2 := i_sqr; rewrite /M [LHS]mxE; congr (_ * _).
have -> : (1%:M - 'i *: (T1 (1, 0) + T1 (1, 1) + T1 (0, 1))) i j =
    (i == j)%:R - 'i * (T1 (1, 0) i j + T1 (1, 1) i j + T1 (0, 1) i j).
  by move: (T1 _) (T1 _) (T1 _) => x y z; rewrite !mxE.
by rewrite !pauli1E; case: (ord2_cases i) => ->; case: (ord2_cases j) => -> /=; ring: i2.
Qed.

(* a matrix with its entries *)
Lemma scalar2E (c : C) i j : (c%:M : 'M[C]_2) i j = c * (i == j)%:R.
Proof. by rewrite mxE mulr_natr. Qed.

Definition cube_factor a : C := if a == 0 then -1 else - 'i.

Lemma cube_site a : T1 a *m M *m (T1 a *m M) *m (T1 a *m M) = (cube_factor a)%:M.
Proof.
have i2 := i_sqr; have n2 : 2%:R != 0 :> C by rewrite pnatr_eq0.
have entry i j : (T1 a *m M) i j = 2%:R^-1 * (if a.2 == 0 then
    if a.1 == 0 then (if i == 0 then if j == 0 then 1 - 'i else - 'i - 1 else if j == 0 then 1 - 'i else 1 + 'i)
    else (if i == 0 then if j == 0 then 1 - 'i else 1 + 'i else if j == 0 then 1 - 'i else - 'i - 1)
  else if a.1 == 0 then (if i == 0 then if j == 0 then 1 - 'i else - 'i - 1 else if j == 0 then 'i - 1 else - 1 - 'i)
    else (if i == 0 then if j == 0 then - 'i * (1 - 'i) else - 'i * (1 + 'i)
      else if j == 0 then 'i * (1 - 'i) else 'i * (- 'i - 1))).
  rewrite mul2E !pauli1E !clifford_ME; case: a => u v; case: (ord2_cases u) => ->; case: (ord2_cases v) => ->;
    by case: (ord2_cases i) => ->; case: (ord2_cases j) => -> /=; ring: i2.
move: (T1 a *m M) entry => A entry; apply/matrixP => i j; rewrite !mul2E !entry scalar2E /cube_factor.
case: a {entry} => u v; case: (ord2_cases u) => ->; case: (ord2_cases v) => ->.
all: case: (ord2_cases i) => ->; case: (ord2_cases j) => -> /=; field: i2; by rewrite ?n2.
Qed.

Lemma trace_site a : \tr (T1 a *m M) = if a == 0 then 1 else - 'i.
Proof.
have i2 := i_sqr; have n2 : 2%:R != 0 :> C by rewrite pnatr_eq0.
rewrite /mxtrace sum_ord2 !mul2E !pauli1E !clifford_ME; case: a => u v.
case: (ord2_cases u) => ->; case: (ord2_cases v) => -> /=; field: i2; by rewrite ?n2.
Qed.
End Site.

Section Code.
Variables (C : numClosedFieldType) (n : nat).
Notation T1 := (@pauli1 C).
Notation M := (clifford_M C).
Notation W := (tensor (fun=> M) : 'M[C]_(dim 0 n)).
Notation op := (@op n C).
Variables (gens : seq (bool * phase 0 n)) (lx lz : phase 0 n) (V : 'M[C]_(dim 0 n, 2)).
Hypothesis decV : qubit_decoder gens lx lz V.
Notation P := (V *m adjoint V).
Hypothesis M_sym : W *m P = P *m W.
Implicit Types (e : element n) (F : 'I_n -> 'M[C]_2) (A : {set 'I_n}).

Lemma qubit_isometry : adjoint V *m V = 1%:M. Proof. by case: decV. Qed.

Lemma qubit_code_neq0 : P != 0.
Proof.
apply/eqP => P0; have /eqP := encoded_trace qubit_isometry.
by rewrite P0 mxtrace0 eq_sym pnatr_eq0.
Qed.

Lemma qubit_fixed g : g \in gens -> signed C g *m P = P.
Proof.
have [_ [PP _ fixP] _ _] := decV => g_in; apply/matrixP => i j.
have /colP/(_ i) : signed C g *m col j P = col j P by apply: (proj1 (fixP _)) g_in; rewrite -col_mulmx PP.
by rewrite -col_mulmx !mxE.
Qed.

Lemma qubit_isotropic : isotropic (bare gens).
Proof.
move=> _ _ /mapP[g g_in ->] /mapP[h h_in ->]; have [-> //|one] := ord2_cases (symplectic g.2 h.2).
have anti : signed C g *m signed C h = - (signed C h *m signed C g).
  by rewrite /signed -!scalemxAl -!scalemxAr pauli_swap one expr1 scaleN1r !scalerN !scalerA mulrC.
have : P = - P by rewrite -{1}(qubit_fixed g_in) -{1}(qubit_fixed h_in) mulmxA anti mulNmx -mulmxA !qubit_fixed.
move/eqP; rewrite -addr_eq0 -mulr2n -scaler_nat scaler_eq0 pnatr_eq0 /=.
by rewrite (negPf qubit_code_neq0).
Qed.

Lemma qubit_code : P = qprojector C gens.
Proof.
by case: decV => _ codeP _ _; exact: qubit_projector_unique codeP (signed_group_projector C qubit_isotropic).
Qed.

Lemma op_tensor e : op e *m W = ipow C e.1 *: tensor (fun k => T1 (e.2 k) *m M).
Proof. by rewrite /op /pauli -scalemxAl tensor_mul. Qed.

Lemma M_cube : M *m M *m M = (-1)%:M.
Proof. by have := cube_site C 0; rewrite pauli1_0 !mul1mx. Qed.

Lemma tensor_scalar (c : 'I_n -> C) : tensor (fun k => (c k)%:M) = (\prod_k c k)%:M :> 'M[C]_(dim 0 n).
Proof.
rewrite -[RHS]scalemx1 -(tensor1 0 C n) -tensor_scale; apply: eq_tensor => k.
by rewrite scalemx1.
Qed.

(* a stabilizer i^c T(a) has c = weight(a) (mod 4) *)
Lemma stabilizer_phase e : op e *m P = P -> ipow C e.1 ^+ 3 * \prod_k (if e.2 k == 0 then 1 else 'i) = 1.
Proof.
move=> eP; pose Q := op e *m W; have QP : Q *m P = P *m W.
  by rewrite /Q -mulmxA M_sym mulmxA eP.
have PW : P *m W *m W *m W = (-1) ^+ n *: P.
  rewrite -[P *m W *m W]mulmxA -[P *m _ *m W]mulmxA !tensor_mul (eq_tensor (G := fun=> (-1)%:M)) => [|k].
    by rewrite tensor_scalar prodr_const card_ord mul_mx_scalar.
  exact: M_cube.
have QPW : Q *m Q *m Q *m P = P *m W *m W *m W.
  by rewrite -mulmxA QP mulmxA -[Q *m Q *m P]mulmxA QP mulmxA QP.
have QQQ : Q *m Q *m Q = (ipow C e.1 ^+ 3 * \prod_k cube_factor C (e.2 k))%:M.
  rewrite /Q op_tensor -!(scalemxAl, scalemxAr) !scalerA !tensor_mul.
  rewrite (eq_tensor (G := fun k => (cube_factor C (e.2 k))%:M)).
    by rewrite tensor_scalar -scale_scalar_mx !exprS expr0 mulr1 mulrA.
  by move=> k; exact: cube_site.
have /eqP := QPW; rewrite QQQ PW mul_scalar_mx -subr_eq0 -scalerBl scaler_eq0 (negPf qubit_code_neq0) orbF.
rewrite subr_eq0 => /eqP cE.
have sign_neq0 : (-1) ^+ n != 0 :> C by rewrite signr_eq0.
have split_sign : \prod_k cube_factor C (e.2 k) = (-1) ^+ n * \prod_k (if e.2 k == 0 then 1 else 'i).
  rewrite (eq_bigr (fun k => -1 * (if e.2 k == 0 then 1 else 'i))) => [|k _]; last first.
    by rewrite /cube_factor; case: ifP => _; rewrite ?mulr1 ?mulN1r.
  by rewrite big_split /= prodr_const card_ord.
by apply: (mulfI sign_neq0); rewrite mulr1 mulrCA -split_sign.
Qed.

Lemma trace_stabilizer e : op e *m P = P -> \tr (op e *m W) = 1.
Proof.
move=> /stabilizer_phase one; rewrite op_tensor mxtraceZ tensor_trace.
rewrite (eq_bigr (fun k => (if e.2 k == 0 then 1 else 'i)^*)) => [|k _]; last first.
  by rewrite trace_site; case: ifP => _; rewrite ?rmorph1 ?conjCi.
have conj_one : (ipow C e.1 ^+ 3)^* * \prod_k (if e.2 k == 0 then 1 else 'i)^* = 1.
  by rewrite -rmorph_prod -rmorphM one rmorph1.
rewrite -[RHS]conj_one; congr (_ * _).
rewrite rmorphX ipow_conj !exprS expr0 mulr1 -!ipowD; congr (ipow C _).
by case: (e.1) => [[|[|[|[|//]]]] c4]; exact: val_inj.
Qed.

Lemma trace_M : \tr (P *m W) = 1.
Proof.
have PE : P = 2%:R ^- size gens *: \sum_(f <- coset gens (0, 0)) op f.
  by rewrite coset_sum op0 mul1mx scalerA mulVf ?twoX_neq0 // scale1r qubit_code.
have sizeE : size (coset gens (0, 0)) = (2 ^ size gens)%N.
  by have := congr1 size (coset_vectors gens (0, 0)); rewrite !size_map size_span size_map.
rewrite {1}PE -scalemxAl mxtraceZ mulmx_suml raddf_sum /= (eq_big_seq (fun=> 1)) => [|f f_in].
  by rewrite big_const_seq count_predT sizeE iter_addr_0 -natrX mulVf // natrX twoX_neq0.
apply: trace_stabilizer; rewrite qubit_code; apply: coset_absorb f_in => [g g_in|].
  by apply: signed_qprojector g_in; exact: qubit_isotropic.
by rewrite op0 mul1mx.
Qed.

(* exp(i pi/3) *)
Variable t : C.
Hypothesis t_root : t ^+ 2 = t - 1.
Notation L := (decode V M).

Lemma clifford_M_unitary : adjoint M *m M = 1%:M.
Proof.
have i2 := i_sqr C; have n2 : 2%:R != 0 :> C by rewrite pnatr_eq0.
have adjE i j : adjoint M i j = 2%:R^-1 *
    (if j == 0 then if i == 0 then 1 + 'i else 'i - 1 else if i == 0 then 1 + 'i else 1 - 'i).
  rewrite mxE clifford_ME rmorphM fmorphV rmorph_nat; congr (_ * _).
  by case: ifP => _; case: ifP => _; rewrite ?(rmorphD, rmorphB, rmorphN, rmorph1) /= conjCi ?opprK.
apply/matrixP => i j; rewrite mul2E !adjE !clifford_ME mxE.
by case: (ord2_cases i) => ->; case: (ord2_cases j) => -> /=; field: i2; rewrite ?n2.
Qed.

Lemma minus_one_missing (y : 'cV[C]_2) : odd n -> L *m y = - y -> y = 0.
Proof.
move=> odd_n Ly; have iso_V := qubit_isometry; have LL := decode_unitary iso_V M_sym clifford_M_unitary.
have powS (A : 'M[C]_2) m : A ^+ m.+1 = A *m A ^+ m by rewrite exprS.
have L3 : L ^+ 3 = - 1%:M.
  rewrite -(decode_exp iso_V 3 M_sym) (_ : M ^+ 3 = (-1)%:M); last by rewrite !powS expr0 mulmx1 mulmxA M_cube.
  rewrite /decode tensor_scalar prodr_const card_ord -signr_odd odd_n expr1 mul_mx_scalar scaleN1r mulNmx.
  by rewrite qubit_isometry.
have L2 : L ^+ 2 = - adjoint L.
  by rewrite -[LHS]mul1mx -LL -mulmxA -powS L3 mulmxN mulmx1.
have tr1 : \tr L = 1 by rewrite -[L]expr1 (decode_trace_power iso_V) // expr1 trace_M.
have tr2 : \tr (L ^+ 2) = -1.
  have trA : \tr (adjoint L) = (\tr L)^* by rewrite /mxtrace rmorph_sum; apply: eq_bigr => i _; rewrite mxE.
  by rewrite L2 raddfN /= trA tr1 rmorph1.
have trN (A : 'M[C]_2) : \tr (- A) = - \tr A by exact: raddfN.
have L4 : L ^+ 4 = - L by rewrite powS L3 mulmxN mulmx1.
have L5 : L ^+ 5 = - L ^+ 2 by rewrite powS L4 mulmxN (powS L 1%N) expr1.
have L6 : L ^+ 6 = 1 by rewrite powS L5 mulmxN -powS L3 opprK.
have one6 : (-1 : C) ^+ 6 = 1 by rewrite -signr_odd.
apply: (eigenvector_eq0 _ LL L6 one6) => //; last by rewrite scaleN1r.
have inv j : (-1 : C) ^- j = (-1) ^+ j by rewrite -exprVn invrN invr1.
rewrite !big_ord_recl big_ord0 !inv /bump /= L3 L4 L5 !trN expr1 expr0 tr1 tr2 !mxtrace1.
by rewrite (_ : _ + _ = 0) //; ring.
Qed.

(* selection-rule for qubits: A is the set of sites with the other eigenvector, and n + 4 |A| = n - 2 |A| (mod 6) *)
Theorem qubit_selection_rule F A : ((n + 4 * #|A|) %% 6 = 3)%N ->
  (forall k, k \notin A -> M *m F k = t *: F k) -> (forall k, k \in A -> M *m F k = t^-1 *: F k) ->
  adjoint V *m tensor F = 0.
Proof.
move=> mod6 F_out F_in; have odd_n : odd n.
  by have := odd_mod (n + 4 * #|A|) (d := 6) erefl; rewrite mod6 oddD oddM /= addbF => <-.
have t3 : t ^+ 3 = -1 by rewrite exprS t_root; ring: t_root.
have t_neq0 : t != 0.
  by apply: contra_eq_neq t_root => ->; rewrite expr0n sub0r eq_sym oppr_eq0 oner_eq0.
have t6 : t ^+ 6 = 1 by rewrite (exprM t 3 2) t3 sqrrN expr1n.
have t_inv : t^-1 = t * t ^+ 4 by apply: (mulfI t_neq0); rewrite divff // -exprS -exprS t6.
have MF : W *m tensor F = - tensor F.
  rewrite tensor_mul (eq_tensor (G := fun k => (t * (if k \in A then t ^+ 4 else 1)) *: F k)) => [|k]; last first.
    by case: ifP => [kA|/negbT kA]; [rewrite F_in // t_inv|rewrite F_out // mulr1].
  rewrite tensor_scale big_split /= prodr_const card_ord -big_mkcond /= prodr_const -exprM -exprD.
  have phase : t ^+ (n + 4 * #|A|) = -1 by rewrite -(expr_mod _ t6) mod6 t3.
  by rewrite phase scaleN1r.
have := decode_apply qubit_isometry (tensor F) M_sym; rewrite MF mulmxN => LY.
apply/matrixP => i j; rewrite [RHS]mxE; have : col j (adjoint V *m tensor F) = 0.
  by apply: minus_one_missing => //; rewrite -col_mulmx -LY; apply/colP => l; rewrite !mxE.
by move/colP/(_ i); rewrite !mxE.
Qed.
End Code.
