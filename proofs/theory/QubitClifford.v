(* A Clifford unitary of one qubit, given by its action on X and Z, on every qubit of a code.  It takes i^k T(a) to
   another element of the group; where it takes every stabilizer into the group of the stabilizers, it commutes with
   the projector.  The same as in Clifford.v, for p = 2 and with signs. *)
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp.algebra_tactics Require Import ring.
From Stillproof Require Import Definitions Tensor Displacement Projector Listing.
From Stillproof Require Import Pauli QubitProjector QubitDecoder QubitListing.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

(* (k, y) with U T(b) = i^k T(y) U, from the images of X and Z *)
Definition site_image (x z : bool * (nat * nat)) (b : nat * nat) : nat * (nat * nat) :=
  match b with
  | (0, 0) => (0, (0, 0))
  | (1, 0) => (2 * x.1, x.2)
  | (0, 1) => (2 * z.1, z.2)
  | _ => (1 + 2 * x.1 + 2 * z.1 + kap x.2 z.2, (digit_add 0 x.2.1 z.2.1, digit_add 0 x.2.2 z.2.2))
  end%N.
Fixpoint image_phase x z (k : nat) (w : word) : nat :=
  if w is b :: w' then image_phase x z (add4 (site_image x z b).1 k) w' else k.
Definition image_word x z (e : signed_word) : signed_word :=
  (image_phase x z e.1 e.2, [seq (site_image x z b).2 | b <- e.2]).
Definition small (b : nat * nat) := (b.1 < 2)%N && (b.2 < 2)%N.
Definition point (b : nat * nat) : 'I_2 * 'I_2 := (b.1%:R, b.2%:R).

(* e times the generators that the row has *)
Fixpoint combination (row : seq nat) (gens : seq (bool * word)) (e : signed_word) : signed_word :=
  match row, gens with
  | j :: row', g :: gens' => combination row' gens' (if j == 1%N then smul e (sign_word g) else e)
  | _, _ => e
  end.

Section Clifford.
Variables (C : numClosedFieldType) (n : nat) (x z : bool * (nat * nat)).
Hypothesis x_small : small x.2.
Hypothesis z_small : small z.2.
Variable U : 'M[C]_2.
Hypothesis U_clifford : qubit_clifford (x.1, point x.2) (z.1, point z.2) U.
Notation T1 := (@pauli1 C).
Notation op := (@op n C).
Notation UU := (tensor (fun=> U) : 'M[C]_(dim 0 n)).
Notation site := (site_image x z).

Lemma digits_point b : small b -> digits (point b) = b.
Proof. by case: b => u v /andP[u2 v2]; rewrite /digits /point /= !small_digit. Qed.

Lemma sign_ipow (b : bool) : (-1) ^+ b = ipow C (2 * b)%N%:R.
Proof. by rewrite ipow_nat exprM sqrCi. Qed.

Lemma site_small b : small (site b).2.
Proof.
case/andP: x_small => x1 x2; case/andP: z_small => z1 z2.
have add_small : small (digit_add 0 x.2.1 z.2.1, digit_add 0 x.2.2 z.2.2).
  by rewrite /small /= !digit_add_lt.
by case: b => [[|[|u]] [|[|v]]].
Qed.

Lemma site_moves (b : 'I_2 * 'I_2) :
  U *m T1 b = ipow C (site (digits b)).1%:R *: (T1 (point (site (digits b)).2) *m U).
Proof.
have [_ UX UZ] := U_clifford; rewrite /= !sign_ipow in UX UZ.
case: b => u v; case: (ord2_cases u) => ->; case: (ord2_cases v) => ->.
- by rewrite /= ipow0 scale1r !pauli1_0 mulmx1 mul1mx.
- exact: UZ.
- exact: UX.
have Y : T1 (1, 1) = ipow C 1 *: (T1 (1, 0) *m T1 (0, 1)).
  rewrite pauli1_mul scalerA -ipowD (_ : 1 + _ = 0) ?ipow0 ?scale1r; last exact: val_inj.
  by congr (pauli1 C _); congr (_, _); apply: val_inj.
rewrite Y -scalemxAr mulmxA UX -scalemxAl -mulmxA UZ -scalemxAr mulmxA pauli1_mul.
rewrite -scalemxAl !scalerA -!ipowD /kappa1 !digits_point //; congr (ipow C _ *: (pauli1 C _ *m U)).
  by rewrite [site _]/= !natrD !addrA.
by rewrite /point /= !digit_addE.
Qed.

Definition image_all (e : element n) : element n :=
  (e.1 + \sum_k (site (digits (e.2 k))).1%:R, [ffun k => point (site (digits (e.2 k))).2]).

Lemma op_moves e : UU *m op e = op (image_all e) *m UU.
Proof.
rewrite /op /image_all /= -scalemxAl -scalemxAr ipowD -scalerA; congr (_ *: _).
rewrite /pauli !tensor_mul -ipow_sum -tensor_scale; apply: eq_tensor => k.
by rewrite site_moves ffunE.
Qed.

Lemma UU_unitary : adjoint UU *m UU = 1%:M.
Proof.
have [UU1 _ _] := U_clifford; rewrite tensor_adjoint tensor_mul -(tensor1 0 C n).
by apply: eq_tensor => k; exact: UU1.
Qed.

Theorem qubit_symmetry gens : isotropic (bare gens) ->
  (forall g, g \in gens -> image_all (lift g) \in coset gens (0, 0)) ->
  UU *m qprojector C gens = qprojector C gens *m UU.
Proof.
move=> iso images; set P := qprojector C gens; have [PP adjP _] := signed_group_projector C iso.
have left := UU_unitary; have right : UU *m adjoint UU = 1%:M by apply: mulmx1C.
pose Q := adjoint UU *m P *m UU.
have fixQ g : g \in gens -> signed C g *m Q = Q.
  move=> g_in; have opP : op (image_all (lift g)) *m P = P.
    apply: (coset_absorb (fun h => signed_qprojector C iso)) (images g g_in).
    by rewrite op0 mul1mx.
  rewrite -op_lift -[op (lift g)]mul1mx -left -[adjoint UU *m UU *m _]mulmxA op_moves.
  by rewrite /Q !mulmxA -[_ *m UU *m adjoint UU]mulmxA right mulmx1 -[_ *m op _ *m P]mulmxA opP.
have PQ : P *m Q = Q by apply: qprojector_fixed.
have adjQ : adjoint Q = Q by rewrite /Q !adjoint_mul adjointK adjP mulmxA.
have QP : Q *m P = Q by have := congr1 (@adjoint C _ _) PQ; rewrite adjoint_mul adjP adjQ.
have QQ : Q *m Q = Q.
  by rewrite /Q !mulmxA -[_ *m UU *m adjoint UU]mulmxA right mulmx1 -[_ *m P *m P]mulmxA PP.
have trQ : \tr Q = \tr P by rewrite /Q mxtrace_mulC mulmxA right mul1mx.
have PQ0 : P - Q = 0.
  apply: trace_gram_eq0; rewrite adjointB adjP adjQ mulmxBl !mulmxBr PP PQ QP QQ subrr subr0.
  by rewrite raddfB /= trQ subrr.
have PeqQ : P = Q by apply/eqP; rewrite -subr_eq0 PQ0.
by rewrite [in LHS]PeqQ /Q !mulmxA right mul1mx.
Qed.

Lemma image_wordE e : signed_ok n e ->
  signed_ok n (image_word x z e) /\ elt n (image_word x z e) = image_all (elt n e).
Proof.
case: e => k w /andP[/= k4 okw]; have /andP[/eqP sw lts] := okw.
have phase4 : (image_phase x z k w < 4)%N.
  by elim: w {okw sw lts} k k4 => [|b w IH] k k4 //=; apply: IH; apply: add4_lt.
split.
  rewrite /signed_ok phase4 /= /word_ok size_map sw eqxx all_map.
  by apply/allP => b _; exact: site_small.
have phaseE : (image_phase x z k w)%:R = k%:R + \sum_i (site (digits (vec 0 n w i))).1%:R :> 'I_4.
  under eq_bigr do rewrite digits_vec //.
  elim: {+}n w k sw {k4 okw lts phase4} => [|m IH] [|b w] k //=; first by rewrite big_ord0 addr0.
  by move=> [sw]; rewrite IH // big_ord_recl add4E /= addrCA addrA.
have wordE : vec 0 n [seq (site b).2 | b <- w] = [ffun i => point (site (digits (vec 0 n w i))).2].
  by apply/ffunP => i; rewrite [RHS]ffunE digits_vec // ffunE /point (nth_map origin) // sw ltn_ord.
exact: (f_equal2 pair phaseE wordE).
Qed.

Lemma combination_coset row gens e : all (fun g => word_ok 0 n g.2) gens -> signed_ok n e ->
  elt n (combination row gens e) \in coset (map (generator n) gens) (elt n e).
Proof.
elim: gens row e => [|g gens IH] [|j row] e //=; try by rewrite mem_head.
  by move=> _ _; have [l /= ->] := coset_head (map (generator n) (g :: gens)) (elt n e); rewrite mem_head.
case/andP=> okg ok oke; rewrite mem_cat; case: ifP => _; last by rewrite IH.
by have okg' := sign_word_ok okg; have := IH row _ ok (smul_ok oke okg'); rewrite elt_smul // => ->; rewrite orbT.
Qed.
End Clifford.

(* such unitaries exist: the images have to anticommute *)
Theorem qubit_clifford_exists (C : numClosedFieldType) (x z : bool * ('I_2 * 'I_2)) : symplectic1 z.2 x.2 = 1 ->
  exists U : 'M[C]_2, qubit_clifford x z U.
Proof.
move=> pairing; pose A := (-1 : C) ^+ x.1 *: pauli1 C x.2; pose B := (-1 : C) ^+ z.1 *: pauli1 C z.2.
have sign2 (b : bool) : (-1 : C) ^+ b * (-1) ^+ b = 1 by rewrite -exprD addnn -mul2n exprM sqrrN !expr1n.
have conj_sign (b : bool) : ((-1 : C) ^+ b)^* = (-1) ^+ b by rewrite rmorphX rmorphN rmorph1.
have AA : A *m A = 1%:M by rewrite /A -scalemxAl -[X in _ *: X]scalemxAr scalerA sign2 scale1r pauli1_sqr.
have BB : B *m B = 1%:M by rewrite /B -scalemxAl -[X in _ *: X]scalemxAr scalerA sign2 scale1r pauli1_sqr.
have adjA : adjoint A = A by rewrite /A adjoint_scale pauli1_adjoint conj_sign.
have adjB : adjoint B = B by rewrite /B adjoint_scale pauli1_adjoint conj_sign.
have anti : B *m A = - (A *m B).
  rewrite /A /B -scalemxAl -[X in _ *: X]scalemxAr -[X in _ = - X]scalemxAl -[X in _ = - (_ *: X)]scalemxAr.
  by rewrite (pauli1_swap C z.2 x.2) pairing expr1 scaleN1r !scalerN !scalerA mulrC.
have [j xj_neq0] : exists j, col j (1%:M + B) != 0.
  apply/existsP; rewrite -negb_forall; apply/negP => /forallP zero.
  have /(congr1 mxtrace) : 1%:M + B = 0 by apply/matrixP => i j; have /eqP/matrixP/(_ i 0) := zero j; rewrite !mxE.
  rewrite mxtraceD mxtrace1 mxtrace0 /B mxtraceZ pauli1_trace.
  have -> : (z.2 == 0) = false.
    by apply/eqP => z0; have := pairing; rewrite z0 /symplectic1 /= !mul0r subr0 => /eqP; rewrite eq_sym oner_eq0.
  by rewrite mul0r mulr0 addr0 => /eqP; rewrite pnatr_eq0.
set v := col j _ in xj_neq0; set N := (adjoint v *m v) 0 0.
have Bv : B *m v = v by rewrite /v -col_mulmx mulmxDr mulmx1 BB addrC.
have NE : N = \sum_i v i 0 * (v i 0)^* by rewrite /N mxE; apply: eq_bigr => i _; rewrite mxE mulrC.
have N_ge0 : 0 <= N by rewrite NE sumr_ge0 // => i _; apply: mul_conjC_ge0.
have N_neq0 : N != 0.
  apply: contra xj_neq0 => /eqP N0; apply/eqP; apply: trace_gram_eq0.
  by rewrite /mxtrace big_ord1.
have s_conj : (sqrtC N)^* = sqrtC N by apply: conj_Creal; rewrite ger0_real // sqrtC_ge0.
pose e := (sqrtC N)^-1 *: v; have Be : B *m e = e by rewrite /e -scalemxAr Bv.
have ee : adjoint e *m e = 1%:M.
  rewrite adjoint_scale -scalemxAl -scalemxAr scalerA fmorphV s_conj.
  by apply/matrixP => a b; rewrite !ord1 mxE -/N mxE eqxx -invfM -expr2 sqrtCK mulVf.
have cross : adjoint e *m (A *m e) = 0.
  have flip : adjoint e *m (A *m e) = - (adjoint e *m (A *m e)).
    have {1}-> : adjoint e = adjoint e *m B by rewrite -{1}Be adjoint_mul adjB.
    by rewrite -mulmxA mulmxA -[adjoint e *m B *m _]mulmxA (mulmxA B) anti mulNmx -(mulmxA A) Be mulmxN.
  apply/eqP; have /eqP := flip; rewrite -addr_eq0 -mulr2n -scaler_nat scaler_eq0.
  by rewrite (negPf (two_neq0 C)).
have cross' : adjoint (A *m e) *m e = 0.
  by rewrite -[LHS]adjointK adjoint_mul adjointK cross; apply/matrixP => i k; rewrite !mxE rmorph0.
have ee1 : adjoint (A *m e) *m (A *m e) = 1%:M.
  by rewrite adjoint_mul adjA mulmxA -(mulmxA _ A A) AA mulmx1 ee.
pose U : 'M[C]_2 := \matrix_(i, k) (if k == 0 then e else A *m e) i 0.
have col0 : col 0 U = e by apply/matrixP => i k; rewrite ord1 mxE mxE.
have col1 : col 1 U = A *m e by apply/matrixP => i k; rewrite ord1 mxE mxE.
have X1 : pauli1 C (1, 0) = shift 0 C by rewrite /pauli1 /= !expr0 expr1 scale1r mulmx1.
have Z1 : pauli1 C (0, 1) = clock 0 (-1) by rewrite /pauli1 /= !expr0 expr1 scale1r mul1mx.
have two0 : 1 + 1 = 0 :> 'I_2 by apply: val_inj.
have Ae : - (A *m e) = B *m (A *m e) by rewrite mulmxA anti mulNmx -mulmxA Be.
exists U; split.
- apply/matrixP => k l; have -> : (adjoint U *m U) k l = (adjoint (col k U) *m col l U) 0 0.
    by rewrite !mxE; apply: eq_bigr => i _; rewrite !mxE.
  by case: (ord2_cases k) => ->; case: (ord2_cases l) => ->; rewrite ?col0 ?col1 ?ee ?ee1 ?cross ?cross' !mxE.
- rewrite scalemxAl -/A X1; apply: same_col; rewrite col_shift col_mulmx ?add0r ?two0 ?col0 ?col1 //.
  by rewrite mulmxA AA mul1mx.
rewrite scalemxAl -/B Z1; apply: same_col; rewrite col_clock col_mulmx ?col0 ?col1 ?expr0 ?expr1.
  by rewrite scale1r Be.
by rewrite scaleN1r Ae.
Qed.
