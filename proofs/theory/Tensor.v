(* Product operators on n qudits: their products, adjoints and traces are taken site by site.
   Proved: tensor_mul, tensor_adjoint, tensor_trace, tensor_scale, tensor1.
   (Prakash 2020, section 2, uses these without a number.) *)
From mathcomp Require Import all_ssreflect all_algebra.
From Stillproof Require Import Definitions.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section Adjoint.
Variable C : numClosedFieldType.

Lemma adjointK m n : cancel (@adjoint C m n) (@adjoint C n m).
Proof. by move=> A; apply/matrixP => i j; rewrite !mxE conjCK. Qed.

Lemma adjoint_mul m n k (A : 'M[C]_(m, n)) (B : 'M[C]_(n, k)) :
  adjoint (A *m B) = adjoint B *m adjoint A.
Proof.
apply/matrixP => i j; rewrite !mxE rmorph_sum; apply: eq_bigr => l _.
by rewrite !mxE rmorphM mulrC.
Qed.

Lemma adjoint_scale m n c (A : 'M[C]_(m, n)) : adjoint (c *: A) = c^* *: adjoint A.
Proof. by apply/matrixP => i j; rewrite !mxE rmorphM. Qed.

Lemma adjointD m n (A B : 'M[C]_(m, n)) : adjoint (A + B) = adjoint A + adjoint B.
Proof. by apply/matrixP => i j; rewrite !mxE rmorphD. Qed.

Lemma adjointN m n (A : 'M[C]_(m, n)) : adjoint (- A) = - adjoint A.
Proof. by apply/matrixP => i j; rewrite !mxE rmorphN. Qed.

Lemma adjointB m n (A B : 'M[C]_(m, n)) : adjoint (A - B) = adjoint A - adjoint B.
Proof. by rewrite adjointD adjointN. Qed.

Lemma adjoint1 n : adjoint 1%:M = 1%:M :> 'M[C]_n.
Proof. by apply/matrixP => i j; rewrite !mxE eq_sym rmorph_nat. Qed.

(* a sum of squared moduli vanishes only if every term does *)
Lemma trace_gram_eq0 m n (A : 'M[C]_(m, n)) : \tr (adjoint A *m A) = 0 -> A = 0.
Proof.
have gram : \tr (adjoint A *m A) = \sum_(ij : 'I_m * 'I_n) A ij.1 ij.2 * (A ij.1 ij.2)^*.
  rewrite -(pair_bigA _ (fun i j => A i j * (A i j)^*)) /= exchange_big /mxtrace /=.
  by apply: eq_bigr => j _; rewrite mxE; apply: eq_bigr => i _; rewrite mxE mulrC.
move=> /eqP; rewrite gram psumr_eq0 => [/allP zero|ij _]; last exact: mul_conjC_ge0.
apply/matrixP => i j; rewrite [RHS]mxE.
by have := zero (i, j) (mem_index_enum _); rewrite /= mul_conjC_eq0 => /eqP.
Qed.
End Adjoint.

Section Tensor.
Variables (q : nat) (C : numClosedFieldType) (n : nat).
Notation p := q.+2.
Notation label := {ffun 'I_n -> 'I_p}.
Implicit Types F G : 'I_n -> 'M[C]_p.

Lemma dimE : dim q n = (p ^ n)%N.
Proof. by rewrite /dim card_ffun !card_ord. Qed.

(* a sum over the indices of the big space is a sum over labels, and of a product it is a product of sums *)
Lemma sum_dim (f : label -> C) : \sum_(i < dim q n) f (enum_val i) = \sum_(x : label) f x.
Proof. by rewrite -(big_enum_val (A := [finType of label]) f); apply: eq_bigl. Qed.

Lemma sum_prod (f : 'I_n -> 'I_p -> C) :
  \sum_(x : label) \prod_k f k (x k) = \prod_k \sum_a f k a.
Proof. by rewrite bigA_distr_bigA. Qed.

Lemma eq_tensor F G : F =1 G -> tensor F = tensor G.
Proof. by move=> FG; apply/matrixP => i j; rewrite !mxE; apply: eq_bigr => k _; rewrite FG. Qed.

Lemma tensor_mul F G : tensor F *m tensor G = tensor (fun k => F k *m G k).
Proof.
apply/matrixP => i j; rewrite !mxE.
under eq_bigr do rewrite !mxE -big_split /=.
rewrite (sum_dim (fun x => \prod_k (F k ((enum_val i : label) k) (x k) * G k (x k) ((enum_val j : label) k)))).
rewrite (sum_prod (fun k a => F k ((enum_val i : label) k) a * G k a ((enum_val j : label) k))).
by apply: eq_bigr => k _; rewrite mxE.
Qed.

Lemma tensor_trace F : \tr (tensor F) = \prod_k \tr (F k).
Proof.
rewrite /mxtrace; under eq_bigr do rewrite mxE.
by rewrite (sum_dim (fun x => \prod_k F k (x k) (x k))) (sum_prod (fun k a => F k a a)).
Qed.

Lemma tensor_scale (c : 'I_n -> C) F : tensor (fun k => c k *: F k) = (\prod_k c k) *: tensor F.
Proof. by apply/matrixP => i j; rewrite !mxE -big_split; apply: eq_bigr => k _; rewrite mxE. Qed.

Lemma tensor_adjoint F : adjoint (tensor F) = tensor (fun k => adjoint (F k)).
Proof. by apply/matrixP => i j; rewrite !mxE rmorph_prod; apply: eq_bigr => k _; rewrite mxE. Qed.

Lemma tensor1 : tensor (fun=> 1%:M) = 1%:M :> 'M[C]_(dim q n).
Proof.
apply/matrixP => i j; rewrite !mxE; have [->|neq_ij] := eqVneq i j.
  by rewrite big1 // => k _; rewrite mxE eqxx.
have [k /negPf neq_k] : exists k, (enum_val i : label) k != (enum_val j : label) k.
  apply/existsP; rewrite -negb_forall; apply: contra neq_ij => /forallP same.
  by apply/eqP/enum_val_inj/ffunP => k; apply/eqP.
by rewrite (bigD1 k) //= mxE neq_k mul0r.
Qed.
End Tensor.
