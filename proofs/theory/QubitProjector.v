(* For commuting signed stabilizers of qubits, 2^-r times the sum over the group that they generate is the orthogonal
   projector onto their joint +1 eigenspace, and the only one; vectors dual to the stabilizers make the 2^r products
   distinct up to phases, and give the trace.  The same statements as in Projector.v, for p = 2 and with signs. *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp.algebra_tactics Require Import ring.
From Stillproof Require Import Definitions Tensor Displacement Projector Pauli.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Lemma phase2_opp n (a : phase 0 n) : - a = a.
Proof. by apply/eqP; rewrite -subr_eq0 -opprD oppr_eq0 -mulr2n phase_char. Qed.

Lemma sum_ord2 (M : zmodType) (f : 'I_2 -> M) : \sum_j f j = f 0 + f 1.
Proof. by rewrite !big_ord_recl big_ord0 addr0; congr (_ + f _); apply: val_inj. Qed.

Lemma ord2_cases (k : 'I_2) : k = 0 \/ k = 1.
Proof. by case: k => [[|[|//]] lt]; [left|right]; apply: val_inj. Qed.

Section Projector.
Variables (C : numClosedFieldType) (n : nat).
Notation T := (@pauli C n).
Notation S := (@signed C n).
Notation op := (@op n C).
Implicit Types (a : phase 0 n) (e f : element n) (gens : seq (bool * phase 0 n)).

Definition bare gens := map snd gens.

(* the coset e * group, and the projector as a product *)
Fixpoint coset gens e : seq (element n) :=
  if gens is g :: gens' then coset gens' e ++ coset gens' (gmul e (lift g)) else [:: e].
Fixpoint qprojector gens : 'M[C]_(dim 0 n) :=
  if gens is g :: gens' then 2%:R^-1 *: ((1%:M + S g) *m qprojector gens') else 1%:M.

Lemma two_neq0 : 2%:R != 0 :> C. Proof. by rewrite pnatr_eq0. Qed.
Lemma twoX_neq0 m : 2%:R ^+ m != 0 :> C. Proof. by rewrite expf_neq0 // two_neq0. Qed.

Lemma coset_sum gens e : \sum_(f <- coset gens e) op f = 2%:R ^+ size gens *: (op e *m qprojector gens).
Proof.
elim: gens e => [|g gens IH] e /=; first by rewrite big_seq1 mulmx1 expr0 scale1r.
rewrite big_cat /= !IH op_mul op_lift exprSr -scalerDr -scalerA; congr (_ *: _).
by rewrite -[X in _ = _ *: X]scalemxAr scalerA mulfV ?two_neq0 // scale1r mulmxDl mul1mx mulmxDr mulmxA.
Qed.

Lemma coset_vectors gens e : map snd (coset gens e) = [seq e.2 + s | s <- span (bare gens)].
Proof.
elim: gens e => [|g gens IH] e /=; first by rewrite addr0.
rewrite map_cat !IH (_ : enum 'I_2 = [:: 0; 1]) /=; last first.
  by apply: (inj_map val_inj); rewrite val_enum_ord.
rewrite cats0 map_cat -!map_comp; congr (_ ++ _); apply: eq_map => s /=.
  by rewrite mulr0n add0r.
by rewrite mulr1n addrA.
Qed.

Lemma coset_head gens e : exists l, coset gens e = e :: l.
Proof.
elim: gens e => [|g gens IH] e /=; first by exists [::].
by have [l ->] := IH e; rewrite cat_cons; eexists.
Qed.

Lemma coset_absorb gens e f m (V : 'M[C]_(dim 0 n, m)) : (forall g, g \in gens -> S g *m V = V) ->
  op e *m V = V -> f \in coset gens e -> op f *m V = V.
Proof.
elim: gens e => [|g gens IH] e fixV eV /=; first by rewrite inE => /eqP->.
have sub h : h \in gens -> S h *m V = V by move=> h_in; rewrite fixV // inE h_in orbT.
rewrite mem_cat => /orP[]; apply: IH => //.
by rewrite op_mul op_lift -mulmxA fixV ?mem_head.
Qed.

Lemma qprojector_fixed gens m (V : 'M[C]_(dim 0 n, m)) :
  (forall g, g \in gens -> S g *m V = V) -> qprojector gens *m V = V.
Proof.
elim: gens => [|g gens IH] /= fixV; first by rewrite mul1mx.
rewrite -scalemxAl -mulmxA IH => [|h h_in]; last by rewrite fixV // inE h_in orbT.
by rewrite mulmxDl mul1mx fixV ?mem_head // -mulr2n -scaler_nat scalerA mulVf ?two_neq0 // scale1r.
Qed.

Lemma qprojector_commute gens a : normal (bare gens) a -> T a *m qprojector gens = qprojector gens *m T a.
Proof.
elim: gens => [|g gens IH] /=; first by rewrite mulmx1 mul1mx.
case/andP=> /eqP ag /IH aP; rewrite -scalemxAr -scalemxAl; congr (_ *: _).
rewrite -mulmxA -aP !mulmxA; congr (_ *m _); rewrite mulmxDr mulmxDl mulmx1 mul1mx; congr (_ + _).
by rewrite /signed -scalemxAr -scalemxAl (pauli_commute C ag).
Qed.

Lemma signed_qprojector gens g : isotropic (bare gens) -> g \in gens -> S g *m qprojector gens = qprojector gens.
Proof.
elim: gens => [|h gens IH] //= iso; rewrite inE => /predU1P[->|g_in].
  by rewrite -scalemxAr mulmxA mulmxDr mulmx1 signed_sqr addrC.
have sub : isotropic (bare gens) by move=> x y x_in y_in; apply: iso; rewrite inE ?x_in ?y_in orbT.
rewrite -scalemxAr mulmxA mulmxDr mulmx1 signed_commute; last first.
  by apply: iso; rewrite inE ?eqxx // (map_f snd g_in) orbT.
by rewrite -{1}[S g]mul1mx -mulmxDl -mulmxA IH.
Qed.

Lemma qprojector_adjoint gens : isotropic (bare gens) -> adjoint (qprojector gens) = qprojector gens.
Proof.
elim: gens => [|g gens IH] /= iso; first exact: adjoint1.
have sub : isotropic (bare gens) by move=> x y x_in y_in; apply: iso; rewrite inE ?x_in ?y_in orbT.
rewrite adjoint_scale adjoint_mul IH // adjointD adjoint1 signed_adjoint fmorphV rmorph_nat; congr (_ *: _).
rewrite mulmxDl mulmxDr mulmx1 mul1mx; congr (_ + _); rewrite /signed -scalemxAr -scalemxAl; congr (_ *: _).
rewrite qprojector_commute //; apply/allP => h h_in; apply/eqP/iso; first by rewrite inE eqxx.
by rewrite inE h_in orbT.
Qed.

Theorem signed_group_projector gens : isotropic (bare gens) -> qubit_projector gens (qprojector gens).
Proof.
move=> iso; have SP g : g \in gens -> S g *m qprojector gens = qprojector gens by apply: signed_qprojector.
split=> [||x]; first exact: qprojector_fixed SP; first exact: qprojector_adjoint iso.
split=> [<- g g_in|]; first by rewrite mulmxA SP.
exact: qprojector_fixed.
Qed.

Theorem qubit_projector_unique gens (P P' : 'M[C]_(dim 0 n)) :
  qubit_projector gens P -> qubit_projector gens P' -> P = P'.
Proof.
have absorb (A B : 'M[C]_(dim 0 n)) : qubit_projector gens A -> qubit_projector gens B -> B *m A = A.
  case=> [AA _ fixA] [_ _ fixB]; apply/matrixP => i j.
  have /matrixP/(_ i 0) : B *m col j A = col j A.
    by apply/fixB => g g_in; apply: (proj1 (fixA _)) => //; rewrite -col_mulmx AA.
  by rewrite -col_mulmx !mxE.
move=> hP hP'; have [_ adjP _] := hP; have [_ adjP' _] := hP'.
by rewrite -{1}adjP -(absorb _ _ hP hP') adjoint_mul adjP adjP' absorb.
Qed.

Lemma op_trace e : \tr (op e) = ipow C e.1 * ((e.2 == 0)%:R * (2 ^ n)%:R).
Proof. by rewrite /op mxtraceZ pauli_trace. Qed.

Lemma trace_coset gens e : \tr (op e *m qprojector gens) = 2%:R ^- size gens * \sum_(f <- coset gens e) \tr (op f).
Proof. by rewrite -raddf_sum /= coset_sum mxtraceZ mulKf ?twoX_neq0. Qed.

Lemma trace_outside gens e : e.2 \notin span (bare gens) -> \tr (op e *m qprojector gens) = 0.
Proof.
move=> e_out; rewrite trace_coset big_seq big1 ?mulr0 // => f f_in; rewrite op_trace.
have /mapP[s s_in fE] : f.2 \in [seq e.2 + s | s <- span (bare gens)] by rewrite -coset_vectors map_f.
rewrite fE addr_eq0 phase2_opp; have [es|_] := eqVneq e.2 s; last by rewrite mul0r mulr0.
by rewrite -es (negPf e_out) in s_in.
Qed.

Lemma trace_qprojector gens ds : dual (bare gens) ds -> \tr (qprojector gens) = 2%:R ^- size gens * (2 ^ n)%:R.
Proof.
move=> /destabilizers_uniq span_uniq; rewrite -[qprojector gens]mul1mx -(op0 n C) trace_coset; congr (_ * _).
have [l lE] := coset_head gens (0, 0); rewrite lE big_cons op_trace eqxx /= ipow0 !mul1r.
rewrite big_seq big1 ?addr0 // => f f_in; rewrite op_trace.
have : uniq (map snd (coset gens (0, 0))) by rewrite coset_vectors /= (eq_map (add0r (V := _))) map_id.
rewrite lE /= => /andP[out _]; have [f0|_] := eqVneq f.2 0; last by rewrite mul0r mulr0.
by rewrite -f0 (map_f snd f_in) in out.
Qed.
End Projector.
