(* branching: the weight enumerator of a coset without listing it.  A site is 0 or it is not, so
   z^[x != 0] = z + (1 - z) [x = 0]: the enumerator is z times that of the coset without the site, plus 1 - z times
   that of the elements which are 0 there, and those are a coset of the subgroup that one step of elimination leaves.
   It takes at most 2^n steps, however many elements the group has, and is proved to count what listing counts.
   In the same way sums over the coset of products of a function of each site, which is a combination of 1, [u = 0],
   [v = 0] and [x = 0].  (Prakash 2020, section 7, needs enumerators of larger codes; there they are quoted.) *)
From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp.zify Require Import ssrZ.
From Stillproof Require Import Definitions Displacement Projector Polynomial Listing.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section Branching.
Variable q : nat.
Notation p := q.+2.
Implicit Types (a b c g h : word) (gens gs : seq word) (s : bool).

(* one coordinate of the first site: v if s, u if not *)
Definition first s a : nat := let x := head origin a in if s then x.2 else x.1.

(* add the multiple of g that makes this coordinate 0 *)
Definition multiple s g a : nat := find (fun k => (first s a + k * first s g) %% p == 0)%N (iota 0 p).
Definition reduce s g a : word := iter (multiple s g a) (word_add q g) a.

(* the elements of a coset where this coordinate is 0, if there are any *)
Fixpoint eliminate s gens c : option (seq word * word) :=
  if gens is g :: gens' then
    if first s g == 0%N then
      if eliminate s gens' c is Some (gs, c') then Some (g :: gs, c') else None
    else Some (map (reduce s g) gens', reduce s g c)
  else if first s c == 0%N then Some ([::], c) else None.
Definition vanishing gens c :=
  if eliminate false gens c is Some (gs, c') then eliminate true gs c' else None.

Fixpoint branching n gens c : zpoly :=
  match n, gens with
  | 0%N, _ => [:: Z.pow (Z.of_nat p) (Z.of_nat (size gens))]
  | n'.+1, _ :: _ =>
    let off := if vanishing gens c is Some (gs, c') then branching n' (map behead gs) (behead c') else [::] in
    padd off (Z0 :: padd (branching n' (map behead gens) (behead c)) (popp off))
  | _, [::] => coset_counts q [::] c
  end.

(* the function always + if_u [u = 0] + if_v [v = 0] + if_both [x = 0] of a site *)
Record site_function (A : Type) := SiteFunction { always : A; if_u : A; if_v : A; if_both : A }.

Section Products.
Variables (A : Type) (zero one : A) (add mul : A -> A -> A) (is_zero : A -> bool).
Implicit Types (f : site_function A) (fs : seq (site_function A)).

Definition site_value f (x : nat * nat) : A :=
  let u := (x.1 == 0)%N in let v := (x.2 == 0)%N in
  add (always f) (add (if u then if_u f else zero)
    (add (if v then if_v f else zero) (if u && v then if_both f else zero))).
Fixpoint product fs a : A :=
  match fs, a with f :: fs', x :: a' => mul (site_value f x) (product fs' a') | _, _ => one end.

Definition rest (next : seq word -> word -> A) k (found : option (seq word * word)) : A :=
  if is_zero k then zero else
  if found is Some (gs, c') then mul k (next (map behead gs) (behead c')) else zero.
Fixpoint branching_product fs gens c : A :=
  match fs, gens with
  | f :: fs', _ :: _ =>
    let term := rest (branching_product fs') in
    add (term (always f) (Some (gens, c))) (add (term (if_u f) (eliminate false gens c))
      (add (term (if_v f) (eliminate true gens c)) (term (if_both f) (vanishing gens c))))
  | _, [::] => product fs c
  | [::], _ => iter (size gens) (fun x => iter p (add x) zero) one
  end.
End Products.

(* --- meaning --- *)
Section Sums.
Variable M : zmodType.
Implicit Types F G : word -> M.

Fixpoint sum_over F gens c : M :=
  if gens is g :: gens' then \sum_(j < p) sum_over F gens' (iter j (word_add q g) c) else F c.

Lemma sum_overD F G gens c : sum_over (fun a => F a + G a) gens c = sum_over F gens c + sum_over G gens c.
Proof. by elim: gens c => //= g gens IH c; rewrite -big_split; apply: eq_bigr => j _; apply: IH. Qed.

Lemma sum_overN F gens c : sum_over (fun a => - F a) gens c = - sum_over F gens c.
Proof. by elim: gens c => //= g gens IH c; rewrite -sumrN; apply: eq_bigr => j _; apply: IH. Qed.

Section Length.
Variable n : nat.
Notation ok := (word_ok q n).
Notation vec := (vec q n).

Lemma iter_ok g a j : ok g -> ok a -> ok (iter j (word_add q g) a).
Proof. by move=> okg oka; elim: j => //= j; apply: word_add_ok. Qed.

Lemma vec_iter g a j : ok g -> ok a -> vec (iter j (word_add q g) a) = vec g *+ j + vec a.
Proof.
move=> okg oka; elim: j => [|j IH]; first by rewrite mulr0n add0r.
by rewrite iterS vec_add ?iter_ok // IH mulrS addrA.
Qed.

Lemma vec_inj a b : ok a -> ok b -> vec a = vec b -> a = b.
Proof.
move=> /andP[/eqP sa /allP da] /andP[/eqP sb /allP db] /ffunP same.
apply: (eq_from_nth (x0 := origin)) => [|k]; first by rewrite sa sb.
rewrite sa => k_lt; have := same (Ordinal k_lt); rewrite !ffunE /= => -[e1 e2].
have /andP[a1 a2] := da _ (mem_nth origin (eq_ind_r (fun m => (k < m)%N) k_lt sa)).
have /andP[b1 b2] := db _ (mem_nth origin (eq_ind_r (fun m => (k < m)%N) k_lt sb)).
move: e1 e2 a1 a2 b1 b2; case: (nth _ a k) (nth _ b k) => u v [u' v'] /=.
have digit x y : (x < p)%N -> (y < p)%N -> x%:R = y%:R :> 'I_p -> x = y.
  by move=> xp yp /(congr1 val); rewrite /= !Zp_nat /= !modn_small.
by move=> /digit e1 /digit e2 u_lt v_lt u'_lt v'_lt; rewrite e1 // e2.
Qed.

Lemma iter_addC g h a i j : ok g -> ok h -> ok a ->
  iter i (word_add q h) (iter j (word_add q g) a) = iter j (word_add q g) (iter i (word_add q h) a).
Proof.
move=> okg okh oka; apply: vec_inj; rewrite ?iter_ok //.
by rewrite !vec_iter ?iter_ok // addrCA.
Qed.

Lemma eq_sum_over F G gens c : all ok gens -> ok c -> (forall a, ok a -> F a = G a) ->
  sum_over F gens c = sum_over G gens c.
Proof.
move=> + + FG; elim: gens c => [|g gens IH] c /= => [_|/andP[okg oks]] okc; first exact: FG.
by apply: eq_bigr => j _; rewrite IH ?iter_ok.
Qed.

Lemma sum_over_span (F : word -> M) (E : phase q n -> M) gens c : (forall a, ok a -> F a = E (vec a)) ->
  all ok gens -> ok c -> sum_over F gens c = \sum_(s <- span (map vec gens)) E (vec c + s).
Proof.
move=> FE; elim: gens c => [|g gens IH] c /= => [_|/andP[okg oks]] okc; first by rewrite big_seq1 addr0 FE.
rewrite [RHS]big_span_cons; apply: eq_bigr => j _; rewrite IH ?iter_ok //; apply: eq_bigr => s _.
by rewrite vec_iter // addrAC addrC.
Qed.
End Length.

Section Elimination.
Hypothesis p_prime : prime p.
Variable m : nat.
Notation n := m.+1.
Notation ok := (word_ok q n).
Notation vec := (vec q n).

Definition coordinate s (x : phase q n) : 'I_p := if s then (x ord0).2 else (x ord0).1.
Lemma coordinateD s x y : coordinate s (x + y) = coordinate s x + coordinate s y.
Proof. by rewrite /coordinate !ffunE; case: s. Qed.
Lemma coordinateMn s x k : coordinate s (x *+ k) = coordinate s x *+ k.
Proof.
elim: k => [|k IH]; first by rewrite !mulr0n /coordinate !ffunE; case: s.
by rewrite !mulrS coordinateD IH.
Qed.

Lemma coordinate_first s a : coordinate s (vec a) = (first s a)%:R.
Proof. by rewrite /coordinate !ffunE /first nth0; case: s. Qed.

Lemma first_lt s a : ok a -> (first s a < p)%N.
Proof.
case/andP=> /eqP; case: a => // x a _ /= /andP[/andP[x1 x2] _]; rewrite /first /=.
by case: s.
Qed.

Lemma first_eq0 s a : ok a -> (first s a == 0%N) = (coordinate s (vec a) == 0).
Proof. by move=> oka; rewrite coordinate_first natr_eq0 // first_lt. Qed.

Lemma nonzero_unit (x : 'I_p) : x != 0 -> (x : 'Z_p) \is a GRing.unit.
Proof.
move=> x_neq0; rewrite -[x]natr_Zp unitZpE // prime_coprime //.
apply: contra x_neq0 => /dvdnP[k x_eq]; rewrite -val_eqE /=.
by have := ltn_ord x; rewrite {1}x_eq; case: k x_eq => [->|k _] //; rewrite mulSn ltnNge leq_addr.
Qed.

Lemma cancel_nonzero (x y z : 'I_p) : z != 0 -> x * z = y * z -> x = y.
Proof. by move=> /nonzero_unit z_unit; apply: (@mulIr [unitRingType of 'Z_p] z z_unit). Qed.

Section Pivot.
Variables (s : bool) (g : word).
Hypotheses (okg : ok g) (g_neq0 : first s g != 0%N).
Notation U := (coordinate s (vec g)).

Lemma U_neq0 : U != 0. Proof. by rewrite -first_eq0. Qed.

(* the multiple is the only one *)
Lemma multipleP a : ok a -> (multiple s g a < p)%N /\ coordinate s (vec a) + U *+ multiple s g a = 0.
Proof.
move=> oka; have zeroE k : ((first s a + k * first s g) %% p == 0)%N = (coordinate s (vec a) + U *+ k == 0).
  by rewrite !coordinate_first -mulrnA -natrD [(k * _)%N]mulnC -natr_mod_p natr_eq0 ?ltn_pmod.
have found : has (fun k => (first s a + k * first s g) %% p == 0)%N (iota 0 p).
  pose k : 'I_p := - coordinate s (vec a) * ((U : 'Z_p)^-1 : 'Z_p).
  apply/hasP; exists (k : nat); first by rewrite mem_iota ltn_ord.
  rewrite zeroE -mulr_natl natr_Zp /k -mulrA.
  by rewrite (@mulVr [unitRingType of 'Z_p]) ?nonzero_unit ?U_neq0 // mulr1 subrr.
have lt_p : (multiple s g a < p)%N by rewrite -[X in (_ < X)%N](size_iota 0 p) -has_find.
split=> //; apply/eqP; rewrite -zeroE.
by have := nth_find 0%N found; rewrite nth_iota // add0n.
Qed.

Lemma multiple_uniq a k : ok a -> coordinate s (vec a) + U *+ k = 0 -> k%:R = (multiple s g a)%:R :> 'I_p.
Proof.
move=> oka k0; have [_ m0] := multipleP oka; apply: (cancel_nonzero U_neq0).
by rewrite !mulr_natl; apply: (addrI (coordinate s (vec a))); rewrite k0 m0.
Qed.

Lemma reduce_ok a : ok a -> ok (reduce s g a). Proof. exact: iter_ok. Qed.
Lemma vec_reduce a : ok a -> vec (reduce s g a) = vec g *+ multiple s g a + vec a. Proof. exact: vec_iter. Qed.

Lemma first_reduce a : ok a -> first s (reduce s g a) == 0%N.
Proof.
move=> oka; rewrite first_eq0 ?reduce_ok // vec_reduce // coordinateD coordinateMn addrC.
by have [_ ->] := multipleP oka.
Qed.

Lemma mulrn_eq (x : phase q n) i j : i%:R = j%:R :> 'I_p -> x *+ i = x *+ j.
Proof.
move/(congr1 val); rewrite /= !Zp_nat /= => same.
by rewrite -[LHS]phase_mulrn_mod same phase_mulrn_mod.
Qed.

Lemma reduce_iter h a i : ok h -> ok a ->
  reduce s g (iter i (word_add q h) a) = iter i (word_add q (reduce s g h)) (reduce s g a).
Proof.
move=> okh oka; apply: (@vec_inj n); rewrite ?reduce_ok ?iter_ok ?reduce_ok //.
have -> : vec (reduce s g (iter i (word_add q h) a))
  = vec g *+ multiple s g (iter i (word_add q h) a) + (vec h *+ i + vec a).
  by rewrite vec_reduce ?iter_ok // vec_iter.
rewrite vec_iter ?reduce_ok // !vec_reduce // mulrnDl -mulrnA.
have -> : vec g *+ (multiple s g h * i) + vec h *+ i + (vec g *+ multiple s g a + vec a)
  = vec g *+ (multiple s g h * i + multiple s g a) + (vec h *+ i + vec a) by rewrite mulrnDr addrACA.
congr (_ + _); apply: mulrn_eq; symmetry; apply: multiple_uniq; first by rewrite iter_ok.
have [_ a0] := multipleP oka; have [_ h0] := multipleP okh.
rewrite vec_iter // coordinateD coordinateMn mulrnDr mulrnA addrACA a0 addr0 -mulrnDl.
by rewrite h0 mul0rn.
Qed.

(* a sum of what is 0 off the coordinate's zeros *)
Variable F : word -> M.
Hypothesis F_vanish : forall a, ok a -> first s a != 0%N -> F a = 0.

Lemma pivot_sum gs c : all ok gs -> ok c ->
  \sum_(j < p) sum_over F gs (iter j (word_add q g) c) = sum_over F (map (reduce s g) gs) (reduce s g c).
Proof.
elim: gs c => [|h gs IH] c /= => [_|/andP[okh oks]] okc.
  have [lt_p m0] := multipleP okc; rewrite (bigD1 (Ordinal lt_p)) //= big1 ?addr0 // => j j_neq.
  apply: F_vanish; first exact: iter_ok.
  apply: contra j_neq; rewrite first_eq0 ?iter_ok // vec_iter // coordinateD coordinateMn addrC => /eqP/multiple_uniq.
  move=> /(_ okc) same; apply/eqP/val_inj; move/(congr1 val): same.
  by rewrite /= !Zp_nat /= !modn_small.
rewrite exchange_big /=; apply: eq_bigr => i _; rewrite -reduce_iter // -IH ?iter_ok //.
by apply: eq_bigr => j _; rewrite (iter_addC _ _ okg okh).
Qed.
End Pivot.

Lemma eliminate_ok s gens c : all ok gens -> ok c ->
  if eliminate s gens c is Some (gs, c') then all ok gs /\ ok c' else True.
Proof.
move=> oks okc; elim: gens oks => [|g gens IH] /=; first by case: ifP.
case/andP=> okg oks; case: ifP => g0.
  by have := IH oks; case: (eliminate s gens c) => // -[gs c'] [okgs okc']; rewrite /= okg.
split; last exact: reduce_ok.
by rewrite all_map; apply: sub_all oks => a oka; apply: reduce_ok.
Qed.

Lemma eliminate_zero s gens c : all ok gens -> ok c ->
  if eliminate s gens c is Some (gs, c') then all (fun a => first s a == 0%N) (c' :: gs) else true.
Proof.
move=> oks okc; elim: gens oks => [|g gens IH] /=; first by case: ifP => //= ->.
case/andP=> okg oks; case: ifP => g0.
  by have := IH oks; case: (eliminate s gens c) => // -[gs c'] /=; rewrite g0.
rewrite /= first_reduce ?g0 //= all_map; apply: sub_all oks => a oka /=; apply: first_reduce => //.
by rewrite g0.
Qed.

(* elimination in one coordinate leaves the zeros of the other *)
Lemma iter_zero s g a j : ok g -> ok a -> first s g == 0%N -> first s a == 0%N ->
  first s (iter j (word_add q g) a) == 0%N.
Proof.
move=> okg oka; rewrite !first_eq0 ?iter_ok // vec_iter // coordinateD coordinateMn => /eqP-> /eqP->.
by rewrite mul0rn addr0.
Qed.

Lemma eliminate_keeps s t gens c : all ok gens -> ok c -> all (fun a => first t a == 0%N) (c :: gens) ->
  if eliminate s gens c is Some (gs, c') then all (fun a => first t a == 0%N) (c' :: gs) else true.
Proof.
move=> oks okc /= /andP[c0 gens0]; elim: gens oks gens0 => [|g gens IH] /=; first by case: ifP => //=; rewrite c0.
case/andP=> okg oks /andP[g0 gens0]; case: ifP => gs0.
  by have := IH oks gens0; case: (eliminate s gens c) => // -[gs c'] /= /andP[-> ->]; rewrite g0.
rewrite /= iter_zero //= all_map; apply/allP => a a_in /=.
by apply: iter_zero => //; [apply: (allP oks)|apply: (allP gens0)].
Qed.

Lemma reduce_id s g a : first s a == 0%N -> reduce s g a = a.
Proof. by move/eqP=> a0; rewrite /reduce /multiple a0. Qed.

Lemma eliminate_iter s gens g c j : all ok gens -> ok g -> ok c -> first s g == 0%N ->
  eliminate s gens (iter j (word_add q g) c)
  = if eliminate s gens c is Some (gs, c') then Some (gs, iter j (word_add q g) c') else None.
Proof.
move=> oks okg okc g0; elim: gens oks => [|h gens IH] /= => [_|/andP[okh oks]].
  have -> : (first s (iter j (word_add q g) c) == 0%N) = (first s c == 0%N).
    rewrite !first_eq0 ?iter_ok // vec_iter // coordinateD coordinateMn.
    by move: g0; rewrite first_eq0 // => /eqP->; rewrite mul0rn add0r.
  by case: ifP.
case: ifP => [h0|/negbT h0]; last by rewrite reduce_iter // (reduce_id _ g0).
by rewrite IH //; case: (eliminate s gens c) => // -[gs c'].
Qed.

Lemma eliminate_sum s gens c (F : word -> M) : all ok gens -> ok c ->
  (forall a, ok a -> first s a != 0%N -> F a = 0) ->
  sum_over F gens c = if eliminate s gens c is Some (gs, c') then sum_over F gs c' else 0.
Proof.
move=> + + F_vanish; elim: gens c => [|g gens IH] c /= => [_|/andP[okg oks]] okc.
  by case: eqP => // /eqP; apply: F_vanish.
case: eqP => [/eqP g0|/eqP g_neq0]; last by apply: pivot_sum.
under eq_bigr => j _ do rewrite IH ?iter_ok // eliminate_iter //.
by case: (eliminate s gens c) => [[gs c']|]; last rewrite big1.
Qed.

(* without the first site *)
Lemma behead_ok a : ok a -> word_ok q m (behead a).
Proof. by case/andP; case: a => //= x a /eqP[sa] /andP[_ oka]; rewrite /word_ok sa eqxx. Qed.

Lemma behead_iter g a j : ok g -> ok a ->
  behead (iter j (word_add q g) a) = iter j (word_add q (behead g)) (behead a).
Proof.
move=> okg oka; elim: j => //= j <-; have := iter_ok j okg oka.
by case: (g) okg => [|x g'] // _; case: (iter j _ a) => [|y b].
Qed.

Lemma behead_sum (F : word -> M) gens c : all ok gens -> ok c ->
  sum_over (fun a => F (behead a)) gens c = sum_over F (map behead gens) (behead c).
Proof.
elim: gens c => [|g gens IH] c //= /andP[okg oks] okc; apply: eq_bigr => j _.
by rewrite IH ?iter_ok // behead_iter.
Qed.

Definition at_origin a := (first false a == 0%N) && (first true a == 0%N).

Lemma sum_over_first s gens c (F : word -> M) : all ok gens -> ok c -> all (fun a => first s a == 0%N) (c :: gens) ->
  sum_over (fun a => if first s a == 0%N then F a else 0) gens c = sum_over F gens c.
Proof.
elim: gens c => [|g gens IH] c /=; first by move=> _ _ /andP[->].
case/andP=> okg oks okc /and3P[c0 g0 gens0]; apply: eq_bigr => j _.
by apply: IH; rewrite ?iter_ok //= gens0 iter_zero.
Qed.

Lemma eliminate_first s gens c (F : word -> M) : all ok gens -> ok c ->
  sum_over (fun a => if first s a == 0%N then F (behead a) else 0) gens c
  = if eliminate s gens c is Some (gs, c') then sum_over F (map behead gs) (behead c') else 0.
Proof.
move=> oks okc; rewrite (@eliminate_sum s) // => [|a _ /negPf-> //].
have := eliminate_ok s oks okc; have := eliminate_zero s oks okc.
case: (eliminate s gens c) => // -[gs c'] zero [oks' okc'].
by rewrite sum_over_first ?behead_sum.
Qed.

Lemma vanishing_sum gens c (F : word -> M) : all ok gens -> ok c ->
  sum_over (fun a => if at_origin a then F (behead a) else 0) gens c
  = if vanishing gens c is Some (gs, c') then sum_over F (map behead gs) (behead c') else 0.
Proof.
move=> oks okc; rewrite /vanishing (@eliminate_sum false) // => [|a _ a_neq0];
  last by rewrite /at_origin (negPf a_neq0).
have := eliminate_ok false oks okc; have := eliminate_zero false oks okc.
case: (eliminate false gens c) => // -[gs c'] zero [oks' okc'].
rewrite -(eliminate_first true F oks' okc'); set G := fun a => if first true a == 0%N then _ else _.
rewrite -(sum_over_first G oks' okc' zero); apply: eq_sum_over oks' okc' _ => a _.
by rewrite /at_origin /G; case: (first false a == 0%N).
Qed.
End Elimination.

Lemma sum_over0 gens c : sum_over (fun=> 0) gens c = 0.
Proof. by elim: gens c => //= g gens IH c; rewrite big1. Qed.
End Sums.

Lemma count_sum n gens c m : all (word_ok q n) gens -> word_ok q n c ->
  int_of_Z (nth Z0 (coset_counts q gens c) m) = sum_over (fun a => (word_weight a == m)%:R : int) gens c.
Proof.
elim: gens c => [|g gens IH] c /= => [_ _|/andP[okg oks] okc].
  by rewrite nth_rcons nth_nseq size_nseq; case: (ltngtP m (word_weight c)).
suff turnsE j b : word_ok q n b -> int_of_Z (nth Z0 (turns q [::] padd (coset_counts q gens) g j b) m)
    = \sum_(i < j) sum_over (fun a => (word_weight a == m)%:R : int) gens (iter i (word_add q g) b).
  by rewrite -turnsE.
elim: j b => [|j IHj] b okb; first by rewrite big_ord0 nth_nil.
rewrite big_ord_recl /= nth_padd rmorphD /= IH // IHj ?word_add_ok //; congr (_ + _).
by apply: eq_bigr => i _; rewrite -iterSr.
Qed.

Lemma nth_popp (l : zpoly) m : nth Z0 (popp l) m = Z.opp (nth Z0 l m).
Proof. by elim: l m => [|x l IH] [|m] //=. Qed.

(* products of functions of the sites *)
Section Product.
Variables (A : Type) (zero one : A) (add mul : A -> A -> A) (is_zero : A -> bool).
Variables (K : comRingType) (phi : A -> K).
Hypotheses (phi0 : phi zero = 0) (phiD : forall x y, phi (add x y) = phi x + phi y).
Hypotheses (phiM : forall x y, phi (mul x y) = phi x * phi y) (is_zeroP : forall x, is_zero x -> phi x = 0).

Lemma sum_overM (k : K) (F : word -> K) gens c : sum_over (fun a => k * F a) gens c = k * sum_over F gens c.
Proof. by elim: gens c => //= g gens IH c; rewrite mulr_sumr; apply: eq_bigr => j _; apply: IH. Qed.

Theorem branching_productE fs gens c : prime p -> all (word_ok q (size fs)) gens -> word_ok q (size fs) c ->
  phi (branching_product zero one add mul is_zero fs gens c)
  = sum_over (fun a => phi (product zero one add mul fs a)) gens c.
Proof.
move=> p_prime; elim: fs gens c => [|f fs IH] gens c oks okc.
  have sizes gs a : phi (iter (size gs) (fun x => iter p (add x) zero) one) = sum_over (fun=> phi one) gs a.
    elim: gs a => //= g gs IHg a; rewrite -(eq_bigr _ (fun (j : 'I_p) _ => IHg _)) sumr_const card_ord.
    set x := iter (size gs) _ _; have phi_iter i : phi (iter i (add x) zero) = phi x *+ i.
      by elim: i => [|i IHi]; rewrite ?phi0 // iterS phiD IHi mulrS.
    exact: (phi_iter p).
  by case: gens {oks} => [|g gens] //; exact: (sizes (g :: gens)).
move: oks okc; rewrite -[size (f :: fs)]/(size fs).+1; move: (size fs) IH => m IH oks okc.
case: gens oks => [|g gens] // oks; rewrite /branching_product -/branching_product.
move: (g :: gens) oks => {g}gens oks; pose G a := phi (product zero one add mul fs a).
pose term := rest zero mul is_zero (branching_product zero one add mul is_zero fs); rewrite -/term.
have termE k found : (if found is Some (gs, c') then all (word_ok q m.+1) gs /\ word_ok q m.+1 c' else True) ->
    phi (term k found) = phi k * (if found is Some (gs, c') then sum_over G (map behead gs) (behead c') else 0).
  rewrite /term /rest; case: ifP => [/is_zeroP->|_]; first by rewrite mul0r phi0.
  case: found => [[gs c'] [oks' okc']|_]; last by rewrite mulr0 phi0.
  rewrite phiM IH ?behead_ok // all_map; apply: sub_all oks' => a; exact: behead_ok.
have okf := eliminate_ok false oks okc; have okt := eliminate_ok true oks okc.
have okv : if vanishing gens c is Some (gs, c') then all (word_ok q m.+1) gs /\ word_ok q m.+1 c' else True.
  rewrite /vanishing; case: (eliminate false gens c) okf => // -[gs c'] [oks' okc'].
  by have := eliminate_ok true oks' okc'; case: (eliminate true gs c') => [[]|].
rewrite !phiD !termE; [|by case: (vanishing gens c) okv => [[]|]|by case: (eliminate true gens c) okt => [[]|]
  |by case: (eliminate false gens c) okf => [[]|]|by []].
rewrite -(vanishing_sum p_prime G oks okc) -!(eliminate_first p_prime _ G oks okc) -(behead_sum G oks okc).
rewrite -!sum_overM -!sum_overD; apply: eq_sum_over oks okc _ => -[|[u v] a] // _.
rewrite [product _ _ _ _ _ _]/= phiM /site_value !phiD /at_origin /first /= -/(G a).
by case: (u == 0%N); case: (v == 0%N); rewrite ?phi0 ?mulr0 ?addr0 ?mulrDl ?mul0r.
Qed.
End Product.

Lemma power_nat k : int_of_Z (Z.pow (Z.of_nat p) (Z.of_nat k)) = (p ^ k)%:R.
Proof.
have pE : int_of_Z (Z.of_nat p) = p%:R by rewrite natz; exact: (Z_of_intK p).
have step (P : Z) i : Z.pow P (Z.of_nat i.+1) = P * Z.pow P (Z.of_nat i).
  by rewrite Nat2Z.inj_succ Z.pow_succ_r //; exact: Nat2Z.is_nonneg.
elim: k => // k IH; rewrite step expnS natrM -IH -pE; exact: rmorphM.
Qed.

(* branching counts what listing counts *)
Theorem branching_count n gens c m : prime p -> all (word_ok q n) gens -> word_ok q n c ->
  nth Z0 (branching n gens c) m = nth Z0 (coset_counts q gens c) m.
Proof.
move=> p_prime oks okc; rewrite -[LHS]int_of_ZK -[RHS]int_of_ZK; congr Z_of_int.
elim: n gens c m oks okc => [|n IH] gens c m oks okc.
  rewrite (count_sum m oks okc) (eq_sum_over (G := fun=> (m == 0%N)%:R) oks okc) => [|[|x a] //];
    last by rewrite eq_sym.
  transitivity (((m == 0%N) * p ^ size gens)%N%:R : int).
    by case: m => [|m]; rewrite /= ?nth_nil // mul1n power_nat.
  elim: gens {oks} c {okc} => [|g gens IH] c /=; first by rewrite muln1.
  by under eq_bigr => j _ do rewrite -IH; rewrite sumr_const card_ord -mulrnA expnSr mulnA.
case: gens oks => [|g gens] // oks; rewrite /branching -/branching.
move: (g :: gens) oks => {g}gens oks; rewrite (count_sum m oks okc).
pose F m a : int := (word_weight a == m)%:R.
have oks' : all (word_ok q n) (map behead gens).
  by rewrite all_map; apply: sub_all oks => a; apply: behead_ok.
have offE k : int_of_Z (nth Z0 (if vanishing gens c is Some (gs, c')
      then branching n (map behead gs) (behead c') else [::]) k)
    = sum_over (fun a => if at_origin a then F k (behead a) else 0) gens c.
  rewrite (vanishing_sum p_prime _ oks okc) /vanishing; have := eliminate_ok false oks okc.
  case: (eliminate false gens c) => [[gs1 c1] [oks1 okc1]|_]; last by rewrite nth_nil.
  have := eliminate_ok true oks1 okc1.
  case: (eliminate true gs1 c1) => [[gs2 c2] [oks2 okc2]|_]; last by rewrite nth_nil.
  have oks2' : all (word_ok q n) (map behead gs2).
    by rewrite all_map; apply: sub_all oks2 => a; apply: behead_ok.
  by rewrite IH ?behead_ok // (count_sum k oks2') ?behead_ok.
move: (if _ is Some _ then _ else _) offE => off offE.
have split_first a k : word_ok q n.+1 a -> (word_weight a == k)%:R
    = (if at_origin a then F k (behead a) else 0)
      + (if k is k'.+1 then F k' (behead a) - (if at_origin a then F k' (behead a) else 0) else 0) :> int.
  case: a => [|[u v] a] //; rewrite /at_origin /first /F /= => _.
  by case: ifP; case: k => [|k] //=; rewrite ?addr0 ?subr0 ?add0r ?subrr ?addr0.
rewrite (eq_sum_over oks okc (fun a oka => split_first a m oka)) sum_overD -offE nth_padd rmorphD /=.
congr (_ + _); case: m => [|m] /=; first by rewrite sum_over0.
rewrite sum_overD sum_overN -offE nth_padd rmorphD nth_popp rmorphN /=; congr (_ - _).
by rewrite IH ?behead_ok // (count_sum m oks') ?behead_ok // (behead_sum (F m) oks okc).
Qed.

Lemma eq_nth_peval (K : comRingType) (a b : zpoly) (z : K) :
  (forall m, nth Z0 a m = nth Z0 b m) -> peval a z = peval b z.
Proof.
have zero (l : zpoly) : (forall m, nth Z0 l m = Z0) -> peval l z = 0.
  elim: l => //= x l IH l0; have /= -> := l0 0%N.
  by rewrite zr0 IH ?mulr0 ?addr0 // => m; apply: (l0 m.+1).
elim: a b => [|x a IH] [|y b] same //; last by have /= -> := same 0%N; rewrite (IH b) // => m; apply: (same m.+1).
  by rewrite [RHS]zero // => m; rewrite -same nth_nil.
by rewrite [LHS]zero // => m; rewrite same nth_nil.
Qed.

Lemma branching_eval n gens c (K : comRingType) (z : K) : prime p -> all (word_ok q n) gens -> word_ok q n c ->
  peval (branching n gens c) z = \sum_(s <- span (map (vec q n) gens)) z ^+ weight (vec q n c + s).
Proof.
move=> p_prime oks okc; rewrite -(listing_eval z oks okc).
by apply: eq_nth_peval => m; apply: branching_count.
Qed.
End Branching.
