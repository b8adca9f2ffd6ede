(* Elements i^k T(a) of the group of Pauli operators as a number k below 4 and a list of numbers below 2, and the
   function that lists a coset of the group of the stabilizers.  A leaf makes of each element a polynomial in the
   weight; the sum is proved to be the sum over the coset. *)
From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp.zify Require Import ssrZ.
From Stillproof Require Import Definitions Displacement Projector Polynomial Listing Pauli QubitProjector.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Definition signed_word := (nat * word)%type.

Definition step4 (k : nat) : nat := if k is 3%N then 0%N else k.+1.
Definition add4 (j k : nat) : nat := iter j step4 k.
Fixpoint word_kap (k : nat) (a b : word) : nat :=
  if a is x :: a' then if b is y :: b' then word_kap (add4 (kap x y) k) a' b' else k else k.
Definition smul (e f : signed_word) : signed_word := (word_kap (add4 e.1 f.1) e.2 f.2, word_add 0 e.2 f.2).
Definition sign_word (g : bool * word) : signed_word := ((2 * g.1)%N, g.2).

Section Leaf.
Variable leaf : signed_word -> zpoly.
Fixpoint coset_total (gens : seq (bool * word)) (e : signed_word) : zpoly :=
  if gens is g :: gens' then padd (coset_total gens' e) (coset_total gens' (smul e (sign_word g))) else leaf e.
End Leaf.

(* real(k) prod mult(x) t^weight, over the sites x that are not 0 *)
Fixpoint word_mult (mult : nat * nat -> Z) (a : word) : Z :=
  if a is x :: a' then
    if (x.1 == 0)%N && (x.2 == 0)%N then word_mult mult a' else Z.mul (mult x) (word_mult mult a')
  else Zpos xH.
Definition leaf_of (part : nat -> Z) (mult : nat * nat -> Z) (e : signed_word) : zpoly :=
  rcons (nseq (word_weight e.2) Z0) (Z.mul (part e.1) (word_mult mult e.2)).
Definition real_part (k : nat) : Z := match k with 0%N => Zpos xH | 2%N => Zneg xH | _ => Z0 end.
Definition imaginary_part (k : nat) : Z := match k with 1%N => Zpos xH | 3%N => Zneg xH | _ => Z0 end.

Section Words.
Variable n : nat.
Notation vec := (vec 0 n).
Notation word_ok := (word_ok 0 n).
Implicit Types (a b : word) (e f : signed_word) (gens : seq (bool * word)).

Definition elt e : element n := (e.1%:R, vec e.2).
Definition signed_ok e := (e.1 < 4)%N && word_ok e.2.
Definition generator (g : bool * word) : bool * phase 0 n := (g.1, vec g.2).

Lemma step4_lt k : (k < 4)%N -> (step4 k < 4)%N. Proof. by case: k => [|[|[|[|]]]]. Qed.
Lemma add4_lt j k : (k < 4)%N -> (add4 j k < 4)%N.
Proof. by move=> k4; elim: j => //= j IH; apply: step4_lt. Qed.
Lemma step4E k : (step4 k)%:R = 1 + k%:R :> 'I_4.
Proof. by rewrite -mulrS; case: k => [|[|[|[|k]]]] //; apply: val_inj. Qed.
Lemma add4E j k : (add4 j k)%:R = j%:R + k%:R :> 'I_4.
Proof. by elim: j => [|j IH]; rewrite ?add0r //= step4E IH addrA -mulrS. Qed.

Lemma word_kap_lt k a b : (k < 4)%N -> (word_kap k a b < 4)%N.
Proof. by elim: a b k => [|x a IH] [|y b] k k4 //=; apply: IH; apply: add4_lt. Qed.

Lemma small_digit m : (m < 2)%N -> nat_of_ord (m%:R : 'I_2) = m.
Proof. by move=> m2; rewrite Zp_nat /= modn_small. Qed.

Lemma digits_vec a (k : 'I_n) : word_ok a -> digits (vec a k) = nth origin a k.
Proof.
case/andP=> /eqP sa /allP lts; have := lts _ (mem_nth origin (_ : k < size a)%N).
by rewrite sa => /(_ (ltn_ord k))/andP[lt1 lt2]; rewrite /digits ffunE /= !small_digit // -surjective_pairing.
Qed.

Lemma word_kapE k a b : word_ok a -> word_ok b -> (word_kap k a b)%:R = k%:R + kappa (vec a) (vec b) :> 'I_4.
Proof.
move=> oka okb; rewrite /kappa; under eq_bigr do rewrite /kappa1 !digits_vec //.
case/andP: oka => /eqP sa _; case/andP: okb => /eqP sb _.
elim: {+}n a b k sa sb => [|m IH] [|x a] [|y b] k //=; first by rewrite big_ord0 addr0.
by move=> [sa] [sb]; rewrite IH // big_ord_recl add4E /= addrCA addrA.
Qed.

Lemma smul_ok e f : signed_ok e -> signed_ok f -> signed_ok (smul e f).
Proof.
case/andP=> e4 oke /andP[f4 okf]; rewrite /signed_ok word_add_ok // andbT.
by rewrite word_kap_lt ?add4_lt.
Qed.

Lemma elt_smul e f : signed_ok e -> signed_ok f -> elt (smul e f) = gmul (elt e) (elt f).
Proof.
case/andP=> _ oke /andP[_ okf]; rewrite /elt /gmul /= word_kapE // vec_add //.
by rewrite add4E.
Qed.

Lemma sign_word_ok (g : bool * word) : word_ok g.2 -> signed_ok (sign_word g).
Proof. by case: g => [[] w] ok; rewrite /signed_ok ok. Qed.

(* listing *)
Lemma signed_listing (M : zmodType) (phi : zpoly -> M) (F : element n -> M) leaf gens e :
  (forall a b : zpoly, phi (padd a b) = phi a + phi b) -> (forall f, signed_ok f -> phi (leaf f) = F (elt f)) ->
  all (fun g => word_ok g.2) gens -> signed_ok e ->
  phi (coset_total leaf gens e) = \sum_(f <- coset (map generator gens) (elt e)) F f.
Proof.
move=> phiD phiF; elim: gens e => [|g gens IH] e /=; first by rewrite big_seq1 => _ /phiF.
case/andP=> okg ok oke; have okg' := sign_word_ok okg; rewrite phiD big_cat !IH ?smul_ok //=.
by rewrite elt_smul.
Qed.

Definition site (K : comRingType) (mult : nat * nat -> Z) (x : K) (b : 'I_2 * 'I_2) : K :=
  if b == 0 then 1 else zr K (mult (digits b)) * x.

Lemma word_multE (K : comRingType) mult (x : K) a : word_ok a ->
  zr K (word_mult mult a) * x ^+ word_weight a = \prod_k site mult x (vec a k).
Proof.
move=> oka; have zero k : (vec a k == 0) = ((nth origin a k).1 == 0)%N && ((nth origin a k).2 == 0)%N.
  rewrite -(digits_vec k oka) /digits /=; case: (vec a k) => u v.
  by rewrite -pair_eqE /pair_eq /= -!val_eqE.
under eq_bigr do rewrite /site zero digits_vec //.
case/andP: oka => /eqP <- _; elim: a {zero} => [|y a IH] /=; first by rewrite big_ord0 zr1 mulr1.
rewrite big_ord_recl /= -IH; case: (_ && _); first by rewrite mul1r.
by rewrite zrM exprS mulrACA.
Qed.

Lemma leaf_eval (K : comRingType) part mult (x : K) gens e : all (fun g => word_ok g.2) gens -> signed_ok e ->
  peval (coset_total (leaf_of part mult) gens e) x =
  \sum_(f <- coset (map generator gens) (elt e)) zr K (part f.1) * \prod_k site mult x (f.2 k).
Proof.
move=> ok oke; rewrite (signed_listing (phi := fun l => peval l x)
  (F := fun f : element n => zr K (part f.1) * \prod_k site mult x (f.2 k))) // => [a b|f /andP[f4 okf]].
  exact: peval_add.
rewrite /leaf_of -cats1 peval_nseq0 /= mulr0 addr0 zrM mulrCA mulrC -mulrA -word_multE //.
by rewrite Zp_nat /= modn_small // mulrA [RHS]mulrC [_ ^+ _ * _]mulrC mulrC.
Qed.

Lemma leaf_count gens e m : all (fun g => word_ok g.2) gens -> signed_ok e ->
  int_of_Z (nth Z0 (coset_total (leaf_of (fun=> Zpos xH) (fun=> Zpos xH)) gens e) m)
  = (count (fun f : element n => weight f.2 == m) (coset (map generator gens) (elt e)))%:Z.
Proof.
move=> ok oke; rewrite (signed_listing (phi := fun l => int_of_Z (nth Z0 l m))
  (F := fun f : element n => (weight f.2 == m)%:R)) //.
- rewrite -[RHS]natz -sum1_count natr_sum.
  by rewrite [RHS]big_mkcond; apply: eq_bigr => s _; case: eqP.
- by move=> a b; rewrite nth_padd rmorphD.
- move=> f /andP[_ okf]; have one (a : word) : word_mult (fun=> Zpos xH) a = Zpos xH.
    by elim: a => //= x a ->; case: ifP.
  rewrite /leaf_of one nth_rcons nth_nseq size_nseq word_weightE //.
  by case: (ltngtP m (word_weight f.2)).
Qed.
End Words.
