(* twirl: averaging over the 24 products of H, N H N^-1 and N^2 takes every matrix M to a combination of |S><S| and
   1 - |S><S| with the same trace and overlap with |S>; a Hermitian M of trace 1 becomes rho(delta), where the
   infidelity 1 - <S|M|S> is 2/3 delta.  (Prakash 2020, section 3, eq. (3.8) to (3.11).) *)
From mathcomp Require Import all_ssreflect all_algebra complex.
From mathcomp.algebra_tactics Require Import ring.
From Stillproof Require Import Definitions Tensor Displacement Strange Clifford.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.
Local Open Scope complex_scope.

Section Twirl.
Variable R : rcfType.
Notation C := (complex_numClosedFieldType R).
Notation w := (omega R : C).
Notation T1 := (@displacement1 1 C w).
Notation point := ('I_3 * 'I_3)%type.
Implicit Types (M N : 'M[C]_3) (a b : point).
Let w_prim := omega_prim R.
Let odd3 : odd 3 := isT.

Lemma traceB M N : \tr (M - N) = \tr M - \tr N. Proof. exact: raddfB. Qed.
Lemma traceZ (c : C) M : \tr (c *: M) = c * \tr M. Proof. exact: mxtraceZ. Qed.
Lemma trace_sum I (r : seq I) (F : I -> 'M[C]_3) : \tr (\sum_(i <- r) F i) = \sum_(i <- r) \tr (F i).
Proof. exact: raddf_sum. Qed.

Lemma trace_moves U F M a : moves w U F -> \tr (T1 a *m (adjoint U *m M *m U)) = \tr (T1 (F a) *m M).
Proof.
case=> UU _ UT; rewrite !mulmxA mxtrace_mulC !mulmxA UT -[_ *m U *m adjoint U]mulmxA.
by rewrite (unitaryC UU) mulmx1.
Qed.

Definition powers := [:: (0, 0); (0, 1); (1, 0); (1, 1); (2, 0); (2, 1); (3, 0); (3, 1)]%N.
Definition act (ij : nat * nat) (k : nat) : point -> point :=
  iter ij.1 (@act_H 1) \o iter ij.2 (@act_N 1 \o @act_H 1 \o iter 5 (@act_N 1)) \o iter (2 * k) (@act_N 1).

Lemma trace_twirl M a : \tr (T1 a *m twirl w M) =
  24%:R^-1 * \sum_(b <- [seq act ij k a | ij <- powers, k <- iota 0 3]) \tr (T1 b *m M).
Proof.
rewrite /twirl -scalemxAr mxtraceZ mulmx_sumr raddf_sum; congr (_ * _).
rewrite /clifford_words !big_allpairs_dep /=; apply: eq_bigr => ij _; apply: eq_bigr => k _.
have mH := moves_H odd3 w_prim; have mN := moves_N odd3 w_prim.
apply: trace_moves; apply: moves_mul (moves_exp _ mN); apply: moves_mul (moves_exp _ mH) (moves_exp _ _).
exact: moves_mul (moves_mul mN mH) (moves_exp _ mN).
Qed.

Definition pt u v : point := (inZp u, inZp v).
Definition nonzero : seq point := [:: pt 0 1; pt 0 2; pt 1 0; pt 1 1; pt 1 2; pt 2 0; pt 2 1; pt 2 2].

Lemma nonzero_uniq : uniq nonzero. Proof. by []. Qed.

Lemma mem_nonzero a : (a \in nonzero) = (a != 0).
Proof. by case: a => [[[|[|[|//]]] u3] [[|[|[|//]]] v3]]. Qed.

(* the group acts transitively on the displacement operators but T(0) *)
Lemma orbit a : a != 0 ->
  perm_eq [seq act ij k a | ij <- powers, k <- iota 0 3] (nonzero ++ nonzero ++ nonzero).
Proof. by rewrite -mem_nonzero !inE; do ?[case/predU1P=> [->|]]; [..|move/eqP->]; vm_compute. Qed.

Lemma orbit0 : [seq act ij k 0 | ij <- powers, k <- iota 0 3] = nseq 24 0.
Proof. by apply/eqP; vm_compute. Qed.

Notation total M := (\sum_(b <- nonzero) \tr (T1 b *m M)).

Lemma trace_twirl_orbit M a : a != 0 -> \tr (T1 a *m twirl w M) = total M / 8%:R.
Proof.
move=> /orbit a_orbit; rewrite trace_twirl (perm_big _ a_orbit) 2!big_cat;
  rewrite -[LHS]/(_ * (total M + (total M + total M))).
move: (total M) => x.
have n8 : 8%:R != 0 :> C by rewrite pnatr_eq0.
have n24 : 24%:R != 0 :> C by rewrite pnatr_eq0.
by field; rewrite ?n8 ?n24.
Qed.

Lemma trace_twirl0 M : \tr (twirl w M) = \tr M.
Proof.
have := trace_twirl M 0; rewrite orbit0 displacement1_0 mul1mx => ->.
rewrite big_nseq iter_addr_0 displacement1_0 mul1mx -[\tr M *+ _]mulr_natl mulKf //.
by rewrite pnatr_eq0.
Qed.

Notation S := (strange (0 : R) : 'M[C]_3).

Lemma strange0E : S = 3%:R^-1 *: (1%:M - 2%:R^-1 *: \sum_(b <- nonzero) T1 b).
Proof.
have n2 := c2 R; have n3 := c3 R.
apply: (displacement1_separate w_prim) => a.
rewrite -scalemxAr traceZ mulmxBr mulmx1 -scalemxAr mulmx_sumr traceB (traceZ 2%:R^-1) trace_sum.
have tr b : \tr (T1 a *m T1 b) = (b == - a)%:R * 3%:R.
  rewrite (displacement1_mul odd3 w_prim).
  rewrite traceZ (displacement1_trace w_prim) addrC addr_eq0.
  case: eqP => [->|_]; last by rewrite !mul0r mulr0.
  rewrite /symplectic1 (_ : (- a).1 = - a.1) // (_ : (- a).2 = - a.2) // !mulrN [a.2 * _]mulrC subrr mulr0.
  by rewrite phase_factor0 mul1r.
rewrite (eq_bigr _ (fun b _ => tr b)) -mulr_suml (displacement1_trace w_prim).
have -> : \sum_(b <- nonzero) (b == - a)%:R = (a != 0)%:R :> C.
  rewrite -oppr_eq0 -mem_nonzero; move: nonzero_uniq; elim: nonzero => [|b l IH] /=; first by rewrite big_nil.
  case/andP=> b_out /IH l_sum; rewrite big_cons l_sum inE eq_sym; case: eqP => [->|_]; last by rewrite add0r.
  by rewrite (negPf b_out) addr0.
have [->|a_neq0] := eqVneq a 0; first by rewrite displacement1_0 mul1mx strange_trace /=; field.
rewrite strange_overlap // /overlap subr0 rmorphN rmorphM fmorphV rmorph_nat rmorph1 /=.
by field; rewrite ?n2 ?n3.
Qed.

Lemma fidelityE M : \tr (S *m M) = 3%:R^-1 * (\tr M - total M / 2%:R).
Proof.
rewrite strange0E -scalemxAl traceZ mulmxBl mul1mx traceB -scalemxAl (traceZ 2%:R^-1) mulmx_suml trace_sum.
by rewrite [_ / _]mulrC.
Qed.

(* twirl *)
Theorem twirl_matrix M : twirl w M =
  \tr (S *m M) *: S + ((\tr M - \tr (S *m M)) / 2%:R) *: (1%:M - S).
Proof.
have n2 := c2 R; have n3 := c3 R.
apply: (displacement1_separate w_prim) => a.
have [L LE] : exists L, L = \tr (T1 a *m twirl w M) by eexists.
rewrite -LE mulmxDr mxtraceD -!scalemxAr !(traceZ (_ / _)) (traceZ (\tr _)) mulmxBr mulmx1 traceB fidelityE.
have [a0|a_neq0] := eqVneq a 0.
  rewrite LE a0 displacement1_0 !mul1mx trace_twirl0 strange_trace mxtrace1; move: (\tr M) (total M) => t x.
  by field; rewrite ?n2 ?n3.
rewrite LE trace_twirl_orbit // (displacement1_trace w_prim) (negPf a_neq0) strange_overlap //.
rewrite /overlap subr0 rmorphN rmorphM fmorphV rmorph_nat rmorph1 /=; move: (\tr M) (total M) => t x.
have n8 : 8%:R != 0 :> C by rewrite pnatr_eq0.
by field; rewrite ?n2 ?n3 ?n8.
Qed.

(* infidelity = 2/3 delta *)
Theorem strange_infidelity (d : R) : 1 - \tr (S *m strange d) = (2%:R / 3%:R * d)%:C.
Proof.
have n2 := c2 R; have n3 := c3 R.
rewrite fidelityE strange_trace (eq_big_seq (fun=> (overlap d)%:C)) => [|b]; last first.
  by rewrite mem_nonzero => /strange_overlap->.
rewrite big_const_seq count_predT iter_addr_0 -mulr_natr /=.
rewrite /overlap !(rmorphN, rmorphM, rmorphB, fmorphV, rmorph_nat, rmorph1) /=; move: (d%:C : C) => D.
by field; rewrite ?n2 ?n3.
Qed.

(* twirling reduces every noise to depolarizing: a density matrix is Hermitian and has trace 1 *)
Theorem twirl_density M : adjoint M = M -> \tr M = 1 ->
  exists d : R, twirl w M = strange d /\ 1 - \tr (S *m M) = (2%:R / 3%:R * d)%:C.
Proof.
move=> hermitian trM; have n2 := c2 R; have n3 := c3 R.
have [f fE] : exists f : R, \tr (S *m M) = f%:C.
  have trace_adjoint (A : 'M[C]_3) : \tr (adjoint A) = (\tr A)^*.
    by rewrite /mxtrace rmorph_sum; apply: eq_bigr => i _; rewrite mxE.
  have adjS : adjoint S = S.
    apply/matrixP => i j; rewrite mxE !strangeE rmorph0 subr0 !mul0r !addr0 !mul1r.
    rewrite /ket_S !(rmorphM, rmorphB, fmorphV, rmorph_nat) /=; congr (_ / _); exact: mulrC.
  have real : (\tr (S *m M))^* = \tr (S *m M) by rewrite -trace_adjoint adjoint_mul hermitian adjS mxtrace_mulC.
  by exists (complex.Re (\tr (S *m M))); rewrite RRe_real //; apply/CrealP.
exists (3%:R / 2%:R * (1 - f)); split.
  rewrite twirl_matrix trM fE; apply/matrixP => i j; rewrite !mxE.
  rewrite !(rmorphN, rmorphM, rmorphB, rmorphD, fmorphV, rmorph_nat, rmorph1, rmorph0) /=.
  move: (f%:C : C) (ket_S R i * ket_S R j : C) ((i == j)%:R : C) => F K D.
  by field; rewrite ?n2 ?n3.
rewrite fE !(rmorphM, rmorphB, fmorphV, rmorph_nat, rmorph1) /=; move: (f%:C : C) => F.
by field; rewrite ?n2 ?n3.
Qed.
End Twirl.
