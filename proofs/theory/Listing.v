(* listing: vectors of phase space as lists of numbers below p, and the function that lists a coset of the group
   spanned by the stabilizers and adds something up over its elements: counts of weights, counts of classes of
   sites, overlaps.  It is proved to add up what it should.
   (Prakash 2020, section 5, around eq. (5.7); there the enumerators are quoted.) *)
From Coq Require Import ZArith Lia.
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp.zify Require Import ssrZ.
From Stillproof Require Import Definitions Displacement Projector Polynomial.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Definition word := seq (nat * nat).
Definition origin : nat * nat := (0, 0)%N.

Section Words.
Variables (q n : nat).
Notation p := q.+2.
Implicit Types (a b c g : word) (gens : seq word).

Definition digit_add (x y : nat) : nat := let s := (x + y)%N in if (s < p)%N then s else (s - p)%N.
Fixpoint word_add a b : word :=
  if a is x :: a' then if b is y :: b' then (digit_add x.1 y.1, digit_add x.2 y.2) :: word_add a' b' else [::]
  else [::].
Fixpoint word_weight a : nat :=
  if a is x :: a' then if (x.1 == 0)%N && (x.2 == 0)%N then word_weight a' else (word_weight a').+1 else 0%N.
Fixpoint word_form a b : nat :=
  if a is x :: a' then if b is y :: b'
    then (x.2 * y.1 + (p - x.1) * y.2 + word_form a' b')%N else 0%N
  else 0%N.
Definition form_is m a b := (word_form a b %% p == m)%N.
Definition word_ok a := (size a == n) && all (fun x => (x.1 < p)%N && (x.2 < p)%N) a.

(* the sum of leaf over the elements of c + span gens *)
Section Sum.
Variables (A : Type) (zero : A) (add : A -> A -> A) (leaf : word -> A).
Fixpoint turns (next : word -> A) g j c : A :=
  if j is j'.+1 then add (next c) (turns next g j' (word_add g c)) else zero.
Fixpoint coset_sum gens c : A := if gens is g :: gens' then turns (coset_sum gens') g p c else leaf c.
End Sum.

(* the elements of c + span gens counted by weight; by the number of sites with u = 0 but v != 0, and with u != 0 *)
Definition coset_counts : seq word -> word -> zpoly :=
  coset_sum [::] padd (fun c => rcons (nseq (word_weight c) Z0) (Zpos xH)).
Fixpoint word_classes a : nat * nat :=
  if a is x :: a' then
    let: (i, j) := word_classes a' in
    if (x.1 == 0)%N then if (x.2 == 0)%N then (i, j) else (i.+1, j) else (i, j.+1)
  else (0, 0)%N.
Definition coset_classes : seq word -> word -> zpoly2 :=
  coset_sum [::] padd2 (fun c => let: (i, j) := word_classes c in rcons (nseq i [::]) (rcons (nseq j Z0) (Zpos xH))).

(* meaning *)
Definition vec a : phase q n := [ffun k : 'I_n => ((nth origin a k).1%:R, (nth origin a k).2%:R)].

Lemma natr_p : p%:R = 0 :> 'I_p.
Proof. by apply: val_inj; rewrite Zp_nat /= modnn. Qed.

Lemma natr_mod_p m : (m %% p)%:R = m%:R :> 'I_p.
Proof. by rewrite {2}(divn_eq m p) natrD natrM natr_p mulr0 add0r. Qed.

Lemma natr_eq0 m : (m < p)%N -> (m%:R == 0 :> 'I_p) = (m == 0)%N.
Proof. by move=> m_lt; rewrite -val_eqE Zp_nat /= modn_small. Qed.

Lemma digit_addE x y : (digit_add x y)%:R = x%:R + y%:R :> 'I_p.
Proof.
rewrite /digit_add -natrD; case: ltnP => // le_p.
by rewrite -[in RHS](subnK le_p) natrD natr_p addr0.
Qed.

Lemma digit_add_lt x y : (x < p)%N -> (y < p)%N -> (digit_add x y < p)%N.
Proof.
move=> xp yp; rewrite /digit_add; case: (ltnP (x + y)) => // le_p.
by rewrite ltn_subLR // -addSn leq_add // ltnW.
Qed.

Lemma word_add_ok a b : word_ok a -> word_ok b -> word_ok (word_add a b).
Proof.
rewrite /word_ok; elim: (n) a b => [|m IH] [|x a] [|y b] //=.
move=> /andP[] /eqP[sa] /andP[/andP[x1 x2] oka] /andP[] /eqP[sb] /andP[/andP[y1 y2] okb].
by rewrite !digit_add_lt //= eqSS; apply: IH; apply/andP; split=> //; apply/eqP.
Qed.

Lemma nth_word_add a b k : size a = size b ->
  nth origin (word_add a b) k = (digit_add (nth origin a k).1 (nth origin b k).1,
                                 digit_add (nth origin a k).2 (nth origin b k).2) :> nat * nat.
Proof. by elim: a b k => [|x a IH] [|y b] [|k] //= [sab]; apply: IH. Qed.

Lemma word_ok_size a : word_ok a -> size a = n. Proof. by case/andP=> /eqP. Qed.

Lemma vec_add a b : word_ok a -> word_ok b -> vec (word_add a b) = vec a + vec b.
Proof.
move=> oka okb; apply/ffunP => k; rewrite !ffunE nth_word_add; last by rewrite !word_ok_size.
by rewrite !digit_addE.
Qed.

Lemma word_weightE a : word_ok a -> weight (vec a) = word_weight a.
Proof.
move=> oka; have -> : weight (vec a) = (\sum_(k < n) nat_of_bool (vec a k != 0)%R)%N
  by rewrite /weight -sum1_card big_mkcond.
transitivity (\sum_(k < n) nat_of_bool (~~ (((nth origin a k).1 == 0) && ((nth origin a k).2 == 0))))%N.
  apply: eq_bigr => k _; rewrite ffunE; case/andP: oka => /eqP sa /allP/(_ (nth origin a k)).
  by rewrite mem_nth ?sa ?ltn_ord // => /(_ isT)/andP[lt1 lt2]; rewrite -pair_eqE /pair_eq /= !natr_eq0.
move: oka; rewrite /word_ok => /andP[/eqP <- _]; elim: a => [|x a IH]; first by rewrite big_ord0.
by rewrite big_ord_recl /= IH; case: (_ && _).
Qed.

Lemma word_formE a b : word_ok a -> word_ok b -> (word_form a b)%:R = symplectic (vec a) (vec b).
Proof.
rewrite /word_ok /symplectic => /andP[/eqP sa oka] /andP[/eqP sb _].
transitivity (\sum_(k < n) ((nth origin a k).2%:R * (nth origin b k).1%:R
    - (nth origin a k).1%:R * (nth origin b k).2%:R) : 'I_p); last first.
  by apply: eq_bigr => k _; rewrite !ffunE.
elim: {+}n a b sa sb oka => [|m IH] [|x a] [|y b] //=; first by rewrite big_ord0.
move=> [sa] [sb] /andP[/andP[x1 x2] oka]; rewrite big_ord_recl /= -IH // !natrD !natrM.
by rewrite natrB ?(ltnW x1) // natr_p sub0r mulNr.
Qed.

Lemma form_isP m a b : word_ok a -> word_ok b -> form_is m a b -> symplectic (vec a) (vec b) = m%:R.
Proof. by move=> oka okb /eqP <-; rewrite natr_mod_p word_formE. Qed.

(* listing: what is additive in the listed sum is a sum over the coset *)
Lemma listing (A : Type) (zero : A) (add : A -> A -> A) (leaf : word -> A) (M : zmodType) (phi : A -> M)
    (F : phase q n -> M) gens c :
  phi zero = 0 -> (forall x y : A, phi (add x y) = phi x + phi y) ->
    (forall a, word_ok a -> phi (leaf a) = F (vec a)) ->
  all word_ok gens -> word_ok c ->
  phi (coset_sum zero add leaf gens c) = \sum_(s <- span (map vec gens)) F (vec c + s).
Proof.
move=> phi0 phiD phiF; elim: gens c => [|g gens IH] c.
  by move=> _ okc; rewrite big_seq1 addr0 phiF.
move=> /andP[okg ok] okc; rewrite [map vec _]/= big_span_cons.
set next := coset_sum zero add leaf gens.
have turnE j (b : word) : word_ok b -> phi (turns zero add next g j b) =
    \sum_(0 <= i < j) \sum_(s <- span (map vec gens)) F (vec b + (vec g *+ i + s)).
  elim: j b => [|j IHj] b okb; first by rewrite big_geq.
  rewrite [turns _ _ _ _ _ _]/= phiD IH // big_nat_recl //; congr (_ + _).
    by apply: eq_bigr => s _; rewrite mulr0n add0r.
  rewrite IHj ?word_add_ok //; apply: eq_bigr => i _; apply: eq_bigr => s _.
  by rewrite vec_add // mulrS -!addrA [vec b + (vec g + _)]addrCA.
by rewrite -[coset_sum _ _ _ _ _]/(turns zero add next g p c) turnE // big_mkord.
Qed.

Lemma nth_padd (a b : zpoly) m : nth Z0 (padd a b) m = Z.add (nth Z0 a m) (nth Z0 b m).
Proof.
elim: a b m => [|c a IH] [|d b] [|m] //=; rewrite ?nth_nil ?Z.add_0_r //.
Qed.

Lemma peq_nth (a b : zpoly) m : peq a b -> nth Z0 a m = nth Z0 b m.
Proof.
have zero (l : zpoly) k : pzero l -> nth Z0 l k = Z0.
  by elim: l k => [|x l IH] [|k] // /andP[/Z.eqb_eq <- // l0]; apply: IH.
have popp_nth (l : zpoly) k : nth Z0 (popp l) k = Z.opp (nth Z0 l k).
  by elim: l k => [|x l IH] [|k] //=.
move/(zero _ m); rewrite nth_padd popp_nth; lia.
Qed.

Lemma listing_count gens c m : all word_ok gens -> word_ok c ->
  int_of_Z (nth Z0 (coset_counts gens c) m)
  = (count (fun s => weight (vec c + s) == m) (span (map vec gens)))%:Z.
Proof.
move=> ok okc; rewrite (listing (phi := fun l => int_of_Z (nth Z0 l m))
  (F := fun e : phase q n => (weight e == m)%:R)) //.
- rewrite -[RHS]natz -sum1_count natr_sum.
  by rewrite [RHS]big_mkcond; apply: eq_bigr => s _; case: eqP.
- by rewrite nth_nil.
- by move=> a b; rewrite nth_padd rmorphD.
- by move=> a oka; rewrite word_weightE // nth_rcons nth_nseq size_nseq; case: (ltngtP m (word_weight a)).
Qed.

Lemma listing_eval (K : comRingType) gens c (z : K) : all word_ok gens -> word_ok c ->
  peval (coset_counts gens c) z = \sum_(s <- span (map vec gens)) z ^+ weight (vec c + s).
Proof.
move=> ok okc; rewrite (listing (phi := fun l => peval l z) (F := fun e : phase q n => z ^+ weight e))
  // => [a b|a oka].
  exact: peval_add.
by rewrite word_weightE // -cats1 peval_nseq0 /= zr1 mulr0 addr0 mulr1.
Qed.

(* by classes *)
Definition class_value (K : comRingType) (x y : K) (a : 'I_p * 'I_p) : K :=
  if a.1 == 0 then if a.2 == 0 then 1 else x else y.

Lemma listing_classes (K : comRingType) gens c (x y : K) : all word_ok gens -> word_ok c ->
  peval2 (coset_classes gens c) x y
  = \sum_(s <- span (map vec gens)) \prod_k class_value x y ((vec c + s) k).
Proof.
move=> ok okc.
rewrite (listing (phi := fun l => peval2 l x y)
  (F := fun e : phase q n => \prod_k class_value x y (e k))) // => [a b|a].
  exact: peval2_add.
rewrite /word_ok => /andP[/eqP sa digits].
have -> : \prod_k class_value x y (vec a k) = x ^+ (word_classes a).1 * y ^+ (word_classes a).2.
  transitivity (\prod_(k < n) class_value x y ((nth origin a k).1%:R, (nth origin a k).2%:R)).
    by apply: eq_bigr => k _; rewrite ffunE.
  elim: {+}n a sa digits => [|m IH] [|[u v] a] //=; first by rewrite big_ord0 mulr1.
  move=> [sa] /andP[/andP[u_lt v_lt] digits]; rewrite big_ord_recl /= IH // /class_value /= !natr_eq0 //.
  case: (word_classes a) => i j /=; case: eqP => _; last by rewrite exprS mulrCA.
  by case: eqP => _; rewrite ?mul1r // exprS mulrA.
case: (word_classes a) => i j /=; elim: i => [|i IH] /=.
  by rewrite mulr0 addr0 -cats1 peval_nseq0 /= zr1 mulr0 addr0 mulr1 mul1r.
by rewrite IH add0r exprS mulrA.
Qed.
End Words.
