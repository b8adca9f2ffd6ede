(* Product states of n qutrits: <x|T(a)|x> is a product over the sites, so <x|Pi|x> is a sum over the group of products
   of Tr(T(s_k) |x_k><x_k|); and these traces for the eigenstates S, H+ and H- of H.
   projection-trace: where <x|Pi|x> is 0, so is Pi x.  (Prakash 2020, sections 3.1 and 5, after eq. (5.5).) *)
From mathcomp Require Import all_ssreflect all_algebra complex.
From mathcomp.algebra_tactics Require Import ring.
From Stillproof Require Import Definitions Tensor Displacement Projector Strange.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.
Local Open Scope complex_scope.

Section Product.
Variable R : rcfType.
Notation C := (complex_numClosedFieldType R).
Notation w := (omega R : C).
Notation T1 := (@displacement1 1 C w).
Notation s3 := ((Num.sqrt 3%:R)%:C : C).
Implicit Types (x : 'I_3 -> C) (a : 'I_3 * 'I_3).
Let w_prim := omega_prim R.

(* |x><x| *)
Definition outer x : 'M[C]_3 := \matrix_(i, j) (x i * ((x j)^*)%R).

Section Sites.
Variable n : nat.
Implicit Types (X : 'I_n -> 'I_3 -> C) (gens : seq (phase 1 n)).

Lemma eq_ket X Y : (forall k i, X k i = Y k i) -> ket X = ket Y :> 'cV[C]_(dim 1 n).
Proof. by move=> XY; apply/colP => i; rewrite !mxE; apply: eq_bigr => k _. Qed.

Lemma ket_outer X : ket X *m adjoint (ket X) = tensor (fun k => outer (X k)).
Proof.
apply/matrixP => i j; rewrite !mxE big_ord1 !mxE rmorph_prod -big_split.
by apply: eq_bigr => k _; rewrite mxE.
Qed.

Lemma expectation_tensor X (F : 'I_n -> 'M[C]_3) :
  adjoint (ket X) *m tensor F *m ket X = (\prod_k \tr (F k *m outer (X k)))%:M.
Proof.
rewrite [LHS]mx11_scalar -trace_mx11 -mulmxA mxtrace_mulC -mulmxA ket_outer tensor_mul tensor_trace.
by [].
Qed.

Lemma norm_ket X : adjoint (ket X) *m ket X = (\prod_k \tr (outer (X k)))%:M.
Proof.
rewrite -[adjoint _]mulmx1 -(tensor1 1 C n) expectation_tensor.
by congr (_ %:M); apply: eq_bigr => k _; rewrite mul1mx.
Qed.

Lemma expectation_projector X gens : adjoint (ket X) *m projector w gens *m ket X =
  (3%:R ^- size gens * \sum_(s <- span gens) \prod_k \tr (T1 (s k) *m outer (X k)))%:M.
Proof.
rewrite /projector -scalemxAr -scalemxAl -scale_scalar_mx; congr (_ *: _).
rewrite mulmx_sumr mulmx_suml (eq_bigr _ (fun s _ => expectation_tensor X _)).
by elim: (span gens) => [|s l IH]; rewrite ?big_nil ?big_cons ?raddf0 // IH raddfD.
Qed.

(* projection-trace *)
Theorem expectation_eq0 (P : 'M[C]_(dim 1 n)) (y : 'cV[C]_(dim 1 n)) :
  P *m P = P -> adjoint P = P -> expectation P y 0 -> P *m y = 0.
Proof.
move=> PP adjP; rewrite /expectation scale0r => zero; apply: trace_gram_eq0.
by rewrite adjoint_mul adjP mulmxA -[_ *m P *m P]mulmxA PP zero mxtrace0.
Qed.
End Sites.

Lemma s3_sqr : s3 * s3 = 3%:R.
Proof. by rewrite -rmorphM -expr2 sqr_sqrtr ?ler0n // rmorph_nat. Qed.

Lemma ket_S_real j : ((ket_S R j : C)^*)%R = ket_S R j.
Proof. by rewrite /ket_S rmorphB !rmorph_nat. Qed.
Lemma ket_plus_real j : ((ket_plus R j : C)^*)%R = ket_plus R j.
Proof. by rewrite /ket_plus rmorphD rmorph1 rmorphM rmorph_nat; congr (_ + _ * _); exact: conjc_real. Qed.
Lemma ket_minus_real j : ((ket_minus R j : C)^*)%R = ket_minus R j.
Proof. by rewrite /ket_minus rmorphB rmorph1 rmorphM rmorph_nat; congr (_ - _ * _); exact: conjc_real. Qed.

(* 4 Tr(T(a) |x><x|) / <x|x> *)
Definition axis a := (a.1 == 0) || (a.2 == 0).

Lemma trace_S a : 4%:R * \tr (T1 a *m outer (ket_S R)) = (if a == 0 then 4%:R else - 2%:R) * \tr (outer (ket_S R)).
Proof.
rewrite trace_displacement1_mul // /mxtrace !big_ord_recl !big_ord0 !mxE !ket_S_real.
have w2 := omega_sqr R.
case: a => [[[|[|[|//]]] u3] [[|[|[|//]]] v3]]; rewrite /phase_factor /ket_S /=.
all: repeat match goal with |- context [w ^+ (?e %% 3)] =>
  let e' := eval compute in (e %% 3)%N in change (w ^+ (e %% 3)) with (w ^+ e') end.
all: rewrite ?expr0 ?expr1 ?w2; ring.
Qed.

Lemma trace_plus a : 4%:R * \tr (T1 a *m outer (ket_plus R)) =
  (if a == 0 then 4%:R else if axis a then 1 + s3 else 1 - s3) * \tr (outer (ket_plus R)).
Proof.
rewrite trace_displacement1_mul // /mxtrace !big_ord_recl !big_ord0 !mxE !ket_plus_real.
have w2 := omega_sqr R; have s2 := s3_sqr.
case: a => [[[|[|[|//]]] u3] [[|[|[|//]]] v3]]; rewrite /phase_factor /ket_plus /=.
all: repeat match goal with |- context [w ^+ (?e %% 3)] =>
  let e' := eval compute in (e %% 3)%N in change (w ^+ (e %% 3)) with (w ^+ e') end.
all: rewrite ?expr0 ?expr1 ?w2; move: s3 s2 => s s2; ring: s2.
Qed.

Lemma trace_minus a : 4%:R * \tr (T1 a *m outer (ket_minus R)) =
  (if a == 0 then 4%:R else if axis a then 1 - s3 else 1 + s3) * \tr (outer (ket_minus R)).
Proof.
rewrite trace_displacement1_mul // /mxtrace !big_ord_recl !big_ord0 !mxE !ket_minus_real.
have w2 := omega_sqr R; have s2 := s3_sqr.
case: a => [[[|[|[|//]]] u3] [[|[|[|//]]] v3]]; rewrite /phase_factor /ket_minus /=.
all: repeat match goal with |- context [w ^+ (?e %% 3)] =>
  let e' := eval compute in (e %% 3)%N in change (w ^+ (e %% 3)) with (w ^+ e') end.
all: rewrite ?expr0 ?expr1 ?w2; move: s3 s2 => s s2; ring: s2.
Qed.
End Product.
