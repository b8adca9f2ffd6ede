(* displacement-group: for commuting stabilizers, p^-r times the sum of the T(s) over the group they span is the
   orthogonal projector onto their joint +1 eigenspace, and it is the only one.
   destabilizers: vectors d_j dual to the stabilizers make the p^r products distinct, and Tr Pi = p^(n-r).
   (Prakash 2020, section 4, eq. (4.1) and (4.4).) *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp.algebra_tactics Require Import ring.
From Stillproof Require Import Definitions Tensor Displacement.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section Span.
Variables (q n : nat).
Notation p := q.+2.
Implicit Types (a g s : phase q n) (gens : seq (phase q n)).

(* all combinations sum_j c_j g_j with 0 <= c_j < p, in the order in which they are listed *)
Fixpoint span gens : seq (phase q n) :=
  if gens is g :: gens' then [seq g *+ (j : 'I_p) + s | j <- enum 'I_p, s <- span gens'] else [:: 0].

Lemma size_span gens : size (span gens) = (p ^ size gens)%N.
Proof. by elim: gens => //= g gens IH; rewrite size_allpairs IH size_enum_ord expnS. Qed.

Lemma big_span_cons (M : zmodType) (F : phase q n -> M) g gens :
  \sum_(s <- span (g :: gens)) F s = \sum_(j < p) \sum_(s <- span gens) F (g *+ j + s).
Proof. by rewrite big_allpairs_dep big_enum. Qed.

Lemma span0 gens : 0 \in span gens.
Proof.
elim: gens => [|g gens IH]; first by rewrite inE.
by apply/allpairsP; exists (0, 0); rewrite mem_enum /= mulr0n addr0.
Qed.

(* what holds at 0 and survives adding generators holds on the span *)
Lemma span_ind (Q : phase q n -> Prop) gens :
  Q 0 -> (forall g s, g \in gens -> Q s -> Q (g + s)) -> forall s, s \in span gens -> Q s.
Proof.
move=> Q0; elim: gens => [|g gens IH] Qadd s; first by rewrite inE => /eqP->.
case/allpairsP=> [[j t]] [_ /= t_in ->].
elim: (j : nat) => [|i IHi]; last by rewrite mulrS -addrA; apply: Qadd; rewrite ?mem_head.
by rewrite mulr0n add0r; apply: IH => // h s' h_in; apply: Qadd; rewrite inE h_in orbT.
Qed.

Definition isotropic gens := {in gens &, forall g h, symplectic g h = 0}.
Definition normal gens a := all (fun g => symplectic a g == 0) gens.

Lemma normal_span gens a s : normal gens a -> s \in span gens -> symplectic a s = 0.
Proof.
move=> /allP a_normal; move: s; apply: (@span_ind (fun s => symplectic a s = 0)) => [|g t /a_normal/eqP ag at0].
  exact: symplectic0.
by rewrite symplecticDr ag at0 addr0.
Qed.

Lemma span_normal gens s : isotropic gens -> s \in span gens -> normal gens s.
Proof.
move=> iso s_in; apply/allP => g g_in; rewrite symplecticC oppr_eq0; apply/eqP.
by apply: normal_span s_in; apply/allP => h h_in; rewrite iso.
Qed.

(* g_i d_i = 1 and g_j d_i = 0 for j > i is what is used of the dual vectors *)
Fixpoint dual gens ds :=
  match gens, ds with
  | g :: gens', d :: ds' =>
    [&& symplectic g d == 1, all (fun h => symplectic h d == 0) gens' & dual gens' ds']
  | [::], [::] => true
  | _, _ => false
  end.

(* destabilizers *)
Lemma destabilizers_uniq gens ds : dual gens ds -> uniq (span gens).
Proof.
elim: gens ds => [|g gens IH] [|d ds] //= /and3P[/eqP gd /allP hd /IH span_uniq].
apply: allpairs_uniq => // [|[i s] [j t]]; first exact: enum_uniq.
case/allpairsP=> [[i1 s1]] [/= _ s_in [-> ->]] /allpairsP[[j1 t1]] [/= _ t_in [-> ->]] eq_ij.
have ds0 u : u \in span gens -> symplectic u d = 0.
  move=> u_in; rewrite symplecticC (normal_span _ u_in) ?oppr0 //.
  by apply/allP => h h_in; rewrite symplecticC oppr_eq0 hd.
have : symplectic (g *+ i1 + s1) d = symplectic (g *+ j1 + t1) d by rewrite eq_ij.
rewrite !symplecticDl (ds0 _ s_in) (ds0 _ t_in) !addr0 !symplecticMnl gd.
rewrite !natr_Zp => ij; rewrite ij in eq_ij *.
by congr (_, _); apply: addrI eq_ij.
Qed.
End Span.

Section Projector.
Variables (q : nat) (C : numClosedFieldType) (w : C).
Notation p := q.+2.
Hypothesis odd_p : odd p.
Hypothesis w_prim : p.-primitive_root w.
Variable n : nat.
Notation T := (@displacement q C w n).
Notation chi := (phase_factor w).
Implicit Types (a g s : phase q n) (gens : seq (phase q n)).

Definition projector gens : 'M[C]_(dim q n) := p%:R ^- size gens *: \sum_(s <- span gens) T s.

Lemma col_mulmx m k l (A : 'M[C]_(m, k)) (B : 'M[C]_(k, l)) j : col j (A *m B) = A *m col j B.
Proof. by rewrite !colE mulmxA. Qed.

Lemma p_neq0 : p%:R != 0 :> C. Proof. by rewrite pnatr_eq0. Qed.

Lemma pX_neq0 m : p%:R ^+ m != 0 :> C. Proof. by rewrite expf_neq0 ?p_neq0. Qed.

Lemma fixed_span gens m (V : 'M[C]_(dim q n, m)) s : isotropic gens ->
  (forall g, g \in gens -> T g *m V = V) -> s \in span gens -> T s *m V = V.
Proof.
move=> iso fixV s_in; suff [] : symplectic s s = 0 /\ T s *m V = V by [].
suff [] : normal gens s /\ T s *m V = V by split=> //; apply: symplectic_self.
move: s s_in; apply: (@span_ind q n (fun s => normal gens s /\ T s *m V = V)) => [|g s g_in [s_norm sV]].
  by rewrite displacement0 // mul1mx; split=> //; apply/allP => g _; rewrite symplectic0l.
have gs : symplectic g s = 0 by rewrite symplecticC; move/allP: s_norm => /(_ g g_in)/eqP->; rewrite oppr0.
split; last by rewrite -(displacement_mul0 odd_p w_prim gs) -mulmxA sV fixV.
by apply/allP => h h_in; rewrite symplecticDl (iso g h) // add0r; move/allP: s_norm; apply.
Qed.

Lemma projector_fixed gens m (V : 'M[C]_(dim q n, m)) : isotropic gens ->
  (forall g, g \in gens -> T g *m V = V) -> projector gens *m V = V.
Proof.
move=> iso fixV; rewrite /projector -scalemxAl mulmx_suml.
rewrite (eq_big_seq (fun=> V)) => [|s s_in]; last exact: fixed_span iso fixV s_in.
by rewrite big_const_seq count_predT iter_addr_0 size_span -scaler_nat natrX scalerA mulVf ?pX_neq0 ?scale1r.
Qed.

Lemma sum_span_shift (M : zmodType) (F : phase q n -> M) gens g : g \in gens ->
  \sum_(s <- span gens) F (g + s) = \sum_(s <- span gens) F s.
Proof.
elim: gens F => [|h gens IH] F //; rewrite inE !big_span_cons => /predU1P[->|g_in].
  rewrite [RHS](reindex_inj (addIr (1 : 'I_p))) /=; apply: eq_bigr => j _; apply: eq_bigr => s _.
  by rewrite addrA -mulrS -(phase_mulrn_mod _ j.+1) addn1.
apply: eq_bigr => j _; rewrite -(IH (fun s => F (h *+ j + s)) g_in); apply: eq_bigr => s _.
by rewrite addrCA.
Qed.

Lemma displacement_projector gens g : isotropic gens -> g \in gens -> T g *m projector gens = projector gens.
Proof.
move=> iso g_in; rewrite /projector -scalemxAr mulmx_sumr; congr (_ *: _).
rewrite -[RHS](sum_span_shift _ g_in); apply: eq_big_seq => s s_in.
by rewrite (displacement_mul0 odd_p w_prim) // (normal_span _ s_in) //; apply/allP => h h_in; rewrite iso.
Qed.

(* displacement-group *)
Theorem displacement_group_projector gens : isotropic gens -> code_projector w gens (projector gens).
Proof.
move=> iso; set P := projector gens.
have TP g : g \in gens -> T g *m P = P by apply: displacement_projector.
have PP : P *m P = P by apply: projector_fixed.
split=> // [|x]; last first.
  split=> [<- g g_in|]; first by rewrite mulmxA TP.
  exact: projector_fixed.
have adjP : adjoint P *m P = P.
  rewrite {1}/P /projector adjoint_scale -scalemxAl.
  have -> : adjoint (\sum_(s <- span gens) T s) = \sum_(s <- span gens) T (- s).
    elim: (span gens) => [|s l IHl]; rewrite ?big_nil ?big_cons.
      by apply/matrixP => i j; rewrite !mxE rmorph0.
    by rewrite adjointD IHl displacement_adjoint.
  rewrite mulmx_suml (eq_big_seq (fun=> P)) => [|s s_in].
    rewrite big_const_seq count_predT iter_addr_0 size_span -scaler_nat natrX scalerA.
    by rewrite fmorphV rmorphX rmorph_nat mulVf ?pX_neq0 ?scale1r.
  by rewrite -{1}(fixed_span iso TP s_in) mulmxA displacementNK // mul1mx.
by rewrite -{1}adjP adjoint_mul adjointK adjP.
Qed.

Theorem code_projector_unique gens (P P' : 'M[C]_(dim q n)) :
  code_projector w gens P -> code_projector w gens P' -> P = P'.
Proof.
have absorb (A B : 'M[C]_(dim q n)) : code_projector w gens A -> code_projector w gens B -> B *m A = A.
  case=> [AA _ fixA] [_ _ fixB]; apply/matrixP => i j.
  have /matrixP/(_ i 0) : B *m col j A = col j A.
    by apply/fixB => g g_in; apply: (proj1 (fixA _)) => //; rewrite -col_mulmx AA.
  by rewrite -col_mulmx !mxE.
move=> hP hP'; have [_ adjP _] := hP; have [_ adjP' _] := hP'.
by rewrite -{1}adjP -(absorb _ _ hP hP') adjoint_mul adjP adjP' absorb.
Qed.

Lemma code_projector_fixes gens (P : 'M[C]_(dim q n)) g :
  code_projector w gens P -> g \in gens -> T g *m P = P.
Proof.
case=> [PP _ fixP] g_in; apply/matrixP => i j.
have /matrixP/(_ i 0) : T g *m col j P = col j P by apply: (proj1 (fixP _)) g_in; rewrite -col_mulmx PP.
by rewrite -col_mulmx !mxE.
Qed.

(* the trace against a displacement operator counts the elements that cancel it *)
Lemma trace_displacement_projector gens a : normal gens a ->
  \tr (T a *m projector gens) = p%:R ^- size gens * (dim q n)%:R * (count_mem (- a) (span gens))%:R.
Proof.
move=> a_norm; rewrite /projector -scalemxAr mxtraceZ -mulrA; congr (_ * _).
rewrite mulmx_sumr raddf_sum /= (eq_big_seq (fun s => (s == - a)%:R * (dim q n)%:R)) => [|s s_in].
  rewrite -mulr_suml mulrC -sum1_count natr_sum; congr (_ * _).
  by rewrite [RHS]big_mkcond; apply: eq_bigr => s _ /=; case: eqP.
by rewrite (displacement_mul0 odd_p w_prim) ?(normal_span a_norm) // displacement_trace // addrC addr_eq0.
Qed.

Lemma trace_projector gens ds : dual gens ds ->
  \tr (projector gens) = p%:R ^- size gens * (dim q n)%:R.
Proof.
move=> /destabilizers_uniq span_uniq.
rewrite -[projector gens]mul1mx -(@displacement0 q C w n) trace_displacement_projector.
  by rewrite oppr0 count_uniq_mem // span0 mulr1.
by apply/allP => g _; rewrite symplectic0l.
Qed.
End Projector.
