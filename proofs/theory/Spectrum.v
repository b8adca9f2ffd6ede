(* The eigenvalues of N^(x)n on the code space of a qutrit code that H^(x)n and N^(x)n preserve, for every n = 3 (mod 4).
   On one qutrit N has the eigenvalues 1, w and -w.  On the code they are the complex conjugates 1, w^2 and -w^2:
   here it is proved that w, -1 and -w do not occur.

   The proof is by traces.  For odd m every stabilizer contributes 1 to Tr(Pi (N^m)^(x)n), so this trace is 1.  To
   Tr(Pi (N^4)^(x)n) only stabilizers (0|v) contribute, each (i sqrt 3)^n.  There are at least 3^((n-1)/2) of them,
   because (u|v) -> (0|u) takes stabilizers to stabilizers (it is N^2 - 1).  For n = 3 (mod 4) the trace is therefore
   -i sqrt 3 r with r >= 1, and the projector onto an eigenvalue as above has a trace that is not positive.
   Nothing is assumed of the logical operators or of the code's form, and no Gauss sum over the code is needed. *)
From mathcomp Require Import all_ssreflect all_algebra complex.
From mathcomp.algebra_tactics Require Import ring.
From Stillproof Require Import Definitions Tensor Displacement Projector Clifford Enumerator Strange Transversal.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.
Local Open Scope complex_scope.

Section Powers.
Variable R : rcfType.
Notation C := (complex_numClosedFieldType R).
Notation w := (omega R : C).
Notation T1 := (@displacement1 1 C w).
Notation H := (clifford_H 1 w).
Notation N := (clifford_N 1 w).
Notation chi := (phase_factor w).
Implicit Types a : 'I_3 * 'I_3.
Let w_prim := omega_prim R.
Let odd3 : odd 3 := isT.

(* i sqrt 3 *)
Definition gauss : C := 1 + 2%:R * w.

Lemma gauss_sqr : gauss ^+ 2 = - 3%:R.
Proof. by have w2 := omega_sqr R; rewrite /gauss; ring: w2. Qed.

Lemma clifford_NX m i j : (N ^+ m) i j = (i == if odd m then - j else j)%:R * chi (m%:R * (j * j)).
Proof.
elim: m i j => [|m IHm] i j; first by rewrite expr0 mxE mul0r mulr1.
rewrite exprSr [_ * N]/(_ *m N) mxE (bigD1 (- j)) //= big1 ?addr0 => [|k /negPf k_neq]; last first.
  by rewrite clifford_NE // k_neq mul0r mulr0.
rewrite clifford_NE // eqxx mul1r IHm mulrNN -mulrA -phase_factorD // mulrSr mulrDl mul1r.
by case: (odd m); rewrite ?opprK.
Qed.

(* Tr(T(u|v) N^m) is w^(m u^2) for odd m; for even m it is 0 unless u = 0 *)
Lemma trace_N a :
  [/\ \tr (T1 a *m N ^+ 1) = chi (a.1 * a.1), \tr (T1 a *m N ^+ 3) = 1,
      \tr (T1 a *m N ^+ 5) = chi (- (a.1 * a.1)),
      \tr (T1 a *m N ^+ 2) = (a.1 == 0)%:R * (- gauss * chi (a.2 * a.2))
    & \tr (T1 a *m N ^+ 4) = (a.1 == 0)%:R * (gauss * chi (- (a.2 * a.2)))].
Proof.
rewrite !trace_displacement1_mul // !big_ord_recl !big_ord0 !clifford_NX /gauss; have w2 := omega_sqr R.
case: a => [[[|[|[|//]]] u3] [[|[|[|//]]] v3]]; rewrite /phase_factor /=.
all: repeat match goal with |- context [w ^+ (?e %% 3)] =>
  let e' := eval compute in (e %% 3)%N in change (w ^+ (e %% 3)) with (w ^+ e') end.
all: rewrite ?expr0 ?expr1 ?w2; split; ring: w2.
Qed.
End Powers.

Section Code.
Variable R : rcfType.
Notation C := (complex_numClosedFieldType R).
Notation w := (omega R : C).
Notation T1 := (@displacement1 1 C w).
Notation H := (clifford_H 1 w).
Notation N := (clifford_N 1 w).
Notation gauss := (gauss R).
Notation chi := (phase_factor w).
Let w_prim := omega_prim R.
Let odd3 : odd 3 := isT.
Variables (n : nat) (gens : seq (phase 1 n)) (lx lz : phase 1 n) (V : 'M[C]_(dim 1 n, 3)).
Hypothesis decV : decoder w gens lx lz V.
Notation P := (V *m adjoint V).
Hypothesis H_sym : tensor (fun=> H) *m P = P *m tensor (fun=> H).
Hypothesis N_sym : tensor (fun=> N) *m P = P *m tensor (fun=> N).
Notation S := (stabilizes w P).
Notation L := (decode V N).
Implicit Types a : phase 1 n.
Let codeP := decoder_code decV.
Let traceP := decoder_trace decV.
Let U_N : moves w N (@act_N 1) := moves_N odd3 w_prim.
Let U_H : moves w H (@act_H 1) := moves_H odd3 w_prim.

Lemma u_squares a : S a -> \sum_k (a k).1 * (a k).1 = 0.
Proof.
move=> Sa; have Sb := stabilizers_moved U_N N_sym Sa.
have := stabilizers_commute odd3 w_prim traceP Sa Sb; rewrite /symplectic.
rewrite (eq_bigr (fun k => 2%:R * ((a k).1 * (a k).1))) => [|k _]; last first.
  by rewrite ffunE /symplectic1 /act_N /=; ring.
rewrite -mulr_sumr; move: (\sum_k _) => x; case: x => [[|[|[|//]]] x3] => [_|/(congr1 val)//|/(congr1 val)//].
exact: val_inj.
Qed.

Lemma v_squares a : S a -> \sum_k (a k).2 * (a k).2 = 0.
Proof.
move=> Sa; rewrite -[RHS](u_squares (stabilizers_moved U_H H_sym Sa)).
by apply: eq_bigr => k _; rewrite ffunE /act_H /= mulrNN.
Qed.

(* (u|v) -> (0|u) *)
Definition to_Z a : phase 1 n := [ffun k => (0, (a k).1)].
Definition Z_type a := S a && [forall k, (a k).1 == 0].

Lemma to_Z_type a : S a -> Z_type (to_Z a).
Proof.
move=> Sa; apply/andP; split; last by apply/forallP => k; rewrite ffunE.
have Sb := stabilizers_moved U_N N_sym (stabilizers_moved U_N N_sym Sa).
have /(stabilizersD odd3 w_prim traceP Sb) := stabilizersN odd3 w_prim Sa.
congr (S _); apply/ffunP => k; rewrite !ffunE /act_N /=; case: (a k) => u v /=.
apply: (f_equal2 pair) => /=; first by rewrite opprK subrr.
have three : u + u + u = 0 by case: u => [[|[|[|//]]] u3]; exact: val_inj.
have -> : - (- u - u - (u + u + v)) - v = (u + u + u) + u by ring.
by rewrite three add0r.
Qed.

Lemma card_Z_type : (#|[pred a | S a]| <= #|[pred a | Z_type a]| * #|[pred a | Z_type a]|)%N.
Proof.
pose origin b : phase 1 n := odflt 0 [pick a | S a && (to_Z a == b)].
have originP a : S a -> S (origin (to_Z a)) /\ to_Z (origin (to_Z a)) = to_Z a.
  move=> Sa; rewrite /origin; case: pickP => [b /andP[Sb /eqP] //|/(_ a)].
  by rewrite Sa eqxx.
pose h a := (to_Z a, a - origin (to_Z a)).
have h_inj : {in [pred a | S a] &, injective h}.
  by move=> a b _ _ [-> /addIr].
rewrite -(card_in_image h_inj) -cardX; apply/subset_leq_card/subsetP => _ /imageP[a Sa ->].
have [So toZ] := originP a Sa; apply/andP; split; first exact: to_Z_type.
apply/andP; split.
  by apply: (stabilizersD odd3 w_prim traceP Sa); apply: stabilizersN.
apply/forallP => k; move/ffunP: toZ => /(_ k); rewrite /= !ffunE => -[same].
by apply/eqP; rewrite pair_addE /= same subrr.
Qed.

Lemma trace_L m : \tr (L ^+ m) = 3%:R / 3%:R ^+ n * \sum_(a | S a) \prod_k \tr (T1 (a k) *m N ^+ m).
Proof. by rewrite (decode_trace_power (isometry decV)) // (trace_transversal odd3 w_prim codeP traceP). Qed.

Lemma trace_L_odd : [/\ \tr (L ^+ 1) = 1, \tr (L ^+ 3) = 1 & \tr (L ^+ 5) = 1].
Proof.
have all_one (F : phase 1 n -> C) : (forall a, S a -> F a = 1) ->
    3%:R / 3%:R ^+ n * (\sum_(a | S a) F a) = 1.
  move=> F1; rewrite (eq_bigr (fun=> 1)) // sumr_const (card_stabilizers odd3 w_prim codeP traceP).
  by rewrite mulrA divfK ?divff ?p_neq0 // pX_neq0.
split; rewrite trace_L all_one // => a Sa.
- rewrite (eq_bigr (fun k => chi ((a k).1 * (a k).1))) => [|k _]; last by case: (trace_N R (a k)).
  by rewrite phase_factor_sumE // u_squares.
- by rewrite big1 // => k _; case: (trace_N R (a k)).
rewrite (eq_bigr (fun k => chi (- ((a k).1 * (a k).1)))) => [|k _]; last by case: (trace_N R (a k)).
by rewrite phase_factor_sumE // sumrN u_squares // oppr0.
Qed.

Lemma gaussE : gauss = 1 + 2%:R * w. Proof. by []. Qed.

Notation z := #|[pred a | Z_type a]|.

Lemma sum_Z_type (g : C) (f : 'I_3 * 'I_3 -> 'I_3) : (forall a, S a -> \sum_k f (a k) = 0) ->
  \sum_(a | S a) \prod_k (((a k).1 == 0)%:R * (g * chi (f (a k)))) = g ^+ n * z%:R.
Proof.
move=> f0; rewrite (eq_bigr (fun a : phase 1 n => g ^+ n * [forall k, (a k).1 == 0]%:R)) => [|a Sa].
  by rewrite -mulr_sumr -natr_sum -sum1_card [in RHS]big_mkcondr.
rewrite !big_split /= prodr_const card_ord phase_factor_sumE // f0 // phase_factor0 mulr1 mulrC; congr (_ * _).
case: (boolP [forall k, (a k).1 == 0]) => [/forallP zero|]; first by rewrite big1 // => k _; rewrite zero.
by rewrite negb_forall => /existsP[k /negPf k_neq]; rewrite (bigD1 k) //= k_neq mul0r.
Qed.

Lemma trace_L_even : \tr (L ^+ 2) = 3%:R / 3%:R ^+ n * ((- gauss) ^+ n * z%:R) /\
  \tr (L ^+ 4) = 3%:R / 3%:R ^+ n * (gauss ^+ n * z%:R).
Proof.
split; rewrite trace_L; congr (_ * _).
  rewrite -(@sum_Z_type _ (fun b => b.2 * b.2)) => [|a]; last exact: v_squares.
  by apply: eq_bigr => a _; apply: eq_bigr => k _; case: (trace_N R (a k)).
rewrite -(@sum_Z_type _ (fun b => - (b.2 * b.2))) => [|a Sa]; last by rewrite sumrN v_squares // oppr0.
by apply: eq_bigr => a _; apply: eq_bigr => k _; case: (trace_N R (a k)).
Qed.

(* the traces for n = 2 k + 1 are multiples of i sqrt 3 by r >= 1 *)
Lemma trace_L_gauss k : n = k.*2.+1 -> exists2 r : C, 1 <= r &
  \tr (L ^+ 2) = - ((-1) ^+ k * gauss * r) /\ \tr (L ^+ 4) = (-1) ^+ k * gauss * r.
Proof.
move=> nk; have three_gt0 m : 0 < 3%:R ^+ m :> C by rewrite exprn_gt0 ?ltr0n.
have three_neq0 m : 3%:R ^+ m != 0 :> C by rewrite gt_eqF.
have z_ge : (3 ^ k <= z)%N.
  rewrite -leq_sqr -!mulnn; apply: leq_trans card_Z_type; rewrite -(ler_nat [numDomainType of C]).
  rewrite (card_stabilizers odd3 w_prim codeP traceP) nk exprS mulrC mulKf ?pnatr_eq0 //.
  by rewrite natrM !natrX -exprD addnn.
exists (z%:R / 3%:R ^+ k); first by rewrite ler_pdivl_mulr // mul1r -natrX ler_nat.
have gaussX : gauss ^+ n = (-1) ^+ k * 3%:R ^+ k * gauss.
  by rewrite nk exprSr -muln2 mulnC exprM gauss_sqr -[- 3%:R]mulN1r exprMn.
have negX : (- gauss) ^+ n = - gauss ^+ n.
  by rewrite exprNn nk /= -[(-1) ^+ _]signr_odd /= odd_double expr1 mulN1r.
have threeX : 3%:R ^+ n = 3%:R * (3%:R ^+ k * 3%:R ^+ k) :> C by rewrite nk exprS -addnn exprD.
have [-> ->] := trace_L_even; rewrite negX gaussX threeX; have := three_neq0 k; have := three_neq0 1%N.
rewrite expr1; move: (3%:R ^+ k) (z%:R) => x y t_neq x_neq.
by split; field; rewrite ?x_neq ?t_neq.
Qed.

(* the eigenvalue c does not occur *)
Definition missing c := forall y : 'cV[C]_3, L *m y = c *: y -> y = 0.

Theorem missing_eigenvalues : (n %% 4 = 3)%N -> [/\ missing w, missing (-1) & missing (- w)].
Proof.
move=> n3; have w2 := omega_sqr R; have w3 := omega_cube R.
have four m : (m * 4 + 3 = m.*2.+1.*2.+1)%N by elim: m => // m IH; rewrite mulSn -addnA IH !doubleS.
have nk : n = (n %/ 4).*2.+1.*2.+1 by rewrite -four [LHS](divn_eq n 4) n3.
have [r r1 [tr2 tr4]] := trace_L_gauss nk; have [tr1 tr3 tr5] := trace_L_odd.
have sign : (-1) ^+ (n %/ 4).*2.+1 = -1 :> C by rewrite -signr_odd /= odd_double.
rewrite sign in tr2 tr4.
have [NN _ _] := U_N; have LL := decode_unitary (isometry decV) N_sym NN.
have N6 : N ^+ 6 = 1.
  apply/matrixP => i j; rewrite clifford_NX /= [RHS]mxE.
  have -> : (6%:R : 'I_3) = 0 by exact: val_inj.
  by rewrite mul0r mulr1.
have L6 : L ^+ 6 = 1.
  have [VV _ _ _] := decV; rewrite -(decode_exp (isometry decV) _ N_sym) N6 /decode tensor1 mulmx1; exact: VV.
have gone c c1 : c * c1 = 1 -> c ^+ 6 = 1 ->
    3%:R + (c1 + c1 ^+ 2 * \tr (L ^+ 2) + c1 ^+ 3 + c1 ^+ 4 * \tr (L ^+ 4) + c1 ^+ 5) <= 0 -> missing c.
  move=> cc1 c6 neg y; apply: (eigenvector_eq0 _ LL L6 c6) => //.
  have c_neq0 : c != 0 by apply: contra_eq_neq cc1 => ->; rewrite mul0r eq_sym oner_eq0.
  have inv j : c ^- j = c1 ^+ j.
    by rewrite -exprVn; congr (_ ^+ j); apply: (mulfI c_neq0); rewrite cc1 divff.
  rewrite !big_ord_recl big_ord0 !inv /= !addr0 expr0 mul1r expr1.
  by rewrite /bump /= !addn0 tr1 tr3 tr5 !mulr1 mxtrace1 !addrA in neg *.
have s2 := gauss_sqr R; have w6 : w ^+ 6 = 1 by rewrite -[6%N]/(3 * 2)%N exprM w3 expr1n.
rewrite tr2 tr4 gaussE in gone.
split; [apply: (gone w (- 1 - w))|apply: (gone (- 1) (- 1))|apply: (gone (- w) (1 + w))].
- ring: w2.
- exact: w6.
- by rewrite [X in X <= 0](_ : _ = 3%:R * (1 - r)) ?pmulr_rle0 ?ltr0n ?subr_le0 //; ring: w2.
- by rewrite mulrNN mulr1.
- by rewrite -signr_odd.
- by rewrite [X in X <= 0](_ : _ = 0) //; ring.
- ring: w2.
- by rewrite -mulN1r exprMn w6 mulr1 -signr_odd.
by rewrite [X in X <= 0](_ : _ = 3%:R * (1 - r)) ?pmulr_rle0 ?ltr0n ?subr_le0 //; ring: w2.
Qed.
End Code.
